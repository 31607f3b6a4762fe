"""What a thing is to somebody who listens, and what is said to them without being asked for.

Decision. Qt takes a plain widget for nothing in particular. It asks a factory first, and ours answers for those that
were told what they are; for all others Qt does. Nothing of it runs before a reader of the screen asks.
"""

from __future__ import annotations

from functools import cache
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget

ROLE = "heard as"
W = TypeVar("W", bound=QWidget)
L = TypeVar("L", bound=QLabel)


def heard_as(part: W, role: QAccessible.Role) -> W:
    """The same, known as such to whoever listens. It comes before its name: what Qt told of once stays what it was."""
    _answer_for_ours()
    part.setProperty(ROLE, role.value)
    return part


def as_group(part: W) -> W:
    """The same, known as what holds others under one name."""
    return heard_as(part, QAccessible.Role.Grouping)


def one_of_a_few(*buttons: QAbstractButton) -> None:
    """Known as those of which one is chosen; which of them may be, their group decides."""
    for each in buttons:
        each.setAutoExclusive(True)


def label_of(label: L, editor: QWidget) -> L:
    """The same: what is written there is the name of this field, and is read with it and not once more."""
    label.setBuddy(bearer(editor))
    label.setText(label.text().replace("&", "&&"))  # beside a field, Qt takes one alone for the sign of a key
    return label


def tell(place: QWidget, words: str) -> None:
    """Say it to whoever listens, wherever the keys are."""
    if words:
        _utter(QAccessibleAnnouncementEvent(place, words))


def name_for_everyone(editor: QWidget, label: str, why: str) -> None:
    """Give what takes the keys in an editor a name that is read aloud; several of them stand under one name."""
    if not _takes_keys(bearer(editor)):
        as_group(editor)
    for part in (bearer(editor), *filter(_takes_keys, editor.findChildren(QWidget))):
        if not part.accessibleName():
            part.setAccessibleName(label)
    describe(editor, "", why)


def bearer(editor: QWidget) -> QWidget:
    """What bears the name of a field: what takes the keys, or the whole where several do."""
    within = [each for each in editor.findChildren(QWidget) if _takes_keys(each)]
    return within[0] if not _takes_keys(editor) and len(within) == 1 else editor


def describe(editor: QWidget, trouble: str, why: str) -> None:
    """What is wrong, and why it is asked, follow the name; who is there already hears at once what is wrong."""
    first = editor.focusProxy() or editor
    first.setAccessibleDescription(" ".join(filter(None, (trouble, why))))
    if first.hasFocus():
        tell(first, trouble)


def _takes_keys(part: QWidget) -> bool:
    return part.focusPolicy() != Qt.FocusPolicy.NoFocus


def _utter(event: QAccessibleAnnouncementEvent) -> None:
    QAccessible.updateAccessibility(event)


@cache
def _answer_for_ours() -> None:
    QAccessible.installFactory(_interface)


def _interface(_key: str, thing: QObject) -> QAccessibleInterface | None:
    role = thing.property(ROLE)
    return QAccessibleWidget(cast("QWidget", thing), QAccessible.Role(role)) if role else None
