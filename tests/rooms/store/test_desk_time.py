"""Minutes at the desk: of one's own book, by month, and in nothing that leaves it."""

from __future__ import annotations

from datetime import date

from caregiver_desk.store import agreement, desk_time
from caregiver_desk.store.book import Book


def test_minutes_are_kept_month_by_month(book: Book) -> None:
    for day in (date(2026, 2, 27), date(2026, 3, 2), date(2026, 3, 30)):
        desk_time.add(book, day, 5)

    assert [desk_time.of_month(book, date(2026, month, 1)) for month in (1, 2, 3)] == [0, 5, 10]


def test_what_is_older_than_a_year_is_let_go(book: Book) -> None:
    for month in range(1, 13):
        desk_time.add(book, date(2025, month, 1), 1)
    desk_time.add(book, date(2026, 1, 1), 1)

    assert desk_time.of_month(book, date(2025, 1, 1)) == 0
    assert desk_time.of_month(book, date(2025, 2, 1)) == 1


def test_nothing_of_it_is_in_the_journal(book: Book) -> None:
    before = list(agreement.state(book, agreement.EVERYONE))

    desk_time.add(book, date(2026, 3, 2), 5)

    assert list(agreement.state(book, agreement.EVERYONE)) == before
