"""What DHIS2 publishes of its imports, as far as a file can break it.

Context. No server of DHIS2 can be had here, and it is Java with a database of its own.
Decision. The names, types and closed lists that it publishes of itself stand in `samples/dhis2-2.42.schema.json`, and
`jsonschema` holds our files against them. What no schema can say stands below: what is referred to, and what is double.
Consequence. Whether a data set takes a value is still seen in its dry run alone, which our instructions begin with.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

SCHEMA = Path(__file__).parents[3] / "samples" / "dhis2-2.42.schema.json"
UID = re.compile(r"[a-zA-Z][a-zA-Z0-9]{10}")
_CELL = ("dataElement", "period", "orgUnit", "categoryOptionCombo", "attributeOptionCombo")


@cache
def _validator(name: str) -> Draft202012Validator:
    told = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator({**told, "$ref": f"#/$defs/{name}"}, format_checker=FormatChecker(["date"]))


def faults_of(name: str, told: object) -> list[str]:
    """Each fault with the place of it; empty when the file is as DHIS2 wants it."""
    return [f"{each.json_path}: {each.message}" for each in _validator(name).iter_errors(told)]


def check_value_set(told: dict[str, Any]) -> None:
    """Keys, types and periods as published, every value text, no cell twice, and a UID where things go by it."""
    assert not faults_of("dataValueSet", told)
    for value in told["dataValues"]:
        assert all(isinstance(each, str) for each in value.values())
        if told["idScheme"] == "UID":
            assert all(UID.fullmatch(value[each]) for each in _CELL if each != "period" and each in value)
    cells = [tuple(value.get(each) for each in _CELL) for value in told["dataValues"]]
    assert len(set(cells)) == len(cells), "two values for one cell"


def check_tracker(told: dict[str, list[dict[str, Any]]]) -> None:
    """Flat lists with keys and types as published; what is referred to is in the file, and nothing stands twice."""
    assert not faults_of("tracker", told)
    entities, enrolments, events = (told[each] for each in ("trackedEntities", "enrollments", "events"))
    known = {each["trackedEntity"] for each in entities}
    enrolled = {each["enrollment"]: each for each in enrolments}
    assert len(known) == len(entities)
    assert len(enrolled) == len(enrolments)
    assert len({each["event"] for each in events}) == len(events)
    assert all(each["trackedEntity"] in known for each in enrolments)
    assert all(enrolled[each["enrollment"]]["trackedEntity"] == each["trackedEntity"] for each in events)
