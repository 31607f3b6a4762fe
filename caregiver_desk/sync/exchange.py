"""Opening bundles, stage by stage.

It goes: take, guard, decrypt, unpack, check seals (all in the worker), ask who it is, then decode, validate, plan
and apply in one transaction. Looking first is the same thing with the transaction taken back, so a preview is exact.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from caregiver_desk import clock
from caregiver_desk.errors import CardNotBundle, ListNotBundle, NoSuchFile, NotABundle, TooLarge
from caregiver_desk.store import access, access_heads, arrivals, drive, ledger, partners
from caregiver_desk.store.access import What
from caregiver_desk.store.access_heads import Said
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.drive import Step
from caregiver_desk.store.organisation import Adopted
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.posting import Posted
from caregiver_desk.store.taking import Arrival, Received
from caregiver_desk.sync import limits, trust
from caregiver_desk.sync.bundle import Manifest
from caregiver_desk.sync.files import regular
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.organisation import is_list
from caregiver_desk.sync.recognising import by_its_list, meet, recognised
from caregiver_desk.wording import later, say

PIECE = 1 << 20


LISTS = {
    Adopted.NEW: later("A newer list of who coordinates in your organisation came with it."),
    Adopted.TWO_OF_ONE_NUMBER: later(
        "It brought another list of your organisation under the same number, which was not taken. "
        "Ask who keeps the root."
    ),
    Adopted.ANOTHER_ROOT: later(
        "It brought the list of an organisation that this book does not know; nothing was taken of that."
    ),
}


@dataclass(frozen=True)
class Looked:
    """What a bundle did, or would do. `old` where its maker said that it should have been opened long ago."""

    sender: Partner
    manifest: Manifest
    received: Received
    old: bool
    log_goes_on: bool = True  # whether the sender's access log goes on from what she said of it before
    list: Adopted | None = None  # what became of the organisation's list that came along


def open_bundle(book: Book, path: Path, opener: Opener, *, keep: bool = True) -> Looked | None:
    """Open a bundle and apply it; with `keep` false only look. None where this very file was opened before.

    Raises NoSuchFile, NotAFile or CardNotBundle, and whatever its opening raises.
    """
    drive.tell(Step.FOUND, regular(path))
    if trust.is_card(path):
        raise CardNotBundle
    if is_list(path):
        raise ListNotBundle
    seal = _seal_of(path)
    drive.tell(Step.READ, path)
    if arrivals.opened_before(book, seal):
        return None
    with (
        opener.open(path, book.vault.keys.reading) as opened,
        by_its_list(book, opened.inside, keep=keep) as taken,
    ):
        inside, manifest = opened.inside, opened.inside.manifest
        sender = recognised(book, inside)
        told = [each.told for each in manifest.received]
        arrival = Arrival(manifest.bundle, inside.seal, manifest.laptop, manifest.made, told, manifest.yours)
        goes_on = []

        def hear(cursor: Cursor) -> Posted:
            posted = meet(book, cursor, sender, inside, taken.told)
            partners.hear(cursor, sender, manifest.laptop, told, manifest.height)
            partners.hear_unseen(cursor, inside.key, (msgspec.structs.astuple(each) for each in manifest.unseen or ()))
            access.enter(book, cursor, What.TAKEN_IN, partner=sender.key, many=manifest.lines)
            said = Said(manifest.height, manifest.made)
            goes_on.append(access_heads.hear(book, cursor, sender.key, manifest.access, said))
            return posted

        received = ledger.receive(book, arrival, opened.runs(), also=hear, keep=keep)
        received.posted += taken.posted
    if keep:
        book.seal()
        sender = (
            trust.partner_speaking(book, inside.key, manifest.laptop) or sender
        )  # by the laptop she uses from now on
    return Looked(sender, manifest, received, old=_is_old(manifest), log_goes_on=all(goes_on), list=taken.adopted)


def opened_before(book: Book, path: Path) -> bool:
    """Whether this very file was opened here before."""
    return arrivals.opened_before(book, _seal_of(path))


def log_broken(name: str) -> str:
    """What is said where a partner's access log does not go on from what she said of it before."""
    return say(
        "The access log of {name} does not go on from what it was: entries are gone or changed. A book that was brought"
        " back from a backup looks like this too. Ask.",
        name=name,
    )


def _is_old(manifest: Manifest) -> bool:
    """Whether it was to be opened long ago, as far as its maker and this laptop know what time it is."""
    return manifest.made > 0 and clock.now() > manifest.old_after


def _seal_of(path: Path) -> str:
    """What it is known by. What is larger than a reader takes is not read to its end."""
    digest = hashlib.sha256()
    try:
        if path.stat().st_size > limits.FILE:
            raise TooLarge(part="file")
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
    except FileNotFoundError:  # it was there a moment ago
        raise NoSuchFile(file=path.name) from None
    except OSError:
        raise NotABundle from None
    return digest.hexdigest()
