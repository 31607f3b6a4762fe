"""The key file: the keys of a book, sealed once for a passphrase and once for a printed sheet.

Context. The book is encrypted with a random key. People forget passphrases and change them; laptops are stolen, and a
thief can guess for as long as he likes.

Decision. As a disk is sealed by slots, so is the book. One slot is opened by the passphrase: Argon2id (256 MiB, less
on a weak machine, never under 64) and AES-256-GCM, with format, book and cost as associated data, so that no slot can
be made cheaper or moved to another book. The other is an age file for the identity on the recovery sheet: stock `age`
opens it, and a second recipient could be added without a new format. The key file names its book by a blind mark of
the book's first key, so keys of another book are noticed however they came here. A book whose key was changed keeps
its name; the key file then also names, as blindly, the key that is in it.

Beside each slot stands a check of it. A drive that altered a slot is noticed at the next opening, and not in the hour
when the sheet is needed; a slot that a backup still holds is put back, since the check says that it is the same one.
Key files of the format before (1) have no checks; they open, and get them when next written.

The book's *sign*, a word its owner chose, stands in the file in the clear: it only tells her which book is hers. It is
bound to nothing, for who changes it wins nothing.

Consequences. A new passphrase costs one small file, and one for each backup (see `vault`); the records are not touched,
and the sheet stays good. An old copy of the key file, kept elsewhere, still opens with the old passphrase. The file is
read within narrow bounds, so a prepared one cannot make the laptop work for hours.
"""

from __future__ import annotations

import os
import re
import time
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Annotated, Any

import msgspec
import pyrage
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from msgspec import Meta
from pyrage import x25519

from caregiver_desk import clock
from caregiver_desk.errors import BookDamaged, BookNewer, KeyFileDamaged, WeakPassphrase, WrongPassphrase, WrongSheet
from caregiver_desk.store.sheet import read_sheet

FORMAT, FIRST = 2, 1
LEAST_BITS = 35
LEAST_LETTERS = 28  # of one phrase without a space, which repeats its pairs: about as much as four words
_LARGEST = 16_384  # bytes; also what the age header may be, whose reading takes the square of its length
_KEY = 32
_PATIENCE = 1.5  # seconds she may wait for the passphrase to be stretched


@dataclass(frozen=True)
class Keys:
    """What opens a book and speaks in its name. Never shown, never logged."""

    store: bytes = field(repr=False)
    signing: bytes = field(repr=False)
    reading: str = field(repr=False)
    name: str = field(default="", repr=False)  # of a book whose key was changed: that of its first one

    @property
    def book(self) -> str:
        """The name of the book these keys open. It is the same for ever and tells nothing."""
        return self.name or self.mark

    @property
    def mark(self) -> str:
        """A name for the key of the records, which tells nothing."""
        return clock.mark("book", self.store.hex())

    def sealed(self, plain: bytes) -> bytes:
        """What only these keys open."""
        return bytes(pyrage.encrypt(plain, [x25519.Identity.from_str(self.reading).to_public()]))

    def opened(self, sealed: bytes) -> bytes:
        """What was sealed for these keys. Raises BookDamaged where it was not."""
        try:
            return bytes(pyrage.decrypt(sealed, [x25519.Identity.from_str(self.reading)]))
        except pyrage.DecryptError:
            raise BookDamaged from None

    def with_another_store_key(self) -> Keys:
        """The same voice for the same book, its records under a new random key."""
        return replace(self, store=os.urandom(_KEY), name=self.book)

    def renewed(self) -> Keys:
        """All of them new, for the same book."""
        return replace(fresh_keys(), name=self.book)


class Cost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one guess at a passphrase costs: memory in MiB, passes over it, lanes."""

    memory: Annotated[int, Meta(ge=64, le=1024)]
    passes: Annotated[int, Meta(ge=3, le=16)] = 3
    lanes: Annotated[int, Meta(ge=1, le=16)] = 4


FLOOR = Cost(64)


class _PassphraseSlot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cost: Cost
    salt: Annotated[bytes, Meta(min_length=16, max_length=16)]
    nonce: Annotated[bytes, Meta(min_length=12, max_length=12)]
    sealed: bytes


class _Checks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    passphrase: str
    sheet: str


class _Versioned(msgspec.Struct):
    format: int


class _KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    format: Annotated[int, Meta(ge=FIRST, le=FORMAT)]
    book: str
    passphrase: _PassphraseSlot
    sheet: str
    sign: str = ""
    key: str = ""  # of a book whose key was changed: which one is in it
    checks: _Checks | None = None


def fresh_keys() -> Keys:
    """Keys for a new book."""
    return Keys(store=os.urandom(_KEY), signing=os.urandom(_KEY), reading=str(x25519.Identity.generate()))


def fitting_cost() -> Cost:
    """What this machine can bear: 256 MiB, or less where she would wait too long, never under 64."""
    at_floor = min(_seconds_at_floor() for _ in range(2))  # the quicker one: a busy moment must not weaken the lock
    for times in (4, 2):
        if at_floor * times <= _PATIENCE:
            return Cost(FLOOR.memory * times)
    return FLOOR


def make(keys: Keys, passphrase: str, cost: Cost, sign: str = "", sheet: str = "") -> tuple[bytes, str]:
    """A new key file, and the identity for its recovery sheet: a fresh one, if none is given."""
    identity = sheet or fresh_identity()
    slot = _seal(keys, passphrase, cost)
    key = keys.mark if keys.name else ""
    return _written(_KeyFile(FORMAT, keys.book, slot, _sealed_for(identity, keys), sign, key)), identity


def fresh_identity() -> str:
    """A key for a recovery sheet that is not yet in force."""
    return str(x25519.Identity.generate())


def open_with_passphrase(key_file: bytes, passphrase: str) -> Keys:
    """The keys, for who knows the passphrase."""
    file = _read(key_file)
    slot = file.passphrase
    lock = AESGCM(_stretch(passphrase, slot.salt, slot.cost))
    try:
        plain = lock.decrypt(slot.nonce, slot.sealed, _bound(file.book, slot.cost))
    except InvalidTag:
        raise (KeyFileDamaged if "passphrase" in _altered(file) else WrongPassphrase) from None
    return _unpacked(plain, file)


def open_with_sheet(key_file: bytes, typed: str) -> Keys:
    """The keys, for who holds the recovery sheet and typed it in, or gives the whole page."""
    file = _read(key_file)
    identity = x25519.Identity.from_str(read_sheet(typed))
    try:
        plain = pyrage.decrypt(file.sheet.encode(), [identity])
    except pyrage.DecryptError:
        raise (KeyFileDamaged if "sheet" in _altered(file) else WrongSheet) from None
    return _unpacked(plain, file)


def change_passphrase(key_file: bytes, keys: Keys, passphrase: str, cost: Cost) -> bytes:
    """The same key file with another passphrase. Its sheet stays good."""
    return _with(_read_for(keys, key_file), passphrase=_seal(keys, passphrase, cost))


def change_sheet(key_file: bytes, keys: Keys, identity: str) -> bytes:
    """The same key file with another recovery sheet. Its passphrase stays good."""
    return _with(_read_for(keys, key_file), sheet=_sealed_for(identity, keys))


def book_of(key_file: bytes) -> str:
    """The name of the book that this key file belongs to."""
    return _read(key_file).book


def key_of(key_file: bytes) -> str:
    """The name of the key of the records that this key file holds (see `Keys.mark`)."""
    file = _read(key_file)
    return file.key or file.book


def altered(key_file: bytes) -> list[str]:
    """The slots that are not as they were written: nothing, if all is well."""
    return _altered(_read(key_file))


def mended(key_file: bytes, others: Iterable[bytes]) -> bytes:
    """The key file with what was altered as it was, as far as one of these others still holds it."""
    file = _read(key_file)
    for other in map(_read, others):
        for slot in _altered(file):
            tried = msgspec.structs.replace(file, **{slot: getattr(other, slot)})
            file = file if slot in _altered(tried) else tried
    return _spelt(file)


def bits(passphrase: str) -> float:
    """How hard this is to guess, honestly: a word is worth a word, a run or a repeat next to nothing."""
    plain = _plain(passphrase).casefold()
    return sum(_bits_of(run) for run in set(re.findall(r"[^\W\d_]+|\d+|[^\w\s]|_", plain)))


def _bits_of(run: str) -> float:
    surprises = 1 + len({pair for pair in pairwise(run) if abs(ord(pair[0]) - ord(pair[1])) > 1})
    if run.isalpha():  # one word of a common list is 11 bits; a phrase run together has 1.5 a letter
        return min(surprises * 4.7, 11 + 1.5 * max(0, surprises - 6))
    return surprises * 3.3 if run.isdigit() else 5.0


def _seal(keys: Keys, passphrase: str, cost: Cost) -> _PassphraseSlot:
    if bits(passphrase) < LEAST_BITS:
        raise WeakPassphrase(least=LEAST_LETTERS)
    salt, nonce = _fresh_salt(), os.urandom(12)
    lock = AESGCM(_stretch(passphrase, salt, cost))
    return _PassphraseSlot(cost, salt, nonce, lock.encrypt(nonce, _packed(keys), _bound(keys.book, cost)))


def _sealed_for(identity: str, keys: Keys) -> str:
    recipient = x25519.Identity.from_str(identity).to_public()
    return str(pyrage.encrypt(_packed(keys), [recipient], armored=True).decode())


def _fresh_salt() -> bytes:
    return os.urandom(16)


def _stretch(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    kdf = Argon2id(salt=salt, length=_KEY, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory * 1024)
    return kdf.derive(_plain(passphrase).encode())


def _plain(passphrase: str) -> str:
    return unicodedata.normalize("NFKC", passphrase)


def _seconds_at_floor() -> float:
    began = time.perf_counter()
    _stretch("", bytes(16), FLOOR)
    return time.perf_counter() - began


def _bound(book: str, cost: Cost) -> bytes:
    return msgspec.json.encode((FIRST, book, cost))  # a slot outlives the format of the file around it


def _packed(keys: Keys) -> bytes:
    named = {"book": keys.name} if keys.name else {}
    told = {"store": keys.store.hex(), "signing": keys.signing.hex(), "reading": keys.reading}
    return msgspec.json.encode(told | named)


def _unpacked(plain: bytes, file: _KeyFile) -> Keys:
    try:
        parts = msgspec.json.decode(plain, type=dict[str, str])
        signing, name = bytes.fromhex(parts["signing"]), parts.get("book", "")
        keys = Keys(bytes.fromhex(parts["store"]), signing, parts["reading"], name)
    except (msgspec.MsgspecError, KeyError, ValueError):
        raise KeyFileDamaged from None
    if (keys.book, keys.mark) != (file.book, file.key or file.book):
        raise KeyFileDamaged
    return keys


def _altered(file: _KeyFile) -> list[str]:
    if file.checks is None:
        return []
    return [slot for slot, check in _checks(file).items() if getattr(file.checks, slot) != check]


def _checks(file: _KeyFile) -> dict[str, str]:
    slot = msgspec.json.encode(file.passphrase).decode()
    return {"passphrase": clock.mark(file.book, file.key, slot), "sheet": clock.mark(file.book, file.key, file.sheet)}


def _written(file: _KeyFile) -> bytes:
    """A key file both of whose slots have just been sealed, or had no checks yet."""
    return _spelt(msgspec.structs.replace(file, format=FORMAT, checks=_Checks(**_checks(file))))


def _with(file: _KeyFile, **sealed: Any) -> bytes:
    """The key file with one slot sealed anew. What was altered in the other is still noticed."""
    file = msgspec.structs.replace(file, **sealed)
    if file.checks is None:
        return _written(file)
    new = {slot: check for slot, check in _checks(file).items() if slot in sealed}
    return _spelt(msgspec.structs.replace(file, checks=msgspec.structs.replace(file.checks, **new)))


def _spelt(file: _KeyFile) -> bytes:
    return msgspec.json.format(msgspec.json.encode(file))


def _read_for(keys: Keys, key_file: bytes) -> _KeyFile:
    """The key file, if it is the one of these keys."""
    file = _read(key_file)
    if (file.book, file.key or file.book) != (keys.book, keys.mark):
        raise KeyFileDamaged
    return file


def _read(key_file: bytes) -> _KeyFile:
    if len(key_file) > _LARGEST:
        raise KeyFileDamaged
    try:
        if msgspec.json.decode(key_file, type=_Versioned).format > FORMAT:
            raise BookNewer
        file = msgspec.json.decode(key_file, type=_KeyFile)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise KeyFileDamaged from None
    if (file.format == FIRST) is not (file.checks is None):
        raise KeyFileDamaged
    return file
