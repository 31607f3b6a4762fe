"""A mailbox from the command line: set up, a round each, and what waits for a person is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def told(at_a_prompt: Told) -> Told:
    return at_a_prompt


def meet(told: Told) -> None:
    """Nomvula and Fhatuwani have each other's cards, and one folder."""
    told("nomvula", "new", "--name", "Nomvula Shezi", "--team", "North", "--sign", "nomvula", "--sheet", "n.txt")
    answers = ("--organisation", "L", "--officer", "T", "--purposes", "To know.")
    told("fhatuwani", "new", "--name", "Fhatuwani Mudau", "--role", "coordinator", "--sheet", "f.txt", *answers)
    for book, other in (("nomvula", "fhatuwani"), ("fhatuwani", "nomvula")):
        words = json.loads(told(book, "card", "--out", f"{book}.card", "--json")[1])["words"]
        assert told(other, "pair", f"{book}.card", "--words", words)[0] == 0
    Path("drive").mkdir()


def test_a_round_each_brings_what_she_wrote(told: Told):
    meet(told)
    for book in ("nomvula", "fhatuwani"):
        assert told(book, "mailbox", "--at", "drive")[0] == 0
    told("nomvula", "do", "add_caregiver", '{"given_names": "Sibongile"}')

    assert "Put there for: Fhatuwani Mudau." in told("nomvula", "post")[1]
    status, out, _ = told("fhatuwani", "post")
    assert status == 0
    assert "from Nomvula Shezi" in out
    assert "Sibongile" in told("fhatuwani", "show", "person")[1]


def test_a_book_has_none_until_somebody_sets_one_up_and_none_when_it_is_forgotten(told: Told):
    told("nomvula", "new", "--name", "Nomvula Shezi", "--team", "North", "--sign", "nomvula", "--sheet", "n.txt")

    assert told("nomvula", "mailbox")[1] == "This book has no mailbox: nothing is sent by itself.\n"
    assert "has no mailbox" in told("nomvula", "post")[2]
    told("nomvula", "mailbox", "--at", "drive", "--most", "5")
    assert told("nomvula", "mailbox")[1] == "The mailbox is drive; at most 5 MB pass in one round.\n"
    told("nomvula", "mailbox", "--forget")
    assert "has no mailbox" in told("nomvula", "post")[2]


def test_a_folder_that_is_not_there_is_tried_again_later_or_now(told: Told):
    meet(told)
    told("nomvula", "mailbox", "--at", "gone")
    told("nomvula", "do", "add_caregiver", '{"given_names": "Sibongile"}')

    assert "The mailbox does not answer" in told("nomvula", "post")[2]
    assert "is left alone until" in told("nomvula", "post")[2]
    assert "The mailbox does not answer" in told("nomvula", "post", "--now")[2]


def test_a_name_goes_with_a_password_and_over_https_only(told: Told, home: Path):
    told("nomvula", "new", "--name", "Nomvula Shezi", "--team", "North", "--sign", "nomvula", "--sheet", "n.txt")
    (home / "word").write_text("only for the tests\n")

    assert (
        "a name goes with a password" in told("nomvula", "mailbox", "--at", "https://drive.example", "--user", "n")[2]
    )
    asked = ("--at", "http://drive.example/dav", "--user", "n", "--password-file", "word")
    assert "https only" in told("nomvula", "mailbox", *asked)[2]
    assert "no mailbox" in told("nomvula", "mailbox")[1]
