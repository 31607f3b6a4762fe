"""Where the built program starts.

The desk starts its worker, and the window that comes after locking, as it would from source: `python -P -m MODULE`. In
a built program there is no Python to start, so it answers to those words itself, for these two modules alone.
"""

from __future__ import annotations

import sys

ASKED = ["-P", "-m"]
WORKER, DESK = "caregiver_desk.sync.worker", "caregiver_desk"


def main() -> int:
    """Exit status of whatever was asked for."""
    if sys.argv[1:3] == ASKED and sys.argv[3:4] == [WORKER]:
        from caregiver_desk.sync import worker

        worker.main()
        return 0
    if sys.argv[1:3] == ASKED and sys.argv[3:4] == [DESK]:
        del sys.argv[1:4]
    from caregiver_desk.__main__ import main as desk

    return desk()


if __name__ == "__main__":
    sys.exit(main())
