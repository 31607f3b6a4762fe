"""One round of the post: what waits is taken and opened, then each partner's box gets what she lacks.

What a letter would do is looked at first. With `careful`, one that would leave something to a person (a conflict, what
is set aside, a refusal) stays unopened on this laptop until somebody opens it, and is named; that is for a machine
that does it alone at night. A letter leaves the box when it stands in the book, or when it can never be opened here.
No more passes than may; what is left waits for the next round. A partner is sent the same again only once something
changed, or after some days, for a letter may be lost there as anywhere.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.errors import MailboxAway, Problem
from caregiver_desk.store import notes, partners, safely
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import making, seal, stick
from caregiver_desk.sync.bundle import SUFFIX
from caregiver_desk.sync.mailboxes import setting
from caregiver_desk.sync.mailboxes.mailbox import PART, Heard, Letter, Mailbox, box_of
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.receipts import is_receipt
from caregiver_desk.sync.stick import One
from caregiver_desk.wording import say

AGAIN = 7 * 24 * 3600  # seconds after which what nobody acknowledged is put there again
_PLACE = "post"


@dataclass
class Round:
    """What came of it."""

    opened: list[One] = field(default_factory=list)
    waits: list[One] = field(default_factory=list)  # for a person, in the folder beside the book
    put: list[str] = field(default_factory=list)  # for whom
    left: int = 0  # letters and bundles for which no more might pass
    bytes: int = 0


def waiting(book: Book) -> list[Path]:
    """The letters that stay for a person."""
    return sorted(folder(book).glob(f"*{SUFFIX}"))


def go(book: Book, opener: Opener, *, careful: bool, now: bool = False, heard: Heard = lambda _: None) -> Round:
    """One round. Raises NoMailbox, MailboxSleeps, MailboxAway, MailboxRefused or NotAMailbox; what was done is done."""
    told = setting.needed(book, now=now)
    box = setting.mailbox(told)
    walk = _Walk(book, box, opener, told.most * 1_000_000, heard)
    try:
        walk.take(careful=careful)
        walk.put()
    except MailboxAway:
        setting.failed(book)
        raise
    finally:
        box.close()
    setting.answered(book)
    return walk.told


class _Walk:
    """To the mailbox and back."""

    def __init__(self, book: Book, box: Mailbox, opener: Opener, most: int, heard: Heard) -> None:
        self._book, self._box, self._opener, self._most, self._heard = book, box, opener, most, heard
        self._own = box_of(seal.reading_recipient(book.vault.keys.reading))
        self.told = Round()

    def take(self, *, careful: bool) -> None:
        here = {path.name for path in waiting(self._book)}
        for letter in self._box.letters(self._own):
            if letter.name in here:
                continue
            if self.told.bytes + letter.size > self._most:
                self.told.left += 1
                continue
            self._open(self._brought(letter), letter, careful=careful)

    def _brought(self, letter: Letter) -> Path:
        """The letter on this laptop, whole; what came of it before a cut is not asked for again."""
        place = folder(self._book)
        safely.folder(place)
        part = place / f"{letter.name}{PART}"
        if part.exists() and part.stat().st_size > letter.size:
            part.unlink()
        self._box.take(self._own, letter, part, self._passed)
        if part.stat().st_size != letter.size:
            raise MailboxAway(reason=say("it was cut"))
        whole = place / letter.name
        safely.move(part, whole)
        return whole

    def _open(self, path: Path, letter: Letter, *, careful: bool) -> None:
        one = self._looked(path) if careful else None
        if one and (one.refused or _needs_somebody(one)):
            self.told.waits.append(one)
            return
        (one,) = stick.take_in(self._book, [path], self._opener)
        if one.refused:
            self.told.waits.append(one)
            return
        self.told.opened.append(one)
        self._box.remove(self._own, letter.name)
        path.unlink(missing_ok=True)

    def _looked(self, path: Path) -> One:
        with stick.looked_at(self._book, [path], self._opener) as (one,):
            return one

    def put(self) -> None:
        for partner in partners.known(self._book):
            if not partner.parted and self._lacks(partner):
                self._put_for(partner)

    def _put_for(self, partner: Partner) -> None:
        """All of it or what may still pass; what was left is made again in the next round."""
        left = self.told.left
        for made in self._made(partner):
            if self.told.bytes + len(made.sealed) > self._most:
                self.told.left += 1
                continue
            self._box.put(box_of(partner.reader), f"{made.bundle}{SUFFIX}", made.sealed, self._passed)
            self.told.put.append(partner.name)
        if self.told.left == left:
            self._remember(partner)

    def _made(self, partner: Partner) -> Iterator[making.Made]:
        """What she lacks, or a receipt where she lacks nothing but that."""
        if making.undelivered(self._book, partner):
            yield from making.make(self._book, partner)
        else:
            yield making.receipt(self._book, partner)

    def _lacks(self, partner: Partner) -> bool:
        """Whether something is owed to her that was not put there lately, or something of hers was opened."""
        opened = [one.looked for one in self.told.opened if one.looked and not is_receipt(one.looked)]
        came = any(each.sender.key == partner.key for each in opened)
        owed = making.undelivered(self._book, partner)
        if not (owed or came):
            return False
        mark, _, at = self._noted(partner).partition(" ")
        return came or mark != self._mark(partner) or clock.now() - int(at or 0) > AGAIN

    def _mark(self, partner: Partner) -> str:
        """A name for what she lacks now."""
        try:
            return hashlib.sha256(repr(making.owed(self._book, partner)).encode()).hexdigest()[:32]
        except Problem:
            return ""

    def _noted(self, partner: Partner) -> str:
        with self._book.reading() as cursor:
            return notes.OWN.read(cursor, f"put for {partner.key}")

    def _remember(self, partner: Partner) -> None:
        with self._book.writing() as cursor:
            notes.OWN.write(cursor, f"put for {partner.key}", f"{self._mark(partner)} {clock.now()}")

    def _passed(self, many: int) -> None:
        self.told.bytes += many
        self._heard(many)


def _needs_somebody(one: One) -> bool:
    """Whether taking it in would leave something to a person."""
    told = one.looked.received.summary() if one.looked else {}
    return bool(told.get("needs_you") or told.get("aside"))


def folder(book: Book) -> Path:
    """Where letters lie on this laptop until they stand in the book."""
    return book.vault.folder / _PLACE
