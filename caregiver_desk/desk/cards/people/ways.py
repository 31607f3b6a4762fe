"""What can be done for one caregiver: what is done most weeks as large buttons, what is done at times as small ones.

Decision. A dozen ways of equal weight are a wall: nobody finds the one in hand. So four stand out, by how often a
supervisor takes them and how little they may wait; all the others stay in sight below them, since what hides behind a
menu is not found by whoever has never seen it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Quiet, Small, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import column, holding

Does = Callable[[], object]


def ways_often(*ways: tuple[str, str, Does]) -> QWidget:
    """Below each other, each as wide as the card: (words, icon, what it does)."""
    return holding(column(*(pressed(Quiet(words, icon=icon), does) for words, icon, does in ways), gap=theme.SMALL))


def ways_at_times(*ways: tuple[str, Does]) -> QWidget:
    """Beside each other as far as there is room: (words, what it does)."""
    return holding(flow(*(pressed(Small(words), does) for words, does in ways), gap=6))
