"""Conditions of a form: what is read of them, what they mean, and that nothing else is ever carried out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.practice.wellbeing.conditions import NotACondition, condition

ANSWERS = {"a": "3", "b": "yes", "c": "bus friend", "d": "2026-03-02", "e": ""}


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("${b} = 'yes'", True),
        ('${b}="yes"', True),
        ("${b} != 'yes'", False),
        ("${a} = 3", True),
        ("${a} = 3.0", True),
        ("${a} = '03'", True),
        ("${a} > 2 and ${a} <= 3", True),
        ("${a} < -1", False),
        ("${a} > 5 or ${b} = 'yes' and ${a} = 1", False),
        ("(${a} > 5 or ${b} = 'yes') and ${a} = 3", True),
        ("not(${a} > 5)", True),
        ("selected(${c}, 'friend')", True),
        ("selected(${c}, 'bu')", False),
        ("not(selected(${c}, 'bus')) or ${a} >= 3", True),
        ("${d} > '2026-02-28'", True),
        ("${d} < 3", False),  # a day and a number have no order
        ("${d} = 3", False),
        ("${e} = ''", True),
        ("${nobody} = ''", True),
        ("${e} < 1", False),
        ("${e} >= 0", False),
        (". >= 0 and . <= 7", True),
        (". = '5'", True),
    ],
)
def test_a_condition_means_what_its_words_say(words: str, holds: bool):
    assert condition(words).holds(ANSWERS, "5") == holds


def test_a_condition_says_which_answers_it_looks_at():
    assert condition("${a} > 1 and not(selected(${ c }, 'bus')) or . = ''").names == {"a", "c"}


@pytest.mark.parametrize(
    "words",
    [
        "", "${a}", "'a' and 'b'", "${a} = ", "= 3", "${a} == 3", "${a} = 3)", "(${a} = 3", "selected(${a})",
        "selected(${a}, 'b', 'c')", "count(${a}) > 1", "today() > ${d}", "${a} + 1 > 2", "../a = 3", "regex(., 'x+')",
        "once(.)", "${a} = 3; ${a} = 4", "not ${a} = 3", "${a} = 'open", "pulldata('x') = 1", "${a} = 3 or",
        "__import__('os') = 1",
    ],
)  # fmt: skip
def test_whatever_else_stands_there_is_no_condition(words: str):
    with pytest.raises(NotACondition) as why:
        condition(words)
    assert str(why.value)


def test_one_that_never_ends_is_not_begun():
    with pytest.raises(NotACondition, match="too deep"):
        condition("(" * 13 + "${a} = 1" + ")" * 13)
    with pytest.raises(NotACondition, match="longer than 500"):
        condition("${a} = 1 or " * 50 + "${a} = 2")


@given(st.text("${}.abc'\"()<>=!, 019-andortselc\n", max_size=60), st.text(max_size=5))
def test_any_words_at_all_are_a_condition_that_answers_or_none(words: str, own: str):
    try:
        found = condition(words)
    except NotACondition:
        return
    assert found.holds(ANSWERS, own) in {True, False}
