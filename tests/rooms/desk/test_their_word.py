"""A caregiver's word against what is written of a visit or a home stands with it wherever that is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk.answers.people.her_record import her_record, on_paper
from caregiver_desk.desk.answers.telling import tell
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.people import pack as packs
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book

acts.load()
WORDS = "They had asked me to come another day."
NOTE = "the grandmother is ill"


@pytest.fixture
def her(book: Book) -> str:
    """A caregiver with a home on her list and a visit of late."""
    person = ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record
    told = {"sort": "police clearance", "submitted": clock.today(), "result": "cleared"}
    ACTS["record_vetting"](book, person=person, **told)
    home = ACTS["record_household"](book, team=own_team(book), code="HH-031", nickname="blue gate").record
    ACTS["assign_household"](book, household=home, caregiver=person, since=clock.today())
    day = clock.today() - timedelta(3)
    ACTS["record_visit"](book, caregiver=person, household=home, day=day, outcome="refused", note=NOTE)
    return person


@pytest.mark.parametrize("kind", ["visit", "assignment"])
def test_it_stands_in_the_timeline_the_history_the_record_turned_round_and_what_she_takes_home(
    book: Book, her: str, kind: str
):
    (entry,) = questions.listing(book, kind, {"caregiver": her})

    def turned() -> str:
        return as_text(on_paper(("Your record", ""), her_record(book, her)))

    assert WORDS not in turned()
    ACTS["see_otherwise"](book, id=entry.id, sees_otherwise=WORDS)

    told = tell(questions.get(book, kind, entry.id), {})
    said = [value for each in histories.history(book, kind, entry.id) for value in each.fields.values()]
    pack = " ".join(as_text(packs.as_document(packs.pack(book, her))).split())
    assert told.detail.startswith(f"They see it otherwise: {WORDS}")
    assert WORDS in said
    assert WORDS in turned()
    assert "HH-031" in turned()
    assert WORDS in pack
    for paper in (turned(), pack):
        assert NOTE not in paper
        assert "blue gate" not in paper


def test_it_is_kept_for_good_also_of_an_old_visit_and_where_the_family_agreed_to_the_least(book: Book, her: str):
    (visit,) = questions.listing(book, "visit")
    ACTS["record_consent"](book, household=visit["household"], day=visit["day"], answer="refused")
    ACTS["see_otherwise"](book, id=visit.id, sees_otherwise=WORDS)
    assert WORDS in str(her_record(book, her))

    clock.shift(timedelta(90))

    assert WORDS in str(her_record(book, her))


def test_a_visit_of_long_ago_to_which_nothing_was_said_is_not_shown(book: Book, her: str):
    clock.shift(timedelta(90))

    assert not any(each.title.startswith("Visit") for each in her_record(book, her))


def test_no_empty_word_is_kept_and_none_to_what_has_no_place_for_it(book: Book, her: str):
    (visit,) = questions.listing(book, "visit")
    with pytest.raises(NotFilledIn):
        ACTS["see_otherwise"](book, id=visit.id, sees_otherwise=" ")
    with pytest.raises(NotUnderstood, match="no place for it"):
        ACTS["see_otherwise"](book, id=her, sees_otherwise=WORDS)


def test_it_reaches_no_coordinator(pair: tuple[Book, Book], send: Callable[[Book, Book], object]):
    nomvula, fhatuwani = pair
    person = ACTS["add_caregiver"](nomvula, given_names="Sibongile").record
    home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-031").record
    visit = ACTS["record_visit"](nomvula, caregiver=person, household=home, day=clock.today()).record
    ACTS["see_otherwise"](nomvula, id=visit, sees_otherwise=WORDS)

    send(nomvula, fhatuwani)

    there = questions.get(fhatuwani, "visit", visit)  # the visit itself does
    assert there["sees_otherwise"] is None
