"""The access log at the desk: looking at somebody is written once, and a partner's log that was cut short is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store import access
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book


def said_of(programme: Programme) -> list[str]:
    return [each.what for each in access.entries(programme.book, programme.caregiver)]


def test_opening_her_page_again_and_again_is_one_look(programme: Programme, desk: Desk) -> None:
    for _ in range(3):
        desk.open("today").open("people").choose_person("Sibongile Ndaba")

    assert said_of(programme) == [What.OPENED]


def test_reading_together_the_history_and_paper_are_written_each(
    programme: Programme, desk: Desk, tmp_path: Path
) -> None:
    ACTS["hold_check_in"](programme.book, caregiver=programme.caregiver, day=clock.today())
    desk.answers.file = tmp_path / "paper.pdf"
    desk.open("people").choose_person("Sibongile Ndaba").press("Show them their record").press("Turn back")
    desk.open_entry("Check-in").press("History").press("Close").press("Leave")
    desk.press("List of numbers").press("Print")

    assert said_of(programme) == [What.OPENED, What.TURNED, What.HISTORY, What.LISTED, What.PRINTED]


def test_an_entry_of_a_list_that_is_only_seen_is_no_look(programme: Programme, desk: Desk) -> None:
    desk.open("today").open("households").open("sharing")

    assert said_of(programme) == []


def test_a_partners_log_that_was_cut_short_is_said_on_her_card(
    programme: Programme, coordinator: Book, open_window: Callable[[Book], Desk], tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    giver, taker = open_window(programme.book), open_window(coordinator)
    giver.answers.folder = stick
    for cut in (False, True):
        if cut:
            with programme.book.writing() as cursor:
                cursor.execute("DROP TRIGGER access_leaves_when_old")
                cursor.execute("DELETE FROM access WHERE number > 1")
            ACTS["record_household"](programme.book, team=own_team(programme.book), code="HH-099")
        before = set(stick.iterdir())
        giver.open("sharing").press("Make a bundle").press("Choose the stick")
        (taker.answers.file,) = set(stick.iterdir()) - before
        taker.open("sharing").press("Open a bundle").press("Apply")
        assert ("entries are gone or changed" in taker.message()) is cut
