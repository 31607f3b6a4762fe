"""The first hour on a new laptop, without a detour: what comes next is always the one obvious thing, on Today.

A supervisor opens the program for the first time. She begins her book, keeps its recovery sheet, brings in the people
and homes she has in spreadsheets, types a week from paper, holds a check-in, meets her coordinator, and gives him a
bundle, which he opens at his desk.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from acquainted import introduce
from doorway import PASSPHRASE, Doorway
from driver import Desk
from PySide6.QtTest import QTest

from caregiver_desk import clock
from caregiver_desk.acts import opening
from caregiver_desk.desk.parts.buttons import Primary
from caregiver_desk.practice.visits.codes import list_number
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions, slots
from caregiver_desk.store.book import Book
from caregiver_desk.sync import trust

SAMPLES = Path(__file__).parents[1] / "samples"
FRIDAY = date(2026, 3, 6)
ANSWERS = {"organisation": "Lesedi Care", "officer": "Ms Mudau", "purposes": "to support families"}


@pytest.fixture(autouse=True)
def on_a_friday() -> None:
    """The paper sheets of the week lie on her table."""
    clock.shift(FRIDAY - clock.today())


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Her folder with the two sheets that she has kept for years."""
    (tmp_path / "table").mkdir()
    for name in ("north-caregivers.csv", "north-households.csv"):
        shutil.copy(SAMPLES / name, tmp_path / "table")
    return tmp_path / "table"


@pytest.fixture
def coordinator(tmp_path: Path) -> Iterator[Book]:
    """The real book of her coordinator, on another laptop."""
    told = {"name": "Fhatuwani Mudau", "role": Role.COORDINATOR, "site": "Lesedi", "team": "", "cost": slots.FLOOR}
    with closing(opening.new_book(tmp_path / "his", PASSPHRASE, **told, **ANSWERS)[0]) as book:
        yield book


def next_thing(desk: Desk) -> str:
    """The one obvious next thing on Today."""
    desk.open("today")
    (green,) = [each for each in desk.window.findChildren(Primary) if each.isVisible() and not each._back]
    return green.text()


def go_on(desk: Desk, label: str) -> Desk:
    assert next_thing(desk) == label
    return desk.press(label)


def bring_in(desk: Desk, sheet: Path, label: str) -> Desk:
    desk.answers.file = sheet
    return desk.press("Bring in a spreadsheet").press(label).press("Done")


def type_a_week(desk: Desk) -> None:
    """Both homes on each day, as they stand on paper."""
    grid = desk.page().grid  # type: ignore[attr-defined]
    for day in range(5):
        grid.go_free(day)
        for number in (1, 2):
            QTest.keyClicks(grid, list_number(number).replace("-", "").rjust(3, "0"))
            desk.rest()


def test_from_the_first_opening_to_the_bundle_on_her_coordinators_desk(
    at_the_door: Callable[..., Doorway],
    coordinator: Book,
    open_window: Callable[[Book], Desk],
    table: Path,
    tmp_path: Path,
) -> None:
    doorway = at_the_door().fill(name="Nomvula Shezi", team="North", passphrase=PASSPHRASE, once_more=PASSPHRASE)
    doorway.answers.folder = tmp_path
    desk = doorway.press("Begin my book").press("Save as PDF").press("Open my desk").desk()
    assert list(tmp_path.glob("recovery-sheet-*.pdf"))

    bring_in(go_on(desk, "Go to caregivers"), table / "north-caregivers.csv", "Bring in 5")
    bring_in(go_on(desk, "Bring in the homes"), table / "north-households.csv", "Bring in 4")
    go_on(desk, "Type a week from paper").find_chip("Sibo")
    type_a_week(desk)
    assert questions.count(desk.book, "visit") == 10

    go_on(desk, "Hold a check-in").fill(caregiver="Sibo", minutes="45", how_are_you="tired but well")
    desk.fill(what__1="ask about the stipend", due__1="+7").press("Held")

    card = trust.my_card(coordinator, "Fhatuwani Mudau")
    (tmp_path / "fhatuwani.card").write_bytes(card)
    desk.answers.file = tmp_path / "fhatuwani.card"
    go_on(desk, "Meet a partner").press("Open a card")
    desk.fill(words=" ".join(trust.read_card(card)[1])).press("Pair")
    introduce(coordinator, desk.book, "Nomvula Shezi")

    desk.answers.folder = tmp_path / "stick"
    desk.answers.folder.mkdir()
    go_on(desk, "Make the first bundle").press("Make a bundle").press("Choose the stick")
    assert "Next" not in desk.open("today").message().splitlines()

    his = open_window(coordinator)
    (his.answers.file,) = (tmp_path / "stick").iterdir()
    his.open("sharing").press("Open a bundle").press("Apply")
    told = "\n".join(his.open("people").choose_person("Sibo Ndaba").timeline())
    assert (told.count("Visit · HH-00"), "45 min" in told, "tired but well" in told) == (10, True, False)
