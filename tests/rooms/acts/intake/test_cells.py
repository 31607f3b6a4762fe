"""What one cell says: days, phones, wards."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.acts.intake import cells, days
from caregiver_desk.acts.intake.days import Order

DAY = date(2024, 4, 3)


@pytest.mark.parametrize(
    "written",
    [
        "2024-04-03", "2024/4/3", "2024-04-03 00:00:00", "3 Apr 2024", "03-April-2024", "3 APR. 2024", "3 april 2024",
        "3 Apr 24", "April 3, 2024", "Wed 3 Apr 2024", "Woensdag, 3 April 2024", "45385", "45385.5",
    ],
)  # fmt: skip
def test_a_day_that_can_only_be_one_needs_no_help(written: str):
    assert days.day(written, order=None) == DAY


@pytest.mark.parametrize("written", ["03/04/2024", "3.4.2024", "3-4-2024", "03 04 2024", "03/04/2024 00:00"])
def test_two_numbers_and_a_year_are_read_as_the_sheet_writes_them(written: str):
    assert days.day(written, order=Order.DAY) == DAY
    assert days.day(written, order=Order.MONTH) == date(2024, 3, 4)
    with pytest.raises(ValueError, match="4 Mar 2024 or 3 Apr 2024"):
        days.day(written, order=None)


def test_three_numbers_of_two_digits_may_be_three_days():
    with pytest.raises(ValueError, match="24 Apr 2003 or 3 Apr 2024"):
        days.day("24/04/03", order=None)
    assert days.day("24/04/03", order=Order.YEAR) == DAY
    assert days.day("03/04/24", order=Order.DAY) == DAY


@pytest.mark.parametrize("written", ["4538", "453850", "soon", "31/02/2024", "2024-13-01", "3 Foo 2024", "0/0/2024"])
def test_what_is_no_day_is_refused(written: str):
    with pytest.raises(ValueError, match=r"day|month"):
        days.day(written, order=Order.DAY)


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.sampled_from(["/", "-", ".", " ", " / "]))
def test_every_day_is_read_back_as_itself(meant: date, sign: str):
    numbers = {Order.DAY: "%d{0}%m{0}%Y", Order.MONTH: "%m{0}%d{0}%Y"}

    for order, written in numbers.items():
        assert days.day(f"{meant:{written.format(sign)}}", order=order) == meant


@given(st.dates(date(1932, 1, 1), date(2126, 1, 1)))
def test_a_count_of_days_is_read_from_where_the_workbook_begins(meant: date):
    for zero in (date(1899, 12, 30), date(1904, 1, 1)):
        assert days.day(str((meant - zero).days), order=None, zero=zero) == meant


@given(st.lists(st.dates(date(1980, 1, 1), date(2026, 1, 1)), min_size=1, max_size=6), st.sampled_from(list(Order)))
def test_an_order_is_only_certain_when_it_is_the_one_that_was_written(told: list[date], order: Order):
    written = {Order.DAY: "%d/%m/%y", Order.MONTH: "%m/%d/%y", Order.YEAR: "%y/%m/%d"}[order]

    assert order in days.orders_of([f"{day:{written}}" for day in told], since=1980)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("825550101", "0825550101"),
        ("825550101.0", "0825550101"),
        ("0825550101", "0825550101"),
        ("27825550101", "+27825550101"),
        ("+27 82 555 0101", "+27 82 555 0101"),
        ("082 555 0101 / 083 555 0102", "082 555 0101 / 083 555 0102"),
        ("12345", "12345"),
        ("neighbour: 0825550101", "neighbour: 0825550101"),
    ],
)
def test_a_phone_gets_only_the_zero_back_that_it_lost(written: str, meant: str):
    assert cells.phone(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"), [("45", 45), ("45 min", 45), ("1h30", 90), ("1:30", 90), ("2 hours", 120), ("90.0", 90)]
)
def test_a_length_is_read_in_minutes(written: str, meant: int):
    assert cells.minutes(written) == meant


@pytest.mark.parametrize("written", ["8,25550101E+08", "8.2555E+08", "8E8"])
def test_a_rounded_phone_is_lost_and_said_so(written: str):
    with pytest.raises(ValueError, match="rounded"):
        cells.phone(written)


@pytest.mark.parametrize("written", ["7", "07", "7.0", "Ward 7", "ward07", "WARD: 7", "Wyk 7", "W7"])
def test_one_ward_is_written_in_many_ways(written: str):
    assert cells.ward(written) == "7"


def test_a_ward_with_a_name_keeps_it():
    assert cells.ward("Ward Seven") == "Ward Seven"


@pytest.mark.parametrize("written", ["8", "12", "07"])
def test_a_phone_of_two_digits_is_none(written: str):
    with pytest.raises(ValueError, match="too short"):
        cells.phone(written)
