"""Faults of the machine, put in the way of the real program: kills, drives that fail, full disks, cut power, damage.

`jobs` are what a person does, `forge` a warm process that forks one child for each of them, `meddle` puts one fault in
the way of that child, and `after` looks at what then stands on the disk.
"""

import os

FULL = bool(os.environ.get("CAREGIVER_DESK_FULL"))
