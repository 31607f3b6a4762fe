"""`python -m bench [--quick] [SUBJECT …]`: every figure beside the floor it has to hold."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from dataclasses import replace

from bench import batch, growth, lists, memory, merge, save, sizes, start
from bench.figures import QUICK, Scale
from bench.peers import beside

SUBJECTS = {
    "merge": merge,
    "growth": growth,
    "batch": batch,
    "memory": memory,
    "bytes": sizes,
    "save": save,
    "start": start,
    "lists": lists,
    "peers": beside,
}


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("subjects", nargs="*", metavar="SUBJECT", help=f"{', '.join(SUBJECTS)} (all, if none is named)")
    asked.add_argument("--quick", action="store_true", help="small sizes, three times each")
    asked.add_argument("--times", type=int, default=0, help="how often each run is taken")
    given = asked.parse_args()
    if unknown := set(given.subjects) - SUBJECTS.keys():
        asked.error(f"no such subject: {', '.join(sorted(unknown))}")
    scale = QUICK if given.quick else Scale()
    scale = replace(scale, times=given.times or scale.times)
    print(f"python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; {scale}")
    held = True
    for name in given.subjects or SUBJECTS:
        print(f"\n{name}")
        for figure in SUBJECTS[name].figures(scale):
            held &= figure.holds
            print(f"  {figure}", flush=True)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
