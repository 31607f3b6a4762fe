"""A figure over records that two laptops wrote differently: the same on both, each once, as it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, NamedTuple

import pytest
from six_caregivers import TODAY, Six, go_to, six

from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book

DAYS = ("2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05")
Numbers = tuple[int | None, int | None]


class Two(NamedTuple):
    """A programme on two laptops; Grace did four visits on four days, and `visit` is the first of them."""

    mine: Six
    theirs: Six
    visit: str
    send: Callable[[Book, Book], Any]

    def exchange(self) -> None:
        self.send(self.mine.book, self.theirs.book)
        self.send(self.theirs.book, self.mine.book)

    def counts(self, code: str) -> Numbers:
        """As both count it."""
        mine, theirs = self.mine.counts(code), self.theirs.counts(code)
        assert mine == theirs
        return mine

    def quarrels(self) -> int:
        mine, theirs = (len(histories.conflicts(each.book)) for each in self[:2])
        assert mine == theirs
        return mine


@pytest.fixture
def two(pair: tuple[Book, Book], send: Callable[[Book, Book], Any]) -> Two:
    go_to(TODAY)
    programme = six(pair[0])
    programme.visit("Grace", programme.home("HH-001"), *DAYS)
    (visit,) = questions.listing(pair[0], "visit", {"caregiver": programme["Grace"], "day": DAYS[0]})
    both = Two(programme, replace(programme, book=pair[1]), visit.id, send)
    both.exchange()
    return both


def test_each_visit_is_counted_once_and_as_the_same_on_both_laptops(two: Two):
    """Neither said that it was done, and both that somebody stood at the door: three done on four days."""
    assert two.counts("I18") == (4, 4)
    two.mine.does("change_visit", id=two.visit, fields={"outcome": "refused"})
    two.theirs.does("change_visit", id=two.visit, fields={"outcome": "nobody home"})
    two.exchange()

    assert two.quarrels() == 1
    assert two.counts("I18") == (3, 4)


@pytest.mark.parametrize(("settled", "counted"), [("done", (4, 4)), ("cancelled by us", (3, 3))])
def test_what_is_shown_is_counted_and_a_settlement_moves_the_figure_on_both(two: Two, settled: str, counted: Numbers):
    """One says called off and the other refused: until that is settled, the figure follows what is shown."""
    two.mine.does("change_visit", id=two.visit, fields={"outcome": "cancelled by us"})
    two.theirs.does("change_visit", id=two.visit, fields={"outcome": "refused"})
    two.exchange()
    shown = {str(questions.get(each.book, "visit", two.visit)["outcome"]) for each in two[:2]}
    assert two.quarrels() == 1
    assert two.counts("I18") == {"cancelled by us": (3, 3), "refused": (3, 4)}[shown.pop()]
    assert not shown

    two.mine.does("settle", kind="visit", id=two.visit, field="outcome", value=settled)
    two.exchange()

    assert two.quarrels() == 0
    assert two.counts("I18") == counted


def test_what_one_takes_out_while_the_other_writes_on_in_it_stays_and_is_counted_on_both(two: Two):
    two.mine.does("withdraw_visit", id=two.visit)
    assert two.mine.counts("I18") == (3, 3)
    two.theirs.does("change_visit", id=two.visit, fields={"minutes": 30})
    two.exchange()

    assert two.counts("I18") == (4, 4)
