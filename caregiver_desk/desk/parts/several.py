"""Editors that stand one by one in a sheet and are no form: what of them was typed otherwise than it stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from caregiver_desk.desk.parts.fields import Editor


class Several(QObject):
    """Only what differs is said: what comes back later is laid over whatever stands there by then."""

    filled = Signal()

    def __init__(self, owner: QObject, editors: Mapping[str, Editor]) -> None:
        super().__init__(owner)
        self._editors = editors
        self._before = {name: each.value() for name, each in editors.items()}
        for each in editors.values():
            each.changed.connect(self.filled)

    def values(self) -> dict[str, Any]:
        typed = {name: each.value() for name, each in self._editors.items()}
        return {name: "" if value is None else value for name, value in typed.items() if value != self._before[name]}

    def fill(self, values: Mapping[str, Any]) -> None:
        for name, each in self._editors.items():
            each.put(values.get(name, self._before[name]))
