"""Whether people are heard, agreed with, seen at work, and whether what was promised is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.acts.insight.asked.people import caregivers, supervisors
from caregiver_desk.acts.insight.asking import Asking, Found, asked, within
from caregiver_desk.acts.keeping import period
from caregiver_desk.practice.days import working_days_after
from caregiver_desk.practice.due import GONE, Work, late_after, talk_after
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.supervision.requests import ANSWERED, OPEN
from caregiver_desk.records.people.people import EngagementState, Role
from caregiver_desk.records.supervision.agreement import AgreementState
from caregiver_desk.records.supervision.groups import GroupSort
from caregiver_desk.records.supervision.observation import ObservationState
from caregiver_desk.records.supervision.supervision import CheckInState, CheckInType, LinkPurpose, PromiseState
from caregiver_desk.store import histories
from caregiver_desk.store.questions import Leaf

DAY = timedelta(1)
GRACE = timedelta(7)  # days after its own within which a promise still counts as kept
SAME = timedelta(2)  # days within which a visit together is spoken about
_SPOKEN = frozenset({ObservationState.SPOKEN, ObservationState.ANSWERED})
_NO_GROUP = frozenset({GroupSort.WELLBEING})  # who goes there is nobody's matter


@asked("talks due")
def talks_due(asking: Asking) -> Iterator[Found]:
    """Talks that were held, and those that would have been due in each one's rhythm while nobody came to hear them."""
    yield from talks_kept(asking)
    held = _held(asking)
    for link in _line_links(asking):
        caregiver = asking.shown(link["caregiver"])
        for day in _missed(asking, link, held.get(caregiver, []), caregiver):
            yield asking.found(link, who=caregiver, day=day.isoformat(), group=CheckInType.ONE_TO_ONE)


@asked("talks kept")
def talks_kept(asking: Asking) -> Iterator[Found]:
    """Talks that were held, by their type."""
    for each in asking.leaves("check_in", {"state": CheckInState.HELD}, day="day"):
        yield asking.found(each, group=each["type"])


@asked("supervisors who were heard")
def supervisors_heard(asking: Asking) -> Iterator[Found]:
    """Who supervises and was heard themselves within the time that a site says, before the last day."""
    soonest = asking.last - timedelta(asking.norms.own_supervision)
    heard = _held(asking)
    return (
        each for each in supervisors(asking) if any(soonest <= day <= asking.last for day in heard.get(each.who, ()))
    )


@asked("links")
def links(asking: Asking) -> Iterator[Found]:
    """Pairs of a caregiver and the supervisor who answers for them, on the last day."""
    return (asking.found(each, day=asking.last.isoformat()) for each in _line_links(asking) if _stands(each, asking))


@asked("links with an agreement in force")
def agreed(asking: Asking) -> Iterator[Found]:
    """Those whose last agreement was agreed, and whose day to look at it again has not gone by."""
    standing = {
        asking.shown(each["supervision"])
        for each in asking.leaves("agreement", {"state": AgreementState.AGREED})
        if _in_force(each, asking.last)
    }
    return (each for each in links(asking) if each.id in standing)


@asked("caregivers seen at work and told")
def observed(asking: Asking) -> Iterator[Found]:
    """Caregivers with a visit together in these days that was spoken about within two."""
    seen = {
        asking.shown(each["caregiver"])
        for each in asking.leaves("observation", {"state": [state.value for state in _SPOKEN]}, day="day")
        if within(each["day"], each["spoken_on"], SAME.days)
    }
    return (each for each in caregivers(asking) if each.who in seen)


@asked("promises due")
def promises_due(asking: Asking) -> Iterator[Found]:
    """Promises whose day and the week after it have gone by, or that are done, by who made them.

    What both moved to another day is due on that day, and on no other.
    """
    for each in asking.leaves("promise", day="due"):
        if date.fromisoformat(each["due"]) + GRACE < asking.today or each["state"] == PromiseState.DONE:
            yield asking.found(each, group=each["owner"])


@asked("promises kept")
def promises_kept(asking: Asking) -> Iterator[Found]:
    """Those of them that were done no later than a week after their day."""
    done = asking.leaves("promise", {"state": PromiseState.DONE}, day="due")
    written = histories.last_written(asking.book, [each for each in done if not each["reviewed"]])
    kept = {each.id for each in done if _in_time(each, written.get(each.id, 0))}
    return (each for each in promises_due(asking) if each.id in kept)


@asked("requests to be answered")
def requests_due(asking: Asking) -> Iterator[Found]:
    """What was asked of the organisation, was not taken back, and is answered or should be by now; by theme.

    It is about who answers: whoever asked is not looked at, and each counts as somebody of its own.
    """
    for each in asking.leaves("request", day="day"):
        late = each["state"] in OPEN and _answer_by(asking, each) < asking.today
        if late or each["state"] in ANSWERED:
            yield asking.found(each, who=each.id, group=each["theme"])


@asked("requests answered in time")
def requests_answered(asking: Asking) -> Iterator[Found]:
    soon = {
        each.id
        for each in asking.leaves("request", day="day")
        if each["replied_on"] and date.fromisoformat(each["replied_on"]) <= _answer_by(asking, each)
    }
    return (each for each in requests_due(asking) if each.id in soon)


@asked("caregivers in a group")
def in_a_group(asking: Asking) -> Iterator[Found]:
    """Caregivers who came to a meeting of their team, of peers or of a set. Wellbeing groups ask nobody."""
    groups = {each.id for each in asking.leaves("circle") if each["sort"] not in _NO_GROUP}
    came = {
        asking.shown(each["person"])
        for each in asking.leaves("attendance", day="day")
        if asking.shown(each["circle"]) in groups
    }
    return (each for each in caregivers(asking) if each.who in came)


def _line_links(asking: Asking) -> list[Leaf]:
    return asking.leaves("supervision", {"purpose": LinkPurpose.LINE.value})


def _stands(link: Leaf, asking: Asking) -> bool:
    return period(link).holds(asking.last) and bool(asking.team_of(asking.shown(link["caregiver"]), asking.last))


def _in_force(agreement: Leaf, day: date) -> bool:
    agreed_on, review = agreement["agreed_on"] or agreement["day"] or "", agreement["review_on"]
    return str(agreed_on) <= day.isoformat() and (not review or day.isoformat() <= review)


def _held(asking: Asking) -> Mapping[str, list[date]]:
    """The days on which each was heard, the earliest first."""
    days: dict[str, list[date]] = {}
    for each in asking.leaves("check_in", {"state": CheckInState.HELD}):
        if each["day"]:
            days.setdefault(asking.shown(each["caregiver"]), []).append(date.fromisoformat(each["day"]))
    return {who: sorted(those) for who, those in days.items()}


def _missed(asking: Asking, link: Leaf, held: list[date], caregiver: str) -> Iterator[date]:
    """The days in the span on which a talk was due to this pair, and by now is late, though none came."""
    together = period(link)
    begun = max(filter(None, (together.since, _began(asking, caregiver))), default=None)
    if begun is None:
        return
    end = min(asking.today, together.until or date.max)
    heard = [day for day in held if begun <= day]
    for last, following in zip([None, *heard], [*heard, end], strict=True):
        yield from _late(asking, caregiver, _due(asking, caregiver, last) if last else begun, min(following, end))


def _due(asking: Asking, caregiver: str, held: date) -> date:
    """When the next talk is due after one that was held; never, where they work nowhere."""
    work = _work(asking, caregiver, held)
    return talk_after(work, held, asking.norms) if work else date.max


def _late(asking: Asking, caregiver: str, due: date, following: date) -> Iterator[date]:
    """The days in the span on which a talk was due, and late before the next was held."""
    while due < following and (work := _work(asking, caregiver, due)):
        limit = late_after(work, due, asking.closed, asking.norms)
        if limit is None or limit >= following:
            return
        if asking.first <= due <= asking.last and not (work.leave and work.leave.holds(due)):
            yield due
        due = talk_after(work, limit, asking.norms)


def _began(asking: Asking, who: str) -> date | None:
    """Since when somebody works here as a caregiver."""
    days = [period(each).since for each in asking.works.get(who, ()) if each["role"] == Role.CAREGIVER]
    return min(filter(None, days), default=None)


def _work(asking: Asking, who: str, day: date) -> Work | None:
    """How somebody worked on a day; None where they worked nowhere. Who left has worked until then."""
    found = [each for each in asking.works.get(who, ()) if each["role"] == Role.CAREGIVER and period(each).holds(day)]
    last = max(found, key=lambda each: each["since"] or "", default=None)
    if last is None or (last["state"] in GONE and not last["until"]):
        return None
    away = date.fromisoformat(last["leave_from"]) if last["leave_from"] else None
    back = date.fromisoformat(last["leave_until"]) if last["leave_until"] else None
    state = EngagementState(last["state"] or EngagementState.ACTIVE)
    return Work(state, period(last).since, leave=Period(away, back) if away else None)


def _in_time(promise: Leaf, written: int) -> bool:
    """Within a week of its day; where nobody noted the day, it is the one on which it was said to be done.

    What was written down after that week in the first place was kept when nobody looked: it is believed.
    """
    limit, made = date.fromisoformat(promise["due"]) + GRACE, clock.made_on(promise.id)
    if promise["reviewed"]:
        return date.fromisoformat(promise["reviewed"]) <= limit
    return not written or clock.day_of(written) <= limit or (made is not None and made > limit)


def _answer_by(asking: Asking, request: Leaf) -> date:
    if request["reply_by"]:
        return date.fromisoformat(request["reply_by"])
    return working_days_after(date.fromisoformat(request["day"]), asking.norms.organisation_reply, asking.closed)
