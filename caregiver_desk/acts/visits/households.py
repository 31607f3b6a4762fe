"""Households: who lives there, who visits them, and what they answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import Wish, edit, in_order, keep, new, period, tell, wished
from caregiver_desk.acts.people.people import vetted
from caregiver_desk.acts.visits.capped import fewer_homes_said
from caregiver_desk.errors import (
    MembersNotAgreedTo,
    NotAgreedTo,
    NotCleared,
    NotUnderstood,
    NotYours,
    NumberTaken,
)
from caregiver_desk.practice.due import GONE
from caregiver_desk.practice.people.vetting import Status
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.visits import codes, numbers
from caregiver_desk.practice.visits import consent as consents
from caregiver_desk.practice.visits.consent import Answered
from caregiver_desk.practice.visits.numbers import Listed
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import Kind
from caregiver_desk.records.visits.households import (
    ASSIGNMENT,
    CONSENT,
    HOUSEHOLD,
    MEMBER,
    Answer,
    AssignmentDraft,
    ConsentDraft,
    Ended,
    Purpose,
)
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, full_day, later, say


def agreed_to_be_known(wish: Wish) -> None:
    """Once a household has refused, nothing is added to what is known of it beyond that it is there."""
    more = consents.beyond(consents.LEAST_OF_A_HOUSEHOLD, wish.filled & wish.changed)
    if more and wish.record and not allowed(wish.book, wish.record, clock.today()):
        raise NotAgreedTo(fields=labels(HOUSEHOLD, more))


def agreed_to_members(wish: Wish) -> None:
    """Who lives somewhere is kept only where the household agreed to it."""
    more = wish.changed & wish.filled
    if more and not allowed(wish.book, str(wish["household"]), clock.today(), Purpose.MEMBERS):
        raise MembersNotAgreedTo


def labels(kind: Kind, names: Iterable[str]) -> str:
    return ", ".join(say(kind.fields[name].label) for name in sorted(names))


def allowed(book: Book, household: str, day: date, purpose: Purpose | None = None) -> bool:
    """Whether a household's answers allow it to be recorded for this on this day; without a purpose, to be known."""
    return consents.allows(_answers(book, household), day, purpose)


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


def refused_said(wish: Wish) -> str:
    """That a home which is given to somebody has refused: she must know before she goes."""
    if wish.changed & {"household", "caregiver"} and not allowed(wish.book, str(wish["household"]), clock.today()):
        return say("This home refused: nothing is asked there, and only that it was visited is kept.")
    return ""


def code_heeded(wish: Wish) -> str:
    """A code that was miscopied, or is another home's too, is said. Sites have codes of their own, so nothing stops."""
    if "code" not in wish.changed:
        return ""
    homes = questions.listing(wish.book, "household", limit=EVERY)
    if any(codes.key(str(each["code"])) == codes.key(str(wish["code"])) for each in homes if each.id != wish.record):
        return say("Another home has this code too; look at the paper again.")
    if codes.check(str(wish["code"])) is False:
        return say("The check digit of this code does not fit; look at the paper again.")
    return ""


def cleared(wish: Wish) -> None:
    """Whoever's vetting is not current is given homes by a coordinator only, for a reason she writes down.

    Of somebody whom nothing here knows there is no vetting to speak of: the ledger says that she is not here.
    """
    if "reason" in wish.changed and wish.book.role != Role.COORDINATOR:
        raise NotYours(role=Role.COORDINATOR)
    given = wish.changed & {"caregiver", "household"} and questions.knows(wish.book, "person", wish["caregiver"])
    stands = _status(wish) if given else Status.CURRENT
    if stands != Status.CURRENT and not ("reason" in wish.changed and wish["reason"]):
        raise NotCleared(status=say(str(stands)), fields=say(ASSIGNMENT.fields["reason"].label))


def at_work(wish: Wish) -> None:
    """Nobody is given homes who works here no longer on that day."""
    if not wish.changed & {"caregiver", "household"}:
        return
    works = questions.listing(wish.book, "engagement", {"person": wish["caregiver"]}, limit=EVERY)
    begins = (wish.day("since") or clock.today()).isoformat()
    if works and all(each["state"] in GONE and (each["until"] or "") <= begins for each in works):
        label = say(ASSIGNMENT.fields["caregiver"].label)
        raise NotUnderstood(field=label, reason=say("this person works here no longer"))


def _status(wish: Wish) -> Status:
    """How she stands on the day from which she visits, by what is known today."""
    return vetted(wish.book, str(wish["caregiver"]), max(wish.day("since") or clock.today(), clock.today()))


def free_number(wish: Wish) -> None:
    """A number on her list means one home, and rests for a year before it means another."""
    if not wish["short_number"] or not wish.changed & {"short_number", "caregiver", "household", "since"}:
        return
    others = taken(wish)
    if wish["short_number"] in others:
        label = say(ASSIGNMENT.fields["short_number"].label)
        raise NumberTaken(number=wish["short_number"], free=numbers.next_free(others), fields=label)


def taken(wish: Wish) -> set[int]:
    hers = questions.listing(wish.book, "assignment", {"caregiver": wish["caregiver"]}, limit=EVERY)
    period = Period(wish.day("since"), wish.day("until"))
    others = [listed(each) for each in hers if each["short_number"] and each.id != wish.record]
    return numbers.taken(others, str(wish["caregiver"]), str(wish["household"]), period)


def listed(leaf: Leaf) -> Listed:
    return Listed(leaf.id, str(leaf["household"]), str(leaf["caregiver"]), leaf["short_number"], period(leaf))


keep(HOUSEHOLD, "households", agreed_to_be_known, heed=code_heeded, labels={"record": later("Add a household")})
keep(MEMBER, "households", agreed_to_members)
keep(ASSIGNMENT, "households", in_order(), at_work, cleared, free_number, heed=refused_said)
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
    change = new(book, ASSIGNMENT, wish.draft)
    for rule in (in_order(), at_work, cleared, free_number):
        rule(wish)
    saved = ledger.append(book, "assign_household", [*ended(wish), change])
    said = (_assigned(wish), refused_said(wish), fewer_homes_said(wish))
    return tell(saved, " ".join(filter(None, said)), change.record)


def ended(wish: Wish, why: Ended | None = None) -> Iterator[Change]:
    """What ends the assignments of this home that still hold. Raises NotUnderstood where one begins only later."""
    started = (wish.day("since") or clock.today()).isoformat()
    for leaf in questions.listing(wish.book, "assignment", {"household": wish["household"]}):
        if leaf["until"] is None and (leaf["since"] or "") > started:
            raise _begun_later(date.fromisoformat(leaf["since"]))
        if leaf["until"] is None:
            yield Change("assignment", leaf.id, leaf.scope, {"until": started, **({"ended": why} if why else {})})


def _begun_later(day: date) -> NotUnderstood:
    told = full_day(day)
    reason = say("somebody has this home from {day} on; choose that day or a later one", day=told)
    return NotUnderstood(field=say(ASSIGNMENT.fields["since"].label), reason=reason)


@act("Number the homes on a list", subject="households")
def number_homes(book: Book, *, caregiver: str) -> Outcome:
    """Every home of hers that has no number on her list gets the next one that is free, in the order of the codes."""
    changes = [edit(book, leaf, {"short_number": number}) for leaf, number in _still_to_number(book, caregiver)]
    if not changes:
        return Outcome(say("Every home on this list has its number already."))
    saved = ledger.append(book, "number_homes", changes)
    said = count("{number} home has a number now.", "{number} homes have a number now.", len(changes))
    return tell(saved, said, caregiver)


def _still_to_number(book: Book, caregiver: str) -> Iterator[tuple[Leaf, int]]:
    hers = questions.listing(book, "assignment", {"caregiver": caregiver}, limit=EVERY)
    given = [listed(each) for each in hers if each["short_number"]]
    bare = [each for each in standing(book, caregiver, clock.today()) if not each["short_number"]]
    names = questions.names_of(book, [str(each["household"]) for each in bare])
    for leaf in sorted(bare, key=lambda each: names.get(str(each["household"]), "")):
        number = numbers.next_free(numbers.taken(given, caregiver, str(leaf["household"]), period(leaf)))
        given.append(listed(leaf)._replace(number=number))
        yield leaf, number


def standing(book: Book, caregiver: str, day: date) -> list[Leaf]:
    """The homes that are hers on this day."""
    hers = questions.listing(book, "assignment", {"caregiver": caregiver}, limit=EVERY)
    return [each for each in hers if period(each).holds(day)]


def numbered(book: Book, assignment: AssignmentDraft) -> AssignmentDraft:
    """The same with the next number that is free on her list, where none was given."""
    if assignment.short_number:
        return assignment
    return assignment.model_copy(update={"short_number": numbers.next_free(taken(wished(book, assignment)))})


def _assigned(wish: Wish) -> str:
    stands = _status(wish)
    if stands == Status.CURRENT:
        return say("Assigned.")
    return say("Assigned for the coordinator’s reason; vetting is {status}.", status=say(str(stands)))


def meant(book: Book, caregiver: str, number: int, day: date) -> list[str]:
    """The households that this number on her list meant on this day."""
    hers = questions.listing(book, "assignment", {"caregiver": caregiver, "short_number": number}, limit=EVERY)
    return numbers.meant([listed(each) for each in hers], caregiver, number, day)
