"""Two laptops on one screen: two people change one caregiver, exchange, settle, undo; and the stick comes out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
from driver import Desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from caregiver_desk import settings
from caregiver_desk.desk import theme
from caregiver_desk.desk.door.seat import Seat
from caregiver_desk.desk.door.two import Side, Two
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.rehearsing import Rehearsing
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.drive import Step
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer.exercises.shelf import shipped
from caregiver_desk.trainer.rehearsal import Rehearsal
from caregiver_desk.trainer.stick import OPENING, WRITING, Stick, Where

CTRL = Qt.KeyboardModifier.ControlModifier
THANDEKA = "Thandeka Mabuza"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """Up to the first sticks, after which both laptops know everybody."""
    place = tmp_path_factory.mktemp("rehearsal")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(settings.HOME, str(place / "home"))
        with closing(Opener()) as opener, closing(Rehearsal(place / "sitting", opener, weeks=1)) as rehearsal:
            rehearsal.place.mkdir()
            rehearsal.tell(8)
            yield rehearsal


@pytest.fixture(autouse=True)
def home(told: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(settings.HOME, str(told.place.parent / "home"))
    return told.place


class Laptop(Desk):
    """One of the two, and the person at it."""

    def __init__(self, qtbot: QtBot, hall: Hall, side: Side) -> None:
        self._qtbot, self.hall, self._side = qtbot, hall, side
        self.window = side.laptop
        self.book = cast("Book", self.window.hands.lane.book)

    def rest(self) -> Laptop:
        """Until nothing is under way on either side, and the exercise knows how far it is."""
        self._qtbot.waitUntil(lambda: not any(lane.busy for lane in self.hall.two.lanes))
        super().rest()
        return self

    def take_keys(self) -> Laptop:
        self._side.take_keys()
        return self.rest()

    def press_beside(self, name: str, words: str) -> Laptop:
        """The button with these words in the card that begins with this name."""
        cards = [each for each in self.page().findChildren(Card) if each.isVisible()]
        mine = (each for each in cards if any(label.text().startswith(name) for label in each.findChildren(QLabel)))
        self._click(self._button(words, next(mine)))
        return self.rest()

    def press_what_begins(self, words: str) -> Laptop:
        found = (each for each in self._front().findChildren(QAbstractButton) if each.text().startswith(words))
        self._click(next(each for each in found if each.isVisible()))
        return self.rest()


class Hall:
    """Both of them, and what lies between."""

    def __init__(self, qtbot: QtBot, rehearsing: Rehearsing) -> None:
        self.rehearsing, self.seat = rehearsing, Seat(rehearsing)
        self._qtbot = qtbot
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

    @property
    def stick(self) -> Stick:
        return self.two.told.stick

    @property
    def ticks(self) -> tuple[bool, ...]:
        return self.rehearsing.standing.ticks

    @property
    def left(self) -> Laptop:
        return Laptop(self._qtbot, self, self.two.table.left)

    @property
    def right(self) -> Laptop:
        return Laptop(self._qtbot, self, self.two.table.right)


@pytest.fixture
def hall(told: Rehearsal, qtbot: QtBot, qapp: object) -> Iterator[Hall]:
    theme.wear(qapp)  # type: ignore[arg-type]
    told.reset()
    made = Hall(qtbot, Rehearsing(told, shipped()))
    yield made
    made.two.close()
    made.two.deleteLater()


LEFT, RIGHT = Where.LEFT, Where.RIGHT
CHOSEN, LOOKED_AT, TAKEN_IN = "as a place is chosen", "looked at", "taken in"
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


def carry(hall: Hall, *way: Where) -> None:
    carrying = Carrying(hall, way)  # type: ignore[arg-type]
    carrying.write()
    carrying.look()
    carrying.take_in()
    carrying.close()


def differ(hall: Hall) -> None:
    change(hall.left, "Sepedi")
    change(hall.right, "Xitsonga")


def agree(hall: Hall) -> None:
    """The coordinator has seen the conflict: settled, taken back, settled again, and carried over."""
    hall.right.press("Keep right")
    hall.right.take_keys().keys(Qt.Key.Key_Z, CTRL)
    hall.right.open("sharing").press("Keep left")
    carry(hall, RIGHT, LEFT)


def test_the_exercise_is_played_whole_and_ticks_by_itself(hall: Hall):
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


@pytest.mark.parametrize("step", WRITING)
def test_pulled_out_while_a_bundle_is_written_the_next_one_brings_it_all(hall: Hall, step: Step):
    differ(hall)
    carrying = Carrying(hall, (LEFT, RIGHT))
    hall.stick.comes_out_at = step
    carrying.write()

    assert "Nothing can be written there (the folder is not there)." in hall.left.message()
    assert "What was there before is unharmed." in hall.left.message()
    assert (hall.stick.where, language(hall.left)) == (Where.TABLE, "Sepedi")
    carry(hall, LEFT, RIGHT)
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))


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
    carrying.look()
    carrying.take_in()
    carrying.close()
    agree(hall)
    assert (hall.ticks, language(hall.left)) == (ALL, language(hall.right))
