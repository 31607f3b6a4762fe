"""The exercises as a learner plays them: nothing is ticked before, each point after its step, and it knows its end."""

from __future__ import annotations

from rehearsed import Learner


def test_friday_capture(learner: Learner) -> None:
    learner.begin("Friday capture")
    assert learner.ticks() == []
