"""The root of an organisation, and the list it signs: two files.

    the root       an age file under a passphrase of its own: the secret key, and the last list it signed. It lives on
                   a stick in a safe, is opened on a coordinator's laptop when coordinators change, and is in no book.
    the list       one line of JSON and its SSHSIG, namespace trust@caregiver-desk. Anybody may have it. It rides in
                   every bundle until its reader is known to have it.

Who prints the eight words of the root on the organisation's sheet lets a laptop that knows nobody yet check the list by
reading them: they are of the root's key and stay the same however often the list changes. A list that comes with a
bundle is taken where its root is known already, or where a coordinator who is believed here sent it and it names him.

A book that has a list makes a coordinator only of whom it names: a card says of itself what it likes.

The root is opened by stock `age`, the list is checked by `ssh-keygen -Y verify`.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Annotated

import msgspec

from caregiver_desk import clock
from caregiver_desk.errors import (
    Blocked,
    FictionalMixed,
    Incomplete,
    ListNewer,
    NotABundle,
    NotACard,
    NotAList,
    NotARoot,
    RootStaysShut,
    SealBroken,
    TooLarge,
    WrongWords,
)
from caregiver_desk.records import journal
from caregiver_desk.records.sharing.organisation import LIST_VERSION, Coordinator, TrustList
from caregiver_desk.store import safely, signing
from caregiver_desk.sync import limits, seal
from caregiver_desk.sync.files import read_at_most, regular
from caregiver_desk.sync.trust import Card
from caregiver_desk.sync.words import eight_words

NAMESPACE = "trust@caregiver-desk"
LIST_SUFFIX, ROOT_SUFFIX = ".trust", ".root"
_BEGINNING = b'{"list":'
_encoder = msgspec.json.Encoder()


class Root(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file of the root holds: the secret seed in base64, and the last list that was signed with it."""

    root: int
    seed: Annotated[str, msgspec.Meta(max_length=64)]
    told: str

    @property
    def list(self) -> TrustList:
        return read_list(self.told.encode())


class _Versioned(msgspec.Struct):
    list: int


def begin(organisation: str, first: Card, *, fictional: bool) -> Root:
    """A new root, and a list that names one coordinator."""
    seed = signing.new_signing_seed()
    named, key = (_named(first),), signing.public_key(seed)
    told = TrustList(LIST_VERSION, organisation, key, 1, clock.now(), fictional, named, ())
    return _signed(seed, told)


def sign_anew(root: Root, told: TrustList) -> Root:
    """The same root with its next list."""
    version = root.list.version + 1
    return _signed(base64.b64decode(root.seed), msgspec.structs.replace(told, version=version, made=clock.now()))


def named_too(told: TrustList, card: Card) -> TrustList:
    """The list with one coordinator more; of somebody who is on it already, what her new card says."""
    others = tuple(each for each in told.coordinators if each.key != card.key)
    ended = tuple(each for each in told.ended if each.key != card.key)
    return msgspec.structs.replace(told, coordinators=(*others, _named(card)), ended=ended)


def _named(card: Card) -> Coordinator:
    return Coordinator(card.key, card.laptop, card.reader, card.person, card.name)


def _signed(seed: bytes, told: TrustList) -> Root:
    line = _encoder.encode(told)
    signature = signing.sign(line, seed=seed, namespace=NAMESPACE)
    return Root(1, base64.b64encode(seed).decode(), line.decode() + "\n" + signature)


def root_words(told: TrustList) -> tuple[str, ...]:
    """The eight words of a root, as they stand on the organisation's sheet."""
    return eight_words(f"{told.root}\n{told.organisation}".encode())


def save_root(path: Path, root: Root, passphrase: str) -> None:
    """Seal the root under its passphrase, whole or not at all."""
    safely.write(path, seal.encrypt_with_passphrase(_encoder.encode(root), passphrase=passphrase))


def open_root(path: Path, passphrase: str) -> Root:
    """The root in a file. Raises NoSuchFile, NotAFile, NotARoot or RootStaysShut."""
    with safely.reading():
        sealed = read_at_most(regular(path), limits.ROOT)
    try:
        if len(sealed) > limits.ROOT or not seal.wants_passphrase(sealed):
            raise NotARoot
        root = msgspec.json.decode(seal.decrypt_with_passphrase(sealed, passphrase=passphrase), type=Root)
        if signing.public_key(base64.b64decode(root.seed, validate=True)) != root.list.root:
            raise NotARoot
    except WrongWords:
        raise RootStaysShut from None
    except (*journal.UNREADABLE, ValueError, NotAList, NotABundle, SealBroken, Incomplete, TooLarge):
        raise NotARoot from None
    return root


def is_list(path: Path) -> bool:
    """Whether a file looks like an organisation's list, whatever it is called."""
    try:
        with regular(path).open("rb") as file:
            return file.read(len(_BEGINNING)) == _BEGINNING
    except (OSError, Blocked):
        return False


def list_in(path: Path) -> bytes:
    """What stands in a file that should be a list, and no more than one can hold. Raises NoSuchFile or NotAFile."""
    with safely.reading():
        return read_at_most(regular(path), limits.TRUST_LIST)


def read_list(data: bytes) -> TrustList:
    """The list in a file, if its seal is that of the root it names. Raises NotAList or ListNewer."""
    line, _, signature = data.replace(b"\r\n", b"\n").partition(b"\n")
    try:
        if len(data) > limits.TRUST_LIST:
            raise NotAList
        if msgspec.json.decode(line, type=_Versioned).list > LIST_VERSION:
            raise ListNewer
        told = msgspec.json.decode(line, type=TrustList)
        key = signing.verify(signature.decode("ascii"), line, namespace=NAMESPACE)
        sound = told.list == LIST_VERSION and key == told.root and _encoder.encode(told) == line and _is_sound(told)
    except (*journal.UNREADABLE, SealBroken, NotACard):
        raise NotAList from None
    if not sound:
        raise NotAList
    return told


def _is_sound(told: TrustList) -> bool:
    """Whether everybody on it can be who it says, and nobody is on it twice."""
    keys = [*(each.key for each in told.coordinators), *(each.key for each in told.ended)]
    texts = [told.organisation, *(text for each in told.coordinators for text in msgspec.structs.astuple(each))]
    for each in told.coordinators:
        seal.check_recipient(each.reader)
    fit = all(clock.speaks_for(each.laptop, each.key) for each in told.coordinators)
    return fit and len(set(keys)) == len(keys) and not any("\0" in str(text) for text in texts)


def refuse_mixed(told: TrustList, *, fictional: bool) -> None:
    """Raises FictionalMixed: a rehearsal's coordinators are nobody's in earnest."""
    if told.fictional != fictional:
        raise FictionalMixed
