"""Households: who lives there, who visits them, and what they answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import Wish, edit, keep, new, tell, wished
from caregiver_desk.acts.people import vetted
from caregiver_desk.errors import NotAgreedTo, NotCleared, NotYours, NumberTaken
from caregiver_desk.practice import consent as consents
from caregiver_desk.practice import numbers
from caregiver_desk.practice.consent import Answered
from caregiver_desk.practice.numbers import Listed
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.vetting import Status
from caregiver_desk.records.households import (
    ASSIGNMENT,
    CONSENT,
    HOUSEHOLD,
    MEMBER,
    Answer,
    AssignmentDraft,
    ConsentDraft,
    Purpose,
)
from caregiver_desk.records.people import Role
from caregiver_desk.records.record import Kind
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, say


def agreed_to_members(wish: Wish) -> None:
    """Who lives somewhere is kept only where the household agreed to it."""
    stay_within(wish, MEMBER, Purpose.MEMBERS, clock.today(), sorted(wish.changed & wish.filled))


def stay_within(wish: Wish, kind: Kind, purpose: Purpose, day: date, more: Collection[str]) -> None:
    """Raises NotAgreedTo where these fields, more than the minimum, would go beyond a household's answer."""
    if more and not consents.allows(_answers(wish.book, str(wish["household"])), day, purpose):
        raise NotAgreedTo(fields=", ".join(say(kind.fields[name].label) for name in more))


def _answers(book: Book, household: str) -> list[Answered]:
    return answered(questions.listing(book, "consent", {"household": household}, limit=EVERY))


def answered(leaves: Iterable[Leaf]) -> list[Answered]:
    """What these records say that a household answered; one without its day or its answer says nothing."""
    return [
        Answered(
            date.fromisoformat(each["day"]),
            each.id,
            Answer(each["answer"]),
            frozenset(map(Purpose, each["purposes"] or ())),
        )
        for each in leaves
        if each["day"] and each["answer"]
    ]


def cleared(wish: Wish) -> None:
    """Whoever's vetting on record is not current is given homes by a coordinator only, for a reason she writes down."""
    if "reason" in wish.changed and wish.book.role != Role.COORDINATOR:
        raise NotYours(role=Role.COORDINATOR)
    stands = _status(wish) if "caregiver" in wish.changed else None
    if stands not in {None, Status.CURRENT} and not ("reason" in wish.changed and wish["reason"]):
        raise NotCleared(status=say(str(stands)), fields=say(ASSIGNMENT.fields["reason"].label))


def _status(wish: Wish) -> Status | None:
    """How she stands on the day from which she visits, by what is known today."""
    return vetted(wish.book, str(wish["caregiver"]), max(wish.day("since") or clock.today(), clock.today()))


def free_number(wish: Wish) -> None:
    """A number on her list means one home, and rests for a year before it means another."""
    if not wish["short_number"] or not wish.changed & {"short_number", "caregiver", "household", "since"}:
        return
    taken = _taken(wish)
    if wish["short_number"] in taken:
        label = say(ASSIGNMENT.fields["short_number"].label)
        raise NumberTaken(number=wish["short_number"], free=numbers.next_free(taken), fields=label)


def _taken(wish: Wish) -> set[int]:
    hers = questions.listing(wish.book, "assignment", {"caregiver": wish["caregiver"]}, limit=EVERY)
    period = Period(wish.day("since"), wish.day("until"))
    others = [listed(each) for each in hers if each["short_number"] and each.id != wish.record]
    return numbers.taken(others, str(wish["caregiver"]), str(wish["household"]), period)


def listed(leaf: Leaf) -> Listed:
    return Listed(leaf.id, str(leaf["household"]), str(leaf["caregiver"]), leaf["short_number"], _period(leaf))


def _period(leaf: Leaf) -> Period:
    return Period(*(date.fromisoformat(leaf[name]) if leaf[name] else None for name in ("since", "until")))


keep(HOUSEHOLD, "households")
keep(MEMBER, "households", agreed_to_members)
keep(ASSIGNMENT, "households", cleared, free_number)
keep(CONSENT, "households", verbs=("change", "withdraw"))


@act("Record answer of a household", subject="households")
def record_consent(book: Book, *, consent: ConsentDraft) -> Outcome:
    """What a household answered. After a refusal only the minimum is kept; a word taken back lists what must stay."""
    change = new(book, CONSENT, consent)
    saved = ledger.append(book, "record_consent", [change])
    kept = consents.still_kept() if consent.answer == Answer.WITHDRAWN else ()
    return Outcome(_said(consent), saved.touched, saved.number, change.record, {"kept": list(kept)} if kept else {})


def _said(consent: ConsentDraft) -> str:
    if consent.answer == Answer.WITHDRAWN:
        kept = "; ".join(consents.still_kept())
        return say("Saved. From that day nothing more is asked or kept. What must stay: {kept}.", kept=kept)
    if consent.answer == Answer.REFUSED:
        return say("Saved. From that day only a visit, its day and what came of it are kept.")
    return say("Saved.")


@act("Assign a household", subject="households")
def assign_household(book: Book, *, assignment: AssignmentDraft) -> Outcome:
    """From this day on this caregiver visits this household, under the next free number; an earlier one ends on it."""
    wish = wished(book, numbered(book, assignment))
    started = assignment.since or clock.today()
    earlier = [
        Change("assignment", leaf.id, leaf.scope, {"until": started.isoformat()})
        for leaf in questions.listing(book, "assignment", {"household": assignment.household})
        if leaf["until"] is None
    ]
    change = new(book, ASSIGNMENT, wish.draft)
    for rule in (cleared, free_number):
        rule(wish)
    return tell(ledger.append(book, "assign_household", [*earlier, change]), _assigned(wish), change.record)


@act("Number the homes on a list", subject="households")
def number_homes(book: Book, *, caregiver: str) -> Outcome:
    """Every home of hers that has no number on her list gets the next one that is free, in the order of the codes."""
    bare = [each for each in standing(book, caregiver, clock.today()) if not each["short_number"]]
    names = questions.names_of(book, [str(each["household"]) for each in bare])
    hers = questions.listing(book, "assignment", {"caregiver": caregiver}, limit=EVERY)
    given = [listed(each) for each in hers if each["short_number"]]
    for each in sorted(bare, key=lambda each: names.get(str(each["household"]), "")):
        free = numbers.next_free(numbers.taken(given, caregiver, str(each["household"]), _period(each)))
        given.append(Listed(each.id, str(each["household"]), caregiver, free, _period(each)))
    new_ones = {each.id: each.number for each in given}
    changed = [edit(book, each, {"short_number": new_ones[each.id]}) for each in bare]
    if not changed:
        return Outcome(say("Every home on this list has its number already."))
    saved = ledger.append(book, "number_homes", changed)
    return tell(
        saved, count("{number} home has a number now.", "{number} homes have a number now.", len(bare)), caregiver
    )


def standing(book: Book, caregiver: str, day: date) -> list[Leaf]:
    """The homes that are hers on this day."""
    hers = questions.listing(book, "assignment", {"caregiver": caregiver}, limit=EVERY)
    return [each for each in hers if _period(each).holds(day)]


def numbered(book: Book, assignment: AssignmentDraft) -> AssignmentDraft:
    """The same with the next number that is free on her list, where none was given."""
    if assignment.short_number:
        return assignment
    return assignment.model_copy(update={"short_number": numbers.next_free(_taken(wished(book, assignment)))})


def _assigned(wish: Wish) -> str:
    stands = _status(wish)
    if stands is None:
        return say("Assigned. No vetting of hers is on record.")
    if stands == Status.CURRENT:
        return say("Assigned.")
    return say("Assigned for the coordinator's reason; her vetting is {status}.", status=say(str(stands)))


def meant(book: Book, caregiver: str, number: int, day: date) -> list[str]:
    """The households that this number on her list meant on this day."""
    hers = questions.listing(book, "assignment", {"caregiver": caregiver, "short_number": number}, limit=EVERY)
    return numbers.meant([listed(each) for each in hers], caregiver, number, day)
