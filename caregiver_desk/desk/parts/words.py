"""Words on the screen: every label that can show what a person typed shows it as plain text, never as markup."""

from __future__ import annotations

from datetime import UTC, date, datetime

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.wording import count, later, say

MONTHS = (
    later("Jan"), later("Feb"), later("Mar"), later("Apr"), later("May"), later("Jun"),
    later("Jul"), later("Aug"), later("Sep"), later("Oct"), later("Nov"), later("Dec"),
)  # fmt: skip
WEEKDAYS = (
    later("Monday"), later("Tuesday"), later("Wednesday"), later("Thursday"), later("Friday"),
    later("Saturday"), later("Sunday"),
)  # fmt: skip
UNCERTAIN = later("date uncertain")
_NEAR = 6  # days within which a weekday says more than a date
_LONG = 28  # days after which a date says enough


NARROWEST = 110  # pixels for words that wrap, at 100 per cent


class PlainLabel(QLabel):
    """Words as they were typed, whatever they look like."""

    def __init__(
        self,
        text: str = "",
        *,
        size: float = theme.TEXT,
        weight: QFont.Weight = theme.REGULAR,
        tint: str = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setFont(theme.font(size, weight))
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.tint(tint)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words that go on in the next line ask for little width: Qt's own guess makes columns wider than they are."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), theme.px(NARROWEST)), least.height()) if self.wordWrap() else least

    def tint(self, name: str) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour(name))
        self.setPalette(palette)


class ShortLabel(PlainLabel):
    """One line that is cut short with three dots where there is no room; the whole of it is its tip."""

    LEAST = 28

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        self.setToolTip(tip(text) if text else "")

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        whole = super().minimumSizeHint()
        return QSize(min(whole.width(), theme.px(self.LEAST)), whole.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()


def title(text: str = "") -> PlainLabel:
    return PlainLabel(text, size=theme.TITLE, weight=theme.BOLD)


def card_title(text: str = "") -> PlainLabel:
    return PlainLabel(text, size=theme.CARD, weight=theme.SEMIBOLD)


def heading(text: str = "") -> PlainLabel:
    """The quiet title of a section."""
    return PlainLabel(text, size=theme.META, weight=theme.SEMIBOLD, tint="ink-soft")


def meta(text: str = "", *, wrap: bool = False) -> PlainLabel:
    return PlainLabel(text, size=theme.META, tint="ink-soft", wrap=wrap)


def body(text: str = "", *, weight: QFont.Weight = theme.REGULAR, wrap: bool = False) -> PlainLabel:
    return PlainLabel(text, weight=weight, wrap=wrap)


def tip(text: str) -> str:
    """Words for a tooltip, which Qt would otherwise read as markup."""
    from html import escape

    return f"<span>{escape(text)}</span>"


def initials(name: str) -> str:
    parts = name.split()
    return "".join(part[0] for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts)).upper()


def short_day(day: date) -> str:
    return say("{day} {month}", day=day.day, month=say(MONTHS[day.month - 1]))


def full_day(day: date) -> str:
    return say("{day} {month} {year}", day=day.day, month=say(MONTHS[day.month - 1]), year=day.year)


def long_day(day: date) -> str:
    month = QLocale(QLocale.Language.English).monthName(day.month)
    return say(
        "{weekday} {day} {month} {year}", weekday=say(WEEKDAYS[day.weekday()]), day=day.day, month=month, year=day.year
    )


def told_day(day: date, today: date) -> str:
    """A day in the fewest words that are not unclear: the year only where it is another one."""
    return short_day(day) if day.year == today.year else full_day(day)


def due(day: date, today: date) -> str:
    """How far off a day is, as one says it."""
    away = (day - today).days
    if away < -_LONG:
        return say("since {day}", day=told_day(day, today))
    if away < 0:
        return count("{number} day over", "{number} days over", -away)
    if away == 0:
        return say("today")
    if away == 1:
        return say("tomorrow")
    return say(WEEKDAYS[day.weekday()])[:3] if away <= _NEAR else told_day(day, today)


def ago(day: date, today: date) -> str:
    away = (today - day).days
    if away <= 0:
        return say("today")
    return say("yesterday") if away == 1 else count("{number} day ago", "{number} days ago", away)


def moment(seconds: int) -> str:
    """A wall-clock moment: 25 Feb 16:20. A laptop that did not know what time it was wrote 0."""
    if not seconds:
        return say(UNCERTAIN)
    at = datetime.fromtimestamp(seconds, tz=UTC).astimezone()
    return say("{day} {time}", day=short_day(at.date()), time=f"{at:%H:%M}")


def sure_today() -> date | None:
    """Today, for a field that is mostly about it; nothing while nobody knows what day it is."""
    return None if clock.in_doubt() else clock.today()


def as_day(stored: object) -> date | None:
    """A day as a question answers it."""
    return date.fromisoformat(str(stored)) if stored else None
