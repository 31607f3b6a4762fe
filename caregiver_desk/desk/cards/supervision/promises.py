"""Promises, and decisions of a meeting: who, what, by when; a new line is there before it is needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.days import Looks
from caregiver_desk.desk.parts.declared import asks_for
from caregiver_desk.desk.parts.editors import editor_for
from caregiver_desk.desk.parts.fields import Day, Editor
from caregiver_desk.desk.parts.finding import Pick
from caregiver_desk.desk.parts.heard import name_for_everyone
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.errors import Problem
from caregiver_desk.practice import spoken
from caregiver_desk.records.record import Kind
from caregiver_desk.records.supervision.supervision import PROMISE, PromiseOwner
from caregiver_desk.wording import later, say

PARTS = ("owner", "what", "due")
PROMISE_CALLED = later("Promise {number}: {part}")


class Promises(QWidget):
    """Lines for promises; a line without words is none."""

    filled = Signal()

    def __init__(
        self,
        kind: Kind = PROMISE,
        owners: Mapping[str, str] | None = None,
        first: str = PromiseOwner.SUPERVISOR.value,
        called: str = PROMISE_CALLED,
    ) -> None:
        """`owners` may be anybody; without them it is said what each is to the other. `first` stands there already."""
        super().__init__()
        self._kind, self._owners, self._first, self._called = kind, owners or _roles(), first, called
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(theme.SMALL))
        self._grid.setVerticalSpacing(theme.px(theme.SMALL))
        for place, share in enumerate((3, 8, 6)):
            self._grid.setColumnStretch(place, share)
            words = say(kind.fields[PARTS[place]].label)
            self._grid.addWidget(PlainLabel(words, size=theme.META, weight=theme.MEDIUM, tint="ink-soft"), 0, place)
        self._trouble = Trouble()
        self.lines: list[dict[str, Editor]] = []
        self._add()

    def values(self) -> list[dict[str, Any]]:
        told = [{name: editor.value() for name, editor in line.items()} for line in self.lines]
        return [{name: value for name, value in line.items() if value} for line in told if line["what"]]

    def fill(self, promises: Iterable[Mapping[str, Any]]) -> None:
        """Show these promises, and no others."""
        self.empty()
        for number, promise in enumerate(promises):
            for name, value in promise.items():
                self.lines[number][name].put(value)

    def fit(self) -> bool:
        """Whether what was typed is understood; what is not says so."""
        faults = [editor.fault() for line in self.lines for editor in line.values() if line["what"].value()]
        self._trouble.say(next((fault for fault in faults if fault), ""))
        return not any(faults)

    def complain(self, problem: Problem) -> bool:
        told = str(problem.facts.get("field", problem.facts.get("fields", "")))
        about = any(self._kind.fields[name].label in told.split(", ") for name in PARTS)
        self._trouble.say(problem if about else "")
        return about

    def empty(self) -> None:
        for line in self.lines:
            line["owner"].put(self._first)
            line["what"].put(None)
            line["due"].put(None)
        self._trouble.say("")

    def message(self) -> str:
        return self._trouble.words

    def _add(self) -> None:
        number = len(self.lines) + 1
        owner = Pick(self._owners)
        what = editor_for(self._kind.fields["what"])
        line: dict[str, QWidget] = {"owner": owner, "what": what, "due": Day(Looks.AHEAD)}
        for place, (name, editor) in enumerate(line.items()):
            editor.setObjectName(f"{name}-{number}")
            field = self._kind.fields[name]
            asks_for(editor, self._kind.name, name)
            name_for_everyone(editor, say(self._called, number=number, part=say(field.label)), say(field.shown.why))
            self._grid.addWidget(editor, number, place, Qt.AlignmentFlag.AlignTop)
        self.lines.append(cast("dict[str, Editor]", line))
        owner.put(self._first)
        self.lines[-1]["what"].changed.connect(self._keep_one_free)
        for each in self.lines[-1].values():
            each.changed.connect(self.filled)
        self._grid.addWidget(self._trouble, number + 1, 0, 1, len(PARTS))

    def _keep_one_free(self) -> None:
        if self.lines[-1]["what"].value():
            self._add()


def _roles() -> dict[str, str]:
    return {str(each): spoken.words(each) for each in PromiseOwner} | {PromiseOwner.SUPERVISOR.value: say("You")}
