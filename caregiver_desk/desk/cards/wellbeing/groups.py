"""What weighs, chosen without knowing a word for it: eight groups in plain words, then the usual ones of a group.

Arrow keys move among the groups, the space bar opens one. At most five stand there at first; the rest of the group is
one press further.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Chip, Plain, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import clear, column, holding
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.records.wellbeing.wellbeing import StressorCode, StressorGroup
from caregiver_desk.wording import say


class Groups(QWidget):
    """Eight chips; below them what mostly weighs in the one that is chosen."""

    picked = Signal(str)

    def __init__(self, *, folded: bool = False) -> None:
        """`folded` where a talk should not be crowded: the groups come once `unfold` is pressed, or the arrow down."""
        super().__init__()
        self.unfold = pressed(Plain(say("Choose from groups"), hint="↓"), self.open)
        self.unfold.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on with the talk; the arrow goes here
        self.unfold.setParent(self)
        self.choice = Choice([(each, taxonomy.group_words(each)) for each in StressorGroup], required=False)
        self.choice.setAccessibleName(say("Groups of what weighs"))
        self.choice.changed.connect(self.show_usual)
        self._codes = flow(gap=6)
        self._below = holding(self._codes)
        self._below.hide()
        laid = column(self.choice, self._below, gap=theme.SMALL)
        laid.setContentsMargins(theme.px(theme.GAP) if folded else 0, 0, 0, theme.px(theme.TIGHT))
        self.setLayout(laid)
        self.unfold.setVisible(folded)
        if folded:
            self.hide()

    def open(self) -> None:
        """The groups, with the keys in them."""
        self.unfold.hide()
        self.show()
        self.choice.setFocus()

    def show_usual(self) -> None:
        """The usual ones of the group that is chosen, with the keys on the first; or nothing."""
        group = self.choice.value()
        self._show(taxonomy.usual_of(group) if group else (), rest=True)
        if group:
            self._below.findChildren(Chip)[0].setFocus()

    def _show(self, codes: tuple[StressorCode, ...], *, rest: bool) -> None:
        clear(self._codes)
        for each in codes:
            self._codes.addWidget(pressed(Chip(taxonomy.words(each)), partial(self._pick, each)))
        group = self.choice.value()
        if rest and group and len(taxonomy.codes_of(group)) > len(codes):
            more = pressed(Plain(say("More of them"), icon="down"), partial(self._show_all, group))
            self._codes.addWidget(more)
        self._below.setVisible(bool(codes))

    def _show_all(self, group: StressorGroup) -> None:
        self._show(taxonomy.codes_of(group), rest=False)
        self._below.findChildren(Chip)[0].setFocus()

    def _pick(self, code: StressorCode) -> None:
        """Chosen, and ready for the next."""
        self.choice.put(None)
        self._show((), rest=False)
        self.choice.setFocus()
        self.picked.emit(str(code))
