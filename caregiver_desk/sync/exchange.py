"""Making and opening bundles, stage by stage.

A bundle always carries everything its addressee has not acknowledged, so a lost stick loses nothing and a repeat changes
nothing. What somebody has is known from what she herself said last, never from what was sent to her.

Opening goes: take, guard, decrypt, unpack, check seals (all in the worker), ask who it is, then decode, validate, plan
and apply in one transaction. Looking first is the same thing with the transaction taken back, so a preview is exact.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from caregiver_desk import clock
from caregiver_desk.errors import FictionalMixed, NotABundle, NotForYou, RevokedSender, UnknownSender
from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.store import ledger, streams
from caregiver_desk.store.book import Book
from caregiver_desk.store.streams import Span
from caregiver_desk.store.taking import Arrival, Received
from caregiver_desk.sync import bundle, lines, seal
from caregiver_desk.sync.bundle import Knowledge, Manifest, Tip
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.profiles import Profile, profile_for
from caregiver_desk.sync.trust import Partner, partner_speaking
from caregiver_desk.sync.worker import Inside

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPICursor

OLD_AFTER = 35 * 24 * 3600  # seconds after which a reader is told that this is an old file
PIECE = 1 << 20

Spans = list[tuple[int, int]]


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
        standing = book.weighing(cursor).standing
        allowed = [
            (s, stream, spans) for s, stream, spans in _held(cursor) if profile.admits(stream, partner, standing)
        ]
        runs = [
            (s, tip) for s, stream, spans in allowed for tip in _unacknowledged(book, cursor, partner, s, stream, spans)
        ]
        records, people = _counted(cursor, runs)
        packed = lines.pack((tip, _bodies(cursor, s, tip)) for s, tip in runs)
        manifest = _manifest(book, partner, profile, [(stream, spans) for _, stream, spans in allowed])
        sealed = bundle.seal_bundle(packed, manifest, seed=book.vault.keys.signing)
        cursor.execute(
            "INSERT INTO sent (bundle, partner, made, lines) VALUES (?, ?, ?, ?)",
            (manifest.bundle, partner.key, manifest.made, packed.lines),
        )
    book.seal()
    return Made(manifest.bundle, sealed, packed.lines, records, people, profile)


def _held(cursor: DBAPICursor) -> list[tuple[int, Stream, list[Span]]]:
    """Every stream of the book with its spans: control first, then in an order that says nothing."""
    cursor.execute("SELECT s, laptop, scope, audience FROM stream")
    found = [(row[0], Stream(*row[1:])) for row in cursor.fetchall()]
    found.sort(key=lambda each: (each[1].audience != Audience.CONTROL, each[1]))
    return [(s, stream, spans) for s, stream in found if (spans := streams.spans(cursor, s))]


def _unacknowledged(
    book: Book, cursor: DBAPICursor, partner: Partner, s: int, stream: Stream, spans: list[Span]
) -> Iterator[Tip]:
    has = acknowledged(cursor, partner, stream)
    for span in spans:
        low = _first_missing(span, has)
        if low > span.high:
            continue
        ahead = streams.running_at(cursor, s, low - 1)
        signature = _signature(book, cursor, s, stream, span)
        if signature:
            yield Tip(stream.laptop, stream.scope, stream.audience, low, span.high, ahead, span.running, signature)


def _first_missing(span: Span, has: Spans) -> int:
    low = span.low
    for start, end in has:
        if start <= low <= end:
            low = end + 1
    return low


def _signature(book: Book, cursor: DBAPICursor, s: int, stream: Stream, span: Span) -> str:
    """The author's word for the end of a span: kept when it came, given now where we are the author."""
    cursor.execute("SELECT signature FROM tip WHERE stream = ? AND number = ?", (s, span.high))
    if found := cursor.fetchone():
        return str(found[0])
    if not clock.speaks_for(stream.laptop, book.key):
        return ""
    signature = bundle.sign_tip(stream, span.high, span.running, book.vault.keys.signing)
    streams.keep_tip(cursor, s, span.high, span.running, signature)
    return signature


def _bodies(cursor: DBAPICursor, s: int, tip: Tip) -> Iterator[bytes]:
    cursor.execute(
        "SELECT body, digest FROM line WHERE stream = ? AND number BETWEEN ? AND ? ORDER BY number",
        (s, tip.low, tip.high),
    )
    for body, digest in cursor:  # type: ignore[attr-defined]
        yield body.encode() if body is not None else lines.blanked(digest)


def _counted(cursor: DBAPICursor, runs: Iterable[tuple[int, Tip]]) -> tuple[int, int]:
    """(records, of them people) that the lines of these runs speak of."""
    records: set[str] = set()
    for s, tip in runs:
        cursor.execute(
            "SELECT DISTINCT record FROM line WHERE stream = ? AND number BETWEEN ? AND ? AND record <> ''",
            (s, tip.low, tip.high),
        )
        records |= {row[0] for row in cursor.fetchall()}
    cursor.execute(
        "SELECT count(*) FROM json_each(?) AS asked JOIN person ON person.id = asked.value",
        (json.dumps(sorted(records)),),
    )
    return len(records), int(cursor.fetchone()[0])  # type: ignore[index]


def _manifest(book: Book, partner: Partner, profile: Profile, held: list[tuple[Stream, list[Span]]]) -> Manifest:
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
        received=tuple(Knowledge(*stream, tuple((span.low, span.high) for span in spans)) for stream, spans in held),
    )


def acknowledged(cursor: DBAPICursor, partner: Partner, stream: Stream) -> Spans:
    """The spans of a stream that this partner said she holds."""
    cursor.execute(
        "SELECT spans FROM acknowledged WHERE partner = ? AND laptop = ? AND scope = ? AND audience = ?",
        (partner.key, *map(str, stream)),
    )
    found = cursor.fetchone()
    return [(low, high) for low, high in json.loads(found[0])] if found else []


def undelivered(book: Book, partner: Partner) -> int:
    """How many lines this partner may read and has not acknowledged."""
    profile = profile_for(partner, book.key)
    with book.reading() as cursor:
        standing = book.weighing(cursor).standing
        return sum(
            max(0, span.high - _first_missing(span, acknowledged(cursor, partner, stream)) + 1)
            for _, stream, spans in _held(cursor)
            if profile.admits(stream, partner, standing)
            for span in spans
        )


@dataclass(frozen=True)
class Looked:
    """What a bundle did, or would do."""

    sender: Partner
    manifest: Manifest
    received: Received
    repeated: bool = False
    old: bool = False


def open_bundle(book: Book, path: Path, opener: Opener, *, keep: bool = True) -> Looked | None:
    """Open a bundle and apply it; with `keep` false only look. None where this very file was opened before."""
    if _opened_before(book, path):
        return None
    with opener.open(path, book.vault.keys.reading) as opened:
        sender = _recognised(book, opened.inside)
        manifest = opened.inside.manifest
        arrival = Arrival(manifest.bundle, opened.inside.seal, manifest.laptop, manifest.made)
        received = ledger.receive(book, arrival, opened.runs(), keep=keep)
    if keep:
        _hear(book, sender, manifest)
        book.seal()
    return Looked(sender, manifest, received, old=clock.now() > manifest.old_after)


def _opened_before(book: Book, path: Path) -> bool:
    seal_of_file = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                seal_of_file.update(piece)
    except OSError:
        raise NotABundle from None
    with book.reading() as cursor:
        cursor.execute("SELECT 1 FROM arrival WHERE seal = ?", (seal_of_file.hexdigest(),))
        return cursor.fetchone() is not None


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


def _hear(book: Book, sender: Partner, manifest: Manifest) -> None:
    """Remember what the sender said she holds; an older bundle said less, and is no harm: more is sent again."""
    with book.writing() as cursor:
        cursor.execute("DELETE FROM acknowledged WHERE partner = ?", (sender.key,))
        cursor.executemany(
            "INSERT OR REPLACE INTO acknowledged (partner, laptop, scope, audience, spans) VALUES (?, ?, ?, ?, ?)",
            [
                (sender.key, each.laptop, each.scope, each.audience, json.dumps(each.spans))
                for each in manifest.received
            ],
        )
