"""The status line: whose book is open, and whether it is saved, backed up and shared.

What just happened stands in it, and below it where the letters are too large for both: no word of either is cut then.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import ago
from caregiver_desk.desk.parts.buttons import Plain
from caregiver_desk.desk.parts.layout import column, holding, row
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.stripes import fictional
from caregiver_desk.desk.parts.words import PlainLabel, ShortLabel, meta
from caregiver_desk.store import partners, questions, room, upkeep
from caregiver_desk.store.book import Book
from caregiver_desk.store.room import Left
from caregiver_desk.sync import making
from caregiver_desk.wording import count, digits, say

TONES = {"leaf": "check", "amber": "alert", "brick": "alert"}


@dataclass(frozen=True)
class Standing:
    """What the status line says of the book."""

    owner: str
    team: str
    backed_up: str
    to_share: int | None  # None while there is nobody to share with
    fictional: bool
    shared: bool = False
    room: Left | None = None  # on the drive of the book, where that is little


def standing(book: Book) -> Standing:
    names = questions.names_of(book, [book.person])
    mine = questions.listing(book, "engagement", {"person": book.person})
    held = [str(each["team"]) for each in reversed(mine) if not each["until"]]
    teams = questions.names_of(book, held)
    known = [each for each in partners.known(book) if not each.parted]
    to_share = sum(making.undelivered(book, partner) for partner in known) if known else None
    team = say(" and ").join(dict.fromkeys(teams[each] for each in held if each in teams))
    told = (names.get(book.person, ""), team, _backed_up(book), to_share, book.fictional, book.shared)
    return Standing(*told, room.left(book))


def _backed_up(book: Book) -> str:
    if book.shared:
        return say("In a hub")
    if upkeep.backed_up_lately(book):
        return say("Backed up just now")
    today = clock.today()
    last = upkeep.backed_up_on(book, today)
    return say("Backed up {when}", when=ago(last, today)) if last else say("No backup yet")


def _sharing(waiting: int | None) -> tuple[str, str]:
    """In full, and briefly."""
    if not waiting:
        words = say("Nobody to share with yet") if waiting is None else say("Nothing to share")
        return words, words
    words = count("{number} change to share", "{number} changes to share", waiting)
    return words, say("{number} to share", number=digits(waiting))


class Shorter(NamedTuple):
    """Where there is too little room: the lock without its word, sharing told briefly, the message below."""

    bare: bool = False
    briefly: bool = False
    below: bool = False


NARROWER = (
    Shorter(),
    Shorter(bare=True),
    Shorter(bare=True, briefly=True),
    Shorter(bare=True, below=True),
    Shorter(bare=True, briefly=True, below=True),
)


class Name(ShortLabel):
    """Whose book it is stands there in full however long a message is: two people may share one laptop."""

    LEAST = 170


class Message(QWidget):
    """What just happened, and by an icon and a colour whether all is well."""

    def __init__(self, words: PlainLabel) -> None:
        super().__init__()
        self.words = words
        words.setObjectName("message")
        self._icons = {tone: Icon(name, tone, 15) for tone, name in TONES.items()}
        laid = row(*self._icons.values(), words)
        laid.setStretchFactor(words, 1)
        self.setLayout(laid)

    def say(self, words: str, tone: str) -> None:
        self.words.setText(words)
        self.words.tint("ink-soft" if tone == "leaf" else tone)
        for name, icon in self._icons.items():
            icon.setVisible(name == tone)


class Status(QWidget):
    """Whose book, saved when, backed up when, how much to share."""

    def __init__(self) -> None:
        super().__init__()
        self.owner = Name(size=theme.META, weight=theme.SEMIBOLD)
        self.team, self.backed_up, self.to_share = (ShortLabel(size=theme.META, tint="ink-soft") for _ in range(3))
        self.fictional = fictional()
        self.fictional.hide()
        self.shared = PlainLabel(say("SHARED BOOK"), size=theme.META, weight=theme.BOLD, tint="sky")
        self.shared.hide()
        self._beside, self._below = Message(ShortLabel(size=theme.META)), Message(meta(wrap=True))
        self._below.setContentsMargins(0, 0, 0, theme.px(theme.TIGHT))
        self._below.hide()
        self.room = ShortLabel(size=theme.META, tint="amber")
        self.room.hide()
        self.lock = Plain(say("Lock"), icon="lock")
        self.lock.hide()
        laid = row(
            self.owner, self.team, self.fictional, self.shared, 1, self._beside, self.room,
            self.backed_up, self.to_share, self.lock,
            gap=theme.ROOM,
        )  # fmt: skip
        laid.setContentsMargins(0, 1, 0, 0)
        line = holding(laid)
        line.setFixedHeight(theme.px(theme.STATUS))
        self._line, self._laid = laid, column(line, self._below, gap=0)
        self.setLayout(self._laid)
        self.missed, self._narrow, self._partnered = "", False, True
        self._sharing = ("", "")  # what there is to share, and the same briefly
        self.say(say("All saved"))

    def say(self, words: str, tone: str = "leaf") -> None:
        """A sentence, and by its tone whether all is well, something should be looked at, or is wrong."""
        for message in (self._beside, self._below):
            message.say(words, tone)
        self._beside.updateGeometry()  # else its new words are measured some time later
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """No shorter than it must be."""
        for shorter in NARROWER:
            self.lock.bare(bare=shorter.bare)
            self.to_share.setText(self._sharing[shorter.briefly])
            self._put_message(below=shorter.below)
            if self._fits():
                return

    def _fits(self) -> bool:
        beside = self._laid.contentsMargins()
        return self._line.sizeHint().width() <= self.width() - beside.left() - beside.right()

    def _put_message(self, *, below: bool) -> None:
        self._beside.setVisible(not below)
        self._below.setVisible(below)

    def miss_backup(self, words: str) -> None:
        """There is no backup today, and why."""
        self.missed = words
        self.say(words, "amber")
        self.backed_up.tint("amber")

    def make_narrow(self, *, narrow: bool) -> None:
        """Where there is little room, the team goes without saying: saved, backed up and shared never do."""
        self._narrow = narrow
        self.team.setVisible(not narrow)
        self._line.setSpacing(theme.px(6 if narrow else theme.ROOM))
        self._laid.setContentsMargins(theme.px(theme.SMALL if narrow else theme.ROOM), 0, theme.px(theme.SMALL), 0)
        self._place_backup()

    def _place_backup(self) -> None:
        """Where there is little room, that a book is shared says who backs it up; with nobody, nothing is to share."""
        self.backed_up.setVisible(self.shared.isHidden() or not self._narrow)
        self.to_share.setVisible(self._partnered or not self._narrow)
        self._fit()

    def show_standing(self, standing: Standing) -> None:
        self.owner.setText(standing.owner)
        named = standing.team.casefold().endswith(say("team"))  # as it is where nobody gave it a name
        told = standing.team if named or not standing.team else say("{team} team", team=standing.team)
        self.team.setText(told)
        self.backed_up.setText(standing.backed_up)
        if not self.missed:
            self.backed_up.tint("amber" if standing.backed_up == say("No backup yet") else "ink-soft")
        elif standing.backed_up == say("Backed up just now"):
            self.missed = ""
            self.backed_up.tint("ink-soft")
        if left := standing.room:
            self.room.setText(say("{megabytes} MB left", megabytes=left.megabytes))
        self.room.setVisible(left is not None)
        self._sharing = _sharing(standing.to_share)
        self._partnered = standing.to_share is not None
        self.fictional.setVisible(standing.fictional)
        self.shared.setVisible(standing.shared)
        self._place_backup()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("rail"))
        painter.fillRect(0, 0, self.width(), 1, theme.colour("line"))
        painter.end()
