"""One round of the post: what waits is taken and opened, then each partner's box gets what she lacks.

What a letter would do is looked at first. With `careful`, one that would leave something to a person (a conflict, what
is set aside, a refusal) stays unopened on this laptop; that is for a machine that does it alone at night. What stays is
looked at again and named in every round, so it goes by itself once somebody opened it, or met who wrote it. A letter
leaves the box when it stands in the book, and then only. No more passes than may; what is left waits for the next
round. A partner is sent the same again only once something changed, or after some days, for a letter may be lost there
as anywhere.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.errors import LockedOut, MailboxAway, Parted
from caregiver_desk.store import notes, partners, safely
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import limits, making, seal, stick
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
        here = waiting(self._book)
        for path in here:
            self._open(path, careful=careful)
        letters = self._box.letters(self._own)
        self._forget_parts_but(letters)
        known = {path.name for path in here}
        for letter in letters:
            if letter.name in known or letter.size > limits.FILE:  # what is larger than any bundle is none
                continue
            if self.told.bytes + letter.size > self._most:
                self.told.left += 1
                continue
            self._open(self._brought(letter), careful=careful)

    def _forget_parts_but(self, letters: list[Letter]) -> None:
        """What began to come of a letter that is gone."""
        awaited = {f"{letter.name}{PART}" for letter in letters}
        for part in folder(self._book).glob(f"*{PART}"):
            if part.name not in awaited:
                part.unlink()

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

    def _open(self, path: Path, *, careful: bool) -> None:
        one = self._looked(path) if careful else None
        if one and (one.refused or _needs_somebody(one)):
            self.told.waits.append(one)
            return
        (one,) = stick.take_in(self._book, [path], self._opener)
        if one.refused:
            self.told.waits.append(one)
            return
        self.told.opened.append(one)
        self._box.remove(self._own, path.name)
        path.unlink(missing_ok=True)

    def _looked(self, path: Path) -> One:
        with stick.looked_at(self._book, [path], self._opener) as (one,):
            return one

    def put(self) -> None:
        for partner in partners.known(self._book):
            with suppress(Parted, LockedOut):
                self._serve(partner)

    def _serve(self, partner: Partner) -> None:
        """What she lacks, or a receipt where she lacks nothing but that. Raises Parted or LockedOut."""
        mark = self._mark(partner)
        owed = making.undelivered(self._book, partner)
        if self._wrote(partner) or (owed and self._is_due(partner, mark)):
            self._put_for(partner, making.make(self._book, partner) if owed else [making.receipt(self._book, partner)])

    def _put_for(self, partner: Partner, letters: list[making.Made]) -> None:
        """All of it or what may still pass; what was left is made again in the next round."""
        left = self.told.left
        for made in letters:
            if self.told.bytes + len(made.sealed) > self._most:
                self.told.left += 1
                continue
            self._box.put(box_of(partner.reader), f"{made.bundle}{SUFFIX}", made.sealed, self._passed)
            self.told.put.append(partner.name)
        if self.told.left == left:
            self._remember(partner)

    def _wrote(self, partner: Partner) -> bool:
        """Whether something of hers was opened in this round; a receipt asks for none."""
        opened = [one.looked for one in self.told.opened if one.looked and not is_receipt(one.looked)]
        return any(each.sender.key == partner.key for each in opened)

    def _is_due(self, partner: Partner, mark: str) -> bool:
        """Whether what she lacks was not put there lately."""
        with self._book.reading() as cursor:
            before, _, at = notes.OWN.read(cursor, f"put for {partner.key}").partition(" ")
        return before != mark or clock.now() - int(at) > AGAIN

    def _mark(self, partner: Partner) -> str:
        """A name for what she lacks now. Raises Parted or LockedOut."""
        return hashlib.sha256(repr(making.owed(self._book, partner)).encode()).hexdigest()[:32]

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
