"""The post goes by itself, where its owner asked for that: when the desk opens, and whenever a link appears.

Decision. Nobody asks a network whether it is there. The system says so by itself (`QNetworkInformation`); where it has
no means to, the desk goes when it is unlocked, and no more often. At the lock it does not: a book that is locked is
closed at once, and a network would have to be waited for. A mailbox that did not answer is left alone for as long as
`sync/mailboxes/setting` says, and tried again when the next link appears after that. Without her asking for it nothing
of this is brought in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_desk.sync.mailboxes import setting
from caregiver_desk.sync.mailboxes.setting import MAILBOX

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

    from caregiver_desk.desk.page import Hands
    from caregiver_desk.store.book import Book


def _by_itself(book: Book) -> bool:
    kept = setting.kept(book)
    return bool(kept and kept.by_itself)


class Links(QObject):
    """Begins rounds by itself."""

    def __init__(self, parent: QObject, hands: Hands) -> None:
        super().__init__(parent)
        self._hands = hands
        self._heard: QNetworkInformation | None = None
        hands.lane.touched.connect(self._heed)

    def begin(self) -> None:
        """The desk was opened just now."""
        self._hands.lane.ask(_by_itself, then=self._opened, owner=self)

    def stop(self) -> None:
        if self._heard:
            self._heard.reachabilityChanged.disconnect(self._changed)
        self._heard = None

    def _opened(self, wanted: bool) -> None:
        self._listen(wanted)
        if wanted:
            self._hands.rounds.go(now=False)

    def _heed(self, touched: frozenset[str]) -> None:
        if MAILBOX in touched:
            self._hands.lane.ask(_by_itself, then=self._listen, owner=self)

    def _listen(self, wanted: bool) -> None:
        if wanted == bool(self._heard):
            return
        self.stop()
        if wanted and (heard := _system()):
            heard.reachabilityChanged.connect(self._changed)
            self._heard = heard

    def _changed(self, reachable: QNetworkInformation.Reachability) -> None:
        """A mailbox may stand in the office, so a link of its own network is enough."""
        if reachable.value >= type(reachable).Local.value:
            self._hands.rounds.go(now=False)


def _system() -> QNetworkInformation | None:
    """What the system says of its links; nothing where it says nothing."""
    from PySide6.QtNetwork import QNetworkInformation

    if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
        return None
    return QNetworkInformation.instance()
