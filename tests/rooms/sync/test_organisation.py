"""The list of an organisation, as a file that somebody else made."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from caregiver_desk.errors import ListNewer, NotACard, NotAFile, NotAList, NotARoot
from caregiver_desk.records.sharing.organisation import TrustList
from caregiver_desk.store import signing
from caregiver_desk.store.book import Book
from caregiver_desk.sync import limits, organisation, seal, trust
from caregiver_desk.sync.organisation import Root


@pytest.fixture
def root(make_book: Callable[..., Book]) -> Root:
    book = make_book("Fhatuwani Netsianda", "coordinator")
    card, _ = trust.read_card(trust.my_card(book, "Fhatuwani Netsianda"))
    return organisation.begin("Lesedi Ridge Care", card, fictional=True)


def signed_otherwise(root: Root, /, **facts: object) -> bytes:
    """A list that the root did sign, and that says something else."""
    told = replace(root.list, **facts)
    return organisation.sign_anew(root, told).told.encode()


def test_a_list_whose_line_ends_were_changed_on_the_way_is_the_same_list(root: Root):
    data = root.told.encode()

    assert organisation.read_list(data.replace(b"\n", b"\r\n")) == organisation.read_list(data)


def test_a_list_is_checked_by_stock_tools(root: Root, tmp_path: Path):
    line, _, signature = root.told.partition("\n")
    (tmp_path / "list.sig").write_text(signature)
    (tmp_path / "allowed").write_text(f"root {root.list.root}\n")

    found = subprocess.run(
        ["ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", "root", "-n", organisation.NAMESPACE, "-s", "list.sig"],
        input=line.encode(),
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )

    assert found.returncode == 0, found.stderr


def test_every_flipped_byte_of_a_list_makes_it_none(root: Root):
    data = root.told.encode()
    for place in range(0, len(data) - 30, 11):
        flipped = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        with pytest.raises((NotAList, NotACard, ListNewer)):
            organisation.read_list(flipped)


def twice(told: TrustList) -> dict[str, object]:
    return {"coordinators": told.coordinators * 2}


def anothers_laptop(told: TrustList) -> dict[str, object]:
    return {"coordinators": (replace(told.coordinators[0], laptop="0Q8Zk1utewrnShxtkTIpm0"),)}


def no_reader(told: TrustList) -> dict[str, object]:
    return {"coordinators": (replace(told.coordinators[0], reader="age1nobody"),)}


def noughts(_: TrustList) -> dict[str, object]:
    return {"organisation": "Lesedi\0Ridge"}


def another_root(_: TrustList) -> dict[str, object]:
    return {"root": signing.public_key(signing.new_signing_seed())}


@pytest.mark.parametrize("change", [twice, anothers_laptop, no_reader, noughts, another_root])
def test_what_a_root_signed_and_cannot_be_true_is_no_list(root: Root, change: Callable[[TrustList], dict[str, object]]):
    with pytest.raises(NotAList):
        organisation.read_list(signed_otherwise(root, **change(root.list)))


def test_a_list_of_a_newer_program_is_left_alone(root: Root):
    with pytest.raises(ListNewer):
        organisation.read_list(signed_otherwise(root, list=2))


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"\xff\n", b'{"list":1}\n', b'{"list":1,"list":1}\n', b"[" * 100_000, b'{"list":1' + b" " * 2_000_000],
    ids=["nothing", "empty", "no text", "bare", "a key twice", "a nest", "a giant"],
)
def test_garbage_is_no_list_and_costs_nothing(data: bytes):
    with pytest.raises(NotAList):
        organisation.read_list(data)


def test_a_list_with_a_key_twice_has_another_spelling_and_is_none(root: Root):
    data = root.told.replace('{"list":1,', '{"list":1,"list":1,')

    with pytest.raises(NotAList):
        organisation.read_list(data.encode())


def test_a_root_opens_by_its_passphrase_with_its_last_list(root: Root, tmp_path: Path):
    organisation.save_root(tmp_path / "safe.root", root, "river candle")

    assert organisation.open_root(tmp_path / "safe.root", "river candle") == root
    assert b"Lesedi" not in (tmp_path / "safe.root").read_bytes()


def test_what_is_no_root_is_said_to_be_none(root: Root, tmp_path: Path):
    path = tmp_path / "safe.root"
    others = msgspec.json.encode(replace(root, seed="AAAA"))
    for sealed in (b"", b"rubbish", root.told.encode(), seal.encrypt_with_passphrase(others, passphrase="river")):
        path.write_bytes(sealed)
        with pytest.raises(NotARoot):
            organisation.open_root(path, "river")
    organisation.save_root(path, root, "river")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(NotARoot):
        organisation.open_root(path, "river")
    with pytest.raises(NotAFile):
        organisation.open_root(tmp_path, "river")


def test_of_a_huge_file_no_more_is_read_than_a_list_can_hold(tmp_path: Path):
    (tmp_path / "huge.trust").write_bytes(b'{"list":' + bytes(3_000_000))

    assert organisation.is_list(tmp_path / "huge.trust")
    assert len(organisation.list_in(tmp_path / "huge.trust")) <= limits.TRUST_LIST + 1
