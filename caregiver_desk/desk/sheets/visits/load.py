"""Load: every list of a team by name, and what if its homes were shared anew.

One list is in hand. Homes on it are ticked and given to somebody by her name or by the mouse; that is only tried, and
both lists are told before and after. One word carries all of it out, as one act with one undo, with what is to be
handed on and the day on which two go together. Then the lists that are others now go onto paper.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.answers.visits.load import Block, TeamLoad, team_load
from caregiver_desk.desk.cards.visits.load_lists import HomePainter, Row, brief, rows_of, span_words
from caregiver_desk.desk.cards.visits.near import CameNear
from caregiver_desk.desk.cards.visits.trying import Said, Trying, before_and_after
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.finding import Pick
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.heard import label_of, name_for_everyone
from caregiver_desk.desk.parts.layout import Card, Columns, Scroll, clear, column, holding, put
from caregiver_desk.desk.parts.lists import LinesPainter
from caregiver_desk.desk.parts.tables import Heading
from caregiver_desk.desk.parts.tick_list import DropList, TickList
from caregiver_desk.desk.parts.words import PlainLabel, body, card_title, heading, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out, save_as_pdf
from caregiver_desk.desk.sheets.people.placing import Goes, show_placing
from caregiver_desk.desk.sheets.visits.list_paper import paint
from caregiver_desk.errors import Problem
from caregiver_desk.practice.visits.load import Span
from caregiver_desk.records.visits.households import ASSIGNMENT
from caregiver_desk.reports.visits.number_lists import NumberLists, number_list
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

WIDE, HIGH, HOMES = 1080, 760, 4
LARGE = 150  # per cent of the text, from which a list inside the sheet has no room to scroll
ASKED = ("since", "joint_visit", "handover")


def load_button(page: Page, hands: Hands) -> QWidget:
    """The way to it from a page of people or of homes."""
    return pressed(Quiet(say("Workload"), icon="table"), lambda: show_load(page, hands, page.goes.emit))


def show_load(parent: QWidget, hands: Hands, goes: Goes) -> None:
    hands.dialogs.show(LoadSheet(parent, hands, goes))


class LoadSheet(QDialog):
    """The lists on the left, the one in hand on the right."""

    def __init__(self, parent: QWidget, hands: Hands, goes: Goes) -> None:
        super().__init__(parent)
        self._hands, self._goes = hands, goes
        self._told, self._whose = None, ""  # type: TeamLoad | None, str
        self._team, self._others = "", ()  # type: str, tuple[str, ...]
        self.setObjectName("load")
        self.setWindowTitle(say("Workload"))
        self._trying = Trying()
        labels = {"joint_visit": say("A first visit together on")}
        self.form = Form(ASSIGNMENT, ASKED, ahead={"since", "joint_visit"}, labels=labels)
        self.form.fill({"since": clock.today()})
        self._said = Said(self.form, self._trying)
        self._build()
        self._draft = Draft(self, hands.drafts, "load", self._said)
        self._draft.come_back()
        on_ctrl_enter(self, self.save)
        self.finished.connect(self._finish)
        hands.lane.touched.connect(lambda _: self._ask())
        self._ask()

    # -- how it lies

    def _build(self) -> None:
        self._teams, self._span = column(gap=0), meta(wrap=True)
        self.lists = DropList(Heading(say("List"), _read_aloud), LinesPainter(brief, whole=True), say("Lists"))
        self.lists.show_whole_rows(4)
        self.lists.chosen.connect(self._turn_to)
        self.lists.dropped.connect(self._drop)
        self._share = pressed(Primary(say("Share them out"), hint="Ctrl ↵"), self.save)
        all_of_it = partial(show_placing, self, self._hands, self._leave_for, self._turn_to_waiting)
        others = [pressed(Quiet(say("Leave")), self.reject), pressed(Quiet(say("To be placed")), all_of_it)]
        self._foot = Foot(self._share, self.form, others=others)
        left = Card(heading(say("Lists, by name")), self.lists).filled_by(self.lists)
        columns = Columns((left, 300, 0), (holding(self._build_hand()), 460, 1))
        columns.folded.connect(self._scroll_as_a_page)
        self._scroll_as_a_page(folded=False)
        head = column(title(say("Workload")), self._teams, self._span, gap=theme.TIGHT)
        self._inside = Scroll(holding(column(columns)), beside=theme.SMALL)
        laid = column(head, column(self._inside, self._foot, gap=theme.SMALL), gap=theme.GAP)
        for each in (self.lists, self.homes):
            each.chosen.connect(partial(self._keep_in_sight, each))
        stand_over(self, laid, WIDE, HIGH)
        self.lists.setFocus()

    def _build_hand(self) -> Any:
        self._name, self._lines = card_title(), column(gap=theme.TIGHT)
        self._name.setWordWrap(True)
        self.homes = TickList(Heading(say("Home"), Row.words), HomePainter(), say("Homes on this list"))
        self.homes.show_whole_rows(HOMES)
        self.homes.ticked.connect(self._tick)
        self.to = Pick(hint=say("type a name"))
        self.to.setObjectName("to")
        name_for_everyone(
            self.to, say("Give the ticked homes to"), say("What is given is only tried until you share out.")
        )
        self.to.changed.connect(self._give)
        self._near = CameNear(lambda: self._hands.looked(What.OPENED, {self._whose}))
        self._tried, self._done = column(gap=theme.TIGHT), column(gap=theme.SMALL)
        longest = heading(say("Homes, those not seen for longest first"))
        give = column(label_of(heading(say("Give the ticked homes to")), self.to), self.to, gap=theme.TIGHT)
        list_card = Card(self._name, self._lines, self._near, longest, self.homes, holding(give)).filled_by(self.homes)
        self._what_if = Card(heading(say("What if")), self._tried, self.form)
        self._done_card = Card(self._done)
        return column(self._done_card, list_card, self._what_if)

    def _scroll_as_a_page(self, folded: bool) -> None:
        """With large letters or below each other the lists are as long as they are, and the sheet scrolls."""
        for each in (self.lists, self.homes):
            each.show_all_rows(shown=folded or theme.percent() >= LARGE)

    def _keep_in_sight(self, rows: QWidget, _chosen: object) -> None:
        """The row to which the keys go."""
        if rows.hasFocus():
            self._inside.ensureWidgetVisible(rows)

    # -- what is asked and shown

    def _ask(self) -> None:
        team = self._team
        self._hands.lane.ask(lambda book: team_load(book, team), then=self._show, owner=self)

    def _show(self, told: TeamLoad) -> None:
        first, self._told, self._team = self._told is None, told, told.team
        self._show_teams(told)
        self._span.setText(span_words(told))
        self._span.tint("amber" if told.span == Span.WARNED else "ink-soft")
        names = [each.caregiver for each in told.blocks]
        self.lists.rows.set_rows(told.blocks)
        if names:
            self.lists.choose(names.index(self._whose) if self._whose in names else 0)
        self._show_hand()
        if first:
            self._inside.back_to_top()
        self._hands.looked(What.LISTED, {*names})

    def _show_teams(self, told: TeamLoad) -> None:
        clear(self._teams)
        if len(told.teams) > 1:
            choice = Choice(told.teams, required=True)
            choice.put(told.team)
            choice.setAccessibleName(say("Team"))
            choice.changed.connect(lambda: self._turn_team(choice.value()))
            put(self._teams, choice)

    def _turn_team(self, team: str) -> None:
        self._team, self._whose = team, ""
        self._trying.ticked.clear()
        self._ask()

    def _turn_to(self, block: Block) -> None:
        if block.caregiver != self._whose:
            self._trying.ticked.clear()
        self._whose = block.caregiver
        self._show_hand()

    def _turn_to_waiting(self) -> None:
        """Homes that wait stand first, where there are any."""
        self.lists.choose(0)
        self.homes.setFocus()

    def _show_hand(self) -> None:
        """The list in hand, and what would become of it."""
        told = self._told
        block = told.block(self._whose) if told else None
        if told is None or block is None:
            self._name.setText(say("There is no list yet. Assign a household to somebody, and it stands here."))
            return
        self._name.setText(block.name)
        clear(self._lines)
        for words in block.lines:
            put(self._lines, body(words, wrap=True))
        if block.heavy:
            put(self._lines, PlainLabel(block.heavy, tint="amber", weight=theme.MEDIUM, wrap=True))
        self._near.show_told(block.caregiver, block.near)
        self.to.offer({each: name for each, name in told.to.items() if each != self._whose})
        self._show_homes(block)

    def _show_homes(self, block: Block) -> None:
        told, row = self._told, self.homes.currentIndex().row()
        if told is None:
            return
        rows = rows_of(block, self._trying, told.to)
        self.homes.rows.set_rows(rows)
        if rows:
            self.homes.choose(max(0, min(row, len(rows) - 1)))
        self._show_tried(told)

    def _show_tried(self, told: TeamLoad) -> None:
        clear(self._tried)
        moves = self._trying.within(told)
        for words, too_much in before_and_after(told, moves):
            put(self._tried, body(words, wrap=True))
            for each in too_much:
                put(self._tried, PlainLabel(each, tint="amber", wrap=True))
        self._what_if.setVisible(bool(moves))
        self._share.setEnabled(bool(moves))
        self._done_card.setVisible(bool(self._others) and not moves)

    # -- what is tried

    def _tick(self, home: str) -> None:
        self._foot.complain("")
        self._trying.tick(home)
        self._said.filled.emit()
        self._again()

    def _again(self) -> None:
        block = self._told.block(self._whose) if self._told else None
        if block:
            self._show_homes(block)

    def _give(self) -> None:
        if to := self.to.value():
            self.to.put("")
            self._try(to)
            QTimer.singleShot(0, self.form, self.form.go_on)  # once Qt has moved the keys on by itself

    def _drop(self, onto: Block, home: str) -> None:
        """By the mouse: the ticked homes, and the one by which they were drawn."""
        self._trying.ticked.add(home)
        if self._told and onto.caregiver in self._told.to and onto.caregiver != self._whose:
            self._try(onto.caregiver)
        else:
            self._again()

    def _try(self, to: str) -> None:
        self._foot.complain("" if self._trying.ticked else say("Tick some homes first: the space bar ticks one."))
        self._trying.give(to)
        self._said.filled.emit()
        self._again()

    # -- what is done

    def save(self) -> None:
        moves = self._trying.within(self._told) if self._told else {}
        if not moves or not self.form.fits():
            return
        given = [{"household": home, "caregiver": to} for home, to in moves.items()]
        others = tuple(sorted({self._owner(home) for home in moves} | {*moves.values()} - {""}))
        act, asked = named("share_out_anew"), self.form.values()
        self._hands.lane.do(
            lambda book: act(book, moves=given, **asked),
            owner=self,
            then=lambda done: self._shared_out(others, done.sentence),
            refused=self._refused,
        )

    def _owner(self, home: str) -> str:
        lists = self._told.lists if self._told else {}
        return next((each for each, homes in lists.items() if home in homes), "")

    def _shared_out(self, others: tuple[str, ...], sentence: str) -> None:
        self._others = tuple(each for each in others if each)
        self._trying.moves.clear()
        self.form.fill({"since": clock.today()})
        self._draft.forget()
        self._draft.start()
        clear(self._done)
        ways = flow(
            pressed(Primary(say("Print their lists"), icon="print"), partial(self._onto_paper, print_out)),
            pressed(Quiet(say("Save as PDF")), partial(self._onto_paper, save_as_pdf)),
        )
        put(self._done, body(sentence, wrap=True))
        put(self._done, holding(ways))
        self._again()

    def _onto_paper(self, way: Any) -> None:
        people = self._others

        def lists(book: Book) -> NumberLists:
            return NumberLists(tuple(number_list(book, each) for each in people))

        way(self, self._hands, Printed(say("Lists of numbers"), lists, paint))

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)

    def _leave_for(self, subject: str, facts: dict[str, Any]) -> None:
        self.reject()
        self._goes(subject, facts)

    def _finish(self) -> None:
        self._draft.keep()
        self.deleteLater()


def _read_aloud(block: Block) -> str:
    return joined(block.name, *block.brief, block.heavy)
