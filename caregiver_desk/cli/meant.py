"""Whom or what somebody means: an id, or a name that only one has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Act
from caregiver_desk.acts.people.regions import alike_of
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import PERSON, SITE
from caregiver_desk.records.record import Kind
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import fold, say

_ID = re.compile(f"{clock.LETTER}{{{clock.ID_LENGTH}}}")


def with_ids(book: Book, act: Act, given: Mapping[str, Any]) -> dict[str, Any]:
    """What is given to an act, with the id of whom a name means. Raises NotUnderstood where several are called so.

    A number stays what it is, since a home may be meant by its own on a list; a name that nobody has is for the act.
    """
    return _ids_in(book, refers_of(act), given)


def refers_of(act: Act) -> dict[str, str]:
    """Which arguments name a record, and of which kind."""
    refers = {name: each.shown.refers for kind in KINDS.values() for name, each in kind.fields.items()}
    refers["id"] = about if (about := act.name.partition("_")[2]) in KINDS else ""  # as in change_household
    return refers | {kind.plural: kind.name for kind in KINDS.values() if kind.named} | {"came": PERSON.name}


def _ids_in(book: Book, refers: Mapping[str, str], given: Mapping[str, Any]) -> dict[str, Any]:
    """Also among the fields of a record, and within a list, as of homes and whose they will be."""

    def one(name: str, value: Any) -> Any:
        return _ids_in(book, refers, value) if isinstance(value, Mapping) else _id_of(book, refers.get(name, ""), value)

    return {
        name: [one(name, each) for each in value] if isinstance(value, list) else one(name, value)
        for name, value in given.items()
    }


def _id_of(book: Book, refers: str, value: Any) -> Any:
    if not refers or not isinstance(value, str) or not re.search(r"[^\W\d]", value) or _ID.fullmatch(value):
        return value
    named = [leaf for leaf in questions.find(book, value, kinds={refers}) if _is_named(leaf, value)]
    return meant(book, KINDS[refers], value) if named else value


def _is_named(leaf: questions.Leaf, words: str) -> bool:
    """Whether every word is one of its names, whole: what only begins like somebody means nobody, where one acts.

    Any of them, as `find` hears it: whoever is known as Sibo is still meant by the names in her papers.
    """
    named = fold(" ".join(str(leaf[name]) for name in KINDS[leaf.kind].named if leaf[name]))
    return set(re.findall(r"\w+", fold(words))) <= set(re.findall(r"\w+", named))


def meant(book: Book, kind: Kind, words: str) -> str:
    """The id of the record of this kind that these words name. Raises NotUnderstood."""
    if questions.knows(book, kind.name, words):
        return words
    found = questions.find(book, words, kinds={kind.name})
    if len(found) == 1 or _is_one_site(kind, found):
        return found[0].id
    several = say("several are called so; write the id that `find` says")
    nobody = say("no {kind} here is called so; write the id that `find` says", kind=say(kind.label))
    raise NotUnderstood(field=say(kind.label).capitalize(), reason=several if found else nobody)


def _is_one_site(kind: Kind, found: Sequence[questions.Leaf]) -> bool:
    """Each laptop founds a site: those of one name in one area are one place."""
    return kind.name == SITE.name and len(set(map(alike_of, found))) == 1
