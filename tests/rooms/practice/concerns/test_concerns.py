"""Concerns: whom to tell, the clock, when to ask again, and how one may close, row by row of the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from caregiver_desk.practice.concerns import concerns
from caregiver_desk.practice.concerns.concerns import NOT_REVIEWED, duties
from caregiver_desk.records.concerns.concerns import ConcernSort, ConcernState, DutyCode, StepSort, Unsure, Whom

SEXUAL, CHILD, POLICE, OFFICE = ConcernSort.SEXUAL, Whom.CHILD, StepSort.POLICE, StepSort.SOCIAL_WORKER
MONDAY = date(2026, 3, 2)


def moment(day: int, hour: int, minute: int) -> int:
    """Seconds of a time of this laptop's wall in March 2026."""
    return int(datetime(2026, 3, day, hour, minute).astimezone().astimezone(UTC).timestamp())


def test_every_rule_names_its_source_and_its_day_and_nobody_has_read_any_yet():
    assert set(duties()) == {str(each) for each in DutyCode}
    for rule in duties().values():
        assert rule.source
        assert rule.written
        assert (rule.reviewed_by, rule.review) == ("", NOT_REVIEWED)


def test_no_rule_ever_tells_anybody_that_there_is_no_need_to_report():
    words = " ".join(rule.words.casefold() for rule in duties().values())

    for never in ("need not", "not need to", "no need", "don't have to", "do not have to", "no duty", "not obliged"):
        assert never not in words


@pytest.mark.parametrize(
    ("sort", "whom", "first"),
    [
        (SEXUAL, CHILD, "CP3"),
        (SEXUAL, Whom.MENTAL_DISABILITY, "CP3"),
        (ConcernSort.VIOLENCE_AT_HOME, CHILD, "CP4"),
        (ConcernSort.VIOLENCE_AT_HOME, Whom.OLDER, "CP4"),
        (ConcernSort.VIOLENCE_AT_HOME, Whom.DISABILITY, "CP4"),
        (ConcernSort.NEGLECT, Whom.OLDER, "CP4"),
        (ConcernSort.EXPLOITATION, Whom.OLDER, "CP4"),
        (SEXUAL, Whom.DISABILITY, "CP4"),
        (ConcernSort.PHYSICAL, CHILD, "CP4"),
        (ConcernSort.NEGLECT, CHILD, "CP5"),
        (ConcernSort.NO_CARER, CHILD, "CP5"),
        (ConcernSort.OTHER, Whom.ADULT, "CP6"),
        (SEXUAL, Whom.ADULT, "CP6"),
    ],
)
def test_what_is_said_first_is_whom_to_tell(sort: ConcernSort, whom: Whom, first: str):
    assert concerns.applying(sort, whom)[0] == first


def test_police_now_is_said_of_a_sexual_offence_against_a_child():
    assert duties()["CP3"].words.startswith("Police, now.")


@pytest.mark.parametrize("sort", list(ConcernSort))
@pytest.mark.parametrize("whom", list(Whom))
def test_it_is_always_said_that_who_noticed_may_report_and_that_nobody_is_questioned(sort: ConcernSort, whom: Whom):
    assert {"CP6", "CP8"} <= set(concerns.applying(sort, whom))


@pytest.mark.parametrize(("danger", "first"), [(Unsure.YES, "CP1"), (Unsure.UNSURE, "CP1"), (Unsure.NO, "CP3")])
def test_danger_comes_before_all_else(danger: Unsure, first: str):
    assert concerns.applying(SEXUAL, CHILD, danger=danger)[0] == first


def test_what_may_be_two_young_people_of_one_age_is_not_classified():
    told = concerns.applying(SEXUAL, CHILD, peers=True)

    assert told[0] == "P33"
    assert "CP3" not in told
    assert "take advice" in duties()["P33"].words


@pytest.mark.parametrize(
    ("at", "now", "minutes", "words"),
    [
        ("08:00", moment(2, 8, 0), 0, "noticed 0:00 h ago"),
        ("08:00", moment(3, 3, 5), 19 * 60 + 5, "noticed 19:05 h ago"),
        ("08:00", moment(4, 8, 0), 48 * 60, "noticed 48:00 h ago"),
        ("08:00", moment(6, 10, 0), 98 * 60, "noticed 4 days 2 h ago"),
        ("08:00", moment(9, 7, 59), 7 * 24 * 60 - 1, "noticed 6 days 23 h ago"),
        ("08:00", moment(9, 8, 0), 7 * 24 * 60, "noticed 7 days ago"),
        (None, moment(2, 9, 30), 570, "noticed 9:30 h ago"),
        ("08:00", 0, None, "noticed, date uncertain"),
    ],
)
def test_the_clock_counts_up_from_when_it_was_noticed(at: str | None, now: int, minutes: int | None, words: str):
    assert concerns.minutes_since(MONDAY, at, now) == minutes
    assert concerns.age(minutes) == words


@pytest.mark.parametrize(
    ("minutes", "state", "red"),
    [
        (23 * 60 + 59, ConcernState.NOTICED, False),
        (24 * 60, ConcernState.NOTICED, True),
        (None, ConcernState.NOTICED, True),
        (24 * 60, ConcernState.REPORTED, False),
        (24 * 60, ConcernState.CLOSED, False),
    ],
)
def test_after_a_day_without_report_or_decision_it_is_red(minutes: int | None, state: ConcernState, *, red: bool):
    assert concerns.is_red(minutes, state, duties()) is red


TWO, ONE = ("Nomvula Shezi", "Naledi"), ("Nomvula Shezi", " nomvula  SHEZI ")


@pytest.mark.parametrize(
    ("sort", "whom", "steps", "people", "believed", "may"),
    [
        (ConcernSort.NEGLECT, CHILD, {OFFICE}, (), False, True),
        (ConcernSort.NEGLECT, CHILD, set(), TWO, False, True),
        (ConcernSort.NEGLECT, CHILD, set(), ONE, False, False),
        (ConcernSort.NEGLECT, CHILD, {StepSort.LEAD, StepSort.SAFETY}, (), False, False),
        (SEXUAL, CHILD, set(), TWO, False, False),
        (SEXUAL, CHILD, set(), TWO, True, False),
        (SEXUAL, CHILD, {OFFICE}, TWO, False, False),
        (SEXUAL, CHILD, {OFFICE}, (), True, True),
        (SEXUAL, CHILD, {POLICE}, (), False, True),
        (SEXUAL, Whom.ADULT, set(), TWO, False, False),
        (SEXUAL, Whom.ADULT, {OFFICE}, (), False, True),
    ],
)
def test_how_a_concern_may_close(
    sort: ConcernSort, whom: Whom, steps: set[StepSort], people: tuple[str, ...], *, believed: bool, may: bool
):
    assert concerns.may_close(sort, whom, steps, people=people, believed=believed) is may


@pytest.mark.parametrize(
    ("steps", "days"),
    [
        ([], ["2026-03-10", "2026-03-13", "2026-04-05"]),
        ([StepSort.ACKNOWLEDGED], ["2026-03-13", "2026-04-05"]),
        ([StepSort.ACKNOWLEDGED, StepSort.ALLOCATED, StepSort.OUTCOME], []),
    ],
)
def test_it_is_asked_after_in_two_working_days_in_seven_and_in_thirty_days(steps: list[StepSort], days: list[str]):
    friday = date(2026, 3, 6)

    assert [str(day) for day, _ in concerns.chases(friday, steps, duties())] == days


def test_a_site_may_ask_sooner_and_never_later_and_says_who_has_read_a_rule():
    rules = concerns.with_site([("CP9B", "Adv. Mabena", 5), ("CP9C", None, 31), ("CP2", None, 30)])

    assert (rules["CP9B"].within, rules["CP9B"].review) == (5, "read by Adv. Mabena")
    assert (rules["CP9C"].within, rules["CP2"].within) == (30, 24)


@pytest.mark.parametrize(
    ("step", "before", "then"),
    [
        (StepSort.LEAD, ConcernState.NOTICED, ConcernState.NOTICED),
        (POLICE, ConcernState.NOTICED, ConcernState.REPORTED),
        (POLICE, ConcernState.FOLLOWING_UP, ConcernState.FOLLOWING_UP),
        (StepSort.ACKNOWLEDGED, ConcernState.REPORTED, ConcernState.ACKNOWLEDGED),
        (POLICE, ConcernState.CLOSED, ConcernState.CLOSED),
    ],
)
def test_a_step_takes_a_concern_on_and_never_back(step: StepSort, before: ConcernState, then: ConcernState):
    assert concerns.after(step, before) is then


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ([ConcernState.CLOSED], ConcernState.CLOSED),
        ([ConcernState.CLOSED, ConcernState.REPORTED], ConcernState.REPORTED),
        ([ConcernState.NOTICED, ConcernState.ACKNOWLEDGED], ConcernState.NOTICED),
        ([ConcernState.NOT_REPORTED, ConcernState.SCREENED], ConcernState.SCREENED),
        ([ConcernState.CLOSED, ConcernState.IN_ERROR], ConcernState.FOLLOWING_UP),
    ],
)
def test_of_what_laptops_say_differently_the_one_that_is_open_counts(said: list[ConcernState], counts: ConcernState):
    assert concerns.counting(said) is counts
    assert concerns.counting(said[::-1]) is counts


@pytest.mark.parametrize("state", [ConcernState.WITH_SUPERVISOR, ConcernState.SCREENED])
def test_to_be_with_the_supervisor_or_screened_is_no_report(state: ConcernState):
    assert concerns.is_red(24 * 60, state, duties())
    assert not concerns.is_red(24 * 60, ConcernState.NOT_REPORTED, duties())


@pytest.mark.parametrize(("written", "late"), [(moment(3, 7, 59), None), (moment(3, 8, 0), 24 * 60), (0, None)])
def test_what_is_written_a_day_later_says_so(written: int, late: int | None):
    assert concerns.written_late(MONDAY, "08:00", written) == late
