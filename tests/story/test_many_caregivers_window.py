"""A list of very many caregivers: a page at a time, found by a few letters, those who left apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk, Programme
from PySide6.QtCore import QModelIndex

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk.answers.people.caregivers import caregivers
from caregiver_desk.desk.answers.visits.weeks import TEAM
from caregiver_desk.store import access, questions
from caregiver_desk.store.book import Book

MANY = 230
SYLLABLES = ("ba", "kho", "li", "mpu", "nze", "tsa", "wi")


def name(number: int) -> str:
    """A name that is like no other."""
    places = (number // 49, number // 7 % 7, number % 7)
    return "".join(SYLLABLES[place] for place in places).capitalize() + "ndi" * (number % 3)


GONE = name(7)


@pytest.fixture
def desk(programme: Programme, open_window: Callable[[Book], Desk], tmp_path: Path) -> Desk:
    """230 caregivers beside the one of the programme; one of them has left."""
    sheet = tmp_path / "people.csv"
    sheet.write_text("Given names;Surname\n" + "".join(f"{name(n)};Family{n}\n" for n in range(MANY)))
    ACTS["bring_in_people"](programme.book, path=sheet)
    gone = next(each for each in questions.find(programme.book, GONE) if each.kind == "person")
    (engaged,) = questions.listing(programme.book, "engagement", {"person": gone.id})
    ACTS["change_engagement"](programme.book, id=engaged.id, fields={"state": "left", "until": clock.today()})
    return open_window(programme.book).open("people")


def shown(desk: Desk) -> list[str]:
    return [each.name for each in desk.people()]


def look_for(desk: Desk, words: str) -> list[str]:
    desk.page().found.look_for(words)  # type: ignore[attr-defined]
    return shown(desk.rest())


def test_a_page_is_there_at_once_and_the_next_when_it_is_scrolled_to(desk: Desk) -> None:
    rows = desk.page().found.list.rows  # type: ignore[attr-defined]
    assert (len(shown(desk)), f"{MANY} caregivers" in desk.message()) == (200, True)

    while rows.canFetchMore(QModelIndex()):
        rows.fetchMore(QModelIndex())
        desk.rest()

    names = shown(desk)
    assert (len(names), names == sorted(names), f"{GONE} Family7" in names) == (MANY, True, False)


def test_who_left_stands_apart_and_is_found_by_name_all_the_same(desk: Desk) -> None:
    desk.press("Who left (1)")
    assert shown(desk) == [f"{GONE} Family7"]
    assert len(desk.press("Back to who is here").people()) == 200

    assert [(each.name, each.heard) for each in caregivers(desk.book, GONE.lower()).rows] == [
        (f"{GONE} Family7", "no longer here")
    ]
    assert look_for(desk, "ndaba") == ["Sibongile Ndaba"]
    assert ("Start check-in" in desk.buttons(), [*access.entries(desk.book, desk.people()[0].id)]) == (False, [])
    assert look_for(desk, "nobody") == []


def test_whoever_one_comes_for_is_shown_though_her_page_is_far_down(desk: Desk, programme: Programme) -> None:
    desk.window.go("today")
    desk.window.go("people", {"caregiver": programme.caregiver})

    assert "Sibongile Ndaba" in desk.rest().message().splitlines()


def test_one_who_came_back_is_here_and_nowhere_twice(desk: Desk) -> None:
    gone = next(each for each in questions.find(desk.book, GONE) if each.kind == "person")
    team = own_team(desk.book)
    ACTS["record_engagement"](desk.book, person=gone.id, team=team, role="caregiver", since=clock.today())

    told = caregivers(desk.book)

    assert (told.total, told.left) == (MANY + 1, 0)
    assert [each.name for each in told.rows].count(f"{GONE} Family7") == 1


def test_a_week_reads_the_sheets_of_a_team_and_goes_on_to_the_next(desk: Desk) -> None:
    page = desk.open("week").page()
    assert len(page._week.sheets) == 2 * TEAM  # type: ignore[attr-defined]
    everyone = list(page._week.names.values())  # type: ignore[attr-defined]
    assert everyone[0] in page.grid.accessibleName()  # type: ignore[attr-defined]

    for _ in range(TEAM + 1):
        page.save()
        desk.rest()

    assert everyone[TEAM + 1] in page.grid.accessibleName()  # type: ignore[attr-defined]
    desk.find_sheet("sibongile")
    assert "Sibongile" in page.grid.accessibleName()  # type: ignore[attr-defined]


def test_a_page_that_comes_late_is_no_part_of_a_list_that_was_read_anew(desk: Desk) -> None:
    page = desk.page()
    rows = page.found.list.rows  # type: ignore[attr-defined]

    page.ask()
    rows.fetchMore(QModelIndex())
    names = shown(desk.rest())
    assert names == sorted(names) == [each.name for each in caregivers(desk.book, many=len(names)).rows]

    page.found.look_for("ndaba")  # type: ignore[attr-defined]
    rows.fetchMore(QModelIndex())
    assert shown(desk.rest()) == ["Sibongile Ndaba"]


def test_a_long_list_stays_as_long_and_at_its_place_when_something_changes(desk: Desk, programme: Programme) -> None:
    page = desk.page()
    page.found.list.rows.fetchMore(QModelIndex())  # type: ignore[attr-defined]
    far = shown(desk.rest())[-1]
    desk.choose_person(far)

    ACTS["change_person"](desk.book, id=programme.caregiver, fields={"phone": "082 000 0001"})
    page.ask()

    assert (len(shown(desk.rest())), page.found.list.current().name) == (MANY, far)  # type: ignore[attr-defined]


def test_whoever_was_taken_out_is_not_shown_any_more(desk: Desk) -> None:
    first, second = shown(desk)[:2]
    desk.choose_person(first)
    (engaged,) = questions.listing(desk.book, "engagement", {"person": desk.page().found.wanted})  # type: ignore[attr-defined]

    ACTS["withdraw_engagement"](desk.book, id=engaged.id)
    desk.page().ask()

    assert second in desk.rest().message().splitlines()
    assert first not in desk.message().splitlines()


def test_what_is_typed_while_an_older_answer_is_on_its_way_is_kept(desk: Desk) -> None:
    page = desk.open("week").page()
    for _ in range(TEAM - 1):
        page.save()
    last = desk.rest().page()._whose  # type: ignore[attr-defined]

    page.save()
    late = page.question()(desk.book)
    page._choose(last)  # type: ignore[attr-defined]
    page.answer(late)
    page._take(0, 0, "99")  # type: ignore[attr-defined]
    desk.rest()

    sheet = page._week.sheet(last)  # type: ignore[attr-defined]
    assert len(page._typed.entries(sheet, page._week.days[0])) == 1  # type: ignore[attr-defined]
