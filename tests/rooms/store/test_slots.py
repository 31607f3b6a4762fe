"""The key file: who opens it, who does not, and what a prepared one can do."""

import base64
import json
import subprocess
from pathlib import Path

import pytest

from caregiver_desk.errors import KeyFileDamaged, WeakPassphrase, WrongPassphrase, WrongSheet
from caregiver_desk.store import slots
from caregiver_desk.store.sheet import sheet_text
from caregiver_desk.store.slots import FLOOR, Cost

PASSPHRASE = "maize kettle window river"
KEYS = slots.fresh_keys()


@pytest.fixture(scope="module")
def made() -> tuple[bytes, str]:
    return slots.make(KEYS, PASSPHRASE, FLOOR)


@pytest.fixture
def key_file(made: tuple[bytes, str]) -> bytes:
    return made[0]


def altered(key_file: bytes, **changes: object) -> bytes:
    """The key file with members of its passphrase slot (`cost_…`: of its cost) or of itself put otherwise.

    Who does that takes the checks away as well, as if the file were of the format before.
    """
    told = json.loads(key_file)
    del told["checks"]
    told["format"] = 1
    for name, value in changes.items():
        if name.startswith("cost_"):
            told["passphrase"]["cost"][name.removeprefix("cost_")] = value
        else:
            (told if name in told else told["passphrase"])[name] = value
    return json.dumps(told).encode()


def test_the_passphrase_opens_the_keys(key_file: bytes):
    assert slots.open_with_passphrase(key_file, PASSPHRASE) == KEYS


def test_another_passphrase_does_not(key_file: bytes):
    with pytest.raises(WrongPassphrase):
        slots.open_with_passphrase(key_file, PASSPHRASE + "s")


def test_a_passphrase_may_be_typed_with_composed_or_combining_letters():
    key_file, _ = slots.make(KEYS, "caf\u00e9 kettle window river", FLOOR)
    assert slots.open_with_passphrase(key_file, "cafe\u0301 kettle window river") == KEYS


def test_neither_keys_nor_passphrase_stand_in_the_key_file(key_file: bytes):
    secrets = [KEYS.store.hex(), KEYS.signing.hex(), KEYS.reading, PASSPHRASE]
    assert not [secret for secret in secrets if secret.encode() in key_file]
    assert "".join(repr(KEYS).split()) == "Keys()"


def test_the_sheet_opens_the_keys(made: tuple[bytes, str]):
    key_file, identity = made
    assert slots.open_with_sheet(key_file, sheet_text(identity)) == KEYS


def test_the_sheet_of_another_book_does_not(key_file: bytes):
    _, other = slots.make(slots.fresh_keys(), PASSPHRASE, FLOOR)
    with pytest.raises(WrongSheet):
        slots.open_with_sheet(key_file, other)


def test_stock_age_gives_the_keys_back_from_the_page_alone(made: tuple[bytes, str], tmp_path: Path):
    key_file, identity = made
    (tmp_path / "page.txt").write_text(sheet_text(identity))
    (tmp_path / "recovery").write_text(json.loads(key_file)["sheet"])
    told = subprocess.run(["age", "-d", "-i", "page.txt", "recovery"], cwd=tmp_path, capture_output=True, check=True)
    assert json.loads(told.stdout)["store"] == KEYS.store.hex()


def test_a_new_passphrase_opens_and_the_old_one_no_longer_does(made: tuple[bytes, str]):
    key_file, identity = made
    changed = slots.change_passphrase(key_file, KEYS, "yellow bicycle under clouds", FLOOR)
    assert slots.open_with_passphrase(changed, "yellow bicycle under clouds") == KEYS
    assert slots.open_with_sheet(changed, identity) == KEYS
    with pytest.raises(WrongPassphrase):
        slots.open_with_passphrase(changed, PASSPHRASE)


def test_a_new_sheet_opens_and_the_old_one_no_longer_does(made: tuple[bytes, str]):
    key_file, old = made
    new = slots.fresh_identity()
    changed = slots.change_sheet(key_file, KEYS, new)
    assert slots.open_with_sheet(changed, new) == slots.open_with_passphrase(changed, PASSPHRASE) == KEYS
    with pytest.raises(WrongSheet):
        slots.open_with_sheet(changed, old)


def test_a_sign_stands_in_the_clear_and_stays_when_passphrase_and_sheet_change():
    signed, _ = slots.make(KEYS, PASSPHRASE, FLOOR, sign="maize")
    changed = slots.change_passphrase(signed, KEYS, "yellow bicycle under clouds", FLOOR)
    changed = slots.change_sheet(changed, KEYS, slots.fresh_identity())
    assert json.loads(changed)["sign"] == "maize"


def test_a_key_file_without_a_sign_is_as_it_always_was(key_file: bytes):
    assert set(json.loads(key_file)) == {"format", "book", "passphrase", "sheet", "checks"}
    assert slots.open_with_passphrase(key_file, PASSPHRASE) == KEYS


def test_a_sheet_of_another_books_keys_does_not_get_into_a_key_file(key_file: bytes):
    with pytest.raises(KeyFileDamaged):
        slots.change_sheet(key_file, slots.fresh_keys(), slots.fresh_identity())


def test_keys_of_another_book_do_not_get_into_a_key_file(key_file: bytes):
    with pytest.raises(KeyFileDamaged):
        slots.change_passphrase(key_file, slots.fresh_keys(), PASSPHRASE, FLOOR)


def test_each_slot_is_stretched_with_a_fresh_salt(monkeypatch: pytest.MonkeyPatch):
    fresh = slots._fresh_salt.__wrapped__  # type: ignore[attr-defined]  # the tests themselves draw one for them all
    drawn = [fresh() for _ in range(100)]
    monkeypatch.setattr(slots, "_fresh_salt", iter(drawn).__next__)
    made = [json.loads(slots.make(KEYS, PASSPHRASE, FLOOR)[0])["passphrase"]["salt"] for _ in range(2)]

    assert made == [base64.b64encode(each).decode() for each in drawn[:2]]
    assert len({*drawn}) == 100


@pytest.mark.parametrize(
    "change", [{"cost_passes": 4}, {"cost_lanes": 2}, {"cost_memory": 65}, {"salt": "A" * 22 + "=="}]
)
def test_a_slot_whose_cost_was_altered_does_not_open(key_file: bytes, change: dict[str, object]):
    with pytest.raises(WrongPassphrase):
        slots.open_with_passphrase(altered(key_file, **change), PASSPHRASE)


def test_a_cost_that_was_lowered_after_sealing_is_noticed_even_within_the_bounds():
    key_file, _ = slots.make(KEYS, PASSPHRASE, Cost(64, passes=4))
    with pytest.raises(WrongPassphrase):
        slots.open_with_passphrase(altered(key_file, cost_passes=3), PASSPHRASE)


@pytest.mark.parametrize(
    "change", [{"cost_memory": 63}, {"cost_memory": 1025}, {"cost_passes": 2}, {"cost_passes": 17}]
)
def test_a_slot_too_cheap_or_too_dear_is_refused_unread(key_file: bytes, change: dict[str, object]):
    with pytest.raises(KeyFileDamaged):
        slots.open_with_passphrase(altered(key_file, **change), PASSPHRASE)


def test_a_slot_moved_to_another_book_does_not_open(key_file: bytes):
    other, _ = slots.make(slots.fresh_keys(), "yellow bicycle under clouds", FLOOR)
    moved = altered(other, passphrase=json.loads(key_file)["passphrase"])
    with pytest.raises(WrongPassphrase):
        slots.open_with_passphrase(moved, PASSPHRASE)


def test_a_recovery_slot_moved_to_another_book_is_noticed(made: tuple[bytes, str]):
    other, _ = slots.make(slots.fresh_keys(), PASSPHRASE, FLOOR)
    with pytest.raises(KeyFileDamaged):
        slots.open_with_sheet(altered(other, sheet=json.loads(made[0])["sheet"]), made[1])


@pytest.mark.parametrize("damage", [b"", b"{}", b"\xff\xfe", b"[" * 9000])
def test_what_is_no_key_file_is_called_damaged(damage: bytes):
    with pytest.raises(KeyFileDamaged):
        slots.open_with_passphrase(damage, PASSPHRASE)


def test_a_key_file_that_was_blown_up_is_not_even_read(key_file: bytes):
    with pytest.raises(KeyFileDamaged):
        slots.open_with_passphrase(key_file + b" " * 20_000, PASSPHRASE)


def test_every_cut_of_a_key_file_is_called_damaged(key_file: bytes):
    for length in range(0, len(key_file) - 1, 7):
        with pytest.raises(KeyFileDamaged):
            slots.open_with_passphrase(key_file[:length], PASSPHRASE)


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "12345678",
        "caregiver",
        "dog dog dog dog",
        "Sipho2019!",
        "a" * 60,
        "abcdefghijklmnopqrstuvwxyz",
        "1212121212121212",
    ],
)
def test_a_weak_passphrase_is_refused(weak: str):
    with pytest.raises(WeakPassphrase) as refused:
        slots.make(KEYS, weak, FLOOR)
    assert str(slots.LEAST_LETTERS) in str(refused.value)


@pytest.mark.parametrize(
    "strong", [PASSPHRASE, "kusasa sizobona umama futhi", "k7#mQ2x!9z", "wevisitfourhouseholdseachday"]
)
def test_four_words_or_enough_letters_are_taken(strong: str):
    assert slots.bits(strong) >= slots.LEAST_BITS


def test_the_cost_that_fits_this_machine_is_within_the_bounds():
    assert slots.fitting_cost().memory in {64, 128, 256}


# --- what a drive alters is noticed before it is needed


def flipped(key_file: bytes, slot: str) -> bytes:
    """The key file with one letter of a slot turned into another."""
    told = json.loads(key_file)
    of, name = (told, slot) if slot == "sheet" else (told[slot], "sealed")
    middle = len(of[name]) // 2
    of[name] = of[name][:middle] + ("A" if of[name][middle] != "A" else "B") + of[name][middle + 1 :]
    return json.dumps(told).encode()


@pytest.mark.parametrize("slot", ["passphrase", "sheet"])
def test_a_slot_that_a_drive_altered_is_named_without_any_key(key_file: bytes, slot: str):
    assert slots.altered(key_file) == []
    assert slots.altered(flipped(key_file, slot)) == [slot]


def test_an_altered_slot_is_called_damaged_and_the_other_one_opens(made: tuple[bytes, str]):
    key_file, identity = made
    with pytest.raises(KeyFileDamaged):
        slots.open_with_passphrase(flipped(key_file, "passphrase"), PASSPHRASE)
    assert slots.open_with_sheet(flipped(key_file, "passphrase"), identity) == KEYS
    with pytest.raises(KeyFileDamaged):
        slots.open_with_sheet(flipped(key_file, "sheet"), identity)
    assert slots.open_with_passphrase(flipped(key_file, "sheet"), PASSPHRASE) == KEYS


def test_a_new_passphrase_does_not_hide_that_the_sheet_was_altered(key_file: bytes):
    changed = slots.change_passphrase(flipped(key_file, "sheet"), KEYS, "yellow bicycle under clouds", FLOOR)
    assert slots.altered(changed) == ["sheet"]
    assert slots.altered(slots.change_sheet(changed, KEYS, slots.fresh_identity())) == []


@pytest.mark.parametrize("slot", ["passphrase", "sheet"])
def test_an_altered_slot_is_put_back_from_a_copy_that_still_holds_it(key_file: bytes, slot: str):
    other = slots.change_sheet(key_file, KEYS, slots.fresh_identity())
    another, _ = slots.make(KEYS, PASSPHRASE, FLOOR)
    hurt = flipped(key_file, slot)
    assert slots.mended(hurt, [another]) == slots.mended(hurt, []), "what is not the same is not put in its place"
    assert slots.altered(slots.mended(hurt, [another, other, key_file])) == []
    assert json.loads(slots.mended(hurt, [another, key_file])) == json.loads(key_file)


def test_a_key_file_of_the_format_before_opens_and_gets_its_checks_when_it_is_next_written(made: tuple[bytes, str]):
    key_file, identity = made
    old = altered(key_file)
    assert slots.open_with_passphrase(old, PASSPHRASE) == slots.open_with_sheet(old, identity) == KEYS
    assert slots.altered(old) == []
    new = slots.change_passphrase(old, KEYS, PASSPHRASE, FLOOR)
    assert (json.loads(new)["format"], slots.altered(new)) == (2, [])
    assert slots.altered(flipped(new, "sheet")) == ["sheet"]


def test_a_key_file_that_lost_its_checks_is_damaged_and_not_of_the_format_before(key_file: bytes):
    told = json.loads(key_file)
    del told["checks"]
    with pytest.raises(KeyFileDamaged):
        slots.open_with_passphrase(json.dumps(told).encode(), PASSPHRASE)


# --- another key for the records


def test_keys_with_another_store_key_are_of_the_same_book_and_hold_another_key():
    other = KEYS.with_another_store_key()
    again = other.with_another_store_key()
    assert KEYS.book == other.book == again.book
    assert len({KEYS.mark, other.mark, again.mark}) == 3
    key_file, identity = slots.make(again, PASSPHRASE, FLOOR)
    assert slots.open_with_passphrase(key_file, PASSPHRASE) == slots.open_with_sheet(key_file, identity) == again
    assert (slots.book_of(key_file), slots.key_of(key_file)) == (KEYS.book, again.mark)
    with pytest.raises(KeyFileDamaged):
        slots.change_passphrase(key_file, KEYS, PASSPHRASE, FLOOR)
