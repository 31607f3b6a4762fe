"""A program that only declares more adds to the rows as they stand, and they are what it would have made anew."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import Index, MetaData, Table

from caregiver_desk import clock
from caregiver_desk.errors import BookNewer
from caregiver_desk.records.journal import WITHDRAWN, Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind, Upcast
from caregiver_desk.store import agreement, checking, ledger, projections, questions
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

Make, Meet, Send = Callable[..., Book], Callable[[Book, Book], None], Callable[[Book, Book], object]
LATER = ("ward", "village")


def without(kind: Kind, names: Collection[str]) -> Kind:
    """A kind as it was declared before some of its fields were."""
    older = replace(kind, fields={name: each for name, each in kind.fields.items() if name not in names})
    table = Table(kind.name, MetaData(), *(each._copy() for each in kind.laid_out.columns if each.name not in names))
    for name, columns in kind.indexes.items():
        Index(name, *(table.c[each] for each in columns))
    vars(older)["laid_out"] = table
    return older


@contextmanager
def program(**kinds: Kind | None) -> Iterator[None]:
    """While it lasts, these kinds are declared otherwise, or not at all."""
    with pytest.MonkeyPatch.context() as patched:
        for name, kind in kinds.items():
            patched.delitem(KINDS, name) if kind is None else patched.setitem(KINDS, name, kind)
        yield


def earlier() -> dict[str, Kind | None]:
    return {"household": without(KINDS["household"], LATER), "vacancy": None}


def later() -> dict[str, Kind | None]:
    """Levels go higher in the next version, which reads those before as they are."""
    known = KINDS["household"]
    level = replace(known.fields["level"], most=9)
    return {"household": replace(known, fields={**known.fields, "level": level}, upcasts=(*known.upcasts, Upcast()))}


def write(book: Book, dice: random.Random, records: list[str]) -> None:
    """Somebody says something of a home: in words that all programs know, or not."""
    scope = questions.listing(book, "team")[0].scope
    if not records or dice.random() < 0.4:
        records.append(clock.new_record(scope))
    known: list[dict[str, Scalar]] = [{"code": f"HH-{dice.randrange(99):03}"}, {"level": 2}, {"enrolled": "2026-01-05"}]
    new: list[dict[str, Scalar]] = [{"ward": "7"}, {"village": "Tshikota"}, {"level": 8}, {WITHDRAWN: True}]
    record, told = dice.choice(records), dict(dice.choice(known if dice.random() < 0.6 else new))
    ledger.append(book, "", [Change("household", record, scope, told)])
    if dice.random() < 0.3:
        ledger.append(book, "", [Change("vacancy", clock.new_record(scope), scope, {"since": "2026-03-02"})])


def unread(book: Book) -> list[object]:
    with book.reading() as cursor:
        cursor.execute("SELECT record FROM unread ORDER BY record")
        return cursor.fetchall()


@pytest.fixture(params=["file", "hub"])
def fhatuwani(request: pytest.FixtureRequest) -> Book:
    """A coordinator's book that the earlier program made."""
    make: Make = request.getfixturevalue("come_into_hub" if request.param == "hub" else "make_book")
    with program(**earlier()):
        book = make("Fhatuwani Netsianda", "coordinator")
        ledger.rebuild(book)
    return book


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("seed", range(3))
def test_rows_that_were_added_to_are_the_rows_that_would_be_made_anew(
    seed: int, fhatuwani: Book, make_book: Make, introduced: Meet, send: Send
):
    dice, records, nomvula = random.Random(seed), list[str](), make_book()  # noqa: S311 - a world to play
    with program(**earlier()):
        introduced(nomvula, fhatuwani)
    for _ in range(4):
        with program(**later()):
            for _ in range(6):
                write(nomvula, dice, records)
        with program(**earlier()):
            send(nomvula, fhatuwani)
    assert unread(fhatuwani)

    with program(**later()):
        ledger.follow(fhatuwani)
        added = checking.rows(fhatuwani), list(agreement.state(fhatuwani)), unread(fhatuwani)
        assert checking.check(fhatuwani) == []
        ledger.rebuild(fhatuwani)
        assert (checking.rows(fhatuwani), list(agreement.state(fhatuwani)), unread(fhatuwani)) == added


@pytest.fixture
def household(fhatuwani: Book) -> Change:
    """Written by an earlier program; its row says something else than its line, which shows whether it is made anew."""
    team = questions.listing(fhatuwani, "team")[0]
    written = Change("household", clock.new_record(team.scope), team.scope, {"code": "HH-001"})
    with program(**earlier()):
        ledger.append(fhatuwani, "", [written])
    with fhatuwani.writing() as cursor:
        cursor.execute("UPDATE household SET code = 'as it stood'")
    return written


def test_where_everything_was_read_no_record_is_folded_again(fhatuwani: Book, household: Change):
    ledger.follow(fhatuwani)

    assert books.follows_declarations(fhatuwani)
    assert questions.get(fhatuwani, "household", household.record).values["code"] == "as it stood"
    assert questions.listing(fhatuwani, "vacancy") == []
    ledger.append(fhatuwani, "", [replace(household, fields={"ward": "7"})])
    assert questions.get(fhatuwani, "household", household.record)["ward"] == "7"


def test_what_is_declared_otherwise_is_made_anew(fhatuwani: Book, household: Change):
    with program(household=replace(KINDS["household"], named=("code",))):
        ledger.follow(fhatuwani)

        assert questions.get(fhatuwani, "household", household.record)["code"] == "HH-001"
        assert checking.check(fhatuwani) == []


def test_a_program_that_knows_less_than_a_hub_was_made_by_is_refused_and_changes_nothing(come_into_hub: Make):
    fhatuwani = come_into_hub()
    with fhatuwani.reading() as cursor:
        assert projections.follow(cursor)

    with program(**earlier()), pytest.raises(BookNewer):
        ledger.follow(fhatuwani)
    with program(**earlier()), pytest.raises(BookNewer):
        come_into_hub("Zanele Khoza")

    assert books.follows_declarations(fhatuwani)
    assert checking.check(fhatuwani) == []
