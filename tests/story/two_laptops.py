"""Two laptops on one screen as people use them: a person at each, the stick between, and a bundle carried over."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from driver import PATIENCE, Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from caregiver_desk import clock
from caregiver_desk.desk.door.seat import Seat
from caregiver_desk.desk.door.side import Side
from caregiver_desk.desk.door.two import Two
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.rehearsing import Rehearsing
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.stick import Stick, Where

CTRL = Qt.KeyboardModifier.ControlModifier
THANDEKA = "Thandeka Mabuza"
LEFT, RIGHT = Where.LEFT, Where.RIGHT
ALL = (True,) * 6


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
