"""Taking back what was saved here, and saying what that was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS, Outcome, act
from caregiver_desk.acts.keeping import home_to_write, scope_to_write, tell
from caregiver_desk.acts.people.handing_over import lives_again
from caregiver_desk.errors import (
    ChangedSince,
    HasGoneUp,
    InterestIsKnown,
    NoSuchRecord,
    NothingToUndo,
    NoWritePath,
    Refused,
    UndoStays,
)
from caregiver_desk.records.growth.appraisal import APPRAISAL
from caregiver_desk.records.journal import WITHDRAWN, Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.records.sharing.standing import Statement
from caregiver_desk.records.supervision.requests import ASKING
from caregiver_desk.records.supervision.supervision import SUPERVISION, LinkPurpose
from caregiver_desk.records.visits.households import ASSIGNMENT
from caregiver_desk.store import histories, ledger, questions, rising, undoing
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.store.undoing import SavedAct, SavedRecord
from caregiver_desk.wording import count, full_day, later, say

TAKES_BACK = {
    "lock_out": "let_in",
    "let_in": "lock_out",
    "enrol": "dismiss",
    "dismiss": "enrol",
    "erase": "do_not_erase",
    "set_aside": "bring_back",
    "bring_back": "set_aside",
}
UNLISTED = {  # done with a file, so they are in no register
    "accept_card": later("Pair"),
    "take_over_answers": later("Take over who answers for the records"),
    "keep_extract": later("Make an extract"),
}
NOWHERE_ELSE: Mapping[str, str] = {}
UNDO = "undo:"  # what the name of an act bears once for each time that it was taken back


@act("Undo", subject="sharing", shortcut="Ctrl+Z")
def undo(book: Book, *, save: int = 0) -> Outcome:
    """Take back a save: for each field still current from it, the value before. It is said what that save was.

    If none is named, the last one that can be taken back, and it is said how many later ones cannot. Raises UndoStays
    where the last thing done is none that undo takes back: nothing older is undone without her knowing.
    """
    last = "" if save else undoing.staying(book)
    if label := ACTS[last].label if last in ACTS else UNLISTED.get(last):
        raise UndoStays(act=say(label), instead=_instead(last))
    refused: list[Refused] = []
    passed: list[SavedAct] = []
    for saved in undoing.meant(book, save):
        parted, given_on = _part(book, saved), with_somebody_else(book, saved)
        try:
            changes = _inverses(book, saved, given_on)
        except (ChangedSince, HasGoneUp, InterestIsKnown, NoSuchRecord, NoWritePath) as refusal:
            if not parted:
                refused.append(refusal)
                passed.append(saved)
                continue
            changes = []
        again = ledger.append(book, f"{UNDO}{saved.act}", changes, undoable=not parted)
        undoing.mark_undone(book, saved.number)
        told = (
            _told(book, saved, passed) + _disputed(book, changes),
            stays_there(saved, given_on),
            _known_there(saved),
        )
        return tell(again, " ".join(filter(None, told)), "")
    raise refused[0] if refused else NothingToUndo


def _part(book: Book, saved: SavedAct) -> bool:
    """Take back first what a save said of records being one: only then does each have its own values before it."""
    said = [each for each in saved.records if each.kind == Statement.SAMENESS]
    took = [(each, tag) for each in said for tag in each.lines]
    fields = [(each, histories.taken_back(book, each.kind, each.record, tag, each.lines)) for each, tag in took]
    changes = [Change(each.kind, each.record, "", values) for each, told in fields for values in told if values]
    if changes:
        ledger.append(book, f"{UNDO}{saved.act}", changes, undoable=False)
    return bool(changes)


def _instead(act: str) -> str:
    """How an act that undo does not take back is taken back, where that is another act."""
    other = ACTS.get(TAKES_BACK.get(act, ""))
    return say("To take it back, do “{act}”.", act=say(other.label)) if other else ""


def _inverses(book: Book, saved: SavedAct, given_on: Collection[str]) -> list[Change]:
    """What takes a save back. Raises ChangedSince where nothing of it is left as it was."""
    before = dict(_lived(book, each) for each in saved.records if each.kind == Statement.HANDOVER)
    still = [each for each in saved.records if each.kind in KINDS and each.record not in given_on]
    found = [change for record in still for change in inverse(book, record, before)]
    changes = [change for change in found if change.fields]
    if not changes:
        raise ChangedSince
    own = {tag for each in saved.records for tag in each.lines}
    return [*_homeward(book, before, own), *changes]


def _lived(book: Book, moved: SavedRecord) -> tuple[str, str]:
    """A record that a save moved, and the scope where it lived before. Raises ChangedSince where it moved on since."""
    record = moved.record.partition("/")[2]
    told = [each for tag in moved.lines for each in histories.taken_back(book, moved.kind, moved.record, tag, [tag])]
    mark = told[-1]["to"] if told else ""
    with book.reading() as cursor:
        scopes = book.hearing(cursor).scopes()
    was = (each for each in scopes if (clock.mark(record, each) == mark if mark else clock.born_in(record, each)))
    scope = next(was, "") if told else ""
    if not scope:
        raise ChangedSince
    return record, scope


def _homeward(book: Book, before: Mapping[str, str], own: Collection[str]) -> list[Change]:
    """Each lives again where it did; statements first, and what others said of it meanwhile is said again there."""
    back = [change for record, scope in before.items() for change in lives_again(book, record, scope, own)]
    return sorted(back, key=lambda change: change.kind in KINDS)


def inverse(book: Book, saved: SavedRecord, before: Mapping[str, str] = NOWHERE_ELSE) -> Iterator[Change]:
    """What takes one record back: a new one is withdrawn, a changed field gets what it would have without the save.

    What was settled between several values gets each of them again. `before` is where records lived that go back.
    """
    leaf = questions.get(book, saved.kind, saved.record)
    scope = before.get(leaf.id, scope_to_write(book, leaf))
    if leaf.kind == ASKING.name and rising.went_up(book, leaf):
        raise HasGoneUp  # the coordinator has it: only a taking back reaches where it went
    if leaf.kind == APPRAISAL.name and rising.stands(rising.interest_of(book, leaf)):
        raise InterestIsKnown
    if saved.made:
        if not leaf.gone and histories.comes_from(book, saved.kind, saved.record, saved.lines):
            yield Change(saved.kind, leaf.id, scope, {WITHDRAWN: True})
        return
    for tag in saved.lines:
        said_of = histories.said_of(book, saved.kind, saved.record, tag)
        for fields in histories.taken_back(book, saved.kind, saved.record, tag, saved.lines):
            if leaf.gone and WITHDRAWN not in fields:
                raise ChangedSince  # somebody took the record out since: an undo does not bring it back unasked
            yield from _each_its_own(book, leaf, {**before, leaf.id: scope}, fields, said_of, tag)


def with_somebody_else(book: Book, saved: SavedAct) -> frozenset[str]:
    """What a save ended and another goes on with by now: homes on other lists, and whom another line supervises.

    Opened again, a home would stand on two lists. What the save itself began in its place is no such other.
    """
    return frozenset({*_on_other_lists(book, saved), *_with_other_lines(book, saved)})


def _ended_by(book: Book, saved: SavedAct, kind: Kind) -> list[Leaf]:
    own = [each.record for each in saved.records if each.kind == kind.name and not each.made]
    found = questions.pointing_at(book, kind.name, "id", own) if own else []
    return [each for each in found if each["until"] is not None]


def _on_other_lists(book: Book, saved: SavedAct) -> Iterator[str]:
    ended, own = _ended_by(book, saved, ASSIGNMENT), {each.record for each in saved.records}
    homes = sorted({str(each["household"]) for each in ended})
    found = questions.listing(book, ASSIGNMENT.name, {"household": homes}, limit=EVERY) if homes else []
    placed = {each["household"] for each in found if each["until"] is None and each.id not in own}
    yield from (each.id for each in ended if each["household"] in placed)


def _with_other_lines(book: Book, saved: SavedAct) -> Iterator[str]:
    ended = [each for each in _ended_by(book, saved, SUPERVISION) if each["purpose"] == LinkPurpose.LINE]
    whose = sorted({str(each["caregiver"]) for each in ended})
    where = {"caregiver": whose, "purpose": LinkPurpose.LINE}
    found = questions.listing(book, SUPERVISION.name, where, limit=EVERY) if whose else []
    heard = {each["caregiver"] for each in found if each["until"] is None}
    yield from (each.id for each in ended if each["caregiver"] in heard)


def stays_there(saved: SavedAct, given_on: Collection[str]) -> str:
    """That what somebody else goes on with was left to them, where there is such."""
    homes = sum(each.kind == ASSIGNMENT.name and each.record in given_on for each in saved.records)
    stay = count("{number} home stays with who has it now.", "{number} homes stay with who have them now.", homes)
    line = say("Who supervises them by now goes on.") if len(given_on) > homes else ""
    return " ".join(filter(None, (stay if homes else "", line)))


def _known_there(saved: SavedAct) -> str:
    """That what other books heard of a move is not unheard there."""
    moved = any(each.kind == Statement.HANDOVER for each in saved.records)
    return say("Whoever heard of it meanwhile keeps what came.") if moved else ""


Said = Mapping[tuple[str, Scalar], str]  # a field and its value: the record of which it was said


def _each_its_own(
    book: Book, leaf: Leaf, scopes: Mapping[str, str], fields: Mapping[str, Scalar], said_of: Said, tag: str
) -> Iterator[Change]:
    """A value goes back to the record of which it was said: records that stand together may be parted again."""
    apart: dict[str, dict[str, Scalar]] = {}
    for name, value in fields.items():
        apart.setdefault(said_of.get((name, value), leaf.id), {})[name] = value
    for record, told in apart.items():
        home = scopes.get(record) or home_to_write(book, record)
        yield Change(leaf.kind, record if home else leaf.id, home or scopes[leaf.id], told, undoes=tag)


def _disputed(book: Book, changes: Sequence[Change]) -> str:
    """That the sides of a conflict came back, where they did: each was said again on its own."""
    said = Counter((change.kind, change.record, field) for change in changes for field in change.fields)
    for (kind, record, field), sides in said.items():
        leaf = questions.find_one(book, kind, record) if sides > 1 else None
        if leaf and field in leaf.quarrels:
            return " " + say("The conflict stands again.")
    return ""


# --- what that was


def _told(book: Book, saved: SavedAct, passed: Sequence[SavedAct]) -> str:
    """Which act was taken back, or done again, what it was about, and which later ones stay."""
    done = _named(book, saved)
    told = say("Done again: {act}.", act=done) if saved.act.count(UNDO) % 2 else say("Undone: {act}.", act=done)
    return f"{told} {_staying(book, passed)}" if passed else told


def _staying(book: Book, passed: Sequence[SavedAct]) -> str:
    """What was done later and could not be taken back: the last of it by name, and how much more."""
    last, more = _named(book, passed[0]), len(passed) - 1
    if not more:
        return say("“{act}” cannot be taken back any more and stays.", act=last)
    return count(
        "“{act}” and {number} more save cannot be taken back any more and stay.",
        "“{act}” and {number} more saves cannot be taken back any more and stay.",
        more,
        act=last,
    )


def _named(book: Book, saved: SavedAct) -> str:
    """An act by its label and what it was about; by its label alone where nothing of that is left."""
    main, name = _main(saved.records), saved.act.replace(UNDO, "")
    label = say(ACTS[name].label if name in ACTS else UNLISTED.get(name) or KINDS[main[0].kind].label)
    if not main:
        return label
    try:
        return say("{act} – {what}", act=label, what=_about(book, main))
    except NoSuchRecord:
        return label


def _main(records: Sequence[SavedRecord]) -> list[SavedRecord]:
    """The records that an act was about, if any is left: what founds a scope for them is only their frame."""
    kinds = [each.kind for each in records]
    kind = next(iter([*filter(_has_a_home, kinds), *kinds]), "")
    return [each for each in records if each.kind == kind]


def _has_a_home(kind: str) -> bool:
    return kind in KINDS and KINDS[kind].home != Kind.OWN


def _about(book: Book, records: Sequence[SavedRecord]) -> str:
    first = _called(book, _leaf(book, records[0]))
    if len(records) == 1:
        return first
    return say("{first} and {number} more", first=first, number=len(records) - 1)


def _leaf(book: Book, saved: SavedRecord) -> Leaf:
    """What was saved; of a statement, the record that it speaks of."""
    if saved.kind in KINDS:
        return questions.get(book, saved.kind, saved.record)
    subject = saved.record.partition("/")[2]
    return questions.get(book, questions.kind_of(book, subject).name, subject)


def _called(book: Book, leaf: Leaf) -> str:
    """A record by its name, or else by those whom it names and its day."""
    kind = KINDS[leaf.kind]
    if own := questions.call(kind, leaf.values):
        return own
    named = [leaf[name] for name, each in kind.fields.items() if each.shown.refers and leaf[name]]
    called = questions.names_of(book, named)
    return ", ".join([*(called[each] for each in named if each in called), *_day(leaf[kind.when])]) or say(kind.label)


def _day(text: str | None) -> list[str]:
    day = date.fromisoformat(text) if text else None
    return [full_day(day)] if day else []
