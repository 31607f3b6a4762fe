"""The cards of one household: what is known of it, its answers, who lives there, who visits, visits and referrals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import as_day, told_day
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.answers.visits.homes import ANSWERS, Known
from caregiver_desk.desk.parts.buttons import Pressable, Primary, Quiet, Small, SmallPrimary, Warns, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, column, holding
from caregiver_desk.desk.parts.marks import Tag, figure_row
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.veiled import seen_on_asking
from caregiver_desk.desk.parts.words import PlainLabel, body, card_title, heading, meta
from caregiver_desk.practice.spoken import value
from caregiver_desk.practice.visits.weeks import alone
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.visits.households import Answer, HouseholdState
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import count, full_day, later, say

FACTS = ("village", "ward", "level", "enrolled")
TOLD = {
    "member": (later("Who lives there"), later("Add somebody"), later("Nobody is named here.")),
    "consent": (later("Consent"), later("Record an answer"), later("Nobody has asked yet.")),
    "assignment": (later("Who visits"), later("Assign"), later("Nobody visits this home.")),
    "referral": (later("Referrals"), later("Refer"), later("No referrals yet.")),
    "visit": (later("Visits"), "", later("No visit is recorded.")),
}
VEILS = {  # by kind: what shows its words and what hides them, each as it is read and as it is heard
    "member": (
        (later("Show who"), later("Show who lives there")),
        (later("Hide who"), later("Hide who lives there")),
    ),
    "visit": (
        (later("Show notes"), later("Show notes")),
        (later("Hide notes"), later("Hide notes")),
    ),
}


class Does(Protocol):
    """What the cards ask of their page."""

    def begin(self, kind: str) -> None: ...

    def look(self, leaf: Leaf) -> None: ...

    def turn_veil(self, kind: str) -> None: ...


def home_card(known: Known, does: Does) -> QWidget:
    """How it is called, how it stands, and where to find it."""
    home, kind = known.home, KINDS["household"]
    tags = [Tag(say(ANSWERS[home.answer]), _tone(home.answer)), Tag(say(str(home.state)), "plain")]
    change = pressed(Quiet(say("Change")), partial(does.look, known.leaf))
    first = next_of(known) == "visit"
    visit = pressed((Primary if first else Quiet)(say("Record a visit"), icon="visits"), partial(does.begin, "visit"))
    facts = [(say(kind.fields[name].label), value(kind.fields[name], known.leaf[name], known.names)) for name in FACTS]
    told = [figure_row(label, PlainLabel(words, wrap=False)) for label, words in facts if words]
    named = card_title(home.name)
    named.setWordWrap(True)
    return Card(named, holding(flow(*tags)), *_asked_for(known), *told, holding(flow(visit, change)), gap=theme.GAP)


def _asked_for(known: Known) -> list[QWidget]:
    """A word about safety and a phone are seen on asking; that they are there nobody misses."""
    ways: list[Pressable] = []
    shown: list[QWidget] = []
    for name, way, tint in (("safety", Warns(say("Safety note"), icon="alert"), "amber"), ("phone", _phone(), "ink")):
        if known.leaf[name]:
            words = PlainLabel(known.leaf[name], tint=tint, wrap=True)
            seen_on_asking(way, words)
            ways.append(way)
            shown.append(words)
    return [holding(flow(*ways)), *shown] if ways else []


def _phone() -> Small:
    return Small(say(KINDS["household"].fields["phone"].label), icon="eye")


def next_of(known: Known) -> str:
    """What comes next for a home, by its kind: somebody who visits, the answer, a visit; or nothing."""
    if known.home.state != HouseholdState.ACTIVE or known.home.answer in {Answer.REFUSED, Answer.WITHDRAWN}:
        return ""
    if not known.home.whose:
        return "assignment"
    return "visit" if known.home.answer else "consent"


def _tone(answer: Answer | None) -> str:
    return {Answer.AGREED: "leaf", None: "plain"}.get(answer, "amber")


def part_card(kind: str, known: Known, does: Does, shelf: Shelf, *, whole: bool) -> QWidget:
    """One sort of what is known, each with the way to change it, and to add to it if the first card has none.

    `whole` where the words of it were asked for.
    """
    title, first, empty = TOLD[kind]
    leaves = known.of(kind)
    shelf.say_empty(say(empty))
    rows: list[Callable[[], QWidget]] = [partial(_line, each, known.names, does, whole=whole) for each in leaves]
    shelf.show_rows(rows)
    ways: list[QWidget] = []
    if first:
        add = pressed((SmallPrimary if next_of(known) == kind else Small)(say(first)), partial(does.begin, kind))
        add.setAccessibleName(joined(say(title), say(first)))
        ways.append(add)
    if _veiled(kind, leaves):
        ways.insert(0, veil(kind, does, whole=whole))
    return Card(beside(heading(say(title)), *ways), shelf, gap=theme.GAP)


def people_card(number: int, does: Does) -> QWidget:
    """How many live there; who they are is seen on asking, for whoever comes here may not be alone."""
    title, _, _ = TOLD["member"]
    told = body(count("{number} person", "{number} people", number))
    return Card(beside(heading(say(title)), veil("member", does, whole=False)), told, gap=theme.GAP)


def veil(kind: str, does: Does, *, whole: bool) -> Pressable:
    """Shows the words of a kind, or hides them; its name is that by which the keys come back to it."""
    words, heard = VEILS[kind][whole]
    way = pressed(Small(say(words), icon="eye"), partial(does.turn_veil, kind))
    way.setAccessibleName(say(heard))
    way.setObjectName(veil_of(kind))
    return way


def veil_of(kind: str) -> str:
    return f"veil-{kind}"


def unveiled(kind: str, known: Known) -> str:
    """What stands there now that it was asked for, to be heard."""
    told = [(_SAYS[kind](leaf, known.names), _note(leaf)) for leaf in _veiled(kind, known.of(kind))]
    return "\n".join(joined(title, note or quiet) for (title, quiet), note in told)


def _veiled(kind: str, leaves: Sequence[Leaf]) -> Sequence[Leaf]:
    """Those of a part of which something is seen on asking."""
    return leaves if kind == "member" else [leaf for leaf in leaves if _note(leaf)]


def _line(leaf: Leaf, names: Mapping[str, str], does: Does, *, whole: bool) -> QWidget:
    title, quiet = _SAYS[leaf.kind](leaf, names)
    note = _note(leaf)
    quiet = joined(quiet, say("a note")) if note and not whole else quiet
    look = pressed(Small(say("Open")), partial(does.look, leaf))
    look.setAccessibleName(say("Open: {what}", what=joined(title, quiet)))
    below = [each for each in (quiet, note if whole else "") if each]
    told = column(body(title, weight=theme.MEDIUM, wrap=True), *(meta(each, wrap=True) for each in below), gap=1)
    return beside(told, look)


def _note(leaf: Leaf) -> str:
    """What was written about a family at a visit."""
    return str(leaf["note"] or "") if leaf.kind == "visit" else ""


Says = tuple[str, str]  # what anybody in the room may read; why somebody is vulnerable stands where it is opened


def _said(leaf: Leaf, name: str, names: Mapping[str, str]) -> str:
    return value(KINDS[leaf.kind].fields[name], leaf[name], names)


def _day(leaf: Leaf, name: str = "day") -> str:
    day = as_day(leaf[name])
    return told_day(day, clock.today()) if day else ""


def _member(leaf: Leaf, _names: Mapping[str, str]) -> Says:
    born = say("born {year}", year=leaf["birth_year"]) if leaf["birth_year"] else ""
    carer = say("main carer") if leaf["primary_carer"] else ""
    return leaf["first_name"] or say("Name not sent here"), joined(born, carer)


def _consent(leaf: Leaf, names: Mapping[str, str]) -> Says:
    answer = say(ANSWERS[Answer(leaf["answer"])]) if leaf["answer"] else say("not sent here")
    to = _said(leaf, "purposes", names) or (say("to everything asked") if leaf["answer"] == Answer.AGREED.value else "")
    return joined(answer, _day(leaf)), to


def _assignment(leaf: Leaf, names: Mapping[str, str]) -> Says:
    days = [as_day(leaf["since"]), as_day(leaf["until"])]
    told = [
        say(words, day=full_day(day)) for words, day in zip(("since {day}", "until {day}"), days, strict=True) if day
    ]
    number = say("number {number}", number=alone(leaf["short_number"])) if leaf["short_number"] else ""
    return names.get(str(leaf["caregiver"]), say("Name not sent here")), joined(number, *told)


def _visit(leaf: Leaf, names: Mapping[str, str]) -> Says:
    return joined(_day(leaf), _said(leaf, "outcome", names)), joined(
        _said(leaf, "caregiver", names), _said(leaf, "minutes", names)
    )


def _referral(leaf: Leaf, names: Mapping[str, str]) -> Says:
    return _said(leaf, "service", names), joined(_day(leaf), _said(leaf, "state", names), _said(leaf, "ground", names))


_SAYS: Mapping[str, Callable[[Leaf, Mapping[str, str]], Says]] = {
    "member": _member,
    "consent": _consent,
    "assignment": _assignment,
    "visit": _visit,
    "referral": _referral,
}
