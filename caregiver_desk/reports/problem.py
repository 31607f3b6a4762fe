"""A report on what went wrong in the program, for those who make it. Whoever sends it has read all of it.

Decision. It holds numbers, codes, versions, and places in our own program. No word of a book stands in it, no name, no
path and nothing by which one laptop is told from another; and the program sends it nowhere.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence

from caregiver_desk import __version__, clock, faults
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.store import extent, room, upkeep
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day, say


def problem(book: Book | None = None, desk: Sequence[Line] = ()) -> Document:
    """All of it; `desk` are lines that only the desk can say."""
    parts = [_broke(), _program(desk)] + ([_book(book)] if book else [])
    told = say("It holds no word of your book, no name and no path. Nothing is sent: you decide who gets it.")
    return Document(say("Problem report"), (full_day(clock.today()), told), tuple(parts))


def _broke() -> Section:
    """Of ours, and of what was in the way since the program started."""
    lines = [Line(each.day, f"{each.where} ({each.version})") for each in faults.remembered()]
    if codes := say(", ").join(f"{code} {number}" for code, number in faults.codes.most_common()):
        lines.append(Line(say("Since the start"), codes))
    nothing = Line("", say("Nothing that is remembered on this laptop."))
    return Section(say("What went wrong"), tuple(lines) or (nothing,))


def _program(desk: Sequence[Line]) -> Section:
    built = say("installed") if getattr(sys, "frozen", False) else say("from its sources")
    return Section(
        say("Program and laptop"),
        (
            Line(say("Version"), f"{__version__}, {built}, Python {platform.python_version()}"),
            Line(say("System"), f"{platform.system()} {platform.release()}, {platform.machine()}"),
            *desk,
        ),
    )


def _book(book: Book) -> Section:
    """How large it is and how it stands."""
    size, left = extent.extent(book), room.left(book)
    numbers = {
        say("Records"): size.records,
        say("Lines"): size.lines,
        say("Laptops"): size.laptops,
        say("Partners"): size.partners,
        say("Bundles taken in"): size.bundles,
        say("Backups"): size.backups,
        say("Megabytes"): size.bytes // room.MEGABYTE,
        say("Version of the tables"): size.tables,
    }
    lines = [Line(name, str(number)) for name, number in numbers.items()]
    checked = say("not yet today") if upkeep.owes_check(book, clock.today()) else say("done today")
    lines.append(Line(say("Own check"), checked))
    if left:
        lines.append(Line(say("Drive"), say("{megabytes} MB left", megabytes=left.megabytes)))
    if clock.in_doubt():
        lines.append(Line(say("Clock"), say("Date uncertain")))
    return Section(say("Book"), tuple(lines))
