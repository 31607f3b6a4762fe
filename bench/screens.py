"""What the desk asks most often, of an encrypted book and of the same book without a key."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from unittest.mock import patch

import sqlcipher3.dbapi2 as sqlcipher

from bench import district, shelf
from bench.figures import Figure, Scale
from bench.gauge import in_turns, middle_ratio, spending
from bench.shelf import BOOK, Stand
from caregiver_desk import clock
from caregiver_desk.acts import load
from caregiver_desk.acts.sharing import together
from caregiver_desk.desk.answers import choices, duties
from caregiver_desk.desk.answers.people import caregivers, known
from caregiver_desk.desk.answers.sharing import sharing
from caregiver_desk.desk.answers.supervision import to_bring
from caregiver_desk.desk.answers.visits import weeks
from caregiver_desk.desk.answers.wellbeing import support
from caregiver_desk.desk.frame import palette, status
from caregiver_desk.desk.pages import visits
from caregiver_desk.desk.parts.shelf import FEW
from caregiver_desk.desk.sheets import sheet
from caregiver_desk.store import book, cipher, histories, questions, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.vault import Vault

MOST = 1.3
Screens = Mapping[str, Callable[[Book], object]]


def figures(scale: Scale) -> Iterator[Figure]:
    load()
    stand = district.district(min(scale.listed))
    plain = _plain_copy(stand)
    with _open(stand.folder / BOOK, stand) as encrypted, _plain(), _open(plain, stand) as bare:
        asked = screens(encrypted)
        taken = in_turns(
            scale.times,
            {
                f"{kind} {name}": _asking(receiver, ask)
                for name, ask in asked.items()
                for kind, receiver in (("encrypted", encrypted), ("plain", bare))
            },
        )
    shutil.rmtree(plain)
    yield from _told(taken, list(asked), f"{len(asked)} screens, {min(scale.listed):,} visits")


def screens(receiver: Book) -> Screens:
    """What the pages ask, one after another."""
    person = district.person_of(receiver)
    (visit,) = questions.listing(receiver, "visit", limit=1)
    (home,) = questions.listing(receiver, "household", limit=1)
    key = (str(visit["day"]), visit.id)
    kinds = frozenset({"household", "person"})
    return {
        "Today": duties.day,
        "caregivers": caregivers.caregivers,
        "a caregiver": lambda asked: known.known_about(asked, person),
        "her timeline": lambda asked: questions.timeline(asked, person),
        "her visits": lambda asked: questions.listing(asked, "visit", {"caregiver": person}),
        "week sheet": lambda asked: weeks.week(asked, day=clock.today()),
        "visits": visits.visits,
        "more visits": lambda asked: visits.page_of(asked, key),
        "a visit": lambda asked: questions.get(asked, "visit", visit.id),
        "what changed in it": lambda asked: histories.history(asked, "visit", visit.id),
        "visits of a home": lambda asked: questions.listing(asked, "visit", {"household": home.id}),
        "homes": lambda asked: questions.listing(asked, "household"),
        "who can be chosen": lambda asked: choices.choices(asked, choices.HEARD),
        "what a form refers to": lambda asked: sheet.referred_options(asked, kinds),
        "agenda of a check-in": lambda asked: to_bring.agenda(asked, person),
        "support": lambda asked: support.support(asked, told=FEW),
        "sharing": sharing.shared,
        "how much waits there": sharing.needs_you,
        "status line": status.standing,
        "a name found": lambda asked: palette.found_records(asked, "ba"),
        "what does not go together": together.found,
    }


def _asking(receiver: Book, ask: Callable[[Book], object]) -> Callable[[], float]:
    def seconds() -> float:
        with spending() as spent:
            ask(receiver)
        return spent.cpu

    return seconds


def _told(taken: dict[str, list[float]], names: list[str], what: str) -> Iterator[Figure]:
    sums = {
        kind: [sum(round_) for round_ in zip(*(taken[f"{kind} {name}"] for name in names), strict=True)]
        for kind in ("encrypted", "plain")
    }
    ratios = {name: middle_ratio(taken[f"encrypted {name}"], taken[f"plain {name}"]) for name in names}
    worst = max(ratios, key=lambda name: ratios[name])
    note = f"{median(sums['encrypted']) * 1000:.0f} ms; most: {worst} {ratios[worst]:.2f}"
    yield Figure(what, middle_ratio(sums["encrypted"], sums["plain"]), "x plain", MOST, note=note)
    first = {kind: sum(taken[f"{kind} {name}"][0] for name in names) for kind in sums}
    yield Figure(f"{what}, asked for the first time", first["encrypted"] / first["plain"], "x plain")


@contextmanager
def _open(folder: Path, stand: Stand) -> Iterator[Book]:
    opened: Vault = vault.reopen(folder, stand.keys())
    with closing(opened):
        yield book.resume(opened)


def _plain_copy(stand: Stand) -> Path:
    folder = shelf.scratch() / os.urandom(4).hex()
    folder.mkdir()
    with closing(cipher.unlock(stand.folder / BOOK / vault.BOOK, stand.keys().store)) as keyed:
        (version,) = keyed.execute("PRAGMA user_version").fetchone()
        keyed.execute("ATTACH DATABASE ? AS plain KEY ''", (str(folder / vault.BOOK),))
        keyed.execute("SELECT sqlcipher_export('plain')")
        keyed.execute(f"PRAGMA plain.user_version = {version}")
    return folder


@contextmanager
def _plain() -> Iterator[None]:
    """From now on files are opened without a key: only here, and only to compare."""

    def unlocked(path: Path, _key: bytes, mode: str, *before: str) -> sqlcipher.Connection:
        uri = f"{path.absolute().as_uri()}?{mode}"
        connection = sqlcipher.connect(uri, uri=True, check_same_thread=False, isolation_level=None)
        for pragma in before:
            connection.execute(pragma)
        return connection

    with patch.object(cipher, "_unlocked", unlocked):
        yield
