"""How many people somebody supervises: said at the door, and found after a merge."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import RoadClosed
from caregiver_desk.records.supervision.supervision import LinkPurpose
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

Send = Callable[..., Any]


def on_the_way(book: Book, person: str, **more: Any) -> str:
    today = clock.today().isoformat()
    return named("record_aspiring")(book, person=person, team=own_team(book), since=today, **more).record


def linked(book: Book, supervisor: str, name: str, purpose: str = "practice") -> Any:
    her = named("record_person")(book, given_names=name).record
    return named("record_supervision")(
        book, caregiver=her, supervisor=supervisor, purpose=purpose, since=clock.today().isoformat()
    )


def codes(book: Book) -> list[str]:
    return [each.code for each in together.found(book)]


def test_sys_53_on_the_way_to_manage_a_team_four_people_are_supervised_and_a_fifth_is_warned_of(book: Book):
    with pytest.raises(RoadClosed):
        on_the_way(book, book.person)
    named("open_road")(book, road="aspiring managers")
    kgomotso = named("record_person")(book, given_names="Kgomotso").record
    on_the_way(book, kgomotso)

    said = [linked(book, kgomotso, name).sentence for name in ("Ane", "Bhe", "Cas", "Dan")]
    assert not any("people" in each for each in said)
    assert codes(book) == []
    fifth = linked(book, kgomotso, "Edu")

    assert fifth.sentence.endswith("That makes 5 people; on the way to manage a team 4 were agreed.")
    assert codes(book) == ["over-limit"]
    named("change_supervision")(book, id=fifth.record, fields={"until": clock.today().isoformat()})
    assert codes(book) == []


def test_sys_53_the_limit_is_said_with_the_person_or_by_the_site_and_a_mentor_does_not_count(book: Book):
    named("open_road")(book, road="aspiring managers")
    kgomotso = named("record_person")(book, given_names="Kgomotso").record
    told = on_the_way(book, kgomotso, most=1)
    linked(book, kgomotso, "Ane")
    linked(book, kgomotso, "Bhe", "mentor")
    assert codes(book) == []
    linked(book, kgomotso, "Cas")
    assert codes(book) == ["over-limit"]

    named("change_aspiring")(book, id=told, fields={"most": None})
    assert codes(book) == []
    named("set_norm")(book, name="span_aspiring", value=1, reason="small beginnings")
    assert codes(book) == ["over-limit"]


def test_sys_53_two_laptops_that_gave_people_apart_find_the_limit_exceeded_together(
    book: Book, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    named("open_road")(book, road="aspiring managers")
    introduced(book, office)
    kgomotso = named("record_person")(book, given_names="Kgomotso").record
    on_the_way(book, kgomotso, most=2)
    send(book, office)
    for each, names in ((book, ("Ane", "Bhe")), (office, ("Cas",))):
        for name in names:
            assert "were agreed" not in linked(each, kgomotso, name).sentence

    send(book, office)
    send(office, book)

    assert codes(office) == ["over-limit"]


def test_sys_53_who_is_on_the_way_is_nobodys_line_manager_by_listening(book: Book):
    named("open_road")(book, road="aspiring managers")
    on_the_way(book, book.person)

    her = named("add_caregiver")(book, given_names="Ane").record

    (link,) = questions.listing(book, "supervision", {"caregiver": her})
    assert link["purpose"] == LinkPurpose.PRACTICE


def test_a_seventh_person_is_noted_and_an_eleventh_warned_of(book: Book):
    said = [named("add_caregiver")(book, given_names=f"Number {number}").sentence for number in range(1, 12)]

    assert not any("That makes" in each for each in said[:6])
    assert all("people to listen to" in each for each in said[6:10])
    assert "speak with your coordinator" in said[10]
