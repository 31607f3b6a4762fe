"""Where a run of lines belongs: in the journal of its stream, or in a branch of it.

Context. A book that was copied unnoticed gives one number to two lines. Neither may be lost, both must travel on with
their signatures, and whoever holds both must say the same, whichever came first.

Decision. A stream has a row of its own in the journal, and one more for each *branch*: lines that lead on from
something else than the lines here. A run goes where it leads on; its beginning, as far as it is the same, into the
stream's own row. The stream is *forked* at the smallest number under which two of its rows hold different lines.

Consequences. The number where a stream forks is a pure function of the lines held. Branches are lines like all others:
they are numbered, signed, acknowledged, erased, checked and sent on by the same code.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from caregiver_desk.store import runs, streams
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.runs import Run, Whole
from caregiver_desk.store.streams import Span

MOST = 16  # branches of a stream that are kept; what is beyond comes from no accident, and is left where it came from


def placed(book: Book, cursor: Cursor, run: Run) -> Iterator[tuple[int, Run]]:
    """The parts of a run, each with the row that it belongs in. What it is compared with must be in the journal."""
    own = book.stream_number(cursor, run.stream)
    branches = streams.branches(cursor, own)
    if not branches and streams.agrees(cursor, own, streams.spans(cursor, own), run.span):
        yield own, run
        return
    yield from _parted(book, cursor, own, branches, runs.whole(run))


def _parted(book: Book, cursor: Cursor, own: int, branches: Sequence[int], whole: Whole) -> Iterator[tuple[int, Run]]:
    parting = _parting(cursor, own, whole)
    ways = [s for s in branches if _goes_on(cursor, s, whole.since(parting or whole.run.span.low))]
    if not parting and (not ways or _linked(streams.spans(cursor, own), whole.run.span)):
        yield own, whole.run
        return
    number = parting or whole.run.span.low
    if number > whole.run.span.low:
        yield own, whole.before(number)
    if ways or len(branches) < MOST:
        yield ways[0] if ways else book.new_branch(cursor, whole.run.stream), whole.since(number)


def _goes_on(cursor: Cursor, s: int, run: Run) -> bool:
    """Whether a run leads on from what stands in a row, or says it again."""
    return _linked(streams.spans(cursor, s), run.span) and not _parting(cursor, s, runs.whole(run))


def _linked(held: Sequence[Span], fresh: Span) -> bool:
    return any(span.low - 1 <= fresh.high and fresh.low <= span.high + 1 for span in held)


def _parting(cursor: Cursor, s: int, whole: Whole) -> int:
    """The first number from which a run is not what stands in a row, or leads on from something else; 0 if nowhere."""
    fresh, held = whole.run.span, streams.spans(cursor, s)
    number = next(_differences(cursor, s, held, whole), fresh.high + 1)
    common = fresh.low - 1  # what leads to one running digest is the same
    for end in _meeting(held, fresh.low, number - 1):
        if streams.running_at(cursor, s, end) != whole.running_at(end):
            return common + 1
        common = end
    return number if number <= fresh.high else 0


def _meeting(held: Sequence[Span], low: int, last: int) -> list[int]:
    """Where a run, up to a number, ends its meeting with each span of a row, or touches it."""
    ends = [(max(span.low, low) - 1, min(span.high, last)) for span in held]
    return [end for start, end in ends if start <= end]


def _differences(cursor: Cursor, s: int, held: Sequence[Span], whole: Whole) -> Iterator[int]:
    fresh = whole.run.span
    for span in held:
        low, high = max(span.low, fresh.low), min(span.high, fresh.high)
        ours = streams.digests(cursor, s, low, high)
        yield from (number for number in range(low, high + 1) if ours.get(number) != whole.digest(number))


def fork(cursor: Cursor, own: int) -> int | None:
    """The smallest number under which two rows of a stream hold different lines."""
    told = [_told(cursor, s) for s in (own, *streams.branches(cursor, own))]
    twice = (n for one, other in combinations(told, 2) for n in one.keys() & other.keys() if one[n] != other[n])
    return min(twice, default=None)


def _told(cursor: Cursor, s: int) -> dict[int, str]:
    return {
        n: d for span in streams.spans(cursor, s) for n, d in streams.digests(cursor, s, span.low, span.high).items()
    }
