"""`python -m caregiver_desk`: the command line, and through it the desk."""

from __future__ import annotations

import sys


def main() -> int:
    from caregiver_desk.cli.commands import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
