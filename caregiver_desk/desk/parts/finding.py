"""Fields whose value is found by typing: another record, or one or some of a long list of codes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QWidget

from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.buttons import Chip, pressed
from caregiver_desk.desk.parts.folding import Flow
from caregiver_desk.desk.parts.layout import clear, column, holding
from caregiver_desk.wording import fold, say

OFFERED = 8


class Looks(Protocol):
    """Finds options elsewhere, while somebody types, and says how one of them is called."""

    def find(self, words: str, then: Callable[[Mapping[str, str]], object]) -> None: ...

    def call(self, record: str, then: Callable[[Mapping[str, str]], object]) -> None: ...


class Finder(Line):
    """A line that offers what its words are found in; `picked` names the one that was chosen.

    Its options are at hand, or are looked for elsewhere; then only an answer to exactly what is typed counts. Whoever
    goes on before it comes is not held up.
    """

    picked = Signal(str)

    def __init__(self, *, hint: str = "", bare: bool = False) -> None:
        super().__init__(hint=hint, bare=bare)
        self.options: dict[str, str] = {}
        self.elsewhere: Looks | None = None
        self._answered = ""  # the words to which the options are the answer, where they are looked for
        self._going_on = False  # before the answer came
        self._offered: list[str] = []  # what stands in the list below the line
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
            self.settle()
        super().focusOutEvent(event)

    def offer(self, options: Mapping[str, str]) -> None:
        self.options = dict(options)

    def put_list_away(self) -> None:
        """What was offered is not wanted any more."""
        self._names.setStringList([])
        self.completer().complete()

    def sought(self) -> str:
        """The words that are looked for."""
        return self.text().strip()

    @property
    def is_looking(self) -> bool:
        """Whether what is typed is being looked for elsewhere, and no answer has come."""
        return self.elsewhere is not None and self._answered != self.sought()

    def matching(self) -> list[str]:
        """The ids of what was found; one alone, if it is called exactly so."""
        typed = fold(self.sought())
        if not typed or self.is_looking:
            return []
        exact = [key for key, words in self.options.items() if fold(words) == typed]
        return exact or [key for key, words in self.options.items() if self._holds(fold(words), typed)]

    def _holds(self, words: str, typed: str) -> bool:
        """What the book found is found, by whatever name it stands here."""
        return self.elsewhere is not None or all(part in words for part in typed.split())

    def look(self, elsewhere: Looks) -> None:
        """There are too many options to be at hand."""
        self.elsewhere = elsewhere

    def _narrow(self) -> None:
        self._going_on = False
        words = self.sought()
        if self.elsewhere and words:
            self.elsewhere.find(words, lambda found: self._found(words, found))
        else:
            self._offer_matching()

    def _offer_matching(self) -> None:
        self._offered = self.matching()[:OFFERED]
        self._names.setStringList([self.options[key] for key in self._offered])
        if below := self.completer().popup():
            below.setAccessibleName(self.accessibleName())

    def _found(self, words: str, found: Mapping[str, str]) -> None:
        """What somebody has typed beyond these words meanwhile is being looked for too."""
        if words != self.sought():
            return
        self.options, self._answered = dict(found), words
        self._offer_matching()
        if self._going_on:
            self.settle()
        elif self.hasFocus() and (helper := self.completer()) is not None:
            helper.complete()

    def _chosen(self, words: str) -> None:
        key = next((key for key, each in self.options.items() if each == words), "")
        if key:
            self.picked.emit(key)

    def settle(self) -> None:
        """Somebody goes on: the one that is left is taken, at once or when the answer comes."""
        self._going_on = True
        if self.is_looking and self.sought():
            self._look_again()
        found = self.matching()
        if len(found) == 1:
            self.picked.emit(found[0])

    def _look_again(self) -> None:
        """The keys put one of what was offered into the line: that is it. Anything else is looked for."""
        typed = fold(self.sought())
        exact = [key for key in self._offered if fold(self.options.get(key, "")) == typed]
        if len(exact) == 1:
            self.picked.emit(exact[0])
        elif self.elsewhere:
            words = self.sought()
            self.elsewhere.find(words, lambda found: self._found(words, found))


class Pick(Finder):
    """One of many, or another record, found by its words. It is chosen when it is taken, not while one types."""

    changed = Signal()

    def __init__(self, options: Mapping[str, str] | None = None, *, hint: str = "") -> None:
        super().__init__(hint=hint)
        self._key = ""
        self.offer(options or {})
        self.picked.connect(self._take)
        self.textChanged.connect(self._typed)

    def value(self) -> str | None:
        return self._key or None

    def put(self, value: Any) -> None:
        key, self._key = str(value or ""), ""  # what stood there is not what is chosen now
        self.setText(self.options.get(key, ""))
        self._key = key
        self.changed.emit()
        self._ask_name()

    def look(self, elsewhere: Looks) -> None:
        super().look(elsewhere)
        self._ask_name()

    def _ask_name(self) -> None:
        """One that is chosen is called by its name, wherever that stands."""
        key = self._key
        if self.elsewhere and key and key not in self.options:
            self.elsewhere.call(key, lambda found: self._named(key, found))

    def _named(self, key: str, found: Mapping[str, str]) -> None:
        if key == self._key:
            self.options |= found
            self._answered = ""  # what was called by its name is no answer to what was typed before
            self.setText(self.options.get(key, ""))
            self.changed.emit()

    def offer(self, options: Mapping[str, str]) -> None:
        super().offer(options)
        if self._key:
            self.setText(self.options.get(self._key, ""))

    def fault(self) -> str:
        if not self.text().strip() or self.value():
            return ""
        if self.is_looking:
            return say("This is still being looked for. Wait a moment, and save again.")
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
