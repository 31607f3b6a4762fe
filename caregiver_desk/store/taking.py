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
from caregiver_desk.store.posting import Entering, Posted, Posting, Weighing
from caregiver_desk.store.streams import Span

LINES_AT_ONCE = 10_000  # more is hardly faster, and each thousand takes 7 MB


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
    taking = _Taking(book, cursor, received)
    for run in runs:
        if run.stream.audience != Audience.CONTROL:
            taking.heed(before)
        taking.take(run)
    taking.post()
    taking.heed(before)
    if book.weighing(cursor).scopes() != scopes:  # what waited for lines of an unknown scope may know better now
        weighing = book.weighing(cursor)
        received.posted += heeding.fold_again(cursor, weighing, weighing.standing.homes)
    cursor.execute("UPDATE arrival SET summary = ? WHERE n = ?", (json.dumps(received.summary()), received.arrival))


class _Taking:
    """Lines on their way into the journal and the rows, some ten thousand of many runs together."""

    def __init__(self, book: Book, cursor: Cursor, received: Received) -> None:
        self._book = book
        self._cursor = cursor
        self._received = received
        self._rows: list[tuple[int, int, str, int, str | None, str | None]] = []
        self._entering: list[Entering] = []
        self._news = False  # statements, or a fork, that nobody has heeded yet

    def heed(self, before: Weighing) -> None:
        """Let what statements say now be done, before other lines are looked at."""
        if self._news:
            self.post()
            self._received.posted += heeding.heed(self._book, self._cursor, before)
            self._news = False

    def take(self, run: Run) -> None:
        """One run: what is new of it, what was blanked here, and what contradicts what is here."""
        self._learn_key(run)
        s = self._book.stream_number(self._cursor, run.stream)
        held = streams.spans(self._cursor, s)
        if held:
            self.post()  # what is compared with must be in the journal
        sent = run.sent
        if held and not streams.agrees(self._cursor, s, held, run.span):
            sent = list(sent)
            if forked := self._first_difference(s, held, run.span, sent):
                self._branch(run.stream, s, forked, sent[forked - run.span.low :])
                return
        self._enter_run(run, s, held, sent)
        streams.keep(self._cursor, s, run.span)
        streams.keep_tip(self._cursor, s, run.span.high, run.span.running, run.signature)

    def _enter_run(self, run: Run, s: int, held: Sequence[Span], sent: Iterable[Sent]) -> None:
        numbered = enumerate(sent, start=run.span.low)
        while chunk := list(islice(numbered, LINES_AT_ONCE)):
            known = _known_among(held, chunk[0][0], chunk[-1][0])
            if known:
                again = [(number, each) for number, each in chunk if number in known]
                self._received.same += len(again)
                self._fill(run.stream, s, again)
            self._enter(run.stream, s, [each for each in chunk if each[0] not in known] if known else chunk)

    def _learn_key(self, run: Run) -> None:
        self._cursor.execute("INSERT OR IGNORE INTO laptop (laptop, key) VALUES (?, ?)", (run.stream.laptop, run.key))
        if self._cursor.rowcount:
            self._book.weigh_again(self._cursor)

    def _fill(self, stream: Stream, s: int, again: list[tuple[int, Sent]]) -> None:
        """Bodies of lines that came blanked before, from someone who has not heard of an erasure."""
        blank = streams.blanked(self._cursor, s, again[0][0], again[-1][0])
        erased = self._book.weighing(self._cursor).standing.erased
        for number, sent in again if blank else ():
            line = _read(sent.body) if blank.get(number) == sent.digest else None
            if line is not None and line.record not in erased:
                filled = (sent.body or b"").decode(), line.record, self._received.arrival, s, number
                self._cursor.execute(statements.FILL_LINE, filled)
                self._entering.append(Entering(sent.digest[: journal.TAG_LENGTH], stream, number, line))
                self._received.lines += 1

    def _first_difference(self, s: int, held: Sequence[Span], fresh: Span, sent: Sequence[Sent]) -> int:
        """The first number under which a run and the journal hold different lines, or lead on from different ones."""
        for span in held:
            low, high = max(span.low, fresh.low), min(span.high, fresh.high)
            ours = streams.digests(self._cursor, s, low, high)
            for number in range(low, high + 1):
                if ours.get(number) != sent[number - fresh.low].digest:
                    return number
        return 0 if streams.fits(held, fresh) else fresh.low

    def _branch(self, stream: Stream, s: int, number: int, sent: Iterable[Sent]) -> None:
        """Keep the other branch of a fork apart, whole; the journal goes on as it was, set aside from there."""
        erased = self._book.weighing(self._cursor).standing.erased
        for place, each in enumerate(sent, start=number):
            line = _read(each.body)
            body = None if each.body is None or (line and line.record in erased) else each.body.decode()
            self._cursor.execute(
                "INSERT OR IGNORE INTO branch (stream, number, digest, body) VALUES (?, ?, ?, ?)",
                (s, place, each.digest, body),
            )
        self._cursor.execute("UPDATE stream SET forked = min(coalesce(forked, ?), ?) WHERE s = ?", (number, number, s))
        self._received.forks.append(stream)
        self._news = True

    def _enter(self, stream: Stream, s: int, fresh: list[tuple[int, Sent]]) -> None:
        """Lines for the journal, blanked where their record was erased; what cannot be read is kept, set aside."""
        erased, arrival = self._book.weighing(self._cursor).standing.erased, self._received.arrival
        self._received.lines += len(fresh)
        self._news |= bool(fresh) and stream.audience == Audience.CONTROL
        for number, sent in fresh:
            line = _read(sent.body)
            if line is None:
                body = sent.body.decode(errors="replace") if sent.body is not None else None
                self._received.aside += body is not None
                self._rows.append((s, number, "", arrival, body, sent.digest))
            elif line.record in erased:
                self._rows.append((s, number, line.record, arrival, None, sent.digest))
            else:
                self._rows.append((s, number, line.record, arrival, (sent.body or b"").decode(), None))
                self._entering.append(Entering(sent.digest[: journal.TAG_LENGTH], stream, number, line))
        if len(self._rows) >= LINES_AT_ONCE:
            self.post()

    def post(self) -> None:
        """Write the gathered lines, and let them make their rows: what replaces nothing goes first."""
        self._cursor.executemany(statements.NEW_LINE, self._rows)
        posting = Posting(self._cursor, self._book.weighing(self._cursor))
        posting.take(sorted(self._entering, key=_replaces))
        self._received.posted += posting.finish()
        self._rows.clear()
        self._entering.clear()


def _replaces(entering: Entering) -> bool:
    return bool(entering.line.replaces or entering.line.elsewhere)


def _known_among(held: Sequence[Span], low: int, high: int) -> set[int]:
    return {number for span in held for number in range(max(span.low, low), min(span.high, high) + 1)}


def _read(body: bytes | None) -> Line | None:
    """The line, if its text is the one way to write it."""
    try:
        line = journal.read(body or b"")
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return line if journal.write(line) == body else None
