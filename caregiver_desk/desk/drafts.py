"""What was begun and is not saved: kept while she types, and there again when the form comes back.

Context. The power goes in the middle of a word; somebody else needs the laptop; a talk about one person turns into one
about another. None of these may cost what was typed, and words about one person must never stand under another's name.

Decision. A form is *begun* when it says more than it did before anybody typed; a name alone is no beginning. What is
begun goes to the book a moment after typing stops, and at once when its page is left and when the desk locks or closes.
Each person has drafts of her own: whoever comes to a page with somebody in mind, or picks a name in an untouched form,
finds what was begun about her, and what was begun about another waits. What came back and was not touched stays with
whom it is about when another is picked; what was typed just now goes along, for then a name is put right. Saving or
emptying a form forgets its draft.

Consequences. Drafts are read once, when the desk opens, and are at hand from then on; the book is only written to. That
is no save: nothing is said of it and nothing can be undone. A draft that cannot be kept (a full disk) says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain, count
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QDialog

from caregiver_desk.desk.work import Lane
from caregiver_desk.store import drafts as kept

SOON = 400  # milliseconds after the last key


class Fillable(Protocol):
    """Something with values by their names, that says when they change."""

    @property
    def filled(self) -> SignalInstance: ...

    def values(self) -> dict[str, Any]: ...

    def fill(self, values: Mapping[str, Any]) -> None: ...


class Drafts:
    """Everything that was begun at this desk, by the place where it belongs: as the book has it, the newest last."""

    def __init__(self, lane: Lane) -> None:
        self._lane = lane
        self._begun: dict[str, dict[str, Any]] = {}

    def read(self, then: Callable[[], object], *, owner: QObject) -> None:
        """Once, when the desk opens."""

        def take(found: dict[str, dict[str, Any]]) -> None:
            self._begun = found | self._begun
            then()

        self._lane.ask(kept.find, then=take, owner=owner)

    @property
    def many(self) -> int:
        """How much is begun."""
        return len(self._begun)

    def at(self, place: str) -> dict[str, Any]:
        return self._begun[place]

    def newest(self, place: str) -> str:
        """The last place that begins so; empty if there is none."""
        return next((each for each in reversed(self._begun) if each.startswith(place)), "")

    def of(self, place: str) -> str:
        """Where something was begun at this very place, or beside it; empty if nothing was."""
        return place if place in self._begun else self.newest(f"{place} ")

    def free(self, place: str) -> str:
        """This place, or one beside it where something else was begun there."""
        beside = (f"{place} {number}" for number in count(2))
        return next(each for each in chain([place], beside) if each not in self._begun)

    def keep(self, place: str, values: Mapping[str, Any]) -> None:
        if self._begun.get(place) != values:
            self._begun.pop(place, None)
            self._begun[place] = dict(values)
            self._lane.note(lambda book: kept.keep(book, place, values))

    def forget(self, place: str) -> None:
        if self._begun.pop(place, None) is not None:
            self._lane.note(lambda book: kept.forget(book, place))


class Draft(QObject):
    """What is begun in one form. `about` names the field that says whom it is about, if one does."""

    def __init__(self, owner: QObject, drafts: Drafts, place: str, form: Fillable, *, about: str = "") -> None:
        super().__init__(owner)
        self._drafts, self._place, self._form, self._about = drafts, place, form, about
        self._kept, self._showing = "", False
        self._brought: dict[str, Any] | None = None  # what came back, while nobody has touched it
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.keep)
        self.start()
        form.filled.connect(self._edited)

    def start(self) -> None:
        """The form stands as it does before anybody types."""
        self._soon.stop()
        self._fresh = self._form.values()
        self._whom = self._named()

    def ends_with(self, dialog: QDialog) -> None:
        """Forgotten once what was begun there is saved, kept where somebody only leaves; the dialog goes."""
        dialog.finished.connect(self._end)
        dialog.finished.connect(dialog.deleteLater)

    def _end(self, how: int) -> None:
        if how == QDialog.DialogCode.Accepted:
            self.forget()
        else:
            self.keep()

    @property
    def begun(self) -> bool:
        return self._said(self._form.values()) != self._said(self._fresh)

    def keep(self) -> None:
        """Now, if something was begun; what was emptied is forgotten. What came back untouched is kept already."""
        self._soon.stop()
        if self._brought is not None:
            return
        if not self.begun:
            self.forget()
            return
        place = self._where()
        if self._kept.partition(" ")[0] != place:
            self.forget()
            self._kept = self._drafts.free(place)
        self._drafts.keep(self._kept, self._form.values())

    def forget(self) -> None:
        """It was saved, or is not wanted."""
        self._soon.stop()
        if self._kept:
            self._drafts.forget(self._kept)
        self._kept, self._brought = "", None

    def afresh(self, empty: Callable[[], object]) -> None:
        """It was saved: forget it, and have the form as it is before anybody types."""
        self.forget()
        self._showing = True
        empty()
        self._showing = False
        self.start()

    def unasked(self, fill: Callable[[], object]) -> None:
        """The page itself fills something in: that is nobody's typing."""
        begun = self.begun
        self._showing = True
        fill()
        self._showing = False
        if not begun:
            self.start()
        elif self._brought is not None:
            self._brought = self._said(self._form.values())

    def come_back(self) -> None:
        """What was begun last, if nothing is begun now."""
        if not self.begun:
            self._bring_back(self._drafts.newest(f"{self._place}/"))

    def turn_to(self, whom: str) -> None:
        """Somebody comes with a person in mind: what was begun about her is here, about another waits."""
        if not whom:
            return
        before = self._named()
        if whom != before and self.begun and (before or self._drafts.of(self._where(whom))):
            self.keep()
            self._kept, self._brought = "", None
            self._show(self._fresh)
        if not self.begun:
            self._bring_back(self._drafts.of(self._where(whom)))

    def _edited(self) -> None:
        if self._showing:
            return
        whom = self._named()
        if self._said(self._form.values()) != self._brought:
            self._brought = None
        kept = self._kept.partition(" ")[0]
        if self._brought is not None and whom and kept not in {f"{self._place}/", self._where(whom)}:
            self._leave_to_whom_it_is_about(whom)
        elif whom != self._whom and not self.begun:
            self._bring_back(self._drafts.of(self._where(whom)))
        self._whom = whom
        self._soon.start()

    def _leave_to_whom_it_is_about(self, whom: str) -> None:
        self._kept, self._brought = "", None
        self._show({**self._fresh, self._about: whom})
        self._bring_back(self._drafts.of(self._where(whom)))

    def _bring_back(self, place: str) -> None:
        if place:
            self._kept = place
            self._show(self._drafts.at(place))
            self._brought = self._said(self._form.values())

    def _show(self, values: Mapping[str, Any]) -> None:
        self._showing = True
        self._form.fill(values)
        self._showing = False
        self._whom = self._named()

    def _named(self) -> str:
        return str(self._form.values().get(self._about) or "")

    def _where(self, whom: str = "") -> str:
        return f"{self._place}/{whom or self._named()}"

    def _said(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """What values say beside whom they are about."""
        return {name: value for name, value in values.items() if name != self._about}
