"""How work goes on without somebody: one question at the top, what is asked for its answer below, one act.

Everything that may become of a caregiver's work is found here: she leaves, somebody else supports her, her homes are
shared out, she moves, her team changes hands. What each of these means for whom stands above its questions.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.people.moving import Moving, moving
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice, Editor
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.heard import label_of
from caregiver_desk.desk.parts.layout import Scroll, clear, column, holding, put
from caregiver_desk.desk.parts.words import PlainLabel, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.people.moving_ways import Asked, Filled, Way, ways
from caregiver_desk.errors import Problem
from caregiver_desk.records.people.people import EngagementState
from caregiver_desk.wording import say

WIDE, HIGH = 620, 600


class MovingSheet(QDialog):
    """What becomes of one caregiver's work."""

    def __init__(self, parent: QWidget, hands: Hands, caregiver: str, name: str) -> None:
        super().__init__(parent)
        self._hands, self._caregiver = hands, caregiver
        self._ways: list[Way] = []
        self._way: Way | None = None
        self._filled: list[tuple[Asked, Editor]] = []
        self.setObjectName("moving")
        self.setWindowTitle(say("What becomes of the work: {name}", name=name))
        self._about = meta(wrap=True)
        self._chips, self._inside = column(), column(gap=theme.ROOM)
        self._go = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(self._go, others=[pressed(Quiet(say("Leave")), self.reject)])
        head = column(title(name), meta(say("What becomes of their work?")), gap=theme.TIGHT)
        asked = holding(column(self._chips, self._about, self._inside, 1, gap=theme.ROOM))
        laid = column(head, column(Scroll(asked, beside=theme.GAP), self._foot, gap=0), gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)
        on_ctrl_enter(self, self.save)
        self.finished.connect(self.deleteLater)
        self._ask()

    def _ask(self) -> None:
        self._hands.lane.ask(partial(moving, caregiver=self._caregiver), then=self._begin, owner=self)

    def _begin(self, told: Moving) -> None:
        self._ways = ways(told)
        chips = Choice([(number, say(way.label)) for number, way in enumerate(self._ways)], required=True)
        chips.setAccessibleName(say("What becomes of their work?"))
        chips.changed.connect(lambda: self._choose(self._ways[chips.value()]))
        clear(self._chips)
        put(self._chips, chips)
        chips.put(0)
        self._choose(self._ways[0])
        chips.show()
        chips.setFocus()

    def _choose(self, way: Way) -> None:
        self._way = way
        self._about.setText(say(way.about))
        self._go.setVisible(way.does is not None)
        clear(self._inside)
        self._filled.clear()
        for asked in way.asked:
            widget, editor = asked.made()
            self._filled.append((asked, editor))
            called = label_of(PlainLabel(say(asked.label), weight=theme.MEDIUM), widget)
            put(self._inside, holding(column(called, widget, gap=theme.TIGHT)))
        self._foot.complain("")

    def save(self) -> None:
        way = self._way
        if way is None or (does := way.does) is None or self._complains():
            return
        told: dict[str, Any] = {asked.name: editor.value() for asked, editor in self._filled}
        filled = {name: value for name, value in told.items() if value is not None}
        self._hands.lane.do(
            lambda book: does(book, filled), owner=self, then=partial(self._done, filled), refused=self._refused
        )

    def _done(self, filled: Filled, _: Outcome) -> None:
        """After a death it stays open: what the team is offered comes next, and may be left."""
        if filled.get("state") == EngagementState.DECEASED:
            self._ask()
        else:
            self.accept()

    def _complains(self) -> bool:
        """What is wrong or lacking, said; nothing is done then."""
        wrong = next((fault for _, editor in self._filled if (fault := editor.fault())), "")
        empty = [say(asked.label) for asked, editor in self._filled if asked.needed and editor.value() in _NOTHING]
        lacking = say("Still needed: {fields}.", fields=", ".join(empty)) if empty else ""
        self._foot.complain(wrong or lacking)
        return bool(wrong or lacking)

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)


_NOTHING: tuple[Any, ...] = (None, "", frozenset())
