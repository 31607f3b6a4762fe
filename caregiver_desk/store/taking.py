"""Taking others' lines: from verified runs into the journal and the rows.

Statements come first and are heeded before any other line is read. What is known already is counted as the same; two
different lines under one number are a *fork* (a copied or restored book, see placing): from there on the stream is set
aside, both branches are kept, and its owner is asked. A book that meets a line under its own laptop's id that it never
wrote, or hears that somebody holds one, or that it had taken in more than it has, knows that it was copied or went
back, and goes on under another id, to which all that was acknowledged is owed again. A line that does not follow its
declarations is kept and set aside alone.

A line that comes blanked is believed only where every statement is held that the sender says she holds, for one of them
must explain it; a statement is never blanked. Any other blanked line stays a hole and comes again. Else a restored book
would keep a blank that nothing here explains, and tell everybody for ever that it needs that line no more. A sender
who lies about her statements is believed for a while only (see blanks).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import PRIVATE, Audience, Line, Stream
from caregiver_desk.store import erasing, hearsay, heeding, parts, placing, receipts, statements, streams
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.hearing import Hearing
from caregiver_desk.store.posting import Entering, Posted, Posting
from caregiver_desk.store.receipts import Receipt
from caregiver_desk.store.runs import Run, Sent, pass_over
from caregiver_desk.store.streams import Span

LINES_AT_ONCE = 10_000  # more is hardly faster, and each thousand takes 7 MB
BYTES_AT_ONCE = 4 << 20  # of bodies, where lines are long: what is read of them takes up to fifteen times as much


class Arrival(NamedTuple):
    """The bundle in which runs came."""

    bundle: str
    seal: str  # SHA-256 of the file
    laptop: str
    made: int  # the sender's wall clock
    receipt: Receipt = ()  # what the sender says she holds
    yours: tuple[str, int] = ("", 0)  # a laptop to whom it is addressed, and how far its book was known to have come


@dataclass
class Received:
    """What a bundle did to the book, or would do. `twin`: somebody else writes under the id of this laptop."""

    arrival: int = 0
    lines: int = 0
    same: int = 0
    aside: int = 0
    posted: Posted = field(default_factory=Posted)
    forks: list[Stream] = field(default_factory=list)
    twin: bool = False

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
        "INSERT INTO arrival (bundle, seal, laptop, made, opened, summary) VALUES (?, ?, ?, ?, ?, '') RETURNING n",
        (arrival.bundle, arrival.seal, arrival.laptop, arrival.made, clock.now()),
    )
    (received.arrival,) = cursor.fetchone()  # type: ignore[misc]
    received.twin = _is_told_of_a_twin(book, cursor, arrival)
    before = book.hearing(cursor)
    scopes = before.scopes()
    taking = _Taking(book, cursor, arrival.receipt, received)
    for run in runs:
        if book.shared and run.stream.audience in PRIVATE:
            pass_over(run)  # it was sent to whoever opens it here, and not to all who may open a hub
            continue
        if run.stream.audience != Audience.CONTROL:
            taking.heed(before)
        taking.take(run)
    taking.post()
    taking.heed(before, last=True)
    received.posted += heeding.heed_scopes(book, cursor, scopes)
    cursor.execute("UPDATE arrival SET summary = ? WHERE n = ?", (json.dumps(received.summary()), received.arrival))


def _is_told_of_a_twin(book: Book, cursor: Cursor, arrival: Arrival) -> bool:
    """Whether the sender says, and is believed, that this book was copied, or had come further than it has now."""
    laptop, height = arrival.yours
    went_back = laptop == book.laptop and height > book.height(cursor)
    told = went_back or receipts.speaks_of_a_twin(cursor, book.laptop, arrival.receipt)
    return told and hearsay.believe(cursor, arrival.laptop)


class _Taking:
    """Lines on their way into the journal and the rows, some ten thousand of many runs together."""

    def __init__(self, book: Book, cursor: Cursor, receipt: Receipt, received: Received) -> None:
        self._book = book
        self._cursor = cursor
        self._receipt = receipt
        self._received = received
        self._rows: list[tuple[int, int, str, int, str | bytes | None, str | None]] = []
        self._entering: list[Entering] = []
        self._parts: list[tuple[int, int, str, str]] = []  # of erased records: row, number, record and its whole
        self._size = 0  # of the bodies that wait to be posted
        self._waiting: set[Stream] = set()  # the streams whose lines are gathered
        self._branched: dict[int, Stream] = {}  # by the number of its own row
        self._news = False  # statements, or a fork, that nobody has heeded yet
        self._new_keys = False  # laptops were heard of whose keys the book's hearing does not know yet

    def heed(self, before: Hearing, *, last: bool = False) -> None:
        """Let what statements say now be done, before other lines are looked at, and at the last what forked."""
        self._look_for_forks(among_statements=not last)
        if self._news:
            self.post()
            self._received.posted += heeding.heed(self._book, self._cursor, before)
            self._news = False

    def take(self, run: Run) -> None:
        """One run: what is new of it, what was blanked here, and what contradicts what is here."""
        self._learn_key(run)
        if not self._explained(run):
            run = run._replace(sent=list(run.sent))
            if all(each.body is None for each in run.sent):
                return
        own = self._book.stream_number(self._cursor, run.stream)
        if run.stream in self._waiting:
            self.post()  # what is compared with must be in the journal
        for s, part in list(placing.placed(self._book, self._cursor, run)):
            self._take_into(s, part)
        if streams.branches(self._cursor, own):
            self._branched[own] = run.stream

    def _take_into(self, s: int, run: Run) -> None:
        held = streams.spans(self._cursor, s)
        whole = [(run.span, run.sent)]
        for span, piece in whole if self._explained(run) else _pieces(run.span, held, run.sent):
            self._enter_piece(run, s, held, span, piece)

    def _look_for_forks(self, *, among_statements: bool) -> None:
        """Of streams with branches that grew: once for all of their runs, or before others' lines are looked at."""
        looked = [s for s, each in self._branched.items() if not (among_statements and each.scope)]
        if looked:
            self.post()
        for own in looked:
            self._look_for_fork(own, self._branched.pop(own))

    def _look_for_fork(self, own: int, stream: Stream) -> None:
        """Two lines under one number: from there on the stream counts no more, and both branches are kept."""
        forked = placing.fork(self._cursor, own)
        otherwise = "UPDATE stream SET forked = ? WHERE s = ? AND forked IS DISTINCT FROM ?"
        self._cursor.execute(otherwise, (forked, own, forked))
        if self._cursor.rowcount:
            self._received.forks.append(stream)
            self._news = True

    def _explained(self, run: Run) -> bool:
        """Whether a statement here must explain what is blanked in a run."""
        return run.stream.audience != Audience.CONTROL and self._informed

    @cached_property
    def _informed(self) -> bool:
        """Asked for when the first run comes that is not of statements, by when those of this bundle are here."""
        return receipts.holds_statements(self._cursor, self._receipt)

    def _enter_piece(self, run: Run, s: int, held: Sequence[Span], span: Span, sent: Iterable[Sent]) -> None:
        self._enter_lines(run, s, held, enumerate(sent, start=span.low))
        streams.keep(self._cursor, s, span)
        if run.signature and span.high == run.span.high:
            streams.keep_tip(self._cursor, s, span.high, span.running, run.signature)

    def _enter_lines(self, run: Run, s: int, held: Sequence[Span], numbered: Iterator[tuple[int, Sent]]) -> None:
        for chunk in _portions(numbered):
            known = _known_among(held, chunk[0][0], chunk[-1][0])
            if known:
                again = [(number, each) for number, each in chunk if number in known]
                self._received.same += len(again)
                self._fill(run.stream, s, again)
            self._enter(run.stream, s, [each for each in chunk if each[0] not in known] if known else chunk)

    def _learn_key(self, run: Run) -> None:
        self._cursor.execute(statements.NEW_LAPTOP, (run.stream.laptop, run.key))
        self._new_keys |= bool(self._cursor.rowcount)

    def _fill(self, stream: Stream, s: int, again: list[tuple[int, Sent]]) -> None:
        """Bodies of lines that came blanked before, from someone who has not heard of an erasure."""
        blank = streams.blanked(self._cursor, s, again[0][0], again[-1][0])
        come = {number: sent for number, sent in again if sent.body is not None and blank.get(number) == sent.digest}
        filled = [number for number, sent in come.items() if self._fill_one(stream, s, number, sent)]
        self._received.lines += len(filled)
        if filled:
            receipts.owe_again(self._cursor, stream, s, filled)

    def _fill_one(self, stream: Stream, s: int, number: int, sent: Sent) -> bool:
        line, record = _read(sent.body)
        self._note_part(s, number, line)
        body = self._kept(stream, sent.body, line)
        if not isinstance(body, str):  # about an erased record, or no text at all
            return False
        self._cursor.execute(statements.FILL_LINE, (body, record, self._received.arrival, s, number))
        if line:
            self._entering.append(Entering(sent.digest[: journal.TAG_LENGTH], stream, number, line))
        return True

    def _enter(self, stream: Stream, s: int, fresh: list[tuple[int, Sent]]) -> None:
        """Lines for the journal, blanked where their record was erased; what cannot be read is kept, set aside."""
        erased, arrival = self._erased(), self._received.arrival
        self._received.lines += len(fresh)
        self._received.twin |= bool(fresh) and stream.laptop == self._book.laptop
        self._news |= bool(fresh) and stream.audience == Audience.CONTROL
        self._waiting.add(stream)
        for number, sent in fresh:
            line, record = _read(sent.body)
            if line is None:
                body = self._kept(stream, sent.body, line)
                self._received.aside += body is not None and not record
                self._rows.append((s, number, record, arrival, body, sent.digest))
            elif erased and self._is_erased(s, number, line):
                self._rows.append((s, number, record, arrival, None, sent.digest))
            else:
                self._rows.append((s, number, record, arrival, (sent.body or b"").decode(), None))
                self._entering.append(Entering(sent.digest[: journal.TAG_LENGTH], stream, number, line))
        self._size += sum(len(sent.body or b"") for _, sent in fresh)
        if len(self._rows) >= LINES_AT_ONCE or self._size >= BYTES_AT_ONCE:
            self.post()

    def _is_erased(self, s: int, number: int, line: Line) -> bool:
        self._note_part(s, number, line)
        return erasing.is_about(None, line, self._erased())

    def _note_part(self, s: int, number: int, line: Line | None) -> None:
        """Where it is a part of an erased record, it and all of its record go."""
        if line is not None and (whole := parts.whole_of(line)) in self._erased():
            self._parts.append((s, number, line.record, whole))

    def _erased(self) -> frozenset[str]:
        return self._book.hearing(self._cursor).standing.erased

    def _kept(self, stream: Stream, body: bytes | None, line: Line | None) -> str | bytes | None:
        """A body as the book keeps it: nothing where it is about an erased record, unless it is a statement."""
        gone = stream.audience != Audience.CONTROL and erasing.is_about(body, line, self._erased())
        return None if gone else _as_it_came(body)

    def post(self) -> None:
        """Write the gathered lines, and let them make their rows: what replaces nothing goes first."""
        if self._new_keys:  # all of them at once, since weighing takes as long as all statements are many
            self._book.hear_again(self._cursor)
            self._new_keys = False
        self._cursor.executemany(statements.NEW_LINE, self._rows)
        posting = Posting(self._cursor, self._book.hearing(self._cursor))
        posting.take(sorted(self._entering, key=_replaces))
        self._received.posted += posting.finish()
        self._note_parts()
        self._rows.clear()
        self._entering.clear()
        self._waiting.clear()
        self._size = 0

    def _note_parts(self) -> None:
        """What counts of what was said of parts, now that all keys are known."""
        counts = self._book.hearing(self._cursor).counts
        if wholes := {record: whole for s, number, record, whole in self._parts if counts(s, number, record)}:
            parts.note(self._cursor, wholes)
            self._news = True
        self._parts.clear()


def _portions(numbered: Iterable[tuple[int, Sent]]) -> Iterator[list[tuple[int, Sent]]]:
    """Some ten thousand lines at a time, fewer where they are long."""
    some, size = list[tuple[int, Sent]](), 0
    for number, sent in numbered:
        some.append((number, sent))
        size += len(sent.body or b"")
        if len(some) == LINES_AT_ONCE or size >= BYTES_AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _replaces(entering: Entering) -> bool:
    return bool(entering.line.replaces or entering.line.elsewhere)


def _known_among(held: Sequence[Span], low: int, high: int) -> set[int]:
    return {number for span in held for number in range(max(span.low, low), min(span.high, high) + 1)}


def _as_it_came(body: bytes | None) -> str | bytes | None:
    """A body as the journal keeps it: text, or the very bytes where they are no text, to be passed on as they came."""
    try:
        return body.decode() if body is not None else None
    except UnicodeDecodeError:
        return body


def _pieces(span: Span, held: Sequence[Span], sent: Iterable[Sent]) -> Iterator[tuple[Span, Iterable[Sent]]]:
    """A run without the blanked lines that are not here: what is left between these holes."""
    known = _known_among(held, span.low, span.high)
    ahead = running = span.ahead
    piece: list[Sent] = []
    for number, each in enumerate(sent, start=span.low):
        left_out = each.body is None and number not in known
        if left_out and piece:
            yield Span(number - len(piece), number - 1, ahead, running), piece
            piece = []
        running = journal.running(running, each.digest)
        if left_out:
            ahead = running
        else:
            piece.append(each)
    if piece:
        yield Span(span.high - len(piece) + 1, span.high, ahead, running), piece


def _read(body: bytes | None) -> tuple[Line | None, str]:
    """The line, and the record under which it is kept: also one of a newer program, if it is not blanked."""
    line = journal.read(body or b"")
    return line, line.record if line else journal.read_later(body or b"")
