"""A coordinator with forty sticks on her desk is not afraid to open one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from acquainted import introduce
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.parts.bar import Bar
from caregiver_desk.errors import DiskFull, Stopped
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import arrivals, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import carriers, making, stick


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def south(books: Callable[[str, Role], Book], coordinator: Book) -> Book:
    """A second supervisor who shares with the coordinator."""
    book = books("Mpho Lekalakala", Role.SUPERVISOR)
    introduce(book, coordinator, "Fhatuwani Mudau")
    introduce(coordinator, book, "Mpho Lekalakala")
    return book


def bundle(sender: Book, folder: Path) -> Path:
    (partner,) = partners.known(sender)
    (made,) = making.make(sender, partner)
    return carriers.drop(folder, made.bundle, made.sealed)


@pytest.fixture
def laden(programme: Programme, south: Book, folder: Path) -> Path:
    """A stick with three bundles of two supervisors, a broken one, and what else lies on sticks."""
    bundle(programme.book, folder)
    ACTS["add_caregiver"](programme.book, given_names="Grace")
    bundle(programme.book, folder)
    ACTS["add_caregiver"](south, given_names="Johanna")
    bundle(south, folder)
    (folder / "broken.caredesk").write_bytes(b"half a file")
    (folder / "autorun.inf").write_bytes(b"[autorun]")
    return folder


@pytest.fixture
def desk(coordinator: Book, laden: Path, open_window: Callable[[Book], Desk]) -> Desk:
    desk = open_window(coordinator)
    desk.answers.folder = laden
    return desk


def test_one_preview_says_what_all_of_them_would_do_and_changes_nothing(desk: Desk) -> None:
    told = desk.open("sharing").press("Open a stick").message()

    assert "From 2 partners" in told
    assert "2 bundles" in told
    assert "broken.caredesk" in told
    assert "1 other file was left alone." in told
    assert arrivals.opened(desk.book) == []
    assert "Grace" not in [each["given_names"] for each in questions.listing(desk.book, "person")]


def test_all_are_taken_in_and_everybody_gets_a_receipt(desk: Desk, laden: Path) -> None:
    desk.open("sharing").press("Open a stick")
    (bar,) = desk.window.findChildren(Bar)
    assert bar.accessibleName() == "Looking at the stick"
    desk.press("Take in 3 files")
    assert bar.accessibleName() == "Taking it in"
    assert "3 files taken in." in desk.message()
    assert len(arrivals.opened(desk.book)) == 3

    desk.press("Put receipts on the stick")

    assert "2 receipts on the stick." in desk.status()
    assert len(stick.bundles_in(laden).bundles) == 6


def test_the_same_stick_again_brings_nothing_and_asks_nothing(desk: Desk) -> None:
    desk.open("sharing").press("Open a stick").press("Take in 3 files").press("Close")

    told = desk.press("Open a stick").message()

    assert "Nothing new on this stick" in told
    assert "3 files were opened before." in told
    assert not [words for words in desk.buttons() if words.startswith("Take in")]


def test_who_leaves_after_looking_has_changed_nothing(desk: Desk) -> None:
    desk.open("sharing").press("Open a stick").press("Not now")

    assert arrivals.opened(desk.book) == []


def test_a_stick_without_a_bundle_says_so(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    desk.answers.folder = tmp_path / "photos"

    told = desk.open("sharing").press("Open a stick").message()

    assert "There is no bundle in “photos”." in told
    assert "Close" in desk.buttons()


def test_a_stick_may_be_dropped_on_the_window(desk: Desk, laden: Path) -> None:
    assert "From 2 partners" in desk.drop(laden).message()


def test_what_was_taken_in_can_be_printed(desk: Desk, tmp_path: Path) -> None:
    desk.open("sharing").press("Open a stick").press("Take in 3 files")
    desk.answers.file = tmp_path / "report"

    desk.press("Print the report")

    assert (tmp_path / "report").read_bytes().startswith(b"%PDF")


def test_taking_in_a_stick_where_nothing_needs_her(desk: Desk, record_property: Callable[[str, object], None]) -> None:
    hands = Keyboard(desk, record_property)

    hands.press("Ctrl+O").press("Ctrl+Return").press("Ctrl+Return")

    assert "2 receipts on the stick." in desk.status()
    hands.counts("a stick of bundles taken in and answered, beside choosing it", 8, "J11", allowed=20)


def test_a_look_that_is_stopped_leaves_the_book_as_it_was(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = stick._one

    def stops(*given: object) -> stick.One:
        (sheet,) = desk.window.findChildren(QDialog, "stick")
        sheet._stopped = True  # type: ignore[attr-defined]
        return real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(stick, "_one", stops)
    told = desk.open("sharing").press("Open a stick").message()

    assert "Stopped, as you wished. Nothing was changed." in told
    assert arrivals.opened(desk.book) == []
    desk.keys(Qt.Key.Key_Escape)


def test_a_disk_that_fills_in_the_middle_says_what_is_in_and_why_it_stopped(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open("sharing").press("Open a stick")
    real, opened = stick._one, list[Path]()

    def full(book: Book, path: Path, *given: object) -> stick.One:
        opened.append(path)
        if len(opened) == 3:
            raise DiskFull
        return real(book, path, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(stick, "_one", full)
    told = desk.press("Take in 3 files").message()

    assert "2 were left." in told
    assert str(DiskFull()) in told
    assert len(arrivals.opened(desk.book)) == sum(path.name != "broken.caredesk" for path in opened[:2])


def test_only_what_was_looked_at_comes_in(desk: Desk, laden: Path, programme: Programme) -> None:
    desk.open("sharing").press("Open a stick")
    for each in laden.glob("*.caredesk"):
        each.unlink()
    ACTS["add_caregiver"](programme.book, given_names="Unseen")
    bundle(programme.book, laden)

    told = desk.press("Take in 3 files").message()

    assert "There is no file" in told
    assert arrivals.opened(desk.book) == []


def test_what_needs_her_is_counted_once_and_from_the_book(
    desk: Desk, laden: Path, programme: Programme, coordinator: Book
) -> None:
    given = {"caregiver": programme.caregiver, "household": programme.household, "day": "2026-03-02"}
    visit = ACTS["record_visit"](programme.book, **given).record
    bundle(programme.book, laden)
    desk.open("sharing").press("Open a stick").press("Take in 4 files").press("Close")
    ACTS["change_visit"](coordinator, id=visit, fields={"minutes": 30})
    for minutes in (40, 50):
        ACTS["change_visit"](programme.book, id=visit, fields={"minutes": minutes})
        bundle(programme.book, laden)

    desk.press("Open a stick").press("Take in 2 files")

    assert "1 thing more needs you." in desk.message()
    assert desk.press("Close").window.frame.rail.places["sharing"].accessibleName() == "Sharing, 1 waiting"


def test_what_is_for_others_is_no_trouble_and_who_is_gone_gets_no_receipt(desk: Desk, laden: Path) -> None:
    desk.open("sharing").press("Open a stick").press("Take in 3 files")
    ACTS["part_from"](desk.book, partner="Mpho Lekalakala")
    desk.press("Put receipts on the stick")
    assert "1 receipt on the stick. 1 partner is not answered any more." in desk.status()

    told = desk.press("Open a stick").message()

    assert "1 file is for somebody else." in told
    assert "phone the sender" not in told
    assert len(list(laden.glob("*.caredesk"))) == 5


def test_nothing_goes_on_behind_a_desk_that_locks_or_closes(desk: Desk) -> None:
    desk.open("sharing").press("Open a stick")
    (sheet,) = desk.window.findChildren(QDialog, "stick")
    hears, lane = sheet._hears(), desk.window.hands.lane  # type: ignore[attr-defined]
    hears(0, 1)

    lane._closed = True
    with pytest.raises(Stopped):
        hears(0, 1)
    lane._closed = False
    sheet.hide()
    with pytest.raises(Stopped):
        hears(0, 1)
