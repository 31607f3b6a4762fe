"""The numbers that stay of what is removed, and sums that hold whatever was (what may stay: practice/remaining).

They are written in the save that removes, in the team's own scope, so that its sums stay what they were in every book
that reads of it; never in the scope of two people, which would say whose they were.

Two coordinators who remove the same records before either heard of the other count them twice: a book cannot know that,
because no count says which records it is of. Both counts stand there, with who wrote them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from typing import NamedTuple

from caregiver_desk.acts.keeping import new_in
from caregiver_desk.practice.remaining import Cell, Trace, cells
from caregiver_desk.practice.retention import Action, rules
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import Kind
from caregiver_desk.records.retention import REMOVED_COUNT, Kept, RemovedCountDraft
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf

COUNTED = frozenset(rule.kind for rule in rules() if rule.action is Action.DE_IDENTIFY)


def counts_of(book: Book, leaves: Collection[Leaf]) -> list[Change]:
    """The changes that keep how many there are of these, which are about to be removed."""
    teams = _teams(book)
    told = [_trace(book, leaf, teams) for leaf in leaves if leaf.kind in COUNTED]
    return [_counted(book, each, teams) for each in cells(told)]


class Teams(NamedTuple):
    """Scopes of teams, the other way round as well, and from when to when somebody worked in which, the last first."""

    of_scope: dict[str, str]
    scope: dict[str, str]
    of_person: dict[str, list[tuple[str, str, str]]]

    def of(self, person: str, day: str) -> str:
        """The team in which somebody worked on a day, else the last one: what is counted must not move with her."""
        worked = self.of_person.get(person, [])
        then = (team for team, since, until in worked if day and since <= day <= (until or day))
        return next(then, worked[0][0] if worked else "")


def _teams(book: Book) -> Teams:
    scopes = {leaf.id: leaf.scope for leaf in questions.listing(book, "team", limit=EVERY)}
    worked = questions.facts(book, "engagement", ("person", "team", "since", "until"), {"role": Role.CAREGIVER})
    of_person: dict[str, list[tuple[str, str, str]]] = {}
    for _, person, team, since, until in sorted(worked, key=lambda row: row[3] or "", reverse=True):
        of_person.setdefault(person or "", []).append((team or "", since or "", until or ""))
    return Teams({scope: team for team, scope in scopes.items()}, scopes, of_person)


def _trace(book: Book, leaf: Leaf, teams: Teams) -> Trace:
    kind = KINDS[leaf.kind]
    person = book.shown(str(leaf[kind.about] or ""))
    home = str(leaf["household"] or "") if "household" in kind.fields else ""
    day = str(leaf[kind.when] or "")
    team = teams.of_scope.get(leaf.scope) or teams.of(person, day)
    return Trace(leaf.kind, team, day, person, book.shown(home))


def _counted(book: Book, cell: Cell, teams: Teams) -> Change:
    """Where no team is known, it stands with the site of who removes."""
    known = {"team": cell.team} if cell.team in teams.scope else {}
    draft = RemovedCountDraft(what=Kept(cell.what), number=cell.number, period=cell.period or None, **known)
    return new_in(teams.scope.get(cell.team, book.site), REMOVED_COUNT, draft)


class Sum(NamedTuple):
    """Records of a kind and team in a period: those that are here, and those that were removed."""

    what: str
    team: str
    period: str
    here: int
    removed: int


def sums(book: Book, letters: int) -> list[Sum]:
    """How many there ever were, by so many letters of their day: 0 all together, 4 by year, 7 by month.

    What was removed at no told time, or in a year whose month is not told, stands under what is told of it.
    """
    here, removed = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
    teams = _teams(book)
    for name in sorted(COUNTED):
        here.update((name, team, day[:letters]) for team, day in _here(book, KINDS[name], teams))
    for leaf in questions.listing(book, REMOVED_COUNT.name, limit=EVERY):
        what, team, period = str(leaf["what"]), str(leaf["team"] or ""), str(leaf["period"] or "")
        removed[what, team, period[:letters]] += int(leaf["number"] or 0)
    return [Sum(*each, here[each], removed[each]) for each in sorted({*here, *removed})]


def _here(book: Book, kind: Kind, teams: Teams) -> Iterator[tuple[str, str]]:
    """The team and the day of each record that is not removed."""
    for leaf in questions.listing(book, kind.name, limit=EVERY):
        trace = _trace(book, leaf, teams)
        yield trace.team, trace.day
