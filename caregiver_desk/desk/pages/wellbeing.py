"""Support: what weighs on a caregiver, what she is offered, what of it is due. Lists show names and next steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import HEARD
from caregiver_desk.desk.answers.days import due, sure_today
from caregiver_desk.desk.answers.wellbeing.support import Step, Support, Weighs, late_steps, support
from caregiver_desk.desk.cards.wellbeing.groups import Groups
from caregiver_desk.desk.cards.wellbeing.plan_form import PlanForm
from caregiver_desk.desk.cards.wellbeing.urgent import heed_danger, urgent_below
from caregiver_desk.desk.cards.wellbeing.what_is_asked import DAYS, FORMS, NEEDED
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Chip, Plain, Primary, Small, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.heard import one_of_a_few
from caregiver_desk.desk.parts.layout import Card, Columns, Scroll, clear, column, holding, row
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.shelf import FEW, Shelf
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets.aid_sheet import ways_to
from caregiver_desk.desk.sheets.offering import offer
from caregiver_desk.desk.sheets.people.with_whom import ask_with_whom
from caregiver_desk.desk.sheets.room import Room
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.desk.sheets.supervision.asking import ask_organisation
from caregiver_desk.desk.sheets.wellbeing.asking import show_asking
from caregiver_desk.errors import Problem
from caregiver_desk.practice import spoken
from caregiver_desk.practice.wellbeing.letting_know import is_to_ask, lets_organisation_know, theme_in
from caregiver_desk.records.wellbeing.support_plans import SUPPORT_PLAN
from caregiver_desk.records.wellbeing.wellbeing import STRESSOR
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import capital, count, later, say

FIRST = 2  # steps that are seen where the form stands below them


class WellbeingPage(Page):
    subject, label, icon = "wellbeing", later("Support"), "wellbeing"
    kinds = frozenset({"stressor", "follow_up", "person", "engagement", "service"})

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._groups = Groups()
        self._groups.picked.connect(self._add_code)
        self._scale = holding(column(*(meta(say(words), wrap=True) for words in spoken.SEVERITY), gap=0))
        self.forms = {name: self._lay_form(name) for name in FORMS}
        self._veiled, self._steps_told = True, FEW
        self._forms = QStackedWidget()
        self._told = Support({}, {}, (), ())
        self.drafts = [
            Draft(self, hands.drafts, f"{self.subject}/{name}", form, about="caregiver")
            for name, form in self.forms.items()
        ]
        for form, draft in zip(self.forms.values(), self.drafts, strict=True):
            draft.afresh(form.empty)
        self._date()
        forms = self._build_forms()
        columns = Columns((self._build_lists(), 400, 5), (forms, 460, 5))
        self.keep_in_sight(self._foot, forms, columns)
        columns.folded.connect(lambda folded: self._steps.show_few(FIRST if folded else FEW))
        words = say("Add a caregiver. Then keep here what is hard and what helps, for you two alone.")
        self._room = Room(self, columns, say("Support for your caregivers"), words)
        self.setLayout(column(self._room))

    def _lay_form(self, name: str) -> Form:
        """A form, the meaning of its figures below them, empty."""
        _, kind, fields, _ = FORMS[name]
        below = urgent_below(kind, fields, self.hands.lane)
        if kind is STRESSOR:
            below |= {"severity": self._scale, "codes": self._groups}
        if kind is SUPPORT_PLAN:
            return PlanForm(fields, NEEDED)
        form = Form(kind, fields, labels={"codes": say("What it is")}, below=below, needs=NEEDED)
        form.empty()
        heed_danger(below, form)
        return form

    def _add_code(self, code: str) -> None:
        """One that was chosen from its group, beside those that stand there."""
        codes = self.forms["stressor"].rows["codes"].asks()
        codes.put(frozenset(codes.value() or ()) | {code})

    def _build_forms(self) -> Card:
        self._tabs = {name: Chip(say(words)) for name, (words, *_) in FORMS.items()}
        group = QButtonGroup(self)
        one_of_a_few(*self._tabs.values())
        for name, chip in self._tabs.items():
            group.addButton(chip)
            chip.clicked.connect(lambda _=False, name=name: self.show_form(name))
            self._forms.addWidget(Scroll(self.forms[name], beside=theme.GAP))
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(save, *self.forms.values())
        card = Card(holding(flow(*self._tabs.values())), self._forms, self._foot, gap=theme.GAP)
        card.at_least(420)
        self.show_form("stressor")
        return card

    def _build_lists(self) -> QWidget:
        nothing = say("Nothing is under way. What you offer stands here until it is done.")
        self._steps = Shelf(say("Support under way"), nothing)
        self._steps.wants_rest.connect(self._ask_rest)
        self._weighs = Shelf(say("Something weighs on"), say("Nobody, as far as you were told."))
        self._veil = pressed(Plain(say("Show what for"), icon="eye"), self._turn_veil)
        under_way = Card(row(heading(say("Support under way")), 1, self._veil), self._steps, gap=theme.GAP)
        weighs = self._weighing_card = Card(heading(say("Something weighs on")), self._weighs, gap=theme.GAP)
        self._helps, self._whom = column(gap=theme.TIGHT), ""
        self._asks = pressed(Small(say("Ask the organisation"), icon="sharing"), self._ask_organisation)
        self._offers, self._theme = pressed(Small(say("Offer something")), self._offer_now), ""
        first = holding(flow(self._offers, self._asks))
        self._suggests = Card(heading(say("What often helps")), self._helps, first, gap=theme.GAP, edge="leaf")
        self._suggests.hide()
        asks = pressed(Small(say("Ask a questionnaire"), icon="wellbeing"), self._ask_questionnaire)
        ways = column(row(asks, 1), ways_to(self, self.hands, "grief", "self_care"), gap=theme.GAP)
        return holding(column(self._suggests, under_way, weighs, ways, 1))

    def show_form(self, name: str) -> None:
        self._tabs[name].setChecked(True)
        self._forms.setCurrentIndex(list(self._tabs).index(name))
        if hasattr(self, "_foot"):
            self._foot.complain("")

    def form(self) -> Form:
        return self.forms[self._shown()]

    def _shown(self) -> str:
        return next(name for name, chip in self._tabs.items() if chip.isChecked())

    def _draft(self) -> Draft:
        return self.drafts[list(self.forms).index(self._shown())]

    def _date(self) -> None:
        """An untouched form is about today, as soon as somebody knows what day that is."""
        for form, draft in zip(self.forms.values(), self.drafts, strict=True):
            days = {name: sure_today() for name in DAYS if name in form.rows}
            if days and not draft.begun:
                form.put(days)
                draft.start()

    def question(self) -> Callable[[Book], Any]:
        return partial(support, told=self._steps_told)

    def _ask_rest(self) -> None:
        self._steps_told = EVERY
        self.ask()

    @classmethod
    def waiting(cls) -> Callable[[Book], int]:
        return late_steps

    def seen(self) -> None:
        """Whoever comes here may not be alone: what support is for is shown on asking."""
        self._veiled = True
        self._show_lists()
        super().seen()

    def _turn_veil(self) -> None:
        self._veiled = not self._veiled
        self._show_lists()
        self._note_look()

    def _note_look(self) -> None:
        """That somebody is supported stands in a list; what for is her record."""
        people = {each.caregiver for each in self._told.steps}
        if self._veiled:
            self.hands.looked(What.LISTED, people)
        else:
            self.hands.looked(What.OPENED, people | {each.caregiver for each in self._told.weighs})

    def answer(self, found: Support) -> None:
        for form in self.forms.values():
            offer(form, "caregiver", found.caregivers, self.hands.lane, HEARD)
        offer(self.forms["follow_up"], "service", found.services, self.hands.lane, "service")
        self._date()
        self._told = found
        self._show_lists()
        self._note_look()
        self.counted.emit(found.late)
        self._room.begin(begun=found.caregivers is None or bool(found.caregivers))
        line = count("{number} step under way", "{number} steps under way", found.under_way)
        self.headed.emit(say("Support"), line if found.under_way else "")

    def _show_lists(self) -> None:
        words = say("Show what for") if self._veiled else say("Hide what for")
        self._veil.setText(words)
        self._veil.setAccessibleName(words)
        self._veil.setVisible(bool(self._told.steps or self._told.weighs))
        self._weighing_card.setVisible(not self._veiled)
        steps = [partial(self._step, each, clock.today()) for each in self._told.steps]
        self._steps.show_rows(steps, of=self._told.under_way)
        self._weighs.show_rows([partial(self._weighing, each) for each in self._told.weighs])

    def _step(self, step: Step, today: date) -> QWidget:
        what = [] if self._veiled else [meta(step.what, wrap=True)]
        words = column(body(step.name, weight=theme.MEDIUM, wrap=True), *what, gap=1)
        tag = [Tag(due(step.due, today), "amber" if step.due <= today else "plain")] if step.due else []
        return beside(words, *tag, self._way(step))

    def _way(self, step: Step) -> QWidget:
        """What is done is done with open eyes: first one looks what it was."""
        if self._veiled:
            look = pressed(Small(say("Open")), partial(open_record, self, self.hands, "follow_up", step.id))
            look.setAccessibleName(say("Open: {name}", name=step.name))
            return look
        done = pressed(Small(say("Done")), partial(self._done, step))
        done.setAccessibleName(say("Done: {what} for {name}", what=step.what, name=step.name))
        return done

    def _weighing(self, each: Weighs) -> QWidget:
        look = pressed(Small(say("Open")), partial(self.goes.emit, "people", {"caregiver": each.caregiver}))
        look.setAccessibleName(say("Open: {name}", name=each.name))
        words = column(body(each.name, weight=theme.MEDIUM, wrap=True), meta(each.words, wrap=True), gap=1)
        return beside(words, look)

    def take_keys(self) -> None:
        self.form().go_on()

    def arrive(self, facts: dict[str, Any]) -> None:
        self.show_form(facts.get("form", "stressor"))
        self._draft().turn_to(str(facts.get("caregiver", "")))
        self.form().put({name: facts[name] for name in ("caregiver",) if name in facts})
        whose, after, *_ = self.form().rows.values()
        (after if facts.get("caregiver") else whose).editor.setFocus()

    def save(self) -> None:
        self._foot.complain("")
        if not self.form().fits():
            return
        form, draft, values = self.form(), self._draft(), self.form().values()
        act = named(FORMS[self._shown()][-1])
        saved = partial(self._saved, form, draft)
        self.hands.lane.do(lambda book: act(book, **values), owner=self, then=saved, refused=self._refused)

    def _saved(self, form: Form, draft: Draft, outcome: Outcome) -> None:
        told = form.values()
        self._theme = theme_in(told)
        self._asks.setVisible(is_to_ask(told))
        self._suggest(str(told.get("caregiver", "")), outcome.facts.get("usual", ()))
        draft.afresh(form.empty)
        self._date()
        if lets_organisation_know(told):
            self._asks.setFocus()  # the space bar begins what they want known; nothing goes by itself

    def _suggest(self, caregiver: str, usual: Sequence[str]) -> None:
        """What often helps with what was just saved: for the eye only, nothing follows from it."""
        clear(self._helps)
        self._whom = caregiver
        for each in usual:
            self._helps.addWidget(body(capital(each), wrap=True))
        self._offers.setVisible(bool(usual))
        self._suggests.setVisible(bool(usual) or not self._asks.isHidden())

    def _offer_now(self) -> None:
        self._suggests.hide()
        self.arrive({"form": "follow_up", "caregiver": self._whom})

    def _ask_organisation(self) -> None:
        self._suggests.hide()
        ask_organisation(self, self.hands, self._whom, theme=self._theme)

    def _ask_questionnaire(self) -> None:
        """Whoever stands in the form is asked; else it is asked whom."""
        if caregiver := self.form().values().get("caregiver"):
            show_asking(self, self.hands, str(caregiver))
        else:
            ask_with_whom(self, self.hands, "ask_questionnaire")

    def _done(self, step: Step) -> None:
        change, today = named("change_follow_up"), clock.today()
        fields = {"state": "done", "done_on": today}
        self.hands.lane.do(lambda book: change(book, id=step.id, fields=fields), owner=self)

    def _refused(self, problem: Problem) -> None:
        if not self.form().complain(problem):
            self._foot.complain(problem)
