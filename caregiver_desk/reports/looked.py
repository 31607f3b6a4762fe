"""Who has looked at somebody's record, in words and days: from the access log of this book, which one person uses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.store import looks, questions
from caregiver_desk.store.access import Entry, What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, full_day, later, say

SHOWN = 12  # days that are named; of more only how many they were
HERS = {
    What.OPENED: later("Your record was opened"),
    What.TURNED: later("You read it together"),
    What.HISTORY: later("Its history was read"),
    What.LISTED: later("It stood in a list"),
    What.EXPORTED: later("It was written to a file"),
    What.PRINTED: later("It was printed"),
}
EVERYBODYS = {
    What.LISTED: later("A list of everybody was read"),
    What.EXPORTED: later("Records of several people were written to a file"),
    What.PRINTED: later("Records of several people were printed"),
}


class Look(NamedTuple):
    """One way in which it was looked at, and the days, the last one first; None where the day is uncertain."""

    what: str
    words: str
    days: tuple[date | None, ...]


def who_looked(book: Book, person: str) -> tuple[Look, ...]:
    """Hers first, then what was about several people and may have been about her too."""
    found = looks.looks_at(book, person)
    hers = [_look(what, say(words), [e for e in found if e.about and e.what == what]) for what, words in HERS.items()]
    all_ = [
        _look(what, say(words), [e for e in found if not e.about and e.what == what])
        for what, words in EVERYBODYS.items()
    ]
    return tuple(each for each in (*hers, *all_) if each.days)


def _look(what: What, words: str, entries: Sequence[Entry]) -> Look:
    days = dict.fromkeys(clock.day_of(each.at) if each.at else None for each in reversed(entries))
    return Look(str(what), words, tuple(days))


def whose_book(book: Book) -> str:
    """The one person who opens this book."""
    return questions.names_of(book, [book.person]).get(book.person, say("the owner of this book"))


def counted(log: Mapping[str, int]) -> str:
    """What the access log counts of the last thirty days, for the owner of the book."""
    opened = count("opened {number} time", "opened {number} times", log.get(What.UNLOCKED, 0))
    wrong = count("{number} wrong passphrase", "{number} wrong passphrases", log.get(What.KNOCKED, 0))
    out = sum(log.get(what, 0) for what in (What.EXPORTED, What.PRINTED))
    written = count("{number} time printed or written to a file", "{number} times printed or written to a file", out)
    return say("In the last 30 days: {opened}, {wrong}, {written}.", opened=opened, wrong=wrong, written=written)


def in_days(look: Look) -> str:
    """The days, as many as one reads."""
    shown = [full_day(day) if day else say("date uncertain") for day in look.days[:SHOWN]]
    rest = len(look.days) - len(shown)
    if rest:
        shown.append(count("{number} earlier day", "{number} earlier days", rest))
    return say(", ").join(shown)
