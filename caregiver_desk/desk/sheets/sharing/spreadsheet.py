"""Records on their way into a spreadsheet: which, of which days, and what that means, before anything is written.

What would go is said anew with every press. It names how many people it tells of, since a file goes on without the
book. Names, phones and notes go only where they are asked for one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QDialog, QLayout, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.sharing.extracts import purpose_said
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing.spreadsheet import (
    FORMS,
    HOW,
    OTHER,
    Days,
    Form,
    common,
    days_offered,
    others,
    place,
)
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Chip, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.days import Looks
from caregiver_desk.desk.parts.fields import Choice, Day, Several, Words
from caregiver_desk.desk.parts.layout import Card, clear, column, holding, row
from caregiver_desk.desk.parts.sections import section
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.sharing.writing import Writing
from caregiver_desk.errors import Problem
from caregiver_desk.practice.spans import Span
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Kind
from caregiver_desk.records.sharing.extracts import LONGEST_PURPOSE
from caregiver_desk.reports.tables import asked as told_as
from caregiver_desk.reports.tables.asked import Asked, kinds_asked
from caregiver_desk.reports.tables.extract import extract, kinds_of_extract
from caregiver_desk.reports.tables.taking_out import Into, take_out
from caregiver_desk.reports.tables.telling import Telling, telling
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

SIZE = (720, 744)
ALSO = {
    Audience.TEAM: later("Names of workers"),
    Audience.CONTACT: later("Names, phones and places of households"),
    Audience.WORDS: later("Notes"),
}
TOLD_AS = {
    told_as.Words.BOTH: later("Words and codes"),
    told_as.Words.LABELS: later("Words"),
    told_as.Words.CODES: later("Codes"),
}


def show_spreadsheet(parent: QWidget, hands: Hands) -> None:
    hands.dialogs.show(SpreadsheetSheet(parent, hands))


class SpreadsheetSheet(QDialog):
    """Chosen, told, and written or not."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._hands = hands
        self._told: Telling | None = None
        self._writing = Writing(say("Take out as a spreadsheet"), self.go_on, self.reject)
        self.setObjectName("spreadsheet")
        about = say("For Excel, LibreOffice and other programs. Nothing is written before you have seen what goes.")
        self._what = column(gap=theme.TIGHT)
        goes = Card(heading(say("What goes")), self._what, gap=theme.SMALL)
        foot = column(goes, self._writing.parts, gap=theme.GAP)
        lay_out(self, say("Take out as a spreadsheet"), about, self._parts(), foot, SIZE)
        on_ctrl_enter(self, self.go_on)
        self._choose()

    # --- choosing ----------------------------------------------------------------------------------------------

    def _parts(self) -> list[QWidget]:
        self._common, self._others = _kinds(common()), _kinds(others())
        self._others.hide()
        self._more = pressed(Chip(say("More records")), self._unfold)
        self._more.setCheckable(False)
        cast("QLayout", self._common.layout()).addWidget(self._more)
        self._offered = days_offered(clock.today())
        self._days = Choice(
            [*((each.key, each.words) for each in self._offered), (OTHER, say("other days"))], required=True
        )
        self._days.put("month")
        self._whose = Choice([(False, say("As they are")), (True, say("An extract for a project"))], required=True)
        self._whose.put(value=False)
        self._purpose = Words(LONGEST_PURPOSE)
        self._purpose.setObjectName("purpose")
        self._purpose.setPlaceholderText(say("What is it for? It is kept in this book."))
        self._purpose.setAccessibleName(say("What the extract is for"))
        self._also = Several([(str(each), say(words)) for each, words in ALSO.items()])
        self._form = Choice([(each, say(words)) for each, words in FORMS.items()], required=True)
        self._form.put(Form.WORKBOOK)
        self._words = Choice([(each, say(words)) for each, words in TOLD_AS.items()], required=True)
        self._words.put(told_as.Words.BOTH)
        for asked in (self._common, self._others, self._days, self._whose, self._also, self._words, self._form):
            asked.changed.connect(self._choose)
        self._asked_for = section(say("Also, if you ask for it"), self._also)
        return [
            section(say("Which records"), self._common, self._others),
            section(say("Which days"), self._days, self._between()),
            section(say("How much is told"), self._whose, self._purpose),
            self._asked_for,
            section(say("As"), self._form, self._words),
        ]

    def _between(self) -> QWidget:
        """Two days of one's own."""
        self._first, self._last = Day(Looks.BACK), Day(Looks.BACK)
        for day, name, words in ((self._first, "first", say("First day")), (self._last, "last", say("Last day"))):
            day.setObjectName(name)
            day.line.setAccessibleName(words)
            day.changed.connect(self._choose)
        self._own_days = holding(row(meta(say("from")), self._first, meta(say("to")), self._last, 1, gap=theme.GAP))
        self._own_days.hide()
        return self._own_days

    def _unfold(self) -> None:
        self._more.hide()
        self._others.show()
        self._others.setFocus()

    def _choose(self) -> None:
        """Say what would go by what is chosen now."""
        self._own_days.setVisible(self._days.value() == OTHER)
        for part in (self._asked_for, self._words):
            part.setVisible(not self._whose.value())
        self._purpose.setVisible(self._whose.value())
        self._writing.complain("")
        chosen, days = self._common.value() | self._others.value(), self._days_chosen()
        names = [kind.name for kind in (*common(), *others()) if kind.name in chosen]
        if not names or days is None:
            self._show(None)
            return
        try:
            asked = self._asked(names, days)
        except Problem as problem:
            self._show(None)
            self._writing.complain(problem)
            return
        self._hands.lane.ask(lambda book: telling(book, asked), then=self._show, owner=self)

    def _days_chosen(self) -> Days | None:
        """None while one’s own days are not filled in yet."""
        if self._days.value() != OTHER:
            return next(each for each in self._offered if each.key == self._days.value())
        first, last = self._first.value(), self._last.value()
        if isinstance(first, date) and isinstance(last, date) and first <= last:
            return Days(OTHER, "", Span(first, last))
        return None

    def _asked(self, names: Sequence[str], days: Days) -> Asked:
        """Raises NeedsAsking or NothingLeaves."""
        if self._whose.value():
            return Asked(kinds_of_extract(names), days.span)
        wanted = frozenset(map(Audience, self._also.value()))
        return Asked(kinds_asked(names, wanted), days.span, wanted, self._words.value())

    def _show(self, told: Telling | None) -> None:
        self._told = told
        clear(self._what)
        words = list(told.sentences()) if told else [say("Choose records and days.")]
        if told and self._whose.value():
            words.insert(
                2, say("No names and no notes; days as months, and keys of this one file in the place of ids.")
            )
        for number, sentence in enumerate(words):
            self._what.addWidget(body(sentence, wrap=True) if number <= 1 else meta(sentence, wrap=True))
        self._writing.go.setEnabled(bool(told and told.records))

    # --- writing -----------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        if not self._writing.go.isEnabled() or self._writing.under_way:
            return
        try:
            purpose = purpose_said(self._purpose.text()) if self._whose.value() else ""
        except Problem as problem:
            self._writing.complain(problem)
            self._purpose.setFocus()
            return
        self._hands.dialogs.pick_folder(self, say("Where shall it go?"), partial(self._write, purpose))

    def _write(self, purpose: str, folder: Path) -> None:
        """With a purpose, an extract."""
        told, form = self._told, self._form.value()
        if told is None:
            return
        asked, out = told.asked, place(folder, form, len(told.asked.kinds))
        listening = self._writing.begin(told.records)

        def write(book: Book) -> Telling:
            if purpose:
                return extract(book, asked, purpose, Into(out, HOW[form], listening))
            return take_out(book, asked, out, HOW[form], listening)

        self._hands.lane.ask(write, then=lambda _: self._done(out), owner=self, refused=self._writing.fail)

    def _done(self, out: Path) -> None:
        self._writing.end()
        self._hands.lane.said.emit(say("Saved as {file}. It is not encrypted.", file=out.name))
        self.accept()

    def reject(self) -> None:
        """Leave; while it is being written, stop that first, and nothing is there."""
        if self._writing.under_way:
            self._writing.stop()
        else:
            super().reject()


def _kinds(kinds: Sequence[Kind]) -> Several:
    return Several([(kind.name, say(kind.plural)) for kind in kinds])
