"""The register of acts: everything a person can do, each one keyword-only function, listed once.

The desk's menus and palette, the command line and the trainer's stories are made from this register. An act takes the
open book first; drafts among its parameters are given field by field, so `do record_visit` takes a flat JSON object.
It returns an `Outcome`: which kinds it touched (pages that show them ask again), the number under which it can be
undone, and one sentence for the status line.
"""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from caregiver_desk.errors import NoSuchAct, NotFilledIn, NotUnderstood, NotYours, UnknownField
from caregiver_desk.records.record import Draft
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say


@dataclass(frozen=True)
class Outcome:
    """What an act did. `undo` is 0 where there is nothing to take back; `record` is what it made, if one thing."""

    sentence: str
    touched: frozenset[str] = frozenset()
    undo: int = 0
    record: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Act:
    """One thing a person can do. `subject` is its room; `role` who may do it (empty: everyone)."""

    name: str
    label: str
    subject: str
    does: Callable[..., Outcome]
    role: str = ""
    shortcut: str = ""

    def __call__(self, book: Book, **given: Any) -> Outcome:
        """Do it. Raises NotYours, NotFilledIn, NotUnderstood or UnknownField before anything is touched."""
        if self.role and book.role != self.role:
            raise NotYours(role=self.role)
        return self.does(book, **self._understood(given))

    def _understood(self, given: Mapping[str, Any]) -> dict[str, Any]:
        known = self.parameters()
        drafts = {name: kind for name, kind in known.items() if _is_draft(kind)}
        taken: dict[str, Any] = {name: given[name] for name in known if name in given}
        rest = {name: value for name, value in given.items() if name not in known}
        for name, draft in drafts.items():
            if isinstance(given.get(name), dict):
                taken[name] = understood(draft, given[name])
            elif name not in taken:
                fields = {each: rest.pop(each) for each in list(rest) if each in draft.model_fields}
                taken[name] = understood(draft, fields)
        missing = [name for name in known if name not in taken and self._demands(name)]
        if missing:
            raise NotFilledIn(fields=", ".join(missing))
        if rest:
            raise UnknownField(field=", ".join(sorted(rest)), kind=self.label)
        return {
            name: value if _is_draft(known[name]) else self._converted(name, value) for name, value in taken.items()
        }

    def _demands(self, name: str) -> bool:
        return inspect.signature(self.does).parameters[name].default is inspect.Parameter.empty

    def _converted(self, name: str, value: Any) -> Any:
        try:
            return TypeAdapter(self.parameters()[name]).validate_python(value)
        except ValidationError as trouble:
            raise NotUnderstood(field=name, reason=_reason(trouble)) from None

    def parameters(self) -> dict[str, Any]:
        """The act's own parameters and their types, without the book."""
        hints = typing.get_type_hints(self.does, include_extras=True)
        return {name: hints[name] for name in list(inspect.signature(self.does).parameters)[1:]}

    def schema(self) -> dict[str, Any]:
        """A JSON schema of what `do` takes for this act."""
        properties: dict[str, Any] = {}
        required: list[str] = []
        signature = inspect.signature(self.does)
        for name, kind in self.parameters().items():
            if _is_draft(kind):
                told = kind.model_json_schema()
                properties |= told["properties"]
                required += told.get("required", [])
            else:
                properties[name] = TypeAdapter(kind).json_schema()
                required += [name] if signature.parameters[name].default is inspect.Parameter.empty else []
        return {"title": self.name, "type": "object", "properties": properties, "required": required}


ACTS: dict[str, Act] = {}

_Does = TypeVar("_Does", bound=Callable[..., Outcome])


def act(label: str, *, subject: str, role: str = "", shortcut: str = "") -> Callable[[_Does], _Does]:
    """Put a function into the register under its own name."""

    def enlist(does: _Does) -> _Does:
        add(Act(does.__name__, label, subject, does, role, shortcut))
        return does

    return enlist


def add(new: Act) -> Act:
    ACTS[new.name] = new
    return new


def named(name: str) -> Act:
    if name not in ACTS:
        raise NoSuchAct(act=name)
    return ACTS[name]


_Filled = TypeVar("_Filled", bound=Draft)


def understood(draft: type[_Filled], fields: Mapping[str, Any]) -> _Filled:
    """The draft these fields fill in. Raises NotFilledIn or NotUnderstood in words, without quoting a value."""
    try:
        return draft.model_validate(dict(fields))
    except ValidationError as trouble:
        faults = trouble.errors(include_url=False, include_input=False, include_context=False)
        missing = [_label(draft, fault["loc"]) for fault in faults if fault["type"] in {"missing", "none_required"}]
        if missing:
            raise NotFilledIn(fields=", ".join(missing)) from None
        raise NotUnderstood(field=_label(draft, faults[0]["loc"]), reason=faults[0]["msg"]) from None


def revised(draft: type[_Filled], known: Mapping[str, Any], fields: Mapping[str, Any]) -> _Filled:
    """The draft as it is known, with these fields validated in their places. Raises NotUnderstood or UnknownField."""
    revision = draft.model_construct(**known)
    for name, value in fields.items():
        if name not in draft.model_fields:
            raise UnknownField(field=name, kind=draft.__name__.removesuffix("Draft"))
        try:
            draft.__pydantic_validator__.validate_assignment(revision, name, value)
        except ValidationError as trouble:
            fault = trouble.errors(include_url=False, include_input=False, include_context=False)[0]
            raise NotUnderstood(field=_label(draft, (name,)), reason=fault["msg"]) from None
    return revision


def _label(draft: type[Draft], place: tuple[int | str, ...]) -> str:
    info = draft.model_fields.get(str(place[0])) if place else None
    return (
        next((part.label for part in info.metadata if hasattr(part, "why")), str(place[0])) if info else str(place[0])
    )


def _reason(trouble: ValidationError) -> str:
    return str(trouble.errors(include_url=False, include_input=False)[0]["msg"])


def _is_draft(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Draft)


def saved(label: str) -> str:
    """The sentence for an ordinary save."""
    return say("Saved: {what}.", what=label)
