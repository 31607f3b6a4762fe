"""Whom or what somebody means: an id, or a name that only one has."""

from __future__ import annotations

from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.record import Kind
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say


def meant(book: Book, kind: Kind, words: str) -> str:
    """The id of the record of this kind that these words name. Raises NotUnderstood."""
    if questions.knows(book, kind.name, words):
        return words
    found = questions.find(book, words, kinds={kind.name})
    if len(found) == 1:
        return found[0].id
    several = say("several are called so; write the id that `find` says")
    nobody = say("no {kind} here is called so; write the id that `find` says", kind=say(kind.label))
    raise NotUnderstood(field=say(kind.label).capitalize(), reason=several if found else nobody)
