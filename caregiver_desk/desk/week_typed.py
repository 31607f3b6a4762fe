"""What was typed into a week sheet: what is on its way to the book, and what waits there until it is sorted.

A cell that was left is laid over each answer of the book until one comes that knows of it. Numbers that name no home
are kept in the book as a draft for their caregiver and week, each in the place where it was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk.answers.visits.weeks import Sheet, save_cell
from caregiver_desk.desk.page import Hands
from caregiver_desk.errors import Problem
from caregiver_desk.practice.visits.weeks import LETTERS, Doubt, Entry, Meaning, laid, meaning, week_of, written

PLACE = "sort later"


@dataclass
class _OnItsWay:
    """A cell that was left: what stood there, and what stands there now."""

    caregiver: str
    day: date
    before: Entry | None
    now: Entry | None
    saved: bool = False


class InHand(QObject):
    """Where she is on which sheet, and what she has half typed; nothing before she has typed anything."""

    filled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._at: dict[str, Any] = {}

    def values(self) -> dict[str, Any]:
        return dict(self._at)

    def fill(self, values: Mapping[str, Any]) -> None:
        self._at = dict(values)

    def note(self, caregiver: str, day: date, typed: str) -> None:
        if typed or self._at:
            self._at = {"caregiver": caregiver, "day": day.isoformat(), "typed": typed}
            self.filled.emit()


class Typed:
    """The cells of all sheets as they stand, whatever the book knows of them yet."""

    def __init__(self, hands: Hands, owner: QObject, changed: Callable[[], object]) -> None:
        self._hands, self._owner, self._changed = hands, owner, changed
        self._on_its_way: list[_OnItsWay] = []

    def heard(self) -> None:
        """The book answered after whatever was saved by now."""
        self._on_its_way = [each for each in self._on_its_way if not each.saved]

    def entries(self, sheet: Sheet, day: date) -> list[Entry]:
        visits = list(sheet.visits.get(day, ()))
        for each in self._on_its_way:
            if (each.caregiver, each.day) == (sheet.caregiver, day):
                visits = _laid_over(visits, each)
        there = [each.household for each in visits]
        return laid(visits, [(place, _waits(sheet, day, typed, there)) for place, typed in self._waiting(sheet, day)])

    def means(self, sheet: Sheet, day: date, row: int, typed: str) -> Meaning:
        """What this would mean in a cell: a letter alone speaks of what stands there already."""
        entries = self.entries(sheet, day)
        before = entries[row] if row < len(entries) else None
        if typed in LETTERS and before and before.household:
            return Meaning(LETTERS[typed], before.household)
        there = [each.household for each in entries if each is not before]
        return meaning(typed, sheet.homes(day), sheet.length, there)

    def take(self, sheet: Sheet, day: date, row: int, typed: str) -> int:
        """A cell was left with this in it; with nothing, it was emptied. The row where it stands from now on."""
        entries = self.entries(sheet, day)
        before = entries[row] if row < len(entries) else None
        if typed in LETTERS and before and before.doubt:
            typed = before.written.rstrip("".join(LETTERS)) + typed
        now = self.means(sheet, day, row, typed) if typed else None
        if before and before.doubt:
            self._sorted(sheet, day, sum(bool(each.doubt) for each in entries[:row]))
        if now and now.doubt:
            self._wait(sheet, day, row, typed)
        stands = _entry(sheet, day, before, now) if now and not now.doubt else None
        was = before if before and before.household else None
        if stands != was:
            self._send(_OnItsWay(sheet.caregiver, day, was, stands), sheet, row, typed)
        self._changed()
        homes = [each.household for each in self.entries(sheet, day)]
        return homes.index(stands.household) if stands else row

    def _send(self, cell: _OnItsWay, sheet: Sheet, row: int, typed: str) -> None:
        self._on_its_way.append(cell)

        def saved(_outcome: Outcome) -> None:
            cell.saved = True

        def refused(problem: Problem) -> None:
            self._on_its_way.remove(cell)
            if cell.now:
                self._wait(sheet, cell.day, row, typed)
            self._hands.lane.troubled.emit(problem)
            self._changed()

        act = partial(save_cell, caregiver=cell.caregiver, day=cell.day, before=cell.before, now=cell.now)
        self._hands.lane.do(act, owner=self._owner, then=saved, refused=refused, quietly=True)

    def _waiting(self, sheet: Sheet, day: date) -> list[tuple[int, str]]:
        """(place, what was typed) of what waits on a day."""
        place = self._hands.drafts.of(_place(sheet, day))
        days = self._hands.drafts.at(place)["days"] if place else {}
        return [(row, typed) for row, typed in days.get(day.isoformat(), ())]

    def _wait(self, sheet: Sheet, day: date, row: int, typed: str) -> None:
        self._keep(sheet, day, sorted([*self._waiting(sheet, day), (row, typed)]))

    def _sorted(self, sheet: Sheet, day: date, number: int) -> None:
        waiting = self._waiting(sheet, day)
        self._keep(sheet, day, waiting[:number] + waiting[number + 1 :])

    def _keep(self, sheet: Sheet, day: date, waiting: list[tuple[int, str]]) -> None:
        drafts, place = self._hands.drafts, _place(sheet, day)
        days = dict(drafts.at(place)["days"]) if drafts.of(place) else {}
        days |= {day.isoformat(): waiting}
        if any(days.values()):
            drafts.keep(place, {"caregiver": sheet.caregiver, "days": days})
        else:
            drafts.forget(place)


def _place(sheet: Sheet, day: date) -> str:
    return f"{PLACE}/{sheet.caregiver}/{week_of(day)[0].isoformat()}"


def _waits(sheet: Sheet, day: date, typed: str, there: list[str]) -> Entry:
    """What waits, and why, by what is known now."""
    now = meaning(typed, sheet.homes(day), sheet.length, there)
    return Entry(typed, now.outcome, doubt=now.doubt or Doubt.KNOWN)


def _entry(sheet: Sheet, day: date, before: Entry | None, now: Meaning) -> Entry:
    """The visit that a cell now holds."""
    visit = before.visit if before else ""
    if before and before.household == now.household:
        return before._replace(outcome=now.outcome, lines=frozenset())
    number = next(number for number, homes in sheet.homes(day).items() if now.household in homes)
    return Entry(written(number, sheet.length), now.outcome, now.household, visit)


def _laid_over(visits: list[Entry], cell: _OnItsWay) -> list[Entry]:
    if cell.before is None:
        known = cell.now is None or cell.now.household in [each.household for each in visits]
        return visits if known else [*visits, *([cell.now] if cell.now else [])]
    home = cell.before.household
    changed = [cell.now if each.household == home else each for each in visits]
    return [each for each in changed if each]
