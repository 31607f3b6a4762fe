"""Homes and their visits for a program of DHIS2 in which homes are followed: tracked entities, enrolments, events.

Decision. Flat, as the import of today takes it: what is named stands before what names it. Names follow from our ids
and never change, so the same file again changes nothing. Whatever is updated there is replaced whole, so every mapped
field of an object is told each time; one that says nothing here is told as nothing, which clears it there. Only what is
open to all goes, and no home that said no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import msgspec

from caregiver_desk import clock
from caregiver_desk.practice.spans import Span
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.leaving import may_leave
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.records.visits.households import HOUSEHOLD, HouseholdState
from caregiver_desk.records.visits.visits import VISIT
from caregiver_desk.reports.neighbours.dhis2.mapping import SITE, Mapped, Told
from caregiver_desk.reports.neighbours.homes import said_no
from caregiver_desk.reports.neighbours.identity import uid_of
from caregiver_desk.store.book import Book
from caregiver_desk.store.pages import named_in, pages

Values = Mapping[str, Any]
STATES: Mapping[str, str] = {
    HouseholdState.REFERRED: "ACTIVE",
    HouseholdState.ACTIVE: "ACTIVE",
    HouseholdState.PAUSED: "ACTIVE",
    HouseholdState.GRADUATED: "COMPLETED",
    HouseholdState.CLOSED: "COMPLETED",
    HouseholdState.TRANSFERRED: "CANCELLED",
    HouseholdState.EXITED: "CANCELLED",
    HouseholdState.MOVED: "CANCELLED",
}


@dataclass
class Followed:
    """The homes that were visited in some days, and these visits."""

    book: Book
    days: Span
    mapped: Mapped
    caregivers: set[str] = field(default_factory=set)  # whose visits were told

    @property
    def _stored(self) -> tuple[str, str]:
        return self.days.first.isoformat(), self.days.last.isoformat()

    @cached_property
    def homes(self) -> Mapping[str, Values]:
        """What is told of each home, by id."""
        asked = named_in(self.book, VISIT, VISIT.fields["household"], self._stored)
        here = {self.book.shown(each) for each in asked} - said_no(self.book)
        return {record: values for record, values in self._told(HOUSEHOLD, None) if record in here}

    def _told(self, kind: Kind, days: tuple[str, str] | None) -> Iterator[tuple[str, Values]]:
        fields = may_leave(kind)
        for page in pages(self.book, kind, fields, days):
            for told in page:
                yield told.id, dict(zip((each.name for each in fields), told.values, strict=True))

    @property
    def many(self) -> int:
        """How many visits are told, counted without reading what is told of them."""
        rows = (told for page in pages(self.book, VISIT, [VISIT.fields["household"]], self._stored) for told in page)
        return sum(self.book.shown(str(told.values[0] or "")) in self.homes for told in rows)

    def unit(self, home: str) -> str:
        """The organisation unit of its team; the site where its team has none there."""
        team = self.book.shown(str(self.homes[home].get("team") or ""))
        return self.mapped.places.get(team, self.mapped.places[SITE])

    def entities(self) -> Iterator[dict[str, Any]]:
        for home, values in self.homes.items():
            yield {
                "trackedEntity": uid_of(home),
                "trackedEntityType": self.mapped.tracker.entity_type,
                "orgUnit": self.unit(home),
                "attributes": [
                    {"attribute": each.name, "value": _value(HOUSEHOLD, each, values)}
                    for each in self.mapped.tracker.attributes
                ],
            }

    def enrolments(self) -> Iterator[dict[str, Any]]:
        for home, values in self.homes.items():
            day = _enrolled(home, values, self.days)
            yield {
                "enrollment": uid_of(home, "enrolment"),
                "program": self.mapped.tracker.program,
                "trackedEntity": uid_of(home),
                "orgUnit": self.unit(home),
                "enrolledAt": day,
                "occurredAt": day,
                "status": STATES[str(values.get("state") or HouseholdState.ACTIVE)],
                "followUp": False,
                "attributes": [],
                "notes": [],
            }

    def events(self) -> Iterator[dict[str, Any]]:
        for visit, values in self._told(VISIT, self._stored):
            home = self.book.shown(str(values.get("household") or ""))
            if home in self.homes:
                self.caregivers.add(self.book.shown(str(values.get("caregiver") or "")))
                yield self._event(visit, home, values)

    def _event(self, visit: str, home: str, values: Values) -> dict[str, Any]:
        return {
            "event": uid_of(visit),
            "program": self.mapped.tracker.program,
            "programStage": self.mapped.tracker.stage,
            "enrollment": uid_of(home, "enrolment"),
            "trackedEntity": uid_of(home),
            "orgUnit": self.unit(home),
            "status": "COMPLETED",
            "occurredAt": values["day"],
            "scheduledAt": values["day"],
            "followUp": False,
            "dataValues": [
                {"dataElement": each.name, "value": _value(VISIT, each, values), "providedElsewhere": False}
                for each in self.mapped.tracker.values
            ],
            "notes": [],
        }


def _enrolled(home: str, values: Values, days: Span) -> str:
    """A day that stays the same from file to file: where none is known, the one on which the home was written down."""
    return str(values.get("enrolled") or clock.made_on(home) or days.first)


def _value(kind: Kind, told: Told, values: Values) -> str | None:
    """As text; nothing where nothing is said. An answer by the name that it has there."""
    stored = values.get(told.field)
    if stored is None:
        return None
    answers = _answers(KINDS[kind.name].fields[told.field], stored)
    return ",".join(told.answers.get(each, each) for each in answers)


def _answers(declared: Field, stored: Any) -> list[str]:
    if declared.base is bool:
        return ["true" if stored else "false"]
    return str(stored).split(",") if declared.many else [str(stored)]


def as_json(followed: Followed) -> Iterator[bytes]:
    """One object of three lists, written one entry after another."""
    parts: Sequence[tuple[str, Callable[[], Iterator[dict[str, Any]]]]] = (
        ("trackedEntities", followed.entities),
        ("enrollments", followed.enrolments),
        ("events", followed.events),
    )
    before = b"{"
    for name, told in parts:
        yield before + msgspec.json.encode(name) + b":["
        for number, each in enumerate(told()):
            yield (b",\n" if number else b"\n") + msgspec.json.encode(each)
        before = b"],\n"
    yield b"]}\n"
