"""The agreement about supervision: no limit left unsaid, agreed in words, looked at again and replaced."""

from __future__ import annotations

from typing import Any

import pytest

from caregiver_desk.acts.act import ACTS, Outcome
from caregiver_desk.errors import LimitsUnsaid, NotFilledIn, NothingToRenew, NotUnderstood, Problem, UnknownField
from caregiver_desk.records.supervision.agreement import Limit
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf

DAY = "2026-03-02"
SAID = {"limits": [str(each) for each in Limit]}
AGREED = {**SAID, "state": "agreed", "agreed_on": DAY, "how_agreed": "at this laptop"}


def write(book: Book, caregiver: str, **terms: Any) -> Outcome:
    return ACTS["write_agreement"](book, **{"caregiver": caregiver, "day": DAY, **terms})


def states(book: Book) -> list[tuple[str, str | None]]:
    return [(each["state"], each["review_on"]) for each in _all(book)]


def _all(book: Book) -> list[Leaf]:
    return sorted(questions.listing(book, "agreement"), key=lambda each: each.id)


@pytest.mark.parametrize(
    ("terms", "refused"),
    [
        ({**AGREED, "limits": []}, LimitsUnsaid),
        *(({**AGREED, "limits": [str(each) for each in Limit if each != left]}, LimitsUnsaid) for left in Limit),
        ({**AGREED, "agreed_on": None}, NotFilledIn),
        ({**AGREED, "how_agreed": None}, NotFilledIn),
        ({**AGREED, "how_agreed": "signed on paper"}, NotFilledIn),
        ({**AGREED, "review_on": "2026-03-01"}, NotUnderstood),
        ({"length": 3}, NotUnderstood),
        ({"supervision": "another"}, UnknownField),
    ],
)
def test_what_is_not_agreed_is_not_kept_as_agreed(
    book: Book, caregiver: str, terms: dict[str, Any], refused: type[Problem]
):
    with pytest.raises(refused):
        write(book, caregiver, **{name: value for name, value in terms.items() if value is not None})

    assert questions.count(book, "agreement") == 0


def test_a_draft_may_wait_and_is_not_agreed_by_changing_its_state_alone(book: Book, caregiver: str):
    draft = write(book, caregiver, they_want="An hour.").record

    with pytest.raises(LimitsUnsaid):
        ACTS["change_agreement"](book, id=draft, fields={"state": "agreed", "agreed_on": DAY})
    ACTS["change_agreement"](book, id=draft, fields=AGREED)

    assert states(book) == [("agreed", "2026-06-02")]


def test_a_new_one_takes_the_place_of_the_one_before_and_is_looked_at_after_a_year(book: Book, caregiver: str):
    write(book, caregiver, **AGREED)

    save = write(book, caregiver, **{**AGREED, "agreed_on": "2026-06-02", "day": "2026-06-02"}).undo
    assert states(book) == [("superseded", "2026-06-02"), ("agreed", "2027-06-02")]

    ACTS["undo"](book, save=save)
    assert states(book) == [("agreed", "2026-06-02")]


def test_a_day_that_the_two_name_for_its_review_stands(book: Book, caregiver: str):
    write(book, caregiver, **AGREED, review_on="2026-04-01")

    assert states(book) == [("agreed", "2026-04-01")]


def name_policy(book: Book, version: str, since: str) -> None:
    ACTS["name_policy"](book, name="Supervision policy", version=version, since=since)


def test_sys_30_an_agreement_names_the_policy_of_its_day_and_goes_on_doing_so(book: Book, caregiver: str):
    for version, since in (("2", "2025-01-06"), ("3", "2026-03-03"), ("4", "2026-06-01")):
        name_policy(book, version, since)
    write(book, caregiver, **AGREED)
    draft = write(book, caregiver, they_want="An hour.").record
    ACTS["change_agreement"](book, id=draft, fields={**AGREED, "agreed_on": "2026-03-03"})
    write(book, caregiver, **{**AGREED, "agreed_on": "2026-07-01"}, policy="their own")

    assert [each["policy"] for each in _all(book)] == [
        "Supervision policy, version 2",
        "Supervision policy, version 3",
        "their own",
    ]


def test_the_next_one_begins_with_the_words_of_the_last_and_nothing_that_was_said_aloud(book: Book, caregiver: str):
    with pytest.raises(NothingToRenew):
        ACTS["renew_agreement"](book, caregiver=caregiver)
    write(book, caregiver, **AGREED, they_want="An hour.", length=60, policy="Old rules")

    draft = questions.get(book, "agreement", ACTS["renew_agreement"](book, caregiver=caregiver).record)

    assert (draft["state"], draft["they_want"], draft["length"]) == ("draft", "An hour.", 60)
    assert [draft[name] for name in ("limits", "agreed_on", "how_agreed", "review_on", "policy")] == [None] * 5
    assert states(book)[0] == ("agreed", "2026-06-02")
