"""Contact cards that somebody made to do harm, and how each must end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import msgspec

from caregiver_desk import clock
from caregiver_desk.store import signing
from caregiver_desk.store.book import Book
from caregiver_desk.sync import seal, trust

from .hand import Json

HTML = "<img src=x onerror=alert(1)>"


class Stranger(NamedTuple):
    """Somebody with keys of her own, and the words that her card would say."""

    seed: bytes
    words: Json

    def card(self, **changes: Any) -> bytes:
        """Her card, duly signed, with other words."""
        return self.signed(msgspec.json.encode(self.words | changes))

    def signed(self, text: bytes, namespace: str = trust.CARD_NAMESPACE) -> bytes:
        return text + b"\n" + signing.sign(text, seed=self.seed, namespace=namespace).encode()

    def spelt(self, alter: Callable[[bytes], bytes]) -> bytes:
        return self.signed(alter(msgspec.json.encode(self.words)))


def stranger() -> Stranger:
    seed = signing.new_signing_seed()
    key, person = signing.public_key(seed), clock.new_record(clock.new_scope("somebody"))
    reader = seal.reading_recipient(seal.new_reading_identity())
    names = {
        "version": 1,
        "name": "Lindiwe M",
        "role": "coordinator",
        "laptop": clock.new_laptop(key),
        "person": person,
    }
    return Stranger(seed, names | {"key": key, "reader": reader, "fictional": True})


class Card(NamedTuple):
    """What was done, the file, and the code that it ends in; empty where she becomes a partner."""

    name: str
    make: Callable[[Stranger, Book], bytes]
    code: str = "not-a-card"


WRONG = {
    "version": [0, -1, "1", 1.0, None, True],
    "name": [7, None, [], "Nom\0vula"],
    "role": [None, {}, "coordinator\0"],
    "laptop": ["", "x" * 22, 1, HTML],
    "person": [5, "\0"],
    "key": ["", "ssh-ed25519 AAAA", "ssh-rsa AAAA", HTML, 1],
    "reader": ["", "age1", "age1" + "q" * 58, "age1" + "b" * 58, "ssh-ed25519 AAAA", 1],
    "fictional": [1, "yes", None],
    "organisation": ["x" * 201, 1],
    "officer": ["x" * 201, None, "\0"],
    "purposes": ["x" * 1001, []],
    "mood": ["good"],
}


def altered(alter: Callable[[bytes], bytes]) -> Callable[[Stranger, Book], bytes]:
    """The honest card's file with other bytes."""
    return lambda her, _: alter(her.card())


def spelt(alter: Callable[[bytes], bytes]) -> Callable[[Stranger, Book], bytes]:
    """Another text, and signed so."""
    return lambda her, _: her.spelt(alter)


def said(**changes: Any) -> Callable[[Stranger, Book], bytes]:
    return lambda her, _: her.card(**changes)


def files() -> Iterator[Card]:
    for length in (0, 1, 9, 100, 300, -1, -30):
        yield Card(f"a card cut off at {length}", altered(lambda data, n=length: data[:n]))  # type: ignore[misc]
    for at in (2, 12, 40, 120, 330, 450):
        yield Card(f"a bit flipped at {at}", altered(lambda d, at=at: d[:at] + bytes([d[at] ^ 1]) + d[at + 1 :]))  # type: ignore[misc]
    yield Card("a card with a megabyte behind it", altered(lambda data: data + bytes(10**6)))
    yield Card("a card with something behind it", altered(lambda data: data + b"more"))
    yield Card("a card twice", altered(lambda data: data * 2))
    yield Card("a card without its signature", altered(lambda data: data.partition(b"\n")[0]))
    yield Card("a card in UTF-16", altered(lambda data: data.decode().encode("utf-16")))
    yield Card("a card with a mark in front", altered(lambda data: b"\xef\xbb\xbf" + data))
    yield Card("a card with other line ends", altered(lambda data: data.replace(b"\n", b"\r\n")), "")
    yield Card("a page of HTML", lambda *_: b"<html>" + HTML.encode())
    yield Card("another name under her signature", altered(lambda data: data.replace(b"Lindiwe", b"Fhatuwa")))
    yield Card(
        "a card signed for another use",
        lambda her, _: her.signed(msgspec.json.encode(her.words), "bundle@caregiver-desk"),
    )
    yield Card("a card signed by somebody else", lambda her, _: stranger()._replace(words=her.words).card())
    yield Card("somebody's card signed anew with another key in it", _with_another_key)
    yield Card("one's own card", lambda _, book: trust.my_card(book, "Me"), "your-own-card")


def _with_another_key(her: Stranger, _: Book) -> bytes:
    """Her laptop's id, but the key of who forged it."""
    forger = stranger()
    return forger._replace(words=her.words | {"key": forger.words["key"]}).card()


def texts() -> Iterator[Card]:
    yield Card("blanks", spelt(lambda text: text.replace(b":", b": ")))
    yield Card("a key twice", spelt(lambda text: text[:-1] + b',"role":"coordinator"}'))
    yield Card("letters spelt otherwise", spelt(lambda text: text.replace(b"Lindiwe", b"Lindiw\\u0065")))
    yield Card("half a letter", spelt(lambda text: text.replace(b"Lindiwe", b"\\ud800")))
    yield Card("half a letter in raw bytes", spelt(lambda text: text.replace(b"Lindiwe", b"\xed\xa0\x80")))
    yield Card("no text", spelt(lambda text: text.replace(b"Lindiwe", b"\xff\xfe")))
    yield Card("no text in a key that nobody knows", spelt(lambda text: text[:-1] + b',"mood":"\xff"}'))
    yield Card("NaN", spelt(lambda text: text.replace(b'"version":1', b'"version":NaN')))
    yield Card("1e999", spelt(lambda text: text.replace(b'"version":1', b'"version":1e999')))
    yield Card("ten thousand digits", spelt(lambda text: text.replace(b'"version":1', b'"version":' + b"9" * 10_000)))
    yield Card("a nest without end", spelt(lambda text: text[:-1] + b',"mood":' + b"[" * 12_000))
    yield Card("a closed nest", spelt(lambda text: text[:-1] + b',"mood":' + b"[" * 5000 + b"]" * 5000 + b"}"))
    yield Card("a list", spelt(lambda _: b"[]"))
    yield Card("null", spelt(lambda _: b"null"))


def words() -> Iterator[Card]:
    for name, values in WRONG.items():
        for value in values:
            yield Card(f"{str(value)[:25]!r} for {name}", said(**{name: value}))
    yield Card("a card of seventeen kilobytes", said(name="x" * 17_000))
    yield Card("a card of a newer program", said(version=2), "card-newer")
    yield Card("a version beyond all numbers", said(version=10**30), "card-newer")
    yield Card("a card from a real book", said(fictional=False), "fictional-mixed")
    for name in (HTML, "=1+1", "\u202eaviduL", "\n\n", "{name} %s {0}", "x" * 10_000):
        yield Card(f"{name[:25]!r} for a name", said(name=name), "")


def cases() -> list[Card]:
    return [*files(), *texts(), *words()]
