"""Extracts for a project: what for, kept in the moment in which one is made."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_desk import clock
from caregiver_desk.acts.act import understood
from caregiver_desk.acts.keeping import new
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NoPurpose
from caregiver_desk.records.record import Kind
from caregiver_desk.records.sharing.extracts import EXTRACT, LONGEST_PURPOSE, ExtractDraft
from caregiver_desk.store import ledger
from caregiver_desk.store.book import Book
from caregiver_desk.wording import composed

KEEP = "keep_extract"
LEAST_WORDS = 2  # a word alone is no purpose


def purpose_said(words: str) -> str:
    """What an extract is for, in a sentence. Raises NoPurpose."""
    said = composed(" ".join(words.split()))
    if len(said.split()) < LEAST_WORDS or len(said) > LONGEST_PURPOSE:
        raise NoPurpose(longest=LONGEST_PURPOSE)
    return said


def keep_extract(book: Book, purpose: str, kinds: Sequence[Kind], records: int) -> str:
    """Keep what it is for; the id of the record."""
    told = {
        "team": own_team(book),
        "purpose": purpose,
        "day": clock.today(),
        "what": ", ".join(kind.name for kind in kinds)[:LONGEST_PURPOSE],
        "records": records,
        "made_by": book.person,
    }
    change = new(book, EXTRACT, understood(ExtractDraft, told))
    ledger.append(book, KEEP, [change], undoable=False)
    return change.record
