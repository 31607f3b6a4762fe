"""Whether what stands on the screen says that it is made up: by its edge, and in a word."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from caregiver_desk.desk import theme


def is_striped(widget: QWidget) -> bool:
    """Whether its edge is painted as that of what is made up, all round."""
    seen, wide, high = widget.grab().toImage(), widget.width() - 1, widget.height() - 1
    sides = [[(x, 1) for x in range(40)], [(x, high - 1) for x in range(40)],
             [(1, y) for y in range(40)], [(wide - 1, y) for y in range(40)]]  # fmt: skip
    return all(theme.colour("stripe").rgb() in {seen.pixel(*at) for at in side} for side in sides)


def says_so(widget: QWidget) -> bool:
    return any(each.text() == "FICTIONAL" and each.isVisible() for each in widget.findChildren(QLabel))
