"""Where something may lie over a page for a while: not over what saves it or what has the keys, and else over little.

It is looked for at the foot, then above what stays in sight there, and last at the head, over the title.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import product

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Primary
from caregiver_desk.desk.parts.forms import Foot

SAVES = (Primary, Foot)
USED = (QAbstractButton, QLineEdit, QPlainTextEdit)
Rects = Collection[QRect]


def out_of_the_way(size: QSize, ground: QWidget, over: QWidget) -> QRect:
    """Where on this part of a window, which is `over`; of equals what is found first."""
    kept, used, room = list(kept_free(ground, over)), list(_seen(USED, ground, over)), _place_of(ground, over)
    places = [QRect(corner, size) for corner in _corners(size, room, kept)]
    head = places[-1].top()
    return min(places, key=lambda each: (_covered(each, kept), each.top() == head, _covered(each, used)))


def in_the_way(place: QRect, ground: QWidget, over: QWidget) -> bool:
    """Whether something that lies there is over what must be seen, or beyond the ground."""
    return not _place_of(ground, over).contains(place) or _covered(place, list(kept_free(ground, over))) > 0


def kept_free(ground: QWidget, over: QWidget) -> Iterator[QRect]:
    """Where stands what saves, and what is being filled in or about to be pressed."""
    yield from _seen(SAVES, ground, over)
    held = QApplication.focusWidget()
    if held and ground.isAncestorOf(held):
        yield _in_hand(held).translated(held.mapTo(over, QPoint()))


def _in_hand(held: QWidget) -> QRect:
    """Of a list or a table the place in which one is; nothing of what only holds other things."""
    if isinstance(held, QAbstractItemView):
        return held.visualRect(held.currentIndex())
    return held.rect() if isinstance(held, USED) else QRect()


def _seen(sorts: tuple[type[QWidget], ...], ground: QWidget, over: QWidget) -> Iterator[QRect]:
    """As much of each as is not scrolled away."""
    for each in ground.findChildren(QWidget):
        if isinstance(each, sorts) and not (seen := each.visibleRegion().boundingRect()).isEmpty():
            yield seen.translated(each.mapTo(over, QPoint()))


def _corners(size: QSize, room: QRect, kept: Rects) -> Iterator[QPoint]:
    """From the foot upwards, on the side from which one reads first."""
    gap, aside = theme.px(theme.GAP), theme.px(theme.WIDE)
    sides = [room.left() + aside, room.right() - aside - size.width()]
    if QApplication.isRightToLeft():
        sides.reverse()
    foot, head = room.bottom() - gap - size.height(), room.top() + gap
    above = [each.top() - gap - size.height() for each in kept if each.bottom() >= foot]
    for top, side in product([foot, *(each for each in above if each > head), head], sides):
        yield QPoint(side, top)


def _place_of(ground: QWidget, over: QWidget) -> QRect:
    return ground.rect().translated(ground.mapTo(over, QPoint()))


def _covered(place: QRect, those: Rects) -> int:
    return sum(place.intersects(each) for each in those)
