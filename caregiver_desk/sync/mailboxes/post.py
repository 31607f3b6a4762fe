"""One round of the post: what waits is taken and opened, then each partner's box gets what she lacks.

Whoever walks has no book in hand: it is asked through a `Hand`. So a desk waits for a network beside its one lane of
work, which is taken only while a letter is opened or made.

What a letter would do is looked at first. With `careful`, one that would leave something to a person (a conflict, what
is set aside, a refusal) stays unopened on this laptop; that is for a machine that does it alone at night. What stays is
looked at again and named in every round, so it goes by itself once somebody opened it, or met who wrote it. A letter
leaves the box when it stands in the book, and then only. What came and is no bundle for us is taken again after all
others while the box has it; where it is gone there, it goes here. No more passes than may; what is left waits for the
next round, and what is larger than a round may ever be is told. Bundles are made so that each may pass in one.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from caregiver_desk.errors import (
    Incomplete,
    LockedOut,
    MailboxAway,
    MailboxRefused,
    NotABundle,
    NotAMailbox,
    NotForYou,
    Parted,
    TooLarge,
)
from caregiver_desk.store import partners, safely
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import limits, making, seal, stick
from caregiver_desk.sync.bundle import SUFFIX
from caregiver_desk.sync.mailboxes import sent, setting
from caregiver_desk.sync.mailboxes.mailbox import PART, Heard, Letter, Mailbox, box_of
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.stick import One
from caregiver_desk.wording import count, say

T = TypeVar("T")
MB = 1_000_000  # bytes
_PLACE = "post"
_DAMAGED = (NotABundle, NotForYou, Incomplete)  # what no change of this book would open


class Hand(Protocol):
    """Whoever has the book: does this with it, and gives back what came of it."""

    def __call__(self, work: Callable[[Book], T], /) -> T: ...


@dataclass
class Round:
    """What came of it so far."""

    opened: list[One] = field(default_factory=list)
    waits: list[One] = field(default_factory=list)  # for a person, in the folder beside the book
    dropped: int = 0  # that nobody here can open, and that are gone from the box
    earlier: frozenset[Path] = frozenset()  # what waited there before this round
    put: list[str] = field(default_factory=list)  # for whom
    left: int = 0  # letters and bundles for which no more might pass
    stuck: int = 0  # those that can never pass, for they are larger than a round may be
    needs: int = 0  # MB that would have to pass for those
    bytes: int = 0
    coming: int = 0  # bytes of the letters that are fetched
    going: int = 0  # bytes of those that are put there
    to: str = ""  # for whom something is being put there

    @property
    def whole(self) -> bool:
        """Whether nothing is left that should have passed."""
        return not (self.left or self.stuck)

    def remains(self) -> Iterator[str]:
        """What is left to the next round, what can never pass, and what is gone: a sentence each."""
        if self.left:
            yield count("{number} waits for the next round.", "{number} wait for the next round.", self.left)
        if self.stuck:
            one_word = "{number} is larger than may pass in one round. Change the mailbox to let {needs} MB pass."
            many = "{number} are larger than may pass in one round. Change the mailbox to let {needs} MB pass."
            yield count(one_word, many, self.stuck, needs=self.needs)
        if self.dropped:
            one_word = "{number} letter that could not be opened was thrown away: it is gone from the mailbox too."
            many = "{number} letters that could not be opened were thrown away: they are gone from the mailbox too."
            yield count(one_word, many, self.dropped)


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
    """One round, with the book in hand."""
    told = told or Round()
    walk(lambda work: work(book), opener, told, careful=careful, now=now, heard=heard)
    return told


def walk(hand: Hand, opener: Opener, told: Round, *, careful: bool, now: bool, heard: Heard) -> None:
    """One round, told in `told` also where it breaks off: what was done is done.

    Raises NoMailbox, MailboxSleeps, what a mailbox raises, and Stopped where `heard` does.
    """
    kept = hand(lambda book: setting.needed(book, now=now))
    box = setting.mailbox(kept, hand(lambda book: book.key))
    walker = _Walk(hand, box, opener, kept.most * MB, heard, told)
    try:
        walker.take(careful=careful)
        walker.put()
    except (MailboxAway, MailboxRefused, NotAMailbox):  # who knocks too often with a wrong password is locked out
        hand(setting.failed)
        raise
    finally:
        box.close()
    hand(setting.answered)


class _Walk:
    """To the mailbox and back."""

    def __init__(self, hand: Hand, box: Mailbox, opener: Opener, most: int, heard: Heard, told: Round) -> None:
        self._hand, self._box, self._opener, self._most, self._heard = hand, box, opener, most, heard
        self._own, self._place = hand(own_box), hand(folder)
        self.told = told

    def take(self, *, careful: bool) -> None:
        here = self._hand(waiting)
        self.told.earlier = frozenset(here)
        for path in here:
            self._open(path, careful=careful)
        letters = self._box.letters(self._own)
        self._forget_parts_but(letters)
        damaged = self._damaged({letter.name for letter in letters})
        known = {path.name for path in here} - damaged
        wanted = sorted((each for each in letters if each.name not in known), key=lambda each: each.name in damaged)
        for letter in self._may_pass(wanted):
            self._open(self._brought(letter), careful=careful)

    def _damaged(self, there: Container[str]) -> set[str]:
        """The names of those that wait here and are no bundle for us. One that is gone there is thrown away."""
        damaged = [one for one in self.told.waits if isinstance(one.refused, _DAMAGED)]
        for one in damaged:
            if one.path.name not in there:
                self.told.waits.remove(one)
                self.told.dropped += 1
                one.path.unlink(missing_ok=True)
        return {one.path.name for one in damaged}

    def _may_pass(self, letters: list[Letter]) -> list[Letter]:
        """Those for which there is room in this round. What is larger than any bundle is none."""
        may = []
        for letter in (each for each in letters if each.size <= limits.FILE):
            lacking = self._lacking(letter)
            if letter.size > self._most:
                self._is_stuck(letter.size)
            elif self.told.coming + lacking > self._most:
                self.told.left += 1
            else:
                self.told.coming += lacking
                may.append(letter)
        return may

    def _lacking(self, letter: Letter) -> int:
        """How many bytes of it have not come yet."""
        part = self._place / f"{letter.name}{PART}"
        return max(0, letter.size - part.stat().st_size) if part.exists() else letter.size

    def _is_stuck(self, size: int) -> None:
        self.told.stuck += 1
        self.told.needs = max(self.told.needs, -(-size // MB))

    def _forget_parts_but(self, letters: list[Letter]) -> None:
        """What began to come of a letter that is gone."""
        awaited = {f"{letter.name}{PART}" for letter in letters}
        for part in self._place.glob(f"*{PART}"):
            if part.name not in awaited:
                part.unlink()

    def _brought(self, letter: Letter) -> Path:
        """The letter on this laptop, whole; what came of it before a cut is not asked for again."""
        safely.folder(self._place)
        part = self._place / f"{letter.name}{PART}"
        if part.exists() and part.stat().st_size > letter.size:
            part.unlink()
        self._box.take(self._own, letter, part, self._passed)
        if part.stat().st_size != letter.size:
            raise MailboxAway(reason=say("it was cut"))
        whole = self._place / letter.name
        safely.move(part, whole)
        self.told.waits = [one for one in self.told.waits if one.path != whole]  # it was damaged, and came again
        return whole

    def _open(self, path: Path, *, careful: bool) -> None:
        self._passed(0)
        one, waits = self._hand(lambda book: _opened(book, path, self._opener, careful=careful))
        if waits:
            self.told.waits.append(one)
            return
        self.told.opened.append(one)
        self._box.remove(self._own, path.name)
        path.unlink(missing_ok=True)

    def put(self) -> None:
        for partner in self._hand(partners.known):
            self._passed(0)
            with suppress(Parted, LockedOut):
                self._put_for(partner, self._letters_for(partner))

    def _letters_for(self, partner: Partner) -> list[making.Made]:
        """In parts of which each may pass in one round; nothing where that cannot be. Raises Parted or LockedOut."""
        try:
            return self._hand(partial(_letters_for, partner=partner, most=self._most))
        except TooLarge:
            if self._most >= limits.FILE:
                raise
            self._is_stuck(limits.FILE)
            return []

    def _put_for(self, partner: Partner, letters: list[making.Made]) -> None:
        """All parts that are not there yet, or those that may still pass."""
        there = self._hand(partial(sent.lately, partner=partner)).parts
        lacking = [made for made in letters if sent.part(made) not in there]
        for done, made in enumerate(lacking, 1):
            if not self._put_there(partner, made):
                self.told.left += len(lacking) - done
                return
            there = (*there, sent.part(made))
            self._hand(partial(sent.remember, partner=partner, parts=there))
        if letters:
            self._hand(partial(sent.remember_whole, partner=partner))

    def _put_there(self, partner: Partner, made: making.Made) -> bool:
        """Whether it might still pass."""
        if self.told.bytes + len(made.sealed) > self._most:
            self.told.left += 1
            return False
        self.told.going, self.told.to = self.told.going + len(made.sealed), partner.name
        self._box.put(box_of(partner.reader), f"{made.bundle}{SUFFIX}", made.sealed, self._passed)
        self.told.put.append(partner.name)
        return True

    def _passed(self, many: int) -> None:
        self.told.bytes += many
        self._heard(many)


def _letters_for(book: Book, partner: Partner, most: int) -> list[making.Made]:
    """What she lacks, or a receipt where she lacks nothing but that. Raises Parted, LockedOut or TooLarge."""
    if sent.is_due(book, partner):
        return making.make(book, partner, at_most=min(limits.FILE, most))
    return [making.receipt(book, partner)] if sent.is_to_answer(book, partner) else []


def _opened(book: Book, path: Path, opener: Opener, *, careful: bool) -> tuple[One, bool]:
    """What became of a letter, and whether it waits for a person. Nobody decides between the look and the opening."""
    with book.alone():
        if careful and (one := _for_somebody(book, path, opener)):
            return one, True
        (one,) = stick.take_in(book, [path], opener)
    return one, one.refused is not None


def _for_somebody(book: Book, path: Path, opener: Opener) -> One | None:
    """A letter that is refused, or would leave something to a person."""
    with stick.looked_at(book, [path], opener) as (one,):
        return one if one.refused or _needs_somebody(one) else None


def _needs_somebody(one: One) -> bool:
    """Whether taking it in would leave something to a person."""
    told = one.looked.received.summary() if one.looked else {}
    return bool(told.get("needs_you") or told.get("aside"))


def own_box(book: Book) -> str:
    """The box of whoever this book is."""
    return box_of(seal.reading_recipient(book.vault.keys.reading))


def folder(book: Book) -> Path:
    """Where letters lie on this laptop until they stand in the book."""
    return book.vault.folder / _PLACE
