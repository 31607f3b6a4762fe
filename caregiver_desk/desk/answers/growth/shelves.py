"""What stands on the shelves of the page Growth: how much is under way on each, and one shelf page by page.

What is due next stands first; what has no such day follows, the newest first. The store finds that order page by page
(see store/courses): a shelf opens as quickly with a hundred thousand entries as with a hundred.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.desk.answers.days import as_day, due
from caregiver_desk.desk.answers.telling import BETWEEN, TOLD_APART, joined, referred, tell
from caregiver_desk.practice.growth.shelves import Shelf, shelves
from caregiver_desk.practice.growth.standing import next_day
from caregiver_desk.practice.spoken import Names, value, worded_in
from caregiver_desk.records.course import ENDS, goes_on
from caregiver_desk.records.growth.development import Support
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import Kind
from caregiver_desk.store import courses, looks, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.courses import Place, Wanted
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import capital, fold, full_day, later, say

PAGE = 200  # entries that are told at once
AT_A_GLANCE = {Support.BACKING.value: later("support")}  # of what sort it is stands where it is opened
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

    place: Place


@dataclass(frozen=True)
class Shown:
    """A page of a shelf, and about whom it tells."""

    shelf: Shelf
    rows: tuple[Entry, ...]
    about: frozenset[str]
    last: Last | None = None


@dataclass(frozen=True)
class Growth:
    """All shelves of this site, and the one that was asked for, or else the first; and for whom they stand here."""

    shelves: tuple[Standing, ...]
    shown: Shown | None
    role: str
    begun: bool  # whether there is anybody yet who could grow


class Asked(NamedTuple):
    """Which shelf, of whom (everybody where empty), all of it or only what is under way, and what is looked for."""

    shelf: str = ""
    person: str = ""
    going: bool = False
    typed: str = ""
    many: int = PAGE


class Placed(NamedTuple):
    """Where an entry stands on its shelf, and of which kind it is."""

    place: Place
    kind: str


class Told(NamedTuple):
    """An entry with where it stands and the record itself."""

    place: Place
    leaf: Leaf
    entry: Entry


def growth(book: Book, asked: Asked) -> Growth:
    """The page as a whole."""
    here = shelves(open_roads(book))
    chosen = next((each for each in here if each.name == asked.shelf), next(iter(here), None))
    told = tuple(Standing(each, _going(book, each, asked.person)) for each in here)
    return Growth(told, _shown(book, chosen, asked, None) if chosen else None, book.role, _begun(book))


def _begun(book: Book) -> bool:
    return bool(questions.listing(book, "engagement", {"role": Role.CAREGIVER.value}, limit=1))


def more(book: Book, asked: Asked, after: Last) -> Shown | None:
    """The next page of a shelf."""
    here = next((each for each in shelves(open_roads(book)) if each.name == asked.shelf), None)
    return _shown(book, here, asked, after) if here else None


def _going(book: Book, shelf: Shelf, person: str) -> int | None:
    if not any(goes_on(kind) for kind in _kinds(shelf)):
        return None
    return sum(courses.under_way(book, each) for each in _wanted(book, shelf, Asked(person=person)))


def _kinds(shelf: Shelf) -> list[Kind]:
    return [KINDS[name] for name in shelf.kinds if name in KINDS]


def _wanted(book: Book, shelf: Shelf, asked: Asked) -> Iterator[Wanted]:
    """What to ask for of each kind; of a person, what is about them or, of a kind about nobody, names them."""
    scope = book.site if shelf.own else ""
    for kind in _kinds(shelf):
        for where in _of(kind, asked.person):
            yield Wanted(kind, clock.today(), where, scope, asked.going)


def _of(kind: Kind, person: str) -> Sequence[Mapping[str, Any]]:
    """What to ask for: everything, or what is about this person or, of a kind about nobody, names them."""
    if not person:
        return ({},)
    about = kind.fields.get(kind.about)
    if about and about.shown.refers == "person":
        return ({kind.about: person},)
    return [{name: person} for name, field in kind.fields.items() if field.shown.refers == "person"][:1]


def _placed(book: Book, shelf: Shelf, asked: Asked, after: Place | None, many: int) -> list[Placed]:
    """So many entries of a shelf, in their order, from the one that comes after this."""
    found = [
        Placed(each, wanted.kind.name)
        for wanted in _wanted(book, shelf, asked)
        for each in courses.in_course(book, wanted, after=after, limit=many)
    ]
    return sorted(found, key=_order)[:many]


def _order(placed: Placed) -> tuple[Any, ...]:
    """What is due next first, then the newest."""
    comes, stands, record = placed.place
    return (not comes, comes, _backwards(stands), _backwards(record))


def _backwards(words: str) -> tuple[int, ...]:
    return tuple(-ord(sign) for sign in words)


def _shown(book: Book, shelf: Shelf, asked: Asked, after: Last | None) -> Shown:
    """As many entries as are asked for. What is looked for in their words is looked for page by page."""
    found: list[Told] = []
    for page in _pages(book, shelf, asked, after.place if after else None):
        told = _told(book, shelf, page, everybody=not asked.person)
        found += [each for each in told if fold(asked.typed) in fold(joined(each.entry.name, each.entry.quiet))]
        if len(found) > asked.many:
            break
    here = found[: asked.many]
    last = Last(here[-1].place) if len(found) > len(here) else None
    return Shown(shelf, tuple(each.entry for each in here), frozenset(looks.whom(each.leaf for each in here)), last)


def _pages(book: Book, shelf: Shelf, asked: Asked, after: Place | None) -> Iterator[list[Placed]]:
    """The entries after this one, one more at once than is shown, so that it is known whether there are more."""
    while page := _placed(book, shelf, asked, after, asked.many + 1):
        yield page
        if len(page) <= asked.many:
            return
        after = page[-1].place


def _leaves(book: Book, page: Sequence[Placed]) -> dict[str, Leaf]:
    """The records themselves."""
    found: dict[str, Leaf] = {}
    for kind in {each.kind for each in page}:
        ids = [each.place.id for each in page if each.kind == kind]
        found |= {each.id: each for each in questions.pointing_at(book, kind, "id", ids)}
    return found


def _told(book: Book, shelf: Shelf, page: Sequence[Placed], *, everybody: bool) -> list[Told]:
    """The entries of a page, in its order."""
    leaves, today = _leaves(book, page), clock.today()
    names = questions.names_of(book, referred(leaves.values()))
    several = len(_kinds(shelf)) > 1
    return [
        Told(place, leaf, _entry(leaf, names, several=several, everybody=everybody, today=today))
        for place, _ in page
        if (leaf := leaves.get(place.id))
    ]


def _entry(leaf: Leaf, names: Names, *, several: bool, everybody: bool, today: date) -> Entry:
    kind, coming = KINDS[leaf.kind], next_day(KINDS[leaf.kind], leaf.values, today)
    who = names.get(_whose(kind, leaf), "") if everybody else ""
    label = say(kind.label).capitalize()
    name = named_by(leaf, names).removeprefix(f"{label}{BETWEEN}")
    if who and name in {label, who}:  # it has no name of its own: it is called by whose it is
        name, who = who, ""
    sort = label if several and name != label else ""
    late = bool(coming) and coming < today.isoformat()
    quiet = joined(who, sort, _state(kind, leaf, names), _days(kind, leaf, coming, today), _doubt(leaf))
    return Entry(leaf.kind, leaf.id, name, quiet, "amber" if late else "ink-soft")


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
    if name and ours and leaf[name] in AT_A_GLANCE:
        words = say(AT_A_GLANCE[leaf[name]])
    return capital(words) if ours else words


def _saying(kind: Kind) -> list[str]:
    """Fields that hold words or the name of something other than a person; then what was chosen from a few."""
    fields = [each for each in kind.fields.values() if each.shown.typed and each.name not in {"state", "version"}]
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
