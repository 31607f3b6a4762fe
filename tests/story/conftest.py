"""People for the stories: real encrypted books in a folder that is thrown away, and windows on them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from acquainted import clear, introduce
from doorway import PASSPHRASE, Doorway
from driver import Desk, Programme
from pytestqt.qtbot import QtBot
from reach import Longer
from rehearsed import Learner, telling
from two_laptops import Hall

from caregiver_desk import acts, settings, wording
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.desk import theme
from caregiver_desk.desk.rehearsing import Rehearsing
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions, slots
from caregiver_desk.store.book import Book
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer.exercises.shelf import shipped
from caregiver_desk.trainer.rehearsal import Rehearsal

acts.load()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screen that needs no screen says that it has no window manager; that is no fault of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(settings.HOME, str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def books(tmp_path: Path, founded: Any) -> Iterator[Callable[[str, Role], Book]]:
    """Makes the book of somebody with a role."""
    made: list[Book] = []

    def make(name: str, role: Role, **how: Any) -> Book:
        folder = tmp_path / name.split(maxsplit=1)[0]
        made.append(founded.book(folder, name, role, len(made), site="Lesedi", **how))
        return made[-1]

    yield make
    for book in made:
        book.close()


def _one_caregiver_and_two_homes(book: Book) -> None:
    ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba")
    team = people.own_team(book)
    ACTS["record_household"](book, code="HH-031", team=team, nickname="Mudau")
    ACTS["record_household"](book, code="HH-017", team=team, nickname="blue gate")


@pytest.fixture
def programme(books: Callable[..., Book]) -> Programme:
    book = books("Nomvula Shezi", Role.SUPERVISOR, begin=_one_caregiver_and_two_homes)
    (caregiver,) = questions.listing(book, "person", {"given_names": "Sibongile"})
    (household,) = questions.listing(book, "household", {"code": "HH-031"})
    return Programme(book, caregiver.id, household.id)


@pytest.fixture
def cleared(programme: Programme) -> Programme:
    """The caregiver was asked about, and may be given homes."""
    clear(programme.book, programme.caregiver)
    return programme


@pytest.fixture
def open_window(qtbot: QtBot, qapp: object, opener: Opener) -> Iterator[Callable[[Book], Desk]]:
    """Opens a window on a book; it is closed when the story ends."""
    theme.wear(qapp)  # type: ignore[arg-type]
    opened: list[Desk] = []

    def open_on(book: Book) -> Desk:
        opened.append(Desk(qtbot, book, opener))
        return opened[-1]

    yield open_on
    for desk in opened:
        desk.close()


@pytest.fixture
def desk(programme: Programme, open_window: Callable[[Book], Desk]) -> Desk:
    """The supervisor at her desk."""
    return open_window(programme.book)


@pytest.fixture
def coordinator(programme: Programme, books: Callable[[str, Role], Book]) -> Book:
    """A coordinator's book, paired with the supervisor's."""
    book = books("Fhatuwani Mudau", Role.COORDINATOR)
    introduce(programme.book, book, "Fhatuwani Mudau")
    introduce(book, programme.book, "Nomvula Shezi")
    return book


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases are stretched as little as may be."""
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)


@pytest.fixture
def at_the_door(qtbot: QtBot, qapp: object, quick: None) -> Iterator[Callable[..., Doorway]]:  # noqa: ARG001
    """Somebody stands at the door; it is closed when the story ends."""
    theme.wear(qapp)  # type: ignore[arg-type]
    opened: list[Doorway] = []

    def stand(
        books: Sequence[settings.Shelved] | None = None, chosen: Path | None = None, handed: Sequence[Path] = ()
    ) -> Doorway:
        opened.append(Doorway(qtbot, books, chosen, handed))
        return opened[-1]

    yield stand
    for doorway in opened:
        doorway.close()


@pytest.fixture
def shelve(quick: None) -> Callable[..., Path]:  # noqa: ARG001
    """Puts a closed book with a sign on this laptop's shelf."""

    def put(sign: str, name: str = "Nomvula Shezi") -> Path:
        folder = settings.books_folder() / f"shelf-{sign}"
        book, _ = opening.new_book(
            folder, PASSPHRASE, name=name, role=Role.SUPERVISOR, site="Lesedi", team="North", sign=sign
        )
        book.close()
        return folder

    return put


@pytest.fixture(scope="session")
def rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """The fictional programme, its visits and talks of two weeks, told once for all who rehearse."""
    with telling(tmp_path_factory.mktemp("rehearsal"), weeks=2) as told:
        yield told


@pytest.fixture
def learner(qtbot: QtBot, qapp: object, rehearsal: Rehearsal) -> Iterator[Learner]:
    """Somebody sits down at the programme as it was told."""
    theme.wear(qapp)  # type: ignore[arg-type]
    rehearsal.reset()
    somebody = Learner(qtbot, rehearsal)
    yield somebody
    somebody.get_up()
    rehearsal.get_up()


@pytest.fixture(scope="session")
def first_sticks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """The programme up to the first sticks, after which both laptops know everybody."""
    with telling(tmp_path_factory.mktemp("rehearsal"), weeks=1, week=8) as told:
        yield told


@pytest.fixture
def hall(
    qtbot: QtBot,
    qapp: object,
    first_sticks: Rehearsal,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Hall]:
    """Somebody sits down at two laptops with a stick between them."""
    monkeypatch.setenv(settings.HOME, str(first_sticks.place / "home"))
    theme.wear(qapp)  # type: ignore[arg-type]
    first_sticks.reset()
    made = Hall(qtbot, Rehearsing(first_sticks, shipped()))
    yield made
    made.two.close()
    made.two.deleteLater()
    first_sticks.get_up()


@pytest.fixture
def longer(monkeypatch: pytest.MonkeyPatch) -> Longer:
    """Everything is said in a language of longer words, however often the desk is dressed anew."""
    spoken = Longer()
    monkeypatch.setattr(wording, "_catalogue", spoken)
    monkeypatch.setattr(wording, "_of", lambda _tag: spoken)
    return spoken
