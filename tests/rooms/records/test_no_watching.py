"""Nobody is watched: no field times or tracks a person beyond the time that somebody gave and wrote down."""

from __future__ import annotations

from caregiver_desk.records.kinds import KINDS

LENGTHS = {  # of a talk, a visit, a meeting; what was agreed; how long somebody is engaged for; what a plan keeps free
    ("agreement", "length"), ("check_in", "minutes"), ("visit", "minutes"), ("person", "hours"),
    ("engagement", "hours"), ("service", "hours"), ("plan_response", "hours"),
    ("circle_session", "minutes"),
}  # fmt: skip
TRACKS = ("latitude", "longitude", "gps", "location", "keystroke", "screenshot", "seconds", "active", "idle", "score")
RANKS = ("score", "rank", "rating", "points", "total", "average")


def fields() -> dict[tuple[str, str], str]:
    return {(kind.name, name): each.shown.unit for kind in KINDS.values() for name, each in kind.fields.items()}


def test_the_only_lengths_of_time_are_those_that_people_give_each_other() -> None:
    timed = {each for each, unit in fields().items() if unit in {"minutes", "hours", "seconds"}}
    timed |= {each for each in fields() if {"minutes", "hours", "seconds"} & set(each[1].split("_"))}

    assert timed <= LENGTHS


def test_no_field_says_where_somebody_is_or_what_she_does_at_the_keys() -> None:
    assert [each for each in fields() if set(each[1].split("_")) & set(TRACKS)] == []


def test_no_field_holds_a_number_by_which_people_could_be_put_in_order() -> None:
    assert [each for each in fields() if set(each[1].split("_")) & set(RANKS)] == []
