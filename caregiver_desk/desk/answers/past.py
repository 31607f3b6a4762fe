"""The past of one record in words: who wrote what, when, and what stood there before. A question of a book.

Every line is shown, also those that were taken back or that do not count: what somebody saw at the time is part of the
record. Names are given where this book knows them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from caregiver_desk.desk.answers.days import moment
from caregiver_desk.practice.spoken import Names, value, worded_in
from caregiver_desk.records.journal import WITHDRAWN, Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.histories import Entry
from caregiver_desk.sync import trust
from caregiver_desk.wording import say

SHOWN = 200  # saves; a record with more is read on the command line


@dataclass(frozen=True)
class Change:
    """One field that was written: by whom and when, what it says and what it said. `note` says what became of it."""

    when: str
    who: str
    field: str
    now: str
    before: str
    note: str


class Read(NamedTuple):
    """How the values of one record are read: who is named in them, and in whose words it was written."""

    kind: Kind
    names: Names
    worded: str

    def value(self, field: Field, stored: Any) -> str:
        return value(field, stored, self.names, self.worded)


def past(book: Book, kind: str, record: str) -> tuple[list[Change], int]:
    """What was written of a record last, the newest first, and how often it was written at all."""
    written = [each for each in histories.history(book, kind, record) if each.fields]
    entries = written[-SHOWN:]
    writers = trust.names_of_writers(book, [each.by for each in entries])
    undone = {each.undoes for each in entries if each.undoes}
    before = histories.stood_before(book, kind, record, entries)
    stood = (value for each in entries for values in before[each.tag].values() for value in values)
    ids = [str(told) for told in (*(value for each in entries for value in each.fields.values()), *stood) if told]
    names = questions.names_of(book, sorted(set(ids)))
    leaf = questions.find_one(book, kind, record)
    read = Read(KINDS[kind], names, worded_in(leaf.values) if leaf else "")
    changes = [
        Change(moment(each.at), writers.get(each.by) or say("another laptop"), name, now, earlier, _note(each, undone))
        for each in reversed(entries)
        for name, now, earlier in _told(read, each, before[each.tag])
    ]
    return changes, len({(each.at, each.by) for each in written})  # a save writes a line for each audience


def _note(entry: Entry, undone: set[str]) -> str:
    if not entry.counts:
        return say("does not count here")
    if entry.tag in undone:
        return say("was taken back")
    return say("takes back an earlier change") if entry.undoes else ""


def _told(read: Read, entry: Entry, before: dict[str, list[Scalar]]) -> Iterator[tuple[str, str, str]]:
    kind = read.kind
    for name, now in entry.fields.items():
        field, _, element = name.partition("/")
        if name == WITHDRAWN:
            yield say("This record"), say("taken out") if now else say("brought back"), ""
        elif field in kind.fields:
            declared = kind.fields[field]
            if element:
                words = read.value(declared, [element])
                yield (
                    say(declared.label),
                    say("with {what}", what=words) if now else say("without {what}", what=words),
                    "",
                )
            else:
                yield say(declared.label), read.value(declared, now), _stood(read, declared, before.get(name, []))
        else:
            yield name, str(now), ""


def _stood(read: Read, declared: Field, values: list[Scalar]) -> str:
    """What stood there before: each of them where a conflict was settled."""
    return say(" | ").join(words for each in values if (words := read.value(declared, each)))
