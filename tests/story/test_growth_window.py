"""The page Growth: with nothing on it, by the keys alone, of one person, and the roads that a site opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from driver import Desk, Programme
from keyboard import Keyboard

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.desk.parts.buttons import Chip
from caregiver_desk.practice.growth.shelves import every_shelf
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.store import access, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book


def entries(desk: Desk) -> list[Any]:
    return list(desk.window.pages["growth"].entries.list.rows.rows())


def tick(desk: Desk, road: Road) -> Desk:
    desk.open("settings").window.findChild(Chip, f"road-{road.name.lower()}").click()
    return desk.rest()


def test_by_the_keys_alone_thanks_are_kept_opened_and_put_right(
    desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    hands = Keyboard(desk, record_property).press("Alt+0", "Shift+F6")
    for _ in every_shelf():
        if hands.holds() != "Thanks":
            hands.press("Down")
    hands.press("Ctrl+F")
    assert "What families and colleagues thanked somebody for." in desk.message()
    assert hands.holds() == "Keep thanks"

    hands.press("Space")
    assert hands.holds() == "Who is thanked"
    hands.write("Sib").press("Tab")
    while hands.holds() != "What for":
        hands.press("Tab")
    hands.write("staying the night").press("Ctrl+Return")
    (kept,) = entries(desk)
    assert (kept.name, kept.quiet.split(" · ")[0]) == ("staying the night", "Sibongile Ndaba")

    hands.press("Ctrl+F", "Tab", "Tab", "Return")
    desk.fill(said_by="a family").press("Save")
    assert questions.listing(desk.book, "thanks")[0]["said_by"] == "a family"


def test_a_person_has_one_way_to_what_is_kept_of_their_growth(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    team = questions.listing(programme.book, "team")[0].id
    for person, words in ((programme.book.person, "the lift"), (programme.caregiver, "staying the night")):
        ACTS["record_thanks"](programme.book, person=person, team=team, what_for=words, day="2026-01-05")
    desk = open_window(programme.book).open("people").press("Growth and learning").press("Thanks")

    assert [each.name for each in entries(desk)] == ["staying the night"]
    desk.fill(whose="")
    assert len(entries(desk)) == 2


def test_a_road_is_opened_by_a_tick_and_its_shelf_stands_on_the_page(desk: Desk) -> None:
    shelves = desk.open("growth").window.pages["growth"].shelves
    assert "Partnerships" not in [each.text() for each in shelves._buttons()]
    tick(desk, Road.PARTNERSHIPS)
    assert open_roads(desk.book) == {Road.PARTNERSHIPS}

    desk.open("growth").press("Partnerships")
    assert "Who of us sits with which partner" in desk.message()
    tick(desk, Road.PARTNERSHIPS)
    assert open_roads(desk.book) == frozenset()


def test_where_a_site_came_in_after_a_road_was_opened_settings_and_today_say_so_with_one_press(
    programme: Programme, coordinator: Book, send: Callable[..., Any], open_window: Callable[[Book], Desk]
) -> None:
    for road in ("research", "partnerships"):
        ACTS["open_road"](coordinator, road=road)
    send(programme.book, coordinator)
    desk = open_window(coordinator).open("settings")
    assert desk.message().count("Not open yet at Lesedi (Nomvula Shezi).") == 2
    desk.press("Open there")
    assert desk.message().count("Not open yet at") == 1

    desk.open("today")
    assert "Our roads are not open there yet: partnerships\nLesedi (Nomvula Shezi)" in desk.message()
    desk.press("Open them there")
    assert "Our roads are not open there yet" not in desk.message()
    send(coordinator, programme.book)
    assert open_roads(programme.book) == {Road.RESEARCH, Road.PARTNERSHIPS}


def test_who_has_a_coordinator_reads_which_roads_are_open(
    programme: Programme, coordinator: Book, open_window: Callable[[Book], Desk]
) -> None:
    ACTS["open_road"](coordinator, road="research")
    desk = open_window(programme.book).open("settings")

    assert "Your coordinator opens and closes these." in desk.message()
    assert desk.tags().count("closed") == len(Road)


def test_the_record_of_a_year_is_one_press_from_whoever_it_is_about_and_a_few_letters_from_anywhere(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    book, day = programme.book, clock.today()
    told = {"caregiver": programme.caregiver, "area": "boundaries and safety", "day": day}
    goal = ACTS["set_goal"](book, goal="To say no kindly", **told).record
    ACTS["review_goal"](book, goal=goal, course="met", evidence="The gate on Friday.", day=day)
    desk = open_window(book).open("people").choose_person("Sibongile Ndaba")
    assert "not known here" not in " ".join(desk.timeline())
    desk.press("Their year")

    assert "Your year, Sibongile Ndaba" in desk.message()
    assert "You learned" in desk.message()
    assert "To say no kindly · The gate on Friday." in desk.message()
    desk.press("Close").do_from_palette("record of a year")
    assert "Your year, Nomvula Shezi" in desk.message()
    assert "To say no kindly" not in desk.message()


def test_a_year_is_read_together_then_turned_round_for_whoever_it_is_about(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    team, today = questions.listing(programme.book, "team")[0].id, clock.today()
    given = {"person": programme.caregiver, "team": team, "day": today, "said_by": "a family"}
    ACTS["record_thanks"](programme.book, what_for="You stayed the night.", **given)
    ACTS["hold_check_in"](programme.book, caregiver=programme.caregiver, day=today)
    desk = (
        open_window(programme.book)
        .open("people")
        .press("Growth and learning")
        .press("Thanks")
        .press("The record of a year")
    )

    assert "Your year, Sibongile Ndaba" in desk.message()
    assert "“You stayed the night.” · a family" in desk.message()
    assert "Nothing of these days is kept here yet." in desk.press("The year before").message()
    desk.press("The last twelve months").press("Show them their record")
    assert "You were heard" in desk.message()
    desk.press("Turn back")
    entries_of_her = access.entries(programme.book, programme.caregiver)
    assert {each.what for each in entries_of_her} >= {What.OPENED, What.TURNED}


def test_what_only_a_coordinator_does_is_offered_to_nobody_else(
    programme: Programme, coordinator: Book, open_window: Callable[[Book], Desk]
) -> None:
    for book, offered in ((programme.book, False), (coordinator, True)):
        desk = open_window(book).open("growth")
        assert ("Make somebody a supervisor" in desk.press("New in a role").buttons()) is offered
        assert "Begin a plan" in desk.buttons()
