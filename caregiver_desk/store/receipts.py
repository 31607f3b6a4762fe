"""What others say they hold, and what of the lines here that is.

Context. What is owed to somebody is known from her own word. A number alone does not say which line she means: of a
book that was copied unnoticed, two lines go under one number, and who holds the one must still be sent the other.

Decision. She says how far she *reaches*: from a number to a number, and the running digest there. Where that end is
here as well, the digest tells which lines she holds: those that lead to it. Where it is not here yet, she is believed
of the lines that nobody disputes, until it comes. Where another line stands here under that number, she holds none of
these: everything is sent, and she will find out where the two part.

What a laptop holds only grows, since one that was restored goes on under another id; so what was acknowledged once
stays so, and an old bundle takes nothing back. A line that she holds without its body, although no erasure known to
her explains that, is not acknowledged (see blanks).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from caregiver_desk.records.journal import TAG_LENGTH, Audience, Stream
from caregiver_desk.store import blanks, streams
from caregiver_desk.store.streams import Span, Spans, less, united

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

MOST_OPEN = 4096  # reaches of one stream whose end is not here that are remembered; what is left out comes again


class Reach(NamedTuple):
    """Lines `low` to `high` of a stream; `running` begins the running digest there."""

    low: int
    high: int
    running: str


class Told(NamedTuple):
    """What somebody says she holds of a stream, and which lines of it without their body."""

    stream: Stream
    reaches: Sequence[Reach]
    blank: Spans = ()


Receipt = Sequence[Told]


class Open(msgspec.Struct, frozen=True):
    """A reach whose end was not here when it was said."""

    reach: Reach
    blank: Spans


class Heard(msgspec.Struct):
    """What a laptop said of one stream: what is surely hers of each row of the journal, and what is not certain yet."""

    held: dict[int, Spans] = {}
    open: list[Open] = []


class Meant(NamedTuple):
    """Lines of one row. `sure` where it is certain that these are meant, and not others under the same numbers."""

    s: int
    low: int
    high: int
    sure: bool


def name(running: str) -> str:
    """As much of a running digest as tells one line from another."""
    return running[:TAG_LENGTH]


def meant(cursor: Cursor, rows: Sequence[int], reach: Reach) -> Iterator[Meant]:
    """The lines here that a reach speaks of; `rows` are those of its stream, its own first."""
    spans = [(s, span) for s in rows for span in streams.spans(cursor, s)]
    known, todo = {reach}, [reach]
    while todo:
        each = todo.pop()
        ends = [(s, span) for s, span in spans if span.low <= each.high <= span.high]
        if not ends and each.low <= (high := min(each.high, _undisputed(rows, spans))):
            yield Meant(rows[0], each.low, high, sure=False)
        for s, span in ends:
            if name(streams.running_at(cursor, s, each.high)) == each.running:
                yield Meant(s, max(each.low, span.low), each.high, sure=True)
                before = Reach(each.low, span.low - 1, name(span.ahead))
                if each.low < span.low and before not in known:
                    known.add(before)
                    todo.append(before)


def _undisputed(rows: Sequence[int], spans: Iterable[tuple[int, Span]]) -> int:
    """The last number of a stream up to which its rows do not part."""
    return min((span.low - 1 for s, span in spans if s != rows[0]), default=streams.BEYOND)


def named(cursor: Cursor, stream: Stream, ends: Iterable[tuple[int, str]]) -> dict[int, int]:
    """Of each row of a stream, the last line that leads to one of these ends."""
    rows, found = streams.rows(cursor, stream), dict[int, int]()
    for number, running in ends:
        for each in meant(cursor, rows, Reach(1, number, running)):
            if each.sure:
                found[each.s] = max(each.high, found.get(each.s, 0))
    return found


def is_here(cursor: Cursor, stream: Stream, reach: Reach) -> bool:
    """Whether this book holds every line of a reach."""
    rows = streams.rows(cursor, stream)
    sure = [(each.low, each.high) for each in meant(cursor, rows, reach) if each.sure] if rows else []
    return not less([(reach.low, reach.high)], sure)


def holds_statements(cursor: Cursor, receipt: Receipt) -> bool:
    """Whether this book holds every statement that somebody says she holds."""
    statements = (told for told in receipt if told.stream.audience == Audience.CONTROL)
    return all(is_here(cursor, stream, each.reach) for stream, said in _by_stream(statements).items() for each in said)


def speaks_of_a_twin(cursor: Cursor, laptop: str, receipt: Receipt) -> bool:
    """Whether lines are known under the id of this book's own laptop that this book never wrote."""
    own = (told for told in receipt if told.stream.laptop == laptop)
    return any(not is_here(cursor, stream, each.reach) for stream, said in _by_stream(own).items() for each in said)


def hear(cursor: Cursor, laptop: str, receipt: Receipt) -> None:
    """Keep what a laptop says it holds, beside what it said before."""
    for stream, said in _by_stream(receipt).items():
        heard = _heard(cursor, laptop, stream)
        rows = streams.rows(cursor, stream)
        before = msgspec.json.encode(heard)
        every = [*heard.open, *said]
        heard.open = _furthest(each for each in every if not _believe(cursor, rows, each, heard))[-MOST_OPEN:]
        if before != (after := msgspec.json.encode(heard)) or not said:
            _keep(cursor, laptop, stream, after)


def _by_stream(receipt: Iterable[Told]) -> dict[Stream, list[Open]]:
    """What is said of each stream, each thing once: who repeats herself a thousand times keeps nobody waiting."""
    said: dict[Stream, dict[tuple[Reach, tuple[tuple[int, int], ...]], Open]] = {}
    for told in receipt:
        blank = tuple(told.blank)
        said.setdefault(told.stream, {}).update({(reach, blank): Open(reach, blank) for reach in told.reaches})
    return {stream: list(each.values()) for stream, each in said.items()}


def _believe(cursor: Cursor, rows: Sequence[int], said: Open, heard: Heard) -> bool:
    """Note what is certain of a reach; whether all of it is."""
    found = list(meant(cursor, rows, said.reach)) if rows else []
    for each in found:
        if each.sure:
            lines = _with_bodies(cursor, each, said.blank)
            lacking = less([(each.low, each.high)], lines)  # also what she said before that she had
            heard.held[each.s] = united([*less(heard.held.get(each.s, ()), lacking), *lines])
    return bool(found) and all(each.sure for each in found)


def _with_bodies(cursor: Cursor, meant: Meant, blank: Spans) -> Spans:
    """Without the lines whose body she lacks, and might get from here."""
    lines = [(meant.low, meant.high)]
    return less(lines, less(blank, blanks.here(cursor, meant.s, blank))) if blank else lines


def _furthest(said: Iterable[Open]) -> list[Open]:
    """Of reaches from one number, the furthest."""
    best: dict[int, Open] = {}
    for each in said:
        known = best.get(each.reach.low)
        if known is None or each.reach.high >= known.reach.high:
            best[each.reach.low] = each
    return list(best.values())


def acknowledged(cursor: Cursor, laptop: str, stream: Stream) -> dict[int, Spans]:
    """The lines here of a stream that a laptop holds, by the row they stand in."""
    heard, rows = _heard(cursor, laptop, stream), streams.rows(cursor, stream)
    found = {s: list(spans) for s, spans in heard.held.items()}
    for each in heard.open if rows else ():
        for told in meant(cursor, rows, each.reach):
            found.setdefault(told.s, []).extend(_with_bodies(cursor, told, each.blank))
    return {s: united(spans) for s, spans in found.items()}


def owe_again(cursor: Cursor, stream: Stream, s: int, filled: Iterable[int]) -> None:
    """Bodies that have come after all are owed to everybody, for who had them blank was thought to lack nothing."""
    taken = [(number, number) for number in filled]
    cursor.execute(f"SELECT by, told FROM acknowledged WHERE {_STREAM}", tuple(map(str, stream)))
    for by, told in cursor.fetchall():
        heard = msgspec.json.decode(told, type=Heard)
        heard.held[s] = less(heard.held.get(s, ()), taken)
        heard.open = [Open(each.reach, united([*each.blank, *taken])) for each in heard.open]
        _keep(cursor, by, stream, msgspec.json.encode(heard))


def knows_of(cursor: Cursor, one: str, other: str) -> bool:
    """Whether a laptop ever said that it knows of another."""
    cursor.execute("SELECT 1 FROM acknowledged WHERE by = ? AND laptop = ? LIMIT 1", (one, other))
    return cursor.fetchone() is not None


_STREAM = "laptop = ? AND scope = ? AND audience = ?"


def _heard(cursor: Cursor, laptop: str, stream: Stream) -> Heard:
    cursor.execute(f"SELECT told FROM acknowledged WHERE by = ? AND {_STREAM}", (laptop, *map(str, stream)))
    found = cursor.fetchone()
    return msgspec.json.decode(found[0], type=Heard) if found else Heard()


def _keep(cursor: Cursor, laptop: str, stream: Stream, told: bytes) -> None:
    cursor.execute(
        "INSERT INTO acknowledged (by, laptop, scope, audience, told) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (by, laptop, scope, audience) DO UPDATE SET told = excluded.told",
        (laptop, *map(str, stream), told.decode()),
    )


def reaches(cursor: Cursor, s: int, *, most: int) -> Iterator[Reach]:
    """What stands in a row, in pieces that begin wherever another of its stream does: somebody may hold one alone."""
    others = [other for other in streams.beside(cursor, s) if other != s]
    starts = sorted({span.low for other in others for span in streams.spans(cursor, other)})
    pieces = (piece for span in streams.spans(cursor, s) for piece in _pieces(cursor, s, span, starts))
    yield from islice(pieces, most)


def _pieces(cursor: Cursor, s: int, span: Span, starts: Sequence[int]) -> Iterator[Reach]:
    cuts = [start for start in starts if span.low < start <= span.high]
    for low, end in zip((span.low, *cuts), (*cuts, span.high + 1), strict=True):
        yield Reach(low, end - 1, name(streams.running_at(cursor, s, end - 1)))
