"""What a stick with many bundles does or would do: sum by sum, sender by sender, and what was refused. No widget."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from caregiver_desk.acts.act import Outcome
from caregiver_desk.store.arrivals import IMPORTS
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import carriers, making, stick
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.receipts import is_receipt
from caregiver_desk.sync.stick import Hears, One
from caregiver_desk.wording import count, say

COUNTS = ("new", "changed", "same", "needs_you", "aside")


@dataclass(frozen=True)
class FromOne:
    """What came from one laptop of a partner: how many bundles and receipts, and what they bring together."""

    sender: Partner
    bundles: int
    receipts: int
    counts: dict[str, int]
    old: bool  # one of them should have been opened long ago


@dataclass(frozen=True)
class Told:
    """What became of all files of a stick. `others` are files that are no bundles, and were left alone."""

    senders: tuple[FromOne, ...]
    refused: tuple[tuple[str, str], ...]  # the name of a file, and why
    again: int  # opened before
    others: int

    def counts(self) -> dict[str, int]:
        return {name: sum(each.counts[name] for each in self.senders) for name in COUNTS}

    @property
    def coming(self) -> int:
        """Bundles and receipts that were not opened before."""
        return sum(each.bundles + each.receipts for each in self.senders)


def told(found: Iterable[One], others: int) -> Told:
    files = list(found)
    opened: dict[str, list[Looked]] = {}
    for each in files:
        if each.looked:
            opened.setdefault(each.looked.sender.key, []).append(each.looked)
    senders = sorted(map(_from_one, opened.values()), key=lambda each: each.sender.name)
    refused = tuple((each.path.name, str(each.refused)) for each in files if each.refused)
    again = sum(each.looked is None and each.refused is None for each in files)
    return Told(tuple(senders), refused, again, others)


def _from_one(opened: Sequence[Looked]) -> FromOne:
    receipts = sum(map(is_receipt, opened))
    summaries = [each.received.summary() for each in opened]
    counts = {name: sum(each[name] for each in summaries) for name in COUNTS}
    return FromOne(opened[-1].sender, len(opened) - receipts, receipts, counts, any(each.old for each in opened))


def look(book: Book, folder: Path, opener: Opener, hears: Hears) -> Told:
    """What taking in all of a stick would do. Raises NoBundles, NoSuchFile or Stopped."""
    found = stick.bundles_in(folder)
    return told(stick.look(book, found.bundles, opener, hears), found.others)


def take_in(book: Book, folder: Path, opener: Opener, hears: Hears) -> tuple[Told, Outcome]:
    """Take in all of a stick, and what to say of it."""
    found = stick.bundles_in(folder)
    done = list(stick.take_in(book, found.bundles, opener, hears))
    touched = {kind for each in done if each.looked for kind in each.looked.received.posted.touched}
    what = told(done, found.others)
    words = count("{number} file taken in.", "{number} files taken in.", what.coming)
    left = len(found.bundles) - len(done)
    stopped = count("{number} was left.", "{number} were left.", left) if left else ""
    return what, Outcome(f"{words} {stopped}".strip(), frozenset(touched | {IMPORTS}))


def put_receipts(book: Book, senders: Sequence[FromOne], folder: Path) -> Outcome:
    """Say to each of these what has arrived here, in a file each in this folder."""
    for each in senders:
        made = making.receipt(book, each.sender)
        carriers.drop(folder, made.bundle, made.sealed)
    return Outcome(count("{number} receipt on the stick.", "{number} receipts on the stick.", len(senders)))


def in_words(each: FromOne) -> str:
    """What came from one sender, in a line."""
    parts = [count("{number} bundle", "{number} bundles", each.bundles)] if each.bundles else []
    parts += [count("{number} receipt", "{number} receipts", each.receipts)] if each.receipts else []
    if each.bundles:
        parts.append(say("{new} new, {changed} changed, {same} the same", **each.counts))
    if needs := each.counts["needs_you"]:
        parts.append(count("{number} thing needs you", "{number} things need you", needs))
    if aside := each.counts["aside"]:
        parts.append(say("{number} set aside", number=aside))
    return say(" · ").join(parts)
