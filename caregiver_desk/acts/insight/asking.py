"""What a question of an indicator finds in a book: records of a kind, or what a rule of the practice finds.

Decision. Whatever is asked, the answer has one shape: something stands under a day, in a team, and a person stands
behind it. So a figure, its parts by team and month, its split and the list of what it was counted from all come of the
same answer. Records of a kind are counted in the store and come back in groups; a rule gives them one by one. A rule
is one function with a name that stands in the data (`asked/`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property, wraps
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.insight.areas import Areas, areas_of
from caregiver_desk.acts.insight.reach import fields
from caregiver_desk.acts.keeping import period
from caregiver_desk.acts.norms import closed_in, norms_of
from caregiver_desk.errors import NotUnderstood, UnknownField
from caregiver_desk.practice.insight.indicators import Question
from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.spans import Span
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import Field, Kind, known_fields
from caregiver_desk.store import counting, histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.histories import Said
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


class Found(NamedTuple):
    """So many of one sort: records of a kind (`id` where it is one), under a day or a month, in a team, of a person."""

    kind: str
    id: str = ""
    day: str = ""
    who: str = ""
    team: str = ""
    group: str = ""
    number: int = 1


@dataclass(frozen=True)
class Asking:
    """A book that is asked over some days, as it stands today; `each` for whoever wants to read record by record."""

    book: Book
    span: Span
    today: date
    each: bool = False
    _said: dict[tuple[str, ...], dict[str, list[Said]]] = field(default_factory=dict, repr=False, compare=False)
    """What was said over time, by a kind and its fields: read once, asked of every day."""
    told: dict[str, Sequence[Found]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What each rule found in these days: several figures, and other rules, ask for the same."""
    _leaves: dict[tuple[str, ...], list[Leaf]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def norms(self) -> Norms:
        return norms_of(self.book)

    @cached_property
    def closed(self) -> tuple[Period, ...]:
        return closed_in(self.book)

    @cached_property
    def teams(self) -> Mapping[str, str]:
        """The ids of teams, by the scopes in which their records live."""
        return {each.scope: each.id for each in questions.in_order(self.book, "team", limit=EVERY)}

    @cached_property
    def areas(self) -> Areas:
        return areas_of(self.book)

    @cached_property
    def works(self) -> Mapping[str, list[Leaf]]:
        """The engagements of everybody, whatever they were."""
        found: dict[str, list[Leaf]] = {}
        for each in questions.listing(self.book, "engagement", limit=EVERY):
            found.setdefault(self.book.shown(str(each["person"] or "")), []).append(each)
        return found

    @property
    def last(self) -> date:
        """The last of these days that has come."""
        return min(self.span.last, self.today)

    @property
    def first(self) -> date:
        """The first of these days of which this book could know: nobody is late for what was before it."""
        return max(self.span.first, self.begun)

    @cached_property
    def begun(self) -> date:
        """The first day of which this book knows of a visit."""
        return date.fromisoformat(counting.first_day(self.book, "visit") or self.span.first.isoformat())

    def over(self, span: Span) -> Asking:
        """The same over other days; what was asked already is kept."""
        other = replace(self, span=span)
        for name in _KEPT & vars(self).keys():
            vars(other)[name] = vars(self)[name]
        return other

    def shown(self, record: object) -> str:
        return self.book.shown(str(record or ""))

    def team_of(self, who: str, day: date, scope: str = "") -> str:
        """The team of what lives in a scope, else of who worked there on that day, or last: nobody counts in two."""
        if scope in self.teams:
            return self.teams[scope]
        at_doors = [each for each in self.works.get(who, ()) if each["role"] in _AT_DOORS]
        held = [each for each in at_doors if period(each).holds(day)] or at_doors
        last = max(held, key=lambda each: each["since"] or "", default=None)
        return self.shown(last["team"]) if last else ""

    def leaves(self, kind: str, where: Mapping[str, object] | None = None, *, day: str = "") -> list[Leaf]:
        """Records of a kind; with `day`, those of which this day lies within the span. Read once."""
        asked_for = (kind, repr(where), day)
        if asked_for not in self._leaves:
            days = self.span.days if day and day == KINDS[kind].when else None
            found = questions.listing(self.book, kind, where, limit=EVERY, days=days)
            first, last = self.span.days
            self._leaves[asked_for] = [each for each in found if not day or first <= str(each[day] or "") <= last]
        return self._leaves[asked_for]

    def as_they_were(self, kind: str, *names: str) -> list[Leaf]:
        """Records of a kind that are not gone, these fields as they were said by the end of the last day.

        What was first written later is as it was first written.
        """
        leaves = self.leaves(kind)
        if self.last >= self.today:
            return leaves
        if (kind, *names) not in self._said:
            self._said[kind, *names] = histories.said_over_time(self.book, leaves, names)
        said = self._said[kind, *names]
        then = {each.id: _then(said.get(each.id, ()), self.last, names) for each in leaves}
        return [replace(each, values={**each.values, **then[each.id]}) if then[each.id] else each for each in leaves]

    def found(self, leaf: Leaf, *, who: str = "", day: str = "", group: object = "") -> Found:
        """A record as it is counted; it stands under its own day if none is given."""
        kind = KINDS[leaf.kind]
        under = day or str(leaf[kind.when] or self.span.last.isoformat())
        person = who or (self.shown(leaf[kind.about]) if _of_a_person(kind) else "")
        team = self.team_of(person, date.fromisoformat(under), leaf.scope)
        return Found(leaf.kind, leaf.id, under, person, team, str(group or ""))


def _then(said: Sequence[Said], last: date, names: Iterable[str]) -> dict[str, object]:
    """What these fields said at the end of a day; of what was first written after it, as it was first written.

    Nothing where that is as it is now, or where no line of it is held here.
    """
    by_then = [each for each in said if not each.at or clock.day_of(each.at) <= last] or list(said[:1])
    if len(by_then) == len(said):
        return {}
    return {name: next((one.fields[name] for one in reversed(by_then) if name in one.fields), None) for name in names}


Rule = Callable[[Asking], Iterable[Found]]
RULES: dict[str, Rule] = {}
_KEPT = frozenset({"norms", "closed", "teams", "areas", "works", "begun"})  # what does not hang on the days
_AT_DOORS = frozenset({Role.CAREGIVER.value, Role.SUPERVISOR.value})


def asked(name: str) -> Callable[[Rule], Rule]:
    """This function finds what questions call by this name; over the same days it is asked once."""

    def named(rule: Rule) -> Rule:
        @wraps(rule)
        def once(asking: Asking) -> Sequence[Found]:
            if name not in asking.told:
                asking.told[name] = tuple(rule(asking))
            return asking.told[name]

        RULES[name] = once
        return once

    return named


def find(asking: Asking, question: Question, *, adds: bool = True) -> Iterable[Found]:
    """What it finds; what does not add up is told apart by no month.

    Raises UnknownField or NotUnderstood for one that asks for what there is not.
    """
    check(question)
    if question.asked:
        return RULES[question.asked](asking)
    return _one_by_one(asking, question, adds) if question.soon or question.stands else _counted(asking, question, adds)


def check(question: Question) -> None:
    """Raises NotUnderstood for a rule or a kind that does not exist, or for what no figure may ask; UnknownField."""
    if question.asked:
        if question.asked not in RULES:
            raise NotUnderstood(field="asked", reason=say("known are: {names}", names=", ".join(sorted(RULES))))
        return
    if question.records not in KINDS:
        raise NotUnderstood(field="records", reason=say("known are: {names}", names=", ".join(sorted(KINDS))))
    kind = KINDS[question.records]
    for name in fields(question):
        if name not in kind.fields:
            raise UnknownField(field=name, kind=kind.label, known=known_fields(kind))
    _check_days(kind, question)
    _check_codes(kind, question)


def _check_days(kind: Kind, question: Question) -> None:
    if not (question.day or kind.when or question.stands):
        raise NotUnderstood(field="day", reason=say("a {kind} stands under no day of its own", kind=say(kind.label)))
    soon = [question.soon.since, question.soon.to] if question.soon else []
    for name in filter(None, [question.day, *soon]):
        if kind.fields[name].base is not date:
            raise NotUnderstood(field=name, reason=say("this is no day"))


def _check_codes(kind: Kind, question: Question) -> None:
    """A figure tells things apart by what can be chosen of a list: never by who it was, nor by words."""
    if question.total and (question.once or kind.fields[question.total].base is not int):
        raise NotUnderstood(field=question.total, reason=say("only numbers are added up, and each of them"))
    if question.who and kind.fields[question.who].shown.refers != "person":
        raise NotUnderstood(field=question.who, reason=say("this is nobody"))
    for name in filter(None, [question.group, *question.where]):
        if kind.fields[name].many or not issubclass(kind.fields[name].base, StrEnum | int):
            reason = say("a figure tells apart by what is chosen from a list, never by who or where, nor by words")
            raise NotUnderstood(field=name, reason=reason)
    for name, given in question.where.items():
        unknown = {given} if isinstance(given, str) else set(given)
        if unknown := {each for each in unknown if not _may_be(kind.fields[name], each)}:
            reason = say("there is no “{unknown}” in its list", unknown=", ".join(sorted(unknown)))
            raise NotUnderstood(field=name, reason=reason)


def _may_be(field: Field, value: str) -> bool:
    """Whether this can stand in it as it is stored; yes and no are 1 and 0."""
    if field.choices:
        return value in set(field.choices)
    return value in {"0", "1"} if field.base is bool else value.isascii() and value.isdigit()


def check_needs(needs: Iterable[str]) -> None:
    """Raises NotUnderstood for a kind or a field that there is not."""
    for each in needs:
        kind, _, name = each.partition(".")
        if kind not in KINDS or (name and name not in KINDS[kind].fields):
            raise NotUnderstood(field="needs", reason=say("there is nothing called {name}", name=each))


def pages(asking: Asking, question: Question, *, most: int) -> Iterator[Leaf]:
    """The records that were counted, for whoever may read them, read so many at a time."""
    return counting.pages(asking.book, _as_asked(asking, question), most=most)


def _counted(asking: Asking, question: Question, adds: bool) -> Iterator[Found]:
    """In groups. What is of people who change teams is counted day by day, for a month has no one team."""
    kind, asked_for = KINDS[question.records], _as_asked(asking, question)
    person = question.who or (kind.about if _of_a_person(kind) else "")
    daily = asked_for.day if person and not question.once and not _of_a_team(kind) else ""
    by = list(dict.fromkeys(filter(None, (person, question.group, daily))))
    for each in counting.counted(asking.book, asked_for, by, once=question.once, total=question.total, by_month=adds):
        said = dict(zip(by, each.values, strict=True))
        who, month = asking.shown(said.get(person)) if person else "", f"{each.month}-01" if adds else ""
        day = str(said[daily]) if daily else max(month, asking.span.days[0])
        team = asking.team_of(who, date.fromisoformat(day), each.scope)
        yield Found(kind.name, "", month or day, who, team, str(said.get(question.group) or ""), each.number)


def _of_a_team(kind: Kind) -> bool:
    """Whether its records live where a team does."""
    if kind.home in (Kind.SITE, Kind.OWN) or kind.home not in kind.fields:
        return False
    parent = KINDS[kind.fields[kind.home].shown.refers]
    return parent.name == "team" or _of_a_team(parent)


def _as_asked(asking: Asking, question: Question) -> counting.Asked:
    kind = KINDS[question.records]
    where = {name: [value] if isinstance(value, str) else value for name, value in question.where.items()}
    return counting.Asked(kind.name, question.day or kind.when, asking.span.days, where, question.filled)


def _one_by_one(asking: Asking, question: Question, adds: bool) -> Iterator[Found]:
    kind = KINDS[question.records]
    where = {name: [value] if isinstance(value, str) else list(value) for name, value in question.where.items()}
    day = "" if question.stands else question.day or kind.when
    known: set[tuple[object, ...]] = set()
    for leaf in asking.leaves(kind.name, where, day=day):
        same = once(leaf, question, str(leaf[day]) if day else "", adds=adds)
        if _counts(leaf, question, asking) and same not in known:
            known.add(same)
            who = asking.shown(leaf[question.who]) if question.who else ""
            under = asking.last.isoformat() if question.stands else str(leaf[day])
            found = asking.found(leaf, who=who, day=under, group=leaf[question.group] if question.group else "")
            yield found._replace(number=number_of(leaf, question))


def number_of(leaf: Leaf, question: Question) -> int:
    """What one record adds."""
    return int(leaf[question.total] or 0) if question.total else 1


def once(leaf: Leaf, question: Question, day: str, *, adds: bool) -> tuple[object, ...]:
    """What two records have in common that count as one: all of `once`, and their month if it adds."""
    if not question.once:
        return (leaf.id,)
    return day[:7] if adds else "", *(leaf[name] for name in question.once)


def _counts(leaf: Leaf, question: Question, asking: Asking) -> bool:
    if any(leaf[name] in (None, "", frozenset()) for name in question.filled):
        return False
    if question.stands and not period(leaf).holds(asking.last):
        return False
    return question.soon is None or within(leaf[question.soon.since], leaf[question.soon.to], question.soon.days)


def within(first: object, last: object, days: int) -> bool:
    """Whether one day follows the other in so many days."""
    if not (first and last):
        return False
    return date.fromisoformat(str(last)) - date.fromisoformat(str(first)) <= timedelta(days)


def _of_a_person(kind: Kind) -> bool:
    return bool(kind.about) and kind.fields[kind.about].shown.refers == "person"


def asking_of(book: Book, span: Span) -> Asking:
    return Asking(book, span, clock.today())


def people_behind(found: Iterable[Found]) -> Collection[str]:
    return {each.who for each in found if each.who}
