"""What came of a stick, on paper: who sent how much, and why something was refused.

No name of a caregiver stands on it, so no name of a file does either: somebody may have called one after her.
"""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QFont, QPagedPaintDevice

from caregiver_desk.desk.answers.sharing.stick import Told, besides, in_words
from caregiver_desk.desk.parts.paper import Foot, Paper, lay
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.wording import count, say

ENOUGH = 40.0  # points that one of them takes


def paint(device: QPagedPaintDevice, told: Told, imprint: Imprint) -> None:
    title = say("What was taken in")
    lay(device, lambda on: _write(on, title, told), Foot(title, imprint))


def _write(on: Paper, title: str, told: Told) -> None:
    on.write(title, 20, QFont.Weight.DemiBold)
    for name, words in _lines(told):
        if on.y > on.height - ENOUGH:
            on.turn()
        on.write(name, 13, QFont.Weight.DemiBold)
        on.write(words, 11)


def _lines(told: Told) -> list[tuple[str, str]]:
    senders = [(each.sender.name, in_words(each)) for each in told.senders]
    reasons = Counter(why for _, why in told.refused)
    refused = [
        (count("{number} file refused", "{number} files refused", number), why) for why, number in reasons.items()
    ]
    others = [(say("Besides"), " ".join(besides(told)))] if besides(told) else []
    return [*senders, *refused, *others]
