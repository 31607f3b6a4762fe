"""What came of a stick, on paper: who sent how much, and why something was refused.

No name of a caregiver stands on it, so no name of a file does either: somebody may have called one after her.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QFont, QPagedPaintDevice

from caregiver_desk import clock
from caregiver_desk.desk.answers.sharing.stick import Told, besides, in_words
from caregiver_desk.desk.parts.paper import Paper
from caregiver_desk.wording import count, full_day, say

FOOT = 40.0  # points that stay free at the end of a page


def paint(device: QPagedPaintDevice, told: Told, fictional: bool) -> None:
    on = Paper(device, fictional=fictional)
    on.write(say("What was taken in"), 20, QFont.Weight.DemiBold)
    on.write(full_day(clock.today()), 11)
    for name, words in _lines(told):
        if on.y > on.height - FOOT:
            on.turn()
        on.write(name, 13, QFont.Weight.DemiBold)
        on.write(words, 11)
    on.end()


def _lines(told: Told) -> list[tuple[str, str]]:
    senders = [(each.sender.name, in_words(each)) for each in told.senders]
    reasons = Counter(why for _, why in told.refused)
    refused = [
        (count("{number} file refused", "{number} files refused", number), why) for why, number in reasons.items()
    ]
    others = [(say("Besides"), " ".join(besides(told)))] if besides(told) else []
    return [*senders, *refused, *others]
