"""What lies in what: whatever anybody said, no way goes round for ever, and what is no circle counts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.practice.people.regions import Lying

PLACES = "abcdefgh"


@given(st.dictionaries(st.sampled_from(PLACES), st.sampled_from(PLACES)))
def test_just_what_comes_back_to_itself_goes_round_and_every_way_up_ends(said: dict[str, str]) -> None:
    lying = Lying(said)

    assert lying.circles == {place for place in said if _comes_back(said, place)}
    for place in PLACES:
        above = [*lying.above(place)]
        assert len(set(above)) == len(above)
        assert place not in above
        assert not above or place in lying.within(above[0])


def test_what_leads_into_a_circle_lies_in_it_and_the_circle_in_nothing() -> None:
    lying = Lying({"site": "near", "near": "wide", "wide": "near"})

    assert [*lying.above("site")] == ["near"]
    assert [*lying.above("near")] == [*lying.above("wide")] == []


def _comes_back(said: dict[str, str], place: str) -> bool:
    here = place
    for _ in PLACES:
        here = said.get(here, "")
        if here == place:
            return True
    return False
