"""A name is found however it is written, and what only looks like it is not."""

from __future__ import annotations

import pytest

from caregiver_desk.practice.naming import is_dialled, stands_in


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("HH-031", "in hh31 a child"),
        ("HH031", "see HH 031."),
        ("Blue Gate", "near Bluegate"),
        ("Bluegate", "near bluegate"),
        ("José", "JOSE, seven"),
        ("Blue Gate", "the blue-gate house"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, words: str):
    assert stands_in(name, words)


@pytest.mark.parametrize(
    ("name", "words"),
    [("HH-031", "HH-0311"), ("HH-031", "31 homes"), ("Ann", "Anna asks"), ("A", "a child"), ("--", "a -- b")],
)
def test_what_only_looks_like_a_name_is_none(name: str, words: str):
    assert not stands_in(name, words)


def test_a_phone_number_is_found_at_home_and_abroad_and_no_other_one():
    for words in ("0825550101", "+27 82 555 0101", "(082) 555-0101", "082.555.0101"):
        assert is_dialled("082 555 0101", words)
    assert not is_dialled("082 555 0101", "082 555 0102")
    assert not is_dialled("", "082 555 0101")
