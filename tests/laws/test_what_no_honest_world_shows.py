"""Rules of the model against laptops that do not keep to them, and a clock that accuses the others."""

from __future__ import annotations

from math import inf

from books import Book, Save
from line import Reads, Scalar, Stream, commit

ANCHORS = frozenset({"K1", "K2", "K3"})
SCOPE = commit("S0", "K1")
PEBBLE = commit("r1", SCOPE)
APRIL, DAY, YEAR = 1_775_001_600, 86_400, 31_557_600


def book(number: int) -> Book:
    return Book(f"L{number}.0~K{number}", ANCHORS, Reads(frozenset({"open"}), frozenset({SCOPE})), 2)


def write(one: Book, record: str, at: int, **fields: Scalar) -> str:
    scope = "" if "/" in record else SCOPE
    seen = {name: one.view().current(record, name) for name in fields}
    (line,) = one.save(Save(record, scope, dict(fields), seen), at)
    return line.tag


def hand(one: Book, other: Book) -> None:
    other.take(one.bundle_for(other.laptop, other.reads))


def colour(one: Book) -> Scalar:
    view = one.view()
    return view.displayed(view.current(PEBBLE, "colour")).body.fields["colour"]


def test_nobody_lifts_her_own_revocation_but_another_coordinator_does() -> None:
    honest, stolen, third = book(1), book(2), book(3)
    revoked = Stream(stolen.laptop, SCOPE, "open")
    revocation = stolen.view().revocation(revoked)
    tag = write(honest, revocation, APRIL, out=True)
    hand(honest, stolen)
    hand(honest, third)

    write(stolen, revocation, APRIL, withdrawn=tag)
    assert stolen.view().last_accepted(revoked) == 0

    write(third, revocation, APRIL, withdrawn=tag)
    assert third.view().last_accepted(revoked) == inf


def test_two_coordinators_who_revoke_each_other_are_both_out() -> None:
    one, other = book(1), book(2)
    streams = [Stream(laptop.laptop, SCOPE, "open") for laptop in (one, other)]
    write(one, one.view().revocation(streams[1]), APRIL, out=True)
    write(other, other.view().revocation(streams[0]), APRIL, out=True)
    hand(one, other)

    assert [other.view().last_accepted(stream) for stream in streams] == [0, 0]


def test_where_one_number_was_used_twice_both_branches_go_aside_and_what_came_before_stays() -> None:
    first, copied, reader = book(1), book(1), book(2)
    write(first, PEBBLE, APRIL, colour="red")
    hand(first, copied)
    write(first, PEBBLE, APRIL + 1, colour="blue")
    write(copied, PEBBLE, APRIL + 2, colour="green")
    hand(copied, reader)
    hand(first, reader)

    assert reader.view().state()[PEBBLE]["fields"]["colour"] == {"value": "red", "quarrel": [], "waiting": []}


def test_a_clock_before_the_program_existed_accuses_nobody() -> None:
    right, other, behind = book(1), book(2), book(3)
    write(right, PEBBLE, APRIL, colour="red", **{"tags/old": True})
    write(other, PEBBLE, APRIL - 1, colour="blue")
    hand(right, behind)
    write(behind, PEBBLE, APRIL - 20 * YEAR, **{"tags/old": False})
    hand(behind, other)

    assert colour(other) == "red"


def test_a_clock_that_later_writers_contradict_is_not_believed() -> None:
    right, ahead = book(1), book(2)
    write(right, PEBBLE, APRIL, colour="red")
    write(ahead, PEBBLE, APRIL + 70 * YEAR, colour="blue", **{"tags/old": True})
    hand(ahead, right)
    assert colour(right) == "blue"

    write(right, PEBBLE, APRIL + DAY, **{"tags/old": False})
    assert colour(right) == "red"
