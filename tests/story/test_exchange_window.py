"""Two people at one table exchange what the other lacks, each at her own window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing

import pytest
from driver import Desk, Programme
from nearby import LOOP, listening
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.sheets.sharing.exchange import ExchangeSheet
from caregiver_desk.store import arrivals, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import limits, making
from caregiver_desk.sync.near import Place
from caregiver_desk.sync.opener import Opener

Two = tuple[Desk, Desk]


@pytest.fixture
def two(desk: Desk, coordinator: Book, open_window: Callable[[Book], Desk]) -> Iterator[Two]:
    """The supervisor and the coordinator, each at a laptop of her own, with the sheet open on both."""
    both = desk, open_window(coordinator)
    with closing(Opener()) as hers:
        both[1].window.hands.opener = hers
        for each in both:
            sit_down(each)
        yield both
        for each in both:
            each.close()


def sit_down(desk: Desk, places: Sequence[Place] = (LOOP,)) -> None:
    """Open the sheet; this laptop has no other address than its own."""
    (partner,) = partners.known(desk.book)
    desk.open("sharing").window.hands.dialogs.show(
        ExchangeSheet(desk.page(), desk.window.hands, partner, lambda: places)
    )
    desk.rest()


def meet(waits: Desk, goes: Desk, number: str = "") -> None:
    """One waits, the other types what is shown there, and goes."""
    waits.press("Wait here")
    address, shown = waits.said_after("Address"), waits.said_after("Number")
    goes.fill(address=address, number=number or shown).press("Go there")


def until_said(words: str, *desks: Desk) -> None:
    for desk in desks:
        desk.until(lambda desk=desk: words in desk.message())
        assert words in desk.rest().message()


def until_offered(words: str, *desks: Desk) -> None:
    for desk in desks:
        desk.until(lambda desk=desk: words in desk.buttons())
        assert words in desk.buttons()


def test_both_see_what_came_before_it_counts_and_end_with_all(two: Two) -> None:
    supervisor, coordinator = two
    meet(supervisor, coordinator)

    until_offered("Take it in", supervisor, coordinator)
    until_said("From Nomvula Shezi", coordinator)
    until_said("1 bundle", coordinator)
    assert questions.count(coordinator.book, "household") == 0

    coordinator.press("Take it in")
    until_said("Waiting until Nomvula Shezi has decided.", coordinator)
    supervisor.press("Take it in")
    until_said("Done, on both sides", supervisor, coordinator)

    assert "all that you sent has arrived at Fhatuwani Mudau" in supervisor.message()
    assert questions.count(coordinator.book, "household") == 2
    for each in two:
        (partner,) = partners.known(each.book)
        assert making.undelivered(each.book, partner) == 0
        each.press("Close")
        assert "nothing" in " ".join(each.tags())


def test_who_closes_before_the_other_has_decided_loses_nothing(two: Two) -> None:
    supervisor, coordinator = two
    meet(coordinator, supervisor)
    until_offered("Take it in", supervisor, coordinator)

    coordinator.press("Take it in")
    until_said("You may close", coordinator)
    supervisor.press("Not now")

    until_said("has not said yet what arrived there", coordinator)
    assert questions.count(coordinator.book, "household") == 2
    assert arrivals.opened(supervisor.book) == []


def test_a_wrong_number_is_said_and_can_be_mended_on_the_spot(two: Two) -> None:
    supervisor, coordinator = two
    meet(supervisor, coordinator, number="000000")
    until_said("did not prove to be Nomvula Shezi’s with this number", coordinator)

    number = supervisor.said_after("Number")
    assert coordinator.typed("number") == "000000"
    coordinator.fill(number=number).press("Go there")

    until_offered("Take it in", supervisor, coordinator)


def test_an_address_of_the_wide_network_is_refused_at_the_window(two: Two) -> None:
    _, coordinator = two
    coordinator.fill(address="8.8.8.8", number="123456").press("Go there")

    until_said("is not in this room", coordinator)
    assert coordinator.typed("address") == "8.8.8.8"


def test_a_laptop_on_no_network_says_so_and_does_not_wait(desk: Desk, coordinator: Book) -> None:
    assert coordinator
    sit_down(desk, places=())

    desk.press("Wait here")

    until_said("on no local network", desk)


@pytest.mark.skipif(sys.platform != "linux", reason="open doors are read from /proc")
def test_the_button_on_the_card_opens_the_sheet_and_nothing_listens_before_somebody_waits(
    desk: Desk, coordinator: Book
) -> None:
    assert coordinator
    desk.open("sharing").press("Exchange in this room")
    assert {"Wait here", "Go there", "Not now"} <= set(desk.buttons())
    assert listening() == 0


@pytest.mark.skipif(sys.platform != "linux", reason="open doors are read from /proc")
@pytest.mark.parametrize("end", ["stop", "lock"])
def test_after_stop_and_behind_the_cover_of_a_locked_desk_nothing_listens(end: str, two: Two) -> None:
    supervisor, _ = two
    supervisor.press("Wait here")
    assert listening() == 1

    if end == "stop":
        supervisor.press("Stop")
    else:
        for dialog in supervisor.window.findChildren(QDialog):
            dialog.hide()

    assert listening() == 0


def test_while_somebody_is_waited_for_the_desk_goes_on_working(two: Two, programme: Programme) -> None:
    supervisor, _ = two
    supervisor.press("Wait here")

    ACTS["record_visit"](programme.book, caregiver=programme.caregiver, household=programme.household, day="2026-03-02")

    assert not supervisor.rest().window.hands.lane.busy
    assert "Waiting for Fhatuwani Mudau" in supervisor.message()


def test_a_waiting_that_nobody_comes_to_ends_by_itself(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROOM_WAIT", 0.3)
    supervisor, _ = two
    supervisor.press("Wait here")

    until_said("Nobody came in time", supervisor)


def test_a_double_press_opens_one_door(two: Two) -> None:
    supervisor, coordinator = two
    (sheet,) = (each for each in supervisor.window.findChildren(QDialog) if isinstance(each, ExchangeSheet))
    (button,) = (each for each in sheet.findChildren(QAbstractButton) if each.text() == "Wait here")

    for _ in range(2):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    supervisor.rest()

    coordinator.fill(address=supervisor.said_after("Address"), number=supervisor.said_after("Number"))
    coordinator.press("Go there")
    until_offered("Take it in", supervisor, coordinator)
