"""What was decided, by whom and when: a question to the lines and statements that a book holds. Nothing is kept for it.

Context. Conflicts are settled, records joined and parted, laptops let in and locked out, erasures granted and declined:
each by somebody, on her laptop, some time. Whoever comes later must be able to read what it was, what stood on both
sides, and whether it holds still, without searching the history of every record.

Decision. No new kind. A settlement is a line that stands in place of two values of one field; a statement is a
statement; what was set aside, here only, is what this laptop remembers of its own acts. Each is one *decision*; what
was said in one breath of many records is one decision about many. Whether it holds is what the fold says now: its word
is current, was taken back, or something else was said since.

Consequences. Everybody reads this from her own book, so nobody reads more than she holds: of a conflict in words that
never came here there is no line, and no decision. Statements ride in every bundle, so who may write and what was erased
is in everybody's list, by ids that only some books have a name for. Times are the writers' own, and may lie.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.records import folding, journal, undone
from caregiver_desk.records.folding import Web, Withdrawal
from caregiver_desk.records.journal import WITHDRAWN, Audience, Held, Line, Scalar
from caregiver_desk.records.sharing.sameness import SAME
from caregiver_desk.records.sharing.standing import Standing, Statement
from caregiver_desk.store import naming, statements
from caregiver_desk.store.book import Book, Cursor


class What(StrEnum):
    """What was decided."""

    SETTLED = "settled"
    ALIKE = "settled alike"
    SAME = "the same"
    NOT_SAME = "not the same"
    ASIDE = "import set aside"
    BACK = "import brought back"
    LET_WRITE = "may write"
    ENDED = "may write no more"
    LOCKED_OUT = "locked out"
    LET_IN = "listened to again"
    MOVED = "handed over"
    ERASED = "erased"
    ASKED = "asked to erase"
    NOT_ERASED = "not to be erased"
    BRANCH = "branch kept"


class Holds(StrEnum):
    """Whether it is so still."""

    YES = "holds"
    TAKEN_BACK = "taken back since"
    CHANGED = "changed since"


class Decision(NamedTuple):
    """One decision.

    `subject` is whose key may write or is locked out, the laptop whose branch it was, the number of an import, or the
    ground of an erasure; `places` are the scopes where that is so, or where records live from then on.
    `sides` are the values that stood, and `chosen` what was said in their place; of a right for a time, its last day.
    """

    at: int
    by: str
    laptop: str
    what: What
    holds: Holds
    records: tuple[str, ...] = ()
    kind: str = ""
    field: str = ""
    sides: tuple[Scalar, ...] = ()
    chosen: Scalar = None
    subject: str = ""
    places: tuple[str, ...] = ()


class Marked(NamedTuple):
    """Whose key, and in which scope: what a mark of a right or of a lock-out stands for."""

    key: str
    scope: str = ""


def decisions(book: Book) -> list[Decision]:
    """All of them, the newest first; those whose writer did not know what time it was come last."""
    with book.reading() as cursor:
        found = [*_stated(book, cursor), *_settled(book, cursor), *_branches(book, cursor), *_set_aside(book, cursor)]
    return sorted(_in_one_breath(found), key=lambda each: (-each.at, each.laptop, each.what, each.records))


def _in_one_breath(found: Iterable[Decision]) -> Iterator[Decision]:
    """What was said at once of many records is one decision; of conflicts only what was settled as alike."""
    together: dict[Decision, tuple[dict[str, None], dict[str, None]]] = {}
    for each in found:
        if each.what in {What.SETTLED, What.SAME, What.NOT_SAME}:
            yield each
            continue
        until = each.chosen if each.what is What.LET_WRITE else None
        alike = each._replace(records=(), places=(), sides=(), chosen=until)
        records, places = together.setdefault(alike, ({}, {}))
        records.update(dict.fromkeys(each.records))
        places.update(dict.fromkeys(each.places))
    for each, (records, places) in together.items():
        yield each._replace(records=tuple(records), places=tuple(places))


# --- statements


def _stated(book: Book, cursor: Cursor) -> Iterator[Decision]:
    hearing = book.hearing(cursor)
    cursor.execute(statements.STATEMENTS)
    told = [held for _, *place in cursor.fetchall() if (held := hearing.held(*place)) is not None]
    apart: dict[tuple[str, str], list[Held]] = {}
    for held in hearing.standing.known.heard(told):
        apart.setdefault((held.line.kind, held.line.record), []).append(held)
    marks = Marks(book, cursor)
    for lines in apart.values():
        yield from _said_of_one(hearing.standing, marks, lines)


class Marks:
    """What marks stand for, as far as this book knows the key and the place."""

    def __init__(self, book: Book, cursor: Cursor) -> None:
        hearing = book.hearing(cursor)
        cursor.execute("SELECT key FROM partner")
        keys = {row[0] for row in cursor.fetchall()} | {*hearing.standing.known.keys.values(), book.key}
        cursor.execute("SELECT scope FROM site UNION SELECT scope FROM team")
        self._scopes: list[str] = [row[0] for row in cursor.fetchall()]
        self._rights = {clock.mark(key): Marked(key) for key in keys}
        self._rights |= {clock.mark(key, scope): Marked(key, scope) for key in keys for scope in self._scopes}

    def meant(self, mark: str) -> Marked:
        return self._rights.get(mark, Marked(""))

    def home(self, record: str, mark: str) -> str:
        """The scope of a hand-over; many records often go to one place, so that is tried first again."""
        for scope in self._scopes:
            if clock.mark(record, scope) == mark:
                self._scopes.remove(scope)
                self._scopes.insert(0, scope)
                return scope
        return ""


def _said_of_one(standing: Standing, marks: Marks, lines: Sequence[Held]) -> Iterator[Decision]:
    """What was ever said in the statements about one subject, by those who may."""
    may = [each for each in lines if each.counts and _may_say(standing, each)]
    web, gone = Web(may), bool(may) and folding.fold(may).withdrawal == Withdrawal.GONE
    subject = may[0].line.record.partition("/")[2] if may else ""
    for held in may:
        for field in held.line.fields:
            what = _what(standing, held, field)
            if what is None:
                continue
            holds = Holds.YES if what is What.ERASED else _holds(web, held, field)
            if gone and field != WITHDRAWN and what is not What.ERASED:
                holds = Holds.TAKEN_BACK
            said = Decision(held.line.at, held.line.by, held.stream.laptop, what, holds)
            yield _about(said, held.line, subject, field, marks)


def _may_say(standing: Standing, held: Held) -> bool:
    """Lock-outs and hand-overs are a coordinator's; who is not heard any more has decided nothing since."""
    if held.line.kind in {Statement.REVOCATION, Statement.HANDOVER}:
        return standing.known.is_coordinator(held.stream.laptop)
    return held.number <= standing.limit(held.stream)


def _what(standing: Standing, held: Held, field: str) -> What | None:
    kind, value = held.line.kind, held.line.fields[field]
    if kind == Statement.SAMENESS and field.startswith(SAME):
        return {True: What.SAME, False: What.NOT_SAME}.get(bool(value)) if value is not None else None
    if kind == Statement.ENROLMENT and field == "may":
        return What.LET_WRITE if value else What.ENDED
    if kind == Statement.ERASURE and field == "ground":
        return What.ERASED if standing.known.is_coordinator(held.stream.laptop) else What.ASKED
    plain = {
        (Statement.REVOCATION, "out"): What.LOCKED_OUT,
        (Statement.REVOCATION, WITHDRAWN): What.LET_IN,
        (Statement.HANDOVER, "to"): What.MOVED,
        (Statement.ERASURE, WITHDRAWN): What.NOT_ERASED,
    }
    return {(str(each), name): what for (each, name), what in plain.items()}.get((kind, field))


def _about(said: Decision, line: Line, subject: str, field: str, marks: Marks) -> Decision:
    if line.kind == Statement.SAMENESS:
        return said._replace(records=(subject, field.removeprefix(SAME)))
    if line.kind == Statement.ERASURE:
        return said._replace(records=(subject,), subject=str(line.fields.get("ground") or ""))
    if line.kind == Statement.HANDOVER:
        home = marks.home(subject, str(line.fields["to"]))
        return said._replace(records=(subject,), places=(home,) if home else ())
    key, scope = marks.meant(subject)
    return said._replace(subject=key, places=(scope,) if scope else (), chosen=line.fields.get("until"))


def _holds(web: Web, held: Held, field: str) -> Holds:
    """An undo names the line that it takes back; of a statement it leaves open what that said."""
    if undone.saying(web, {held.tag}, field):
        return Holds.YES
    left_open = held.stream.audience == Audience.CONTROL and any(
        head.line.fields[field] is None for head in web.current(field)
    )
    back = left_open or any(each.line.undoes == held.tag for each in web.held.values() if each.counts)
    return Holds.TAKEN_BACK if back else Holds.CHANGED


# --- conflicts


def _settled(book: Book, cursor: Cursor) -> Iterator[Decision]:
    """Lines that stand in place of two or more values of one field, and are nobody's undo."""
    alike = _settled_alike(cursor)
    cursor.execute(statements.IN_PLACE_OF_SEVERAL)
    found: dict[tuple[str, str], list[str]] = {}
    for (body,) in cursor.fetchall():
        line = journal.read(body.encode())
        if line is not None and not (line.undoes or line.origin) and _fields_settled(line):
            found.setdefault((line.kind, line.record), []).append(journal.tag(body.encode()))
    for (kind, record), tags in found.items():
        web = Web(naming.lines_of(book, cursor, record, kind))
        for held in (web.held[tag] for tag in tags if tag in web.held):
            if held.counts and held.stream.audience != Audience.CONTROL:
                yield from _settlements(web, held, alike=held.tag in alike)


def _fields_settled(line: Line) -> set[str]:
    """The fields of which it names several lines."""
    named = [name for names in (line.replaces, *line.elsewhere.values()) for told in names.values() for name in told]
    return {name for name in line.fields if name != WITHDRAWN and named.count(name) > 1}


def _settlements(web: Web, held: Held, *, alike: bool) -> Iterator[Decision]:
    line, what = held.line, What.ALIKE if alike else What.SETTLED
    for field in sorted(_fields_settled(line)):
        earlier = undone.before(web, held, field)
        sides = undone.sides(earlier, field) if earlier else []
        if len(sides) > 1 or earlier is None:
            holds = _holds(web, held, field)
            told = Decision(line.at, line.by, held.stream.laptop, what, holds, (line.record,), line.kind, field)
            yield told._replace(sides=tuple(sides), chosen=line.fields[field])


def _settled_alike(cursor: Cursor) -> set[str]:
    """The tags of the lines that this laptop wrote when it settled many at once."""
    cursor.execute("SELECT lines FROM saved WHERE act = 'settle_alike'")
    places = [tuple(each) for (text,) in cursor.fetchall() for each in json.loads(text)]
    tags = set[str]()
    for place in places:
        cursor.execute("SELECT body FROM line WHERE stream = ? AND number = ?", place)
        (body,) = cursor.fetchone() or (None,)
        tags |= {journal.tag(body.encode())} if body else set()
    return tags


# --- what is kept of a fork; what came in


def _branches(book: Book, cursor: Cursor) -> Iterator[Decision]:
    """What was said again of a branch by whoever speaks with the key of the laptop that had forked."""
    hearing = book.hearing(cursor)
    key = hearing.standing.known.key
    branch = {tag: laptop for laptop in {each.laptop for each in hearing.forked} for tag in _tags(cursor, laptop)}
    if not branch:
        return
    cursor.execute(statements.RESTATED)
    for s, body in cursor.fetchall():
        line = journal.read(body.encode())
        laptop = branch.get(line.origin.line) if line and line.origin else None
        if line and laptop and key(hearing.streams[s].laptop) == key(laptop):
            told = Decision(line.at, line.by, hearing.streams[s].laptop, What.BRANCH, Holds.YES, (line.record,))
            yield told._replace(subject=laptop)


def _tags(cursor: Cursor, laptop: str) -> Iterator[str]:
    for branch in (False, True):
        cursor.execute(statements.BRANCH, (laptop, branch))
        yield from (journal.tag(body.encode()) for _, _, _, body in cursor.fetchall())


def _set_aside(book: Book, cursor: Cursor) -> Iterator[Decision]:
    """Here only, and only since the import is remembered with it. The last word on an import holds."""
    cursor.execute("SELECT act, at, lines FROM saved WHERE act IN ('set_aside', 'bring_back') ORDER BY n DESC")
    told = set[int]()
    for act, at, text in cursor.fetchall():
        for _, arrival in json.loads(text):
            holds = Holds.CHANGED if arrival in told else Holds.YES
            told.add(arrival)
            what = What.ASIDE if act == "set_aside" else What.BACK
            yield Decision(at, book.author, book.laptop, what, holds, subject=str(arrival))
