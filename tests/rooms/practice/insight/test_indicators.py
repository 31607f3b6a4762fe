"""The shipped figures as data: each says what it counts and what it cannot tell, and asks only for what there is."""

from __future__ import annotations

import pytest

from caregiver_desk import acts
from caregiver_desk.acts.insight.asking import check, check_needs
from caregiver_desk.practice.insight.indicators import Harm, Indicator, Leaves, sets, shipped, version
from caregiver_desk.practice.spans import Grain

acts.load()
EACH = shipped()
DOMAIN = {f"I{number:02}" for number in range(1, 33)}
COUNTS = {"I11", "I13", "I24", "I29", "I30"}  # of which the practice gives no share
PROCESS = {
    "I01", "I02", "I03", "I04", "I06", "I07", "I08", "I17", "I18", "I19", "I21", "I23", "I25", "I26", "I28", "I30",
    "I31",
}  # fmt: skip
HARMFUL = {"I09", "I10", "I11", "I13", "I18", "I24", "I29"}


def test_all_figures_of_the_practice_are_there_and_what_was_added_to_cost_a_programme():
    assert EACH.keys() >= DOMAIN
    assert {each for each in EACH if each not in DOMAIN} == {f"V{number:02}" for number in range(1, 9)}


@pytest.mark.parametrize("each", EACH.values(), ids=EACH)
def test_each_says_what_it_counts_of_what_what_it_cannot_tell_and_where_it_comes_from(each: Indicator):
    words = [each.title, each.means, each.of_words, each.cannot_tell, each.source]
    assert all(word.strip() == word != "" for word in words)
    assert bool(each.per) == bool(each.per_words)
    assert each.means.endswith(".")
    assert not each.cannot_tell.endswith(".")


@pytest.mark.parametrize("each", EACH.values(), ids=EACH)
def test_each_asks_for_rules_kinds_fields_and_figures_that_there_are(each: Indicator):
    for question in filter(None, (each.of, each.per)):
        check(question)
    check_needs(each.needs)
    assert set(each.beside) <= EACH.keys() - {each.code}
    assert not each.split or each.of.asked or each.of.group


def test_process_and_outcome_and_the_harm_they_do_are_those_of_the_practice():
    assert {code for code in DOMAIN if EACH[code].sort.name == "PROCESS"} == PROCESS
    assert {code for code in DOMAIN if EACH[code].harm is Harm.HARMFUL} == HARMFUL


def test_a_share_stands_with_its_whole_but_for_what_is_only_counted():
    assert {code for code in DOMAIN if EACH[code].per is None or EACH[code].rate} - {"I18"} == COUNTS


def test_what_has_fewer_than_five_a_month_is_told_by_the_quarter_or_the_year():
    quarterly = ("I01", "I04", "I05", "I06", "I08", "I22", "I23", "I24", "I25", "V01", "V02")
    assert EACH["I27"].grain is Grain.YEAR
    assert {EACH[code].grain for code in quarterly} == {Grain.QUARTER}


def test_what_stays_between_two_is_marked_in_the_data():
    kept = {code for code, each in EACH.items() if each.leaves is Leaves.NOT}
    assert kept == {"I08", "I09", "I10", "I11", "I12", "I13", "I14", "I30", "V08"}


def test_every_set_names_figures_that_there_are_each_once():
    for each in sets().values():
        assert set(each.codes) <= EACH.keys()
        assert len(set(each.codes)) == len(each.codes)
        assert each.title


def test_six_figures_are_seen_first_and_six_of_the_system_and_one_set_is_all_of_them():
    assert len(sets()["usual"].codes) == len(sets()["system"].codes) == 6
    assert set(sets()["all"].codes) == EACH.keys()
    assert not set(sets()["system"].codes) & {code for code, each in EACH.items() if each.leaves is Leaves.NOT}


def test_what_does_harm_as_a_target_is_none_of_the_six_that_one_sees_every_day():
    for name in ("usual", "system"):
        assert Harm.HARMFUL not in {EACH[code].harm for code in sets()[name].codes}


def test_the_data_says_of_which_version_it_is():
    assert version()
