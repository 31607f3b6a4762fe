"""Pictures of the desk: every page and sheet, light and dark, on a small screen and a smaller one with large text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.app import window_for
from caregiver_desk.desk.window import Window
from caregiver_desk.store.book import Book
from caregiver_desk.sync.opener import Opener

SCREENS = ((1366, 768, 100), (1024, 768, 150))
LOOKS = ("light", "dark")


def take(app: QApplication, book: Book, opener: Opener, folder: Path) -> list[Path]:
    """Take them all into a folder; the look and text size that were worn are worn again afterwards."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    for look in LOOKS:
        for width, height, text in SCREENS:
            theme.wear(app, look, text=text)
            taken += _round(window_for(book, opener), (width, height), folder, f"{look}-{width}-{text}")
    theme.wear(app)
    return taken


def _round(window: Window, size: tuple[int, int], folder: Path, name: str) -> Iterator[Path]:
    window.resize(*size)
    window.show()
    rest(window)
    for subject in window.pages:
        window.go(subject)
        rest(window)
        yield _picture(window, folder / f"{subject}-{name}.png")
    for sheet in ("palette", "add_caregiver"):
        _open_sheet(window, sheet)()
        rest(window)
        dialog = window.findChild(QDialog)
        if isinstance(dialog, QDialog):
            yield _picture(dialog, folder / f"{sheet}-{name}.png")
            dialog.reject()
            rest(window)
    window.close()
    window.deleteLater()


def _open_sheet(window: Window, name: str) -> Callable[[], None]:
    from caregiver_desk.desk.sheet import act_sheet

    if name == "palette":
        return window.open_palette
    return lambda: window.hands.dialogs.show(act_sheet(window, window.hands, name))


def rest(window: Window) -> None:
    """Until the lane has nothing more to do and everything is painted."""
    QApplication.processEvents()
    while window.hands.lane.busy:
        loop = QEventLoop()
        window.hands.lane.rested.connect(loop.quit)
        loop.exec()
        window.hands.lane.rested.disconnect(loop.quit)
        QApplication.processEvents()
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def _picture(widget: QWidget, path: Path) -> Path:
    widget.grab().save(str(path))
    return path
