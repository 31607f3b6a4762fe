"""A mailbox from the command line: set up, a round each, and what waits for a person is named."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import day
import pytest
import sshserver
import webdrive

from caregiver_desk.cli import mailboxes, post
from caregiver_desk.sync.mailboxes import post as rounds

Told = Callable[..., tuple[int, str, str]]
CALLS = "socket,connect,bind,sendto,sendmsg,sendmmsg"  # of the system, by which something goes into a network


@pytest.fixture
def told(at_a_prompt: Told) -> Told:
    return at_a_prompt


@pytest.fixture
def met(told: Told, once: Callable[[Callable[[], object]], None]) -> Told:
    """Nomvula and Fhatuwani have each other's cards, and one folder; she has written what he lacks."""
    once(lambda: meet(told))
    return told


def meet(told: Told) -> None:
    told("nomvula", "new", "--name", "Nomvula Shezi", "--team", "North", "--sign", "nomvula", "--sheet", "n.txt")
    answers = ("--organisation", "L", "--officer", "T", "--purposes", "To know.")
    told("fhatuwani", "new", "--name", "Fhatuwani Mudau", "--role", "coordinator", "--sheet", "f.txt", *answers)
    for book, other in (("nomvula", "fhatuwani"), ("fhatuwani", "nomvula")):
        words = json.loads(told(book, "card", "--out", f"{book}.card", "--json")[1])["words"]
        assert told(other, "pair", f"{book}.card", "--words", words)[0] == 0
    Path("drive").mkdir()
    told("nomvula", "do", "add_caregiver", '{"given_names": "Sibongile"}')


def test_a_round_each_brings_what_she_wrote(met: Told):
    for book in ("nomvula", "fhatuwani"):
        assert met(book, "mailbox", "--at", "drive")[0] == 0

    assert "Put there for: Fhatuwani Mudau." in met("nomvula", "post")[1]
    status, out, _ = met("fhatuwani", "post")
    assert status == 0
    assert "from Nomvula Shezi" in out
    assert "Sibongile" in met("fhatuwani", "show", "person")[1]


def test_a_book_has_none_until_somebody_sets_one_up_and_none_when_it_is_forgotten(told: Told):
    told("nomvula", "new", "--name", "Nomvula Shezi", "--team", "North", "--sign", "nomvula", "--sheet", "n.txt")

    assert told("nomvula", "mailbox")[1] == "This book has no mailbox: nothing is sent by itself.\n"
    assert "has no mailbox" in told("nomvula", "post")[2]
    place = Path("drive").absolute()
    told("nomvula", "mailbox", "--at", "drive", "--most", "5")
    assert told("nomvula", "mailbox")[1] == f"The mailbox is {place}; at most 5 MB pass in one round.\n"
    told("nomvula", "mailbox", "--most", "7")
    assert told("nomvula", "mailbox")[1] == f"The mailbox is {place}; at most 7 MB pass in one round.\n"
    told("nomvula", "mailbox", "--forget")
    assert "has no mailbox" in told("nomvula", "post")[2]


def test_a_folder_that_is_not_there_is_tried_again_later_or_now(met: Told):
    assert "does not answer" in met("nomvula", "mailbox", "--at", "gone")[2], "it is kept, and said"

    assert "The mailbox does not answer" in met("nomvula", "post")[2]
    assert "is left alone until" in met("nomvula", "post")[2]
    assert "The mailbox does not answer" in met("nomvula", "post", "--now")[2]


def test_it_is_tried_again_until_it_answers_for_as_long_as_somebody_said(met: Told, monkeypatch: pytest.MonkeyPatch):
    met("nomvula", "mailbox", "--at", "gone")
    rests: list[int] = []

    def sleep(seconds: int) -> None:
        """While the book is closed; after the second rest there is a link."""
        rests.append(seconds)
        assert met("nomvula", "show", "person")[0] == 0
        if len(rests) == 2:
            Path("gone").mkdir()

    monkeypatch.setattr(post, "sleep", sleep)
    assert "Put there for: Fhatuwani Mudau." in met("nomvula", "post", "--wait", "60")[1]
    assert rests == [60, 120]

    met("nomvula", "mailbox", "--at", "gone for good")
    met("nomvula", "do", "add_caregiver", '{"given_names": "Thandi"}')
    status, _, said = met("nomvula", "post", "--wait", "10")
    assert status
    assert "does not answer" in said
    assert rests[2:] == [60, 120, 240], "seven minutes of ten; a fourth rest would be longer than what is left"


def test_a_letter_that_was_refused_is_a_trouble_of_the_round_in_which_it_came(met: Told):
    for book in ("nomvula", "fhatuwani"):
        met(book, "mailbox", "--at", "drive")
    met("nomvula", "post")
    (box,) = Path("drive").iterdir()
    (box / "broken.caredesk").write_bytes(b"no bundle")

    came, again = met("fhatuwani", "post"), met("fhatuwani", "post")
    assert [each[0] != 0 for each in (came, again)] == [True, False]
    assert all("broken.caredesk" in each[1] for each in (came, again)), "it is named as long as it lies there"
    assert all("1 letter waits for you" in each[2] for each in (came, again))
    (box / "broken.caredesk").unlink()
    assert "1 letter that could not be opened was thrown away" in met("fhatuwani", "post")[2]


def test_a_long_round_says_how_far_it_is_and_what_can_never_pass_says_what_would_let_it(
    met: Told, monkeypatch: pytest.MonkeyPatch
):
    for book in ("nomvula", "fhatuwani"):
        met(book, "mailbox", "--at", "drive", "--most", "1")
    monkeypatch.setattr(post, "MB", 1_000)
    said = met("nomvula", "post")[2]
    (letter,) = Path("drive").glob("*/*.caredesk")
    size = letter.stat().st_size
    assert f"{size:,} of {size:,} bytes have passed." in said

    monkeypatch.setattr(rounds, "MB", 1_000)
    assert f"Change the mailbox to let {-(-size // 1000)} MB pass." in met("fhatuwani", "post")[2]


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_a_round_is_written_down_also_where_it_broke_off(met: Told, how: tuple[str, ...]):
    for book in ("nomvula", "fhatuwani"):
        met(book, "mailbox", "--at", "drive")
    report = Path("report")

    met("nomvula", "post", "--report", "report", *how)
    assert "Fhatuwani Mudau" in report.read_text()
    met("fhatuwani", "post", "--report", "report", *how)
    assert "Nomvula Shezi" in report.read_text()
    assert report.stat().st_mode & 0o077 == 0, "it names people"
    Path("drive").rename("gone")
    met("fhatuwani", "do", "add_caregiver", '{"given_names": "Thandi"}')
    met("fhatuwani", "post", "--report", "report", *how)
    assert "does not answer" in report.read_text()
    Path("passphrase").write_text("another one than that of the book\n")
    met("fhatuwani", "post", "--report", "report", *how)
    assert "not the passphrase" in report.read_text(), "last night’s success may not stand for this one"
    if how:
        assert all(json.loads(line) for line in report.read_text().splitlines())


def test_the_key_of_a_server_for_files_is_asked_for_before_anything_is_said_to_it(
    told: Told, home: Path, monkeypatch: pytest.MonkeyPatch
):
    told("nomvula", "new", "--name", "Nomvula Shezi", "--team", "North", "--sign", "nomvula", "--sheet", "n.txt")
    sshserver.keys(home / "keys")
    shown = sshserver.fingerprint(home / "keys")
    with sshserver.server(home / "keys") as made:
        (home / "drive").mkdir()
        address = f"sftp://127.0.0.1:{made.port}{home}/drive"
        asked = ("mailbox", "--at", address, "--user", sshserver.USER, "--key-file", "keys/own")
        refused = told("nomvula", *asked)
        assert f"--host-key {shown}" in refused[2]
        assert "no mailbox" in told("nomvula", "mailbox")[1]

        monkeypatch.setattr(mailboxes, "agreed", lambda question: shown in question)
        assert "the folder is not there" in told("nomvula", *asked[:2], f"{address}s", *asked[3:])[2]
        assert told("nomvula", *asked)[0] == 0
        assert address in told("nomvula", "mailbox")[1]
    assert told("nomvula", *asked, "--host-key", shown)[0] == 0, "who knows it needs no link for that"


def test_without_what_speaks_sftp_the_program_says_how_it_is_brought(told: Told, monkeypatch: pytest.MonkeyPatch):
    told("nomvula", "new", "--name", "Nomvula Shezi", "--team", "North", "--sign", "nomvula", "--sheet", "n.txt")
    for name in [name for name in sys.modules if name.endswith((".sftp", "mailboxes.ssh"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "paramiko", None)
    monkeypatch.delattr("caregiver_desk.sync.mailboxes.sftp", raising=False)
    monkeypatch.delattr("caregiver_desk.sync.mailboxes.ssh", raising=False)

    assert "with its extra `sftp`" in told("nomvula", "mailbox", "--at", "sftp://files.example/letters")[2]


def test_a_name_goes_with_a_password_and_over_https_only(told: Told, home: Path):
    told("nomvula", "new", "--name", "Nomvula Shezi", "--team", "North", "--sign", "nomvula", "--sheet", "n.txt")
    (home / "word").write_text("only for the tests\n")

    assert (
        "a name goes with --password-file"
        in told("nomvula", "mailbox", "--at", "https://drive.example", "--user", "n")[2]
    )
    asked = ("--at", "http://drive.example/dav", "--user", "n", "--password-file", "word")
    assert "https only" in told("nomvula", "mailbox", *asked)[2]
    assert "no mailbox" in told("nomvula", "mailbox")[1]


def into_a_network(home: Path, *words: object) -> list[str]:
    """Run this to its end: what it, and whatever it began, asked of the system for a network."""
    told = home / "calls"
    watched = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", f"trace={CALLS}", "-o", told, sys.executable, *words]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([*map(str, watched)], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [call for call in told.read_text().splitlines() if "AF_UNIX" not in call]


def test_nothing_goes_into_a_network_but_the_post_and_that_to_the_address_that_was_set_up(met: Told, home: Path):
    with webdrive.drive(home / "web") as made:
        (home / "word").write_text(webdrive.PASSWORD)
        address = f"http://127.0.0.1:{made.port}"
        met("nomvula", "mailbox", "--at", address, "--user", webdrive.USER, "--password-file", "word")

        assert into_a_network(home, day.__file__, "nomvula") == []
        post = ("-m", "caregiver_desk", "--book", "nomvula", "--passphrase-file", "passphrase", "post")
        calls = into_a_network(home, *post)
        reached = {found[1] for call in calls if (found := re.search(r"connect\(.*htons\((\d+)\)", call))}
        assert reached == {str(made.port)}
        assert not [call for call in calls if "AF_INET6" in call or "AF_NETLINK" in call]
