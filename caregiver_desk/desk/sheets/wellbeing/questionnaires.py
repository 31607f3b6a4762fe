"""The questionnaires of an organisation: brought from a file, looked at, made ready, answered, asked no more."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.acts.wellbeing.questionnaires import Brought
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import Choices
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.answers.wellbeing.questionnaires import Asking, OwnSheet, Shelf, shelf
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, Small, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Card, clear, column, desk_of, holding
from caregiver_desk.desk.parts.words import body, card_title, heading, meta, title
from caregiver_desk.desk.sheets.frame import lay_out, stand_over
from caregiver_desk.desk.sheets.offering import offer
from caregiver_desk.desk.sheets.wellbeing.answered import show_answered
from caregiver_desk.desk.sheets.wellbeing.asked_here import AskedHere
from caregiver_desk.desk.sheets.wellbeing.looked_at import LookedAt
from caregiver_desk.errors import Problem
from caregiver_desk.records.wellbeing.questionnaires import OWN_ANSWERS, QUESTIONNAIRE
from caregiver_desk.reports.wellbeing.questionnaire import named as version_of
from caregiver_desk.wording import say

WIDE, HIGH = 720, 760


def show_questionnaires(parent: QWidget, hands: Hands) -> None:
    hands.lane.ask(shelf, then=lambda found: hands.dialogs.show(Questionnaires(parent, hands, found)), owner=parent)


class Questionnaires(QDialog):
    """A card for each, and what one answered oneself below them."""

    def __init__(self, parent: QWidget, hands: Hands, found: Shelf) -> None:
        super().__init__(parent)
        self._hands, self._over = hands, desk_of(parent)
        self.setObjectName("questionnaires")
        self._laid = column(gap=theme.ROOM)
        about = say(
            "Your organisation’s own, as XLSForm workbooks. None is shipped: whoever brings one sees to its licence."
        )
        close = pressed(Quiet(say("Close")), self.accept)
        self._bring = pressed(Primary(say("Bring a questionnaire"), icon="plus"), self._pick)
        self._foot = Foot(self._bring, others=[close])
        lay_out(self, say("Questionnaires"), about, [holding(self._laid)], self._foot, (WIDE, HIGH))
        self._show(found)

    def _show(self, found: Shelf) -> None:
        clear(self._laid)
        for each in found.brought:
            self._laid.addWidget(self._card(each, found))
        if not found.brought:
            self._laid.addWidget(meta(say("None was brought yet."), wrap=True))
        if found.own:
            laid = (self._own(each) for each in found.own)
            self._laid.addWidget(Card(heading(say("What you answered yourself")), *laid, gap=theme.GAP))
        self._bring.setFocus()

    def ask_again(self, _done: object = None) -> None:
        self._foot.complain("")
        self._hands.lane.ask(shelf, then=self._show, owner=self)

    def _card(self, each: Brought, found: Shelf) -> Card:
        head = card_title(each.told.title)
        head.setWordWrap(True)
        ways = [
            self._way(Small(say("Look at it"), icon="eye"), partial(self._look_at, each), each),
            *([self._risk(each, found.services)] if each.told.has_risk else []),
            *([] if each.not_yet else [self._way(Small(say("Answer it myself")), partial(self._myself, each), each)]),
            self._way(Plain(say("Stop asking it")), partial(self._stop, each), each),
        ]
        return Card(
            head, meta(joined(version_of(each.told), found.by[each.id]), wrap=True), body(each.told.caution, wrap=True),
            meta(each.told.licence, wrap=True), self._answering(each), holding(flow(*ways)), gap=theme.SMALL,
            edge="amber" if each.not_yet else "line",
        )  # fmt: skip

    def _way(self, button: Any, does: Any, each: Brought) -> QWidget:
        way: QWidget = pressed(button, does)
        way.setAccessibleName(say("{way}: {title}", way=button.text(), title=each.told.title))
        return way

    def _risk(self, each: Brought, services: Choices | None) -> QWidget:
        return self._way(Small(say("Who answers for it"), icon="person"), partial(self._name, each, services), each)

    def _answering(self, each: Brought) -> QWidget:
        """Who answers for one that asks about danger; why one cannot be asked yet."""
        if each.not_yet:
            return body(say("Not asked yet: {reason}.", reason=each.not_yet), wrap=True)
        if not each.told.has_risk or each.first is None:
            return meta(say("It can be asked."), wrap=True)
        first = say("{name} {phone}", name=each.first.name, phone=each.first.phone)
        words = say("It can be asked. First to ring: {first}. Trained: {name}.", first=first, name=each.trained)
        return meta(words, wrap=True)

    def _own(self, each: OwnSheet) -> QWidget:
        look = pressed(Small(say("Open")), partial(show_answered, self._over, self._hands, OWN_ANSWERS.name, each.id))
        look.setAccessibleName(say("Open: {name}", name=each.words))
        return beside(body(each.words, wrap=True), look)

    # --- what is done

    def _pick(self) -> None:
        words = say("Which workbook?")
        self._hands.dialogs.pick_file(self, words, say("Excel workbooks (*.xlsx)"), self._bring_in)

    def _bring_in(self, path: Path) -> None:
        act = named("bring_questionnaire")
        self._do(lambda book: act(book, path=path))

    def _stop(self, each: Brought) -> None:
        act = named("stop_questionnaire")
        self._do(lambda book: act(book, questionnaire=each.id))

    def _do(self, does: Any) -> None:
        self._hands.lane.do(does, owner=self, then=self.ask_again, refused=self._refused)

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)

    def _look_at(self, each: Brought) -> None:
        self._hands.dialogs.show(LookedAt(self, self._hands, each.told))

    def _name(self, each: Brought, services: Choices | None) -> None:
        sheet = AnsweringFor(self, self._hands, each, services)
        sheet.accepted.connect(self.ask_again)
        self._hands.dialogs.show(sheet)

    def _myself(self, each: Brought) -> None:
        cover = AskedHere(self._over, self._hands, Asking("", "", ()), each)
        cover.finished.connect(self.ask_again)
        self._hands.dialogs.show(cover)


class AnsweringFor(QDialog):
    """Who is trained to act on the answers, and whom to ring first."""

    def __init__(self, parent: QWidget, hands: Hands, each: Brought, services: Choices | None) -> None:
        super().__init__(parent)
        self._hands, self._asked = hands, each
        self.setObjectName("answering-for")
        self.setWindowTitle(say("Who answers for it"))
        self.form = Form(QUESTIONNAIRE, ("trained", "route"), columns=1, needs=("trained", "route"))
        offer(self.form, "route", services, hands.lane, "service")
        self.form.put({"trained": each.trained, "route": each.leaf["route"]})
        told = say("It asks about danger. What is answered must reach somebody who can act, at any hour it is asked.")
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self._save)
        self._foot = Foot(save, self.form, others=[pressed(Quiet(say("Leave")), self.reject)])
        head = title(each.told.title)
        head.setWordWrap(True)
        laid = column(column(head, meta(told, wrap=True), gap=theme.TIGHT), self.form, 1, self._foot, gap=theme.ROOM)
        stand_over(self, laid, 560, 420)
        on_ctrl_enter(self, self._save)
        self.finished.connect(self.deleteLater)
        self.form.go_on()

    def _save(self) -> None:
        if self.form.fits():
            act, values = named("ready_questionnaire"), self.form.values()
            self._hands.lane.do(
                lambda book: act(book, questionnaire=self._asked.id, **values),
                owner=self,
                then=lambda _: self.accept(),
                refused=lambda problem: None if self.form.complain(problem) else self._foot.complain(problem),
            )
