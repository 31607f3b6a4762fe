"""Whatever two laptops say of who is the same, in whatever order: once it has travelled both say the same."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing.sameness import perhaps_the_same
from caregiver_desk.acts.sharing.sameness import said as statement
from caregiver_desk.errors import Refused
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.sharing.sameness import Verdict, pair
from caregiver_desk.records.sharing.sameness import pair as two_of
from caregiver_desk.records.sharing.standing import Ground, Statement
from caregiver_desk.store import checking, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

Send = Callable[..., Any]
BOTH_READ = frozenset({Audience.OPEN, Audience.TEAM})
NAMES = ("Maria Baloi", "Marie Baloyi", "Mary Baloi", "Maria Baloyi")
DOING = ("same", "same", "not_same", "known_as", "year", "visit", "undo", "send")
WORLDS = 24


def said(book: Book) -> list[tuple[str, str, dict[str, Any], tuple[str, ...], tuple[str, ...]]]:
    told = questions.everything(book, BOTH_READ)
    return [(kind.name, each.id, dict(each.values), each.quarrels, each.findings) for kind, each in told]


def agree(pair: tuple[Book, Book], send: Send) -> None:
    for sender, receiver in (pair, pair[::-1], pair):
        send(sender, receiver)


def enter(book: Book, name: str) -> str:
    given, surname = name.split()
    return ACTS["add_caregiver"](book, team=own_team(book), given_names=given, surname=surname).record


class Story:
    def __init__(self, books: tuple[Book, Book], send: Send, *, enrolled: bool) -> None:
        self.books, self.send = books, send
        team = questions.get(books[1], "team", own_team(books[1])).scope
        for scope in (books[1].site, team) if enrolled else ():
            ACTS["enrol"](books[1], laptop=books[0].laptop, scope=scope)
        self.people = [enter(books[place % 2], name) for place, name in enumerate(NAMES)]
        self.house = ACTS["record_household"](books[0], team=own_team(books[0]), code="LR-014").record
        agree(books, send)

    def do(self, what: str, who: int, one: int, other: int) -> None:
        book, person = self.books[who], self.people[one]
        try:
            match what:
                case "same" | "not_same":
                    ACTS[what](book, one=person, other=self.people[other])
                case "known_as":
                    ACTS["change_person"](book, id=person, fields={"known_as": f"Mimi {one}{other}"})
                case "year":
                    ACTS["change_person"](book, id=person, fields={"birth_year": 1970 + other})
                case "visit":
                    ACTS["record_visit"](book, household=self.house, caregiver=person, day=f"2026-03-0{1 + other}")
                case "undo":
                    ACTS["undo"](book)
                case "send":
                    self.send(book, self.books[1 - who])
        except Refused:
            return


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("seed", range(WORLDS))
def test_books_that_have_heard_the_same_say_the_same(seed: int, pair: tuple[Book, Book], send: Send):
    """A third of them with a supervisor who may not write, and so does not read, where her coordinator writes."""
    dice, enrolled = random.Random(seed), seed % 3 > 0  # noqa: S311 - a world must come again from its seed
    story = Story(pair, send, enrolled=enrolled)
    for _ in range(16):
        story.do(dice.choice(DOING), dice.randrange(2), dice.randrange(4), dice.randrange(4))
    agree(pair, send)

    assert not enrolled or said(pair[0]) == said(pair[1])
    for book in pair:
        before = said(book)
        ledger.rebuild(book)
        assert said(book) == before


def test_two_who_say_different_things_are_told_and_nothing_is_joined_until_one_gives_way(
    pair: tuple[Book, Book], send: Send
):
    nomvula, fhatuwani = pair
    one, other = enter(nomvula, "Maria Baloi"), enter(nomvula, "Marie Baloyi")
    agree(pair, send)
    ACTS["same"](nomvula, one=one, other=other)
    ACTS["not_same"](fhatuwani, one=one, other=other)

    agree(pair, send)

    for book in pair:
        assert questions.get(book, "person", other).id == other
        assert [each.at_odds for each in perhaps_the_same(book, "person")] == [True]
    ACTS["same"](fhatuwani, one=one, other=other)
    agree(pair, send)
    assert [questions.get(book, "person", other).id for book in pair] == [one, one]


def test_a_chain_joins_nobody_of_whom_two_say_different_things(pair: tuple[Book, Book], send: Send):
    """Nomvula takes both for a third; of the two themselves one says that they are the same, one not."""
    nomvula, fhatuwani = pair
    one, other, third = (enter(nomvula, name) for name in NAMES[:3])
    agree(pair, send)
    ACTS["same"](nomvula, one=one, other=other)
    ACTS["same"](nomvula, one=one, other=third)
    ACTS["not_same"](fhatuwani, one=one, other=other)
    ACTS["same"](fhatuwani, one=other, other=third)

    agree(pair, send)

    for book in pair:
        assert [questions.get(book, "person", each).id for each in (one, other, third)] == [one, other, third]
        assert all(each.at_odds for each in perhaps_the_same(book, "person"))


def test_two_who_moved_as_one_have_each_their_own_name_when_they_are_parted(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    one, other = enter(nomvula, "Maria Baloi"), enter(nomvula, "Marie Baloyi")
    agree(pair, send)
    ACTS["same"](fhatuwani, one=one, other=other)
    ACTS["hand_over"](fhatuwani, kind="person", id=one, scope=fhatuwani.site)

    ACTS["not_same"](fhatuwani, one=one, other=other)

    named = [questions.get(fhatuwani, "person", each) for each in (one, other)]
    assert [(each.id, each["given_names"], each["surname"], each.quarrels) for each in named] == [
        (one, "Maria", "Baloi", ()),
        (other, "Marie", "Baloyi", ()),
    ]
    assert {each.scope for each in named} == {fhatuwani.site}


def test_who_may_not_write_of_both_joins_nothing(pair: tuple[Book, Book], send: Send):
    """What a supervisor says of records of another site is kept, and counts once she may write there."""
    nomvula, fhatuwani = pair
    mine, hers = enter(nomvula, "Maria Baloi"), enter(fhatuwani, "Marie Baloyi")
    agree(pair, send)
    statement = ledger.Change("sameness", f"sameness/{min(mine, hers)}", "", {f"same/{max(mine, hers)}": True})

    ledger.append(nomvula, "forged", [statement])
    agree(pair, send)

    assert questions.get(fhatuwani, "person", mine).id == mine
    with fhatuwani.reading() as cursor:
        assert pair_verdict(fhatuwani.hearing(cursor).joined.verdicts, mine, hers) is None
    ACTS["enrol"](fhatuwani, laptop=nomvula.laptop, scope=fhatuwani.site)
    agree(pair, send)
    assert {questions.get(book, "person", mine).id for book in pair} == {min(mine, hers)}


def pair_verdict(verdicts: Any, one: str, other: str) -> Verdict | None:
    found: Verdict | None = verdicts.get(pair(one, other))
    return found


def test_an_owner_who_was_entered_twice_still_finds_what_is_hers(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    agree(pair, send)
    again = ACTS["record_person"](fhatuwani, given_names="Nomvula", surname="Shezi").record
    ACTS["same"](fhatuwani, one=nomvula.person, other=again)
    caregiver = enter(nomvula, "Maria Baloi")
    agree(pair, send)

    links = questions.listing(nomvula, "supervision", {"supervisor": nomvula.person})
    assert [each["caregiver"] for each in links] == [caregiver]
    ACTS["hold_check_in"](nomvula, caregiver=caregiver, day="2026-03-02")
    agree(pair, send)
    assert questions.names_of(fhatuwani, [again]) == {again: "Nomvula Shezi"}


@pytest.mark.parametrize("edited", ["one", "other"])
def test_rows_are_what_the_journal_says_when_one_of_two_that_were_withdrawn_as_one_is_erased(
    edited: str, pair: tuple[Book, Book], send: Callable[..., object]
):
    nomvula, fhatuwani = pair
    one, other = sorted(
        ACTS["record_household"](nomvula, team=own_team(nomvula), code=f"HH-0{number}", nickname="gate").record
        for number in (1, 2)
    )
    ACTS["same"](nomvula, one=one, other=other)
    ACTS["withdraw_household"](nomvula, id=one)
    ledger.append(nomvula, "parted", [statement(*two_of(one, other), Verdict.NOT_SAME)])
    scope = questions.get(nomvula, "team", own_team(nomvula)).scope
    target, gone = (one, other) if edited == "one" else (other, one)
    ledger.append(nomvula, "changed", [Change("household", target, scope, {"nickname": "newer"})])
    send(nomvula, fhatuwani)
    erased = {"ground": Ground.MISTAKE}
    ledger.append(fhatuwani, "erase", [Change(Statement.ERASURE, Statement.ERASURE.about(gone), "", erased)])

    send(fhatuwani, nomvula)

    assert checking.check(nomvula) == checking.check(fhatuwani) == []
