"""Who sent a bundle: a partner, a coordinator on the organisation's list, or somebody a coordinator vouches for.

Only a partner's words were compared, or could have been. Whoever is met in another way becomes a partner as her bundle
is taken in, and how she came to be known is kept and shown. Nobody is met who was locked out, and nobody by the word of
a coordinator who was.

A newer list of the organisation that this book knows needs no messenger's good name: the root signed it. So it holds
before anything is asked of who brought it, and a coordinator whom a rogue one locked out can bring the very list that
says so. Another root's list is taken only from a coordinator who is believed here, where the book has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.errors import FictionalMixed, ListNewer, NotAList, NotForYou, Parted, RevokedSender, UnknownSender
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.sharing.organisation import TrustList
from caregiver_desk.store import erasing, heeding, organisation, partners
from caregiver_desk.store.book import Book, Cursor
from caregiver_desk.store.organisation import LISTED, VOUCHED, Adopted
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.posting import Posted
from caregiver_desk.sync import seal, trust
from caregiver_desk.sync.bundle import Manifest
from caregiver_desk.sync.organisation import read_list
from caregiver_desk.sync.worker import Inside

_SHORT = 40  # letters: what is longer is a list, and not only what one is called


def recognised(book: Book, inside: Inside) -> Partner:
    """The partner who sealed it for us. Raises UnknownSender, Parted, RevokedSender, NotForYou or FictionalMixed."""
    manifest = inside.manifest
    if manifest.fictional != book.fictional:
        raise FictionalMixed
    with book.reading() as cursor:
        standing = book.hearing(cursor).standing
        met = _listed(cursor, inside) or _vouched_for(book, cursor, inside)
    sender = trust.partner_speaking(book, inside.key, manifest.laptop) or met
    if sender is None:
        raise UnknownSender
    if standing.is_out(inside.key):
        raise RevokedSender
    if sender.parted:
        raise Parted(name=sender.name)
    if seal.reading_recipient(book.vault.keys.reading) not in manifest.to:
        raise NotForYou
    return sender


def _listed(cursor: Cursor, inside: Inside) -> Partner | None:
    """The coordinator of this key by the list that holds here."""
    told = organisation.newest(cursor)
    found = told.coordinator(inside.key) if told else None
    if found is None or not clock.speaks_for(inside.manifest.laptop, inside.key):
        return None
    who = (found.key, inside.manifest.laptop, found.reader, found.person, found.name)
    return Partner(*who, Role.COORDINATOR, LISTED, clock.now())


def _vouched_for(book: Book, cursor: Cursor, inside: Inside) -> Partner | None:
    """Whoever a coordinator that is believed here says holds this key."""
    standing, manifest = book.hearing(cursor).standing, inside.manifest
    if not clock.speaks_for(manifest.laptop, inside.key):
        return None
    for each in inside.vouched:
        believed = each.authority in standing.known.coordinators and not standing.is_out(each.authority)
        if believed and (each.key, each.person) == (inside.key, manifest.person):
            who = (each.key, manifest.laptop, each.reader, each.person, each.name)
            return Partner(*who, each.role if each.role in trust.GIVEN else "partner", VOUCHED, clock.now())
    return None


def list_in(manifest: Manifest) -> TrustList | None:
    """The organisation's list that a bundle brings, if it is a sound one."""
    try:
        return read_list(manifest.trust.encode()) if len(manifest.trust) > _SHORT else None
    except (NotAList, ListNewer, UnicodeEncodeError):
        return None


class Taken(NamedTuple):
    """A list that came with a bundle, what became of it, and what it changed; nothing where none came."""

    told: TrustList | None = None
    adopted: Adopted | None = None
    posted: Posted = Posted()


@contextmanager
def by_its_list(book: Book, inside: Inside, *, keep: bool) -> Iterator[Taken]:
    """Let a newer list hold while a bundle is opened; with `keep` false no longer than that. Yields what came of it."""
    told = list_in(inside.manifest)
    if told is None or told.fictional != book.fictional:
        yield Taken()
        return
    with nullcontext() if keep or book.on_trial else book.trying():
        yield Taken(told, *take_list(book, told, inside.manifest.trust, sure=_vouches(book, inside.key, told)))


def _vouches(book: Book, key: str, told: TrustList) -> bool:
    """Whether this is the key of a coordinator who is believed here, whom the list names, and no list is here yet.

    Another root than the one that is known is for a person to believe: whoever coordinates could make one.
    """
    with book.reading() as cursor:
        standing, held = book.hearing(cursor).standing, organisation.newest(cursor)
    return (
        held is None
        and key in standing.known.coordinators
        and not standing.is_out(key)
        and told.coordinator(key) is not None
    )


def take_list(book: Book, told: TrustList, data: str, *, sure: bool) -> tuple[Adopted, Posted]:
    """Take a list over if it is newer, and heed what it changes. `sure`: see `organisation.adopt`."""
    with book.writing() as cursor:
        before = book.hearing(cursor)
        adopted = organisation.adopt(cursor, told, data, sure=sure)
        posted = heeding.heed(book, cursor, before) if adopted is Adopted.NEW else Posted()
    if posted.erased and not book.on_trial:
        erasing.settle(book)
    return adopted, posted


def meet(book: Book, cursor: Cursor, sender: Partner, inside: Inside, told: TrustList | None) -> Posted:
    """Keep who the sender is, which list she has by her word, and what coordinators say of this laptop."""
    before = book.hearing(cursor)
    new = not partners.is_known(cursor, sender.key)
    if new:
        partners.enter(book, cursor, sender)
    has = organisation.called(told) if told else inside.manifest.trust[:_SHORT]
    organisation.hear(cursor, sender.key, has)
    for each in inside.vouched:
        if each.key == book.key and each.authority in before.standing.known.coordinators:
            organisation.keep_certificate(cursor, each.authority, each.serial, each.text)
    return heeding.heed(book, cursor, before) if new else Posted()
