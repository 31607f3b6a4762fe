"""What a mailbox is made of puts a letter once and whole, and brings it whole, wherever the cable is cut."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest
from carriers import CARRIERS, FAR, Carrier
from msgspec.structs import replace
from paramiko import SFTPClient

from caregiver_desk.errors import MailboxAway, NotAMailbox
from caregiver_desk.sync.mailboxes import s3, setting, sftp
from caregiver_desk.sync.mailboxes.mailbox import Letter, Mailbox, going

BOX, NAME = "box", "letter.caredesk"
SEALED = random.Random(10).randbytes(150_000)  # noqa: S311 - bytes that come again
CUTS = 8  # places, from the first byte to the last
GREETING = 100  # bytes: the name of the server, and a little of what follows
MORE = 12_000  # bytes that meeting again and asking may take

everywhere = pytest.mark.parametrize("carrier", CARRIERS, indirect=True)
where_it_can_be_cut = pytest.mark.parametrize("carrier", FAR, indirect=True)


@pytest.fixture
def box(carrier: Carrier) -> Iterator[Mailbox]:
    made = setting.mailbox(carrier.setting, "a sender")
    yield made
    made.close()


def nobody(_: int) -> None:
    """Nobody listens."""


def put(box: Mailbox, name: str = NAME, sealed: bytes = SEALED) -> bool:
    return box.put(BOX, name, sealed, nobody)


def taken(box: Mailbox, into: Path, name: str = NAME) -> bytes:
    box.take(BOX, Letter(name, len(SEALED)), into, nobody)
    return into.read_bytes()


@everywhere
def test_a_letter_is_put_once_and_listed_and_taken_and_taken_away(box: Mailbox, carrier: Carrier, home: Path):
    assert box.letters(BOX) == []
    assert put(box)
    assert not put(box, sealed=b"another one of this name")
    assert box.letters(BOX) == [Letter(NAME, len(SEALED))]
    assert f"{BOX}/{NAME}" in carrier.names()
    assert taken(box, home / "part") == SEALED

    for _ in range(2):
        box.remove(BOX, NAME)
    assert box.letters(BOX) == []


@everywhere
def test_no_more_of_a_letter_comes_than_was_listed(box: Mailbox, home: Path):
    put(box)
    box.take(BOX, Letter(NAME, 70_000), home / "part", nobody)
    assert (home / "part").read_bytes() == SEALED[:70_000]


@pytest.mark.parametrize("carrier", ["a file server"], indirect=True)
def test_two_who_begin_a_box_at_once_both_put_their_letter_there(
    box: Mailbox, home: Path, monkeypatch: pytest.MonkeyPatch
):
    stands = sftp._stands

    def look(there: SFTPClient, place: str) -> bool:
        """Between this look and what follows it, another sender begins the same box."""
        found = stands(there, place)
        (home / "drive" / BOX).mkdir(exist_ok=True)
        return found

    monkeypatch.setattr(sftp, "_stands", look)
    assert put(box)


@everywhere
def test_it_says_as_it_goes_how_many_bytes_have_passed(box: Mailbox, home: Path):
    up: list[int] = []
    down: list[int] = []
    box.put(BOX, NAME, SEALED, up.append)
    box.take(BOX, Letter(NAME, len(SEALED)), home / "part", down.append)

    assert sum(up) == sum(down) == len(SEALED)


@pytest.mark.parametrize("carrier", ["a file server"], indirect=True)
def test_a_line_that_is_cut_while_the_two_greet_leaves_no_clock_running(box: Mailbox, carrier: Carrier):
    carrier.cable.down = GREETING

    with pytest.raises(MailboxAway):
        box.letters(BOX)

    clocks = [each for each in threading.enumerate() if isinstance(each, threading.Timer)]
    assert all(each.finished.is_set() for each in clocks)


@where_it_can_be_cut
def test_wherever_it_is_cut_on_the_way_up_what_stands_there_is_whole(box: Mailbox, carrier: Carrier, home: Path):
    assert put(box, "first.caredesk")
    box.close()
    cable = carrier.cable
    cable.wait()
    cost = cable.went
    for cut in range(CUTS):
        cable.up = cost * cut // CUTS
        with pytest.raises(MailboxAway):
            put(box, f"{cut}.caredesk")
        cable.wait()
        cable.mend()
        for letter in box.letters(BOX):
            assert taken(box, home / f"{cut} {letter.name}", letter.name) == SEALED
    assert put(box)

    begun = [name for name in carrier.names() if not name.endswith(".caredesk")]
    assert begun in ([], [f"{BOX}/{going('a sender', BOX)}"]), "the next one takes the place of what a cut left"


@where_it_can_be_cut
def test_wherever_it_is_cut_on_the_way_down_it_goes_on_from_there(box: Mailbox, carrier: Carrier, home: Path):
    assert put(box)
    part, cable = home / "part", carrier.cable
    for _ in range(1, CUTS):
        box.close()
        cable.wait()
        cable.down = len(SEALED) // CUTS
        with suppress(MailboxAway):
            taken(box, part)
        assert SEALED.startswith(part.read_bytes())
        assert part.stat().st_size < len(SEALED)
    box.close()
    cable.wait()
    cable.mend()
    came, lacking = cable.came, len(SEALED) - part.stat().st_size
    assert taken(box, part) == SEALED
    assert cable.came - came < lacking + MORE


@pytest.mark.parametrize("carrier", ["a web drive"], indirect=True)
@pytest.mark.parametrize("folder", ["our Räume", "our%20R%C3%A4ume"])
def test_a_folder_of_a_web_drive_is_called_as_people_call_it(carrier: Carrier, home: Path, folder: str):
    (home / "drive" / "our Räume").mkdir()
    with closing(setting.mailbox(replace(carrier.setting, address=f"{carrier.setting.address}/{folder}"))) as box:
        assert put(box)
        assert box.letters(BOX) == [Letter(NAME, len(SEALED))]
    assert carrier.names() == [f"our Räume/{BOX}/{NAME}"]


@pytest.mark.parametrize("carrier", ["a bucket"], indirect=True)
def test_a_long_list_comes_in_pages_and_has_an_end(box: Mailbox, monkeypatch: pytest.MonkeyPatch):
    names = [f"letter-{number}.caredesk" for number in range(5)]
    for name in names:
        put(box, name, b"sealed")
    monkeypatch.setattr(s3, "_PAGE", 2)

    assert [letter.name for letter in box.letters(BOX)] == names
    put(box, "below/letter.caredesk", b"in no box")
    assert [letter.name for letter in box.letters(BOX)] == names
    monkeypatch.setattr(s3, "_PAGES", 2)
    with pytest.raises(NotAMailbox, match="says too much"):
        box.letters(BOX)
