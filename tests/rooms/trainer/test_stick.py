"""The stick of a rehearsal: what a laptop sees of it, and what the program says when it is pulled out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import Blocked, NoSuchFile, StickGone
from caregiver_desk.store import agreement, arrivals, checking, drive, partners, safely
from caregiver_desk.store.book import Book
from caregiver_desk.store.drive import Step
from caregiver_desk.sync import carriers, exchange, making
from caregiver_desk.sync import stick as sticks
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer.stick import OPENING, WRITING, Stick, Where

LEFT, RIGHT, TABLE, LOST = Where.LEFT, Where.RIGHT, Where.TABLE, Where.LOST


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Stick]:
    made = Stick(tmp_path / "sticks")
    yield made
    made.put_away()
    assert drive._listening == []


def carry(stick: Stick, sender: Book) -> Path:
    """Into the left laptop, a bundle onto it."""
    stick.put_in(LEFT)
    (partner,) = partners.known(sender)
    (made,) = making.make(sender, partner)
    return carriers.drop(stick.folder, made.bundle, made.sealed)


def names(stick: Stick) -> list[str]:
    return [each.name for each in stick.bundles()]


def test_it_is_seen_by_the_laptop_it_is_in_and_by_no_other(stick: Stick):
    assert stick.where == TABLE
    stick.put_in(LEFT)
    left = stick.folder
    safely.write(left / "a.caredesk", b"sealed")
    assert (stick.where, names(stick)) == (LEFT, ["a.caredesk"])
    stick.put_in(RIGHT)
    assert not left.exists()
    assert stick.where == RIGHT
    assert (names(stick), (stick.folder / "a.caredesk").read_bytes()) == (["a.caredesk"], b"sealed")
    right = stick.folder
    stick.pull_out()
    assert (stick.where, right.exists()) == (TABLE, False)


def test_a_lost_one_shows_nothing_and_has_all_that_was_on_it_when_it_is_found(stick: Stick):
    stick.put_in(LEFT)
    safely.write(stick.folder / "a.caredesk", b"sealed")
    left = stick.folder
    stick.lose()
    assert (stick.where, stick.bundles(), left.exists()) == (LOST, [], False)
    stick.put_in(RIGHT)
    assert names(stick) == ["a.caredesk"]


def test_what_was_on_one_that_stays_lost_is_gone_from_the_disk(stick: Stick, tmp_path: Path):
    stick.put_in(LEFT)
    safely.write(stick.folder / "a.caredesk", b"sealed")
    stick.lose()
    stick.take_another()
    assert (stick.where, stick.bundles()) == (TABLE, [])
    assert [each.name for each in tmp_path.rglob("*.caredesk")] == []


def test_one_that_is_handed_over_late_has_its_old_bundles_and_the_other_goes_into_the_pocket(stick: Stick):
    stick.put_in(LEFT)
    safely.write(stick.folder / "old.caredesk", b"sealed")
    stick.keep_back()
    assert (stick.kept_back, stick.where, names(stick)) == (True, TABLE, [])
    stick.put_in(RIGHT)
    safely.write(stick.folder / "new.caredesk", b"sealed")
    stick.keep_back()
    assert names(stick) == ["old.caredesk"]
    stick.keep_back()
    assert names(stick) == ["new.caredesk"]


def test_whoever_shows_it_hears_where_it_went(stick: Stick):
    went: list[Where] = []
    stick.moved = went.append
    stick.put_in(LEFT)
    stick.put_in(LEFT)
    stick.lose()
    stick.put_in(RIGHT)
    stick.keep_back()
    assert went == [LEFT, LOST, RIGHT, TABLE, TABLE]


def test_nothing_is_pulled_out_for_a_file_that_is_elsewhere(stick: Stick, tmp_path: Path):
    stick.put_in(LEFT)
    stick.comes_out_at = Step.BEGUN
    safely.write(tmp_path / "elsewhere", b"not on the stick")
    assert (stick.where, stick.comes_out_at) == (LEFT, Step.BEGUN)


@pytest.mark.parametrize("step", WRITING)
def test_pulled_out_while_a_bundle_is_written_it_says_so_and_the_next_bundle_brings_it_all(
    step: Step, stick: Stick, pair: tuple[Book, Book], opener: Opener
):
    nomvula, fhatuwani = pair
    ACTS["add_caregiver"](nomvula, given_names="Thandeka")
    stick.comes_out_at = step

    with pytest.raises(StickGone, match="Nothing in the book is lost: put it in again"):
        carry(stick, nomvula)

    assert (stick.where, stick.comes_out_at) == (TABLE, None)
    assert len(stick.bundles()) == (step is Step.NAMED)  # whole, or not at all
    bundle = carry(stick, nomvula)
    stick.put_in(RIGHT)
    looked = exchange.open_bundle(fhatuwani, stick.folder / bundle.name, opener)
    assert looked
    assert looked.received.summary()["new"] > 0
    assert checking.check(nomvula) == checking.check(fhatuwani) == []


@pytest.mark.parametrize("step", OPENING)
def test_pulled_out_while_a_bundle_is_opened_nothing_is_changed_and_it_opens_later(
    step: Step, stick: Stick, pair: tuple[Book, Book], opener: Opener
):
    nomvula, fhatuwani = pair
    ACTS["add_caregiver"](nomvula, given_names="Thandeka")
    bundle = carry(stick, nomvula)
    stick.put_in(RIGHT)
    before, stick.comes_out_at = list(agreement.state(fhatuwani)), step

    with pytest.raises(NoSuchFile, match="Look whether the stick is in"):
        exchange.open_bundle(fhatuwani, stick.folder / bundle.name, opener)

    assert (stick.where, list(agreement.state(fhatuwani))) == (TABLE, before)
    stick.put_in(RIGHT)
    assert exchange.open_bundle(fhatuwani, stick.folder / bundle.name, opener)
    assert len(arrivals.opened(fhatuwani)) == 1


@pytest.mark.parametrize("step", OPENING)
def test_pulled_out_while_many_are_taken_in_those_before_stay_and_the_rest_come_later(
    step: Step, stick: Stick, pair: tuple[Book, Book], opener: Opener
):
    nomvula, fhatuwani = pair
    for name in ("Thandeka", "Lindiwe"):
        ACTS["add_caregiver"](nomvula, given_names=name)
        carry(stick, nomvula)
    stick.put_in(RIGHT)
    files = stick.bundles()[::-1]
    came = sticks.take_in(fhatuwani, files, opener)
    assert next(came).refused is None
    stick.comes_out_at = step

    assert [type(each.refused) for each in came] == [NoSuchFile]

    stick.put_in(RIGHT)
    assert [each.refused for each in sticks.take_in(fhatuwani, files, opener)] == [None, None]
    assert len(arrivals.opened(fhatuwani)) == 2


def test_a_system_that_holds_a_folder_while_a_file_is_open_lets_go_at_the_next_step(
    stick: Stick, monkeypatch: pytest.MonkeyPatch
):
    """As Windows does: what is open cannot be moved away."""
    stick.put_in(LEFT)
    rename: Callable[[Path, Path], Path] = Path.rename
    tries: list[Path] = []

    def held(path: Path, to: Path) -> Path:
        tries.append(path)
        if len(tries) == 1:
            raise PermissionError
        return rename(path, to)

    monkeypatch.setattr(Path, "rename", held)
    stick.comes_out_at = Step.WRITTEN
    with pytest.raises(Blocked):
        safely.write(stick.folder / "a.caredesk", b"sealed")
    assert (len(tries), stick.where, stick.bundles()) == (2, TABLE, [])


def test_all_that_was_on_it_goes_with_the_rehearsal(tmp_path: Path):
    made = Stick(tmp_path / "sticks")
    made.put_in(LEFT)
    safely.write(made.folder / "a.caredesk", b"sealed")
    made.keep_back()
    made.put_away()
    assert list(tmp_path.rglob("*")) == []
