"""Keeping records of any kind: record, change, withdraw. What a simple kind can do, it can do from its declaration.

A subject names these acts for its kinds in one line each (`keep(HOUSEHOLD)`) and writes only the acts that are its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Act, Outcome, add, revised
from caregiver_desk.errors import NoWritePath
from caregiver_desk.records.journal import WITHDRAWN, Scalar
from caregiver_desk.records.record import Draft, Kind, changes, spread
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say


def keep(kind: Kind, subject: str) -> None:
    """Add `record_…`, `change_…` and `withdraw_…` for this kind to the register."""
    for verb, label, does in (
        ("record", f"Record {kind.label}", _recorder(kind)),
        ("change", f"Change {kind.label}", _changer(kind)),
        ("withdraw", f"Withdraw {kind.label}", _withdrawer(kind)),
    ):
        add(Act(f"{verb}_{kind.name}", label, subject, does))


def _recorder(kind: Kind) -> Callable[..., Outcome]:
    def record(book: Book, *, draft: Draft) -> Outcome:
        change = new(book, kind, draft)
        return tell(
            ledger.append(book, f"record_{kind.name}", [change]), say("Saved: {what}.", what=kind.label), change.record
        )

    record.__annotations__["draft"] = kind.draft
    return record


def _changer(kind: Kind) -> Callable[..., Outcome]:
    def change(book: Book, *, id: str, fields: dict[str, Any]) -> Outcome:  # noqa: A002 - it is the record's id
        changed = edit(book, questions.get(book, kind.name, id), fields)
        if not changed.fields:
            return Outcome(say("Nothing was different, so nothing was saved."), record=id)
        return tell(ledger.append(book, f"change_{kind.name}", [changed]), say("Changed: {what}.", what=kind.label), id)

    return change


def _withdrawer(kind: Kind) -> Callable[..., Outcome]:
    def withdraw(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
        leaf = questions.get(book, kind.name, id)
        saved = ledger.append(
            book, f"withdraw_{kind.name}", [Change(kind.name, id, scope_to_write(book, leaf), {WITHDRAWN: True})]
        )
        return tell(saved, say("Withdrawn: {what}. It stays in the history.", what=kind.label), id)

    return withdraw


def new(book: Book, kind: Kind, draft: Draft) -> Change:
    """The change that brings a new record into being, in the scope where it belongs."""
    scope = home(book, kind, draft)
    return Change(kind.name, clock.new_record(scope), scope, spread(draft))


def edit(book: Book, leaf: Leaf, fields: Mapping[str, Any]) -> Change:
    """The change that gives a record these values, the rest as they are.

    Only the fields given are validated: somebody who was never sent an audience may change what she can read.
    """
    kind = questions.kind_named(leaf.kind)
    wanted = revised(kind.draft, {name: leaf[name] for name in kind.fields if leaf[name] is not None}, fields)
    before = {name: value for name, value in questions.journal_values(leaf).items() if name.partition("/")[0] in fields}
    after = {name: value for name, value in spread(wanted).items() if name.partition("/")[0] in fields}
    return Change(kind.name, leaf.id, scope_to_write(book, leaf), changes(before, after))


def home(book: Book, kind: Kind, draft: Draft) -> str:
    """The scope in which a new record of this kind will live."""
    if kind.home == Kind.SITE:
        return book.site
    if kind.home == Kind.OWN:
        return book.site if kind.name == "site" else clock.new_scope(book.key)
    refers = kind.fields[kind.home].shown.refers
    return scope_to_write(book, questions.get(book, refers, getattr(draft, kind.home)))


def scope_to_write(book: Book, leaf: Leaf) -> str:
    """Where this laptop writes about a record now. Raises NoWritePath where another team keeps it."""
    with book.reading() as cursor:
        standing = book.weighing(cursor).standing
    if not standing.may_write(book.laptop, leaf.scope) or not standing.lives_in(leaf.id, leaf.scope):
        raise NoWritePath
    return leaf.scope


def tell(saved: ledger.Saved, sentence: str, record: str, **facts: Scalar) -> Outcome:
    return Outcome(sentence, saved.touched, saved.number, record, facts)
