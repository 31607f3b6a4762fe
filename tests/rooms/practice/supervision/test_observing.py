"""The items in their words, how to speak of two views that lie far apart, and what changed over time."""

from __future__ import annotations

import re
from datetime import date

import pytest

from caregiver_desk.practice import due
from caregiver_desk.practice.due import Work
from caregiver_desk.practice.norms import norms
from caregiver_desk.practice.supervision import observing
from caregiver_desk.practice.supervision.observing import Views
from caregiver_desk.records.people.people import EngagementState
from caregiver_desk.records.supervision.observation import Item, Level

MARCH, JUNE, SEPTEMBER = date(2026, 3, 3), date(2026, 6, 2), date(2026, 9, 1)
AT_WORK, LONG_AGO = EngagementState.ACTIVE, date(2020, 1, 6)


def test_every_item_of_the_list_has_its_words_in_every_version():
    for version in observing._told()["versions"].values():
        assert list(version["items"]) == [str(each) for each in Item]
        assert version["source"]
        assert version["since"]
    assert [each.words for each in observing.items()][:2] == ["Prepared and safe", "Respectful arrival"]


def test_a_version_that_this_program_does_not_know_reads_in_the_words_of_today():
    assert observing.items("2031-01") == observing.items()


@pytest.mark.parametrize(
    ("own", "seen", "begins"),
    [
        (Level.NOT_YET, Level.MOSTLY, "They see less good work than you did in: Boundaries."),
        (Level.STRONGLY, Level.SOMETIMES, "You saw it otherwise than they do in: Boundaries."),
        (Level.MOSTLY, Level.STRONGLY, ""),
        (Level.STRONGLY, Level.NOT_SEEN, ""),
        (Level.NOT_SEEN, Level.STRONGLY, ""),
        (Level.SOMETIMES, Level.SOMETIMES, ""),
    ],
)
def test_views_that_lie_far_apart_are_spoken_of_in_words(own: Level, seen: Level, begins: str):
    told = observing.how_to_say_it(Views(MARCH, "", {Item.BOUNDARIES: own}, {Item.BOUNDARIES: seen}))

    assert " ".join(told).startswith(begins)
    assert bool(told) == bool(begins)
    assert not re.search(r"\d", " ".join(told))


def test_what_changed_is_told_item_by_item_and_what_stayed_is_said_once():
    def seen(day: date, level: Level) -> Views:
        return Views(day, "", {}, {Item.LINKING: level})

    told = observing.over_time(
        [
            seen(SEPTEMBER, Level.MOSTLY),
            seen(MARCH, Level.NOT_YET),
            seen(JUNE, Level.NOT_YET),
            seen(JUNE, Level.NOT_SEEN),
        ]
    )

    assert told == (("Linking to help", "3 Mar 2026 not yet → 1 Sep 2026 mostly"),)


@pytest.mark.parametrize(
    ("work", "seen", "when"),
    [
        (Work(AT_WORK, LONG_AGO), MARCH, date(2026, 6, 3)),
        (Work(AT_WORK, date(2026, 5, 4)), None, date(2026, 6, 4)),
        (Work(AT_WORK, date(2026, 5, 4)), date(2026, 5, 20), date(2026, 6, 20)),
        (Work(AT_WORK, LONG_AGO), None, JUNE),
        (Work(AT_WORK), None, None),
        (Work(AT_WORK), MARCH, date(2026, 6, 3)),
        (Work(EngagementState.ON_LEAVE, LONG_AGO), MARCH, None),
        (Work(EngagementState.LEFT, LONG_AGO), MARCH, None),
        (Work(EngagementState.DECEASED, LONG_AGO), MARCH, None),
    ],
)
def test_somebody_comes_along_every_quarter_and_every_month_at_first(work: Work, seen: date | None, when: date | None):
    assert due.visit_together(work, seen, JUNE, norms({})) == when


def test_a_word_about_it_is_asked_after_the_next_morning_until_it_is_given():
    assert due.word_after(MARCH, None) == date(2026, 3, 4)
    assert due.word_after(MARCH, MARCH) is None
