"""What a stick with many bundles does or would do: sum by sum, sender by sender, and what was refused. No widget."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk.answers.sharing.sharing import needs_you
from caregiver_desk.errors import LockedOut, NotForYou, Parted, Problem
from caregiver_desk.store import partners
from caregiver_desk.store.arrivals import IMPORTS
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import carriers, making, stick
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.receipts import is_receipt
from caregiver_desk.sync.stick import Hears, One
from caregiver_desk.wording import count, digits, say

COUNTS = ("new", "changed", "same", "aside")


@dataclass(frozen=True)
class FromOne:
    """What came from one laptop of a partner: how many bundles and receipts, and what they bring, bundle by bundle."""

    sender: Partner
    bundles: int
    receipts: int
    counts: dict[str, int]
    old: bool  # one of them should have been opened long ago


@dataclass(frozen=True)
class Told:
    """What became of all files of a stick. `others` are files that are no bundles, and were left alone."""

    files: tuple[Path, ...]
    senders: tuple[FromOne, ...]
    refused: tuple[tuple[str, str], ...]  # the name of a file, and why
    elsewhere: int  # sealed for somebody else: on a shared stick that is no trouble
    again: int  # opened before
    others: int
    needs_you: int  # more than waited for her before
    trouble: str = ""  # why it did not come to its end

    def counts(self) -> dict[str, int]:
        return {name: sum(each.counts[name] for each in self.senders) for name in COUNTS} | {
            "needs_you": self.needs_you
        }

    @property
    def coming(self) -> int:
        """Bundles and receipts that were not opened before."""
        return sum(each.bundles + each.receipts for each in self.senders)

    @property
    def to_answer(self) -> list[Partner]:
        """Who learns from a receipt what arrived. Nobody answers a receipt."""
        return [each.sender for each in self.senders if each.bundles]


def look(book: Book, folder: Path, opener: Opener, hears: Hears) -> Told:
    """What taking in all of a stick would do. Raises NoBundles, NoSuchFile or Stopped."""
    found, before = stick.bundles_in(folder), needs_you(book)
    with stick.looked_at(book, found.bundles, opener, hears) as seen:
        return _told(found.bundles, seen, found.others, needs_you(book) - before)


def take_in(book: Book, seen: Told, opener: Opener, hears: Hears) -> tuple[Told, Outcome]:
    """Take in just the files that were looked at, and what to say of it, also where it did not come to its end."""
    before, trouble, done = needs_you(book), "", list[One]()
    try:
        for each in stick.take_in(book, seen.files, opener, hears):
            done.append(each)
    except Problem as problem:
        trouble = str(problem)
    touched = {kind for each in done if each.looked for kind in each.looked.received.posted.touched}
    what = _told(seen.files, done, seen.others, needs_you(book) - before, trouble)
    left = len(seen.files) - len(done)
    stopped = count("{number} was left.", "{number} were left.", left) if left else ""
    words = count("{number} file taken in.", "{number} files taken in.", what.coming)
    return what, Outcome(f"{words} {stopped}".strip(), frozenset(touched | {IMPORTS}))


def brought(done: Sequence[One], needs: int) -> Told:
    """What these brought, and how much of it needs somebody."""
    return _told([each.path for each in done], done, 0, needs)


def _told(files: Sequence[Path], found: Sequence[One], others: int, needs: int, trouble: str = "") -> Told:
    opened: dict[str, list[Looked]] = {}
    for each in found:
        if each.looked:
            opened.setdefault(each.looked.sender.key, []).append(each.looked)
    senders = sorted(map(_from_one, opened.values()), key=lambda each: each.sender.name)
    wrong = [(each.path.name, each.refused) for each in found if each.refused]
    refused = tuple((name, str(why)) for name, why in wrong if not isinstance(why, NotForYou))
    again = sum(each.looked is None and each.refused is None for each in found)
    elsewhere = len(wrong) - len(refused)
    return Told(tuple(files), tuple(senders), refused, elsewhere, again, others, max(needs, 0), trouble)


def _from_one(opened: Sequence[Looked]) -> FromOne:
    receipts = sum(map(is_receipt, opened))
    summaries = [each.received.summary() for each in opened]
    counts = {name: sum(each[name] for each in summaries) for name in COUNTS}
    return FromOne(opened[-1].sender, len(opened) - receipts, receipts, counts, any(each.old for each in opened))


def put_receipts(book: Book, senders: Sequence[Partner], folder: Path) -> Outcome:
    """Say to each of these what has arrived here, in a file each in this folder; to nobody who is locked out."""
    made, now = [], {each.key: each for each in partners.known(book)}
    for each in senders:
        with suppress(LockedOut, Parted):
            made.append(making.receipt(book, now[each.key]))
    for receipt in made:
        carriers.drop(folder, receipt.bundle, receipt.sealed)
    said = count("{number} receipt on the stick.", "{number} receipts on the stick.", len(made))
    left = len(senders) - len(made)
    one, many = "{number} partner is not answered any more.", "{number} partners are not answered any more."
    return Outcome(f"{said} {count(one, many, left)}" if left else said)


def in_words(each: FromOne) -> str:
    """What came from one sender, in a line."""
    parts = [count("{number} bundle", "{number} bundles", each.bundles)] if each.bundles else []
    parts += [count("{number} receipt", "{number} receipts", each.receipts)] if each.receipts else []
    if each.bundles:
        parts.append(say("{new} new, {changed} changed, {same} the same", **each.counts))
    if aside := each.counts["aside"]:
        parts.append(say("{number} set aside", number=digits(aside)))
    return say(" · ").join(parts)


def besides(told: Told) -> list[str]:
    """What stands on the stick besides."""
    lines = (
        (told.elsewhere, "{number} file is for somebody else.", "{number} files are for somebody else."),
        (told.again, "{number} file was opened before.", "{number} files were opened before."),
        (told.others, "{number} other file was left alone.", "{number} other files were left alone."),
    )
    return [count(one, many, number) for number, one, many in lines if number]
