"""Concerns: noting one, what was done about it, closing it, and giving it to the protection lead.

Nothing here holds a report up or asks for leave to report; what is refused is only to let a concern disappear. Nothing
of it is taken back by an undo: what is saved stays in its history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.asking import Holds, partly
from caregiver_desk.acts.keeping import edit, keep, new, new_in, scope_to_write
from caregiver_desk.acts.pairs import pair_with
from caregiver_desk.acts.sharing import enrolled, still_heard
from caregiver_desk.errors import (
    AlreadyOver,
    LeadOnly,
    NotMadeLess,
    NotReportedYet,
    NotUnderstood,
    TwoPeople,
)
from caregiver_desk.practice import concerns as practice
from caregiver_desk.practice import taxonomy
from caregiver_desk.practice.concerns import OVER, Duty
from caregiver_desk.records.concerns import (
    CONCERN,
    CONCERN_STEP,
    DUTY_REVIEW,
    ConcernDraft,
    ConcernSort,
    ConcernState,
    ConcernStepDraft,
    StepSort,
    Whom,
)
from caregiver_desk.records.people import PERSON, Role
from caregiver_desk.records.wellbeing import FOLLOW_UP, FollowUpCode
from caregiver_desk.store import access, ledger, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.sync import trust
from caregiver_desk.wording import fold, say

_BY_STEPS = ("state", "number")  # said by what was done, never by hand
_OWN_WAYS = frozenset({StepSort.CLOSED, StepSort.IN_ERROR, StepSort.SEALED})

keep(DUTY_REVIEW, "concerns", labels={"record": "Say who has read a rule"})


@act("Note a concern", subject="concerns", shortcut="Ctrl+Shift+C")
def note_concern(book: Book, *, concern: ConcernDraft, caregiver: str | None = None) -> Outcome:
    """What was seen or heard. Whoever raised it, if named, is offered a support conversation in the same save."""
    caregiver = caregiver or _caregiver_called(book, concern.noticed_by or "")
    raised = questions.names_of(book, [caregiver]).get(caregiver, "") if caregiver else ""
    told = {"number": _next_number(book), "state": ConcernState.NOTICED, "noticed_by": concern.noticed_by or raised}
    change = new(book, CONCERN, concern.model_copy(update=told))
    offers = _offers(book, caregiver) if caregiver else []
    said = say("Saved as {number}. Whoever noticed it may report it now.", number=told["number"])
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
    return [*pair.founding, pair.new(FOLLOW_UP, {"code": code, "due": taxonomy.usual_due(code, clock.today())})]


def _next_number(book: Book) -> str:
    """The next of this year; two letters of the laptop keep it apart from those of others."""
    year = clock.today().year
    sign = "".join(letter for letter in clock.mark(book.laptop) if letter.isascii() and letter.isalnum())[:2].upper()
    taken = [str(each["number"]) for each in questions.listing(book, "concern", limit=EVERY)]
    mine = [each for each in taken if each.startswith(f"{year}-") and each.endswith(f"-{sign}")]
    return f"{year}-{len(mine) + 1:03}-{sign}"


@act("Add to a concern", subject="concerns")
def change_concern(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    fields: Annotated[dict[str, Any], Holds(lambda: partly(CONCERN.draft))],
) -> Outcome:
    """Facts that came later, or are put right; what stood there before stays in the history."""
    leaf = questions.get(book, "concern", id)
    if named := fields.keys() & set(_BY_STEPS):
        reason = say("this follows from what is done")
        raise NotUnderstood(field=say(CONCERN.fields[min(named)].label), reason=reason)
    change = edit(book, leaf, fields)
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=id)
    sort, whom = _of(leaf)
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
    leaf = questions.get(book, "concern", step.concern)
    if ConcernState(leaf["state"]) in OVER:
        raise AlreadyOver
    return _stepped(book, "add_concern_step", leaf, step, say("Saved."))


@act("Close a concern", subject="concerns")
def close_concern(
    book: Book, *, concern: str, done_by: str, second: str = "", reason: str = "", believed: bool = False
) -> Outcome:
    """Once it was reported; without a report two named people say why, and one about a sexual offence stays open.

    `believed` says that nobody knows of it, and that it was reported as believed.
    """
    leaf = questions.get(book, "concern", concern)
    if ConcernState(leaf["state"]) in OVER:
        raise AlreadyOver
    done = {StepSort(each["sort"]) for each in steps_of(book, concern)}
    people = (done_by, second) if reason.strip() else ()
    if not done_by.strip() or not practice.may_close(*_of(leaf), done, people=people, believed=believed):
        raise NotReportedYet
    step = _ending(concern, StepSort.CLOSED, done_by, second, reason).model_copy(update={"believed": believed})
    return _stepped(book, "close_concern", leaf, step, say("Closed."))


@act("Mark a concern as recorded in error", subject="concerns")
def record_concern_in_error(book: Book, *, concern: str, done_by: str, second: str, reason: str) -> Outcome:
    """Two named people say why. The concern stays where it is, and says so."""
    if not practice.are_two((done_by, second)) or not reason.strip():
        raise TwoPeople
    leaf = questions.get(book, "concern", concern)
    step = _ending(concern, StepSort.IN_ERROR, done_by, second, reason)
    return _stepped(book, "record_concern_in_error", leaf, step, say("Marked as recorded in error. It stays here."))


def _ending(concern: str, sort: StepSort, done_by: str, second: str, reason: str) -> ConcernStepDraft:
    told = {"done_by": done_by, "second": second or None, "reason": reason or None}
    return understood(ConcernStepDraft, {"concern": concern, "sort": sort, "day": clock.today(), **told})


@act("Give a concern to the protection lead", subject="concerns")
def seal_to_lead(book: Book, *, concern: str, lead: str) -> Outcome:
    """Let the lead read and go on with this one concern. The next bundle for the lead carries it, and nothing else."""
    leaf = questions.get(book, "concern", concern)
    partner = trust.partner_named(book, lead)
    still_heard(book, partner)
    if partner.role != Role.PROTECTION_LEAD:
        raise LeadOnly
    told = {"concern": concern, "sort": StepSort.SEALED, "day": clock.today(), "told_to": partner.name}
    step = understood(ConcernStepDraft, told)
    statement = enrolled(partner.key, scope_to_write(book, leaf))
    said = say("Ready for {name}: the next bundle for them carries this concern.", name=partner.name)
    outcome = _saved(book, "seal_to_lead", [statement, new_in(leaf.scope, CONCERN_STEP, step)], said, concern)
    access.note(book, What.ENROLLED, partner=partner.key)
    return outcome


def steps_of(book: Book, concern: str) -> list[Leaf]:
    """What was done about it, the newest first."""
    return questions.listing(book, "concern_step", {"concern": concern}, limit=EVERY)


def rules_of(book: Book) -> Mapping[str, Duty]:
    """The rules, as this book's site has them."""
    said = questions.listing(book, "duty_review", {"site": _site(book)}, limit=EVERY)
    return practice.with_site((str(each["code"]), each["reviewed_by"], each["within"]) for each in reversed(said))


def _site(book: Book) -> str:
    site = questions.own_site(book)
    return site.id if site else ""


def next_chase(book: Book, concern: str, rules: Mapping[str, Duty]) -> tuple[date, str] | None:
    """What to ask next, and when: a day that was set by hand, or what the rules say after the report."""
    steps = steps_of(book, concern)
    sorts = {StepSort(each["sort"]) for each in steps}
    days = [date.fromisoformat(each["day"]) for each in steps if StepSort(each["sort"]) in practice.REPORTS]
    found = list(practice.chases(min(days), sorts, rules)) if days else []
    if steps and steps[0]["next_check"]:
        found.append((date.fromisoformat(steps[0]["next_check"]), say("Ask again.")))
    return min(found, default=None)


def _of(leaf: Leaf) -> tuple[ConcernSort, Whom]:
    """Kind and person. Of whom nobody was told here, the law is taken to protect most."""
    return ConcernSort(leaf["sort"] or ConcernSort.OTHER), Whom(leaf["whom"] or Whom.CHILD)


def _stepped(book: Book, name: str, leaf: Leaf, step: ConcernStepDraft, said: str) -> Outcome:
    """Save a step, and how far the concern is after it."""
    change = new_in(scope_to_write(book, leaf), CONCERN_STEP, step)
    state = practice.after(step.sort, ConcernState(leaf["state"] or ConcernState.NOTICED))
    moved = edit(book, leaf, {"state": state})
    return _saved(book, name, [change, *([moved] if moved.fields else [])], said, leaf.id)


def _saved(book: Book, name: str, changes: Sequence[Change], said: str, record: str) -> Outcome:
    """Save these for good: an undo would take a concern out of sight."""
    saved = ledger.append(book, name, changes, undoable=False)
    return Outcome(said, saved.touched, record=record)
