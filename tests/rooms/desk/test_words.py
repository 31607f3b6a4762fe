"""Words about days and people."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_desk.desk.answers import days
from caregiver_desk.desk.parts import words

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 3, 2), "today"),
        (date(2026, 3, 3), "tomorrow"),
        (date(2026, 3, 5), "Thu"),
        (date(2026, 3, 20), "20 Mar"),
        (date(2027, 1, 4), "4 Jan 2027"),
        (date(2026, 3, 1), "1 day over"),
        (date(2026, 2, 27), "3 days over"),
        (date(2026, 2, 2), "28 days over"),
        (date(2026, 2, 1), "since 1 Feb"),
    ],
)
def test_how_far_off_a_day_is_is_said_as_one_says_it(day: date, said: str) -> None:
    assert days.due(day, MONDAY) == said


def test_a_tip_shows_markup_as_it_was_typed() -> None:
    assert words.tip("<b>x</b>") == "<span>&lt;b&gt;x&lt;/b&gt;</span>"


def test_a_label_draws_markup_letter_by_letter() -> None:
    marked, bare = words.PlainLabel("<i>Nomvula</i>"), words.PlainLabel("Nomvula")

    assert marked.sizeHint().width() > bare.sizeHint().width() * 1.3


def test_no_word_is_left_alone_in_the_last_line_of_an_empty_page(qapp: QApplication) -> None:  # noqa: ARG001
    told = words.Even("Add a caregiver. Then all that you do together shows here, on one timeline.")
    told.resize(420, told.heightForWidth(420))

    assert told.evened().width() < 400
    assert told.evened().center().x() == pytest.approx(told.rect().center().x(), abs=1)
