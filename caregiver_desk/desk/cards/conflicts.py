"""A conflict: two versions side by side, who wrote each and when and what each had seen, and four ways on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import moment
from caregiver_desk.desk.answers.quarrels import Quarrel, Version
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.differences import Compared
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, Columns, column, row
from caregiver_desk.desk.parts.marks import Avatar
from caregiver_desk.desk.parts.words import PlainLabel, card_title, meta
from caregiver_desk.wording import say


class ConflictPanel(QWidget):
    """One conflict, to be settled whenever she likes."""

    def __init__(
        self, quarrel: Quarrel, settle: Callable[[Quarrel, Any], object], later: Callable[[Quarrel], object]
    ) -> None:
        super().__init__()
        left, right = quarrel.versions
        title = card_title(say("{record} · {field}", record=quarrel.title, field=quarrel.label))
        title.setWordWrap(True)
        why = meta(say("Changed on two laptops. Neither had seen the other’s change."), wrap=True)
        scale = [meta(quarrel.scale, wrap=True)] if quarrel.scale else []
        sides = Columns(
            (_side(left, right, say("Keep left"), lambda: settle(quarrel, left.stored)), 240, 1),
            (_side(right, left, say("Keep right"), lambda: settle(quarrel, right.stored)), 240, 1),
        )
        ways: list[QWidget] = [pressed(Quiet(say("Decide later")), lambda: later(quarrel))]
        if quarrel.both:
            ways.append(pressed(Primary(say("Keep both words")), lambda: settle(quarrel, quarrel.both)))
        self.setLayout(column(column(title, why, *scale, gap=2), sides, row(1, *ways)))


def _side(version: Version, other: Version, words: str, keep: Callable[[], object]) -> QWidget:
    name = PlainLabel(version.who, weight=theme.MEDIUM, wrap=True)
    place = meta(say("{where} · {when}", where=version.where, when=moment(version.at)), wrap=True)
    head = beside(column(name, place, gap=0), first=[Avatar(version.who)])
    button = pressed(Quiet(words), keep)
    return Card(head, Compared(version.words, other.words), meta(version.had_seen, wrap=True), button)
