"""Who may already be in the book, shown below a name while it is typed.

Decision. Who is like whom is judged where sheets are judged (`acts/intake/acquaintance.py`), by the same rules. Nothing
is held up and nothing is merged: one can open the other instead, or go on. There is never more than one question on the
lane; what was typed meanwhile is asked when its answer is there, so only the last name counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.intake.acquaintance import Acquaintances, Entry, likely
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.desk.parts.layout import clear, column
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import body, meta
from caregiver_desk.desk.work import Lane
from caregiver_desk.records.people.people import PERSON
from caregiver_desk.records.record import Kind
from caregiver_desk.records.visits.households import HOUSEHOLD, MEMBER
from caregiver_desk.store import looks, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

BELOW = {PERSON.name: "surname", HOUSEHOLD.name: "code", MEMBER.name: "first_name"}  # where the name is whole
SHOWN = 3


@dataclass(frozen=True)
class Lookalike:
    """Somebody in the book, what tells her apart, and why she may be the one."""

    id: str
    name: str
    facts: str
    why: str


@dataclass
class Watch:
    """Knows everybody of a kind from the first question on. Asked on the lane only."""

    kind: Kind
    _known: list[Acquaintances] = field(default_factory=list)

    def found(self, book: Book, told: Mapping[str, Any]) -> list[Lookalike]:
        if not self._known:
            self._known.append(Acquaintances(book, self.kind))
        met = likely(self._known[0], self.kind, told)
        return [_told(book, self.kind, entry, why) for entry, why in list(met.values())[:SHOWN]]


def _told(book: Book, kind: Kind, entry: Entry, why: str) -> Lookalike:
    return Lookalike(entry.record, entry.called, joined(*_FACTS[kind.name](book, entry)), why)


def _of_a_person(book: Book, entry: Entry) -> list[str]:
    engaged = questions.listing(book, "engagement", {"person": entry.record})
    teams = questions.names_of(book, [str(each["team"]) for each in engaged])
    told = (entry.values.get(name) for name in ("known_as", "birth_year", "phone"))
    words = (later("known as {said}"), later("born {said}"), later("{said}"))
    return [*(say(each, said=said) for each, said in zip(words, told, strict=True) if said), *sorted(teams.values())]


def _of_a_household(_book: Book, entry: Entry) -> list[str]:
    ward = entry.values.get("ward")
    found = (entry.values.get(name) or "" for name in ("nickname", "village"))
    return [*found, say("ward {ward}", ward=ward) if ward else ""]


def _of_a_member(book: Book, entry: Entry) -> list[str]:
    home, born = str(entry.values.get("household")), entry.values.get("birth_year")
    return [*questions.names_of(book, [home]).values(), say("born {year}", year=born) if born else ""]


_FACTS: Mapping[str, Callable[[Book, Entry], list[str]]] = {
    PERSON.name: _of_a_person,
    HOUSEHOLD.name: _of_a_household,
    MEMBER.name: _of_a_member,
}


class Lookalikes(QWidget):
    """Takes no room while nobody is like whom she writes down."""

    opened = Signal(str)

    def __init__(self, lane: Lane, kind: Kind) -> None:
        super().__init__()
        self._lane, self._watch = lane, Watch(kind)
        self._asking = False
        self._form: Form | None = None
        self._shelf = column(gap=theme.SMALL)
        self.setLayout(self._shelf)
        self.hide()

    def heed(self, form: Form) -> None:
        self._form = form
        form.filled.connect(self._ask)
        self._ask()

    def _ask(self) -> None:
        told = self._form.values() if self._form else {}
        if not self._asking and any(told.get(name) for name in self._watch.kind.named):
            self._asking = True
            ask = partial(self._watch.found, told=told)
            self._lane.ask(ask, then=partial(self._answered, told), owner=self)
        elif not self._asking:
            self._show([])

    def _answered(self, told: dict[str, Any], found: list[Lookalike]) -> None:
        self._asking = False
        if self._form and self._form.values() == told:
            self._show(found)
        else:
            self._ask()

    def _show(self, found: list[Lookalike]) -> None:
        clear(self._shelf)
        for each in found:
            self._shelf.addWidget(self._line(each))
        self.setVisible(bool(found))
        if people := {each.id for each in found}:
            self._lane.note(lambda book: looks.looked(book, What.LISTED, people), dear=False)

    def _line(self, each: Lookalike) -> QWidget:
        look = pressed(Small(say("Open this one instead")), partial(self.opened.emit, each.id))
        look.setAccessibleName(say("Open {name} instead", name=each.name))
        why = say("Perhaps the same: {why}.", why=each.why)
        told = [meta(words, wrap=True) for words in (each.facts, why) if words]
        words = column(body(each.name, weight=theme.MEDIUM, wrap=True), *told, gap=1)
        return beside(words, look, first=[Icon("person", "leaf")], gap=theme.GAP)
