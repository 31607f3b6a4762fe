"""Exercises in another language at the desk: chosen on the page, played, and honest about who has read them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from rehearsed import Learner, go_to_monday, homes_left_on_monday

from caregiver_desk.trainer import languages
from caregiver_desk.trainer.exercises.form import SHIPPED, WORDS

UNREAD = "nog nie deur ’n moedertaalspreker nagegaan nie"
OWN = """Die kraan by die skool
5 minute, by die skootrekenaar van die noorde

Toneel
Die kraan is droog.

Klaar wanneer
- Dit staan op die agenda: a new thing to bring, caregiver is Lindiwe Khambule

Wenk ná 2 minute
Kyk op haar bladsy.
"""
ENGLISH = (
    "The tap at the school\n5 minutes, at the laptop of the north\n"
    "Done when\n- It is there: a new thing to bring\nHint after 2 minutes\nLook."
)


@pytest.fixture(autouse=True)
def english_before_and_after() -> Iterator[None]:
    with languages.hearing("en"):
        yield


def choose(learner: Learner, language: str) -> None:
    """From the list that opens on the page."""
    (chooser,) = (each for each in learner.buttons() if each in {"English", "Afrikaans", "isiTest"})
    learner.press(chooser)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    next(each for each in menu.actions() if each.text() == language).trigger()
    menu.close()
    learner.rest()


def titles(learner: Learner) -> list[str]:
    return [each.name for each in learner.page().list.rows.rows()]  # type: ignore[attr-defined]


def test_another_language_is_chosen_on_the_page_and_an_exercise_ticks_in_it_as_ever(learner: Learner) -> None:
    choose(learner.choose("Friday capture"), "Afrikaans")
    assert "Vrydag se inskrywings" in titles(learner)
    assert "Friday capture" not in titles(learner)

    learner.begin("Vrydag se inskrywings")
    assert UNREAD in learner.tags()
    assert "Wat om te doen" in learner.message()
    go_to_monday(learner)
    assert "Volgende: Maandag se vier huise is op haar staat" in learner.told()
    one, *others = list(homes_left_on_monday(learner))[:4]
    learner.type_keys("".join([one, "n", *others]))

    assert learner.ticks() == [1, 2]
    assert "Klaar. Gaan terug na die oefening" in learner.told()


def test_what_is_under_way_is_left_when_the_language_changes_and_english_comes_back(learner: Learner) -> None:
    learner.begin("Friday capture")
    choose(learner, "Afrikaans")
    assert learner.rehearsing.doing is None

    choose(learner, "English")
    assert "Friday capture" in titles(learner)
    assert UNREAD not in learner.tags()


def test_a_sites_own_folder_may_hold_a_language_of_its_own_and_what_it_lacks_stands_in_english(
    learner: Learner, tmp_path: Path
) -> None:
    (tmp_path / "zz").mkdir()
    words = (SHIPPED / "af" / WORDS).read_text(encoding="utf-8").replace('"Afrikaans"', '"isiTest"')
    (tmp_path / "zz" / WORDS).write_text(words, encoding="utf-8")
    (tmp_path / "zz" / "tap.txt").write_text(OWN, encoding="utf-8")
    (tmp_path / "tap.txt").write_text(ENGLISH, encoding="utf-8")
    learner.window.hands.dialogs = learner.answers
    learner.answers.folder = tmp_path
    learner.open("rehearsal").press("Bring exercises")
    assert titles(learner)[-1] == "The tap at the school"
    choose(learner, "isiTest")

    assert titles(learner)[-1] == "Die kraan by die skool"
    learner.choose("Friday capture")
    assert "Not written in your language yet" in learner.message()
    learner.begin("Die kraan by die skool").open("people").choose_person("Lindiwe Khambule")
    learner.press("They asked to bring").fill(what="Die kraan").press("Save")
    assert learner.ticks() == [1]


def test_papers_are_saved_in_the_language_that_is_heard(learner: Learner, tmp_path: Path) -> None:
    choose(learner.choose("Friday capture"), "Afrikaans")
    learner.window.hands.dialogs = learner.answers
    learner.answers.folder = tmp_path
    learner.press("Handouts").press("Save in a folder")
    made = subprocess.run(["pdftotext", str(tmp_path / "sheets.pdf"), "-"], capture_output=True, text=True, check=True)

    assert "Wat om te doen" in made.stdout
    assert "What to do" not in made.stdout
