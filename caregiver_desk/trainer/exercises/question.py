"""A question that an exercise asks of a book, in plain words.

    at least 4 new visits, caregiver is Thandeka Mabuza, day since monday
    a new check-in, caregiver is Bongani Zulu, state is held, next day is something
    no conflict
    a done “They are the same”
    a word that Maria Baloyi and Marie Baloi are the same
    a record turned round to Kgomotso Phasha
    a new decision of a group, what is something, or thing to bring, caregiver is Thandeka Mabuza

Decision. Every question is answered by a set of things: records, conflicts, deeds, looks, words on who is who. It holds
where there are as many of them as it says; what stands after “, or” answers as well. *new* counts those that were not
there when the exercise began, so it does not matter how the learner got there, nor what the story had told before.
Kinds, fields and choices are called as the desk calls them, so whoever writes an exercise of their own reads the words
off the screen; a comma or a colon in them is left out, for here these part one thing from the next. A word on two who
are one is asked by name and not by the deed: it says of whom, and it is gone once it was taken back. So is a laptop
that was locked out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from caregiver_desk.acts.act import ACTS
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.store.access import What
from caregiver_desk.trainer.exercises.meaning import excludes, plain, what_is_wrong
from caregiver_desk.wording import fold, say

_ASKED = re.compile(r"(?:(?:at least )?(?P<many>\d{1,4})|(?P<no>no)|an?) (?P<new>new )?(?P<what>.+)", re.IGNORECASE)
_OR = re.compile(r", or ", re.IGNORECASE)
_HOW = re.compile(r" (is not|is|since|by)(?= )", re.IGNORECASE)
_DONE = re.compile(r"done [“\"']?(?P<act>.+?)[”\"']?", re.IGNORECASE)
_OPENED = re.compile(r"records? of (?P<who>.+) opened", re.IGNORECASE)
_TURNED = re.compile(r"records? turned round to (?P<who>.+)", re.IGNORECASE)
_PAPER = re.compile(r"papers?(?: of (?P<who>.+))? printed or saved", re.IGNORECASE)
_BUNDLE = re.compile(r"bundles? made", re.IGNORECASE)
_BEGUN = re.compile(r"begun concern", re.IGNORECASE)
_LOCKED = re.compile(r"laptops? of (?P<who>.+) locked out", re.IGNORECASE)
_SAME = re.compile(r"words? that (?P<one>.+) and (?P<other>.+) are (?P<apart>not )?the same", re.IGNORECASE)
_QUOTES = "“”\"'"


class UnclearError(ValueError):
    """The words are not a question; says why, for whoever wrote them."""


class Wanted(NamedTuple):
    """How one field must be: `how` is one of is, is not, since, by; `value` as it was written."""

    field: Field
    how: str
    value: str


class OfRecords(NamedTuple):
    """Records of a kind."""

    kind: Kind
    wanted: tuple[Wanted, ...] = ()
    differs: bool = False  # those that the other laptop tells otherwise


class OfDeeds(NamedTuple):
    """What was done, by the name of the act."""

    act: str


class OfLooks(NamedTuple):
    """That something was looked at, printed or given away, and about whom it was, if that is asked."""

    what: tuple[What, ...]
    who: str = ""


class OfBegun(NamedTuple):
    """What was begun and is not saved, by the page on which it waits."""

    page: str


class OfLockedOut(NamedTuple):
    """The laptops of somebody that were locked out."""

    who: str


class OfConflicts(NamedTuple):
    """What two people said differently, and nobody has settled."""


class OfSameness(NamedTuple):
    """What somebody said of two who bear these names: that they are the same, or that they are not."""

    one: str
    other: str
    same: bool


class OfEither(NamedTuple):
    """Whatever answers one of these."""

    matters: tuple[Matter, ...]


Matter = OfRecords | OfDeeds | OfLooks | OfBegun | OfLockedOut | OfConflicts | OfSameness | OfEither


@dataclass(frozen=True)
class Question:
    """How many of which things there must be."""

    matter: Matter
    least: int = 1
    none: bool = False
    new: bool = False

    @property
    def differs(self) -> bool:
        """Whether two laptops must be compared for it."""
        matters = self.matter.matters if isinstance(self.matter, OfEither) else (self.matter,)
        return any(isinstance(each, OfRecords) and each.differs for each in matters)

    def holds(self, found: frozenset[str], before: frozenset[str]) -> bool:
        """Whether it does, of the things found now and those found when the exercise began."""
        counted = len(found - before) if self.new else len(found)
        return counted == 0 if self.none else counted >= self.least


def understood(words: str) -> Question:
    """The question that these words ask. Raises UnclearError."""
    asked = _ASKED.fullmatch(words.strip().rstrip("."))
    if not asked:
        raise UnclearError(say("a question begins with “a”, “no”, “at least” or a number"))
    if asked["many"] and not int(asked["many"]):
        raise UnclearError(say("at least 0 is always so; “no” asks that there is none"))
    matters = tuple(map(_matter, _OR.split(asked["what"])))
    matter = matters[0] if len(matters) == 1 else OfEither(matters)
    # what somebody did or looked at before the exercise began is never meant
    new = bool(asked["new"]) or isinstance(matter, OfDeeds | OfLooks)
    return Question(matter, int(asked["many"] or 1), bool(asked["no"]), new)


def _matter(words: str) -> Matter:
    what, *conditions = (part.strip() for part in words.split(","))
    for pattern, make in _BESIDE_RECORDS.items():
        if told := pattern.fullmatch(what):
            if conditions:
                raise UnclearError(say("“{what}” has no fields, so nothing can stand after its comma", what=what))
            return make(told)
    differs = what.casefold().startswith("different ")
    kind = _kind(what[len("different ") :] if differs else what)
    wanted = tuple(_wanted(kind, each) for each in conditions)
    for one, other in combinations(wanted, 2):
        if one.field == other.field and excludes(one.field, (one.how, one.value), (other.how, other.value)):
            raise UnclearError(say("{field} is never two things at once", field=say(one.field.label)))
    return OfRecords(kind, wanted, differs)


def _deeds(told: re.Match[str]) -> OfDeeds:
    meant = fold(told["act"].strip(_QUOTES))
    found = {name for name, act in ACTS.items() if meant in {name, fold(say(act.label)), fold(act.label)}}
    if len(found) != 1:
        raise UnclearError(say("there is nothing to do called “{act}”", act=told["act"]))
    return OfDeeds(*found)


_BESIDE_RECORDS: Mapping[re.Pattern[str], Callable[[re.Match[str]], Matter]] = {
    _DONE: _deeds,
    _OPENED: lambda told: OfLooks((What.OPENED,), told["who"]),
    _TURNED: lambda told: OfLooks((What.TURNED,), told["who"]),
    _PAPER: lambda told: OfLooks((What.PRINTED, What.EXPORTED), told["who"] or ""),
    _BUNDLE: lambda _: OfLooks((What.BUNDLED,)),
    _BEGUN: lambda _: OfBegun("concerns"),
    _LOCKED: lambda told: OfLockedOut(told["who"]),
    _SAME: lambda told: OfSameness(told["one"], told["other"], same=not told["apart"]),
    re.compile(r"conflicts?", re.IGNORECASE): lambda _: OfConflicts(),
}


def _kind(called: str) -> Kind:
    meant = plain(called).replace("_", " ")
    for kind in KINDS.values():
        if meant in {kind.name.replace("_", " "), *map(plain, (kind.label, kind.plural, say(kind.label)))}:
            return kind
    raise UnclearError(say("there is no kind of record called “{kind}”", kind=called))


def _wanted(kind: Kind, words: str) -> Wanted:
    """The name of a field may hold such a word itself (“Said by”), so the longest one counts."""
    parts = [(words[: told.start()], told[1].casefold(), words[told.end() :]) for told in _HOW.finditer(words)]
    if not parts:
        raise UnclearError(say("“{words}” does not say how a field must be", words=words))
    for called, how, value in reversed(parts):
        if field := _field(kind, called):
            return _sensible(Wanted(field, how, value.strip().strip(_QUOTES)))
    known = ", ".join(say(each.label) for each in kind.fields.values())
    lacks = say("{kind} has no field “{field}”. Known: {known}", kind=kind.label, field=parts[0][0], known=known)
    raise UnclearError(lacks)


def _field(kind: Kind, called: str) -> Field | None:
    meant = plain(called).replace("_", " ")
    known = kind.fields.values()
    names = ({each.name.replace("_", " "), plain(each.label), plain(say(each.label))} for each in known)
    return next((each for each, named in zip(known, names, strict=True) if meant in named), None)


def _sensible(wanted: Wanted) -> Wanted:
    if not wanted.value:
        raise UnclearError(say("nothing stands after “{how}”", how=wanted.how))
    if wrong := what_is_wrong(wanted.field, wanted.value, ordered=wanted.how in {"since", "by"}):
        raise UnclearError(wrong)
    return wanted
