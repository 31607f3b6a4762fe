"""What one cell says: days, phones, wards."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.acts.intake import cells

DAY = date(2024, 4, 3)


@pytest.mark.parametrize(
    "written",
    ["2024-04-03", "2024/4/3", "2024-04-03 00:00:00", "3 Apr 2024", "03-April-2024", "3 APR. 2024", "3 april 2024"],
)
def test_a_day_that_can_only_be_one_needs_no_help(written: str):
    assert cells.day(written, day_first=None) == DAY


@pytest.mark.parametrize("written", ["03/04/2024", "3.4.2024", "3-4-2024", "03 04 2024", "03/04/2024 00:00"])
def test_two_numbers_and_a_year_are_read_as_the_sheet_writes_them(written: str):
    assert cells.day(written, day_first=True) == DAY
    assert cells.day(written, day_first=False) == date(2024, 3, 4)
    with pytest.raises(ValueError, match="2024-04-03 or 2024-03-04"):
        cells.day(written, day_first=None)


@pytest.mark.parametrize("written", ["45385", "03/04/24", "soon", "31/02/2024", "2024-13-01", "3 Foo 2024", "0/0/2024"])
def test_what_is_no_day_is_refused(written: str):
    with pytest.raises(ValueError, match=r"day|month"):
        cells.day(written, day_first=True)


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.booleans())
def test_every_day_is_read_back_as_itself(meant: date, day_first: bool):
    written = f"{meant:%d/%m/%Y}" if day_first else f"{meant:%m/%d/%Y}"

    assert cells.day(written, day_first=day_first) == meant


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


@pytest.mark.parametrize("written", ["8,25550101E+08", "8.2555E+08", "8E8"])
def test_a_rounded_phone_is_lost_and_said_so(written: str):
    with pytest.raises(ValueError, match="rounded"):
        cells.phone(written)


@pytest.mark.parametrize("written", ["7", "07", "7.0", "Ward 7", "ward07", "WARD: 7", "Wyk 7", "W7"])
def test_one_ward_is_written_in_many_ways(written: str):
    assert cells.ward(written) == "7"


def test_a_ward_with_a_name_keeps_it():
    assert cells.ward("Ward Seven") == "Ward Seven"
