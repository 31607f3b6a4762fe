"""Whatever was open when a caregiver went lies in one tray, each with one way on, and nothing of it is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from homes import asked, assigned, household

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.people.placing import Waiting, Waits, placing, told
from caregiver_desk.acts.visits.households import standing
from caregiver_desk.errors import ChangedSince
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day

ALL = [each for each in Waits if each != Waits.THEIRS]  # what they promised is dropped with them
OF_WHO_DIED = [Waits.HOME, Waits.CONCERN, Waits.DECISION, Waits.WISH]


def coming(days: int) -> date:
    return clock.today() + timedelta(days)


@pytest.fixture
def busy(book: Book, caregiver: str) -> str:
    """A caregiver of whom one thing of each sort is open."""
    assigned(book, caregiver, household(book), since=coming(-90))
    promises = [
        {"owner": who, "what": f"What the {who} promised", "due": coming(3)} for who in ("supervisor", "caregiver")
    ]
    ACTS["hold_check_in"](book, caregiver=caregiver, day=clock.today(), promises=promises)
    ACTS["offer_support"](book, caregiver=caregiver, code="F2")
    ACTS["plan_lone_visits"](book, caregiver=caregiver, day=coming(1), back_by="16:00")
    ACTS["plan_check_in"](book, caregiver=caregiver, day=coming(4))
    ACTS["plan_visit_together"](book, caregiver=caregiver, day=coming(5))
    ACTS["ask_organisation"](book, caregiver=caregiver, words="Gloves, please.", theme="supplies")
    circle = ACTS["record_circle"](book, team=own_team(book), name="Ours", sort="team meeting").record
    decided = [{"what": "Bring the first-aid box", "owner": caregiver}]
    ACTS["hold_session"](book, circle=circle, day=clock.today(), came=[caregiver], decisions=decided)
    seen = {
        "sort": "deliberate neglect",
        "whom": "a child",
        "noticed": clock.today(),
        "seen": "A child alone.",
        "danger": "no",
    }
    ACTS["note_concern"](book, **seen, noticed_by="Sibongile")
    return caregiver


def sorts(book: Book) -> list[Waits]:
    return list(dict.fromkeys(each.sort for each in placing(book)))


def test_nothing_waits_while_somebody_works_here_and_all_of_it_once_they_left(book: Book, busy: str):
    assert placing(book) == []

    said = ACTS["caregiver_leaves"](book, caregiver=busy).sentence

    waiting = placing(book)
    assert sorts(book) == ALL
    assert {each.whose for each in waiting} == {busy}
    others = len(waiting) - 1
    assert f"1 home needs somebody. {others} more things wait under “To be placed”." in said
    words = {each.sort: line for each, line in told(book, waiting)}
    assert words[Waits.PROMISE] == "What the supervisor promised"
    assert words[Waits.TALK] == full_day(coming(4))
    assert " · noticed " in words[Waits.CONCERN]
    assert words[Waits.CONCERN].endswith(" ago")
    assert not any(word in line.lower() for line in words.values() for word in ("child alone", "neglect"))


def test_it_waits_from_the_day_on_which_they_leave(book: Book, busy: str):
    ACTS["caregiver_leaves"](book, caregiver=busy, day=coming(7))
    assert placing(book) == []

    clock.shift(timedelta(7))

    assert Waits.HOME in sorts(book)


def test_of_who_died_only_what_others_go_on_with_waits_and_an_undo_brings_all_of_it_back(book: Book, busy: str):
    kinds = ("promise", "follow_up", "check_in", "lone_visit_plan", "observation")
    before = {kind: [each.values for each in questions.listing(book, kind)] for kind in kinds}

    ACTS["caregiver_leaves"](book, caregiver=busy, state="deceased")

    assert sorts(book) == OF_WHO_DIED
    assert [questions.listing(book, kind) for kind in kinds[3:]] == [[], []]
    assert not questions.listing(book, "check_in", {"state": "planned"})
    ACTS["undo"](book)
    assert {kind: [each.values for each in questions.listing(book, kind)] for kind in kinds} == before
    assert placing(book) == []


def go_on(book: Book, waiting: Waiting, other: str) -> None:
    """What its line offers."""
    given: dict[Waits, dict[str, Any]] = {
        Waits.HOME: {"households": [waiting.leaf.id], "to": other},
        Waits.DECISION: {"id": waiting.leaf.id, "fields": {"owner": book.person}},
        Waits.PROMISE: {"id": waiting.leaf.id, "why_dropped": "It was paid."},
        Waits.THEIRS: {"id": waiting.leaf.id, "why_dropped": "They went."},
        Waits.OFFER: {"id": waiting.leaf.id, "fields": {"state": "lapsed"}},
    }
    ACTS[waiting.act](book, **given.get(waiting.sort, {"id": waiting.leaf.id}))


def test_the_tray_is_empty_once_each_thing_was_given_on_or_let_go(book: Book, busy: str):
    other = asked(book, "Johanna")
    ACTS["caregiver_leaves"](book, caregiver=busy)
    for each in placing(book):
        if each.sort != Waits.CONCERN:
            go_on(book, each, other)

    (concern,) = placing(book)
    assert concern.sort == Waits.CONCERN
    named = {"done_by": "Nomvula Shezi", "second": "Fhatuwani Mudau", "reason": "It was another house."}
    ACTS["record_concern_in_error"](book, concern=concern.leaf.id, **named)
    assert placing(book) == []


def test_a_home_that_somebody_elses_word_left_on_the_list_of_who_is_gone_waits_too(book: Book, caregiver: str):
    """As where a coordinator notes that they left, and their supervisor's book hears of it."""
    house = household(book)
    assigned(book, caregiver, house, since=coming(-90))
    (work,) = questions.listing(book, "engagement", {"person": caregiver})
    ACTS["change_engagement"](book, id=work.id, fields={"state": "left", "until": clock.today()})

    assert [(each.sort, each.leaf.id) for each in placing(book)] == [(Waits.HOME, house)]


def test_what_two_had_planned_and_promised_waits_also_where_somebody_else_noted_that_they_went(book: Book, busy: str):
    """As where a coordinator notes it: nothing of the pair was closed, and the supervisor's book hears of it."""
    (work,) = questions.listing(book, "engagement", {"person": busy})
    ACTS["change_engagement"](book, id=work.id, fields={"state": "left", "until": clock.today()})

    waiting = placing(book)

    assert sorts(book) == list(Waits)
    (theirs,) = (line for each, line in told(book, waiting) if each.sort == Waits.THEIRS)
    assert theirs == "What the caregiver promised"
    for each in waiting:
        if each.sort in {Waits.THEIRS, Waits.TALK}:
            go_on(book, each, busy)
    assert sorts(book) == [each for each in Waits if each not in {Waits.THEIRS, Waits.TALK}]


def test_a_coordinator_is_told_the_kind_of_a_concern_and_nothing_else_of_it(make_book: Callable[..., Book]):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    her = asked(office, "Johanna")
    seen = {"sort": "deliberate neglect", "whom": "a child", "noticed": clock.today(), "seen": "A child alone."}
    ACTS["note_concern"](office, **seen, danger="no", noticed_by="Johanna")
    ACTS["caregiver_leaves"](office, caregiver=her)

    (line,) = (line for each, line in told(office, placing(office)) if each.sort == Waits.CONCERN)

    assert " · deliberate neglect · noticed " in line
    assert "alone" not in line


# --- an old departure taken back


@pytest.fixture
def placed(book: Book, caregiver: str) -> tuple[int, list[str], str]:
    """They left, one of two homes is on another list by now, and more was saved since."""
    homes = [household(book, code) for code in ("HH-001", "HH-002")]
    for each in homes:
        assigned(book, caregiver, each, since=coming(-90))
    save = ACTS["caregiver_leaves"](book, caregiver=caregiver).undo
    other = asked(book, "Johanna")
    ACTS["share_out"](book, households=homes[:1], to=other)
    return save, homes, other


def on_list(book: Book, caregiver: str) -> list[str]:
    return sorted(str(each["household"]) for each in standing(book, caregiver, coming(1)))


def test_undoing_an_old_departure_by_its_number_puts_no_home_on_two_lists(
    book: Book, caregiver: str, placed: tuple[int, list[str], str]
):
    save, homes, other = placed

    said = ACTS["undo"](book, save=save).sentence

    assert said.endswith("1 home stays with who has it now.")
    assert (on_list(book, caregiver), on_list(book, other)) == (homes[1:], homes[:1])


def test_a_share_out_is_still_taken_back_whole_and_then_the_departure(
    book: Book, caregiver: str, placed: tuple[int, list[str], str]
):
    save, homes, other = placed

    ACTS["undo"](book)
    ACTS["undo"](book, save=save)

    assert (on_list(book, caregiver), on_list(book, other)) == (homes, [])


def test_what_was_all_given_on_is_not_taken_back(book: Book, caregiver: str):
    house = household(book)
    assigned(book, caregiver, house, since=coming(-90))
    other = asked(book, "Johanna")
    save = ACTS["share_out"](book, households=[house], to=other).undo
    third = asked(book, "Maria")
    ACTS["share_out"](book, households=[house], to=third)

    with pytest.raises(ChangedSince):
        ACTS["undo"](book, save=save)

    assert [on_list(book, each) for each in (caregiver, other, third)] == [[], [], [house]]
