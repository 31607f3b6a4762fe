"""What a bundle would hold, before it is written: how much of what, about how many people, and what stays here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Hairline, Scroll, column, holding, over_window
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync.contents import Contents, of_a_kind, private, whom
from caregiver_desk.wording import say

WIDE, HIGH, LEAST, LINE = 560, 520, 230, 36


class Outgoing(QDialog):
    """Looked through, and sent on its way or not."""

    def __init__(self, parent: QWidget, partner: Partner, held: Contents, make: Callable[[], object]) -> None:
        super().__init__(parent)
        self._make = make
        words = say("A bundle for {name}", name=partner.name)
        self.setObjectName("outgoing")
        self.setWindowTitle(words)
        head = title(words)
        head.setWordWrap(True)
        go = pressed(Primary(say("Choose the stick"), hint="Ctrl ↵"), self._go_on)
        foot = Foot(go, others=[pressed(Quiet(say("Not now")), self.reject)])
        listed = column(Scroll(holding(column(*_parts(held), 1, gap=theme.SMALL)), beside=theme.GAP), foot, gap=0)
        laid = column(column(head, meta(_about(held), wrap=True), gap=theme.TIGHT), listed, gap=theme.ROOM)
        room = theme.px(theme.WIDE)
        laid.setContentsMargins(room, room, room, room)
        self.setLayout(laid)
        over_window(self, WIDE, min(HIGH, LEAST + LINE * len(held.kinds)))
        on_ctrl_enter(self, self._go_on)
        self.finished.connect(self.deleteLater)
        go.setFocus()

    def _go_on(self) -> None:
        self.accept()
        self._make()


def _about(held: Contents) -> str:
    if not held.lines:
        return say("Nothing is new. It only says what has arrived here.")
    about = whom(held)
    return say("All that has not arrived there, {about}.", about=about) if about else say("All that has not arrived.")


def _parts(held: Contents) -> list[QWidget]:
    """A line a kind; then whether anything in it is private."""
    parts: list[QWidget] = []
    for name, number in held.kinds:
        parts += [body(of_a_kind(held, name, number), wrap=True), Hairline()]
    parts.append(beside(meta(private(held), wrap=True), first=[Icon("lock", "ink-soft", 15)], gap=6))
    return parts
