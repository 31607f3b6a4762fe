"""A meeting of a group on one sheet: who came by digits, what became of earlier decisions, new ones, saved by one key.

It asks what this kind of group needs and no more: a team meeting has decisions, a peer group a theme and whose turn it
is to lead, a wellbeing group a number, a set what one of its members brings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import sure_today
from caregiver_desk.desk.answers.supervision.team import Meeting, meeting
from caregiver_desk.desk.cards.supervision.promises import Promises
from caregiver_desk.desk.cards.supervision.settling import Settling
from caregiver_desk.desk.cards.supervision.ticks import Ticks
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Hairline, Scroll, column, holding
from caregiver_desk.desk.parts.parting import as_part
from caregiver_desk.desk.parts.words import card_title, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.errors import Problem
from caregiver_desk.records.supervision.groups import CIRCLE_DECISION, CIRCLE_SESSION, LEARNING_TURN, GroupSort
from caregiver_desk.store.access import What
from caregiver_desk.wording import capital, later, say

ASKED = {
    GroupSort.TEAM_MEETING: ("passed_on", "next_day"),
    GroupSort.SUPERVISION: ("theme", "passed_on", "next_day"),
    GroupSort.PEER: ("theme", "passed_on", "facilitator", "next_day"),
    GroupSort.WELLBEING: ("theme", "passed_on", "next_day"),
    GroupSort.LEARNING: ("facilitator", "next_day"),
    GroupSort.COURSE: ("next_day",),
}
FIRST = ("day", "minutes")
BROUGHT = ("presenter", "question", "action")
DECIDES = frozenset({GroupSort.TEAM_MEETING, GroupSort.SUPERVISION, GroupSort.PEER})
ALL_OF_US = "all"
DECISION_CALLED = later("Decision {number}: {part}")
WIDE, HIGH = 760, 820


def show_session(parent: QWidget, hands: Hands, circle: str) -> None:
    """A new session of this group. What somebody took away from a set is shown to its members: a look at them."""

    def show(told: Meeting) -> None:
        hands.dialogs.show(SessionSheet(parent, hands, told))
        hands.looked(What.LISTED, told.presenters)

    hands.lane.ask(lambda book: meeting(book, circle), then=show, owner=parent)


class Said(QObject):
    """All that stands on the sheet."""

    filled = Signal()

    def __init__(self, forms: Mapping[str, Form], parts: Mapping[str, Any]) -> None:
        super().__init__(forms["words"])
        self._parts = {**forms, **parts}
        for each in self._parts.values():
            each.filled.connect(self.filled)

    def values(self) -> dict[str, Any]:
        return {name: told for name, each in self._parts.items() if (told := each.values())}

    def fill(self, values: Mapping[str, Any]) -> None:
        for name, each in self._parts.items():
            each.fill(values.get(name, {}))


class SessionSheet(QDialog):
    """One session of one group."""

    def __init__(self, parent: QWidget, hands: Hands, told: Meeting) -> None:
        super().__init__(parent)
        self._hands, self._told = hands, told
        self.setObjectName("session")
        self.setWindowTitle(say("Record a meeting"))
        self._people = dict(told.people)
        self.ticks = Ticks(say("Who came"), told.people)
        self.decided = Settling(say("Decided before"), told.decided)
        self.took_away = Settling(say("Taken away last time"), told.took_away, asks_why=False)
        owners = {ALL_OF_US: say("All of us")} | dict(told.leaders)
        self.decisions = Promises(CIRCLE_DECISION, owners, ALL_OF_US, DECISION_CALLED)
        self.forms = {"words": self._lay_form()} | ({"brought": self._lay_turn()} if told.of_the_set else {})
        parts = {"came": self.ticks, "settled": self.decided, "took_away": self.took_away, "decisions": self.decisions}
        self._said = Said(self.forms, parts)
        self._said.fill({"words": {"day": sure_today(), "facilitator": told.turn}})
        self._draft = Draft(self, hands.drafts, f"session/{told.circle}", self._said)
        self._draft.come_back()
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(save, *self.forms.values(), others=[pressed(Quiet(say("Leave")), self.reject)])
        inside = holding(column(self.forms["words"], *self._set_parts(), 1, gap=theme.GAP))
        below = column(Scroll(inside, beside=theme.GAP), self._foot, gap=0)
        stand_over(self, column(self._head(), below, gap=theme.ROOM), WIDE, HIGH)
        on_ctrl_enter(self, self.save)
        self._draft.ends_with(self)
        self._take_keys()

    def _lay_form(self) -> Form:
        """Who came stands below day and length; what was decided below that."""
        told = self._told
        counted = ("number",) if told.only_counted else ()
        asked = tuple(name for name in ASKED[told.sort] if not (counted and name == "facilitator"))
        theirs = self._may_speak()
        form = Form(
            CIRCLE_SESSION,
            (*FIRST, *counted, *(() if "theme" in asked or not theirs else ("theme",)), *asked),
            below={(counted or FIRST)[-1]: holding(column(*self._between(), gap=theme.GAP)), **theirs},
            labels={"minutes": say("Time given, in minutes")},
            ahead=("next_day",),
        )
        if "facilitator" in form.rows:
            form.offer("facilitator", dict(told.leaders))
        return form

    def _may_speak(self) -> dict[str, QWidget]:
        """Below the theme: what could be one. It is chosen by hand, or left."""
        if not self._told.may_speak:
            return {}
        themes = ", ".join(say(str(each)) for each in self._told.may_speak)
        return {"theme": meta(say("May be spoken of here, and nobody is named: {themes}.", themes=themes), wrap=True)}

    def _between(self) -> list[QWidget]:
        told = self._told
        nobody = meta(say("Nobody is named here: only how many came is kept."), wrap=True)
        ticks = as_part(self.ticks) if self._people else self._nobody_yet()
        came: list[QWidget] = [nobody] if told.only_counted else [ticks]
        if told.sort not in DECIDES or told.only_counted:
            return came
        made = holding(column(Hairline(), card_title(say("Decisions")), self.decisions, gap=theme.SMALL))
        return [*came, as_part(self.decided), as_part(made)]

    def _nobody_yet(self) -> QWidget:
        return meta(say("Nobody belongs to it yet. Say so on the Team page, with “Who belongs”."), wrap=True)

    def _lay_turn(self) -> Form:
        form = Form(LEARNING_TURN, BROUGHT, columns=1)
        form.empty()
        form.offer("presenter", self._people)
        return form

    def _set_parts(self) -> list[QWidget]:
        """What a set begins with, and what one of its members brings; nothing of it for who is no member."""
        if self._told.sort != GroupSort.LEARNING:
            return []
        if not self._told.of_the_set:
            return [meta(say("What is brought to a set is kept by its members. You are none of them."), wrap=True)]
        said = (say("{name}: {what}", name=name, what=what) for name, what in self._told.said_elsewhere)
        there = [meta(each, wrap=True) for each in said]
        return [
            as_part(self.took_away),
            *there,
            Hairline(),
            card_title(say("Brought this time")),
            self.forms["brought"],
        ]

    def _head(self) -> QWidget:
        words = title(self._told.name)
        words.setWordWrap(True)
        about = say("Nothing about one person is written here; there is no place for it.")
        sort = say(str(self._told.sort))
        under = say("{kind} · {about}", kind=capital(sort), about=about)
        return holding(column(words, meta(under, wrap=True), gap=theme.TIGHT))

    def _take_keys(self) -> None:
        """The day stands there already: to who came, or to how many."""
        if self._told.only_counted:
            self.forms["words"].rows["number"].editor.setFocus()
        elif self.ticks.chips:
            self.ticks.setFocus()

    def save(self) -> None:
        self._foot.complain("")
        asked = [form for name, form in self.forms.items() if name == "words" or form.values()]
        if not (all(each.fits() for each in asked) and self.decisions.fit()):
            return
        given, act = self._given(), named("hold_session")
        self._hands.lane.do(
            lambda book: act(book, **given), owner=self, then=lambda _: self.accept(), refused=self._refused
        )

    def _given(self) -> dict[str, Any]:
        words = self.forms["words"].values()
        day = words.pop("day")
        brought = self.forms["brought"].values() if "brought" in self.forms else {}
        return {
            "circle": self._told.circle,
            "day": day,
            "came": [] if self._told.only_counted else self.ticks.values(),
            "words": words,
            "decisions": [_of_somebody(each) for each in self.decisions.values()],
            "settled": self.decided.values() | self.took_away.values(),
            "brought": brought,
        }

    def _refused(self, problem: Problem) -> None:
        forms = any(each.complain(problem) for each in self.forms.values())
        if not (forms or self.decisions.complain(problem)):
            self._foot.complain(problem)


def _of_somebody(decision: Mapping[str, Any]) -> dict[str, Any]:
    """What all of them do has no name beside it."""
    return {name: value for name, value in decision.items() if value != ALL_OF_US}
