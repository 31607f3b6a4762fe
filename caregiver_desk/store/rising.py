"""What was released goes up: the one moment at which what two people keep becomes known.

A wish for the organisation becomes a request; that somebody would like to supervise becomes known as an interest.

Decision. It is written when a bundle for a coordinator is made and not when it is released. Lines of a stream travel
without a gap, so what was written once for the coordinator's eyes would travel also where it was taken back in the
meantime. What this book may not write (its owner has left that team) stays where it is; so does a wish of which two
laptops disagree, until somebody settles it, and one whose request a coordinator erased, or that names who was erased.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caregiver_desk import clock
from caregiver_desk.records.growth.appraisal import (
    APPRAISAL,
    SUPERVISING_INTEREST,
    Interest,
    InterestState,
    SupervisingInterestDraft,
)
from caregiver_desk.records.record import spread
from caregiver_desk.records.supervision.requests import ASKING, REQUEST, RequestDraft, RequestSort, RequestState, Theme
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf


def request_of(book: Book, asking: Leaf) -> Leaf | None:
    """The request that this wish became, if it went up."""
    return questions.find_one(book, REQUEST.name, clock.kin(asking.id, asking.scope))


def went_up(book: Book, asking: Leaf) -> bool:
    """Whether this wish became a request, also where a coordinator erased it since."""
    with book.reading() as cursor:
        erased = book.hearing(cursor).standing.erased
    return clock.kin(asking.id, asking.scope) in erased or request_of(book, asking) is not None


def wishes_of(book: Book) -> dict[str, Leaf]:
    """The wishes that are kept here, by the ids of the requests which they become."""
    return {clock.kin(each.id, each.scope): each for each in questions.listing(book, ASKING.name, limit=EVERY)}


def seen_as_one(book: Book, leaves: Iterable[Leaf]) -> list[Leaf]:
    """These records, each wish that went up as the request that it became; a request stands there once."""
    shown: dict[str, Leaf] = {}
    for leaf in leaves:
        told = (request_of(book, leaf) if leaf.kind == ASKING.name else None) or leaf
        shown.setdefault(told.id, told)
    return list(shown.values())


def waiting(book: Book) -> list[Leaf]:
    """The wishes that go up with the next bundle for a coordinator."""
    released = questions.listing(book, ASKING.name, {"released": True}, limit=EVERY)
    if not released:
        return []
    with book.reading() as cursor:
        standing = book.hearing(cursor).standing
    mine = (each for each in released if standing.may_write(book.laptop, each.scope, clock.today()))
    here = (each for each in mine if standing.lives_in(each.id, each.scope) and not each.quarrels)
    return [each for each in here if not went_up(book, each) and _is_known(book, each)]


def _is_known(book: Book, wish: Leaf) -> bool:
    """Whether all whom it would name are known here: a line that names who was erased is never written."""
    named = wish["caregiver"] if wish["named"] else None
    team = questions.knows(book, "team", str(wish["team"]))
    return team and (named is None or questions.knows(book, "person", str(named)))


def interest_of(book: Book, appraisal: Leaf) -> Leaf | None:
    """What was made known from this appraisal, if anything was."""
    return questions.find_one(book, SUPERVISING_INTEREST.name, clock.kin(appraisal.id, appraisal.scope))


def stands(interest: Leaf | None) -> bool:
    """Whether this is known and was not taken back."""
    return interest is not None and interest["state"] != InterestState.TAKEN_BACK


def is_interest(appraisal: Leaf) -> bool:
    """Whether there is something to make known: a “no” never rises, nor what laptops disagree about."""
    said = {Interest.YES.value, Interest.PERHAPS.value}
    return appraisal["interest"] in said and "interest" not in appraisal.quarrels


def interests_waiting(book: Book) -> list[Leaf]:
    """The appraisals from which an interest is made known with the next bundle for a coordinator."""
    released = questions.listing(book, APPRAISAL.name, {"released": True}, limit=EVERY)
    with book.reading() as cursor:
        standing = book.hearing(cursor).standing
    mine = (each for each in released if standing.may_write(book.laptop, each.scope))
    here = (each for each in mine if standing.lives_in(each.id, each.scope) and "released" not in each.quarrels)
    heard = (each for each in here if is_interest(each) and questions.knows(book, "person", str(each["caregiver"])))
    return [each for each in heard if not _was_known(book, each, standing.erased)]


def _was_known(book: Book, appraisal: Leaf, erased: frozenset[str]) -> bool:
    return clock.kin(appraisal.id, appraisal.scope) in erased or interest_of(book, appraisal) is not None


def _interests(book: Book) -> Iterator[Change]:
    for each in interests_waiting(book):
        draft = SupervisingInterestDraft(
            supervision=each["supervision"],
            caregiver=each["caregiver"],
            appraisal=each.id,
            interest=Interest(each["interest"]),
            day=each["day"],
            state=InterestState.STANDS,
        )
        yield Change(SUPERVISING_INTEREST.name, clock.kin(each.id, each.scope), each.scope, spread(draft))


def no_more(book: Book) -> list[Leaf]:
    """What is known of somebody who says otherwise by now: on another laptop, where nobody knew that it had gone up."""
    known = questions.listing(book, SUPERVISING_INTEREST.name, {"state": InterestState.STANDS.value}, limit=EVERY)
    if not known:
        return []
    with book.reading() as cursor:
        standing = book.hearing(cursor).standing
    mine = (each for each in known if standing.may_write(book.laptop, each.scope))
    return [each for each in mine if _says_otherwise(questions.find_one(book, APPRAISAL.name, str(each["appraisal"])))]


def _says_otherwise(appraisal: Leaf | None) -> bool:
    """What this book was never sent says nothing; nor does what laptops disagree about."""
    if appraisal is None or {"released", "interest"} & set(appraisal.quarrels):
        return False
    return appraisal.gone or not appraisal["released"] or not is_interest(appraisal)


def rise(book: Book) -> None:
    """Write what was released, and that what is known holds no more."""
    over = [Change(each.kind, each.id, each.scope, {"state": InterestState.TAKEN_BACK.value}) for each in no_more(book)]
    if changes := [*_requests(book), *_interests(book), *over]:
        ledger.append(book, "rise", changes, undoable=False)


def _requests(book: Book) -> Iterator[Change]:
    for wish in waiting(book):
        draft = RequestDraft(
            team=wish["team"],
            asked_by=book.person,
            named=wish["caregiver"] if wish["named"] else None,
            sort=RequestSort(wish["sort"] or RequestSort.MEDIATION),
            theme=Theme(wish["theme"]),
            words=wish["words"],
            day=wish["day"],
            reply_by=wish["reply_by"],
            state=RequestState.ASKED,
        )
        yield Change(REQUEST.name, clock.kin(wish.id, wish.scope), wish.scope, spread(draft))
