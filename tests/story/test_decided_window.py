"""What was decided stands in one sheet: newest first, narrowed as one types, a page at a time, each with its record."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk
from PySide6.QtWidgets import QLineEdit

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk.sheets.decided_sheet import PAGE
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.errors import ErasedForGood
from caregiver_desk.store import access, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

SETTLED = "A conflict was settled"


@pytest.fixture
def settled(
    pair: tuple[Book, Book], send: Callable[..., object], open_window: Callable[[Book], Desk]
) -> tuple[Desk, str]:
    """A conflict about a caregiver that was settled, and her id."""
    nomvula, fhatuwani = pair
    her = ACTS["add_caregiver"](nomvula, given_names="Grace", surname="Modise").record
    send(nomvula, fhatuwani)
    for book, language in ((nomvula, "isiZulu"), (fhatuwani, "Sesotho")):
        ACTS["change_person"](book, id=her, fields={"language": language})
    send(fhatuwani, nomvula)
    ACTS["settle"](nomvula, kind="person", id=her, field="language", value="isiZulu")
    return open_window(nomvula).open("sharing"), her


def narrow(desk: Desk, words: str) -> Desk:
    lines = desk.window.findChildren(QLineEdit)
    next(each for each in lines if each.accessibleName() == "Narrow what was decided").setText(words)
    return desk.rest()


def test_it_says_what_stood_on_both_sides_who_chose_and_that_it_holds(settled: tuple[Desk, str]) -> None:
    desk, _ = settled
    desk.press("Look it up")

    told = desk.message()
    assert SETTLED in told
    assert "isiZulu | Sesotho → isiZulu" in told or "Sesotho | isiZulu → isiZulu" in told
    assert "1 decision, the newest first." in told
    assert "Nomvula Shezi, " in told
    assert "holds" in desk.tags()


def test_a_record_is_asked_to_be_erased_from_its_form_shown_again_and_erased_by_a_coordinator(
    pair: tuple[Book, Book], send: Callable[..., object], open_window: Callable[[Book], Desk]
) -> None:
    nomvula, fhatuwani = pair
    home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-031").record
    desk = open_window(nomvula)
    open_record(desk.window, desk.window.hands, "household", home)
    desk.rest().press("Erase").press("the person asked for it").press("Hide it, and ask")
    assert questions.count(nomvula, "household") == 1
    desk.press("Yes, hide it and ask")
    assert questions.count(nomvula, "household") == 0

    desk.open("sharing").press("Look it up").press("Show it again").press("Close")
    assert questions.count(nomvula, "household") == 1
    ACTS["erase"](nomvula, id=home, ground="asked_by_the_person")
    send(nomvula, fhatuwani)

    office = open_window(fhatuwani).open("sharing").press("Look it up").press("Erase for good")
    office.press("the person asked for it").press("Erase for good").press("Yes, erase it for good")
    send(fhatuwani, nomvula)
    assert questions.count(nomvula, "household") == 0
    with pytest.raises(ErasedForGood):
        ACTS["do_not_erase"](nomvula, id=home)


def test_what_was_taken_back_says_so_when_one_looks_again(settled: tuple[Desk, str]) -> None:
    desk, _ = settled
    ACTS["undo"](desk.book)
    desk.press("Look it up")

    assert "taken back since" in desk.tags()


def test_it_is_narrowed_as_one_types_and_what_nobody_decided_is_said(settled: tuple[Desk, str]) -> None:
    desk, _ = settled
    desk.press("Look it up")

    assert SETTLED in narrow(desk, "grace sesotho").message()
    assert SETTLED not in narrow(desk, "erased").message()
    assert "Nothing that was decided says this." in desk.message()


def test_one_press_leads_to_the_record_and_reading_it_is_a_look_at_her(settled: tuple[Desk, str]) -> None:
    desk, her = settled
    desk.book.looks.clear()
    before = len(list(access.entries(desk.book, her)))
    desk.press("Look it up")
    assert [each.what for each in access.entries(desk.book, her)][before:] == [What.LISTED]

    desk.press("Open")
    assert desk.page().subject == "people"


def test_many_come_a_page_at_a_time(book: Book, open_window: Callable[[Book], Desk]) -> None:
    people = [ACTS["add_caregiver"](book, given_names=f"Grace {number}").record for number in range(PAGE + 2)]
    for each in people[1:]:
        ACTS["not_same"](book, one=people[0], other=each)
    desk = open_window(book).open("sharing").press("Look it up")
    assert desk.message().count("They are not the same") == PAGE

    desk.press("Show more (1)")
    assert desk.message().count("They are not the same") == PAGE + 1


def test_it_is_printed_as_it_is_narrowed(settled: tuple[Desk, str], tmp_path: Path) -> None:
    desk, _ = settled
    desk.answers.file = tmp_path / "decided.pdf"
    desk.press("Look it up").press("Print")

    assert desk.answers.file.read_bytes().startswith(b"%PDF")
    assert What.PRINTED in [each.what for each in access.entries(desk.book)]


def test_in_a_young_book_it_says_what_will_stand_there(book: Book, open_window: Callable[[Book], Desk]) -> None:
    desk = open_window(book).open("sharing").press("Look it up")

    assert "Here you see who settled a conflict, answered a request or erased something" in desk.message()
    assert questions.disputed(book) == []
