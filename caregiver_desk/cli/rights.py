"""What people may ask of a book: who has looked, all that it holds about one of them, what was on a lost laptop."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from caregiver_desk import acts, clock
from caregiver_desk.acts.remaining import sums
from caregiver_desk.acts.retention import due
from caregiver_desk.acts.times import times_of
from caregiver_desk.cli.meant import meant
from caregiver_desk.cli.session import moment, open_book, progress, tell, tell_none
from caregiver_desk.errors import CannotWrite
from caregiver_desk.practice.growth.own_year import Days, last_twelve_months
from caregiver_desk.practice.remaining import MONTH
from caregiver_desk.practice.retention import SUGGESTED
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import PERSON
from caregiver_desk.reports import handing, kept
from caregiver_desk.reports.decided import decided, people_of
from caregiver_desk.reports.document import Document, as_text
from caregiver_desk.reports.growth.own_year import own_year
from caregiver_desk.reports.growth.year_page import as_document
from caregiver_desk.reports.growth.year_page import facts as year_facts
from caregiver_desk.reports.imprint import Imprint, imprint
from caregiver_desk.reports.people import pack as packs
from caregiver_desk.reports.sharing import lost
from caregiver_desk.store import access, looks, partners, questions
from caregiver_desk.store.access import WORDS, Entry, What
from caregiver_desk.store.book import Book
from caregiver_desk.sync import trust
from caregiver_desk.wording import count, say

acts.load()

AsPdf: TypeAlias = Callable[[Document, Imprint], bytes]  # given by whoever knows how to paint


def access_log(arguments: argparse.Namespace) -> int:
    """The access log, the oldest entry first."""
    with open_book(arguments) as book:
        found = list(access.entries(book, arguments.about))
        if arguments.about and not found:
            found = list(access.entries(book, meant(book, PERSON, arguments.about)))
        called = {each.key: each.name for each in partners.known(book)}
        called |= questions.names_of(book, sorted({each.about for each in found if each.about}))
    for entry in found:
        facts = {"number": entry.number, "at": entry.at, "what": entry.what, "about": entry.about}
        tell(arguments, facts | {"with": entry.partner, "many": entry.many}, _sentence(entry, called))
    tell_none(arguments, say("The access log says nothing of it."), told=len(found))
    return 0


def pack(arguments: argparse.Namespace, as_pdf: AsPdf) -> int:
    """A person's own pack, as two files whose names say nothing."""
    need_folder(arguments.out)
    with open_book(arguments) as book:
        told, below = packs.handed(book, meant(book, PERSON, arguments.person)), imprint(book)
    pdf = as_pdf(packs.as_document(told), below)
    paper, data = handing.put(arguments.out, pdf, packs.as_json(told))
    records = count("{number} record", "{number} records", told.records)
    words = "{paper} and {data}: {records}. They are not encrypted. Read the paper before you hand it over."
    facts = {"paper": str(paper), "data": str(data), "records": told.records}
    tell(arguments, facts, say(words, paper=paper, data=data.name, records=records))
    return 0


def year(arguments: argparse.Namespace, as_pdf: AsPdf) -> int:
    """The record of somebody's own year; printed, or written as two files whose names say nothing."""
    need_folder(arguments.out)
    last = arguments.last or clock.today()
    days = Days(arguments.first or last_twelve_months(last).first, last)
    with open_book(arguments) as book:
        person = meant(book, PERSON, arguments.person)
        told, below = own_year(book, person, days), imprint(book)
        if arguments.out is None:
            looks.looked(book, What.OPENED, {person})
        else:
            access.note(book, What.EXPORTED, person)
    document, facts = as_document(told), year_facts(told)
    if arguments.out is None:
        tell(arguments, facts, as_text(document).rstrip())
        return 0
    paper, text = handing.put(arguments.out, as_pdf(document, below), as_text(document).encode(), ".txt")
    words = say("{paper} and {text}. They are not encrypted.", paper=paper, text=text.name)
    tell(arguments, {**facts, "paper": str(paper), "text": str(text)}, words)
    return 0


def lost_laptop(arguments: argparse.Namespace, as_pdf: AsPdf) -> int:
    """What a laptop that is gone held; printed, or written as two files whose names say nothing."""
    need_folder(arguments.out)
    with open_book(arguments) as book:
        told, below = lost.lost(book, lost.whose(book, arguments.laptop)), imprint(book)
        access.note(book, What.EXPORTED, partner="" if told.own else _key(book, told.laptop))
    document = lost.as_document(told)
    facts = lost.facts(told)
    if arguments.out is None:
        tell(arguments, facts, as_text(document).rstrip())
        return 0
    paper, text = handing.put(arguments.out, as_pdf(document, below), as_text(document).encode(), ".txt")
    words = say("{paper} and {text}. They hold names and are not encrypted.", paper=paper, text=text.name)
    tell(arguments, {**facts, "paper": str(paper), "text": str(text)}, words)
    return 0


def retention(arguments: argparse.Namespace) -> int:
    """What is due to be removed or reviewed; how long each kind is kept; or what was removed, as numbers."""
    if arguments.times:
        return _times(arguments)
    if arguments.counts:
        return _counts(arguments)
    with open_book(arguments) as book:
        found = due(book, clock.today())
        called = questions.names_of(book, [each.person for each in found])
        looks.looked(book, What.LISTED, {each.person for each in found if each.person})
    for each in found:
        tell(arguments, each._asdict(), kept.in_words(each, called))
    tell_none(arguments, say("Nothing in this book was kept longer than it should be."), told=len(found))
    if found and not arguments.json:
        progress(say(SUGGESTED))
        progress(say("To remove records for good: do remove_expired with the ids that --json gives."))
    return 0


def _times(arguments: argparse.Namespace) -> int:
    with open_book(arguments) as book:
        found = times_of(book)
        called = trust.names_of_writers(book, [each.by for each in found if each.by])
    for each in found:
        facts = {"kind": each.rule.kind, "months": each.rule.months, "starts": each.rule.starts}
        facts |= {"action": each.rule.action, "suggested": each.suggested, "confirmed": each.day}
        words = [kept.what_kept(each.rule.kind), kept.how_long(each), kept.who_confirmed(each, called)]
        tell(arguments, {**facts, "by": each.by, "reason": each.reason}, "  ".join(words))
    if not arguments.json and any(each.day is None for each in found):
        progress(say("A coordinator confirms them: do confirm_times, or Settings at the desk."))
    return 0


def _counts(arguments: argparse.Namespace) -> int:
    with open_book(arguments) as book:
        found = sums(book, MONTH)
        called = questions.names_of(book, sorted({each.team for each in found if each.team}))
    for each in found:
        tell(arguments, each._asdict(), kept.in_months(each, called))
    tell_none(arguments, say("There is nothing to count in this book."), told=len(found))
    return 0


def decisions(arguments: argparse.Namespace) -> int:
    """What was decided about conflicts, sameness, rights, hand-overs and erasures, the newest first."""
    with open_book(arguments) as book:
        told = decided(book, about=_meant(book, arguments.about), by=arguments.by)
        looks.looked(book, What.LISTED, people_of(told))
    for each in told:
        facts = each.decision._asdict() | {"kind": each.kind, "id": each.record, "who": each.who}
        words = "  ".join([each.when, each.who, each.title, *each.lines[:-1], each.holds])
        tell(arguments, facts, f"{words}  {each.record}".rstrip())
    tell_none(arguments, say("Nothing of this sort was decided yet."), told=len(told))
    return 0


def _meant(book: Book, about: str) -> str:
    """Any record by its id, else a person by her name."""
    known = about and any(questions.find_one(book, kind, about) for kind in KINDS)
    return about if known or not about else meant(book, PERSON, about)


def _key(book: Book, laptop: str) -> str:
    return next(each.key for each in partners.known(book) if each.laptop == laptop)


def need_folder(out: Path | None) -> None:
    """Before a book is opened for it. Raises CannotWrite."""
    if out is not None and not out.is_dir():
        raise CannotWrite(reason=say("there is no such folder"))


def _sentence(entry: Entry, called: dict[str, str]) -> str:
    """A code of a newer program is shown as it is."""
    done = say(WORDS[What(entry.what)]) if entry.what in set(What) else entry.what
    whom = [called.get(each, each) for each in (entry.about, entry.partner) if each]
    many = [f"({entry.many})"] if entry.many else []
    return "  ".join([str(entry.number), moment(entry.at), " ".join([done, *many]), *whom])
