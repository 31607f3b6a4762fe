"""A form for phones: which, with which lists, and what then stands in it, before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.visits import phone_form
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice, Several
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.words import body, heading
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.wording import say

SIZE = (620, 480)


def show_phone_form(parent: QWidget, hands: Hands) -> None:
    hands.dialogs.show(PhoneFormSheet(parent, hands))


class PhoneFormSheet(QDialog):
    """Chosen, told, and written."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._hands = hands
        self.setObjectName("phone-form")
        self._form = Choice(phone_form.offered(), required=True)
        self._form.put(phone_form.offered()[-1][0])
        self._lists = Several([(kind, say(words)) for kind, words in phone_form.FROM_LISTS.items()])
        for asked in (self._form, self._lists):
            asked.changed.connect(self._tell)
        self._what = column(gap=theme.SMALL)
        go = pressed(Primary(say("Choose where it goes"), hint="Ctrl ↵"), self.go_on)
        self._foot = Foot(go, others=[pressed(Quiet(say("Not now")), self.reject)])
        about = say(
            "It is filled in on a phone, with ODK Collect or KoboToolbox. What was filled in is dropped on this window."
        )
        lay_out(self, say("A form for phones"), about, self._parts(), self._foot, SIZE)
        on_ctrl_enter(self, self.go_on)
        self._tell()

    def _parts(self) -> list[QWidget]:
        chosen = column(heading(say("They fill in")), self._form, gap=theme.SMALL)
        lists = column(heading(say("Chosen from a list, if you ask for it")), self._lists, gap=theme.SMALL)
        return [holding(chosen), holding(lists), Card(heading(say("What goes")), self._what, gap=theme.SMALL)]

    def _tell(self) -> None:
        """Say what would stand in it by what is chosen now."""
        form, lists = self._form.value(), self._lists.value()
        self._hands.lane.ask(lambda book: phone_form.told(book, form, lists), then=self._show, owner=self)

    def _show(self, told: Sequence[str]) -> None:
        clear(self._what)
        for sentence in told:
            self._what.addWidget(body(sentence, wrap=True))

    def go_on(self) -> None:
        put = partial(self._write, self._form.value(), self._lists.value())
        self._hands.dialogs.pick_folder(self, say("Where shall it go?"), put)

    def _write(self, form: str, lists: frozenset[str], folder: Path) -> None:
        self._hands.lane.do(
            lambda book: phone_form.write(book, form, lists, folder),
            owner=self,
            then=self._done,
            refused=self._foot.complain,
        )

    def _done(self, _: Outcome) -> None:
        self.accept()
