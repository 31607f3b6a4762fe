"""Who is who: contact cards, eight words read aloud, and the partners of a book.

A card is a small signed file: a name, a role, a laptop and two public keys. It proves only that one key wrote it. That
it is really hers is proved by two people who read eight words to each other; how they were compared is kept. A partner
is marked as coordinator only when her words were compared, or when the list of the organisation names her key; and
where there is such a list, only if it does.

A partner may relay authors whom nobody here has met: their keys prove which laptop wrote a line, and no more. The `by`
of a line is not held against the laptop's owner.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from caregiver_desk import clock
from caregiver_desk.errors import (
    Blocked,
    BundleNotCard,
    CardNewer,
    FictionalMixed,
    NoSuchPartner,
    NotACard,
    SealBroken,
    SeveralPartners,
    WordsDiffer,
    YourOwnCard,
)
from caregiver_desk.practice.people.names import folded
from caregiver_desk.records import journal
from caregiver_desk.records.people.people import ANSWERS, Role
from caregiver_desk.records.sharing.organisation import TrustList
from caregiver_desk.store import arrivals, organisation, partners, questions, signing
from caregiver_desk.store.book import Book
from caregiver_desk.store.organisation import LISTED
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import seal
from caregiver_desk.sync.dots import BEGINNINGS, CARD_BEGINNING
from caregiver_desk.sync.files import read_at_most, regular
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.words import eight_words, same_words
from caregiver_desk.wording import full_day, say

GIVEN = frozenset({Role.SUPERVISOR, Role.TRAINER, Role.PROTECTION_LEAD})  # by a certificate; the list alone coordinates
CARD_NAMESPACE = "card@caregiver-desk"
CARD_SUFFIX = ".card"
CARD_VERSION = 1
LARGEST_CARD = 16_384


Name = Annotated[str, msgspec.Meta(max_length=200)]
Purposes = Annotated[str, msgspec.Meta(max_length=1000)]


class Card(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a laptop shows of itself. `key` signs, `reader` is the age recipient it reads with.

    A coordinator's card may say who answers for the records of her site, so that supervisors need not type it.
    """

    version: int
    name: str
    role: str
    laptop: str
    person: str
    key: str
    reader: str
    fictional: bool
    organisation: Name = ""
    officer: Name = ""
    purposes: Purposes = ""


class _Versioned(msgspec.Struct):
    version: int


_encoder = msgspec.json.Encoder()


def my_card(book: Book, name: str) -> bytes:
    """This laptop's card as a file: one line of JSON, then its signature."""
    reader, ours = seal.reading_recipient(book.vault.keys.reading), (book.role, book.laptop, book.author, book.key)
    card = Card(CARD_VERSION, name, *ours, reader, book.fictional, **_answers(book))
    text = _encoder.encode(card)
    return text + b"\n" + signing.sign(text, seed=book.vault.keys.signing, namespace=CARD_NAMESPACE).encode()


def _answers(book: Book) -> dict[str, str]:
    """Who answers for the records of this site, where a coordinator has named it."""
    site = questions.own_site(book) if book.role == Role.COORDINATOR else None
    return {name: site[name] for name in ANSWERS if site[name]} if site else {}


def card_in(path: Path) -> bytes:
    """What stands in a file that should be a card, and no more than a card can hold.

    Raises NoSuchFile, NotAFile, BundleNotCard or NotACard.
    """
    try:
        data = read_at_most(regular(path), LARGEST_CARD)
    except OSError:
        raise NotACard from None
    if data.startswith(seal.BEGINNING):
        raise BundleNotCard
    return data


def card_given(path: Path, opener: Opener) -> bytes:
    """The same of a card that was given as a file or as a picture of it. Raises as well what looking at it raises."""
    return opener.card_shown(path) if is_picture(path) else card_in(path)


def is_picture(path: Path) -> bool:
    """Whether a file begins as a picture does, whatever it is called."""
    try:
        with regular(path).open("rb") as file:
            return file.read(max(map(len, BEGINNINGS))).startswith(BEGINNINGS)
    except (OSError, Blocked):
        return False


def is_card(path: Path) -> bool:
    """Whether a file looks like a card, whatever it is called; whether it is a sound one is another question."""
    try:
        return card_in(path).startswith(CARD_BEGINNING)
    except Blocked:
        return False


def read_card(data: bytes) -> tuple[Card, tuple[str, ...]]:
    """The card in a file, and the eight words that name it. Raises NotACard or CardNewer."""
    text, _, signature = data.replace(b"\r\n", b"\n").partition(b"\n")
    try:
        if len(data) > LARGEST_CARD:
            raise NotACard
        if msgspec.json.decode(text, type=_Versioned).version > CARD_VERSION:
            raise CardNewer
        card = msgspec.json.decode(text, type=Card)
        key = signing.verify(signature.decode("ascii"), text, namespace=CARD_NAMESPACE)
    except (*journal.UNREADABLE, SealBroken):
        raise NotACard from None
    seal.check_recipient(card.reader)
    sound = card.version == CARD_VERSION and key == card.key and clock.speaks_for(card.laptop, key)
    if not sound or _encoder.encode(card) != text or any("\0" in str(word) for word in msgspec.structs.astuple(card)):
        raise NotACard
    return card, eight_words(text)


def refuse_own(book: Book, data: bytes) -> None:
    """Nobody is her own partner. Raises YourOwnCard, NotACard or CardNewer."""
    card, _ = read_card(data)
    if (card.key, card.laptop) == (book.key, book.laptop):
        raise YourOwnCard


def pair(book: Book, data: bytes, *, heard: str = "") -> Partner:
    """Accept a card. `heard` are the eight words as they were read aloud; without them nobody becomes a coordinator.

    Of a coordinator whom the list of the organisation names they need not be heard.

    Raises FictionalMixed or WordsDiffer.
    """
    card, words = read_card(data)
    if card.fictional != book.fictional:
        raise FictionalMixed
    if heard and not same_words(heard, words):
        raise WordsDiffer
    with book.reading() as cursor:
        told = organisation.newest(cursor)
    listed = told is not None and told.coordinator(card.key) is not None
    compared = partners.ALOUD if heard else LISTED if listed else "not"
    role = _role(card, told, partners.who_signs(book, card.key), heard=bool(heard))
    partner = Partner(card.key, card.laptop, card.reader, card.person, card.name, role, compared, clock.now())
    partners.keep(book, partner)
    return partner


def _role(card: Card, told: TrustList | None, before: Partner | None, *, heard: bool) -> str:
    """What she is here: where there is a list it says who coordinates, beside whom one believed before."""
    if told and told.coordinator(card.key):
        return Role.COORDINATOR
    if told and card.role == Role.COORDINATOR:
        believed = before is not None and (before.role, before.compared) == (Role.COORDINATOR, partners.ALOUD)
        return Role.COORDINATOR if believed else "partner"
    return card.role if heard else "partner"


def partner_named(book: Book, name: str) -> Partner:
    """The partner with this laptop, or this name, or the beginning of it. Raises NoSuchPartner or SeveralPartners.

    Of several of one name she is meant with whom bundles are exchanged still.
    """
    asked, known = folded(name), partners.known(book)
    meant = (
        [each for each in known if name in {each.name, each.laptop}]
        or [each for each in known if asked and folded(each.name) == asked]
        or [each for each in known if asked and folded(each.name).startswith(asked)]
    )
    if not meant:
        raise NoSuchPartner(name=name)
    meant = [each for each in meant if not each.parted] or meant
    if len(meant) > 1:
        raise SeveralPartners(name=name, known="; ".join(told_apart(book, each) for each in meant))
    return meant[0]


def told_apart(book: Book, partner: Partner) -> str:
    """A partner as one who has several laptops, or whose name another has, is told from the other."""
    came = arrivals.came(book, partner.key)
    day, last = full_day(clock.day_of(partner.paired)), full_day(clock.day_of(came)) if came else ""
    seen = say("last bundle {day}", day=last) if last else say("no bundle yet")
    return say(
        "{name} (laptop {laptop}, paired {day}, {seen})", name=partner.name, laptop=partner.laptop, day=day, seen=seen
    )


def partner_speaking(book: Book, key: str, laptop: str) -> Partner | None:
    """The partner whose key signed, if this laptop id is one that the key speaks for."""
    found = partners.who_signs(book, key)
    return found if found and clock.speaks_for(laptop, key) else None


def names_of_writers(book: Book, people: Sequence[str]) -> dict[str, str]:
    """What those are called who wrote something: as this book knows them, else as their cards say."""
    return {each.person: each.name for each in partners.known(book)} | questions.names_of(book, people)
