"""Sharing: partners, bundles, conflicts, and what only a coordinator decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import scope_to_write, tell
from caregiver_desk.errors import ChangedSince, NoConflict, NothingToUndo
from caregiver_desk.records.journal import WITHDRAWN, Audience, Origin, Scalar
from caregiver_desk.records.people import Role
from caregiver_desk.records.record import Kind
from caregiver_desk.records.standing import Statement
from caregiver_desk.store import histories, ledger, questions, sending, undoing
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import count, say

TRAVELS = frozenset({Audience.OPEN, Audience.TEAM, Audience.CONTACT, Audience.WORDS})


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
        current = {tag for name in questions.journal_values(leaf) for tag in questions.current_tags(leaf, name)}
        if not leaf.gone and current <= saved.lines.keys():
            yield Change(saved.kind, saved.record, scope, {WITHDRAWN: True})
        return
    for tag, audience in saved.lines.items():
        earlier = histories.before(book, saved.kind, saved.record, tag)
        fields = {name: value for name, value in earlier.items() if questions.current_tags(leaf, name) == (tag,)}
        if fields:
            yield Change(saved.kind, saved.record, scope, fields, undoes={audience: tag})


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
def enrol(book: Book, *, laptop: str, scopes: list[str]) -> Outcome:
    """From now on this laptop may write in these scopes. Counts from their founder or a coordinator."""
    fields = {f"may/{clock.mark(laptop, scope)}": True for scope in scopes}
    change = Change(Statement.ENROLMENT, clock.mark("enrolment", laptop, book.laptop), "", fields)
    return tell(ledger.append(book, "enrol", [change]), say("Enrolled."), "")


@act("Lock out a laptop", subject="sharing", role=Role.COORDINATOR)
def lock_out(book: Book, *, laptop: str) -> Outcome:
    """What this laptop wrote up to now counts; what it writes from now on is set aside everywhere."""
    heights = {f"last/{clock.mark(*stream)}": high for stream, high in sending.heights(book, laptop).items()}
    fields: dict[str, Scalar] = {"laptop": laptop, **heights}
    change = Change(Statement.REVOCATION, clock.mark("revocation", laptop), "", fields)
    return tell(ledger.append(book, "lock_out", [change]), say("Locked out."), "")


@act("Erase a record", subject="sharing")
def erase(book: Book, *, id: str, ground: str) -> Outcome:  # noqa: A002
    """A coordinator's erasure is final and travels; from anyone else it hides the record and asks."""
    change = Change(Statement.ERASURE, clock.mark("erasure", id, book.laptop), "", {"of": id, "ground": ground})
    saved = ledger.append(book, "erase", [change])
    final = book.role == Role.COORDINATOR
    return tell(saved, say("Erased for good.") if final else say("Hidden. A coordinator was asked to erase it."), "")


@act("Hand a record over", subject="sharing", role=Role.COORDINATOR)
def hand_over(book: Book, *, kind: str, id: str, scope: str) -> Outcome:  # noqa: A002
    """From now on this record lives in another scope; what may travel is restated there, with where it came from."""
    leaf = questions.get(book, kind, id)
    statement = Change(Statement.HANDOVER, clock.mark("handover", id), "", {"of": id, "to": clock.mark(id, scope)})
    restated = list(_restated(book, questions.kind_named(kind), leaf, scope))
    saved = ledger.append(book, "hand_over", [statement, *restated])
    return tell(
        saved,
        count("Handed over, {number} value restated.", "Handed over, {number} values restated.", len(restated)),
        id,
    )


def _restated(book: Book, kind: Kind, leaf: Leaf, scope: str) -> Sequence[Change]:
    """For each line that is displayed now, a change in the new scope that says the same, and whence."""
    by_line: dict[str, dict[str, Scalar]] = {}
    for name, value in questions.journal_values(leaf).items():
        tags = questions.current_tags(leaf, name)
        if kind.audience_of(name) in TRAVELS and tags:
            by_line.setdefault(tags[0], {})[name] = value
    entries = {entry.tag: entry for entry in histories.history(book, kind.name, leaf.id)}
    return [
        Change(
            kind.name,
            leaf.id,
            scope,
            fields,
            origins={entries[tag].audience: Origin(tag, entries[tag].by, entries[tag].at)},
        )
        for tag, fields in by_line.items()
    ]
