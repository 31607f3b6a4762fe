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
from functools import cache, cached_property
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from caregiver_desk.acts.asking import schema_of, wanted_of
from caregiver_desk.errors import NoSuchAct, NotFilledIn, NotUnderstood, NotYours, Refused, UnknownField
from caregiver_desk.records.record import Draft, drafted, known_fields
from caregiver_desk.records.wanted import wanted
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
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

    def __call__(self, book: Book, /, **given: Any) -> Outcome:
        """Do it. Raises NotYours, NotFilledIn, NotUnderstood or UnknownField before anything is touched."""
        if self.role and book.role != self.role:
            raise NotYours(role=self.role)
        understood = self._understood(given)
        with book.alone():
            return self.does(book, **understood)

    def upon(self, book: Book, /, shown: Leaf, **given: Any) -> Outcome:
        """Do it to a record as somebody was shown it: what others wrote of it since then it does not replace."""
        with book.as_shown(shown.id, shown.lines):
            return self(book, id=shown.id, **given)

    def _understood(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Its arguments. What is not asked for is refused first: often it is what is missing, misspelt."""
        drafts, own = self.drafts, self.own
        unknown = given.keys() - own.keys() - set().union(*(draft.model_fields for draft in drafts.values()))
        if unknown:
            known = [*own, *(name for draft in drafts.values() for name in draft.model_fields)]
            raise UnknownField(field=", ".join(sorted(unknown)), kind=say(self.label), known=", ".join(known))
        missing = [name for name in own if name not in given and self._demands(name)]
        if missing:
            raise NotFilledIn(fields=", ".join(missing))
        rest = {name: value for name, value in given.items() if name not in own}
        return {name: _converted(name, kind, given[name]) for name, kind in own.items() if name in given} | {
            name: understood(draft, {each: rest[each] for each in rest if each in draft.model_fields})
            for name, draft in drafts.items()
        }

    def _demands(self, name: str) -> bool:
        return self._default(name) is inspect.Parameter.empty

    def _default(self, name: str) -> Any:
        return self._signature.parameters[name].default

    @cached_property
    def _signature(self) -> inspect.Signature:
        return inspect.signature(self.does)

    @cached_property
    def parameters(self) -> dict[str, Any]:
        """What it asks and of which type, without the book."""
        hints = typing.get_type_hints(self.does, include_extras=True)
        return {name: hints[name] for name in list(self._signature.parameters)[1:]}

    @cached_property
    def drafts(self) -> dict[str, type[Draft]]:
        """The drafts among its parameters; they are given field by field."""
        return {name: kind for name, kind in self.parameters.items() if _is_draft(kind)}

    @cached_property
    def own(self) -> dict[str, Any]:
        """The parameters that are given as they are."""
        return {name: kind for name, kind in self.parameters.items() if not _is_draft(kind)}

    def schema(self) -> dict[str, Any]:
        """A JSON schema of what `do` takes for this act."""
        own = self.own
        return schema_of(self.name, own, {name: self._default(name) for name in own}, self.drafts.values())


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
    """The draft these fields fill in. Raises UnknownField, NotFilledIn or NotUnderstood, in our words."""
    _know(draft, fields)
    try:
        return draft.model_validate(dict(fields))
    except ValidationError as trouble:
        raise _refusal(draft, fields, trouble) from None


def revised(draft: type[_Filled], known: Mapping[str, Any], fields: Mapping[str, Any]) -> _Filled:
    """The draft as it is known, with these fields validated in their places. Raises as `understood` does."""
    _know(draft, fields)
    revision = draft.model_construct(**known)
    for name, value in fields.items():
        try:
            draft.__pydantic_validator__.validate_assignment(revision, name, value)
        except ValidationError as trouble:
            raise _refusal(draft, fields, trouble) from None
    return revision


def _converted(name: str, kind: Any, value: Any) -> Any:
    try:
        return _reader(kind).validate_python(value)
    except ValidationError:
        raise NotUnderstood(field=name, reason=wanted_of(name, kind)) from None


@cache
def _reader(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _know(draft: type[Draft], fields: Mapping[str, Any]) -> None:
    if unknown := fields.keys() - draft.model_fields.keys():
        kind = drafted(draft)
        raise UnknownField(field=", ".join(sorted(unknown)), kind=say(kind.label), known=known_fields(kind))


def _refusal(draft: type[Draft], fields: Mapping[str, Any], trouble: ValidationError) -> Refused:
    """Why these fields do not fill the draft: what is still needed, or else the first that does not fit."""
    declared = drafted(draft).fields
    wrong = [declared[str(fault["loc"][0])] for fault in trouble.errors(include_url=False, include_input=False)]
    empty = [each for each in wrong if _is_blank(fields.get(each.name))]
    if empty:
        keys = ", ".join(each.name for each in empty)
        return NotFilledIn(fields=", ".join(say(each.label) for each in empty), keys=keys)
    return NotUnderstood(field=say(wrong[0].label), reason=wanted(wrong[0]))


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _is_draft(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Draft)
