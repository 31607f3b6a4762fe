"""A caregiver's household list on paper: a page of A4 each, in the order in which the week sheet is typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPagedPaintDevice

from caregiver_desk import clock
from caregiver_desk.desk.parts.paper import Foot, Paper, lay
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.reports.visits.number_lists import NumberList, NumberLists, OnList
from caregiver_desk.wording import full_day, say

ONE_COLUMN, TALLEST, SMALLEST = 30, 22.0, 11.0  # homes on a page in one column; points of a line


def paint(device: QPagedPaintDevice, told: NumberLists, imprint: Imprint) -> None:
    """One page a caregiver."""
    lay(device, partial(_write, told=told), Foot(say("Household list"), imprint))


def _write(on: Paper, told: NumberLists) -> None:
    for number, each in enumerate(told.lists):
        if number:
            on.turn()
        _page(on, each)


def _page(on: Paper, told: NumberList) -> None:
    on.write(told.name, 18, QFont.Weight.Bold)
    on.write(say(" · ").join((told.how_many, full_day(clock.today()))), 10)
    most = int((on.height - on.y) / SMALLEST)
    columns = 1 if len(told.homes) <= ONE_COLUMN else max(2, -(-len(told.homes) // most))
    lines = -(-len(told.homes) // columns) or 1
    high = max(SMALLEST, min(TALLEST, (on.height - on.y) / lines))
    for place, home in enumerate(told.homes):
        beside, line = divmod(place, lines)
        wide = on.width / columns
        _line(on, QRectF(beside * wide, on.y + line * high, wide - 12, high), home)


def _line(on: Paper, box: QRectF, home: OnList) -> None:
    """The number, and how the home is found."""
    size = min(13, int(box.height()) - 2)
    number = QRectF(box.left(), box.top(), 58, box.height())
    on.put(number, home.number or "–", size, QFont.Weight.DemiBold)
    on.put_cut(box.adjusted(number.width(), 0, 0, 0), home.found_by, size - 2)
