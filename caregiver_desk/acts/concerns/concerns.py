"""Concerns: noting one, what was done about it, closing it, and giving it to the protection lead.

Nothing here holds a report up or asks for leave to report; what is refused is only to let a concern disappear. Nothing
of it is taken back by an undo: what is saved stays in its history. A concern about a worker is noted and followed by
the same acts, and kept as a kind that nobody but its writer and the lead is sent (see records/concerns/safeguarding).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.asking import Holds, partly
from caregiver_desk.acts.concerns.how_it_stands import (
    concern_of,
    kind_and_whom,
    named_lead,
    state_of,
    steps_kind,
    steps_of,
)
from caregiver_desk.acts.growth.training import lead_is_trained
from caregiver_desk.acts.keeping import edit, keep, new, new_in, scope_to_write
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.acts.sharing.sharing import enrolled, still_heard
from caregiver_desk.acts.supervision.pairs import pair_with
from caregiver_desk.errors import (
    AlreadyOver,
    LeadIsMeant,
    LeadOnly,
    LeadReadsIt,
    NotMadeLess,
    NotReportedYet,
    NotTheNamedLead,
    NotToBeLeft,
    NotUnderstood,
    NoWritePath,
    TwoPeople,
)
from caregiver_desk.practice.concerns import concerns as practice
from caregiver_desk.practice.concerns.concerns import OVER
from caregiver_desk.practice.people.meant import is_whole_in, may_mean
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.records.concerns.concerns import (
    CONCERN,
    CONCERN_STEP,
    DUTY_REVIEW,
    ConcernDraft,
    ConcernSort,
    ConcernState,
    ConcernStepDraft,
    StepSort,
    Unsure,
    Whom,
)
from caregiver_desk.records.concerns.safeguarding import SAFEGUARDING_LEAD, WORKER_CONCERN, WorkerConcernDraft
from caregiver_desk.records.people.people import PERSON, Role
from caregiver_desk.records.record import Kind
from caregiver_desk.records.wellbeing.wellbeing import FOLLOW_UP, FollowUpCode
from caregiver_desk.store import access, ledger, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.sync import trust
from caregiver_desk.wording import fold, say

_BY_STEPS = ("state", "number")  # said by what was done, never by hand
_OWN_WAYS = frozenset(
    {StepSort.CLOSED, StepSort.IN_ERROR, StepSort.SEALED, StepSort.NOT_REPORTED, StepSort.INFORMATION}
)
_FIRST_OF_WORKERS = 501  # a number says at no glance what it is about, and leaves no gap among the others

keep(DUTY_REVIEW, "concerns", labels={"record": "Say who has read a rule"})
keep(SAFEGUARDING_LEAD, "concerns", lead_is_trained, labels={"record": "Name the safeguarding lead"})


@act("Note a concern", subject="concerns", shortcut="Ctrl+Shift+C")
def note_concern(book: Book, *, concern: ConcernDraft, caregiver: str | None = None) -> Outcome:
    """What was seen or heard. Whoever raised it, if named, is offered a support conversation in the same save."""
    caregiver = caregiver or _caregiver_called(book, concern.noticed_by or "")
    raised = questions.names_of(book, [caregiver]).get(caregiver, "") if caregiver else ""
    kind = WORKER_CONCERN if concern.worker else CONCERN
    told = {"number": _next_number(book, kind), "state": ConcernState.NOTICED}
    values = {**concern.model_dump(exclude_none=True), **told, "noticed_by": concern.noticed_by or raised or None}
    change = new(book, kind, understood(WorkerConcernDraft if concern.worker else ConcernDraft, values))
    offers = _offers(book, caregiver) if caregiver else []
    said = say("Saved as {number}. Whoever noticed it may report it now.", number=told["number"])
    said = f"{said} {say('Nothing of it goes to a coordinator.')}" if concern.worker else said
    more = f"{said} {say('A support conversation was offered to who raised it.')}" if offers else said
    return _saved(book, "note_concern", [change, *offers], more, change.record)


def _caregiver_called(book: Book, name: str) -> str:
    """The one caregiver of this name, if there is just one and she was not called upon by half a name."""
    found = questions.find(book, name, kinds=["person"]) if name else []
    ids = [each.id for each in found if fold(questions.call(PERSON, each.values)) == fold(name)]
    works = questions.listing(book, "engagement", {"person": ids, "role": Role.CAREGIVER}, limit=EVERY) if ids else []
    return ids[0] if len(ids) == 1 and works else ""


def _offers(book: Book, caregiver: str) -> list[Change]:
    """A support conversation with whoever raised it: to hear such a thing is hard."""
    pair = pair_with(book, caregiver)
    code = FollowUpCode.SUPPORT_CONVERSATION
    due = taxonomy.usual_due(code, clock.today(), norms_of(book))
    return [*pair.founding, pair.new(FOLLOW_UP, {"code": code, "due": due})]


def _next_number(book: Book, kind: Kind) -> str:
    """The next of this year; two letters of the laptop keep it apart from those of others."""
    year = clock.today().year
    sign = "".join(letter for letter in clock.mark(book.laptop) if letter.isascii() and letter.isalnum())[:2].upper()
    taken = [str(each["number"]) for each in questions.listing(book, kind.name, limit=EVERY)]
    mine = [each for each in taken if each.startswith(f"{year}-") and each.endswith(f"-{sign}")]
    first = _FIRST_OF_WORKERS if kind is WORKER_CONCERN else 1
    return f"{year}-{len(mine) + first:03}-{sign}"


@act("Add to a concern", subject="concerns")
def change_concern(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    fields: Annotated[dict[str, Any], Holds(lambda: partly(CONCERN.draft))],
) -> Outcome:
    """Facts that came later, or are put right; what stood there before stays in the history."""
    leaf = concern_of(book, id)
    if named := fields.keys() & set(_BY_STEPS):
        reason = say("this follows from what is done")
        raise NotUnderstood(field=say(CONCERN.fields[min(named)].label), reason=reason)
    if fields.get("worker") and leaf.kind == CONCERN.name:
        reason = say("note a new concern: of this one others know already")
        raise NotUnderstood(field=say(CONCERN.fields["worker"].label), reason=reason)
    _own_scope(book, leaf)
    if fields.get("worker"):
        _is_not_read_by(book, id, str(fields["worker"]))
    change = edit(book, leaf, fields)
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=id)
    sort, whom = kind_and_whom(leaf)
    if practice.is_grave(sort, whom) and not practice.is_grave(
        ConcernSort(str(change.fields.get("sort", sort))), Whom(str(change.fields.get("whom", whom)))
    ):
        raise NotMadeLess
    return _saved(book, "change_concern", [change], say("Added. It stays in the history."), id)


@act("Note what was done about a concern", subject="concerns")
def add_concern_step(book: Book, *, step: ConcernStepDraft) -> Outcome:
    """Who was told, when, and under which number; when to ask again follows from it."""
    if step.sort in _OWN_WAYS:
        raise NotUnderstood(field=say(CONCERN_STEP.fields["sort"].label), reason=say("this has a way of its own"))
    leaf = concern_of(book, step.concern)
    if state_of(book, leaf) in OVER:
        raise AlreadyOver
    return _stepped(book, "add_concern_step", leaf, step, say("Saved."))


@act("Close a concern", subject="concerns")
def close_concern(
    book: Book, *, concern: str, done_by: str, second: str = "", reason: str = "", believed: bool = False
) -> Outcome:
    """Once it was reported; without a report two named people say why, and one about a sexual offence stays open.

    `believed` says that nobody knows of it, and that it was reported as believed.
    """
    leaf = concern_of(book, concern)
    if state_of(book, leaf) in OVER:
        raise AlreadyOver
    done = {StepSort(each["sort"]) for each in steps_of(book, concern)}
    people = (done_by, second) if reason.strip() else ()
    if not done_by.strip() or not practice.may_close(*kind_and_whom(leaf), done, people=people, believed=believed):
        raise NotReportedYet
    step = _ending(concern, StepSort.CLOSED, done_by, second, reason).model_copy(update={"believed": believed})
    return _stepped(book, "close_concern", leaf, step, say("Closed."))


@act("Decide not to report a concern", subject="concerns")
def decide_not_to_report(book: Book, *, concern: str, done_by: str, second: str, reason: str) -> Outcome:
    """Two named people say why. A report takes it on all the same, at any time and by anybody.

    Raises NotToBeLeft where somebody may be in danger, and of a sexual offence.
    """
    leaf = _left_by_two(book, concern, (done_by, second), reason)
    step = _ending(concern, StepSort.NOT_REPORTED, done_by, second, reason)
    said = say("Kept as not reported. Whoever sees it otherwise may report it now.")
    return _stepped(book, "decide_not_to_report", leaf, step, said)


@act("Keep a concern as information only", subject="concerns")
def keep_as_information(
    book: Book, *, concern: str, done_by: str, second: str, reason: str, household: str = ""
) -> Outcome:
    """Two named people say why it is a need of a home and no concern; the home is named if it is known.

    Raises NotToBeLeft where somebody may be in danger, and of a sexual offence.
    """
    leaf = _left_by_two(book, concern, (done_by, second), reason)
    matched = {"household": questions.get(book, "household", household).id} if household else {}
    step = _ending(concern, StepSort.INFORMATION, done_by, second, reason)
    said = say("Kept as information. Note at the home what it needs, or a referral.")
    return _stepped(book, "keep_as_information", leaf, step, said, matched)


def _left_by_two(book: Book, concern: str, people: Sequence[str], reason: str) -> Leaf:
    leaf = concern_of(book, concern)
    if state_of(book, leaf) in OVER:
        raise AlreadyOver
    if not practice.may_rest(*kind_and_whom(leaf), Unsure(leaf["danger"] or Unsure.UNSURE), people, reason):
        raise NotToBeLeft
    return leaf


@act("Mark a concern as recorded in error", subject="concerns")
def record_concern_in_error(book: Book, *, concern: str, done_by: str, second: str, reason: str) -> Outcome:
    """Two named people say why. The concern stays where it is, and says so."""
    if not practice.are_two((done_by, second)) or not reason.strip():
        raise TwoPeople
    leaf = concern_of(book, concern)
    step = _ending(concern, StepSort.IN_ERROR, done_by, second, reason)
    return _stepped(book, "record_concern_in_error", leaf, step, say("Marked as recorded in error. It stays here."))


def _ending(concern: str, sort: StepSort, done_by: str, second: str, reason: str) -> ConcernStepDraft:
    told = {"done_by": done_by, "second": second or None, "reason": reason or None}
    return understood(ConcernStepDraft, {"concern": concern, "sort": sort, "day": clock.today(), **told})


@act("Give a concern to the protection lead", subject="concerns")
def seal_to_lead(book: Book, *, concern: str, lead: str) -> Outcome:
    """Let the lead read and go on with this one concern. The next bundle for the lead carries it, and nothing else."""
    leaf = concern_of(book, concern)
    partner = trust.partner_named(book, lead)
    still_heard(book, partner)
    if partner.role != Role.PROTECTION_LEAD:
        raise LeadOnly
    if leaf["worker"]:
        _is_not_meant(book, str(leaf["worker"]), partner.name)
    told = {"concern": concern, "sort": StepSort.SEALED, "day": clock.today(), "told_to": partner.name}
    step = understood(ConcernStepDraft, told)
    statement = enrolled(partner.key, _own_scope(book, leaf))
    said = say("Ready for {name}: the next bundle for them carries this concern.", name=partner.name)
    outcome = _saved(book, "seal_to_lead", [statement, new_in(leaf.scope, steps_kind(leaf), step)], said, concern)
    access.note(book, What.ENROLLED, partner=partner.key)
    return outcome


def _is_not_meant(book: Book, worker: str, lead: str) -> None:
    """Of a worker it goes to whom the site names, and never to the one it is about."""
    if may_mean(lead, worker):
        raise LeadIsMeant(name=lead)
    named = named_lead(book)
    told = [str(named[each]) for each in ("name", "instead") if named[each]] if named else []
    if told and not any(is_whole_in(each, lead) or is_whole_in(lead, each) for each in told):
        raise NotTheNamedLead(name=told[0])


def _is_not_read_by(book: Book, concern: str, worker: str) -> None:
    """Nobody who was given it is told in it that they are meant. Raises LeadReadsIt."""
    given = [str(each["told_to"] or "") for each in steps_of(book, concern) if each["sort"] == StepSort.SEALED]
    if names := [each for each in given if may_mean(each, worker)]:
        raise LeadReadsIt(name=names[0])


def _own_scope(book: Book, leaf: Leaf) -> str:
    """The scope that it founded: in any other its words would be read by whoever is let in there."""
    scope = scope_to_write(book, leaf)
    if not clock.born_in(leaf.id, scope):
        raise NoWritePath
    return scope


def _stepped(
    book: Book, name: str, leaf: Leaf, step: ConcernStepDraft, said: str, also: Mapping[str, str] | None = None
) -> Outcome:
    """Save a step, and how far the concern is after it. What laptops disagree about is settled by no step."""
    change = new_in(_own_scope(book, leaf), steps_kind(leaf), step)
    state = practice.after(step.sort, ConcernState(leaf["state"] or ConcernState.NOTICED))
    fields = {**(also or {}), **({} if "state" in leaf.quarrels else {"state": state})}
    moved = edit(book, leaf, fields)
    return _saved(book, name, [change, *([moved] if moved.fields else [])], said, leaf.id)


def _saved(book: Book, name: str, changes: Sequence[Change], said: str, record: str) -> Outcome:
    """Save these for good: an undo would take a concern out of sight."""
    saved = ledger.append(book, name, changes, undoable=False)
    return Outcome(said, saved.touched, record=record)
