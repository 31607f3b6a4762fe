"""Tab after Tab through a window: what has the keys in turn, in which order, and whether the eye sees where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from reach import contrast, pixels_of

from caregiver_desk.desk.parts.parting import _part_of

MOST = 400  # stops of one window; who has not come round by then is in a trap
TO_SEE = 3.0  # WCAG 2.4.13: how far a ring stands out from what was there
RING = 24  # pixels of a ring that are seen at least
ROUND_IT = 6  # pixels round what has the keys in which its ring may be


class Stop(NamedTuple):
    """What had the keys, and how many pixels of the picture said so."""

    held: QWidget
    seen: int


def stops(window: QWidget) -> list[Stop]:
    """What has the keys, one Tab after the other, until it begins anew."""
    window.activateWindow()
    QApplication.processEvents()
    found: list[Stop] = []
    before = QApplication.focusWidget()
    for _ in range(MOST):
        QTest.keyClick(before or window, Qt.Key.Key_Tab)
        held = QApplication.focusWidget()
        if held is None or held is before:
            continue  # within a table Tab goes from cell to cell
        if found and held is found[0].held:
            return found
        found.append(Stop(held, _seen(held, window)))
        before = held
    if before and not found:  # there is one stop, and Tab stays there
        return [Stop(before, _seen(before, window))]
    raise AssertionError(f"no way out of {_called(before or window)}")


def _seen(held: QWidget, window: QWidget) -> int:
    """Pixels that change so far that the eye sees it, when it no longer has the keys."""
    place = _place(held, window).adjusted(-ROUND_IT, -ROUND_IT, ROUND_IT, ROUND_IT) & window.rect()
    with_keys = window.grab(place).toImage()
    held.clearFocus()
    without = window.grab(place).toImage()
    held.setFocus(Qt.FocusReason.TabFocusReason)
    return _changed(with_keys, without)


def never_reached(window: QWidget, found: Sequence[Stop]) -> list[str]:
    """What can be pressed or typed into, and never has the keys."""
    reached = {each.held for each in found}
    within = (each for each in window.findChildren(QWidget) if each.isVisibleTo(window) and each.isEnabled())
    wanted = (each for each in within if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None)
    return [_called(each) for each in wanted if each not in reached]


def unseen(found: Sequence[Stop]) -> list[str]:
    """What looks the same with the keys and without them."""
    return [_called(each.held) for each in found if each.seen < RING]


def against_the_eye(window: QWidget, found: Sequence[Stop]) -> list[str]:
    """Stops of one part of a page that come after what stands below them, or right of them in the same line.

    The round begins at what stands first: Tab may have begun in the middle of it.
    """
    wrong, places = [], [_place(each.held, window) for each in found]
    first = next((number for number, here in enumerate(places) if not any(_before(each, here) for each in places)), 0)
    for _, part in groupby((each.held for each in (*found[first:], *found[:first])), key=_part_of):
        for one, other in pairwise(part):
            if _before(_place(other, window), _place(one, window)):
                wrong.append(f"{_called(other)} after {_called(one)}")
    return wrong


def _before(one: QRect, other: QRect) -> bool:
    """Whether the eye meets it first: it stands above, or left of it in the same line."""
    return one.bottom() <= other.top() or (_in_one_line(one, other) and one.right() <= other.left())


def _in_one_line(here: QRect, there: QRect) -> bool:
    shared = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
    return shared > min(here.height(), there.height()) / 2


def _changed(one: QImage, other: QImage) -> int:
    if one.isNull():
        return 0
    changed = Counter(pair for pair in zip(pixels_of(one), pixels_of(other), strict=True) if pair[0] != pair[1])
    return sum(number for (now, then), number in changed.items() if contrast(QColor(now), QColor(then)) >= TO_SEE)


def _place(each: QWidget, window: QWidget) -> QRect:
    return QRect(each.mapTo(window, QPoint(0, 0)), each.size())


def _called(each: QWidget) -> str:
    return f"{type(each).__name__} “{each.accessibleName()}”"
