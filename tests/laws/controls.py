"""Books that mean it wrongly, each in one way that has been tried elsewhere. Every one must be found out by a law."""

from __future__ import annotations

from collections.abc import Iterable

from books import Book, Place
from line import Held, mark
from oracle import View


class LatestClockWins(View):
    """Of all values the one with the latest time stands, whoever had seen what."""

    def look(self, record: str, name: str) -> list[Held]:
        counted = [line for line in self.about[record] if name in line.body.fields and not self.objection(line)]
        return sorted(counted, key=lambda line: line.body.at)[-1:]


class WholeViewNames(View):
    """A line names what is current in all that its writer sees, and nothing that stands behind it in another scope."""

    def names(self, lines: Iterable[Held], name: str) -> dict[str, str]:
        return {line.tag: mark(line.body.record, line.stream.scope) for line in lines}


class RevocableErasure(View):
    """An erasure is forgotten when the laptop that asked for it is revoked."""

    def erased(self) -> set[str]:
        asked = (line for record in list(self.about) if record.startswith("erasure/") for line in self.about[record])
        return {line.body.record.partition("/")[2] for line in asked if self.accepted(line) and self.entitled(line)}


# --- as the meaning was first agreed, before the worlds found it wanting


class EachScopeAlone(View):
    """A line names what is current in each scope taken alone, but not what its writer has only heard of."""

    def names(self, lines: Iterable[Held], name: str) -> dict[str, str]:
        tops = super().names(lines, name)
        return {tag: place for tag, place in tops.items() if tag in self.held}


class RestatementsAreOpinions(View):
    """What a coordinator restates at a hand-over stands against those who replaced the original."""

    def replaces(self, later: Held, line: Held, name: str) -> bool:
        return line.tag in self.trail(later, name)


class NothingIsAwaited(View):
    """A quarrel is shown although what may explain it has not arrived."""

    def waits(self, line: Held, on: Held, name: str) -> bool:
        return False


class OneWishIsEnough(View):
    """A withdrawn record is gone although somebody has asked for it again."""
    ...


class ReusedId(Book):
    """A restored or copied book goes on under its old id."""

    def begin_anew(self, laptop: str) -> None:
        pass


class HighestNumber(Book):
    """What a reader has is taken to be all up to the highest number that she has."""

    def acknowledged(self, reader: str) -> frozenset[Place]:
        known = super().acknowledged(reader)
        return frozenset((stream, n) for stream, number in known for n in range(1, number + 1))
