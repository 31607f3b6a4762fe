"""A check-in: what to bring stands on the left, the sheet on the right. Only who and when are required."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QObject, Signal

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import HEARD, Choices, choices
from caregiver_desk.desk.answers.days import sure_today
from caregiver_desk.desk.answers.supervision.talks import Talk
from caregiver_desk.desk.answers.supervision.to_bring import Agenda, agenda
from caregiver_desk.desk.cards.supervision.brings import Brings
from caregiver_desk.desk.cards.supervision.promises import Promises
from caregiver_desk.desk.cards.supervision.way_to_ask import WayToAsk, to_mend
from caregiver_desk.desk.cards.wellbeing.burdens import Burdens
from caregiver_desk.desk.cards.wellbeing.urgent import heed_danger, urgent_below
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import Card, Columns, Hairline, Scroll, column, holding
from caregiver_desk.desk.parts.parting import as_part
from caregiver_desk.desk.parts.words import card_title
from caregiver_desk.desk.sheets.aid_sheet import ways_to
from caregiver_desk.desk.sheets.offering import offer
from caregiver_desk.desk.sheets.people.turned_round import turn_round
from caregiver_desk.desk.sheets.room import Room
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.desk.sheets.supervision.asking import ask_organisation
from caregiver_desk.errors import Problem
from caregiver_desk.practice.supervision.agenda import AT_HAND, asks, every_line, structure
from caregiver_desk.practice.supervision.agenda import prompts as own_prompts
from caregiver_desk.records.supervision.supervision import CHECK_IN, CheckInType
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

HEAD = ("caregiver", "day", "minutes", "type", "review_of")
FOOT = ("next_day", "private", "mode", "danger", "only_told")
ANEW = frozenset({"miss_check_in", "move_check_in"})
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
        {
            "check_in", "to_bring", "promise", "stressor", "follow_up", "support_plan", "person", "engagement", "visit",
            "household", "asking", "request", "learning_goal", "goal_review",
        }
    )  # fmt: skip

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.promises, self.burdens, self.brings = (
            Promises(),
            Burdens(),
            Brings(ways_to(self, hands, "listening", "boundaries")),
        )
        self._lines = every_line()
        self.form = self._lay_form()
        self._shown = ""
        self._usual = CheckInType.ONE_TO_ONE  # the kind that is mostly held with whoever is chosen
        self._talk: Talk | None = None
        self._proposed: date | None = None
        self.form.rows["caregiver"].asks().changed.connect(self._caregiver_chosen)
        for name in ("type", *self._lines):
            self.form.rows[name].asks().changed.connect(self._ask_by_type)
        self._asks.follow(self.form, ("caregiver", "organisation"))
        written = Written(self.form, promises=self.promises, weighs=self.burdens)
        self.drafts = [Draft(self, hands.drafts, self.subject, written, about="caregiver")]
        self.drafts[0].afresh(self._empty)
        sheet = self._build_sheet()
        columns = Columns((self.brings, 290, 0), (sheet, 480, 1))
        self.keep_in_sight(self._foot, sheet, columns)
        columns.folded.connect(self.brings.fold)
        self.brings.offers.connect(self._offer_support)
        self.brings.turns.connect(self._turn_round)
        self.brings.asks.connect(partial(self._begin, "ask_to_bring"))
        self.brings.moves.connect(partial(self._begin, "move_check_in"))
        words = say("Add a caregiver. Then keep here what you say and promise each other.")
        self._room = Room(self, columns, say("Time for one caregiver"), words)
        self.setLayout(column(self._room))

    def _lay_form(self) -> Form:
        below = urgent_below(CHECK_IN, FOOT, self.hands.lane)
        self._asks = WayToAsk(to_mend, lambda given: ask_organisation(self, self.hands, **given))
        promises = holding(column(Hairline(), card_title(say("Promises")), self.promises, gap=theme.SMALL))
        standing = {
            "how_are_you": as_part(self.burdens),
            "organisation": self._asks,
            list(self._lines)[-1]: as_part(promises),
        }
        form = Form(
            CHECK_IN,
            (*HEAD, *self._lines, *FOOT),
            labels={"day": say("Held on")},
            columns=3 if theme.percent() < WIDE else 2,
            below=standing | below,
            prompts=self._lines,
        )
        cast("Choice", form.rows["type"].editor).wait_behind(say("Other kinds"), len(AT_HAND))
        heed_danger(below, form)
        return form

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
            self.brings.show_agenda(told)
            self.drafts[0].unasked(lambda: self.burdens.stand(told.weighs))
            self._propose(told.talk)
            self._propose_kind(told.talk)
        else:
            self.burdens.stand_for_nobody()
            self.brings.show_agenda(Agenda("", (), say("Choose a caregiver to see what is open between you.")))

    def _propose(self, told: Talk | None) -> None:
        """The next day: one that is agreed already, else in her rhythm. What somebody chose herself is left alone."""
        held = self.form.values().get("day")
        if told is None or held is None or self.form.values().get("next_day") != self._proposed:
            return
        ahead = told.agreed is not None and told.agreed > held
        self._proposed = told.agreed if ahead else told.after(held)
        self.drafts[0].unasked(lambda: self.form.put({"next_day": self._proposed}))

    def _propose_kind(self, told: Talk | None) -> None:
        """Whoever supervises others has a kind of talk of their own. What somebody chose herself is left alone."""
        self._talk = told
        usual = CheckInType.OWN if told and told.work.own else CheckInType.ONE_TO_ONE
        if self._kind() is self._usual is not usual:
            self.drafts[0].unasked(lambda: self.form.put({"type": usual}))
            self._ask_by_type()
        self._usual = usual
        left_out = () if told and told.work.own else (CheckInType.OWN,)
        cast("Choice", self.form.rows["type"].editor).leave_out(*left_out)

    def _turn_round(self) -> None:
        turn_round(self, self.hands, self._chosen(), self._name())

    def _offer_support(self) -> None:
        self.goes.emit("wellbeing", {"caregiver": self._chosen(), "form": "follow_up"})

    def _begin(self, act: str) -> None:
        """A talk that lies ahead, or one that did not come about; a new day is proposed for it."""
        given: dict[str, Any] = {"caregiver": self._chosen()}
        if act in ANEW and self._talk:
            given["next_day"] = self._talk.anew(clock.today())
        self.hands.dialogs.show(act_sheet(self, self.hands, act, given))

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

    def save(self) -> None:
        self._foot.complain("")
        if not (self.form.fits() and self.promises.fit() and self.burdens.fit()):
            return
        values = self.form.values()
        given = {name: values.pop(name) for name in ("caregiver", "day") if name in values}
        told: dict[str, Any] = {"promises": self.promises.values(), "weighs": self.burdens.values()}
        told["not_yet"] = sorted(self.brings.not_yet())
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
        self.brings.forget()
        self._usual = CheckInType.ONE_TO_ONE
        self._date()
        self._ask_by_type()

    def _kind(self) -> CheckInType:
        return CheckInType(self.form.rows["type"].asks().value() or CheckInType.ONE_TO_ONE)

    def _ask_by_type(self) -> None:
        """Each kind asks its own things in its own words; what was written already stays to be seen."""
        kind, rows = self._kind(), self.form.rows
        begun = {name for name in self._lines if rows[name].asks().value()}
        asked, prompts = asks(kind, begun), self._lines | own_prompts(kind)
        for name in self._lines:
            rows[name].setVisible(name in asked or name in begun)
            rows[name].prompts(prompts[name])
        rows["review_of"].setVisible("review_of" in structure(kind).also or bool(rows["review_of"].asks().value()))
        rows["minutes"].editor.setPlaceholderText(  # type: ignore[attr-defined]
            say("usually {minutes}", minutes=structure(kind).minutes)
        )

    def _date(self) -> None:
        """An untouched sheet is about today, as soon as somebody knows what day that is."""
        self._proposed = None
        self.form.put({"day": sure_today(), "next_day": None})

    def _refused(self, problem: Problem) -> None:
        if not any(part.complain(problem) for part in (self.form, self.promises, self.burdens)):
            self._foot.complain(problem)
