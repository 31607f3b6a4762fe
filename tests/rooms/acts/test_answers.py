"""Who answers for the records of a site: named by a coordinator, taken over from her card."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.errors import NotAnswered, NotFilledIn, NotUnderstood
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.sync import trust

ANSWERS = {"organisation": "Lesedi Care", "officer": "Ms Mudau", "purposes": "to support families"}
BEGUN = {"name": "Fhatuwani Netsianda", "site": "Lesedi Ridge", "team": "Office", "cost": FLOOR}
PASSPHRASE = "river candle basket mountain seven"


@pytest.fixture
def begin(home: Path) -> Iterator[Callable[..., Book]]:
    """Real books, not fictional ones, closed when the test ends."""
    made: list[Book] = []

    def new(role: str, **answers: str) -> Book:
        folder = home / f"begun-{len(made)}"
        made.append(opening.new_book(folder, PASSPHRASE, role=Role(role), **BEGUN, **answers)[0])
        return made[-1]

    yield new
    for book in made:
        book.close()


def site(book: Book) -> dict[str, object]:
    found = questions.own_site(book)
    assert found is not None
    return dict(found.values)


def met(book: Book, other: Book, *, aloud: bool = True) -> int:
    card = trust.my_card(other, "Somebody")
    return accept_card(book, card, heard=" ".join(trust.read_card(card)[1]) if aloud else "").undo


@pytest.mark.parametrize("role", ["coordinator", "trainer"])
def test_a_coordinator_and_a_trainer_name_who_answers_as_they_begin(begin: Callable[..., Book], role: str):
    assert site(begin(role, **ANSWERS)) == {"name": "Lesedi Ridge", **ANSWERS}


@pytest.mark.parametrize("role", ["coordinator", "trainer"])
@pytest.mark.parametrize("left_out", ANSWERS)
def test_whoever_names_not_all_of_it_begins_no_book(begin: Callable[..., Book], home: Path, role: str, left_out: str):
    with pytest.raises(NotAnswered):
        begin(role, **{**ANSWERS, left_out: " "})
    assert not (home / "begun-0").exists()


def test_what_is_too_long_for_a_notice_is_refused_and_no_book_is_made(begin: Callable[..., Book], home: Path):
    with pytest.raises(NotUnderstood):
        begin("coordinator", **{**ANSWERS, "officer": "x" * 201})
    assert not (home / "begun-0").exists()


def test_a_supervisor_takes_over_what_she_has_not_named_and_can_undo_it(begin: Callable[..., Book]):
    office, book = begin("coordinator", **ANSWERS), begin("supervisor", officer="her own")

    assert met(book, office) > 0

    assert site(book) == {"name": "Lesedi Ridge", **ANSWERS, "officer": "her own"}
    ACTS["undo"](book)
    assert site(book) == {"name": "Lesedi Ridge", "officer": "her own"}
    assert [each.role for each in partners.known(book)] == ["coordinator"]


@pytest.mark.parametrize(
    ("giver", "taker", "aloud"),
    [("coordinator", "supervisor", False), ("coordinator", "coordinator", True), ("supervisor", "supervisor", True)],
)
def test_nothing_is_taken_over_from_a_stranger_a_peer_or_by_another_coordinator(
    begin: Callable[..., Book], giver: str, taker: str, aloud: bool
):
    other, book = begin(giver, **ANSWERS), begin(taker, **(ANSWERS if taker == "coordinator" else {}))
    before = site(book)

    assert met(book, other, aloud=aloud) == 0
    assert site(book) == before


def test_a_card_without_answers_is_what_it_always_was(begin: Callable[..., Book]):
    card = trust.my_card(begin("supervisor"), "Somebody")

    assert b"organisation" not in card
    assert trust.read_card(card)[0].organisation == ""


def test_the_longest_answers_still_fit_on_a_card(begin: Callable[..., Book]):
    wide = {"organisation": "é" * 200, "officer": "é" * 200, "purposes": "💧" * 1000}
    card = trust.my_card(begin("coordinator", **wide), "Somebody")

    assert trust.read_card(card)[0].purposes == wide["purposes"]


@pytest.mark.parametrize("empty", [{"name": " "}, {"team": " "}, {"site": " "}])
def test_a_book_of_nobody_is_not_begun_and_leaves_nothing_behind(home: Path, empty: dict[str, str]):
    with pytest.raises(NotFilledIn):
        opening.new_book(home / "begun", PASSPHRASE, role=Role.SUPERVISOR, **(BEGUN | empty))
    assert not list((home / "begun").glob("*"))
