"""What stands on each list, in words: by name, against what each home needs, and never that there was little."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk.answers.days import told_day
from caregiver_desk.desk.answers.duties import day
from caregiver_desk.desk.answers.supervision.to_bring import agenda
from caregiver_desk.desk.answers.visits.heavy import heavy_from
from caregiver_desk.desk.answers.visits.load import Block, team_load
from caregiver_desk.desk.answers.visits.weeks import week
from caregiver_desk.desk.cards.visits.load_lists import rows_of
from caregiver_desk.desk.cards.visits.trying import Trying, before_and_after
from caregiver_desk.practice.visits.load import Span
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

acts.load()


def ago(days: int) -> str:
    return (clock.today() - timedelta(days)).isoformat()


def caregiver(book: Book, name: str, **work: Any) -> str:
    person = ACTS["add_caregiver"](book, given_names=name).record
    told = {"sort": "child protection register, asked by us", "submitted": ago(200), "result": "cleared"}
    ACTS["record_vetting"](book, person=person, **told)
    if work:
        (engaged,) = questions.listing(book, "engagement", {"person": person})
        ACTS["change_engagement"](book, id=engaged.id, fields=work)
    return person


def homes(book: Book, whose: str, levels: list[int | None], first: int) -> list[str]:
    found = []
    for number, level in enumerate(levels, first):
        fields = {"code": f"HH-{number:03}", "team": own_team(book), "level": level, "village": "Mudzunga"}
        found.append(ACTS["record_household"](book, **fields).record)
        if whose:
            ACTS["assign_household"](book, household=found[-1], caregiver=whose, since=ago(100))
    return found


def visited(book: Book, whose: str, house: str, days: int, outcome: str = "done", **more: Any) -> None:
    ACTS["record_visit"](book, caregiver=whose, household=house, day=ago(days), outcome=outcome, **more)


def block(book: Book, name: str) -> Block:
    return next(each for each in team_load(book).blocks if each.name == name)


@pytest.fixture
def rofhiwa(book: Book) -> str:
    """She walks far to six homes, and was at all of them on each of the three days before today."""
    person = caregiver(book, "Rofhiwa", area="deep rural", travel="on foot")
    hers = homes(book, person, [4, 3, 3, 2, 1, None], 1)
    for back in (1, 2, 3):
        for house in hers:
            visited(book, person, house, back)
    visited(book, person, hers[0], 9, "not safe to enter")
    return person


def test_a_list_is_told_in_words(book: Book, rofhiwa: str):
    told = block(book, "Rofhiwa")

    assert told.brief == ("6 homes", "heavy load")
    assert told.heavy == "This load is heavy: many heavy days."
    assert told.lines == (
        "6 homes: 1 several times a week, 2 weekly, 1 every two weeks, 1 monthly, 1 no need noted",
        "Deep rural · on foot · 1 village or section",
        "3 heavy days in the last 4 days of visits; a day is heavy from 6 visits.",
        "1 door was not safe in the last 90 days.",
    )
    assert heavy_from(book, [rofhiwa, "somebody else"]) == {rofhiwa: 6, "somebody else": 7}


def test_week_sheet_agenda_and_today_mark_a_day_as_heavy_by_the_same_number(book: Book, rofhiwa: str):
    """Six visits on a day are many where ways are long."""
    sheet = week(book, clock.today() - timedelta(1)).sheets[rofhiwa]
    brought = [each.title for each in agenda(book, rofhiwa).items]
    this_week = sum(each <= clock.today().weekday() for each in (1, 2, 3))

    assert sheet.heavy_from == 6
    assert "3 heavy days" in brought
    assert dict(day(book).week)["Heavy days"] == str(this_week)


@pytest.mark.usefixtures("rofhiwa")
def test_lists_stand_by_name_and_a_light_one_is_not_told_apart(book: Book):
    johanna = caregiver(book, "Johanna")
    (one,) = homes(book, johanna, [1], 20)
    visited(book, johanna, one, 2)

    told = team_load(book)

    assert [each.name for each in told.blocks] == ["Johanna", "Rofhiwa"]
    assert told.blocks[0].heavy == ""
    assert "low" not in " ".join(told.blocks[0].lines) + " ".join(told.blocks[0].brief)
    assert told.blocks[0].lines[-1] == "No heavy day in the last day of visits; a day is heavy from 7 visits."


def test_homes_not_seen_for_longest_stand_first_with_what_was_found_at_their_doors(book: Book):
    johanna = caregiver(book, "Johanna")
    monthly, weekly, paused = homes(book, johanna, [1, 3, 3], 1)
    visited(book, johanna, monthly, 20)
    visited(book, johanna, weekly, 25)
    visited(book, johanna, weekly, 12, "nobody home")
    visited(book, johanna, weekly, 5, "refused")
    ACTS["change_household"](book, id=paused, fields={"state": "paused"})

    told = block(book, "Johanna").homes

    assert told[0].id == weekly
    seen = told_day(clock.today() - timedelta(25), clock.today())
    assert f"weekly · not seen since {seen} · refused" in told[0].quiet
    assert "nobody home" in told[0].quiet
    late = {each.id: each.late for each in told}
    assert late == {weekly: True, monthly: False, paused: False}


def test_homes_without_anybody_wait_above_all_lists_and_who_left_gets_none(book: Book, rofhiwa: str):
    johanna = caregiver(book, "Johanna")
    ACTS["caregiver_leaves"](book, caregiver=rofhiwa, state="deceased")

    told = team_load(book)

    assert [(each.name, len(each.homes)) for each in told.blocks] == [("To be placed", 6), ("Johanna", 0)]
    assert dict(told.to) == {johanna: "Johanna"}


def test_what_if_tells_both_lists_and_what_would_be_too_much(book: Book, rofhiwa: str):
    johanna = caregiver(book, "Johanna")
    homes(book, johanna, [4, 4, 4], 20)
    ACTS["open_plan"](book, caregiver=johanna, opened=clock.today(), agreed="yes")
    for response, much in (("fewer homes for a while", {"homes": 3}), ("hours kept free", {"hours": 4})):
        ACTS["arrange_part"](book, caregiver=johanna, response=response, until="2099-03-02", **much)
    told, trying = team_load(book), Trying()
    often = next(each.id for each in block(book, "Rofhiwa").homes if each.level == 4)

    trying.tick(often)
    trying.give(johanna)

    assert list(before_and_after(told, trying.within(told))) == [
        (
            "Johanna: 3 homes now. Then 4 homes: 4 several times a week.",
            [
                "Johanna then has 4 homes that are seen several times a week.",
                "Johanna then has 4 homes; at most 3 were arranged for now.",
            ],
        ),
        ("Rofhiwa: 6 homes now. Then 5 homes: 2 weekly, 1 every two weeks, 1 monthly, 1 no need noted.", []),
    ]
    assert {"At most 3 homes for now.", "4 hours a week are kept free for now."} <= set(block(book, "Johanna").lines)
    (work,) = questions.listing(book, "engagement", {"person": johanna})
    ACTS["change_engagement"](book, id=work.id, fields={"hours": 40})
    assert "4 of 40 hours a week are kept free for now; 36 are left for homes." in block(book, "Johanna").lines
    assert [each.to for each in rows_of(block(book, "Rofhiwa"), trying, told.to) if each.to] == ["Johanna"]
    trying.tick(often)
    assert trying.within(told) == {}
    assert rofhiwa in told.to


def test_seven_people_with_one_supervisor_are_noted(book: Book, make_book: Callable[..., Book]):
    assert team_load(book).span == Span.FITS
    for number in range(7):
        caregiver(book, f"Caregiver {number}")

    assert (team_load(book).span, team_load(book).people) == (Span.NOTED, 7)
    assert team_load(make_book("Fhatuwani Netsianda", "coordinator")).span == Span.FITS


def test_deaths_and_violence_are_told_apart_from_the_load_for_as_long_as_the_site_says(book: Book, rofhiwa: str):
    before = block(book, "Rofhiwa")
    assert before.near == ()
    ACTS["hard_event"](book, caregiver=rofhiwa, event="death of a client", day=ago(60))
    ACTS["hard_event"](book, caregiver=rofhiwa, event="robbery", day=ago(20))
    ACTS["note_incident"](book, caregiver=rofhiwa, sort="threat", day=ago(10))

    told = block(book, "Rofhiwa")
    assert told.near == (
        "Somebody whom they visit died in the last 90 days; ask how they are.",
        "They met violence or threats at work more than once in the last 90 days.",
    )
    assert (told.lines, told.brief, told.heavy) == (before.lines, before.brief, before.heavy)
    ACTS["set_norms"](book, values={"hard_things": 15}, reason="We ask every fortnight.")
    assert block(book, "Rofhiwa").near == ("They met violence or a threat at work in the last 15 days.",)


def test_what_two_people_spoke_of_is_told_beside_no_list_in_a_coordinators_book(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    nomvula, fhatuwani = pair
    hers = caregiver(nomvula, "Johanna")
    (house,) = homes(nomvula, hers, [3], 1)
    visited(nomvula, hers, house, 3, "not safe to enter")
    for event in ("robbery", "death of a child"):
        ACTS["hard_event"](nomvula, caregiver=hers, event=event)
    send(nomvula, fhatuwani)

    ours, theirs = block(nomvula, "Johanna"), block(fhatuwani, "Johanna")
    assert (len(ours.near), theirs.near) == (2, ())
    assert "1 door was not safe in the last 90 days." in theirs.lines  # what the team reads, he reads


def test_what_was_not_to_be_written_down_is_told_nowhere(book: Book, rofhiwa: str):
    ACTS["hard_event"](book, caregiver=rofhiwa, event="robbery", day=ago(20), agreed=False)

    assert block(book, "Rofhiwa").near == ()


def test_nothing_of_a_load_is_kept(book: Book, rofhiwa: str):
    """What somebody might be measured by is worked out, and stands in no table."""
    with book.reading() as cursor:
        cursor.execute("SELECT group_concat(sql) FROM sqlite_master")
        schema = str(cursor.fetchone()[0]).casefold()

    assert "caregiver" in schema
    assert not [word for word in ("heavy", "load_", "score", "rank", "average") if word in schema]
    assert block(book, "Rofhiwa").caregiver == rofhiwa


def test_a_usual_day_is_told_of_as_many_days_as_a_site_says_also_of_who_goes_out_once_a_week(book: Book):
    person = caregiver(book, "Rofhiwa")
    (home,) = homes(book, person, [1], 1)
    ACTS["set_norms"](book, values={"load_usual": 30})
    for weeks in range(30):
        visited(book, person, home, 7 * weeks)

    assert "A usual day has 1 visit." in " ".join(block(book, "Rofhiwa").lines)
