"""In danger: what comes first and whom to ring, before anything is saved, in every form in which it can be said.

It stands under the question itself, is there with the first press, and holds nothing up. The lines of the whole country
are seen at once; those near by join them as soon as the book has answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.acts.wellbeing.danger import whom_to_ring
from caregiver_desk.desk import theme
from caregiver_desk.desk.cards.numbers import number_row
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.work import Lane
from caregiver_desk.practice.visits.services import Number, to_ring
from caregiver_desk.practice.wellbeing import danger, taxonomy
from caregiver_desk.records.record import Kind
from caregiver_desk.wording import say

ASKED, WHOM = "danger", "only_told"


class Urgent(Card):
    """Seen while a danger is named."""

    def __init__(self, lane: Lane, *, first: Sequence[Number] = (), trained: str = "", offers: bool = True) -> None:
        """Whom one has agreed to ring `first`, and who is `trained` for this, stand before all others."""
        self._lane, self._named = lane, frozenset[str]()
        self._rung_first, self._offers = first, offers
        agreed = [number_row(each) for each in first]
        agreed += [body(say("Trained for this: {name}", name=trained), wrap=True)] if trained else []
        self._first, self._numbers = column(gap=theme.TIGHT), column(gap=theme.SMALL)
        told = say("Tell nobody else but one person whom they choose. Saving is never held up; ring first.")
        super().__init__(
            beside(heading(say("First of all")), first=[Icon("alert", "brick")]),
            holding(self._first),
            *agreed,
            holding(self._numbers),
            meta(told, wrap=True),
            gap=theme.GAP,
            edge="brick",
        )
        self.setObjectName("urgent")
        self.hide()

    def heed(self, form: Form) -> None:
        """Follow what is said in this form."""
        form.filled.connect(partial(self._follow, form))
        self._follow(form)

    def _follow(self, form: Form) -> None:
        named = frozenset(form.rows[ASKED].asks().value())
        form.rows[WHOM].setVisible(bool(named or form.rows[WHOM].asks().value()))
        self.name(named)

    def name(self, named: frozenset[str]) -> None:
        """These dangers are named now."""
        if named != self._named:
            self._named = named
            self._show_first()

    def _show_first(self) -> None:
        clear(self._first)
        offered = danger.offers(self._named) if self._offers else ()
        offers = [say("Offered with it: {what}.", what=taxonomy.words(each)) for each in offered]
        for words in danger.first_steps(self._named):
            self._first.addWidget(body(words, weight=theme.MEDIUM, wrap=True))
        for words in offers:
            self._first.addWidget(meta(words, wrap=True))
        self._show_numbers(self._named, to_ring((), danger.rings(self._named), clock.today()))
        self.setVisible(bool(self._named))
        if self._named:
            asked = partial(whom_to_ring, dangers=self._named)
            self._lane.ask(asked, then=partial(self._show_numbers, self._named), owner=self)

    def _show_numbers(self, named: frozenset[str], found: Sequence[Number]) -> None:
        """Nothing, where something else was named while this was asked."""
        if named == self._named:
            clear(self._numbers)
            here = {each.phone for each in self._rung_first}
            for each in found:
                if each.phone not in here:
                    self._numbers.addWidget(number_row(each))


def urgent_below(kind: Kind, names: Sequence[str], lane: Lane) -> dict[str, QWidget]:
    """What stands below the question of a form that asks for a danger; of any other nothing does."""
    return {ASKED: Urgent(lane)} if ASKED in names and WHOM in kind.fields else {}


def heed_danger(below: dict[str, QWidget], form: Form) -> None:
    """Let it follow what is said in the form that it stands in."""
    urgent = below.get(ASKED)
    if isinstance(urgent, Urgent):
        urgent.heed(form)
