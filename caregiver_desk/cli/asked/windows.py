"""What opens a window, or paints without one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from caregiver_desk.cli.asked.typed import add, week

OTHERWISE = "call everybody otherwise: a number from 1 (0: as the story has them)"
BOOKS = "whose book: the supervisor’s (north), her colleague’s as it was left in week 19 (south), or the coordinator’s"


def windows(commands: Any) -> None:
    demo = add(commands, "demo", "demo", "open the desk on a throw-away fictional programme")
    demo.add_argument("--tour", type=Path, metavar="FOLDER", help="no window: pictures of every page as PNG files")
    demo.add_argument("--as", dest="whose", default="north", choices=("north", "south", "coordinator"), help=BOOKS)
    demo.add_argument("--weeks", type=int, default=26, help="tell the visits and talks of the last so many weeks (26)")
    demo.add_argument(
        "--week", type=week, default=26, metavar="N", help="which week of the story is this week, from 1 to 26 (26)"
    )
    demo.add_argument("--seed", type=int, default=7, help="one number, one programme (7)")
    demo.add_argument("--names", type=int, default=0, metavar="SET", help=OTHERWISE)
    demo.add_argument("--exercises", type=Path, metavar="FOLDER", help="exercises of your own, below ours: text files")
    papers = add(commands, "handouts", "handouts", "papers for a rehearsal: a guide, sheets, the keys, certificates")
    papers.add_argument("--out", type=Path, metavar="FOLDER", required=True, help="write them there as PDF files")
    papers.add_argument("--names", type=int, default=0, metavar="SET", help=OTHERWISE)
    papers.add_argument("--certificates", nargs="+", default=[], metavar="NAME", help="also one for each who was there")
    papers.add_argument("--course", default="", help="what stands on a certificate")
    for command in (demo, papers):
        command.add_argument("--language", default="en", metavar="TAG", help="in which language the exercises are (en)")
