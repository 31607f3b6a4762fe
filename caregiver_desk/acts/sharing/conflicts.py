"""Settling conflicts: one field, or many that are alike, each time with nothing lost."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ValidationError

from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.asking import Holds
from caregiver_desk.acts.keeping import scope_to_write, tell
from caregiver_desk.errors import NoConflict, NotFilledIn, NotUnderstood, UnknownField
from caregiver_desk.records.journal import Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import known_fields
from caregiver_desk.store import histories, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.wording import count, say


class Settlement(BaseModel):
    """A field in conflict, and the one value that replaces all that are current."""

    kind: str
    id: str
    field: str
    value: str | int | bool | None = None


@act("Settle a conflict", subject="sharing")
def settle(book: Book, *, kind: str, id: str, field: str, value: str | int | bool | None) -> Outcome:  # noqa: A002
    """Give a field in conflict one value, which replaces all that are current. Nothing of the others is lost.

    It may be one that nobody wrote; then that is said, since it may be a slip.
    """
    change = _settled(book, kind, id, field, value)
    said = say("Settled. The other value stays in the history.")
    if _is_another(book, change):
        said = say(
            "Settled with another value than was written: {value}. Those that were written stay in the history. If it "
            "was a slip, undo it and settle again.",
            value=value,
        )
    return tell(ledger.append(book, "settle", [change]), said, id)


@act("Settle conflicts that are alike", subject="sharing")
def settle_alike(
    book: Book, *, conflicts: Annotated[list[dict[str, Scalar]], Holds(lambda: Settlement, many=True)]
) -> Outcome:
    """The same for many at once; one undo takes all of it back. One that cannot be settled leaves all as they were."""
    if not conflicts:
        raise NotFilledIn(fields="conflicts")
    try:
        told = [Settlement.model_validate(each) for each in conflicts]
    except ValidationError:
        reason = say("each needs its kind, id, field and value")
        raise NotUnderstood(field="conflicts", reason=reason) from None
    changes = [_settled(book, each.kind, each.id, each.field, each.value) for each in told]
    one, many = "Settled. The other value stays in the history.", "{number} settled. The others stay in the history."
    said = count(one, many, len(told))
    if others := sum(_is_another(book, change) for change in changes):
        one, many = "One of them with another value than was written.", "{number} with other values than were written."
        said = f"{said} {count(one, many, others)}"
    return tell(ledger.append(book, "settle_alike", changes), said, "")


def _settled(book: Book, kind: str, record: str, field: str, value: Scalar) -> Change:
    """Raises NoSuchKind, NoSuchRecord, UnknownField or NoConflict."""
    leaf = questions.get(book, kind, record)
    if field.partition("/")[0] not in KINDS[kind].fields:
        raise UnknownField(field=field, kind=say(KINDS[kind].label), known=known_fields(KINDS[kind]))
    if field not in leaf.quarrels:
        raise NoConflict(field=field)
    return Change(kind, leaf.id, scope_to_write(book, leaf), {field: value})


def _is_another(book: Book, change: Change) -> bool:
    """Whether a conflict is settled with a value that none of those who disagree wrote."""
    ((field, value),) = change.fields.items()
    current = histories.current(book, change.kind, change.record)
    return value not in [entry.fields[name] for name, entry in current if name == field]
