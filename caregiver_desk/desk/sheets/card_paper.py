"""The card of numbers on paper: one of A6 for a bag, or four on a page of A4 to be cut apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPagedPaintDevice, QPageLayout, QPageSize, QPen
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.paper import Foot, Paper, lay, printed
from caregiver_desk.desk.sheets.document_paper import broken, write_in
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out
from caregiver_desk.practice.visits.services import Number
from caregiver_desk.reports.concerns.ringing import NumberCard, called, number_card
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.wording import full_day, say

A6 = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A6),
    QPageLayout.Orientation.Portrait,
    QMarginsF(8, 8, 8, 8),
    QPageLayout.Unit.Millimeter,
)
TITLE, PHONE, NAME, TEXT, LEAST = 13, 12, 9, 9, 7  # points, as the lines between
LINE, GAP, EDGE = 12.0, 6.0, 12.0
MOST = 9  # numbers that have room on a card


def print_card(parent: QWidget, hands: Hands, *, four: bool) -> None:
    paint = paint_four if four else paint_one
    print_out(parent, hands, Printed(say("Numbers to ring"), number_card, paint))


def paint_one(device: QPagedPaintDevice, card: NumberCard, imprint: Imprint) -> None:
    on = Paper(device, A6, fictional=imprint.fictional)
    _card(on, QRectF(0, 0, on.width, on.height), card, imprint)
    on.end()


def paint_four(device: QPagedPaintDevice, card: NumberCard, imprint: Imprint) -> None:
    lay(device, lambda on: _four(on, card, imprint), Foot(say("Numbers to ring"), imprint))


def _four(on: Paper, card: NumberCard, imprint: Imprint) -> None:
    wide, high = on.width / 2, on.height / 2
    on.painter.setPen(QPen(on.painter.pen().color(), 0.4))
    on.painter.drawLine(0, round(high), round(on.width), round(high))
    on.painter.drawLine(round(wide), 0, round(wide), round(on.height))
    for place in range(4):
        down, across = divmod(place, 2)
        box = QRectF(across * wide, down * high, wide, high).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        _card(on, box, card, imprint)


def _card(on: Paper, box: QRectF, card: NumberCard, imprint: Imprint) -> None:
    y = write_in(on, box, box.top(), say("Somebody may be in danger"), TITLE, QFont.Weight.DemiBold)
    y = write_in(on, box, y, say("FICTIONAL"), TEXT, QFont.Weight.Bold) if imprint.fictional else y
    y = write_in(on, box, y, say("Ring first, write later. Anyone may report it."), TEXT) + GAP
    left = _left(card.numbers[:MOST])
    for each in _fitting(card, box, y, left):
        y = _number(on, box, y, each, left)
    y = write_in(on, box, y + GAP, say("Note these five"), NAME + 1, QFont.Weight.DemiBold)
    for number, fact in enumerate(card.facts, 1):
        on.put(QRectF(box.left(), y, EDGE, LINE), str(number), TEXT, QFont.Weight.DemiBold)
        y = write_in(on, box.adjusted(EDGE, 0, 0, 0), y, fact, TEXT)
    where = say(" · ").join(filter(None, (imprint.place, full_day(imprint.day))))
    on.put_cut(QRectF(box.left(), box.bottom() - LINE, box.width(), LINE), where, LEAST)


def _left(numbers: Sequence[Number]) -> float:
    """How far the names stand from the edge."""
    metrics = QFontMetricsF(printed(PHONE, QFont.Weight.Bold))
    return max((metrics.horizontalAdvance(each.phone) for each in numbers), default=0) + EDGE


def _fitting(card: NumberCard, box: QRectF, y: float, left: float) -> Iterator[Number]:
    """The first numbers, as many as leave room for the facts below them."""
    facts = sum(len([*broken(each, box.width() - EDGE, TEXT)]) for each in card.facts) + 3
    room = box.bottom() - y - GAP - facts * LINE
    for each in card.numbers[:MOST]:
        room -= len([*broken(called(each), box.width() - left, NAME)]) * LINE + 4
        if room < 0:
            return
        yield each


def _number(on: Paper, box: QRectF, y: float, told: Number, left: float) -> float:
    """The number first, for it is what is looked for; who it is beside it."""
    on.put(QRectF(box.left(), y, left, LINE + 3), told.phone, PHONE, QFont.Weight.Bold)
    return write_in(on, box.adjusted(left, 0, 0, 0), y + 1, called(told), NAME) + 3
