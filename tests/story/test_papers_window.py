"""What people sign or take along is printed from where it belongs, and tools that are not ours read it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store import access
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

Opened = Callable[[Book], Desk]


def printed(desk: Desk) -> str:
    """The words on the paper, of one page."""
    done = subprocess.run(["pdftotext", "-layout", str(desk.answers.file), "-"], capture_output=True, check=True)
    pages = done.stdout.decode().removesuffix("\f").split("\f")
    assert len(pages) == 1
    return " ".join(pages[0].split())


def test_a_talk_is_printed_for_two_names_with_what_was_promised(
    programme: Programme, open_window: Opened, tmp_path: Path
):
    words = {"how_are_you": "Tired, and glad that somebody asked.", "danger": ["is not safe"]}
    promised = [{"owner": "supervisor", "what": "ask about the stipend", "due": clock.today()}]
    ACTS["hold_check_in"](
        programme.book, caregiver=programme.caregiver, day=clock.today(), words=words, promises=promised
    )
    desk = open_window(programme.book)
    desk.answers.file = tmp_path / "paper.pdf"

    desk.open("people").choose_person("Sibongile Ndaba").open_entry("Check-in").press("Print")

    told = printed(desk)
    assert "Sibongile Ndaba and Nomvula Shezi" in told
    assert "Tired, and glad that somebody asked." in told
    assert "ask about the stipend" in told
    assert "page 1 of 1" in told
    assert "not safe" not in told
    assert [each.about for each in access.entries(desk.book) if each.what == What.PRINTED] == [programme.caregiver]


def test_the_prompt_for_a_visit_together_is_printed_before_two_go(desk: Desk, tmp_path: Path):
    desk.answers.file = tmp_path / "paper.pdf"

    desk.open("people").choose_person("Sibongile Ndaba").press("Visit together").press("Print a prompt")

    told = printed(desk)
    assert "Sibongile Ndaba: your own view, first" in told
    assert told.count("Listening and warmth") == 2


def test_what_is_kept_about_somebody_is_printed_as_it_is_told(desk: Desk, programme: Programme, tmp_path: Path):
    desk.answers.file = tmp_path / "paper.pdf"

    desk.do_from_palette("Record notice given").fill(person="Sibongile Ndaba").press("Print it")

    told = printed(desk)
    assert "What is kept about you" in told
    assert "Sibongile Ndaba" in told
    assert "Information Regulator" in told
    assert programme.caregiver not in told


def test_what_a_home_is_asked_is_printed_by_its_code_alone(programme: Programme, open_window: Opened, tmp_path: Path):
    home = {"team": own_team(programme.book), "code": "HH-099", "nickname": "Mudau, blue gate"}
    ACTS["record_household"](programme.book, **home)
    desk = open_window(programme.book)
    desk.answers.file = tmp_path / "paper.pdf"

    desk.do_from_palette("Record answer of a household").fill(household="HH-099").press("Print it")

    told = printed(desk)
    assert "Home: HH-099" in told
    assert "You may say no" in told
    assert "Mudau" not in told
