"""What came between check-ins this month: a matter of rooms, roads and power, counted against nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date

from caregiver_desk.practice.spoken import words
from caregiver_desk.records.supervision.supervision import CheckInState, NotHeld
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

NOT_HELD = [CheckInState.MISSED.value, CheckInState.MOVED.value, CheckInState.CANCELLED.value]


def came_between(book: Book, links: Collection[str], today: date) -> str:
    """The reasons of what was moved, missed or called off in these links, the most frequent first."""
    month = (today.replace(day=1).isoformat(), questions.LAST_DAY)
    told = questions.facts(book, "check_in", ["supervision", "not_held"], {"state": NOT_HELD}, days=month)
    often = Counter(NotHeld(why) for _, link, why in told if why and link in links)
    if not often:
        return ""
    each = [words(why) if number == 1 else f"{words(why)} ({number})" for why, number in often.most_common()]
    return say("What came between check-ins this month: {what}.", what=", ".join(each))
