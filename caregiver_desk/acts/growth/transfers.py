"""An interest in another team or role, days of shadowing, and the move once it is accepted.

What was let known to the present team is not undone: other books keep what came. Whoever takes their wish back takes it
back there too, as something withdrawn, and the team may be told anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.growth.roads import asks_for
from caregiver_desk.acts.keeping import Wish, edit, keep, new_in, scope_to_write, tell, withdrawn
from caregiver_desk.acts.people.handing_over import moving
from caregiver_desk.errors import NothingAsked, NotUnderstood, TeamKnowsAlready
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.growth.transfers import KNOWN_MOVE, MOVE_INTEREST, SHADOW_DAY, MoveState
from caregiver_desk.records.journal import WITHDRAWN
from caregiver_desk.records.people.people import ENGAGEMENT, Role
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


def says_where(wish: Wish) -> None:
    """To another team, or into another role."""
    if not (wish["to_team"] or wish["to_role"]):
        raise NotUnderstood(field=say(MOVE_INTEREST.fields["to_team"].label), reason=say("a team or a role"))


def elsewhere(wish: Wish) -> None:
    """Whoever shadows goes to another team: a day in one's own is told to nobody who should not hear of it."""
    if wish["team"] in {each["team"] for each in _works(wish.book, str(wish["person"]))}:
        raise NotUnderstood(field=say(SHADOW_DAY.fields["team"].label), reason=say("this is the present team"))


def said_by_its_act(wish: Wish) -> None:
    """That their team knows, and that they moved, is said by doing it."""
    if "told_team" in wish.changed:
        raise NotUnderstood(field=say(MOVE_INTEREST.fields["told_team"].label), reason=say("by “tell_their_team”"))
    if "state" in wish.changed and wish["state"] == MoveState.ACCEPTED:
        raise NotUnderstood(field=say(MOVE_INTEREST.fields["state"].label), reason=say("by “accept_transfer”"))


def known_no_longer(wish: Wish) -> Iterator[Change]:
    """A wish that is taken back stands with their team no longer."""
    if "state" in wish.changed and wish["state"] == MoveState.TAKEN_BACK:
        leaf = questions.get(wish.book, MOVE_INTEREST.name, wish.record)
        yield from _untold(wish.book, leaf)
        yield from (each for each in [edit(wish.book, leaf, {"told_team": False})] if each.fields)


def _untold(book: Book, wish: Leaf) -> Iterator[Change]:
    """What their team heard of this wish; where that was another place by then, all that it heard."""
    if wish["told_team"]:
        heard = questions.listing(book, KNOWN_MOVE.name, {"person": str(wish["person"])}, limit=EVERY)
        same = [each for each in heard if all(each[name] == wish[name] for name in ("to_team", "to_role"))]
        for each in same or heard:
            yield Change(each.kind, each.id, scope_to_write(book, each), {WITHDRAWN: True})


keep(
    MOVE_INTEREST,
    "growth",
    said_by_its_act,
    asks_for(Road.TRANSFERS),
    says_where,
    follows=known_no_longer,
    verbs=("record", "change"),
    labels={"record": "Note an interest in a move"},
)
keep(SHADOW_DAY, "growth", asks_for(Road.TRANSFERS), elsewhere, labels={"record": "Record a day of shadowing"})
keep(KNOWN_MOVE, "growth", verbs=("withdraw",))


def _works(book: Book, person: str) -> list[Leaf]:
    found = questions.listing(book, ENGAGEMENT.name, {"person": book.shown(person)}, limit=EVERY)
    return [each for each in found if not each["until"]]


@act("Withdraw interest in a move", subject="growth")
def withdraw_move_interest(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """It was noted wrongly: what their team heard of it is withdrawn with it."""
    return withdrawn(book, MOVE_INTEREST, id, _untold(book, questions.get(book, MOVE_INTEREST.name, id)))


@act("Let their team know of it", subject="growth")
def tell_their_team(book: Book, *, person: str) -> Outcome:
    """With their yes, their present team hears where they would like to go, and none of their words.

    Taken back, it is withdrawn there; what was read was read. Raises NothingAsked or TeamKnowsAlready.
    """
    wish = _last(_wishes(book, person))
    if wish["told_team"]:
        raise TeamKnowsAlready
    works = _works(book, str(wish["person"]))
    if not works:
        raise NotUnderstood(field=say(KNOWN_MOVE.fields["team"].label), reason=say("they work in no team now"))
    team = questions.get(book, "team", str(works[0]["team"]))
    told = {"team": team.id, "day": clock.today(), **{name: wish[name] for name in ("person", "to_team", "to_role")}}
    known = new_in(scope_to_write(book, team), KNOWN_MOVE, understood(KNOWN_MOVE.draft, told))
    changes = [known, edit(book, wish, {"told_team": True})]
    saved = ledger.append(book, "tell_their_team", changes, undoable=False)
    return tell(saved, say("Their team hears of it with the next bundle. Their words stay here."), known.record)


def _last(found: Sequence[Leaf]) -> Leaf:
    if not found:
        raise NothingAsked
    return max(found, key=lambda each: (str(each["day"]), each.id))


def _wishes(book: Book, person: str) -> list[Leaf]:
    """What they asked for and nobody answered; once their team knows, the answer stands in what it knows."""
    where = {"person": book.shown(person), "state": MoveState.ASKED.value}
    found, waiting = questions.listing(book, MOVE_INTEREST.name, where, limit=EVERY), _known(book, person)
    return [each for each in found if waiting or not each["told_team"]]


def _known(book: Book, person: str) -> list[Leaf]:
    """What their team was let know and nobody answered, in whichever book it was said."""
    found = questions.listing(book, KNOWN_MOVE.name, {"person": book.shown(person)}, limit=EVERY)
    return [each for each in found if not each["until"]]


@act("Accept a transfer", subject="growth", role=Role.COORDINATOR)
def accept_transfer(book: Book, *, person: str, team: str | None = None, since: date | None = None) -> Outcome:
    """They work in the team they asked for, or in this one, from this day on; their homes wait to be placed.

    They asked here, or where their supervisor let it be known: then the answer goes to that book. The answer and the
    move are one save, and one undo takes all of it back. Raises NothingAsked, and what moving a caregiver raises; then
    nothing is changed.
    """
    wishes, known = _wishes(book, person), _known(book, person)
    asked = _last([*wishes, *known])
    there = team or str(asked["to_team"] or "")
    if not there:
        raise NotUnderstood(field=say(MOVE_INTEREST.fields["to_team"].label), reason=say("say to which team"))
    moved, day = moving(book, str(asked["person"]), there, since), since or clock.today()
    answered = [
        edit(book, each, {"state": MoveState.ACCEPTED}) for each in wishes if each["told_team"] or each.id == asked.id
    ]
    answered += [edit(book, each, {"until": day}) for each in known]
    saved = ledger.append(book, "accept_transfer", [*moved.changes, *answered])
    return tell(saved, moved.sentence, moved.person)
