"""How somebody grows: which kinds of support they had, goals to look at, what both see; or what was provided to all."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import date

from caregiver_desk import acts, clock
from caregiver_desk.acts.growth.appraisal import wishes_said
from caregiver_desk.acts.growth.development import barriers_removed, development_ahead, open_goals, support_had
from caregiver_desk.acts.growth.framework import capabilities_of
from caregiver_desk.acts.growth.mentoring import without_mentor
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.cli.meant import meant
from caregiver_desk.cli.rights import AsPdf, need_folder
from caregiver_desk.cli.session import open_book, tell
from caregiver_desk.practice.growth.development import CHANGE_OR_DROP
from caregiver_desk.practice.growth.framework import how_to_say_it
from caregiver_desk.practice.growth.own_year import Days, last_twelve_months
from caregiver_desk.records.growth.appraisal import Wish
from caregiver_desk.records.growth.development import ItemState
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.people.people import PERSON
from caregiver_desk.reports import handing
from caregiver_desk.reports.document import Line, as_text
from caregiver_desk.reports.growth.oversight import as_document, oversight
from caregiver_desk.reports.imprint import imprint
from caregiver_desk.store import access, looks
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, full_day, say

acts.load()


def meeting(arguments: argparse.Namespace, as_pdf: AsPdf) -> int:
    """The pack for a meeting on oversight; printed, or written as two files whose names say nothing."""
    need_folder(arguments.out)
    last = arguments.last or clock.today()
    days = Days(arguments.first or last_twelve_months(last).first, last)
    with open_book(arguments) as book:
        told, below = oversight(book, days), imprint(book)
        access.note(book, What.LISTED if arguments.out is None else What.EXPORTED)
    document = as_document(told)
    if arguments.out is None:
        for title, lines in told.parts:
            tell(arguments, {"part": title, "lines": [list(each) for each in lines]}, _part(title, lines))
        return 0
    paper, text = handing.put(arguments.out, as_pdf(document, below), as_text(document).encode(), ".txt")
    words = say("{paper} and {text}. They are not encrypted.", paper=paper, text=text.name)
    tell(arguments, {"paper": str(paper), "text": str(text)}, words)
    return 0


def _part(title: str, lines: Iterable[Line]) -> str:
    return "\n".join([title, *(f"  {each.label}: {each.words}" if each.label else f"  {each.words}" for each in lines)])


def growth(arguments: argparse.Namespace) -> int:
    """Of one person, or what was provided and wished for among all; no person is put beside another."""
    with open_book(arguments) as book:
        if arguments.person:
            person = meant(book, PERSON, arguments.person)
            looks.looked(book, What.OPENED, {person})
            _tell_support(arguments, book, person)
            _tell_planned(arguments, book, person)
            _tell_goals(arguments, book, person)
            _tell_views(arguments, book, person)
        else:
            _tell_barriers(arguments, book)
            _tell_wishes(arguments, book)
            _tell_unaccompanied(arguments, book)
    return 0


def _tell_support(arguments: argparse.Namespace, book: Book, person: str) -> None:
    for each in support_had(book, person, clock.today()):
        words = say("{what}: {whether}", what=say(each.support).capitalize(), whether=each.words)
        tell(arguments, {"support": each.support, "had": bool(each.last), "last": each.last}, words)


def _tell_planned(arguments: argparse.Namespace, book: Book, person: str) -> None:
    """What they grow from next, or just now."""
    for each in development_ahead(book, person):
        state, day = say(str(each["state"] or ItemState.PLANNED)).capitalize(), str(each["since"] or "")
        what = str(each["what"] or say(str(each["sort"])))
        since = say("from {day}", day=full_day(date.fromisoformat(day))) if day else ""
        words = say("{state}: {what}", state=state, what=", ".join(filter(None, (what, since))))
        facts = {"planned": each.id, "what": each["what"], "sort": each["sort"], "state": each["state"], "since": day}
        tell(arguments, facts, words)


def _tell_goals(arguments: argparse.Namespace, book: Book, person: str) -> None:
    """Every goal that goes on, also one with no day to look at it."""
    for each in open_goals(book, person):
        day = say("look at it on {day}", day=full_day(each.day)) if each.day else ""
        asks = say(CHANGE_OR_DROP) if each.change_or_drop else ""
        facts = {"goal": each.goal.id, "words": each.goal["goal"], "look_on": each.day, "ask": each.change_or_drop}
        tell(arguments, facts, "  ".join(filter(None, (str(each.goal["goal"] or ""), day, asks))))


def _tell_views(arguments: argparse.Namespace, book: Book, person: str) -> None:
    """Both views of each statement that somebody spoke of, in the words of its version."""
    said = capabilities_of(book, person)
    for each in said.framework.statements:
        own, seen = (said.framework.level(side.get(each.code, "")) for side in (said.own, said.seen))
        if own or seen:
            words = say(
                "{statement}: they say {own}; you say {seen}", statement=each.words, own=own or "–", seen=seen or "–"
            )
            tell(arguments, {"statement": each.code, "own": own, "seen": seen}, words)
    for sentence in how_to_say_it(said.framework, said.own, said.seen):
        tell(arguments, {"how": sentence}, sentence)


def _tell_barriers(arguments: argparse.Namespace, book: Book) -> None:
    for barrier, last in barriers_removed(book, clock.today()).items():
        words = say("Barrier removed: {what}, last on {day}", what=say(barrier), day=full_day(last))
        tell(arguments, {"barrier": barrier, "last": last}, words)


def _tell_wishes(arguments: argparse.Namespace, book: Book) -> None:
    """In the order in which they are offered: none of them is better than another."""
    said = wishes_said(book)
    for wish in Wish:
        if said[wish]:
            words = count("{wish}: {number} person", "{wish}: {number} people", said[wish], wish=say(wish))
            tell(arguments, {"wish": wish, "people": said[wish]}, words)


def _tell_unaccompanied(arguments: argparse.Namespace, book: Book) -> None:
    """Who is new and has neither mentor nor coach; asked where the site has opened that road."""
    new = without_mentor(book) if Road.MENTORING in open_roads(book) else []
    for each in new:
        tell(arguments, {"no_mentor": each.person, "name": each.name}, say("No mentor yet: {name}", name=each.name))
    looks.looked(book, What.LISTED, {each.person for each in new})
