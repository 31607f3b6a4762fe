"""The desk turned round: a caregiver reads what is written about her, and nothing of anybody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from driver import Desk, Programme
from PySide6.QtWidgets import QLabel

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store.book import Book


@pytest.fixture
def turned(programme: Programme, open_window: Callable[[Book], Desk]) -> list[str]:
    """What she reads, after a talk, a visit and a burden; another caregiver has a record too."""
    book, her = programme.book, {"caregiver": programme.caregiver}
    other = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena").record
    promises = [{"owner": "supervisor", "what": "ask about the stipend", "due": clock.today()}]
    ACTS["hold_check_in"](book, **her, day=clock.today(), words={"how_are_you": "tired"}, promises=promises)
    ACTS["hold_check_in"](book, caregiver=other, day=clock.today(), words={"how_are_you": "nobody may read this"})
    ACTS["record_burden"](book, **her, codes=["W1"], severity=3, since=clock.today())
    ACTS["record_visit"](book, **her, household=programme.household, day=clock.today(), outcome="done")
    desk = open_window(book).open("people").choose_person("Sibongile Ndaba").press("Turn round for them")
    front = desk._front()
    assert front.objectName() == "turned-round"
    assert front.geometry().size() == desk.window.size()
    return [each.text() for each in front.findChildren(QLabel) if each.text()]


def test_she_reads_what_the_two_of_them_wrote(turned: list[str]) -> None:
    assert {"tired", "Promise · ask about the stipend", "your supervisor", "you"} <= set(turned)


def test_nobody_else_is_on_the_screen(turned: list[str]) -> None:
    told = "\n".join(turned)

    assert [word for word in ("Grace", "HH-031", "Mudau", "nobody may read this") if word in told] == []
