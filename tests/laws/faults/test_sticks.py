"""A stick as it is: pulled out, half copied, read-only, in two hands at once, with names that every system takes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing

import pytest

from caregiver_desk.errors import Blocked
from caregiver_desk.settings import HOME
from caregiver_desk.store import agreement, arrivals, checking
from caregiver_desk.store.book import Book
from caregiver_desk.sync import carriers, exchange, making, stick
from caregiver_desk.sync.opener import Opener
from faults.crew import ROOT, Crew
from faults.cuts import Disk
from faults.place import HERS, OTHERS, PASSPHRASE, Place
from faults.recorded import events, recording
from faults.walk import Walk

FITS_FAT32 = re.compile(r"[\w~.-]{1,40}", re.ASCII)
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


@pytest.fixture
def place(crew: Crew, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    with crew.copy() as copy:
        monkeypatch.setenv(HOME, str(copy.home))
        yield copy


@pytest.fixture
def coordinator(place: Place) -> Iterator[Book]:
    with closing(place.opened(OTHERS)) as book:
        yield book


def told(book: Book) -> list[str]:
    return list(agreement.state(book))


# --- pulled out, half copied, read-only


def test_a_stick_that_is_pulled_half_way_leaves_what_came_and_brings_the_rest_later(
    place: Place, coordinator: Book, opener: Opener
):
    files, away = stick.bundles_in(place.stick).bundles, place.root / "away"

    def pulled(done: int, _of: int) -> None:
        if done == 1:
            place.stick.rename(away)

    came = list(stick.take_in(coordinator, files, opener, pulled))

    assert [each.refused.code if each.refused else "" for each in came] == ["", "no-such-file", "no-such-file"]
    assert len(arrivals.opened(coordinator)) == 1
    away.rename(place.stick)
    assert [each.refused for each in stick.take_in(coordinator, files, opener)] == [None] * 3
    assert len(arrivals.opened(coordinator)) == 3
    assert checking.check(coordinator) == []


def test_a_bundle_that_was_copied_in_part_changes_nothing_and_the_whole_one_comes(
    place: Place, coordinator: Book, opener: Opener
):
    whole, half, before = (place.stick / "2.caredesk").read_bytes(), place.root / "half.caredesk", told(coordinator)
    for size in {*range(0, len(whole), max(1, len(whole) // 12)), 1, len(whole) - 1}:
        half.write_bytes(whole[:size])
        with pytest.raises(Blocked):
            exchange.open_bundle(coordinator, half, opener)
        assert told(coordinator) == before
    half.write_bytes(whole)
    assert exchange.open_bundle(coordinator, half, opener)
    assert checking.check(coordinator) == []


@pytest.mark.parametrize("job", ["export", "back up elsewhere"])
def test_a_stick_that_can_only_be_read_is_told_in_a_sentence_and_nothing_is_left_on_it(crew: Crew, job: str):
    walk = Walk(crew, job)
    refused = walk.refusals("EROFS", near="/out/")
    for fault in refused:
        with crew.copy() as copy:
            assert crew.work(copy, job, fault).first("problem")["sentence"].startswith("Nothing can be written there")
            assert list(copy.out.iterdir()) == []
    assert refused


# --- in two hands at once


def at_once(place: Place, *commands: tuple[str, ...]) -> list[tuple[int, str]]:
    """Begin all of these in processes of their own, and see how each ends."""
    (place.root / "passphrase").write_text(f"{PASSPHRASE}\n")
    told = [sys.executable, "-m", "caregiver_desk", "--passphrase-file", "passphrase", "--book"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    begun = [
        subprocess.Popen(
            [*told, *words], cwd=place.root, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for words in commands
    ]
    said = [each.communicate() for each in begun]
    return [(each.returncode, out + error) for each, (out, error) in zip(begun, said, strict=True)]


def test_two_people_at_one_stick_do_not_disturb_each_other(place: Place):
    ended = at_once(
        place,
        (OTHERS, "open", "stick"),
        (HERS, "bundle", "--to", "Second", "--out", "stick"),
    )
    assert [status for status, _ in ended] == [0, 0], ended
    with closing(place.opened(OTHERS)) as book, closing(Opener()) as opener:
        taken = list(stick.take_in(book, stick.bundles_in(place.stick).bundles, opener))
        assert [each.refused for each in taken] == [None] * 4
        assert checking.check(book) == []


def test_one_book_that_is_opened_twice_at_once_is_opened_once(place: Place):
    ended = at_once(place, *[(OTHERS, "open", "stick")] * 3)
    assert {status for status, _ in ended} <= {0, 3}, ended
    assert all("open in another window" in said for status, said in ended if status)
    with closing(place.opened(OTHERS)) as book:
        assert len(arrivals.opened(book)) == 3
        assert checking.check(book) == []


# --- names


@pytest.mark.parametrize("job", ["export", "back up elsewhere"])
def test_every_name_that_is_ever_on_a_stick_fits_every_stick(crew: Crew, job: str):
    if not crew.holds:
        pytest.skip("no process may hold another here, so nobody sees the names that come and go")
    before, log = crew.folder / "before", crew.folder / "names"
    with crew.copy() as copy:
        crew.work(copy, job, **recording(), log=str(log), keep=str(before))
        done = [each.event for each in Disk(before, events(log, copy.root)).deeds]
    shutil.rmtree(before)
    paths = {path for each in done for path in (each.path, each.to) if path.startswith("out/")}
    names = {part for path in paths for part in path.split("/")[1:]}
    assert names
    assert [name for name in names if not FITS_FAT32.fullmatch(name) or DEVICES.fullmatch(name)] == []
    assert not [name for name in names if name.endswith(".")]


def test_no_two_bundles_have_names_that_a_stick_takes_for_one(place: Place):
    with closing(place.opened(HERS)) as book:
        made = [carriers.drop(place.out, each.bundle, each.sealed).name for _ in range(10) for each in _made(book)]
    assert len({name.casefold() for name in made}) == len(made) == 10
    assert all(FITS_FAT32.fullmatch(name) and not DEVICES.fullmatch(name) for name in made)


def _made(book: Book) -> list[making.Made]:
    from caregiver_desk.store import partners

    return making.make(book, partners.known(book)[0])
