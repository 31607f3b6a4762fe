"""The yearly appraisal; what of it may be known."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.growth.appraisal import wishes_said
from caregiver_desk.errors import InterestIsKnown, NothingToMakeKnown
from caregiver_desk.records.growth.appraisal import APPRAISAL, Interest, Readiness, Wish
from caregiver_desk.store import book as books
from caregiver_desk.store import questions, rising, vault
from caregiver_desk.store.book import Book

Send = Callable[..., object]
INTEREST = "supervising_interest"


def held(book: Book, caregiver: str, **words: Any) -> str:
    return ACTS["hold_appraisal"](book, caregiver=caregiver, day=clock.today(), **words).record


@pytest.fixture
def sibongile(pair: tuple[Book, Book]) -> str:
    return ACTS["add_caregiver"](pair[0], given_names="Sibongile").record


def known(book: Book) -> list[tuple[str, str]]:
    return [(str(each["interest"]), str(each["state"])) for each in questions.listing(book, INTEREST)]


def test_sys_27_interest_and_readiness_are_two_answers_and_each_pair_of_them_is_kept(book: Book, caregiver: str):
    for interest, readiness in ((Interest.NO, Readiness.NOW), (Interest.YES, Readiness.LATER), (Interest.NO, None)):
        told = {"interest": interest, "readiness": readiness} if readiness else {"interest": interest}
        kept = questions.get(book, "appraisal", held(book, caregiver, **told))
        assert (kept["interest"], kept["readiness"]) == (interest, readiness)
    assert "fine supervisor" in APPRAISAL.fields["best_placed"].shown.why


def test_sys_61_to_grow_as_practitioner_is_a_wish_like_any_other_and_is_told_as_one(book: Book, caregiver: str):
    for wish in Wish:
        held(book, caregiver, wish=wish)
    held(book, caregiver, wish="grow as practitioner, not manager")

    assert wishes_said(book) == {Wish.PRACTITIONER: 1}


def test_to_see_it_otherwise_is_an_end_and_a_change_is_kept_and_undone(book: Book, caregiver: str):
    made = held(book, caregiver, alike="they see it otherwise", their_words="I would stay in ward 9.")
    ACTS["change_appraisal"](book, id=made, fields={"alike": "both agree"})
    ACTS["undo"](book)
    assert questions.get(book, "appraisal", made)["alike"] == "they see it otherwise"
    ACTS["withdraw_appraisal"](book, id=made)
    assert questions.get(book, "appraisal", made).gone


def test_sys_27_others_hear_that_it_took_place_and_no_word_or_answer_of_it(
    pair: tuple[Book, Book], sibongile: str, send: Send
):
    held(pair[0], sibongile, interest="yes", readiness="not yet", wish="supervise", strengths="Listens")
    send(*pair)

    (there,) = questions.listing(pair[1], "appraisal")
    told = {name for name, value in there.values.items() if value}
    assert told == {"supervision", "caregiver", "day"}
    assert known(pair[1]) == []


def test_an_interest_is_known_only_with_their_yes_and_is_taken_back_in_the_same_way(
    pair: tuple[Book, Book], sibongile: str, send: Send
):
    hers, office = pair
    made = held(hers, sibongile, interest="perhaps later", readiness="not yet")
    release = ACTS["release_interest"](hers, id=made).undo
    assert known(hers) == []  # nothing is written before a bundle is made
    send(hers, office)
    assert known(office) == [("perhaps later", "stands")]
    assert "readiness" not in questions.listing(office, INTEREST)[0].values

    with pytest.raises(InterestIsKnown):
        ACTS["withdraw_appraisal"](hers, id=made)
    with pytest.raises(InterestIsKnown):
        ACTS["undo"](hers, save=release)
    ACTS["take_back_interest"](hers, id=made)
    send(hers, office)
    assert known(office) == [("perhaps later", "taken back")]
    ACTS["release_interest"](hers, id=made)
    send(hers, office)
    assert known(office) == [("perhaps later", "stands")]


def test_a_release_that_is_taken_back_before_the_bundle_leaves_no_trace_in_it(
    pair: tuple[Book, Book], sibongile: str, send: Send
):
    hers, office = pair
    made = held(hers, sibongile, interest="yes")
    ACTS["release_interest"](hers, id=made)
    ACTS["take_back_interest"](hers, id=made)
    send(hers, office)
    assert known(office) == []


@pytest.mark.parametrize("interest", ["no, thank you", "not asked", None])
def test_a_no_never_rises(pair: tuple[Book, Book], sibongile: str, send: Send, interest: str | None):
    hers, office = pair
    made = held(hers, sibongile, **({"interest": interest} if interest else {}))
    with pytest.raises(NothingToMakeKnown):
        ACTS["release_interest"](hers, id=made)
    ACTS["change_appraisal"](hers, id=made, fields={"released": True})
    send(hers, office)
    assert known(office) == []


def test_who_answers_otherwise_is_asked_again_and_what_is_known_is_taken_back(
    pair: tuple[Book, Book], sibongile: str, send: Send
):
    hers, office = pair
    made = held(hers, sibongile, interest="yes")
    ACTS["release_interest"](hers, id=made)
    send(hers, office)
    ACTS["change_appraisal"](hers, id=made, fields={"interest": "no, thank you"})
    assert not questions.get(hers, "appraisal", made)["released"]
    assert rising.interests_waiting(hers) == []
    send(hers, office)
    assert known(office) == [("yes", "taken back")]


def test_a_no_that_was_written_on_the_other_laptop_is_heard_although_the_yes_had_gone_up(
    pair: tuple[Book, Book], sibongile: str, send: Send, home: Path, introduced: Callable[[Book, Book], None]
):
    hers, office = pair
    introduced(hers, hers)
    made = held(hers, sibongile, interest="yes")
    ACTS["release_interest"](hers, id=made)
    hers.seal()
    shutil.copytree(hers.vault.folder, home / "other")
    send(hers, office)
    with closing(books.resume(vault.reopen(home / "other", hers.vault.keys))) as other:
        ACTS["change_appraisal"](other, id=made, fields={"interest": "no, thank you"})
        send(other, hers)
        assert known(hers) == [("yes", "stands")]
        send(hers, office)
    assert known(office) == [("yes", "taken back")]
