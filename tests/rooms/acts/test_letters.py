"""One word is one word, however its letters came: composed, or as a letter and its marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk.acts import intake
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store import checking, histories, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.sync import trust
from caregiver_desk.sync.exchange import Looked

Send = Callable[..., Looked | None]
NAME = "Thérèse Mudaṱi"
ONE, APART = unicodedata.normalize("NFC", NAME), unicodedata.normalize("NFD", NAME)


def bodies(book: Book) -> str:
    with book.reading() as cursor:
        cursor.execute("SELECT body FROM line")
        return " ".join(row[0] or "" for row in cursor.fetchall())


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("add_caregiver", {"given_names": APART}),
        ("record_team", {"name": APART}),
        ("record_service", {"name": APART, "sort": "clinic"}),
    ],
)
def test_what_is_typed_is_saved_in_one_form(book: Book, act: str, given: dict[str, str]):
    ACTS[act](book, **given)

    assert ONE in bodies(book)
    assert APART not in bodies(book)


def test_words_within_an_act_and_of_a_change_are_saved_in_one_form(book: Book):
    her = ACTS["add_caregiver"](book, given_names="Sibongile").record
    ACTS["hold_check_in"](book, caregiver=her, day="2026-03-02", words={"the_work": APART})
    ACTS["change_person"](book, id=her, fields={"surname": APART})
    ledger.append(book, "law", [Change("person", her, book.site, {"known_as": APART})])

    assert bodies(book).count(ONE) == 3
    assert APART not in bodies(book)


def test_the_same_word_typed_apart_is_no_change(book: Book):
    team = ACTS["record_team"](book, name=ONE).record

    assert ACTS["change_team"](book, id=team, fields={"name": APART}).undo == 0


@pytest.mark.parametrize("asked", [ONE, APART])
def test_either_form_finds_it(book: Book, asked: str):
    team = ACTS["record_team"](book, name=APART).record

    assert [each.id for each in questions.find(book, asked)] == [team]
    assert [each.id for each in questions.listing(book, "team", {"name": asked})] == [team]


def test_two_who_type_the_same_word_differently_do_not_quarrel(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-1").record
    send(nomvula, fhatuwani)
    for book, typed in zip(pair, (ONE, APART), strict=True):
        ACTS["change_household"](book, id=home, fields={"ward": typed})
    send(fhatuwani, nomvula)

    assert histories.conflicts(nomvula) == []


def test_a_sheet_with_the_same_names_apart_adds_nothing(book: Book, sheet: Callable[..., Path]):
    for typed in (ONE, APART):
        plan = intake.preview(book, "person", sheet("Name;Phone", f"{typed};0825550101"))
        intake.bring_in(book, plan)

    assert questions.count(book, "person", {"surname": ONE.split()[-1]}) == 1


def test_a_partner_is_known_by_her_name_in_either_form(
    make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], book: Book
):
    introduced(book, make_book(ONE))

    assert trust.partner_named(book, APART).name == ONE


def test_lines_of_others_are_kept_and_said_again_as_they_came(
    pair: tuple[Book, Book], send: Send, monkeypatch: pytest.MonkeyPatch
):
    """A program of another hand may write letters apart; nothing of hers is altered, nor of an undo that says it."""
    nomvula, fhatuwani = pair
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(ledger, "scalar", lambda value: value)
        home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-1").record
        scope = questions.get(nomvula, "household", home).scope
        ledger.append(nomvula, "law", [Change("household", home, scope, {"ward": APART})])
    send(nomvula, fhatuwani)
    changed = ACTS["change_household"](fhatuwani, id=home, fields={"ward": "7"}).undo
    ACTS["undo"](fhatuwani, save=changed)

    assert questions.get(fhatuwani, "household", home)["ward"] == APART
    assert checking.check(fhatuwani) == []
