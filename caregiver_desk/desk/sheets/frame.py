"""The frame of a sheet that is read through before it goes onto paper or away: what it is, its parts, the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.keys import WHY
from caregiver_desk.desk.parts.layout import Scroll, column, desk_of, holding, over_window
from caregiver_desk.desk.parts.more import explain
from caregiver_desk.desk.parts.parting import go_to_part
from caregiver_desk.desk.parts.words import meta, title

TITLE_ROOM = 320  # pixels that the title of a sheet keeps beside what can be done, at 100 per cent


def lay_out(
    dialog: QDialog, words: str, about: str, parts: Sequence[QWidget], foot: QWidget | QLayout, size: tuple[int, int]
) -> None:
    """Title and a sentence above, the parts to scroll through, and below them whatever can be done."""
    dialog.setWindowTitle(words)
    head = title(words)
    head.setWordWrap(True)
    inside = Scroll(holding(column(*parts, 1, gap=theme.GAP)), beside=theme.GAP)
    upper = column(head, meta(about, wrap=True), gap=theme.TIGHT)
    laid = column(upper, column(inside, foot, gap=0), gap=theme.ROOM)
    stand_over(dialog, laid, *size)
    dialog.finished.connect(dialog.deleteLater)


def stand_over(dialog: QDialog, laid: QLayout, wide: int, high: int) -> None:
    """Lay a sheet out with room round it, as large as it wishes and its window allows."""
    _lay_in(dialog, laid)
    over_window(dialog, wide, high)


def ask_over(dialog: QDialog, laid: QLayout, wide: int) -> None:
    """Lay out a sheet that asks little: so wide at 100 per cent, and as high as what is in it."""
    _lay_in(dialog, laid)
    most = desk_of(cast("QWidget", dialog.parentWidget())).width() - theme.px(theme.WIDE)
    dialog.resize(min(theme.px(wide), most), 0)
    grow(dialog)
    dialog.finished.connect(dialog.deleteLater)


def grow(dialog: QDialog) -> None:
    """More is said in it now."""
    dialog.resize(dialog.width(), cast("QLayout", dialog.layout()).totalHeightForWidth(dialog.width()))


def _lay_in(dialog: QDialog, laid: QLayout) -> None:
    room = theme.px(theme.WIDE)
    laid.setContentsMargins(room, room, room, room)
    dialog.setLayout(laid)
    for keys, back in (("F6", False), ("Shift+F6", True)):
        QShortcut(QKeySequence(keys), dialog).activated.connect(partial(_go, dialog, back=back))
    QShortcut(QKeySequence(WHY), dialog).activated.connect(partial(explain, dialog))


def _go(dialog: QDialog, *, back: bool) -> None:
    """F6 goes from part to part of a sheet as it does on a page."""
    go_to_part(dialog.focusWidget(), back=back)
