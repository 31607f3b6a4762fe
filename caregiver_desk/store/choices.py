"""What the owner of a book chose for her desk. It stands in the book, so nobody else sets it, and it never travels."""

from __future__ import annotations

from caregiver_desk import settings
from caregiver_desk.store.book import Book

_IDLE = "idle minutes"


def idle_minutes(book: Book) -> float:
    """How long her desk may lie idle before it locks by itself."""
    with book.reading() as cursor:
        cursor.execute("SELECT value FROM about WHERE name = ?", (_IDLE,))
        row = cursor.fetchone()
    return float(row[0]) if row else settings.IDLE_MINUTES


def choose_idle_minutes(book: Book, minutes: float) -> None:
    with book.writing() as cursor:
        cursor.execute("INSERT OR REPLACE INTO about (name, value) VALUES (?, ?)", (_IDLE, str(minutes)))
