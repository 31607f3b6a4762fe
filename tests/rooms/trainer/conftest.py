"""The whole programme, told once, for all who only read it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from caregiver_desk import settings
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer import programme
from caregiver_desk.trainer.calendar import LAST, Calendar, standing_on
from caregiver_desk.trainer.sharing import Post
from caregiver_desk.trainer.story import Books, Telling

FRIDAY = date(2026, 9, 4)


def told(
    folder: Path, *, weeks: int = LAST, seed: int = programme.SEED, today: date = FRIDAY, week: int = LAST
) -> Books:
    """The three books as they stand on a day."""
    calendar = Calendar(today, weeks, week)
    folder.mkdir()
    with closing(Opener()) as opener, standing_on(calendar.day([1, 0])):
        books = programme.begin_books(folder)
        programme.tell(Telling(books, calendar, seed), Post(folder, opener))
    return books


@pytest.fixture(scope="session")
def calendar() -> Calendar:
    return Calendar(FRIDAY)


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Books]:
    place = tmp_path_factory.mktemp("programme")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(settings.HOME, str(place / "home"))
        whole = told(place / "books")
        yield whole
        whole.close()


@pytest.fixture
def tell(home: Path) -> Iterator[Callable[..., Books]]:
    """Tells the programme anew, in other words."""
    tellings: list[Books] = []

    def tell(**how: object) -> Books:
        tellings.append(told(home / f"telling-{len(tellings)}", **how))
        return tellings[-1]

    yield tell
    for each in tellings:
        each.close()
