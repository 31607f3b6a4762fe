"""Which lines are sound: by the declarations of their own version, and alike in every book."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from caregiver_desk import clock
from caregiver_desk.records.journal import WITHDRAWN, Line, Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.records.sharing.standing import Statement, newest_version
from caregiver_desk.records.understanding import as_now, is_newer, is_statement

RECORD = clock.new_record(clock.new_scope("key"))
MARK = clock.mark("key")
SOUND = {
    "visit": {"open": {"day": "2026-03-02", "outcome": "done", "minutes": 600, "purposes/crisis": True}},
    "person": {"team": {"given_names": "Nomvula", "birth_year": 1984}, "contact": {"phone": None}},
    "stressor": {"pair": {"severity": 0, "codes/W1": True, "codes/G8": False, "codes/W2": None}},
}


def line(kind: str, fields: dict[str, Scalar], version: int = 1) -> Line:
    return Line(
        salt=clock.new_salt(), at=clock.now(), by="somebody", kind=kind, version=version, record=RECORD, fields=fields
    )


@pytest.mark.parametrize(("kind", "audience"), [(kind, audience) for kind in SOUND for audience in SOUND[kind]])
def test_values_that_their_declarations_allow_are_sound(kind: str, audience: str):
    assert as_now(line(kind, SOUND[kind][audience]), audience) is not None


@pytest.mark.parametrize(
    ("kind", "audience", "fields"),
    [
        ("visit", "open", {"minutes": 0}),
        ("visit", "open", {"minutes": 601}),
        ("visit", "open", {"minutes": True}),
        ("visit", "open", {"minutes": "30"}),
        ("visit", "open", {"outcome": "abducted"}),
        ("visit", "open", {"purposes/abduction": True}),
        ("visit", "open", {"purposes": "crisis"}),
        ("visit", "open", {"purposes/crisis": "yes"}),
        ("visit", "open", {"day": "2026-02-30"}),
        ("visit", "open", {"day": "2026-03-02T10:00:00"}),
        ("visit", "open", {"day": "2026-3-2"}),
        ("visit", "open", {"children_seen": 1}),
        ("visit", "open", {"household": "x" * 20_001}),
        ("visit", "open", {"colour": "red"}),
        ("visit", "open", {"note": "private"}),
        ("visit", "words", {"note": "x" * 281}),
        ("visit", "words", {"note": "\x00"}),
        ("visit", "pair", {"minutes": 30}),
        ("visit", "team", {}),
        ("person", "contact", {WITHDRAWN: ""}),
        ("visit", "open", {WITHDRAWN: 1}),
        ("stressor", "pair", {"severity": 2**60}),
    ],
)
def test_one_value_that_its_declaration_does_not_allow_makes_the_line_unsound(
    kind: str, audience: str, fields: dict[str, Scalar]
):
    assert as_now(line(kind, {**SOUND[kind].get(audience, {}), **fields}), audience) is None


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_the_longest_text_and_the_farthest_numbers_are_sound_and_one_beyond_is_not(kind: Kind):
    for declared in kind.fields.values():
        for inside, outside in _edges(declared):
            assert as_now(line(kind.name, {declared.name: inside}), declared.audience) is not None
            assert as_now(line(kind.name, {declared.name: outside}), declared.audience) is None


def _edges(declared: Field) -> list[tuple[Scalar, Scalar]]:
    """The last value inside and the first outside, for each end of what a field takes."""
    if declared.many or declared.choices or declared.base not in {int, str}:
        return []
    if declared.base is str:
        most = declared.most or 20_000
        return [("é" * most, "é" * (most + 1))]
    assert declared.least is not None
    assert declared.most is not None
    return [(declared.least, declared.least - 1), (declared.most, declared.most + 1)]


SUBJECT = {Statement.ENROLMENT: MARK, Statement.REVOCATION: MARK}


@pytest.mark.parametrize("kind", Statement)
def test_a_statement_is_about_a_whole_id_or_mark_and_of_a_version_that_is_known(kind: Statement):
    sound = replace(line(kind, {}), record=kind.about(SUBJECT.get(kind, RECORD)))

    assert is_statement(sound)
    for part in ("", sound.record[:-1], sound.record + "0", kind.about(""), sound.record + "/x"):
        assert not is_statement(replace(sound, record=part))
    newer = replace(sound, version=newest_version(kind) + 1)
    assert is_newer(newer)
    assert not is_statement(newer)


def test_two_records_are_the_same_or_not_or_nobody_knows():
    said = replace(line(Statement.SAMENESS, {}), record=Statement.SAMENESS.about(RECORD))

    assert is_statement(replace(said, fields={f"same/{RECORD}": True}))
    assert is_statement(replace(said, fields={f"same/{RECORD}": False}))
    assert is_statement(replace(said, fields={f"same/{RECORD}": None}))
    assert not is_statement(replace(said, fields={f"same/{RECORD}": "perhaps"}))


def test_a_longer_list_of_codes_belongs_to_a_higher_version_and_its_lines_wait():
    assert is_newer(line("visit", {"outcome": "by drone"}, KINDS["visit"].version + 1))
    assert not is_newer(line("visit", {"outcome": "by drone"}))


@pytest.mark.parametrize(
    ("kind", "audience", "fields"),
    [
        ("stressor", "pair", {"codes/O1": True, "severity": 2}),
        ("wellbeing_check", "pair", {"load": 3}),
        ("check_in", "pair", {"urgent": "a form"}),
        ("support_plan", "pair", {"agreed": "with reservations"}),
        ("keeping_time", "open", {"what": "visit"}),
        ("removed_count", "open", {"what": "visit"}),
    ],
)
def test_what_was_written_before_a_list_grew_is_read_as_it_was(kind: str, audience: str, fields: dict[str, Scalar]):
    now = as_now(line(kind, fields), audience)

    assert KINDS[kind].version > 1
    assert now is not None
    assert (now.version, dict(now.fields)) == (KINDS[kind].version, fields)
