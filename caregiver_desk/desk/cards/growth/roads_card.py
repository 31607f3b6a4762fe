"""Our roads, among the settings: each is opened or closed by a tick, with a sentence of what it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.growth.roads import Roads, RoadTold
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Chip, Small, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, clear, column, holding
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.words import PlainLabel, body, heading, meta
from caregiver_desk.wording import capital, say


class RoadsCard(Card):
    """What may not be said by whose desk this is can be read all the same, and why it may not is said."""

    def __init__(self, hands: Hands) -> None:
        self._hands, self._laid = hands, column(gap=theme.GAP)
        why = meta(say("Ways to grow that not every site needs. The closed ones are not shown."), wrap=True)
        self._why_not = meta(say("Your coordinator opens and closes these."), wrap=True)
        super().__init__(heading(say("Our roads")), why, self._why_not, holding(self._laid), gap=theme.GAP)
        self._shown: Roads | None = None

    def show_roads(self, found: Roads) -> None:
        if found == self._shown:
            return
        self._shown = found
        held = next((each.objectName() for each in self.findChildren(Chip) if each.hasFocus()), "")
        clear(self._laid)
        self._why_not.setVisible(not found.may_say)
        for each in found.told:
            self._laid.addWidget(self._row(each, may_say=found.may_say))
        for chip in self.findChildren(Chip):
            if held and chip.objectName() == held:
                chip.setFocus()

    def _row(self, told: RoadTold, *, may_say: bool) -> QWidget:
        name = say(told.road)
        words = column(body(capital(name), weight=theme.MEDIUM), meta(say(told.about), wrap=True), gap=1)
        whole = beside(words, self._tick(told, name) if may_say else _state(told))
        return holding(column(whole, self._where_not_yet(told, name), gap=theme.TIGHT)) if told.not_yet else whole

    def _where_not_yet(self, told: RoadTold, name: str) -> QWidget:
        """Where a site came in after the road was opened, one press opens it there."""
        words = say("Not open yet at {sites}.", sites=", ".join(told.not_yet))
        there = pressed(Small(say("Open there")), lambda: self._open(told))
        there.setAccessibleName(say("Open there: {name}", name=name))
        return beside(PlainLabel(words, size=theme.META, tint="amber", wrap=True), there)

    def _tick(self, told: RoadTold, name: str) -> Chip:
        chip = Chip(say("Open"))
        chip.setChecked(told.opened)
        chip.setObjectName(f"road-{told.road.name.lower()}")
        chip.setAccessibleName(say("Open: {name}", name=name))
        chip.clicked.connect(lambda: self._turn(chip, told))
        return chip

    def _turn(self, chip: Chip, told: RoadTold) -> None:
        """It shows what holds, and holds otherwise only once that is saved."""
        chip.setChecked(told.opened)
        if told.opened:
            self._do("close_road", told)
        else:
            self._open(told)

    def _open(self, told: RoadTold) -> None:
        self._do("open_road", told)

    def _do(self, name: str, told: RoadTold) -> None:
        act = named(name)
        self._hands.lane.do(lambda book: act(book, road=told.road), owner=self)


def _state(told: RoadTold) -> Tag:
    return Tag(say("open") if told.opened else say("closed"), "leaf" if told.opened else "plain")
