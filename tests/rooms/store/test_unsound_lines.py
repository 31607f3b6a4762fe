"""A line that does not fit its declarations: kept, passed on, and set aside alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from caregiver_desk import clock
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.journal import Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.store import checking, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change


def new_household(book: Book) -> Change:
    """A household as it will be saved."""
    scope = questions.listing(book, "team")[0].scope
    return Change("household", clock.new_record(scope), scope, {"code": "HH-001", "level": 2})


def with_levels_to(most: int) -> Kind:
    """Households as another program declares them."""
    known = KINDS["household"]
    return replace(known, fields={**known.fields, "level": replace(known.fields["level"], most=most)})


def saved_elsewhere(book: Book, monkeypatch: pytest.MonkeyPatch) -> str:
    """A household, then a level that our declarations do not know, then a ward."""
    household = new_household(book)
    ledger.append(book, "", [household])
    with monkeypatch.context() as elsewhere:
        elsewhere.setitem(KINDS, "household", with_levels_to(9))
        ledger.append(book, "", [replace(household, fields={"level": 9})])
    ledger.append(book, "", [replace(household, fields={"ward": "7"})])
    return household.record


def test_what_another_laptop_wrote_out_of_range_is_set_aside_alone(
    pair: tuple[Book, Book], send: Callable[..., object], monkeypatch: pytest.MonkeyPatch
):
    nomvula, fhatuwani = pair
    record = saved_elsewhere(nomvula, monkeypatch)

    send(nomvula, fhatuwani)

    seen = questions.get(fhatuwani, "household", record)
    assert seen.values == {"code": "HH-001", "level": 2, "ward": "7"}
    assert checking.check(fhatuwani) == []


def test_it_is_kept_and_shown_once_the_declarations_know_it(book: Book, monkeypatch: pytest.MonkeyPatch):
    record = saved_elsewhere(book, monkeypatch)
    ledger.rebuild(book)
    assert questions.get(book, "household", record)["level"] == 2

    monkeypatch.setitem(KINDS, "household", with_levels_to(9))
    ledger.rebuild(book)
    assert questions.get(book, "household", record)["level"] == 9


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"code": "HH-001", "level": 9}, "Visit need: a whole number between 1 and 4"),
        ({"code": "x" * 20_001}, "Code: words, at most 20000 letters"),
        ({"code": "\x00"}, "Code: words"),
        ({"state": "haunted"}, "State: one of referred, active, paused"),
    ],
)
def test_this_laptop_does_not_write_what_others_would_set_aside(book: Book, fields: dict[str, Scalar], reason: str):
    household = replace(new_household(book), fields=fields)

    with pytest.raises(NotUnderstood) as trouble:
        ledger.append(book, "", [household])
    assert str(trouble.value).startswith(reason)
    assert questions.count(book, "household") == 0
