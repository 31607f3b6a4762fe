"""What waits to be placed, as its sheet shows it: by whose it was, homes in one line, each line with its way on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caregiver_desk.acts.people.placing import NEXT, Waiting, Waits, placing, told
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, fold, say


@dataclass(frozen=True)
class Line:
    """One thing, or all homes of somebody together; `id` is empty for these."""

    sort: Waits
    kind: str
    id: str
    what: str
    whose: str

    @property
    def label(self) -> str:
        return say(NEXT[self.sort].label)


@dataclass(frozen=True)
class Tray:
    """Whose things wait, by name; how many homes these are, and how much else."""

    people: tuple[tuple[str, tuple[Line, ...]], ...]
    whose: frozenset[str]
    homes: int
    others: int

    @property
    def number(self) -> int:
        return self.homes + self.others

    @property
    def words(self) -> str:
        """How much waits, without a name."""
        homes = count("{number} home needs somebody", "{number} homes need somebody", self.homes)
        others = count("{number} more thing waits", "{number} more things wait", self.others)
        told = (homes if self.homes else "", others if self.others else "")
        return say(" · ").join(filter(None, told))


def tray(book: Book) -> Tray:
    waiting = placing(book)
    whose = frozenset(each.whose for each in waiting)
    names = questions.names_of(book, sorted(whose))
    called = {each: names.get(each, say("Name not sent here")) for each in whose}
    people = sorted(whose, key=lambda each: (fold(called[each]), each))
    lines = tuple((called[each], tuple(_lines(book, each, waiting))) for each in people)
    homes = sum(each.sort == Waits.HOME for each in waiting)
    return Tray(lines, whose, homes, len(waiting) - homes)


def _lines(book: Book, whose: str, waiting: Sequence[Waiting]) -> Iterable[Line]:
    theirs = [each for each in waiting if each.whose == whose]
    homes = [each for each in theirs if each.sort == Waits.HOME]
    if homes:
        what = count("{number} home needs somebody", "{number} homes need somebody", len(homes))
        yield Line(Waits.HOME, homes[0].leaf.kind, "", what, whose)
    for each, words in told(book, (each for each in theirs if each.sort != Waits.HOME)):
        yield Line(each.sort, each.leaf.kind, each.leaf.id, words, whose)
