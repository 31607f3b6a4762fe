"""What an act asks for, as a JSON schema; and what an argument that does not fit should have been.

Some arguments hold fields by their names, or a list of such: what they take is told by a marker, for it is read field
by field later, and refused there in the words of its record.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import GenericAlias
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, create_model
from pydantic.fields import FieldInfo

from caregiver_desk.records.record import Draft
from caregiver_desk.records.wanted import wanted_as
from caregiver_desk.wording import say

_CLOSED = ConfigDict(extra="forbid")


@dataclass(frozen=True)
class Holds:
    """Marks an argument that holds fields of a record, or of several; `fields` are named when somebody asks."""

    fields: Callable[[], type[BaseModel]]
    many: bool = False

    def shape(self) -> Any:
        return GenericAlias(list, self.fields()) if self.many else self.fields()


def some(draft: type[Draft], names: Iterable[str]) -> type[BaseModel]:
    """These fields of a draft, each as necessary as it is there."""
    return _model(
        draft.__name__, {name: (draft.model_fields[name].annotation, draft.model_fields[name]) for name in names}
    )


def partly(draft: type[Draft], *, without: Iterable[str] = ()) -> type[BaseModel]:
    """Any fields of a draft, and none of them necessary."""
    names = [name for name in draft.model_fields if name not in frozenset(without)]
    return _model(draft.__name__, {name: _left_out(draft.model_fields[name]) for name in names})


def schema_of(
    act: str, own: Mapping[str, Any], defaults: Mapping[str, Any], drafts: Iterable[type[Draft]]
) -> dict[str, Any]:
    """The JSON schema of an act's arguments: its own, and the fields of the drafts that it takes field by field."""
    fields: dict[str, Any] = {
        name: (info.annotation, info) for draft in drafts for name, info in draft.model_fields.items()
    }
    asked = {name: (_shape(kind), _needed_or(defaults[name])) for name, kind in own.items()}
    return {"required": [], **_model(act, fields | asked).model_json_schema()}


def wanted_of(name: str, kind: Any) -> str:
    """What an argument of this name and type is; of a list of records, with the names of their fields."""
    marked = _marker(kind)
    if marked and marked.many:
        return say("a list of objects with {fields}", fields=", ".join(marked.fields().model_fields))
    return wanted_as(get_args(kind)[0] if marked else kind, name)


def _left_out(info: FieldInfo) -> tuple[Any, FieldInfo]:
    """A field with its limits, that may be left out."""
    return info.annotation, FieldInfo.merge_field_infos(info, default=None)


def _model(name: str, fields: dict[str, Any]) -> type[BaseModel]:
    return create_model(name, __config__=_CLOSED, **fields)


def _needed_or(default: Any) -> Any:
    return ... if default is inspect.Parameter.empty else default


def _marker(kind: Any) -> Holds | None:
    return next((each for each in get_args(kind) if isinstance(each, Holds)), None)


def _shape(kind: Any) -> Any:
    marked = _marker(kind)
    return marked.shape() if marked else kind
