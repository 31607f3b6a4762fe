"""What weighs, said at a talk: a word and a figure, and what was spoken of before stands there with its weight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.cards.wellbeing.burdens import Burden
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


@pytest.fixture
def desk(programme: Programme, open_window: Callable[[Book], Desk]) -> Desk:
    return open_window(programme.book).open("supervision").fill(caregiver="Sibongile")


@pytest.fixture
def hands(desk: Desk, record_property: Callable[[str, object], None]) -> Keyboard:
    return Keyboard(desk, record_property)


def in_finder(desk: Desk) -> Desk:
    desk.page().burdens.line.setFocus()  # type: ignore[attr-defined]
    return desk.rest()


def weighs(desk: Desk) -> list[tuple[frozenset[str], int]]:
    return [(each["codes"], each["severity"]) for each in questions.listing(desk.book, "stressor")]


def burdens(desk: Desk) -> list[Burden]:
    return [each for each in desk.page().findChildren(Burden) if each.isVisible()]


def test_a_word_and_a_figure_are_enough(desk: Desk, hands: Keyboard) -> None:
    in_finder(desk)

    hands.write("travel 3").write("death of 2")
    desk.press("Held")

    assert weighs(desk) == [(frozenset({"G1"}), 2), (frozenset({"W3"}), 3)]


def test_a_word_and_then_a_figure_do_as_well(desk: Desk, hands: Keyboard) -> None:
    in_finder(desk)

    hands.write("paperw").press("Return").write("1")
    desk.press("Held")

    assert weighs(desk) == [(frozenset({"W4"}), 1)]


def test_what_has_no_weight_is_asked_for_and_nothing_is_saved(desk: Desk, hands: Keyboard) -> None:
    in_finder(desk)
    hands.write("paperw").press("Return")

    desk.press("Held")

    assert "How much does it weigh? Type a figure from 0 to 4." in desk.message()
    assert questions.count(desk.book, "check_in") == 0


def test_what_was_mistyped_says_so_and_stays(desk: Desk, hands: Keyboard) -> None:
    in_finder(desk)
    hands.write("rhinoceros 3")

    desk.press("Held")

    assert "“rhinoceros 3” was not found" in desk.message()
    assert desk.page().burdens.line.text() == "rhinoceros 3"  # type: ignore[attr-defined]


def test_what_can_be_taken_out_is_only_what_is_new(programme: Programme, open_window: Callable[[Book], Desk]) -> None:
    ACTS["record_burden"](programme.book, caregiver=programme.caregiver, codes=["W1"], severity=2)
    desk = in_finder(open_window(programme.book).open("supervision").fill(caregiver="Sibongile"))
    desk.page().burdens._take("G8")  # type: ignore[attr-defined]
    desk.rest()

    assert desk.buttons().count("✕") == 1
    desk.press("✕")

    assert len(burdens(desk)) == 1
    assert "Too many households" in desk.message()


def test_what_was_spoken_of_before_is_said_anew_with_one_figure(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    ACTS["record_burden"](programme.book, caregiver=programme.caregiver, codes=["W1"], severity=2)
    desk = open_window(programme.book).open("supervision").fill(caregiver="Sibongile")
    assert "weighs on me some days" in desk.message()

    (line,) = burdens(desk)
    line._choice.chips[4].click()
    desk.rest().press("Held")

    assert weighs(desk) == [(frozenset({"W1"}), 4)]


def test_what_was_weighed_is_there_again_and_of_another_nothing_shows(
    programme: Programme, open_window: Callable[[Book], Desk], record_property: Callable[[str, object], None]
) -> None:
    ACTS["add_caregiver"](programme.book, given_names="Anna", surname="Abel")
    ACTS["record_burden"](programme.book, caregiver=programme.caregiver, codes=["W1"], severity=2)
    desk = in_finder(open_window(programme.book).open("supervision").fill(caregiver="Sibongile"))
    Keyboard(desk, record_property).write("travel 3")
    burdens(desk)[0]._choice.chips[0].click()
    desk.rest().open("people").choose_person("Anna Abel").press("Start check-in")
    assert burdens(desk) == []

    desk.open("people").choose_person("Sibongile Ndaba").press("Start check-in").press("Held")

    assert sorted(severity for _, severity in weighs(desk)) == [0, 3]


def test_f6_goes_from_part_to_part_and_back(desk: Desk, hands: Keyboard) -> None:
    def held() -> QWidget | None:
        return QApplication.focusWidget()

    desk.put_keys_in("caregiver")
    begun = held()
    seen = [begun]
    for _ in range(3):
        hands.press("F6")
        seen.append(held())
    names = [each.accessibleName() for each in seen if each]

    assert names == ["Caregiver", "How are you", "What weighs on them", "The work"]
    for _ in range(3):
        hands.press("Shift+F6")
    assert held() is begun


def test_a_figure_pressed_again_takes_back_what_was_said(
    programme: Programme, open_window: Callable[[Book], Desk], record_property: Callable[[str, object], None]
) -> None:
    ACTS["record_burden"](programme.book, caregiver=programme.caregiver, codes=["W1"], severity=2)
    desk = in_finder(open_window(programme.book).open("supervision").fill(caregiver="Sibongile"))
    Keyboard(desk, record_property).write("travel 3")
    stood, new = burdens(desk)

    for chip in (stood._choice.chips[4], stood._choice.chips[4], new._choice.chips[3]):
        chip.click()
    desk.rest().press("Held")
    assert "How much does it weigh?" in desk.message()
    new._choice.chips[1].click()
    desk.rest().press("Held")

    assert weighs(desk) == [(frozenset({"W3"}), 1), (frozenset({"W1"}), 2)]


def test_a_word_for_what_stands_already_weighs_it_anew(
    programme: Programme, open_window: Callable[[Book], Desk], record_property: Callable[[str, object], None]
) -> None:
    ACTS["record_burden"](programme.book, caregiver=programme.caregiver, codes=["W3"], severity=1)
    desk = in_finder(open_window(programme.book).open("supervision").fill(caregiver="Sibongile"))

    Keyboard(desk, record_property).write("travel 2")
    assert len(burdens(desk.rest())) == 1
    desk.press("Held")

    assert weighs(desk) == [(frozenset({"W3"}), 2)]


def test_what_is_found_but_not_taken_yet_is_taken_when_she_saves(desk: Desk, hands: Keyboard) -> None:
    in_finder(desk)
    hands.write("paperw")

    assert "How much does it weigh?" in desk.press("Held").message()


def test_several_that_fit_are_asked(desk: Desk, hands: Keyboard) -> None:
    in_finder(desk)
    hands.write("de 3")

    assert "fit. Choose one from the list." in desk.press("Held").message()


def test_what_weighs_on_one_is_not_in_sight_when_nobody_is_chosen(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    ACTS["record_burden"](programme.book, caregiver=programme.caregiver, codes=["W1"], severity=2)
    desk = open_window(programme.book).open("supervision").fill(caregiver="Sibongile")
    assert len(burdens(desk)) == 1
    desk.press("Held").open("supervision")
    assert (desk.typed("caregiver"), burdens(desk)) == ("", [])

    desk.fill(caregiver="Sibongile")
    desk.page().form.rows["caregiver"].asks().put(None)  # type: ignore[attr-defined]
    assert burdens(desk.rest()) == []


def test_a_figure_alone_goes_to_nobody_else(
    programme: Programme, open_window: Callable[[Book], Desk], record_property: Callable[[str, object], None]
) -> None:
    ACTS["add_caregiver"](programme.book, given_names="Anna", surname="Abel")
    desk = in_finder(open_window(programme.book).open("supervision").fill(caregiver="Sibongile"))
    hands = Keyboard(desk, record_property)
    hands.write("paperw").press("Return").write("3")

    in_finder(desk.open("people").choose_person("Anna Abel").press("Start check-in"))
    hands.write("2")

    assert burdens(desk) == []


def test_what_an_ended_link_of_theirs_holds_is_brought_and_not_weighed(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    book, her = programme.book, programme.caregiver
    ACTS["record_burden"](book, caregiver=her, codes=["W1"], severity=2)
    (link,) = questions.listing(book, "supervision", {"caregiver": her})
    ACTS["change_supervision"](book, id=link.id, fields={"until": clock.today()})

    desk = open_window(book).open("supervision").fill(caregiver="Sibongile")
    assert "Too many households" in desk.message()
    assert burdens(desk) == []

    desk.press("Held")
    assert questions.count(book, "check_in") == 1


def test_who_is_lost_for_a_word_finds_it_in_its_group_by_keys_alone(desk: Desk, hands: Keyboard) -> None:
    in_finder(desk)

    hands.press("Down", "Right", "Space", "Right", "Space").type("2")
    desk.press("Held")

    assert weighs(desk) == [(frozenset({"O3"}), 2)]
