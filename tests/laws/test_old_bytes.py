"""What was written in March 2026 is read to the same state for ever, and its lines are written the same way.

In `tests/samples/old` everything is fictional, made once under fixed test keys and never made again: a line, an
author's word for an end of a stream, a card, a manifest, and a whole bundle with a conflict, an undo and an erasure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from caregiver_desk.records import journal
from caregiver_desk.records.journal import Line, Origin, Stream
from caregiver_desk.records.sharing import standing
from caregiver_desk.records.understanding import is_newer, is_statement
from caregiver_desk.store import agreement, checking, signing, slots, tips
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import Keys
from caregiver_desk.sync import bundle, exchange, lines, trust
from caregiver_desk.sync.bundle import Manifest
from caregiver_desk.sync.opener import Opener

OLD = Path(__file__).parents[1] / "samples" / "old"
SEED = bytes(range(32))
READER = (OLD / "reader.txt").read_text().strip()
STREAM = Stream("L" * 22, "S" * 22, "open")
LINE = Line(
    salt="made in March",
    at=1_772_438_400,
    by="B" * 22,
    kind="household",
    version=2,
    record="R" * 22,
    fields={
        "words": "".join(map(chr, range(32))) + '"\\/<>&\x7f\u0080\u2028é\uffff😀',
        "é": True, "😀": False, "\uffff": None, "b": 2**53, "a": -1, "Z": 0, "": "",
    },
    replaces={"b" * 26: ("a", "words"), "a" * 26: ("é",)},
    elsewhere={"m" * 16: {"c" * 26: ("a",)}},
    undoes="d" * 26,
    origin=Origin(line="e" * 26, by="", at=0),
)  # fmt: skip


def read(name: str) -> bytes:
    return (OLD / name).read_bytes()


def bodies() -> Iterator[bytes | None]:
    unsealed = bundle.unseal(read("bundle.caredesk"), identity=READER)
    for _, checked in lines.check(unsealed.tips, unsealed.compressed, unsealed.manifest.plain):
        yield from (line.body for line in checked)


@pytest.fixture
def reader(make_book: Callable[..., Book], monkeypatch: pytest.MonkeyPatch) -> Book:
    """A coordinator's book that reads with the old key, and has accepted the old card."""
    monkeypatch.setattr(slots, "fresh_keys", lambda: Keys(bytes(32), bytes(32), READER))
    book = make_book("Fhatuwani Netsianda", "coordinator")
    trust.pair(book, read("author.card"), heard=read("words.txt").decode().strip())
    return book


def test_a_line_is_written_in_the_old_bytes_under_the_old_name():
    assert journal.write(LINE) == read("line.json")
    assert journal.read(read("line.json")) == LINE
    digest = hashlib.sha256(read("line.json")).hexdigest()
    assert read("line.names").decode().split() == [digest, digest[:26]]
    assert (journal.digest(read("line.json")), journal.tag(read("line.json"))) == (digest, digest[:26])


def test_a_tip_is_spelt_and_signed_as_it_was():
    running = journal.running(journal.beginning(STREAM), journal.digest(read("line.json")))
    assert tips.text(STREAM, 1, running) == read("tip.txt")
    assert signing.sign(read("tip.txt"), seed=SEED, namespace=tips.NAMESPACE).encode() == read("tip.txt.sig")
    assert tips.sign(STREAM, 1, running, SEED) == signing.blob(read("tip.txt.sig").decode())


def test_an_old_manifest_says_the_same_in_the_same_bytes():
    key = signing.verify(read("manifest.json.sig").decode(), read("manifest.json"), namespace=bundle.BUNDLE_NAMESPACE)
    manifest = msgspec.json.decode(read("manifest.json"), type=Manifest)
    assert key == signing.public_key(SEED)
    assert msgspec.json.encode(manifest) == read("manifest.json")
    assert manifest == bundle.unseal(read("bundle.caredesk"), identity=READER).manifest


def test_every_line_of_an_old_bundle_is_written_again_as_it_was():
    found = list(bodies())
    assert None in found
    assert all((line := journal.read(body)) and journal.write(line) == body for body in found if body is not None)
    told = [b"blank" if body is None else journal.tag(body).encode() for body in found]
    assert b"".join(tag + b"\n" for tag in told) == read("bundle.tags")


FOR_GOOD = (
    b'{"salt":"made in March","at":1772438400,"by":"BBBBBBBBBBBBBBBBBBBBBB","kind":"enrolment",'
    b'"record":"enrolment/MMMMMMMMMMMMMMMM","fields":{"may":true}}'
)
FOR_A_TIME = FOR_GOOD.replace(b'"record"', b'"version":2,"record"').replace(b":true}", b':true,"until":"2026-03-23"}')


def test_a_right_for_good_is_written_in_the_old_bytes_and_one_for_a_time_waits_in_an_older_program(
    monkeypatch: pytest.MonkeyPatch,
):
    good, time = (journal.read(each) for each in (FOR_GOOD, FOR_A_TIME))
    assert good
    assert time
    assert [journal.write(good), journal.write(time)] == [FOR_GOOD, FOR_A_TIME]
    assert [standing.version_of(each.kind, each.fields) for each in (good, time)] == [1, 2]
    assert is_statement(good)
    assert is_statement(time)
    for wrong in (replace(time, version=1), replace(good, version=2), replace(time, fields={"until": "23 March"})):
        assert not is_statement(wrong)

    monkeypatch.setattr(standing, "LATER", {})
    assert is_newer(time)
    assert not is_statement(time)
    assert is_statement(good)


def test_an_old_bundle_leads_to_the_old_state(reader: Book, opener: Opener):
    before = set(agreement.state(reader))

    looked = exchange.open_bundle(reader, OLD / "bundle.caredesk", opener)

    assert looked is not None
    assert looked.received.aside == 0
    assert [line for line in agreement.state(reader) if line not in before] == read("state.jsonl").decode().splitlines()
    assert checking.check(reader) == []
