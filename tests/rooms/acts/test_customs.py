"""What a site says for itself: its numbers, when it is closed, and its policy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.customs import policy_called, policy_on
from caregiver_desk.acts.norms import Said, closed_in, norms_of, said_of
from caregiver_desk.errors import NotFilledIn, NotUnderstood, NotYours
from caregiver_desk.practice.days import working_days_after
from caregiver_desk.practice.norms import known, norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

Send = Callable[..., object]
DECEMBER = {"since": date(2026, 12, 14), "until": date(2027, 1, 4), "why": "Year's end"}


def of(book: Book, name: str) -> Said:
    return next(each for each in said_of(book) if each.norm.name == name)


def test_a_new_book_counts_by_the_numbers_that_are_shipped(book: Book):
    assert norms_of(book) == norms({})
    assert closed_in(book) == ()


@pytest.mark.parametrize("name", [each.name for each in known()])
def test_each_number_can_be_said_otherwise_within_its_bounds_and_undone(book: Book, name: str):
    norm = next(each for each in known() if each.name == name)
    for value in (norm.least, norm.most):
        ACTS["set_norm"](book, name=name, value=value)
        assert getattr(norms_of(book), name) == value
    for beyond in (norm.least - 1, norm.most + 1):
        with pytest.raises(NotUnderstood):
            ACTS["set_norm"](book, name=name, value=beyond)

    assert questions.count(book, "site_norm") == 1
    ACTS["undo"](book)
    assert getattr(norms_of(book), name) == norm.least
    ACTS["set_norm"](book, name=name)
    assert norms_of(book) == norms({})


def test_a_number_that_there_is_not_is_refused(book: Book):
    with pytest.raises(NotUnderstood):
        ACTS["set_norm"](book, name="best_caregiver", value=1)


def test_what_a_coordinator_says_holds_on_each_laptop_of_the_site(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    ACTS["set_norm"](fhatuwani, name="talk", value=21, reason="The funder asks for three weeks.")
    ACTS["close_site"](fhatuwani, **DECEMBER)
    ACTS["name_policy"](fhatuwani, name="Supervision policy", version="3", since=date(2026, 1, 5))
    send(fhatuwani, nomvula)

    for book in pair:
        told = of(book, "talk")
        assert (told.holds, told.reason, told.by) == (21, "The funder asks for three weeks.", fhatuwani.person)
        assert (told.norm.value, told.day) == (30, clock.today())
        assert closed_in(book) == (Period(DECEMBER["since"], DECEMBER["until"]),)
        policy = policy_on(book, date(2026, 2, 1))
        assert policy is not None
        assert policy_called(policy) == "Supervision policy, version 3"
        assert policy_on(book, date(2026, 1, 4)) is None


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("set_norm", {"name": "talk", "value": 21}),
        ("close_site", DECEMBER),
        ("name_policy", {"name": "Ours", "version": "1"}),
    ],
)
def test_a_supervisor_says_it_for_her_own_site_until_she_has_a_coordinator(
    pair: tuple[Book, Book], make_book: Callable[..., Book], act: str, given: dict[str, Any]
):
    alone = make_book("Mpho Lekalakala")
    ACTS[act](alone, **given)
    with pytest.raises(NotYours):
        ACTS[act](pair[0], **given)

    assert questions.count(pair[0], "site_norm") == 0


def test_what_was_said_before_there_was_a_coordinator_holds_until_they_say_otherwise(
    make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    nomvula, fhatuwani = make_book(), make_book("Fhatuwani Netsianda", "coordinator")
    ACTS["set_norm"](nomvula, name="talk", value=21)
    introduced(nomvula, fhatuwani)
    send(nomvula, fhatuwani)
    assert of(nomvula, "talk").holds == 21
    ACTS["set_norm"](fhatuwani, name="talk", value=28)
    send(fhatuwani, nomvula)

    assert (of(nomvula, "talk").holds, of(fhatuwani, "talk").holds) == (28, 28)
    assert questions.count(nomvula, "site_norm") == 1


def two_coordinators(nomvula: Book, fhatuwani: Book, dineo: Book, introduced: Any, send: Send) -> None:
    for other in (nomvula, fhatuwani):
        introduced(other, dineo)
    for book in (fhatuwani, dineo):
        send(nomvula, book)


def test_where_two_say_different_numbers_the_shipped_one_holds_until_one_is_said_anew(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    nomvula, fhatuwani = pair
    dineo = make_book("Dineo Mokoena", "coordinator")
    two_coordinators(nomvula, fhatuwani, dineo, introduced, send)
    ACTS["set_norm"](fhatuwani, name="talk", value=21)
    ACTS["set_norm"](dineo, name="talk", value=14)  # before they heard of each other: two records
    for book in (fhatuwani, dineo):
        send(book, nomvula)
    assert (of(nomvula, "talk").differing, norms_of(nomvula).talk) == (True, 30)

    for book in (fhatuwani, dineo):
        send(nomvula, book)
    ACTS["set_norm"](fhatuwani, name="talk", value=14)
    send(fhatuwani, nomvula)
    assert (of(nomvula, "talk").differing, norms_of(nomvula).talk) == (False, 14)

    send(nomvula, dineo)
    ACTS["set_norm"](fhatuwani, name="talk", value=20)
    ACTS["set_norm"](dineo, name="talk", value=25)  # of one record: an ordinary conflict
    for book in (fhatuwani, dineo):
        send(book, nomvula)
    assert (of(nomvula, "talk").differing, norms_of(nomvula).talk) == (True, 30)
    send(nomvula, dineo)
    ACTS["set_norm"](dineo, name="talk", value=25)
    send(dineo, nomvula)
    assert norms_of(nomvula).talk == 25
    assert questions.disputed(nomvula) == []


@pytest.mark.parametrize("until", [DECEMBER["since"], DECEMBER["since"] - timedelta(1), date(2028, 1, 4)])
def test_days_that_nobody_can_mean_are_refused(book: Book, until: date):
    with pytest.raises(NotUnderstood):
        ACTS["close_site"](book, since=DECEMBER["since"], until=until)

    assert closed_in(book) == ()


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"name": " ", "version": "1"}, NotFilledIn),
        ({"name": "a" * 49, "version": "1"}, NotUnderstood),
        ({"name": "Ours", "version": "1", "digest": "0f"}, NotUnderstood),
    ],
)
def test_a_policy_has_a_name_a_version_and_at_most_the_digest_of_its_file(
    book: Book, given: dict[str, Any], refusal: type[Exception]
):
    with pytest.raises(refusal):
        ACTS["name_policy"](book, **given)

    assert policy_on(book, clock.today()) is None


def test_a_closure_is_said_once_and_taken_back_wherever_it_was_said(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    for _ in range(2):
        ACTS["close_site"](fhatuwani, **DECEMBER)
    send(fhatuwani, nomvula)
    (hers,) = questions.listing(fhatuwani, "closure", scope=fhatuwani.site)
    ACTS["open_site"](fhatuwani, closure=hers.id)
    send(fhatuwani, nomvula)

    assert closed_in(fhatuwani) == closed_in(nomvula) == ()


def test_a_closure_moves_support_that_is_counted_in_working_days_and_nothing_that_cannot_wait(book: Book):
    her = ACTS["add_caregiver"](book, given_names="Sibongile").record
    tomorrow = clock.today() + timedelta(1)
    ACTS["close_site"](book, since=tomorrow, until=tomorrow + timedelta(21))
    for code in ("F4", "F2", "F16"):
        ACTS["offer_support"](book, caregiver=her, code=code)
    due = {each["code"]: date.fromisoformat(each["due"]) for each in questions.listing(book, "follow_up")}

    assert due["F4"] >= tomorrow + timedelta(21)
    assert (due["F2"], due["F16"]) == (tomorrow, clock.today())


def test_a_number_of_another_site_leads_nobody_here(pair: tuple[Book, Book], send: Send):
    """A coordinator's own site and that of a supervisor are two places; each book follows its own."""
    nomvula, fhatuwani = pair
    ACTS["set_norm"](fhatuwani, name="talk", value=21)  # before he knows her site
    send(fhatuwani, nomvula)

    assert (norms_of(fhatuwani).talk, norms_of(nomvula).talk) == (21, 30)


def test_days_that_follow_from_what_was_said_are_those_of_the_site(book: Book):
    her, today = ACTS["add_caregiver"](book, given_names="Sibongile").record, clock.today()
    ours = {"part_lasts": 1, "phone_referral": 21, "agreement_first": 1, "meet_again": 1}
    ACTS["set_norms"](book, values=ours)
    ACTS["open_plan"](book, caregiver=her, agreed="yes")
    part = ACTS["arrange_part"](book, caregiver=her, response="mentoring").record
    offer = ACTS["offer_support"](book, caregiver=her, code="F14").record
    ACTS["change_follow_up"](book, id=offer, fields={"state": "done"})
    ACTS["plan_check_in"](book, caregiver=her, day=today)
    later = today + timedelta(9)
    moved = ACTS["move_check_in"](book, caregiver=her, not_held="caregiver absent", next_day=later)

    (called,) = questions.listing(book, "follow_up", {"code": "F3"})
    assert questions.get(book, "plan_response", part)["until"] == working_days_after(today, 1).isoformat()
    assert called["due"] == (today + timedelta(21)).isoformat()
    assert "the working day after they are back" in str(moved.sentence)
