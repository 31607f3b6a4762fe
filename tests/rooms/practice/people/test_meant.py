"""Whether words name somebody: strictly where they are let in, widely where they may be meant."""

from __future__ import annotations

import pytest

from caregiver_desk.practice.people import meant


@pytest.mark.parametrize(
    ("name", "words", "called"),
    [
        ("Boitumelo Kekana", "Sister Boitumelo Kekana", True),
        ("Boitumelo Kekana", "KEKANA, Boitumelo", True),
        ("Boitumelo Kekana", "Kekana", False),
        ("Thandi Grace Dube", "Thandi Grace Khoza", False),
        ("Thandi Grace Dube", "Thandi Dube", False),
        ("Mr Mpho Lekalakala", "Mpho Lekalakala", True),
        ("Thandi", "Thandi", True),
        ("", "", False),
        ("", "anybody", False),
    ],
)
def test_somebody_is_called_by_all_their_names_and_no_others(name: str, words: str, *, called: bool):
    assert meant.is_called(name, words) is called


@pytest.mark.parametrize(
    ("name", "words", "may"),
    [
        ("Nomvula Shezi", "Nomvula", True),
        ("Nomvula Shezi", "my supervisor Nomvula", True),
        ("Nomvula Shezi", "My Supervisor Nomvula", True),
        ("Nomvula Shezi", "Mrs Shezi from North", True),
        ("Nomvula Shezi", "shezi, nomvula: the one who drives", True),
        ("Nomvula Shezi", "Nomvula Precious Shezi", True),
        ("Nomvula Shezi", "Nomvula Dlamini", False),
        ("Boitumelo Kekana", "Thabo Kekana", False),
        ("Thandi Grace Dube", "Thandi Grace Khoza", False),
        ("Thandi", "thandi who drives", True),
        ("Nomvula Shezi", "the stipend", False),
        ("", "anybody", False),
    ],
)
def test_somebody_may_be_meant_by_a_part_of_their_name_beside_which_no_other_stands(
    name: str, words: str, *, may: bool
):
    assert meant.may_mean(name, words) is may
