"""What of the journal may leave, stretch by stretch.

A stretch begins with the first line that the reader has not acknowledged and ends where the held span ends, or before
that at the last line for which the author's word (the tip) is known; where we are the author, it can be given anywhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import blanks, statements, streams
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.receipts import Told, acknowledged, name, reaches
from caregiver_desk.store.streams import Span, Spans, less, united

LINES_AT_ONCE = 2_000


class Stretch(NamedTuple):
    """Lines `low` to `span.high` of a stream; `ahead` is the running digest before them."""

    s: int
    stream: Stream
    low: int
    ahead: str
    span: Span
    signature: str  # empty where the tip was never signed

    @property
    def lines(self) -> int:
        return self.span.high - self.low + 1


def held(cursor: Cursor) -> list[tuple[int, Stream, list[Span]]]:
    """Every row of the journal with its spans: statements first, then in an order that says nothing.

    A stream has more than one where it forked.
    """
    cursor.execute("SELECT s, laptop, scope, audience FROM stream ORDER BY branch")
    found = [(row[0], Stream(*row[1:])) for row in cursor.fetchall()]
    found.sort(key=lambda each: (each[1].audience != Audience.CONTROL, each[1]))
    return [(s, stream, spans) for s, stream in found if (spans := streams.spans(cursor, s))]


def stretches(cursor: Cursor, partner: Partner, admits: Callable[[Stream], bool]) -> Iterator[Stretch]:
    """What this partner may read and has not acknowledged."""
    has = cache(partial(acknowledged, cursor, partner.laptop))  # once for all rows of a stream
    for s, stream, spans in held(cursor):
        if admits(stream):
            for span in spans:
                low = first_missing(span, has(stream).get(s, ()))
                if low <= span.high:
                    yield Stretch(s, stream, low, streams.running_at(cursor, s, low - 1), span, _tip(cursor, s, span))


def first_missing(span: Span, has: Spans) -> int:
    """The first line of a span that is not among what somebody has."""
    low = span.low
    for start, end in has:
        if start <= low <= end:
            low = end + 1
    return low


def halves(cursor: Cursor, stretch: Stretch, *, anywhere: bool) -> list[Stretch]:
    """The stretch in two, about its middle; whole where it has one line, or no signed tip to be cut at."""
    middle = (stretch.low + stretch.span.high - 1) // 2
    number = middle if anywhere else _signed_near(cursor, stretch, middle)
    if not stretch.low <= number < stretch.span.high:
        return [stretch]
    end = stretch.span._replace(high=number, running=streams.running_at(cursor, stretch.s, number))
    first = stretch._replace(span=end, signature=_tip(cursor, stretch.s, end))
    return [first, stretch._replace(low=number + 1, ahead=end.running)]


def signed(cursor: Cursor, stretch: Stretch) -> Stretch | None:
    """As much of the stretch as its author signed for."""
    cursor.execute(
        "SELECT number, running, signature FROM tip WHERE stream = ? AND number BETWEEN ? AND ?"
        " ORDER BY number DESC LIMIT 1",
        (stretch.s, stretch.low, stretch.span.high),
    )
    number, running, signature = cursor.fetchone() or (0, "", "")
    end = stretch.span._replace(high=number, running=running)
    return stretch._replace(span=end, signature=signature) if signature else None


def _signed_near(cursor: Cursor, stretch: Stretch, middle: int) -> int:
    cursor.execute(
        "SELECT number FROM tip WHERE stream = ? AND number >= ? AND number < ? ORDER BY abs(number - ?) LIMIT 1",
        (stretch.s, stretch.low, stretch.span.high, middle),
    )
    (number,) = cursor.fetchone() or (0,)
    return int(number)


def _tip(cursor: Cursor, s: int, span: Span) -> str:
    cursor.execute("SELECT signature FROM tip WHERE stream = ? AND number = ?", (s, span.high))
    (signature,) = cursor.fetchone() or ("",)
    return str(signature)


def bodies(cursor: Cursor, stretch: Stretch) -> Iterator[tuple[bytes | None, str]]:
    """(body, digest) of each line as it came; the body is None where it was blanked."""
    cursor.execute(
        "SELECT CAST(body AS BLOB), digest FROM line WHERE stream = ? AND number BETWEEN ? AND ? ORDER BY number",
        (stretch.s, stretch.low, stretch.span.high),
    )
    while some := cursor.fetchmany(LINES_AT_ONCE):
        yield from some


def spoken_of(cursor: Cursor, told: Iterable[Stretch]) -> dict[str, set[str]]:
    """The records that these stretches speak of, by kind; statements speak of none."""
    found: dict[str, set[str]] = {}
    for stretch in told:
        if stretch.stream.audience == Audience.CONTROL:
            continue
        cursor.execute(
            f"SELECT DISTINCT {statements.KIND_SAID}, record FROM line"
            " WHERE stream = ? AND number BETWEEN ? AND ? AND body IS NOT NULL AND record <> ''",
            (stretch.s, stretch.low, stretch.span.high),
        )
        for kind, record in cursor.fetchall():
            found.setdefault(kind or "", set()).add(record)
    return found


def people_in(cursor: Cursor, found: Mapping[str, Collection[str]]) -> set[str]:
    """The people these records are, or are about."""
    people = set(found.get("person", ()))
    for kind in KINDS.values():
        if kind.name in found and kind.about and kind.fields[kind.about].shown.refers == "person":
            cursor.execute(
                f"SELECT DISTINCT {kind.about} FROM {kind.name} WHERE {kind.about} IS NOT NULL"
                " AND id IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(found[kind.name])),),
            )
            people |= {row[0] for row in cursor.fetchall()}
    return people


def months_in(cursor: Cursor, returns: Collection[str]) -> list[str]:
    """The months, in their order, that these monthly returns are of."""
    cursor.execute(
        "SELECT DISTINCT month FROM monthly_return WHERE month IS NOT NULL"
        " AND id IN (SELECT value FROM json_each(?)) ORDER BY month",
        (json.dumps(sorted(returns)),),
    )
    return [row[0] for row in cursor.fetchall()]


class End(NamedTuple):
    """How far a stream counts: a number, and the name of the running digest there (empty before the first line)."""

    number: int
    running: str


def ends(book: Book, key: str, *, over_holes: bool = False) -> dict[Stream, End]:
    """How far each stream of any laptop that speaks with a key is held before it forks: without a gap, or over gaps."""
    with book.reading() as cursor:
        return ends_in(cursor, book.hearing(cursor).forked, key, over_holes=over_holes)


def ends_in(cursor: Cursor, forked: Mapping[Stream, int], key: str, *, over_holes: bool) -> dict[Stream, End]:
    """The same within a view of the book."""
    own = {stream: (s, spans) for s, stream, spans in reversed(held(cursor)) if clock.speaks_for(stream.laptop, key)}
    return {
        stream: _end(cursor, s, spans if over_holes else spans[:1], forked.get(stream, streams.BEYOND), over_holes)
        for stream, (s, spans) in own.items()
    }


def _end(cursor: Cursor, s: int, spans: Sequence[Span], forked: int, over_holes: bool) -> End:
    counting = [min(span.high, forked - 1) for span in spans if span.low < forked and (over_holes or span.low == 1)]
    return End(counting[-1], name(streams.running_at(cursor, s, counting[-1]))) if counting else End(0, "")


def holes(book: Book) -> dict[Stream, list[tuple[int, int]]]:
    """The lines of each stream that have not arrived although later ones have."""
    with book.reading() as cursor:
        found = {stream: less([(1, spans[-1][1])], spans) for stream, spans in by_stream(cursor).items()}
    return {stream: list(missing) for stream, missing in found.items() if missing}


def by_stream(cursor: Cursor) -> dict[Stream, Spans]:
    """The numbers that are held of each stream, on whatever branch."""
    found: dict[Stream, list[tuple[int, int]]] = {}
    for _, stream, spans in held(cursor):
        found.setdefault(stream, []).extend((span.low, span.high) for span in spans)
    return {stream: united(spans) for stream, spans in found.items()}


def receipt(
    cursor: Cursor, admits: Callable[[Stream], bool], *, reaches_at_most: int, blanks_at_most: int
) -> Iterator[Told]:
    """What this book holds of the streams that somebody may read, row by row, and of which lines only the digest."""
    blank = blanks.unexplained(cursor, most=blanks_at_most)
    for s, stream, _ in held(cursor):
        if admits(stream):
            yield Told(stream, tuple(reaches(cursor, s, most=reaches_at_most)), tuple(blank.get(s, ())))
