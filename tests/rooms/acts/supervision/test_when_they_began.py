"""No talk lies before the day on which its two began; own supervision is for who supervises others."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

BEGAN, BEFORE = date(2026, 3, 2), date(2026, 3, 1)


@pytest.fixture
def her(book: Book) -> str:
    """A caregiver who began on a day that is known."""
    return ACTS["add_caregiver"](book, given_names="Sibongile", since=BEGAN).record


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("hold_check_in", {}),
        ("plan_check_in", {}),
        ("miss_check_in", {"not_held": "transport", "next_day": date(2026, 3, 9)}),
    ],
)
def test_a_talk_before_they_began_is_refused_and_the_day_offered(book: Book, her: str, act: str, given: dict[str, Any]):
    with pytest.raises(NotUnderstood, match="you two began on 2 Mar 2026; take that day"):
        ACTS[act](book, caregiver=her, day=BEFORE, **given)
    assert questions.listing(book, "check_in") == []

    ACTS[act](book, caregiver=her, day=BEGAN, **given)

    (talk,) = questions.listing(book, "check_in")
    with pytest.raises(NotUnderstood, match="you two began"):
        ACTS["change_check_in"](book, id=talk.id, fields={"day": BEFORE})


def test_who_had_begun_earlier_says_so_first_and_the_talk_stands(book: Book, her: str):
    (link,) = questions.listing(book, "supervision", {"caregiver": her})
    ACTS["change_supervision"](book, id=link.id, fields={"since": BEFORE})

    ACTS["hold_check_in"](book, caregiver=her, day=BEFORE)

    assert together.found(book) == []


def test_two_who_meet_for_the_first_time_began_on_that_day(book: Book):
    her = ACTS["record_person"](book, given_names="Johanna").record

    ACTS["hold_check_in"](book, caregiver=her, day=BEFORE)

    (link,) = questions.listing(book, "supervision", {"caregiver": her})
    assert link["since"] == BEFORE.isoformat()


def test_what_a_bundle_brings_is_kept_and_shown_until_it_is_mended(book: Book, her: str):
    """As where one laptop moved the day of the link while another wrote of an earlier talk."""
    ACTS["hold_check_in"](book, caregiver=her, day=BEGAN)
    (talk,) = questions.listing(book, "check_in")
    ledger.append(book, "by hand", [Change("check_in", talk.id, talk.scope, {"day": BEFORE.isoformat()})])

    (finding,) = together.found(book)

    assert (finding.code, finding.record) == ("before-link", talk.id)
    assert together.told(book, [finding]) == ["it lies before the day on which the two began"]
    ACTS["change_check_in"](book, id=talk.id, fields={"day": BEGAN})
    assert together.found(book) == []


def test_own_supervision_is_held_with_who_supervises_and_with_no_caregiver(book: Book, her: str):
    with pytest.raises(NotUnderstood, match="with a caregiver it is a one-to-one"):
        ACTS["hold_check_in"](book, caregiver=her, day=BEGAN, words={"type": "own supervision"})
    with pytest.raises(NotUnderstood, match="with a caregiver it is a one-to-one"):
        ACTS["plan_check_in"](book, caregiver=her, day=BEGAN, type="own supervision")

    ACTS["record_engagement"](book, person=her, role="supervisor", team=own_team(book))
    ACTS["hold_check_in"](book, caregiver=her, day=BEGAN, words={"type": "own supervision"})

    assert [each["type"] for each in questions.listing(book, "check_in")] == ["own supervision"]
