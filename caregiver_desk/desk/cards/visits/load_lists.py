"""The lists of a team and the homes on one of them, as they are painted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.answers.visits.load import Block, OnList, TeamLoad
from caregiver_desk.desk.cards.visits.trying import Trying
from caregiver_desk.desk.parts import icons
from caregiver_desk.desk.parts.folding import turned
from caregiver_desk.desk.parts.lists import TWO_LINES, Index, paint_ground, two_lines, whole_row
from caregiver_desk.desk.parts.tables import RECORD
from caregiver_desk.practice.visits.load import Span
from caregiver_desk.wording import say

BOX = 18


@dataclass(frozen=True)
class Row:
    """A home on the list in hand; `to` is whose it would be."""

    home: OnList
    ticked: bool
    to: str

    @property
    def id(self) -> str:
        return self.home.id

    @property
    def quiet(self) -> str:
        return joined(say("to {name}", name=self.to) if self.to else "", self.home.quiet)

    @property
    def tone(self) -> str:
        return "leaf" if self.to else "amber" if self.home.late else "ink-soft"

    def words(self) -> str:
        """As it is read aloud."""
        return joined(say("ticked") if self.ticked else "", self.home.name, self.quiet)


def rows_of(block: Block, trying: Trying, names: Mapping[str, str]) -> list[Row]:
    moves = {home: names[to] for home, to in trying.moves.items() if to in names}
    return [Row(each, each.id in trying.ticked, moves.get(each.id, "")) for each in block.homes]


def brief(block: Block) -> tuple[str, str, str]:
    """A list: whose it is, and one quiet line."""
    return block.name, joined(*block.brief), block.tone


class HomePainter(QStyledItemDelegate):
    """A home: a box to tick, how it is called, how often it wishes to be seen and when it was."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        if not index.isValid():
            return QSize(theme.px(160), theme.px(TWO_LINES))
        shown: Row = index.data(RECORD)
        return whole_row(option, 3 * theme.px(theme.GAP) + theme.px(BOX), shown.home.name, shown.quiet)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown: Row = index.data(RECORD)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option)
        place, room, size = QRectF(option.rect), theme.px(theme.GAP), theme.px(BOX)
        box = QRectF(place.left() + room, place.center().y() - size / 2, size, size)
        _paint_box(painter, turned(box, place), ticked=shown.ticked, moved=bool(shown.to))
        words = place.adjusted(room + size + room, 0, -room, 0)
        two_lines(painter, turned(words, place), shown.home.name, shown.quiet, shown.tone)
        painter.restore()


def _paint_box(painter: QPainter, box: QRectF, *, ticked: bool, moved: bool) -> None:
    chosen = ticked or moved
    painter.setPen(QPen(theme.colour("leaf" if chosen else "edge"), theme.hair()))
    painter.setBrush(theme.colour("leaf-wash") if chosen else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, theme.px(theme.TIGHT), theme.px(theme.TIGHT))
    if chosen:
        icons.paint(painter, "check" if ticked else "sharing", box.adjusted(2, 2, -2, -2), "leaf")


def span_words(told: TeamLoad) -> str:
    """What is told of all: that lists are no marks, and how many listen to one supervisor."""
    about = say("What is on each list. Few visits on a day are never marked.")
    if told.span == Span.FITS:
        return about
    many = {
        Span.NOTED: say("You support {number} people, which is many.", number=told.people),
        Span.WARNED: say("You support {number} people, more than one person can well listen to.", number=told.people),
    }
    return f"{about} {many[told.span]}"
