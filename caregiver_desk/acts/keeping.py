"""Keeping records of any kind: record, change, withdraw. What a simple kind can do, it can do from its declaration.

A subject names these acts for its kinds in one line each (`keep(HOUSEHOLD)`) and writes only the acts that are its own.
A rule of practice that guards a kind is named in that line too. It looks at what somebody wishes the record to say, and
refuses what may not be kept; every act that writes such a record asks it.

A rule of *whose* a record is, is asked of whoever withdraws one as well. A rule of what it may say is not: what a
bundle brought against it must not stay because it says what it may not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Act, Outcome, add, revised
from caregiver_desk.acts.asking import Holds, partly
from caregiver_desk.acts.called_aloud import called_aloud
from caregiver_desk.acts.worded import words_of, written_in
from caregiver_desk.errors import NotUnderstood, NoWritePath, TimeIsOver
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.site_words import Spoken
from caregiver_desk.records import worded
from caregiver_desk.records.journal import WITHDRAWN, Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Draft, Kind, changes, drafted, gather, spread
from caregiver_desk.records.sharing.standing import Standing
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say


@dataclass(frozen=True)
class Wish:
    """What somebody wishes a record to say: all that it would hold, and which of its fields are new or different.

    Of a record that is there already, fields that she does not change are as the book holds them, if it was sent them.
    """

    book: Book
    draft: Draft
    changed: frozenset[str]
    record: str = ""

    def __getitem__(self, name: str) -> Any:
        return getattr(self.draft, name, None)

    def day(self, name: str) -> date | None:
        return date.fromisoformat(str(self[name])) if self[name] else None

    @property
    def filled(self) -> frozenset[str]:
        """The fields that would hold something."""
        return frozenset(gather(spread(self.draft)))


Rule = Callable[[Wish], None]
Heed = Callable[[Wish], str]
Follows = Callable[[Wish], Iterable[Change]]
ELSEWHERE: dict[str, list[Follows]] = {}  # by kind: what follows from a change for records of other subjects
VERBS = ("record", "change", "withdraw")
GUARDS: dict[str, set[Rule]] = defaultdict(set)  # by kind: the rules that its acts were given
WHOSE: set[Rule] = set()


def whose(rule: Rule) -> Rule:
    """This is a rule of who may write such a record at all; whoever withdraws one is asked by it too."""
    WHOSE.add(rule)
    return rule


def nothing(_: Wish) -> str:
    return ""


def _nothing_follows(_: Wish) -> Iterable[Change]:
    return ()


def keep(
    kind: Kind,
    subject: str,
    *rules: Rule,
    heed: Heed = nothing,
    follows: Follows = _nothing_follows,
    verbs: Collection[str] = VERBS,
    labels: Mapping[str, str] | None = None,
    role: str = "",
) -> None:
    """Add `record_…`, `change_…` and `withdraw_…` for this kind to the register, guarded by these rules.

    What is to be heeded is said and stops nothing. What follows from a change for other records is part of its save.
    What is done every day has labels of its own, by its verb.
    """
    does = {
        "record": _recorder(kind, rules, heed),
        "change": _changer(kind, rules, heed, follows),
        "withdraw": _withdrawer(kind),
    }
    GUARDS[kind.name].update(rules)
    for verb in verbs:
        label = (labels or {}).get(verb, f"{verb.capitalize()} {kind.label}")
        add(Act(f"{verb}_{kind.name}", label, subject, does[verb], role))


def wished(book: Book, draft: Draft) -> Wish:
    """The wish for a new record."""
    return Wish(book, draft, frozenset(gather(spread(draft))))


def wished_of(book: Book, leaf: Leaf, fields: Mapping[str, Any]) -> Wish:
    """The wish that a record which is here says this."""
    names = frozenset(name.partition("/")[0] for name in _different(leaf, fields))
    return Wish(book, _revision(leaf, fields), names, leaf.id)


def in_order(first: str = "since", last: str = "until") -> Rule:
    """The rule that nothing ends before it begins."""

    def rule(wish: Wish) -> None:
        if wish.changed & {first, last} and Period(wish.day(first), wish.day(last)).is_inverted:
            fields = drafted(type(wish.draft)).fields
            reason = say("this is earlier than what stands under “{first}”", first=say(fields[first].label))
            raise NotUnderstood(field=say(fields[last].label), reason=reason)

    return rule


def period(leaf: Leaf) -> Period:
    """From when to when a record holds."""
    return Period(*(date.fromisoformat(leaf[name]) if leaf[name] else None for name in ("since", "until")))


def _recorder(kind: Kind, rules: Collection[Rule], heed: Heed) -> Callable[..., Outcome]:
    def record(book: Book, *, draft: Draft) -> Outcome:
        return recorded(book, kind, draft, rules=rules, heed=heed)

    record.__annotations__["draft"] = kind.draft
    return record


def recorded(book: Book, kind: Kind, draft: Draft, *, rules: Collection[Rule] = (), heed: Heed = nothing) -> Outcome:
    """Record this, if its rules allow it."""
    change, wish = new(book, kind, draft), wished(book, draft)
    for rule in rules:
        rule(wish)
    said = f"{say('Saved: {what}.', what=say(kind.label))} {heed(wish)}".strip()
    return tell(ledger.append(book, f"record_{kind.name}", [change]), said, change.record)


def _changer(kind: Kind, rules: Collection[Rule], heed: Heed, follows: Follows) -> Callable[..., Outcome]:
    def change(book: Book, *, id: str, fields: dict[str, Any]) -> Outcome:  # noqa: A002 - it is the record's id
        return changed(book, kind, id, fields, rules=rules, heed=heed, follows=follows)

    change.__annotations__["fields"] = Annotated[dict[str, Any], Holds(lambda: partly(kind.draft))]
    return change


def changed(
    book: Book,
    kind: Kind,
    record: str,
    fields: Mapping[str, Any],
    *,
    rules: Collection[Rule] = (),
    heed: Heed = nothing,
    follows: Follows = _nothing_follows,
) -> Outcome:
    """Give a record these values, if its rules allow it; what follows from it for others is part of the same save."""
    leaf = questions.get(book, kind.name, record)
    change = edit(book, leaf, fields)
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=record)
    wish = wished_of(book, leaf, fields)
    for rule in rules:
        rule(wish)
    saved = ledger.append(book, f"change_{kind.name}", [change, *follows(wish), *_elsewhere(wish, kind)])
    what = called_aloud(book, kind, dict(wish.draft))
    said = (say("Changed: {what}.", what=what), meanwhile(book, change), heed(wish))
    return tell(saved, " ".join(filter(None, said)), record)


def meanwhile(book: Book, change: Change) -> str:
    """That somebody else changed the same, where she wrote from what she was shown before; else nothing."""
    if book.had_before_her(change.record) is None:
        return ""
    leaf = questions.get(book, change.kind, change.record)
    fields = {name.partition("/")[0] for name in set(leaf.quarrels) & change.fields.keys()}
    if not fields:
        return ""
    labels = ", ".join(say(KINDS[leaf.kind].fields[name].label) for name in sorted(fields))
    return say("Somebody else changed this meanwhile: {fields}. Both stand; settle it under Sharing.", fields=labels)


def _elsewhere(wish: Wish, kind: Kind) -> Iterable[Change]:
    return (change for follows in ELSEWHERE.get(kind.name, ()) for change in follows(wish))


def _withdrawer(kind: Kind) -> Callable[..., Outcome]:
    def withdraw(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
        return withdrawn(book, kind, id)

    return withdraw


def withdrawn(book: Book, kind: Kind, record: str, also: Iterable[Change] = ()) -> Outcome:
    """Withdraw a record, where the rules of whose it is allow it; what follows is part of the same save."""
    leaf = questions.get(book, kind.name, record)
    for rule in GUARDS[kind.name] & WHOSE:
        rule(wished_of(book, leaf, {}))
    change = Change(kind.name, leaf.id, scope_to_write(book, leaf), {WITHDRAWN: True})
    saved = ledger.append(book, f"withdraw_{kind.name}", [change, *also])
    what = called_aloud(book, kind, leaf.values)
    return tell(saved, say("Withdrawn: {what}. It stays in the history.", what=what), record)


def new(book: Book, kind: Kind, draft: Draft) -> Change:
    """The change that brings a new record into being, in the scope where it belongs."""
    spoken = words_of(book) if worded.FIELD in kind.fields else Spoken()
    return new_in(home(book, kind, draft), kind, written_in(spoken, kind, draft))


def new_in(scope: str, kind: Kind, draft: Draft) -> Change:
    """The change that brings a new record into being, in this scope."""
    return Change(kind.name, clock.new_record(scope), scope, spread(draft))


def edit(book: Book, leaf: Leaf, fields: Mapping[str, Any]) -> Change:
    """The change that gives a record these values, the rest as they are.

    Only the fields given are validated: somebody who was never sent an audience may change what she can read. What was
    taken out is not brought back by the way: that is asked for in so many words (`undo`).
    """
    if leaf.gone:
        label = say(questions.kind_named(leaf.kind).label).capitalize()
        raise NotUnderstood(field=label, reason=say("it was taken out, and is read nowhere any more"))
    return Change(leaf.kind, leaf.id, scope_to_write(book, leaf), _different(leaf, fields))


def _different(leaf: Leaf, fields: Mapping[str, Any]) -> dict[str, Scalar]:
    """What a line has to say so that the record says this."""
    wanted = spread(_revision(leaf, fields))
    before, after = (
        {name: value for name, value in values.items() if name.partition("/")[0] in fields}
        for values in (questions.journal_values(leaf), wanted)
    )
    return changes(before, after)


def _revision(leaf: Leaf, fields: Mapping[str, Any]) -> Draft:
    kind = questions.kind_named(leaf.kind)
    return revised(kind.draft, {name: leaf[name] for name in kind.fields if leaf[name] is not None}, fields)


def home(book: Book, kind: Kind, draft: Draft) -> str:
    """The scope in which a new record of this kind will live. What was withdrawn is given nothing new."""
    if kind.home == Kind.SITE:
        return book.site
    if kind.home == Kind.OWN:
        return book.site if kind.name == "site" else clock.new_scope(book.key)
    declared = kind.fields[kind.home]
    parent = questions.get(book, declared.shown.refers, getattr(draft, kind.home))
    if parent.gone:
        raise NotUnderstood(field=say(declared.label), reason=say("this was withdrawn; nothing new is recorded of it"))
    return scope_to_write(book, parent)


def scope_to_write(book: Book, leaf: Leaf) -> str:
    """Where this laptop writes about a record now.

    Raises NoWritePath where another team keeps it, and TimeIsOver where it was to write there for a time only.
    """
    with book.reading() as cursor:
        standing = book.hearing(cursor).standing
    if not standing.may_write(book.laptop, leaf.scope) or not standing.lives_in(leaf.id, leaf.scope):
        raise NoWritePath
    in_time(book, standing, leaf.scope)
    return leaf.scope


def in_time(book: Book, standing: Standing, scope: str) -> None:
    """Raises TimeIsOver where this laptop was to write in a scope until a day that has come, by its own clock."""
    until = standing.until(book.key, scope)
    if until and until <= clock.today():
        raise TimeIsOver(day=until)


def home_to_write(book: Book, record: str) -> str:
    """The scope where this record lives, whatever it is shown as, if this laptop may write there; else nothing."""
    with book.reading() as cursor:
        hearing = book.hearing(cursor)
    hers = (each for each in sorted(hearing.scopes()) if each and hearing.standing.lives_in(record, each))
    today = clock.today()
    return next((each for each in hers if hearing.standing.may_write(book.laptop, each, today)), "")


def tell(saved: ledger.Saved, sentence: str, record: str, **facts: Scalar) -> Outcome:
    return Outcome(sentence, saved.touched, saved.number, record, facts)
