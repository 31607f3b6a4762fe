"""The branches of a fork: what two books wrote under one laptop's name, and how its owner says which goes on.

Context. A book that was copied unnoticed, and a mark that was copied with it, give one number to two lines. From there
on neither branch counts anywhere, since nobody else can know which of them is meant.

Decision. The owner keeps a branch by saying it again, under her present laptop id. What is restated is what the branch
would show if it counted: the current lines of each field, each with its origin, or only the withdrawal where it
withdrew the record. She may keep both branches; where they disagree there is a conflict, to settle like any other.

Consequences. A restatement is nobody's opinion (see `journal`): what a colleague made of the branch before the fork was
known leads on. Kept twice is kept once. The lines of both branches stay, for whoever looks at the history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from caregiver_desk import clock
from caregiver_desk.errors import NoFork
from caregiver_desk.records import folding
from caregiver_desk.records.folding import Withdrawal
from caregiver_desk.records.journal import WITHDRAWN, Held
from caregiver_desk.store import naming, statements
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.ledger import Change


class Branch(StrEnum):
    """Which of the two: what this book heard first, or what came later and was put beside it."""

    JOURNAL = "journal"
    OTHER = "other"


@dataclass(frozen=True)
class Fork:
    """Two books wrote under the name of one laptop, and its owner has not said yet which branch goes on.

    `records`: how many each branch speaks of that nobody shows now. `mine` where the laptop speaks with this book's
    key.
    """

    laptop: str
    key: str
    mine: bool
    records: Mapping[Branch, int]


def forks(book: Book) -> list[Fork]:
    """Those of which no branch was kept yet: what they hold is set aside in every book."""
    with book.reading() as cursor:
        laptops = sorted({stream.laptop for stream in book.hearing(cursor).forked})
        found = [_fork(book, cursor, laptop) for laptop in laptops]
    return [fork for fork in found if fork and any(fork.records.values())]


def _fork(book: Book, cursor: Cursor, laptop: str) -> Fork | None:
    """What waits on either branch; None where the owner kept one, for then she let the other go."""
    told = {branch: _told(book, cursor, laptop, branch) for branch in Branch}
    if any(_was_kept(book, cursor, laptop, *each) for branch in told.values() for each in branch.items()):
        return None
    waiting = {
        branch: sum(any(_said_again(book, cursor, *each)) for each in subjects.items())
        for branch, subjects in told.items()
    }
    key = book.hearing(cursor).standing.known.key(laptop)
    return Fork(laptop, key, clock.speaks_for(laptop, book.key), waiting)


def _was_kept(book: Book, cursor: Cursor, laptop: str, subject: tuple[str, str], lines: Mapping[str, Held]) -> bool:
    """Whether its owner said a line of a branch again, under another id of hers."""
    kind, record = subject
    key = book.hearing(cursor).standing.known.key
    return any(
        each.restates in lines and key(each.stream.laptop) == key(laptop)
        for each in naming.lines_of(book, cursor, record, kind)
    )


def restated(book: Book, laptop: str, branch: Branch) -> list[Change]:
    """The changes that say again what a branch of this laptop would show. Raises NoFork."""
    with book.reading() as cursor:
        forked = {stream for stream in book.hearing(cursor).forked if stream.laptop == laptop}
        if not forked:
            raise NoFork(laptop=laptop)
        told = _told(book, cursor, laptop, branch)
        return [change for subject, lines in told.items() for change in _said_again(book, cursor, subject, lines)]


def _told(book: Book, cursor: Cursor, laptop: str, branch: Branch) -> dict[tuple[str, str], dict[str, Held]]:
    """The lines of a branch that do not count, by (kind, record) and tag, weighed as if there were no fork."""
    hearing = book.hearing(cursor)
    alone = hearing._replace(forked={})
    cursor.execute(statements.BRANCH, (laptop, branch == Branch.OTHER))
    told: dict[tuple[str, str], dict[str, Held]] = {}
    for s, number, arrival, body in cursor.fetchall():
        held = alone.held(s, number, arrival, body)
        if held is not None and held.counts and not hearing.counts(s, number, held.line.record):
            told.setdefault((held.line.kind, held.line.record), {})[held.tag] = held
    return told


def _said_again(book: Book, cursor: Cursor, subject: tuple[str, str], lines: Mapping[str, Held]) -> Iterator[Change]:
    kind, record = subject
    held = folding.by_tag(naming.lines_of(book, cursor, record, kind))
    folded = folding.fold({**held, **lines}.values(), scopes=book.hearing(cursor).scopes())
    names = [WITHDRAWN] if folded.withdrawal == Withdrawal.GONE else list(folded.current)
    for name in names:
        for head in folded.current[name]:
            if head.tag in lines:
                yield Change(kind, record, head.stream.scope, {name: head.line.fields[name]}, restates=head.tag)
