"""What is kept of somebody's growth between two people: begun by naming the person, the pair follows.

A kind whose draft is split (what is *told*, and whose pair it belongs to) is begun with one line, and the desk makes
the form of its act from the part that is told.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from caregiver_desk.acts.act import Outcome
from caregiver_desk.acts.keeping import Rule, new_in, wished
from caregiver_desk.acts.supervision.pairs import pair_with
from caregiver_desk.records.record import Draft, Kind
from caregiver_desk.store.book import Book


def begin(book: Book, act: str, kind: Kind, told: Draft, sentence: str, rules: Collection[Rule] = ()) -> Outcome:
    """Keep this of the pair of this book's owner and the person it is about, if its rules allow it."""
    pair = pair_with(book, str(getattr(told, "caregiver")))  # noqa: B009 - which draft it is, only its kind knows
    draft = pair.draft(kind, filled(told))
    wish = wished(book, draft)
    for rule in rules:
        rule(wish)
    return pair.save(book, act, [new_in(pair.scope, kind, draft)], sentence)


def filled(told: Draft) -> dict[str, Any]:
    """What is told of it, beside who it is about."""
    values = {name: getattr(told, name) for name in type(told).model_fields if name != "caregiver"}
    return {name: value for name, value in values.items() if value is not None}
