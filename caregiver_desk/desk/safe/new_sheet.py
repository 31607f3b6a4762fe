"""A new recovery sheet, alone or with other keys. It comes into force when she has it in hand and says so.

Context. Whoever gets another key for the book needs another sheet for it, and where the records get another key as
well, all of them are copied: for a large book that takes a while.

Decision. One sheet on the screen serves all three. While the records are copied it says how far that is, and can be
stopped with nothing changed; the last step is short, and cannot. Where the drive fails in that step the book is closed,
and the desk locks when she has read why: opening it again finishes what was begun.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import Signal

from caregiver_desk import settings
from caregiver_desk.acts.act import Outcome
from caregiver_desk.acts.opening import in_force
from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.asked import Secret
from caregiver_desk.desk.parts.bar import Bar
from caregiver_desk.desk.parts.buttons import Primary, pressed
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.desk.safe.own import Own
from caregiver_desk.desk.safe.passphrase import NewPassphrase
from caregiver_desk.desk.safe.recovery_sheet import RecoverySheet
from caregiver_desk.errors import KeyChangeCutOff, Problem, Stopped, WeakPassphrase, WrongPassphrase
from caregiver_desk.store import slots, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import PARTNERS
from caregiver_desk.store.rekeying import Told
from caregiver_desk.wording import later, say

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window


class Given(NamedTuple):
    """What she typed, and the key on the sheet that she has in hand."""

    present: str
    identity: str
    passphrase: str = ""


class Change(NamedTuple):
    """What is changed together with the sheet, and what is said of it before."""

    title: str
    about: str
    last: str
    does: Callable[[Book, Given, Told], Outcome]
    asks_passphrase: bool = False


def _renew_sheet(book: Book, given: Given, _: Told) -> Outcome:
    vault.prove(book.vault, given.present)
    behind = vault.set_sheet(book.vault, given.identity)
    return Outcome(in_force(say("The new recovery sheet is in force. Tear up the old one."), behind))


def _renew_keys(book: Book, given: Given, told: Told) -> Outcome:
    from caregiver_desk.acts.sharing.replacing import renew_keys

    renew_keys(book, given.present, given.identity, told=told)
    said = say("This book speaks with new keys now. Give your new card to your coordinator: Sharing, My card.")
    return Outcome(said, frozenset({PARTNERS}))


def _change_key(book: Book, given: Given, told: Told) -> Outcome:
    from caregiver_desk.acts.sharing.replacing import change_key

    return change_key(book, given.present, given.passphrase, given.identity, told=told)


USE_IT = later("Use this sheet from now on")
A_NEW_SHEET = Change(
    later("A new recovery sheet"),
    later("Print or save this page first, and let nobody look on. Once you use it, the old sheet opens nothing."),
    USE_IT,
    _renew_sheet,
)
NEW_KEYS = Change(
    later("New keys after a theft"),
    later(
        "After a theft somebody may have the keys of this book. It gets new ones, and a new recovery sheet: print or "
        "save it first. Nobody hears you until your coordinator has opened your new card."
    ),
    USE_IT,
    _renew_keys,
)
ANOTHER_KEY = Change(
    later("Change the key of the book"),
    later(
        "For when somebody may have seen how this book opens. All of it is encrypted anew: only a new passphrase and a "
        "new sheet open it. Backups beside it are replaced by one; a copy elsewhere opens as before."
    ),
    later("Change the key"),
    _change_key,
    asks_passphrase=True,
)


class NewSheet(Own):
    """The page to print, what is asked with it, and how far it has come."""

    heard = Signal(int, int)

    def __init__(self, window: Window, change: Change) -> None:
        super().__init__(window, say(change.title), say(change.about))
        self._change, self._identity = change, slots.fresh_identity()
        self._working = self._stopped = False
        sign = settings.shelved(cast("Book", self._hands.lane.book).vault.folder).sign
        sheet = RecoverySheet(self._identity, sign, lane=self._hands.lane, dialogs=self._hands.dialogs)
        self._new = NewPassphrase(self._hands.lane, say("New passphrase")) if change.asks_passphrase else None
        self._present = Secret(say("Present passphrase") if self._new else say("Your passphrase"), "present")
        self._bar, self._how_far = Bar(say(change.title)), meta(wrap=True)
        self._far = holding(column(self._bar, self._how_far, gap=theme.TIGHT))
        self._far.hide()
        self._use = pressed(Primary(say(change.last)), self.save)
        self._use.step_back(back=True)
        sheet.kept.connect(lambda: self._use.step_back(back=False))
        sheet.kept.connect((self._new.first if self._new else self._present).line.setFocus)
        self.heard.connect(self._show_how_far)
        self._lay(sheet, *([self._new] if self._new else []), self._present, self._far, last=self._use)

    def save(self) -> None:
        if self._working or not (given := self._given()):
            return
        self._begin()
        self._hands.lane.do(
            lambda book: self._change.does(book, given, self._hear), owner=self, then=self._done, refused=self._refused
        )

    def _given(self) -> Given | None:
        """What was typed; nothing while something is wrong, which then stands beside it."""
        given = Given(self._present.line.text(), self._identity, self._new.value() if self._new else "")
        if not given.present:
            self._present.complain(say("Type your passphrase first."))
        return given if given.present and (given.passphrase or not self._new) else None

    def _begin(self) -> None:
        self._working, self._stopped = True, False
        self._foot.complain("")
        self._use.setEnabled(False)

    def _hear(self, left: int, of: int) -> None:
        """Heard on the lane, told in the window."""
        if self._stopped or self._hands.lane.closed:
            raise Stopped
        self.heard.emit(of - left, of)

    def _show_how_far(self, done: int, of: int) -> None:
        self._far.show()
        self._bar.show_share(done / of if of else 1)
        ending = done == of
        words = (
            say("Copied. It is checked now, and a backup is written: this cannot be stopped.")
            if ending
            else say("Copying the book.")
        )
        self._how_far.setText(words)
        self._leave.setText(say("Stop"))
        self._leave.setEnabled(not ending)

    def reject(self) -> None:
        """While it works, this stops it; and stays, to say so."""
        if self._working:
            self._stopped = True
        else:
            super().reject()

    def _done(self, _: Outcome) -> None:
        self._working = False
        self.accept()

    def _rest(self) -> None:
        self._working = False
        self._far.hide()
        self._use.setEnabled(True)
        self._leave.setEnabled(True)
        self._leave.setText(say("Leave"))

    def _refused(self, problem: Problem) -> None:
        self._rest()
        if isinstance(problem, WrongPassphrase):
            self._present.complain(problem)
        elif isinstance(problem, WeakPassphrase) and self._new:
            self._new.complain(problem)
        else:
            super()._refused(problem)
        if isinstance(problem, KeyChangeCutOff):
            self._close_the_book()

    def _close_the_book(self) -> None:
        """Nothing can be kept in it any more before it is opened again."""
        self._use.hide()
        self._leave.setText(say("Lock the desk"))
        if locking := cast("Window", self.parent()).locking:
            self.finished.connect(lambda _: locking.lock())
