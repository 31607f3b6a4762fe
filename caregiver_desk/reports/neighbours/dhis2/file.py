"""The files for DHIS2, each with its text beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from caregiver_desk.errors import NothingToTell, OtherEnding, OtherPeriod
from caregiver_desk.practice.insight.indicators import Indicator
from caregiver_desk.reports.neighbours.dhis2 import instructions, tracker, values
from caregiver_desk.reports.neighbours.dhis2.mapping import Mapped
from caregiver_desk.reports.neighbours.dhis2.periods import Period
from caregiver_desk.reports.neighbours.dhis2.tracker import Followed
from caregiver_desk.reports.neighbours.dhis2.values import Chosen
from caregiver_desk.reports.neighbours.putting import Hears, nobody, put
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

JSON, CSV = ".json", ".csv"


class Homes(NamedTuple):
    """How many homes and visits a file for tracking tells of."""

    homes: int
    visits: int


def chosen(book: Book, mapped: Mapped, period: Period, indicators: Mapping[str, Indicator]) -> Chosen:
    """What would go, and what not. Raises OtherPeriod or NothingToTell."""
    if mapped.sort not in ("", period.sort):
        raise OtherPeriod(wanted=mapped.sort, period=period.code, given=period.sort)
    found = values.choose(book, mapped, period, indicators)
    if not found.values:
        raise NothingToTell(reasons="\n".join(_reasons(found)))
    return found


def _reasons(found: Chosen) -> Iterator[str]:
    """Each reason once, with the figures for which it holds."""
    codes: dict[str, list[str]] = {}
    for each in found.left_out:
        codes.setdefault(each.why, []).append(each.code)
    for why, held in codes.items():
        yield say("{codes}: {why}", codes=", ".join(dict.fromkeys(held)), why=why)


def write_values(book: Book, mapped: Mapped, period: Period, indicators: Mapping[str, Indicator], out: Path) -> Chosen:
    """Figures as JSON or CSV. Raises also OtherEnding, FileInTheWay, DiskFull or CannotWrite: nothing is there then."""
    need_ending(out, JSON, CSV)
    found = chosen(book, mapped, period, indicators)
    told = (values.as_csv if out.suffix.lower() == CSV else values.as_json)(mapped, period, found.values)
    text = instructions.of_values(out.name, mapped, period, found, fictional=book.fictional)
    put(book, out, told, (), lambda: text)
    return found


def homes_of(followed: Followed) -> Homes:
    return Homes(len(followed.homes), followed.many)


def write_homes(followed: Followed, period: Period, out: Path, hears: Hears = nobody) -> Homes:
    """Homes and visits as JSON. Raises OtherEnding, FileInTheWay, Stopped, DiskFull or CannotWrite."""
    need_ending(out, JSON)
    many = homes_of(followed)
    text = instructions.of_homes(out.name, period, *many, fictional=followed.book.fictional)
    put(followed.book, out, tracker.as_json(followed), followed.caregivers, lambda: text, hears=hears)
    return many


def need_ending(out: Path, *endings: str) -> None:
    """Raises OtherEnding."""
    if out.suffix.lower() not in endings:
        raise OtherEnding(file=out.name, endings=", ".join(endings))
