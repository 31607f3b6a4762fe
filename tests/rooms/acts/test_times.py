"""How long records are kept is suggested by the program and said by the organisation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from kept import confirm, leave, worker

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.retention import due
from caregiver_desk.acts.times import Time, confirm_times, times_of
from caregiver_desk.errors import NotConfirmed, NotFilledIn, NotUnderstood, NotYours
from caregiver_desk.practice import retention
from caregiver_desk.records.retention import Kept
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

Send = Callable[..., object]
WHY = "the funder asks for five years"


def of(book: Book, kind: str) -> Time:
    return next(each for each in times_of(book) if each.rule.kind == kind)


def test_every_rule_of_the_program_can_be_confirmed_and_nothing_else():
    assert {rule.kind for rule in retention.rules()} == set(Kept)


def test_at_first_every_time_is_only_suggested(book: Book):
    assert {each.day for each in times_of(book)} == {None}
    assert of(book, "visit").rule.months == of(book, "visit").suggested == 36


def test_what_a_coordinator_confirms_holds_in_the_books_of_his_supervisors(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    ACTS["confirm_times"](fhatuwani, times=[{"kind": "visit", "months": 60, "reason": WHY}, {"kind": "check_in"}])
    send(fhatuwani, nomvula)

    for book in pair:
        told = of(book, "visit")
        assert (told.rule.months, told.day, told.by, told.reason) == (60, clock.today(), fhatuwani.person, WHY)
        assert (of(book, "check_in").rule.months, of(book, "check_in").day) == (36, clock.today())
        assert of(book, "promise").day is None


def test_a_time_that_was_confirmed_is_the_one_that_counts(pair: tuple[Book, Book], send: Callable[..., object]):
    nomvula, fhatuwani = pair
    leave(nomvula, worker(nomvula), clock.today())
    send(nomvula, fhatuwani)
    ACTS["confirm_times"](fhatuwani, times=[{"kind": "visit", "months": 60, "reason": WHY}])
    send(fhatuwani, nomvula)

    for days, wanted in ((1200, set()), (1830, {"visit"})):
        for book in pair:
            found = {each.kind for each in due(book, clock.today() + timedelta(days=days))}
            assert found & {"visit"} == wanted


def test_another_time_than_the_suggested_one_needs_a_reason(make_book: Callable[..., Book]):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    with pytest.raises(NotFilledIn):
        ACTS["confirm_times"](office, times=[{"kind": "visit", "months": 12}])

    assert of(office, "visit").day is None


@pytest.mark.parametrize(
    "wrong", [[{"kind": "person"}], [{"kind": "visit", "months": 0}], [{"kind": "visit", "x": []}]]
)
def test_what_cannot_be_a_time_is_refused_and_nothing_is_kept(make_book: Callable[..., Book], wrong: dict[str, object]):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    with pytest.raises(NotUnderstood):
        ACTS["confirm_times"](office, times=[wrong])

    assert questions.count(office, "keeping_time") == 0


def test_a_supervisor_confirms_nothing(book: Book):
    with pytest.raises(NotYours):
        ACTS["confirm_times"](book, times=[{"kind": "visit"}])


def test_one_undo_takes_all_of_it_back(make_book: Callable[..., Book]):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    ACTS["confirm_times"](office, times=[{"kind": each.rule.kind} for each in times_of(office)])
    ACTS["undo"](office)

    assert {each.day for each in times_of(office)} == {None}


def test_confirmed_twice_is_confirmed_once_and_said(make_book: Callable[..., Book]):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    told = [ACTS["confirm_times"](office, times=[{"kind": "visit"}]).sentence for _ in range(2)]

    assert told[1] == "All of this was confirmed before. Nothing was changed."
    assert questions.count(office, "keeping_time") == 1


def test_a_site_that_came_later_hears_it_when_it_is_said_again(
    make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Callable[..., object]
):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    ACTS["confirm_times"](office, times=[{"kind": "visit", "months": 60, "reason": WHY}])
    later = make_book("Mpho Lekalakala")
    introduced(office, later)
    send(later, office)
    ACTS["confirm_times"](office, times=[{"kind": "visit"}])
    send(office, later)

    assert (of(later, "visit").rule.months, of(later, "visit").reason) == (60, WHY)


def test_of_two_who_say_it_apart_the_longer_time_holds(book: Book, monkeypatch: pytest.MonkeyPatch):
    confirm_times(book, times=[{"kind": "visit", "months": 60, "reason": WHY}])
    listing = questions.listing
    with monkeypatch.context() as patch:  # as somebody who has not heard of the first
        patch.setattr(questions, "listing", lambda *a, **k: [] if a[1] == "keeping_time" else listing(*a, **k))
        confirm_times(book, times=[{"kind": "visit", "months": 24, "reason": "room"}])

    assert questions.count(book, "keeping_time") == 2
    assert of(book, "visit").rule.months == 60


def test_nothing_is_removed_while_its_time_is_only_suggested(book: Book):
    leave(book, worker(book), clock.today())
    clock.shift(timedelta(days=1200))
    (ids,) = [each.ids for each in due(book, clock.today()) if each.kind == "visit"]
    with pytest.raises(NotConfirmed) as refusal:
        ACTS["remove_expired"](book, ids=list(ids))
    assert "visits" in str(refusal.value)
    assert questions.count(book, "visit") == 1

    confirm(book)
    ACTS["remove_expired"](book, ids=list(ids))
    assert questions.count(book, "visit") == 0


def test_a_time_of_which_two_coordinators_say_different_things_is_confirmed_by_nobody(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    nomvula, fhatuwani = pair
    dineo = make_book("Dineo Mokoena", "coordinator")
    for other in pair:
        introduced(other, dineo)
    for book in (fhatuwani, dineo):
        send(nomvula, book)
    confirm_times(fhatuwani, times=[{"kind": "visit", "months": 36}])
    for one, other in ((fhatuwani, nomvula), (fhatuwani, dineo), (nomvula, dineo)):
        send(one, other)
    confirm_times(fhatuwani, times=[{"kind": "visit", "months": 60, "reason": "the law"}])
    confirm_times(dineo, times=[{"kind": "visit", "months": 12, "reason": "no room"}])
    for book in (fhatuwani, dineo):
        send(book, nomvula)

    (visits,) = (each for each in times_of(nomvula) if each.rule.kind == "visit")

    assert (visits.day, visits.rule.months) == (None, visits.suggested)
