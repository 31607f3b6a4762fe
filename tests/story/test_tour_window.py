"""Pictures of the desk: whoever asks for them gets every page and sheet that the week of the story has."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from rehearsed import Learner

from caregiver_desk.desk import theme, tour


@pytest.fixture
def one_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """On one screen, in one look."""
    monkeypatch.setattr(tour, "SCREENS", tour.SCREENS[:1])
    monkeypatch.setattr(tour, "LOOKS", tour.LOOKS[:1])


@pytest.mark.usefixtures("one_look")
def test_a_tour_goes_to_its_end_and_leaves_out_only_what_the_week_has_no_button_for(
    learner: Learner, qapp: QApplication, tmp_path: Path
) -> None:
    pictures = tour.take(qapp, learner.book, learner.rehearsing.rehearsal.opener, tmp_path)
    theme.wear(qapp)

    named = {each.name.partition("-")[0] for each in pictures}
    of_no_group = {"session", "members"}
    assert {*learner.window.pages, *tour._sheets(learner.window, tmp_path)} - named == {"rehearsal", *of_no_group}
