"""The courses that are shipped, as facts with their source, and the course that a role asks for.

Decision. They are data (`resources/practice/courses.toml`): a site takes them up and adds its own. Nothing of anybody's
manual is in them, and a line says that we have nothing to do with whoever wrote those.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from caregiver_desk.records.people.people import Role
from caregiver_desk.wording import RESOURCES, say


def shipped_courses() -> list[Mapping[str, Any]]:
    """What a site may take up: the fields of a course each."""
    return [_without_source(each) for each in _told()["course"]]


def shipped_standards() -> list[Mapping[str, Any]]:
    return [_without_source(each) for each in _told()["standard"]]


def needed_in(role: Role) -> str:
    """The short name of the course that this role asks for unless a site says another; empty for most roles."""
    return str(_told()["needed"].get(role.value, ""))


def not_ours() -> str:
    """That we have nothing to do with those who teach them."""
    return say(_told()["not_ours"])


def _without_source(told: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in told.items() if name != "source"}


@cache
def _told() -> Mapping[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "courses.toml").read_text(encoding="utf-8"))
