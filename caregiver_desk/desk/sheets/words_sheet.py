"""Our words: what weighs, what helps, what can be offered, what is looked at together, what a check-in asks.

Each thing has a field with what it is called as shipped; what is typed there is what we call it. Saving makes a new
version, and an older record goes on being read in the words it was written in.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.customs import Called, called
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice, Words
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Scroll, column, holding
from caregiver_desk.desk.parts.several import Several
from caregiver_desk.desk.parts.words import body, heading, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.errors import Problem
from caregiver_desk.practice.aids import is_own, page_of
from caregiver_desk.practice.site_words import LONGEST
from caregiver_desk.practice.spoken import words as of_code
from caregiver_desk.practice.supervision.agenda import places
from caregiver_desk.practice.supervision.observing import is_at_best
from caregiver_desk.practice.wellbeing.taxonomy import group_words
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.records.supervision.supervision import CHECK_IN
from caregiver_desk.records.wellbeing.wellbeing import StressorGroup
from caregiver_desk.reports.aids import called as title_of
from caregiver_desk.wording import capital, later, say

WIDE, HIGH = 680, 660
LISTS = {
    Catalogue.STRESSORS: later("What weighs"),
    Catalogue.FOLLOW_UPS: later("What can be offered"),
    Catalogue.RESPONSES: later("What helps"),
    Catalogue.OBSERVATION: later("Visits together"),
    Catalogue.CHECK_INS: later("Check-ins"),
    Catalogue.AIDS: later("Pages to read"),
}


def show_words(parent: QWidget, hands: Hands, catalogue: Catalogue = Catalogue.STRESSORS, beginning: str = "") -> None:
    """At the first thing whose code has this `beginning`."""

    def show(found: Called) -> None:
        sheet = WordsSheet(parent, hands, found)
        hands.dialogs.show(sheet)
        sheet.begin_at(beginning)

    hands.lane.ask(lambda book: called(book, catalogue), then=show, owner=parent)


class WordsSheet(QDialog):
    """A field for each thing of one list."""

    def __init__(self, parent: QWidget, hands: Hands, found: Called) -> None:
        super().__init__(parent)
        self._page, self._hands, self._found = parent, hands, found
        self.setObjectName("words")
        self.setWindowTitle(say("Our words"))
        self._lists = Choice([(each, say(words)) for each, words in LISTS.items()], required=True)
        self._lists.put(found.catalogue)
        self._lists.changed.connect(self._show_list)
        self._typed = {code: self._field(code) for code in found.shipped} if found.may_say else {}
        head = column(title(say("Our words")), meta(_about(found), wrap=True), self._lists, gap=theme.SMALL)
        inside = Scroll(holding(column(*self._lines(), 1, gap=theme.GAP)), beside=theme.GAP)
        stand_over(self, column(head, column(inside, self._build_foot(), gap=0), gap=theme.ROOM), WIDE, HIGH)
        self._draft = Draft(self, hands.drafts, f"words/{found.catalogue}", Several(self, self._typed))
        self._draft.come_back()
        self._draft.ends_with(self)
        next(iter(self._typed.values()), self._lists).setFocus()

    def begin_at(self, beginning: str) -> None:
        found = next((field for code, field in self._typed.items() if code.startswith(beginning)), None)
        if beginning and found:
            found.setFocus()

    def _field(self, code: str) -> Words:
        words = Words(LONGEST)
        words.setObjectName(code)
        words.put(self._found.ours.get(code, ""))
        words.setPlaceholderText(say("as shipped"))
        words.setAccessibleName(say("{words}: what we call it", words=self._found.shipped[code]))
        return words

    def _lines(self) -> Iterator[QWidget]:
        group = ""
        for code, shipped in self._found.shipped.items():
            if (begins := self._group(code)) != group:
                yield heading(begins)
                group = begins
            ours, called = self._found.ours.get(code, ""), _called(code, shipped)
            if is_own(code) and code not in self._typed and not ours:
                continue
            if code in self._typed:
                yield holding(column(called, self._typed[code], gap=theme.TIGHT))
            elif ours:
                yield holding(
                    column(*_line_of(code), body(ours, wrap=True), meta(say("shipped: {words}", words=shipped)), gap=1)
                )
            else:
                yield called

    def _group(self, code: str) -> str:
        """What weighs is many things; they stand under the eight names they are found by. So do the kinds of talks."""
        if self._found.catalogue in {Catalogue.STRESSORS, Catalogue.RESPONSES}:
            return group_words(StressorGroup(code[0]))
        if self._found.catalogue == Catalogue.AIDS:
            return title_of(page_of(code))
        if self._found.catalogue != Catalogue.CHECK_INS:
            return ""
        return capital(of_code(places()[code][0]))

    def _build_foot(self) -> Foot:
        leave = pressed(Quiet(say("Leave") if self._found.may_say else say("Close")), self.reject)
        if not self._found.may_say:
            self._foot = Foot(leave)
            return self._foot
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self._save)
        on_ctrl_enter(self, self._save)
        self._foot = Foot(save, others=[leave])
        return self._foot

    def _changed(self) -> dict[str, str]:
        typed = {code: field.value() or "" for code, field in self._typed.items()}
        return {code: words for code, words in typed.items() if words != self._found.ours.get(code, "")}

    def _show_list(self) -> None:
        """Another list; what was typed into this one is saved first."""
        chosen = self._lists.value()
        if self._changed():
            self._lists.blockSignals(True)
            self._lists.put(self._found.catalogue)
            self._lists.blockSignals(False)
            self._foot.complain(say("Save or leave what you typed here first."))
            return
        self.reject()
        show_words(self._page, self._hands, chosen)

    def _save(self) -> None:
        changed, catalogue, act = self._changed(), self._found.catalogue, named("set_words")
        if not changed:
            self.reject()
            return
        self._hands.lane.do(
            lambda book: act(book, catalogue=catalogue, words=changed),
            owner=self,
            then=lambda _: self.accept(),
            refused=self._refused,
        )

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)


def _called(code: str, shipped: str) -> QWidget:
    if line := _line_of(code):
        return holding(column(*line, meta(shipped, wrap=True), gap=1))
    if is_at_best(code):
        return meta(say("at its best: {words}", words=shipped), wrap=True)
    return body(shipped, weight=theme.MEDIUM, wrap=True)


def _line_of(code: str) -> list[QWidget]:
    """Of a question of a check-in the line in which it stands."""
    place = places().get(code)
    return [body(say(CHECK_IN.fields[place[1]].label), weight=theme.MEDIUM, wrap=True)] if place else []


def _about(found: Called) -> str:
    told = say("Below each name stands what we call it; empty means as shipped. Older records keep their words.")
    return told if found.may_say else say("What we call things. Your coordinator says it for the site.")
