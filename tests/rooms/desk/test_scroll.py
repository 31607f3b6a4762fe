"""A page that is longer than its place: what has the keys stays in sight, unless somebody looks elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caregiver_desk.desk.parts.layout import Scroll, column, holding

HIGH = 300


class Long:
    """A field between two other things, in a place that shows a part of them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.above, self.field, below = QWidget(), QLineEdit(), QWidget()
        below.setFixedHeight(3 * HIGH)
        self.page = Scroll(holding(column(self.above, self.field, below)))
        qtbot.addWidget(self.page)
        self.page.resize(HIGH, HIGH)
        self.page.show()
        self.field.setFocus()

    def grow_above(self, high: int) -> None:
        """As when what was asked of the book has come, after the keys were given."""
        self.above.setFixedHeight(high)

    def seen(self) -> bool:
        return self.field.visibleRegion().boundingRect().height() == self.field.height()

    def turn_wheel(self) -> None:
        spot = QPointF(HIGH / 2, HIGH / 2)
        still = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
        turned = QWheelEvent(spot, spot, QPoint(), QPoint(0, -4800), *still, False)
        QApplication.sendEvent(self.page.viewport(), turned)


@pytest.fixture
def long(qtbot: QtBot) -> Long:
    return Long(qtbot)


def test_what_has_the_keys_stays_in_sight_when_the_page_grows_above_it_or_its_place_shrinks(
    qtbot: QtBot, long: Long
) -> None:
    long.grow_above(2 * HIGH)
    qtbot.waitUntil(lambda: long.page.verticalScrollBar().value() > 0 and long.seen())

    long.page.resize(HIGH, HIGH // 2)
    qtbot.waitUntil(lambda: long.page.viewport().height() == HIGH // 2 and long.seen())


def test_who_turned_the_wheel_is_not_brought_back_when_the_page_is_laid_out_anew(qtbot: QtBot, long: Long) -> None:
    long.grow_above(HIGH)
    qtbot.waitUntil(lambda: long.page.verticalScrollBar().value() > 0)
    long.turn_wheel()
    there = long.page.verticalScrollBar().value()
    assert not long.seen()

    long.grow_above(HIGH + 20)
    qtbot.waitUntil(lambda: long.field.y() > HIGH + 20)
    QApplication.processEvents()

    assert long.page.verticalScrollBar().value() == there
