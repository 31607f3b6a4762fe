"""What came of a stick, on paper: who sent how much, what was refused and why. No name of a caregiver stands on it."""

from __future__ import annotations

from PySide6.QtGui import QFont, QPagedPaintDevice

from caregiver_desk import clock
from caregiver_desk.desk.answers.stick import Told, in_words
from caregiver_desk.desk.parts.paper import Paper
from caregiver_desk.wording import count, full_day, say

FOOT = 40.0  # points that stay free at the end of a page


def paint(device: QPagedPaintDevice, told: Told, fictional: bool) -> None:
    on = Paper(device)
    on.write(say("What was taken in"), 20, QFont.Weight.DemiBold)
    day = full_day(clock.today())
    on.write(say("{day} · made-up people", day=day) if fictional else day, 11)
    lines = [(each.sender.name, in_words(each)) for each in told.senders]
    lines += list(told.refused)
    if told.again:
        lines.append((say("Opened before"), count("{number} file", "{number} files", told.again)))
    for name, words in lines:
        if on.y > on.height - FOOT:
            on.turn()
        on.write(name, 13, QFont.Weight.DemiBold)
        on.write(words, 11)
    on.end()
