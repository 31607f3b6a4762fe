"""Taking others' lines: from verified runs into the journal and the rows.

Statements come first and are heeded before any other line is read. What is known already is counted as the same; two
different lines under one number are a *fork* (a copied or restored book): from there on the stream is set aside, both
branches are kept, and its owner is asked. A line that does not follow its declarations is kept and set aside alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

import msgspec

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Audience, Line, Stream
from caregiver_desk.store import heeding, statements, streams
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.posting import Entering, Posted, Posting
from caregiver_desk.store.streams import Span

LINES_AT_ONCE = 20_000


class Sent(NamedTuple):
    """A line as it travels: its body, or None where it was blanked, and its digest."""

    body: bytes | None
    digest: str


class Run(NamedTuple):
    """A verified stretch of one stream, up to a number whose tip its author signed."""

    stream: Stream
    key: str  # the author's public key
    span: Span
    signature: str
    sent: Iterable[Sent]


class Arrival(NamedTuple):
    """The bundle in which runs came."""

    bundle: str
    seal: str  # SHA-256 of the file
    laptop: str
    made: int  # the sender's wall clock


@dataclass
class Received:
    """What a bundle did to the book, or would do."""

    arrival: int = 0
    lines: int = 0
    same: int = 0
    aside: int = 0
    posted: Posted = field(default_factory=Posted)
    forks: list[Stream] = field(default_factory=list)

    def summary(self) -> dict[str, int]:
        return {
            "lines": self.lines,
            "new": self.posted.new,
            "changed": self.posted.changed,
            "same": self.same,
            "needs_you": len(set(self.posted.quarrels)),
            "aside": self.aside,
        }


def take_runs(book: Book, cursor: Cursor, arrival: Arrival, runs: Iterable[Run], received: Received) -> None:
    """Enter the lines of these runs and post them, all within the caller's transaction."""
    cursor.execute(
        "INSERT INTO arrival (bundle, seal, laptop, made, opened, summary) VALUES (?, ?, ?, ?, ?, '')",
        (*arrival, clock.now()),
    )
    received.arrival = int(cursor.lastrowid)
    before = book.weighing(cursor)
    scopes = before.scopes()
    heeded = False
    for run in runs:
        if run.stream.audience != Audience.CONTROL and not heeded:
            received.posted += heeding.heed(book, cursor, before)
            heeded = True
        _learn_key(book, cursor, run)
        _take(book, cursor, run, received)
    if not heeded or received.forks:
        received.posted += heeding.heed(book, cursor, before)
    if book.weighing(cursor).scopes() != scopes:  # what waited for lines of an unknown scope may know better now
        weighing = book.weighing(cursor)
        received.posted += heeding.fold_again(cursor, weighing, weighing.standing.homes)
    cursor.execute("UPDATE arrival SET summary = ? WHERE n = ?", (json.dumps(received.summary()), received.arrival))


def _learn_key(book: Book, cursor: Cursor, run: Run) -> None:
    cursor.execute("INSERT OR IGNORE INTO laptop (laptop, key) VALUES (?, ?)", (run.stream.laptop, run.key))
    if cursor.rowcount:
        book.weigh_again(cursor)


def _take(book: Book, cursor: Cursor, run: Run, received: Received) -> None:
    s = book.stream_number(cursor, run.stream)
    held = streams.spans(cursor, s)
    agrees = streams.agrees(cursor, s, held, run.span)
    numbered = enumerate(run.sent, start=run.span.low)
    while chunk := list(islice(numbered, LINES_AT_ONCE)):
        known = _known_among(held, chunk[0][0], chunk[-1][0])
        if known:
            _fill(book, cursor, run.stream, [(number, sent) for number, sent in chunk if number in known], received)
        fresh = [(number, sent) for number, sent in chunk if number not in known]
        received.same += len(known)
        received.lines += len(fresh)
        if known and not agrees:
            _compare(cursor, run.stream, s, [(number, sent) for number, sent in chunk if number in known], received)
        _enter(book, cursor, run.stream, fresh, received)
    if not streams.keep(cursor, s, run.span):
        _fork(cursor, s, run.stream, run.span.low, received)
    streams.keep_tip(cursor, s, run.span.high, run.span.running, run.signature)


def _fill(book: Book, cursor: Cursor, stream: Stream, known: list[tuple[int, Sent]], received: Received) -> None:
    """Bodies of lines that came blanked before, from someone who has not heard of an erasure."""
    s = book.stream_number(cursor, stream)
    blank = streams.blanked(cursor, s, known[0][0], known[-1][0])
    weighing = book.weighing(cursor)
    entering = []
    for number, sent in known:
        line = _read(sent.body) if blank.get(number) == sent.digest else None
        if line is not None and line.record not in weighing.standing.erased:
            body = (sent.body or b"").decode()
            cursor.execute(statements.FILL_LINE, (body, line.record, received.arrival, s, number))
            entering.append(Entering(sent.digest[: journal.TAG_LENGTH], stream, number, line))
    if entering:
        received.lines += len(entering)
        posting = Posting(cursor, weighing)
        posting.take(entering)
        received.posted += posting.finish()


def _known_among(held: Sequence[Span], low: int, high: int) -> set[int]:
    return {number for span in held for number in range(max(span.low, low), min(span.high, high) + 1)}


def _compare(cursor: Cursor, stream: Stream, s: int, known: list[tuple[int, Sent]], received: Received) -> None:
    ours = streams.digests(cursor, s, known[0][0], known[-1][0])
    different = [(number, sent) for number, sent in known if ours.get(number) != sent.digest]
    if not different:
        return
    cursor.executemany(
        "INSERT OR IGNORE INTO branch (stream, number, digest, body) VALUES (?, ?, ?, ?)",
        [(s, number, sent.digest, sent.body.decode() if sent.body else None) for number, sent in different],
    )
    _fork(cursor, s, stream, different[0][0], received)


def _fork(cursor: Cursor, s: int, stream: Stream, number: int, received: Received) -> None:
    cursor.execute("UPDATE stream SET forked = min(coalesce(forked, ?), ?) WHERE s = ?", (number, number, s))
    received.forks.append(stream)


def _enter(book: Book, cursor: Cursor, stream: Stream, fresh: list[tuple[int, Sent]], received: Received) -> None:
    """Write fresh lines into the journal, blanked where their record was erased, and post those that can be read."""
    weighing = book.weighing(cursor)
    s = book.stream_number(cursor, stream)
    entering: list[Entering] = []
    rows: list[tuple[int, int, str, int, str | None, str | None]] = []
    for number, sent in fresh:
        line = _read(sent.body)
        erased = sent.body is None or (line is not None and line.record in weighing.standing.erased)
        body = None if erased else (sent.body or b"").decode(errors="replace")
        rows.append(
            (
                s,
                number,
                line.record if line else "",
                received.arrival,
                body,
                None if line and not erased else sent.digest,
            )
        )
        if line and not erased:
            entering.append(Entering(sent.digest[: journal.TAG_LENGTH], stream, number, line))
        received.aside += line is None and not erased
    cursor.executemany(statements.NEW_LINE, rows)
    posting = Posting(cursor, weighing)
    posting.take(entering)
    received.posted += posting.finish()


def _read(body: bytes | None) -> Line | None:
    """The line, if its text is the one way to write it."""
    try:
        line = journal.read(body or b"")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return line if journal.write(line) == body else None
