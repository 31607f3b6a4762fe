"""What is held and what comes: the same lines, more lines, or a fork, wherever the holes are."""

from __future__ import annotations

import itertools
from itertools import accumulate

import pytest

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.records.sharing.standing import control_stream
from caregiver_desk.store import hearing, ledger, placing, streams
from caregiver_desk.store.book import Book
from caregiver_desk.store.receipts import Reach, Told
from caregiver_desk.store.runs import Run, Sent
from caregiver_desk.store.streams import Span
from caregiver_desk.store.taking import Arrival, Received

ONE = [f"one {number}".encode() for number in range(1, 11)]
OTHER = [f"other {number}".encode() for number in range(1, 8)] + ONE[7:]


@pytest.fixture
def stream() -> Stream:
    key = clock.new_salt()
    return Stream(clock.new_laptop(key), clock.new_scope(key), Audience.OPEN)


def take(book: Book, *runs: Run) -> Received:
    return ledger.receive(book, Arrival("", clock.new_salt(), "", 0), runs)


def run_of(stream: Stream, bodies: list[bytes], low: int, high: int) -> Run:
    """Lines `low` to `high` of a stream that consists of these bodies."""
    digests = [journal.digest(body) for body in bodies]
    running = list(accumulate(digests, journal.running, initial=journal.beginning(stream)))
    sent = [Sent(body, digest) for body, digest in zip(bodies, digests, strict=True)]
    return Run(stream, "", Span(low, high, running[low - 1], running[high]), "signed", sent[low - 1 : high])


def forked(book: Book, *runs: Run) -> bool:
    found = [take(book, run).forks for run in runs]
    return any(found)


OVERLAPPING = [[(1, 3), (8, 10), (1, 10)], [(8, 10), (1, 10), (4, 6)], [(1, 10), (1, 10)]]


@pytest.mark.parametrize("places", OVERLAPPING)
def test_the_same_lines_are_no_fork_however_they_overlap(book: Book, stream: Stream, places: list[tuple[int, int]]):
    assert not forked(book, *(run_of(stream, ONE, *place) for place in places))
    with book.reading() as cursor:
        assert streams.spans(cursor, book.stream_number(cursor, stream)) == [run_of(stream, ONE, 1, 10).span]


@pytest.mark.parametrize("places", OVERLAPPING)
def test_the_same_lines_are_no_fork_however_they_overlap_in_one_bundle(
    book: Book, stream: Stream, places: list[tuple[int, int]]
):
    other = stream._replace(audience=Audience.TEAM)
    received = take(book, run_of(other, OTHER, 1, 10), *(run_of(stream, ONE, *place) for place in places))

    assert received.forks == []
    assert received.lines == 20


def test_a_fork_within_one_bundle_is_seen(book: Book, stream: Stream):
    assert take(book, run_of(stream, ONE, 1, 10), run_of(stream, OTHER, 1, 3)).forks == [stream]


def test_a_fork_below_a_hole_is_seen_though_what_is_above_it_is_the_same(book: Book, stream: Stream):
    assert forked(book, run_of(stream, OTHER, 1, 3), run_of(stream, ONE, 8, 10), run_of(stream, ONE, 1, 10))


def rows(book: Book, stream: Stream) -> list[list[Span]]:
    with book.reading() as cursor:
        return [streams.spans(cursor, s) for s in streams.rows(cursor, stream)]


@pytest.mark.parametrize("place", [(8, 10), (5, 9), (8, 9), (9, 10), (6, 10)])
def test_the_same_lines_after_other_ones_are_kept_apart_until_a_number_was_given_twice(
    book: Book, stream: Stream, place: tuple[int, int]
):
    assert not forked(book, run_of(stream, OTHER, 8, 9), run_of(stream, ONE, *place))
    assert rows(book, stream) == [[run_of(stream, OTHER, 8, 9).span], [run_of(stream, ONE, *place).span]]

    assert forked(book, run_of(stream, OTHER, 1, 9), run_of(stream, ONE, 1, 10))


@pytest.mark.parametrize("place", [(4, 7), (8, 10)])
def test_lines_that_lead_on_from_others_are_kept_apart_until_a_number_was_given_twice(
    book: Book, stream: Stream, place: tuple[int, int]
):
    assert not forked(book, run_of(stream, ONE, 1, 3), run_of(stream, ONE, 8, 9), run_of(stream, OTHER, *place))
    assert rows(book, stream)[1] == [run_of(stream, OTHER, *place).span]

    assert forked(book, run_of(stream, OTHER, 1, 10))


def test_a_branch_grows_whatever_part_of_it_comes_first_and_holds_only_what_is_its_own(book: Book, stream: Stream):
    twin = [*ONE[:4], *OTHER[4:7], b"other 8", b"other 9"]

    for low, high in ((7, 8), (6, 6), (1, 6), (9, 9), (1, 9)):
        take(book, run_of(stream, ONE, 1, 10), run_of(stream, twin, low, high))

    assert rows(book, stream) == [[run_of(stream, ONE, 1, 10).span], [run_of(stream, twin, 5, 9).span]]


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_where_a_stream_forks_does_not_depend_on_what_comes_first(book: Book, stream: Stream, order: tuple[int, ...]):
    twin = [*ONE[:4], *(f"twin {number}".encode() for number in range(5, 9))]
    pieces = [(ONE, 1, 4), (ONE, 9, 10), (twin, 5, 8), (ONE, 5, 8)]

    for which in order:
        take(book, run_of(stream, *pieces[which]))

    with book.reading() as cursor:
        assert book.hearing(cursor).forked == {stream: 5}


def test_what_two_chains_have_in_common_is_kept_once_though_they_part_beyond_a_hole(book: Book, stream: Stream):
    other = [*ONE[:3], *(f"other {number}".encode() for number in range(4, 7)), *ONE[6:8]]

    take(book, run_of(stream, ONE, 1, 3), run_of(stream, ONE, 7, 8), run_of(stream, other, 1, 6))

    assert [[span[:2] for span in row] for row in rows(book, stream)] == [[(1, 3), (7, 8)], [(4, 6)]]


def test_a_branch_that_comes_without_a_body_leaves_nothing_however_often_it_comes(book: Book, stream: Stream):
    twin = run_of(stream, [*ONE[:4], *OTHER[4:7]], 1, 7)
    blank = twin._replace(
        sent=[each if number < 4 else each._replace(body=None) for number, each in enumerate(twin.sent)]
    )
    unheard = [Told(control_stream("L" * 22), [Reach(1, 1, "0" * 26)])]
    take(book, run_of(stream, ONE, 1, 10))

    for _ in range(4):
        ledger.receive(book, Arrival("", clock.new_salt(), "", 0, unheard), [blank])

    assert len(rows(book, stream)) <= 2
    assert not any(rows(book, stream)[1:])


def test_branches_without_end_are_not_kept(book: Book, stream: Stream):
    take(book, run_of(stream, ONE, 1, 10))

    take(book, *(run_of(stream, [*ONE[:4], f"twin {which}".encode()], 1, 5) for which in range(placing.MOST + 4)))

    assert len(rows(book, stream)) == 1 + placing.MOST


def test_of_three_books_with_one_name_each_has_its_own_branch(book: Book, stream: Stream):
    twins = [[*ONE[:4], *(f"twin {which} {number}".encode() for number in range(3))] for which in "ab"]

    take(book, run_of(stream, ONE, 1, 10), *(run_of(stream, twin, 1, 7) for twin in twins))

    assert [[span[:2] for span in row] for row in rows(book, stream)] == [[(1, 10)], [(5, 7)], [(5, 7)]]


def test_nothing_is_weighed_again_for_laptops_first_heard_of(book: Book, monkeypatch: pytest.MonkeyPatch):
    with book.reading() as cursor:
        book.hearing(cursor)
    weighed, met = list[object](), list[int]()
    monkeypatch.setattr(hearing, "weigh", lambda *said: weighed.append(said))
    on = hearing.weigh_on
    monkeypatch.setattr(
        hearing, "weigh_on", lambda was, known, said: met.append(len(known.keys)) or on(was, known, said)
    )
    key = clock.new_salt()
    new = [Stream(clock.new_laptop(key), "", Audience.CONTROL) for _ in range(20)]

    take(book, *(run_of(each, ONE, 1, 1) for each in new))

    assert weighed == []
    assert met[-1] > len(new) > len(met)
