"""Files for others: spreadsheets and what neighbours read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from caregiver_desk.cli.asked.typed import add, day, period, span


def leaving(commands: Any) -> None:
    about = "take records out as a spreadsheet: .xlsx, .csv, a .zip of CSV files, or a folder of them"
    out = add(commands, "spreadsheet", "spreadsheet:spreadsheet", about)
    out.add_argument("kinds", nargs="+", metavar="KIND", help="which records, such as visit or household")
    out.add_argument("--out", type=Path, metavar="FILE", help="what to write; without it, only what would go is said")
    out.add_argument("--period", type=span, metavar="DAYS", help="2026-02, 2026-Q1, 2026, or 2026-02-01..2026-03-15")
    out.add_argument(
        "--with",
        dest="wanted",
        action="append",
        default=[],
        choices=("team", "contact", "words"),
        help="what does not go unasked: names of workers (team), names, phones and places (contact), notes (words)",
    )
    told = out.add_mutually_exclusive_group()
    for words, meaning in (("codes", "codes (default)"), ("labels", "words"), ("both", "codes and words")):
        told.add_argument(f"--{words}", dest="words", action="store_const", const=words, help=f"answers as {meaning}")
    out.set_defaults(words="codes")
    out.add_argument("--hxl", action="store_true", help="a row of HXL tags below the titles")
    out.add_argument("--extract", action="store_true", help="for a project: no names, no notes, no days, keys for ids")
    out.add_argument("--purpose", default="", metavar="WORDS", help="what an extract is for; it is kept in the book")
    out.add_argument("--days", choices=("months", "weeks"), default="", help="what an extract tells of a day (months)")
    signs = (",", ";", "tab")
    out.add_argument("--delimiter", default=",", choices=signs, metavar="SIGN", help="of a CSV file: , or ; or tab")
    out.add_argument("--bom", action="store_true", help="mark a CSV file as UTF-8, for Excel")


def neighbours(commands: Any) -> None:
    ics = add(
        commands, "calendar", "neighbours:calendar", "check-ins and promises for the calendar program that you use"
    )
    ics.add_argument("--out", type=Path, metavar="FILE", help="the .ics file; without it, only what would go is said")
    ics.add_argument("--names", action="store_true", help="whole names instead of initials")
    ics.add_argument("--from", dest="first", type=day, metavar="DAY", help="its first day (default: a month ago)")
    ics.add_argument("--to", dest="last", type=day, metavar="DAY", help="its last day (default: in a year)")

    fhir = add(commands, "fhir", "neighbours:fhir", "what happened in some days as FHIR R4, for health records")
    fhir.add_argument("--out", type=Path, metavar="FILE", help="the .json file; without it, only what would go is said")
    fhir.add_argument("--period", type=span, required=True, metavar="DAYS", help="such as 2026-02 or 2026-Q1")
    fhir.add_argument("--names", action="store_true", help="name workers; homes stay codes")

    dhis2 = add(commands, "dhis2", "neighbours:dhis2", "figures, or homes and visits, for DHIS2")
    dhis2.add_argument("--new-map", type=Path, metavar="FILE", help="write a mapping (.toml) to fill in, and no more")
    dhis2.add_argument("--map", type=Path, metavar="FILE", help="the mapping that was filled in")
    dhis2.add_argument("--period", type=period, metavar="PERIOD", help="2026-02, 2026Q1, 2026W7, 2026AprilS1, 2026 …")
    dhis2.add_argument("--out", type=Path, metavar="FILE", help="a .json or .csv file; without it, it is only said")
    dhis2.add_argument("--tracker", action="store_true", help="homes and their visits instead of figures")
