"""A card for a laptop whose book was copied: what both copies wrote waits until its owner says which goes on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, Hairline, column
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.store.branches import Branch, Fork
from caregiver_desk.wording import count, later, say

BRANCHES = {  # what it is, and how to keep it
    Branch.JOURNAL: (later("What came here first"), later("Keep the first")),
    Branch.OTHER: (later("What came later"), later("Keep the later")),
}


def fork_card(fork: Fork, name: str, keep: Callable[[Branch], object]) -> QWidget:
    """To its owner with a way to keep each branch; to others in a sentence."""
    if not fork.mine:
        words = say(
            "The book of {name} was copied, and both copies were written in. What they wrote since is kept, and set "
            "aside until {name} says on the page Sharing which goes on.",
            name=name,
        )
        return Card(heading(say("A copied book")), meta(words, wrap=True), edge="amber")
    words = say(
        "This book was copied, and both copies were written in under one name. What they wrote since is kept, and set "
        "aside until you say which goes on. You may keep both."
    )
    card = Card(heading(say("Your book was copied")), meta(words, wrap=True), edge="amber")
    for branch in (branch for branch in Branch if fork.records[branch]):
        card.add(Hairline())
        card.add(_line(fork, branch, keep))
    return card


def _line(fork: Fork, branch: Branch, keep: Callable[[Branch], object]) -> QWidget:
    title, kept = map(say, BRANCHES[branch])
    words = column(body(title), meta(count("{number} record", "{number} records", fork.records[branch])), gap=1)
    return beside(words, pressed(Small(kept), lambda: keep(branch)))
