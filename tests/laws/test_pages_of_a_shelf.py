"""A shelf of the page Growth, read page by page, is the same as read whole: in order, nothing lost, nothing twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.growth.roads import open_roads
from caregiver_desk.desk.answers.growth.shelves import Asked, growth, more
from caregiver_desk.practice.growth.shelves import Shelf, every_shelf
from caregiver_desk.practice.growth.standing import is_under_way, next_day
from caregiver_desk.records.course import days_ahead
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

acts.load()
SHELVES = [shelf for shelf in every_shelf() if shelf.kinds]
DAYS = some.none() | some.integers(-2, 2)
A_FEW = some.lists(
    some.tuples(some.integers(0, 9), some.lists(DAYS, min_size=8, max_size=8), some.integers()), max_size=9
)


@pytest.fixture
def book(make_book: Callable[..., Book]) -> Book:
    made = make_book()
    for road in set(Road) - set(open_roads(made)):
        ACTS["open_road"](made, road=road)
    return made


def record(book: Book, shelf: Shelf, which: int, days: list[int | None], drawn: int, person: str) -> Change:
    """An entry with some of its days, left as it begins or with one of the values that say it is over."""
    kind = KINDS[shelf.kinds[which % len(shelf.kinds)]]
    fields: dict[str, Any] = {}
    for name, each in zip({*days_ahead(kind), *filter(None, [kind.when])}, days, strict=False):
        fields[name] = on(each)
    for name in kind.over:
        declared = kind.fields[name]
        said = True if declared.base is bool else on(0)
        choices = [None, *(map(str, declared.choices) if declared.choices else [said])]
        fields[name] = choices[drawn % len(choices)]
    refers = [name for name, field in kind.fields.items() if field.shown.refers == "person"]
    told = {name: value for name, value in fields.items() if value is not None}
    told |= {name: person for name in refers[:1] if drawn % 3}
    return Change(kind.name, clock.new_record(book.site), book.site, told or {next(iter(kind.fields)): None})


def on(days: int | None) -> str | None:
    return None if days is None else (clock.today() + timedelta(days)).isoformat()


def whole(book: Book, shelf: Shelf, *, going: bool) -> list[str]:
    """All entries, put in order by what practice says of each."""
    return [record for _, record in sorted(_told(book, shelf, going=going))]


def _told(book: Book, shelf: Shelf, *, going: bool) -> Iterator[tuple[tuple[Any, ...], str]]:
    for kind in (KINDS[name] for name in shelf.kinds):
        for leaf in questions.listing(book, kind.name, limit=questions.EVERY):
            if not going or is_under_way(kind, leaf.values, clock.today()):
                day, stands = next_day(kind, leaf.values, clock.today()), str(leaf[kind.when] or "")
                yield (not day, day, _newest_first(stands), _newest_first(leaf.id)), leaf.id


def _newest_first(words: str) -> tuple[int, ...]:
    return tuple(-ord(sign) for sign in words)


def by_pages(book: Book, asked: Asked) -> list[str]:
    shown = growth(book, asked).shown
    read = [each.id for each in shown.rows] if shown else []
    while shown and shown.last:
        shown = more(book, asked, shown.last)
        assert shown is not None
        assert 0 < len(shown.rows) <= asked.many
        assert not {each.id for each in shown.rows} & {*read}
        read += [each.id for each in shown.rows]
    return read


@pytest.mark.parametrize("shelf", SHELVES, ids=lambda shelf: shelf.name)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=6, deadline=None)
@given(few=A_FEW, many=some.integers(1, 7), going=some.booleans())
def test_page_by_page_is_what_reading_it_whole_gives(
    book: Book, shelf: Shelf, few: list[tuple[int, list[int | None], int]], many: int, going: bool
):
    ledger.append(book, "law", [record(book, shelf, *each, book.person) for each in few])
    asked = Asked(shelf.name, going=going, many=many)

    assert by_pages(book, asked) == whole(book, shelf, going=going)
    standing = {each.shelf.name: each.going for each in growth(book, asked).shelves}[shelf.name]
    assert standing in {None, len(whole(book, shelf, going=True))}
