"""What leaves is said in plain words before it does, and of every kind what of it stays."""

from __future__ import annotations

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
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
    names = {kind.fields[name].audience for name in kind.named}
    assert ("names or places" in told) == (Audience.CONTACT in stays and not (names and names <= COORDINATOR))
    assert ("with names" in told) == (Audience.CONTACT in stays and bool(names) and names <= COORDINATOR)
    assert "without" not in of_a_kind(Contents(((kind.name, 2),), 0, 2, OWN), kind.name, 2)


def test_a_kind_of_a_newer_program_is_counted(pair: tuple[Book, Book]):
    assert pair
    assert of_a_kind(Contents((), 0, 1, COORDINATOR), "horoscope", 3) == "3 records of a newer program"


def test_names_that_go_are_never_said_to_stay(pair: tuple[Book, Book]):
    nomvula, _ = pair
    filled(nomvula)

    assert "2 people with names, without phone numbers" in in_a_line(for_her_coordinator(nomvula))


def test_a_line_whose_kind_is_no_word_stops_no_bundle(pair: tuple[Book, Book]):
    nomvula, _ = pair
    (partner,) = partners.known(nomvula)
    with nomvula.writing() as cursor:
        cursor.execute("SELECT s, max(number) FROM line JOIN stream ON s = stream WHERE audience = 'team' GROUP BY s")
        stream, number = cursor.fetchone()
        for odd, body in enumerate(
            ('{"kind":null,"kind":"x","record":"r0","zz":1}', '{"kind":3,"record":"r0"}', "no json"), 1
        ):
            cursor.execute(
                "INSERT INTO line (stream, number, record, arrival, body) VALUES (?, ?, 'r0', 0, ?)",
                (stream, number + odd, body),
            )
        cursor.execute("UPDATE span SET high = high + 3 WHERE stream = ?", (stream,))

    assert "of a newer program" in in_a_line(making.look(nomvula, partner))


def test_what_was_said_in_confidence_and_taken_back_sends_no_word_of_it(pair: tuple[Book, Book]):
    nomvula, _ = pair
    caregiver = ACTS["add_caregiver"](nomvula, given_names="Sibongile").record
    before = for_her_coordinator(nomvula)

    told = ACTS["record_burden"](nomvula, caregiver=caregiver, codes=["P5"], severity=3)
    ACTS["undo"](nomvula, save=told.undo)

    kinds = dict(for_her_coordinator(nomvula).kinds)
    assert "stressor" not in kinds
    assert kinds.keys() <= {*dict(before.kinds), "supervision"}
