"""How long hands are busy with what was counted: reckoned, and not measured with anybody.

The keystroke-level model (Card, Moran and Newell, Communications of the ACM 23 (7), 1980, 396-410), for somebody who
knows the way but not the keyboard: 1.35 s to make up one's mind before whatever is pressed or typed in one go, 0.75 s a
key that chooses (there: complex codes), 0.50 s a letter of words (there: random letters), 1.10 s to point with the
mouse and 0.20 s to press it. Listening, reading, finding words and the laptop's own time are not in it.
"""

from __future__ import annotations

from typing import NamedTuple

MIND, CODE, LETTER, POINT, CLICK = 1.35, 0.75, 0.50, 1.10, 0.20
ROW = "keys"  # under which a test leaves it for the table at the end


class Taken(NamedTuple):
    """A line of the table: what was done of which journey, and what it took beside what it may take."""

    journey: str
    what: str
    keys: int
    most: int
    seconds: float
    allowed: float  # seconds; 0 where the practice gives none

    @property
    def holds(self) -> bool:
        return self.keys <= self.most and (not self.allowed or self.seconds <= self.allowed)
