"""Days and moments as one says them: Thu, 3 days over, since 24 Jul, 25 Feb 16:20."""

from __future__ import annotations

from datetime import UTC, date, datetime

from caregiver_desk import clock
from caregiver_desk.wording import MONTHS, count, day_of_week, full_day, later, say

MONTHS_WHOLE = (
    later("January"), later("February"), later("March"), later("April"), later("May"), later("June"),
    later("July"), later("August"), later("September"), later("October"), later("November"), later("December"),
)  # fmt: skip
WEEKDAYS = (
    later("Monday"), later("Tuesday"), later("Wednesday"), later("Thursday"), later("Friday"),
    later("Saturday"), later("Sunday"),
)  # fmt: skip
UNCERTAIN = later("date uncertain")
_NEAR = 6  # days within which a weekday says more than a date
_LONG = 28  # days after which a date says enough


def short_day(day: date) -> str:
    return say("{day} {month}", day=day.day, month=say(MONTHS[day.month - 1]))


def long_day(day: date) -> str:
    month = say(MONTHS_WHOLE[day.month - 1])
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
        return since(day, today)
    if away < 0:
        return count("{number} day over", "{number} days over", -away)
    if away == 0:
        return say("today")
    if away == 1:
        return say("tomorrow")
    return day_of_week(day) if away <= _NEAR else told_day(day, today)


def since(day: date, today: date) -> str:
    """From when on: the weekday says more of the last few."""
    near = (today - day).days <= _NEAR
    return say("since {day}", day=day_of_week(day) if near else told_day(day, today))


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
