"""Figures, and papers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from caregiver_desk.cli.asked.typed import add, day


def insight(commands: Any) -> None:
    seen = add(commands, "figures", "insight:figures", "figures of some days, on the screen")
    seen.add_argument("--told", action="store_true", help="as they may be told to others")
    seen.add_argument("--sets", action="store_true", help="which sets of figures there are")
    seen.add_argument("--records", action="store_true", help="what they were counted from, one by one")
    for side in ("before", "after"):
        seen.add_argument(f"--{side}", metavar="DAYS", default="", help=f"each figure twice: {side}, such as 2026-Q1")
    made = add(commands, "report", "papers:report", "any paper by its name; without one the report of figures")
    made.add_argument("paper", nargs="?", default="figures", metavar="NAME", help="week, households, pack and so on")
    made.add_argument("about", nargs="?", default="", metavar="WHOM", help="whose: a name, a number or an id")
    made.add_argument("--out", type=Path, metavar="FOLDER", help="write it there; without it, it is shown")
    made.add_argument("--week", type=day, metavar="DATE", help="of a week sheet: a day in it (today)")
    made.add_argument("--language", default="", metavar="LANGUAGE", help="of a notice or a consent: isiZulu, ve")
    made.add_argument("--without-reporter", action="store_true", help="of a concern: without who noticed it")
    made.add_argument("--format", choices=("pdf", "csv", "txt"), default="pdf", help="what is written (pdf)")
    for command in (seen, made):
        command.add_argument(
            "--period", default="", metavar="DAYS", help="2026-02, 2026-Q1, 2026 or 2026-02-01..2026-03-15"
        )
        command.add_argument("--figures", default="usual", metavar="SET", help="a set, or codes: I01,I05 (usual)")
        command.add_argument("--team", default="", metavar="NAME", help="of one team (all of them)")
        command.add_argument("--area", default="", metavar="NAME", help="of one area, for a coordinator (all of them)")
    told = add(commands, "indicator", "insight:indicator", "what a figure counts, and what it cannot tell")
    told.add_argument("code", nargs="?", default="usual", metavar="CODE", help="I05, several codes, or a set (usual)")
    told.add_argument("--bring", type=Path, metavar="FILE", help="figures and sets of your own, as indicators.toml")
