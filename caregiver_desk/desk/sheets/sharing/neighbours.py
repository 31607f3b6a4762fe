"""A file for another program of the field: which, of which days, and what goes, before anything is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing.neighbours import (
    BY_MAPPING,
    FILES,
    WITH_NAMES,
    File,
    Told,
    Wanted,
    look_over,
    new_mapping,
    periods_offered,
    write,
)
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Small, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice, Several
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.sections import section
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.sharing.writing import Writing
from caregiver_desk.errors import Problem
from caregiver_desk.reports.neighbours.dhis2.periods import period
from caregiver_desk.wording import say

SIZE = (720, 660)
NAMES = "names"


def show_neighbours(parent: QWidget, hands: Hands) -> None:
    hands.dialogs.show(NeighboursSheet(parent, hands))


class NeighboursSheet(QDialog):
    """Chosen, told, and written or not."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._hands = hands
        self._told: Told | None = None
        self._mapping: Path | None = None
        self.setObjectName("neighbours")
        self._writing = Writing(say("Files for neighbours"), self.go_on, self.reject)
        about = say("For programs that others use beside this one. Nothing is written before you have seen what goes.")
        lay_out(self, say("Files for neighbours"), about, self._parts(), self._writing.parts, SIZE)
        on_ctrl_enter(self, self.go_on)
        self._choose()

    def _parts(self) -> list[QWidget]:
        self._file = Choice([(each, say(words)) for each, words in FILES.items()], required=True)
        self._file.put(File.CALENDAR)
        self._period = Choice(periods_offered(clock.today()), required=True)
        self._period.put(periods_offered(clock.today())[0][0])
        self._names = Several([(NAMES, say("Names of workers"))])
        for asked in (self._file, self._period, self._names):
            asked.changed.connect(self._choose)
        self._what = column(gap=theme.SMALL)
        self._days = section(say("Which days"), self._period)
        self._also = section(say("Also, if you ask for it"), self._names)
        self._called = self._build_mapping()
        goes = Card(heading(say("What goes")), self._what, gap=theme.SMALL)
        return [section(say("For"), self._file), self._days, self._called, self._also, goes]

    def _build_mapping(self) -> QWidget:
        """What is called how in DHIS2 stands in a file of its own."""
        choose = pressed(Small(say("Choose the mapping"), icon="table"), self._pick)
        fresh = pressed(Small(say("A new one to fill in"), icon="plus"), self._put_new)
        self._which = meta(wrap=True)
        return section(say("Names in DHIS2"), self._which, holding(flow(choose, fresh)))

    def _pick(self) -> None:
        words, pattern = say("Which mapping?"), say("Mappings (*.toml)")
        self._hands.dialogs.pick_file(self, words, pattern, self._picked)

    def _picked(self, path: Path) -> None:
        self._mapping = path
        self._choose()

    def _put_new(self) -> None:
        words = say("Where shall it go?")
        self._hands.dialogs.pick_folder(self, words, self._put_new_in)

    def _put_new_in(self, folder: Path) -> None:
        self._hands.lane.do(lambda book: new_mapping(book, folder), owner=self, refused=self._refused)

    def _choose(self) -> None:
        """Say what would go by what is chosen now."""
        file = self._file.value()
        self._days.setVisible(file is not File.CALENDAR)
        self._called.setVisible(file in BY_MAPPING)
        self._also.setVisible(file in WITH_NAMES)
        nothing = say("Its codes and UIDs come from whoever runs DHIS2.")
        self._which.setText(say("{file} is used.", file=self._mapping.name) if self._mapping else nothing)
        self._writing.complain("")
        if file in BY_MAPPING and self._mapping is None:
            self._show(None)
            return
        named = NAMES in self._names.value()
        wanted = Wanted(file, period(self._period.value()), named, self._mapping)
        self._hands.lane.ask(lambda book: look_over(book, wanted), then=self._show, owner=self, refused=self._refused)

    def _show(self, told: Told | None) -> None:
        self._told = told
        clear(self._what)
        first, *rest = told.sentences if told else (say("Choose a mapping first, or have a new one to fill in."),)
        self._what.addWidget(body(first, wrap=True))
        for sentence in rest:
            self._what.addWidget(meta(sentence, wrap=True))
        self._writing.go.setEnabled(bool(told and told.goes))

    def _refused(self, problem: Problem) -> None:
        """What is wrong with a mapping is long: it stands where one reads what goes."""
        self._told = None
        clear(self._what)
        self._what.addWidget(body(str(problem), wrap=True))
        self._writing.go.setEnabled(False)

    # --- writing -----------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        if self._writing.go.isEnabled() and self._told and not self._writing.under_way:
            put = partial(self._write, self._told.wanted)
            self._hands.dialogs.pick_folder(self, say("Where shall it go?"), put)

    def _write(self, wanted: Wanted, folder: Path) -> None:
        listening = self._writing.begin(0)
        self._hands.lane.do(
            lambda book: write(book, wanted, folder, listening),
            owner=self,
            then=self._done,
            refused=self._writing.fail,
        )

    def _done(self, _: Outcome) -> None:
        self._writing.end()
        self.accept()

    def reject(self) -> None:
        """Leave; while it is being written, stop that first, and nothing is there."""
        if self._writing.under_way:
            self._writing.stop()
        else:
            super().reject()
