"""One process: what it is about, the help given before beside its steps, its notes, its chronology, how it ended.

It is opened on asking and shows all of it to who takes part; every way on is a sheet of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Act, Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.fairness.processes import Step, Told, as_it_counts, told
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, Small, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, Columns, Hairline, column, holding
from caregiver_desk.desk.parts.marks import Icon, Tag
from caregiver_desk.desk.parts.words import PlainLabel, body, heading, meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.fairness.choosing import show_choosing
from caregiver_desk.desk.sheets.fairness.handing import HandingSheet
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out
from caregiver_desk.desk.sheets.sheet import Sheet
from caregiver_desk.desk.sheets.ways import Asking
from caregiver_desk.practice.fairness.processes import usual_steps
from caregiver_desk.records.fairness.processes import (
    ABOUT,
    CAPABILITY,
    CONDUCT,
    PROBATION,
    PROCESS_EVIDENCE,
    PROCESS_STAGE,
    Sort,
)
from caregiver_desk.reports.fairness.process import chronology_on_paper, process_on_paper
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say

WIDE, HIGH = 880, 700
SHORT = 24  # letters that stand beside others
OF_A_STEP = ("called", "target", "day", "content", "response", "agrees", "companion")
CAUSES = ("organisation", "found_organisation", "work", "found_work", "personal", "found_personal")


@dataclass(frozen=True)
class ActOf(Act):
    """An act about one record, of which its sheet does not ask."""

    given: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, book: Book, /, **told: Any) -> Outcome:
        return super().__call__(book, **self.given, **told)


def of_process(name: str, process: str) -> ActOf:
    """This act, of this process; what is begun there is kept apart from what is begun about another."""
    act = named(name)
    return ActOf(f"{name}/{process}", act.label, act.subject, act.does, given={"process": process})


def show_process(parent: QWidget, hands: Hands, process: str) -> None:
    """Ask what stands in it, and show that; the access log says it of whoever it is about."""

    def show(found: Told) -> None:
        hands.dialogs.show(ProcessSheet(parent, hands, found))
        hands.looked(What.OPENED, {found.caregiver})

    hands.lane.ask(partial(told, process=process), then=show, owner=parent)


class ProcessSheet(QDialog):
    """Read through; what is open is its next step."""

    def __init__(self, parent: QWidget, hands: Hands, found: Told) -> None:
        super().__init__(parent)
        self._parent, self._hands, self._told = parent, hands, found
        self.setObjectName("process")
        close = pressed(Quiet(say("Close")), self.reject)
        onto = pressed(Quiet(say("Print for everybody in it"), icon="print"), self._print)
        goes_on = found.mine and not found.over
        first = pressed(Primary(say("Plan a step"), hint="Ctrl ↵"), self._plan)
        foot = Foot(first, others=[close, onto]) if goes_on else Foot(onto, others=[close])
        lay_out(self, found.title, found.line, self._parts(), foot, (WIDE, HIGH))
        on_ctrl_enter(self, self._plan if goes_on else self._print)
        (first if goes_on else close).setFocus()

    def _parts(self) -> list[QWidget]:
        found = self._told
        heed = [
            beside(PlainLabel(each, tint="amber", wrap=True), first=[Icon("alert", "amber", 18)]) for each in found.heed
        ]
        readers = (
            say("Read by you and {names}.", names=say(", ").join(found.readers))
            if found.readers
            else say("Read by you alone until you give it to who takes part.")
        )
        told_ended = _facts(found.ended)
        return [
            *heed,
            beside(meta(readers, wrap=True), first=[Icon("lock", "ink-soft", 15)], gap=6),
            holding(flow(*self._ways())),
            *_facts(found.facts),
            Columns((holding(column(*self._steps(), 1, gap=theme.GAP)), 420, 1), (self._support(), 260, 0)),
            Hairline(),
            *self._chronology(),
            *([Hairline(), *told_ended] if told_ended else []),
        ]

    def _steps(self) -> list[QWidget]:
        steps = [self._line(each) for each in self._told.steps]
        notes = [self._line(each) for each in self._told.notes]
        none = [meta(say("No step is planned yet."), wrap=True), *self._usual()]
        return [
            heading(say("Steps")),
            *(steps or none),
            *([heading(say("Notes for the reviews")), *notes] if notes else []),
        ]

    def _usual(self) -> list[QWidget]:
        """What the first steps of such a process are usually called; a site may call them otherwise."""
        found = self._told
        if not found.mine or found.over or found.sort is None:
            return []
        ways = [pressed(Small(each, icon="plus"), partial(self._plan, each)) for each in usual_steps(found.sort)]
        return [holding(flow(*ways))]

    def _support(self) -> QWidget:
        """Beside the steps, so that whoever reads one sees the other: what was arranged, and never why."""
        none = [meta(say("None is known in the book that opened it. Help can begin today."), wrap=True)]
        before = [body(each, wrap=True) for each in self._told.support]
        since = [body(each, wrap=True) for each in self._told.support_since]
        later = [heading(say("Given since")), *since] if since else []
        return Card(heading(say("Support given before")), *(before or none), *later, 1, gap=theme.SMALL)

    def _chronology(self) -> list[QWidget]:
        choose = pressed(Small(say("Choose records"), icon="plus"), self._choose)
        goes_on = self._told.mine and not self._told.over
        onto = pressed(Small(say("Print"), icon="print"), self._print_chronology)
        onto.setAccessibleName(say("Print the chronology"))
        mine = [choose] if goes_on else []
        lines = [self._line(each) for each in self._told.entries]
        none = [meta(say("Facts with their days, each taken from a record. Nothing is chosen yet."), wrap=True)]
        return [beside(heading(say("Chronology")), *mine, *([onto] if lines else [])), *(lines or none)]

    def _line(self, step: Step) -> QWidget:
        said = column(body(step.words, wrap=True), *([meta(step.quiet, wrap=True)] if step.quiet else []), gap=1)
        tags = [Tag(words, tone) for words, tone in step.tags]
        if step.kind != PROCESS_STAGE.name or not self._may_write:
            return beside(said, *tags)
        look = pressed(Small(say("Open")), partial(self._open_step, step.record))
        look.setAccessibleName(say("Open: {what}", what=step.words))
        return beside(said, *tags, look)

    @property
    def _may_write(self) -> bool:
        """Whoever leads, until its end; the caregiver their own answers, also after it."""
        return (self._told.mine and not self._told.over) or self._told.theirs

    def _ways(self) -> list[QWidget]:
        """Who else may read it, what else is noted, and how it ends: last in the row, for it is never the usual way."""
        found = self._told
        note: list[QWidget] = [pressed(Plain(say("Add a note"), icon="plus"), self._note)] if self._may_write else []
        give = [
            pressed(Plain(say("Give it to {name}", name=name), icon="sharing"), partial(self._give, name))
            for name in found.to
        ]
        if found.next:
            words = say("Hand it over") if found.in_hand else say("Hand it on for them")  # who opened it lets others in
            give.append(pressed(Plain(words, icon="sharing"), self._hand_over))
        if not found.mine or found.over:
            return [*note, *give]
        change = [pressed(Plain(say("Change what it is about")), self._change)] if found.about else []
        end = pressed(Plain(say("Say how it ended"), icon="check"), self._end)
        return [*note, *give, *change, *self._expected(), *self._goes_on(), end]

    def _expected(self) -> list[QWidget]:
        """Of whom something is not met: from which list, where none is named yet."""
        about = self._told.about
        if about is None or about.kind != CAPABILITY.name or about["expectations"]:
            return []
        asked = Asking(CAPABILITY, ("expectations",))
        return [pressed(Plain(say("What had been expected")), partial(self._sheet, "name_expectations", asked))]

    def _goes_on(self) -> list[QWidget]:
        ways = {
            Sort.CAPABILITY: (say("Go on as conduct"), "convert_to_conduct", CONDUCT, ("reason", "said", "adviser")),
            Sort.CONDUCT: (
                say("Go on as capability"), "convert_to_capability", CAPABILITY,
                ("reason", "not_met", "expectations", "adviser", *CAUSES),
            ),
        }  # fmt: skip
        return [
            pressed(Plain(words), partial(self._sheet, act, Asking(kind, fields)))
            for sort, (words, act, kind, fields) in ways.items()
            if sort is self._told.sort
        ]

    def _plan(self, called: str = "") -> None:
        asked = Asking(PROCESS_STAGE, ("called", "target"), frozenset({"target"}))
        self._sheet("plan_step", asked, {"called": called} if called else {})

    def _note(self) -> None:
        self._sheet("add_evidence", Asking(PROCESS_EVIDENCE, ("words", "day")))

    def _end(self) -> None:
        if self._told.sort is Sort.PROBATION:
            fields = ("outcome", "why", "heard", "helped", "extended")
            self._sheet("decide_probation", Asking(PROBATION, fields, frozenset({"extended"})))
        elif self._told.sort:
            self._sheet("end_process", Asking(ABOUT[self._told.sort], ("outcome", "why", "heard")))

    def _sheet(self, name: str, asked: Asking, given: Mapping[str, Any] | None = None) -> None:
        self._show(Sheet(self._parent, self._hands, of_process(name, self._told.process), asked, given=given))

    def _show(self, sheet: QDialog) -> None:
        """One sheet after the other; once that is done, this one shows what became of it."""
        parent, hands, process = self._parent, self._hands, self._told.process
        sheet.accepted.connect(partial(show_process, parent, hands, process))
        self.accept()
        hands.dialogs.show(sheet)

    def _open_step(self, record: str) -> None:
        asked = Asking(PROCESS_STAGE, OF_A_STEP, frozenset({"target"}))
        if not self._told.mine:
            asked = replace(asked, fields=("response", "agrees", "companion"))
        self._ask_for(PROCESS_STAGE.name, record, asked)

    def _change(self) -> None:
        about = self._told.about
        if about is not None:
            apart = {"process", "caregiver", "before", "reason", "outcome", "outcome_on", "why", "heard", "helped"}
            apart |= {
                "goes_to",
                "against",
                "expectations",
                "expected",
                "extended",
                "arranged",
                "arranged_of",
                "supported",
            }
            kind = ABOUT[Sort(about.kind)]
            fields = tuple(name for name in kind.fields if name not in apart)
            self._ask_for(about.kind, about.id, Asking(kind, fields, frozenset({"until"})))

    def _ask_for(self, kind: str, record: str, asked: Asking) -> None:
        def show(leaf: Leaf) -> None:
            self._show(Sheet(self._parent, self._hands, named(f"change_{kind}"), asked, leaf))

        self._hands.lane.ask(partial(as_it_counts, kind=kind, record=record), then=show, owner=self)

    def _give(self, name: str) -> None:
        act, process = named("let_into_process"), self._told.process
        parent, hands = self._parent, self._hands
        self.accept()
        hands.lane.do(
            lambda book: act(book, process=process, partner=name),
            owner=parent,
            then=lambda _: show_process(parent, hands, process),
        )

    def _hand_over(self) -> None:
        parent, hands, process = self._parent, self._hands, self._told.process
        self.accept()
        after = partial(show_process, parent, hands, process)
        hands.dialogs.show(HandingSheet(parent, hands, process, self._told.next, after))

    def _choose(self) -> None:
        parent, hands, process = self._parent, self._hands, self._told.process
        self.accept()
        show_choosing(parent, hands, process, partial(show_process, parent, hands, process))

    def _print(self) -> None:
        asked = partial(process_on_paper, process=self._told.process)
        print_out(self._parent, self._hands, Printed(say("Process"), asked, document_paper.paint, self._told.caregiver))

    def _print_chronology(self) -> None:
        asked = partial(chronology_on_paper, process=self._told.process)
        paper = Printed(say("Chronology"), asked, document_paper.paint, self._told.caregiver)
        print_out(self._parent, self._hands, paper)


def _facts(told: Sequence[tuple[str, str]]) -> list[QWidget]:
    """Short ones beside each other, the others below each other."""
    short, long = ([each for each in told if (len(each[1]) <= SHORT) is little] for little in (True, False))
    beside_each = [holding(flow(*map(_fact, short), gap=theme.WIDE))] if short else []
    return [*beside_each, *map(_fact, long)]


def _fact(told: tuple[str, str]) -> QWidget:
    label, words = told
    return holding(column(heading(label), body(words, wrap=len(words) > SHORT), gap=1))
