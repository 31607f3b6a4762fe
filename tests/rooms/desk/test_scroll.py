"""A page that is longer than its place: what has the keys stays in sight, unless somebody looks elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Scroll, column, holding

HIGH, BESIDE = 300, 12


class Long:
    """Fields between two other things, in a place that shows a part of them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.above, self.field, self.other, below = QWidget(), QLineEdit(), QLineEdit(), QWidget()
        below.setFixedHeight(3 * HIGH)
        self.page = Scroll(holding(column(self.above, self.field, self.other, below)), beside=BESIDE)
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


def test_what_had_the_keys_before_is_kept_in_sight_no_more(long: Long, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[QWidget] = []
    long.other.setFocus()
    for each in (long.field, long.other):
        monkeypatch.setattr(long.page, "_show_again", lambda each=each: kept.append(each))
        each.move(0, each.y() + 1)
        QApplication.processEvents()

    assert kept == [long.other]


def test_what_is_inside_keeps_away_from_the_bar_where_there_is_one_and_else_ends_with_all_the_rest(
    qtbot: QtBot, long: Long
) -> None:
    viewport = long.page.viewport()
    qtbot.waitUntil(lambda: long.field.geometry().right() + 1 == viewport.width() - theme.px(BESIDE))

    long.page.resize(HIGH, 4 * HIGH)
    qtbot.waitUntil(lambda: long.field.geometry().right() + 1 == HIGH)


def test_what_is_done_most_stands_last_in_the_fullest_line_and_ends_where_the_words_do(qtbot: QtBot) -> None:
    ways = [QWidget() for _ in range(4)]
    for way in ways:
        way.setMinimumSize(100, 20)
    foot = beside(QWidget(), *ways, gap=8, at_end=True)
    qtbot.addWidget(foot)
    foot.resize(350, foot.heightForWidth(350))
    foot.show()

    assert [way.geometry().right() + 1 for way in ways] == [350, 350 - 2 * 108, 350 - 108, 350]
    assert ways[0].y() == 0 < ways[1].y() == ways[3].y()
