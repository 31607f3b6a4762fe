"""What its owner does with the book itself: lock it, give it another passphrase or sheet, say how soon it locks.

Decision. These are no acts: an act can be written down with its arguments, and a passphrase must never be. Whoever
changes how the book opens proves that she knows the present passphrase, since a desk may have been left open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome
from caregiver_desk.acts.opening import in_force
from caregiver_desk.desk.care import back_up, back_up_to
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.asked import Secret
from caregiver_desk.desk.parts.buttons import Primary, Small, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import desk_of, holding
from caregiver_desk.desk.safe.new_sheet import A_NEW_SHEET, ANOTHER_KEY, NEW_KEYS, NewSheet
from caregiver_desk.desk.safe.own import Own
from caregiver_desk.desk.safe.passphrase import NewPassphrase
from caregiver_desk.desk.safe.try_backup import show_try_backup
from caregiver_desk.errors import Problem, WeakPassphrase, WrongPassphrase
from caregiver_desk.store import vault
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window


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
            self._present.complain(problem)
        elif isinstance(problem, WeakPassphrase):
            self._new.complain(problem)
        else:
            super()._refused(problem)


@dataclass(frozen=True)
class Doing:
    """Something that can be begun from the palette."""

    label: str
    icon: str
    does: Callable[[Window], object]
    keys: str = ""


def ways(within: QWidget, *names: str) -> QWidget:
    """Buttons to some of them, on a page of the desk."""
    return holding(flow(*(_way(within, DOINGS[name]) for name in names)))


def _way(within: QWidget, doing: Doing) -> QWidget:
    return pressed(Small(say(doing.label), icon=doing.icon), lambda: doing.does(cast("Window", desk_of(within))))


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
        _showing(lambda window: NewSheet(window, A_NEW_SHEET)),
    ),
    "renew_keys": Doing(
        later("New keys after a theft"),
        "lock",
        _showing(lambda window: NewSheet(window, NEW_KEYS)),
    ),
    "change_key": Doing(
        later("Change the key of the book"),
        "lock",
        _showing(lambda window: NewSheet(window, ANOTHER_KEY)),
    ),
    "back_up": Doing(later("Back up now"), "check", _back_up),
    "back_up_to": Doing(later("Back up to a stick"), "check", _back_up_to),
    "try_backup": Doing(later("Try a backup"), "eye", show_try_backup),
    "bring_back": Doing(later("Bring a backup back"), "undo", _bring_back),
    "lock_after": Doing(later("Lock by itself after so many minutes"), "settings", _settings),
}
