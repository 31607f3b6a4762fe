"""What is asked of somebody outside names no home, however its number is written."""

from __future__ import annotations

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NamesTheHome
from caregiver_desk.store.book import Book


@pytest.mark.parametrize("told", ["In HH031 a child", "ring 0825550101 first", "ring +27 82 555 0101", "near Bluegate"])
def test_sys_55_a_home_is_not_named_by_a_number_that_is_written_another_way(book: Book, told: str):
    house = {"team": own_team(book), "code": "HH-031", "nickname": "Blue Gate", "phone": "082 555 0101"}
    home = named("record_household")(book, **house).record
    named("open_road")(book, road="consultants")

    with pytest.raises(NamesTheHome):
        named("record_consultation")(
            book, household=home, day=clock.today().isoformat(), adviser="Dr Pillay", advice="x", asked=told
        )
