"""A field that refers to one of very many records looks for it while one types, and loses nobody to a limit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtWidgets import QApplication

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk.answers import choices
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.fixture
def desk(
    programme: Programme, open_window: Callable[[Book], Desk], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Desk:
    """More homes and caregivers than are at hand."""
    monkeypatch.setattr(choices, "AT_HAND", 2)
    homes = tmp_path / "homes.csv"
    homes.write_text("Code;Nickname\n" + "".join(f"AA-{number:03};gate {number}\n" for number in range(60)))
    ACTS["add_caregiver"](programme.book, given_names="Gatsha", surname="Nel")
    ACTS["bring_in_households"](programme.book, path=homes)
    for name in ("Anna Abel", "Grace Mokoena", "Johanna Titus"):
        given, surname = name.split()
        ACTS["add_caregiver"](programme.book, given_names=given, surname=surname)
    return open_window(programme.book)


def visits(desk: Desk) -> list[tuple[str, str]]:
    found = questions.listing(desk.book, "visit")
    names = questions.names_of(desk.book, [str(each[field]) for each in found for field in ("household", "caregiver")])
    return [(names[each["caregiver"]], names[each["household"]]) for each in found]


def test_one_is_found_by_a_few_letters(
    desk: Desk, record_property: Callable[[str, object], None], programme: Programme
) -> None:
    hands = Keyboard(desk.open("visits"), record_property)
    desk.put_keys_in("caregiver")

    hands.write("moko").press("Tab").write("AA-059").press("Tab")
    desk.rest().press("Save visit")

    assert visits(desk) == [("Grace Mokoena", "AA-059 gate 59")]
    assert programme.caregiver


def test_whoever_goes_on_before_the_answer_comes_has_chosen_all_the_same(desk: Desk) -> None:
    desk.open("visits").fill(caregiver="Grace", household="AA-058").press("Save visit")

    assert visits(desk) == [("Grace Mokoena", "AA-058 gate 58")]


def test_one_that_is_chosen_already_is_called_by_its_name(desk: Desk, programme: Programme) -> None:
    desk.window.go("visits", {"caregiver": programme.caregiver, "household": programme.household})

    assert desk.rest().typed("household") == "HH-031 Mudau"
    assert desk.typed("caregiver") == "Sibongile Ndaba"


def test_several_that_fit_are_asked_and_none_is_taken(desk: Desk) -> None:
    desk.open("visits").fill(caregiver="Grace", household="AA-05").press("Save visit")

    assert "10 fit. Choose one from the list." in desk.message()
    assert questions.count(desk.book, "visit") == 0


def test_a_sheet_over_the_window_finds_them_too(desk: Desk) -> None:
    desk.window.begin("plan_check_in")
    desk.rest().fill(caregiver="Johanna", day="+3").press("Save")

    (planned,) = questions.listing(desk.book, "check_in")
    assert questions.names_of(desk.book, [planned["caregiver"]])[planned["caregiver"]] == "Johanna Titus"
    assert planned["day"] == (clock.today() + timedelta(3)).isoformat()


def test_a_draft_about_one_of_very_many_comes_back_with_its_name(
    desk: Desk, programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    desk.open("visits").fill(caregiver="Grace", household="AA-058", minutes="40").close()

    again = open_window(programme.book).open("visits")

    assert (again.typed("caregiver"), again.typed("household")) == ("Grace Mokoena", "AA-058 gate 58")


def test_one_is_found_though_very_many_of_another_kind_begin_with_the_same_letters(desk: Desk) -> None:
    desk.open("visits").fill(caregiver="gat", household="AA-058").press("Save visit")

    assert visits(desk) == [("Gatsha Nel", "AA-058 gate 58")]


def test_the_answer_to_fewer_letters_chooses_nobody(desk: Desk, programme: Programme) -> None:
    ACTS["add_caregiver"](programme.book, given_names="Siphiwe")
    desk.window.go("visits", {"caregiver": programme.caregiver, "household": programme.household})
    assert desk.rest().typed("caregiver") == "Sibongile Ndaba"

    desk.fill(caregiver="Si").press("Save visit")

    assert "2 fit. Choose one from the list." in desk.message()
    assert questions.count(desk.book, "visit") == 0


def test_one_who_is_called_otherwise_every_day_is_found_by_her_given_name(desk: Desk, programme: Programme) -> None:
    ACTS["add_caregiver"](programme.book, given_names="Margaret", known_as="Maggie", surname="Ndou")

    desk.open("visits").fill(caregiver="margar", household="AA-058").press("Save visit")

    assert visits(desk) == [("Maggie Ndou", "AA-058 gate 58")]


def test_the_title_says_with_whom_a_talk_is(desk: Desk) -> None:
    told = desk.open("supervision").fill(caregiver="Johanna").message()

    assert "Check-in with Johanna" in told


def test_who_visits_homes_herself_can_choose_herself_and_hears_others(desk: Desk, programme: Programme) -> None:
    book = programme.book
    ACTS["record_engagement"](book, person=book.person, team=own_team(book), role="caregiver", since=clock.today())

    desk.open("visits").fill(caregiver="Nomvula", household="AA-058").press("Save visit")
    assert visits(desk) == [("Nomvula Shezi", "AA-058 gate 58")]

    assert "Nothing here is called so." in desk.open("supervision").fill(caregiver="Nomvula").press("Held").message()


def test_a_name_that_the_arrow_keys_put_into_the_line_is_chosen(
    desk: Desk, record_property: Callable[[str, object], None]
) -> None:
    hands = Keyboard(desk.open("visits").put_keys_in("caregiver"), record_property)

    hands.write("johan").press("Down")
    QApplication.activePopupWidget().hide()
    desk.fill(household="AA-058").press("Save visit")

    assert visits(desk) == [("Johanna Titus", "AA-058 gate 58")]
