"""Somebody asks for her own record: the supervisor looks through the pack, saves it, and hands it over."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import access
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book


@pytest.fixture
def packed(programme: Programme, open_window: Callable[[Book], Desk], tmp_path: Path) -> Desk:
    """A desk with the pack of a caregiver in front; she spoke of a colleague."""
    book = programme.book
    ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena")
    ACTS["hold_check_in"](
        book, caregiver=programme.caregiver, day=clock.today(), words={"how_are_you": "Grace helped me"}
    )
    desk = open_window(book).open("people").choose_person("Sibongile Ndaba").press("A copy for them")
    desk.answers.folder, desk.answers.file = tmp_path, tmp_path / "printed.pdf"
    return desk


def test_the_pack_says_what_is_in_it_before_it_is_saved(packed: Desk) -> None:
    assert "1 check-in" in packed.message()
    assert "not encrypted" in packed.message()


def test_two_files_are_saved_that_name_nobody_else_and_the_log_says_so(
    packed: Desk, programme: Programme, tmp_path: Path
) -> None:
    packed.press("Save both")

    (paper,), (data,) = tmp_path.glob("*.pdf"), tmp_path.glob("*.json")
    told = json.loads(data.read_bytes())
    assert (told["name"], "Grace" in data.read_text(), "another caregiver helped me" in data.read_text()) == (
        "Sibongile Ndaba",
        False,
        True,
    )
    assert paper.read_bytes().startswith(b"%PDF")
    assert paper.name in packed.status()
    assert [each.what for each in access.entries(programme.book, programme.caregiver)][-1] == What.EXPORTED


def test_it_can_be_printed_instead(packed: Desk, programme: Programme, tmp_path: Path) -> None:
    packed.press("Print")

    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    assert [each.what for each in access.entries(programme.book, programme.caregiver)][-1] == What.PRINTED


def test_looking_it_through_and_leaving_writes_no_file(packed: Desk, tmp_path: Path) -> None:
    before = set(tmp_path.iterdir())
    QTest.keyClick(packed._front(), Qt.Key.Key_Escape)

    assert set(packed.rest().answers.folder.iterdir()) == before


def test_she_reads_who_has_looked_where_the_screen_is_turned_round(packed: Desk) -> None:
    packed.press("Leave").press("Show them their record")

    words = [each.text() for each in packed._front().findChildren(QLabel)]
    assert {"Who has looked", "only Nomvula Shezi", "Your record was opened"} <= set(words)
