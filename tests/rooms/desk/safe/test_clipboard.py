"""What was copied from a book leaves the clipboard, and what somebody copied elsewhere stays there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QClipboard
from pytestqt.qtbot import QtBot

from caregiver_desk.desk.safe import clipboard
from caregiver_desk.desk.safe.clipboard import Copied


class Screens:
    """The clipboard of a screen; the one without a screen is owned by nobody."""

    def __init__(self) -> None:
        self.held, self.ours = dict.fromkeys(QClipboard.Mode, "a private word"), True

    def ownsClipboard(self) -> bool:  # noqa: N802 - Qt's name
        return self.ours

    def ownsSelection(self) -> bool:  # noqa: N802
        return self.ours

    def text(self) -> str:
        return self.held[QClipboard.Mode.Clipboard]

    def clear(self, mode: QClipboard.Mode = QClipboard.Mode.Clipboard) -> None:
        self.held[mode] = ""


@pytest.mark.parametrize("ours", [True, False])
def test_it_goes_after_a_while_if_it_is_still_ours(
    ours: bool, qtbot: QtBot, qapp: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clipboard, "STAYS", 1)
    copied, screens = Copied(qapp), Screens()
    copied._clipboard = screens  # type: ignore[assignment]
    copied._changed()
    screens.ours = ours

    with qtbot.waitSignal(copied._timer.timeout):
        pass

    assert screens.text() == ("" if ours else "a private word")
    copied.deleteLater()


def test_at_the_lock_the_selection_goes_as_well(qapp: QObject) -> None:
    copied, screens = Copied(qapp), Screens()
    copied._clipboard = screens  # type: ignore[assignment]

    copied.clear()

    assert not screens.held[QClipboard.Mode.Clipboard]
    assert not screens.held[QClipboard.Mode.Selection]
    copied.deleteLater()
