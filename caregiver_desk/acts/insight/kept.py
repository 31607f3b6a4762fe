"""Figures as a text that is kept: a line a figure, and read again whatever the program counts by then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from caregiver_desk.acts.insight.figures import Figure
from caregiver_desk.practice.insight.telling import Why

_PARTS = 9


def as_text(figures: Iterable[Figure]) -> str:
    return "\n".join("|".join(_line(each)) for each in figures)


def from_text(text: str) -> list[Figure]:
    """What is a figure in it; another line came from elsewhere and says nothing here."""
    return [figure for line in text.splitlines() for figure in _figure(line.split("|"))]


def _line(figure: Figure) -> Iterator[str]:
    for value in figure:
        yield "" if value is None else value.name if isinstance(value, Why) else str(value).replace("|", " ")


def _figure(parts: list[str]) -> Iterator[Figure]:
    if len(parts) != _PARTS:
        return
    code, place, first, last, split, of, per, why, least = parts
    try:
        days = date.fromisoformat(first), date.fromisoformat(last)
        yield Figure(code, place, *days, split, _number(of), _number(per), Why[why] if why else None, _number(least))
    except (ValueError, KeyError):
        return


def _number(text: str) -> int | None:
    return int(text) if text else None
