"""Mentoring and coaching: begun with its link, met and ended; and who is new and has nobody beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, NamedTuple

from pydantic import Field

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.growth.beside import lasts_until
from caregiver_desk.acts.growth.plans import mentor_found
from caregiver_desk.acts.growth.roads import asks_for
from caregiver_desk.acts.keeping import (
    Wish,
    edit,
    in_order,
    keep,
    new,
    new_in,
    recorded,
    scope_to_write,
    tell,
    whose,
    wished,
    wished_of,
    withdrawn,
)
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.acts.supervision.pairs import need_pair, one_line, two_people
from caregiver_desk.errors import BothAgreeFirst, NobodyBeside, NotUnderstood
from caregiver_desk.practice.days import months_after
from caregiver_desk.practice.due import GONE
from caregiver_desk.records.growth.mentoring import MENTOR_SESSION, MENTORING, Beside, MentoringDraft
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.journal import Scalar
from caregiver_desk.records.people.people import ENGAGEMENT, Role
from caregiver_desk.records.supervision.supervision import SUPERVISION, LinkPurpose, SupervisionDraft
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


def more_with_both(wish: Wish) -> None:
    """More than day and topic is kept only where both agree."""
    if wish["more"] and not wish["both_agree"]:
        raise BothAgreeFirst(field=say(MENTOR_SESSION.fields["more"].label))


@whose
def more_by_the_two(wish: Wish) -> None:
    """More than day and topic is kept by one of the two."""
    if wish["more"]:
        need_pair(wish.book, str(questions.get(wish.book, MENTORING.name, str(wish["mentoring"]))["supervision"]))


def of_these_two(wish: Wish) -> None:
    """A session stands on the page of whom it was for."""
    hers = questions.get(wish.book, MENTORING.name, str(wish["mentoring"]))["caregiver"]
    here = questions.knows(wish.book, "person", str(wish["caregiver"]))
    if hers and here and wish["caregiver"] != hers:
        two = say("this mentoring is of somebody else")
        raise NotUnderstood(field=say(MENTOR_SESSION.fields["caregiver"].label), reason=two)


def link_lasts(wish: Wish) -> Iterator[Change]:
    """A mentor's link lasts as long as what it is for. Raises LinkedAlready where the two have another by now."""
    if "until" in wish.changed:
        yield from _link_until(wish.book, str(wish["supervision"]), {wish.record: wish.day("until")})


def _link_until(book: Book, record: str, ends: Mapping[str, date | None]) -> Iterator[Change]:
    link = questions.get(book, SUPERVISION.name, record)
    told = {"until": lasts_until(book, record, ends)}
    if link["purpose"] == LinkPurpose.MENTOR:
        one_line(wished_of(book, link, told))
        yield from (each for each in [edit(book, link, told)] if each.fields)


keep(MENTORING, "growth", in_order(), verbs=("change",), follows=link_lasts)
_RULES = (more_with_both, more_by_the_two, of_these_two)
keep(MENTOR_SESSION, "growth", *_RULES)


@act("Note a session of mentoring", subject="growth")
def note_mentor_session(
    book: Book,
    *,
    caregiver: str,
    topic: Annotated[str, Field(min_length=1, max_length=80)],
    day: date | None = None,
    both_agree: bool = False,
    more: str | None = None,
) -> Outcome:
    """Day and topic of whoever is beside them now. Raises BothAgreeFirst, or NobodyBeside where it is not one."""
    beside = [
        each
        for each in questions.listing(book, MENTORING.name, {"caregiver": caregiver}, limit=EVERY)
        if _goes_on(each)
    ]
    if len(beside) != 1:
        raise NobodyBeside
    told = {"mentoring": beside[0].id, "caregiver": caregiver, "day": day or clock.today(), "topic": topic}
    draft = understood(MENTOR_SESSION.draft, told | {"both_agree": both_agree, "more": more or None})
    return recorded(book, MENTOR_SESSION, draft, rules=_RULES)


@act("Begin mentoring or coaching", subject="growth")
def begin_mentoring(
    book: Book,
    *,
    caregiver: str,
    mentor: str,
    sort: Beside = Beside.MENTORING,
    purpose: Annotated[str, Field(max_length=140)] = "",
    since: date | None = None,
    review_on: date | None = None,
) -> Outcome:
    """Somebody is beside them from this day on; a plan that waited for it has it done.

    Raises RoadClosed, or NotUnderstood for one person alone.
    """
    began = since or clock.today()
    link, scope, founding = _link(book, caregiver, mentor, began)
    told = {"supervision": link, "caregiver": caregiver, "mentor": mentor, "sort": sort, "since": began}
    draft = understood(MentoringDraft, told | {"purpose": purpose or None, "review_on": review_on})
    asks_for(Road.MENTORING)(wished(book, draft))
    made = new_in(scope, MENTORING, draft)
    done = mentor_found(book, caregiver, began)
    saved = ledger.append(book, "begin_mentoring", [*founding, made, *done])
    return tell(
        saved, say("Begun. Of what they say, day and topic are kept, and more only if both agree."), made.record
    )


def _link(book: Book, caregiver: str, mentor: str, since: date) -> tuple[str, str, list[Change]]:
    """The mentor's link of these two that stands, else one that is founded now; any other is beside it."""
    where = {"caregiver": caregiver, "supervisor": mentor, "purpose": LinkPurpose.MENTOR}
    for leaf in questions.listing(book, SUPERVISION.name, where, limit=EVERY):
        if leaf["until"] is None:
            return leaf.id, scope_to_write(book, leaf), []
    draft = SupervisionDraft(caregiver=caregiver, supervisor=mentor, purpose=LinkPurpose.MENTOR, since=since)
    two_people(wished(book, draft))
    founded = new(book, SUPERVISION, draft)
    return founded.record, founded.scope, [founded]


@act("End mentoring or coaching", subject="growth")
def end_mentoring(book: Book, *, id: str, day: date | None = None) -> Outcome:  # noqa: A002 - it is the record's id
    """It ends on this day; where nothing else goes on between the two, so does their link.

    Also where it had ended without its link, or the link without it.
    """
    leaf = questions.get(book, MENTORING.name, id)
    link = questions.get(book, SUPERVISION.name, str(leaf["supervision"]))
    last = day or _day(leaf["until"] or link["until"]) or clock.today()
    in_order()(wished_of(book, leaf, {"until": last}))
    changes = [edit(book, leaf, {"until": last}), *_link_until(book, link.id, {id: last})]
    changes = [each for each in changes if each.fields]
    if not changes:
        return Outcome(say("Nothing was different, so nothing was saved."), record=id)
    return tell(ledger.append(book, "end_mentoring", changes), say("Ended. What was kept of it stays."), id)


@act("Withdraw mentoring or coaching", subject="growth")
def withdraw_mentoring(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """It was entered wrongly: where nothing else goes on between the two, their link holds on no day."""
    leaf = questions.get(book, MENTORING.name, id)
    return withdrawn(book, MENTORING, id, _link_until(book, str(leaf["supervision"]), {id: _day(leaf["since"])}))


def _day(text: Scalar) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def _goes_on(leaf: Leaf) -> bool:
    return not leaf["until"] or str(leaf["until"]) > clock.today().isoformat()


def beside_now(book: Book, person: str) -> list[str]:
    """Who goes along with somebody now, as mentor or coach."""
    found = questions.listing(book, MENTORING.name, {"caregiver": person}, limit=EVERY)
    return list(dict.fromkeys(str(each["mentor"]) for each in found if _goes_on(each)))


class New(NamedTuple):
    """Somebody new who has nobody beside them."""

    person: str
    name: str
    team: str


def without_mentor(book: Book, team: str = "") -> list[New]:
    """Who began as a caregiver within the first months and has neither mentor nor coach now; by name."""
    first = months_after(clock.today(), -norms_of(book).mentor_months).isoformat()
    where = {"role": Role.CAREGIVER.value, **({"team": team} if team else {})}
    works = questions.listing(book, ENGAGEMENT.name, where, limit=EVERY)
    here = {str(each["person"]): str(each["team"]) for each in works if _is_new(each, first)}
    beside = questions.pointing_at(book, MENTORING.name, "caregiver", list(here))
    has = {str(each["caregiver"]) for each in beside if _goes_on(each)}
    before = {
        str(each["person"])
        for each in questions.pointing_at(book, ENGAGEMENT.name, "person", list(here))
        if _before(each, first)
    }
    called = questions.names_of(book, list(here))
    told = [New(who, called.get(who, say("Name not sent here")), where) for who, where in here.items()]
    return sorted((each for each in told if each.person not in has | before), key=lambda each: each.name.casefold())


def _is_new(work: Leaf, first: str) -> bool:
    return not work["until"] and work["state"] not in GONE and str(work["since"] or "") >= first


def _before(work: Leaf, first: str) -> bool:
    """Whoever only changed teams is not new."""
    return bool(work["since"]) and str(work["since"]) < first
