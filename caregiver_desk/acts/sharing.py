"""Sharing: partners, bundles, conflicts, and what only a coordinator decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import scope_to_write, tell
from caregiver_desk.errors import ChangedSince, NoConflict, NoSuchRecord, NothingToUndo
from caregiver_desk.records.folding import TRAVELS
from caregiver_desk.records.journal import WITHDRAWN, Scalar
from caregiver_desk.records.people import Role
from caregiver_desk.records.standing import Statement
from caregiver_desk.store import histories, ledger, questions, sending, undoing
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.wording import count, say


@act("Undo", subject="sharing", shortcut="Ctrl+Z")
def undo(book: Book, *, save: int = 0) -> Outcome:
    """Take back a save (the last one, if none is named): for each field still current from it, the value before."""
    saved = undoing.saved(book, save)
    if saved is None:
        raise NothingToUndo
    changes = [change for record in saved.records for change in _inverse(book, record)]
    if not changes:
        raise ChangedSince
    again = ledger.append(book, f"undo:{saved.act}", changes)
    undoing.mark_undone(book, saved.number)
    return tell(again, say("Undone."), "")


def _inverse(book: Book, saved: undoing.SavedRecord) -> Iterator[Change]:
    """What takes one record back: a new one is withdrawn, a changed field gets what it had before."""
    leaf = questions.get(book, saved.kind, saved.record)
    scope = scope_to_write(book, leaf)
    if saved.made:
        current = {entry.tag for _, entry in histories.current(book, saved.kind, saved.record)}
        if not leaf.gone and current <= saved.lines.keys():
            yield Change(saved.kind, saved.record, scope, {WITHDRAWN: True})
        return
    for tag in saved.lines:
        earlier = histories.before(book, saved.kind, saved.record, tag)
        fields = {name: value for name, value in earlier.items() if tag in questions.current_tags(leaf, name)}
        if fields:
            yield Change(saved.kind, saved.record, scope, fields, undoes=tag)


@act("Settle a conflict", subject="sharing")
def settle(book: Book, *, kind: str, id: str, field: str, value: str | int | bool | None) -> Outcome:  # noqa: A002
    """Give a field in conflict one value, which replaces all that are current. Nothing of the others is lost."""
    leaf = questions.get(book, kind, id)
    if field not in leaf.quarrels:
        raise NoConflict(field=field)
    change = Change(kind, id, scope_to_write(book, leaf), {field: value})
    return tell(ledger.append(book, "settle", [change]), say("Settled. The other value stays in the history."), id)


@act("Set an import aside", subject="sharing")
def set_aside(book: Book, *, arrival: int) -> Outcome:
    """Hide, on this laptop only, what came with one bundle. It can be brought back."""
    posted = ledger.set_aside(book, arrival, aside=True)
    return Outcome(say("Set aside. You can bring it back at any time."), posted.touched)


@act("Bring an import back", subject="sharing")
def bring_back(book: Book, *, arrival: int) -> Outcome:
    posted = ledger.set_aside(book, arrival, aside=False)
    return Outcome(say("Brought back."), posted.touched)


@act("Let a laptop write", subject="sharing")
def enrol(book: Book, *, laptop: str, scope: str) -> Outcome:
    """From now on this laptop may write in this scope. Counts from its founder or a coordinator."""
    return _state(book, "enrol", Statement.ENROLMENT, clock.mark(laptop, scope), {"may": True}, say("Enrolled."))


@act("Let a laptop write no longer", subject="sharing")
def dismiss(book: Book, *, laptop: str, scope: str) -> Outcome:
    """Takes an enrolment back; what was written under it is set aside too, unless it is enrolled again."""
    subject = clock.mark(laptop, scope)
    return _state(book, "dismiss", Statement.ENROLMENT, subject, {WITHDRAWN: True}, say("No longer enrolled."))


@act("Lock out a laptop", subject="sharing", role=Role.COORDINATOR)
def lock_out(book: Book, *, laptop: str) -> Outcome:
    """What this laptop wrote up to now counts; what it writes from now on is set aside everywhere."""
    heights = {f"last/{clock.mark(*stream)}": high for stream, high in sending.heights(book, laptop).items()}
    return _state(book, "lock_out", Statement.REVOCATION, laptop, {"out": True, **heights}, say("Locked out."))


@act("Listen to a laptop again", subject="sharing", role=Role.COORDINATOR)
def let_in(book: Book, *, laptop: str) -> Outcome:
    """Takes a lock-out back."""
    return _state(book, "let_in", Statement.REVOCATION, laptop, {WITHDRAWN: True}, say("Listened to again."))


@act("Erase a record", subject="sharing")
def erase(book: Book, *, id: str, ground: str) -> Outcome:  # noqa: A002 - it is the record's id
    """A coordinator's erasure is final and travels; from anyone else it hides the record and asks."""
    if questions.kind_of(book, id) is None:
        raise NoSuchRecord(kind=say("record"), record=id)
    final = book.role == Role.COORDINATOR
    sentence = say("Erased for good.") if final else say("Hidden. A coordinator was asked to erase it.")
    return _state(book, "erase", Statement.ERASURE, id, {"ground": ground}, sentence)


def _state(book: Book, act: str, kind: Statement, subject: str, fields: Mapping[str, Scalar], sentence: str) -> Outcome:
    saved = ledger.append(book, act, [Change(kind, kind.about(subject), "", fields)], undoable=False)
    return Outcome(sentence, saved.touched)


@act("Hand a record over", subject="sharing", role=Role.COORDINATOR)
def hand_over(book: Book, *, kind: str, id: str, scope: str) -> Outcome:  # noqa: A002 - it is the record's id
    """From now on this record lives in another scope; what may travel is restated there, with where it came from."""
    statement = Change(Statement.HANDOVER, Statement.HANDOVER.about(id), "", {"to": clock.mark(id, scope)})
    restated = [
        Change(kind, id, scope, {name: entry.fields[name]}, restates=entry.tag)
        for name, entry in histories.current(book, kind, id)
        if entry.audience in TRAVELS and entry.scope != scope
    ]
    saved = ledger.append(book, "hand_over", [statement, *restated], undoable=False)
    return tell(
        saved,
        count("Handed over, {number} value restated.", "Handed over, {number} values restated.", len(restated)),
        id,
    )
