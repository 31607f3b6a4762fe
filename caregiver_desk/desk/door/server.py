"""Where the records of a coordinator's book stand: on this laptop, or on a server, in a book that several open.

A supervisor is never asked. Who comes to the server first founds the shared book; whoever comes later becomes one of
its site, so who answers for the records is asked only of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.asked import Secret, words
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.layout import Card, bring_in_sight, column, holding
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.settings import Shelved, is_hub
from caregiver_desk.wording import say

if TYPE_CHECKING:
    from caregiver_desk.desk.work import Lane


def at_home_there(books: Sequence[Shelved], address: str) -> str:
    """The signs of the books of this laptop that open the hub at this address."""
    from caregiver_desk.store import addresses

    return ", ".join(book.sign for book in books if book.sign and addresses.is_of(book.folder, address))


class ServerCard(Card):
    """One question; where it is answered with a server, its address and the password of the login there."""

    changed = Signal()

    def __init__(self, lane: Lane, books: Sequence[Shelved]) -> None:
        self._lane, self._books = lane, books
        self._where = Choice([(False, say("On this laptop")), (True, say("On a server"))], required=True)
        self._where.put(False)
        self._address_asked, self._address = words(
            say("Address of the server"), "address", hint="postgresql://name@server/caredesk?sslmode=verify-full"
        )
        self._password = Secret(say("Password of your login there"), "server-password")
        self._known = meta(wrap=True)
        self._asked = holding(column(*self._parts(), gap=theme.GAP))
        super().__init__(heading(say("Where the records stand")), self._where, self._asked, gap=theme.GAP)
        self._asked.hide()
        self._known.hide()
        self._where.changed.connect(self._show)
        self._address.editingFinished.connect(self._look_who_is_there)

    def _parts(self) -> list[QWidget]:
        told = say(
            "A shared book: several coordinators open it at once. Whoever runs the server can read what stands there. "
            "What two people keep between them, a concern, and what is your own never stand in it."
        )
        once = say("Ask whoever runs the server. It is kept sealed on this laptop.")
        return [meta(told, wrap=True), self._address_asked, self._known, self._password, meta(once, wrap=True)]

    @property
    def wanted(self) -> bool:
        return not self.isHidden() and bool(self._where.value())

    def address(self) -> str:
        """With the password; nothing while it is no address, which is then said beside it."""
        from caregiver_desk.store import addresses

        typed = self._address.text().strip()
        if not is_hub(typed):
            self.complain(say("An address begins with postgresql:// and names a server."))
            return ""
        return addresses.with_password(typed, self._password.line.text())

    def forget(self) -> None:
        self._password.line.clear()

    def complain(self, words: str) -> None:
        self._address_asked.complain(words)
        bring_in_sight(self._address_asked)

    def _show(self) -> None:
        self._asked.setVisible(self.wanted)
        if self.wanted:
            bring_in_sight(self._asked)
            self._address.setFocus()
        self.changed.emit()

    def _look_who_is_there(self) -> None:
        address, books = self._address.text().strip(), self._books
        if is_hub(address):
            self._lane.run(lambda: at_home_there(books, address), then=self._tell_known, owner=self)

    def _tell_known(self, signs: str) -> None:
        told = say(
            "This laptop opens it already, as “{signs}”. Go back to unlock it, or go on as somebody else.", signs=signs
        )
        self._known.setText(told if signs else "")
        self._known.setVisible(bool(signs))
