"""Which column of a sheet says what: titles are matched with fields, and whoever brings the sheet may say otherwise.

Words that titles and cells may use are data (`resources/intake`), so a site adds its own. A title matches as a whole or
not at all. A column that matches nothing is left out and named in the preview: notes and diagnoses do not slip in.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from caregiver_desk.acts.intake.table import Hand, Knows, Row, Table
from caregiver_desk.errors import NoColumns, NoSuchKind, NotASheet, UnknownField
from caregiver_desk.practice.names import folded
from caregiver_desk.records.people import ASSIGNMENT, ENGAGEMENT, HOUSEHOLD, PERSON
from caregiver_desk.records.record import Kind
from caregiver_desk.wording import RESOURCES, later, say

ANSWER = "answer"  # the column of a mended copy in which somebody may write that this is another person
MEND = later("What to mend")
_TITLES_LOOKED_AT = 30
_IN_BRACKETS = r"[(\[][^)\]]*[)\]]"


@dataclass(frozen=True)
class Target:
    """A field that a column can go into."""

    name: str
    label: str
    base: type


@dataclass(frozen=True)
class Form:
    """What a sheet of this kind may hold, and of which fields it must have one."""

    kind: Kind
    act: str
    targets: Mapping[str, Target]
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """A table with its titles known."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    hand: Hand


@dataclass(frozen=True)
class Wishes:
    """What whoever brings a sheet says of it: fields by title (empty: leave out), and how days are written."""

    columns: Mapping[str, str] = field(default_factory=dict)
    day_first: bool | None = None


AS_FOUND = Wishes()


@dataclass(frozen=True)
class Matching:
    """The field of each column, empty where it is left out."""

    form: Form
    fields: tuple[str, ...]
    wishes: Wishes

    def left_out(self, sheet: Sheet) -> list[str]:
        """The titles of what no field takes."""
        untitled = say("a column without a title")
        return [title or untitled for title, name in zip(sheet.columns, self.fields, strict=True) if not name]


def _targets(*chosen: Target, **names: tuple[Kind, str]) -> dict[str, Target]:
    declared = [Target(name, kind.fields[own].label, kind.fields[own].base) for name, (kind, own) in names.items()]
    return {each.name: each for each in (*declared, *chosen)}


def _of(kind: Kind, *names: str) -> dict[str, tuple[Kind, str]]:
    return {name: (kind, name) for name in names}


_ANSWER = Target(ANSWER, MEND, str)
_TEAM = Target("team", HOUSEHOLD.fields["team"].label, str)

FORMS: dict[str, Form] = {
    "household": Form(
        HOUSEHOLD,
        "bring_in_households",
        _targets(
            _ANSWER,
            _TEAM,
            Target("caregiver", ASSIGNMENT.fields["caregiver"].label, str),
            **_of(HOUSEHOLD, "code", "ward", "level", "state", "enrolled", "nickname", "village", "phone", "safety"),
            **_of(ASSIGNMENT, "since", "short_number"),
        ),
        needs=("code",),
    ),
    "person": Form(
        PERSON,
        "bring_in_people",
        _targets(
            _ANSWER,
            _TEAM,
            Target("name", later("Name"), str),
            Target("surname_first", later("Surname and name"), str),
            **_of(PERSON, "given_names", "surname", "known_as", "phone", "birth_year", "language"),
            **_of(ENGAGEMENT, "since", "state", "role", "field_days"),
        ),
        needs=("name", "surname_first", "given_names"),
    ),
}


def form_for(kind: str) -> Form:
    """How a sheet of this kind is read. Raises NoSuchKind."""
    if kind not in FORMS:
        raise NoSuchKind(kind=kind, known=", ".join(sorted(FORMS)))
    return FORMS[kind]


@cache
def vocabulary(kind: str) -> dict[str, dict[str, str]]:
    """What words mean: titles under `columns`, words in cells under the field's name."""
    meanings: dict[str, dict[str, str]] = {"columns": {folded(say(MEND)): ANSWER}}
    for path in sorted((RESOURCES / "intake").glob(f"{kind}.*toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        for place, words in {"columns": told.get("columns", {}), **told.get("values", {})}.items():
            meanings.setdefault(place, {}).update(
                {folded(word): meant for meant, synonyms in words.items() for word in synonyms}
            )
    return meanings


def titles_of(text: str) -> str:
    """A title as it is compared: without what stands in brackets."""
    return folded(re.sub(_IN_BRACKETS, " ", text)) or folded(text)


def read_wishes(path: Path | None) -> Wishes:
    """The file given with `--map`: `[columns]` of titles and fields, and `dates = "day first"` or `"month first"`."""
    if path is None:
        return AS_FOUND
    try:
        told: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise NotASheet(reason=say("the file that says which column is which cannot be read")) from None
    columns = {str(title): str(name) for title, name in dict(told.get("columns", {})).items()}
    return Wishes(columns, {"day first": True, "month first": False}.get(told.get("dates", "")))


def knower(form: Form, wishes: Wishes) -> Knows:
    """Tells the titles of this form, and those of the wishes, from other words."""
    known = {*vocabulary(form.kind.name)["columns"], *map(titles_of, wishes.columns)}
    return lambda cell: titles_of(cell) in known


def headed(table: Table, form: Form, knows: Knows) -> Sheet:
    """The table from its row of titles on: the row, among the first, in which most cells are titles we know."""
    first = table.rows[:_TITLES_LOOKED_AT]
    place = max(range(len(first)), key=lambda at: sum(map(knows, first[at].cells)), default=-1)
    if place < 0 or not any(map(knows, first[place].cells)):
        raise _no_columns(form, len(first[0].cells) if first else 0)
    titles = tuple(" ".join(cell.split()) for cell in first[place].cells)
    rows = tuple(row for row in table.rows[place + 1 :] if row.cells != first[place].cells)
    return Sheet(titles, rows, table.hand)


def match(sheet: Sheet, form: Form, wishes: Wishes) -> Matching:
    """The field of each column: as it was wished, else by its title; of two columns for one field the first counts."""
    wished = {titles_of(title): name for title, name in wishes.columns.items()}
    _check(wished, sheet, form)
    known = {**vocabulary(form.kind.name)["columns"], **wished}
    fields: list[str] = []
    for title in map(titles_of, sheet.columns):
        name = known.get(title, "")
        free = name not in fields and (title in wished or name not in wished.values())
        fields.append(name if free else "")
    if not set(fields) & set(form.needs):
        raise _no_columns(form, len(sheet.columns))
    return Matching(form, tuple(fields), wishes)


def _check(wished: Mapping[str, str], sheet: Sheet, form: Form) -> None:
    titles = set(map(titles_of, sheet.columns))
    for title, name in wished.items():
        if title not in titles:
            raise UnknownField(field=title, kind=say("this sheet"))
        if name and name not in form.targets:
            raise UnknownField(field=name, kind=form.kind.label)


def _no_columns(form: Form, columns: int) -> NoColumns:
    return NoColumns(kind=form.kind.plural, columns=columns, known=", ".join(form.targets))
