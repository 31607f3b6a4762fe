"""The power goes in week 8, in the middle of somebody's week sheet.

Decision. It is told as it would be found: every cell that was left is in the book, the one in hand is kept as far as it
was typed, and what stood below it on paper is typed on the Friday after. Whoever sits down in week 8 finds the week
sheet open at that cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from caregiver_desk.practice.visits.weeks import length_on, written
from caregiver_desk.records.visits.visits import VisitDraft
from caregiver_desk.store import drafts
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import Telling, listed, told

IN_HAND = "week/"  # where the week sheet keeps the cell in hand


@dataclass(frozen=True)
class _Paper:
    """What is still to be typed when the power is back."""

    book: Book
    rest: Sequence[VisitDraft]
    type: Callable[[Book, Sequence[VisitDraft]], object]

    def happen(self) -> None:
        drafts.forget(self.book, IN_HAND)
        self.type(self.book, self.rest)


def typed(
    telling: Telling,
    book: Book,
    week: int,
    round_of: Sequence[VisitDraft],
    by: Callable[[Book, Sequence[VisitDraft]], object],
) -> Sequence[VisitDraft]:
    """What of a week's round is typed in; where the power goes, the rest is, a week later, by whoever types."""
    if week != told("visits")["power_cut"]["week"] or book is not telling.books.north or not round_of:
        return round_of
    rest = _below(round_of)
    drafts.keep(book, IN_HAND, _in_hand(book, rest[0]))
    telling.later([week + 1, 0], _Paper(book, rest, by))
    return [each for each in round_of if each not in rest]


def _below(round_of: Sequence[VisitDraft]) -> Sequence[VisitDraft]:
    """Of the fullest sheet of the last day, from the cell in hand."""
    last = max(each.day for each in round_of)
    ((whose, many),) = Counter(each.caregiver for each in round_of if each.day == last).most_common(1)
    return [each for each in round_of if (each.day, each.caregiver) == (last, whose)][many // 2 :]


def _in_hand(book: Book, visit: VisitDraft) -> dict[str, str]:
    """All but the last digit of the number that this home has on its caregiver's list."""
    hers = [each for each in listed(book, "assignment", caregiver=visit.caregiver) if each["short_number"]]
    number = next(each["short_number"] for each in hers if each["household"] == visit.household)
    whole = written(number, length_on(each["short_number"] for each in hers))
    return {"caregiver": visit.caregiver, "day": visit.day.isoformat(), "typed": whole.replace("-", "")[:-1]}
