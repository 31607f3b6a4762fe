"""Homes are shared out: some of them to one caregiver, or many to several at once.

Decision. What is tried out before is nobody's record; only what is done is saved, as one act with one undo. What the
next caregiver needs to begin, and the day on which two of them go together, stand with each home. More homes than a
support plan arranges for now are told of, and given all the same: whoever shares out knows why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.asking import Holds, some
from caregiver_desk.acts.keeping import in_order, new, tell, wished
from caregiver_desk.acts.visits.capped import arranged_with, too_many
from caregiver_desk.acts.visits.households import at_work, cleared, ended, standing, taken
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.practice.visits import numbers
from caregiver_desk.practice.visits.load import NOTHING
from caregiver_desk.records.visits.households import ASSIGNMENT, AssignmentDraft, Ended
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.wording import count, say

MOVED = ("household", "caregiver", "handover", "joint_visit")
Moves = Annotated[list[dict[str, Any]], Holds(lambda: some(AssignmentDraft, MOVED), many=True)]


@act("Share out homes", subject="households")
def share_out(
    book: Book,
    *,
    households: list[str],
    to: str,
    since: date | None = None,
    handover: str = "",
    joint_visit: date | None = None,
) -> Outcome:
    """From this day on this caregiver visits all of these homes, each under the next free number. One undo for all.

    What is handed on and the visit that two of them make together are noted with each home. Any home that she may not
    be given is refused by name before anything is changed.
    """
    moves = [{"household": each, "caregiver": to} for each in dict.fromkeys(map(book.shown, households))]
    return _share_out(book, "share_out", moves, since, handover, joint_visit)


@act("Share out homes by load", subject="households")
def share_out_anew(
    book: Book, *, moves: Moves, since: date | None = None, handover: str = "", joint_visit: date | None = None
) -> Outcome:
    """From this day on each of these homes is visited by the caregiver beside it. One undo for all.

    What is handed on and a first visit together are noted with each home; where one has its own, that stands there.
    """
    return _share_out(book, "share_out_anew", moves, since, handover, joint_visit)


def _share_out(
    book: Book,
    name: str,
    moves: Sequence[Mapping[str, Any]],
    since: date | None,
    handover: str,
    joint_visit: date | None,
) -> Outcome:
    for_all = {"handover": handover or None, "joint_visit": joint_visit, "since": since or clock.today()}
    drafts = [understood(AssignmentDraft, {**for_all, **each}) for each in moves]
    _each_once(book, drafts)
    saved = ledger.append(book, name, list(_changes(book, drafts)))
    people = list(dict.fromkeys(each.caregiver for each in drafts))
    return tell(saved, " ".join(_told(book, drafts, people)), people[0] if len(people) == 1 else "")


def _each_once(book: Book, drafts: Sequence[AssignmentDraft]) -> None:
    label = say(ASSIGNMENT.fields["household"].label)
    if not drafts:
        raise NotFilledIn(fields=label)
    if len({book.shown(each.household) for each in drafts}) < len(drafts):
        raise NotUnderstood(field=label, reason=say("one home stands there twice"))


def _changes(book: Book, drafts: Iterable[AssignmentDraft]) -> Iterator[Change]:
    given: dict[str, set[int]] = {}
    for draft in drafts:
        wish, hers = wished(book, draft), given.setdefault(draft.caregiver, set())
        for rule in (in_order(), at_work, cleared):
            rule(wish)
        number = numbers.next_free(taken(wish) | hers)
        hers.add(number)
        yield from ended(wish, Ended.HANDOVER)
        yield new(book, ASSIGNMENT, draft.model_copy(update={"short_number": number}))


def _told(book: Book, drafts: Sequence[AssignmentDraft], people: Sequence[str]) -> Iterator[str]:
    names, plans = questions.names_of(book, people), arranged_with(book, people)
    given = Counter(each.caregiver for each in drafts)
    for each in people:
        name = names.get(each, "")
        yield count("{number} home is {name}’s now.", "{number} homes are {name}’s now.", given[each], name=name)
    day = max(drafts[0].since or clock.today(), clock.today())
    for each in people:
        yield from too_many(names.get(each, ""), len(standing(book, each, day)), plans.get(each, NOTHING))
