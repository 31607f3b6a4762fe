"""Groups: who belongs to one, a session with its decisions, and what is expected of everybody in a team."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.asking import Holds, partly, some
from caregiver_desk.acts.growth.cohorts import taking_part
from caregiver_desk.acts.keeping import (
    Wish,
    edit,
    in_order,
    keep,
    new_in,
    scope_to_write,
    tell,
    whose,
    wished,
    wished_of,
)
from caregiver_desk.acts.sharing.sharing import standing_of
from caregiver_desk.acts.supervision.supervision import dropped_with_its_reason
from caregiver_desk.errors import NotOfACourse, NotOfTheSet, NotUnderstood, OnlyCounted, OnlyWhoBegan
from caregiver_desk.practice.due import GONE
from caregiver_desk.practice.supervision.groups import OF_THE_TEAM, only_counted
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import Draft, Kind
from caregiver_desk.records.supervision.groups import (
    ATTENDANCE,
    CIRCLE,
    CIRCLE_DECISION,
    CIRCLE_MEMBER,
    CIRCLE_SESSION,
    EXPECTATIONS,
    LEARNING_TURN,
    CircleDecisionDraft,
    CircleSessionDraft,
    GroupSort,
    LearningTurnDraft,
)
from caregiver_desk.records.supervision.supervision import PromiseState
from caregiver_desk.store import authors, circles, ledger, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, say

DECIDED = ("owner", "what", "due")
BROUGHT = ("presenter", "question", "action")
SETTLED = ("state", "why_dropped")
OF_THE_SESSION = ("circle", "day")
_NAMES = {
    "circle_member": "person",
    "attendance": "person",
    "circle_decision": "owner",
    "circle_session": "facilitator",
    "learning_turn": "presenter",
}


def counts_only(circle: Leaf) -> bool:
    """Whether nobody is named in this group."""
    return only_counted(GroupSort(circle["sort"]), by_caregivers=bool(circle["by_caregivers"]))


def nobody_named(*names: str) -> Any:
    """The rule that in a group of which heads are counted only, nobody stands in these fields."""

    def rule(wish: Wish) -> None:
        if any(wish[each] for each in names) and counts_only(_circle_of(wish)):
            raise OnlyCounted

    return rule


def of_its_group(wish: Wish) -> None:
    """What belongs to a session stands under the group of that session: else it could name who is only counted."""
    session = questions.get(wish.book, "circle_session", str(wish["session"])) if wish["session"] else None
    if session is not None and session["circle"] != _circle_of(wish).id:
        raise NotUnderstood(field=say(ATTENDANCE.fields["session"].label), reason=say("this is of another group"))


def stays_with_its_group(wish: Wish) -> None:
    """Who came and what was decided stand under the group as well: a session is not moved away from them."""
    if wish.record and "circle" in wish.changed:
        field = say(CIRCLE_SESSION.fields["circle"].label)
        raise NotUnderstood(field=field, reason=say("this is of another group"))


def nobody_named_before(wish: Wish) -> None:
    """A group becomes one of which heads are counted only once no name stands in it."""
    by_caregivers = bool(wish["by_caregivers"])
    if not wish.record or not only_counted(GroupSort(wish["sort"]), by_caregivers=by_caregivers):
        return
    if wish.changed & {"sort", "by_caregivers"} and any(
        each[name]
        for kind, name in _NAMES.items()
        for each in questions.listing(wish.book, kind, {"circle": wish.record}, limit=EVERY)
    ):
        raise OnlyCounted


def among_members(wish: Wish) -> None:
    """What is brought to a set is brought by one of its members. Who is nobody is refused later."""
    circle = _circle_of(wish)
    if circle["sort"] != GroupSort.LEARNING:
        reason = say("only an action learning set has this")
        raise NotUnderstood(field=say(LEARNING_TURN.fields["circle"].label), reason=reason)
    presenter = str(wish["presenter"])
    if questions.knows(wish.book, "person", presenter):
        need_member(wish.book, circle, wish.book.shown(presenter))


@whose
def by_a_member(wish: Wish) -> None:
    """What is brought to a set is written by one of its members."""
    need_member(wish.book, _circle_of(wish), wish.book.person)


@whose
def at_their_own_laptop(wish: Wish) -> None:
    """Who has a laptop in the set writes there what they bring: nobody says it for them, or takes it out."""
    circle, presenter = _circle_of(wish), wish.book.shown(str(wish["presenter"]))
    theirs = presenter != wish.book.person and presenter in elsewhere(wish.book, circle)
    if theirs or (wish.record and brought_elsewhere(wish.book, wish.record)):
        reason = say("it is written at another laptop in this set")
        raise NotUnderstood(field=say(LEARNING_TURN.fields["presenter"].label), reason=reason)


@whose
def by_who_began(wish: Wish) -> None:
    """Who belongs to a set among several laptops, and whether there is one, is said by who began it."""
    circle = str(wish["circle"] or wish.record)
    if circle:
        need_to_have_begun(wish.book, questions.get(wish.book, CIRCLE.name, circle))


def need_member(book: Book, circle: Leaf, person: str) -> None:
    """Raises NotOfTheSet for who does not belong to it."""
    if person not in belonging(book, circle):
        raise NotOfTheSet


def _circle_of(wish: Wish) -> Leaf:
    return questions.get(wish.book, "circle", str(wish["circle"]))


_DECIDING = (nobody_named("owner"), dropped_with_its_reason)
_BRINGING = (at_their_own_laptop, among_members, by_a_member, of_its_group)
_HOLDING = (nobody_named("facilitator"), in_order("day", "next_day"))
keep(CIRCLE, "supervision", in_order(), nobody_named_before, by_who_began, labels={"record": "Start a group"})
keep(CIRCLE_MEMBER, "supervision", nobody_named("person"), in_order(), by_who_began)
keep(CIRCLE_SESSION, "supervision", *_HOLDING, stays_with_its_group)
keep(ATTENDANCE, "supervision", nobody_named("person"), of_its_group)
keep(CIRCLE_DECISION, "supervision", *_DECIDING, of_its_group)
keep(LEARNING_TURN, "supervision", *_BRINGING)
keep(EXPECTATIONS, "supervision", labels={"record": "Write what is expected"})


# --- who belongs to it


def belonging(book: Book, circle: Leaf) -> list[str]:
    """Who belongs to it now, by name: of a team's own groups whoever works in the team; nobody who has left."""
    if counts_only(circle):
        return []
    if circle["sort"] in OF_THE_TEAM:
        return in_team(book, str(circle["team"]))
    if circle["sort"] == GroupSort.COURSE:
        return taking_part(book, circle.id)
    members = [str(each["person"]) for each in members_of(book, circle.id)]
    works = questions.listing(book, "engagement", {"person": members}, limit=EVERY)
    known, here = {each["person"] for each in works}, {each["person"] for each in works if _at_work(each)}
    let_in = [book.person] if is_let_in(book, circle) else []
    return by_name(book, [*(each for each in members if each in here or each not in known), *let_in])


def is_let_in(book: Book, circle: Leaf) -> bool:
    """Whether this book's owner belongs to a set among several laptops because somebody let them in."""
    by_name = not clock.founded(book.key, circle.scope) and standing_of(book).is_let_in(book.key, circle.scope)
    return by_name and is_shared(book, circle)


def need_to_have_begun(book: Book, circle: Leaf) -> None:
    """Raises OnlyWhoBegan for a set among several laptops that somebody else began."""
    if not says_who_belongs(book, circle):
        raise OnlyWhoBegan


def says_who_belongs(book: Book, circle: Leaf) -> bool:
    """Whether this book's owner says it: of a set among several laptops who began it, also with a new key."""
    if not is_shared(book, circle) or clock.founded(book.key, circle.scope):
        return True
    return book.person in {author.person for author, _ in authors.written(book, circle.kind, circle.id)}


def is_shared(book: Book, circle: Leaf) -> bool:
    """Whether it is a set among several laptops."""
    with book.reading() as cursor:
        return circle.scope in circles.sets(cursor)


def elsewhere(book: Book, circle: Leaf) -> dict[str, str]:
    """Who belongs to a set with a laptop of their own, by the person on their card: what they are called."""
    if not is_shared(book, circle):
        return {}
    standing, others = standing_of(book), [each for each in partners.known(book) if each.key != book.key]
    return {book.shown(each.person): each.name for each in others if standing.is_let_in(each.key, circle.scope)}


def brought_elsewhere(book: Book, turn: str) -> bool:
    """Whether a turn was brought at a laptop that belongs to the set still, by whoever sits there."""
    leaf = questions.get(book, LEARNING_TURN.name, turn)
    circle = questions.get(book, CIRCLE.name, str(leaf["circle"]))
    if book.shown(str(leaf["presenter"])) == book.person or not is_shared(book, circle):
        return False
    written = authors.written(book, leaf.kind, leaf.id)
    keys, standing = {author.key for author, held in written if "presenter" in held.line.fields}, standing_of(book)
    return book.key not in keys and any(standing.is_let_in(each, leaf.scope) for each in keys)


def members_of(book: Book, circle: str) -> list[Leaf]:
    """The memberships that have not ended."""
    return [
        each
        for each in questions.listing(book, "circle_member", {"circle": circle}, limit=EVERY)
        if each["until"] is None
    ]


def in_team(book: Book, team: str) -> list[str]:
    """The caregivers who work in a team now, by name."""
    works = questions.listing(book, "engagement", {"team": team, "role": Role.CAREGIVER}, limit=EVERY)
    return by_name(book, [str(each["person"]) for each in works if _at_work(each)])


def by_name(book: Book, people: Iterable[str]) -> list[str]:
    names = questions.names_of(book, list(dict.fromkeys(people)))
    return sorted(names, key=lambda each: names[each].casefold())


def _at_work(engagement: Leaf) -> bool:
    return engagement["until"] is None and engagement["state"] not in GONE


@act("Say who belongs to a group", subject="supervision")
def set_members(book: Book, *, circle: str, people: list[str], day: date | None = None) -> Outcome:
    """These people and no others belong to it from this day on. Raises OnlyCounted where nobody is named.

    Of a course that is said by its course group: raises NotOfACourse. Of a set that somebody let you into it is said by
    who began it: raises OnlyWhoBegan.
    """
    group = questions.get(book, "circle", circle)
    if people and counts_only(group):
        raise OnlyCounted
    if group["sort"] == GroupSort.COURSE:
        raise NotOfACourse
    need_to_have_begun(book, group)
    wanted, here = [book.shown(each) for each in dict.fromkeys(people)], members_of(book, circle)
    known, began = {str(each["person"]) for each in here}, day or clock.today()
    joined = [
        _new(book, CIRCLE_MEMBER, {"circle": circle, "person": each, "since": began})
        for each in wanted
        if each not in known
    ]
    changes = [*joined, *(edit(book, each, {"until": began}) for each in here if each["person"] not in wanted)]
    if not changes:
        return Outcome(say("Nothing was different, so nothing was saved."), record=circle)
    told = count("{number} person belongs to it now.", "{number} people belong to it now.", len(wanted))
    return tell(ledger.append(book, "set_members", changes), told, circle)


# --- a session


@act("Record a meeting", subject="supervision")
def hold_session(
    book: Book,
    *,
    circle: str,
    day: date,
    came: list[str] | None = None,
    words: Annotated[dict[str, Any] | None, Holds(lambda: partly(CircleSessionDraft, without=OF_THE_SESSION))] = None,
    decisions: Annotated[
        list[dict[str, Any]] | None, Holds(lambda: some(CircleDecisionDraft, DECIDED), many=True)
    ] = None,
    settled: dict[str, dict[str, Any]] | None = None,
    brought: Annotated[dict[str, Any] | None, Holds(lambda: partly(LearningTurnDraft))] = None,
) -> Outcome:
    """A group met: who came, what was decided, and what became of earlier decisions, in one save.

    `came` are ids of people; where nobody is named, `number` among the `words` says how many came. `settled` says by id
    what became of an earlier decision, or of what somebody took away from a set. `brought` is what one member brings to
    a set now. Raises OnlyCounted and NotOfTheSet.
    """
    group = questions.get(book, "circle", circle)
    here = [book.shown(each) for each in dict.fromkeys(came or ())]
    told = {**(words or {}), "circle": circle, "day": day, **({"number": len(here)} if here else {})}
    session = _new(book, CIRCLE_SESSION, told, *_HOLDING)
    of_it = {"circle": circle, "session": session.record}
    ticks = [_new(book, ATTENDANCE, {**of_it, "person": each, "day": day}, nobody_named("person")) for each in here]
    made = [_new(book, CIRCLE_DECISION, {**of_it, **each}, *_DECIDING) for each in decisions or ()]
    turn = [_brought(book, {**of_it, "day": day, **brought})] if brought else []
    changes = [session, *ticks, *made, *turn, *_settled(book, group, settled or {})]
    return tell(ledger.append(book, "hold_session", changes), _said(told.get("number"), made), session.record)


def _brought(book: Book, told: Mapping[str, Any]) -> Change:
    """A turn, with what its presenter is called: a member elsewhere may not know them by an id."""
    presenter = str(told.get("presenter", ""))
    called = questions.names_of(book, [presenter]).get(book.shown(presenter))
    return _new(book, LEARNING_TURN, {**told, "called": called}, at_their_own_laptop, among_members, by_a_member)


def _said(came: int | None, made: Sequence[Change]) -> str:
    """What was saved, in numbers."""
    here = count("{number} came.", "{number} came.", came) if came is not None else ""
    decided = count("{number} decision.", "{number} decisions.", len(made)) if made else ""
    return " ".join(each for each in (say("Meeting saved."), here, decided) if each)


def _settled(book: Book, group: Leaf, settled: Mapping[str, Mapping[str, Any]]) -> Iterator[Change]:
    """What became of what was decided, or taken away, before."""
    known = {each.id: each for kind in ("circle_decision", "learning_turn") for each in open_of(book, kind, group.id)}
    for record, fields in settled.items():
        if record not in known:
            raise NotUnderstood(field="settled", reason=say("this is not open in this group"))
        leaf = known[record]
        for rule in (dropped_with_its_reason,) if leaf.kind == "circle_decision" else (at_their_own_laptop,):
            rule(wished_of(book, leaf, fields))
        change = edit(book, leaf, {name: fields[name] for name in SETTLED if name in fields})
        if change.fields:
            yield change


def open_of(book: Book, kind: str, circle: str) -> list[Leaf]:
    """What was decided in this group, or taken away from it, and is still open; the one that is due first."""
    found = questions.listing(book, kind, {"circle": circle, "state": PromiseState.OPEN}, limit=EVERY)
    return sorted(found, key=lambda each: (each["due"] or "9", each.id))


def _new(book: Book, kind: Kind, fields: Mapping[str, Any], *rules: Any) -> Change:
    """A new record of a group, if its rules allow it."""
    draft: Draft = understood(kind.draft, {name: value for name, value in fields.items() if value is not None})
    for rule in rules:
        rule(wished(book, draft))
    return new_in(scope_to_write(book, questions.get(book, "circle", str(fields["circle"]))), kind, draft)
