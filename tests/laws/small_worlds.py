"""The smallest worlds in which a meaning that looks good enough breaks a law. Each was found by chance, then shortened.

Who is who: L1 coordinates and reads all; the others read what their name does not say but `SMALL` does.
"""

from __future__ import annotations

from itertools import permutations
from typing import Any

from books import Book
from controls import (
    BlanksAreBelieved,
    HearsayIsForgotten,
    NothingIsAwaited,
    OnlyTheNamedIsWithdrawn,
    OnlyTheShownMoves,
    RestatementsAreOpinions,
    UncertainIsSilent,
    WithdrawalWins,
)
from worlds import AUDIENCES, FIRST_SECOND, HOUR, Laptop, Step, World


def told(readers: dict[str, str], *steps: tuple[str, dict[str, Any]]) -> World:
    """Whoever reads a scope may write there; L1 founded all of them, and L1 and any of `readers` with a star coordinate."""
    ...
