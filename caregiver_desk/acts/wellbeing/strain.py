"""What two people decide about support, how each looks after themselves, and what a plan arranges for a while."""

from __future__ import annotations

from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import Wish, edit, in_order, keep, new_in, tell, wished
from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.acts.supervision.pairs import in_the_pair, pair_with
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.practice.days import working_days_after
from caregiver_desk.records.wellbeing.responses import PLAN_RESPONSE, Response
from caregiver_desk.records.wellbeing.self_care import OWN_CARE, SELF_CARE
from caregiver_desk.records.wellbeing.strain import SUPPORT_NEED, Need
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import count, full_day, say

_NEEDS = {Response.FEWER_HOMES: "homes", Response.FREE_HOURS: "hours"}


def dismissed_as_such(wish: Wish) -> None:
    """Nobody says in one breath that support is needed and why it is not."""
    if wish["dismissed"] and wish["state"] in {Need.NOW, Need.IN_PLAN}:
        reason = say("it says that support is needed; keep one of the two")
        raise NotUnderstood(field=say(SUPPORT_NEED.fields["dismissed"].label), reason=reason)


def how_much_said(wish: Wish) -> None:
    """Fewer homes says how many, and hours kept free how many a week."""
    needed = _NEEDS.get(Response(wish["response"])) if wish["response"] else None
    if needed and wish[needed] is None:
        raise NotFilledIn(fields=say(PLAN_RESPONSE.fields[needed].label))


_PART_RULES = (in_the_pair, in_order(), how_much_said)

keep(SUPPORT_NEED, "wellbeing", in_the_pair, dismissed_as_such)
keep(SELF_CARE, "wellbeing", in_the_pair)
keep(OWN_CARE, "wellbeing", labels={"record": "Plan how I look after myself"})
keep(PLAN_RESPONSE, "wellbeing", *_PART_RULES)


@act("Decide about support", subject="wellbeing")
def decide_support(
    book: Book,
    *,
    caregiver: str,
    state: Need,
    their_view: str,
    day: date | None = None,
    dismissed: str | None = None,
) -> Outcome:
    """Where somebody stands, as a person decides it with the caregiver's own view. Nothing is decided without that."""
    pair = pair_with(book, caregiver)
    told = {"state": state, "their_view": their_view, "day": day or clock.today(), "dismissed": dismissed}
    draft = pair.draft(SUPPORT_NEED, told)
    dismissed_as_such(wished(book, draft))
    said = say("Saved, for the two of you only.")
    if state == Need.NOW:
        said = say("Saved, for the two of you only. A support plan says what comes next.")
    return pair.save(book, "decide_support", [new_in(pair.scope, SUPPORT_NEED, draft)], said)


@act("Plan self-care", subject="wellbeing")
def plan_self_care(
    book: Book,
    *,
    caregiver: str,
    one: str,
    two: str | None = None,
    three: str | None = None,
    review_on: date | None = None,
) -> Outcome:
    """One to three things that they want to do for themselves. The plan they had becomes this one."""
    pair = pair_with(book, caregiver)
    told = {"one": one, "two": two, "three": three, "review_on": review_on}
    before = questions.listing(book, "self_care", {"supervision": pair.link}, limit=1)
    change = edit(book, before[0], told) if before else pair.new(SELF_CARE, told)
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=change.record)
    return pair.save(book, "plan_self_care", [change], say("Saved. The next check-in asks how it goes."))


@act("Arrange a part of a plan", subject="wellbeing")
def arrange_part(
    book: Book,
    *,
    caregiver: str,
    response: Response,
    since: date | None = None,
    until: date | None = None,
    homes: int | None = None,
    hours: int | None = None,
) -> Outcome:
    """Something that is arranged for a while, as part of the plan that is open with them."""
    pair, begins = pair_with(book, caregiver), since or clock.today()
    plans = questions.listing(book, "support_plan", {"supervision": pair.link}, limit=EVERY)
    plan = next((each for each in plans if each["ended"] is None), None)
    if plan is None:
        reason = say("there is no open support plan with them; open one first")
        raise NotUnderstood(field=say(PLAN_RESPONSE.fields["plan"].label), reason=reason)
    ends = until or working_days_after(begins, norms_of(book).part_lasts, closed_in(book))
    told = {"plan": plan.id, "response": response, "since": begins, "until": ends, "homes": homes, "hours": hours}
    draft = pair.draft(PLAN_RESPONSE, told)
    for rule in _PART_RULES:
        rule(wished(book, draft))
    said = say("Arranged up to and with {day}. It is looked at with the plan.", day=full_day(ends))
    return pair.save(book, "arrange_part", [new_in(pair.scope, PLAN_RESPONSE, draft)], said)


@act("The plan was looked at", subject="wellbeing")
def look_at_plan(book: Book, *, plan: str, their_view: str | None = None) -> Outcome:
    """The two looked at a plan today. How they see it now takes the place of what they said before."""
    leaf = questions.get(book, "support_plan", plan)
    view = {"their_view": their_view} if their_view else {}
    change = edit(book, leaf, {"reviewed": clock.today(), **view})
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=plan)
    days = norms_of(book).plan_look
    one = "Looked at today. The next look is tomorrow."
    said = count(one, "Looked at today. The next look is in {number} days.", days)
    return tell(ledger.append(book, "look_at_plan", [change]), said, plan)
