"""Retention: what has been kept as long as it should be, and its removal, when somebody says so.

Decision. A question lists what is due, by person and kind. Removing is the same erasure as any other, on the ground
that the time of these records has ended: a coordinator's is final and travels, anybody else's hides and asks. Only what
is due now can be removed by it, so that no list that was made long ago, or by hand, removes anything else. Nothing is
ever removed by itself. Nor is anything while its time is only suggested: a coordinator confirms the times first (see
times). Of work and talks a number stays that names nobody (see remaining).

Consequences. What a coordinator was never sent (the words of a pair) is erased in the books that hold it, when his
statement comes there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import scope_to_write
from caregiver_desk.acts.remaining import counts_of
from caregiver_desk.acts.times import times_of
from caregiver_desk.errors import NotConfirmed, NotDue
from caregiver_desk.practice.retention import REMOVES, Action, Rule, Starts
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import EngagementState, Role
from caregiver_desk.records.record import Kind
from caregiver_desk.records.sharing.standing import Ground, Statement
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import count, say

GONE = frozenset({EngagementState.LEFT, EngagementState.DECEASED})


class Due(NamedTuple):
    """Records of one kind about one person whose time has ended. `start` is when it began to run, `ended` its end.

    `confirmed` is the day on which the organisation confirmed the time; None where it is only suggested.
    """

    kind: str
    person: str
    starts: Starts
    start: date
    ended: date
    action: Action
    ids: tuple[str, ...]
    confirmed: date | None = None


def due(book: Book, today: date) -> list[Due]:
    """Everything whose time has ended, what ended first at the head. While nobody knows the day, nothing is."""
    if clock.in_doubt():
        return []
    over = Over(_left(book), _plans_ended(book))
    found = [
        each._replace(confirmed=time.day) for time in times_of(book) for each in _due(book, time.rule, over, today)
    ]
    return sorted(found, key=lambda each: (each.ended, each.person, each.kind))


class Over(NamedTuple):
    """Who left, and whose support ended, and when."""

    left: Mapping[str, date]
    ended: Mapping[str, date]


def _due(book: Book, rule: Rule, over: Over, today: date) -> Iterator[Due]:
    apart: dict[tuple[str, Starts, date], list[str]] = {}
    for each in _starts(book, rule, KINDS[rule.kind], over):
        if rule.ends(each.start) <= today:
            apart.setdefault((each.person, each.starts, each.start), []).append(each.record)
    for (person, starts, start), ids in apart.items():
        yield Due(rule.kind, person, starts, start, rule.ends(start), rule.action, tuple(sorted(ids)))


class Began(NamedTuple):
    """Where the time of one record began to run."""

    record: str
    person: str
    starts: Starts
    start: date


def _starts(book: Book, rule: Rule, kind: Kind, over: Over) -> Iterator[Began]:
    """Of each record that has a start. What came after support ended, or after she left, is no part of what ended."""
    if rule.starts is Starts.OWN_DAY:
        for record, person, on in _own_days(book, kind, {"state": rule.once} if rule.once else None):
            if on:
                yield Began(record, person or "", rule.starts, date.fromisoformat(on))
        return
    ended = over.ended if rule.starts is Starts.PLAN_ENDED else {}
    concerned = {kind.about: [*over.left, *ended]}
    for record, told, stored in _with_days(book, kind, concerned):
        person = str(told)
        day = date.fromisoformat(stored) if stored else date.min
        if person in ended and day <= ended[person]:
            yield Began(record, person, Starts.PLAN_ENDED, ended[person])
        elif person in over.left:
            yield Began(record, person, Starts.LEAVING, max(over.left[person], day))


def _own_days(book: Book, kind: Kind, where: Mapping[str, Any] | None) -> Iterator[tuple[str, str | None, str | None]]:
    """Each record of a kind with whom it is about and its day; a concern names nobody."""
    if not kind.about:  # a concern, of whatever sort
        yield from ((record, "", day) for record, day in questions.facts(book, kind.name, ("noticed",)))
    else:
        yield from _with_days(book, kind, where)


def _with_days(
    book: Book, kind: Kind, where: Mapping[str, Any] | None = None
) -> Iterator[tuple[str, str | None, str | None]]:
    """Each record with whom it is about and its day; what stands on no timeline has none."""
    names = (kind.about, *filter(None, [kind.when]))
    for record, person, *day in questions.facts(book, kind.name, names, where):
        yield record, person, next(iter(day), None)


def _left(book: Book) -> dict[str, date]:
    """Who works here no more, and her last day. Of who left without a day nothing is said."""
    days: dict[str, list[str | None]] = {}
    for _, person, until, state in questions.facts(book, "engagement", ("person", "until", "state")):
        over = until if state in GONE or (until and until < clock.today().isoformat()) else None
        days.setdefault(person or "", []).append(over)
    return _last(days)


def _plans_ended(book: Book) -> dict[str, date]:
    """The end of each one's last support plan, none being open."""
    days: dict[str, list[str | None]] = {}
    for _, person, ended in questions.facts(book, "support_plan", ("caregiver", "ended")):
        days.setdefault(person or "", []).append(ended)
    return _last(days)


def _last(days: Mapping[str, Iterable[str | None]]) -> dict[str, date]:
    """The last day of each; of who has one that is not over, none."""
    ended = {person: [day for day in found if day] for person, found in days.items() if all(found)}
    return {person: date.fromisoformat(max(found)) for person, found in ended.items() if person and found}


@act("Remove what was kept long enough", subject="retention")
def remove_expired(book: Book, *, ids: list[str]) -> Outcome:
    """Erase records whose time has ended; only what is due now, and nothing that is only to be reviewed.

    Raises NotDue for anything else, and NotConfirmed where the time is only suggested. A coordinator's erasure is
    final and travels; of work and talks how many there were stays.
    """
    leaves = may_go(book, ids)
    final = book.role == Role.COORDINATOR
    if not final:
        for leaf in leaves:
            scope_to_write(book, leaf)
    if not leaves:
        return Outcome(say("Nothing was chosen, so nothing was removed."))
    ground = {"ground": Ground.RETENTION}
    stated = [Change(Statement.ERASURE, Statement.ERASURE.about(leaf.id), "", ground) for leaf in leaves]
    kept = counts_of(book, leaves) if final else []
    saved = ledger.append(book, "remove_expired", [*kept, *stated], undoable=False)
    return Outcome(_told(len(stated), final=final), saved.touched)


def may_go(book: Book, ids: Iterable[str]) -> list[Leaf]:
    """The records that are asked for, each once. Raises NotDue or NotConfirmed."""
    asked = dict.fromkeys(ids)
    offered = {record: each for each in due(book, clock.today()) if each.action in REMOVES for record in each.ids}
    if wrong := [record for record in asked if record not in offered]:
        raise NotDue(number=len(wrong))
    if unsure := {offered[record].kind for record in asked if offered[record].confirmed is None}:
        raise NotConfirmed(kinds=", ".join(say(KINDS[name].plural) for name in sorted(unsure)))
    return [questions.get(book, offered[record].kind, record) for record in asked]


def _told(number: int, *, final: bool) -> str:
    if final:
        return count("Erased for good: {number} record.", "Erased for good: {number} records.", number)
    return count(
        "Hidden: {number} record. A coordinator was asked to erase it.",
        "Hidden: {number} records. A coordinator was asked to erase them.",
        number,
    )
