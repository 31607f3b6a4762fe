"""A cable that is pulled after any byte leaves nothing half kept and loses nothing: the next exchange brings all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from nearby import Ended, partner_of, receipts, swapped

from caregiver_desk import acts
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import CableBroke, NobodyCame, NobodyThere, NotRecognised, Problem, Stopped
from caregiver_desk.store import agreement, arrivals, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import exchange, limits, making, room
from caregiver_desk.sync.opener import Opener

acts.load()
Pair = tuple[Book, Book]
HOMES = 30
CUTS = 60  # places at which the cable is pulled, besides those that matter most
A_STEP = 2_000  # bytes by which the same bundle is longer another time, for it is padded
GREETING = (0, 1, 2, 32, 33, 34, 64, 65, 66, 69, 70, 400)  # a version, a point, a point, a length, a sealed signature
ENDS = (CableBroke, NobodyCame, NobodyThere, NotRecognised, Stopped)


@pytest.fixture
def busy(pair: Pair, send: Callable[..., object]) -> Pair:
    """Both have something that the other lacks, in more than one frame."""
    nomvula, fhatuwani = pair
    for number in range(HOMES):
        ACTS["record_household"](nomvula, team=own_team(nomvula), code=f"HH-{number:03}")
    send(nomvula, fhatuwani)
    for leaf in questions.listing(fhatuwani, "household"):
        ACTS["change_household"](fhatuwani, id=leaf.id, fields={"level": 2})
    for number in range(HOMES):
        ACTS["record_household"](nomvula, team=own_team(nomvula), code=f"HH-1{number:02}")
    return pair


def said_by(book: Book) -> tuple[list[str], int]:
    """What a book says, and how often something was taken in; that bundles were made may be noted."""
    return list(agreement.state(book, agreement.EVERYONE)), len(arrivals.opened(book))


def complaints(ended: Ended, folder: Path, sent: list[bytes]) -> Iterator[str]:
    """What is wrong with how an exchange that was cut ended on one side: all came whole, or nothing did."""
    left = sorted(folder.glob("*"))
    if ended.problem is None:
        if [path.read_bytes() for path in ended.came] != sent:
            yield "something else came than was sent"
    elif not isinstance(ended.problem, ENDS):
        yield f"ended in {ended.problem!r}"
    elif left:
        yield f"{len(left)} files were left"


def cut(busy: Pair, place: Path, **how: Any) -> list[str]:
    """Everything that is wrong with both sides after one cut."""
    nomvula, fhatuwani = busy
    before = said_by(nomvula), said_by(fhatuwani)
    with swapped(nomvula, fhatuwani, place, **how) as (waited, went, _):
        sent = waited.sent, went.sent
    wrong = [*complaints(waited, place / "waits", sent[1]), *complaints(went, place / "goes", sent[0])]
    return wrong + ["a book was changed"] * (before != (said_by(nomvula), said_by(fhatuwani)))


def length(busy: Pair, place: Path) -> int:
    with swapped(*busy, place) as (_, _, relay):
        return relay.passed


def places(whole: int) -> list[int]:
    step = max(whole // CUTS, 1)
    return sorted({*GREETING, *range(0, whole, step), *range(whole - 60, whole, 2)})


def agree(busy: Pair, opener: Opener, place: Path) -> bool:
    """One exchange that nobody cuts, applied on both sides with receipts: whether both then have all."""
    nomvula, fhatuwani = busy
    with swapped(nomvula, fhatuwani, place) as (waited, went, _):
        for book, ended in ((nomvula, waited), (fhatuwani, went)):
            for path in ended.came:
                exchange.open_bundle(book, path, opener)
        told = receipts(nomvula, fhatuwani, (waited, went), place)
    room.hear(nomvula, told[0], partner_of(nomvula, fhatuwani), opener)
    room.hear(fhatuwani, told[1], partner_of(fhatuwani, nomvula), opener)
    owed = making.undelivered(nomvula, partner_of(nomvula, fhatuwani))
    return owed + making.undelivered(fhatuwani, partner_of(fhatuwani, nomvula)) == 0


def test_after_a_cut_at_any_byte_nothing_is_half_kept_and_the_next_exchange_brings_all(
    busy: Pair, opener: Opener, tmp_path: Path
):
    whole = length(busy, tmp_path / "whole")
    assert whole > 20_000

    wrong = {after: told for after in places(whole) if (told := cut(busy, tmp_path / str(after), after=after))}

    assert wrong == {}
    assert agree(busy, opener, tmp_path / "again")
    assert questions.count(busy[1], "household") == 2 * HOMES


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("share", [0.0, 0.001, 0.02, 0.3, 0.6, 0.95])
def test_a_cable_that_is_pulled_without_a_word_is_noticed_by_the_silence(
    share: float, busy: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    whole = length(busy, tmp_path / "whole")
    for name in ("ROOM_SILENT", "ROOM_KNOCK", "ROOM_WAIT"):
        monkeypatch.setattr(limits, name, 1)

    assert cut(busy, tmp_path / "cut", after=int(whole * share) + 1, silent=True) == []


def test_a_cut_while_receipts_cross_takes_nothing_back_and_the_next_exchange_tells_it(
    busy: Pair, opener: Opener, tmp_path: Path
):
    nomvula, fhatuwani = busy
    whole = length(busy, tmp_path / "whole")
    with swapped(nomvula, fhatuwani, tmp_path, after=whole + A_STEP) as (waited, went, _):
        for book, ended in ((nomvula, waited), (fhatuwani, went)):
            for path in ended.came:
                exchange.open_bundle(book, path, opener)
        told = receipts(nomvula, fhatuwani, (waited, went), tmp_path)

    assert any(isinstance(each, Problem) for each in told)
    assert questions.count(fhatuwani, "household") == 2 * HOMES
    assert making.undelivered(nomvula, partner_of(nomvula, fhatuwani)) > 0
    assert agree(busy, opener, tmp_path / "again")


def test_where_what_came_is_not_cleared_away_the_same_cuts_find_it(
    busy: Pair, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    whole = length(busy, tmp_path / "whole")
    monkeypatch.setattr(Path, "unlink", lambda _path, **_: None)

    found = [cut(busy, tmp_path / str(after), after=after) for after in range(whole // 4, whole, whole // 4)]

    assert any("files were left" in told for each in found for told in each)
