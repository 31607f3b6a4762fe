"""The parts of a page, and the key that goes from one to the next: F6, as on other desks.

A card is a part, and so is what says of itself that it is one. The order is that of Tab, so that both read alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from caregiver_desk.desk.parts.layout import Card

PART = "part of a page"
Goes = Callable[[QWidget], QWidget | None]


def as_part(part: QWidget) -> QWidget:
    """The same, known as a part of its page."""
    part.setProperty(PART, True)
    return part


def go_to_part(held: QWidget | None, *, back: bool = False) -> None:
    """Give the keys to the beginning of the part after the one that has them, or of the one before it."""
    if held is None:
        return
    goes: Goes = QWidget.previousInFocusChain if back else QWidget.nextInFocusChain
    here, found = _part_of(held), _next_that_takes_keys(held, goes)
    while found is not held and _part_of(found) is here:
        found = _next_that_takes_keys(found, goes)
    if back:
        found = _beginning(found)
    found.setFocus(Qt.FocusReason.ShortcutFocusReason)


def order_as_read(holder: QWidget) -> None:
    """Tab and F6 go as one reads, also where rows came later than what stands below them."""
    found = [each for each in _as_read(holder) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, other in pairwise(found):
        QWidget.setTabOrder(one, other)


def _as_read(holder: QWidget) -> Iterator[QWidget]:
    """Everything that is laid out in it, from above."""
    yield holder
    if laid := holder.layout():
        yield from _inside(laid)


def _inside(laid: QLayout) -> Iterator[QWidget]:
    for place in range(laid.count()):
        item = cast("QLayoutItem", laid.itemAt(place))
        if inner := item.widget():
            yield from _as_read(inner)
        elif (further := item.layout()) is not None:
            yield from _inside(further)


def _beginning(held: QWidget) -> QWidget:
    """What comes first in this part."""
    part, first = _part_of(held), held
    before = _next_that_takes_keys(held, QWidget.previousInFocusChain)
    while before is not held and _part_of(before) is part:
        first, before = before, _next_that_takes_keys(before, QWidget.previousInFocusChain)
    return first


def _next_that_takes_keys(held: QWidget, goes: Goes) -> QWidget:
    each = goes(held) or held
    while each is not held and not _takes_keys(each):
        each = goes(each) or held
    return each


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
