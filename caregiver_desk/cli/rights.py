"""What people may ask of a book: who has looked, and all that it holds about one of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeAlias

from caregiver_desk import acts
from caregiver_desk.cli.session import moment, open_book, tell, tell_none
from caregiver_desk.errors import CannotWrite, NoSuchRecord, NotUnderstood
from caregiver_desk.reports import handing
from caregiver_desk.reports import pack as packs
from caregiver_desk.reports.document import Document
from caregiver_desk.store import access, partners, questions
from caregiver_desk.store.access import WORDS, Entry, What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, say

acts.load()

AsPdf: TypeAlias = Callable[[Document, bool], bytes]  # given by whoever knows how to paint


def access_log(arguments: argparse.Namespace) -> int:
    """The access log, the oldest entry first."""
    with open_book(arguments) as book:
        found = list(access.entries(book, arguments.about))
        called = {each.key: each.name for each in partners.known(book)}
        called |= questions.names_of(book, sorted({each.about for each in found if each.about}))
    for entry in found:
        facts = {"number": entry.number, "at": entry.at, "what": entry.what, "about": entry.about}
        tell(arguments, facts | {"with": entry.partner, "many": entry.many}, _sentence(entry, called))
    tell_none(arguments, say("The access log says nothing of it."), told=len(found))
    return 0


def pack(arguments: argparse.Namespace, as_pdf: AsPdf) -> int:
    """A person's own pack, as two files whose names say nothing."""
    if not arguments.out.is_dir():
        raise CannotWrite(reason=say("there is no such folder"))
    with open_book(arguments) as book:
        told = packs.handed(book, _person(book, arguments.person))
    pdf = as_pdf(packs.as_document(told), told.fictional)
    paper, data = handing.put(arguments.out, pdf, packs.as_json(told))
    records = count("{number} record", "{number} records", told.records)
    words = "{paper} and {data}: {records}. They are not encrypted. Read the paper before you hand it over."
    facts = {"paper": str(paper), "data": str(data), "records": told.records}
    tell(arguments, facts, say(words, paper=paper, data=data.name, records=records))
    return 0


def _person(book: Book, asked: str) -> str:
    """The person with this id, or the only one whose name begins so. Raises NoSuchRecord or NotUnderstood."""
    if questions.find_one(book, "person", asked):
        return asked
    found = questions.find(book, asked, kinds={"person"})
    if len(found) > 1:
        raise NotUnderstood(field=say("Person"), reason=say("several are called so; give the id that `find` says"))
    if not found:
        raise NoSuchRecord(kind=say("person"), record=asked)
    return found[0].id


def _sentence(entry: Entry, called: dict[str, str]) -> str:
    """A code of a newer program is shown as it is."""
    done = say(WORDS[What(entry.what)]) if entry.what in set(What) else entry.what
    whom = [called.get(each, each) for each in (entry.about, entry.partner) if each]
    many = [f"({entry.many})"] if entry.many else []
    return "  ".join([str(entry.number), moment(entry.at), " ".join([done, *many]), *whom])
