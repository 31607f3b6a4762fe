"""The history of a record: every change of every field, who made it and when, the newest first."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.past import Change, past
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.layout import Hairline, column, holding, row
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets.reading import Reading
from caregiver_desk.store import looks
from caregiver_desk.store.access import What
from caregiver_desk.wording import count, say


def show_history(parent: QWidget, hands: Hands, kind: str, record: str, name: str) -> None:
    """Open the history of one record over its window."""
    hands.lane.ask(
        lambda book: past(book, kind, record),
        then=lambda found: hands.dialogs.show(_sheet(parent, name, *found)),
        owner=parent,
    )
    hands.lane.note(lambda book: looks.looked(book, What.HISTORY, looks.whom_of(book, kind, record)), dear=False)


def _sheet(parent: QWidget, name: str, changes: list[Change], written: int) -> Reading:
    told = count("written once", "written {number} times", written)
    return Reading(parent, say("History of {name}", name=name), told, _laid(changes))


def _laid(changes: list[Change]) -> QWidget:
    laid = column(gap=theme.GAP)
    for number, ((when, who, note), together) in enumerate(
        groupby(changes, lambda each: (each.when, each.who, each.note))
    ):
        if number:
            laid.addWidget(Hairline())
        head = row(heading(say("{when} · {who}", when=when, who=who)), 1, *([Tag(note, "amber")] if note else []))
        laid.addLayout(column(head, *map(_line, together), gap=theme.TIGHT))
    laid.addStretch(1)
    return holding(laid)


def _line(change: Change) -> QWidget:
    now = say("{field}: {now}", field=change.field, now=change.now or say("nothing"))
    before = [meta(say("before: {before}", before=change.before), wrap=True)] if change.before else []
    return holding(column(body(now, wrap=True), *before, gap=1))
