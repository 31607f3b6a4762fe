"""What is to be done about a concern: whom to tell, how long ago it was noticed, when to ask again, how it may close.

Decision. The rules are data with their source (`resources/practice/duties.toml`). Here stands only what follows from
them. Nothing here says that somebody has no duty to report, and nothing holds a report up: a rule only ever asks for
more. The clock counts up from when it was noticed; how much time is left is never told.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any, NamedTuple

from caregiver_desk.practice.days import working_days_after
from caregiver_desk.records.concerns.concerns import ConcernSort, ConcernState, StepSort, Unsure, Whom
from caregiver_desk.wording import RESOURCES, later, say

NOT_REVIEWED = later("not yet reviewed")
REPORTS = frozenset({StepSort.POLICE, StepSort.SOCIAL_WORKER, StepSort.FORM_22, StepSort.VIOLENCE_FORM})
OVER = frozenset({ConcernState.CLOSED, ConcernState.IN_ERROR})
DECIDED = frozenset({ConcernState.NOT_REPORTED, ConcernState.INFORMATION})  # by two; a report takes it on all the same
UNTOLD = frozenset({ConcernState.NOTICED, ConcernState.WITH_SUPERVISOR, ConcernState.SCREENED})
LATE = 24 * 60  # minutes after which somebody is asked why it was written down later
CHASED = {"CP9A": StepSort.ACKNOWLEDGED, "CP9B": StepSort.ALLOCATED, "CP9C": StepSort.OUTCOME}
IN_DAYS, IN_DAYS_ALONE = 72, 168  # hours from which the clock tells days, and no hours beside them
_TWO = 2
_VIOLENCE = frozenset({ConcernSort.VIOLENCE_AT_HOME, ConcernSort.PHYSICAL, ConcernSort.EMOTIONAL})
_HARM_TO_THE_WEAKER = _VIOLENCE | {ConcernSort.SEXUAL, ConcernSort.NEGLECT, ConcernSort.EXPLOITATION}
_DISABLED = frozenset({Whom.DISABILITY, Whom.MENTAL_DISABILITY})
_LED_TO: Mapping[StepSort, ConcernState] = {
    **dict.fromkeys(REPORTS, ConcernState.REPORTED),
    StepSort.SUPERVISOR: ConcernState.WITH_SUPERVISOR,
    StepSort.SCREENED: ConcernState.SCREENED,
    StepSort.NOT_REPORTED: ConcernState.NOT_REPORTED,
    StepSort.INFORMATION: ConcernState.INFORMATION,
    StepSort.ACKNOWLEDGED: ConcernState.ACKNOWLEDGED,
    StepSort.ALLOCATED: ConcernState.FOLLOWING_UP,
    StepSort.OUTCOME: ConcernState.FOLLOWING_UP,
    StepSort.CLOSED: ConcernState.CLOSED,
    StepSort.IN_ERROR: ConcernState.IN_ERROR,
}


class Duty(NamedTuple):
    """One rule: what it says, on what ground, when it was written down, and who has read it."""

    code: str
    words: str
    source: str
    written: date
    reviewed_by: str
    within: int = 0
    unit: str = ""

    @property
    def review(self) -> str:
        """Who has read it, in words."""
        return say("read by {name}", name=self.reviewed_by) if self.reviewed_by else say(NOT_REVIEWED)


@cache
def duties() -> Mapping[str, Duty]:
    """What `resources/practice/duties.toml` says, by code."""
    return {each["code"]: Duty(**each) for each in _written()["rule"]}


@cache
def _written() -> Mapping[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "duties.toml").read_text(encoding="utf-8"))


def facts_to_note() -> tuple[str, ...]:
    """What somebody without a laptop notes on paper."""
    return tuple(_written()["facts"])


def with_site(said: Iterable[tuple[str, str | None, int | None]]) -> Mapping[str, Duty]:
    """The rules as a site has them: who has read each, and sooner where it says so. Of two numbers the sooner holds."""
    held = dict(duties())
    for code, reviewed_by, within in said:
        rule = held.get(code)
        if rule:
            soonest = min(rule.within, within) if within and rule.within else rule.within
            held[code] = rule._replace(reviewed_by=reviewed_by or rule.reviewed_by, within=soonest)
    return held


def is_grave(sort: ConcernSort, whom: Whom) -> bool:
    """Whether it is about a sexual offence against a child or a person with a mental disability."""
    return sort is ConcernSort.SEXUAL and whom in {Whom.CHILD, Whom.MENTAL_DISABILITY}


def applying(
    sort: ConcernSort, whom: Whom, *, danger: Unsure = Unsure.NO, peers: bool = False, worker: bool = False
) -> tuple[str, ...]:
    """The codes of the rules that speak of such a concern, the first to be heeded first."""
    told = {
        "CP1": danger is not Unsure.NO,
        "P33": peers and sort is ConcernSort.SEXUAL,
        "CP3": is_grave(sort, whom) and not peers,
        "CP4": (sort in _VIOLENCE and whom is Whom.CHILD)
        or (sort in _HARM_TO_THE_WEAKER and whom in {Whom.OLDER} | _DISABLED),
        "CP5": whom is Whom.CHILD and not is_grave(sort, whom),
        "CP11": worker,
        "CP6": True,
        "CP8": True,
    }
    return tuple(code for code, holds in told.items() if holds)


def minutes_since(noticed: date, at: str | None, now: int) -> int | None:
    """How long ago it was noticed; of no known hour from the day's beginning on. None while nobody knows the time."""
    if not now:
        return None
    wall = datetime.fromtimestamp(now, tz=UTC).astimezone().replace(tzinfo=None)
    began = datetime.combine(noticed, time.fromisoformat(at) if at else time())
    return max(0, int((wall - began) / timedelta(minutes=1)))


def age(minutes: int | None) -> str:
    """The clock in words: it counts up, and never says what is left."""
    return say("noticed {span} ago", span=span(minutes)) if minutes is not None else say("noticed, date uncertain")


def span(minutes: int) -> str:
    """So many hours and minutes, or days and hours; after a week nobody counts the hours."""
    hours, rest = divmod(minutes, 60)
    if hours >= IN_DAYS_ALONE:
        return say("{days} days", days=hours // 24)
    if hours >= IN_DAYS:
        return say("{days} days {hours} h", days=hours // 24, hours=hours % 24)
    return say("{hours}:{minutes} h", hours=hours, minutes=f"{rest:02}")


def written_late(noticed: date, at: str | None, written: int) -> int | None:
    """After how many minutes it was written down, where that was later than a day; None where it was not."""
    minutes = minutes_since(noticed, at, written)
    return minutes if minutes is not None and minutes >= LATE else None


def is_red(minutes: int | None, state: ConcernState, rules: Mapping[str, Duty]) -> bool:
    """Whether a day has gone by, and it was neither reported nor decided by two."""
    return state in UNTOLD and (minutes is None or minutes >= rules["CP2"].within * 60)


def after(step: StepSort, state: ConcernState) -> ConcernState:
    """How far a concern is after this step. Nothing takes it back to before, and what is over stays so."""
    order = list(ConcernState)
    return max(state, _LED_TO.get(step, state), key=order.index)


def counting(said: Collection[ConcernState]) -> ConcernState:
    """Of what several laptops say, what is furthest from closed. Two who close it differently leave it open."""
    order, still = list(ConcernState), set(said) - OVER
    if still:
        return min(still, key=order.index)
    return next(iter(set(said))) if len(set(said)) == 1 else ConcernState.FOLLOWING_UP


def may_rest(sort: ConcernSort, whom: Whom, danger: Unsure, people: Collection[str], reason: str) -> bool:
    """Whether two may decide not to report it: never where somebody is in danger, or of a sexual offence."""
    return (
        not is_grave(sort, whom)
        and sort is not ConcernSort.SEXUAL
        and danger is Unsure.NO
        and are_two(people)
        and bool(reason.strip())
    )


def may_close(
    sort: ConcernSort, whom: Whom, steps: Collection[StepSort], *, people: Collection[str], believed: bool = False
) -> bool:
    """Whether it may be closed: reported; or, where that is no sexual offence, as two named people decided.

    Of a sexual offence that somebody knows of the police were told; where it is only `believed`, any of the three.
    """
    if is_grave(sort, whom):
        return StepSort.POLICE in steps or (believed and bool(REPORTS & set(steps)))
    return bool(REPORTS & set(steps)) or (sort is not ConcernSort.SEXUAL and are_two(people))


def are_two(people: Collection[str]) -> bool:
    """Whether these are two people, by their names."""
    return len({" ".join(each.casefold().split()) for each in people} - {""}) >= _TWO


def chases(reported: date, steps: Collection[StepSort], rules: Mapping[str, Duty]) -> Iterator[tuple[date, str]]:
    """What to ask, and on which day, as far as it was not answered yet."""
    for code, answer in CHASED.items():
        if answer not in steps:
            yield _by(reported, rules[code]), rules[code].words


def _by(day: date, rule: Duty) -> date:
    return working_days_after(day, rule.within) if rule.unit == "working days" else day + timedelta(rule.within)
