"""What somebody writes is in place of what she was shown, and of nothing else, however long her form stood open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf

FIRST = 9  # minutes
HANDS, MINUTES = st.integers(0, 2), st.integers(1, 4)
STEPS = st.lists(st.tuples(HANDS, st.none() | MINUTES), max_size=10)


@dataclass
class Said:
    """The model: every value that nobody who was shown it wrote over."""

    current: set[tuple[int, int]] = field(default_factory=set)

    def write(self, number: int, minutes: int, shown: frozenset[tuple[int, int]]) -> None:
        self.current = (self.current - shown) | {(number, minutes)}

    @property
    def minutes(self) -> set[int]:
        return {minutes for _, minutes in self.current}


@pytest.fixture
def record_visit(book: Book) -> Callable[[], Leaf]:
    caregiver = ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record
    home = ACTS["record_household"](book, team=questions.in_order(book, "team")[0].id, code="HH-031").record
    told = {"caregiver": caregiver, "household": home, "day": "2026-03-02", "minutes": FIRST}
    return lambda: questions.get(book, "visit", ACTS["record_visit"](book, **told).record)


def standing(book: Book, visit: str) -> set[int]:
    """The values that are current: the one shown, or those that quarrel."""
    options = [option for each in histories.conflicts(book) if each.record == visit for option in each.options]
    return {int(each.fields["minutes"] or 0) for each in options} or {questions.get(book, "visit", visit)["minutes"]}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_nothing_is_written_over_that_its_writer_was_not_shown(
    book: Book, record_visit: Callable[[], Leaf], steps: list[tuple[int, int | None]]
):
    """Three forms of one visit stand open; each is looked at again, or saved with other minutes."""
    visit, said = record_visit(), Said({(0, FIRST)})
    forms = dict.fromkeys(range(3), (visit, frozenset(said.current)))

    for number, (hand, minutes) in enumerate(steps, 1):
        now = questions.get(book, "visit", visit.id)
        if minutes is None:
            forms[hand] = now, frozenset(said.current)
        elif now["minutes"] != minutes:  # what stands there already is not written again
            shown, known = forms[hand]
            ACTS["change_visit"].upon(book, shown, fields={"minutes": minutes})
            said.write(number, minutes, known)

        assert standing(book, visit.id) == said.minutes


def test_taking_out_what_somebody_changed_meanwhile_leaves_it_and_says_so(book: Book, record_visit: Callable[[], Leaf]):
    shown = record_visit()
    ACTS["change_visit"](book, id=shown.id, fields={"minutes": 3})

    ACTS["withdraw_visit"].upon(book, shown)

    left = questions.get(book, "visit", shown.id)
    assert (left.gone, left["minutes"], left.findings) == (False, 3, ("withdrawn-but-edited",))
