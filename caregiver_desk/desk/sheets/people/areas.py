"""Our areas: a quiet tree of what lies in what, each line with the one thing to do about it."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.people.areas import Lies, Tree, tree
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, Small, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, Hairline, clear, column, holding
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.sheet import Sheet, act_sheet, open_record
from caregiver_desk.desk.sheets.ways import Asking
from caregiver_desk.records.people.people import SITE, TEAM
from caregiver_desk.records.people.regions import REGION
from caregiver_desk.store import questions
from caregiver_desk.wording import say

WIDE, HIGH = 620, 640
INDENT = 24  # pixels at 100 per cent, for each step down
PLACED = {REGION.name, SITE.name, TEAM.name}
PLACING = Asking(SITE, ("lies_in",))


def show_areas(parent: QWidget, hands: Hands) -> None:
    hands.dialogs.show(AreasSheet(parent, hands))


class AreasSheet(QDialog):
    """Asked again after each change; the keys stay on the line where they were."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._page, self._hands = parent, hands
        self.setObjectName("areas")
        self._laid = column(gap=theme.GAP)
        self._found = pressed(Primary(say("Found an area"), icon="plus"), self._begin)
        foot = Foot(self._found, others=[pressed(Quiet(say("Close")), self.reject)])
        about = say("Figures are told of each area as of the whole: where there are few, words stand for numbers.")
        lay_out(self, say("Our areas"), about, [holding(self._laid)], foot, (WIDE, HIGH))
        hands.lane.touched.connect(self._hear)
        self._found.setFocus()
        self._ask()

    def _hear(self, touched: Collection[str]) -> None:
        if PLACED & set(touched):
            self._ask()

    def _ask(self) -> None:
        self._hands.lane.ask(tree, then=self._show, owner=self)

    def _show(self, found: Tree) -> None:
        held = next((each.objectName() for each in self.findChildren(Small) if each.hasFocus()), "")
        clear(self._laid)
        if found.placed:
            self._laid.addWidget(Card(*self._rows(found.placed), gap=theme.SMALL))
        else:
            words = say("Found the widest first, such as a province; then what lies in it, and place your sites there.")
            self._laid.addWidget(Empty("people", say("No areas yet"), words))
        if found.placed and found.unplaced:
            self._laid.addWidget(Card(heading(say("In no area yet")), *self._rows(found.unplaced), gap=theme.SMALL))
        for each in self.findChildren(Small):
            if held and each.objectName() == held:
                each.setFocus()

    def _rows(self, placed: tuple[Lies, ...]) -> list[QWidget]:
        return [part for each in placed for part in (Hairline(), self._row(each))][1:]

    def _row(self, each: Lies) -> QWidget:
        words = column(
            body(each.name, weight=theme.MEDIUM, wrap=True), *([meta(each.told)] if each.told else []), gap=1
        )
        words.setContentsMargins(theme.px(INDENT * each.depth), 0, 0, 0)
        change = each.kind == REGION.name
        way = Small(say("Change") if change else say("Place"))
        way.setObjectName(each.id)
        way.setAccessibleName(say("{act}: {what}", act=way.text(), what=each.name))
        return beside(words, pressed(way, partial(self._change if change else self._place, each.id)))

    # -- what is done

    def _begin(self) -> None:
        self._hands.dialogs.show(act_sheet(self._page, self._hands, "record_region"))

    def _change(self, area: str) -> None:
        open_record(self._page, self._hands, REGION.name, area)

    def _place(self, site: str) -> None:
        """In which area it lies is asked alone."""

        def show(leaf: questions.Leaf) -> None:
            self._hands.dialogs.show(Sheet(self._page, self._hands, named("change_site"), PLACING, leaf))

        self._hands.lane.ask(lambda book: questions.get(book, SITE.name, site), then=show, owner=self)
