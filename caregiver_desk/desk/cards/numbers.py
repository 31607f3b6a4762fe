"""Whom to ring, as it is shown wherever that cannot wait: a name and a large number."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import column
from caregiver_desk.desk.parts.words import PlainLabel, body
from caregiver_desk.practice.visits.services import Number
from caregiver_desk.wording import say


def number_row(told: Number) -> QWidget:
    """A number that nobody has rung for long is shown all the same, and says so."""
    phone = PlainLabel(told.phone, size=theme.CARD, weight=theme.BOLD)
    old = [PlainLabel(say("check this number"), size=theme.META, tint="amber", wrap=True)] if told.old else []
    return beside(column(body(told.name, wrap=True), *old, gap=1), phone)
