"""What weighs on a caregiver, said at a talk: found by a word, weighed by a figure from 0 to 4.

What was spoken of before stands there with its weight; to say it anew is one figure, and to press that again takes it
back. A word and a figure, such as "travel 3", are enough, for a new one and for one that stands; a figure alone goes to
the one that was found last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.supervision.to_bring import Standing
from caregiver_desk.desk.cards.wellbeing.groups import Groups
from caregiver_desk.desk.parts.buttons import Plain, pressed
from caregiver_desk.desk.parts.declared import asks_for
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.finding import Finder
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import column
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.desk.parts.rows import in_a_line
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import body, meta
from caregiver_desk.errors import Problem
from caregiver_desk.practice import spoken
from caregiver_desk.records.wellbeing.wellbeing import STRESSOR, StressorCode
from caregiver_desk.wording import say

WEIGHTS = range(len(spoken.SEVERITY))


class BurdenFinder(Finder):
    """What is typed is words, and perhaps how much they weigh."""

    lost_for_words = Signal()

    def sought(self) -> str:
        return self._parted()[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The arrow down in an empty line asks for the groups."""
        if event.key() == Qt.Key.Key_Down and not self.text():
            self.lost_for_words.emit()
        else:
            super().keyPressEvent(event)

    def figure(self) -> int | None:
        figure = self._parted()[1]
        return int(figure) if figure else None

    def _parted(self) -> tuple[str, str]:
        words, _, last = self.text().rpartition(" ")
        weighs = last.isdecimal() and int(last) in WEIGHTS
        return (words.strip(), last) if weighs else (self.text().strip(), "")


class Burden(QWidget):
    """One thing that weighs, and how much."""

    weighed = Signal(object)  # a figure, or None where it was taken back
    dropped = Signal()

    def __init__(self, words: str, *, new: bool) -> None:
        super().__init__()
        self._choice = Choice([(each, str(each)) for each in WEIGHTS], required=False)
        for each, chip in zip(spoken.SEVERITY, self._choice.chips, strict=True):
            chip.setAccessibleName(say("{burden}: {weight}", burden=words, weight=say(each)))
        self._choice.setAccessibleName(say("How much: {burden}", burden=words))
        asks_for(self._choice, STRESSOR.name, "severity")
        self._anchor = meta(wrap=True)
        drop = pressed(Plain(say("✕")), self.dropped.emit)
        drop.setAccessibleName(say("Take out: {words}", words=words))
        told = column(body(words, wrap=True), self._anchor, gap=0)
        drop.setEnabled(new)
        drop.setVisible(new)
        policy = drop.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the figures of all lines stand below each other
        drop.setSizePolicy(policy)
        laid = column(beside(told, self._choice, drop))
        laid.setContentsMargins(theme.px(theme.GAP), theme.px(theme.TIGHT), 0, theme.px(theme.TIGHT))
        self.setLayout(laid)
        self._choice.changed.connect(lambda: self.weighed.emit(self._choice.value()))

    def show_weight(self, severity: int | None) -> None:
        self._choice.put(severity)
        self._anchor.setText(say("How much? 0 to 4") if severity is None else _anchor(severity))


def _anchor(severity: int) -> str:
    """What the figure means, without the figure."""
    return say(spoken.SEVERITY[severity]).partition(" ")[2]


class Burdens(QWidget):
    """What weighs, with what is said of it at this talk. `values` holds only what is new or weighs otherwise."""

    filled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._options = {str(code): spoken.words(code) for code in StressorCode}
        self._standing: dict[str, Standing] = {}
        self._said: dict[str, int | None] = {}
        self._shown: dict[str, Burden] = {}
        self._last = ""
        self.line = BurdenFinder(hint=say("a word and how much: grief 3"), bare=True)
        self.line.offer(self._options)
        self.line.picked.connect(self._take)
        self.line.textEdited.connect(self._weigh_typed)
        self.line.returnPressed.connect(self.line.settle)
        asks_for(self.line, STRESSOR.name, "codes").setAccessibleName(say(STRESSOR.fields["codes"].label))
        self.line.setAccessibleDescription(say("Only what they agree to have written down."))
        self._groups = Groups(folded=True)
        self._groups.picked.connect(self._take_from_group)
        self.line.lost_for_words.connect(self._groups.open)
        self._trouble = Trouble()
        self._asked = meta(say("Only what they agree to have written down."), wrap=True)
        self._asked.setContentsMargins(theme.px(theme.GAP), 0, 0, theme.px(theme.TIGHT))
        self._rows = column(gap=theme.TIGHT)
        laid = column(
            self._rows,
            beside(self.line, self._groups.unfold),
            self._groups,
            self._asked,
            self._trouble,
            gap=theme.TIGHT,
        )
        self.setLayout(in_a_line(say(STRESSOR.fields["codes"].label), laid, self.line, private=True))
        self.setFocusProxy(self.line)

    def values(self) -> list[dict[str, Any]]:
        return [self._named(key, severity) for key, severity in self._said.items()]

    def fill(self, told: Iterable[Mapping[str, Any]]) -> None:
        """Show exactly what was said, beside what stands."""
        self._last = ""
        self._said = {str(each.get("stressor") or each["code"]): each.get("severity") for each in told}
        self._show()

    def stand_for_nobody(self) -> None:
        """Nobody is chosen, or what stands for her is being asked: of another nothing shows. What was said is kept."""
        self._standing, self._last = {}, ""
        self._show()

    def stand(self, standing: Iterable[Standing]) -> None:
        """What was spoken of before with the one this talk is with."""
        self._standing = {each.id: each for each in standing}
        self._said = {key: severity for key, severity in self._said.items() if key in self._known()}
        self._show()

    def empty(self) -> None:
        self.complain_of("")
        self.fill(())

    def fit(self) -> bool:
        """Whether everything has its weight; what has none says so."""
        words = self._fault()
        self.complain_of(words)
        if words:
            self.line.setFocus()
        return not words

    def _fault(self) -> str:
        if self.line.text().strip():
            found = len(self.line.matching())
            nothing = say("“{words}” was not found. Choose from the list.", words=self.line.text().strip())
            return say("{number} fit. Choose one from the list.", number=found) if found else nothing
        unweighed = any(severity is None for severity in self._said.values())
        return say("How much does it weigh? Type a figure from 0 to 4.") if unweighed else ""

    def complain(self, problem: Problem) -> bool:
        told = str(problem.facts.get("field", problem.facts.get("fields", "")))
        about = bool({say(STRESSOR.fields[name].label) for name in ("codes", "severity")} & set(told.split(", ")))
        self.complain_of(problem if about else "")
        return about

    def complain_of(self, told: Told) -> None:
        self._trouble.say(told)

    def message(self) -> str:
        return self._trouble.words

    def _known(self) -> set[str]:
        return {*self._options, *self._standing}

    def _take(self, code: str) -> None:
        """A new one, or the one that stands under this code alone; with its weight, if that was typed."""
        figure, key = self.line.figure(), self._standing_alone(code) or code
        self._last = key
        self.line.clear()
        self.line.put_list_away()
        if key not in self._standing:
            self._said.setdefault(key, None)
        if figure is None:
            self._show()
            self.filled.emit()
        else:
            self._weigh(key, figure)

    def _take_from_group(self, code: str) -> None:
        """Its weight is typed as of one that was found by a word."""
        self._take(code)
        self.line.setFocus()

    def _standing_alone(self, code: str) -> str:
        return next((each.id for each in self._standing.values() if each.code == code), "")

    def _weigh_typed(self) -> None:
        """As soon as a figure stands there: for the one that is meant, or alone for the last one."""
        if self.line.figure() is None:
            return
        if self.line.sought():
            self.line.settle()
        elif self._last:
            figure = self.line.figure()
            self.line.clear()
            self._weigh(self._last, figure)

    def _weigh(self, key: str, severity: int | None) -> None:
        if key in self._standing and severity in {None, self._standing[key].severity}:
            self._said.pop(key, None)
        else:
            self._said[key] = severity
        self.complain_of("")
        self._show()
        self.filled.emit()

    def _drop(self, code: str) -> None:
        self._said.pop(code, None)
        self._last = ""
        self.line.setFocus()
        self._show()
        self.filled.emit()

    def _show(self) -> None:
        """A line each; those that stay keep the keys."""
        wanted = [*self._standing, *(key for key in self._said if key in self._options)]
        self._asked.setVisible(any(key in self._options for key in self._said))
        for key in [key for key in self._shown if key not in wanted]:
            gone = self._shown.pop(key)
            gone.hide()
            gone.deleteLater()
        for key in wanted:
            if key not in self._shown:
                self._shown[key] = self._line(key)
            stood = self._standing[key].severity if key in self._standing else None
            self._shown[key].show_weight(self._said.get(key, stood))

    def _line(self, key: str) -> Burden:
        stood = self._standing.get(key)
        line = Burden(stood.words if stood else self._options.get(key, key), new=stood is None)
        line.weighed.connect(partial(self._weigh, key))
        line.dropped.connect(partial(self._drop, key))
        self._rows.addWidget(line)
        return line

    def _named(self, key: str, severity: int | None) -> dict[str, Any]:
        weight = {} if severity is None else {"severity": severity}
        return {"code" if key in self._options else "stressor": key, **weight}
