"""Support that is due: what was offered and waits, and what weighs so much that somebody should be asked now.

Names and days only. People are in the room when Today is open: what it is about is read where it is looked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caregiver_desk import clock
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.practice import taxonomy
from caregiver_desk.practice.due import UNDER_WAY, care
from caregiver_desk.records.wellbeing import FollowUpCode, StressorState
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


@dataclass(frozen=True)
class Offered:
    """Somebody to whom support is due. `now` where it must not wait; `asked` is false where nothing was offered yet."""

    caregiver: str
    name: str
    due: date
    now: bool
    asked: bool


def offered(book: Book, until: date) -> tuple[Offered, ...]:
    """What must not wait first, then by day."""
    days = (questions.FIRST_DAY, until.isoformat())
    waiting = questions.listing(book, "follow_up", {"state": UNDER_WAY}, limit=EVERY, days=days)
    unasked = _unasked(book, until)
    names = questions.names_of(book, list({str(each["caregiver"]) for each in (*waiting, *unasked)}))
    urgent = not_to_wait()
    found = [*(_waits(each, names, urgent) for each in waiting), *(_is_unasked(each, names) for each in unasked)]
    return tuple(sorted(found, key=lambda each: (not each.now, each.due, each.name)))


def not_to_wait() -> frozenset[str]:
    """What of all that can be offered is kept on the very day."""
    today = clock.today()
    return frozenset(code for code in FollowUpCode if taxonomy.usual_due(code, today) == today)


def _waits(step: Leaf, names: dict[str, str], urgent: frozenset[str]) -> Offered:
    due, now = date.fromisoformat(step["due"]), step["code"] in urgent
    return Offered(str(step["caregiver"]), _name(step, names), due, now, asked=True)


def _is_unasked(burden: Leaf, names: dict[str, str]) -> Offered:
    due = _asked_by(burden) or clock.today()
    return Offered(str(burden["caregiver"]), _name(burden, names), due, now=True, asked=False)


def _unasked(book: Book, until: date) -> list[Leaf]:
    """The burdens that nobody can carry alone, of those who were offered nothing since."""
    burdens = questions.listing(book, "stressor", {"state": StressorState.OPEN.value}, limit=EVERY)
    heavy = [each for each in burdens if (due := _asked_by(each)) and due <= until]
    steps: dict[str, list[Leaf]] = {}
    whose = list({str(each["caregiver"]) for each in heavy})
    for step in questions.pointing_at(book, "follow_up", "caregiver", whose):
        steps.setdefault(str(step["caregiver"]), []).append(step)
    return [each for each in heavy if not any(_answers(step, each) for step in steps.get(str(each["caregiver"]), ()))]


def _since(burden: Leaf) -> date:
    return as_day(burden["since"]) or clock.today()


def _asked_by(burden: Leaf) -> date | None:
    """By when somebody should be asked what is needed; None where it can be carried."""
    return care(int(burden["severity"] or 0), bool(burden["acute"]), _since(burden))


def _answers(step: Leaf, burden: Leaf) -> bool:
    """Whether this was offered because of it, or since. That she declined is an answer."""
    last = as_day(step["done_on"]) or as_day(step["due"])
    return step["stressor"] == burden.id or step["state"] in UNDER_WAY or bool(last and last >= _since(burden))


def _name(leaf: Leaf, names: dict[str, str]) -> str:
    return names.get(str(leaf["caregiver"]), say("somebody"))
