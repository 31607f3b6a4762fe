"""What a newer program makes: refused in a sentence where it must be, and read where it only says more."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
import pytest

from caregiver_desk import clock
from caregiver_desk.errors import BundleNewer, CardNewer, NotABundle, NotACard, SealBroken
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Stream
from caregiver_desk.store import signing, tips
from caregiver_desk.store.book import Book
from caregiver_desk.sync import archive, bundle, lines, seal, trust
from caregiver_desk.sync.bundle import LINES, MANIFEST, PADDING, SIGNATURE, TIPS

SEED, READER = signing.new_signing_seed(), seal.new_reading_identity()
TO = seal.reading_recipient(READER)
BARE: dict[str, Any] = {
    "format": [1, 0], "needs": [], "bundle": "", "laptop": "", "person": "", "to": [TO], "made": 0, "old_after": 0,
    "profile": "", "fictional": True, "lines": 0, "plain": 0, "received": [], "height": 0, "yours": ["", 0],
}  # fmt: skip
HELD = {"laptop": "L", "scope": "S", "audience": "open", "spans": [[1, 2, "e" * 26]]}


def made(tips: bytes = b"", **changed: object) -> bytes:
    """A sealed bundle with another manifest."""
    inside = {TIPS: tips, LINES: lines.pack([]).compressed}
    told = [{"name": n, "size": len(b), "sha256": hashlib.sha256(b).hexdigest()} for n, b in inside.items()]
    manifest = msgspec.json.encode({**BARE, "members": told, "lines": tips.count(b"\n"), **changed})
    signature = signing.sign(manifest, seed=SEED, namespace=bundle.BUNDLE_NAMESPACE).encode()
    plain = archive.pack([(MANIFEST, manifest), (SIGNATURE, signature), *inside.items(), (PADDING, bytes(512))])
    return seal.encrypt(plain, recipients=[TO])


def tip(**more: object) -> bytes:
    stream = Stream(clock.new_laptop(signing.public_key(SEED)), clock.new_scope(signing.public_key(SEED)), "open")
    running = journal.running(journal.beginning(stream), journal.digest(b""))
    told = bundle.Tip(*stream, 1, 1, journal.beginning(stream), running, tips.sign(stream, 1, running, SEED))
    return msgspec.json.encode({**msgspec.to_builtins(told), **more}) + b"\n"


@pytest.mark.parametrize(
    "changed",
    [
        {"needs": ["ranges"], "received": [{"who": "L", "ranges": "1-2"}]},
        {"needs": ["ranges"], "received": {"L": [1, 2]}, "made": "today"},
        {"format": [2, 0], "needs": {"ranges": 1}},
        {"format": [2], "received": 7},
    ],
)
def test_a_bundle_that_needs_a_newer_program_says_so_whatever_its_shape(changed: dict[str, object]):
    with pytest.raises(BundleNewer):
        bundle.unseal(made(**changed), identity=READER)


@pytest.mark.parametrize("changed", [{"format": []}, {"format": "1.0"}, {"needs": 3}, {"received": 7}])
def test_a_manifest_of_no_known_shape_that_needs_nothing_is_no_bundle(changed: dict[str, object]):
    with pytest.raises(NotABundle):
        bundle.unseal(made(**changed), identity=READER)


@pytest.mark.parametrize("pair", [[0, 1], [1, 2**60], [-3, 2]])
def test_a_receipt_of_impossible_numbers_is_no_bundle(pair: list[int]):
    with pytest.raises(NotABundle):
        bundle.unseal(made(received=[{**HELD, "blank": [pair]}]), identity=READER)


def test_what_a_later_minor_says_besides_is_passed_over():
    later = {"format": [1, 7], "mood": "good", "received": [{**HELD, "since": 5}]}

    unsealed = bundle.unseal(made(tip(witness="W"), **later), identity=READER)

    assert [known.spans for known in unsealed.manifest.received] == [((1, 2, "e" * 26),)]
    assert lines.signer(unsealed.tips[0]) == signing.public_key(SEED)


def test_a_tip_spelt_in_another_way_is_still_refused():
    with pytest.raises(SealBroken):
        bundle.unseal(made(tip().replace(b'","scope"', b'", "scope"')), identity=READER)


@pytest.mark.parametrize(("version", "problem"), [(2, CardNewer), (99, CardNewer), (0, NotACard), ("2", NotACard)])
def test_a_card_of_another_version_says_so(book: Book, version: object, problem: type[Exception]):
    card = msgspec.json.decode(trust.my_card(book, "Nomvula").partition(b"\n")[0])
    text = msgspec.json.encode({**card, "version": version} | ({"photo": "…"} if version == 2 else {}))
    signature = signing.sign(text, seed=book.vault.keys.signing, namespace=trust.CARD_NAMESPACE).encode()

    with pytest.raises(problem):
        trust.read_card(text + b"\n" + signature)
