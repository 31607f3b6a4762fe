"""Whoever was marked as gone by mistake is put back by one act for thirty days, whatever was saved since."""

from __future__ import annotations

from datetime import timedelta

import pytest
from homes import asked, assigned, household

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.visits.households import standing
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def on_list(book: Book, caregiver: str) -> set[str]:
    return {str(each["household"]) for each in standing(book, caregiver, clock.today() + timedelta(1))}


@pytest.fixture
def homes(book: Book, caregiver: str) -> list[str]:
    """A caregiver with three homes, something promised, something that weighs, and a next talk."""
    found = [household(book, f"HH-{number:03}") for number in range(1, 4)]
    for each in found:
        assigned(book, caregiver, each, since=clock.today() - timedelta(90))
    ACTS["hold_check_in"](
        book,
        caregiver=caregiver,
        day=clock.today(),
        promises=[{"owner": "supervisor", "what": "Ask about the stipend", "due": clock.today() + timedelta(3)}],
        words={"next_day": clock.today() + timedelta(14)},
    )
    ACTS["record_burden"](book, caregiver=caregiver, codes=["S1"], severity=2)
    return found


def state_of(book: Book, kind: str) -> list[object]:
    return [each["state"] for each in questions.listing(book, kind)]


@pytest.mark.parametrize("state", ["left", "transferred", "deceased"])
def test_all_that_was_closed_is_open_again_though_more_was_saved_since(
    book: Book, caregiver: str, homes: list[str], state: str
):
    before = [state_of(book, kind) for kind in ("promise", "stressor")]
    ACTS["caregiver_leaves"](book, caregiver=caregiver, state=state)
    assert [state_of(book, kind) for kind in ("promise", "stressor")] != before
    other = asked(book, "Johanna")
    ACTS["share_out_anew"](book, moves=[{"household": homes[0], "caregiver": other}])

    told = ACTS["caregiver_came_back"](book, caregiver=caregiver)

    assert told.sentence == (
        "Sibongile works here as before. 2 homes are theirs again. 1 home stays with who has it now."
    )
    assert (on_list(book, caregiver), on_list(book, other)) == (set(homes[1:]), {homes[0]})
    assert [state_of(book, kind) for kind in ("promise", "stressor")] == before
    (work,) = questions.listing(book, "engagement", {"person": caregiver})
    (talk,) = questions.listing(book, "check_in")
    (pair,) = questions.listing(book, "supervision", {"caregiver": caregiver})
    assert (work["state"], work["until"], pair["until"]) == ("active", None, None)
    assert talk["next_day"] == (clock.today() + timedelta(14)).isoformat()


def test_what_somebody_changed_since_stays_as_it_is_now(book: Book, caregiver: str, homes: list[str]):
    ACTS["caregiver_leaves"](book, caregiver=caregiver)
    (promise,) = questions.listing(book, "promise")
    ACTS["change_promise"](book, id=promise.id, fields={"why_dropped": "It was paid."})

    ACTS["caregiver_came_back"](book, caregiver=caregiver)

    assert questions.get(book, "promise", promise.id)["why_dropped"] == "It was paid."
    assert on_list(book, caregiver) == set(homes)


@pytest.mark.usefixtures("homes")
def test_one_undo_makes_them_gone_again(book: Book, caregiver: str):
    ACTS["caregiver_leaves"](book, caregiver=caregiver)
    ACTS["caregiver_came_back"](book, caregiver=caregiver)

    ACTS["undo"](book)

    (work,) = questions.listing(book, "engagement", {"person": caregiver})
    assert (work["state"], on_list(book, caregiver)) == ("left", set())


@pytest.mark.usefixtures("homes")
def test_it_is_refused_for_who_is_here_and_after_thirty_days(book: Book, caregiver: str):
    other = asked(book, "Johanna")
    ACTS["caregiver_leaves"](book, caregiver=caregiver)
    with pytest.raises(NotUnderstood, match="work here already"):
        ACTS["caregiver_came_back"](book, caregiver=other)

    clock.shift(timedelta(31))
    with pytest.raises(NotUnderstood, match="in the last 30 days"):
        ACTS["caregiver_came_back"](book, caregiver=caregiver)
