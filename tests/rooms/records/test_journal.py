"""What a set of lines says of one record."""

from __future__ import annotations

import itertools
import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as some

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.folding import Withdrawal, fold
from caregiver_desk.records.journal import WITHDRAWN, Held, Line, Stream

SCOPE = clock.new_scope("key")
RECORD = clock.new_record(SCOPE)
NOON = 1_780_000_000
PATIENCE = 5  # seconds of work; a fold that asks every line about every other needs a hundred


def line(laptop: str, number: int, *replaces: Held, at: int = NOON, counts: bool = True, **fields: object) -> Held:
    """A line of a laptop in one scope, replacing these lines in the fields it writes."""
    names = {held.tag: tuple(sorted(fields.keys() & held.line.fields.keys())) for held in replaces}
    body = Line(
        salt=clock.new_salt(),
        at=at,
        by="",
        kind="visit",
        version=1,
        record=RECORD,
        fields=dict(fields),
        replaces=names,
    )
    return Held(journal.tag(journal.write(body)), Stream(laptop, SCOPE, "open"), number, body, counts)


def test_a_line_that_saw_another_replaces_it_whatever_the_clocks_say():
    first = line("A", 1, minutes=30, at=NOON + 70 * 365 * 86_400)
    second = line("B", 1, first, minutes=45, at=NOON)

    folded = fold([first, second])

    assert folded.values == {"minutes": 45}
    assert not folded.conflicts


def test_two_lines_that_did_not_see_each_other_are_a_conflict_and_both_are_kept():
    first = line("A", 1, minutes=30)
    left, right = line("B", 1, first, minutes=40), line("A", 2, first, minutes=50)

    folded = fold([first, left, right])

    assert folded.conflicts.keys() == {"minutes"}
    assert {held.tag for held in folded.current["minutes"]} == {left.tag, right.tag}


def test_the_same_value_written_twice_is_no_conflict():
    assert not fold([line("A", 1, minutes=30), line("B", 1, minutes=30)]).conflicts


def test_one_line_that_saw_both_settles_a_conflict():
    left, right = line("A", 1, minutes=30), line("B", 1, minutes=40)

    folded = fold([left, right, line("C", 1, left, right, minutes=35)])

    assert folded.values == {"minutes": 35}
    assert not folded.conflicts


@given(some.permutations(range(4)))
def test_no_order_and_no_repeat_changes_what_lines_say(order: list[int]):
    first = line("A", 1, minutes=30, outcome="done")
    left, right = line("B", 1, first, minutes=40), line("A", 2, first, minutes=50)
    lines = [first, left, right, line("C", 1, left, first, outcome="refused")]

    told = fold([lines[place] for place in order] * 2)

    assert told.values == fold(lines).values
    assert told.conflicts.keys() == {"minutes"}


def test_a_line_whose_predecessor_has_not_come_waits_instead_of_quarrelling():
    first = line("A", 1, minutes=30)
    missing = line("B", 1, first, minutes=40)
    last = line("C", 1, missing, minutes=50)

    assert not fold([first, last]).conflicts
    assert fold([first, missing, last]).values == {"minutes": 50}


def test_what_does_not_count_is_not_shown_but_what_was_replaced_through_it_stays_past():
    first = line("A", 1, minutes=30)
    revoked = line("B", 1, first, minutes=40, counts=False)
    last = line("C", 1, revoked, minutes=50)

    assert fold([first, revoked]).values == {"minutes": 30}
    assert fold([first, revoked, last]).values == {"minutes": 50}
    assert not fold([first, revoked, last]).conflicts


def test_in_a_conflict_the_later_clock_is_displayed_unless_what_came_after_shows_it_wrong():
    left = line("A", 1, minutes=30)
    wild = line("B", 1, minutes=40, outcome="done", at=NOON + 10 * 365 * 86_400)
    after = line("A", 2, wild, outcome="refused", at=NOON + 60)

    assert fold([left, wild]).values["minutes"] == 40
    assert fold([left, wild, after]).values["minutes"] == 30


def test_withdrawn_hides_a_record_unless_somebody_edited_it_unseen():
    first = line("A", 1, minutes=30)
    withdrawn = line("B", 1, **{WITHDRAWN: first.tag})
    unseen = line("A", 2, first, minutes=45)

    assert fold([first, withdrawn]).withdrawal == Withdrawal.GONE
    assert fold([first, withdrawn, unseen]).withdrawal == Withdrawal.EDITED


def test_a_body_has_one_way_to_be_written():
    said = line("A", 1, minutes=30).line
    body = journal.write(said)

    assert journal.read(body) == said
    assert body.startswith(b'{"salt":"')


@pytest.mark.parametrize("foreign", [b"", b"{}", b"[]", b'{"salt":1}', b"\xff", b'{"salt":"x","unknown":1}'])
def test_what_is_not_a_line_is_refused(foreign: bytes):
    assert journal.read(foreign) is None
    assert journal.read_later(foreign) == ""


TAG, MARK = "a" * journal.TAG_LENGTH, "m" * 16
FULL = Line(
    salt=clock.new_salt(),
    at=NOON,
    by=RECORD,
    kind="visit",
    record=RECORD,
    fields={"minutes": 30},
    replaces={TAG: ("minutes", "outcome")},
    elsewhere={MARK: {TAG: ("minutes",)}},
    undoes=TAG,
    origin=journal.Origin(TAG, RECORD, NOON),
)


def test_a_line_that_says_all_it_can_is_read_as_it_was_written():
    assert journal.read(journal.write(FULL)) == FULL


@pytest.mark.parametrize(
    "odd",
    [
        {"record": ""},
        {"record": "r" * 65},
        {"salt": "s" * 65},
        {"kind": "k" * 65},
        {"kind": ""},
        {"by": "somebody"},
        {"by": RECORD + "\n"},
        {"at": -1},
        {"version": 0},
        {"undoes": "z" * 26},
        {"origin": {"line": "", "by": RECORD, "at": NOON}},
        {"origin": {"line": TAG, "by": "x" * 1000, "at": NOON}},
        {"origin": {"line": TAG, "by": RECORD, "at": -1}},
        {"replaces": {"a": ["minutes"]}},
        {"replaces": {TAG: []}},
        {"replaces": {TAG: ["outcome", "minutes"]}},
        {"replaces": {TAG: ["minutes", "minutes"]}},
        {"elsewhere": {"m" * 17: {TAG: ["minutes"]}}},
        {"elsewhere": {MARK: {}}},
        {"elsewhere": {MARK: {TAG: ["outcome", "minutes"]}}},
    ],
)
def test_a_line_that_could_be_written_otherwise_or_without_end_is_none(odd: dict[str, object]):
    body = msgspec.json.encode({**msgspec.to_builtins(FULL), **odd})

    assert journal.read(body) is None
    assert journal.read_later(body) == ""


def test_a_line_with_keys_of_a_newer_program_is_kept_under_its_record():
    newer = {**msgspec.to_builtins(FULL), "seen": {"by": 1}, "by": None}

    assert journal.read(msgspec.json.encode(newer)) is None
    assert journal.read_later(msgspec.json.encode(newer)) == RECORD
    assert journal.read_later(msgspec.json.encode({**newer, "record": ""})) == ""


def test_a_long_chain_and_many_heads_are_folded_in_moments():
    chain, beside = [line("A", 1, minutes=1, at=1)], []
    for number in range(2, 4001):
        chain.append(line("A", number, chain[-1], minutes=number))
        beside.append(line("B", number, minutes=number % 500))

    began = time.process_time()
    folded = fold([*chain, *beside])

    assert time.process_time() - began < PATIENCE
    assert len(folded.current["minutes"]) == len(folded.conflicts["minutes"]) == 4000


def test_running_digests_name_everything_before_them():
    stream = Stream("A", SCOPE, "open")
    ends = set()
    for order in itertools.permutations(["one", "two", "three"]):
        running = journal.beginning(stream)
        for word in order:
            running = journal.running(running, journal.digest(word.encode()))
        ends.add(running)

    assert len(ends) == 6
