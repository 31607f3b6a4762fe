"""Several open one hub at once: nothing is lost, nothing is said twice, and whoever comes second is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import CannotWrite, HubAway, NoConflict
from caregiver_desk.records.sharing.standing import Statement
from caregiver_desk.store import access_heads, agreement, checking, ledger, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.hub import server
from caregiver_desk.store.ledger import Change
from caregiver_desk.sync import carriers, exchange, making, stick
from caregiver_desk.sync.mailboxes import post, setting
from caregiver_desk.sync.mailboxes.setting import Setting
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.stick import One

Come, Make, Meet = Callable[..., Book], Callable[..., Book], Callable[[Book, Book], None]
WRITERS, EACH = 4, 12


def team(book: Book) -> str:
    return questions.in_order(book, "team")[0].id


def said(book: Book) -> list[str]:
    return list(agreement.state(book, agreement.EVERYONE))


def test_what_several_write_at_once_is_all_there(come_into_hub: Come):
    books = [come_into_hub(f"Writer{number} Khoza") for number in range(WRITERS)]

    def write(number: int) -> None:
        for each in range(EACH):
            ACTS["record_household"](books[number], team=team(books[number]), code=f"HH-{number}{each:02}")

    with ThreadPoolExecutor(WRITERS) as hands:
        list(hands.map(write, range(WRITERS)))

    assert [questions.count(book, "household") for book in books] == [WRITERS * EACH] * WRITERS
    assert [checking.check(book) for book in books] == [[]] * WRITERS
    assert len({tuple(said(book)) for book in books}) == 1


def test_two_who_change_one_word_at_once_both_stand_or_one_saw_the_other(come_into_hub: Come):
    """Each read the home as it was when she wrote: so the later word replaces the earlier one, and none is lost."""
    one, other = come_into_hub(), come_into_hub("Zanele Khoza")
    home = ACTS["record_household"](one, team=team(one), code="HH-001").record

    def change(asked: tuple[Book, int]) -> None:
        ACTS["change_household"](asked[0], id=home, fields={"level": asked[1]})

    with ThreadPoolExecutor(2) as hands:
        list(hands.map(change, [(one, 2), (other, 3)]))

    levels = {questions.get(book, "household", home)["level"] for book in (one, other)}
    assert len(levels) == 1
    assert questions.disputed(one) == []


def test_bundles_of_many_supervisors_are_merged_by_several_at_once(
    come_into_hub: Come, make_book: Make, introduced: Meet, home: Path
):
    merging = [come_into_hub(f"Writer{number} Khoza") for number in range(2)]
    stick, came = home / "stick", []
    stick.mkdir()
    for number in range(4):
        hers, his = make_book(f"Super{number} Visor"), merging[number % 2]
        introduced(hers, his)
        for each in range(3):
            ACTS["record_household"](hers, team=own_team(hers), code=f"HH-{number}{each}")
        (partner,) = partners.known(hers)
        (made,) = making.make(hers, partner)
        came.append((his, carriers.drop(stick, made.bundle, made.sealed)))

    def take(asked: tuple[Book, Path]) -> None:
        with_own = Opener()
        try:
            exchange.open_bundle(*asked, with_own)
        finally:
            with_own.close()

    with ThreadPoolExecutor(2) as hands:
        list(hands.map(take, came))

    assert questions.count(merging[0], "household") == questions.count(merging[1], "household") == 12
    assert checking.check(merging[0]) == []
    assert said(merging[0]) == said(merging[1])


def test_a_log_that_goes_on_is_not_doubted_because_two_at_a_hub_were_told_other_ends_of_it(
    come_into_hub: Come, make_book: Make, introduced: Meet, home: Path, opener: Opener
):
    fhatuwani, zanele, nomvula = come_into_hub(), come_into_hub("Zanele Khoza"), make_book()
    for each in (fhatuwani, zanele):
        introduced(nomvula, each)

    def bundle_for(book: Book) -> Path:
        (made,) = making.make(nomvula, next(each for each in partners.known(nomvula) if each.key == book.key))
        return carriers.drop(home, made.bundle, made.sealed)

    first, hers, last = bundle_for(fhatuwani), bundle_for(zanele), bundle_for(fhatuwani)
    for book, path in ((zanele, hers), (fhatuwani, first), (fhatuwani, last)):
        exchange.open_bundle(book, path, opener)

    assert access_heads.broken(fhatuwani) == access_heads.broken(zanele) == {}


def test_nobody_decides_between_the_look_at_a_letter_and_its_opening(
    come_into_hub: Come,
    make_book: Make,
    introduced: Meet,
    home: Path,
    opener: Opener,
    monkeypatch: pytest.MonkeyPatch,
):
    one, other, nomvula = come_into_hub(), come_into_hub("Zanele Khoza"), make_book()
    introduced(nomvula, one)
    (home / "drive").mkdir()
    for book in (one, nomvula):
        setting.keep(book, Setting(str(home / "drive")))
    ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-001")
    post.go(nomvula, opener, careful=True)
    take_in, held = stick.take_in, []

    def opening(*asked: Any) -> Iterator[One]:
        with other.reading() as cursor:
            cursor.execute("SELECT mode FROM pg_locks WHERE granted AND relation = 'hub.deciding'::regclass")
            held.extend(cursor.fetchall())
        return take_in(*asked)

    monkeypatch.setattr(stick, "take_in", opening)
    assert len(post.go(one, opener, careful=True).opened) == 1
    assert held == [("ShareRowExclusiveLock",)]


def test_two_who_settle_one_conflict_at_once_settle_it_once_and_one_is_told(
    come_into_hub: Come, make_book: Make, introduced: Meet, send: Callable[..., object]
):
    one, other, nomvula = come_into_hub(), come_into_hub("Zanele Khoza"), make_book()
    introduced(nomvula, one)
    record = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-001").record
    send(nomvula, one)
    ACTS["change_household"](nomvula, id=record, fields={"level": 2})
    ACTS["change_household"](one, id=record, fields={"level": 4})
    send(nomvula, one)
    assert [leaf.quarrels for leaf in questions.disputed(other)] == [("level",)]

    def settle(asked: tuple[Book, int]) -> str:
        try:
            return ACTS["settle"](asked[0], kind="household", id=record, field="level", value=asked[1]).sentence
        except NoConflict as told:
            return str(told)

    with ThreadPoolExecutor(2) as hands:
        told = list(hands.map(settle, [(one, 2), (other, 4)]))

    assert sum(words.startswith("Settled") for words in told) == 1, told
    assert questions.disputed(one) == questions.disputed(other) == []
    winner = 2 if told[0].startswith("Settled") else 4
    assert questions.get(other, "household", record)["level"] == winner


def test_whoever_only_tries_sees_whom_another_believes_by_now(come_into_hub: Come):
    one, other = come_into_hub(), come_into_hub("Zanele Khoza")
    before, scope, key = believed(one), questions.in_order(other, "team")[0].scope, "a new laptop's key"
    enrolled = Statement.ENROLMENT.about(clock.mark(key, scope))
    ledger.append(other, "enrol", [Change(Statement.ENROLMENT, enrolled, "", {"may": True})], undoable=False)

    with one.trying():
        assert believed(one) == before + 1
    assert believed(one) == before + 1


def believed(book: Book) -> int:
    with book.reading() as cursor:
        return len(book.hearing(cursor).said)


def test_who_waits_too_long_is_told_that_the_hub_is_busy(come_into_hub: Come, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(server, "_QUEUE", 1)
    one, other = come_into_hub(), come_into_hub("Zanele Khoza")
    office = team(other)

    for held in (one.alone, one.writing):
        with held(), pytest.raises(CannotWrite, match="busy"):
            ACTS["record_household"](other, team=office, code="HH-001")
    ACTS["record_household"](other, team=office, code="HH-001")


def test_who_falls_asleep_in_a_turn_loses_it_and_is_told(come_into_hub: Come, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(server, "_SILENCE", 1)
    one, other = come_into_hub(), come_into_hub("Zanele Khoza")

    def sleep() -> None:
        with one.writing():
            ACTS["record_household"](other, team=team(other), code="HH-001")

    with pytest.raises(HubAway):
        sleep()

    assert questions.count(one, "household") == 1
    assert said(one) == said(other)


def test_who_falls_asleep_deciding_keeps_nobody_from_it(come_into_hub: Come, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(server, "_DECIDING", 1)
    one, other = come_into_hub(), come_into_hub("Zanele Khoza")

    with one.alone():
        ACTS["record_household"](other, team=team(other), code="HH-001")

    assert questions.count(one, "household") == 1
