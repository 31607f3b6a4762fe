"""A visit together on one sheet: the family was asked, her own view, what you saw, how to say it, what she says to it.

It goes from top to bottom by keys alone, and can be left after any part: what is said so far is kept, and how far the
visit has come follows from it. The family's words come last; they are free to give none.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import sure_today
from caregiver_desk.desk.answers.supervision.together import InHand, in_hand
from caregiver_desk.desk.answers.telling import otherwise
from caregiver_desk.desk.cards.supervision.levels import Levels, of_a_visit
from caregiver_desk.desk.cards.supervision.promises import Promises
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Card, Scroll, clear, column, desk_of, holding
from caregiver_desk.desk.parts.parting import as_part
from caregiver_desk.desk.parts.words import body, heading, meta, title
from caregiver_desk.desk.sheets.frame import TITLE_ROOM, stand_over
from caregiver_desk.desk.sheets.history_sheet import show_history
from caregiver_desk.desk.sheets.offering import offer
from caregiver_desk.desk.sheets.onto_paper import print_out
from caregiver_desk.desk.sheets.papers import printed
from caregiver_desk.desk.sheets.visits.lone import note_incident
from caregiver_desk.errors import Problem
from caregiver_desk.practice.supervision.observing import FAMILY, how_to_say_it, views
from caregiver_desk.records.supervision.observation import OBSERVATION, Item, WhyNot
from caregiver_desk.reports.papers import Asked
from caregiver_desk.store.access import What
from caregiver_desk.wording import later, say

BEFORE = ("day", "household", "asked", "why_not")
AFTER = ("reflection", "strength", "strength_too", "to_try", "spoken_on", "answer")
VOICE = (*FAMILY, "family_rather_not")
PROMPTS = {
    "reflection": later("What went well, what was hard, what next"),
    "answer": later("Also where they see it otherwise"),
    "family_listened": later("In the family’s own words"),
    "family_useful": later("In the family’s own words"),
    "family_change": later("In the family’s own words"),
}
CALLED = {
    "why_not": later("Only if it was not done"),
    "family_listened": later("Family: listened to?"),
    "family_useful": later("Family: was it useful?"),
    "family_change": later("Family: what to change?"),
}
WIDE, HIGH = 760, 900


def show_together(parent: QWidget, hands: Hands, caregiver: str, visit: str = "") -> None:
    """The sheet of this visit, or of the one that is under way with her, or of a new one."""
    hands.lane.ask(
        lambda book: in_hand(book, caregiver, visit),
        then=lambda found: hands.dialogs.show(TogetherSheet(parent, hands, found)),
        owner=parent,
    )
    hands.looked(What.OPENED, {caregiver})


class Said(QObject):
    """All that stands on the sheet."""

    filled = Signal()

    def __init__(self, form: Form, levels: Levels, promises: Promises) -> None:
        super().__init__(form)
        self._form, self._levels, self._promises = form, levels, promises
        for part in (form, levels, promises):
            part.filled.connect(self.filled)

    def values(self) -> dict[str, Any]:
        promised = self._promises.values()
        return self._form.values() | self._levels.values() | ({"promises": promised} if promised else {})

    def fill(self, values: Mapping[str, Any]) -> None:
        self._form.fill(values)
        self._levels.fill(values)
        self._promises.fill(values.get("promises", ()))


class TogetherSheet(QDialog):
    """One visit, with one caregiver."""

    def __init__(self, parent: QWidget, hands: Hands, told: InHand) -> None:
        super().__init__(parent)
        self._hands, self._told, self._window = hands, told, desk_of(parent)
        self.setObjectName("together")
        self.setWindowTitle(say("Visit together"))
        self.levels = of_a_visit(str(told.visit["rubric"] or "") if told.visit else "")
        self.promises, self._advice = Promises(), column(gap=theme.SMALL)
        self.form = self._lay_form()
        offer(self.form, "household", told.homes, hands.lane, "household")
        self._said = Said(self.form, self.levels, self.promises)
        self._said.fill(told.visit.values if told.visit else {"day": sure_today()})
        self._draft = Draft(
            self, hands.drafts, f"together/{told.caregiver}/{told.visit.id if told.visit else ''}", self._said
        )
        self._draft.come_back()
        self._save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(self._save, self.form, others=[pressed(Quiet(say("Leave")), self.reject)])
        below = column(Scroll(self.form, beside=theme.GAP), self._foot, gap=0)
        laid = column(self._head(), below, gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)
        on_ctrl_enter(self, self.save)
        self._draft.ends_with(self)
        self.levels.filled.connect(self._advise)
        self._advise()
        self._take_keys()

    def _lay_form(self) -> Form:
        made = [meta(say("Promised already: {what}", what=each), wrap=True) for each in self._told.promised]
        promises = holding(
            column(
                heading(say("Promises, at most {most}", most=self._told.most)), *made, self.promises, gap=theme.SMALL
            )
        )
        self._careful = as_part(Card(heading(say("How to say it")), self._advice))
        return Form(
            OBSERVATION,
            (*BEFORE, *AFTER, *VOICE),
            labels={name: say(words) for name, words in CALLED.items()},
            below={
                "why_not": as_part(self.levels),
                "reflection": self._careful,
                "to_try": as_part(promises),
            },
            prompts={name: say(words) for name, words in PROMPTS.items()},
        )

    def _head(self) -> QWidget:
        words = title(say("Visit together with {name}", name=self._told.name))
        words.setWordWrap(True)
        history = pressed(Plain(say("History"), icon="clock"), self._show_history)
        told = say("For learning, between the two of you. Turn the screen: they go first, then you.")
        prompt = pressed(Plain(say("Print a prompt"), icon="print"), self._print_prompt)
        head = beside(words, prompt, *([history] if self._told.visit else []), least=TITLE_ROOM)
        theirs = otherwise(self._told.visit) if self._told.visit else ""
        said = [body(theirs, wrap=True)] if theirs else []
        return holding(column(head, meta(told, wrap=True), *said, gap=theme.TIGHT))

    def _take_keys(self) -> None:
        """To the day while it is new, to where one goes on when it is not."""
        if self._told.visit and self._told.visit["asked"]:
            self.levels.take_keys()
        else:
            self.form.go_on()

    def _show_history(self) -> None:
        visit = self._told.visit
        if visit:
            show_history(self, self._hands, visit.kind, visit.id, say("Visit together"))

    def _print_prompt(self) -> None:
        """What both look at, to take along instead of a laptop."""
        caregiver = self._told.caregiver
        print_out(self, self._hands, printed("observation", Asked(caregiver), caregiver))

    def _advise(self) -> None:
        """Where the two views lie far apart, how to speak of it."""
        clear(self._advice)
        told = how_to_say_it(views(clock.today(), {**self.levels.values(), "rubric": self._rubric()}))
        for each in told:
            self._advice.addWidget(body(each, wrap=True))
        self._careful.setVisible(bool(told))

    def _rubric(self) -> str:
        return str(self._told.visit["rubric"] or "") if self._told.visit else ""

    def save(self) -> None:
        self._foot.complain("")
        self.levels.complain("")
        if not (self.form.fits() and self.promises.fit()):
            return
        words = self._words()
        day, visit, act = words.pop("day"), self._told.visit, named("visit_together")
        given = {"caregiver": self._told.caregiver, "day": day, "promises": self.promises.values(), "words": words}
        given |= {"observation": visit.id} if visit else {}
        self._hands.lane.do(
            lambda book: act(book, **given), owner=self, then=lambda _: self._saved(day, words), refused=self._refused
        )

    def _saved(self, day: Any, words: Mapping[str, Any]) -> None:
        """What made them turn back is written down in one step, with what is known of it already."""
        self.accept()
        if words.get("why_not") == WhyNot.NOT_SAFE:
            home = {"household": words["household"]} if words.get("household") else {}
            note_incident(self._window, self._hands, {"caregiver": self._told.caregiver, "day": day, **home})

    def _words(self) -> dict[str, Any]:
        """What stands there; of a visit that is here already also what was taken out."""
        told: dict[str, Any] = {"day": clock.today()} | self.form.values() | self.levels.values()
        if self._told.visit is None:
            return told
        names = (*self.form.rows, *(each.objectName() for each in self.levels.cells.values()))
        before = self._told.visit.values
        return {name: told.get(name) for name in names if told.get(name) is not None or before.get(name) is not None}

    def _refused(self, problem: Problem) -> None:
        named_items = {say(OBSERVATION.fields[f"own_{each}"].label) for each in Item}
        if named_items & {str(problem.facts.get("fields", ""))}:
            self.levels.complain(say("They say how it was first, item by item; then you."))
            self.levels.take_keys()
        elif not self.form.complain(problem) and not self.promises.complain(problem):
            self._foot.complain(problem)
