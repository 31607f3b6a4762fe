"""Every command that prints what is kept about somebody is a look at her, and stands in the log.

The two tables are by hand: a new command is in one of them, or a test here fails.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import own_form
import pytest

from caregiver_desk import clock
from caregiver_desk.__main__ import WITH_QT
from caregiver_desk.acts.act import ACTS
from caregiver_desk.cli import commands, exchange
from caregiver_desk.cli.commands import run
from caregiver_desk.store import access, slots
from caregiver_desk.store.book import Book

Cli = Callable[..., list[dict[str, object]]]
Once = Callable[[Callable[[], object]], None]
SHOWS = {  # HER stands for her id; how the log calls it
    "show": (("show", "person", "HER"), "opened"),
    "show, all": (("show", "check_in"), "listed"),
    "history": (("history", "HER"), "history"),
    "growth": (("growth", "HER"), "opened"),
    "pack": (("pack", "HER", "--out", "."), "exported"),
    "year": (("year", "HER"), "opened"),
    "retention": (("retention",), "listed"),
    "twice": (("twice",), "listed"),
    "to-place": (("to-place",), "listed"),
    "learning": (("learning", "HER"), "opened"),
    "spreadsheet": (("spreadsheet", "check_in", "--out", "talks.csv"), "exported"),
    "calendar": (("calendar", "--from", "2020-01-01", "--out", "talks.ics"), "exported"),
    "fhir": (("fhir", "--period", "2020-03", "--out", "talks.json"), "exported"),
    "report": (("report", "learning", "HER"), "opened"),
    "report, written": (("report", "check-in", "HER", "--out", "."), "exported"),
}
OF_EVERYBODY = {"state": "exported", "lost": "exported"}  # written once, about nobody alone
SEEN_BELOW = {"conflicts", "decisions", "courses", "oversight", "questionnaire"}  # need something to be decided first
SAYS_NOTHING_OF_HER = {  # names alone; what is about the book and its laptops; acts, which say only what they did
    "find", "access", "aid", "aside", "backup", "bundle", "card", "check", "completion", "demo", "do", "import",
    "lock-out", "missing", "new", "new-keys", "open", "organisation", "pair", "passphrase", "recover", "restore",
    "settle", "sheet", "why", "customs", "return", "returns", "exchange", "rekey",
    "handouts", "numbers", "dhis2", "xlsform", "figures", "indicator", "hub", "mailbox", "post", "desk", "update",
    "words", "help", "problem",
}  # fmt: skip


@pytest.fixture
def cli(home: Path, once: Once, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """`cli("show", "person")` on a book that is there already: what it printed."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def carry_out(*given: str) -> list[dict[str, object]]:
        assert run(["--book", "nomvula", "--passphrase-file", "passphrase", *given, "--json"], WITH_QT) == 0
        clock.trust()
        return [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]

    once(lambda: carry_out("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt"))
    return carry_out


@pytest.fixture
def her(cli: Cli) -> str:
    """She was entered twice, was heard and promised something, and left long ago."""
    for _ in range(2):
        (told,) = cli("do", "add_caregiver", '{"given_names": "Sibongile", "surname": "Ndaba"}')
    person = str(told["record"])
    promised = [{"owner": "supervisor", "what": "Ask about the stipend"}]
    cli("do", "hold_check_in", json.dumps({"caregiver": person, "day": "2020-03-03", "promises": promised}))
    (work,) = cli("show", "engagement", "--where", f"person={person}")
    gone = {"id": work["id"], "fields": {"state": "left", "until": "2020-04-01"}}
    cli("do", "change_engagement", json.dumps(gone))
    return person


def every_command() -> set[str]:
    subs = (each for each in commands.parser()._actions if isinstance(each, argparse._SubParsersAction))
    return {name for each in subs for name in each.choices}


@pytest.mark.parametrize("name", SHOWS)
def test_a_command_that_shows_something_of_her_is_a_look_at_her(name: str, cli: Cli, her: str):
    given, wanted = SHOWS[name]
    before = len(cli("access", "--about", her))

    told = cli(*(her if each == "HER" else each for each in given))

    assert told
    assert [each["what"] for each in cli("access", "--about", her)[before:]] == [wanted]


def test_a_list_of_names_is_none(cli: Cli, her: str):
    before = cli("access", "--about", her)

    assert {each["id"] for each in cli("find", "sibongile")} >= {her}
    assert cli("access", "--about", her) == before


@pytest.mark.usefixtures("her")
@pytest.mark.parametrize("name", OF_EVERYBODY)
def test_what_is_written_of_everybody_is_written_once(name: str, cli: Cli):
    cli(*{"state": ("state",), "lost": ("lost", "me")}[name])

    assert OF_EVERYBODY[name] in [each["what"] for each in cli("access")]


def test_every_command_is_in_one_of_the_tables():
    known = {name.partition(",")[0] for name in SHOWS} | {*OF_EVERYBODY} | SEEN_BELOW

    assert known | SAYS_NOTHING_OF_HER == every_command()
    assert known & SAYS_NOTHING_OF_HER == set()


def test_a_decision_about_two_people_is_a_list_in_which_both_stand(cli: Cli, her: str):
    (other,) = [each["id"] for each in cli("find", "sibongile") if each["id"] != her]
    cli("do", "not_same", json.dumps({"one": her, "other": other}))
    before = len(cli("access", "--about", her))

    (told,) = cli("decisions", "--about", her, "--by", "nomvula")
    assert (told["what"], told["holds"], set(told["records"])) == ("not the same", "holds", {her, other})
    for each in (her, other):
        assert cli("access", "--about", each)[-1]["what"] == "listed"
    assert len(cli("access", "--about", her)) == before + 1
    assert cli("decisions", "--by", "somebody else") == []


def test_who_has_not_completed_a_course_is_a_list_in_which_they_stand(cli: Cli):
    (told,) = cli("do", "add_caregiver", '{"given_names": "Grace"}')
    cli("do", "take_up_courses")
    person = str(told["record"])

    assert [each["not_completed"] for each in cli("courses")] == [1, 1, 1]  # the owner has not done two of them
    (lacking,) = cli("courses", "--missing", "caregiver-pss")
    assert (lacking["name"], lacking["standing"]) == ("Grace", "not begun")
    assert cli("access", "--about", person)[-1]["what"] == "listed"


def test_what_somebody_answered_to_a_questionnaire_is_a_look_at_them(cli: Cli, her: str, home: Path):
    cli("questionnaire", "bring", str(own_form.write(home / "form.xlsx", own_form.HARMLESS)))
    (told,) = cli("questionnaire", "answer", "The way to work", "--caregiver", her, "--answers", '{"dark": "2"}')
    before = len(cli("access", "--about", her))

    (read,) = cli("questionnaire", "read", str(told["record"]))
    assert read["answers"] == {"dark": "2"}
    assert [each["what"] for each in cli("access", "--about", her)[before:]] == ["opened"]


def test_two_values_of_hers_are_a_list_in_which_she_stands(
    pair: tuple[Book, Book], send: Callable[..., object], monkeypatch: pytest.MonkeyPatch
):
    nomvula, fhatuwani = pair
    her = ACTS["add_caregiver"](nomvula, given_names="Grace").record
    send(nomvula, fhatuwani)
    for book, language in ((nomvula, "isiZulu"), (fhatuwani, "Sesotho")):
        ACTS["change_person"](book, id=her, fields={"language": language})
    send(fhatuwani, nomvula)
    monkeypatch.setattr(exchange, "open_book", lambda _: nullcontext(nomvula))

    exchange.conflicts(argparse.Namespace(json=True))

    assert [each.what for each in access.entries(nomvula, her)] == ["listed"]
