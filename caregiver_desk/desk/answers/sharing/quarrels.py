"""What is in conflict, told in words: each version, who wrote it, when and where, and what she had seen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from caregiver_desk.desk.answers.telling import name_of, referred
from caregiver_desk.practice.spoken import Names, names_every_step, value
from caregiver_desk.records.journal import Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field
from caregiver_desk.store import histories, looks, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.histories import Conflict, Entry
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say


@dataclass(frozen=True)
class Version:
    """One of the current values of a field."""

    who: str
    where: str
    at: int
    words: str
    stored: Scalar
    had_seen: str
    laptop: str = ""
    by: str = ""


@dataclass(frozen=True)
class Quarrel:
    """A field with two current values, told in words. `both` is empty where words cannot be joined."""

    kind: str
    record: str
    field: str
    title: str
    label: str
    versions: tuple[Version, ...]
    both: str
    scale: str = ""  # what its figures mean
    more: bool = False  # there is a third value, or more, that is not shown
    about: str = ""  # the person whom the record is, or is about


def quarrels(book: Book) -> list[Quarrel]:
    """Every conflict of a book, told in words. Each record and its history are read once, and all names together."""
    known, found = partners.known(book), histories.conflicts(book)
    leaves = {each.record: questions.get(book, each.kind, each.record) for each in found}
    owners = {each.laptop: each.name for each in known} | {book.laptop: ""}
    writers = {each.person: each.name for each in known}
    names = {**writers, **questions.names_of(book, _named(leaves.values(), found)), **owners}
    told: list[Quarrel] = []
    for record, of_one in groupby(found, key=lambda each: each.record):
        leaf = leaves[record]
        history = {entry.tag: entry for entry in histories.history(book, leaf.kind, record)}
        told += [_told(leaf, conflict, names, history) for conflict in of_one]
    return told


def _named(leaves: Iterable[Leaf], found: Iterable[Conflict]) -> list[str]:
    """Whatever these records, and those who disagree about them, may name."""
    listed = [*leaves]
    options = ((option, conflict.field) for conflict in found for option in conflict.options)
    said = (each for option, field in options for each in (option.by, str(option.fields[field])))
    return sorted({*referred(listed), *(leaf.id for leaf in listed), *said})


Sort = tuple[str, str, frozenset[tuple[str, str]]]


def sort_of(quarrel: Quarrel) -> Sort | None:
    """Which two wrote which field of what: conflicts of one sort are alike. None for one that is like no other."""
    writers = frozenset((each.by, each.laptop) for each in quarrel.versions)
    return None if quarrel.more or len(writers) < len(quarrel.versions) else (quarrel.kind, quarrel.field, writers)


def by_same(quarrel: Quarrel, version: Version) -> Version:
    """Which version of this conflict is by whom that one is by."""
    return next(each for each in quarrel.versions if (each.by, each.laptop) == (version.by, version.laptop))


def _told(leaf: Leaf, conflict: Conflict, names: Names, history: Mapping[str, Entry]) -> Quarrel:
    field = KINDS[conflict.kind].fields[conflict.field.partition("/")[0]]
    versions = tuple(_version(each, conflict.field, field, names, history) for each in conflict.options[:2])
    return Quarrel(
        conflict.kind, conflict.record, conflict.field, name_of(leaf, names), say(field.label), versions,
        _both(field, versions), "" if names_every_step(field) else say(field.shown.unit or ""),
        len(conflict.options) > len(versions), next(iter(looks.whom([leaf])), ""),
    )  # fmt: skip


def _place(owner: str | None, by: str) -> str:
    """Where something was written; an empty owner is she whose book this is."""
    if owner is None:
        return say("another laptop")
    if not owner:
        return say("this laptop")
    return say("their laptop") if owner == by else say("{name}’s laptop", name=owner)


def _version(option: Entry, name: str, field: Field, names: Names, history: Mapping[str, Entry]) -> Version:
    seen = [history[tag] for tag in option.replaces if tag in history and name in history[tag].fields]
    had_seen = say("had seen “{words}”", words=_in_words(name, field, seen[0].fields[name], names)) if seen else ""
    by = names.get(option.by, say("Somebody"))
    return Version(
        by,
        _place(names.get(option.laptop), by),
        option.at,
        _in_words(name, field, option.fields[name], names),
        option.fields[name],
        had_seen or say("had seen no words there before"),
        option.laptop,
        option.by,
    )


def _in_words(name: str, field: Field, stored: Scalar, names: Names) -> str:
    _, element, code = name.partition("/")
    if element:
        chosen = value(field, frozenset({code}), names)
        return say("{what}: yes", what=chosen) if stored else say("{what}: no", what=chosen)
    return value(field, stored, names) or say("(empty)")


def _both(field: Field, versions: Sequence[Version]) -> str:
    """Both words below each other, where the field holds words and they fit."""
    words = field.base is str and not field.shown.refers and not field.many
    texts = [str(version.stored or "") for version in versions]
    return "\n".join(texts) if words and all(texts) else ""
