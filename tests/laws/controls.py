"""Books that mean it wrongly, each in one way that has been tried elsewhere or was once agreed here.

Every one must be found out by a law; a law that lets one of them pass proves nothing about the right ones.
"""

from __future__ import annotations

from math import inf
from typing import Any

from books import Book, Bundle
from line import Held, Reads, Stream, Whole, commits, key_of, mark
from oracle import View


class LatestClock(View):
    def look(self, record: str, name: str) -> list[Held]:
        return sorted(self.counted(record, name), key=lambda line: line.body.at)[-1:]


class LatestClockWins(Book):
    """Of all values the one with the latest time stands, whoever had seen what."""

    meaning = LatestClock


class ByArrival(View):
    def displayed(self, lines: list[Held]) -> Held:
        return lines[-1]


class TheLastToArriveIsShown(Book):
    """Of two values in conflict the one is displayed that came last."""

    meaning = ByArrival


class WholeViewIsNamed(Book):
    """A line names what is current in all that its writer sees, and nothing that stands behind it in another scope."""

    def names(self, lines: list[Held], name: str) -> dict[str, str]:
        return {line.tag: mark(line.body.record, line.stream.scope) for line in lines if name in line.body.fields}


class OldIdIsReused(Book):
    """A restored or copied book goes on under the id that it had."""

    def begin_anew(self, laptop: str) -> None:
        pass


class HighestNumberIsEnough(Book):
    """A reader is taken to have all up to the highest number that she has."""

    def acknowledged(self, reader: str) -> frozenset[Whole]:
        heights: dict[Stream, int] = {}
        for stream, number, _ in super().acknowledged(reader):
            heights[stream] = max(number, heights.get(stream, 0))
        return frozenset(line.whole for line in self.lines.values() if line.number <= heights.get(line.stream, 0))


class ErasureIsRevocable(Book):
    """An erasure is forgotten with the laptop that asked for it."""

    def erased(self, view: View) -> set[str]:
        asked = (line for line in view.held.values() if line.body.record.startswith("erasure/") and view.accepted(line))
        return {line.body.record.partition("/")[2] for line in asked if key_of(line.stream.laptop) in self.anchors}


class ReceiptsNameEverything(Book):
    """A bundle acknowledges all that its maker has, also of streams that its reader may not read."""

    def bundle_for(self, reader: str, reads: Reads) -> Bundle:
        return super().bundle_for(reader, reads)._replace(received=frozenset(one.whole for one in self.lines.values()))


# --- as it was first agreed, until a world was found in which a law did not hold


class Numbered(View):
    def vouch(self, stream: Stream) -> set[str]:  # noqa: ARG002 - whatever is named
        return set()


class ALockOutNamesANumber(Book):
    """Whoever has the key signs another line under an old number, and takes back what counted."""

    meaning = Numbered


class HearsayIsForgotten(Book):
    """A line does not name what its writer has only heard of."""

    def names(self, lines: list[Held], name: str) -> dict[str, str]:
        return {tag: place for tag, place in super().names(lines, name).items() if tag in self.view().held}


class Opinions(View):
    def replaces(self, later: Held, line: Held, name: str) -> bool:
        return line.tag in self.trail(later, name)


class RestatementsAreOpinions(Book):
    """What is restated at a hand-over stands against whoever had replaced the original meanwhile."""

    meaning = Opinions


class OnlyTheShownMoves(Book):
    """Of a quarrel, a hand-over takes along the value that is displayed and leaves the others behind."""

    def moving(self, record: str, name: str) -> list[Held]:
        return [self.view().displayed(super().moving(record, name))]


class Hasty(View):
    def quarrel(self, one: Held, other: Held, name: str) -> bool:
        return one.value(name) != other.value(name)


class NothingIsAwaited(Book):
    """A quarrel is shown although what explains it may be on its way."""

    meaning = Hasty


class Discreet(View):
    def shown(self, record: str, name: str) -> dict[str, Any]:
        return super().shown(record, name) | {"waiting": []}


class WhatIsUnsureIsSilent(Book):
    """While something is on its way, only one value is to be seen; if it never comes, for ever."""

    meaning = Discreet


class Stubborn(View):
    def look(self, record: str, name: str) -> list[Held]:
        lines = super().look(record, name)
        return [line for line in lines if name == "withdrawn" and line.value(name)] or lines


class WithdrawalWins(Book):
    """A withdrawn record is gone although somebody else, at the same time, has asked for it again."""

    meaning = Stubborn


class Literal(View):
    def led(self, tags: set[str], line: Held, name: str) -> bool:
        return name in line.body.fields and line.tag in tags


class OnlyTheNamedIsWithdrawn(Book):
    """A withdrawal covers what was current when it was made, but not what stood behind that."""

    meaning = Literal


class BlanksAreBelieved(Book):
    """A blanked line is taken although no statement explains it."""

    def informed(self, bundle: Bundle) -> bool:
        return super().informed(bundle._replace(received=frozenset()))


class ByLaptop(View):
    def revocation(self, stream: Stream) -> str:
        return f"revocation/{mark(stream.laptop)}"

    def entitled(self, line: Held) -> bool:
        own = line.body.record == self.revocation(line.stream)
        return not own and super().entitled(line)


class OnlyTheLaptopIsLockedOut(Book):
    """A lock-out is of a laptop id, and its thief makes himself another."""

    meaning = ByLaptop


class Merciless(View):
    def last_accepted(self, stream: Stream) -> float:
        found = super().last_accepted(stream)
        return 0 if found == inf and self.stands(self.revocation(stream)) else found


class PrivateNotesGoToo(Book):
    """What a victim wrote for herself goes with all else that nobody had before she was locked out."""

    meaning = Merciless


class Trusting(View):
    def judge(self, line: Held) -> str:
        return super().judge(line).replace("not enrolled", "")


class AnybodyIsHeard(Book):
    """Whoever reads a scope may write there."""

    meaning = Trusting


class StrangersAreDropped(Book):
    """What does not count is not passed on."""

    def bundle_for(self, reader: str, reads: Reads) -> Bundle:
        whole, view = super().bundle_for(reader, reads), self.view()
        refused = {line.tag for line in view.held.values() if line.stream.scope and view.objection(line)}
        return whole._replace(lines=tuple(line for line in whole.lines if line.tag not in refused))


class OneIdOnly(View):
    def enrolment(self, laptop: str, scope: str) -> str:
        return f"enrolment/{mark(laptop, scope)}"


class OnlyTheLaptopIsEnrolled(Book):
    """An enrolment is of a laptop id, and who restores her book goes on under another."""

    meaning = OneIdOnly


class Ungrateful(View):
    def heard_to(self, stream: Stream, scope: str) -> float:
        found = super().heard_to(stream, scope)
        return found if found == inf else 0


class HerTimeIsForgotten(Book):
    """The end of an enrolment takes away what she wrote while she was enrolled."""

    meaning = Ungrateful


class Founding(View):
    def heard_to(self, stream: Stream, scope: str) -> float:
        return inf if commits(scope, key_of(stream.laptop)) else super().heard_to(stream, scope)


class AFounderStaysForEver(Book):
    """Whoever began a team writes there, whatever a coordinator says."""

    meaning = Founding


class Forgiving(View):
    def heard_to(self, stream: Stream, scope: str) -> float:
        return inf if super().heard_to(stream, scope) else 0


class SheGoesOn(Book):
    """The end of an enrolment changes nothing."""

    meaning = Forgiving


class FromNowOn(View):
    def judge(self, line: Held) -> str:
        welcomes = self.about[self.enrolment(line.stream.laptop, line.stream.scope)]
        early = any(line.body.at < welcome.body.at for welcome in welcomes)
        return super().judge(line) or "too early" * early


class TheFirstWordsAreLost(Book):
    """An enrolment lets be heard what was written after it, not what was kept until then."""

    meaning = FromNowOn


class Strict(View):
    def late(self, line: Held, name: str) -> bool:
        home = self.home(line.body.record)
        there = {other.tag for other in self.about[line.body.record] if other.stream.scope == home}
        return line.stream.scope != home and not self.led(there, line, name)


class WhatStayedBehindIsLate(Book):
    """Whatever no line of the new scope leads to was written after the hand-over."""

    meaning = Strict


class Lenient(View):
    def row(self, record: str) -> dict[str, Any]:
        row = super().row(record)
        return row | {"findings": [finding for finding in row["findings"] if finding != "written after hand-over"]}


class NothingIsLate(Book):
    """Nobody is told that something was written after the hand-over."""

    meaning = Lenient


class UndoGoesByTheClock(Book):
    """An undo brings back the latest of all that the undone line named, also what had been replaced before."""

    def before(self, line: Held, name: str) -> list[Held] | None:
        view, tags = self.view(), line.named(name)
        lines = [view.held[tag] for tag in tags if tag in view.held]
        return [view.displayed(lines)] if lines else []


class UndoPicksASide(Book):
    """An undo of what settled a quarrel brings back only the value that was shown."""

    def before(self, line: Held, name: str) -> list[Held] | None:
        stood = super().before(line, name)
        return stood[:1] if stood else stood


class AKeyAcknowledges(Book):
    """What one laptop of a key has is taken to be had by all."""

    def acknowledged(self, reader: str) -> frozenset[Whole]:
        alike = (known for laptop, known in self.received.items() if key_of(laptop) == key_of(reader))
        return frozenset[Whole]().union(*alike)


class ANumberAcknowledges(Book):
    """Who says that she holds line 7 is taken to hold whatever stands here under that number."""

    def acknowledged(self, reader: str) -> frozenset[Whole]:
        places = {(stream, number) for stream, number, _ in super().acknowledged(reader)}
        return frozenset(line.whole for line in self.lines.values() if line.place in places)


class ATwinIsNotNoticed(Book):
    """A book goes on under its id although lines are known under it that it never wrote."""

    def take(self, bundle: Bundle) -> bool:
        super().take(bundle)
        return False


class TheLastReceiptStands(Book):
    """A receipt takes the place of the one before, also when it is the older one and comes late."""

    def take(self, bundle: Bundle) -> bool:
        twin = super().take(bundle)
        self.received[bundle.sender] = bundle.received
        return twin


# --- who is of one, who moved, and who goes on with another key


class Apart(View):
    def together(self, record: str) -> frozenset[str]:
        return frozenset({record})


class NobodyIsJoined(Book):
    """Whatever is said of two records, each is shown by itself."""

    meaning = Apart


class Chained(View):
    def together(self, record: str) -> frozenset[str]:
        found, todo = {record}, [record]
        while todo:
            here = todo.pop()
            fresh = [each for each in self.beside.get(here, set()) - found if True in self.word(here, each)]
            found.update(fresh)
            todo += fresh
        return frozenset((found - self.erased()) | {record})


class SameWins(Book):
    """Two are joined where anybody says so, whoever says otherwise."""

    meaning = Chained


class OnlyPairs(View):
    def together(self, record: str) -> frozenset[str]:
        found, todo = {record}, [record]
        while todo:
            here = todo.pop()
            fresh = [each for each in self.beside.get(here, set()) - found if self.word(here, each) == {True}]
            found.update(fresh)
            todo += fresh
        return frozenset((found - self.erased()) | {record})


class AChainJoinsThemAll(Book):
    """Two of whom it is said that they are not the same stand together by way of a third."""

    meaning = OnlyPairs


class Credulous(View):
    def knows(self, said: Held, record: str) -> bool:  # noqa: ARG002 - whoever says it
        return True


class AnybodyJoins(Book):
    """Of two records anybody may speak, also who may write of neither."""

    meaning = Credulous


class Faces(View):
    def lines_of(self, record: str) -> list[Held]:
        return self.about[record]


class OnlyTheFaceIsTold(Book):
    """Of two that stand together, what was said of the other one is not shown."""

    meaning = Faces


class WhatMovesIsTheFaces(Book):
    """Of records that stand together, all that moves is said again of the one that is shown."""

    def own(self, line: Held) -> str:
        return self.view().face(line.body.record)


class UndoGoesToTheFace(Book):
    """What an undo brings back is said of the record that is shown, of whichever it was said before."""

    def first_of(self, line: Held, name: str, like: Held) -> Held:  # noqa: ARG002 - of the first
        view = self.view()
        return next(one for one in view.lines_of(line.body.record) if one.body.record == view.face(like.body.record))


class Displaced(View):
    def heard_to(self, stream: Stream, scope: str) -> float:
        offers = [line for line in self.held.values() if line.body.kind == "enrolment" and line.body.fields.get("may")]
        offers = [line for line in offers if line.body.record in {self.enrolment(one, scope) for one in self.laptops}]
        last = max(offers, key=lambda line: line.body.at, default=None)
        mine = last is None or last.body.record == self.enrolment(stream.laptop, scope)
        return super().heard_to(stream, scope) if mine or key_of(stream.laptop) in self.anchors else 0


class TheLastMoverWins(Book):
    """Of two to whom one team was handed, each by somebody who did not know of the other, one is not heard."""

    meaning = Displaced


class Settled(View):
    def moves(self, record: str) -> set[Any]:
        moves = self.current(f"handover/{record}", "to")
        return {self.displayed(moves).body.fields["to"]} if moves else set()


class OnlyTheLastHomeCounts(Book):
    """What was written of a record where it lived in between counts no more."""

    meaning = Settled


class Inherited(View):
    def last_accepted(self, stream: Stream) -> float:
        told = [line for scope in self.scopes for line in self.about[self.enrolment(stream.laptop, scope)]]
        out = any(self.stands(self.revocation(line.stream)) for line in told if line.stream.laptop != stream.laptop)
        return 0 if out and stream.scope else super().last_accepted(stream)


class WhomTheStolenKeyLetInIsOut(Book):
    """The victim's new key goes out with the old one that let it in first."""

    meaning = Inherited


class Forgetful(View):
    def last_accepted(self, stream: Stream) -> float:  # noqa: ARG002 - whoever it is
        return inf


class TheThiefWritesOn(Book):
    """A lock-out changes nothing."""

    meaning = Forgetful
