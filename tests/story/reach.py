"""What somebody with poor sight, or who listens, finds on a page: read from the tree of accessible things and from the
pixels that are really shown."""

from __future__ import annotations

import gettext
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain, combinations
from typing import NamedTuple

import polib
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

from caregiver_desk import wording
from caregiver_desk.desk import theme
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.desk.parts.buttons import Pressable, Primary
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.rows import Row
from caregiver_desk.desk.parts.words import ShortLabel

SAYS_NOTHING = {
    QAccessible.Role.Client,
    QAccessible.Role.Pane,
    QAccessible.Role.LayeredPane,
    QAccessible.Role.ScrollBar,
    QAccessible.Role.Splitter,
    QAccessible.Role.Border,
    QAccessible.Role.Grouping,
    QAccessible.Role.StaticText,  # where it is empty there is nothing to read
}


class Met(NamedTuple):
    """Something a reader aloud meets: what it is, what it is called, what is said of it, and where."""

    role: QAccessible.Role
    name: str
    about: str
    takes_keys: bool
    place: tuple[int, int, int, int]

    @property
    def says_what_it_is(self) -> bool:
        """What takes the keys has a name whatever it is; a tip of the eye is no description for the ear."""
        named = bool(self.name.strip()) or (self.role in SAYS_NOTHING and not self.takes_keys)
        known = self.role != QAccessible.Role.NoRole and not (self.takes_keys and self.role == QAccessible.Role.Client)
        return named and known and "<" not in self.about and (not self.about or self.about != self.name)


def spoken(window: QWidget) -> list[Met]:
    """Everything that a reader aloud meets in a window and that can be seen."""
    return list(_below(QAccessible.queryAccessibleInterface(window)))


def _below(found: QAccessibleInterface) -> Iterator[Met]:
    """Told at once and let go: Qt frees its interfaces when it likes."""
    for number in range(found.childCount()):
        child = found.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            name, about = child.text(QAccessible.Text.Name), child.text(QAccessible.Text.Description)
            yield Met(child.role(), name, about, bool(child.state().focusable), child.rect().getRect())
            yield from _below(child)


def said_twice(window: QWidget) -> list[str]:
    """Names that are read once as words and once more as a field; a label that knows its field is read with it."""
    fields = [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, QLineEdit | QPlainTextEdit) and each.isVisible()
    ]
    names = {each.accessibleName() for each in fields}
    loose = (each for each in window.findChildren(QLabel) if each.isVisible() and each.buddy() is None)
    return [each.text() for each in loose if each.text() in names] + [
        each.accessibleName() for each in fields if each.accessibleName() in _names_above(each)
    ]


def _names_above(part: QWidget) -> set[str]:
    above, found = part.parentWidget(), set()
    while above is not None and not above.isWindow():
        found.add(above.accessibleName())
        above = above.parentWidget()
    return found


def unexplained(window: QWidget) -> list[str]:
    """Fields of forms that do not say to the ear why they are asked."""
    rows = [each for each in window.findChildren(Row) if each.isVisible()]
    return [each.words for each in rows if wording.say(each.field.shown.why) not in _about(each.editor)]


def _about(editor: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(editor.focusProxy() or editor).text(QAccessible.Text.Description)


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def contrasts(window: QWidget) -> Iterator[tuple[str, float]]:
    """Each label that is seen, and how far its letters stand out from their ground, measured from the pixels."""
    picture = window.grab().toImage()
    pixels, wide = pixels_of(picture), picture.bytesPerLine() // 4
    for label in window.findChildren(QLabel):
        place = _seen(label, window)
        if label.text().strip() and place:
            lines = (y * wide for y in range(place.top(), place.bottom()))
            within = (pixels[line + place.left() : line + place.right()] for line in lines)
            yield label.text(), _from_pixels(Counter(chain.from_iterable(within)))


def pixels_of(image: QImage) -> memoryview:
    """Its colours, line after line."""
    return memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("B").cast("I")


def _seen(label: QLabel, window: QWidget) -> QRect:
    """Where a label stands, if nothing of it is scrolled or covered away."""
    whole = label.isVisible() and label.visibleRegion().boundingRect() == label.rect()
    return QRect(label.mapTo(window, QPoint(0, 0)), label.size()) if whole else QRect()


def _from_pixels(counted: Counter[int]) -> float:
    """The ground is the commonest colour; the letters are what stands out most from it."""
    ground = QColor(counted.most_common(1)[0][0]) if counted else QColor()
    return max((contrast(QColor(pixel), ground) for pixel in counted), default=1.0)


class Longer(gettext.NullTranslations):
    """A language whose words are four tenths longer than ours, and no shorter than one letter more.

    `unheard` is what was said in it and stands in no template: nobody could have said it in another language.
    """

    def __init__(self) -> None:
        super().__init__()
        self.unheard: set[str] = set()

    def gettext(self, message: str) -> str:
        if message not in asked_of_translators() and any(map(str.isalpha, re.sub(r"\{.*?\}", "", message))):
            self.unheard.add(message)
        return _longer(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        self.unheard |= {one, many} - asked_of_translators()
        return _longer(one if number == 1 else many)


@cache
def asked_of_translators() -> frozenset[str]:
    told = polib.pofile(str(wording.RESOURCES / "wording" / "caregiver-desk.pot"))
    return frozenset(text for each in told for text in (each.msgid, each.msgid_plural) if text)


def _longer(message: str) -> str:
    letters = sum(len(part) for part in re.split(r"\{.*?\}", message))
    return message + "ẇ" * max(1, round(letters * 0.4)) if message.strip() else message


def cut_short(window: QWidget) -> list[str]:
    """What has less room than its words need: labels of one line, and buttons. Fields and lists scroll or say more."""
    labels = (
        each
        for each in window.findChildren(QLabel)
        if each.isVisible() and not each.wordWrap() and not isinstance(each, ShortLabel)
    )
    cut = [each.text() for each in labels if each.width() + 1 < each.fontMetrics().horizontalAdvance(each.text())]
    buttons = (each for each in window.findChildren(QAbstractButton) if each.isVisible() and not _is_bare(each))
    return cut + [each.text() for each in buttons if each.width() + 1 < each.minimumSizeHint().width()]


def _is_bare(button: QAbstractButton) -> bool:
    """It shows its icon alone, so no word of it is cut."""
    return isinstance(button, Pressable) and button._bare


def outside(window: QWidget) -> list[str]:
    """What stands beyond the right or left edge of what holds it, where nothing scrolls sideways."""
    return [
        f"{type(each).__name__} {each.accessibleName() or each.objectName()}"
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and (above := each.parentWidget())
        and (each.x() < -1 or each.geometry().right() > above.width() + 1)
    ]


def cut_below(window: QWidget) -> list[str]:
    """What reaches beyond the lower edge of what holds it, where nothing scrolls."""
    return [
        _called(each)
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and (above := each.parentWidget())
        and not isinstance(above.parentWidget(), QAbstractScrollArea)
        and each.geometry().bottom() > above.height() + 1
    ]


def keys_in_sight(window: QWidget) -> bool:
    """What has the keys is seen, or so much of it as a row is high."""
    held = window.focusWidget()
    return held is not None and held.visibleRegion().boundingRect().height() >= min(
        held.height(), theme.px(theme.FIELD)
    )


def laid_over(window: QWidget) -> list[str]:
    """Pairs of neighbours that lie over each other."""
    found = []
    for holder in window.findChildren(QWidget):
        if holder.layout() is None or isinstance(holder, QStackedWidget):
            continue
        inside = [
            each for each in holder.children() if isinstance(each, QWidget) and each.isVisible() and not each.isWindow()
        ]
        for one, other in combinations(inside, 2):
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > 2 and shared.height() > 2:
                found.append(f"{_called(one)} over {_called(other)}")
    return found


def lies_over(window: Window) -> list[str]:
    """What saves, or has the keys, and lies under what is said of that which was just done."""
    toast, held = seen(window.frame.toast), QApplication.focusWidget()
    assert not toast.isEmpty()
    kept = (each for each in window.findChildren(QWidget) if isinstance(each, Foot | Primary))
    in_hand = [held] if isinstance(held, QAbstractButton | QLineEdit) else []
    return [_called(each) for each in (*kept, *in_hand) if toast.intersects(seen(each))]


def seen(each: QWidget) -> QRect:
    """As much of it as is not scrolled away, in its window."""
    return each.visibleRegion().boundingRect().translated(each.mapTo(each.window(), QPoint()))


def _called(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()
    return f"{type(widget).__name__} “{words}”"
