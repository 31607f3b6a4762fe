"""From what was refused to its paragraph: what it means, and what to do next. And F1, from anywhere over a desk."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.layout import desk_of
from caregiver_desk.errors import Problem
from caregiver_desk.wording import say

Told = str | Problem  # a hint at the desk has no paragraph, what was refused has one


@runtime_checkable
class Explains(Protocol):
    """A desk or a door: what explains, over one of its sheets, a code or else whatever has the keys."""

    def explain(self, over: QWidget, code: str = "") -> None: ...


def explain(part: QWidget, code: str = "") -> None:
    """Have it explained by the desk that this stands in or over."""
    above: QWidget | None = part
    while above is not None and not isinstance(above, Explains):
        above = above.parentWidget()
    if above is not None:
        above.explain(desk_of(part), code)


class More(Small):
    """Stands below what was refused, and nowhere else."""

    def __init__(self) -> None:
        super().__init__(say("More about this"))
        self.code = ""
        pressed(self, lambda: explain(self, self.code))
        self.hide()

    def heed(self, told: Told) -> None:
        self.code = told.code if isinstance(told, Problem) else ""
        self.setVisible(bool(self.code))


def refused_in(whole: QWidget) -> str:
    """The code of what was refused in this desk or sheet, as long as it is told there."""
    return next((each.code for each in whole.findChildren(More) if each.isVisible()), "")
