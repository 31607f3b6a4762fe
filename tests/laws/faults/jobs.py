"""What a person does, each as a job: it says what it was told is saved, step by step, as she would be told.

A job is a pair: what stands open before it begins, and the steps. A step is one thing that happens wholly or not at
all; its name is said when the program has said that it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts import intake, opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import replacing, sharing
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.store import backups, declared, ledger, partners, questions, schema, slots, upkeep, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR
from caregiver_desk.sync import carriers, making, stick, trust
from caregiver_desk.sync.opener import Opener
from faults.place import FRESH, HERS, NEW, OTHERS, PASSPHRASE, Place

PROBE = "CREATE TABLE probe (n INTEGER); INSERT INTO probe VALUES (1); ALTER TABLE draft ADD more;"
Steps = Callable[[Book, Place], Iterator[str]]


class Job(NamedTuple):
    """Whose book it is done in, its steps, whether that book is closed when it begins, and by which program."""

    whose: str
    steps: Steps
    closed: bool = False
    newer: bool = False

    @contextmanager
    def program(self) -> Iterator[None]:
        """The program that does it and looks afterwards: this one, or the one after it, whose tables have changed."""
        if not self.newer:
            yield
            return
        migrations, newest = schema.MIGRATIONS, declared.newest_version
        schema.MIGRATIONS = (*migrations, PROBE)
        declared.newest_version = lambda kind: newest(kind) + 1  # so that all rows are folded anew as well
        try:
            yield
        finally:
            schema.MIGRATIONS = migrations
            declared.newest_version = newest


def save(book: Book, _: Place) -> Iterator[str]:
    home = ACTS["record_household"](book, team=own_team(book), code="HH-new", nickname="n", safety="s").record
    yield "recorded"
    ACTS["change_household"](book, id=home, fields={"level": 2, "safety": "t"})
    yield "changed"
    ACTS["undo"](book)
    yield "undone"


def bring_in(book: Book, place: Place) -> Iterator[str]:
    intake.bring_in(book, intake.preview(book, "household", place.sheet))
    yield "brought in"


def take_in(book: Book, place: Place) -> Iterator[str]:
    with closing(Opener()) as opener:
        for one in stick.take_in(book, stick.bundles_in(place.stick).bundles, opener):
            if one.refused:
                raise one.refused
            yield one.path.name


def export(book: Book, place: Place) -> Iterator[str]:
    (made,) = making.make(book, partners.known(book)[0])
    yield f"exported {carriers.drop(place.out, made.bundle, made.sealed).name}"


def back_up(book: Book, _: Place) -> Iterator[str]:
    yield f"kept {upkeep.back_up(book, clock.today()).name}"


def back_up_elsewhere(book: Book, place: Place) -> Iterator[str]:
    yield f"copied {upkeep.back_up(book, clock.today(), to=place.out).name}"


def restore(_: Book, place: Place) -> Iterator[str]:
    folder = place.folder(HERS)
    opening.bring_back(folder, backups.newest(folder), PASSPHRASE).close()
    yield "brought back"


def change_passphrase(book: Book, _: Place) -> Iterator[str]:
    vault.set_passphrase(book.vault, NEW, FLOOR)
    yield "passphrase"


def change_sheet(book: Book, _: Place) -> Iterator[str]:
    vault.set_sheet(book.vault, slots.fresh_identity())
    yield "sheet"


def rekey(book: Book, _: Place) -> Iterator[str]:
    """The records, their key file and every backup get another key, and another passphrase with it."""
    replacing.change_key(book, PASSPHRASE, NEW, slots.fresh_identity(), cost=FLOOR)
    yield "passphrase"


def renew_keys(book: Book, _: Place) -> Iterator[str]:
    """What she does after a theft."""
    replacing.renew_keys(book, PASSPHRASE, slots.fresh_identity(), cost=FLOOR)
    yield "renewed"


def update(_: Book, place: Place) -> Iterator[str]:
    """What a newer program does at its first opening: tables change, and all rows are folded anew."""
    place.opened(HERS).close()
    yield "updated"


def reopen(_: Book, place: Place) -> Iterator[str]:
    place.opened(HERS).close()
    yield "opened"


def erase(book: Book, _: Place) -> Iterator[str]:
    sharing.erase(book, id=_household(book), ground=Ground.MISTAKE)
    yield "erased"


def _household(book: Book) -> str:
    return next(leaf.id for leaf in questions.listing(book, "household") if leaf["code"] == "HH-since")


def pair(book: Book, place: Place) -> Iterator[str]:
    card = trust.card_in(place.card)
    sharing.accept_card(book, card, heard=" ".join(trust.read_card(card)[1]))
    yield "paired"


def rebuild(book: Book, _: Place) -> Iterator[str]:
    ledger.rebuild(book)
    yield "rebuilt"


def begin(_: Book, place: Place) -> Iterator[str]:
    opening.new_book(place.folder(FRESH), NEW, name="N", role="supervisor", cost=FLOOR)[0].close()  # type: ignore[arg-type]
    yield "kept fresh"


JOBS = {
    "save": Job(HERS, save),
    "bring in": Job(HERS, bring_in),
    "take in": Job(OTHERS, take_in),
    "export": Job(HERS, export),
    "back up": Job(HERS, back_up),
    "back up elsewhere": Job(HERS, back_up_elsewhere),
    "restore": Job(HERS, restore, closed=True),
    "passphrase": Job(HERS, change_passphrase),
    "sheet": Job(HERS, change_sheet),
    "rekey": Job(HERS, rekey),
    "new keys": Job(HERS, renew_keys),
    "update": Job(HERS, update, closed=True, newer=True),
    "reopen": Job(HERS, reopen, closed=True),
    "erase": Job(OTHERS, erase),
    "pair": Job(HERS, pair),
    "rebuild": Job(HERS, rebuild),
    "begin": Job(HERS, begin),
}
