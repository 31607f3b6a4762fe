"""The power cut of week 8: what was left of a cell is there, and what was still on paper comes a week later."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_desk.store import drafts, questions
from caregiver_desk.trainer.calendar import FRIDAY, Calendar
from caregiver_desk.trainer.story import Books


def test_the_cell_in_hand_is_kept_the_cells_before_it_are_saved_and_the_rest_is_typed_a_week_later(
    tell: Callable[..., Books], calendar: Calendar
):
    books = tell(week=8, weeks=1)
    north = books.north
    (kept,) = drafts.find(north).values()
    name = questions.names_of(north, [kept["caregiver"]])[kept["caregiver"]]
    saved = questions.count(north, "visit", {"caregiver": kept["caregiver"], "day": kept["day"]})

    assert [len(drafts.find(book)) for book in books.each()] == [1, 0, 0]
    assert kept["typed"].isdigit()
    assert kept["day"] == Calendar(calendar.today, last=8).day([8, FRIDAY]).isoformat()

    north = tell(week=9, weeks=2).north
    (her,) = questions.find(north, name, kinds={"person"})
    a_week_ago = Calendar(calendar.today, last=9).day([8, FRIDAY])
    assert drafts.find(north) == {}
    assert questions.count(north, "visit", {"caregiver": her.id, "day": a_week_ago}) > saved


def test_nothing_of_it_is_in_another_week(tell: Callable[..., Books]):
    assert [len(drafts.find(book)) for book in tell(week=7, weeks=1).each()] == [0, 0, 0]
