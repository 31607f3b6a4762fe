"""Week sheets on paper: what is printed is what is typed, in the same order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store.book import Book

ONE_PAGE = b"/Type /Page\n"


@pytest.fixture
def desk(cleared: Programme, open_window: Callable[[Book], Desk], tmp_path: Path) -> Desk:
    """A supervisor at the week sheet of a caregiver with one home on her list."""
    given = {"household": cleared.household, "caregiver": cleared.caregiver}
    ACTS["assign_household"](cleared.book, **given, since=clock.today())
    desk = open_window(cleared.book).open("week")
    desk.answers.folder = tmp_path
    return desk


@pytest.mark.parametrize("whose", ["Sibongile", "everybody", "a blank one"])
def test_a_week_sheet_goes_onto_one_page_of_paper(desk: Desk, tmp_path: Path, whose: str) -> None:
    desk.press("Print sheets").press(whose).press("Save as PDF")

    (file,) = tmp_path.glob("week sheets*.pdf")
    assert file.read_bytes().count(ONE_PAGE) == 1
    assert file.name in desk.status()


def test_a_second_paper_never_overwrites_the_first(desk: Desk, tmp_path: Path) -> None:
    for _ in range(2):
        desk.press("Print sheets").press("Save as PDF")

    assert len(list(tmp_path.glob("week sheets*.pdf"))) == 2


def test_the_name_of_the_file_tells_of_nobody(desk: Desk, tmp_path: Path) -> None:
    desk.press("Print sheets").press("Sibongile").press("Save as PDF")

    (file,) = tmp_path.glob("*.pdf")
    assert "sibongile" not in file.name.lower()
