"""Rehearsal: the exercises of a fictional book, its clock, and the way back to the beginning.

Only a book that was told has it. Nothing here is saved: what somebody did is in the book, and goes at Reset.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.cards.rehearsal.exercise import ExerciseCard
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Card, Columns, clear, column, holding
from caregiver_desk.desk.parts.lists import LinesPainter, PaintedList
from caregiver_desk.desk.parts.tables import Heading
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.desk.rehearsing import Rehearsing
from caregiver_desk.desk.sheets.rehearsal.handouts import HandoutsSheet
from caregiver_desk.desk.sheets.rehearsal.reset import ask_reset
from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.store.book import Book
from caregiver_desk.trainer import languages
from caregiver_desk.trainer.calendar import LAST
from caregiver_desk.trainer.care import called, warning
from caregiver_desk.trainer.exercises.shelf import OWN, brought
from caregiver_desk.trainer.exercises.text import Exercise
from caregiver_desk.trainer.story import LAPTOPS, owner
from caregiver_desk.wording import count, full_day, in_words, later, say

BOTH = "both"
TWO = ("north", "coordinator")  # who exchange with each other to the end of the story
ROWS, LEAST = 4, 240


@dataclass(frozen=True)
class _Row:
    id: str
    exercise: Exercise | ExerciseNotUnderstood
    number: int  # as on paper; none of a site's own
    name: str
    quiet: str
    tone: str

    @property
    def title(self) -> str:
        return say("{number}. {title}", number=self.number, title=self.name) if self.number else self.name


def _how_long(exercise: Exercise) -> tuple[str, str]:
    own = (say("your own"),) if exercise.name.startswith(OWN) else ()
    return joined(count("{number} minute", "{number} minutes", exercise.minutes), *own), "ink-soft"


class RehearsalPage(Page):
    subject, label, icon = "rehearsal", later("Rehearsal"), "rehearsal"

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._rehearsing = cast("Rehearsing", hands.rehearsing)
        self.list = PaintedList(
            Heading(say("Exercises"), lambda each: f"{each.title}, {each.quiet}"),
            LinesPainter(lambda each: (each.title, each.quiet, each.tone)),
            say("Exercises"),
        )
        self.list.show_whole_rows(ROWS)
        self.list.chosen.connect(lambda _: self._show())
        self.card, self._clock = ExerciseCard(), column(gap=0)
        self.card.begins.connect(self._rehearsing.begin)
        self.card.leaves.connect(self._rehearsing.leave)
        self._rehearsing.told.connect(self._tell)
        self._care = meta(wrap=True)
        bring = pressed(Small(say("Bring exercises")), self._pick_own)
        left = Card(heading(say("Exercises")), self.list, self._care, holding(flow(bring)), gap=theme.GAP)
        left.filled_by(self.list)
        left.at_least(LEAST)
        self._columns = Columns((left, 300, 0), (self.card, 460, 1))
        self.setLayout(column(self._clock, self._columns))
        self.list.rows.set_rows(self._rows())
        self.list.choose(0)

    def question(self) -> Callable[[Book], Any]:
        return lambda _: None

    def answer(self, _found: Any) -> None:
        self._tell()

    def header_buttons(self) -> list[QWidget]:
        reset = pressed(Small(say("Reset"), icon="undo", hint="F8"), partial(ask_reset, self, self.hands))
        papers = pressed(Small(say("Handouts"), icon="print"), self._show_handouts)
        return [papers, reset]

    def _show_handouts(self) -> None:
        self.hands.dialogs.show(HandoutsSheet(self, self.hands))

    def filter_list(self) -> None:
        self.list.setFocus()

    def _pick_own(self) -> None:
        self.hands.dialogs.pick_folder(self, say("In which folder are your text files?"), self._bring_own)

    def _bring_own(self, folder: Path) -> None:
        self.hands.lane.run(lambda: list(brought(folder)), then=partial(self._show_own, folder), owner=self)

    def _show_own(self, folder: Path, own: Sequence[Exercise | ExerciseNotUnderstood]) -> None:
        self._rehearsing.bring(folder, own)
        if not own:
            self.hands.lane.said.emit(say("There is no text file in that folder."))
            return
        self.hands.lane.said.emit(count("{number} text file read.", "{number} text files read.", len(own)))
        self.list.choose(len(self._rehearsing.exercises))

    def _rows(self) -> list[_Row]:
        ours = [self._row(each, number) for number, each in enumerate(self._rehearsing.exercises, 1)]
        return [*ours, *(self._row(each) for each in self._rehearsing.own)]

    def _row(self, exercise: Exercise | ExerciseNotUnderstood, number: int = 0) -> _Row:
        if isinstance(exercise, ExerciseNotUnderstood):
            file, line = exercise.facts["file"], exercise.facts["line"]
            return _Row(str(file), exercise, 0, str(file), say("not understood, line {line}", line=line), "amber")
        with in_words(exercise.form.sentences):
            done = exercise.name in self._rehearsing.done
            said = (say("done"), "leaf") if done else _how_long(exercise)
            return _Row(exercise.name, exercise, number, exercise.title, *said)

    def _sit(self, where: str) -> None:
        self._rehearsing.sit_at(*(TWO if where == BOTH else (where,)))

    def _tell(self) -> None:
        """What is under way, and how far: the list, the card, and the clock."""
        chosen = self.list.current()
        self.list.rows.set_rows(rows := self._rows())
        ids = [each.id for each in rows]
        wanted = self._rehearsing.doing.exercise.name if self._rehearsing.doing else chosen.id if chosen else ""
        self.list.choose(ids.index(wanted) if wanted in ids else 0)
        self._columns.lead(1 if self._rehearsing.doing else 0)
        self._show()
        self._show_clock()
        self._care.setText(warning(self._rehearsing.rehearsal.week))
        gone = self._rehearsing.rehearsal.days
        on = count(", {number} day on", ", {number} days on", gone) if gone else ""
        week = say("Week {week} of {weeks}{on} · {day}", week=self._rehearsing.rehearsal.week, weeks=LAST, on=on,
                   day=full_day(clock.today()))  # fmt: skip
        self.headed.emit(say("Rehearsal"), week)

    def _show(self) -> None:
        row, doing = self.list.current(), self._rehearsing.doing
        if row and isinstance(row.exercise, ExerciseNotUnderstood):
            self.card.show_unclear(row.name, row.exercise)
        elif row:
            under_way = doing if doing and doing.exercise == row.exercise else None
            self.card.show_exercise(row.exercise, owner, under_way, self._rehearsing.standing)

    def _show_clock(self) -> None:
        clear(self._clock)
        steps = [
            pressed(Small(say("A day on")), partial(self._rehearsing.step, 1)),
            pressed(Small(say("A week on")), partial(self._rehearsing.step, 7)),
        ]
        week = Chooser(
            {str(week): called(week) for week in range(1, LAST + 1)},
            str(self._rehearsing.rehearsal.week),
            name=say("Week"),
        )
        week.chosen.connect(lambda chosen: self._rehearsing.open_week(int(chosen)))
        whose = {each: say("{name}’s laptop", name=owner(each)) for each in LAPTOPS} | {BOTH: say("Two laptops")}
        laptop = Chooser(whose, BOTH if self._rehearsing.beside else self._rehearsing.laptop, name=say("Laptop"))
        laptop.chosen.connect(self._sit)
        rename = pressed(Small(say("Rename everyone")), self._rehearsing.renames.emit)
        self._clock.addWidget(holding(flow(*steps, week, laptop, *self._languages(), rename, gap=theme.SMALL)))

    def _languages(self) -> list[Chooser]:
        """A choice where there is one."""
        forms, heard = self._rehearsing.forms(), languages.heard()
        named = {tag: form.name for tag, form in forms.items()}
        here = heard if heard in forms else languages.ENGLISH
        chooser = Chooser(named, here, name=say("Language of the exercises"))
        chooser.chosen.connect(self._rehearsing.hear)
        return [chooser] if len(forms) > 1 else []
