"""Opening a book: a new one, one that was closed, one brought back from a backup, one that lasts only for a demo."""

from __future__ import annotations

from pathlib import Path

from caregiver_desk.acts import people
from caregiver_desk.records.people import Role
from caregiver_desk.store import book as books
from caregiver_desk.store import ledger, schema, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import Cost
from caregiver_desk.store.vault import Vault
from caregiver_desk.sync import seal


def new_book(
    folder: Path, passphrase: str, *, name: str, role: Role, site: str, team: str, cost: Cost | None = None
) -> tuple[Book, str]:
    """A new book with its first page written, and the identity for its recovery sheet."""
    opened, identity = vault.create(folder, passphrase=passphrase, cost=cost)
    return _begin(opened, name=name, role=role, site=site, team=team), identity


def demo_book(folder: Path, *, name: str, role: Role, site: str, team: str) -> Book:
    """A fictional book whose keys are written nowhere."""
    return _begin(vault.fleeting(folder), name=name, role=role, site=site, team=team, fictional=True)


def _begin(opened: Vault, *, name: str, role: Role, site: str, team: str, fictional: bool = False) -> Book:
    book = books.begin(opened, key=seal.public_key(opened.keys.signing), role=role, fictional=fictional)
    people.introduce(book, name=name, site=site, team=team)
    book.seal()
    return book


def open_book(folder: Path, passphrase: str) -> Book:
    """The book, for who knows its passphrase. Its rows are folded anew where declarations have changed."""
    return resume(vault.open_book(folder, passphrase, known_version=schema.VERSION))


def open_by_sheet(folder: Path, typed: str, *, passphrase: str, cost: Cost | None = None) -> Book:
    """The book, for who holds its recovery sheet; from now on it opens with this passphrase."""
    opened = vault.open_by_sheet(folder, typed, known_version=schema.VERSION)
    vault.set_passphrase(opened, passphrase, cost)
    return resume(opened)


def resume(opened: Vault) -> Book:
    """The book in a vault that was opened."""
    book = books.resume(opened)
    if not books.follows_declarations(book):
        ledger.rebuild(book)
    book.seal()
    return book
