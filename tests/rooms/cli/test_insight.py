"""Figures and reports on the command line: shown, explained, written; and no line of them is about one person."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk.__main__ import WITH_QT
from caregiver_desk.cli.commands import run
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.store import slots
from caregiver_desk.trainer.calendar import standing_on

MARCH, APRIL = date(2026, 3, 16), date(2026, 4, 15)
NAMES = ("Sibongile", "Grace", "Lindiwe", "Thandeka", "Maria", "Bongani")
Cli = Callable[..., list[dict[str, Any]]]
Once = Callable[[Callable[[], object]], None]


def desk(*given: str) -> int:
    return run(["--book", "nomvula", "--passphrase-file", "passphrase", *given], WITH_QT)


def told(capsys: pytest.CaptureFixture[str], *given: str) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert desk(*given, "--json") == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def batch(capsys: pytest.CaptureFixture[str], acts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    Path("batch.jsonl").write_text("\n".join(map(json.dumps, acts)))
    return told(capsys, "do", "--batch", "batch.jsonl")


@pytest.fixture
def in_april(
    home: Path, once: Once, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[None]:
    """Six caregivers of a team that has no coordinator; each was heard in March and made one visit, Grace two."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def begin() -> None:
        with standing_on(MARCH):
            desk("new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt")
            added = [{"act": "add_caregiver", "given_names": name, "since": "2026-01-05"} for name in NAMES]
            who = [each["record"] for each in batch(capsys, added)]
            (team,) = told(capsys, "show", "team")
            (home_,) = batch(capsys, [{"act": "record_household", "team": team["id"], "code": "HH-031"}])
            day = {"day": "2026-03-02"}
            batch(capsys, [{"act": "hold_check_in", "caregiver": each, **day} for each in who])
            visit = {"act": "record_visit", "household": home_["record"]}
            batch(capsys, [{**visit, "caregiver": each, **day} for each in (*who, who[1])])

    once(begin)
    with standing_on(APRIL):
        yield


pytestmark = pytest.mark.usefixtures("in_april")


def whole(found: list[dict[str, Any]], code: str) -> tuple[Any, Any]:
    (each,) = [one for one in found if one["code"] == code and not one["split"]]
    return each["of"], each["per"]


def test_the_figures_of_a_month_are_shown_with_their_wholes(capsys: pytest.CaptureFixture[str]):
    found = told(capsys, "figures", "--period", "2026-03", "--figures", "I18,I31")

    assert whole(found, "I18") == (7, 6)
    assert {(each["first"], each["last"]) for each in found} == {("2026-03-01", "2026-03-31")}


def test_the_six_usual_ones_of_the_last_month_are_shown_unless_something_else_is_said(
    capsys: pytest.CaptureFixture[str],
):
    codes = dict.fromkeys(each["code"] for each in told(capsys, "figures"))

    assert list(codes) == ["I01", "I05", "I04", "I17", "I19", "I31"]


def test_what_may_be_told_to_others_leaves_out_the_few(capsys: pytest.CaptureFixture[str]):
    """Six weeks of thirty have a sheet, which may be told; of one home nothing may."""
    found = told(capsys, "figures", "--period", "2026-03", "--figures", "I31,I19,I10", "--told")

    assert whole(found, "I31")[1] is not None
    reasons = {each["code"]: each["not_told"] for each in found}
    assert (reasons["I19"], reasons["I10"]) == ("few_people", "private")


def test_a_figure_opens_to_the_records_that_it_was_counted_from_and_who_looked_is_known(
    capsys: pytest.CaptureFixture[str],
):
    found = told(capsys, "figures", "--period", "2026-03", "--figures", "i18", "--records")

    assert len([each for each in found if each["counts"] == "Visits done"]) == 7
    assert {each["kind"] for each in found} == {"visit"}
    assert "listed" in {each["what"] for each in told(capsys, "access")}


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("--told", "--team", "North"), "told of the whole site"),
        (("--told", "--records"), "for whoever listens to the team"),
        (("--before", "2026-Q1"), "name both with --after"),
    ],
)
def test_what_is_asked_in_vain_is_refused_and_not_passed_over(
    capsys: pytest.CaptureFixture[str], given: tuple[str, ...], sentence: str
):
    assert desk("figures", *given) == 1
    assert sentence in capsys.readouterr().err


def test_a_figure_says_of_which_days_and_of_whom_it_is(capsys: pytest.CaptureFixture[str]):
    desk("figures")
    assert "Mar 2026, all teams, as it is:" in capsys.readouterr().err


def test_a_figure_says_what_it_counts_and_what_it_cannot_tell(capsys: pytest.CaptureFixture[str]):
    (found,) = told(capsys, "indicator", "I18")
    assert found["cannot_tell"] == "what happened at any of them; more is not better"
    assert (found["sort"], found["harm"]) == ("process", "harmful")

    capsys.readouterr()
    assert desk("indicator", "I18") == 0
    assert "It cannot tell what happened at any of them; more is not better." in capsys.readouterr().out


def test_two_times_stand_beside_each_other_and_never_without_what_they_cannot_tell(
    capsys: pytest.CaptureFixture[str],
):
    given = ("figures", "--before", "2026-02", "--after", "2026-03", "--figures", "I18")
    (found,) = told(capsys, *given)
    assert (found["before_of"], found["before_not_told"]) == (None, "unknown")
    assert (found["after_of"], found["after_per"]) == (7, 6)

    assert desk(*given) == 0
    printed = capsys.readouterr().out
    assert "Feb 2026: not known in this book; Mar 2026: 1.2 (7 in 6)." in printed
    assert "more is not better, nor what else changed between the two." in printed


def test_the_sets_are_listed_and_what_is_neither_a_set_nor_a_code_is_refused(capsys: pytest.CaptureFixture[str]):
    assert {"usual", "system", "volumes", "funder"} <= {each["name"] for each in told(capsys, "figures", "--sets")}

    assert desk("figures", "--figures", "best-caregivers") == NotUnderstood.exit_status
    assert desk("figures", "--period", "whenever") == NotUnderstood.exit_status


@pytest.mark.parametrize("form", ["csv", "txt", "pdf"])
def test_a_report_is_written_into_a_folder_and_names_nobody(form: str, capsys: pytest.CaptureFixture[str]):
    Path("stick").mkdir()
    told(capsys, "report", "--period", "2026-03", "--figures", "all", "--out", "stick", "--format", form)

    (file,) = Path("stick").glob(f"*.{form}")
    written = file.read_bytes()
    assert not any(name.encode() in written for name in NAMES)
    if form == "csv":
        assert written.startswith("﻿".encode())
        assert b"\r\n" in written
        rows = list(csv.DictReader(written.decode("utf-8-sig").splitlines()))
        assert {each["code"] for each in rows} >= {"I01", "I32"}
        assert all(not each["of"] for each in rows if each["code"] in ("I09", "I10", "I11", "I12", "I13", "I14", "I30"))


def test_a_report_of_days_that_are_not_over_is_refused_and_nothing_is_written():
    Path("stick").mkdir()

    assert desk("report", "--period", "2026-04", "--out", "stick") == NotUnderstood.exit_status
    assert list(Path("stick").iterdir()) == []


def test_no_line_that_is_printed_of_any_figure_names_anybody(capsys: pytest.CaptureFixture[str]):
    """P40: neither on the screen nor for programs; not told, and not as it is."""
    ids = {each["id"] for each in told(capsys, "show", "person")}
    for more in ([], ["--told"], ["--json"], ["--team", "North"]):
        capsys.readouterr()
        assert desk("figures", "--period", "2026-03", "--figures", "all", *more) == 0
        printed = capsys.readouterr().out
        assert not any(each in printed for each in (*NAMES, "Nomvula", *ids))


def test_figures_of_a_site_come_in_from_a_file_and_what_is_no_text_is_refused(capsys: pytest.CaptureFixture[str]):
    own = '[X1]\ntitle = "Homes reached"\nmeans = "M."\nof_words = "visits"\ncannot_tell = "c"\nsort = "process"\n'
    own += 'harm = "may be aimed at"\nsource = "s"\nof = { records = "visit" }\n'
    own += '[sets.ours]\ntitle = "Ours"\ncodes = ["X1"]\n'
    Path("ours.toml").write_text(own)
    Path("none.toml").write_bytes(b"\xff\xfe\x00")

    assert desk("indicator", "--bring", "none.toml") == 1
    assert desk("indicator", "--bring", "ours.toml") == 0

    told_ = capsys.readouterr()
    assert "1 figure of your own is counted now. 1 set of your own is known now." in told_.out
    assert "save it as UTF-8" in told_.err
    assert whole(told(capsys, "figures", "--period", "2026-03", "--figures", "ours"), "X1")[0] == 7
