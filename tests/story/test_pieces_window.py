"""Whatever a bundle brought in pieces, every shelf of growth, and every page, opens and shows what there is."""

from __future__ import annotations

import pytest
from driver import Desk
from pieces import OF_THEM, in_pieces, whole_world

from caregiver_desk.practice.growth.shelves import every_shelf
from caregiver_desk.store.book import Book


@pytest.mark.parametrize("kinds", [OF_THEM[::2], OF_THEM[1::2]], ids=["one half", "the other half"])
def test_pages_open_on_records_of_which_only_pieces_came(desk: Desk, kinds: list[str]) -> None:
    def write(book: Book) -> None:
        world = whole_world(book)
        for kind in kinds:
            in_pieces(book, kind, world)

    desk.window.hands.lane.ask(write, then=lambda _: None, owner=desk.window)
    desk.rest()
    for shelf in every_shelf():
        desk.window.go("growth", {"shelf": shelf.name})
        desk.rest()
        assert desk.page().isVisible(), shelf.name
    for subject in ("today", "people", "sharing"):
        assert desk.open(subject).page().isVisible(), subject
