"""Rounds of the post, beside the work of the desk: one at a time, with how far it is, until somebody wants it to stop.

Decision. A network is waited for on a lane of its own. Whatever concerns the book is asked of the book's lane in
between, so the desk goes on working, and no page has to stay in front. A round is always careful: what would need a
person waits for her. When the desk closes or locks nobody waits for a network: the round learns that it has ended the
next time it asks for the book, and a server that says nothing ends it within its own patience.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import MailboxAway, MailboxSleeps, Problem, Stopped

if TYPE_CHECKING:
    from caregiver_desk.desk.answers.sharing.post import Went
    from caregiver_desk.sync.mailboxes.post import Round
    from caregiver_desk.sync.opener import Opener


@dataclass(frozen=True)
class Far:
    """How far a round is: bytes that have passed, of how many that come; then for whom something is put there."""

    passed: int = 0
    coming: int = 0
    to: str = ""


class Rounds(QObject):
    """`changed` whenever one begins, goes on, or is over; what it did is told until somebody has seen it."""

    changed = Signal()
    _further = Signal(object)

    def __init__(self, lane: Lane, opener: Opener) -> None:
        super().__init__()
        self._lane, self._opener = lane, opener
        self._wire: Lane | None = None
        self.far: Far | None = None  # while one is under way
        self.stopping = False
        self.went: Went | None = None
        self._further.connect(self._go_further)

    def go(self, *, now: bool = True) -> None:
        """Begin one, unless one is under way. Without `now` a mailbox that did not answer is left alone."""
        if self.far or self._lane.closed:
            return
        from caregiver_desk.sync.mailboxes.post import Round

        self.far, self.stopping, self.went = Far(), False, None
        self._wire = self._wire or Lane()
        told = Round()
        self._wire.run(
            partial(self._walk, told, now=now),
            then=lambda _: self._end(told, None, by_hand=now),
            owner=self,
            refused=lambda problem: self._end(told, problem, by_hand=now),
        )
        self.changed.emit()

    def _walk(self, told: Round, *, now: bool) -> None:
        """On the wire."""
        from caregiver_desk.sync.mailboxes import post

        def heard(_more: int) -> None:
            if self.stopping or self._lane.closed:
                raise Stopped
            self._further.emit(Far(told.bytes, told.coming, told.to))

        post.walk(self._lane.answer, self._opener, told, careful=True, now=now, heard=heard)

    def _go_further(self, far: Far) -> None:
        if self.far:
            self.far = far
            self.changed.emit()

    def _end(self, told: Round, problem: Problem | None, *, by_hand: bool) -> None:
        """Where it went by itself and nobody answered, the mailbox's card says so, and nothing else does."""
        from caregiver_desk.desk.answers.sharing import post

        self.far = None
        if by_hand or told.opened or not isinstance(problem, MailboxAway | MailboxSleeps):
            self.went = post.went(told, problem)
            self._lane.said.emit(self.went.in_a_line)
        self.changed.emit()
        self._lane.touched.emit(post.touched(told))

    def stop(self) -> None:
        """As soon as it may."""
        self.stopping = True
        self.changed.emit()

    def forget(self) -> None:
        """What was told was seen."""
        self.went = None
        self.changed.emit()

    def close(self) -> None:
        """The desk closes or locks."""
        self.stopping = True
        if self._wire:
            self._wire.leave()
