"""The week sheet on paper, in the order in which it is typed: A4 across, a page a caregiver.

Filled in, it bears her name, the week and her list of numbers, so that nothing has to be remembered at a door; blank,
it has lines for them. Codes and landmarks stand on it, never who lives there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPen

from caregiver_desk.desk.answers.days import WEEKDAYS, short_day
from caregiver_desk.desk.answers.visits.weeks import span
from caregiver_desk.desk.parts.paper import A4_ACROSS, Foot, Paper, lay
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.reports.visits.number_lists import NumberList, OnList
from caregiver_desk.reports.visits.week_sheets import WORKING, WeekSheets, legend
from caregiver_desk.wording import say

ROWS, HIGH, HIGHER = 8, 24.0, 46.0  # rows of a day; points of a row, and of a blank one
HEAD, COLUMNS = 18.0, 4
TALLEST = 15.0  # points of a line of her list
_GREY = QColor("#777777")


def paint(device: QPagedPaintDevice, told: WeekSheets, imprint: Imprint) -> None:
    lay(device, partial(_write, told=told), Foot(say("Week sheet"), imprint), A4_ACROSS)


def _write(on: Paper, told: WeekSheets) -> None:
    for number, each in enumerate(told.lists or (None,)):
        if number:
            on.turn()
        _page(on, told.days, each)


def _page(on: Paper, days: Sequence[date], whose: NumberList | None) -> None:
    on.write(say("Week sheet"), 9)
    if whose:
        on.write(say("{name} · {week}", name=whose.name, week=span(days)), 17, QFont.Weight.Bold)
    else:
        on.write(say("Caregiver ______________________________    Week from ____________ to ____________"), 13)
    _grid(on, days if whose else ())
    on.write(legend(), 9)
    if whose:
        _homes(on, whose.homes)


def _grid(on: Paper, days: Sequence[date]) -> None:
    wide = on.width / WORKING
    for day in range(WORKING):
        box = QRectF(day * wide, on.y, wide, HEAD)
        words = say(WEEKDAYS[day]) + (f" {short_day(days[day])}" if days else "")
        on.put(box.adjusted(4, 0, 0, 0), words, 10, QFont.Weight.DemiBold)
    top, high = on.y + HEAD, HIGH if days else HIGHER
    on.painter.setPen(QPen(_GREY, 0.7))
    for line in range(ROWS + 1):
        _line(on, 0, top + line * high, on.width, top + line * high)
    for day in range(WORKING + 1):
        _line(on, day * wide, top, day * wide, top + ROWS * high)
    on.painter.setPen(QPen(QColor("#BBBBBB"), 0.5))
    for day in range(WORKING):
        _line(on, (day + 0.72) * wide, top, (day + 0.72) * wide, top + ROWS * high)
    on.painter.setPen(Qt.GlobalColor.black)
    on.y = top + ROWS * high + 8


def _line(on: Paper, left: float, top: float, right: float, bottom: float) -> None:
    on.painter.drawLine(round(left), round(top), round(right), round(bottom))


def _homes(on: Paper, homes: Sequence[OnList]) -> None:
    """The list, in columns from above, as far as the page goes; how many more stand on the household list is said."""
    room = max(1, int((on.height - on.y) // TALLEST))
    lines = max(1, min(room, -(-len(homes) // COLUMNS)))
    shown = homes if len(homes) <= lines * COLUMNS else homes[: lines * COLUMNS - 1]
    for place, home in enumerate(shown):
        box = _place(on, place, lines)
        on.put(QRectF(box.left(), box.top(), 36, box.height()), home.number or "–", 10, QFont.Weight.DemiBold)
        words = say(" · ").join(part for part in (home.code, home.nickname) if part)
        on.put_cut(box.adjusted(36, 0, 0, 0), words, 9)
    if len(shown) < len(homes):
        more = say("and {number} more: see the household list", number=len(homes) - len(shown))
        on.put_cut(_place(on, len(shown), lines), more, 9)


def _place(on: Paper, place: int, lines: int) -> QRectF:
    beside, line = divmod(place, lines)
    wide = on.width / COLUMNS
    return QRectF(beside * wide, on.y + line * TALLEST, wide - 8, TALLEST)
