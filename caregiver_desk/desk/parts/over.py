"""How a sheet lies over the desk: with room round it, F6 from part to part as on a page, and F1."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.keys import WHY
from caregiver_desk.desk.parts.layout import Scroll
from caregiver_desk.desk.parts.more import explain
from caregiver_desk.desk.parts.parting import go_to_part


def lay_in(dialog: QDialog, laid: QLayout) -> None:
    """Lay a sheet out, however large it is."""
    room = theme.px(theme.WIDE)
    laid.setContentsMargins(room, room, room, room)
    dialog.setLayout(laid)
    for keys, back in (("F6", False), ("Shift+F6", True)):
        QShortcut(QKeySequence(keys), dialog).activated.connect(partial(_go, dialog, back=back))
    QShortcut(QKeySequence(WHY), dialog).activated.connect(partial(explain, dialog))


def high_for(dialog: QDialog, scrolled: Scroll, wide: int) -> int:
    """How high a sheet that was laid out is at this width, where all that scrolls in it is seen, and room below it."""
    laid, inside = cast("QLayout", dialog.layout()), cast("QWidget", scrolled.widget())
    inner = wide - 2 * theme.px(theme.WIDE)
    tall = inside.heightForWidth(inner) if inside.hasHeightForWidth() else inside.sizeHint().height()
    return tall + theme.px(theme.ROOM) + laid.totalHeightForWidth(wide) - scrolled.sizeHint().height()


def _go(dialog: QDialog, *, back: bool) -> None:
    go_to_part(dialog.focusWidget(), back=back)
