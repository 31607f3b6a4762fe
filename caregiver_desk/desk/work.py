"""One lane of work: everything that touches the book happens here, one thing after another, off the window's thread.

Decision. A pool of one thread owns the book. One long-lived object brings results back to the window's thread and tells
everyone what was touched. Nothing else makes threads. A callback whose owner is gone is dropped.

Consequences. A page asks, and is answered in the order of asking. Whatever an act touched comes round as a set of
kinds, and each page decides whether to ask again. However quick an answer is, it never comes before the asking is over.
When the desk closes, questions that nobody waits for any more are let go; acts and drafts are *owed*, and are done to
the end.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from caregiver_desk import faults
from caregiver_desk.desk import sweeping
from caregiver_desk.errors import Blocked, Broken, Problem, Stopped

if TYPE_CHECKING:
    from caregiver_desk.acts.act import Outcome
    from caregiver_desk.store.book import Book

T = TypeVar("T")
LONG = 1000  # milliseconds after which what is under way is swept after, and again

log = logging.getLogger("caregiver_desk.desk")


@dataclass(frozen=True)
class _Errand:
    """Something asked of the lane, by whom, and what happens with the answer."""

    owner: QObject
    then: Callable[[Any], object]
    refused: Callable[[Problem], object] | None


def one_thread() -> ThreadPoolExecutor:
    """What a lane runs on; whoever shares one shuts it down after the last lane."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="book")


class Lane(QObject):
    """The only way from the window to the book."""

    touched = Signal(frozenset)
    said = Signal(str)
    can_be_undone = Signal(str, int)  # what was done, and the number of the save
    troubled = Signal(object)  # what was refused, or words
    rested = Signal()
    _came_back = Signal(object, object)

    def __init__(self, book: Book | None = None, pool: ThreadPoolExecutor | None = None) -> None:
        """With a pool of one thread that several lanes share, nothing of theirs is ever done at the same time."""
        super().__init__()
        self.book = book
        self._shares = pool is not None
        self._pool = pool or one_thread()
        self._under_way = 0
        self.errands = 0  # that were ever asked of it
        self._closed = False
        self._may_be_let_go: set[Future[Any]] = set()
        self._came_back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._sweeps = QTimer(self, interval=LONG)
        self._sweeps.timeout.connect(sweeping.sweep)
        sweeping.begin(self)

    @property
    def closed(self) -> bool:
        """Whether the desk is closing: what is long ends as soon as it may."""
        return self._closed

    @property
    def busy(self) -> bool:
        return self._under_way > 0

    def ask(
        self,
        question: Callable[[Book], T],
        *,
        then: Callable[[T], object],
        owner: QObject,
        refused: Callable[[Problem], object] | None = None,
    ) -> None:
        """Answer a question about the book; trouble goes to the status line, unless somebody else hears of it."""
        self.run(lambda: question(self._open_book()), then=then, owner=owner, refused=refused)

    def do(
        self,
        act: Callable[[Book], Outcome],
        *,
        owner: QObject,
        then: Callable[[Outcome], object] | None = None,
        refused: Callable[[Problem], object] | None = None,
        quietly: bool = False,
    ) -> None:
        """Do an act, say its sentence, and let everyone know what it touched; quietly where one follows the other."""

        def tell(outcome: Outcome) -> None:
            self.said.emit(outcome.sentence)
            if outcome.undo and not quietly:
                self.can_be_undone.emit(outcome.sentence, outcome.undo)
            if then:
                then(outcome)
            self.touched.emit(outcome.touched)

        self.run(lambda: act(self._open_book()), then=tell, owner=owner, refused=refused, owed=True)

    def note(self, what: Callable[[Book], object], *, dear: bool = True) -> None:
        """Have something kept that nobody need be told of; trouble goes to the status line, if it is dear to her."""
        unheard: Callable[[Problem], object] | None = None if dear else lambda _: None
        self.run(lambda: what(self._open_book()), then=lambda _: None, owner=self, refused=unheard, owed=True)

    def run(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], object],
        owner: QObject,
        refused: Callable[[Problem], object] | None = None,
        owed: bool = False,
    ) -> None:
        """Do this on the lane. What is `owed` is done even if the desk is about to close."""
        if self._closed:
            return
        errand = _Errand(owner, then, refused)
        self._under_way += 1
        self.errands += 1
        if not self._sweeps.isActive():
            self._sweeps.start()
        future = self._pool.submit(work)
        if not owed:
            self._may_be_let_go.add(future)
        future.add_done_callback(lambda future: self._came_back.emit(errand, future))

    def answer(self, work: Callable[[Book], T]) -> T:
        """Do this on the lane for a thread of another lane, which waits for it. Raises Stopped once the desk closes."""
        if self._closed:
            raise Stopped
        try:
            future = self._pool.submit(lambda: work(self._open_book()))
        except RuntimeError:  # it was closed just now
            raise Stopped from None
        return future.result()

    def leave(self) -> None:
        """Close a lane that may be waiting for a network: nobody waits for its end, and nobody hears of it."""
        self._closed = True
        self._came_back.disconnect()
        self._sweeps.stop()
        self._pool.shutdown(wait=False, cancel_futures=True)
        sweeping.end(self)

    def close(self) -> None:
        """Finish what is under way and what is owed; the rest is let go."""
        self._closed = True
        self._came_back.disconnect()
        self._sweeps.stop()
        for future in self._may_be_let_go:
            future.cancel()
        if self._shares:
            wait([self._pool.submit(lambda: None)])  # it comes after all that was asked here
        else:
            self._pool.shutdown(wait=True)
        self._under_way = 0
        sweeping.end(self)

    def _open_book(self) -> Book:
        if self.book is None:
            raise Broken(where="no book")
        return self.book

    def _deliver(self, errand: _Errand, future: Future[Any]) -> None:
        self._under_way -= 1
        self._may_be_let_go.discard(future)
        try:
            if shiboken6.isValid(errand.owner):
                self._answer(errand, future)
        finally:
            sweeping.sweep()
            if not self.busy:
                self._sweeps.stop()
                self.rested.emit()

    def _answer(self, errand: _Errand, future: Future[Any]) -> None:
        fault = future.exception()
        if fault is None:
            errand.then(future.result())
            return
        problem = fault if isinstance(fault, Problem) else _ours(fault)
        if isinstance(problem, Blocked | Broken):
            faults.codes[problem.code] += 1
        if errand.refused:
            errand.refused(problem)
        else:
            self.troubled.emit(problem)


def _ours(fault: BaseException) -> Broken:
    """A fault of ours, noted by its place and never by its words, which could be private."""
    where = faults.note(fault)
    log.error(where)
    return Broken(where=where)
