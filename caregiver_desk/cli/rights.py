"""What people may ask of a book: who has looked."""

from __future__ import annotations

import argparse

from caregiver_desk import acts
from caregiver_desk.cli.session import moment, open_book, tell, tell_none
from caregiver_desk.store import access, partners, questions
from caregiver_desk.store.access import WORDS, Entry, What
from caregiver_desk.wording import say

acts.load()


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


def _sentence(entry: Entry, called: dict[str, str]) -> str:
    """A code of a newer program is shown as it is."""
    done = say(WORDS[What(entry.what)]) if entry.what in set(What) else entry.what
    whom = [called.get(each, each) for each in (entry.about, entry.partner) if each]
    many = [f"({entry.many})"] if entry.many else []
    return "  ".join([str(entry.number), moment(entry.at), " ".join([done, *many]), *whom])
