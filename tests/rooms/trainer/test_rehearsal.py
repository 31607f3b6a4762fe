"""A rehearsal: told once, thrown away as often as somebody likes, with a clock of its own."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import DiskFull, Stopped
from caregiver_desk.store import agreement, questions
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer import languages, names
from caregiver_desk.trainer.rehearsal import Rehearsal
from caregiver_desk.trainer.story import LAPTOPS

SECRET = "Nomathemba-who-is-real"


@pytest.fixture(scope="module")
def sitting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """Told once, up to its second week."""
    place = tmp_path_factory.mktemp("rehearsal")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREGIVER_DESK_HOME", str(place / "home"))
        with closing(Opener()) as opener, closing(Rehearsal(place / "sitting", opener, weeks=1)) as told:
            told.place.mkdir()
            told.tell(2)
            yield told


@pytest.fixture(autouse=True)
def same_home(sitting: Rehearsal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(sitting.place.parent / "home"))


def states(sitting: Rehearsal) -> list[list[str]]:
    return [list(agreement.state(sitting.laptop(name))) for name in LAPTOPS]


def test_reset_brings_every_book_back_as_it_was_told_and_the_same_laptop_to_the_same_partners(sitting: Rehearsal):
    before, laptops = states(sitting), [sitting.laptop(name).laptop for name in LAPTOPS]
    ACTS["add_caregiver"](sitting.laptop("north"), given_names=SECRET)
    assert states(sitting) != before

    sitting.reset()

    assert states(sitting) == before
    assert [sitting.laptop(name).laptop for name in LAPTOPS] == laptops
    assert [sitting.laptop(name).lost for name in LAPTOPS] == [0, 0, 0]


def test_what_somebody_typed_is_gone_from_the_disk_too(sitting: Rehearsal):
    ACTS["add_caregiver"](sitting.laptop("north"), given_names=SECRET)
    typed_in = sitting.laptop("north").vault.folder

    sitting.reset()

    assert not typed_in.exists()
    assert sitting.laptop("north").vault.folder != typed_in
    assert questions.find(sitting.laptop("north"), SECRET) == []


def test_days_go_by_for_this_program_and_come_back_with_reset(sitting: Rehearsal):
    today = clock.today()
    sitting.step(1)
    sitting.step(7)
    assert clock.today() == today + timedelta(8)
    assert not clock.in_doubt()
    sitting.reset()
    assert clock.today() == today


def test_what_is_made_after_days_went_by_and_came_back_was_made_today(sitting: Rehearsal):
    sitting.step(30)
    ACTS["add_caregiver"](sitting.laptop("north"), given_names=SECRET)
    sitting.reset()
    assert clock.made_on(clock.new_record(sitting.laptop("north").site)) == clock.today()


def test_a_telling_that_is_stopped_leaves_what_there_was_and_the_day_it_was(sitting: Rehearsal):
    before, today = states(sitting), clock.today()
    kept = {each.name for each in sitting.place.iterdir()}
    sitting.step(3)

    def stop(week: int, _weeks: int) -> None:
        if week == 2:
            raise Stopped

    try:
        with pytest.raises(Stopped):
            sitting.tell(3, stop)
        assert (sitting.week, states(sitting), clock.today()) == (2, before, today + timedelta(3))
        assert {each.name for each in sitting.place.iterdir()} == kept
    finally:
        sitting.reset()


def test_a_story_that_is_told_anew_ends_today_however_many_days_went_by(sitting: Rehearsal):
    today = clock.today()
    sitting.step(14)
    sitting.tell(2)
    assert clock.today() == today
    assert max(str(each["day"]) for each in questions.listing(sitting.laptop("north"), "visit")) <= today.isoformat()


def test_on_a_full_disk_reset_leaves_everything_as_it_is(sitting: Rehearsal, monkeypatch: pytest.MonkeyPatch):
    ACTS["add_caregiver"](sitting.laptop("north"), given_names=SECRET)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as broken:
        broken.setattr(shutil, "copytree", full)
        with pytest.raises(DiskFull):
            sitting.reset()

    assert questions.find(sitting.laptop("north"), SECRET)
    sitting.reset()


def test_when_it_is_over_no_mark_of_a_laptop_no_name_and_no_language_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(tmp_path / "home"))
    with closing(Opener()) as opener, closing(Rehearsal(tmp_path / "place", opener, weeks=1)) as told:
        told.place.mkdir()
        told.tell(1)
        told.rename()
        languages.hear("af")
        assert (names.worn(), languages.heard()) == (1, "af")
    assert (names.worn(), languages.heard()) == (0, "en")
    assert [each for each in (tmp_path / "home").rglob("*") if each.is_file()] == []


def test_every_book_of_a_rehearsal_is_fictional_and_lasts_no_longer_than_this_program(sitting: Rehearsal):
    assert all(sitting.laptop(name).fictional for name in LAPTOPS)
    assert not any(sitting.laptop(name).vault.lasts for name in LAPTOPS)
