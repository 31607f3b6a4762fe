"""The sections of a document as cards on the screen, with the chart of each that has one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.chart import Chart
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.parts.words import body, card_title, meta
from caregiver_desk.reports.document import Line, Section

LABEL = 190


def section_card(section: Section) -> Card:
    head = card_title(section.title)
    head.setWordWrap(True)
    parts: list[QWidget] = [head]
    if section.points:
        chart = Chart()
        chart.show_points(section.points, "; ".join(f"{each.label}: {each.words}" for each in section.points))
        parts.append(chart)
    return Card(*parts, *map(_line, section.lines))


def _line(line: Line) -> QWidget:
    if not line.label:
        return meta(line.words, wrap=True)
    named = body(line.label, weight=theme.MEDIUM, wrap=True)
    named.setFixedWidth(theme.px(LABEL))
    return beside(body(line.words, wrap=True), first=[named], gap=theme.SMALL)
