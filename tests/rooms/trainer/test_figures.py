"""The figures of the fictional programme, half a year of it: what is listed is what is counted, and names nobody."""

from __future__ import annotations

from datetime import date

import pytest

from caregiver_desk.acts.insight.figures import Figure, exact, told
from caregiver_desk.acts.insight.listing import one_by_one
from caregiver_desk.acts.insight.own import chosen, known
from caregiver_desk.practice import spans
from caregiver_desk.practice.insight.indicators import Indicator, Question, shipped
from caregiver_desk.practice.insight.telling import FEW, Why
from caregiver_desk.practice.spans import Span
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.calendar import standing_on
from caregiver_desk.trainer.story import Books, listed

FRIDAY = date(2026, 9, 4)  # on which the books stand
PERIODS = ("2026-07", "2026-Q2")
PRIVATE = ("I09", "I10", "I11", "I12", "I13", "I14", "I30", "V08")


def days(period: str) -> Span:
    found = spans.named(period)
    assert found
    return found


def seen(book: Book, code: str, period: str, place: str = "") -> list[Figure]:
    with standing_on(FRIDAY):
        return exact(book, chosen(book, code), days(period), place)


def number(book: Book, indicator: Indicator, question: Question | None, period: str, place: str) -> int | None:
    if question is None:
        return None
    with standing_on(FRIDAY):
        found = one_by_one(book, question, days(period), place, most=10_000, adds=indicator.adds)
        return sum(each.number for each in found)


@pytest.mark.parametrize("code", shipped())
def test_what_is_listed_is_as_much_as_what_is_counted(books: Books, code: str):
    indicator = known(books.north)[code]
    teams = [each.id for each in listed(books.north, "team")]
    for period in PERIODS:
        for place in ("", *teams):
            whole = seen(books.north, code, period, place)[0]
            if whole.why is None:
                counted = (whole.of or 0, whole.per)
                sides = (number(books.north, indicator, each, period, place) for each in (indicator.of, indicator.per))
                assert counted == tuple(sides), (period, place)


@pytest.mark.parametrize("code", shipped())
def test_a_part_is_no_more_than_its_whole_and_teams_together_are_all_of_it(books: Books, code: str):
    for period in PERIODS:
        whole = seen(books.north, code, period)[0]
        if whole.why is None:
            teams = [seen(books.north, code, period, each.id)[0] for each in listed(books.north, "team")]
            assert sum(each.of or 0 for each in teams) <= (whole.of or 0)
            if whole.per is not None and not known(books.north)[code].rate:
                assert (whole.of or 0) <= whole.per


def test_months_add_up_to_their_quarter_where_the_data_says_so(books: Books):
    for code, each in shipped().items():
        quarter = seen(books.north, code, "2026-Q2")[0]
        if each.adds and quarter.why is None:
            months = [seen(books.north, code, f"2026-0{month}")[0] for month in (4, 5, 6)]
            if not each.rate or each.per is None or not each.per.asked:
                assert sum(one.of or 0 for one in months) == (quarter.of or 0), code
                assert sum(one.per or 0 for one in months) == (quarter.per or 0), code


@pytest.mark.parametrize("code", PRIVATE)
def test_a_coordinator_is_told_nothing_of_what_stays_between_two(books: Books, code: str):
    with standing_on(FRIDAY):
        (figure,) = told(books.coordinator, chosen(books.coordinator, code), days("2026-Q2"))

    assert (figure.of, figure.per, figure.why) == (None, None, Why.PRIVATE)


def test_of_what_a_coordinator_is_told_nothing_is_about_one_to_four(books: Books):
    with standing_on(FRIDAY):
        for period in (*PERIODS, "2026"):
            for each in told(books.coordinator, known(books.coordinator), days(period)):
                assert each.of is None or each.of == 0 or each.of >= FEW
                if each.of is not None and each.per is not None and not known(books.coordinator)[each.code].rate:
                    assert each.per - each.of == 0 or each.per - each.of >= FEW


def test_the_months_that_were_frozen_and_the_plans_name_nobody(books: Books):
    names = {str(each[name]) for each in listed(books.north, "person") for name in ("given_names", "surname")} - {
        "None"
    }
    kept = [str(each["figures"]) for each in listed(books.north, "frozen_report")]
    kept += [str(each["figure"]) for each in questions.listing(books.coordinator, "plan_item")]

    assert len(kept) >= 4
    assert [name for name in names if any(name in each for each in kept)] == []
