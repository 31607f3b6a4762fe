"""Who has not completed a course, of those for whom it is meant: one press from the course."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.growth.training import Lacking
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.growth.training import NotDone, not_done
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, pressed
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.words import body, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.practice.growth.courses import not_ours
from caregiver_desk.store.access import What
from caregiver_desk.wording import count, say

SIZE = (600, 560)


def show_lacking(parent: QWidget, hands: Hands, code: str = "") -> None:
    """Of this course, or of the first; where the site has none yet, one is added."""

    def show(told: NotDone) -> None:
        if not told.courses:
            hands.dialogs.show(act_sheet(parent, hands, "record_course"))
            return
        hands.dialogs.show(LackingSheet(parent, hands, told))
        hands.looked(What.LISTED, {each.person for each in told.people})

    hands.lane.ask(lambda book: not_done(book, code), then=show, owner=parent)


def show_all_lacking(parent: QWidget, hands: Hands, _person: str = "") -> None:
    show_lacking(parent, hands)


class LackingSheet(QDialog):
    """Names, and how far each is; another course is chosen above."""

    def __init__(self, parent: QWidget, hands: Hands, told: NotDone) -> None:
        super().__init__(parent)
        self._hands, self._over = hands, parent
        self.setObjectName("lacking")
        close = pressed(Primary(say("Close")), self.reject)
        chooser = Chooser(told.courses, told.code, name=say("Course"))
        chooser.chosen.connect(self._turn_to)
        one, many = "{number} has not completed it yet.", "{number} have not completed it yet."
        about = (
            count(one, many, len(told.people)) if told.people else say("Everybody for whom it is meant has done it.")
        )
        parts = [chooser, *_lines(told.people), meta(not_ours(), wrap=True)]
        lay_out(self, say("Who has not done it"), about, parts, Foot(close), SIZE)
        chooser.setFocus()

    def _turn_to(self, code: str) -> None:
        self.reject()
        show_lacking(self._over, self._hands, code)


def _lines(people: Sequence[Lacking]) -> list[QWidget]:
    return [
        beside(meta(joined(each.team, say(each.standing.value))), first=[body(each.name, weight=theme.MEDIUM)])
        for each in people
    ]
