"""`python -m bench [--quick] [--json FILE] [SUBJECT …]`: every figure beside the floor it has to hold.

A subject is measured alone when it is named. The figures of the design that have nothing to measure yet are left out:
a search through all text (only names are searched), and the peers that are not installed.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from bench import (
    batch,
    desk,
    divided,
    growth,
    hub,
    insight,
    lists,
    lowspec,
    memory,
    merge,
    rehearse,
    save,
    screens,
    shelves,
    sizes,
    spreadsheets,
    start,
)
from bench.figures import QUICK, Figure, Scale
from bench.peers import beside

SUBJECTS = {
    "merge": merge,
    "peers": beside,
    "batch": batch,
    "growth": growth,
    "hub": hub,
    "divided": divided,
    "memory": memory,
    "bytes": sizes,
    "start": start,
    "lowspec": lowspec,
    "desk": desk,
    "lists": lists,
    "insight": insight,
    "shelves": shelves,
    "save": save,
    "spreadsheets": spreadsheets,
    "screens": screens,
    "rehearse": rehearse,
}


def main() -> int:
    asked = argparse.ArgumentParser(
        prog="python -m bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("subjects", nargs="*", metavar="SUBJECT", help=f"{', '.join(SUBJECTS)} (all, if none is named)")
    asked.add_argument("--quick", action="store_true", help="small sizes, three times each")
    asked.add_argument("--times", type=int, default=0, help="how often each run is taken")
    asked.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too, after each subject")
    given = asked.parse_args()
    if unknown := set(given.subjects) - SUBJECTS.keys():
        asked.error(f"no such subject: {', '.join(sorted(unknown))}")
    scale = QUICK if given.quick else Scale()
    scale = replace(scale, times=given.times or scale.times)
    run = {"python": platform.python_version(), "processors": os.cpu_count(), "load": os.getloadavg()[0]}
    print(f"python {run['python']}, {run['processors']} processors, load {run['load']:.1f}; {scale}")
    told: list[dict[str, Any]] = []
    for name in given.subjects or SUBJECTS:
        told += [{"subject": name, **asdict(figure), "holds": figure.holds} for figure in _printed(name, scale)]
        if given.json:
            given.json.write_text(json.dumps({**run, "scale": asdict(scale), "figures": told}, indent=1) + "\n")
    return 0 if all(each["holds"] for each in told) else 1


def _printed(name: str, scale: Scale) -> Iterator[Figure]:
    print(f"\n{name}")
    for figure in SUBJECTS[name].figures(scale):
        print(f"  {figure}", flush=True)
        yield figure


if __name__ == "__main__":
    sys.exit(main())
