"""Fields whose value is found by typing: another record, or one or some of a long list of codes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QWidget

from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.buttons import Chip, pressed
from caregiver_desk.desk.parts.folding import Flow
from caregiver_desk.desk.parts.layout import clear, column, holding
from caregiver_desk.wording import fold, say

OFFERED = 8


class Finder(Line):
    """A line that offers what its words are found in; `picked` names the one that was chosen."""

    picked = Signal(str)

    def __init__(self, *, hint: str = "", bare: bool = False) -> None:
        super().__init__(hint=hint, bare=bare)
        self.options: dict[str, str] = {}
        self._names = QStringListModel(self)
        helper = QCompleter(self._names, self)
        helper.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        helper.setMaxVisibleItems(OFFERED)
        helper.activated.connect(self._chosen, Qt.ConnectionType.QueuedConnection)  # after Qt put the words in
        self.setCompleter(helper)
        self.textEdited.connect(self._narrow)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Going on with only one match left takes it."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()
        super().focusOutEvent(event)

    def offer(self, options: Mapping[str, str]) -> None:
        self.options = dict(options)

    def put_list_away(self) -> None:
        """What was offered is not wanted any more."""
        self._names.setStringList([])
        self.completer().complete()

    def matching(self, words: str | None = None) -> list[str]:
        """The ids whose words hold what was typed, or these words; one alone, if it is exactly that."""
        typed = fold((self.text() if words is None else words).strip())
        if not typed:
            return []
        exact = [key for key, words in self.options.items() if fold(words) == typed]
        return exact or [
            key for key, words in self.options.items() if all(part in fold(words) for part in typed.split())
        ]

    def _narrow(self) -> None:
        self._names.setStringList([self.options[key] for key in self.matching()[:OFFERED]])

    def _chosen(self, words: str) -> None:
        key = next((key for key, each in self.options.items() if each == words), "")
        if key:
            self.picked.emit(key)

    def _settle(self) -> None:
        found = self.matching()
        if len(found) == 1:
            self.picked.emit(found[0])


class Pick(Finder):
    """One of many, or another record, found by its words."""

    changed = Signal()

    def __init__(self, options: Mapping[str, str] | None = None, *, hint: str = "") -> None:
        super().__init__(hint=hint)
        self._key = ""
        self.offer(options or {})
        self.picked.connect(self._take)
        self.textChanged.connect(self._typed)

    def value(self) -> str | None:
        if not self._key and len(self.matching()) == 1:
            return self.matching()[0]
        return self._key or None

    def put(self, value: Any) -> None:
        self._key = str(value or "")
        self.setText(self.options.get(self._key, ""))

    def offer(self, options: Mapping[str, str]) -> None:
        super().offer(options)
        if self._key:
            self.setText(self.options.get(self._key, ""))

    def fault(self) -> str:
        if not self.text().strip() or self.value():
            return ""
        found = len(self.matching())
        return (
            say("{number} fit. Choose one from the list.", number=found) if found else say("Nothing here is called so.")
        )

    def _take(self, key: str) -> None:
        self._key = key
        self.setText(self.options[key])
        self.changed.emit()

    def _typed(self) -> None:
        if self._key and self.text() != self.options.get(self._key):
            self._key = ""
        self.changed.emit()


class PickSeveral(QWidget):
    """Some of many, found by their words; each one chosen stands as a chip and goes when pressed."""

    changed = Signal()

    def __init__(self, options: Mapping[str, str], *, most: int | None, hint: str) -> None:
        super().__init__()
        self._most, self._options = most, options
        self._chosen: list[str] = []
        self.line = Finder(hint=hint)
        self.line.offer(options)
        self.line.picked.connect(self._take)
        self._chips = Flow(6)
        self._shelf = holding(self._chips)
        self.setLayout(column(self._shelf, self.line, gap=6))
        self._shelf.hide()
        self.setFocusProxy(self.line)

    def value(self) -> frozenset[str]:
        return frozenset(self._chosen)

    def put(self, value: Any) -> None:
        self._chosen = sorted(value or ())
        self._show()

    def fault(self) -> str:
        if self.line.text().strip():
            return say("“{words}” was not found. Choose from the list.", words=self.line.text().strip())
        over = self._most is not None and len(self._chosen) > self._most
        return say("At most {number}, please: the heaviest ones.", number=self._most) if over else ""

    def _take(self, key: str) -> None:
        if key not in self._chosen:
            self._chosen.append(key)
        self._show()
        self.line.clear()

    def _drop(self, key: str) -> None:
        self._chosen.remove(key)
        self._show()
        self.line.setFocus()

    def _show(self) -> None:
        clear(self._chips)
        for key in self._chosen:
            chip = Chip(say("{words} ✕", words=self._options[key]))
            chip.setChecked(True)
            chip.setAccessibleName(say("Take out: {words}", words=self._options[key]))
            self._chips.addWidget(pressed(chip, partial(self._drop, key)))
        self._shelf.setVisible(bool(self._chosen))
        self.changed.emit()
