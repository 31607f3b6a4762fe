"""Something hard happened: who was hit, what, when, and what is offered, saved as one act and taken back as one.

What is kept of the event itself is a burden that began with it, for the next talk asks about it and what suggests that
somebody needs support counts it. Where it is a matter of safety, a safety incident stands beside it. Whoever would
rather not have it written down is offered the same, and nothing else is kept. Every offer is the pair's, waits for a
yes or a no, and is asked after on its day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import tell
from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.acts.supervision.pairs import Pair, pair_with
from caregiver_desk.errors import NotFilledIn, NotUnderstood, OpenedByAnother
from caregiver_desk.practice.due import GONE
from caregiver_desk.practice.visits import rounds
from caregiver_desk.practice.wellbeing import events
from caregiver_desk.practice.wellbeing.events import Moment, Proposal
from caregiver_desk.records.people.people import EngagementState, Role
from caregiver_desk.records.visits.safety import SAFETY_INCIDENT
from caregiver_desk.records.wellbeing.danger import Danger
from caregiver_desk.records.wellbeing.wellbeing import (
    FOLLOW_UP,
    STRESSOR,
    FollowUpCode,
    HardEvent,
    Reached,
    SaidBy,
    StressorCode,
)
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import count, say

NOT_SAID = 2  # how much it weighs, until they say so themselves at a talk


class Told(NamedTuple):
    """What somebody said of the event, beside who was hit and what is offered."""

    event: HardEvent
    day: date
    codes: frozenset[StressorCode]
    household: str | None
    injured: bool | None
    police: str | None


@act("Something hard happened", subject="wellbeing", shortcut="Ctrl+E")
def hard_event(  # noqa: PLR0913 - each is a question of its sheet
    book: Book,
    *,
    caregiver: str,
    event: HardEvent,
    day: date | None = None,
    at: str | None = None,
    offers: list[Proposal] | None = None,
    helper: str | None = None,
    reached: Reached | None = None,
    agreed: bool = True,
    codes: frozenset[StressorCode] = frozenset(),
    household: str | None = None,
    injured: bool | None = None,
    police: str | None = None,
) -> Outcome:
    """Keep that it happened, and offer support: now, within a day, in person, and again after weeks.

    Without `offers` it is what is mostly proposed after such an event. `at` is the hour, `helper` whom they can turn to
    by name, `reached` how word came to them. If they do not want it written down (`agreed` is false), only the offers
    are kept. Of some events only they can say what weighs: those need `codes`. Remembrance is offered to the team.
    """
    if caregiver == book.person:
        raise OpenedByAnother
    _still_here(book, caregiver)
    wanted: Sequence[Proposal] = events.proposed(event) if offers is None else offers
    told = Told(event, day or clock.today(), codes or _usual(event), household, injured, police)
    if agreed and not told.codes:
        raise NotFilledIn(fields=say(STRESSOR.fields["codes"].label))
    moment = Moment(told.day, _hour(at), clock.today())
    pair = pair_with(book, caregiver)
    kept = list(_kept(pair, told, events.dangers(event, wanted))) if agreed else []
    because = {"stressor": kept[0].record} if kept else {}
    offered = list(_offered(book, pair, wanted, moment, {**because, "helper": helper, "reached": reached}))
    team = list(_remembrance(book, caregiver)) if Proposal.REMEMBRANCE in wanted else []
    if not (kept or offered):
        raise NotFilledIn(fields="offers")
    return pair.save(book, "hard_event", [*kept, *offered, *team], _said(len(offered), agreed=agreed))


@act("Offer the team a moment of remembrance", subject="wellbeing")
def offer_remembrance(book: Book, *, caregiver: str) -> Outcome:
    """Somebody of the team died: everybody there whom you support is offered a moment of remembrance, as they like."""
    offers = list(_remembrance(book, caregiver))
    if not offers:
        return Outcome(say("There is nobody else in that team whom you support."))
    saved = ledger.append(book, "offer_remembrance", offers)
    many = sum(each.kind == FOLLOW_UP.name for each in offers)
    return tell(saved, count("Offered to {number} person.", "Offered to {number} people.", many), "")


def _still_here(book: Book, caregiver: str) -> None:
    """Of who died or left nothing is asked any more."""
    works = questions.listing(book, "engagement", {"person": caregiver}, limit=EVERY)
    if works and all(each["state"] in GONE for each in works):
        reason = say("nobody is asked for somebody who died or left; name who was hit by it")
        raise NotUnderstood(field=say(STRESSOR.fields["caregiver"].label), reason=reason)


def _usual(event: HardEvent) -> frozenset[StressorCode]:
    code = events.weighs(event)
    return frozenset({code} if code else ())


def _hour(at: str | None) -> time | None:
    if at and rounds.hour(at) is None:
        raise NotUnderstood(field="at", reason=say("an hour looks like 16:00"))
    return rounds.hour(at) if at else None


def _kept(pair: Pair, told: Told, dangers: frozenset[Danger]) -> Iterator[Change]:
    """The burden that began with it, with the danger that it names, and a safety incident where it is one."""
    burden = {"codes": told.codes, "severity": NOT_SAID, "said_by": SaidBy.SUPERVISOR, "acute": True, "danger": dangers}
    when = {"since": told.day, "happened": told.day, "event": told.event, "household": told.household}
    yield pair.new(STRESSOR, {**burden, **when})
    if sort := events.incident(told.event):
        more = {"household": told.household, "injured": told.injured, "police": told.police}
        yield pair.new(SAFETY_INCIDENT, {"sort": sort, "day": told.day, **more})


def _offered(
    book: Book, pair: Pair, wanted: Sequence[Proposal], moment: Moment, told: Mapping[str, object]
) -> Iterator[Change]:
    for step in events.steps(wanted, moment, norms_of(book), closed_in(book)):
        yield pair.new(FOLLOW_UP, {**told, "code": step.code, "due": step.due, "asks": step.asks})


def _remembrance(book: Book, caregiver: str) -> Iterator[Change]:
    """A moment of remembrance, offered to everybody else of the team whom the owner of this book supports."""
    for each in _beside(book, caregiver):
        pair = pair_with(book, each)
        yield from pair.founding
        yield pair.new(FOLLOW_UP, {"code": FollowUpCode.REMEMBRANCE})


def _beside(book: Book, caregiver: str) -> list[str]:
    """Who works in the same team, and is supported by this book's owner or by nobody yet."""
    works = questions.listing(book, "engagement", {"person": caregiver}, limit=EVERY)
    teams = {str(each["team"]) for each in works}
    beside = questions.listing(book, "engagement", {"role": Role.CAREGIVER.value, "team": teams}, limit=EVERY)
    here = {str(each["person"]) for each in beside if EngagementState(each["state"] or "active") not in GONE}
    return sorted(each for each in here - {caregiver, book.person} if _supports(book, each))


def _supports(book: Book, caregiver: str) -> bool:
    links = questions.listing(book, "supervision", {"caregiver": caregiver}, limit=EVERY)
    open_ones = [each for each in links if each["until"] is None]
    return not open_ones or any(each["supervisor"] == book.person for each in open_ones)


def _said(offered: int, *, agreed: bool) -> str:
    if agreed:
        return count("Saved, with {number} offer.", "Saved, with {number} offers.", offered)
    return count("{number} offer is kept, and nothing else.", "{number} offers are kept, and nothing else.", offered)
