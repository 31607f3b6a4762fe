"""An organisation with two coordinators on its list, as it stood once it was founded."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from caregiver_desk.acts.sharing import organisation
from caregiver_desk.records.sharing.standing import Standing
from caregiver_desk.settings import state_folder
from caregiver_desk.store import book as books
from caregiver_desk.store import partners, questions, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import Keys
from caregiver_desk.sync import organisation as roots
from caregiver_desk.sync import trust
from caregiver_desk.sync.exchange import Looked

Send = Callable[..., Looked | None]
PASSPHRASE = "river candle basket"


def card(book: Book) -> bytes:
    person = questions.get(book, "person", book.person)
    return trust.my_card(book, f"{person['given_names']} {person['surname']}")


def words(data: bytes) -> str:
    return " ".join(trust.read_card(data)[1])


class Organisation:
    """Two coordinators on one list, and a supervisor who knows the first of them only."""

    def __init__(self, root: Path, nomvula: Book, first: Book, second: Book) -> None:
        self.root, self.nomvula, self.first, self.second = root, nomvula, first, second

    def found(self) -> None:
        organisation.begin_organisation(
            self.first, self.root, PASSPHRASE, name="Lesedi Ridge Care", card=card(self.first)
        )
        data = card(self.second)
        organisation.name_coordinator(self.first, self.root, PASSPHRASE, card=data, heard=words(data))

    def given_to(self, book: Book) -> None:
        """The list as a file, and the words of its root from the organisation's sheet."""
        told = organisation.newest_list(self.first)
        assert told
        organisation.accept_organisation(
            book, organisation.list_file(self.first), heard=" ".join(roots.root_words(told))
        )

    def end(self, name: str) -> None:
        organisation.end_coordinator(self.first, self.root, PASSPHRASE, name=name)


class Stood:
    """An organisation as it stood once it was founded: its secrets are stretched once, and each test has a copy."""

    def __init__(self, place: Path) -> None:
        self._place, self._keys = place, list[Keys]()

    def keep(self, care: Organisation) -> None:
        for number, book in enumerate((care.nomvula, care.first, care.second)):
            book.seal()
            shutil.copytree(book.vault.folder, self._place / f"stood-{number}")
            self._keys.append(book.vault.keys)
        shutil.copytree(state_folder(), self._place / "state")
        shutil.copy(care.root, self._place / "safe.root")

    def again(self, home: Path) -> Organisation | None:
        if not self._keys:
            return None
        shutil.copytree(self._place / "state", state_folder(), dirs_exist_ok=True)
        shutil.copy(self._place / "safe.root", home)
        return Organisation(home / "safe.root", *(self._book(home, *each) for each in enumerate(self._keys)))

    def _book(self, home: Path, number: int, keys: Keys) -> Book:
        shutil.copytree(self._place / f"stood-{number}", home / f"stood-{number}")
        return books.resume(vault.reopen(home / f"stood-{number}", keys))


def whom(book: Book) -> dict[str, tuple[str, str]]:
    return {each.name: (each.role, each.compared) for each in partners.known(book)}


def standing(book: Book) -> Standing:
    with book.reading() as cursor:
        return book.hearing(cursor).standing


def send_to_a_stranger(sender: Book, receiver: Book) -> None:
    """The sender opens a card that was handed to her; the receiver never saw hers."""
    data = card(receiver)
    trust.pair(sender, data, heard=words(data))
