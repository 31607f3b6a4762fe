"""Random statements about who may be heard where, told twice: to the program and to the model.

A case has a few keys, some of them coordinators', laptops that speak with them, scopes that they founded, records born
there; enrolments, their ends, lock-outs, hand-overs and what takes them back, each by somebody who knew some of those
before; and lines of any author, scope, number and record. Nothing is carried: only the weighing is asked.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import line as model
from line import Body, Reads, commit
from oracle import View

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import WITHDRAWN, Held, Line, Scalar, Stream
from caregiver_desk.records.sharing.standing import Known, Standing, Statement, control_stream
from caregiver_desk.records.sharing.weighing import weigh, weigh_on

KEYS = ("K1", "K2", "K3", "K4")
AUDIENCES = ("open", "words", "pair")
MOST = 0.65  # of what could have been seen or known


@dataclass
class Case:
    """What both were told, and what is to be asked of them."""

    coordinators: frozenset[str]
    laptops: list[tuple[str, str, str]] = field(default_factory=list)  # key, the program's id, the model's
    scopes: list[tuple[str, str]] = field(default_factory=list)
    records: list[tuple[str, str]] = field(default_factory=list)
    told: list[Held] = field(default_factory=list)
    meant: list[model.Line] = field(default_factory=list)

    def standing(self, shuffled: random.Random | None = None) -> Standing:
        """What was said, weighed in the order in which it was said or in any other."""
        told = shuffled.sample(self.told, len(self.told)) if shuffled else self.told
        return weigh(told, Known(self.coordinators, {real: key for key, real, _ in self.laptops}))

    def standing_in_parts(self, dice: random.Random) -> Standing:
        """What was said, weighed on part by part, the lock-outs first."""
        known = Known(self.coordinators, {real: key for key, real, _ in self.laptops})
        said = sorted(self.told, key=lambda held: held.line.kind != Statement.REVOCATION)
        first = dice.randint(sum(held.line.kind == Statement.REVOCATION for held in said), len(said))
        standing = weigh(said[:first], known)
        for number, held in enumerate(said[first:], first + 1):
            about = [each for each in said[:number] if each.line.record == held.line.record]
            standing = weigh_on(standing, known, about)
        return standing

    def view(self, lines: list[model.Line]) -> View:
        reads = Reads(frozenset(AUDIENCES), frozenset(scope for _, scope in self.scopes))
        return View([*self.meant, *lines], self.coordinators, reads, 2, frozenset(), KEYS)


def is_heard(standing: Standing, stream: Stream, number: int, record: str) -> bool:
    right = min(standing.heard_to(stream, stream.scope), standing.limit(stream))
    return number <= right and standing.lived_in(record, stream.scope)


def weighed_otherwise(seed: int) -> bool:
    """Whether it matters that what was said was weighed part by part."""
    case, dice = Teller(seed).told(), random.Random(seed)  # noqa: S311
    whole, parts = case.standing(), case.standing_in_parts(dice)
    asked = [(key, scope) for key in KEYS for scope, _ in case.scopes]
    rights = [[each.heights_said(*place) for place in asked] for each in (whole, parts)]
    may = [[each.may_be_written_by(*place) for place in asked] for each in (whole, parts)]
    return whole.homes != parts.homes or whole.last != parts.last or rights[0] != rights[1] or may[0] != may[1]


class Teller:
    """Tells one case from one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 -- a case must come again from its seed
        self.case = Case(frozenset(KEYS[: self.dice.randint(1, 2)]))
        self.numbers: dict[str, int] = {}
        self.subjects: list[tuple[str, str]] = []  # of what was said, to the program and to the model
        for key in KEYS:
            for n in range(self.dice.randint(1, 2)):
                self.case.laptops.append((key, clock.new_laptop(key), f"{key}.{n}~{key}"))
        for n in range(2):
            founder = self.dice.choice(KEYS)
            self.case.scopes.append((clock.new_scope(founder), commit(f"S{n}", founder)))
        for n, (real, meant) in enumerate(self.case.scopes):
            self.case.records.append((clock.new_record(real), commit(f"r{n + 1}", meant)))

    def told(self) -> Case:
        for _ in range(self.dice.randint(1, 9)):
            self.dice.choice((self.enrolment, self.enrolment, self.end, self.lock_out, self.lift, self.hand_over))()
        return self.case

    # --- what is said

    def enrolment(self) -> None:
        """For good, or until a day."""
        told: dict[str, Scalar] = {
            "may": True,
            **self.dice.choice(({}, {"until": f"2026-03-0{self.dice.randint(1, 9)}"})),
        }
        self.say("enrolment", self.right(self.dice.choice(KEYS)), told, told)

    def end(self) -> None:
        key = self.dice.choice(KEYS)
        real, meant = self.heights(key)
        self.say("enrolment", self.right(key), {"may": False, **real}, {"may": False, **meant})

    def lock_out(self) -> None:
        key = self.dice.choice(KEYS)
        real, meant = self.heights(key)
        self.say("revocation", (clock.mark(key), model.mark(key)), {"out": True, **real}, {"out": True, **meant})

    def lift(self) -> None:
        """Of some that were locked out, by who had seen some of it."""
        outs = [n for n, held in enumerate(self.case.told) if held.line.kind == "revocation"]
        if outs:
            subject = self.subjects[self.dice.choice(outs)]
            known = [n for n in outs if self.subjects[n] == subject and self.dice.random() < MOST]
            real, meant = (",".join(sorted(each[n].tag for n in known)) for each in (self.case.told, self.case.meant))
            self.say("revocation", subject, {WITHDRAWN: real}, {WITHDRAWN: meant})

    def hand_over(self) -> None:
        record, scope = self.dice.choice(self.case.records), self.dice.choice(self.case.scopes)
        marks = [{"to": mark(record[n], scope[n])} for n, mark in enumerate((clock.mark, model.mark))]
        self.say("handover", record, *marks)

    def right(self, key: str) -> tuple[str, str]:
        real, meant = self.dice.choice(self.case.scopes)
        return clock.mark(key, real), model.mark(key, meant)

    def heights(self, key: str) -> tuple[dict[str, Scalar], dict[str, Scalar]]:
        """How far some of the streams of a key are known."""
        real, meant = dict[str, Scalar](), dict[str, Scalar]()
        for streams in self.streams(key):
            if self.dice.random() < MOST:
                height = self.dice.randint(0, 4)
                real[f"last/{clock.mark(*streams[0])}"] = height
                meant[f"last/{model.mark(*streams[1])}"] = height
        return real, meant

    def streams(self, key: str) -> Iterator[tuple[Stream, model.Stream]]:
        for _, real, meant in (each for each in self.case.laptops if each[0] == key):
            yield control_stream(real), model.Stream(meant, "", model.CONTROL)
            for scope in self.case.scopes:
                for audience in AUDIENCES:
                    yield Stream(real, scope[0], audience), model.Stream(meant, scope[1], audience)

    def say(self, kind: str, subject: tuple[str, str], real: dict[str, Scalar], meant: dict[str, Scalar]) -> None:
        """By anybody, in place of some of what was said of this before."""
        _, laptop, model_laptop = self.dice.choice(self.case.laptops)
        number = self.numbers[laptop] = self.numbers.get(laptop, 0) + 1
        seen = [n for n, each in enumerate(self.subjects) if each == subject and self.dice.random() < MOST]
        self.subjects.append(subject)
        self.tell(kind, subject[0], real, seen, control_stream(laptop), number)
        self.mean(kind, subject[1], meant, seen, model.Stream(model_laptop, "", model.CONTROL), number)

    def tell(
        self, kind: str, subject: str, fields: dict[str, Scalar], seen: list[int], stream: Stream, number: int
    ) -> None:
        told = [(self.case.told[n].tag, sorted(fields.keys() & self.case.told[n].line.fields.keys())) for n in seen]
        names = {tag: tuple(common) for tag, common in sorted(told) if common}
        at, record = len(self.subjects), f"{kind}/{subject}"
        line = Line(salt=f"s{at}", at=at, by="", kind=kind, record=record, fields=fields, replaces=names)
        self.case.told.append(Held(journal.tag(journal.write(line)), stream, number, line, counts=True))

    def mean(
        self, kind: str, subject: str, fields: dict[str, Scalar], seen: list[int], stream: model.Stream, number: int
    ) -> None:
        bodies = [(self.case.meant[n].tag, self.case.meant[n].body) for n in seen]
        names = {tag: sorted(fields.keys() & body.fields.keys()) for tag, body in bodies if body}
        at, record = len(self.subjects), f"{kind}/{subject}"
        body = Body(at, kind, 1, record, fields, {model.mark(record, ""): {tag: of for tag, of in names.items() if of}})
        self.case.meant.append(model.Line(stream, number, model.mark(body.text, *stream) * 2, body))

    # --- what is asked

    def lines(self, how_many: int) -> Iterator[tuple[tuple[Stream, int, str], model.Line]]:
        for n in range(how_many):
            _, laptop, model_laptop = self.dice.choice(self.case.laptops)
            scope, record = self.dice.choice(self.case.scopes), self.dice.choice(self.case.records)
            audience, number = self.dice.choice(AUDIENCES), 1 + n % 5
            body = Body(100 + n, "pebble", 2, record[1], {"colour": f"c{n}"}, {})
            stream = model.Stream(model_laptop, scope[1], audience)
            line = model.Line(stream, number, model.mark(body.text) * 2, body)
            yield (Stream(laptop, scope[0], audience), number, record[0]), line


def disagreements(seed: int, lines: int) -> list[str]:
    """Where the program hears somebody whom the model does not hear, or the other way round."""
    teller = Teller(seed)
    case = teller.told()
    asked = {place[:2]: (place, line) for place, line in teller.lines(lines)}  # one line under one number
    view, standing = case.view([line for _, line in asked.values()]), case.standing()
    said = (
        (line, is_heard(standing, *place), not view.objection(view.held[line.tag])) for place, line in asked.values()
    )
    return [f"case {seed}: {line.stream} {line.number}" for line, heard, meant in said if heard != meant]


def days_disagreed_on(seed: int) -> list[str]:
    """Where the program, having heard it in some order, says another last day of a right than the model."""
    teller = Teller(seed)
    case = teller.told()
    view, standing = case.view([]), case.standing(teller.dice)
    asked = [(key, meant, *scope) for key, _, meant in case.laptops for scope in case.scopes]
    said = (
        (key, str(standing.until(key, real) or ""), view.until(laptop, scope)) for key, laptop, real, scope in asked
    )
    return [f"case {seed}: {key} until {until}, not {meant}" for key, until, meant in said if until != meant]


def leaks(seed: int, admits: Callable[[Stream, str, Standing], bool]) -> list[str]:
    """Streams that go to somebody, by her key, although the model says that she may not write there."""
    teller = Teller(seed)
    case = teller.told()
    view, standing = case.view([]), case.standing()
    key, _, laptop = teller.dice.choice([each for each in case.laptops if each[0] not in case.coordinators])
    hers = {scope for _, scope in case.scopes if view.may_write(laptop, scope)}
    return [
        f"case {seed}: {meant} goes to {key}"
        for one in KEYS
        for real, meant in teller.streams(one)
        if real.scope and meant.scope not in hers and admits(real, key, standing)
    ]
