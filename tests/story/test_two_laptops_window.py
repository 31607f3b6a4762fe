"""Two laptops on one screen: two people change one caregiver, exchange, settle, undo; and the stick comes out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from driver import PATIENCE, Answers, Desk
from printed import pages_of
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from reckoned import CLICK, LETTER, MIND, POINT, ROW, Taken
from rehearsed import telling
from striped import is_striped, says_so

from caregiver_desk import clock, settings
from caregiver_desk.desk import theme
from caregiver_desk.desk.door.seat import Seat
from caregiver_desk.desk.door.side import Side
from caregiver_desk.desk.door.tabletop import LEAST, SEEN
from caregiver_desk.desk.door.two import Two
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.parts.stripes import STRIPE
from caregiver_desk.desk.rehearsing import Rehearsing
from caregiver_desk.settings import Look
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.drive import Step
from caregiver_desk.trainer.exercises.shelf import shipped
from caregiver_desk.trainer.rehearsal import Rehearsal
from caregiver_desk.trainer.stick import OPENING, WRITING, Stick, Where

CTRL = Qt.KeyboardModifier.ControlModifier
THANDEKA = "Thandeka Mabuza"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """Up to the first sticks, after which both laptops know everybody."""
    with telling(tmp_path_factory.mktemp("rehearsal"), weeks=1, week=8) as rehearsal:
        yield rehearsal


@pytest.fixture(autouse=True)
def home(told: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(settings.HOME, str(told.place / "home"))
    return told.place


class Laptop(Desk):
    """One of the two, and the person at it."""

    def __init__(self, qtbot: QtBot, hall: Hall, side: Side) -> None:
        self._qtbot, self.hall, self._side = qtbot, hall, side
        self.window = side.laptop
        self.book = cast("Book", self.window.hands.lane.book)

    def rest(self) -> Laptop:
        """Until nothing is under way on either side, and the exercise knows how far it is."""
        self._qtbot.waitUntil(lambda: not any(lane.busy for lane in self.hall.two.lanes), timeout=3 * PATIENCE)
        super().rest()
        return self

    def open(self, subject: str) -> Laptop:
        self.hall.clicks += 1
        super().open(subject)
        return self

    def fill(self, **fields: str) -> Laptop:
        self.hall.letters += sum(map(len, fields.values()))
        super().fill(**fields)
        return self

    def _click(self, button: QAbstractButton) -> None:
        self.hall.clicks += 1
        super()._click(button)

    def take_keys(self) -> Laptop:
        self._side.take_keys()
        return self.rest()

    def press_beside(self, name: str, words: str) -> Laptop:
        """The button with these words in the card that begins with this name."""
        cards = [each for each in self.page().findChildren(Card) if each.isVisible()]
        mine = (each for each in cards if any(label.text().startswith(name) for label in each.findChildren(QLabel)))
        self._click(self._button(words, next(mine)))
        return self.rest()

    def chooser(self, name: str) -> str:
        """What is chosen from this list."""
        names = (each.accessibleName() for each in self.page().findChildren(Chooser) if each.isVisible())
        return next(each for each in names if each.startswith(name)).removeprefix(f"{name}: ")

    def press_what_begins(self, words: str) -> Laptop:
        found = (each for each in self._front().findChildren(QAbstractButton) if each.text().startswith(words))
        self._click(next(each for each in found if each.isVisible()))
        return self.rest()


def pick(words: str) -> None:
    """From the list that hangs open."""
    menu = cast("QMenu", QApplication.activePopupWidget())
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.hide()


class Hall:
    """Both of them, and what lies between."""

    def __init__(self, qtbot: QtBot, rehearsing: Rehearsing) -> None:
        self.qtbot, self.rehearsing, self.seat = qtbot, rehearsing, Seat(rehearsing)
        self.clicks = self.letters = 0
        self.seat.sit_down()
        (exercise,) = (each for each in rehearsing.exercises if each.beside)
        rehearsing.begin(exercise)
        self.left.rest()

    @property
    def two(self) -> Two:
        assert isinstance(self.seat.window, Two)
        return self.seat.window

    def name_of(self, laptop: Laptop) -> str:
        return questions.names_of(laptop.book, [laptop.book.person])[laptop.book.person]

    def press_in_bar(self, words: str) -> None:
        found = (each for each in self.two.bar.findChildren(QAbstractButton) if each.text() == words)
        QTest.mouseClick(next(found), Qt.MouseButton.LeftButton)
        self.left.rest()

    def choose_moment(self, words: str) -> None:
        """From the list of when the stick comes out by itself."""
        (chooser,) = self.two.bar.findChildren(Chooser)
        QTest.mouseClick(chooser, Qt.MouseButton.LeftButton)
        pick(words)
        self.left.rest()

    def bar_says(self) -> str:
        return "\n".join(each.text() for each in self.two.bar.findChildren(QLabel) if each.isVisible())

    @property
    def stick(self) -> Stick:
        return self.two.seen.stick

    @property
    def ticks(self) -> tuple[bool, ...]:
        return self.rehearsing.standing.ticks

    @property
    def left(self) -> Laptop:
        return Laptop(self.qtbot, self, self.two.table.left)

    @property
    def right(self) -> Laptop:
        return Laptop(self.qtbot, self, self.two.table.right)


@pytest.fixture
def hall(told: Rehearsal, qtbot: QtBot, qapp: object) -> Iterator[Hall]:
    theme.wear(qapp)  # type: ignore[arg-type]
    told.reset()
    made = Hall(qtbot, Rehearsing(told, shipped()))
    yield made
    made.two.close()
    made.two.deleteLater()


LEFT, RIGHT = Where.LEFT, Where.RIGHT
LOOKED_AT, TAKEN_IN = "looked at", "taken in"
ALL = (True,) * 6


def language(laptop: Laptop) -> str:
    """As this book has it."""
    found = (each for each in questions.listing(laptop.book, "person") if each["given_names"] == "Thandeka")
    return str(next(found)["language"])


def change(laptop: Laptop, language: str) -> None:
    laptop.open("people").choose_person(THANDEKA).press("Their details").fill(language=language).press("Save")


class Carrying:
    """A bundle is made on one laptop, carried on the stick, and taken in on the other."""

    def __init__(self, hall: Hall, way: tuple[Where, Where]) -> None:
        self.hall, self.stick, self._way = hall, hall.stick, way
        self.sender, self.reader = (hall.left, hall.right) if way[0] == LEFT else (hall.right, hall.left)

    def choose_where(self) -> None:
        """Up to the question where the bundle shall go."""
        self.stick.put_in(self._way[0])
        reader = self.hall.name_of(self.reader)
        self.sender.open("sharing").press_beside(reader, "Make a bundle").press("Choose the stick")

    def write(self) -> None:
        self.choose_where()
        self.sender.press("The stick")

    def look(self) -> None:
        self.stick.put_in(self._way[1])
        self.reader.open("sharing").press("Open a stick").press("The stick")

    def take_in(self) -> None:
        self.reader.press_what_begins("Take in")

    def close(self) -> None:
        self.reader.press("Close")


def carry(hall: Hall, sender: Where, reader: Where) -> None:
    carrying = Carrying(hall, (sender, reader))
    carrying.write()
    carry_over(carrying)


def carry_over(carrying: Carrying) -> None:
    carrying.look()
    carrying.take_in()
    carrying.close()


def differ(hall: Hall) -> None:
    """The coordinator a minute later, so that their word stands on the left where it is settled."""
    change(hall.left, "Sepedi")
    clock.shift(timedelta(minutes=1))
    change(hall.right, "Xitsonga")


def agree(hall: Hall) -> None:
    """The coordinator has seen the conflict: settled, taken back, settled again, and carried over."""
    hall.right.press("Keep right")
    hall.right.take_keys().keys(Qt.Key.Key_Z, CTRL)
    hall.right.open("sharing").press("Keep left")
    carry(hall, RIGHT, LEFT)


def test_j18_the_exercise_is_played_whole_and_ticks_by_itself(
    hall: Hall, record_property: Callable[[str, object], None]
):
    assert hall.left.open("rehearsal").tags() == ["not yet"] * 6

    differ(hall)
    assert hall.ticks == (True, False, False, False, False, False)
    carry(hall, LEFT, RIGHT)
    assert hall.ticks == (True, True, False, False, False, False)
    hall.right.press("Keep right")
    assert hall.ticks == (True, True, True, False, False, False)
    hall.right.take_keys().keys(Qt.Key.Key_Z, CTRL)
    assert hall.ticks == (True, True, True, True, False, False)
    hall.right.open("sharing").press("Keep left")
    assert hall.ticks == (True, True, True, True, True, False)
    assert language(hall.left) != language(hall.right)
    carry(hall, RIGHT, LEFT)

    assert hall.ticks == ALL
    assert language(hall.left) == language(hall.right)
    assert "Done. Go back to the exercise" in hall.right.message()
    assert "Done, in " in hall.left.open("rehearsal").message()
    seconds = (MIND + POINT + CLICK) * hall.clicks + LETTER * hall.letters
    taken = Taken("J18", "Two differ, exchange, settle and undo, by so many clicks", hall.clicks, 50, seconds, 720)
    record_property(ROW, tuple(taken))
    assert taken.holds


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("step", WRITING)
def test_pulled_out_while_a_bundle_is_written_the_next_one_brings_it_all(hall: Hall, step: Step):
    differ(hall)
    carrying = Carrying(hall, (LEFT, RIGHT))
    hall.stick.comes_out_at = step
    carrying.write()

    assert "Nothing in the book is lost: put it in again" in hall.left.message()
    assert (hall.stick.where, language(hall.left)) == (Where.TABLE, "Sepedi")
    carry(hall, LEFT, RIGHT)
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("step", OPENING)
@pytest.mark.parametrize("when", [LOOKED_AT, TAKEN_IN])
def test_pulled_out_while_a_bundle_is_opened_it_opens_later(hall: Hall, when: str, step: Step):
    differ(hall)
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.write()
    if when == LOOKED_AT:
        hall.stick.comes_out_at = step
    carrying.look()
    if when == TAKEN_IN:
        hall.stick.comes_out_at = step
        carrying.take_in()

    assert "Nothing was changed. Look whether the stick is in" in hall.right.message()
    assert (hall.stick.where, language(hall.right)) == (Where.TABLE, "Xitsonga")
    carrying.close()
    carry_over(carrying)
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))


@pytest.mark.in_turns(3)
def test_pulled_out_while_a_place_is_chosen_it_says_where_the_stick_is_and_goes_on_with_it(hall: Hall):
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.choose_where()
    assert "The stick is in this laptop. 0 bundles lie on it." in hall.left.message()

    hall.stick.pull_out()
    assert "There is no stick in this laptop: it lies on the table." in hall.left.rest().message()
    assert "The stick" not in hall.left.buttons()
    hall.stick.put_in(RIGHT)
    assert "The stick is in the other laptop." in hall.left.rest().message()
    hall.stick.lose()
    assert "What it carried is still in the book that made it." in hall.left.rest().message()
    hall.stick.put_in(LEFT)
    hall.left.rest().press("The stick")

    assert len(hall.stick.bundles()) == 1


def test_pulled_out_between_looking_and_taking_in_nothing_is_lost(hall: Hall):
    differ(hall)
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.write()
    carrying.look()
    hall.stick.pull_out()
    carrying.take_in()

    assert "Nothing was changed. Look whether the stick is in" in hall.right.message()
    carrying.close()
    carry_over(carrying)
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))


def test_pulled_out_before_the_receipt_what_was_taken_in_stays(hall: Hall):
    differ(hall)
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.write()
    carrying.look()
    carrying.take_in()
    hall.stick.pull_out()
    hall.right.press("Put receipts on the stick")

    assert "Nothing in the book is lost: put it in again" in hall.right.message()
    assert hall.ticks == (True, True, False, False, False, False)
    hall.stick.put_in(RIGHT)
    hall.right.press("Put receipts on the stick")
    assert len(hall.stick.bundles()) == 2
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))


def test_a_lost_stick_takes_nothing_along_that_another_would_not_bring(hall: Hall):
    differ(hall)
    Carrying(hall, (LEFT, RIGHT)).write()
    hall.press_in_bar("Lose it")
    assert "Lost." in hall.bar_says()
    hall.press_in_bar("Take another one")
    assert "Empty" in hall.bar_says()

    carry(hall, LEFT, RIGHT)
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))


def test_the_stick_goes_where_its_chip_says_and_one_that_was_lost_is_found_with_all_that_was_on_it(hall: Hall):
    Carrying(hall, (LEFT, RIGHT)).write()
    assert "1 bundle on it" in hall.bar_says()
    for words, place in (("Fhatuwani’s laptop", RIGHT), ("On the table", Where.TABLE), ("Nomvula’s laptop", LEFT)):
        hall.press_in_bar(words)
        assert hall.stick.where == place
        assert len(hall.stick.bundles()) == 1

    hall.press_in_bar("Lose it")
    assert hall.stick.bundles() == []
    hall.press_in_bar("Find it")
    assert (hall.stick.where, len(hall.stick.bundles())) == (Where.TABLE, 1)
    assert "1 bundle on it" in hall.bar_says()


def test_when_the_stick_comes_out_is_chosen_from_a_list_and_it_says_that_it_did(hall: Hall):
    differ(hall)
    hall.choose_moment("Comes out in the middle of copying")
    assert hall.stick.comes_out_at == Step.WRITTEN
    Carrying(hall, (LEFT, RIGHT)).write()

    assert hall.stick.where == Where.TABLE
    assert "It came out." in hall.bar_says()
    assert "Nothing in the book is lost: put it in again" in hall.left.message()
    hall.choose_moment("Comes out as a bundle is opened")
    assert "Empty" in hall.bar_says()
    hall.choose_moment("Comes out by hand")
    assert hall.stick.comes_out_at is None


def test_a_stick_that_comes_late_says_nothing_new_and_changes_nothing(hall: Hall):
    differ(hall)
    Carrying(hall, (LEFT, RIGHT)).write()
    hall.press_in_bar("Into a pocket")
    assert hall.stick.bundles() == []
    carry(hall, LEFT, RIGHT)
    agree(hall)
    before = language(hall.right)
    hall.press_in_bar("Out of the pocket")
    late = Carrying(hall, (LEFT, RIGHT))
    late.look()
    assert "1 bundle · 0 new, 0 changed, " in hall.right.message()
    late.take_in()

    assert " · nothing new" in hall.right.message()
    assert (hall.ticks, language(hall.left), language(hall.right)) == (ALL, before, before)


def test_what_was_taken_in_from_a_stick_says_on_paper_that_it_is_made_up(hall: Hall, tmp_path: Path):
    answers = Answers()
    answers.file = tmp_path / "printed.pdf"
    differ(hall)
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.write()
    carrying.look()
    carrying.take_in()
    hall.right.window.hands.dialogs = answers  # type: ignore[assignment]
    hall.right.press("Print the report")

    pages = pages_of(answers.file)
    assert pages
    assert all("FICTIONAL" in page for page in pages)


def test_keys_are_for_the_laptop_that_has_them_and_two_keys_for_what_lies_between(hall: Hall):
    left, right = hall.left.open("today"), hall.right.open("today")
    right.take_keys().keys(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert (left.page().subject, right.page().subject) == ("today", "people")
    for _ in range(12):
        right.keys(Qt.Key.Key_F6)
        assert right.window.isAncestorOf(QApplication.focusWidget())

    right.keys(Qt.Key.Key_F7)
    assert hall.two.table.front is hall.two.table.left
    left.keys(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert (left.page().subject, right.page().subject) == ("week", "people")
    left.keys(Qt.Key.Key_F9)
    assert QApplication.focusWidget().accessibleName() == "The stick: On the table"


def test_a_sheet_of_one_laptop_leaves_the_other_and_the_stick_free(hall: Hall):
    carrying = Carrying(hall, (LEFT, RIGHT))
    carrying.choose_where()
    left, right = hall.two.table.sides
    assert (left.veil.isVisible(), right.veil.isVisible()) == (True, False)

    hall.press_in_bar("On the table")
    hall.right.open("people")
    assert (hall.right.page().subject, hall.stick.where) == ("people", Where.TABLE)
    hall.left.keys(Qt.Key.Key_F7)
    hall.left.until(QApplication.activeWindow)
    assert QApplication.activeWindow().objectName() == "pick"
    hall.left.press("Not now")
    assert not left.veil.isVisible()


def held(hall: Hall, key: Qt.Key, times: int) -> list[QWidget]:
    """Whatever has the keys, each time after this key."""
    found = []
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget(), key)
        found.append(cast("QWidget", QApplication.focusWidget()))
    hall.left.rest()
    return found


@pytest.mark.parametrize("wide", [1366, 1024])
def test_tab_stays_in_the_laptop_that_has_the_keys_and_in_the_bar(hall: Hall, wide: int):
    hall.two.resize(wide, 768)
    left = hall.left.open("sharing").take_keys()
    stops = held(hall, Qt.Key.Key_Tab, 50)
    assert len(set(stops)) < len(stops)
    assert all(left.window.isAncestorOf(each) for each in stops)
    assert all(left.window.isAncestorOf(each) for each in held(hall, Qt.Key.Key_Backtab, 50))

    left.keys(Qt.Key.Key_F9)
    assert all(hall.two.bar.isAncestorOf(each) for each in held(hall, Qt.Key.Key_Tab, 10))
    left.keys(Qt.Key.Key_F9)
    assert left.window.isAncestorOf(QApplication.focusWidget())


def test_keys_that_come_to_what_lies_below_a_sheet_go_to_the_sheet(hall: Hall):
    Carrying(hall, (LEFT, RIGHT)).choose_where()
    hall.two.activateWindow()
    hall.left.window.pages.setFocus()
    hall.left.rest()
    hall.left.until(lambda: QApplication.activeWindow() and QApplication.activeWindow().objectName() == "pick")

    assert QApplication.activeWindow().objectName() == "pick"


def test_f7_and_f9_leave_also_a_sheet_over_a_sheet_and_f8_asks_there(hall: Hall):
    left, right = hall.two.table.sides
    hall.left.open("people").press("Add a caregiver").keys(Qt.Key.Key_F1)
    upper = [each for each in hall.left.window.findChildren(QDialog) if each.isVisible()]
    QTest.keyClick(upper[-1], Qt.Key.Key_F1)
    hall.left.rest()
    assert [each.objectName() for each in hall.left.window.findChildren(QDialog) if each.isVisible()] == [
        "sheet",
        "reading",
    ]

    hall.left.keys(Qt.Key.Key_F7)
    assert hall.two.table.front is right
    hall.right.open("people")
    assert hall.right.page().subject == "people"
    hall.right.keys(Qt.Key.Key_F9)
    assert hall.two.bar.isAncestorOf(QApplication.focusWidget())

    hall.left.take_keys()
    QTest.keyClick(QApplication.activeWindow(), Qt.Key.Key_F8)
    assert "nothing brings it back" in hall.left.rest().message()
    assert (left.veil.isVisible(), right.veil.isVisible()) == (True, False)


def test_two_laptops_stand_in_one_frame_and_every_sheet_of_theirs_in_one_of_its_own(hall: Hall):
    assert is_striped(hall.two)
    assert "FICTIONAL" in hall.bar_says()
    assert all(says_so(window) for window in hall.two.windows)
    Carrying(hall, (LEFT, RIGHT)).choose_where()
    (sheet,) = (each for each in hall.left.window.findChildren(QDialog) if each.isVisible())
    assert is_striped(sheet)
    assert says_so(sheet)


@pytest.mark.in_turns(2)
@pytest.mark.parametrize(("wide", "percent"), [(1366, 100), (1024, 100), (1366, 150), (1024, 150)])
def test_the_bar_of_the_stick_takes_one_line_and_what_has_no_room_there_waits_behind_one_button(
    hall: Hall, wide: int, percent: int, qapp: Any
):
    theme.wear(qapp, Look("light", percent))
    hall.rehearsing.sit_at("north", "coordinator")
    hall.two.resize(wide, 768)
    Carrying(hall, (LEFT, RIGHT)).write()
    hall.left.until(lambda: hall.two.bar.height() < 2 * theme.px(theme.FIELD))

    assert "1 bundle on it" in hall.bar_says()
    assert hall.two.bar.height() < 2 * theme.px(theme.FIELD)
    if (wide, percent) != (1366, 100):
        for words in ("Lose it", "Find it", "Comes out while a bundle is read"):
            hall.press_in_bar("What happens")
            pick(words)
        assert (hall.stick.where, hall.stick.comes_out_at) == (Where.TABLE, Step.READ)


@pytest.mark.in_turns(2)
@pytest.mark.parametrize(("wide", "percent"), [(1366, 100), (1024, 100), (1366, 150), (1024, 150)])
def test_the_laptop_with_the_keys_is_never_narrower_than_a_desk_can_be(hall: Hall, wide: int, percent: int, qapp: Any):
    theme.wear(qapp, Look("light", percent))
    hall.rehearsing.sit_at("north", "coordinator")
    hall.two.resize(wide, 768)
    hall.left.take_keys()
    left, right = hall.two.table.sides

    assert left.width() >= min(theme.px(LEAST), wide - theme.px(SEEN))
    inside = wide - 2 * theme.px(STRIPE)
    assert (hall.two.width(), left.x(), right.geometry().right() + 1) == (wide, 0, inside)
    assert hall.left.window.width() == left.width()
    behind = left.geometry().intersects(right.geometry())
    assert (left.veil.isVisible(), right.veil.isVisible()) == (False, behind)
    QTest.mouseClick(right.veil if behind else right.laptop.pages, Qt.MouseButton.LeftButton)
    assert hall.two.table.front is right


def test_reset_brings_both_back_with_an_empty_stick_and_the_exercise_begins_anew(hall: Hall):
    differ(hall)
    Carrying(hall, (LEFT, RIGHT)).write()
    old, place = hall.two, hall.stick.folder
    hall.left.take_keys().keys(Qt.Key.Key_F8).press("Reset")
    hall.left.rest()

    assert hall.two is not old
    assert (language(hall.left), language(hall.right)) == ("isiZulu", "isiZulu")
    assert (hall.ticks, hall.stick.bundles(), place.exists()) == ((False,) * 6, [], False)
    assert [page.subject for page in (hall.left.page(), hall.right.page())] == ["rehearsal", "today"]


def sit_at(hall: Hall, words: str) -> None:
    """Choose from the list of laptops on the page in front."""
    window = hall.seat.window
    page = (window.windows[0] if isinstance(window, Two) else cast("Window", window)).page()
    hall.qtbot.waitUntil(lambda: bool(page.findChildren(Chooser)))
    chooser = next(each for each in page.findChildren(Chooser) if each.accessibleName().startswith("Laptop"))
    chooser.offer()
    pick(words)


def test_from_the_page_one_sits_down_at_two_and_gets_up_again(hall: Hall):
    assert hall.left.open("rehearsal").chooser("Laptop") == "Two laptops"
    hall.rehearsing.leave()

    sit_at(hall, "Fhatuwani’s laptop")
    assert isinstance(hall.seat.window, Window)
    assert hall.seat.window.page().subject == "rehearsal"
    sit_at(hall, "Two laptops")
    assert hall.left.rest().chooser("Laptop") == "Two laptops"


def test_a_look_that_one_chooses_is_worn_by_both(hall: Hall):
    before = [window.page() for window in hall.two.windows]
    hall.left.open("settings").press("dark")
    hall.right.rest()

    assert theme.tokens() is theme.DARK
    assert not {*before} & {window.page() for window in hall.two.windows}
    assert hall.two.bar.isVisible()
