"""What stands below the head of every page while there is something to say."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.layout import BAR, row


def lay_as_banner(banner: QWidget, inside: QWidget) -> None:
    """As wide as what lies on the page below it, whose bar stands beside that."""
    laid, side = row(inside), theme.px(theme.WIDE + 2)
    laid.setContentsMargins(side, 0, side + theme.px(BAR), theme.px(theme.GAP))
    banner.setLayout(laid)
