"""The parts of a page, and the key that goes from one to the next: F6, as on other desks.

A card is a part, and so is what says of itself that it is one. Their order is that in which one reads them.

Decision. That order is asked of the layouts, and never of Qt's chain of focus: PySide 6.11 takes what the chain answers
for a child of what it was asked of, so that a label that goes could take a whole page with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from caregiver_desk.desk.parts.layout import Card, desk_of

PART = "part of a page"


def as_part(part: QWidget) -> QWidget:
    """The same, known as a part of its page."""
    part.setProperty(PART, True)
    return part


def go_to_part(held: QWidget | None, *, back: bool = False) -> None:
    """Give the keys to the beginning of the part after the one that has them, or of the one before it."""
    parts = _parts(desk_of(held)) if held else []
    if parts:
        here = next((at for at, part in enumerate(parts) if held in part), -1 if not back else 0)
        parts[(here + (-1 if back else 1)) % len(parts)][0].setFocus(Qt.FocusReason.ShortcutFocusReason)


def go_on(holder: QWidget, *, back: bool = False) -> bool:
    """Give the keys to what comes next in it as one reads, and round; false where nothing there takes them."""
    stops = [each for each in _as_read(holder) if _takes_keys(each)]
    if not stops:
        return False
    held = next((at for at, each in enumerate(stops) if each.hasFocus()), 0 if back else -1)
    reason = Qt.FocusReason.BacktabFocusReason if back else Qt.FocusReason.TabFocusReason
    stops[(held + (-1 if back else 1)) % len(stops)].setFocus(reason)
    return True


def order_as_read(holder: QWidget) -> None:
    """Tab goes as one reads, also where rows came later than what stands below them."""
    found = [each for each in _as_read(holder) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, other in pairwise(found):
        QWidget.setTabOrder(one, other)


def _parts(window: QWidget) -> list[list[QWidget]]:
    """What takes the keys, part by part; a part that lies within another parts what comes before it from the rest."""
    stops = (each for each in _as_read(window) if _takes_keys(each))
    return [list(part) for _, part in groupby(stops, key=_part_of)]


def _as_read(holder: QWidget) -> Iterator[QWidget]:
    """Everything in it from above, and after what is laid out whatever lies over it."""
    yield holder
    inside = list(_laid_out(holder.layout()))
    over = [each for each in holder.children() if isinstance(each, QWidget) and each not in inside]
    for each in (*inside, *over):
        if not each.isWindow():
            yield from _as_read(each)


def _laid_out(laid: QLayout | None) -> Iterator[QWidget]:
    for place in range(laid.count() if laid else 0):
        item = cast("QLayoutItem", cast("QLayout", laid).itemAt(place))
        if inner := item.widget():
            yield inner
        else:
            yield from _laid_out(item.layout())


def _takes_keys(each: QWidget) -> bool:
    tabbed = each.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return tabbed and each.isVisible() and each.isEnabled() and each.focusProxy() is None


def _part_of(each: QWidget) -> QWidget:
    """The innermost part it lies in; what lies in none belongs to what holds it."""
    part = each
    while not (isinstance(part, Card) or part.property(PART)):
        above = part.parentWidget()
        if above is None or above.isWindow():
            return each.parentWidget() or each
        part = above
    return part
