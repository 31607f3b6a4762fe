"""What the command line asks for: at a terminal it waits for an answer, without one it says what is lacking."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots
from caregiver_desk.sync import trust

PROGRAM = [sys.executable, "-m", "caregiver_desk"]
NEW = ["--passphrase-file", "passphrase", "new", "--name"]
Alone = Callable[..., "subprocess.CompletedProcess[str]"]
Once = Callable[[Callable[[], object]], None]


@pytest.fixture
def words(home: Path, once: Once, monkeypatch: pytest.MonkeyPatch) -> str:
    """Nomvula's book, and a card with the eight words that its owner reads aloud."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)

    def first() -> None:
        Path("passphrase").write_text("river candle basket mountain seven\n")
        for book, name in (("nomvula", "Nomvula Shezi"), ("mpho", "Mpho Lekalakala")):
            assert run(["--book", book, *NEW, name], {}) == 0
        assert run(["--book", "mpho", "--passphrase-file", "passphrase", "card", "--out", "mpho.card"], {}) == 0

    once(first)
    return " ".join(trust.read_card(Path("mpho.card").read_bytes())[1])


@pytest.fixture
def alone(words: str) -> Alone:  # noqa: ARG001 - the books are wanted
    """Runs the program without any terminal."""

    def carry_out(*given: str) -> subprocess.CompletedProcess[str]:
        command = [*PROGRAM, "--book", "nomvula", *given]
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, start_new_session=True
        )

    return carry_out


def at_a_terminal(typed: str, *given: str) -> tuple[int, str]:
    """Runs the program at a terminal, where somebody types this; gives its exit status and what she saw."""
    hers, its = pty.openpty()
    command = [*PROGRAM, "--book", "nomvula", "--passphrase-file", "passphrase", *given]
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its, start_new_session=True) as program:
        os.close(its)
        os.write(hers, typed.encode())
        seen = b""
        try:
            while part := os.read(hers, 4096):
                seen += part
        except OSError:  # the program has ended
            pass
        os.close(hers)
    return program.returncode, seen.decode()


def test_at_a_terminal_pairing_says_what_to_do_and_waits_for_the_words(words: str):
    status, seen = at_a_terminal(f"{words}\n", "pair", "mpho.card")

    assert status == 0
    assert "Phone Mpho Lekalakala. Ask for the eight words" in seen
    assert "Paired with Mpho Lekalakala" in seen


@pytest.mark.in_turns(2)
@pytest.mark.parametrize(("typed", "said"), [("\n", "still needed"), ("quite other words\n", "not the same")])
def test_a_card_whose_words_were_not_read_aloud_is_not_accepted(words: str, typed: str, said: str):
    status, seen = at_a_terminal(typed, "pair", "mpho.card")

    assert (status, said in seen) == (1, True)
    assert words not in seen


def test_without_a_terminal_pairing_says_that_the_words_are_lacking(alone: Alone):
    done = alone("--passphrase-file", "passphrase", "pair", "mpho.card")

    assert done.returncode == 1
    assert "--words" in done.stderr
    assert done.stdout == ""


@pytest.mark.in_turns(2)
@pytest.mark.parametrize(
    ("option", "given"),
    [
        ("--passphrase-file", ["check"]),
        ("--passphrase-file", ["new", "--name", "Dineo", "--book", "dineo"]),
        ("--passphrase-file", ["recover", "nomvula-recovery-sheet.txt"]),
        ("--new-passphrase-file", ["passphrase", "--passphrase-file", "passphrase"]),
    ],
)
def test_without_a_terminal_a_passphrase_is_asked_of_nobody(alone: Alone, option: str, given: list[str]):
    done = alone(*given)

    assert done.returncode == 3
    assert f"{option} FILE" in done.stderr
    assert "Traceback" not in done.stderr
    assert not Path("dineo").exists()


def test_a_card_is_given_and_taken_as_a_picture(words: str, capsys: pytest.CaptureFixture[str]):
    hers = ["--passphrase-file", "passphrase", "--json"]
    assert run(["--book", "mpho", *hers, "card", "--picture", "mpho.png"], {}) == 0
    assert run(["--book", "nomvula", *hers, "pair", "mpho.png", "--words", words], {}) == 0

    drawn, paired = map(json.loads, capsys.readouterr().out.splitlines()[-2:])
    assert drawn == {"picture": "mpho.png", "words": words}
    assert (paired["partner"], paired["compared"]) == ("Mpho Lekalakala", "aloud")


def test_a_card_is_written_only_where_a_place_is_named(words: str, capsys: pytest.CaptureFixture[str]):  # noqa: ARG001
    assert run(["--book", "mpho", "--passphrase-file", "passphrase", "card"], {}) != 0
    assert "name the file, or the picture with --picture" in capsys.readouterr().err
