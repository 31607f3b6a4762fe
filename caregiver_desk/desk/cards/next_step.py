"""The one thing to do next, for who has only begun."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_desk.desk.answers.next_step import Step
from caregiver_desk.desk.parts.buttons import Primary, pressed
from caregiver_desk.desk.parts.layout import Card, row
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.wording import say


class NextStep(Card):
    """What comes next, for who has only begun."""

    def __init__(self, takes: Callable[[Step], object]) -> None:
        self._why = meta(wrap=True)
        self._button = Primary("")
        super().__init__(heading(say("Next")), self._why, row(self._button, 1), edge="leaf")
        self.setFocusProxy(self._button)
        self._step: Step | None = None
        pressed(self._button, lambda: self._step and takes(self._step))
        self.hide()

    def show_step(self, step: Step | None, *, first: bool) -> None:
        """`first` where nothing that is due comes before it."""
        self.setVisible(step is not None)
        self._button.step_back(back=not first)
        self._step = step
        if step:
            self._why.setText(say(step.why))
            self._button.setText(say(step.label))
            self._button.setAccessibleName(say(step.label))
            self._button.updateGeometry()
