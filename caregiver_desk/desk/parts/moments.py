"""When something happened, as one says it: now, yesterday 14:00, fri at 9, 3/3 8h. What was meant stands beside it."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.days import Looks, days_meant
from caregiver_desk.desk.parts.layout import row
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.wording import full_day, say

_HOUR = re.compile(r"(?:\bat\s+)(\d{1,2})(?:[:.h](\d{2}))?$|\b(\d{1,2})(?::(\d{2})|h(\d{2})?)$")
_LAST_HOUR, _LAST_MINUTE = 23, 59


def moment_meant(typed: str, today: date, now: str) -> tuple[list[date], str]:
    """The days that these words may mean, and the hour if they name one; `now` is the hour that it is."""
    words = typed.strip().casefold()
    if words in {"now", say("now")}:
        return [today], now
    found = _HOUR.search(words)
    hour = _hour(found) if found else ""
    if found and not hour:
        return [], ""
    rest = words[: found.start()].strip() if found else words
    return (days_meant(rest, today, Looks.BACK) if rest else [today]), hour


def _hour(found: re.Match[str]) -> str:
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or found[5] or 0)
    return f"{hour:02}:{minute:02}" if hour <= _LAST_HOUR and minute <= _LAST_MINUTE else ""


class When(QWidget):
    """A moment behind us; `now` unless somebody says otherwise."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = Line(hint=say("now, fri at 9, 3/3 14:00"))
        self.line.setMaximumWidth(theme.px(190))
        self._understood = meta(wrap=True)
        laid = row(self.line, self._understood)
        laid.setStretch(1, 1)
        self.setLayout(laid)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._typed)
        self.put(None)

    def value(self) -> str | None:
        return self.line.text().strip() or None

    def put(self, value: Any) -> None:
        self.line.setText(str(value or say("now")))

    def meant(self) -> tuple[date | None, str]:
        """The day and the hour; no day where it is not clear."""
        today = clock.today()
        days, hour = moment_meant(self.line.text() or say("now"), today, _hour_now())
        return (days[0] if len(days) == 1 and days[0] <= today else None), hour

    def fault(self) -> str:
        return (
            "" if self.meant()[0] else say("This was not understood, or has not come yet. Try fri at 9, or 3/3 14:00.")
        )

    def _typed(self) -> None:
        day, hour = self.meant()
        words = say("{day}, {hour}", day=full_day(day), hour=hour) if day and hour else full_day(day) if day else ""
        self._understood.setText(words)
        self.changed.emit()


def _hour_now() -> str:
    """Nothing while nobody knows what time it is."""
    return "" if clock.in_doubt() else f"{datetime.fromtimestamp(clock.now(), tz=UTC).astimezone():%H:%M}"
