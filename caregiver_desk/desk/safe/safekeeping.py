"""What its owner does with the book itself: lock it, give it another passphrase or sheet, say how soon it locks.

Decision. These are no acts: an act can be written down with its arguments, and a passphrase must never be. Whoever
changes how the book opens proves that she knows the present passphrase, since a desk may have been left open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QAbstractButton, QDialog, QVBoxLayout, QWidget

from caregiver_desk import settings
from caregiver_desk.acts.act import Outcome
from caregiver_desk.acts.opening import in_force
from caregiver_desk.desk import theme
from caregiver_desk.desk.care import back_up, back_up_to
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.asked import Secret, Trouble
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.layout import Scroll, column, holding, row
from caregiver_desk.desk.parts.words import meta, title
from caregiver_desk.desk.safe.passphrase import NewPassphrase
from caregiver_desk.desk.safe.recovery_sheet import RecoverySheet
from caregiver_desk.errors import Problem, WeakPassphrase, WrongPassphrase
from caregiver_desk.store import slots, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import PARTNERS
from caregiver_desk.wording import later, say

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window

WIDE = 520


class Own(QDialog):
    """A sheet about the book itself: what it is for, what is asked, and two ways out."""

    def __init__(self, window: Window, words: str, told: str) -> None:
        super().__init__(window)
        self._hands: Hands = window.hands
        self.setObjectName("own")
        self.setWindowTitle(words)
        self._title, self._told = title(words), meta(told, wrap=True)
        self._trouble = Trouble()
        self.finished.connect(self.deleteLater)

    def _lay(self, *asked: QWidget, last: QAbstractButton) -> None:
        foot = holding(row(1, pressed(Quiet(say("Leave")), self.reject), last))
        inside = holding(column(self._told, *asked, self._trouble, 1, gap=theme.ROOM))
        room, most = theme.px(theme.WIDE), cast("QWidget", self.parent()).height()
        high = max(inside.heightForWidth(theme.px(WIDE) - 2 * room), inside.sizeHint().height())
        around = self._title.sizeHint().height() + foot.sizeHint().height() + 2 * (room + theme.px(theme.ROOM))
        needed = high + around
        scroll = Scroll(inside, beside=theme.GAP if needed > most else 0)
        laid: QVBoxLayout = column(self._title, scroll, foot, gap=theme.ROOM)
        laid.setContentsMargins(room, room, room, room)
        self.setLayout(laid)
        self.resize(theme.px(WIDE), min(needed, most))

    def _refused(self, problem: Problem) -> None:
        self._trouble.say(str(problem))


class ChangePassphrase(Own):
    """The present passphrase, and a new one twice."""

    def __init__(self, window: Window) -> None:
        told = say(
            "Your recovery sheet stays good. Backups beside the book take the new passphrase too. A copy elsewhere "
            "keeps the old one."
        )
        super().__init__(window, say("Change the passphrase"), told)
        self._present = Secret(say("Present passphrase"), "present")
        self._new = NewPassphrase(self._hands.lane, say("New passphrase"))
        self._new.entered.connect(self.save)
        self._lay(self._present, self._new, last=pressed(Primary(say("Change it"), hint="Ctrl ↵"), self.save))
        on_ctrl_enter(self, self.save)

    def save(self) -> None:
        present, new = self._present.line.text(), self._new.value()
        if not present:
            self._present.complain(say("Type your present passphrase first."))
        if not (present and new):
            return

        def change(book: Book) -> Outcome:
            vault.prove(book.vault, present)
            return Outcome(in_force(say("The new passphrase is set."), vault.set_passphrase(book.vault, new)))

        self._hands.lane.do(change, owner=self, then=lambda _: self.accept(), refused=self._refused)

    def _refused(self, problem: Problem) -> None:
        if isinstance(problem, WrongPassphrase):
            self._present.complain(str(problem))
        elif isinstance(problem, WeakPassphrase):
            self._new.complain(str(problem))
        else:
            super()._refused(problem)


def _renew_sheet(book: Book, passphrase: str, identity: str) -> Outcome:
    vault.prove(book.vault, passphrase)
    behind = vault.set_sheet(book.vault, identity)
    return Outcome(in_force(say("The new recovery sheet is in force. Tear up the old one."), behind))


def _renew_keys(book: Book, passphrase: str, identity: str) -> Outcome:
    from caregiver_desk.acts.replacing import renew_keys

    renew_keys(book, passphrase, identity)
    said = say("This book speaks with new keys now. Give your new card to your coordinator: Sharing, My card.")
    return Outcome(said, frozenset({PARTNERS}))


ABOUT_A_SHEET = later(
    "Print or save this page first, and let nobody look on. Once you use it, the old sheet opens nothing."
)
ABOUT_KEYS = later(
    "After a theft somebody may have the keys of this book. It gets new ones, and a new recovery sheet: print or save "
    "it first. Nobody hears you until your coordinator has opened your new card."
)


class NewSheet(Own):
    """A new recovery sheet, alone or with new keys. It comes into force when she has it in hand and says so."""

    def __init__(self, window: Window, words: str, told: str, change: Callable[[Book, str, str], Outcome]) -> None:
        super().__init__(window, say(words), say(told))
        self._change = change
        self._identity = slots.fresh_identity()
        sign = settings.shelved(cast("Book", self._hands.lane.book).vault.folder).sign
        sheet = RecoverySheet(self._identity, sign, lane=self._hands.lane, dialogs=self._hands.dialogs)
        self._present = Secret(say("Your passphrase"), "present")
        use = pressed(Primary(say("Use this sheet from now on")), self.save)
        use.step_back(back=True)
        sheet.kept.connect(lambda: use.step_back(back=False))
        sheet.kept.connect(self._present.line.setFocus)
        self._lay(sheet, self._present, last=use)

    def save(self) -> None:
        present, identity = self._present.line.text(), self._identity
        if not present:
            self._present.complain(say("Type your passphrase first."))
            return

        self._hands.lane.do(
            lambda book: self._change(book, present, identity),
            owner=self,
            then=lambda _: self.accept(),
            refused=self._refused,
        )

    def _refused(self, problem: Problem) -> None:
        if isinstance(problem, WrongPassphrase):
            self._present.complain(str(problem))
        else:
            super()._refused(problem)


@dataclass(frozen=True)
class Doing:
    """Something that can be begun from the palette."""

    label: str
    icon: str
    does: Callable[[Window], object]
    keys: str = ""


def _lock(window: Window) -> None:
    if window.locking:
        window.locking.lock()


def _back_up(window: Window) -> None:
    window.hands.lane.do(back_up, owner=window)


def _back_up_to(window: Window) -> None:
    def put(place: Path) -> None:
        window.hands.lane.do(lambda book: back_up_to(book, place), owner=window)

    window.hands.dialogs.pick_folder(window, say("Where shall a copy of the backup go?"), put)


def _bring_back(window: Window) -> None:
    window.put_down.emit()


def _settings(window: Window) -> None:
    window.go("settings")


def _showing(dialog: Callable[[Window], QDialog]) -> Callable[[Window], object]:
    def show(window: Window) -> None:
        hands: Hands = window.hands
        hands.dialogs.show(dialog(window))

    return show


DOINGS: Mapping[str, Doing] = {
    "lock": Doing(later("Lock"), "lock", _lock, "Ctrl+L"),
    "change_passphrase": Doing(later("Change the passphrase"), "lock", _showing(ChangePassphrase)),
    "renew_sheet": Doing(
        later("Print the recovery sheet anew"),
        "print",
        _showing(lambda window: NewSheet(window, later("A new recovery sheet"), ABOUT_A_SHEET, _renew_sheet)),
    ),
    "renew_keys": Doing(
        later("New keys after a theft"),
        "lock",
        _showing(lambda window: NewSheet(window, later("New keys after a theft"), ABOUT_KEYS, _renew_keys)),
    ),
    "back_up": Doing(later("Back up now"), "check", _back_up),
    "back_up_to": Doing(later("Back up to a stick"), "check", _back_up_to),
    "bring_back": Doing(later("Bring a backup back"), "undo", _bring_back),
    "lock_after": Doing(later("Lock by itself after so many minutes"), "settings", _settings),
}
