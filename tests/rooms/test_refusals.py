"""Whatever is refused is said in a sentence that can be taken in, and in a paragraph for whoever wants to know more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import caregiver_desk
from caregiver_desk.cli.commands import run
from caregiver_desk.errors import LeadIsMeant, NotReportedYet, OpenedByAnother, Problem, WrongPassphrase
from caregiver_desk.reports.refusals import every_paragraph, paragraph

PACKAGE = Path(caregiver_desk.__file__).parent
TAKEN_IN = 25  # words; what `{kept}` says is the same everywhere, and counts as one
MAY_BE_LONG = {  # what to do today cannot wait for a paragraph
    LeadIsMeant: "whom to ring instead of the one it is about",
    NotReportedYet: "what the law asks",
    OpenedByAnother: "who opens it for somebody to whom something happened",
}


def refusals(family: type[Problem] = Problem) -> Iterator[type[Problem]]:
    for each in family.__subclasses__():
        yield from (each, *refusals(each))


EVERY = [each for each in refusals() if each.sentence]
TEXTS = [text for each in every_paragraph() for text in (each.title, each.means, each.next)]


def test_each_code_is_of_one_refusal_and_has_a_paragraph_and_no_paragraph_is_of_none():
    codes = Counter(each.code for each in EVERY)

    assert set(codes.values()) == {1}
    assert {each.code for each in every_paragraph()} == set(codes)


def test_nothing_that_is_said_of_one_is_said_of_another():
    assert [text for text, times in Counter(TEXTS).items() if times > 1] == []
    assert [each.code for each in every_paragraph() if min(len(each.means.split()), len(each.next.split())) < 5] == []


def test_a_sentence_can_be_taken_in_at_once():
    long = {each for each in EVERY if len(each.sentence.split()) > TAKEN_IN}

    assert long == set(MAY_BE_LONG)


def test_each_is_refused_somewhere():
    """What is brought in is used, or the linter complains."""
    used = {name for file in PACKAGE.rglob("*.py") for name in brought_in(file.read_text("utf-8"))}

    assert [each.__name__ for each in EVERY if each.__name__ not in used] == []


def brought_in(text: str) -> Iterator[str]:
    for names in re.findall(r"from caregiver_desk\.errors import (\([^)]*\)|.*)", text):
        yield from re.findall(r"\w+", names)


@pytest.mark.parametrize(
    ("asked", "says", "not_"),
    [
        (("wrong-passphrase",), paragraph("wrong-passphrase").title, paragraph("weak-passphrase").title),
        (("Recovery", "SHEET"), paragraph("sheet-mistyped").title, paragraph("no-room").title),
        ((), "wrong-passphrase", paragraph("wrong-passphrase").title + " ("),
    ],
    ids=["a code", "words", "nothing"],
)
def test_the_command_line_says_more(asked: tuple[str, ...], says: str, not_: str, capsys: pytest.CaptureFixture[str]):
    assert run(["help", *asked], {}) == 0

    told = capsys.readouterr().out
    assert says in told
    assert not_ not in told


def test_what_nobody_refuses_is_said_to_be_so(capsys: pytest.CaptureFixture[str]):
    assert run(["help", "zebra"], {}) == 0

    told = "Nothing is refused with these words. Try one of them alone, or `caregiver-desk help` for all codes.\n"
    assert capsys.readouterr().err == told


def test_whoever_reads_a_refusal_at_a_terminal_is_told_how_to_read_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    from caregiver_desk.cli import streams

    streams.complain(WrongPassphrase())
    assert "caregiver-desk help" not in capsys.readouterr().err

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    streams.complain(WrongPassphrase())
    assert capsys.readouterr().err.endswith("More about this: caregiver-desk help wrong-passphrase\n")

    monkeypatch.setattr("sys.argv", ["/opt/desk/caregiver-desk-cli.exe"])
    streams.complain(WrongPassphrase())
    assert capsys.readouterr().err.endswith("More about this: caregiver-desk-cli help wrong-passphrase\n")
