"""Who is on the way to supervise, and whom nobody has heard for long."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.growth.oversight import OnTheWay, Stage, stage, unheard

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("known", "where"),
    [
        (OnTheWay(), None),
        (OnTheWay(interest=True), Stage.INTERESTED),
        (OnTheWay(preparing=True), None),  # a course says nothing of what somebody wants
        (OnTheWay(interest=True, preparing=True), Stage.PREPARING),
        (OnTheWay(acting=True), Stage.ACTING),
        (OnTheWay(supervises=True, new=True), Stage.NEW),
        (OnTheWay(interest=True, supervises=True), Stage.IN_POST),
    ],
)
def test_sys_29_somebody_stands_where_they_are_and_only_if_it_may_be_known(known: OnTheWay, where: Stage | None):
    assert stage(known) == where


def test_whom_nobody_heard_for_so_many_days_is_told_of_and_who_came_lately_is_not():
    heard = {"long ago": date(2026, 3, 1), "lately": date(2026, 5, 20), "on the day": date(2026, 4, 2)}
    since = {"never": date(2025, 1, 1), "came lately": date(2026, 5, 1)}
    people = ("came lately", "lately", "long ago", "never", "on the day", "nobody knows")
    assert unheard(people, heard, since, TODAY, 60) == ["long ago", "never", "nobody knows"]
