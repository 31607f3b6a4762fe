"""Setting out on a road, step by step, and the decision at its end.

Decision. A plan begins whole, with all its steps, in one save that one undo takes back. Making somebody a supervisor
ends their work as a caregiver and begins the other on the same day; nothing that is known of them moves or is typed
again, and where the site has opened that road its plan begins with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import Field

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.customs import sites_of
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.acts.keeping import Wish, edit, home_to_write, in_order, keep, new, new_in, tell, whose, wished
from caregiver_desk.errors import NotFilledIn, NotUnderstood, PlanEnded, PlanGoesOn, RoadClosed
from caregiver_desk.practice.growth import plans
from caregiver_desk.practice.growth.plans import Ours, Step
from caregiver_desk.records.growth.plans import OWN_STEP, ROAD_PLAN, ROAD_STEP, PlanEnd, PlanSort, StepSort
from caregiver_desk.records.people.people import ENGAGEMENT, EngagementState, Role
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, say


def says_what(wish: Wish) -> None:
    """A step is one that is shipped, or says what it is."""
    if not (wish["code"] or wish["what"]):
        raise NotFilledIn(fields=say(ROAD_STEP.fields["what"].label))


@whose
def said_for_the_site(wish: Wish) -> None:
    """Raises NotYours for who does not speak for the site."""
    sites_of(wish.book)


def instead_of_a_step(wish: Wish) -> None:
    """A site adds a step in words, or leaves out one that there is."""
    known = plans.codes(PlanSort(wish["sort"])) if wish["sort"] else ()
    if wish["instead_of"] and wish["instead_of"] not in known:
        names = ", ".join(known)
        raise NotUnderstood(field=say(OWN_STEP.fields["instead_of"].label), reason=say("one of {names}", names=names))
    if not (wish["instead_of"] or wish["what"]):
        raise NotFilledIn(fields=say(OWN_STEP.fields["what"].label))


keep(ROAD_STEP, "growth", says_what)
keep(OWN_STEP, "growth", said_for_the_site, instead_of_a_step, verbs=("change", "withdraw"))
keep(ROAD_PLAN, "growth", in_order(), verbs=("change", "withdraw"))


@act("Begin a plan", subject="growth")
def begin_plan(
    book: Book, *, person: str, sort: PlanSort, since: date | None = None, guide: str | None = None
) -> Outcome:
    """Somebody sets out on a road, with all its steps. Raises RoadClosed, or PlanGoesOn where they are on it."""
    begun = since or clock.today()
    if sort in plans.ROADS and plans.ROADS[sort] not in open_roads(book):
        raise RoadClosed(road=say(plans.ROADS[sort].value))
    if any(not each["ended_on"] for each in plans_of(book, person, sort)):
        raise PlanGoesOn
    changes = list(_begun(book, person, sort, begun, guide))
    saved = ledger.append(book, "begin_plan", changes)
    until = full_day(plans.ends(sort, begun))
    said = say("Begun: {road}, {number} steps until {day}.", road=say(sort.value), number=len(changes) - 1, day=until)
    return tell(saved, said, changes[0].record)


def sort_of(plan: Leaf) -> PlanSort | None:
    """Which road it is; nothing where that did not come with its lines."""
    return PlanSort(plan["sort"]) if plan["sort"] else None


def plans_of(book: Book, person: str, sort: PlanSort | None = None) -> list[Leaf]:
    where = {"person": person, **({"sort": sort.value} if sort else {})}
    return questions.listing(book, ROAD_PLAN.name, where, limit=EVERY)


def often_heard(book: Book, people: Collection[str]) -> set[str]:
    """Who of these is on a road on which they are heard more often."""
    going = questions.pointing_at(book, ROAD_PLAN.name, "person", list(people))
    return {str(each["person"]) for each in going if not each["ended_on"] and each["sort"] in plans.OFTEN_HEARD}


def _begun(book: Book, person: str, sort: PlanSort, since: date, guide: str | None) -> Iterator[Change]:
    told = {
        "person": person,
        "sort": sort,
        "version": plans.current(),
        "since": since,
        "until": plans.ends(sort, since),
        "guide": guide,
    }
    plan = new(book, ROAD_PLAN, understood(ROAD_PLAN.draft, told))
    yield plan
    for each in plans.steps(sort, since, _ours(book, sort)):
        yield new_in(plan.scope, ROAD_STEP, understood(ROAD_STEP.draft, _told_step(plan.record, person, each)))


def _told_step(plan: str, person: str, step: Step) -> dict[str, object]:
    told = {"plan": plan, "person": person, "sort": step.sort, "due": step.due}
    return told | ({"code": step.code} if step.code else {"what": step.what})


def _ours(book: Book, sort: PlanSort) -> list[Ours]:
    found = questions.listing(book, OWN_STEP.name, {"sort": sort.value}, limit=EVERY, scope=book.site)
    return [
        Ours(
            StepSort(each["step"] or StepSort.DO), int(each["days"] or 0), each["what"] or "", each["instead_of"] or ""
        )
        for each in found
    ]


@act("Add a step of the site", subject="growth")
def add_own_step(
    book: Book,
    *,
    sort: PlanSort,
    step: StepSort = StepSort.DO,
    what: str | None = None,
    days: int = 7,
    instead_of: str | None = None,
) -> Outcome:
    """A step more on a road, or in place of a shipped one; without words that one is left out. For plans to come.

    Raises NotYours, NotFilledIn or NotUnderstood.
    """
    told: dict[str, Any] = {"sort": sort, "step": step, "what": what, "days": days, "instead_of": instead_of}
    told |= {"day": clock.today(), "said_by": book.person}
    changes = [
        new_in(site.scope, OWN_STEP, understood(OWN_STEP.draft, {**told, "site": site.id})) for site in sites_of(book)
    ]
    instead_of_a_step(wished(book, understood(OWN_STEP.draft, {**told, "site": book.site})))
    saved = ledger.append(book, "add_own_step", changes)
    return tell(saved, say("Plans that are begun from now on have it."), changes[0].record)


@act("Tick a step", subject="growth")
def finish_step(book: Book, *, id: str, day: date | None = None) -> Outcome:  # noqa: A002 - it is the record's id
    """It happened, today or on this day."""
    step = questions.get(book, ROAD_STEP.name, id)
    change = edit(book, step, {"done_on": day or clock.today()})
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=id)
    return tell(ledger.append(book, "finish_step", [change]), say("Done."), id)


def mentor_found(book: Book, person: str, day: date) -> Iterator[Change]:
    """Where a plan asks for a mentor and one is beside them now, that step is done; as far as it is written here."""
    going = [each.id for each in plans_of(book, person) if not each["ended_on"]]
    for step in questions.pointing_at(book, ROAD_STEP.name, "plan", going):
        if step["code"] == plans.MENTOR and not step["done_on"] and home_to_write(book, step.id):
            yield edit(book, step, {"done_on": min(day, clock.today())})


@act("Decide how a plan ended", subject="growth")
def end_plan(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    end: PlanEnd,
    why: Annotated[str, Field(max_length=280)] = "",
    day: date | None = None,
) -> Outcome:
    """A road ends by a decision. Where it was not completed, it says why. Raises PlanEnded or NotFilledIn."""
    plan = _going(book, id)
    if end != PlanEnd.DONE and not why.strip():
        raise NotFilledIn(fields=say(ROAD_PLAN.fields["why"].label))
    told = {"end": end, "ended_on": day or clock.today(), "decided_by": book.person}
    change = edit(book, plan, told | ({"why": why} if why.strip() else {}))
    return tell(ledger.append(book, "end_plan", [change]), say("Decided: {end}.", end=say(end.value)), id)


@act("Make a plan longer", subject="growth")
def extend_plan(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    until: date,
    why: Annotated[str, Field(min_length=1, max_length=280)],
) -> Outcome:
    """More time, with the reason. Raises PlanEnded, or NotUnderstood for a day that is not later."""
    plan = _going(book, id)
    if plan["until"] and until <= date.fromisoformat(str(plan["until"])):
        reason = say("a day after the one that stands")
        raise NotUnderstood(field=say(ROAD_PLAN.fields["until"].label), reason=reason)
    change = edit(book, plan, {"until": until, "why": why})
    return tell(ledger.append(book, "extend_plan", [change]), say("Goes on until {day}.", day=full_day(until)), id)


def _going(book: Book, record: str) -> Leaf:
    plan = questions.get(book, ROAD_PLAN.name, record)
    if plan["ended_on"]:
        raise PlanEnded
    return plan


@act("Make somebody a supervisor", subject="growth", role=Role.COORDINATOR)
def become_supervisor(book: Book, *, person: str, team: str, since: date | None = None) -> Outcome:
    """From this day they supervise in this team; what is known of them stays as it is. Raises NotUnderstood."""
    day = since or clock.today()
    worked = questions.listing(book, ENGAGEMENT.name, {"person": person}, limit=EVERY)
    if any(each["role"] == Role.SUPERVISOR and each["team"] == team and not each["until"] for each in worked):
        reason = say("they supervise this team already")
        raise NotUnderstood(field=say(ENGAGEMENT.fields["person"].label), reason=reason)
    changes = [*_work_ended(book, worked, day), _supervises(book, person, team, day)]
    plan = list(_with_plan(book, person, day))
    saved = ledger.append(book, "become_supervisor", [*changes, *plan])
    said = say("Supervisor from {day}.", day=full_day(day))
    also = say("A plan of twelve months begins with it.") if plan else ""
    return tell(saved, f"{said} {also}".strip(), person)


def _work_ended(book: Book, worked: list[Leaf], day: date) -> Iterator[Change]:
    """Nothing of it is a leaving: no reason, no homes that fall to anybody; those are shared out one by one."""
    for each in worked:
        if each["role"] == Role.CAREGIVER and not each["until"]:
            yield edit(book, each, {"until": day - timedelta(1), "state": EngagementState.TRANSFERRED})


def _supervises(book: Book, person: str, team: str, day: date) -> Change:
    told = {"person": person, "team": team, "role": Role.SUPERVISOR, "since": day}
    return new(book, ENGAGEMENT, understood(ENGAGEMENT.draft, told))


def _with_plan(book: Book, person: str, day: date) -> Iterator[Change]:
    sort = PlanSort.BECOMING_SUPERVISOR
    going = any(not each["ended_on"] for each in plans_of(book, person, sort))
    if plans.ROADS[sort] in open_roads(book) and not going:
        yield from _begun(book, person, sort, day, None)
