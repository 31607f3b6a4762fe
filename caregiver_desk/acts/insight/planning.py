"""A plan because of a figure: the figure is looked up and kept in words as it is on that day."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.insight.figures import handed, sees_only_told
from caregiver_desk.acts.insight.own import chosen
from caregiver_desk.acts.insight.saying import in_words
from caregiver_desk.acts.keeping import keep, new, tell
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice import spans
from caregiver_desk.records.insight.planning import PLAN_ITEM, PlanState
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, say

keep(PLAN_ITEM, "insight", verbs=("change", "withdraw"))


@act("Plan because of a figure", subject="insight")
def plan_from_figure(
    book: Book,
    *,
    what: Annotated[str, Field(max_length=280)],
    due: date,
    code: str = "",
    period: str = "",
    team: str = "",
    who: Annotated[str, Field(max_length=80)] = "",
) -> Outcome:
    """One thing that a team tries; with a code and its days, the figure is kept as it is today.

    A plan goes to the coordinator: of a figure that stays between two no number is kept. Raises NotUnderstood for a
    figure that there is not.
    """
    hers = questions.get(book, "team", team or own_team(book))
    figure = _as_it_is(book, code, period, hers.id) if code else None
    given = {
        "team": hers.id, "what": what, "due": due, "who": who or None, "day": clock.today(),
        "code": code or None, "period": period or None, "figure": figure,
    }  # fmt: skip
    change = new(book, PLAN_ITEM, understood(PLAN_ITEM.draft, given))
    saved = ledger.append(book, "plan_from_figure", [change])
    return tell(saved, say("Planned. It is looked at again on {day}.", day=full_day(due)), change.record)


def plans_of(book: Book, team: str = "") -> list[Leaf]:
    """What is planned and still open, the next to be looked at first."""
    where = {"state": PlanState.OPEN, **({"team": team} if team else {})}
    return list(reversed(questions.listing(book, PLAN_ITEM.name, where, limit=EVERY)))


def _as_it_is(book: Book, code: str, period: str, team: str) -> str:
    span = spans.named(period)
    if span is None:
        raise NotUnderstood(field=say("period"), reason=say("the days of the figure, such as 2026-02, please"))
    indicator = chosen(book, code)
    found = handed(book, indicator, span, "" if sees_only_told(book) else team)[0]
    return say(
        "{title}, {days}: {told}",
        title=indicator[code].title,
        days=spans.said(span),
        told=in_words(indicator[code], found),
    )
