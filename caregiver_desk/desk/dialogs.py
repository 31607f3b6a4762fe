"""The only place that opens dialogs. They are opened, never waited for: the answer comes to a callback.

Tests put their own answers in the place of those that ask for a file, a folder or a printer.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPagedPaintDevice
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,  # noqa: TID251 - this is the one place
    QWidget,
)


class Dialogs:
    """What a page may ask of the person in a window of its own."""

    def pick_folder(self, parent: QWidget, words: str, then: Callable[[Path], object]) -> None:
        """Where something shall be put: a stick or a folder."""
        dialog = QFileDialog(parent, words)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._open_file_dialog(dialog, then)

    def pick_file(self, parent: QWidget, words: str, pattern: str, then: Callable[[Path], object]) -> None:
        dialog = QFileDialog(parent, words)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(pattern)
        self._open_file_dialog(dialog, then)

    def pick_printer(self, parent: QWidget, words: str, then: Callable[[QPagedPaintDevice], object]) -> None:
        """Where something shall be printed. Printing is brought in only now."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(words)
        dialog.accepted.connect(lambda: then(printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def show_file(self, file: Path) -> None:
        """The folder in which a file lies, in the program that the laptop has for folders."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))

    def show(self, dialog: QDialog) -> None:
        """Open a dialog of ours over its window, unless the same stands there.

        Many come only once the book was asked: whoever pressed twice meanwhile asked for one.
        """
        if _stands(dialog):
            dialog.deleteLater()
        else:
            dialog.open()

    def _open_file_dialog(self, dialog: QFileDialog, then: Callable[[Path], object]) -> None:
        dialog.fileSelected.connect(lambda name: then(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _stands(asked: QDialog) -> bool:
    """Whether one of its sort and its title is seen over the same."""
    over = asked.parent()
    alike = over.findChildren(type(asked), options=Qt.FindChildOption.FindDirectChildrenOnly) if over else ()
    return any(each.isVisible() and each.windowTitle() == asked.windowTitle() for each in alike)
