"""Making bundles: what a partner lacks, sealed for her.

A bundle always carries everything its addressee has not acknowledged, so a lost stick loses nothing and a repeat
changes nothing. What somebody has is known from what she herself said, never from what was sent to her.

What a reader would refuse as too large is never written: maker and reader ask the same `limits`, and where they say no,
what is owed is halved until every part fits. All statements ride in every part, so each can be opened alone, in any
order, or be lost. A stretch of lines is cut where its author signed; our own, anywhere.

Making reads the book, and notes in the access log that it does; how that log ends goes along (see access_heads). What
was released for a coordinator is written as a request just before (see rising). The
tips that were signed, and when, are written down afterwards. A book that cannot be written (its disk is full) does not
stop a bundle: it may be what saves the records.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import accumulate

import msgspec
from msgspec.structs import replace

from caregiver_desk import clock
from caregiver_desk.errors import CannotWrite, DiskFull, LockedOut, Parted, TooLarge
from caregiver_desk.records.growth.appraisal import SUPERVISING_INTEREST
from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.sharing.standing import Standing
from caregiver_desk.records.supervision.requests import REQUEST
from caregiver_desk.store import access_heads, circles, organisation, partners, rising, sending, streams, tips
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.receipts import Told
from caregiver_desk.store.sending import Stretch
from caregiver_desk.sync import bundle, certificates, limits, lines, trust
from caregiver_desk.sync.bundle import Knowledge, Manifest, Tip, UnseenEnd
from caregiver_desk.sync.certificates import Vouched
from caregiver_desk.sync.contents import Contents, contents, lines_of, with_rising
from caregiver_desk.sync.profiles import profile, profile_for

UNSEEN = frozenset({Audience.CONTACT, Audience.WORDS})
OLD_AFTER = 35 * 24 * 3600  # seconds after which a reader is told that this is an old file


@dataclass(frozen=True)
class Made:
    """A sealed bundle, and in plain numbers what is in it."""

    bundle: str
    sealed: bytes
    stretches: Sequence[Stretch]
    contents: Contents


def make(book: Book, partner: Partner, *, at_most: int = limits.FILE) -> list[Made]:
    """Everything this partner may read and has not acknowledged: one bundle, or several where one would be too large.

    `at_most` is how many bytes a file may have, such as what a small stick holds; each can be carried and opened alone.
    Raises Parted or LockedOut where nothing is exchanged with her, and TooLarge where even a single stretch, with all
    statements, is more than a reader takes.
    """
    log = _log(book, partner)
    if partner.role == Role.COORDINATOR:
        with suppress(CannotWrite, DiskFull):
            rising.rise(book)
    with _for(book, partner) as (cursor, admits):
        manifest = replace(_manifest(book, cursor, partner, admits), access=log)
        made = _in_parts(book, cursor, manifest, list(_owed(book, cursor, partner, admits)), at_most)
    with suppress(CannotWrite, DiskFull):
        _write_down(book, partner, made, at=manifest.made)
    return made


def look(book: Book, partner: Partner) -> Contents:
    """What `make` would seal for this partner, and nothing is written. Raises Parted or LockedOut."""
    with _for(book, partner) as (cursor, admits):
        owed = list(_owed(book, cursor, partner, admits))
        held = contents(cursor, owed, profile_for(partner, book.key))
    return with_rising(held, _to_rise(book, partner))


def receipt(book: Book, partner: Partner) -> Made:
    """A bundle without a single line: it only says what has arrived here. Raises Parted or LockedOut."""
    log = _log(book, partner)
    with _for(book, partner) as (cursor, admits):
        return _sealed(book, cursor, replace(_manifest(book, cursor, partner, admits), access=log), [])


def _log(book: Book, partner: Partner) -> str:
    """Note in the access log that something is made for her, and say how it ends. Raises Parted or LockedOut."""
    refuse_ended(book, partner)
    return access_heads.tell(book, partner.key)


def refuse_ended(book: Book, partner: Partner) -> None:
    """Raises Parted or LockedOut where nothing is exchanged with her."""
    with _for(book, partner):
        pass


def owed(book: Book, partner: Partner) -> list[tuple[Stream, int, int]]:
    """The stretches of streams that `make` would seal for this partner. Raises Parted or LockedOut."""
    with _for(book, partner) as (cursor, admits):
        return [(each.stream, each.low, each.span.high) for each in _owed(book, cursor, partner, admits)]


def undelivered(book: Book, partner: Partner) -> int:
    """How many lines this partner is to receive and has not acknowledged: those that `make` would seal."""
    try:
        with _for(book, partner) as (cursor, admits):
            owed = sum(stretch.lines for stretch in _owed(book, cursor, partner, admits))
        return owed + lines_of(_to_rise(book, partner))
    except (Parted, LockedOut):
        return 0


def _to_rise(book: Book, partner: Partner) -> dict[str, int]:
    """How many records of which kind are written for this partner as soon as a bundle is made for her."""
    if partner.role != Role.COORDINATOR:
        return {}
    return {
        REQUEST.name: len(rising.waiting(book)),
        SUPERVISING_INTEREST.name: len(rising.interests_waiting(book)) + len(rising.no_more(book)),
    }


@contextmanager
def _for(book: Book, partner: Partner) -> Iterator[tuple[Cursor, Callable[[Stream], bool]]]:
    """One view of the book, and which of its streams this partner may read."""
    may = profile_for(partner, book.key)
    with book.reading() as cursor:
        standing = book.hearing(cursor).standing
        if partner.parted:
            raise Parted(name=partner.name)
        if standing.is_out(partner.key):
            raise LockedOut(name=partner.name)
        about_her, sets = partners.supervised_in(cursor, partner), circles.sets(cursor)
        yield cursor, lambda stream: may.admits(stream, partner, standing, about_her, clock.today(), sets)


def _owed(book: Book, cursor: Cursor, partner: Partner, admits: Callable[[Stream], bool]) -> Iterator[Stretch]:
    """What this partner has not acknowledged, as far as its author signed for it, or we can."""
    for each in sending.stretches(cursor, partner, admits):
        whole = each if _ours(book, each) else sending.signed(cursor, each)
        if whole is not None:
            yield whole


def _manifest(book: Book, cursor: Cursor, partner: Partner, admits: Callable[[Stream], bool]) -> Manifest:
    received = sending.receipt(
        cursor, _told(book, cursor, partner, admits), reaches_at_most=limits.REACHES, blanks_at_most=limits.BLANKS
    )
    return Manifest(
        format=bundle.FORMAT,
        needs=(),
        bundle="",
        laptop=book.laptop,
        person=book.author,
        to=(partner.reader,),
        made=clock.now(),
        old_after=clock.now() + OLD_AFTER,
        profile=profile_for(partner, book.key).name,
        fictional=book.fictional,
        members=(),
        lines=0,
        plain=0,
        received=(*_earlier(book, cursor), *map(_knowledge, received)),
        height=book.height(cursor),
        yours=(partner.laptop, partners.height_of(cursor, partner.laptop)),
        certificates=_certificates(book, cursor, partner),
        trust=_list(cursor, partner),
        unseen=(partner.role == Role.COORDINATOR and _unseen(book, cursor, admits)) or msgspec.UNSET,
    )


def _told(book: Book, cursor: Cursor, partner: Partner, admits: Callable[[Stream], bool]) -> Callable[[Stream], bool]:
    """Of which streams she is told how far they came: also of her own in a team that was hers for a time."""
    standing = book.hearing(cursor).standing

    def hers(stream: Stream) -> bool:
        return clock.speaks_for(stream.laptop, partner.key) and standing.until(partner.key, stream.scope) is not None

    return lambda stream: admits(stream) or hers(stream)


def _list(cursor: Cursor, partner: Partner) -> str:
    """The organisation's list as a file, or only what it is called where this partner said that she has it."""
    told = organisation.newest(cursor)
    if told is None:
        return ""
    known = organisation.is_known_to(cursor, partner.key, told)
    return organisation.called(told) if known else organisation.text(cursor)


def _certificates(book: Book, cursor: Cursor, partner: Partner) -> tuple[str, ...]:
    """Who we are by the word of coordinators; and who she is by ours, if we are one and compared words with her."""
    ours = [text for _, text in organisation.certificates(cursor).values()]
    given = book.role == Role.COORDINATOR and partner.compared == partners.ALOUD and partner.role in trust.GIVEN
    return tuple((ours + [_vouch(book, cursor, partner)] * given)[-limits.CERTIFICATES :])


def _vouch(book: Book, cursor: Cursor, partner: Partner) -> str:
    hearing = book.hearing(cursor)
    hers = (scope for scope in hearing.scopes() if _for_good(hearing.standing, partner.key, scope))
    marks = tuple(sorted(clock.mark(partner.key, scope) for scope in hers if scope))
    who = (partner.key, book.key, book.height(cursor), partner.person, partner.name, partner.role, partner.reader)
    return certificates.give(Vouched(*who, marks, ""), seed=book.vault.keys.signing)


def _for_good(standing: Standing, key: str, scope: str) -> bool:
    """A certificate names no day, so it does not speak of what ends by itself."""
    return standing.may_be_written_by(key, scope) and standing.until(key, scope) is None


def _unseen(book: Book, cursor: Cursor, admits: Callable[[Stream], bool]) -> tuple[UnseenEnd, ...]:
    """How far our own words and names of homes go, for a coordinator who receives none of them."""
    ends = sending.ends_in(cursor, book.hearing(cursor).forked, book.key, over_holes=True)
    told = [(stream, end) for stream, end in ends.items() if stream.audience in UNSEEN and not admits(stream)]
    return tuple(UnseenEnd(clock.mark(*stream), *end) for stream, end in told[: limits.UNSEEN])


def _earlier(book: Book, cursor: Cursor) -> Iterator[Knowledge]:
    """The ids that this book had before it was restored, so that its reader can tell which of two it goes by now."""
    cursor.execute("SELECT laptop FROM laptop WHERE key = ? AND laptop <> ? ORDER BY laptop", (book.key, book.laptop))
    for (laptop,) in cursor.fetchall():
        yield Knowledge(laptop, "", Audience.CONTROL, ())


def _knowledge(told: Told) -> Knowledge:
    laptop, scope, audience = map(str, told.stream)
    return Knowledge(laptop, scope, audience, tuple(told.reaches), tuple(told.blank))


def _in_parts(book: Book, cursor: Cursor, manifest: Manifest, owed: Sequence[Stretch], at_most: int) -> list[Made]:
    """These stretches in one bundle, or in as many as it takes for each to be within the limits."""
    try:
        return [_sealed(book, cursor, manifest, owed, at_most)]
    except TooLarge:
        halves = _halves(book, cursor, owed)
    return [made for half in halves for made in _in_parts(book, cursor, manifest, half, at_most)]


def _halves(book: Book, cursor: Cursor, owed: Sequence[Stretch]) -> tuple[list[Stretch], list[Stretch]]:
    """All statements with the first half of the rest, and with the second. Raises TooLarge if it cannot be halved."""
    statements = [each for each in owed if each.stream.audience == Audience.CONTROL]
    rest = [each for each in owed if each.stream.audience != Audience.CONTROL]
    if len(rest) == 1:
        rest = sending.halves(cursor, rest[0], anywhere=_ours(book, rest[0]))
    if len(rest) < 2:  # noqa: PLR2004 - two halves
        raise TooLarge(part=bundle.LINES)
    counts = list(accumulate(each.lines for each in rest))
    middle = min(bisect_left(counts, counts[-1] / 2) + 1, len(rest) - 1)
    return [*statements, *rest[:middle]], [*statements, *rest[middle:]]


def _sealed(
    book: Book, cursor: Cursor, manifest: Manifest, owed: Sequence[Stretch], at_most: int = limits.FILE
) -> Made:
    """One bundle. Raises TooLarge where its reader would, or where it has more bytes than it may."""
    signed = [each if each.signature else _sign(book, each) for each in owed]
    packed = lines.pack((_tip(each), _bodies(cursor, each)) for each in signed)
    named = replace(manifest, bundle=clock.new_salt())
    sealed = bundle.seal_bundle(packed, named, seed=book.vault.keys.signing)
    if len(sealed) > at_most:
        raise TooLarge(part="file")
    return Made(named.bundle, sealed, signed, contents(cursor, signed, profile(manifest.profile)))


def sign_all(book: Book) -> None:
    """Give the author's word for all that this book wrote: with another key it could be given no more."""
    with book.writing() as cursor:
        for s, stream, spans in sending.held(cursor):
            for span in spans if clock.speaks_for(stream.laptop, book.key) else ():
                word = tips.sign(stream, span.high, span.running, book.vault.keys.signing)
                streams.keep_tip(cursor, s, span.high, span.running, word)


def _ours(book: Book, stretch: Stretch) -> bool:
    return clock.speaks_for(stretch.stream.laptop, book.key)


def _sign(book: Book, stretch: Stretch) -> Stretch:
    """The author's word for the end of a stretch, given now, for we are the author."""
    end = stretch.span
    return stretch._replace(signature=tips.sign(stretch.stream, end.high, end.running, book.vault.keys.signing))


def _tip(stretch: Stretch) -> Tip:
    (laptop, scope, audience), end = stretch.stream, stretch.span
    return Tip(laptop, scope, str(audience), stretch.low, end.high, stretch.ahead, end.running, stretch.signature)


def _bodies(cursor: Cursor, stretch: Stretch) -> Iterator[bytes]:
    for body, digest in sending.bodies(cursor, stretch):
        yield lines.blanked(digest) if body is None else body


def _write_down(book: Book, partner: Partner, made: Sequence[Made], *, at: int) -> None:
    with book.writing() as cursor:
        for each in made:
            for stretch in each.stretches:
                streams.keep_tip(cursor, stretch.s, stretch.span.high, stretch.span.running, stretch.signature)
            partners.note_sent(cursor, partner, each.bundle, at, each.contents.lines)
    book.seal()
