"""One round of the post: what waits is taken and opened, then each partner's box gets what she lacks.

What a letter would do is looked at first. With `careful`, one that would leave something to a person (a conflict, what
is set aside, a refusal) stays unopened on this laptop; that is for a machine that does it alone at night. What stays is
looked at again and named in every round, so it goes by itself once somebody opened it, or met who wrote it. A letter
leaves the box when it stands in the book, and then only. No more passes than may; what is left waits for the next
round, and what is larger than a round may ever be is told. Bundles are made so that each may pass in one.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from caregiver_desk.errors import LockedOut, MailboxAway, Parted, TooLarge
from caregiver_desk.store import partners, safely
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import limits, making, seal, stick
from caregiver_desk.sync.bundle import SUFFIX
from caregiver_desk.sync.mailboxes import sent, setting
from caregiver_desk.sync.mailboxes.mailbox import PART, Heard, Letter, Mailbox, box_of
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.receipts import is_receipt
from caregiver_desk.sync.stick import One
from caregiver_desk.wording import say

MB = 1_000_000  # bytes
_PLACE = "post"


@dataclass
class Round:
    """What came of it so far."""

    opened: list[One] = field(default_factory=list)
    waits: list[One] = field(default_factory=list)  # for a person, in the folder beside the book
    earlier: frozenset[Path] = frozenset()  # what waited there before this round
    put: list[str] = field(default_factory=list)  # for whom
    left: int = 0  # letters and bundles for which no more might pass
    stuck: int = 0  # those that can never pass, for they are larger than a round may be
    needs: int = 0  # MB that would have to pass for those
    bytes: int = 0
    coming: int = 0  # bytes of the letters that are fetched
    going: int = 0  # bytes of those that are put there


def waiting(book: Book) -> list[Path]:
    """The letters that stay for a person."""
    return sorted(folder(book).glob(f"*{SUFFIX}"))


def go(
    book: Book,
    opener: Opener,
    *,
    careful: bool,
    now: bool = False,
    heard: Heard = lambda _: None,
    told: Round | None = None,
) -> Round:
    """One round, told in `told` also where it breaks off: what was done is done.

    Raises NoMailbox, MailboxSleeps, or what a mailbox raises.
    """
    kept = setting.needed(book, now=now)
    box = setting.mailbox(kept, book.key)
    walk = _Walk(book, box, opener, kept.most * MB, heard, told or Round())
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

    def __init__(self, book: Book, box: Mailbox, opener: Opener, most: int, heard: Heard, told: Round) -> None:
        self._book, self._box, self._opener, self._most, self._heard = book, box, opener, most, heard
        self._own = box_of(seal.reading_recipient(book.vault.keys.reading))
        self.told = told

    def take(self, *, careful: bool) -> None:
        here = waiting(self._book)
        self.told.earlier = frozenset(here)
        for path in here:
            self._open(path, careful=careful)
        letters = self._box.letters(self._own)
        self._forget_parts_but(letters)
        known = {path.name for path in here}
        for letter in self._may_pass([each for each in letters if each.name not in known]):
            self._open(self._brought(letter), careful=careful)

    def _may_pass(self, letters: list[Letter]) -> list[Letter]:
        """Those for which there is room in this round. What is larger than any bundle is none."""
        may = []
        for letter in (each for each in letters if each.size <= limits.FILE):
            if letter.size > self._most:
                self._is_stuck(letter.size)
            elif self.told.coming + letter.size > self._most:
                self.told.left += 1
            else:
                self.told.coming += letter.size
                may.append(letter)
        return may

    def _is_stuck(self, size: int) -> None:
        self.told.stuck += 1
        self.told.needs = max(self.told.needs, -(-size // MB))

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
        if sent.is_due(self._book, partner):
            self._put_for(partner, self._made(partner))
        elif self._wrote(partner):
            self._put_there(partner, making.receipt(self._book, partner))

    def _made(self, partner: Partner) -> list[making.Made]:
        """In parts of which each may pass in one round; nothing where that cannot be."""
        try:
            return making.make(self._book, partner, at_most=min(limits.FILE, self._most))
        except TooLarge:
            if self._most >= limits.FILE:
                raise
            self._is_stuck(limits.FILE)
            return []

    def _put_for(self, partner: Partner, letters: list[making.Made]) -> None:
        """All parts that are not there yet, or those that may still pass."""
        there = sent.lately(self._book, partner).parts
        lacking = [made for made in letters if sent.part(made) not in there]
        for done, made in enumerate(lacking, 1):
            if not self._put_there(partner, made):
                self.told.left += len(lacking) - done
                return
            there = (*there, sent.part(made))
            sent.remember(self._book, partner, there)
        if letters:
            sent.remember_whole(self._book, partner)

    def _put_there(self, partner: Partner, made: making.Made) -> bool:
        """Whether it might still pass."""
        if self.told.bytes + len(made.sealed) > self._most:
            self.told.left += 1
            return False
        self.told.going += len(made.sealed)
        self._box.put(box_of(partner.reader), f"{made.bundle}{SUFFIX}", made.sealed, self._passed)
        self.told.put.append(partner.name)
        return True

    def _wrote(self, partner: Partner) -> bool:
        """Whether something of hers was opened in this round; a receipt asks for none."""
        opened = [one.looked for one in self.told.opened if one.looked and not is_receipt(one.looked)]
        return any(each.sender.key == partner.key for each in opened)

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
