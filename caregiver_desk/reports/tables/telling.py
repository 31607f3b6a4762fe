"""What a file would hold, in plain words, before it is written: how many of what, and about how many people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from caregiver_desk.practice.spans import said
from caregiver_desk.records.leaving import BY_ASKING
from caregiver_desk.records.record import Kind
from caregiver_desk.reports.tables.asked import Asked
from caregiver_desk.store import pages
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, say


@dataclass(frozen=True)
class Telling:
    """How many records of each kind, whom they tell of, and how many stand under no day and so stay out."""

    asked: Asked
    many: tuple[tuple[Kind, int], ...]
    people: frozenset[str]
    homes: frozenset[str]
    dayless: int

    @property
    def records(self) -> int:
        return sum(number for _, number in self.many)

    def sentences(self) -> Iterator[str]:
        """What goes, of which days, about whom, and what it means."""
        yield say("{what}, {days}.", what=self._what(), days=self._days())
        if self.people or self.homes:
            yield say("They tell of {people} and {homes}.", people=self._people(), homes=self._homes())
        if undated := [say(kind.plural) for kind, _ in self.many if self.asked.span and not kind.when]:
            yield say("All of these go, since they stand under no day: {kinds}.", kinds=", ".join(undated))
        if self.dayless:
            one, many = "{number} without a day stays out.", "{number} without a day stay out."
            yield count(one, many, self.dayless)
        yield from (say("In it: {what}.", what=say(BY_ASKING[each])) for each in BY_ASKING if each in self.asked.wanted)
        yield say(
            "The file is not encrypted. What was said between two people is never in it, nor any concern’s words."
        )

    def _what(self) -> str:
        parts = [count(f"{{number}} {kind.label}", f"{{number}} {kind.plural}", number) for kind, number in self.many]
        return ", ".join(parts)

    def _days(self) -> str:
        return said(self.asked.span) if self.asked.span else say("all days")

    def _people(self) -> str:
        return count("{number} person who works here", "{number} people who work here", len(self.people))

    def _homes(self) -> str:
        return count("{number} household", "{number} households", len(self.homes))


def telling(book: Book, asked: Asked) -> Telling:
    """Counted in the store; nothing is written."""
    many = tuple((kind, pages.how_many(book, kind, asked.days)) for kind in asked.kinds)
    return Telling(asked, many, _named(book, asked, "person"), _named(book, asked, "household"), _dayless(book, asked))


def _named(book: Book, asked: Asked, refers: str) -> frozenset[str]:
    """The records of this kind that the file tells of."""
    found: set[str] = set()
    for kind in asked.kinds:
        if kind.name == refers:
            found.update(pages.ids(book, kind, asked.days))
        for field in asked.fields(kind):
            if field.shown.refers == refers:
                found |= pages.named_in(book, kind, field, asked.days)
    return frozenset(found)


def _dayless(book: Book, asked: Asked) -> int:
    return sum(pages.without_a_day(book, kind) for kind in asked.kinds if asked.span and kind.when)
