"""Spreadsheets: what records would go, in plain words, and the file."""

from __future__ import annotations

import argparse
from typing import Any

from caregiver_desk import acts
from caregiver_desk.cli.session import open_book, progress, tell
from caregiver_desk.errors import WishesApart
from caregiver_desk.records.journal import Audience
from caregiver_desk.reports.tables.asked import Asked, Words, kinds_asked
from caregiver_desk.reports.tables.extract import Coarse, extract, kinds_of_extract
from caregiver_desk.reports.tables.rows import Hears
from caregiver_desk.reports.tables.taking_out import Into, take_out
from caregiver_desk.reports.tables.telling import Telling, telling
from caregiver_desk.reports.tables.texts import DELIMITERS, Text
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

LONG = 10_000  # records, after each of which it is said how far it is

acts.load()


def spreadsheet(arguments: argparse.Namespace) -> int:
    """Says what goes and about how many people; with --out it is written then."""
    asked = _asked(arguments)
    with open_book(arguments) as book:
        told = telling(book, asked)
        for sentence in told.sentences():
            progress(sentence)
        if arguments.out:
            _write(arguments, book, asked, told)
    name = arguments.out.name if arguments.out else ""
    sentence = say("Written: {file}", file=name) if name else say("Nothing was written: add --out FILE.")
    tell(arguments, _facts(told, str(arguments.out or "")), sentence)
    return 0


def _asked(arguments: argparse.Namespace) -> Asked:
    of_an_extract = {"--purpose": arguments.purpose, "--days": arguments.days}
    if said := [name for name, given in of_an_extract.items() if given and not arguments.extract]:
        raise WishesApart(option=said[0], reason=say("this is of an extract: add --extract"))
    if arguments.extract and arguments.wanted:
        raise WishesApart(option="--with", reason=say("nothing but what is open goes into an extract"))
    if arguments.extract:
        return Asked(kinds_of_extract(arguments.kinds), arguments.period, hxl=arguments.hxl)
    wanted = frozenset(map(Audience, arguments.wanted))
    kinds = kinds_asked(arguments.kinds, wanted)
    return Asked(kinds, arguments.period, wanted, Words(arguments.words), arguments.hxl)


def _write(arguments: argparse.Namespace, book: Book, asked: Asked, told: Telling) -> None:
    how = Text(DELIMITERS[arguments.delimiter], arguments.bom)
    if arguments.extract:
        into = Into(arguments.out, how, _hears(told.records))
        extract(book, asked, arguments.purpose, into, Coarse(arguments.days or Coarse.MONTHS))
    else:
        take_out(book, asked, arguments.out, how, _hears(told.records))


def _facts(told: Telling, out: str) -> dict[str, Any]:
    many = {kind.name: number for kind, number in told.many}
    return {"out": out, "records": many, "people": len(told.people), "households": len(told.homes)}


def _hears(of: int) -> Hears:
    written = 0

    def hear(more: int) -> None:
        nonlocal written
        written += more
        if written % LONG == 0:
            progress(say("Written {done} of {of}.", done=f"{written:,}", of=f"{of:,}"))

    return hear
