"""What the web API of DHIS2 documents of its imports, as far as a file can break it."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

UID = re.compile(r"[a-zA-Z][a-zA-Z0-9]{10}")
PERIOD = re.compile(
    r"\d{8}|\d{4}W([1-9]|[1-4]\d|5[0-3])|\d{4}(0[1-9]|1[0-2])|\d{4}0[1-6]B|\d{4}Q[1-4]|\d{4}S[12]|\d{4}AprilS[12]"
    r"|\d{4}|\d{4}(April|July|Oct)"
)
SCHEMES = {"idScheme", "dataElementIdScheme", "orgUnitIdScheme", "categoryOptionComboIdScheme", "dataSetIdScheme"}
SET_KEYS = SCHEMES | {"dataSet", "completeDate", "period", "orgUnit", "attributeOptionCombo", "dataValues"}
VALUE_NEEDS = {"dataElement", "period", "orgUnit", "value"}
VALUE_KEYS = VALUE_NEEDS | {"categoryOptionCombo", "attributeOptionCombo", "comment", "storedBy", "followup", "deleted"}
ENTITY = {"trackedEntity", "trackedEntityType", "orgUnit", "attributes"}
ENROLMENT = {"enrollment", "program", "trackedEntity", "orgUnit", "enrolledAt", "status"}
EVENT = {"event", "program", "programStage", "enrollment", "trackedEntity", "orgUnit", "occurredAt", "status"}


def check_value_set(told: dict[str, Any]) -> None:
    """Every key known, every value text, every period a name, and a UID where things are called by it."""
    assert told.keys() <= SET_KEYS
    assert {told[each] for each in SCHEMES & told.keys()} <= {"UID", "CODE"}
    assert told["dataValues"]
    for value in told["dataValues"]:
        assert VALUE_NEEDS <= value.keys() <= VALUE_KEYS
        assert all(isinstance(each, str) and each for each in value.values())
        assert PERIOD.fullmatch(value["period"])
        if told["idScheme"] == "UID":
            named = VALUE_KEYS & {"dataElement", "orgUnit", "categoryOptionCombo", "attributeOptionCombo"}
            assert all(UID.fullmatch(value[each]) for each in named & value.keys())
    cells = [tuple(value.get(each) for each in _CELL) for value in told["dataValues"]]
    assert len(set(cells)) == len(cells), "two values for one cell"


_CELL = ("dataElement", "period", "orgUnit", "categoryOptionCombo", "attributeOptionCombo")


def check_tracker(told: dict[str, list[dict[str, Any]]]) -> None:
    """Flat lists; what is needed is there, names are UIDs, what is referred to is in the file, dates are dates."""
    assert told.keys() <= {"trackedEntities", "enrollments", "events", "relationships"}
    entities, enrolments, events = (told[each] for each in ("trackedEntities", "enrollments", "events"))
    for each, needs in (
        [(e, ENTITY) for e in entities] + [(e, ENROLMENT) for e in enrolments] + [(e, EVENT) for e in events]
    ):
        assert needs <= each.keys()
        _check_names(each)
    known = {each["trackedEntity"]: each for each in entities}
    enrolled = {each["enrollment"]: each for each in enrolments}
    assert len(known) == len(entities)
    assert len(enrolled) == len(enrolments)
    assert len({each["event"] for each in events}) == len(events)
    assert all(each["trackedEntity"] in known for each in enrolments)
    assert all(enrolled[each["enrollment"]]["trackedEntity"] == each["trackedEntity"] for each in events)
    assert {each["status"] for each in enrolments} <= {"ACTIVE", "COMPLETED", "CANCELLED"}
    assert {each["status"] for each in events} <= {"ACTIVE", "COMPLETED", "SCHEDULE", "OVERDUE", "SKIPPED"}


def _check_names(told: dict[str, Any]) -> None:
    for key, value in told.items():
        if key in {"trackedEntity", "trackedEntityType", "orgUnit", "enrollment", "program", "programStage", "event"}:
            assert UID.fullmatch(value), f"{key}: {value}"
        if key.endswith("At"):
            date.fromisoformat(value)
    for key, name in (("attributes", "attribute"), ("dataValues", "dataElement")):
        for each in told.get(key, ()):
            assert UID.fullmatch(each[name])
            assert each["value"] is None or isinstance(each["value"], str)
