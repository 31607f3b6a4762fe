"""Monthly returns in words: what one says, what it is, and what it cannot tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from caregiver_desk.acts.sharing.returns import Month, missing, told
from caregiver_desk.practice.sharing.returns import FIGURES, SPARED, STEP, field_of, month_before
from caregiver_desk.practice.wellbeing.taxonomy import stressors
from caregiver_desk.records.sharing.returns import MONTHLY_RETURN
from caregiver_desk.records.wellbeing.wellbeing import StressorGroup
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, full_day, later, say

SHOWN = 6  # months, the last that is over first
HEADS: Mapping[str, str] = {"weighs": later("What weighs"), "eased": later("Eased within 60 days")}
WHAT_IT_IS = later(
    "How many caregivers spoke of something that weighs on them, by group, in the month in which it was written down. "
    "Each counts once in a group, in steps of five. Eased means that something the organisation can change eased "
    "within 60 days. No names are in it, and what fewer than 5 said is never written."
)
CANNOT_TELL = later(
    "It cannot tell who spoke, nor how heavy it is. Few may mean that little weighs, or that little was said; more may "
    "mean more trust. Ask the supervisor what of it the organisation can change."
)


class Row(NamedTuple):
    """A month of a team; `month` is empty where nobody made a return of it."""

    first: date
    month: Month | None


class Block(NamedTuple):
    """A team and its last months, newest first. `offered`: what a return of last month would say, if it lacks."""

    name: str
    team: str
    rows: tuple[Row, ...]
    offered: Month | None = None


def blocks(book: Book, today: date) -> list[Block]:
    """The teams in the order of their names: those that have caregivers, or a return."""
    offered = {each.team.id: each for each in missing(book)}
    with_caregivers = {team for _, team in questions.facts(book, "engagement", ("team",), {"role": "caregiver"})}
    known, found = told(book), []
    for team in questions.in_order(book, "team", limit=questions.EVERY):
        if known[team.id] or team.id in with_caregivers:
            rows = tuple(Row(first, _of(known[team.id], first)) for first in _last(today))
            found.append(Block(str(team["name"]), team.id, rows, offered.get(team.id)))
    return found


def _last(today: date) -> Iterator[date]:
    first = today
    for _ in range(SHOWN):
        first = month_before(first)
        yield first


def _of(months: list[Month], first: date) -> Month | None:
    return next((each for each in months if each.first == first), None)


def lines(month: Month) -> list[tuple[str, str]]:
    """What a return says: a head and its words, one for each figure that may be told."""
    if month.heard < STEP + SPARED:
        return [("", say("{most} or fewer were heard, so nothing is counted", most=STEP + SPARED - 1))]
    if not month.figures:
        return [("", say("Fewer than 5 in every group"))]
    return [(say(HEADS[figure]), _figure(month, figure)) for figure in FIGURES]


def _figure(month: Month, figure: str) -> str:
    """The groups in the order of their letters, never of their figures; then what all others come to."""
    names = {group: field_of(figure, group) for group in StressorGroup}
    shown = [_step(group, month.figures[name]) for group, name in names.items() if name in month.figures]
    counted = [group for group, name in names.items() if name in MONTHLY_RETURN.fields]
    if not shown:
        return say("fewer than 5 in every group")
    others = [] if len(shown) == len(counted) else [say("all other groups fewer than 5")]
    return say("; ").join([*shown, *others])


def _step(group: StressorGroup, step: int) -> str:
    return say("{group} {step} or more", group=say(stressors()[group]["name"]), step=step)


def of_how_many(month: Month) -> str:
    return count("of {number} who was heard", "of {number} who were heard", month.heard)


def when_made(month: Month) -> str:
    return say("made {day}", day=full_day(month.made)) if month.made else say("not made yet")


def in_a_line(month: Month) -> str:
    """All of it in one line, without its month and team."""
    told = say(". ").join(": ".join(part for part in each if part) for each in lines(month))
    return say("{told} ({of})", told=told, of=of_how_many(month))
