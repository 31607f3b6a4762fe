"""Advice on a hard case stays with the case; who gives it from outside does not learn which home it is."""

from __future__ import annotations

from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NamesTheHome, RoadClosed
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.profiles import profile

TOLD = {
    "adviser": "Dr Anna Pillay, rehabilitation",
    "topic": "a wheelchair",
    "advice": "Ask the hospital for a fitting.",
}


@pytest.fixture
def house(book: Book) -> str:
    told = {"team": own_team(book), "code": "HH-031", "nickname": "Blue Gate"}
    house = named("record_household")(book, **told).record
    named("record_member")(book, household=house, first_name="Nomsa")
    return house


def consulted(book: Book, house: str, **more: Any) -> str:
    day = clock.today().isoformat()
    return named("record_consultation")(book, **{"household": house, "day": day, **TOLD, **more}).record


def test_sys_55_a_consultation_is_logged_with_what_was_advised_and_by_whom(book: Book, house: str):
    with pytest.raises(RoadClosed):
        consulted(book, house)
    named("open_road")(book, road="consultants")
    made = consulted(book, house, asked="A child of seven has outgrown her wheelchair.")

    kept = questions.get(book, "consultation", made)
    assert (kept["adviser"], kept["advice"]) == (TOLD["adviser"], TOLD["advice"])
    assert kept.scope == questions.get(book, "household", house).scope


@pytest.mark.parametrize("told", ["In hh 031 a child", "at the blue gate", "Nomsa, seven, has outgrown"])
def test_sys_55_what_somebody_outside_hears_names_neither_the_home_nor_who_lives_there(
    book: Book, house: str, told: str
):
    named("open_road")(book, road="consultants")

    with pytest.raises(NamesTheHome):
        consulted(book, house, asked=told)
    made = consulted(book, house, asked=told, outside=False)
    with pytest.raises(NamesTheHome):
        named("change_consultation")(book, id=made, fields={"outside": True})
    assert questions.count(book, "consultation") == 1


def test_sys_55_no_field_of_a_consultation_leaves_the_team_or_its_concern():
    for kind, stays in (("consultation", Audience.WORDS), ("concern_advice", Audience.PROTECTION)):
        assert {field.audience for field in KINDS[kind].fields.values()} == {stays}
    assert not profile("coordinator").audiences & {Audience.WORDS, Audience.PROTECTION}
    assert profile("supervisor").scopes == "hers"  # whoever is asked has no right in the scope of the team
    assert Audience.PROTECTION not in profile("supervisor").audiences


def test_sys_55_advice_on_a_concern_is_kept_with_it(book: Book, house: str):
    named("open_road")(book, road="consultants")
    noted = {"danger": "no", "sort": "deliberate neglect", "whom": "a child", "seen": "hungry", "household": house}
    concern = named("note_concern")(book, **noted, noticed=clock.today().isoformat()).record
    told = {name: each for name, each in TOLD.items() if name != "topic"}
    with pytest.raises(NamesTheHome):
        named("record_concern_advice")(book, concern=concern, day=clock.today().isoformat(), **told, asked="Nomsa is")

    made = named("record_concern_advice")(book, concern=concern, day=clock.today().isoformat(), **told).record

    assert questions.get(book, "concern_advice", made).scope == questions.get(book, "concern", concern).scope
