"""Runs of lines as they arrive: verified stretches of one stream, each up to a number that its author signed for."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from caregiver_desk.records import journal
from caregiver_desk.records.journal import Stream
from caregiver_desk.store.streams import Span


class Sent(NamedTuple):
    """A line as it travels: its body, or None where it was blanked, and its digest."""

    body: bytes | None
    digest: str


class Run(NamedTuple):
    """A verified stretch of one stream, up to a number whose tip its author signed."""

    stream: Stream
    key: str  # the author's public key
    span: Span
    signature: str  # empty for the beginning of a run, where its author signed only the end
    sent: Iterable[Sent]


class Whole(NamedTuple):
    """A run that was read to its end, with the running digest before its first line and after each."""

    run: Run
    sent: Sequence[Sent]
    running: Sequence[str]

    def digest(self, number: int) -> str:
        return self.sent[number - self.run.span.low].digest

    def running_at(self, number: int) -> str:
        return self.running[number + 1 - self.run.span.low]

    def before(self, number: int) -> Run:
        """What comes before a line."""
        span = self.run.span._replace(high=number - 1, running=self.running_at(number - 1))
        return self.run._replace(span=span, signature="", sent=self.sent[: number - span.low])

    def since(self, number: int) -> Run:
        """A line and what comes after it."""
        span = self.run.span._replace(low=number, ahead=self.running_at(number - 1))
        return self.run._replace(span=span, sent=self.sent[number - self.run.span.low :])


def at_hand(runs: Iterable[Run]) -> list[Run]:
    """All of them with their lines, read to the end: nobody waits for what is still being deciphered."""
    return [run._replace(sent=list(run.sent)) for run in runs]


def pass_over(run: Run) -> None:
    """Read a run to its end and keep nothing of it: what comes after it stands behind it."""
    deque(run.sent, maxlen=0)


def whole(run: Run) -> Whole:
    """Read a run to its end."""
    sent = list(run.sent)
    running = list(accumulate((each.digest for each in sent), journal.running, initial=run.span.ahead))
    return Whole(run._replace(sent=sent), sent, running)
