"""Files for neighbours: a calendar, health records as FHIR, figures and visits for DHIS2."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from caregiver_desk import acts, clock
from caregiver_desk.acts.insight.own import known
from caregiver_desk.cli.session import open_book, tell
from caregiver_desk.errors import NotFilledIn
from caregiver_desk.practice.spans import Span
from caregiver_desk.reports.neighbours.calendar import file as calendars
from caregiver_desk.reports.neighbours.calendar.entries import Calendar
from caregiver_desk.reports.neighbours.dhis2 import file as dhis2_files
from caregiver_desk.reports.neighbours.dhis2 import new_map
from caregiver_desk.reports.neighbours.dhis2.mapping import Mapped, mapped
from caregiver_desk.reports.neighbours.dhis2.tracker import Followed
from caregiver_desk.reports.neighbours.fhir import bundle
from caregiver_desk.reports.neighbours.fhir.bundle import Extract
from caregiver_desk.reports.neighbours.said import calendar_said, fhir_said, figures_said, homes_said
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

acts.load()


def calendar(arguments: argparse.Namespace) -> int:
    """Says what would stand in it; with --out it is written then."""
    with open_book(arguments) as book:
        usual = calendars.usual_days(clock.today())
        days = Span(arguments.first or usual.first, arguments.last or usual.last)
        told = Calendar(book, days, arguments.names)
        counted = calendars.write(told, arguments.out) if arguments.out else calendars.look_over(told)
    return _tell(arguments, counted._asdict(), calendar_said(counted))


def fhir(arguments: argparse.Namespace) -> int:
    """The same of what happened in some days."""
    with open_book(arguments) as book:
        told = Extract(book, arguments.period, arguments.names)
        held = bundle.write(told, arguments.out) if arguments.out else bundle.look_over(told)
    return _tell(arguments, held._asdict(), fhir_said(held))


def dhis2(arguments: argparse.Namespace) -> int:
    """A mapping to fill in; or, by one that was filled in, figures, or homes and visits."""
    with open_book(arguments) as book:
        if arguments.new_map:
            new_map.write(book, known(book), arguments.new_map)
            words = say("Written: {file}. Fill it in, then name it with --map.", file=arguments.new_map.name)
            tell(arguments, {"map": str(arguments.new_map)}, words)
            return 0
        if not (arguments.map and arguments.period):
            raise NotFilledIn(fields="--map, --period")
        found = mapped(book, arguments.map, known(book), tracker=arguments.tracker)
        return (_homes if arguments.tracker else _figures)(arguments, book, found)


def _figures(arguments: argparse.Namespace, book: Book, found: Mapped) -> int:
    asked = (book, found, arguments.period, known(book))
    chosen = dhis2_files.write_values(*asked, arguments.out) if arguments.out else dhis2_files.chosen(*asked)
    left = [each._asdict() for each in chosen.left_out]
    return _tell(arguments, {"values": len(chosen.values), "left_out": left}, figures_said(chosen))


def _homes(arguments: argparse.Namespace, book: Book, found: Mapped) -> int:
    told = Followed(book, arguments.period.days, found)
    out, period = arguments.out, arguments.period
    many = dhis2_files.write_homes(told, period, out) if out else dhis2_files.homes_of(told)
    return _tell(arguments, many._asdict(), homes_said(many))


def _tell(arguments: argparse.Namespace, facts: Mapping[str, Any], sentence: str) -> int:
    """What went, and where to; or that nothing was written."""
    if arguments.out:
        where = say("Written: {file}. It is not encrypted.", file=arguments.out.name)
    else:
        where = say("Nothing was written: add --out FILE.")
    tell(arguments, {"out": str(arguments.out or ""), **facts}, f"{sentence} {where}")
    return 0
