"""Who may be heard where: a pure function of the control statements a book holds.

Context. Rights change while bundles are on the road. If it mattered in which order news of them arrives, two books with
the same lines could disagree.

Decision. Statements are lines of a laptop's *control* stream: content-free, opaque ids and marks only. They ride in
every bundle and are weighed before anything else. A statement's record is its kind and its subject:

    enrolment/MARK     may: true      MARK = mark(key, scope): whoever speaks with that key may write in that scope
                       may: false     no longer; what she wrote until then goes on counting:
                       last/MARK: n   MARK = mark(*stream): up to there; of a stream not listed, nothing
                       at/MARK: name  of the running digest there (see below)
                       until: day     beside `may: true`: for a time only (see below); version 2
                       for/MARK: true beside `until`: MARK = mark(record), the time in another's place; version 3
    revocation/MARK    out: true   MARK = mark(key): whoever speaks with that key
                       last/MARK: n   MARK = mark(*stream): what counts of that stream; of one not listed, nothing
                       at/MARK: name  of the running digest there
    handover/RECORD    to: MARK      MARK = mark(record, scope): where the record lives from now on
    erasure/RECORD     ground: one of a short list of codes
    sameness/RECORD    same/OTHER: yes or no, or null for open (see sameness)

Each is taken back by a withdrawal. A subject is a whole id or a whole mark; anything else is no statement. One of a
higher version than this program knows is kept and passed on, and obeyed once the program knows it. A statement is
written in the lowest version in which it can be said, so that older programs go on obeying all they understand.

Who is a coordinator is no statement: it is taken as given, from words that were compared, or from the newest list of
the organisation (see organisation), which may end one as well. What she says after her end is not even weighed.

A line counts when its key is not revoked at its number; when its key founded the scope, or is a coordinator's, or is
enrolled there by a coordinator or by the founder; and when the record was born in that scope or handed over to it. A
coordinator may end the founder's right as well: a team goes on when she who began it leaves. A coordinator's
revocations (of others) and erasures hold whatever is said about her later: two coordinators who lock each other out are
both out, and an erased word never returns. From anyone else an erasure only hides the record and asks;
whoever may write where the record lives can take that back, and a coordinator can decline it.

*An enrolment is of a key, not of a laptop id.* Who restored her book, or moved it to another machine, goes on under a
new id, and nobody has to enrol her again.

*The end of an enrolment is not a lock-out.* Who leaves a team leaves her work there: it counts as far as whoever ended
the enrolment knew it, or any of several who did. Her requests to erase, in her control stream, go on in the same way.

*A right for a time ends by what was said when it began*, so that nobody has to be reached on its last day. The day is
the first on which it holds no longer. It is read with the `may` beside it, never alone: a later `may` without a day is
for good, and of two days that were said apart the later one holds. But wall clocks decide nothing that anyone has seen,
so the day weighs no line: what a laptop that does not know of it, or whose clock is wrong, goes on writing counts and
is flagged (store/lapsed). What does ask for the day is whoever acts now, by her own clock: she writes there no more
(acts/keeping), and nobody sends her more of it (sync/profiles). The ordinary end of the enrolment makes it final. Two
times at once say each which scopes they lend, so that each can end alone (acts/growth/stepping). A program that knows
no days hears nothing by such an enrolment, where it would else take it for one for good: what was written meanwhile
waits there, is passed on, and counts once the end is final or the program is renewed.

*A lock-out is of a key too.* Whoever holds a stolen laptop can give it a new id at will, by restoring a backup or
copying the disk; a new key he can give it only by becoming a stranger. So all ids of a key go out together, also those
that nobody has heard of yet, and nobody is heard on her own key. One thing is spared, here and at the end of an
enrolment: streams for the two in the room, or for their author alone, that are not listed. No coordinator ever holds
one and could say how far it was honest, and hardly anybody receives it; the victim of a theft who restores her book
keeps her private notes.

*What is said to count is named by its running digest as well.* Whoever has the key could sign another first line
afterwards, and where a stream forks nothing counts. So of a stream that forked, the lines that lead to a named end
count up to there, whatever else is signed; of a control stream only where a coordinator named it at a lock-out.

Consequences. What does not count is kept, relayed, and counts again when the statements change. Marks let a stranger's
book carry these statements without learning which scopes exist.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from math import inf
from typing import TypeVar

from caregiver_desk import clock
from caregiver_desk.records.folding import Folded, Withdrawal, fold
from caregiver_desk.records.journal import Audience, Held, Stream


class Statement(StrEnum):
    """The kinds of a control stream."""

    ENROLMENT = "enrolment"
    REVOCATION = "revocation"
    HANDOVER = "handover"
    ERASURE = "erasure"
    SAMENESS = "sameness"

    def about(self, subject: str) -> str:
        """The record of a statement of this kind about a subject."""
        return f"{self}/{subject}"


class Ground(StrEnum):
    """Why a record is erased. A code and never words, because statements ride in every bundle."""

    ASKED = "asked_by_the_person"
    CONSENT = "consent_withdrawn"
    RETENTION = "retention_ended"
    MISTAKE = "recorded_by_mistake"
    ORDERED = "ordered_by_law"


class Value(StrEnum):
    """What a statement may say of a field; nothing else is believed."""

    YES = "yes"
    YES_OR_NO = "yes or no"
    YES_NO_OR_OPEN = "yes, no or open"
    NUMBER = "number"
    MARK = "mark"
    GROUND = "ground"
    NAME = "name"  # of a running digest
    DAY = "day"


VERSION = 1  # of a statement that says nothing of what came later
LATER: Mapping[tuple[str, str], int] = {  # versions, by kind and field
    (Statement.ENROLMENT, "until"): 2,
    (Statement.ENROLMENT, "for"): 3,
}
FIELDS: Mapping[str, Mapping[str, Value]] = {
    Statement.ENROLMENT: {
        "may": Value.YES_OR_NO,
        "last": Value.NUMBER,
        "at": Value.NAME,
        "until": Value.DAY,
        "for": Value.YES,
    },
    Statement.REVOCATION: {"out": Value.YES, "last": Value.NUMBER, "at": Value.NAME},
    Statement.HANDOVER: {"to": Value.MARK},
    Statement.ERASURE: {"ground": Value.GROUND},
    Statement.SAMENESS: {"same": Value.YES_NO_OR_OPEN},
}


def version_of(kind: str, fields: Iterable[str]) -> int:
    """The version in which a statement is written that says these fields."""
    return max((LATER.get((kind, name.partition("/")[0]), VERSION) for name in fields), default=VERSION)


def newest_version(kind: str) -> int:
    """The highest version of a statement that this program can read."""
    return version_of(kind, FIELDS[kind])


def control_stream(laptop: str) -> Stream:
    return Stream(laptop, "", Audience.CONTROL)


@dataclass(frozen=True)
class Known:
    """What a book takes as given: the keys of coordinators, and which key speaks for which laptop.

    `ended` are those who coordinate no longer by the word of their organisation (see organisation), and how far their
    streams count, by mark: the last number, and the name of the running digest there.
    """

    coordinators: frozenset[str] = frozenset()
    keys: Mapping[str, str] = field(default_factory=dict)
    ended: Mapping[str, Mapping[str, tuple[int, str]]] = field(default_factory=dict)

    def key(self, laptop: str) -> str:
        return self.keys.get(laptop, "")

    def is_coordinator(self, laptop: str) -> bool:
        return self.key(laptop) in self.coordinators

    def believes_whom(self, other: Known) -> bool:
        """Whether the same are taken for coordinators as by another, and for as long."""
        return (self.coordinators, self.ended) == (other.coordinators, other.ended)

    def heard(self, statements: Iterable[Held]) -> list[Held]:
        """Without what those said who had ended: not even a lock-out or an erasure of theirs holds.

        Nor what they signed later under a number that they had used: where their stream forked, only the named branch.
        """
        if not self.ended:
            return list(statements)
        return [held for held in statements if self._in_time(held)]

    def _in_time(self, held: Held) -> bool:
        ends = self.ended.get(self.key(held.stream.laptop))
        return ends is None or (held.counts and held.number <= ends.get(clock.mark(*held.stream), (0, ""))[0])


Ends = Mapping[str, frozenset[tuple[int, str]]]  # mark of a stream: numbers, and names of the running digests there
PRIVATE = frozenset({Audience.PAIR, Audience.SELF})  # nobody else receives them, so nobody can say how far to hear them
Asked = TypeVar("Asked")
Said = Mapping[str, Sequence[Held]]  # subject: the statements about it


@dataclass(frozen=True)
class Right:
    """To write in a scope: whether a key has it now or ever had it; if it ended, up to where its streams count."""

    now: bool
    ever: bool
    last: Mapping[str, int] = field(default_factory=dict)
    ends: Ends = field(default_factory=dict)
    until: date | None = None  # where it is for a time: the first day on which she asks for it no longer

    def on(self, day: date | None) -> bool:
        """Whether she has it now, and if a day is asked for, on that day as well."""
        return self.now and (day is None or self.until is None or day < self.until)


MOST_PLACES = 100_000  # keys in scopes whose marks are remembered
OWNER = Right(now=True, ever=True)
NOTHING_SAID = fold(())


@dataclass(frozen=True)
class Standing:
    """The statements of a book, weighed."""

    known: Known
    last: Mapping[str, Mapping[str, int]] = field(default_factory=dict)  # mark of a revoked key: stream mark: number
    ends: Ends = field(default_factory=dict)  # named at lock-outs
    enrolments: Said = field(default_factory=dict)  # by mark(key, scope)
    homes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # record: marks it was handed to, newest first
    disputed: frozenset[str] = frozenset()  # records that were handed to two places at once
    erased: frozenset[str] = frozenset()
    asked: Said = field(default_factory=dict)  # by record: requests to erase it, and what takes them back
    sameness: Said = field(default_factory=dict)  # by record: with which others it is of one, or is not
    _rights: dict[tuple[str, str], Right] = field(default_factory=dict, compare=False, repr=False)

    def limit(self, stream: Stream) -> float:
        """The last number of this stream that is heard, for all that is said of its author's key."""
        heights = self.last.get(_place(self.known.key(stream.laptop))) if self.last else None
        return inf if heights is None else _listed(heights, stream)

    def heard_to(self, stream: Stream, scope: str) -> float:
        """The last number of this stream for which its author had the right to write in a scope."""
        right = self._right(self.known.key(stream.laptop), scope)
        return inf if right.now else _listed(right.last, stream) if right.ever else 0

    def named_ends(self, stream: Stream) -> frozenset[tuple[int, str]]:
        """Ends of this stream, up to which it was said to count, by whoever may say so."""
        right = self._enrolled(self.known.key(stream.laptop), stream.scope)
        mark = clock.mark(*stream)
        return self.ends.get(mark, frozenset()) | right.ends.get(mark, frozenset())

    def is_out(self, key: str) -> bool:
        """Whether whoever speaks with this key is locked out."""
        return clock.mark(key) in self.last

    def may_write(self, laptop: str, scope: str, on: date | None = None) -> bool:
        return self.may_be_written_by(self.known.key(laptop), scope, on)

    def may_be_written_by(self, key: str, scope: str, on: date | None = None) -> bool:
        """Whether who speaks with this key may write in this scope, also from a laptop that nobody has heard of yet.

        Without a day, whether what she writes there counts; with one, also whether her time there lasts on that day.
        """
        return self._right(key, scope).on(on)

    def until(self, key: str, scope: str) -> date | None:
        """From which day she may write in a scope no longer, where she may for a time only."""
        return self._right(key, scope).until

    def lent_for(self, key: str, scope: str) -> frozenset[str]:
        """The marks of the times in another's place for which she was ever let into a scope, over or not."""
        names = (name.partition("/") for held in self._entitled(key, scope) for name in held.line.fields)
        return frozenset(mark for what, _, mark in names if what == "for")

    def is_let_in(self, key: str, scope: str, on: date | None = None) -> bool:
        """Whether she may write in a scope for having founded it, or for being let in by name: not as a coordinator."""
        named = clock.founded(key, scope) or self._enrolled(key, scope).now
        return named and self.may_be_written_by(key, scope, on)

    def may_let_in(self, key: str, scope: str) -> bool:
        """Whether it counts what this key says of who may write in a scope: a coordinator's, or its founder's still."""
        founder = clock.founded(key, scope) and self.may_be_written_by(key, scope)
        return key in self.known.coordinators or founder

    def may_be_ended(self, key: str, scope: str, *, by: str) -> bool:
        """Whether this key may write in a scope because somebody said so, or founded it and a coordinator asks."""
        founder = by in self.known.coordinators and key not in self.known.coordinators
        return self._enrolled(key, scope).now or (founder and self.may_be_written_by(key, scope))

    def heights_said(self, key: str, scope: str) -> Mapping[str, int]:
        """How far the streams of a key, by mark, were known to those who ended its enrolments in a scope."""
        return self._right(key, scope).last

    def _right(self, key: str, scope: str) -> Right:
        if (key, scope) not in self._rights:
            self._rights[key, scope] = self._weighed(key, scope)
        return self._rights[key, scope]

    def _weighed(self, key: str, scope: str) -> Right:
        said = self._enrolled(key, scope)
        owns = key in self.known.coordinators or (clock.founded(key, scope) and not said.ever)
        return OWNER if owns else said

    def _may_enrol(self, held: Held, scope: str) -> bool:
        """Whether who says this is a coordinator, or founded the scope and it was hers still."""
        author = self.known.key(held.stream.laptop)
        founder = clock.founded(author, scope) and held.number <= self.heard_to(held.stream, scope)
        return author in self.known.coordinators or founder

    def _entitled(self, key: str, scope: str) -> list[Held]:
        """What others who may say it say of a key: nobody enrols herself."""
        said = self.enrolments.get(_place(key, scope), ())
        others = (each for each in said if self.known.key(each.stream.laptop) != key)
        return [each for each in others if self._may_enrol(each, scope)]

    def _enrolled(self, key: str, scope: str) -> Right:
        """What is said of a key by others."""
        entitled = self._entitled(key, scope)
        folded = fold(entitled) if entitled else NOTHING_SAID
        heads = folded.current.get("may", ())
        let_in = [head for head in heads if head.line.fields["may"]]
        now = bool(let_in) and folded.withdrawal != Withdrawal.GONE
        return Right(now, bool(heads), last_said(folded, max), ends_said(folded), _until(let_in) if now else None)

    def let_in_by(self, place: str) -> set[str]:
        """The keys of those who said something of an enrolment."""
        return {self.known.key(held.stream.laptop) for held in self.enrolments.get(place, ())}

    def lived_in(self, record: str, scope: str) -> bool:
        """Whether this record was born in this scope or was ever handed over to it."""
        return clock.born_in(record, scope) or clock.mark(record, scope) in self.homes.get(record, ())

    def lives_in(self, record: str, scope: str) -> bool:
        """Whether this record lives in this scope now."""
        homes = self.homes.get(record)
        return clock.mark(record, scope) == homes[0] if homes else clock.born_in(record, scope)

    def hidden(self, record: str, home: str) -> bool:
        """Whether somebody who may write where it lives asked that it be erased, and none of them took that back."""
        requests = self.asked.get(record, ())
        return is_said([each for each in requests if each.number <= self.heard_to(each.stream, home)])


class Otherwise:
    """Tells which streams can be heard otherwise by one standing than by another, without weighing each."""

    def __init__(self, old: Standing, new: Standing) -> None:
        self._new = new
        self._every = not new.known.believes_whom(old.known)
        self._laptops = new.known.keys.keys() - old.known.keys.keys()
        self._subjects = differing(old.enrolments, new.enrolments) | differing(old.last, new.last)

    def __bool__(self) -> bool:
        return bool(self._every or self._laptops or self._subjects)

    def may_hear(self, stream: Stream) -> bool:
        """What is said of its author decides it, and of who let her in."""
        if self._every or stream.laptop in self._laptops:
            return True
        key, scope = self._new.known.key(stream.laptop), stream.scope
        place, author = _place(key, scope), _place(key)
        by = (_place(each, scope) for each in self._new.let_in_by(place))
        return not self._subjects.isdisjoint((place, author, *by))


def differing(old: Mapping[Asked, object], new: Mapping[Asked, object]) -> set[Asked]:
    """Of what they say different things."""
    return {each for each in old.keys() | new.keys() if old.get(each) != new.get(each)}


@lru_cache(maxsize=MOST_PLACES)
def _place(*of: str) -> str:
    """The mark of a key, or of a key in a scope: asked for each stream whenever something is said."""
    return clock.mark(*of)


def is_said(lines: Sequence[Held]) -> bool:
    """Whether somebody who is heard said so, and it was not taken back."""
    return any(held.counts for held in lines) and fold(lines).withdrawal != Withdrawal.GONE


def last_said(folded: Folded, of_two: Callable[[Iterable[int]], int]) -> dict[str, int]:
    """The last numbers that a statement gives, by mark of the stream."""
    return {
        name.partition("/")[2]: of_two(int(head.line.fields[name] or 0) for head in heads)
        for name, heads in folded.current.items()
        if name.startswith("last/")
    }


def ends_said(folded: Folded) -> Ends:
    """The ends that a statement names, by mark of the stream: a number, and the name of the running digest there."""
    named = {name.partition("/")[2]: heads for name, heads in folded.current.items() if name.startswith("at/")}
    return {
        mark: frozenset(
            (int(head.line.fields.get(f"last/{mark}") or 0), str(head.line.fields[f"at/{mark}"])) for head in heads
        )
        for mark, heads in named.items()
    }


def _until(let_in: Iterable[Held]) -> date | None:
    """The latest day of those said apart; none where one of them lets her in for good."""
    days = [str(head.line.fields.get("until") or "") for head in let_in]
    return date.fromisoformat(max(days)) if all(days) else None


def _listed(heights: Mapping[str, int], stream: Stream) -> float:
    return heights.get(clock.mark(*stream), inf if stream.audience in PRIVATE else 0)
