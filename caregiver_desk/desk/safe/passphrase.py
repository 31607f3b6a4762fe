"""Choosing a passphrase: a proposal of words, the passphrase twice, and how strong it is, in words.

The words never stand in the way: a weak passphrase is named as it is typed, and only the book itself refuses one that
a child could guess. A proposal is put into the first line alone; typing it once more is how it is learnt.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.asked import Secret
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.layout import column, holding, row
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.desk.parts.words import PlainLabel, body, meta
from caregiver_desk.desk.work import Lane
from caregiver_desk.sync.words import propose_passphrase
from caregiver_desk.wording import later, say

# Up to so many bits, what a thief with a fast computer would need at 256 MiB a guess.
STRENGTHS = (
    (1, ""),
    (35, later("Too easy to guess. Add more words.")),
    (44, later("Fair. One more word makes it strong.")),
    (55, later("Good: a thief’s computer would need centuries.")),
)
STRONGEST = later("Very good: nobody will guess this.")


def strength(passphrase: str) -> str:
    """How strong this is, as one says it to a colleague."""
    from caregiver_desk.store.slots import bits

    hard = bits(passphrase)
    return next((say(words) if words else "" for below, words in STRENGTHS if hard < below), say(STRONGEST))


class NewPassphrase(QWidget):
    """A passphrase that is chosen now."""

    entered = Signal()

    def __init__(self, lane: Lane, label: str) -> None:
        super().__init__()
        self._lane = lane
        self.second = Secret(say("Once more"), "once-more", eye=False)
        self.first = Secret(label, "passphrase", again=self.second)
        self._strength = meta(wrap=True)
        self._strength.setObjectName("strength")
        self._strength.setMinimumHeight(self._strength.fontMetrics().lineSpacing())
        self.first.line.textChanged.connect(self._weigh)
        self.first.line.returnPressed.connect(self.second.line.setFocus)
        self.second.line.returnPressed.connect(self.entered)
        told = meta(say("Five odd words make a strong passphrase that is easy to keep. Let nobody look on."), wrap=True)
        proposal = Proposal(self._take)
        typed = column(self.first, self._strength, self.second, gap=theme.SMALL)
        self.setLayout(column(told, proposal, typed, gap=theme.GAP))

    def value(self) -> str:
        """What was chosen, or nothing while something is wrong, which then stands beside it."""
        chosen = self.first.line.text()
        self.first.complain("" if chosen else say("Choose a passphrase first."))
        same = self.second.line.text() == chosen
        if chosen:
            self.second.complain("" if same else say("The two are not the same."))
        return chosen if same else ""

    def complain(self, told: Told) -> None:
        self.first.complain(told)

    def forget(self) -> None:
        for each in (self.first, self.second):
            each.line.clear()

    def _take(self, words: str) -> None:
        self.first.line.setText(words)
        self.second.line.setFocus()

    def _weigh(self, typed: str) -> None:
        self._lane.run(lambda: strength(typed), then=self._strength.setText, owner=self)


class Proposal(QFrame):
    """Five words, seen on asking, and the ways to take them or to see others."""

    def __init__(self, take: Callable[[str], object]) -> None:
        super().__init__()
        self._words = body(weight=theme.SEMIBOLD, wrap=True)
        self._words.setObjectName("proposal")
        others = pressed(Small(say("Other words")), self._propose)
        these = pressed(Small(say("Use these")), lambda: take(self._words.text()))
        self._show = pressed(Small(say("Show me five words"), icon="eye"), self._uncover)
        self._ways = holding(row(these, others, 1))
        named = PlainLabel(say("Words you could use"), size=theme.META, weight=theme.MEDIUM, tint="leaf")
        for covered in (self._words, self._ways):
            covered.hide()
        laid = column(named, self._words, self._ways, row(self._show, 1), gap=theme.SMALL)
        room = theme.px(theme.GAP)
        laid.setContentsMargins(room, room, room, room)
        self.setLayout(laid)
        self._propose()

    def _uncover(self) -> None:
        self._show.hide()
        for covered in (self._words, self._ways):
            covered.show()
        self._ways.layout().itemAt(0).widget().setFocus()  # type: ignore[union-attr]

    def _propose(self) -> None:
        self._words.setText(propose_passphrase())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("leaf-wash"))
        painter.drawRoundedRect(QRectF(self.rect()), theme.px(theme.ROUND), theme.px(theme.ROUND))
        painter.end()
