"""Who works at Lesedi Ridge, and what happened to them."""

from __future__ import annotations

from collections import Counter

from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import OPEN, Books, listed


def person(book: Book, name: str) -> str:
    return listed(book, "person", given_names=name)[0].id


def states(book: Book) -> dict[str, str]:
    """How everyone's work stands, by given name."""
    called = {each.id: each["given_names"] for each in listed(book, "person")}
    return {called[each["person"]]: each["state"] for each in listed(book, "engagement", role="caregiver")}


def test_twelve_caregivers_work_in_two_teams(books: Books):
    book = books.coordinator
    teams = {each.id: each["name"] for each in listed(book, "team")}
    entered_twice = person(book, "Marie")
    engaged = [each for each in listed(book, "engagement", role="caregiver") if each["person"] != entered_twice]

    assert Counter(teams[each["team"]] for each in engaged) == {"North": 6, "South": 6}


def test_everyone_else_is_who_the_story_says(books: Books):
    book = books.coordinator
    called = questions.names_of(book, [each.id for each in listed(book, "person")])
    roles = {(called[each["person"]], each["role"]) for each in listed(book, "engagement")}

    assert {each for each in roles if each[1] != "caregiver"} == {
        ("Fhatuwani Netsianda", "coordinator"),
        ("Nomvula Shezi", "supervisor"),
        ("Mpho Lekalakala", "supervisor"),
        ("Thandeka Mabuza", "supervisor"),
        ("Zanele Arendse", "trainer"),
        ("Sister Boitumelo Kekana", "protection lead"),
    }


def test_maria_was_entered_twice_on_two_laptops(books: Books):
    maria, marie = questions.find(books.coordinator, "Maria Baloyi"), questions.find(books.coordinator, "Marie Baloi")

    assert [each.scope for each in maria] == [books.south.site]
    assert [each.scope for each in marie] == [books.north.site]
    assert listed(books.coordinator, "visit", caregiver=marie[0].id)


def test_two_different_women_are_called_grace_mokoena(books: Books):
    assert {each.kind for each in questions.find(books.north, "Grace Mokoena")} == {"person", "member"}


def test_one_left_one_died_one_is_confirmed(books: Books):
    found = states(books.north)

    assert (found["Nkateko"], found["Elizabeth"], found["Lindiwe"]) == ("left", "deceased", "active")


def test_thandeka_acted_up_for_three_weeks(books: Books):
    (acting,) = listed(books.north, "engagement", person=person(books.north, "Thandeka"), role="supervisor")

    assert (acting["since"], acting["until"]) == ("2026-07-13", "2026-07-31")


def due(book: Book, somebody: str) -> list[questions.Leaf]:
    """Whatever still waits to be done with or for her."""
    kinds = ("promise", "follow_up", "stressor")
    open_ones = [each for kind in kinds for each in listed(book, kind, caregiver=somebody) if each["state"] in OPEN]
    running = [each for kind in ("assignment", "supervision") for each in listed(book, kind, caregiver=somebody)]
    talks = [each for each in listed(book, "check_in", caregiver=somebody) if (each["next_day"] or "") > "2026-08-14"]
    return [*open_ones, *(each for each in running if each["until"] is None), *talks]


def test_nothing_is_due_for_somebody_who_has_gone(books: Books):
    for name in ("Nkateko", "Elizabeth"):
        assert due(books.north, person(books.north, name)) == []
        assert due(books.coordinator, person(books.north, name)) == []
    assert due(books.north, person(books.north, "Grace"))
