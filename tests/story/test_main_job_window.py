"""The main job, at two windows: her own sheets go in, a week is recorded, and the book of her coordinator agrees."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from acquainted import introduce
from driver import Desk

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import agreement, histories, questions
from caregiver_desk.store.book import Book

SAMPLES = Path(__file__).parents[1] / "samples"
BOTH_READ = frozenset({Audience.OPEN, Audience.TEAM})
SIBO, FIRST_HOME = "Sibo Ndaba", "Visit · HH-001"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Her folder with the two sheets that she has kept for years."""
    for name in ("north-caregivers.csv", "north-households.csv"):
        shutil.copy(SAMPLES / name, tmp_path)
    return tmp_path


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def two(books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk]) -> tuple[Desk, Desk]:
    """A supervisor with an empty book and her coordinator, each at a window, their words compared aloud."""
    hers, his = books("Nomvula Shezi", Role.SUPERVISOR), books("Fhatuwani Mudau", Role.COORDINATOR)
    introduce(hers, his, "Fhatuwani Mudau")
    introduce(his, hers, "Nomvula Shezi")
    return open_window(hers), open_window(his)


def bring_in_her_sheets(desk: Desk, folder: Path) -> None:
    desk.answers.file = folder / "north-caregivers.csv"
    desk.open("people").press("Bring in a spreadsheet").press("Bring in 5").press("Done")
    desk.answers.file = folder / "north-households.csv"
    desk.press("Bring in a spreadsheet").press("Bring in 4").press("Done")


def record_a_week(desk: Desk) -> None:
    """Five days of one caregiver, her check-in with two promises, and what she was offered."""
    desk.open("visits")
    for days_ago, home in zip(range(5, 0, -1), ("HH-002", "HH-001", "HH-002", "HH-002", "HH-002"), strict=True):
        desk.fill(caregiver="Sibo", household=home, day=f"-{days_ago}", minutes="20").press("Save visit")
    desk.open("supervision").fill(caregiver="Sibo", minutes="45", how_are_you="tired but well")
    desk.fill(what__1="ask about the stipend", due__1="+7")
    desk.fill(owner__2="Caregiver", what__2="workbook, chapter 2", due__2="+4").press("Held")
    desk.open("wellbeing").press("Offer support").fill(caregiver="Sibo", code="Buddy", due="+7").press("Save")


def carry(giver: Desk, taker: Desk, stick: Path) -> None:
    """One makes a bundle at her window, the other looks at it and applies it at hers."""
    before = set(stick.iterdir())
    giver.answers.folder = stick
    giver.open("sharing").press("Make a bundle").press("Choose the stick")
    (taker.answers.file,) = set(stick.iterdir()) - before
    taker.open("sharing").press("Open a bundle")
    assert "Nothing is changed before you say so." in taker.message()
    taker.press("Apply")


def change_the_same_visit(desk: Desk, minutes: str) -> None:
    desk.open("people").choose_person(SIBO).open_entry(FIRST_HOME).fill(minutes=minutes).press("Save")


def said_by(desk: Desk) -> set[str]:
    """What a book says of what both may read."""
    return set(agreement.state(desk.book, BOTH_READ))


def test_her_sheets_and_her_week_stand_on_one_timeline(two: tuple[Desk, Desk], folder: Path) -> None:
    desk, _ = two
    bring_in_her_sheets(desk, folder)
    record_a_week(desk)

    told = "\n".join(desk.open("people").choose_person(SIBO).timeline())

    assert told.count("20 minutes") == 5
    assert "Check-in · one-to-one · 45 min · tired but well" in told
    assert "ask about the stipend" in told
    assert "workbook, chapter 2" in told
    assert "Buddy" in told


def test_what_she_shares_can_be_read_by_her_coordinator_but_not_her_words(
    two: tuple[Desk, Desk], folder: Path, stick: Path
) -> None:
    supervisor, coordinator = two
    bring_in_her_sheets(supervisor, folder)
    record_a_week(supervisor)

    carry(supervisor, coordinator, stick)

    told = "\n".join(coordinator.open("people").choose_person(SIBO).timeline())
    assert told.count("20 minutes") == 5
    assert "tired but well" not in told
    assert said_by(supervisor) <= said_by(coordinator)


def test_two_who_changed_the_same_visit_exchange_settle_and_agree(
    two: tuple[Desk, Desk], folder: Path, stick: Path
) -> None:
    supervisor, coordinator = two
    bring_in_her_sheets(supervisor, folder)
    record_a_week(supervisor)
    carry(supervisor, coordinator, stick)
    change_the_same_visit(supervisor, "45")
    change_the_same_visit(coordinator, "30")
    carry(coordinator, supervisor, stick)

    supervisor.open("sharing").press("Keep left")
    carry(supervisor, coordinator, stick)

    assert [histories.conflicts(desk.book) for desk in two] == [[], []]
    assert length_of_that_visit(supervisor) == length_of_that_visit(coordinator)
    assert said_by(supervisor) <= said_by(coordinator)


def length_of_that_visit(desk: Desk) -> int:
    (home,) = questions.listing(desk.book, "household", {"code": "HH-001"})
    (visit,) = questions.listing(desk.book, "visit", {"household": home.id})
    return int(visit["minutes"])
