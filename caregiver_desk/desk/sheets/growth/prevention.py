"""What keeps a team well, on one sheet: how it stands, and names only where something is due."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.growth.prevention import Due, Part, Prevention, prevention
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, pressed
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Hairline
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.store.access import What
from caregiver_desk.wording import say

SIZE = (600, 640)


def show_prevention(parent: QWidget, hands: Hands, team: str = "") -> None:
    def show(told: Prevention) -> None:
        hands.dialogs.show(PreventionSheet(parent, hands, told))
        hands.looked(What.LISTED, set(told.people))

    hands.lane.ask(lambda book: prevention(book, team), then=show, owner=parent)


class PreventionSheet(QDialog):
    """One team; another is chosen above."""

    def __init__(self, parent: QWidget, hands: Hands, told: Prevention) -> None:
        super().__init__(parent)
        self._hands, self._over = hands, parent
        self.setObjectName("prevention")
        close = pressed(Primary(say("Close")), self.reject)
        chooser = Chooser(dict(told.teams), told.team, name=say("Team"))
        chooser.chosen.connect(self._turn_to)
        parts = [*([chooser] if len(told.teams) > 1 else []), *_written(told)]
        about = say("Names stand only where something is due. What is late is late in our work.")
        lay_out(self, say("What keeps the team well"), about, parts, Foot(close), SIZE)
        (chooser if len(told.teams) > 1 else close).setFocus()

    def _turn_to(self, team: str) -> None:
        self.reject()
        show_prevention(self._over, self._hands, team)


def _written(told: Prevention) -> Iterator[QWidget]:
    for place, part in enumerate(told.parts):
        if place:
            yield Hairline()
        yield from _part(part)


def _part(part: Part) -> Iterator[QWidget]:
    stands = [meta(part.stands)] if part.stands else []
    yield beside(heading(part.title), *stands)
    for each in part.due:
        yield _due(each)


def _due(told: Due) -> QWidget:
    return beside(body(told.name or say("Next"), weight=theme.MEDIUM), meta(told.words))
