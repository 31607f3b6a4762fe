"""What our figures, areas, teams, homes and visits are called in one DHIS2, as a person filled it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from caregiver_desk.errors import MappingFaults
from caregiver_desk.practice.insight.indicators import Indicator
from caregiver_desk.records.people.people import TEAM
from caregiver_desk.records.people.regions import REGION
from caregiver_desk.reports.neighbours.dhis2.judging import Judge
from caregiver_desk.reports.neighbours.dhis2.lines import Fault, Place, read
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

SITE = ""  # where a figure is of all


class Scheme(StrEnum):
    """By which of their two names things are called in a file."""

    UID = "uid"
    CODE = "code"


class Side(StrEnum):
    """Which number of a figure: how many, or of how many."""

    OF = "of"
    PER = "per"


class Row(NamedTuple):
    """One number and what it is called there; `split` is the group within a figure, "" for the whole."""

    indicator: str
    split: str
    side: Side
    element: str
    combo: str


class Told(NamedTuple):
    """A field of ours, what it is called there, and what its answers are called there, where that differs."""

    field: str
    name: str
    answers: Mapping[str, str]


@dataclass(frozen=True)
class Tracking:
    """The program in which homes are followed there. All names are UIDs."""

    program: str = ""
    stage: str = ""
    entity_type: str = ""
    attributes: tuple[Told, ...] = ()
    values: tuple[Told, ...] = ()


@dataclass(frozen=True)
class Mapped:
    """A mapping that was judged whole. `places` are organisation units by the id of a team or an area, or `SITE`.

    Figures go of `areas`, `SITE` the first of them.
    """

    scheme: Scheme
    data_set: str
    sort: str
    attribute_combo: str
    places: Mapping[str, str]
    rows: tuple[Row, ...] = ()
    tracker: Tracking = Tracking()
    areas: tuple[str, ...] = (SITE,)


def mapped(book: Book, path: Path, indicators: Mapping[str, Indicator], *, tracker: bool = False) -> Mapped:
    """The mapping in a file; for homes and visits with `tracker`. Raises MappingFaults or CannotRead."""
    written = read(path)
    if isinstance(written, Fault):
        raise MappingFaults(file=path.name, faults=str(written))
    judge = Judge(written, indicators)
    found = _mapped(book, judge, tracker=tracker)
    if judge.faults:
        raise MappingFaults(file=path.name, faults="\n".join(map(str, sorted(set(judge.faults)))))
    return found


def _mapped(book: Book, judge: Judge, *, tracker: bool) -> Mapped:
    judge.known_keys(Place(), {"ids", "periodType", "dataSet", "attributeOptionCombo", "orgUnits", "values", "tracker"})
    scheme = Scheme.UID if tracker else judge.one_of(Place(key="ids"), Scheme, Scheme.UID)
    places = _places(book, judge, scheme)
    areas = {area for (area,) in questions.facts(book, REGION.name, ())}
    return Mapped(
        scheme,
        "" if tracker else judge.name(Place(key="dataSet"), scheme),
        judge.sort(Place(key="periodType")),
        judge.name(Place(key="attributeOptionCombo"), scheme, needed=False),
        places,
        () if tracker else tuple(_rows(judge, scheme)),
        _tracking(judge) if tracker else Tracking(),
        (SITE, *(each for each in places if each in areas)),
    )


def _places(book: Book, judge: Judge, scheme: Scheme) -> dict[str, str]:
    known: dict[str, list[str]] = {}
    for kind in (TEAM.name, REGION.name):
        for each in questions.listing(book, kind, limit=questions.EVERY):
            known.setdefault(str(each["name"]), []).append(each.id)
    places: dict[str, str] = {}
    for key in judge.keys(Place("orgUnits")):
        place = Place("orgUnits", key=key)
        unit, found = judge.name(place, scheme), [SITE] if key == "site" else known.get(key, [])
        if len(found) == 1:
            places[found[0]] = unit
        else:
            judge.no_such_place(place, sorted(known), twice=bool(found))
    if SITE not in places:
        judge.lacks(Place("orgUnits", key="site"))
    judge.each_once(places, Place("orgUnits"))
    return places


def _rows(judge: Judge, scheme: Scheme) -> Iterator[Row]:
    seen: dict[tuple[str, str], int] = {}
    for number in judge.many("values"):
        place = Place("values", number)
        judge.known_keys(place, {"indicator", "split", "part", "dataElement", "categoryOptionCombo"})
        side = judge.one_of(place._replace(key="part"), Side, Side.OF)
        element = judge.name(place._replace(key="dataElement"), scheme)
        combo = judge.name(place._replace(key="categoryOptionCombo"), scheme, needed=False)
        code, split = judge.figure(place, per=side is Side.PER)
        if element and seen.setdefault((element, combo), number) != number:
            judge.twice(place._replace(key="dataElement"))
        yield Row(code, split, side, element, combo)


def _tracking(judge: Judge) -> Tracking:
    top = Place("tracker")
    judge.known_keys(top, {"program", "programStage", "trackedEntityType", "attributes", "dataValues"})
    program, stage, sort = (
        judge.uid(top._replace(key=each)) for each in ("program", "programStage", "trackedEntityType")
    )
    attributes = tuple(_told(judge, "tracker.attributes", "attribute", "household"))
    return Tracking(program, stage, sort, attributes, tuple(_told(judge, "tracker.dataValues", "dataElement", "visit")))


def _told(judge: Judge, table: str, named: str, kind: str) -> Iterator[Told]:
    for number in judge.many(table):
        place = Place(table, number)
        judge.known_keys(place, {"field", named, "answers"})
        told, answers = judge.field(place, kind), judge.answers(place, kind)
        yield Told(told, judge.uid(place._replace(key=named)), answers)
