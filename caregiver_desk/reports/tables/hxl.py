"""The tags by which programs of humanitarian offices know a column (HXL), as data: `resources/neighbours/hxl.toml`."""

from __future__ import annotations

import tomllib
from functools import cache

from caregiver_desk.records.record import Field, Kind
from caregiver_desk.wording import RESOURCES

KEY = "#meta+id"


def tag(kind: Kind, field: Field) -> str:
    """The tag of a field; empty where none was given."""
    return _tags().get(kind.name, {}).get(field.name, "")


@cache
def _tags() -> dict[str, dict[str, str]]:
    told = tomllib.loads((RESOURCES / "neighbours" / "hxl.toml").read_text(encoding="utf-8"))
    return {str(kind): {str(field): str(tag) for field, tag in tags.items()} for kind, tags in told.items()}
