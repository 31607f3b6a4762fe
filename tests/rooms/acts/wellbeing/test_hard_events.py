"""After a hard event: one act, each thing offered and none forced, asked after on its day, taken back as one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NotFilledIn, NotUnderstood, OpenedByAnother
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

KINDS = ("stressor", "follow_up", "safety_incident", "supervision")


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile").record


def happened(book: Book, caregiver: str, event: str, **more: Any) -> str:
    return ACTS["hard_event"](book, caregiver=caregiver, event=event, **more).sentence


def offers(book: Book, caregiver: str) -> dict[str, int]:
    """What she is offered, and in how many days."""
    found = questions.listing(book, "follow_up", {"caregiver": caregiver})
    today = clock.today()
    days = {each.id: (date.fromisoformat(each["due"]) - today).days if each["due"] else -1 for each in found}
    return {str(each["asks"] or each["code"]): days[each.id] for each in found}


def test_what_is_kept_is_that_it_happened_and_each_offer_has_its_day(book: Book, caregiver: str):
    said = happened(
        book, caregiver, "robbery", at="8", police="CAS 41/11", helper="Maria", reached="through a neighbour"
    )

    (burden,) = questions.listing(book, "stressor")
    (incident,) = questions.listing(book, "safety_incident")
    assert (burden["event"], bool(burden["acute"]), burden["happened"]) == ("robbery", True, clock.today().isoformat())
    assert burden["codes"] == frozenset({"S1"})
    assert (incident["sort"], incident["police"]) == ("robbery", "CAS 41/11")
    assert offers(book, caregiver) == {
        "F1": 0, "F2": 1, "seen in person": 3, "asked again": 14, "asked once more": 42,
    }  # fmt: skip
    told = questions.listing(book, "follow_up")
    assert {(each["state"], each["helper"], each["reached"], each["stressor"]) for each in told} == {
        ("offered", "Maria", "through a neighbour", burden.id)
    }
    assert said == "Saved, with 5 offers."


def test_one_undo_takes_all_of_it_back(book: Book, caregiver: str):
    before = {kind: questions.count(book, kind) for kind in KINDS}
    happened(book, caregiver, "assault")

    ACTS["undo"](book)

    assert {kind: questions.count(book, kind) for kind in KINDS} == before


def test_only_what_was_ticked_is_offered_and_a_debriefing_never_can_be(book: Book, caregiver: str):
    happened(book, caregiver, "threat", offers=["talk", "asked again"])
    assert set(offers(book, caregiver)) == {"F2", "asked again"}

    with pytest.raises(NotUnderstood):
        happened(book, caregiver, "threat", offers=["group debriefing"])


def test_who_would_rather_not_have_it_written_down_is_offered_the_same_and_nothing_else_is_kept(
    book: Book, caregiver: str
):
    happened(book, caregiver, "sexual harassment", agreed=False)

    assert questions.count(book, "stressor") == questions.count(book, "safety_incident") == 0
    assert {each["stressor"] for each in questions.listing(book, "follow_up")} == {None}
    assert {"F1", "F2", "asked again"} <= set(offers(book, caregiver))


def test_of_some_events_only_they_can_say_what_weighs(book: Book, caregiver: str):
    with pytest.raises(NotFilledIn, match="What weighs on them"):
        happened(book, caregiver, "other")

    happened(book, caregiver, "other", codes=["C2"])
    (burden,) = questions.listing(book, "stressor")
    assert (burden["codes"], burden["event"]) == (frozenset({"C2"}), "other")


def test_somebody_who_was_hit_does_not_open_it_for_themselves(book: Book):
    with pytest.raises(OpenedByAnother, match="coordinator or a colleague"):
        happened(book, book.person, "robbery")


def test_a_coordinator_opens_it_for_a_supervisor(make_book: Callable[..., Book]):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    nomvula = ACTS["record_person"](office, given_names="Nomvula").record
    team = questions.listing(office, "team")[0].id
    ACTS["record_engagement"](office, person=nomvula, team=team, role="supervisor")

    happened(office, nomvula, "robbery", offers=["talk", "asked again"])

    assert set(offers(office, nomvula)) == {"F2", "asked again"}


@pytest.mark.parametrize(("state", "stands"), [("deceased", "lapsed"), ("left", "offered")])
def test_nobody_is_asked_for_somebody_who_is_gone(book: Book, caregiver: str, state: str, stands: str):
    """What was offered to who left waits to be placed; of who died nothing does."""
    happened(book, caregiver, "robbery")
    ACTS["caregiver_leaves"](book, caregiver=caregiver, state=state)

    assert {each["state"] for each in questions.listing(book, "follow_up")} == {stands}
    with pytest.raises(NotUnderstood, match="died or left"):
        happened(book, caregiver, "robbery")


def test_after_a_death_the_team_is_offered_remembrance_and_nobody_elsewhere_is(book: Book, caregiver: str):
    beside, died, far = (ACTS["add_caregiver"](book, given_names=name).record for name in ("Maria", "Elizabeth", "Far"))
    elsewhere = ACTS["record_team"](book, name="South").record
    (works,) = questions.listing(book, "engagement", {"person": far})
    ACTS["change_engagement"](book, id=works.id, fields={"team": elsewhere})
    assert own_team(book) != elsewhere

    said = ACTS["caregiver_leaves"](book, caregiver=died, state="deceased").sentence
    assert "moment of remembrance" in said
    ACTS["offer_remembrance"](book, caregiver=died)
    assert {each["caregiver"] for each in questions.listing(book, "follow_up")} == {caregiver, beside}
    assert offers(book, beside) == {"F10": -1}

    ACTS["undo"](book)
    assert questions.listing(book, "follow_up") == []
    happened(book, caregiver, "death in the team")
    assert offers(book, beside) == {"F10": -1}


def test_one_that_is_declined_is_asked_no_more_and_the_others_are(book: Book, caregiver: str):
    day = clock.today() - timedelta(14)
    happened(book, caregiver, "death of a child", day=day)
    first = next(each for each in questions.listing(book, "follow_up") if each["asks"] == "asked again")
    assert first["due"] == clock.today().isoformat()

    ACTS["change_follow_up"](book, id=first.id, fields={"state": "declined"})

    waiting = {each["asks"] for each in questions.listing(book, "follow_up", {"state": "offered"})}
    assert waiting == {None, "seen in person", "asked once more"}
