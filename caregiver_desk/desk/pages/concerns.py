"""Concerns: is anyone in danger now, whom to ring, then facts. Lists show number, state and clock, and no name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.concerns.concerns import Concerns, Told, concerns, how_many_wait
from caregiver_desk.desk.answers.days import sure_today
from caregiver_desk.desk.cards.concerns.clock_tag import ClockTag
from caregiver_desk.desk.cards.numbers import number_row
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Primary, Small, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.layout import MOST, Card, Columns, Scroll, column, holding
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.words import PlainLabel, body, card_title, heading, meta
from caregiver_desk.desk.sheets.aid_sheet import ways_to
from caregiver_desk.desk.sheets.card_paper import print_card
from caregiver_desk.desk.sheets.concerns.concern import show_concern
from caregiver_desk.errors import Problem
from caregiver_desk.practice.visits.services import Number
from caregiver_desk.records.concerns.concerns import CONCERN, Unsure
from caregiver_desk.reports.concerns.ringing import numbers
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, later, say

FIELDS = (
    "sort", "whom", "noticed", "at", "seen", "worry", "about", "place", "noticed_by", "behalf", "at_home", "others",
    "done", "family", "peers", "worker", "late",
)  # fmt: skip
NUMBERS = 6  # that are seen at once
BELOW_THE_QUESTION = 3  # in the card


class Begun(QObject):
    """What was begun here: the form, and whether anyone is in danger."""

    filled = Signal()

    def __init__(self, form: Form, danger: Choice, shown: Callable[[], object]) -> None:
        super().__init__(form)
        self._form, self._danger, self._shown = form, danger, shown
        for each in (form.filled, danger.changed):
            each.connect(self.filled)

    def values(self) -> dict[str, Any]:
        said = self._danger.value()
        return self._form.values() if said is None else {"danger": said, **self._form.values()}

    def fill(self, values: Mapping[str, Any]) -> None:
        self._danger.put(values.get("danger"))
        self._form.fill({name: value for name, value in values.items() if name != "danger"})
        self._shown()


class ConcernsPage(Page):
    subject, label, icon = "concerns", later("Concerns"), "alert"
    kinds = frozenset(
        {"concern", "concern_step", "worker_concern", "worker_step", "safeguarding_lead", "duty_review", "service"}
    )

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self.danger = Choice([(each, say(each)) for each in Unsure], required=True)
        self.danger.setObjectName("danger")
        self.danger.changed.connect(self._answered)
        for chip in self.danger.chips:
            chip.setAccessibleName(
                say("{question} {answer}", question=say(CONCERN.fields["danger"].label), answer=chip.text())
            )
        self._numbers = Shelf(say("Call now"))
        self._numbers.show_few(NUMBERS)
        call = PlainLabel(
            say("Call now. Write it down afterwards."), size=theme.META, weight=theme.SEMIBOLD, tint="brick", wrap=True
        )
        self._call = Card(call, self._numbers, gap=theme.GAP, edge="brick")
        self._lead = PlainLabel(weight=theme.SEMIBOLD, wrap=True)
        self.form = Form(CONCERN, FIELDS, below={"worker": self._lead})
        self.form.empty()
        self.form.filled.connect(self._tell_lead)
        begun = Begun(self.form, self.danger, self._answered)
        self.drafts = [Draft(self, hands.drafts, self.subject, begun, about="about")]
        self._date()
        self._open = Shelf(say("Open concerns"), say("None. What somebody notices in a home is noted here."))
        self._over = Shelf(say("Closed"), say("None."))
        self._over.show_few(3)
        self._card = self._build_form()
        self._left = column(self._card, 1)
        columns = Columns((holding(self._left), 460, 6), (self._build_lists(), 400, 5))
        self.keep_in_sight(self._foot, self._card, columns)
        self._show_numbers(numbers(None))
        self._answered()
        self.setLayout(column(columns))

    def _build_form(self) -> Card:
        self._save = pressed(Primary(say("Save concern"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(self._save, self.form)
        ask = PlainLabel(say("Is anyone in danger now?"), size=theme.CARD, weight=theme.SEMIBOLD, wrap=True)
        anyone = meta(say("Whoever noticed it may report it themselves. Nobody has to agree first."), wrap=True)
        self._scrolled = column(self.form, 1, gap=theme.GAP)
        self._scroll = Scroll(holding(self._scrolled), beside=theme.GAP)
        return Card(ask, self.danger, anyone, self._scroll, self._foot, gap=theme.GAP)

    def _build_lists(self) -> QWidget:
        still = Card(card_title(say("Open concerns")), self._open, gap=theme.GAP)
        over = Card(heading(say("Closed")), self._over, gap=theme.GAP)
        return holding(column(still, self._build_paper(), over, 1))

    def _build_paper(self) -> Card:
        """For where no laptop is at hand, or its battery is empty."""
        one = pressed(Small(say("One card, A6"), icon="print"), partial(print_card, self, self.hands, four=False))
        four = pressed(Small(say("Four on A4"), icon="print"), partial(print_card, self, self.hands, four=True))
        why = meta(say("These numbers and five facts to note, for a bag or a wall."), wrap=True)
        read = ways_to(self, self.hands, "noticing")
        return Card(heading(say("On paper")), why, holding(flow(one, four)), read, gap=theme.GAP)

    def _answered(self) -> None:
        """Whom to ring stands before any other field, unless nobody is in danger."""
        said = self.danger.value()
        self._make_room(asked=said is not None)
        self._call.setVisible(said is not Unsure.NO)
        self._foot.setVisible(said is not None)
        self._tell_lead()

    def _make_room(self, *, asked: bool) -> None:
        """The card is no higher than what stands in it, until there is a form; then the numbers scroll with that."""
        inside, place = (self._scrolled, 0) if asked else (self._card.inside, BELOW_THE_QUESTION)
        if inside.indexOf(self._call) < 0:
            inside.insertWidget(place, self._call)
        self._scroll.setVisible(asked)
        self._card.at_least(420 if asked else 0)
        high = QSizePolicy.Policy.Expanding if asked else QSizePolicy.Policy.Preferred
        self._card.setSizePolicy(QSizePolicy.Policy.Preferred, high)
        self._left.setStretchFactor(self._card, MOST if asked else 0)

    def _tell_lead(self) -> None:
        """Where a concern about a worker goes, as soon as it is one."""
        self._lead.setVisible(bool(self.form.values().get("worker")))

    def _empty(self) -> None:
        self.form.empty()
        self.danger.put(None)
        self._answered()

    def _show_numbers(self, found: tuple[Number, ...]) -> None:
        self._numbers.show_rows([partial(number_row, each) for each in found])

    def _date(self) -> None:
        """An untouched form is about today, as soon as somebody knows what day that is."""
        if not self.drafts[0].begun and "noticed" not in self.form.values():
            self.form.put({"noticed": sure_today()})
            self.drafts[0].start()

    def question(self) -> Callable[[Book], Any]:
        return concerns

    @classmethod
    def waiting(cls) -> Callable[[Book], int]:
        return how_many_wait

    def seen(self) -> None:
        """The clock has gone on since this page was last in front."""
        self._stale = True
        super().seen()

    def answer(self, found: Concerns) -> None:
        self._date()
        self._show_numbers(found.numbers)
        self._lead.setText("\n".join(found.lead))
        self._open.show_rows([partial(self._row, each) for each in found.open])
        self._over.show_rows([partial(self._row, each) for each in found.over])
        line = count("{number} open", "{number} open", len(found.open)) if found.open else ""
        self.headed.emit(say("Concerns"), line)

    def _row(self, told: Told) -> QWidget:
        look = pressed(Small(say("Open")), partial(show_concern, self, self.hands, told.id))
        look.setAccessibleName(say("Open: {name}", name=told.number))
        words = column(body(told.number, weight=theme.MEDIUM), meta(told.state, wrap=True), gap=1)
        more = [meta(told.next, wrap=True)] if told.next else []
        more += [PlainLabel(told.odd, size=theme.META, tint="amber", wrap=True)] if told.odd else []
        tag = [] if told.over else [ClockTag(told)]
        return beside(column(words, *more, gap=1), *tag, look)

    def arrive(self, facts: dict[str, Any]) -> None:
        if "concern" in facts:
            show_concern(self, self.hands, facts["concern"])
        else:
            self.danger.setFocus()

    def take_keys(self) -> None:
        self.danger.setFocus()

    def save(self) -> None:
        self._foot.complain("")
        if self.danger.value() is None:
            self._foot.show()
            self._foot.complain(say("Say first whether anyone is in danger now."))
            self.danger.setFocus()
        elif self.form.fits():
            values, act = {"danger": self.danger.value(), **self.form.values()}, named("note_concern")
            self.hands.lane.do(lambda book: act(book, **values), owner=self, then=self._saved, refused=self._refused)

    def _saved(self, outcome: Outcome) -> None:
        """What comes next is who was told."""
        self.drafts[0].afresh(self._empty)
        self._date()
        show_concern(self, self.hands, outcome.record)

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)
