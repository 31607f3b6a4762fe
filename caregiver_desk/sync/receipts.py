"""Receipts: a bundle without a line, that only says what had arrived at its maker's."""

from __future__ import annotations

from caregiver_desk.store.book import Book
from caregiver_desk.sync import making
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.wording import count, say


def is_receipt(looked: Looked) -> bool:
    return looked.manifest.lines == 0


def not_heard(name: str) -> str:
    """What is said where no receipt came."""
    return say("{name} has not said yet what arrived there. The next bundle says it.", name=name)


def heard(book: Book, looked: Looked) -> str:
    """What a receipt that was taken in tells: whether everything has arrived, or how much has not."""
    name, lacking = looked.sender.name, making.undelivered(book, looked.sender)
    if not lacking:
        return say("Receipt: all that you sent has arrived at {name}.", name=name)
    one = "Receipt: {number} change has not arrived at {name} yet."
    many = "Receipt: {number} changes have not arrived at {name} yet."
    return count(one, many, lacking, name=name)
