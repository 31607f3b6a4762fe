"""The one door through which what a book says changes: its journal and the rows made from it.

Everything meets here: a save, an undo, a settled conflict, a bundle, an import set aside, an erasure. Each is one
transaction that writes journal lines and the rows they make, or nothing. `taking`, `placing`, `heeding`, `erasing` and
`posting` are rooms behind this door. One thing comes in by another way: who becomes a partner may have said whose lines
count, so the rows of these are made anew (see partners). What a book notes beside its journal stands with
those who note it: partners and what they hold, tips signed, saves undone, drafts, choices, the book's own laptop id.

A book that was copied, or went back to a backup, goes on under another laptop id as soon as it can know, so that no
number is given twice; where two books did write under one id, both branches are kept and count for nobody (see
placing).

`append` writes this laptop's own lines: one for each audience that a save touches, naming, for each scope taken alone,
the lines that are current there (see `naming`). `receive` takes verified runs of others' lines (see `taking`). Both end
in the same posting, so the rows of a book that merged are the rows of a book that typed.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import Connection

from caregiver_desk import clock
from caregiver_desk.errors import NoSuchImport, NoSuchRecord, NotOnAHub, NotUnderstood, UnknownField
from caregiver_desk.records import journal
from caregiver_desk.records.journal import PRIVATE, WITHDRAWN, Audience, Line, Origin, Scalar, Stream
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import known_fields, scalar
from caregiver_desk.records.sharing.standing import version_of
from caregiver_desk.records.understanding import as_now, misfit
from caregiver_desk.records.wanted import wanted
from caregiver_desk.store import (
    erasing,
    heeding,
    naming,
    projections,
    questions,
    statements,
    streams,
    tips,
    turns,
    undoing,
)
from caregiver_desk.store.book import Book, Cursor, renew
from caregiver_desk.store.posting import Entering, Posted, Posting
from caregiver_desk.store.runs import Run, at_hand
from caregiver_desk.store.streams import Span
from caregiver_desk.store.taking import Arrival, Received, take_runs
from caregiver_desk.wording import say

RECORDS_AT_ONCE = 20_000


@dataclass(frozen=True)
class Change:
    """One change to one record. `{WITHDRAWN: True}` withdraws it; the ledger writes what the writer had seen.

    `undoes` and `restates` name the one line (by its tag) that the change is in place of: to take back what it said, or
    to say it again in another scope.
    """

    kind: str
    record: str
    scope: str
    fields: Mapping[str, Scalar]
    undoes: str = ""
    restates: str = ""


@dataclass(frozen=True)
class Saved:
    """What an append did: a number by which it can be undone, and the kinds it touched."""

    number: int
    touched: frozenset[str]


def append(book: Book, act: str, changes: Iterable[Change], *, undoable: bool = True) -> Saved:
    """Save these changes together, as lines of this laptop. Raises NotUnderstood for what no book would show."""
    with book.writing() as cursor:
        before = book.hearing(cursor)
        scopes = before.scopes()
        entering: list[Entering] = []
        posted = Posted()
        for stated, together in groupby(changes, key=_is_statement):
            posting = Posting(cursor, before)
            entering += [entry for change in together for entry in _write(book, cursor, posting, change)]
            posted += posting.finish()
            if stated:  # what is written after it must know it
                posted += heeding.heed(book, cursor, before)
                before = book.hearing(cursor)
        posted += heeding.heed_scopes(book, cursor, scopes)
        if book.shared:
            tips.give(book, cursor, dict.fromkeys(entry.stream for entry in entering))
        places = json.dumps([(book.stream_number(cursor, entry.stream), entry.number) for entry in entering])
        cursor.execute(
            "INSERT INTO saved (act, at, lines, undone) VALUES (?, ?, ?, ?) RETURNING n",
            (act, clock.now(), places, 0 if undoable else undoing.STAYS),
        )
        saved = Saved(int(cursor.fetchone()[0]), posted.touched)  # type: ignore[index]
        _tell(book, cursor, posted)
    if book.vault.lasts:
        book.seal(sure=False)
    if posted.erased:
        erasing.settle(book)
    return saved


def _tell(book: Book, cursor: Cursor, posted: Posted) -> None:
    """Whoever else has this book open hears what was touched."""
    if book.shared and not book.on_trial:
        turns.tell(cursor, posted.touched)


def _is_statement(change: Change) -> bool:
    return change.kind not in KINDS


def _write(book: Book, cursor: Cursor, posting: Posting, change: Change) -> Iterator[Entering]:
    """The lines of one change, entered and posted, so that a later change of the same save sees them."""
    if change.record in book.hearing(cursor).standing.erased:
        raise NoSuchRecord(kind=change.kind, record=change.record)
    _know_what_it_names(book, cursor, posting, change)
    entering = [
        _enter(book, cursor, Stream(book.laptop, _scope(change, audience), audience), line)
        for audience, line in _lines(book, cursor, posting, change)
    ]
    posting.take(entering)
    yield from entering


def _know_what_it_names(book: Book, cursor: Cursor, posting: Posting, change: Change) -> None:
    """Raises NoSuchRecord for a record that nothing here knows of; what this one named before may be said again."""
    fields = KINDS[change.kind].fields if change.kind in KINDS else {}
    for name, value in change.fields.items():
        refers = KINDS.get(fields[name].shown.refers) if name in fields else None
        if refers is None or value is None or posting.knows(refers, value):
            continue
        said = (each.line.fields.get(name) for each in naming.lines_of(book, cursor, change.record, change.kind))
        if value not in said and not questions.is_named(book, cursor, refers, value):
            raise NoSuchRecord(kind=say(refers.label), record=value)


def _scope(change: Change, audience: str) -> str:
    return "" if audience == Audience.CONTROL else change.scope


def _lines(book: Book, cursor: Cursor, posting: Posting, change: Change) -> Iterator[tuple[str, Line]]:
    for audience, fields in sorted(_by_audience(change).items()):
        if book.shared and audience in PRIVATE:
            raise NotOnAHub
        alone = change.undoes or change.restates
        writing = naming.Writing(change.kind, change.record, change.scope, fields, alone)
        replaces, elsewhere = naming.names(book, cursor, posting, writing)
        if fields.get(WITHDRAWN) is True:
            fields[WITHDRAWN] = naming.everything_current(book, cursor, posting, change.kind, change.record)
        yield (
            audience,
            Line(
                salt=clock.new_salt(),
                at=clock.now(),
                by=book.author,
                kind=change.kind,
                version=KINDS[change.kind].version if change.kind in KINDS else version_of(change.kind, fields),
                record=change.record,
                fields=fields,
                replaces=replaces,
                elsewhere=elsewhere,
                undoes=change.undoes,
                origin=_origin(book, cursor, change),
            ),
        )


def _origin(book: Book, cursor: Cursor, change: Change) -> Origin | None:
    """Where a restated value comes from: the line that said it first, however often it was handed on."""
    if not change.restates:
        return None
    held = naming.lines_of(book, cursor, change.record, change.kind)
    line = next(each.line for each in held if each.tag == change.restates)
    return line.origin or Origin(change.restates, line.by, line.at)


def _by_audience(change: Change) -> dict[str, dict[str, Scalar]]:
    """What a change says, apart for each audience; what another line said is said again as it stands there."""
    kind, alone = KINDS.get(change.kind), change.undoes or change.restates
    apart: dict[str, dict[str, Scalar]] = {}
    for name in sorted(change.fields):
        audience = kind.audience_of(name) if kind else Audience.CONTROL
        if audience is None:
            raise UnknownField(field=name, kind=change.kind, known=known_fields(KINDS[change.kind]))
        value = change.fields[name]
        apart.setdefault(str(audience), {})[name] = value if alone else scalar(value)
    return apart


def _enter(book: Book, cursor: Cursor, stream: Stream, line: Line) -> Entering:
    """Put a line of this laptop at the end of its stream."""
    if as_now(line, stream.audience) is None:
        raise _not_sound(line)
    body = journal.write(line)
    digest = journal.digest(body)
    s = book.stream_number(cursor, stream)
    last, before = streams.last_of(cursor, s, stream)
    cursor.execute(statements.NEW_LINE, (s, last + 1, line.record, 0, body.decode(), None))
    streams.keep(cursor, s, Span(last + 1, last + 1, before, journal.running(before, digest)))
    return Entering(digest[: journal.TAG_LENGTH], stream, last + 1, line)


def _not_sound(line: Line) -> NotUnderstood:
    wrong = misfit(line)
    if wrong is None:
        return NotUnderstood(field=", ".join(line.fields), reason=say("this cannot be said here"))
    return NotUnderstood(field=say(wrong.label), reason=wanted(wrong))


@contextmanager
def _nothing_swept() -> Iterator[None]:
    """Many small things come and go, none of them in a circle: looking for circles would take a fifth of the time."""
    sweeping = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if sweeping:
            gc.enable()


def receive(
    book: Book,
    arrival: Arrival,
    runs: Iterable[Run],
    *,
    also: Callable[[Cursor], Posted] | None = None,
    keep: bool = True,
) -> Received:
    """Take verified runs into the book, control streams first; with `keep` false only say what would happen.

    `also` is done in the same transaction: what the sender said of herself is kept with what she sent, or not at all.
    """
    received = Received()
    if book.shared:
        runs = at_hand(runs)
    with book.alone(), book.writing(keep=keep) as cursor, _nothing_swept():
        take_runs(book, cursor, arrival, runs, received)
        if also is not None:
            received.posted += also(cursor)
        if received.twin:
            renew(cursor, book)  # what this laptop writes from now on must count
        _tell(book, cursor, received.posted)
    received.arrival *= keep
    if keep and received.posted.erased and not book.on_trial:
        erasing.settle(book)
    return received


def set_aside(book: Book, arrival: int, *, aside: bool) -> Posted:
    """Hide or bring back what came with one bundle, here only. Control statements are not touched by it."""
    with book.writing() as cursor:
        cursor.execute("UPDATE arrival SET aside = ? WHERE n = ?", (int(aside), arrival))
        if not cursor.rowcount:
            raise NoSuchImport(bundle=arrival)
        cursor.execute(statements.RECORDS_OF_ARRIVAL, (arrival,))
        records = [row[0] for row in cursor.fetchall()]
        posted = heeding.fold_again(cursor, book.hear_again(cursor), records)
        _tell(book, cursor, posted)
        return posted


def follow(book: Book) -> None:
    """Bring the rows in line with the declarations of this program: by what these add, where that is all.

    Raises HubOlder and BookNewer.
    """
    with book.changing() as connection:
        cursor = connection.connection.cursor()
        if projections.follow(cursor):
            return  # somebody else did
        projections.claim(connection)
        if projections.add(connection):
            _fold_what_was_unread(book, cursor)
        else:
            _fold_all(book, connection)
    book.follows = True


def rebuild(book: Book) -> None:
    """Fold every record from the journal into fresh projections. Raises HubOlder and BookNewer."""
    with book.changing() as connection:
        projections.claim(connection)
        _fold_all(book, connection)


def _fold_all(book: Book, connection: Connection) -> None:
    projections.make(connection)
    cursor = connection.connection.cursor()
    cursor.execute("SELECT DISTINCT record FROM line WHERE body IS NOT NULL AND record <> ''")
    _fold(book, cursor, [row[0] for row in cursor.fetchall()])


def _fold_what_was_unread(book: Book, cursor: Cursor) -> None:
    cursor.execute("DELETE FROM unread RETURNING record")
    if records := [row[0] for row in cursor.fetchall()]:
        _fold(book, cursor, records)


def _fold(book: Book, cursor: Cursor, records: Sequence[str]) -> None:
    """An erasure on a ground that an older program did not know is done now, and what it left of parts goes."""
    book.forget()  # who is heard is read again as well, by what is understood now
    book.hearing(cursor)
    erasing.blank(cursor, erasing.with_parts(book, cursor).standing.erased)
    hearing = book.hearing(cursor)
    for start in range(0, len(records), RECORDS_AT_ONCE):
        heeding.fold_again(cursor, hearing, records[start : start + RECORDS_AT_ONCE])
