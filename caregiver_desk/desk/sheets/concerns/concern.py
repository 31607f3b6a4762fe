"""One concern: its clock, what is to be done and on what ground, what was seen, who was told, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.concerns.concerns import Opened, for_who_noticed, opened
from caregiver_desk.desk.cards.concerns.clock_tag import ClockTag
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, Small, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Hairline, column, holding
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import PlainLabel, body, heading, meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.concerns.erase import show_erase
from caregiver_desk.desk.sheets.concerns.information import InformationSheet
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out
from caregiver_desk.desk.sheets.people.turned_round import show_turned
from caregiver_desk.desk.sheets.sheet import Sheet, act_sheet, told_in_words
from caregiver_desk.desk.sheets.ways import SHEETS, Asking
from caregiver_desk.practice.concerns.concerns import UNTOLD, Duty
from caregiver_desk.records.concerns.concerns import CONCERN_STEP, ConcernState
from caregiver_desk.records.concerns.safeguarding import WORKER_CONCERN, WORKER_STEP
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.reports.concerns.facts import facts_of
from caregiver_desk.store import access, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import full_day, say

WIDE, HIGH = 680, 640
AT_ONCE, ALWAYS = frozenset({"CP1", "CP3"}), frozenset({"CP6", "CP8"})


def show_concern(page: QWidget, hands: Hands, concern: str) -> None:
    """Ask what is known of it, and show that; the access log says so."""

    def show(told: Opened) -> None:
        hands.dialogs.show(ConcernSheet(page, hands, told))
        hands.lane.note(partial(access.note, what=What.OPENED, about=concern), dear=False)

    hands.lane.ask(partial(opened, concern=concern), then=show, owner=page)


class ConcernSheet(QDialog):
    """Read through; every way on is a sheet of its own, after which the page shows how far it is."""

    def __init__(self, page: QWidget, hands: Hands, told: Opened) -> None:
        super().__init__(page)
        self._page, self._hands, self._told = page, hands, told
        self.setObjectName("concern")
        first = pressed(Primary(say("Who was told"), hint="Ctrl ↵"), self._step)
        leave = pressed(Quiet(say("Leave")), self.reject)
        foot = Foot(leave) if told.told.over else Foot(first, others=[leave])
        about = say("{sort} · {state}", sort=told.told.sort, state=told.told.state)
        lay_out(self, say("Concern {number}", number=told.told.number), about, self._parts(), foot, (WIDE, HIGH))
        on_ctrl_enter(self, self._step)
        (first if not told.told.over else self).setFocus()

    def _parts(self) -> list[QWidget]:
        told = self._told.told
        next_one = told.next or say("Nobody may have to ask first: anyone may report.")
        clock = [] if told.over else [beside(meta(next_one, wrap=True), ClockTag(told))]
        facts = [holding(column(heading(words), body(said, wrap=True), gap=1)) for words, said in self._told.facts]
        steps = [part for what, more in self._told.steps for part in _step_told(what, more)]
        nobody = [meta(say("Nobody was told yet, as far as stands here."), wrap=True)]
        return [
            *([self._odd(told.odd)] if told.odd else []),
            *clock,
            *map(_line_of_lead, self._told.lead),
            *map(_rule, self._told.rules),
            Hairline(),
            *facts,
            *(meta(each, wrap=True) for each in self._told.written),
            Hairline(),
            heading(say("Who was told, and what was done")),
            *(steps or nobody),
            Hairline(),
            holding(flow(*self._ways())),
        ]

    def _odd(self, words: str) -> QWidget:
        go = pressed(Small(say("Go to sharing"), icon="sharing"), self._go_to_sharing)
        line = beside(PlainLabel(words, tint="amber", wrap=True), go, first=[Icon("alert", "amber", 18)])
        sides = [
            pressed(Small(say("Settle: {state}", state=say(each)), icon="check"), partial(self._settle, each))
            for each in self._told.sides
        ]
        return holding(column(line, holding(flow(*sides)), gap=theme.SMALL)) if sides else line

    def _settle(self, state: ConcernState) -> None:
        """What they chose counts from now on, and the sheet shows what follows; the others stay in its history."""
        concern, page, hands = self._told.told.id, self._page, self._hands
        told = {"kind": self._told.kind, "id": concern, "field": "state", "value": str(state)}
        self.accept()
        hands.lane.do(
            lambda book: named("settle")(book, **told), owner=page, then=lambda _: show_concern(page, hands, concern)
        )

    def _go_to_sharing(self) -> None:
        self.reject()
        cast("Page", self._page).goes.emit("sharing", {})

    def _ways(self) -> list[QWidget]:
        """What else can be done: to add facts and to give it to a lead also where it is closed."""
        lead = [
            pressed(Plain(say("Give it to {name}", name=name), icon="sharing"), partial(self._give, name))
            for name in self._told.leads
        ]
        facts = pressed(Plain(say("Add facts"), icon="plus"), self._add_facts)
        turn = pressed(Plain(say("Turn round for who noticed"), icon="eye"), self._turn)
        close = pressed(Plain(say("Close it"), icon="check"), partial(self._sheet, "close_concern"))
        error = pressed(Plain(say("Recorded in error"), icon="undo"), partial(self._sheet, "record_concern_in_error"))
        whole = pressed(Plain(say("Print the facts"), icon="print"), partial(self._print, with_reporter=True))
        without = pressed(Plain(say("Without who reported"), icon="print"), partial(self._print, with_reporter=False))
        ends = [] if self._told.told.over else [close, error, *self._left_by_two()]
        refer = pressed(Plain(say("Refer the home"), icon="home"), self._refer)
        erase = pressed(Plain(say("Erase for good"), icon="alert"), self._erase)
        last = [erase] if self._hands.lane.book and self._hands.lane.book.role == Role.COORDINATOR else []
        need = [refer] if self._told.told.stands is ConcernState.INFORMATION else []
        return [*need, facts, *lead, *([turn] if self._told.written else []), whole, without, *ends, *last]

    def _erase(self) -> None:
        self.accept()
        show_erase(self._page, self._hands, self._told.told.id, self._told.told.number)

    def _refer(self) -> None:
        """What is a need of a home goes to a service. Nothing that was seen goes into the referral by itself."""
        home = {"household": self._told.home} if self._told.home else {}
        self.accept()
        self._hands.dialogs.show(act_sheet(self._page, self._hands, "record_referral", home))

    def _left_by_two(self) -> list[QWidget]:
        """Never the usual way: last in the row, and only where two may decide it."""
        if not (self._told.may_rest and self._told.told.stands in UNTOLD):
            return []
        left = pressed(Plain(say("Two decide: not reported")), partial(self._sheet, "decide_not_to_report"))
        return [left, pressed(Plain(say("Information only")), self._inform)]

    def _inform(self) -> None:
        self.accept()
        told = InformationSheet(self._page, self._hands, self._told.told.id, self._told.home)
        self._hands.dialogs.show(told)

    def _turn(self) -> None:
        concern, told = self._told.told.id, self._told.told
        head = (
            say("Concern {number}", number=told.number),
            say("What you noticed, as it is written here, and how far it is."),
        )
        self.accept()
        show_turned(self._page, self._hands, head, partial(for_who_noticed, concern=concern))
        self._hands.lane.note(partial(access.note, what=What.TURNED, about=concern), dear=False)

    def _step(self) -> None:
        self._sheet("add_concern_step")

    def _sheet(self, name: str) -> None:
        asked, given = SHEETS[name], {"concern": self._told.told.id}
        if self._told.kind == WORKER_CONCERN.name and asked.kind is CONCERN_STEP:
            asked = replace(asked, kind=WORKER_STEP)
        self.accept()
        self._hands.dialogs.show(Sheet(self._page, self._hands, named(name), asked, given=given))

    def _print(self, *, with_reporter: bool) -> None:
        asked = partial(facts_of, concern=self._told.told.id, with_reporter=with_reporter)
        print_out(self._page, self._hands, Printed(say("Concern"), asked, document_paper.paint, self._told.told.id))

    def _add_facts(self) -> None:
        self.accept()
        concern, kind = self._told.told.id, self._told.kind

        def show(leaf: Leaf) -> None:
            asked = Asking(KINDS[kind], tuple(told_in_words(KINDS[kind])))
            self._hands.dialogs.show(Sheet(self._page, self._hands, named("change_concern"), asked, leaf))

        self._hands.lane.ask(lambda book: questions.get(book, kind, concern), then=show, owner=self._page)

    def _give(self, name: str) -> None:
        act, concern = named("seal_to_lead"), self._told.told.id
        self.accept()
        self._hands.lane.do(lambda book: act(book, concern=concern, lead=name), owner=self._page)


def _line_of_lead(words: str) -> QWidget:
    return beside(PlainLabel(words, weight=theme.SEMIBOLD, wrap=True), first=[Icon("lock", "ink-soft", 18)])


def _rule(rule: Duty) -> QWidget:
    """What it says, on what ground, and that nobody has read it yet where that is so."""
    always = rule.code in ALWAYS
    words = PlainLabel(rule.words, weight=theme.REGULAR if always else theme.SEMIBOLD, wrap=True)
    ground = say(
        "{source} · written {day} · {review}", source=rule.source, day=full_day(rule.written), review=rule.review
    )
    icon = Icon("eye", "ink-soft", 18) if always else Icon("alert", "brick" if rule.code in AT_ONCE else "amber", 18)
    return beside(column(words, meta(ground, wrap=True), gap=1), first=[icon], gap=theme.SMALL)


def _step_told(what: str, more: str) -> list[QWidget]:
    return [holding(column(body(what, wrap=True), *([meta(more, wrap=True)] if more else []), gap=1))]
