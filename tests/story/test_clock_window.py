"""A laptop whose clock fell back to 2015, or ran ahead to 2035: it asks once, and nothing is overdue for it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from acquainted import introduce
from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import histories, partners, questions, watch
from caregiver_desk.store.book import Book
from caregiver_desk.sync import carriers, exchange, making
from caregiver_desk.sync.opener import Opener

YEAR = timedelta(days=365)
OFF = pytest.mark.parametrize("off", [-11 * YEAR, 9 * YEAR, timedelta(days=-61)], ids=["2015", "2035", "two months"])


@pytest.fixture
def sure() -> str:
    return clock.today().isoformat()


@pytest.fixture
def open_under(programme: Programme, open_window: Callable[[Book], Desk]) -> Callable[[timedelta], Desk]:
    """The desk on a laptop whose clock is off by so much."""

    def open_desk(off: timedelta) -> Desk:
        ACTS["hold_check_in"](
            programme.book,
            caregiver=programme.caregiver,
            day=clock.today(),
            promises=[{"owner": "supervisor", "what": "ring her", "due": clock.today() + timedelta(3)}],
            words={"next_day": clock.today() + timedelta(5)},
        )
        clock.shift(off)
        watch.look(programme.book)
        return open_window(programme.book)

    return open_desk


def written(book: Book) -> int:
    """The time on the visit that was saved last."""
    visit = questions.listing(book, "visit")[0]
    return histories.history(book, "visit", visit.id)[-1].at


def record_visit(desk: Desk, **fields: str) -> Desk:
    return desk.open("visits").fill(caregiver="Sibongile", household="031", **fields).press("Save visit")


def carry(sender: Book, receiver: Book, opener: Opener, folder: Path) -> None:
    (partner,) = (each for each in partners.known(sender) if each.key == receiver.key)
    (made,) = making.make(sender, partner)
    exchange.open_bundle(receiver, carriers.drop(folder, made.bundle, made.sealed), opener)


@OFF
def test_the_clock_is_doubted_in_words_and_nothing_is_overdue(
    open_under: Callable[[timedelta], Desk], off: timedelta
) -> None:
    told = open_under(off).message()

    assert "This laptop’s clock says" in told
    assert "over" not in told
    assert "ago" not in told
    assert "ring her" in told


@OFF
def test_what_is_saved_in_doubt_says_that_its_date_is_uncertain(
    open_under: Callable[[timedelta], Desk], off: timedelta, sure: str
) -> None:
    desk = record_visit(open_under(off), day=sure)

    assert written(desk.book) == 0
    timeline = desk.open("people").choose_person("Sibongile Ndaba").timeline()
    assert [entry for entry in timeline if "Visit" in entry and "date uncertain" in entry]


def test_no_day_is_put_into_a_form_while_nobody_knows_it(open_under: Callable[[timedelta], Desk]) -> None:
    desk = open_under(-11 * YEAR).open("visits")

    assert desk.typed("day") == ""
    assert desk.open("supervision").typed("day") == ""


@OFF
def test_an_answer_puts_the_clock_right_and_the_question_goes(
    open_under: Callable[[timedelta], Desk], off: timedelta, sure: str
) -> None:
    desk = open_under(off).fill(what_day=sure).press("Set the date")

    assert "This laptop’s clock says" not in desk.message()
    assert clock.today().isoformat() == sure
    assert desk.open("supervision").page().form.values()["day"] == clock.today()  # type: ignore[attr-defined]
    assert written(record_visit(desk, day="today").book) > 0


def test_a_laptop_that_lay_in_a_drawer_is_believed_at_a_press(open_under: Callable[[timedelta], Desk]) -> None:
    desk = open_under(timedelta(days=150))
    right = clock.day_of(clock.machine())

    desk.press(next(words for words in desk.buttons() if words.startswith("It is ")))

    assert (clock.in_doubt(), clock.today()) == (False, right)


def test_an_impossible_date_is_not_offered_and_an_empty_answer_is_asked_again(
    open_under: Callable[[timedelta], Desk],
) -> None:
    desk = open_under(-11 * YEAR)
    assert not [words for words in desk.buttons() if words.startswith("It is ")]

    desk.press("Set the date")

    assert "Type today’s date first" in desk.message()
    assert clock.in_doubt()


def test_a_conflict_says_which_version_has_no_sure_date(
    programme: Programme, books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk], opener: Opener,
    tmp_path: Path,
) -> None:  # fmt: skip
    boss = books("Fhatuwani Mudau", Role.COORDINATOR)
    introduce(programme.book, boss, "Fhatuwani Mudau")
    introduce(boss, programme.book, "Nomvula Shezi")
    carry(programme.book, boss, opener, tmp_path)
    ACTS["change_household"](boss, id=programme.household, fields={"nickname": "green gate"})
    clock.doubt(clock.today())
    ACTS["change_household"](programme.book, id=programme.household, fields={"nickname": "red gate"})
    carry(boss, programme.book, opener, tmp_path)

    told = open_window(programme.book).open("sharing").message()

    assert "this laptop · date uncertain" in told
