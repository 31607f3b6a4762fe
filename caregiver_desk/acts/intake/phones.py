"""Forms that are filled in on phones: what each asks, and so what its answers mean (`resources/neighbours/forms`).

A file there is a form of ours, which asks fields by their names, or tells only how the answers of another form are to
be read. What somebody wishes of a sheet counts before it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from caregiver_desk.acts.intake.columns import Wishes, wishes_in
from caregiver_desk.acts.intake.forms import CORRECTS, SUBMISSION
from caregiver_desk.wording import RESOURCES

NUMBER_TITLE, CORRECTS_TITLE = "meta/instanceID", "meta/deprecatedID"


@dataclass(frozen=True)
class PhoneForm:
    """One form. `asks` are fields asked once, `each` those asked for every answer of the group `repeat`."""

    form: str
    holds: str
    wishes: Wishes
    title: str = ""
    asks: Sequence[str] = ()
    each: Sequence[str] = ()
    repeat: str = ""
    repeat_label: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    relevant: Mapping[str, Mapping[str, Sequence[str]]] = field(default_factory=dict)


@cache
def phone_forms() -> dict[str, PhoneForm]:
    """Every form that is known here, by its id."""
    paths = sorted((RESOURCES / "neighbours" / "forms").glob("*.toml"))
    found = [_form(tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths]
    return {each.form: each for each in found}


def _form(told: Mapping[str, Any]) -> PhoneForm:
    own = {name: value for name, value in told.items() if name in PhoneForm.__dataclass_fields__}
    asked = PhoneForm(**own, wishes=wishes_in(told))
    within = f"{asked.repeat}/" if asked.repeat else ""
    titles = {name: name for name in asked.asks} | {f"{within}{name}": name for name in asked.each}
    numbers = {NUMBER_TITLE: SUBMISSION, CORRECTS_TITLE: CORRECTS}
    return replace(asked, wishes=replace(asked.wishes, columns={**titles, **numbers, **asked.wishes.columns}))


def held_by(form: str) -> str:
    """The kind of record that answers of this form become; nothing where it is not known here."""
    return phone_forms()[form].holds if form in phone_forms() else ""


def wishes_for(form: str, kind: str, titles: Sequence[str], wishes: Wishes) -> Wishes:
    """The wishes for answers of this form: what somebody said of them, else what is known of it."""
    if wishes.columns or held_by(form) != kind:
        return wishes
    known = phone_forms()[form].wishes
    columns = {title: name for title, name in known.columns.items() if title in titles}
    return replace(wishes, columns=columns, values={**known.values, **wishes.values}, order=wishes.order or known.order)
