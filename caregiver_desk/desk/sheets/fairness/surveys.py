"""Asking a group without names: boxes that stand, one to be set up, and what was said in those that were opened."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QGridLayout, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.fairness.surveys import Asking, Result, Standing, surveys
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.asked import Secret
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, Small, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, clear, column, desk_of, holding
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import body, card_title, heading, meta
from caregiver_desk.desk.sheets.fairness.sheet_of_answers import SheetOfAnswers
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.errors import Problem
from caregiver_desk.practice.fairness.surveys import survey
from caregiver_desk.records.fairness.surveys import SurveySort
from caregiver_desk.wording import count, say

WIDE, HIGH = 720, 760


def show_surveys(parent: QWidget, hands: Hands) -> None:
    hands.lane.ask(surveys, then=lambda found: hands.dialogs.show(SurveysSheet(parent, hands, found)), owner=parent)


class SurveysSheet(QDialog):
    """Never a table of teams: each stands by itself, against what it said before."""

    def __init__(self, parent: QWidget, hands: Hands, found: Asking) -> None:
        super().__init__(parent)
        self._hands, self._window = hands, desk_of(parent)
        self.setObjectName("surveys")
        self._inside = column(gap=theme.ROOM)
        told = say("A few sentences, no names. Told is only what five or more said, and never what all said.")
        foot = Foot(pressed(Quiet(say("Close")), self.accept))
        lay_out(self, say("Ask a group"), told, [holding(self._inside)], foot, (WIDE, HIGH))
        self._show(found)

    def ask_again(self, _done: object = None) -> None:
        self._hands.lane.ask(surveys, then=self._show, owner=self)

    def _show(self, found: Asking) -> None:
        clear(self._inside)
        for box in found.standing:
            card = BoxCard(self, self._hands, box, self._window)
            self._inside.addWidget(card)
            card.take_keys()
        if found.teams:
            self._inside.addWidget(NewBox(self, self._hands, found.teams, first=not found.standing))
        for result in found.results:
            self._inside.addWidget(_result(result))


class BoxCard(Card):
    """A box that stands: hand the laptop round, then open it before all, with the word that one of them knows."""

    def __init__(self, sheet: SurveysSheet, hands: Hands, box: Standing, window: QWidget) -> None:
        self._sheet, self._hands, self._box, self._window = sheet, hands, box, window
        self._word = Secret(say("The word of the box"), "word of the box")
        self._trouble = Trouble()
        self._opening = holding(column(self._word, flow(pressed(Small(say("Count")), self._open)), gap=theme.SMALL))
        unread = meta(say("Nobody will have read what lies in it. No undo brings it back."), wrap=True)
        burns = pressed(Small(say("Burn it unread")), self._burn)
        self._burning = holding(column(unread, flow(burns), gap=theme.SMALL))
        self._opening.hide()
        self._burning.hide()
        self._round = pressed(Primary(say("Hand the laptop round")), self._hand_round)
        ways = flow(
            self._round,
            pressed(Quiet(say("Open the box")), partial(self._show_only, self._opening)),
            pressed(Plain(say("Burn it")), partial(self._show_only, self._burning)),
        )
        some = count("{number} sheet lies in it.", "{number} sheets lie in it.", box.sheets)
        lies = some if box.sheets else say("It is empty.")
        super().__init__(
            card_title(box.label), meta(f"{box.team} · {lies}"), holding(ways),
            self._opening, self._burning, self._trouble, gap=theme.GAP, edge="leaf",
        )  # fmt: skip

    def _hand_round(self) -> None:
        cover = SheetOfAnswers(self._window, self._hands, self._box)
        cover.finished.connect(self._sheet.ask_again)
        self._hands.dialogs.show(cover)

    def take_keys(self) -> None:
        self._round.setFocus()

    def _show_only(self, part: QWidget) -> None:
        for each in (self._opening, self._burning):
            each.setVisible(each is part)
        if part is self._opening:
            self._word.setFocus()

    def _open(self) -> None:
        self._do("open_box", box=self._box.id, word=self._word.line.text())

    def _burn(self) -> None:
        self._do("burn_box", box=self._box.id)

    def _do(self, name: str, **given: Any) -> None:
        act = named(name)
        self._hands.lane.do(
            lambda book: act(book, **given), owner=self, then=self._sheet.ask_again, refused=self._refused
        )

    def _refused(self, problem: Problem) -> None:
        self._trouble.say(problem)


class NewBox(Card):
    """Which survey, of which team, and the word that somebody of the group keeps."""

    def __init__(self, sheet: SurveysSheet, hands: Hands, teams: dict[str, str], *, first: bool) -> None:
        self._sheet, self._hands = sheet, hands
        self._sort = Choice([(sort, survey(sort).label) for sort in SurveySort], required=True)
        self._team = Choice(list(teams.items()), required=True)
        self._sort.setAccessibleName(say("Which survey"))
        self._team.setAccessibleName(say("Team"))
        self._sort.put(SurveySort.CLIMATE)
        self._team.put(next(iter(teams)))
        self._word, self._trouble = Secret(say("A word that one of the group keeps"), "word of the group"), Trouble()
        keeps = say("One of them types it, eight letters or more, and you look away. Without it nobody opens the box.")
        asked = [heading(say("Team")), self._team] if len(teams) > 1 else []
        begin = pressed((Primary if first else Small)(say("Set up the box")), self._set_up)
        super().__init__(
            card_title(say("A new box")), self._sort, *asked, self._word, meta(keeps, wrap=True), self._trouble,
            holding(flow(begin)), gap=theme.GAP,
        )  # fmt: skip

    def _set_up(self) -> None:
        act = named("set_up_box")
        given = {"sort": self._sort.value(), "team": self._team.value(), "word": self._word.line.text()}
        self._hands.lane.do(
            lambda book: act(book, **given),
            owner=self,
            then=self._sheet.ask_again,
            refused=self._trouble.say,
        )


def _result(result: Result) -> Card:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(theme.ROOM))
    grid.setVerticalSpacing(theme.px(theme.SMALL))
    grid.setColumnStretch(0, 1)
    heads = ["", *result.heads]
    for place, words in enumerate(heads):
        grid.addWidget(meta(words), 0, place)
    for number, line in enumerate(result.lines, 1):
        grid.addWidget(body(line.words, wrap=True), number, 0)
        for place, said in enumerate(line.said, 1):
            grid.addWidget(body(said), number, place)
    return Card(card_title(result.label), meta(result.about, wrap=True), holding(grid), gap=theme.GAP)
