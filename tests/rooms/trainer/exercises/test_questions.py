"""What a question of an exercise is answered by, in a real book."""

from __future__ import annotations

import pytest

from caregiver_desk import clock
from caregiver_desk.acts import load
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import access, drafts
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.looks import looked
from caregiver_desk.trainer.exercises.asking import Laptops, things
from caregiver_desk.trainer.exercises.question import UnclearError, understood

load()
EITHER = "at least 2 new promises, what is bread, or things to bring, caregiver is Sibongile Ndaba"


@pytest.fixture
def her(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record


def answers(book: Book, words: str) -> int:
    return len(things(understood(words).matter, Laptops(book)))


def test_what_stands_after_or_answers_as_well_and_all_of_it_counts_together(book: Book, her: str):
    assert answers(book, EITHER) == 0
    ACTS["ask_to_bring"](book, caregiver=her, what="the stipend")
    assert not understood(EITHER).holds(things(understood(EITHER).matter, Laptops(book)), frozenset())

    promises = [{"owner": "supervisor", "what": "Bread", "due": clock.today()}]
    ACTS["hold_check_in"](book, caregiver=her, day=clock.today(), promises=promises)

    assert understood(EITHER).holds(things(understood(EITHER).matter, Laptops(book)), frozenset())


@pytest.mark.parametrize("words", ["a new visit, or vizit", "a visit, or promise, weather is good", "a visit, or "])
def test_a_second_half_that_is_not_understood_is_refused(words: str):
    with pytest.raises(UnclearError):
        understood(words)


def test_a_paper_of_somebody_is_not_that_of_another_and_either_is_a_paper(book: Book, her: str):
    other = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena").record
    access.note(book, What.PRINTED, other)
    assert answers(book, "a paper of Sibongile Ndaba printed or saved") == 0

    access.note(book, What.EXPORTED, her)

    assert answers(book, "a paper of Sibongile Ndaba printed or saved") == 1
    access.note(book, What.PRINTED)
    assert answers(book, "a paper printed or saved") == 3


def test_to_open_a_record_is_not_to_turn_it_round(book: Book, her: str):
    looked(book, What.OPENED, {her})

    assert answers(book, "a record of Sibongile Ndaba opened") == 1
    assert answers(book, "a record turned round to Sibongile Ndaba") == 0


def test_a_concern_that_was_only_begun_is_seen_until_it_is_left(book: Book):
    assert answers(book, "a begun concern") == 0
    drafts.keep(book, "concerns", {"danger": "not sure"})
    assert answers(book, "a begun concern") == 1

    drafts.forget(book, "concerns")

    assert answers(book, "a begun concern") == 0
