"""A coordinator looks after the areas of her organisation, and looks at the figures of one of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import Desk
from keyboard import Keyboard

from caregiver_desk.desk.parts.buttons import Small
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.sheets.people.areas import AreasSheet
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

Open = Callable[[Book], Desk]
Note = Callable[[str, object], None]


@pytest.fixture
def desk(coordinator: Book, open_window: Open) -> Desk:
    return open_window(coordinator)


def founded(desk: Desk) -> Desk:
    """A district in a province, and the site in the district."""
    desk.open("settings").press("Look after our areas")
    desk.press("Found an area").fill(name="Lesedi Province", level="province").press("Save")
    desk.press("Found an area").fill(name="Hills", level="district", lies_in="Lesedi Province").press("Save")
    return on_line(desk, "Place: Lesedi").fill(lies_in="Hills").press("Save")


def lines(desk: Desk) -> dict[str, Small]:
    """What can be done of each area and site, by what is read out."""
    return {each.accessibleName(): each for each in sheet(desk).findChildren(Small) if each.isVisible()}


def sheet(desk: Desk) -> AreasSheet:
    return next(each for each in desk.window.findChildren(AreasSheet) if each.isVisible())


def on_line(desk: Desk, name: str) -> Desk:
    lines(desk)[name].click()
    return desk.rest()


def test_a_district_is_founded_in_a_province_and_the_site_placed_in_it(desk: Desk, coordinator: Book) -> None:
    desk.open("settings")
    assert "None yet. An area is what sites lie in" in desk.message()
    founded(desk)

    assert list(lines(desk)) == ["Change: Lesedi Province", "Change: Hills", "Place: Lesedi"]
    assert "In no area yet" not in desk.message()
    desk.press("Close")
    assert "2 areas" in desk.message()

    on_line(desk.press("Look after our areas"), "Change: Hills").fill(name="Ridge").press("Save")
    assert {each["name"] for each in questions.listing(coordinator, "region")} == {"Lesedi Province", "Ridge"}


def test_what_would_lie_in_itself_is_refused_in_words_and_an_area_with_a_site_in_it_is_not_given_up(desk: Desk) -> None:
    on_line(founded(desk), "Change: Lesedi Province").fill(lies_in="Hills").press("Save")
    assert "An area cannot lie in itself. Nothing was changed." in desk.message()

    on_line(desk.press("Leave"), "Change: Hills").press("Take out")
    assert "1 area or site lies in this area. Nothing was changed." in desk.message()


def test_areas_are_found_and_founded_by_keys_alone(desk: Desk, record_property: Note) -> None:
    hands = Keyboard(desk, record_property)
    desk.open("settings").press("Look after our areas")

    hands.press("Space")  # to found one has the keys already
    hands.write("Lesedi Province").press("Ctrl+Return")
    assert list(lines(desk)) == ["Change: Lesedi Province", "Place: Lesedi"]


def test_figures_are_chosen_of_one_area_and_its_report_bears_its_name(desk: Desk) -> None:
    founded(desk).press("Close").open("insight")
    (chooser,) = [each for each in desk.page().findChildren(Chooser) if each.accessibleName().startswith("Area")]
    hills = next(key for key, words in chooser._options.items() if words == "Hills (district)")
    chooser.chosen.emit(hills)
    desk.rest().press("Report")

    assert "Hills" in desk.message()
    assert "A figure stands by area only where" in desk.message()
    desk.press("Freeze it")
    assert desk.typed("region") == "Hills"


def test_a_supervisor_has_no_areas_to_look_after(programme: object, open_window: Open) -> None:
    desk = open_window(programme.book).open("settings")  # type: ignore[attr-defined]

    assert "Look after our areas" not in desk.buttons()
