"""Parts of a sheet under a title of their own: what is asked, or a section of a document with its chart."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.chart import Chart
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, column, holding
from caregiver_desk.desk.parts.words import body, card_title, heading, meta
from caregiver_desk.reports.document import Line, Section

LABEL = 190


def section(words: str, *parts: QWidget) -> QWidget:
    """What belongs together, under what it is called."""
    return holding(column(heading(words), *parts, gap=theme.SMALL))


def section_card(section: Section) -> Card:
    """Labels on the left, words on the right, as on paper."""
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
