"""The numbers of the practice: data with bounds and a source."""

from __future__ import annotations

from caregiver_desk.practice import norms


def test_every_number_of_the_data_is_one_that_a_rule_can_ask_for() -> None:
    told = norms._told()
    assert set(told) == {"version", *norms.NAMES}
    assert [name for name in told if name != "version"] == list(norms.NAMES)


def test_every_number_lies_within_what_may_be_said_and_names_its_source() -> None:
    for each in norms.known():
        assert each.least <= each.value <= each.most, each.name
        assert each.source, each.name


def test_what_a_site_says_counts_and_the_rest_stays() -> None:
    told = norms.norms({"heavy_day": 6})
    assert (told.heavy_day, told.talk) == (6, 30)
