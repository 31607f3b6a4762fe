"""Seven kinds of support, a goal that asks, and frameworks read from files."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.practice.growth import framework
from caregiver_desk.practice.growth.development import Provided, asks_to_change, had, in_words
from caregiver_desk.practice.growth.framework import NotRead, read, read_table, shipped, written
from caregiver_desk.practice.norms import norms
from caregiver_desk.records.growth.development import Course, ItemState, Support
from caregiver_desk.records.growth.framework import ForWhom

TODAY = date(2026, 11, 29)
NO, MOVED = Course.NO_CHANGE, Course.MOVED


def only(state: ItemState, since: date, until: date | None = None) -> date | None:
    told = had([Provided(Support.RESEARCH, state, since, until)], {}, TODAY)
    return next(each.last for each in told if each.support == Support.RESEARCH)


@pytest.mark.parametrize(
    ("state", "since", "until", "last"),
    [
        (ItemState.DONE, date(2026, 3, 2), date(2026, 3, 6), date(2026, 3, 6)),
        (ItemState.DONE, date(2026, 3, 2), None, date(2026, 3, 2)),
        (ItemState.UNDER_WAY, date(2025, 3, 2), None, TODAY),
        (ItemState.PLANNED, date(2026, 3, 2), None, None),
        (ItemState.DROPPED, date(2026, 3, 2), None, None),
        (ItemState.UNDER_WAY, date(2026, 12, 2), None, None),
        (ItemState.DONE, date(2025, 11, 29), None, None),
        (ItemState.DONE, date(2025, 11, 30), None, date(2025, 11, 30)),
    ],
)
def test_sys_23_what_was_begun_or_done_within_twelve_months_was_had(
    state: ItemState, since: date, until: date | None, last: date | None
):
    assert only(state, since, until) == last


def test_sys_23_all_seven_kinds_are_named_in_words_and_no_number_of_them_is_said():
    told = had([], {Support.SUPERVISION: [date(2026, 3, 2), date(2026, 4, 6)]}, TODAY)
    there, missing = in_words(told)

    assert [each.support for each in told] == list(Support)
    assert [each.words for each in told].count("not yet") == len(Support) - 1
    assert there == "Had in the last twelve months: supervision."
    assert all(str(each) in missing for each in Support if each != Support.SUPERVISION)
    assert not any(sign.isdigit() or sign == "%" for sign in there + missing)


@pytest.mark.parametrize(
    ("looks", "asks"),
    [([], False), ([NO], False), ([NO, NO], True), ([NO, MOVED, NO], False), ([MOVED, NO, NO], True)],
)
def test_sys_36_two_looks_without_a_change_ask_and_one_does_not(looks: list[Course], asks: bool):
    assert asks_to_change(looks, norms({})) is asks


@pytest.mark.parametrize(("whom", "number"), [(ForWhom.CAREGIVER, 20), (ForWhom.SUPERVISOR, 12)])
def test_sys_37_the_shipped_framework_is_of_our_own_words_in_groups_with_levels(whom: ForWhom, number: int):
    told = shipped(whom)

    assert len(told.statements) == number
    assert len(list(told.groups())) == 4 or whom == ForWhom.CAREGIVER
    assert not any(sign.isdigit() for each in told.levels for sign in each.words)


def test_sys_37_a_table_and_a_file_that_say_the_same_are_one_version():
    rows = [
        "group,code,words",
        "level,a,beginning",
        "level,b,sure",
        'Meeting,hello,"Greets, and waits"',
        "Way,on,Goes on",
    ]
    table = read_table("\n".join(rows), "Ours")

    assert read(written(table)) == table
    assert read(written(table)).version == table.version
    assert table.version != shipped(ForWhom.CAREGIVER).version


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name = 'x'",
        "level = 1\ngroup = 2",
        "[[level]]\ncode = 'a'\nwords = 'a'\n[[group]]\ntitle = 'g'\n[[group.statement]]\ncode = 's'\nwords = 's'",
        "a" * (framework.LARGEST + 1),
        written(shipped(ForWhom.CAREGIVER)).replace('"listening"', '"respect"'),
        written(shipped(ForWhom.CAREGIVER)).replace('"listening"', '"Listening!"'),
    ],
)
def test_sys_37_what_is_no_framework_is_refused_with_a_reason(text: str):
    with pytest.raises(NotRead) as why:
        read(text, "x")
    assert str(why.value)


def test_sys_37_where_two_views_lie_far_apart_a_sentence_says_how_to_speak_of_it():
    told = shipped(ForWhom.CAREGIVER)
    first, last = told.levels[0].code, told.levels[-1].code
    kinder, harder = told.statements[0], told.statements[1]

    said = framework.how_to_say_it(
        told, {kinder.code: last, harder.code: first}, {kinder.code: first, harder.code: last}
    )

    assert [kinder.words in said[1], harder.words in said[0]] == [True, True]
    assert framework.how_to_say_it(told, {kinder.code: last}, {kinder.code: told.levels[-2].code}) == ()
    assert not any(sign.isdigit() for each in said for sign in each)
