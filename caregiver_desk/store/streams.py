"""What a book holds of each stream: spans of numbers, and the running digests at their ends.

Knowledge is spans, never just a highest number: a hole is known as a hole until it is filled. A span remembers the
running digest ahead of its first line and that of its last, so that neighbours can be joined only where they fit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from caregiver_desk.records import journal
from caregiver_desk.records.journal import Stream

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor as Cursor


class Span(NamedTuple):
    """Lines `low` to `high` are held; `ahead` is the running digest before the first, `running` that of the last."""

    low: int
    high: int
    ahead: str
    running: str


Spans: TypeAlias = Sequence[tuple[int, int]]  # numbers, both ends included
BEYOND = 2**62  # no stream has so many lines


def united(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same numbers in the fewest spans, in order."""
    whole: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if whole and low <= whole[-1][1] + 1:
            whole[-1] = (whole[-1][0], max(high, whole[-1][1]))
        else:
            whole.append((low, high))
    return whole


def less(spans: Spans, taken: Spans) -> Spans:
    """The numbers of some spans that are not in others."""
    apart = united(taken)
    return [rest for span in spans for rest in _rests(span, apart)]


def _rests(span: tuple[int, int], apart: Spans) -> Iterator[tuple[int, int]]:
    low, high = span
    for start, end in apart:
        if start <= high and low <= end:
            if low < start:
                yield low, start - 1
            low = end + 1
    if low <= high:
        yield low, high


def number_of(cursor: Cursor, stream: Stream) -> int:
    """The book's own small number for a stream, given at first use."""
    cursor.execute(
        "SELECT s FROM stream WHERE laptop = ? AND scope = ? AND audience = ? AND branch = 0", tuple(map(str, stream))
    )
    found = cursor.fetchone()
    if found:
        return int(found[0])
    cursor.execute("INSERT INTO stream (laptop, scope, audience) VALUES (?, ?, ?) RETURNING s", tuple(map(str, stream)))
    return int(cursor.fetchone()[0])  # type: ignore[index]


def rows(cursor: Cursor, stream: Stream) -> list[int]:
    """The numbers of a stream's own row and of its branches; none where nothing of it is here."""
    cursor.execute(
        "SELECT s FROM stream WHERE laptop = ? AND scope = ? AND audience = ? ORDER BY branch", tuple(map(str, stream))
    )
    return [row[0] for row in cursor.fetchall()]


def beside(cursor: Cursor, number_of_stream: int) -> list[int]:
    """The numbers of all rows of a stream, its own first."""
    cursor.execute(
        "SELECT other.s FROM stream AS this JOIN stream AS other USING (laptop, scope, audience)"
        " WHERE this.s = ? ORDER BY other.branch",
        (number_of_stream,),
    )
    return [row[0] for row in cursor.fetchall()]


def branches(cursor: Cursor, number_of_stream: int) -> list[int]:
    """The numbers of its other branches, where two books wrote under one name (see placing)."""
    return beside(cursor, number_of_stream)[1:]


def new_branch(cursor: Cursor, stream: Stream) -> int:
    """A number for one more branch of a stream; one that was made and got no lines is used."""
    cursor.execute(
        "SELECT s FROM stream WHERE laptop = ? AND scope = ? AND audience = ? AND branch > 0"
        " AND s NOT IN (SELECT stream FROM span)",
        tuple(map(str, stream)),
    )
    if empty := cursor.fetchone():
        return int(empty[0])
    cursor.execute(
        "INSERT INTO stream (laptop, scope, audience, branch)"
        " SELECT laptop, scope, audience, max(branch) + 1 FROM stream WHERE laptop = ? AND scope = ? AND audience = ?"
        " GROUP BY laptop, scope, audience RETURNING s",
        tuple(map(str, stream)),
    )
    return int(cursor.fetchone()[0])  # type: ignore[index]


def spans(cursor: Cursor, number_of_stream: int) -> list[Span]:
    cursor.execute("SELECT low, high, ahead, running FROM span WHERE stream = ? ORDER BY low", (number_of_stream,))
    return [Span(*row) for row in cursor.fetchall()]


def last_of(cursor: Cursor, number_of_stream: int, stream: Stream) -> tuple[int, str]:
    """The last number of one's own stream and the running digest there."""
    held = spans(cursor, number_of_stream)
    return (held[-1].high, held[-1].running) if held else (0, journal.beginning(stream))


def keep(cursor: Cursor, number_of_stream: int, fresh: Span) -> None:
    """Add a span, joining it with those it overlaps or touches; that it fits them was asked before."""
    joined = fresh
    for span in spans(cursor, number_of_stream):
        if span.high < fresh.low - 1 or span.low > fresh.high + 1:
            continue
        low, high = min(joined, span, key=_low), max(joined, span, key=_high)
        joined = Span(low.low, high.high, low.ahead, high.running)
        cursor.execute("DELETE FROM span WHERE stream = ? AND low = ?", (number_of_stream, span.low))
    cursor.execute(
        "INSERT INTO span (stream, low, high, ahead, running) VALUES (?, ?, ?, ?, ?)", (number_of_stream, *joined)
    )


def fits(held: Iterable[Span], fresh: Span) -> bool:
    """Whether a span leads on from those that it touches, and they from it."""
    return all(
        (span.high != fresh.low - 1 or span.running == fresh.ahead)
        and (fresh.high != span.low - 1 or fresh.running == span.ahead)
        for span in held
    )


def _low(span: Span) -> int:
    return span.low


def _high(span: Span) -> int:
    return span.high


def running_at(cursor: Cursor, number_of_stream: int, number: int) -> str:
    """The running digest after line `number`, which is held (or just before a span that is)."""
    span = next(span for span in spans(cursor, number_of_stream) if span.low - 1 <= number <= span.high)
    if number in (span.high, span.low - 1):
        return span.running if number == span.high else span.ahead
    at, running = _nearest(cursor, number_of_stream, span, number)
    for digest in digests(cursor, number_of_stream, at + 1, number).values():
        running = journal.running(running, digest)
    return running


def _nearest(cursor: Cursor, number_of_stream: int, span: Span, number: int) -> tuple[int, str]:
    cursor.execute(
        "SELECT number, running FROM tip WHERE stream = ? AND number BETWEEN ? AND ? ORDER BY number DESC LIMIT 1",
        (number_of_stream, span.low, number),
    )
    found: Any = cursor.fetchone()
    return (found[0], found[1]) if found else (span.low - 1, span.ahead)


def agrees(cursor: Cursor, number_of_stream: int, held: list[Span], fresh: Span) -> bool:
    """Whether it shows at once that nothing here is contradicted.

    A running digest vouches for the lines before it only as far as they are held without a gap.
    """
    overlaid = [span for span in held if span.low <= fresh.high and fresh.low <= span.high]
    if len(overlaid) != 1 or not fits(held, fresh):
        return not overlaid and fits(held, fresh)
    (span,) = overlaid
    if fresh.high >= span.high:
        return (span.high, span.running) == (fresh.high, fresh.running)
    cursor.execute("SELECT running FROM tip WHERE stream = ? AND number = ?", (number_of_stream, fresh.high))
    found: Any = cursor.fetchone()
    return bool(found and found[0] == fresh.running)


def blanked(cursor: Cursor, number_of_stream: int, low: int, high: int) -> dict[int, str]:
    """The digests of the blanked lines from `low` to `high`, by number."""
    cursor.execute(
        "SELECT number, digest FROM line WHERE stream = ? AND number BETWEEN ? AND ? AND body IS NULL",
        (number_of_stream, low, high),
    )
    return dict(cursor.fetchall())


def digests(cursor: Cursor, number_of_stream: int, low: int, high: int) -> dict[int, str]:
    """The digests of lines `low` to `high` by number, also of blanked ones."""
    cursor.execute(
        "SELECT number, body, digest FROM line WHERE stream = ? AND number BETWEEN ? AND ? ORDER BY number",
        (number_of_stream, low, high),
    )
    return {number: digest or journal.digest(body.encode()) for number, body, digest in cursor.fetchall()}


def keep_tip(cursor: Cursor, number_of_stream: int, number: int, running: str, signature: str) -> None:
    cursor.execute(
        "INSERT INTO tip (stream, number, running, signature) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (number_of_stream, number, running, signature),
    )
