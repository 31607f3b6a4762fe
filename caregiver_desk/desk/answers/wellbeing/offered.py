"""Support that is due: what was offered and waits, and what weighs so much that somebody should be asked now.

Names and days only. People are in the room when Today is open: what it is about is read where it is looked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.people.placing import gone_of
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.practice.due import UNDER_WAY, care
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode, StressorState
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Days
from caregiver_desk.wording import say


@dataclass(frozen=True)
class Offered:
    """Somebody to whom support is due. `now` where it must not wait; `asked` is false where nothing was offered yet."""

    caregiver: str
    name: str
    due: date
    now: bool
    asked: bool


class Step(NamedTuple):
    """What was offered to somebody, as far as it is asked here; days are as they are stored."""

    id: str
    caregiver: str
    stressor: str | None
    code: str | None
    state: str | None
    due: str | None
    done_on: str | None


class Burden(NamedTuple):
    """What weighs on somebody, as far as it is asked here."""

    id: str
    caregiver: str
    severity: int | None
    acute: int | None
    since: str | None


def offered(book: Book, until: date) -> tuple[Offered, ...]:
    """What must not wait first, then by day."""
    days = (questions.FIRST_DAY, until.isoformat())
    waiting = _steps(book, {"state": UNDER_WAY}, days)
    unasked = _unasked(book, until)
    whose = {each.caregiver for each in waiting} | {each.caregiver for each in unasked}
    gone = gone_of(book, whose)
    names = questions.names_of(book, list(whose - gone))
    urgent, somebody, today = not_to_wait(), say("somebody"), clock.today()

    def told(each: Step | Burden, due: date | None, *, now: bool, asked: bool) -> Offered:
        return Offered(each.caregiver, names.get(each.caregiver, somebody), due or today, now, asked)

    steps = (told(each, as_day(each.due), now=each.code in urgent, asked=True) for each in waiting)
    burdens = (told(each, _asked_by(each), now=True, asked=False) for each in unasked)
    here = (each for each in (*steps, *burdens) if each.caregiver not in gone)
    return tuple(sorted(here, key=lambda each: (not each.now, each.due, each.name)))


def _steps(book: Book, where: Mapping[str, Any], days: Days | None = None) -> list[Step]:
    found = questions.facts(book, "follow_up", Step._fields[1:], where, days=days)
    return [Step(*each) for each in found]


def not_to_wait() -> frozenset[str]:
    """What of all that can be offered is kept on the very day."""
    return frozenset(code for code in FollowUpCode if taxonomy.cannot_wait(code))


def _unasked(book: Book, until: date) -> list[Burden]:
    """The burdens that nobody can carry alone, of those who were offered nothing since."""
    open_ones = questions.facts(book, "stressor", Burden._fields[1:], {"state": StressorState.OPEN.value})
    burdens = (Burden(*each) for each in open_ones)
    heavy = [each for each in burdens if (due := _asked_by(each)) and due <= until]
    steps: dict[str, list[Step]] = {}
    for step in _steps(book, {"caregiver": list({each.caregiver for each in heavy})}):
        steps.setdefault(step.caregiver, []).append(step)
    return [each for each in heavy if not any(_answers(step, each) for step in steps.get(each.caregiver, ()))]


def _since(burden: Burden) -> date:
    return as_day(burden.since) or clock.today()


def _asked_by(burden: Burden) -> date | None:
    """By when somebody should be asked what is needed; None where it can be carried."""
    return care(burden.severity or 0, bool(burden.acute), _since(burden))


def _answers(step: Step, burden: Burden) -> bool:
    """Whether this was offered because of it, or since. That she declined is an answer."""
    last = as_day(step.done_on) or as_day(step.due)
    return step.stressor == burden.id or step.state in UNDER_WAY or bool(last and last >= _since(burden))
