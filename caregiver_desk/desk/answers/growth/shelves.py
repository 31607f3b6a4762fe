"""What stands on the shelves of the page Growth: how much is under way on each, and one shelf page by page.

What is due next stands first; what has no such day follows, the newest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.desk.answers.days import as_day, due
from caregiver_desk.desk.answers.telling import TOLD_APART, joined, referred, tell
from caregiver_desk.practice.growth.shelves import Shelf, shelves
from caregiver_desk.practice.growth.standing import ENDS, asked_of, goes_on, is_under_way, next_day
from caregiver_desk.practice.spoken import Names, value, worded_in
from caregiver_desk.records import worded
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.store import looks, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import fold, full_day, say

PAGE = 200  # entries that are told at once
WHOSE = frozenset({"person", "team", "site"})  # what is pointed at is not what an entry is called by


@dataclass(frozen=True)
class Standing:
    """A shelf, and how many of its entries are under way; None where nothing of it ever is."""

    shelf: Shelf
    going: int | None


@dataclass(frozen=True)
class Entry:
    """One entry: what it is called, and a quiet line of whose it is, its state and its days."""

    kind: str
    id: str
    name: str
    quiet: str
    tone: str


@dataclass(frozen=True)
class Last:
    """Where the next page begins: what stood last, in the order of the shelf."""

    key: tuple[Any, ...]


@dataclass(frozen=True)
class Shown:
    """A page of a shelf, and about whom it tells; `total` are all entries that were asked for."""

    shelf: Shelf
    rows: tuple[Entry, ...]
    total: int
    about: frozenset[str]
    last: Last | None = None


@dataclass(frozen=True)
class Growth:
    """All shelves of this site, and the one that was asked for, or else the first."""

    shelves: tuple[Standing, ...]
    shown: Shown | None


class Asked(NamedTuple):
    """Which shelf, of whom (everybody where empty), all of it or only what is under way, and what is looked for."""

    shelf: str = ""
    person: str = ""
    going: bool = False
    typed: str = ""
    many: int = PAGE


def growth(book: Book, asked: Asked) -> Growth:
    """The page as a whole."""
    here = shelves(open_roads(book))
    chosen = next((each for each in here if each.name == asked.shelf), next(iter(here), None))
    told = tuple(Standing(each, _going(book, each, asked.person)) for each in here)
    return Growth(told, _shown(book, chosen, asked, None) if chosen else None)


def more(book: Book, asked: Asked, after: Last) -> Shown | None:
    """The next page of a shelf."""
    here = next((each for each in shelves(open_roads(book)) if each.name == asked.shelf), None)
    return _shown(book, here, asked, after) if here else None


def _going(book: Book, shelf: Shelf, person: str) -> int | None:
    if not any(goes_on(kind) for kind in _kinds(shelf)):
        return None
    today = clock.today()
    return sum(is_under_way(KINDS[kind], values, today) for kind, _, values in _facts(book, shelf, person))


def _kinds(shelf: Shelf) -> list[Kind]:
    return [KINDS[name] for name in shelf.kinds if name in KINDS]


def _facts(book: Book, shelf: Shelf, person: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Kind, id, and the days and states of every entry of a shelf; with a person, of those that name them."""
    for kind in _kinds(shelf):
        here = _of_own_site(book, kind) if shelf.own else None
        names = tuple(dict.fromkeys((*asked_of(kind), *filter(None, [kind.when]))))
        for where in _of(kind, person):
            for record, *stored in questions.facts(book, kind.name, names, where):
                if here is None or record in here:
                    yield kind.name, record, dict(zip(names, stored, strict=True))


def _of_own_site(book: Book, kind: Kind) -> frozenset[str]:
    return frozenset(each.id for each in questions.listing(book, kind.name, limit=EVERY, scope=book.site))


def _of(kind: Kind, person: str) -> Sequence[Mapping[str, Any]]:
    """What to ask for: everything, or what is about this person or, of a kind about nobody, names them."""
    if not person:
        return ({},)
    about = kind.fields.get(kind.about)
    if about and about.shown.refers == "person":
        return ({kind.about: person},)
    return [{name: person} for name, field in kind.fields.items() if field.shown.refers == "person"][:1]


def _order(kind: Kind, record: str, values: Mapping[str, Any], today: date) -> tuple[Any, ...]:
    """What is due next first, then the newest."""
    day = next_day(kind, values, today)
    stands = str(values.get(kind.when) or "") if kind.when else ""
    return (not day, day, _backwards(stands), _backwards(record))


def _backwards(words: str) -> tuple[int, ...]:
    return tuple(-ord(sign) for sign in words)


def _shown(book: Book, shelf: Shelf, asked: Asked, after: Last | None) -> Shown:
    today = clock.today()
    found = [
        (_order(KINDS[kind], record, values, today), kind, record)
        for kind, record, values in _facts(book, shelf, asked.person)
        if not asked.going or is_under_way(KINDS[kind], values, today)
    ]
    placed = sorted(each for each in found if after is None or each[0] > after.key)
    whole = len(placed) <= asked.many or bool(asked.typed)
    page = placed if whole else placed[: asked.many]
    leaves = _leaves(book, page)
    told = _told(book, shelf, leaves, everybody=not asked.person, today=today)
    rows = [each for each in told if fold(asked.typed) in fold(joined(each.name, each.quiet))][: asked.many]
    last = None if whole else Last(page[-1][0])
    ids = {each.id for each in rows}
    return Shown(shelf, tuple(rows), len(found), frozenset(looks.whom(x for x in leaves if x.id in ids)), last)


def _leaves(book: Book, page: Sequence[tuple[tuple[Any, ...], str, str]]) -> list[Leaf]:
    """The records themselves, in this order."""
    found: dict[str, Leaf] = {}
    for kind in {kind for _, kind, _ in page}:
        ids = [record for _, name, record in page if name == kind]
        found |= {each.id: each for each in questions.pointing_at(book, kind, "id", ids)}
    return [found[record] for _, _, record in page if record in found]


def _told(book: Book, shelf: Shelf, leaves: Sequence[Leaf], *, everybody: bool, today: date) -> list[Entry]:
    names = questions.names_of(book, referred(leaves))
    several = len(_kinds(shelf)) > 1
    return [_entry(each, names, several=several, everybody=everybody, today=today) for each in leaves]


def _entry(leaf: Leaf, names: Names, *, several: bool, everybody: bool, today: date) -> Entry:
    kind, coming = KINDS[leaf.kind], next_day(KINDS[leaf.kind], leaf.values, today)
    who = names.get(_whose(kind, leaf), "") if everybody else ""
    sort = say(kind.label).capitalize() if several else ""
    late = bool(coming) and coming < today.isoformat()
    quiet = joined(who, sort, _state(kind, leaf, names), _days(kind, leaf, coming, today), _doubt(leaf))
    return Entry(leaf.kind, leaf.id, named_by(leaf, names), quiet, "amber" if late else "ink-soft")


def named_by(leaf: Leaf, names: Names) -> str:
    """What an entry is called: by its name, else by the first thing it says that is neither a person nor a day."""
    kind = KINDS[leaf.kind]
    if kind.named and (called := questions.call(kind, leaf.values)):
        return called
    if leaf.kind in TOLD_APART:
        return tell(leaf, names).title
    said = ((name, value(kind.fields[name], leaf[name], names, worded_in(leaf.values))) for name in _saying(kind))
    name, words = next((each for each in said if each[1]), ("", say(kind.label)))
    ours = not name or kind.fields[name].choices
    return words[:1].upper() + words[1:] if ours else words


def _saying(kind: Kind) -> list[str]:
    """Fields that hold words or the name of something other than a person; then what was chosen from a few."""
    fields = [each for each in kind.fields.values() if each.name not in {"state", "version", worded.FIELD}]
    words = [each.name for each in fields if each.base is str and _has_a_name(each.shown.refers)]
    return words + [each.name for each in fields if each.choices]


def _has_a_name(refers: str) -> bool:
    return not refers or (refers not in WHOSE and bool(KINDS[refers].named))


def _whose(kind: Kind, leaf: Leaf) -> str:
    first = (name for name, field in kind.fields.items() if field.shown.refers == "person")
    return str(leaf[kind.about or next(first, "")] or "")


def _state(kind: Kind, leaf: Leaf, names: Names) -> str:
    """By its state, or else by how it ended."""
    name = next((each for each in ("state", "result") if each in kind.fields), "")
    stored = (leaf[name] or kind.draft.model_fields[name].default) if name else None
    return value(kind.fields[name], stored, names) if isinstance(stored, str) else ""


def _days(kind: Kind, leaf: Leaf, coming: str, today: date) -> str:
    """When it is due, or since and until when it stands."""
    stands, ended = as_day(leaf[kind.when]) if kind.when else None, as_day(leaf[ENDS])
    if coming and (day := as_day(coming)):
        return say("until {day}", day=full_day(day)) if day == ended else due(day, today)
    since = full_day(stands) if stands else ""
    if ended:
        return say("{since} to {until}", since=since, until=full_day(ended)) if since else full_day(ended)
    return say("since {day}", day=since) if since and kind.when == "since" else since


def _doubt(leaf: Leaf) -> str:
    return say("two versions") if leaf.quarrels else ""
