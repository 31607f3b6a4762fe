"""A clock that cannot be believed writes no time, and overwrites nothing newer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from caregiver_desk import clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.folding import FIRST_RELEASE
from caregiver_desk.store import histories, questions, vault, watch
from caregiver_desk.store.book import Book
from caregiver_desk.store.watch import BACK, LEAP, Seen, believable, correction_for, newest_of
from caregiver_desk.sync.exchange import Looked

HOUR, DAY = 3600, 24 * 3600
NOON = FIRST_RELEASE + 60 * DAY + 12 * HOUR
YEAR = timedelta(days=365)


@pytest.mark.parametrize(
    ("moment", "newest", "believed"),
    [
        (NOON, NOON, True),
        (NOON - BACK, NOON, True),
        (NOON - BACK - 1, NOON, False),
        (NOON + LEAP, NOON, True),
        (NOON + LEAP + 1, NOON, False),
        (FIRST_RELEASE, 0, True),
        (FIRST_RELEASE - 1, 0, False),
        (FIRST_RELEASE - 1, FIRST_RELEASE + HOUR, False),
    ],
)
def test_a_clock_is_believed_within_a_day_behind_and_four_months_ahead(moment: int, newest: int, believed: bool):
    assert believable(moment, newest) is believed


@pytest.mark.parametrize(
    ("moments", "newest"),
    [
        ([], 0),
        ([NOON, NOON - DAY], NOON),
        ([0, 0, NOON], NOON),
        ([NOON, NOON + 10 * LEAP, NOON - DAY], NOON),
        ([NOON + 10 * LEAP, NOON], NOON + 10 * LEAP),
        ([FIRST_RELEASE - 11 * LEAP, NOON], NOON),
        ([NOON - HOUR, NOON], NOON),
    ],
)
def test_the_newest_time_is_one_that_no_later_save_contradicts(moments: list[int], newest: int):
    assert newest_of(moments) == newest


def test_a_correction_holds_while_the_clock_goes_on_and_not_when_it_went_back_once_more():
    seen = Seen(newest=NOON, machine=1_420_070_400 + HOUR, correction=NOON - 1_420_070_400 - HOUR)

    assert correction_for(seen.machine + DAY, seen) == seen.correction
    assert correction_for(seen.machine - HOUR, seen) is None
    assert correction_for(NOON + DAY, seen) == 0


@pytest.fixture
def reopen(book: Book) -> Iterator[Callable[[timedelta], Book]]:
    """The book on another day: the machine's clock is off by so much, and nothing else is known."""
    opened = [book]

    def again(off: timedelta) -> Book:
        opened[-1].close()
        clock.trust()
        clock.shift(off)
        opened.append(opening.resume(vault.reopen(book.vault.folder, book.vault.keys)))
        return opened[-1]

    yield again
    opened[-1].close()


def add_team(book: Book, name: str) -> int:
    """The time that stands on a record made now."""
    record = ACTS["record_team"](book, name=name).record
    return histories.history(book, "team", record)[0].at


@pytest.mark.parametrize("off", [-11 * YEAR, 9 * YEAR, timedelta(days=-61)], ids=["2015", "2035", "two months back"])
def test_a_clock_in_doubt_writes_no_time_and_today_is_the_last_sure_day(
    reopen: Callable[[timedelta], Book], off: timedelta
):
    sure = clock.today()
    book = reopen(off)

    assert clock.in_doubt()
    assert clock.today() == sure
    assert add_team(book, "South") == 0


def test_a_clock_put_right_again_is_believed_and_needs_no_answer(reopen: Callable[[timedelta], Book]):
    add_team(reopen(-11 * YEAR), "South")
    book = reopen(timedelta(0))

    assert not clock.in_doubt()
    assert add_team(book, "West") > FIRST_RELEASE


def test_an_answer_is_believed_at_once_and_on_later_openings(reopen: Callable[[timedelta], Book]):
    sure = clock.today()
    watch.answer(reopen(-11 * YEAR), sure)
    reopen(-11 * YEAR + timedelta(days=3))

    assert not clock.in_doubt()
    assert clock.today() == sure + timedelta(days=3)


def test_a_clock_that_falls_back_again_is_asked_about_again(reopen: Callable[[timedelta], Book]):
    watch.answer(reopen(-11 * YEAR), clock.today())
    reopen(-11 * YEAR - timedelta(days=1))

    assert clock.in_doubt()


def test_a_year_ahead_is_forgotten_once_somebody_said_what_day_it_is(reopen: Callable[[timedelta], Book]):
    sure = clock.today()
    watch.answer(reopen(9 * YEAR), sure + 9 * YEAR)
    watch.answer(reopen(timedelta(0)), sure)
    reopen(timedelta(0))

    assert not clock.in_doubt()
    assert clock.today() == sure


def test_a_book_that_was_never_closed_knows_the_time_of_its_saves(book: Book):
    add_team(book, "South")
    clock.shift(-11 * YEAR)

    watch.look(book)

    assert clock.in_doubt()


def test_a_new_book_under_an_impossible_clock_is_begun_without_a_time(make_book: Callable[..., Book]):
    clock.shift(-15 * YEAR)
    book = make_book()

    assert {entry.at for entry in histories.history(book, "person", book.person)} == {0}


@pytest.mark.parametrize("day", [date(2015, 1, 1), date(2199, 1, 1)])
def test_a_day_that_cannot_be_is_refused_and_the_doubt_remains(book: Book, day: date):
    clock.doubt(date(2026, 3, 2))

    with pytest.raises(NotUnderstood):
        watch.answer(book, day)

    assert clock.in_doubt()


@contextmanager
def in_doubt() -> Iterator[None]:
    clock.doubt(clock.today())
    yield
    clock.trust()


def test_a_laptop_in_doubt_overwrites_nothing_newer(
    pair: tuple[Book, Book], send: Callable[[Book, Book], Looked | None]
):
    nomvula, fhatuwani = pair
    record = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-1", level=1).record
    with in_doubt():
        ACTS["change_household"](nomvula, id=record, fields={"level": 3})
    shown = questions.get(nomvula, "household", record)["level"]
    send(nomvula, fhatuwani)

    assert shown == 3, "it had seen what it replaced"
    assert questions.get(fhatuwani, "household", record)["level"] == 3


def test_of_two_edits_that_had_not_seen_each_other_the_one_without_a_time_is_not_shown(
    pair: tuple[Book, Book], send: Callable[[Book, Book], Looked | None]
):
    nomvula, fhatuwani = pair
    record = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-1", level=1).record
    send(nomvula, fhatuwani)
    ACTS["change_household"](fhatuwani, id=record, fields={"level": 2})
    with in_doubt():
        ACTS["change_household"](nomvula, id=record, fields={"level": 3})
    send(fhatuwani, nomvula)
    send(nomvula, fhatuwani)

    for book in pair:
        leaf = questions.get(book, "household", record)
        assert (leaf["level"], leaf.quarrels) == (2, ("level",))


def test_a_bundle_made_without_a_time_is_never_called_old(
    pair: tuple[Book, Book], send: Callable[[Book, Book], Looked | None]
):
    nomvula, fhatuwani = pair
    with in_doubt():
        add_team(nomvula, "South")
        looked = send(nomvula, fhatuwani)

    assert looked is not None
    assert (looked.manifest.made, looked.old) == (0, False)
