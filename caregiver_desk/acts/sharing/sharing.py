"""Sharing: partners, bundles, conflicts, and what only a coordinator decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts import retention
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.concerns.how_it_stands import steps_kind
from caregiver_desk.acts.keeping import edit, scope_to_write, tell
from caregiver_desk.acts.remaining import counts_of
from caregiver_desk.errors import (
    ErasedForGood,
    LeadOnly,
    LockedOut,
    NotAReader,
    NotAskedFor,
    NotEnrolled,
    NotUnderstood,
    NotYourBranch,
    NotYourself,
    OnlyWhoBegan,
    Parted,
    StaysInSight,
    TwoToErase,
)
from caregiver_desk.practice.concerns.concerns import are_two
from caregiver_desk.practice.concerns.erasing import GROUNDS, ends_as
from caregiver_desk.records.concerns.concerns import CONCERN, ConcernStepDraft
from caregiver_desk.records.concerns.safeguarding import WORKER_CONCERN
from caregiver_desk.records.fairness.processes import PROCESS
from caregiver_desk.records.journal import WITHDRAWN, Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import ANSWERS, Role
from caregiver_desk.records.record import Kind, spread
from caregiver_desk.records.sharing.standing import Ground, Standing, Statement
from caregiver_desk.store import access, arrivals, branches, circles, ledger, partners, questions, sending, undoing
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.branches import Branch
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.store.sending import End
from caregiver_desk.sync import making, trust
from caregiver_desk.wording import count, say


def accept_card(book: Book, data: bytes, *, heard: str = "") -> Outcome:
    """Pair with the owner of a card. Raises NotACard, CardNewer, YourOwnCard, WordsDiffer or FictionalMixed.

    Who answers for the records is taken over from a coordinator whose words were compared, where this site has not
    named it itself. One undo takes that back, and leaves the partner.
    """
    trust.refuse_own(book, data)
    card, _ = trust.read_card(data)
    partner = trust.pair(book, data, heard=heard)
    facts = {name: getattr(partner, name) for name in ("role", "compared", "laptop")} | {"partner": partner.name}
    said = say("Paired with {name}.", name=partner.name)
    if heard and card.role == Role.COORDINATOR != partner.role:
        unlisted = say("The list of your organisation does not name them as a coordinator: ask about it.")
        said = say("{said} {more}", said=said, more=unlisted)
    undoing.note(book, "accept_card")
    site = questions.own_site(book) if partner.role == Role.COORDINATOR != book.role else None
    answers = {name: getattr(card, name) for name in ANSWERS if site and not site[name] and getattr(card, name)}
    if not site or not answers:
        return Outcome(said, facts=facts)
    saved = ledger.append(book, "take_over_answers", [edit(book, site, answers)])
    words = say("{said} Who answers for the records was taken over from the card.", said=said)
    return Outcome(words, saved.touched, saved.number, site.id, facts)


@act("End an exchange", subject="sharing")
def part_from(book: Book, *, partner: str) -> Outcome:
    """Nothing is made for this partner or taken from her any more, until her card is accepted again."""
    hers = trust.partner_named(book, partner)
    partners.part_from(book, hers)
    undoing.note(book, "part_from")
    return Outcome(say("You no longer exchange bundles with {name}.", name=hers.name))


@act("Set an import aside", subject="sharing")
def set_aside(book: Book, *, arrival: int) -> Outcome:
    """Hide, on this laptop only, what came with one bundle. It can be brought back."""
    if arrivals.is_aside(book, arrival):
        return Outcome(say("This import was set aside before. Nothing was changed."))
    if arrivals.holds(book, arrival, [kind.name for kind in KINDS.values() if kind.stays]):
        raise StaysInSight
    posted = ledger.set_aside(book, arrival, aside=True)
    undoing.note(book, "set_aside", arrival=arrival)
    return Outcome(say("Set aside. You can bring it back at any time."), posted.touched)


@act("Bring an import back", subject="sharing")
def bring_back(book: Book, *, arrival: int) -> Outcome:
    if not arrivals.is_aside(book, arrival):
        return Outcome(say("This import is not set aside. Nothing was changed."))
    posted = ledger.set_aside(book, arrival, aside=False)
    undoing.note(book, "bring_back", arrival=arrival)
    return Outcome(say("Brought back."), posted.touched)


@act("Let a laptop write", subject="sharing")
def enrol(book: Book, *, laptop: str, scope: str) -> Outcome:
    """From now on this laptop, and whatever else speaks with its key, may write in this scope.

    Counts from the founder of the scope or a coordinator.
    """
    hers = _speaker(book, laptop)
    _only_by_its_own_act(book, hers.key, scope)
    saved = ledger.append(book, "enrol", [enrolled(hers.key, _known(book, scope))], undoable=False)
    access.note(book, What.ENROLLED, partner=hers.key)
    return Outcome(say("Enrolled: {laptop}.", laptop=hers.name), saved.touched)


def _only_by_its_own_act(book: Book, key: str, scope: str) -> None:
    """Raises LeadOnly where this is the scope of a concern, and its reader neither a protection lead nor herself.

    A process is given by its own act to who takes part: raises NotAReader. Into a set lets only who began it: raises
    OnlyWhoBegan.
    """
    with book.reading() as cursor:
        of_a_set = scope in circles.sets(cursor)
    if of_a_set and not clock.founded(book.key, scope):
        raise OnlyWhoBegan
    if key != book.key and questions.listing(book, PROCESS.name, limit=1, scope=scope):
        raise NotAReader(name={each.key: each.name for each in partners.known(book)}.get(key, say("this laptop")))
    kept = [kind.name for kind in KINDS.values() if kind.stays and kind.home == Kind.OWN]
    if any(each.scope == scope for kind in kept for each in questions.listing(book, kind, limit=EVERY)):
        roles = {each.key: each.role for each in partners.known(book)}
        if key != book.key and roles.get(key) != Role.PROTECTION_LEAD:
            raise LeadOnly


@act("Let a laptop write no longer", subject="sharing")
def dismiss(book: Book, *, laptop: str, scope: str) -> Outcome:
    """What it wrote up to now goes on counting, as far as it is known here; what it writes from now on is set aside.

    A coordinator may say so of the founder too. Raises NotEnrolled for who may not write there, or may do so for being
    a coordinator or the founder, and NotYourself.
    """
    hers, place = _speaker(book, laptop), _known(book, scope)
    if hers.key == book.key:
        raise NotYourself
    if not standing_of(book).may_be_ended(hers.key, place, by=book.key):
        raise NotEnrolled(name=hers.name)
    saved = ledger.append(book, "dismiss", [ended(book, hers.key, place)], undoable=False)
    access.note(book, What.DISMISSED, partner=hers.key)
    return Outcome(say("No longer enrolled: {laptop}.", laptop=hers.name), saved.touched)


@act("Let what was set aside count", subject="sharing")
def let_count(book: Book, *, laptop: str, scope: str) -> Outcome:
    """What this laptop wrote in a scope where it may not write counts as far as it is here, and no further."""
    hers, place = _speaker(book, laptop), _known(book, scope)
    if standing_of(book).may_be_written_by(hers.key, place):
        return Outcome(say("All that {name} writes there counts already. Nothing was changed.", name=hers.name))
    saved = ledger.append(book, "let_count", [ended(book, hers.key, place)], undoable=False)
    return Outcome(say("It counts as far as it is here: {name}.", name=hers.name), saved.touched)


def enrolled(key: str, scope: str, until: date | None = None, lent_for: Iterable[str] = ()) -> Change:
    """The statement that whoever speaks with this key may write in this scope, for good or until a day.

    Where it is for a time, `lent_for` are the marks of the records that say so.
    """
    subject = clock.mark(key, scope)
    lasting: dict[str, Scalar] = {"until": until.isoformat()} if until else {}
    lasting |= {f"for/{each}": True for each in lent_for} if until else {}
    return Change(Statement.ENROLMENT, Statement.ENROLMENT.about(subject), "", {"may": True, **lasting})


def ended(book: Book, key: str, scope: str) -> Change:
    """The statement that she may no longer; what is known of her now counts, and what was said to count before."""
    said = standing_of(book).heights_said(key, scope)
    known = sending.ends(book, key, over_holes=True).items()
    ends = _unseen(book, key, [scope]) | {clock.mark(*each): end for each, end in known if each.scope in {"", scope}}
    named = _named({mark: end for mark, end in ends.items() if end.number >= said.get(mark, 0)})
    subject = clock.mark(key, scope)
    return Change(Statement.ENROLMENT, Statement.ENROLMENT.about(subject), "", {"may": False, **named})


def _unseen(book: Book, key: str, scopes: Iterable[str]) -> dict[str, End]:
    """How far those of her streams go which never come here, as she told it herself."""
    told = partners.unseen(book, key)
    laptops = [laptop for laptop, speaks in standing_of(book).known.keys.items() if speaks == key]
    marks = {clock.mark(*each) for each in product(laptops, scopes, making.UNSEEN)}
    return {mark: End(*end) for mark, end in told.items() if mark in marks}


def _named(ends: Mapping[str, End]) -> dict[str, Scalar]:
    """How far streams count, by mark, and which lines these ends are: her key may sign others under these numbers."""
    last: dict[str, Scalar] = {f"last/{mark}": end.number for mark, end in ends.items()}
    return last | {f"at/{mark}": end.running for mark, end in ends.items() if end.running}


@act("Lock out a laptop", subject="sharing", role=Role.COORDINATOR)
def lock_out(book: Book, *, laptop: str) -> Outcome:
    """What this laptop wrote up to now counts; what it writes from now on is set aside everywhere.

    So is whatever else speaks with its key: a copy of it, or what a thief makes of it.
    """
    hers = _speaker(book, laptop)
    if hers.key == book.key:
        raise NotYourself
    if standing_of(book).is_out(hers.key):
        return Outcome(say("Locked out already: {laptop}.", laptop=hers.name))
    saved = ledger.append(book, "lock_out", [locked_out(book, hers.key)], undoable=False)
    access.note(book, What.LOCKED_OUT, partner=hers.key)
    return Outcome(say("Locked out: {laptop}.", laptop=hers.name), saved.touched)


def locked_out(book: Book, key: str) -> Change:
    """The statement that whoever speaks with this key is heard as far as she is known now, and no further."""
    subject = Statement.REVOCATION.about(clock.mark(key))
    return Change(Statement.REVOCATION, subject, "", {"out": True, **_named(ends_known(book, key))})


def ends_known(book: Book, key: str) -> dict[str, End]:
    """How far the streams of a key go, by mark: those that are here, and those of which she only told."""
    held = sending.ends(book, key)
    unseen = _unseen(book, key, {stream.scope for stream in held})
    return unseen | {clock.mark(*stream): end for stream, end in held.items()}


@act("Listen to a laptop again", subject="sharing", role=Role.COORDINATOR)
def let_in(book: Book, *, laptop: str) -> Outcome:
    """Takes a lock-out back, for every laptop with the same key."""
    hers = _speaker(book, laptop)
    said = say("Listened to again: {laptop}.", laptop=hers.name)
    subject = Statement.REVOCATION.about(clock.mark(hers.key))
    taken_back = Change(Statement.REVOCATION, subject, "", {WITHDRAWN: True})
    saved = ledger.append(book, "let_in", [taken_back], undoable=False)
    access.note(book, What.LET_IN, partner=hers.key)
    return Outcome(said, saved.touched)


def still_heard(book: Book, partner: Partner) -> None:
    """Raises LockedOut or Parted for a partner with whom nothing is exchanged: no team is hers to take."""
    if standing_of(book).is_out(partner.key):
        raise LockedOut(name=partner.name)
    if partner.parted:
        raise Parted(name=partner.name)


class Speaker(NamedTuple):
    """The key that speaks for a laptop, and what that laptop is called: its owner's name, if she is a partner."""

    key: str
    name: str


def _speaker(book: Book, laptop: str) -> Speaker:
    """Who speaks for a laptop whose lines are here, or for the laptop of a partner of this name."""
    key = standing_of(book).known.keys.get(laptop) or trust.partner_named(book, laptop).key
    called = {each.key: each.name for each in partners.known(book)}
    return Speaker(key, called.get(key, laptop))


def _known(book: Book, scope: str) -> str:
    """A scope of which this book holds something: one that was mistyped would be nobody's."""
    with book.reading() as cursor:
        if scope not in book.hearing(cursor).scopes():
            raise NotUnderstood(field="scope", reason=say("this book knows no such scope"))
    return scope


def standing_of(book: Book) -> Standing:
    """The statements of a book, weighed."""
    with book.reading() as cursor:
        return book.hearing(cursor).standing


@act("Erase a record", subject="sharing")
def erase(book: Book, *, id: str, ground: Ground, done_by: str = "", second: str = "") -> Outcome:  # noqa: A002
    """A coordinator's erasure is final and travels; from who keeps the record otherwise it hides it and asks.

    That its time has ended is a ground only where it has: raises NotDue or NotConfirmed; StaysInSight for a concern.
    Of a concern a coordinator needs two named people, `done_by` and `second`: raises TwoToErase. No words ride with an
    erasure, so that these two decided it stands as a step beside the concern, for whoever could read that.
    """
    kind = questions.kind_of(book, id)
    leaf = questions.get(book, kind.name, id)
    final = book.role == Role.COORDINATOR
    if kind.stays and not final:
        raise StaysInSight
    if kind.stays and not are_two((done_by, second)):
        raise TwoToErase
    if not final:
        scope_to_write(book, leaf)
    if ground is Ground.RETENTION and not standing_of(book).hidden(leaf.id, leaf.scope):
        retention.may_go(book, [leaf.id])
    sentence = say("Erased for good.") if final else say("Hidden. A coordinator was asked to erase it.")
    counted = final and ground is Ground.RETENTION and (not leaf.gone or standing_of(book).hidden(leaf.id, leaf.scope))
    kept = counts_of(book, [leaf]) if counted else []
    kept += [_who_decided(leaf, ground, done_by, second)] if kind.name in _CONCERNS else []
    return _erasure(book, "erase", id, {"ground": ground}, sentence, kept)


_CONCERNS = frozenset({CONCERN.name, WORKER_CONCERN.name})


def _who_decided(leaf: Leaf, ground: Ground, done_by: str, second: str) -> Change:
    """Names and a reason, and nothing of what was seen: it is no part of it, and stays when its words go."""
    told = {"concern": leaf.id, "sort": ends_as(ground), "day": clock.today(), "done_by": done_by, "second": second}
    reason = say("erased for good: {why}", why=say(GROUNDS[ground]))
    step = spread(understood(ConcernStepDraft, {**told, "reason": reason}))
    return Change(steps_kind(leaf).name, clock.kin(leaf.id, leaf.scope), leaf.scope, step)


@act("Take back a request to erase", subject="sharing")
def do_not_erase(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """Shows the record again, for all who keep it or a coordinator. What a coordinator erased stays erased."""
    standing = standing_of(book)
    if id in standing.erased:
        raise ErasedForGood
    leaf = questions.get(book, questions.kind_of(book, id).name, id)
    scope = scope_to_write(book, leaf)
    if not any(standing.hidden(each, scope) for each in _of_one(book, id)):
        raise NotAskedFor
    return _erasure(book, "do_not_erase", id, {WITHDRAWN: True}, say("Shown again. Nothing was lost."))


def _of_one(book: Book, record: str) -> tuple[str, ...]:
    """The record, and those that stand with it: somebody who was entered twice is erased twice."""
    with book.reading() as cursor:
        return book.hearing(cursor).joined.all_of(record)


def _erasure(
    book: Book, act: str, record: str, fields: Mapping[str, Scalar], sentence: str, kept: Iterable[Change] = ()
) -> Outcome:
    kind = Statement.ERASURE
    changes = [*kept, *(Change(kind, kind.about(each), "", fields) for each in _of_one(book, record))]
    saved = ledger.append(book, act, changes, undoable=False)
    return Outcome(sentence, saved.touched)


@act("Keep this branch", subject="sharing")
def keep_branch(book: Book, *, laptop: str, branch: Branch) -> Outcome:
    """After a copied book was noticed: say again, under this laptop's present id, what one of its branches held."""
    if not clock.speaks_for(laptop, book.key):
        raise NotYourBranch
    restated = branches.restated(book, laptop, branch)
    if not restated:
        return Outcome(say("All that this branch held is kept already."))
    saved = ledger.append(book, "keep_branch", restated, undoable=False)
    return tell(saved, count("Kept: {number} value.", "Kept: {number} values.", len(restated)), "")
