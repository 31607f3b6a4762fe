"""What is in a book and shown to nobody: by no page, by no paper and by no command.

A subject says of its kind what that is; a merge may bring it all the same. Whoever lists or opens records asks here.
"""

from __future__ import annotations

from collections.abc import Callable

from caregiver_desk.errors import KeptBack
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf

KEPT_BACK: dict[str, Callable[[Book, Leaf], bool]] = {}  # by kind


def is_kept_back(book: Book, leaf: Leaf) -> bool:
    asked = KEPT_BACK.get(leaf.kind)
    return asked is not None and asked(book, leaf)


def need_not_kept_back(book: Book, leaf: Leaf) -> None:
    """Raises KeptBack."""
    if is_kept_back(book, leaf):
        raise KeptBack
