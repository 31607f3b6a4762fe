"""The fictional programme: the same every time, this week, and only in a fictional book."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NotFictional
from caregiver_desk.store import agreement, histories, questions, vault
from caregiver_desk.store.book import Book, begin
from caregiver_desk.sync import seal
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer import programme

FRIDAY = date(2026, 3, 6)
ALL = 10_000


@pytest.fixture
def nomvula(home: Path) -> Iterator[Book]:
    book = programme.supervisors_book(home / "nomvula")
    yield book
    book.close()


@pytest.fixture
def fhatuwani(home: Path) -> Iterator[Book]:
    book = programme.coordinators_book(home / "fhatuwani")
    yield book
    book.close()


@pytest.fixture
def told(nomvula: Book) -> Book:
    programme.rehearse(nomvula, today=FRIDAY)
    return nomvula


def listed(book: Book, kind: str, **where: object) -> list[questions.Leaf]:
    return questions.listing(book, kind, where, limit=ALL)


def person(book: Book, name: str) -> str:
    return listed(book, "person", given_names=name)[0].id


def test_six_caregivers_visit_sixty_homes_in_three_wards(told: Book):
    assert len(listed(told, "engagement", role="caregiver")) == 6
    assert {home["ward"] for home in listed(told, "household")} == {"7", "9", "12"}
    assert len(listed(told, "household")) == len(listed(told, "assignment")) == 60


def test_the_last_of_six_weeks_is_this_one_and_nothing_is_visited_before_it_happens(told: Book):
    days = [visit["day"] for visit in listed(told, "visit")]

    assert min(days) >= "2026-01-26"
    assert "2026-03-02" <= max(days) <= FRIDAY.isoformat()


def test_a_field_day_has_at_most_six_homes_and_each_only_once(told: Book):
    by_day: dict[tuple[str, str], list[str]] = {}
    for visit in listed(told, "visit"):
        by_day.setdefault((visit["caregiver"], visit["day"]), []).append(visit["household"])

    assert max(map(len, by_day.values())) == 6
    assert all(len(homes) == len(set(homes)) for homes in by_day.values())


def test_somebody_is_not_at_home_now_and_then_and_homes_that_are_done_are_not_visited(told: Book):
    outcomes = [visit["outcome"] for visit in listed(told, "visit")]
    done = {home.id for home in listed(told, "household") if home["state"] != "active"}

    assert 0.02 < outcomes.count("nobody home") / len(outcomes) < 0.2
    assert not done & {visit["household"] for visit in listed(told, "visit")}


def test_sibongiles_loss_is_followed_by_support_and_a_week_of_rest(told: Book):
    sibongile = person(told, "Sibongile")
    (burden,) = listed(told, "stressor", caregiver=sibongile)

    assert (burden["codes"], burden["acute"], burden["state"]) == ({"G1", "P2"}, True, "eased")
    offered = listed(told, "follow_up", caregiver=sibongile)
    assert {each["code"]: each["state"] for each in offered}["F14"] == "declined"
    assert not [v for v in listed(told, "visit", caregiver=sibongile) if "2026-02-02" <= v["day"] <= "2026-02-06"]


def test_every_caregiver_was_heard_and_some_promises_are_still_open(told: Book):
    heard = {each["caregiver"] for each in listed(told, "check_in", state="held")}

    assert len(heard) == 6
    assert {each["state"] for each in listed(told, "promise")} == {"open", "done"}


def test_the_same_weeks_are_told_every_time(make_book: Callable[..., Book], told: Book):
    other = make_book()
    programme.rehearse(other, today=FRIDAY)

    assert without_ids(other) == without_ids(told)


def without_ids(book: Book) -> list[str]:
    kinds = ("visit", "check_in", "promise", "stressor", "follow_up", "household")
    rows = (line for line in agreement.state(book) if any(f'"kind":"{kind}"' in line for kind in kinds))
    return sorted(re.sub(r"[0-9A-Za-z_~]{22}", "", line) for line in rows)


def test_fewer_weeks_tell_less(nomvula: Book):
    programme.rehearse(nomvula, weeks=2, today=FRIDAY)

    assert min(visit["day"] for visit in listed(nomvula, "visit")) >= "2026-02-23"
    assert min(each["day"] for each in listed(nomvula, "check_in")) >= "2026-02-23"


def test_a_real_book_is_never_filled_with_fiction(home: Path):
    keys = vault.fleeting(home / "real")
    real = begin(keys, key=seal.public_key(keys.keys.signing), role="supervisor")

    with pytest.raises(NotFictional):
        programme.rehearse(real)
    assert list(agreement.state(real)) == []
    real.close()


def test_nobody_in_the_story_can_be_phoned(told: Book):
    assert all(each["phone"].startswith("000 ") for each in listed(told, "person") if each["phone"])


def test_the_exchange_leaves_one_home_with_two_needs_to_settle(
    nomvula: Book, fhatuwani: Book, opener: Opener, home: Path
):
    programme.rehearse(nomvula, weeks=1)
    programme.exchange_rehearsal(nomvula, fhatuwani, opener, home)

    (conflict,) = histories.conflicts(nomvula)
    assert {option.fields["level"] for option in conflict.options} == {2, 4}
    ACTS["settle"](nomvula, kind="household", id=conflict.record, field="level", value=4)
    assert histories.conflicts(nomvula) == []


def test_what_was_said_in_private_does_not_reach_the_coordinator(
    nomvula: Book, fhatuwani: Book, opener: Opener, home: Path
):
    programme.rehearse(nomvula)
    programme.exchange_rehearsal(nomvula, fhatuwani, opener, home)

    assert questions.count(fhatuwani, "check_in") == questions.count(nomvula, "check_in")
    assert listed(fhatuwani, "stressor") == listed(fhatuwani, "follow_up") == []
    assert all(each["how_are_you"] is None for each in listed(fhatuwani, "check_in"))


def test_the_demo_is_this_week(home: Path, opener: Opener):
    books = programme.demo(home, opener, weeks=1)

    days = {date.fromisoformat(visit["day"]) for visit in listed(books[0], "visit")}
    assert {day.isocalendar()[:2] for day in days} == {clock.today().isocalendar()[:2]}
    for book in books:
        book.close()
