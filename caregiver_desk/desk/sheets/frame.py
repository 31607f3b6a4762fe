"""The frame of a sheet that is read through before it goes onto paper or away: what it is, its parts, the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.layout import Scroll, column, desk_of, holding, over_window
from caregiver_desk.desk.parts.over import high_for, lay_in
from caregiver_desk.desk.parts.words import meta, title

TITLE_ROOM = 320  # pixels that the title of a sheet keeps beside what can be done, at 100 per cent


def lay_out(
    dialog: QDialog, words: str, about: str, parts: Sequence[QWidget], foot: QWidget | QLayout, size: tuple[int, int]
) -> None:
    """Title and a sentence above, the parts to scroll through, and below them whatever can be done."""
    dialog.setWindowTitle(words)
    head = title(words)
    head.setWordWrap(True)
    upper = column(head, meta(about, wrap=True), gap=theme.TIGHT)
    stand_over(dialog, _laid(upper, column(*parts, 1, gap=theme.GAP), foot), *size)
    dialog.finished.connect(dialog.deleteLater)


def stand_over(dialog: QDialog, laid: QLayout, wide: int, high: int) -> None:
    """Lay a sheet out with room round it, as large as it wishes and its window allows."""
    lay_in(dialog, laid)
    over_window(dialog, wide, high)


def ask_over(dialog: QDialog, head: QWidget | QLayout, asked: Sequence[QWidget], foot: QWidget, wide: int) -> None:
    """Lay out a sheet that asks little: so wide at 100 per cent, and as high as what is in it."""
    lay_in(dialog, _laid(head, column(*asked, 1, gap=theme.GAP), foot))
    dialog.resize(min(theme.px(wide), _below(dialog).width() - theme.px(theme.WIDE)), 0)
    _fit(dialog)
    dialog.finished.connect(dialog.deleteLater)


def grow(dialog: QDialog) -> None:
    """More is asked or said in it now, or less."""
    QTimer.singleShot(0, dialog, partial(_fit, dialog))  # when that is laid out


def _fit(dialog: QDialog) -> None:
    """As high as what is in it, and no higher than the window below it."""
    high = high_for(dialog, cast("Scroll", dialog.findChild(Scroll)), dialog.width())
    dialog.resize(dialog.width(), min(high, _below(dialog).height()))


def _laid(head: QWidget | QLayout, inside: QLayout, foot: QWidget | QLayout) -> QLayout:
    """What is between the head and the foot scrolls."""
    return column(head, column(Scroll(holding(inside), beside=theme.GAP), foot, gap=0), gap=theme.ROOM)


def _below(dialog: QDialog) -> QWidget:
    return desk_of(cast("QWidget", dialog.parentWidget()))
