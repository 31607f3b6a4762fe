"""One line supervisor at a time: refused at the door, found after a merge."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import TwoLines
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.exchange import Looked

Send = Callable[..., Looked | None]


@pytest.fixture
def caregiver(book: Book) -> str:
    """Supported by the owner of the book since January."""
    return ACTS["add_caregiver"](book, given_names="Sibongile", since="2026-01-05").record


@pytest.fixture
def other(book: Book) -> str:
    return ACTS["record_person"](book, given_names="Mpho").record


def test_a_second_line_supervisor_is_refused_and_one_for_practice_is_not(book: Book, caregiver: str, other: str):
    told = {"caregiver": caregiver, "supervisor": other, "since": "2026-03-02"}

    with pytest.raises(TwoLines):
        ACTS["record_supervision"](book, **told)

    made = ACTS["record_supervision"](book, **told, purpose="practice").record
    with pytest.raises(TwoLines):
        ACTS["change_supervision"](book, id=made, fields={"purpose": "line"})
    assert questions.count(book, "supervision") == 2


def test_the_line_goes_over_where_one_ends_and_the_other_begins(book: Book, caregiver: str, other: str):
    (link,) = questions.listing(book, "supervision")
    ACTS["change_supervision"](book, id=link.id, fields={"until": "2026-03-02"})
    told = {"caregiver": caregiver, "supervisor": other}

    made = ACTS["record_supervision"](book, **told, since="2026-03-02").record

    with pytest.raises(TwoLines):
        ACTS["change_supervision"](book, id=made, fields={"since": "2026-03-01"})
    with pytest.raises(TwoLines):
        ACTS["change_supervision"](book, id=link.id, fields={"until": None})


def test_a_coordinator_who_listens_to_somebody_supports_her_practice(
    book: Book, caregiver: str, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    introduced(book, office)
    send(book, office)

    ACTS["hold_check_in"](office, caregiver=caregiver, day="2026-03-02")

    links = questions.listing(office, "supervision", {"caregiver": caregiver})
    assert sorted(each["purpose"] for each in links) == ["line", "practice"]


def test_two_that_began_apart_are_found_and_mended_by_ending_one(
    book: Book, other: str, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    office = make_book("Fhatuwani Netsianda", "coordinator")
    introduced(book, office)
    send(book, office)
    told = {"caregiver": other, "since": "2026-03-02"}
    ACTS["record_supervision"](book, **told, supervisor=book.person)
    second = ACTS["record_supervision"](office, **told, supervisor=office.person).record

    send(office, book)
    send(book, office)

    found = together.found(office)
    assert {each.code for each in found} == {"two-lines"}
    (said,) = set(together.told(office, found))
    assert said.startswith("Mpho has two line supervisors at once: ")
    assert sorted(said.partition(": ")[2].split(" and ")) == ["Fhatuwani Netsianda", "Nomvula Shezi"]
    ACTS["change_supervision"](office, id=second, fields={"until": "2026-03-02"})
    assert together.found(office) == []
