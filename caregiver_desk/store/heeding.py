"""Heeding statements: when rights, homes or erasures change, every record they speak of is folded anew.

An erasure blanks the bodies of its record and its parts, keeps their digests (see `erasing` and `parts`), and is done
before any other line is looked at, so that an erased word does not come back with an old bundle.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.sharing.sameness import Joined
from caregiver_desk.records.sharing.standing import Otherwise, differing
from caregiver_desk.store import access, blanks, erasing, statements
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.hearing import Hearing
from caregiver_desk.store.posting import Posted, Posting


def heed(book: Book, cursor: Cursor, before: Hearing) -> Posted:
    """Weigh the statements again, blank what is erased, and fold anew what they now say something else about."""
    after = book.hear_again(cursor)
    if after.standing.erased - before.standing.erased:
        after = erasing.with_parts(book, cursor)
    erased = after.standing.erased - before.standing.erased
    blanks.erased_no_longer(cursor, before.standing.erased - after.standing.erased, after.standing.erased)
    copies = erasing.copies_of(cursor, erased)
    erasing.blank(cursor, erased)
    beside = {other for each in erased for other in after.joined.spoken.get(each, ())}
    posted = fold_again(cursor, after, _affected(cursor, before, after) | erased | copies | beside)
    if erased:
        access.enter(book, cursor, What.ERASED, sorted(erased))
        cursor.execute(statements.SWEEP_WORDS)
    return posted + Posted(erased=len(erased))


def heed_scopes(book: Book, cursor: Cursor, before: frozenset[str]) -> Posted:
    """A book that holds its first line of a scope can tell what was handed over to it."""
    hearing = book.hearing(cursor)
    if hearing.scopes() == before:
        return Posted()
    after = book.hear_again(cursor) if hearing.standing.sameness else hearing  # which of two is shown hangs on scopes
    new = after.scopes() - before
    moved = {each for each in after.standing.homes if any(after.standing.lived_in(each, scope) for scope in new)}
    return fold_again(cursor, after, moved | _regrouped(cursor, hearing.joined, after.joined))


def _affected(cursor: Cursor, before: Hearing, after: Hearing) -> set[str]:
    """The records of streams that are heard otherwise than before, and those that moved or are asked to be erased."""
    records = _records_of(cursor, list(_shifted(before, after)))
    old, new = before.standing, after.standing
    records |= differing(old.homes, new.homes) | differing(old.asked, new.asked)
    if (old.enrolments, old.known) != (new.enrolments, new.known):  # who asks to erase hides only where she may write
        records |= new.asked.keys() - new.erased
    return records | (old.disputed ^ new.disputed) | _regrouped(cursor, before.joined, after.joined)


def _records_of(cursor: Cursor, streams: list[int]) -> set[str]:
    """Whatever these streams say something of; to ask a hub of none would read its journal through."""
    if not streams:
        return set()
    cursor.execute(statements.RECORDS_OF_STREAMS, (json.dumps(streams),))
    return {row[0] for row in cursor.fetchall()}


def _regrouped(cursor: Cursor, old: Joined, new: Joined) -> set[str]:
    """The records that stand with others than before, and whatever names one of them."""
    both = old.together.keys() | new.together.keys()
    moved = sorted(each for each in both if old.all_of(each) != new.all_of(each))
    found = set(moved)
    for question in filter(None, map(statements.pointing, KINDS.values())) if moved else ():
        cursor.execute(question, (json.dumps(moved),))
        found.update(row[0] for row in cursor.fetchall())
    return found


def _shifted(before: Hearing, after: Hearing) -> Iterator[int]:
    """The rows of streams that are heard otherwise; also where that was so in between, while a bundle came in."""
    forked, named = differing(before.forked, after.forked), differing(before.named, after.named)
    otherwise = Otherwise(before.standing, after.standing)
    for s, stream in after.streams.items() if forked or named or otherwise else ():
        at_odds = stream in forked or s in named
        shifted = at_odds or (otherwise.may_hear(stream) and before.heard_to(stream) != after.heard_to(stream))
        if shifted and stream.audience != Audience.CONTROL:
            yield s


def fold_again(cursor: Cursor, hearing: Hearing, records: Iterable[str]) -> Posted:
    """Fold these records from all their lines and write their rows."""
    posting = Posting(cursor, hearing)
    posting.fold_anew(sorted(set(records)))
    return posting.finish()
