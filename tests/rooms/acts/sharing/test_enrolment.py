"""Who may write in a scope that she did not found."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import LockedOut, NoSuchPartner, NoSuchRecord, NotEnrolled, NotUnderstood, SeveralPartners
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.store import book as books
from caregiver_desk.store import checking, ledger, questions, sending, streams, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.runs import Run, Sent
from caregiver_desk.store.streams import Span
from caregiver_desk.store.taking import Arrival
from caregiver_desk.sync import making, trust
from caregiver_desk.sync.exchange import Looked

Send = Callable[..., Looked | None]


@pytest.fixture
def moved(pair: tuple[Book, Book], send: Send, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """Nomvula's book on a new machine, after she was let into her coordinator's team."""
    nomvula, fhatuwani = pair
    ACTS["record_household"](fhatuwani, team=own_team(fhatuwani), code="HH-1", level=1)
    scope = questions.get(fhatuwani, "team", own_team(fhatuwani)).scope
    ACTS["enrol"](fhatuwani, laptop=nomvula.laptop, scope=scope)
    send(fhatuwani, nomvula)
    nomvula.seal()
    shutil.copytree(nomvula.vault.folder, home / "moved")
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(home / "new machine"))
    book = books.resume(vault.reopen(home / "moved", nomvula.vault.keys))
    yield book
    book.close()


def household(book: Book) -> questions.Leaf:
    return next(leaf for leaf in questions.listing(book, "household") if leaf["code"] == "HH-1")


def test_who_moved_her_book_to_a_new_machine_writes_on_where_she_was_let_in(
    pair: tuple[Book, Book], moved: Book, send: Send
):
    nomvula, fhatuwani = pair
    assert moved.laptop != nomvula.laptop

    ACTS["change_household"](moved, id=household(moved).id, fields={"level": 3})
    send(moved, fhatuwani)

    assert household(fhatuwani)["level"] == 3


def test_who_moved_her_book_to_a_new_machine_is_sent_what_the_team_writes(
    pair: tuple[Book, Book], moved: Book, send: Send
):
    _, fhatuwani = pair
    send(moved, fhatuwani)
    ACTS["change_household"](fhatuwani, id=household(fhatuwani).id, fields={"level": 2})
    send(fhatuwani, moved)

    assert household(moved)["level"] == 2


def test_who_leaves_a_team_leaves_her_work_there_and_what_she_writes_later_is_set_aside(
    pair: tuple[Book, Book], moved: Book, send: Send
):
    _, fhatuwani = pair
    record, scope = household(moved).id, household(moved).scope
    ACTS["change_household"](moved, id=record, fields={"level": 2})
    send(moved, fhatuwani)
    ACTS["dismiss"](fhatuwani, laptop=moved.laptop, scope=scope)
    ACTS["change_household"](moved, id=record, fields={"level": 4})
    send(moved, fhatuwani)

    assert household(fhatuwani)["level"] == 2
    send(fhatuwani, moved)
    assert household(moved)["level"] == 2


def test_who_is_let_in_again_is_heard_with_all_that_she_wrote_meanwhile(
    pair: tuple[Book, Book], moved: Book, send: Send
):
    _, fhatuwani = pair
    record, scope = household(moved).id, household(moved).scope
    send(moved, fhatuwani)
    ACTS["dismiss"](fhatuwani, laptop=moved.laptop, scope=scope)
    ACTS["change_household"](moved, id=record, fields={"level": 4})
    send(moved, fhatuwani)
    ACTS["enrol"](fhatuwani, laptop=moved.laptop, scope=scope)

    assert household(fhatuwani)["level"] == 4


def test_a_second_dismissal_takes_nothing_of_what_the_first_let_stand(pair: tuple[Book, Book], moved: Book, send: Send):
    _, fhatuwani = pair
    record, scope = household(moved).id, household(moved).scope
    ACTS["change_household"](moved, id=record, fields={"level": 2})
    send(moved, fhatuwani)
    for act in ("dismiss", "enrol", "dismiss"):
        ACTS[act](fhatuwani, laptop=moved.laptop, scope=scope)

    assert household(fhatuwani)["level"] == 2


def test_who_left_or_was_never_let_in_is_not_let_in_by_being_dismissed(
    pair: tuple[Book, Book], moved: Book, send: Send
):
    _, fhatuwani = pair
    record, scope = household(moved).id, household(moved).scope
    send(moved, fhatuwani)
    ACTS["dismiss"](fhatuwani, laptop=moved.laptop, scope=scope)
    ACTS["change_household"](moved, id=record, fields={"level": 4})
    send(moved, fhatuwani)

    for place in (scope, fhatuwani.site):
        with pytest.raises(NotEnrolled):
            ACTS["dismiss"](fhatuwani, laptop=moved.laptop, scope=place)
    assert household(fhatuwani)["level"] == 1


def runs_of(book: Book, scope: str, *numbers: int) -> Iterator[Run]:
    """Lines that this laptop wrote openly in a scope, each alone, as they come where others were lost on the way."""
    with book.reading() as cursor:
        for s, stream, _ in sending.held(cursor):
            if (stream.laptop, stream.scope, stream.audience) == (book.laptop, scope, "open"):
                for number in numbers:
                    ahead, running = (streams.running_at(cursor, s, n) for n in (number - 1, number))
                    stretch = sending.Stretch(s, stream, number, ahead, Span(number, number, ahead, running), "")
                    ((body, _),) = sending.bodies(cursor, stretch)
                    sent = [Sent(body, journal.digest(body or b""))]
                    yield Run(stream, book.key, stretch.span, "signed", sent)


def test_a_dismissal_lets_count_what_is_known_whatever_is_lost_on_the_way(pair: tuple[Book, Book], moved: Book):
    _, fhatuwani = pair
    record, scope = household(moved).id, household(moved).scope
    for level in (2, 3, 4):
        ACTS["change_household"](moved, id=record, fields={"level": level})
    ledger.receive(fhatuwani, Arrival("", "one", moved.laptop, 0), list(runs_of(moved, scope, 1, 3)))

    ACTS["dismiss"](fhatuwani, laptop=moved.laptop, scope=scope)
    assert household(fhatuwani)["level"] == 4
    assert household(fhatuwani).quarrels == ()

    ledger.receive(fhatuwani, Arrival("", "two", moved.laptop, 0), list(runs_of(moved, scope, 2)))
    assert household(fhatuwani)["level"] == 4
    assert household(fhatuwani).quarrels == ()


@pytest.mark.parametrize("act", ["dismiss", "lock_out"])
def test_nobody_takes_back_her_work_by_signing_another_first_line(
    pair: tuple[Book, Book], moved: Book, send: Send, act: str
):
    _, fhatuwani = pair
    record, scope = household(moved).id, household(moved).scope
    ACTS["change_household"](moved, id=record, fields={"level": 2})
    send(moved, fhatuwani)
    place = {"scope": scope} if act == "dismiss" else {}
    ACTS[act](fhatuwani, laptop=moved.laptop, **place)
    stream, body = Stream(moved.laptop, scope, Audience.OPEN), b'{"another":"first line"}'
    ahead, digest = journal.beginning(stream), journal.digest(body)
    forged = Run(stream, moved.key, Span(1, 1, ahead, journal.running(ahead, digest)), "signed", [Sent(body, digest)])

    received = ledger.receive(fhatuwani, Arrival("", "forged", moved.laptop, 0), [forged])

    assert received.forks == [stream]
    assert household(fhatuwani)["level"] == 2
    assert checking.check(fhatuwani) == []


def test_a_dismissal_is_of_her_key_and_nobody_is_let_in_of_whom_nobody_has_heard(
    pair: tuple[Book, Book], moved: Book, send: Send
):
    _, fhatuwani = pair
    scope = household(fhatuwani).scope
    send(moved, fhatuwani)

    ACTS["dismiss"](fhatuwani, laptop=moved.laptop, scope=scope)

    with fhatuwani.reading() as cursor:
        assert not fhatuwani.hearing(cursor).standing.may_write(pair[0].laptop, scope)
    with pytest.raises(NoSuchPartner):
        ACTS["enrol"](fhatuwani, laptop="nobody", scope=scope)


@pytest.mark.parametrize("named", ["Nomvula Shezi", "nomvula", "NOMVULA SHEZI"])
def test_whatever_takes_a_laptop_knows_a_partner_by_her_name(pair: tuple[Book, Book], named: str):
    nomvula, fhatuwani = pair
    scope = questions.get(fhatuwani, "team", own_team(fhatuwani)).scope

    said = [ACTS[act](fhatuwani, laptop=named).sentence for act in ("lock_out", "let_in")]
    said += [ACTS[act](fhatuwani, laptop=named, scope=scope).sentence for act in ("enrol", "dismiss")]

    assert [each.endswith(": Nomvula Shezi.") for each in said] == [True] * 4
    ACTS["lock_out"](fhatuwani, laptop=named)
    with pytest.raises(LockedOut):
        list(making.make(fhatuwani, trust.partner_named(fhatuwani, nomvula.laptop)))


def test_a_name_that_can_be_two_partners_or_none_locks_nobody_out(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Callable[[Book, Book], None]
):
    _, fhatuwani = pair
    introduced(make_book("Nomvula Dube"), fhatuwani)

    with pytest.raises(SeveralPartners, match=r"Nomvula Dube .*; Nomvula Shezi"):
        ACTS["lock_out"](fhatuwani, laptop="Nomvula")
    for named in ("", " ", "Mpho"):
        with pytest.raises(NoSuchPartner):
            ACTS["lock_out"](fhatuwani, laptop=named)


def test_nothing_is_handed_over_to_a_scope_that_nobody_here_knows(pair: tuple[Book, Book]):
    nomvula, fhatuwani = pair
    team = own_team(fhatuwani)

    for scope in ("x", nomvula.site):
        with pytest.raises(NotUnderstood, match="no such scope"):
            ACTS["hand_over"](fhatuwani, kind="team", id=team, scope=scope)
        with pytest.raises(NotUnderstood, match="no such scope"):
            ACTS["enrol"](fhatuwani, laptop=nomvula.laptop, scope=scope)
    with pytest.raises(NoSuchRecord):
        ACTS["hand_over"](fhatuwani, kind="team", id=own_team(nomvula), scope=fhatuwani.site)
