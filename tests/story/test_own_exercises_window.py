"""Exercises of a site's own, below ours: brought from a folder, and a line that is not understood is named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from rehearsed import Learner

from caregiver_desk.desk import app
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.trainer.exercises.shelf import shipped
from caregiver_desk.trainer.rehearsal import Rehearsal

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
(WHOLE,) = re.findall(r"```text\n(.*?)```", README.partition("## Rehearsing")[2].partition("\n## ")[0], re.DOTALL)
TITLE = "The tap at the school"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with the exercise of the README, and one with a slip of the pen."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "tap.txt").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "own" / "well.txt").write_text(WHOLE.replace("thing to bring", "thing to fetch"), encoding="utf-8")
    return tmp_path / "own"


@pytest.fixture
def bringing(learner: Learner, own: Path) -> Learner:
    learner.window.hands.dialogs = learner.answers
    learner.answers.folder = own
    learner.open("rehearsal").press("Bring exercises")
    return learner


def listed(window: Window) -> list[tuple[str, str]]:
    return [(each.name, each.quiet) for each in window.page().list.rows.rows()]  # type: ignore[attr-defined]


def test_the_exercise_of_the_readme_is_brought_stands_below_ours_and_ticks(bringing: Learner) -> None:
    assert listed(bringing.window)[len(shipped()) :] == [
        (TITLE, "5 minutes · your own"),
        ("well.txt", "not understood, line 14"),
    ]
    assert "two of her homes fetch their water there" in bringing.message()

    bringing.begin(TITLE).open("people").choose_person("Lindiwe Khambule")
    assert bringing.ticks() == []
    bringing.press("They asked to bring").fill(what="The tap at the school").press("Save")

    assert bringing.ticks() == [1]
    assert bringing.is_done()
    assert (TITLE, "done") in listed(bringing.window)


def test_a_line_that_is_not_understood_is_said_in_words_and_cannot_be_begun(bringing: Learner) -> None:
    exercises = bringing.page().list  # type: ignore[attr-defined]
    exercises.choose(len(listed(bringing.window)) - 1)

    told = bringing.rest().message()
    assert "well.txt, line 14: there is no kind of record called “thing to fetch”" in told
    assert "put the line right and look again" in told
    assert "Begin" not in bringing.buttons()


def test_a_slip_is_put_right_and_the_folder_brought_again_and_reset_keeps_them(bringing: Learner, own: Path) -> None:
    (own / "well.txt").write_text(WHOLE, encoding="utf-8")
    bringing.press("Bring exercises").press("Reset")

    assert [name for name, _ in listed(bringing.window)][len(shipped()) :] == [TITLE, TITLE]


def test_a_folder_without_any_says_so(bringing: Learner, tmp_path: Path) -> None:
    bringing.answers.folder = tmp_path

    assert "There is no text file in that folder." in bringing.press("Bring exercises").status()
    assert len(listed(bringing.window)) == len(shipped())


def test_the_command_line_brings_them_too(qapp: QApplication, rehearsal: Rehearsal, own: Path) -> None:
    rehearsal.reset()
    found: list[tuple[str, str]] = []

    def look() -> None:
        (window,) = (each for each in qapp.topLevelWidgets() if isinstance(each, Window) and each.isVisible())
        window.go("rehearsal")
        found.extend(listed(window))
        window.close()

    QTimer.singleShot(0, look)
    qapp.setQuitOnLastWindowClosed(False)  # else a second quit waits for whoever runs next in this process
    try:
        app.rehearse(rehearsal, "north", own)
    finally:
        qapp.setQuitOnLastWindowClosed(True)
        rehearsal.get_up()

    assert found[len(shipped())] == (TITLE, "5 minutes · your own")
