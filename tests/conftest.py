"""The guards round every test: nothing is logged as wrong, no thread is left behind, and no screen is needed."""

from __future__ import annotations

import gc
import hashlib
import logging
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from datetime import timedelta
from functools import cache
from pathlib import Path
from traceback import format_stack
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from postgres import Server

    from caregiver_desk.records.people.people import Role
    from caregiver_desk.store.book import Book
    from caregiver_desk.store.slots import Keys
    from caregiver_desk.sync.exchange import Looked
    from caregiver_desk.sync.opener import Opener

pytest_plugins = ["turns"]
RAM, ROOM = Path("/dev/shm"), 4 << 30  # noqa: S108 - bytes; far more than the tests keep at any time
PATIENCE = 10  # seconds a thread has to end by itself; waited in full only by a test that fails

if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _is_roomy() -> bool:
    return os.access(RAM, os.W_OK) and shutil.disk_usage(RAM).free > ROOM and not os.statvfs(RAM).f_flag & os.ST_NOEXEC


if sys.platform == "linux" and _is_roomy():  # each save waits for the disk; what a disk keeps, `laws/faults` asks
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(RAM))

gc.set_threshold(50_000, 20, 100)  # there is much to look through: it took a third of the time of some laws

settings.register_profile(  # nothing is judged by its time: the machine may be busy
    "here", deadline=None, derandomize=False, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("here"), max_examples=15)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "here"))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What was collected stays to the end: who looks for circles would look through it for half a second each time."""
    gc.freeze()


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """As the program begins Qt."""
    from caregiver_desk.desk import theme

    return ["caregiver-desk", *theme.STYLE]


@pytest.fixture(autouse=True, scope="session")
def one_passphrase_is_stretched_once() -> Iterator[None]:
    """The same passphrase, salt and cost give the same key: worked out in earnest, and not again for every book.

    One salt is drawn for them all. That each slot has its own is asked of the function that draws it (`test_slots`).
    """
    from caregiver_desk.store import slots

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(slots, "_stretch", cache(slots._stretch))
        patched.setattr(slots, "_fresh_salt", cache(slots._fresh_salt))
        yield


@pytest.fixture(autouse=True, scope="session")
def words_seal_with_little_work() -> Iterator[None]:
    """Each list of coordinators opens and seals its root anew; the work that is shipped is done in `sync/test_seal`."""
    from caregiver_desk.sync import seal

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(seal, "_OUR_LOG_N", 10)
        yield


@pytest.fixture(autouse=True)
def nothing_is_logged_as_wrong(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test that expects a warning looks at it and calls `caplog.clear()`."""
    yield
    records = [record for when in ("setup", "call", "teardown") for record in caplog.get_records(when)]
    wrong = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    if wrong:
        pytest.fail(f"logged as wrong: {wrong}")


@pytest.fixture(autouse=True)
def the_clock_is_right_again() -> Iterator[None]:
    """Whatever a test did to the one clock of the program ends with it."""
    from caregiver_desk import clock

    yield
    clock.shift(timedelta(0))
    clock.trust()


@pytest.fixture(autouse=True)
def the_shipped_words_are_spoken_again() -> Iterator[None]:
    """What a site calls things is said by whoever shows its book, and ends with the test."""
    from caregiver_desk.practice import site_words

    yield
    site_words.speak(site_words.Spoken())


@pytest.fixture(autouse=True)
def no_thread_is_left_behind() -> Iterator[None]:
    before = threading.enumerate()
    yield
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        thread.join(PATIENCE)
    if left := [thread for thread in started if thread.is_alive()]:
        stand = sys._current_frames()
        where = "".join(f"{each}\n{''.join(format_stack(stand[each.ident]))}" for each in left if each.ident in stand)
        pytest.fail(f"still running after the test: {where or left}")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of its own for books and marks."""
    monkeypatch.setenv("CAREGIVER_DESK_HOME", str(tmp_path / "home"))
    return tmp_path


def only_its_first_page(book: Book) -> None:
    """How a book begins in which nothing was done yet."""


class Founded:
    """Books as they stand once their first page is written: made in earnest once, then copied with what marks them.

    Only for the same day of the same clock, and while keys are drawn as ever: whoever changes that has one made anew.
    """

    def __init__(self, place: Path) -> None:
        self._place = place
        self._kept: dict[tuple[object, ...], Keys] = {}

    def book(
        self,
        folder: Path,
        name: str,
        role: Role,
        number: int,
        *,
        site: str = "Lesedi Ridge",
        begin: Callable[[Book], object] = only_its_first_page,
    ) -> Book:
        """`begin` is what was done in it before anything else: once, for all who begin alike."""
        from caregiver_desk import clock
        from caregiver_desk.acts import opening
        from caregiver_desk.records.kinds import KINDS
        from caregiver_desk.settings import state_folder
        from caregiver_desk.store import book as books
        from caregiver_desk.store import slots, upkeep, vault

        def in_earnest() -> Book:
            made = opening.demo_book(folder, name=name, role=role, site=site, team="North")
            begin(made)
            return made

        if clock.in_doubt():
            return in_earnest()
        declared = tuple(map(id, KINDS.values()))  # a test may speak for a program that declares less
        when = (clock.today(), clock._shift, clock._correction)
        whose = (name, role, number, site, begin, when, slots.fresh_keys, declared)
        kept = self._place / hashlib.sha256(repr(whose).encode()).hexdigest()
        if whose not in self._kept:
            made = in_earnest()
            upkeep.note_check(made, clock.today())  # a desk that opens it has nothing to look through first
            shutil.copytree(folder, kept / "book")
            shutil.copytree(state_folder(), kept / "state")
            self._kept[whose] = made.vault.keys
            return made
        shutil.copytree(kept / "book", folder)
        shutil.copytree(kept / "state", state_folder(), dirs_exist_ok=True)
        return books.resume(vault.reopen(folder, self._kept[whose]))


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    return Founded(tmp_path_factory.mktemp("founded"))


@pytest.fixture
def make_book(home: Path, founded: Founded) -> Iterator[Callable[..., Book]]:
    """Real encrypted books of named people, closed when the test ends."""
    from caregiver_desk import acts
    from caregiver_desk.records.people.people import Role

    acts.load()
    made: list[Book] = []

    def make(
        name: str = "Nomvula Shezi", role: str = "supervisor", begin: Callable[[Book], object] = only_its_first_page
    ) -> Book:
        made.append(founded.book(home / f"book-{len(made)}", name, Role(role), len(made), begin=begin))
        return made[-1]

    yield make
    for book in made:
        book.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A real PostgreSQL server, for all tests of one process."""
    from postgres import serving

    with serving() as begun:
        yield begun


@pytest.fixture
def come_into_hub(home: Path, server: Server) -> Iterator[Callable[..., Book]]:
    """Coordinators who open one hub together, each with an installation of their own."""
    from caregiver_desk import acts
    from caregiver_desk.acts import opening
    from caregiver_desk.records.people.people import Role

    acts.load()
    address, made = server.database(), []

    def come(name: str = "Fhatuwani Netsianda", role: str = "coordinator") -> Book:
        place = home / f"hub-{len(made)}"
        given = {"organisation": "Lesedi", "officer": "Thabo Nkosi", "purposes": "To know how families are."}
        made.append(
            opening.demo_book(place, name=name, role=Role(role), site="Lesedi", team="Office", hub=address, **given)
        )
        return made[-1]

    yield come
    for each in made:
        each.close()


@pytest.fixture
def book(make_book: Callable[..., Book]) -> Book:
    """A supervisor's book with its first page written."""
    return make_book()


@pytest.fixture
def pair(make_book: Callable[..., Book]) -> tuple[Book, Book]:
    """A supervisor's book and her coordinator's, their words compared aloud."""
    nomvula, fhatuwani = make_book(), make_book("Fhatuwani Netsianda", "coordinator")
    introduce(nomvula, fhatuwani)
    introduce(fhatuwani, nomvula)
    return nomvula, fhatuwani


def introduce(book: Book, other: Book) -> None:
    """Let the owner of one book accept the card of another, the words read aloud."""
    from caregiver_desk.store import questions
    from caregiver_desk.sync import trust

    person = questions.get(other, "person", other.person)
    data = trust.my_card(other, f"{person['given_names']} {person['surname']}")
    trust.pair(book, data, heard=" ".join(trust.read_card(data)[1]))


@pytest.fixture
def introduced() -> Callable[[Book, Book], None]:
    """Let the owners of two books accept each other's cards."""

    def meet(one: Book, other: Book) -> None:
        introduce(one, other)
        introduce(other, one)

    return meet


@contextmanager
def _no_file_beyond(size: int) -> Iterator[None]:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def no_file_beyond() -> Callable[[int], AbstractContextManager[None]]:
    """While it holds, the operating system refuses to write any file beyond this many bytes."""
    return _no_file_beyond


@pytest.fixture(scope="session")
def opener() -> Iterator[Opener]:
    """The worker process in which bundles are opened. It keeps nothing, so one serves all, as at the desk."""
    from caregiver_desk.sync.opener import Opener

    worker = Opener()
    yield worker
    worker.close()


@pytest.fixture
def send(home: Path, opener: Opener) -> Callable[..., Looked | None]:
    """Make a bundle of all that the other has not acknowledged, and open it there."""
    from caregiver_desk.store import partners
    from caregiver_desk.sync import carriers, exchange, making

    stick = home / "stick"
    stick.mkdir()

    def carry(sender: Book, receiver: Book, *, keep: bool = True) -> Looked | None:
        partner = next(each for each in partners.known(sender) if each.key == receiver.key)
        (made,) = making.make(sender, partner)
        return exchange.open_bundle(receiver, carriers.drop(stick, made.bundle, made.sealed), opener, keep=keep)

    return carry


@pytest.fixture
def twin_of(home: Path) -> Iterator[Callable[[Book], Book]]:
    """The same book on a copied disk, with its mark: nothing tells it that it is a copy."""
    from caregiver_desk.store import book as books
    from caregiver_desk.store import vault

    with ExitStack() as closing:

        def copy(book: Book) -> Book:
            book.seal()
            shutil.copytree(book.vault.folder, home / "twin")
            twin = books.resume(vault.reopen(home / "twin", book.vault.keys))
            closing.callback(twin.vault.close)
            return twin

        yield copy


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What the journeys take in keys, as it was counted, and in time, as `story/reckoned.py` reckons it."""
    passed = terminalreporter.stats.get("passed", [])
    counted = {row[1]: row for each in passed for name, row in each.user_properties if name == "keys"}
    if counted:
        terminalreporter.write_sep("=", "keys it takes, and how many it may take; minutes likewise, reckoned")
    for journey, what, keys, most, seconds, allowed in sorted(counted.values(), key=_in_order):
        may = f"of {_minutes(allowed)}" if allowed else ""
        terminalreporter.write_line(f"{journey:4} {keys:3} of {most:3}  {_minutes(seconds)} {may:8}  {what}")


def _in_order(row: Sequence[Any]) -> tuple[int, float]:
    """By journey; what is of none comes last, and what is given no time after what is."""
    journey, *_, allowed = row
    return int(journey.removeprefix("J") or 99), -allowed


def _minutes(seconds: float) -> str:
    return "{}:{:02}".format(*divmod(round(seconds), 60))
