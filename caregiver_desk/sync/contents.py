"""What a bundle holds and what stays at home, in plain words: said before it is written, and again when it is.

Somebody who shares must know what leaves without knowing what an audience is. What stays is said of the fields that a
kind declares and the partner's profile leaves out, so a new field can never leave or stay without being counted here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from caregiver_desk.records.growth.appraisal import SUPERVISING_INTEREST
from caregiver_desk.records.journal import PRIVATE, Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.records.sharing.returns import MONTHLY_RETURN
from caregiver_desk.records.supervision.groups import LEARNING_TURN
from caregiver_desk.records.supervision.requests import REQUEST
from caregiver_desk.store import sending
from caregiver_desk.store.book import Cursor
from caregiver_desk.store.sending import Stretch
from caregiver_desk.sync.profiles import Profile
from caregiver_desk.wording import count, later, month_and_year, say

WORDS = PRIVATE | {Audience.WORDS}
NAMES, CONTACTS = "names", "contacts"  # what of a kind stays for whoever may not have names and places
WITHOUT = {
    (True, ""): later("{what} without words"),
    (False, NAMES): later("{what} without names or places"),
    (True, NAMES): later("{what} without words, names or places"),
    (False, CONTACTS): later("{what} with names, without phone numbers"),
    (True, CONTACTS): later("{what} with names, without words or phone numbers"),
}


@dataclass(frozen=True)
class Contents:
    """Records by kind, most of all first, the people they are about, and the lines; for readers of these audiences."""

    kinds: tuple[tuple[str, int], ...]
    people: int
    lines: int
    audiences: frozenset[Audience]
    months: tuple[str, ...] = ()  # of monthly returns
    of_sets: bool = False  # what was brought to a set, for its members

    @property
    def records(self) -> int:
        return sum(number for _, number in self.kinds)


_LINES = {REQUEST.name: 2, SUPERVISING_INTEREST.name: 1}  # an audience each
RECEIPT = Contents((), 0, 0, frozenset())


def contents(cursor: Cursor, told: Sequence[Stretch], profile: Profile) -> Contents:
    found = sending.spoken_of(cursor, told)
    kinds = sorted(((kind, len(records)) for kind, records in found.items()), key=lambda each: (-each[1], each[0]))
    lines = sum(each.lines for each in told)
    months = sending.months_in(cursor, found.get(MONTHLY_RETURN.name, ()))
    held = profile.audiences | {each for each in profile.let_in if any(part.stream.audience == each for part in told)}
    of_sets = LEARNING_TURN.name in found and Audience.PAIR not in held
    return Contents(tuple(kinds), len(sending.people_in(cursor, found)), lines, held, tuple(months), of_sets)


def with_rising(held: Contents, rising: Mapping[str, int]) -> Contents:
    """The same, with so many records of these kinds that were released and are written as the bundle is made."""
    told = Counter(dict(held.kinds)) + Counter(rising)
    kinds = tuple(sorted(told.items(), key=lambda each: (-each[1], each[0])))
    return replace(held, kinds=kinds, lines=held.lines + lines_of(rising))


def lines_of(rising: Mapping[str, int]) -> int:
    """How many lines so many records of these kinds take."""
    return sum(_LINES[name] * number for name, number in rising.items())


def of_a_kind(held: Contents, name: str, number: int) -> str:
    """How many of a kind, and what of them stays: 11 check-ins without words."""
    kind = KINDS.get(name)
    if kind is MONTHLY_RETURN and held.months:
        return _returns(held.months, number)
    if kind is REQUEST:
        one, many = "{number} request, in the words released", "{number} requests, in the words released"
        return count(one, many, number)
    if kind is None:
        return count("{number} record of a newer program", "{number} records of a newer program", number)
    what = say("{number} {what}", number=number, what=say(kind.label if number == 1 else kind.plural))
    brought = held.of_sets and kind is LEARNING_TURN
    stays = set() if brought else {each.audience for each in kind.fields.values()} - held.audiences
    without = (bool(stays & WORDS), _contact(kind, held) if Audience.CONTACT in stays else "")
    return say(WITHOUT[without], what=what) if without in WITHOUT else what


def _returns(months: Sequence[str], number: int) -> str:
    """Of which months, and that they name nobody."""
    one, many = "{number} monthly return ({months}): {counts}", "{number} monthly returns ({months}): {counts}"
    told = say(", ").join(month_and_year(date.fromisoformat(each)) for each in months)
    return count(one, many, number, months=told, counts=say("counts of what weighs, no names"))


def _contact(kind: Kind, held: Contents) -> str:
    """Whether names stay with places and phones, or go without them."""
    named = {kind.fields[name].audience for name in kind.named}
    return CONTACTS if named and named <= held.audiences else NAMES


def whom(held: Contents) -> str:
    """How many people it is about; empty where it is about none."""
    return count("about {number} person", "about {number} people", held.people) if held.people else ""


def private(held: Contents) -> str:
    """Whether anything is in it that two people said to each other, or that is one's own."""
    if PRIVATE & held.audiences == {Audience.PROTECTION}:
        return say("It holds a concern with its words, for whoever noted it or was let into it, and for nobody else.")
    if PRIVATE & held.audiences:
        return say("It holds what was said in confidence too: it is for your own other laptop.")
    if held.of_sets:
        return say("It holds what was brought to a set, for who belongs to that set.")
    return say("Nothing that was said in confidence is in it.")


def in_a_line(held: Contents) -> str:
    """All of it in one line."""
    if not held.lines:
        return say("a receipt")
    told = [of_a_kind(held, *each) for each in held.kinds] or [say("who may write where")]
    return say(", ").join([*told, *([whom(held)] if held.people else [])])
