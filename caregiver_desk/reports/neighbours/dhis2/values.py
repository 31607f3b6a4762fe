"""Figures as data values: what may be told goes as text, what is held back is named and left out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec

from caregiver_desk.acts.insight.figures import Figure, told
from caregiver_desk.practice.insight.indicators import Indicator
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.practice.spans import Span
from caregiver_desk.reports.neighbours.dhis2.mapping import Mapped, Side
from caregiver_desk.reports.neighbours.dhis2.periods import Period
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day, say

COLUMNS = (
    "dataelement", "period", "orgunit", "categoryoptioncombo", "attributeoptioncombo", "value", "storedby",
    "lastupdated", "comment",
)  # fmt: skip


class Value(NamedTuple):
    element: str
    unit: str
    combo: str
    value: str
    comment: str = ""


class LeftOut(NamedTuple):
    """A number that does not go: of which figure and group, and why not; of which area, or "" for all."""

    code: str
    title: str
    split: str
    why: str
    area: str = ""


class Chosen(NamedTuple):
    values: tuple[Value, ...]
    left_out: tuple[LeftOut, ...]


def named(each: LeftOut) -> str:
    """Which one it is, in words."""
    whole = say("{title} ({code})", title=each.title, code=each.code)
    told = say("{whole}, {split}", whole=whole, split=each.split) if each.split else whole
    return say("{area}: {whole}", area=each.area, whole=told) if each.area else told


def choose(book: Book, mapped: Mapped, period: Period, indicators: Mapping[str, Indicator]) -> Chosen:
    """What goes of what is mapped, and what does not. Groups are told of all alone, and so asked of no area."""
    asked = {code: each for code, each in indicators.items() if code in {row.indicator for row in mapped.rows}}
    found = told(book, asked, Span(*period.days), mapped.areas)
    figures = {(each.place, each.code, each.split): each for each in found}
    called = questions.names_of(book, mapped.areas[1:])
    values: list[Value] = []
    left_out: list[LeftOut] = []
    for area, row in ((area, row) for area in mapped.areas for row in mapped.rows if not (area and row.split)):
        figure = figures.get((area, row.indicator, row.split))
        number = _number(figure, row.side) if figure and _fits(figure, period) else None
        if figure is None or number is None:
            title = say(indicators[row.indicator].title)
            left_out.append(LeftOut(row.indicator, title, row.split, _why(figure, period), called.get(area, "")))
        else:
            values.append(Value(row.element, mapped.places[area], row.combo, str(number), _comment(figure, period)))
    return Chosen(tuple(_marked(book, each) for each in values), tuple(left_out))


def _number(figure: Figure, side: Side) -> int | None:
    """What is held back, or told in part, is held back on both sides."""
    if figure.why:
        return None
    return figure.of if side is Side.OF else figure.per


def _fits(figure: Figure, period: Period) -> bool:
    """Whether it is of these days, or of their end: one of days before them would stand under the wrong name."""
    return period.days.first <= figure.first and figure.last == period.days.last


def _why(figure: Figure | None, period: Period) -> str:
    if figure is None:
        return say("its groups are not told of these days, or nothing of it was counted")
    if figure.why is Why.PARTLY and figure.least:
        return say("{why}; it is at least {least}", why=say(figure.why), least=figure.least)
    if figure.why:
        return say(figure.why)
    return say("there was nothing to count") if _fits(figure, period) else say(Why.SHORT)


def _comment(figure: Figure, period: Period) -> str:
    """Where it is of other days than those that were asked for: it holds on the last of them."""
    if figure.span == Span(*period.days):
        return ""
    return say("of {first} to {last}", first=full_day(figure.first), last=full_day(figure.last))


def _marked(book: Book, value: Value) -> Value:
    """What is made up says so wherever it lands."""
    words = ". ".join(filter(None, (say("Made up, for training only"), value.comment)))
    return value._replace(comment=words) if book.fictional else value


def as_json(mapped: Mapped, period: Period, values: Sequence[Value]) -> Iterator[bytes]:
    """One object; how things are called in it stands in it."""
    scheme = mapped.scheme.upper()
    schemes = ("idScheme", "dataElementIdScheme", "orgUnitIdScheme", "categoryOptionComboIdScheme", "dataSetIdScheme")
    head = dict.fromkeys(schemes, scheme) | {"dataSet": mapped.data_set}
    yield msgspec.json.encode(head)[:-1] + b',"dataValues":['
    for number, each in enumerate(values):
        yield (b",\n" if number else b"\n") + msgspec.json.encode(_value(mapped, period, each))
    yield b"\n]}\n"


def _value(mapped: Mapped, period: Period, value: Value) -> dict[str, Any]:
    said = {
        "dataElement": value.element,
        "period": period.code,
        "orgUnit": value.unit,
        "categoryOptionCombo": value.combo,
        "attributeOptionCombo": mapped.attribute_combo,
        "value": value.value,
        "comment": value.comment,
    }
    return {name: text for name, text in said.items() if text}


def as_csv(mapped: Mapped, period: Period, values: Sequence[Value]) -> Iterator[bytes]:
    """A row a value, every cell between quotation marks."""
    yield _row(COLUMNS)
    for each in values:
        told = (each.element, period.code, each.unit, each.combo, mapped.attribute_combo, each.value)
        yield _row((*told, "", "", each.comment))


def _row(cells: Sequence[str]) -> bytes:
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return written.getvalue().encode()
