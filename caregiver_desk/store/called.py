"""Every name by which this book knows somebody, also of what was taken out: so that it can be masked."""

from __future__ import annotations

from typing import NamedTuple

from caregiver_desk.store.book import Book


class Called(NamedTuple):
    """A record, and one of the names in it, as it was typed."""

    record: str
    name: str


def people(book: Book) -> list[Called]:
    """Workers and supervisors, by each of their names."""
    return _asked(book, *(f"SELECT id, {field} FROM person" for field in ("given_names", "surname", "known_as")))


def homes(book: Book) -> list[Called]:
    """Households, by their landmark or nickname."""
    return _asked(book, "SELECT id, nickname FROM household")


def household_members(book: Book) -> list[Called]:
    """Who lives in a household, and who answered for it."""
    return _asked(
        book,
        "SELECT household, first_name FROM member",
        "SELECT household, who FROM consent",
        "SELECT household, agreed_by FROM referral",
    )


def others(book: Book) -> list[Called]:
    """Next of kin, and partners by their cards."""
    return _asked(book, "SELECT id, next_of_kin FROM person", "SELECT person, name FROM partner")


def _asked(book: Book, *questions: str) -> list[Called]:
    with book.reading() as cursor:
        cursor.execute(" UNION ".join(questions))
        return [Called(record or "", name) for record, name in cursor.fetchall() if name]
