"""Somebody who stands in twice at once: each time has an end of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, NamedTuple

import pytest
from homes import asked
from meeting import meet

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing.sharing import standing_of
from caregiver_desk.errors import NoKeyOfTheirs
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

Send = Callable[..., Any]


class Twice(NamedTuple):
    nomvula: Book
    fhatuwani: Book
    south: str
    west: str
    records: tuple[str, str]

    def until(self, scope: str) -> Any:
        return standing_of(self.fhatuwani).until(self.nomvula.key, scope)


@pytest.fixture
def twice(pair: tuple[Book, Book], make_book: Callable[..., Book], send: Send) -> Twice:
    nomvula, fhatuwani = pair
    others = [make_book("Mpho Lekalakala"), make_book("Lerato Moloi")]
    for each in others:
        meet(each, fhatuwani)
        asked(each, "Maria")
    named("open_road")(fhatuwani, road="acting up and cover")
    for each in (*others, nomvula):
        send(each, fhatuwani)
    until = (clock.today() + timedelta(10)).isoformat()
    teams = [own_team(each) for each in others]
    made = [named("step_in")(fhatuwani, team=each, person=nomvula.laptop, until=until).record for each in teams]
    south, west = (questions.get(fhatuwani, "team", each).scope for each in teams)
    return Twice(nomvula, fhatuwani, south, west, (made[0], made[1]))


def test_sys_51_a_new_day_for_one_team_lengthens_no_right_in_another(twice: Twice):
    before = twice.until(twice.west)
    named("extend_stepping_in")(twice.fhatuwani, id=twice.records[0], until=(clock.today() + timedelta(60)).isoformat())

    assert twice.until(twice.south) == clock.today() + timedelta(60)
    assert twice.until(twice.west) == before


def test_sys_51_the_end_in_one_team_ends_no_right_in_another(twice: Twice):
    named("end_stepping_in")(twice.fhatuwani, id=twice.records[0])

    assert not standing_of(twice.fhatuwani).may_be_written_by(twice.nomvula.key, twice.south)
    assert standing_of(twice.fhatuwani).may_be_written_by(twice.nomvula.key, twice.west)


def test_sys_51_an_end_that_is_said_to_be_final_ends_the_right_also_for_who_never_paired_with_them(
    twice: Twice, make_book: Callable[..., Book], send: Send
):
    second = make_book("Lindiwe Radebe", "coordinator")
    meet(second, twice.fhatuwani)
    send(twice.fhatuwani, second)
    said = named("end_stepping_in")(second, id=twice.records[0]).sentence
    send(second, twice.fhatuwani)

    assert "final" in said
    assert not standing_of(twice.fhatuwani).may_be_written_by(twice.nomvula.key, twice.south)


def test_sys_51_what_two_times_lend_is_theirs_until_the_later_one_whichever_ends_first(twice: Twice):
    again = named("step_in")(
        twice.fhatuwani,
        team=str(questions.get(twice.fhatuwani, "stepping_in", twice.records[0])["team"]),
        person=twice.nomvula.laptop,
        until=(clock.today() + timedelta(30)).isoformat(),
    ).record
    assert twice.until(twice.south) == clock.today() + timedelta(30)
    named("end_stepping_in")(twice.fhatuwani, id=again)
    assert twice.until(twice.south) == clock.today() + timedelta(10)
    named("end_stepping_in")(twice.fhatuwani, id=twice.records[0])

    assert not standing_of(twice.fhatuwani).may_be_written_by(twice.nomvula.key, twice.south)


def test_sys_51_an_end_is_not_said_where_nothing_is_known_of_their_laptop(twice: Twice):
    person = named("record_person")(twice.fhatuwani, given_names="Thandeka").record
    told = {"person": person, "team": own_team(twice.fhatuwani), "sort": "cover"}
    days = {"since": clock.today().isoformat(), "until": (clock.today() + timedelta(9)).isoformat()}
    site = questions.get(twice.fhatuwani, "team", own_team(twice.fhatuwani)).scope
    record = clock.new_record(site)
    ledger.append(twice.fhatuwani, "by hand", [Change("stepping_in", record, site, {**told, **days})])

    for act, more in (("end_stepping_in", {}), ("extend_stepping_in", {"until": days["until"]})):
        with pytest.raises(NoKeyOfTheirs):
            named(act)(twice.fhatuwani, id=record, **more)
    assert not questions.get(twice.fhatuwani, "stepping_in", record)["settled"]
