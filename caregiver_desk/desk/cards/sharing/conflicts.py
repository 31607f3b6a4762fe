"""A conflict: two versions side by side, who wrote each and when and what each had seen, and four ways on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import moment
from caregiver_desk.desk.answers.sharing.quarrels import Quarrel, Version
from caregiver_desk.desk.parts.buttons import Primary, Quiet, Small, pressed
from caregiver_desk.desk.parts.differences import Compared
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, Columns, column, holding, row
from caregiver_desk.desk.parts.marks import Avatar
from caregiver_desk.desk.parts.words import PlainLabel, card_title, meta
from caregiver_desk.wording import count, digits, say


class Settles(Protocol):
    """What a panel asks of its page."""

    def settle(self, quarrel: Quarrel, chosen: Any) -> None: ...

    def settle_alike(self, quarrel: Quarrel, version: Version) -> None: ...

    def put_off(self, quarrel: Quarrel) -> None: ...


class ConflictPanel(QWidget):
    """One conflict, to be settled whenever she likes."""

    def __init__(self, quarrel: Quarrel, does: Settles, others: int = 0, *, first: bool) -> None:
        """`others` are alike: the same two wrote the same field of other records. The `first` is settled first."""
        super().__init__()
        left, right = quarrel.versions
        title = card_title(say("{record} · {field}", record=quarrel.title, field=quarrel.label))
        title.setWordWrap(True)
        why = meta(say("Changed on two laptops. Neither had seen the other’s change."), wrap=True)
        scale = [meta(quarrel.scale, wrap=True)] if quarrel.scale else []
        sides = Columns(
            (_side(left, right, say("Keep left"), partial(does.settle, quarrel, left.stored)), 240, 1),
            (_side(right, left, say("Keep right"), partial(does.settle, quarrel, right.stored)), 240, 1),
        )
        ways: list[QWidget] = [pressed(Quiet(say("Decide later")), partial(does.put_off, quarrel))]
        if quarrel.both:
            ways.append(
                pressed(
                    (Primary if first else Quiet)(say("Keep both words")), partial(does.settle, quarrel, quarrel.both)
                )
            )
        many = [_all_alike(quarrel, does, others)] if others else []
        self.setLayout(column(column(title, why, *scale, gap=2), sides, row(1, *ways), *many))


def _all_alike(quarrel: Quarrel, does: Settles, others: int) -> QWidget:
    """One word may settle all of them."""
    told = count("{number} other is like this one.", "{number} others are like this one.", others)
    ways: list[QWidget] = []
    same = len({each.who for each in quarrel.versions}) == 1
    for version in quarrel.versions:
        name = say("{name}, {where},", name=version.who, where=version.where) if same else version.who
        words = say("Keep all {number} as {name} wrote them", number=digits(others + 1), name=name)
        ways.append(pressed(Small(words), partial(does.settle_alike, quarrel, version)))
    return holding(column(meta(told, wrap=True), holding(flow(*ways)), gap=theme.TIGHT))


def _side(version: Version, other: Version, words: str, keep: Callable[[], object]) -> QWidget:
    name = PlainLabel(version.who, weight=theme.MEDIUM, wrap=True)
    place = meta(say("{where} · {when}", where=version.where, when=moment(version.at)), wrap=True)
    head = beside(column(name, place, gap=0), first=[Avatar(version.who)])
    button = pressed(Quiet(words), keep)
    return Card(head, Compared(version.words, other.words), meta(version.had_seen, wrap=True), button)
