"""What leaves is said in plain words before it does, and of every kind what of it stays."""

from __future__ import annotations

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import own_team
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.store import partners
from caregiver_desk.store.book import Book
from caregiver_desk.sync import making
from caregiver_desk.sync.contents import Contents, in_a_line, of_a_kind, private
from caregiver_desk.sync.profiles import profile

COORDINATOR, OWN = profile("coordinator").audiences, profile("own-laptop").audiences


def for_her_coordinator(book: Book) -> Contents:
    (partner,) = partners.known(book)
    return making.look(book, partner)


def filled(book: Book) -> None:
    caregiver = ACTS["add_caregiver"](book, given_names="Sibongile", phone="082 555 0101").record
    home = ACTS["record_household"](book, team=own_team(book), code="HH-001", nickname="blue gate").record
    for day in ("2026-03-02", "2026-03-03"):
        ACTS["record_visit"](book, caregiver=caregiver, household=home, day=day, note="a long talk")
    ACTS["hold_check_in"](book, caregiver=caregiver, day="2026-03-04", words={"how_are_you": "tired"})


def test_it_says_how_much_of_what_goes_and_about_how_many_people(pair: tuple[Book, Book]):
    nomvula, _ = pair
    filled(nomvula)

    told = in_a_line(for_her_coordinator(nomvula))

    assert "2 visits without words, " in told
    assert "1 check-in without words" in told
    assert "1 household without words, names or places" in told
    assert told.endswith("about 2 people")  # the caregiver, and she herself
    assert not any(words in told for words in ("Sibongile", "blue gate", "tired"))


def test_looking_writes_nothing_and_says_what_making_says(pair: tuple[Book, Book]):
    nomvula, _ = pair
    filled(nomvula)
    (partner,) = partners.known(nomvula)

    seen = making.look(nomvula, partner)
    assert partners.last_sent(nomvula, partner) is None
    (made,) = making.make(nomvula, partner)

    assert seen == made.contents
    assert seen.lines == made.contents.lines > 0


def test_to_a_coordinator_nothing_goes_that_was_said_in_confidence(pair: tuple[Book, Book]):
    nomvula, _ = pair
    filled(nomvula)

    assert private(for_her_coordinator(nomvula)) == "Nothing that was said in confidence is in it."
    assert "in confidence too" in private(Contents((), 0, 1, OWN))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_whatever_a_kind_keeps_back_is_said(kind: Kind):
    stays = {each.audience for each in kind.fields.values()} - COORDINATOR

    told = of_a_kind(Contents(((kind.name, 2),), 0, 2, COORDINATOR), kind.name, 2)

    assert ("without" in told) == bool(stays)
    assert ("names or places" in told) == (Audience.CONTACT in stays)
    assert "without" not in of_a_kind(Contents(((kind.name, 2),), 0, 2, OWN), kind.name, 2)


def test_a_kind_of_a_newer_program_is_counted(pair: tuple[Book, Book]):
    assert pair
    assert of_a_kind(Contents((), 0, 1, COORDINATOR), "horoscope", 3) == "3 records of a newer program"
