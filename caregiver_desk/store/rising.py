"""What was released goes up: the one moment at which a wish that two people keep becomes a request.

Decision. It is written when a bundle for a coordinator is made and not when it is released. Lines of a stream travel
without a gap, so what was written once for the coordinator's eyes would travel also where it was taken back in the
meantime. What this book may not write (its owner has left that team) stays where it is; so does a wish of which two
laptops disagree, until somebody settles it, and one whose request a coordinator erased, or that names who was erased.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caregiver_desk import clock
from caregiver_desk.records.record import spread
from caregiver_desk.records.requests import ASKING, REQUEST, RequestDraft, RequestSort, RequestState, Theme
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
    mine = (each for each in released if standing.may_write(book.laptop, each.scope))
    here = (each for each in mine if standing.lives_in(each.id, each.scope) and not each.quarrels)
    return [each for each in here if not went_up(book, each) and _is_known(book, each)]


def _is_known(book: Book, wish: Leaf) -> bool:
    """Whether all whom it would name are known here: a line that names who was erased is never written."""
    named = wish["caregiver"] if wish["named"] else None
    team = questions.knows(book, "team", str(wish["team"]))
    return team and (named is None or questions.knows(book, "person", str(named)))


def rise(book: Book) -> None:
    """Write the requests that were released."""
    if changes := list(_requests(book)):
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
