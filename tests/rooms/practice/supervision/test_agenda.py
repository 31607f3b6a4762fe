"""What each kind of check-in asks, in which order, and when somebody who was away is met again."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from caregiver_desk import clock
from caregiver_desk.practice import due
from caregiver_desk.practice.due import Work
from caregiver_desk.practice.norms import norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.supervision import agenda
from caregiver_desk.records.journal import Audience, Line
from caregiver_desk.records.people.people import EngagementState
from caregiver_desk.records.supervision.supervision import CHECK_IN, CheckInType
from caregiver_desk.records.understanding import as_now, is_newer

IN_DEPTH = ("was_like", "made_of_it", "what_next")
ASKS = {
    "one-to-one": (60, "how_are_you the_work happened learning organisation boundaries went_well her_words"),
    "short call": (10, "how_are_you urgent the_work"),
    "support conversation": (30, "safe_now needs how_are_you helps links her_words"),
    "review": (60, "evidence her_words decision plan"),
    "own supervision": (
        60,
        "how_are_you carried the_work happened power team_picture learning organisation boundaries went_well her_words",
    ),
}
MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize("sort", CheckInType)
def test_each_kind_asks_its_own_things_in_its_own_order(sort: CheckInType):
    minutes, lines = ASKS[str(sort)]

    assert agenda.structure(sort).minutes == minutes
    assert agenda.asks(sort) == tuple(lines.split())
    assert agenda.structure(sort).source
    assert agenda.version()


@pytest.mark.parametrize("sort", CheckInType)
def test_the_sheet_has_all_lines_in_one_order_that_is_that_of_every_kind(sort: CheckInType):
    every = list(agenda.every_line())

    asked = [each.field for each in agenda.structure(sort).asks]
    assert [name for name in every if name in asked] == asked
    assert all(CHECK_IN.fields[name].audience == Audience.PAIR for name in every)
    assert not any(CHECK_IN.fields[name].required for name in every)


def test_one_situation_goes_on_once_it_was_begun_and_is_skipped_by_writing_nothing():
    assert not set(IN_DEPTH) & set(agenda.asks(CheckInType.ONE_TO_ONE))
    begun = agenda.asks(CheckInType.ONE_TO_ONE, {"happened"})
    assert begun[begun.index("happened") + 1 :][:3] == IN_DEPTH


def test_nobody_is_asked_after_an_incident_to_tell_what_happened():
    asked = {each.field for each in agenda.structure(CheckInType.AFTER_INCIDENT).asks}

    assert not asked & {"happened", "situation", *IN_DEPTH}
    assert "no details are asked for" in agenda.prompts(CheckInType.AFTER_INCIDENT)["how_are_you"]


def test_who_supervises_others_is_heard_every_thirty_days_or_as_the_site_says():
    long_ago = date(2020, 1, 6)
    for every in (30, 45):
        work, said = Work(EngagementState.ACTIVE, long_ago, own=True), norms({"own_supervision": every})
        assert due.talk(work, MONDAY, None, MONDAY, said) == date.fromordinal(MONDAY.toordinal() + every)
    assert due.interval(Work(EngagementState.ACTIVE, MONDAY, own=True), MONDAY, norms({})).days == 30


@pytest.mark.parametrize(
    ("leave", "closed", "latest"),
    [
        ([], [], date(2026, 3, 9)),
        ([Period(date(2026, 1, 5), date(2026, 2, 1))], [], date(2026, 3, 9)),
        ([Period(MONDAY, date(2026, 3, 13))], [], date(2026, 3, 20)),
        ([Period(None, date(2026, 3, 15))], [], date(2026, 3, 20)),
        ([Period(date(2026, 12, 1), date(2027, 1, 4))], [], date(2026, 3, 9)),  # a leave of later is none of today
        ([Period(MONDAY, None)], [], date(2026, 3, 9)),  # nobody knows the end
        ([], [Period(date(2026, 3, 3), date(2026, 3, 10))], date(2026, 3, 16)),
    ],
)
def test_who_was_away_is_met_within_five_working_days_of_being_back(
    leave: list[Period], closed: list[Period], latest: date
):
    assert due.after_absence(MONDAY, leave, closed, norms({})) == latest


def line(version: int, **fields: str) -> Line:
    record = clock.new_record(clock.new_scope("key"))
    return Line(
        salt=clock.new_salt(), at=clock.now(), by="b", kind="check_in", version=version, record=record, fields=fields
    )


def test_a_check_in_that_an_older_program_wrote_says_what_it_said():
    old = line(1, situation="the gogo at the door")

    now = as_now(old, Audience.PAIR)

    assert now is not None
    assert (now.version, now.fields) == (CHECK_IN.version, old.fields)
    assert as_now(line(1, type="short call"), Audience.OPEN) is not None


def test_a_check_in_of_this_program_waits_in_an_older_one_and_is_not_taken_for_a_fault():
    new = line(CHECK_IN.version, type="own supervision")

    assert CHECK_IN.version > 1
    assert as_now(new, Audience.OPEN) is not None
    assert is_newer(replace(new, version=CHECK_IN.version + 1))


def test_sys_31_whoever_supervises_is_asked_what_they_carry_and_about_power():
    asked = {each.field for each in agenda.structure(CheckInType.OWN).asks}
    assert {"carried", "power"} <= asked
