"""A mapping to be filled in: the teams of the book, its figures, and what each line is for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from caregiver_desk.practice.insight.indicators import Indicator, Leaves
from caregiver_desk.records.people.people import TEAM
from caregiver_desk.records.people.regions import REGION
from caregiver_desk.reports.neighbours.dhis2.file import need_ending
from caregiver_desk.reports.neighbours.dhis2.mapping import Side
from caregiver_desk.reports.neighbours.dhis2.periods import SORTS
from caregiver_desk.store import questions, safely
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

TOML = ".toml"
EMPTY = '{ code = "", uid = "" }'
WIDE = 110  # letters


def write(book: Book, indicators: Mapping[str, Indicator], out: Path) -> None:
    """Raises OtherEnding, FileInTheWay, DiskFull or CannotWrite."""
    need_ending(out, TOML)
    safely.write_new(out, "\n".join(lines(book, indicators)).encode())


def lines(book: Book, indicators: Mapping[str, Indicator]) -> Iterator[str]:
    yield from _said(
        say(
            "What our figures, teams, homes and visits are called in your DHIS2. Fill in the code, the UID, or both,"
            " and take out what you do not need. Whoever runs DHIS2 there can name them."
        )
    )
    yield ""
    yield from _said(say("By which name things are called in the file: uid or code."))
    yield 'ids = "uid"'
    yield from _said(say("Which periods the data set wants; empty for any: {sorts}.", sorts=", ".join(SORTS)))
    yield 'periodType = "Monthly"'
    yield f"dataSet = {EMPTY}"
    yield f"attributeOptionCombo = {EMPTY}"
    yield ""
    yield from _said(
        say(
            "Organisation units: figures go under the site and the areas that are units there; homes and visits under"
            " their team, if it is one."
        )
    )
    yield "[orgUnits]"
    yield f"site = {EMPTY}"
    for kind in (REGION.name, TEAM.name):
        for place in questions.in_order(book, kind, limit=questions.EVERY):
            yield f"{msgspec.json.encode(str(place['name'])).decode()} = {EMPTY}"
    for indicator in indicators.values():
        if indicator.leaves is not Leaves.NOT:
            yield from _figure(indicator)
    yield from _tracker()


def _figure(indicator: Indicator) -> Iterator[str]:
    sides = [(Side.OF, indicator.of_words), *([(Side.PER, indicator.per_words)] if indicator.per else [])]
    for side, words in sides:
        yield ""
        yield from _said(say("{title}: {words}", title=say(indicator.title), words=say(words)))
        yield "[[values]]"
        yield f'indicator = "{indicator.code}"'
        yield f'part = "{side}"'
        if indicator.split and side is Side.OF:
            yield from _said(say('or {split}, one table for each: split = "…"', split=say(indicator.split)))
        yield f"dataElement = {EMPTY}"
        yield f"categoryOptionCombo = {EMPTY}"


def _tracker() -> Iterator[str]:
    yield ""
    yield from _said(say("For homes and visits (--tracker). All of these are UIDs."))
    yield "[tracker]"
    yield from ('program = ""', 'programStage = ""', 'trackedEntityType = ""')
    for table, fields, named in (
        ("attributes", ("code", "ward", "level"), "attribute"),
        ("dataValues", ("outcome", "minutes", "children_seen"), "dataElement"),
    ):
        for name in fields:
            yield from ("", f"[[tracker.{table}]]", f'field = "{name}"', f'{named} = ""')
    example = 'answers = { "nobody home" = "2" }'
    yield from _said(say("Where answers have other names there: {example}", example=example))
    yield ""


def _said(words: str) -> Iterator[str]:
    yield from textwrap.wrap(words, WIDE, initial_indent="# ", subsequent_indent="# ")
