"""Somebody who rehearses: one exercise after another, at whichever laptop it is done."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from driver import Answers, Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caregiver_desk import clock, settings
from caregiver_desk.desk.door.seat import Seat
from caregiver_desk.desk.frame.under_way import UnderWay
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.rehearsing import Rehearsing
from caregiver_desk.practice.visits.weeks import alone
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer.calendar import LAST
from caregiver_desk.trainer.exercises.shelf import shipped
from caregiver_desk.trainer.rehearsal import Rehearsal


@contextmanager
def telling(place: Path, *, weeks: int, week: int = LAST) -> Iterator[Rehearsal]:
    """The fictional programme in a folder, up to a week, with visits and talks of `weeks`; nobody sits there yet."""
    with closing(Opener()) as opener, closing(Rehearsal(place, opener, weeks=weeks)) as told:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(settings.HOME, str(place / "home"))
            told.tell(week)
        told.get_up()
        yield told


@contextmanager
def another(told: Rehearsal, place: Path) -> Iterator[Rehearsal]:
    """The same programme in a folder of its own, sat down at: what is told anew there is nobody else's."""
    assert told._told
    with closing(Rehearsal(place, told.opener, weeks=told.weeks)) as rehearsal:
        rehearsal._told = replace(told._told, folder=shutil.copytree(told._told.folder, place / "told"))
        rehearsal.reset()
        yield rehearsal


def go_to_monday(learner: Learner) -> int:
    """From the free cell at which Thandeka's sheet opens back to that of Monday, by so many keys."""
    grid = learner.open("week").find_chip("Thandeka").page().grid  # type: ignore[attr-defined]
    grid.setFocus()
    away: int = grid.day
    for _ in range(away):
        QTest.keyClick(grid, Qt.Key.Key_Backtab)
    return away


def homes_left_on_monday(learner: Learner) -> Iterator[str]:
    """Of Thandeka's list those that her Monday does not hold yet, as they are typed from paper."""
    (her,) = questions.find(learner.book, "Thandeka", kinds={"person"})
    monday = clock.today() - timedelta(clock.today().weekday())
    seen = {
        each["household"] for each in questions.listing(learner.book, "visit", {"caregiver": her.id, "day": monday})
    }
    for each in questions.listing(learner.book, "assignment", {"caregiver": her.id}):
        if each["household"] not in seen and each["until"] is None:
            yield alone(int(each["short_number"])).replace("-", "")


class Learner(Desk):
    """One person at the laptop that stands on the screen; what they use of it is what a desk has."""

    def __init__(self, qtbot: QtBot, rehearsal: Rehearsal) -> None:
        self._qtbot, self.answers = qtbot, Answers()
        self.rehearsing = Rehearsing(rehearsal, shipped())
        self._seat = Seat(self.rehearsing)
        self._seat.sit_down()
        self.rest()

    @property
    def window(self) -> Window:  # type: ignore[override]
        assert self._seat.window is not None
        return self._seat.window

    @property
    def book(self) -> Book:  # type: ignore[override]
        return self.rehearsing.rehearsal.laptop(self.rehearsing.laptop)

    def choose(self, title: str) -> Learner:
        """Look at an exercise."""
        exercises = self.open("rehearsal").page().list  # type: ignore[attr-defined]
        exercises.choose([each.name for each in exercises.rows.rows()].index(title))
        self.rest()
        return self

    def begin(self, title: str) -> Learner:
        """Choose an exercise by its title, and begin it."""
        self.choose(title).press("Begin")
        self.window.hands.dialogs = self.answers
        return self

    def ticks(self) -> list[int]:
        """The points that are ticked, counted from one."""
        return [number for number, ticked in enumerate(self.rehearsing.standing.ticks, 1) if ticked]

    def far(self) -> str:
        """How far it is, as every page says it."""
        (tag,) = self._strip().findChildren(Tag)
        return str(tag.text)

    def told(self) -> str:
        """What every page says about the exercise: what is next, a hint, or a kind word."""
        return "\n".join(each.text() for each in self._strip().findChildren(QLabel))

    def is_done(self) -> bool:
        """Whether the exercise itself says so."""
        return "Done, in" in self.open("rehearsal").message()

    def get_up(self) -> None:
        """Leave what was begun, and close the desk."""
        self.rehearsing.leave()
        self._seat.get_up()
        self.close()

    def _strip(self) -> UnderWay:
        (strip,) = self.window.findChildren(UnderWay)
        return strip
