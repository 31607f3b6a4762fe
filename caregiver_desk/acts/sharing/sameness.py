"""Entered twice: who may be the same person or household, and saying that they are, or are not.

Who is like whom is judged where sheets are judged (`intake/acquaintance`); here all of a book are held beside each
other. Nothing is joined but by a person, and whatever was joined can be parted again (see records/sharing/sameness).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.intake.acquaintance import Acquaintances, Entry, entry
from caregiver_desk.acts.keeping import edit, home_to_write, scope_to_write, tell
from caregiver_desk.errors import NotUnderstood, NoWritePath
from caregiver_desk.practice.people import names
from caregiver_desk.records.people.people import PERSON
from caregiver_desk.records.record import Kind
from caregiver_desk.records.sharing.sameness import SAME, Joined, Pair, Verdict, pair
from caregiver_desk.records.sharing.standing import Statement
from caregiver_desk.records.visits.households import HOUSEHOLD, MEMBER
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

JOINABLE = {kind.name: kind for kind in (PERSON, HOUSEHOLD, MEMBER)}


@dataclass(frozen=True)
class Perhaps:
    """Two records that may be of one, the older first, and why. Of some, two people said different things."""

    kind: str
    one: Leaf
    other: Leaf
    reasons: tuple[str, ...]
    at_odds: bool = False

    @property
    def differing(self) -> list[str]:
        """The fields that both of them say, differently: what somebody chooses between."""
        told = [name for name, field in JOINABLE[self.kind].fields.items() if not field.many]
        return [name for name in told if None not in (said := {self.one[name], self.other[name]}) and len(said) > 1]


def perhaps_the_same(book: Book, kind: str) -> list[Perhaps]:
    """Those of a kind that may have been entered twice, without those of whom it was said. Raises NotUnderstood."""
    declared = _joinable(kind)
    joined = _joined(book)
    leaves = {leaf.id: leaf for leaf in questions.listing(book, kind, limit=EVERY)}
    reasons: dict[Pair, dict[str, None]] = {}
    for two, why in _alike(book, declared, leaves):
        if two not in joined.verdicts:
            reasons.setdefault(two, {})[why] = None
    odd = [each for each in _at_odds(joined) if each.one in leaves and each.other in leaves]
    asked: list[tuple[Pair, tuple[str, ...]]] = [(each, (say("two people said different things"),)) for each in odd]
    asked += [(two, tuple(why)) for two, why in sorted(reasons.items(), key=lambda each: (-len(each[1]), each[0]))]
    return [Perhaps(kind, leaves[two.one], leaves[two.other], why, two in odd) for two, why in asked]


def _joinable(kind: str) -> Kind:
    if kind not in JOINABLE:
        reason = say("only these are entered twice: {kinds}", kinds=", ".join(sorted(JOINABLE)))
        raise NotUnderstood(field="kind", reason=reason)
    return JOINABLE[kind]


def _joined(book: Book) -> Joined:
    with book.reading() as cursor:
        return book.hearing(cursor).joined


def _at_odds(joined: Joined) -> list[Pair]:
    return sorted(two for two, verdict in joined.verdicts.items() if verdict == Verdict.AT_ODDS)


def _alike(book: Book, kind: Kind, leaves: Mapping[str, Leaf]) -> Iterator[tuple[Pair, str]]:
    """Two who are like each other. Whose name this book was never sent is like nobody."""
    known = Acquaintances(book, kind)
    for leaf in leaves.values():
        mine = entry(kind, leaf.values, record=leaf.id)
        for other, why in known.like(mine) if mine.called.strip() else ():
            if other.record != leaf.id and _plausible(kind, mine, other):
                yield pair(leaf.id, other.record), why


def _plausible(kind: Kind, one: Entry, other: Entry) -> bool:
    """Whether nothing speaks against it: two of one name were born in two years, two teams both number from one."""
    if kind is HOUSEHOLD:
        return any(_agree(one, other, name) for name in ("team", "village", "phone"))
    if kind is MEMBER and not _agree(one, other, "household"):
        return False
    born = {one.values.get("birth_year"), other.values.get("birth_year")} - {None}
    return len(born) < 2 or _agree(one, other, "phone")  # noqa: PLR2004 - one year or two


def _agree(one: Entry, other: Entry, name: str) -> bool:
    said, also = (names.folded(str(each.values.get(name) or "")) for each in (one, other))
    return bool(said) and said == also


@act("They are the same", subject="sharing")
def same(book: Book, *, one: str, other: str, fields: dict[str, Any] | None = None) -> Outcome:
    """From now on both are shown as one, with all that points at either; nothing of what they say is lost.

    `fields` are the values where the two differ; what is left out stays a conflict, to be settled later. One undo parts
    them again. Raises NotUnderstood for two that cannot be one, and NoWritePath where another team keeps one of them.
    """
    first, second = _both(book, one, other)
    if first.id == second.id:
        return Outcome(say("They stand together already. Nothing was changed."), record=first.id)
    shown, hidden = sorted((first, second), key=lambda leaf: leaf.id)
    words = [said(*two, Verdict.SAME) for two in _to_say(_joined(book), shown.id, hidden.id)]
    saved = ledger.append(book, "same", [*words, *_settled(book, shown, fields or {})])
    sentence = say("Shown as one from now on: {name}.", name=_called(book, shown))
    if questions.get(book, shown.kind, shown.id).quarrels:
        sentence += " " + say("What they say differently waits for you.")
    return tell(saved, sentence, shown.id)


def _to_say(known: Joined, one: str, other: str) -> list[Pair]:
    """These two, and any that stand with them of whom it was said that they are not the same."""
    across = [pair(mine, hers) for mine in known.all_of(one) for hers in known.all_of(other)]
    denied = [each for each in across if known.verdicts.get(each) == Verdict.NOT_SAME]
    return list(dict.fromkeys([pair(one, other), *denied]))


@act("They are not the same", subject="sharing")
def not_same(book: Book, *, one: str, other: str) -> Outcome:
    """Remembered here, and wherever this travels: nobody is asked again. What was joined is parted."""
    _both(book, one, other)
    if not all(home_to_write(book, each) for each in (one, other)):
        raise NoWritePath
    saved = ledger.append(book, "not_same", [said(*pair(one, other), Verdict.NOT_SAME)])
    names = questions.names_of(book, [one, other])
    sentence = say(
        "Remembered: {one} and {other} are not the same.", one=names.get(one, ""), other=names.get(other, "")
    )
    return tell(saved, sentence, one)


def _both(book: Book, one: str, other: str) -> tuple[Leaf, Leaf]:
    """Two records of one kind that this laptop may write. Raises NotUnderstood, NoSuchRecord or NoWritePath."""
    kind = _joinable(questions.kind_of(book, one).name)
    if one == other:
        raise NotUnderstood(field="other", reason=say("this is the same record"))
    leaves = questions.get(book, kind.name, one), questions.get(book, kind.name, other)
    for leaf in leaves:
        scope_to_write(book, leaf)
        if leaf.gone:
            raise NotUnderstood(field=say(kind.label), reason=say("this was taken out; bring it back first"))
    return leaves


def said(one: str, other: str, verdict: Verdict) -> Change:
    """The statement of this on two records, the smaller id first."""
    fields = {SAME + other: verdict == Verdict.SAME}
    return Change(Statement.SAMENESS, Statement.SAMENESS.about(one), "", fields)


def _settled(book: Book, shown: Leaf, chosen: Mapping[str, Any]) -> list[Change]:
    """What the one says where the two differ: also what it said before, for it stands in place of both now."""
    change = edit(book, shown, chosen)
    before = {name: value for name, value in questions.journal_values(shown).items() if name in chosen}
    return [Change(shown.kind, shown.id, change.scope, {**before, **change.fields})] if chosen else []


def _called(book: Book, leaf: Leaf) -> str:
    return questions.names_of(book, [leaf.id]).get(leaf.id) or say(JOINABLE[leaf.kind].label)
