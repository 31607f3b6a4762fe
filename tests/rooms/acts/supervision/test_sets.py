"""A set of people with laptops of their own: what each brings is there for all, and no word takes another's place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.supervision.groups import belonging, open_of
from caregiver_desk.desk.answers.supervision.team import meeting, team_life
from caregiver_desk.errors import NotUnderstood, NoWritePath, OnlyWhoBegan
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.exchange import Looked

DAY = "2026-03-02"
Send = Callable[[Book, Book], Looked | None]
Books = tuple[Book, Book, str]


@pytest.fixture
def two(make_book: Callable[..., Book], introduced: Any, send: Send) -> Books:
    """Two supervisors, each with a laptop, in one set that the first began."""
    nomvula, mpho = make_book("Nomvula Dlamini"), make_book("Mpho Lekalakala")
    introduced(nomvula, mpho)
    circle = ACTS["begin_shared_set"](nomvula, team=own_team(nomvula), name="Thursday set", since=DAY).record
    ACTS["let_into_set"](nomvula, circle=circle, partner="Mpho Lekalakala")
    send(nomvula, mpho)
    return nomvula, mpho, circle


def bring(book: Book, circle: str, action: str, day: str = DAY, **given: Any) -> None:
    brought = {"presenter": book.person, "question": f"{action}?", "action": action}
    ACTS["hold_session"](book, circle=circle, day=day, brought=brought, **given)


def actions(book: Book, circle: str) -> list[tuple[str, str]]:
    return sorted((each["called"], each["action"]) for each in open_of(book, "learning_turn", circle))


BOTH = [("Mpho Lekalakala", "ask the clinic"), ("Nomvula Dlamini", "say no once")]


@pytest.mark.parametrize("first", [0, 1])
def test_what_two_bring_on_one_day_is_there_for_both_and_neither_takes_the_others(two: Books, send: Send, first: int):
    *books, circle = two
    one, other = books[first], books[1 - first]
    bring(books[0], circle, "say no once")
    bring(books[1], circle, "ask the clinic")

    for giver, taker in ((one, other), (other, one), (one, other)):
        send(giver, taker)

    for book in books:
        assert actions(book, circle) == BOTH
        assert not any(each.quarrels for each in questions.listing(book, "learning_turn"))


def test_what_becomes_of_an_action_is_said_by_who_took_it_away_and_read_by_the_other(two: Books, send: Send):
    nomvula, mpho, circle = two
    bring(mpho, circle, "ask the clinic")
    send(mpho, nomvula)
    (turn,) = open_of(nomvula, "learning_turn", circle)

    for act in (
        lambda: ACTS["hold_session"](nomvula, circle=circle, day=DAY, settled={turn.id: {"state": "done"}}),
        lambda: ACTS["change_learning_turn"](nomvula, id=turn.id, fields={"action": "nothing"}),
        lambda: ACTS["withdraw_learning_turn"](nomvula, id=turn.id),
    ):
        with pytest.raises(NotUnderstood, match="laptop in this set"):
            act()
    told = meeting(nomvula, circle)
    assert (told.said_elsewhere, told.took_away) == ((("Mpho Lekalakala", "ask the clinic"),), ())

    ACTS["change_learning_turn"](mpho, id=turn.id, fields={"state": "done"})
    send(mpho, nomvula)
    assert open_of(nomvula, "learning_turn", circle) == []


@pytest.fixture
def three(two: Books, make_book: Callable[..., Book], introduced: Any, send: Send) -> tuple[Book, Book, Book, str]:
    """The two, and a third who never met the second: what the third brought has come to both."""
    nomvula, mpho, circle = two
    zanele = make_book("Zanele Khumalo")
    introduced(nomvula, zanele)
    ACTS["let_into_set"](nomvula, circle=circle, partner="Zanele Khumalo")
    send(nomvula, zanele)
    bring(zanele, circle, "ask the clinic")
    send(zanele, nomvula)
    send(nomvula, mpho)
    return nomvula, mpho, zanele, circle


def test_of_a_member_whom_somebody_never_met_nothing_is_said_or_taken_out_by_them(three: tuple[Book, Book, Book, str]):
    nomvula, mpho, zanele, circle = three
    (turn,) = open_of(mpho, "learning_turn", circle)

    for book in (nomvula, mpho):
        told = meeting(book, circle)
        assert (told.said_elsewhere, told.took_away) == ((("Zanele Khumalo", "ask the clinic"),), ())
        for name, given in (
            ("hold_session", {"circle": circle, "day": DAY, "settled": {turn.id: {"state": "done"}}}),
            ("change_learning_turn", {"id": turn.id, "fields": {"action": "nothing"}}),
            ("change_learning_turn", {"id": turn.id, "fields": {"presenter": book.person}}),
            ("withdraw_learning_turn", {"id": turn.id}),
        ):
            with pytest.raises(NotUnderstood, match="laptop in this set"):
                ACTS[name](book, **given)
    assert [each.what for each in meeting(zanele, circle).took_away] == ["ask the clinic"]


def test_what_somebody_took_away_who_left_is_settled_by_who_goes_on(three: tuple[Book, Book, Book, str]):
    nomvula, _, _, circle = three
    ACTS["leave_set"](nomvula, circle=circle, partner="Zanele Khumalo")
    (turn,) = meeting(nomvula, circle).took_away

    ACTS["hold_session"](nomvula, circle=circle, day=DAY, settled={turn.id: {"state": "dropped"}})

    assert open_of(nomvula, "learning_turn", circle) == []


def test_only_who_began_it_says_who_belongs_to_it_and_whether_there_is_one(two: Books, send: Send):
    nomvula, mpho, circle = two
    (hers,) = questions.listing(mpho, "circle_member")

    for name, given in (
        ("set_members", {"circle": circle, "people": [mpho.person]}),
        ("change_circle_member", {"id": hers.id, "fields": {"until": "2026-03-03"}}),
        ("withdraw_circle_member", {"id": hers.id}),
        ("change_circle", {"id": circle, "fields": {"sort": "peer group"}}),
        ("withdraw_circle", {"id": circle}),
    ):
        with pytest.raises(OnlyWhoBegan):
            ACTS[name](mpho, **given)
    assert [each.names for book in (nomvula, mpho) for each in team_life(book).groups if each.id == circle] == [
        True,
        False,
    ]
    send(mpho, nomvula)
    assert nomvula.person in belonging(nomvula, questions.get(nomvula, "circle", circle))
    ACTS["change_circle"](nomvula, id=circle, fields={"name": "Friday set"})
    bring(nomvula, circle, "say no once")


def test_who_is_let_in_belongs_to_it_and_lets_in_nobody(two: Books):
    nomvula, mpho, circle = two

    assert mpho.person in belonging(mpho, questions.get(mpho, "circle", circle))
    with pytest.raises(OnlyWhoBegan):
        ACTS["let_into_set"](mpho, circle=circle, partner="Nomvula Dlamini")
    own = ACTS["record_circle"](nomvula, team=own_team(nomvula), name="Ours", sort="action learning set").record
    with pytest.raises(NotUnderstood, match="lives with its team"):
        ACTS["let_into_set"](nomvula, circle=own, partner="Mpho Lekalakala")


def test_a_word_of_it_goes_to_no_coordinator_and_to_no_other_supervisor(
    two: Books, make_book: Callable[..., Book], introduced: Any, send: Send
):
    nomvula, _, circle = two
    office, other = make_book("Fhatuwani Mudau", Role.COORDINATOR), make_book("Zanele Khumalo")
    for book in (office, other):
        introduced(book, nomvula)
    bring(nomvula, circle, "say no once")

    for book in (office, other):
        send(nomvula, book)
        assert questions.count(book, "learning_turn") == 0
    assert [each["name"] for each in questions.listing(office, "circle")] == [None]
    assert questions.count(other, "circle") == 0


def test_a_coordinator_lets_nobody_into_a_set(two: Books, make_book: Callable[..., Book], introduced: Any, send: Send):
    nomvula, _, circle = two
    office, other = make_book("Fhatuwani Mudau", Role.COORDINATOR), make_book("Zanele Khumalo")
    for one, another in ((office, nomvula), (office, other), (nomvula, other)):
        introduced(one, another)
    bring(nomvula, circle, "say no once")
    send(nomvula, office)
    scope = questions.get(office, "circle", circle).scope

    for name, given in (
        ("enrol", {"laptop": "Zanele Khumalo", "scope": scope}),
        ("set_members", {"circle": circle, "people": [office.person]}),
    ):
        with pytest.raises(OnlyWhoBegan):
            ACTS[name](office, **given)

    send(office, nomvula)
    send(nomvula, other)
    assert questions.count(other, "learning_turn") == 0


def test_who_leaves_receives_no_more_and_what_they_brought_stays(two: Books, send: Send):
    nomvula, mpho, circle = two
    bring(mpho, circle, "ask the clinic")
    send(mpho, nomvula)

    ACTS["leave_set"](nomvula, circle=circle, partner="Mpho Lekalakala")
    bring(nomvula, circle, "say no once", "2026-04-02")
    send(nomvula, mpho)

    assert actions(nomvula, circle) == BOTH
    assert [action for _, action in actions(mpho, circle)] == ["ask the clinic"]
    with pytest.raises(NoWritePath):
        bring(mpho, circle, "come back", "2026-04-03")


def test_where_bundles_of_three_meet_at_one_laptop_each_has_the_words_of_all(
    two: Books, make_book: Callable[..., Book], introduced: Any, send: Send
):
    nomvula, mpho, circle = two
    third = make_book("Zanele Khumalo")
    introduced(nomvula, third)
    ACTS["let_into_set"](nomvula, circle=circle, partner="Zanele Khumalo")
    send(nomvula, third)
    for book, words in ((nomvula, "one"), (mpho, "two"), (third, "three")):
        bring(book, circle, words)

    for giver in (third, mpho):
        send(giver, nomvula)
    for taker in (mpho, third):
        send(nomvula, taker)

    for book in (nomvula, mpho, third):
        assert sorted(action for _, action in actions(book, circle)) == ["one", "three", "two"]
