"""A record kind is described once; everything else follows from the description.

Decision. A kind is a pair of SQLModel classes: the *draft* validates what a person typed, the *table* holds what the
ledger folded. A field is declared once, with `Shown`: label, why we ask, who may read it. From that come the form row,
the table header, the words of the timeline, the history, the bundle, the column of a report and the help text. A field
without a `why` or an `audience` cannot be declared.

Consequences. Drafts demand fields; tables do not, since a book may never be sent an audience: every column may be
empty, nothing is unique, nothing points by foreign key. SQLModel tables do not validate, so only the ledger makes
them, from lines that were validated by their declarations. In the journal every value is a scalar; a set is one
register an element (`codes/W1: true`), so that additions on two laptops unite.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cache, cached_property
from typing import Any, ClassVar, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import ConfigDict, ValidationInfo, field_validator
from sqlalchemy import Column as SchemaColumn
from sqlalchemy import Dialect, Index, String, Table, TypeDecorator
from sqlalchemy.orm import declared_attr
from sqlmodel import Field as Column
from sqlmodel import SQLModel

from caregiver_desk.clock import has_come
from caregiver_desk.records.journal import WITHDRAWN, Audience, Scalar
from caregiver_desk.records.shapes import LONGEST_TEXT, Shape, shapes_of
from caregiver_desk.wording import composed


@dataclass(frozen=True)
class Shown:
    """How a field is shown, why it is asked, and who may read it."""

    label: str
    why: str
    audience: Audience
    unit: str = ""
    refers: str = ""  # the kind of record whose id it holds
    long: bool = False  # several lines of words
    past: bool = False  # a day on which something happened: it has come
    readers: str = ""  # who they are, where the audience alone would say it wrongly
    typed: bool = True  # somebody fills it in and reads it; else it is for the program alone

    def __post_init__(self) -> None:
        if not self.label or not self.why:
            message = "a field needs a label and a reason why we ask"
            raise TypeError(message)


class Elements(TypeDecorator[frozenset[str]]):
    """A set of codes as one column of sorted, comma-joined text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: frozenset[str] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return ",".join(sorted(value)) if value else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[str]:  # noqa: ARG002
        return frozenset(value.split(",")) if value else frozenset()


class Draft(SQLModel):
    """What a person fills in. Validates; refuses what was not declared; never quotes a value in an error."""

    model_config = ConfigDict(  # type: ignore[assignment]
        extra="forbid",
        hide_input_in_errors=True,
        str_strip_whitespace=True,
        str_max_length=LONGEST_TEXT,
        defer_build=True,  # until somebody fills one in: a command needs two or three of them
    )

    @field_validator("*")
    @classmethod
    def _is_filled(cls, value: Any, info: ValidationInfo) -> Any:
        """What is needed is not filled in by blanks."""
        if value == "" and cls.model_fields[str(info.field_name)].is_required():
            message = "nothing was filled in"
            raise ValueError(message)
        return value

    @field_validator("*")
    @classmethod
    def _has_come(cls, value: Any, info: ValidationInfo) -> Any:
        """What happened did so on a day that has come. Asked of who types only: others' clocks are their own."""
        if isinstance(value, date) and _shown(cls.model_fields[str(info.field_name)]).past and not has_come(value):
            message = "this day has not come yet"
            raise ValueError(message)
        return value


class Record(SQLModel):
    """What a book knows of one record: the folded values, and where they come from.

    A class is declared at every start, and laid out only where its table is asked for (`Kind.laid_out`).
    """

    def __init_subclass__(cls, **given: Any) -> None:
        super().__init_subclass__(**given)
        cls.__abstract__ = True

    @declared_attr.directive
    @classmethod
    def __tablename__(cls) -> str:
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    id: str = Column(primary_key=True)
    scope: str = ""  # where it lives
    heads: str = ""  # which lines are current, see ledger
    quarrels: str = ""  # fields with two current values, comma-joined
    findings: str = ""  # codes of what is wrong together, comma-joined
    gone: bool = False  # withdrawn, and nobody has edited it since


@dataclass(frozen=True)
class Field:
    """One declared field of a kind, as every floor reads it.

    `least` and `most` bound a number itself, the length of words, or how many elements a set has.
    """

    name: str
    shown: Shown
    base: type
    many: bool
    required: bool
    least: int | None = None
    most: int | None = None

    @property
    def label(self) -> str:
        return self.shown.label

    @property
    def audience(self) -> Audience:
        return self.shown.audience

    @property
    def choices(self) -> type[StrEnum] | None:
        return self.base if issubclass(self.base, StrEnum) else None


ANYTHING: tuple[str, ...] = ()
"""In `Kind.over`: a record is over with whatever stands in that field, such as a day on which it ended."""


@dataclass(frozen=True)
class Upcast:
    """How lines of one version become lines of the next: a field renamed, a value read anew.

    A range or a list of codes changes only with a new version; what was sound in the old one is made sound here.
    """

    renamed: Mapping[str, str] = field(default_factory=dict)
    converted: Mapping[str, Callable[[Scalar], Scalar]] = field(default_factory=dict)

    def name(self, old: str) -> str:
        base, slash, element = old.partition("/")
        return self.renamed.get(base, base) + slash + element

    def value(self, old: str, value: Scalar) -> Scalar:
        convert = self.converted.get(old.partition("/")[0])
        return convert(value) if convert else value


@dataclass(frozen=True, eq=False)
class Kind:
    """A record kind as declared, once: its classes, its fields, and where its records live.

    `home` is `SITE`, `OWN` (the record founds a scope of its own) or the name of the field that points at the record
    whose scope it shares. `upcasts[n]` turns lines of version n into version n + 1.
    """

    name: str
    label: str
    plural: str
    draft: type[Draft]
    table: type[Record]
    home: str
    named: tuple[str, ...] = ()  # fields that name it, and by which it is found
    when: str = ""  # the date it stands under on a timeline
    about: str = ""  # the field that names whose timeline
    upcasts: tuple[Upcast, ...] = ()
    copies: str = ""  # the field that names records whose words a line of this kind may hold: they are erased together
    copied: tuple[str, ...] = ()  # what such a line holds of them; one that holds more than that is no copy. Empty: any
    stays: bool = False  # nobody but a coordinator who erases it takes it out of sight
    part: bool = False  # of the record at which `home` points: it says nothing without it, and is erased with it
    over: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # fields, and the values with which it is over
    fields: Mapping[str, Field] = field(default_factory=dict)

    SITE: ClassVar[str] = "(site)"
    OWN: ClassVar[str] = "(own)"

    @property
    def version(self) -> int:
        return len(self.upcasts) + 1

    @property
    def indexes(self) -> dict[str, list[str]]:
        """The columns by which its rows are found, by the name of the index."""
        if not self.when:
            return {}
        return {f"{self.name}_days": [self.when, "id"], f"{self.name}_timeline": [self.about, self.when]}

    @cached_property
    def laid_out(self) -> Table:
        """Its table, every column free to be empty. Only a book that is founded or folded anew asks for it."""
        table = _table_of(self.table)
        for column in table.columns:
            column.nullable = not column.primary_key
            if column.name in self.fields and self.fields[column.name].choices and not self.fields[column.name].many:
                column.type = String()
        for name, columns in self.indexes.items():
            Index(name, *(table.c[each] for each in columns))
        return table

    @cached_property
    def shapes(self) -> Mapping[str, Shape]:
        """What its lines may hold, by audience."""
        return shapes_of(self.fields.values(), self.widest)

    @cached_property
    def widest(self) -> Audience:
        """Who may know that there is such a record at all: whoever may read any of it."""
        told = {each.audience for each in self.fields.values()}
        return next(each for each in Audience if each in told)

    def audience_of(self, name: str) -> Audience | None:
        """Who may read this journal field (`codes/W1` as `codes`); None where it is not declared."""
        if name == WITHDRAWN:
            return self.widest
        declared = self.fields.get(name.partition("/")[0])
        return declared.audience if declared else None


@cache
def _table_of(rows: type[Record]) -> Table:
    """Only the table: what SQLAlchemy needs to make objects of rows would take four times as long, and nobody does."""
    columns: dict[str, SchemaColumn[Any]] = {name: vars(rows)[name] for name in rows.model_fields}
    for name, column in columns.items():
        column.name = column.key = name
    return Table(str(rows.__tablename__), rows.metadata, *columns.values())


KINDS: dict[str, Kind] = {}
_LEAST, _MOST = {Ge: "ge", MinLen: "min_length"}, {Le: "le", MaxLen: "max_length"}


def register(kind: Kind) -> Kind:
    """Add a kind to the register, its fields read from its draft."""
    KINDS[kind.name] = complete(kind)
    return KINDS[kind.name]


def complete(kind: Kind) -> Kind:
    """The kind with its fields, read from its draft. One that is asked for and never kept is in no register."""
    fields = {name: _declared(name, kind.draft.model_fields[name]) for name in _in_order(kind.draft)}
    return replace(kind, fields=fields)


def _in_order(draft: type[Draft]) -> list[str]:
    """The fields as they are asked for: what a draft takes over from another and does not demand comes last."""
    own, known = draft.__annotations__, draft.model_fields
    return sorted(known, key=lambda name: name not in own and not known[name].is_required())


def _declared(name: str, info: Any) -> Field:
    base = without_none(info.annotation)
    many = get_origin(base) is frozenset
    least, most = _limit(info, _LEAST), _limit(info, _MOST)
    return Field(name, _shown(info), get_args(base)[0] if many else base, many, info.is_required(), least, most)


def _shown(info: Any) -> Shown:
    for part in info.metadata:
        if isinstance(part, Shown):
            return part
    message = "a field is declared without Shown"
    raise TypeError(message)


def _limit(info: Any, sorts: Mapping[Any, str]) -> int | None:
    return next((getattr(part, sorts[type(part)]) for part in info.metadata if type(part) in sorts), None)


def without_none(annotation: Any) -> Any:
    """The type that remains of one that may also be None; several others together stay as they are."""
    if get_origin(annotation) not in (Union, types.UnionType):
        return annotation
    parts = [part for part in get_args(annotation) if part is not type(None)]
    return parts[0] if len(parts) == 1 else annotation


def drafted(draft: type[Draft]) -> Kind:
    """The kind that this draft fills in, all of it or a part."""
    return next(kind for kind in KINDS.values() if issubclass(kind.draft, draft))


def spread(draft: Draft) -> dict[str, Scalar]:
    """The draft as journal fields: scalars by name, a set as one register an element, nothing for what is empty.

    A revision made by somebody who was never sent an audience lacks its fields, also those that a draft demands.
    """
    fields: dict[str, Scalar] = {}
    for name, info in type(draft).model_fields.items():
        value = getattr(draft, name, None)
        if isinstance(value, frozenset):
            fields.update({f"{name}/{element}": True for element in sorted(value)})
        elif value not in ("", None) and (value or value != info.default):
            fields[name] = scalar(value)
    return fields


def known_fields(kind: Kind) -> str:
    """The names of its fields, for somebody who named one that it has not."""
    return ", ".join(kind.fields)


def scalar(value: Any) -> Scalar:
    """A value as the journal writes it: a date in ISO form, a code by its value, letters in their one form."""
    if isinstance(value, date):
        return value.isoformat()
    return composed(str(value)) if isinstance(value, str) else value


def changes(before: Mapping[str, Scalar], after: Mapping[str, Scalar]) -> dict[str, Scalar]:
    """What turns `before` into `after`: new values, null for a cleared field, false for an element taken out."""
    gone = {name: False if "/" in name else None for name in before if name not in after}
    return gone | {name: value for name, value in after.items() if before.get(name) != value}


def gather(values: Mapping[str, Scalar]) -> dict[str, Any]:
    """Journal fields as one value a declared field: the elements of a set together, what is empty left out."""
    gathered: dict[str, Any] = {}
    for name, value in values.items():
        base, slash, element = name.partition("/")
        if not slash:
            if value is not None:
                gathered[base] = value
        elif value:
            gathered[base] = gathered.get(base, frozenset()) | {element}
    return gathered
