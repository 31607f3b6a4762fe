"""What is proposed after a hard event and by when; hours of a round alone."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from caregiver_desk.practice.norms import norms
from caregiver_desk.practice.visits.rounds import Out, hour, stands
from caregiver_desk.practice.wellbeing import events
from caregiver_desk.practice.wellbeing.events import Moment, Proposal
from caregiver_desk.records.visits.safety import IncidentSort
from caregiver_desk.records.wellbeing.danger import Danger
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode, HardEvent

MONDAY = date(2026, 3, 2)


def days(moment: Moment, **said: int) -> dict[Proposal, date | None]:
    return {each: next(events.steps([each], moment, norms(said))).due for each in Proposal}


def test_an_assault_and_urgent_care_name_a_danger_and_nothing_else_does():
    named = {each: events.dangers(each, events.proposed(each)) for each in HardEvent}

    assert {each for each, dangers in named.items() if dangers} == {HardEvent.ASSAULT}
    assert events.dangers(HardEvent.ASSAULT, [Proposal.URGENT]) == {Danger.ASSAULT, Danger.HARM}


@pytest.mark.parametrize("event", HardEvent)
def test_every_event_has_its_data_and_proposes_a_talk_and_to_ask_again(event: HardEvent):
    proposed = events.proposed(event)

    assert {Proposal.TALK, Proposal.SEEN, Proposal.AGAIN, Proposal.LATER} <= set(proposed)
    assert (Proposal.REMEMBRANCE in proposed) is ("death" in event or "suicide" in event)
    assert (Proposal.SAFE_NOW in proposed) is (events.incident(event) is not None)
    assert (events.weighs(event) is None) is (event is HardEvent.OTHER)


def test_no_proposal_is_a_session_in_which_somebody_has_to_tell_it():
    told = [next(events.steps([each], Moment(MONDAY, None, MONDAY), norms({}))).code for each in Proposal]

    assert FollowUpCode.GROUP not in told
    assert not any("debrief" in events.words(each).casefold() for each in Proposal)
    assert [word for word, _ in events.guide()] == ["Look", "Listen", "Link"]


@pytest.mark.parametrize(
    ("at", "talk", "seen"),
    [(None, 3, 5), (time(0), 3, 5), (time(23, 59), 3, 5)],
)
def test_a_talk_within_a_day_and_a_face_within_three(at: time | None, talk: int, seen: int):
    due = days(Moment(MONDAY, at, MONDAY))

    assert (due[Proposal.TALK], due[Proposal.SEEN]) == (date(2026, 3, talk), date(2026, 3, seen))
    assert (due[Proposal.AGAIN], due[Proposal.LATER]) == (date(2026, 3, 16), date(2026, 4, 13))
    assert due[Proposal.REMEMBRANCE] is None


@pytest.mark.parametrize(("hours", "at", "talk"), [(12, time(8), 2), (12, time(14), 3), (12, None, 3), (36, None, 4)])
def test_a_site_says_other_hours_and_days(hours: int, at: time | None, talk: int):
    due = days(Moment(MONDAY, at, MONDAY), after_event_offer=hours, after_event_again=10)

    assert due[Proposal.TALK] == date(2026, 3, talk)
    assert due[Proposal.AGAIN] == date(2026, 3, 12)


def test_nothing_is_due_before_the_day_on_which_it_is_spoken_of():
    due = days(Moment(MONDAY, None, date(2026, 3, 20)))

    assert due[Proposal.TALK] == due[Proposal.AGAIN] == due[Proposal.SAFE_NOW] == date(2026, 3, 20)
    assert due[Proposal.LATER] == date(2026, 4, 13)


def test_a_matter_of_safety_is_an_incident_and_grief_is_none():
    assert events.incident(HardEvent.ACCIDENT) is IncidentSort.ROAD
    assert events.incident(HardEvent.CHILD_DIED) is None


@pytest.mark.parametrize(
    ("written", "found"),
    [("16", time(16)), ("16:05", time(16, 5)), ("9.30", time(9, 30)), ("7h", time(7)), ("24", None), ("late", None)],
)
def test_an_hour_is_read_as_somebody_writes_it(written: str, found: time | None):
    assert hour(written) == found


@pytest.mark.parametrize(
    ("now", "out"),
    [
        ("2026-03-02T14:59", Out.EXPECTED),
        ("2026-03-02T15:00", Out.LATE),
        ("2026-03-02T16:59", Out.LATE),
        ("2026-03-02T17:00", Out.ACT),
        ("2026-03-03T08:00", Out.ACT),
    ],
)
def test_nobody_is_late_before_the_hour_and_nobody_waits_beyond_the_second(now: str, out: Out):
    at = datetime.fromisoformat(now)
    assert stands(MONDAY, "15:00", "17:00", at) is out
    assert stands(MONDAY, "15:00", "", at) is (Out.EXPECTED if out is Out.EXPECTED else Out.LATE)
    assert stands(MONDAY, "before dark", "", at) is Out.EXPECTED
