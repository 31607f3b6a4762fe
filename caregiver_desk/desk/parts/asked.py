"""What is asked where no book is open yet: a label, a line to type into, and what is wrong with it in words.

The forms of the desk follow from declared fields. Here there is no declaration and none may be brought in: these stand
in the first windows, which are painted before anything heavy is there.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.buttons import Plain, Quiet, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.heard import describe, label_of, name_for_everyone
from caregiver_desk.desk.parts.layout import column, holding, row
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import PlainLabel, meta, title
from caregiver_desk.wording import say

STEP = "step"  # how the title of what is asked is known


def head(words: str, icon: str, told: str | PlainLabel) -> QVBoxLayout:
    """What this is, and a sentence about it, or a label where that may change."""
    about = meta(told, wrap=True) if isinstance(told, str) else told
    named = title(words)
    named.setObjectName(STEP)
    return column(row(Icon(icon, "leaf", 28), named, 1), about, gap=theme.SMALL)


def page(words: str, icon: str, told: str | PlainLabel, part: QWidget) -> QVBoxLayout:
    """A page at the door: its head, and what is to be done."""
    laid = column(head(words, icon, told), part, 1, gap=theme.ROOM)
    room = theme.px(theme.WIDE)
    laid.setContentsMargins(room, room, room, room)
    return laid


def foot(trouble: Trouble, *others: QWidget, last: QWidget) -> QWidget:
    """What stands below a page, whatever of it is scrolled away: what is wrong, other ways to go, and the way on."""
    ways = column(flow(*others))
    ways.setContentsMargins(0, theme.px((theme.FIELD - Plain.high) / 2), 0, 0)
    laid = row(holding(ways), last)
    laid.setStretch(0, 1)
    whole = column(trouble, laid, gap=theme.GAP)
    room = theme.px(theme.WIDE)
    whole.setContentsMargins(room, theme.px(theme.GAP), room, room)
    return holding(whole)


class Asked(QWidget):
    """One question: its label, what it is answered in, why it is asked, and what is wrong with the answer."""

    def __init__(self, label: str, answer: QWidget, *, why: str = "", beside: QWidget | None = None) -> None:
        super().__init__()
        self.answer, self._why = answer, why
        name_for_everyone(answer, label, why)
        self._trouble = Trouble()
        told = [meta(why, wrap=True)] if why else []
        laid = row(answer, *([beside] if beside else []))
        laid.setStretch(0, 1)
        named = PlainLabel(label, size=theme.META, weight=theme.MEDIUM, tint="ink-soft")
        label_of(named, answer)
        self.setLayout(column(named, holding(laid), *told, self._trouble, gap=theme.TIGHT))
        self.setFocusProxy(answer)

    def complain(self, told: Told) -> None:
        self._trouble.say(told, aloud=False)
        describe(self.answer, str(told), self._why)
        if told:
            self.answer.setFocus()


def words(label: str, name: str, *, hint: str = "", why: str = "") -> tuple[Asked, Line]:
    """A question that is answered in a few words, and the line for them."""
    line = Line(hint=hint)
    line.setObjectName(name)
    asked = Asked(label, line, why=why)
    line.textChanged.connect(lambda: asked.complain(""))
    return asked, line


class Secret(Asked):
    """A passphrase, hidden until its owner wants to see it; `again` is shown and hidden with it."""

    def __init__(self, label: str, name: str, *, again: Secret | None = None, eye: bool = True) -> None:
        self.line, self._again = Line(), again
        self.line.setObjectName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = pressed(Quiet(say("Show"), icon="eye"), self._show_or_hide)
        super().__init__(label, self.line, beside=self._eye if eye else None)
        self.line.textChanged.connect(lambda: self.complain(""))

    def show_words(self, *, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(self.line.inputMethodHints() | Qt.InputMethodHint.ImhSensitiveData)

    def _show_or_hide(self) -> None:
        hidden = self.line.echoMode() == QLineEdit.EchoMode.Password
        for each in (self, self._again):
            if each:
                each.show_words(shown=hidden)
        self._eye.setText(say("Hide") if hidden else say("Show"))
        self._eye.setAccessibleName(self._eye.text())
