"""A check-in: what to bring stands on the left, the sheet on the right. Only who and when are required."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import HEARD, Choices, choices
from caregiver_desk.desk.answers.days import due, sure_today
from caregiver_desk.desk.answers.talks import Talk
from caregiver_desk.desk.answers.to_bring import Agenda, agenda
from caregiver_desk.desk.cards.burdens import Burdens
from caregiver_desk.desk.cards.promises import Promises
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, Small, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Card, Columns, Hairline, Scroll, clear, column, holding
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.parting import as_part
from caregiver_desk.desk.parts.words import body, card_title, heading, meta
from caregiver_desk.desk.sheets.aid_sheet import ways_to
from caregiver_desk.desk.sheets.offering import offer
from caregiver_desk.desk.sheets.room import Room
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.desk.sheets.turned_round import turn_round
from caregiver_desk.errors import Problem
from caregiver_desk.practice.agenda import PROMPTS, asks
from caregiver_desk.records.supervision import CHECK_IN, CheckInType
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, later, say

HEAD = ("caregiver", "day", "minutes", "type")
FOOT = ("next_day", "private", "mode")
WORDS = tuple(PROMPTS)
WIDE = 130  # per cent, from which the head of the sheet has two columns instead of three


class Written(QObject):
    """A check-in as it stands on the sheet: its fields, what weighs, and the promises."""

    filled = Signal()

    def __init__(self, form: Form, **lists: Burdens | Promises) -> None:
        super().__init__(form)
        self._form, self._lists = form, lists
        for part in (form, *lists.values()):
            part.filled.connect(self.filled)

    def values(self) -> dict[str, Any]:
        told = {name: part.values() for name, part in self._lists.items()}
        return self._form.values() | {name: lines for name, lines in told.items() if lines}

    def fill(self, values: Mapping[str, Any]) -> None:
        self._form.fill(values)
        for name, part in self._lists.items():
            part.fill(values.get(name, ()))


class SupervisionPage(Page):
    subject, label, icon = "supervision", later("Check-ins"), "supervision"
    kinds = frozenset(
        {"check_in", "promise", "stressor", "follow_up", "support_plan", "person", "engagement", "visit", "household"}
    )

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.promises, self.burdens = Promises(), Burdens()
        self.form = self._lay_form()
        self._shown = ""
        self._proposed: date | None = None
        self.form.rows["caregiver"].asks().changed.connect(self._caregiver_chosen)
        self.form.rows["type"].asks().changed.connect(self._ask_by_type)
        written = Written(self.form, promises=self.promises, weighs=self.burdens)
        self.drafts = [Draft(self, hands.drafts, self.subject, written, about="caregiver")]
        self.drafts[0].afresh(self._empty)
        sheet = self._build_sheet()
        columns = Columns((self._build_agenda(), 290, 0), (sheet, 480, 1))
        self.keep_in_sight(self._foot, sheet, columns)
        columns.folded.connect(self._fold_agenda)
        words = say("When somebody works with you, what you say and promise each other is kept here.")
        self._room = Room(self, columns, say("Time for one caregiver"), words)
        self.setLayout(column(self._room))

    def _lay_form(self) -> Form:
        promises = holding(column(Hairline(), card_title(say("Promises")), self.promises, gap=theme.SMALL))
        return Form(
            CHECK_IN,
            (*HEAD, *WORDS, *FOOT),
            labels={"day": say("Held on")},
            columns=3 if theme.percent() < WIDE else 2,
            below={"how_are_you": as_part(self.burdens), "her_words": as_part(promises)},
            prompts={name: say(words) for name, words in PROMPTS.items()},
        )

    def _build_agenda(self) -> QWidget:
        self._items = column(gap=theme.SMALL)
        self._load = meta(wrap=True)
        note = meta(say("Nothing here has to be used. Skip what does not serve."), wrap=True)
        self._offer = pressed(Small(say("Offer support"), icon="wellbeing"), self._offer_support)
        self._turned = pressed(Small(say("Turn round for them"), icon="eye"), self._turn_round)
        ways = holding(flow(self._offer, self._turned))
        read = ways_to(self, self.hands, "listening", "boundaries")
        inside = holding(column(heading(say("To bring")), self._items, self._load, note, ways, read, 1, gap=theme.GAP))
        self._agenda, self._unfold = Scroll(inside, beside=theme.SMALL), Plain("", icon="down")
        pressed(self._unfold, lambda: self._agenda.setVisible(self._agenda.isHidden())).hide()
        return Card(self._unfold, self._agenda)

    def _build_sheet(self) -> Card:
        inside = holding(column(self.form, 1))
        held = pressed(Primary(say("Held"), hint="Ctrl ↵"), self.save)
        otherwise = [
            pressed(Quiet(say("Plan")), partial(self._begin, "plan_check_in")),
            pressed(Quiet(say("Not held")), partial(self._begin, "miss_check_in")),
        ]
        self._foot = Foot(held, self.form, others=otherwise)
        card = Card(Scroll(inside, beside=theme.GAP), self._foot, gap=theme.GAP)
        card.at_least(420)
        return card

    def _fold_agenda(self, folded: bool) -> None:
        """Where all stands below each other, what to bring is one line, so that the sheet is seen."""
        self._unfold.setVisible(folded)
        self._agenda.setVisible(not folded)

    def question(self) -> Callable[[Book], Any]:
        chosen = self._chosen()
        return lambda book: (choices(book, HEARD), agenda(book, chosen) if chosen else None)

    def answer(self, found: tuple[Choices | None, Agenda | None]) -> None:
        people, told = found
        if not self.drafts[0].begun and "day" not in self.form.values():
            self.drafts[0].unasked(self._date)
        offer(self.form, "caregiver", people, self.hands.lane, HEARD)
        self._room.begin(begun=people is None or bool(people))
        self._head()
        if told and told.caregiver != self._chosen():
            return  # somebody else was chosen while this was asked; the answer about her is on its way
        if told:
            self._show_agenda(told)
            self.drafts[0].unasked(lambda: self.burdens.stand(told.weighs))
            self._propose(told.talk)
        else:
            self.burdens.stand_for_nobody()
            self._show_agenda(Agenda("", (), say("Choose a caregiver: what is open between you stands here.")))

    def _propose(self, told: Talk | None) -> None:
        """The next day: one that is agreed already, else in her rhythm. What somebody chose herself is left alone."""
        held = self.form.values().get("day")
        if told is None or held is None or self.form.values().get("next_day") != self._proposed:
            return
        ahead = told.agreed is not None and told.agreed > held
        self._proposed = told.agreed if ahead else told.after(held)
        self.drafts[0].unasked(lambda: self.form.put({"next_day": self._proposed}))

    def _turn_round(self) -> None:
        turn_round(self, self.hands, self._chosen(), self._name())

    def _offer_support(self) -> None:
        self.goes.emit("wellbeing", {"caregiver": self._chosen(), "form": "follow_up"})

    def _begin(self, act: str) -> None:
        """A talk that lies ahead, or one that did not come about."""
        self.hands.dialogs.show(act_sheet(self, self.hands, act, {"caregiver": self._chosen()}))

    def _head(self) -> None:
        name = self._name()
        title = say("Check-in with {name}", name=name.split()[0]) if name else say("Check-in")
        self.headed.emit(
            title, say("Support first. Every part can be skipped. What has a lock stays between the two of you.")
        )

    def _name(self) -> str:
        """Who was chosen, by name."""
        return str(self.form.rows["caregiver"].editor.text()) if self._chosen() else ""  # type: ignore[attr-defined]

    def take_keys(self) -> None:
        self.form.go_on()

    def arrive(self, facts: dict[str, Any]) -> None:
        if facts.get("caregiver"):
            self.drafts[0].turn_to(str(facts["caregiver"]))
            self.form.put({"caregiver": facts["caregiver"]})
            self.form.rows["minutes"].editor.setFocus()
            self._stale = True

    def _chosen(self) -> str:
        return str(self.form.rows["caregiver"].asks().value() or "")

    def _caregiver_chosen(self) -> None:
        self._head()
        if self._chosen() != self._shown:
            self._shown = self._chosen()
            self.hands.looked(What.OPENED, {self._shown} - {""})
            if not self.form.values().get("next_day"):
                self._proposed = None  # what was proposed for another is none of hers
            self.burdens.stand_for_nobody()
            self.ask()

    def _show_agenda(self, told: Agenda) -> None:
        clear(self._items)
        today = clock.today()
        for item in told.items:
            words = column(body(item.title, weight=theme.MEDIUM, wrap=True), meta(item.detail, wrap=True), gap=1)
            tag = [Tag(due(item.day, today), "amber" if item.day <= today else "plain")] if item.day else []
            self._items.addWidget(beside(words, *tag))
            self._items.addWidget(Hairline())
        self._load.setText(told.load)
        how_many = count("{number} thing to bring", "{number} things to bring", len(told.items))
        self._unfold.setText(how_many if told.items else say("Nothing to bring"))
        self._unfold.setAccessibleName(self._unfold.text())
        self._unfold.updateGeometry()
        for way in (self._offer, self._turned):
            way.setVisible(bool(told.caregiver))

    def save(self) -> None:
        self._foot.complain("")
        if not (self.form.fits() and self.promises.fit() and self.burdens.fit()):
            return
        values = self.form.values()
        given = {name: values.pop(name) for name in ("caregiver", "day") if name in values}
        told = {"promises": self.promises.values(), "weighs": self.burdens.values()}
        act = named("hold_check_in")
        self.hands.lane.do(
            lambda book: act(book, **given, **told, words=values),
            owner=self,
            then=self._saved,
            refused=self._refused,
        )

    def _saved(self, _outcome: Outcome) -> None:
        caregiver = self._chosen()
        self.drafts[0].afresh(self._empty)
        self.goes.emit("people", {"caregiver": caregiver})

    def _empty(self) -> None:
        self.form.empty()
        self.promises.empty()
        self.burdens.empty()
        self._date()
        self._ask_by_type()

    def _ask_by_type(self) -> None:
        """A short call asks less; what was written already stays to be seen."""
        asked = asks(CheckInType(self.form.rows["type"].asks().value() or CheckInType.ONE_TO_ONE))
        for name in WORDS:
            each = self.form.rows[name]
            each.setVisible(name in asked or bool(each.asks().value()))

    def _date(self) -> None:
        """An untouched sheet is about today, as soon as somebody knows what day that is."""
        self._proposed = None
        self.form.put({"day": sure_today(), "next_day": None})

    def _refused(self, problem: Problem) -> None:
        if not any(part.complain(problem) for part in (self.form, self.promises, self.burdens)):
            self._foot.complain(str(problem))
