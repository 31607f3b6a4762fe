"""SYS-57: an interest in another team, days of shadowing, and the move; and who hears of the wish before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from homes import asked, assigned

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.desk.answers.growth.shelves import Asked, growth
from caregiver_desk.errors import NothingAsked, NotUnderstood, NoWritePath, RoadClosed, TeamKnowsAlready
from caregiver_desk.store import checking, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.sync import trust

Send = Callable[..., Any]
TODAY = "2026-11-02"
SECRET = "the clinic draws them"


def meet(one: Book, other: Book) -> None:
    for book, partner in ((one, other), (other, one)):
        name = questions.names_of(partner, [partner.person])[partner.person]
        card = trust.my_card(partner, name)
        accept_card(book, card, heard=" ".join(trust.read_card(card)[1]))


@pytest.fixture
def office(pair: tuple[Book, Book], make_book: Callable[..., Book], send: Send) -> tuple[Book, Book, Book, str]:
    """Nomvula's team, Mpho's team, their coordinator; somebody of Mpho's with a home."""
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala")
    meet(mpho, fhatuwani)
    meet(mpho, nomvula)
    who = asked(mpho, "Sibongile")
    home = ACTS["record_household"](mpho, team=own_team(mpho), code="HH-001").record
    assigned(mpho, who, home)
    everybody(send, nomvula, mpho, fhatuwani)
    ACTS["open_road"](fhatuwani, road="transfers and shadowing")
    return nomvula, mpho, fhatuwani, who


def everybody(send: Send, *books: Book) -> None:
    for sender, receiver in 2 * [(one, other) for one in books for other in books if one is not other]:
        send(sender, receiver)


def wish(book: Book, who: str, team: str | None) -> str:
    return str(ACTS["record_move_interest"](book, person=who, to_team=team, words=SECRET, day=TODAY).record)


def lines_of(book: Book, *words: str) -> list[str]:
    """Every line of this book, whatever is shown of it, that holds one of these."""
    with book.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE body IS NOT NULL")
        return [str(body) for (body,) in cursor.fetchall() if any(each in str(body) for each in words)]


def test_sys_57_an_interest_never_reaches_the_present_supervisor_nor_anybody_else_by_itself(
    office: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, who = office
    wish(fhatuwani, who, own_team(nomvula))
    everybody(send, nomvula, mpho, fhatuwani)

    assert lines_of(fhatuwani, SECRET, "move_interest")
    for book in (mpho, nomvula):
        assert lines_of(book, SECRET, "move_interest", "known_move") == []
        assert questions.listing(book, "move_interest") == []


def test_sys_57_with_their_yes_the_present_team_hears_where_to_and_none_of_their_words(
    office: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, who = office
    made = wish(fhatuwani, who, own_team(nomvula))
    for by_hand in ({"told_team": True}, {"state": "accepted"}):
        with pytest.raises(NotUnderstood):
            ACTS["change_move_interest"](fhatuwani, id=made, fields=by_hand)
    ACTS["tell_their_team"](fhatuwani, person=who)
    everybody(send, nomvula, mpho, fhatuwani)

    (known,) = questions.listing(mpho, "known_move")
    assert (known["person"], known["to_team"]) == (who, own_team(nomvula))
    assert lines_of(mpho, SECRET, "move_interest") == []
    with pytest.raises(TeamKnowsAlready):
        ACTS["tell_their_team"](fhatuwani, person=who)


def test_sys_57_days_of_shadowing_are_kept_with_the_team_that_is_visited_and_not_in_the_present_one(
    office: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, who = office
    day = {"person": who, "host": nomvula.person, "day": TODAY}
    ACTS["record_shadow_day"](fhatuwani, team=own_team(nomvula), **day)
    everybody(send, nomvula, mpho, fhatuwani)

    (there,) = questions.listing(nomvula, "shadow_day")
    assert (there["person"], there["host"], there["day"]) == (who, nomvula.person, TODAY)
    assert lines_of(mpho, "shadow_day") == []
    with pytest.raises(NotUnderstood):
        ACTS["record_shadow_day"](fhatuwani, team=own_team(mpho), **day)


def test_sys_57_accepting_moves_the_person_and_their_homes_wait_to_be_placed(
    office: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, who = office
    made = wish(fhatuwani, who, own_team(nomvula))

    told = ACTS["accept_transfer"](fhatuwani, person=who, since=TODAY)
    everybody(send, nomvula, mpho, fhatuwani)

    assert "1 home needs somebody." in told.sentence
    assert questions.get(nomvula, "person", who)["given_names"] == "Sibongile"
    assert [each["ended"] for each in questions.listing(mpho, "assignment")] == ["handed over"]
    assert lines_of(mpho, SECRET, "move_interest") == []
    assert questions.get(fhatuwani, "move_interest", made)["state"] == "accepted"
    with pytest.raises(NothingAsked):
        ACTS["accept_transfer"](fhatuwani, person=who)


def as_it_stands(book: Book) -> list[object]:
    kinds = ("person", "engagement", "assignment", "supervision", "vetting", "move_interest")
    told = [each for kind in kinds for each in questions.listing(book, kind, limit=EVERY)]
    return sorted((each.kind, each.id, each.scope, sorted(map(str, each.values.items()))) for each in told)


def test_sys_57_accepting_is_one_save_and_one_undo_takes_all_of_it_back(
    office: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, who = office
    ACTS["hold_check_in"](mpho, caregiver=who, day=TODAY)
    everybody(send, nomvula, mpho, fhatuwani)
    wish(fhatuwani, who, own_team(nomvula))
    before, theirs = as_it_stands(fhatuwani), as_it_stands(mpho)

    saved = ACTS["accept_transfer"](fhatuwani, person=who, since=TODAY).undo
    after = as_it_stands(fhatuwani)
    assert after != before
    told = ACTS["undo"](fhatuwani, save=saved)

    assert told.sentence == "Undone: Accept a transfer – Sibongile. Whoever heard of it meanwhile keeps what came."
    assert as_it_stands(fhatuwani) == before
    again = ACTS["undo"](fhatuwani, save=told.undo)
    assert again.sentence.startswith("Done again: Accept a transfer")
    assert as_it_stands(fhatuwani) == after
    ACTS["undo"](fhatuwani, save=again.undo)
    assert as_it_stands(fhatuwani) == before
    assert checking.check(fhatuwani) == []
    everybody(send, nomvula, mpho, fhatuwani)
    assert as_it_stands(mpho) == theirs
    ACTS["change_person"](mpho, id=who, fields={"language": "Sepedi"})
    everybody(send, nomvula, mpho, fhatuwani)
    assert questions.get(fhatuwani, "person", who)["language"] == "Sepedi"
    assert questions.get(fhatuwani, "person", who).findings == ()
    assert ACTS["accept_transfer"](fhatuwani, person=who, since=TODAY).undo


def test_sys_57_what_the_other_team_wrote_meanwhile_goes_back_with_the_person(
    office: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, who = office
    wish(fhatuwani, who, own_team(nomvula))
    saved = ACTS["accept_transfer"](fhatuwani, person=who, since=TODAY).undo
    everybody(send, nomvula, mpho, fhatuwani)
    ACTS["change_person"](nomvula, id=who, fields={"language": "isiZulu"})
    everybody(send, nomvula, mpho, fhatuwani)

    ACTS["undo"](fhatuwani, save=saved)
    everybody(send, nomvula, mpho, fhatuwani)

    assert questions.get(mpho, "person", who)["language"] == "isiZulu"
    assert [each["until"] for each in questions.listing(mpho, "engagement", {"person": who})] == [None]
    with pytest.raises(NoWritePath):
        ACTS["change_person"](nomvula, id=who, fields={"language": "Xitsonga"})


def test_sys_57_a_wish_that_a_supervisor_noted_is_accepted_by_the_coordinator_and_answered_in_both_books(
    office: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, who = office
    everybody(send, nomvula, mpho, fhatuwani)
    ACTS["record_move_interest"](mpho, person=who, to_role="in town", words=SECRET, day=TODAY)
    everybody(send, nomvula, mpho, fhatuwani)
    with pytest.raises(NothingAsked):  # nothing of it went anywhere yet
        ACTS["accept_transfer"](fhatuwani, person=who)
    ACTS["tell_their_team"](mpho, person=who)
    everybody(send, nomvula, mpho, fhatuwani)
    assert growth(mpho, Asked("transfers", going=True)).shown.rows

    ACTS["accept_transfer"](fhatuwani, person=who, team=own_team(nomvula), since=TODAY)
    everybody(send, nomvula, mpho, fhatuwani)

    assert [each["until"] for each in questions.listing(nomvula, "engagement", {"person": who})] == [None]
    for book in (fhatuwani, mpho):
        assert [each["until"] for each in questions.listing(book, "known_move")] == [TODAY]
        assert growth(book, Asked("transfers", going=True)).shown.rows == ()
        with pytest.raises(NothingAsked):
            ACTS["tell_their_team"](book, person=who)
    assert lines_of(fhatuwani, SECRET, "move_interest") == []


def test_an_interest_says_where_to_and_stands_on_an_open_road_only(book: Book, caregiver: str):
    with pytest.raises(RoadClosed):
        wish(book, caregiver, own_team(book))
    ACTS["open_road"](book, road="transfers and shadowing")
    with pytest.raises(NotUnderstood):
        wish(book, caregiver, None)
