"""Check-ins from sheets and from phones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filling import MONDAY, Filled, Phone, bring, reasons

from caregiver_desk.acts import intake
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

Sheet = Callable[..., Path]
Send = Callable[..., Any]


@pytest.fixture
def paired(north: Book) -> Book:
    """Nomvula has listened to Sibo once."""
    ACTS["hold_check_in"](north, caregiver=whose(north, "Sibongile"), day="2026-02-02")
    return north


def whose(book: Book, given_names: str) -> str:
    (found,) = questions.listing(book, "person", {"given_names": given_names})
    return found.id


def held(book: Book) -> list[tuple[str, str, int | None, str | None]]:
    found = questions.listing(book, "check_in", {"state": "held"})
    return sorted((leaf["day"], leaf["type"], leaf["minutes"], leaf["next_day"]) for leaf in found)


@pytest.fixture
def talk(tmp_path: Path) -> Filled:
    filler = Phone("caregiver_desk_check_ins", tmp_path)

    def fill(corrects: str = "", **answers: str) -> tuple[str, Path]:
        once = {"caregiver": "Sibo", "day": MONDAY, "type": "short_call", "minutes": "15", **answers}
        told, data = filler.fill_in(once, corrects=corrects)
        path = tmp_path / f"{told[-12:]}.xml"
        path.write_bytes(data)
        return told, path

    return fill


def test_a_check_in_filled_in_on_a_phone_is_held_and_the_planned_one_has_come_about(paired: Book, talk: Filled):
    ACTS["plan_check_in"](paired, caregiver=whose(paired, "Sibongile"), day="2026-03-01")
    _, path = talk(next_day="2026-04-01")

    for _ in range(2):
        bring(paired, path, "check_ins")

    assert held(paired)[1:] == [(MONDAY, "short call", 15, "2026-04-01")]
    assert questions.listing(paired, "check_in", {"state": "planned"}) == []


def test_a_corrected_check_in_is_corrected_and_a_hand_written_one_is_not_doubled(paired: Book, talk: Filled):
    first, path = talk()
    bring(paired, path, "check_ins")
    bring(paired, talk(corrects=first, minutes="25")[1], "check_ins")
    assert held(paired)[1:] == [(MONDAY, "short call", 25, None)]

    outcome = bring(paired, talk(day="2026-02-02", type="one_to_one", minutes="")[1], "check_ins")

    assert outcome.facts["here"] == 1
    assert len(held(paired)) == 2


def test_a_check_in_with_somebody_the_book_has_no_supervision_with_waits(paired: Book, talk: Filled):
    link = questions.listing(paired, "supervision", {"caregiver": whose(paired, "Rofhiwa")})[0]
    ACTS["change_supervision"](paired, id=link.id, fields={"until": "2026-02-01"})

    outcome = bring(paired, talk(caregiver="Rofhiwa")[1], "check_ins")

    assert "no supervision in this book yet" in reasons(outcome)[0]
    assert len(held(paired)) == 1


def test_a_sheet_of_check_ins_is_known_as_one(paired: Book, sheet: Sheet):
    path = sheet("Date;Caregiver;Kind of supervision;Duration;Next", f"{MONDAY};Sibo;one to one;60;2026-04-01")

    found, matching = intake.likeliest(paired, path)

    assert (matching.form.kind.name, set(matching.fields)) == (
        "check_in",
        {"day", "caregiver", "type", "minutes", "next_day"},
    )
    assert len(found.rows) == 1


def test_two_laptops_that_read_one_check_in_agree(paired: Book, other_laptop: Book, talk: Filled, send: Send):
    send(paired, other_laptop)
    _, path = talk()
    for book in (paired, other_laptop):
        bring(book, path, "check_ins")
    for sender, receiver in ((paired, other_laptop), (other_laptop, paired)):
        send(sender, receiver)

    assert held(paired) == held(other_laptop)
    assert len(held(paired)) == 2
