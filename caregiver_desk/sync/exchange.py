"""Making and opening bundles, stage by stage.

A bundle always carries everything its addressee has not acknowledged, so a lost stick loses nothing and a repeat
changes nothing. What somebody has is known from what she herself said last, never from what was sent to her.

Opening goes: take, guard, decrypt, unpack, check seals (all in the worker), ask who it is, then decode, validate, plan
and apply in one transaction. Looking first is the same thing with the transaction taken back, so a preview is exact.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.errors import FictionalMixed, NotABundle, NotForYou, RevokedSender, UnknownSender
from caregiver_desk.records.journal import Stream
from caregiver_desk.store import arrivals, ledger, partners, sending, streams
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.sending import Stretch
from caregiver_desk.store.taking import Arrival, Received
from caregiver_desk.sync import bundle, lines, seal
from caregiver_desk.sync.bundle import Knowledge, Manifest, Tip
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.profiles import Profile, profile_for
from caregiver_desk.sync.trust import partner_speaking
from caregiver_desk.sync.worker import Inside

OLD_AFTER = 35 * 24 * 3600  # seconds after which a reader is told that this is an old file
PIECE = 1 << 20


@dataclass(frozen=True)
class Made:
    """A sealed bundle, and in plain numbers what is in it."""

    bundle: str
    sealed: bytes
    lines: int
    records: int
    people: int
    profile: Profile


def make(book: Book, partner: Partner) -> Made:
    """Everything this partner may read and has not acknowledged, sealed for her. Signs and keeps a tip for each run."""
    profile = profile_for(partner, book.key)
    with book.writing() as cursor:
        admits = _admitted(book, cursor, profile, partner)
        stretches = [
            stretch for stretch in sending.stretches(cursor, partner, admits) if _ours_or_signed(book, stretch)
        ]
        runs = [(stretch, _tip(book, cursor, stretch)) for stretch in stretches]
        packed = lines.pack((tip, _bodies(cursor, stretch)) for stretch, tip in runs)
        manifest = _manifest(book, cursor, partner, profile, admits)
        sealed = bundle.seal_bundle(packed, manifest, seed=book.vault.keys.signing)
        partners.note_sent(cursor, partner, manifest.bundle, manifest.made, packed.lines)
        records, people = sending.counted(cursor, stretches)
    book.seal()
    return Made(manifest.bundle, sealed, packed.lines, records, people, profile)


def _admitted(book: Book, cursor: Cursor, profile: Profile, partner: Partner) -> Callable[[Stream], bool]:
    standing = book.weighing(cursor).standing
    return lambda stream: profile.admits(stream, partner, standing)


def _ours_or_signed(book: Book, stretch: Stretch) -> bool:
    return bool(stretch.signature) or clock.speaks_for(stretch.stream.laptop, book.key)


def _tip(book: Book, cursor: Cursor, stretch: Stretch) -> Tip:
    """The author's word for the end of a stretch: kept when it came, given now where we are the author."""
    signature, span = stretch.signature, stretch.span
    if not signature:
        signature = bundle.sign_tip(stretch.stream, span.high, span.running, book.vault.keys.signing)
        streams.keep_tip(cursor, stretch.s, span.high, span.running, signature)
    laptop, scope, audience = stretch.stream
    return Tip(laptop, scope, str(audience), stretch.low, span.high, stretch.ahead, span.running, signature)


def _bodies(cursor: Cursor, stretch: Stretch) -> Iterator[bytes]:
    for body, digest in sending.bodies(cursor, stretch):
        yield body.encode() if body is not None else lines.blanked(str(digest))


def _manifest(
    book: Book, cursor: Cursor, partner: Partner, profile: Profile, admits: Callable[[Stream], bool]
) -> Manifest:
    return Manifest(
        format=bundle.FORMAT,
        needs=(),
        bundle=clock.new_salt(),
        laptop=book.laptop,
        person=book.person,
        to=(partner.reader,),
        made=clock.now(),
        old_after=clock.now() + OLD_AFTER,
        profile=profile.name,
        fictional=book.fictional,
        members=(),
        lines=0,
        plain=0,
        received=tuple(
            Knowledge(stream.laptop, stream.scope, str(stream.audience), tuple((span.low, span.high) for span in spans))
            for _, stream, spans in sending.held(cursor)
            if admits(stream)
        ),
    )


def undelivered(book: Book, partner: Partner) -> int:
    """How many lines this partner may read and has not acknowledged."""
    profile = profile_for(partner, book.key)
    with book.reading() as cursor:
        admits = _admitted(book, cursor, profile, partner)
    return sending.waiting(book, partner, admits)


@dataclass(frozen=True)
class Looked:
    """What a bundle did, or would do. `old` where its maker said that it should have been opened long ago."""

    sender: Partner
    manifest: Manifest
    received: Received
    old: bool


def open_bundle(book: Book, path: Path, opener: Opener, *, keep: bool = True) -> Looked | None:
    """Open a bundle and apply it; with `keep` false only look. None where this very file was opened before."""
    if arrivals.opened_before(book, _seal_of(path)):
        return None
    with opener.open(path, book.vault.keys.reading) as opened:
        sender = _recognised(book, opened.inside)
        manifest = opened.inside.manifest
        arrival = Arrival(manifest.bundle, opened.inside.seal, manifest.laptop, manifest.made)
        said = [(Stream(each.laptop, each.scope, each.audience), each.spans) for each in manifest.received]
        received = ledger.receive(
            book,
            arrival,
            opened.runs(),
            also=lambda cursor: partners.hear(cursor, sender, manifest.laptop, said),
            keep=keep,
        )
    if keep:
        book.seal()
    return Looked(sender, manifest, received, old=clock.now() > manifest.old_after)


def _seal_of(path: Path) -> str:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
    except OSError:
        raise NotABundle from None
    return digest.hexdigest()


def _recognised(book: Book, inside: Inside) -> Partner:
    """The partner who sealed it for us. Raises UnknownSender, RevokedSender, NotForYou or FictionalMixed."""
    manifest = inside.manifest
    if manifest.fictional != book.fictional:
        raise FictionalMixed
    sender = partner_speaking(book, inside.key, manifest.laptop)
    if sender is None:
        raise UnknownSender
    with book.reading() as cursor:
        revoked = book.weighing(cursor).standing.last
    if manifest.laptop in revoked:
        raise RevokedSender
    if seal.reading_recipient(book.vault.keys.reading) not in manifest.to:
        raise NotForYou
    return sender
