"""Carries a script out on the books of the model, and notes the truth while it does so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from math import inf
from typing import Any, TypeVar

from books import Book, Bundle, Save
from line import (
    CONTROL,
    TRAVELLING,
    Held,
    Line,
    Reads,
    Scalar,
    Stream,
    age,
    audience_of,
    commit,
    commits,
    key_of,
    mark,
)
from oracle import View
from truth import Truth
from worlds import World, left_out

Thing = TypeVar("Thing")


def label_of(whole: str) -> str:
    """Ids of the model begin with their label."""
    return whole.partition("~")[0]


def in_order(records: Iterable[str]) -> list[str]:
    return sorted(records, key=lambda record: int(label_of(record)[1:]))


def picked(things: Sequence[Thing], pick: int) -> Sequence[Thing]:
    """One thing or none."""
    return [things[pick % len(things)]] if things else []


class OraclePlayer:
    def __init__(self, world: World, make: type[Book] = Book) -> None:
        self.now, self.truth = 0, Truth()
        self.scopes = {scope: commit(scope, f"K{founder}") for scope, founder in world.founders.items()}
        self.clocks = {laptop.label: laptop.offset for laptop in world.laptops}
        self.heedless = {laptop.label for laptop in world.laptops if laptop.heedless}
        self.books: dict[str, Book] = {}
        self.creations: set[str] = set()
        self.dropped: set[str] = set()  # what was in a book when its owner went back to an older backup
        self.generations: dict[str, int] = defaultdict(int)
        self.saves: dict[str, list[list[Line]]] = defaultdict(list)
        self.backups: dict[str, list[Book]] = defaultdict(list)
        self.post: dict[str, list[Bundle]] = defaultdict(list)  # every bundle ever made, by its reader
        self.anchors = frozenset(f"K{laptop.label}" for laptop in world.laptops if laptop.coordinator)
        self.keys = {f"K{laptop.label}" for laptop in world.laptops}  # all have met
        for laptop in world.laptops:
            reads = Reads(frozenset(laptop.audiences), frozenset(self.scopes[scope] for scope in laptop.scopes))
            own = f"{laptop.label}.0~K{laptop.label}"
            self.books[laptop.label] = make(own, self.anchors, reads, laptop.version, self.keys)

    # --- what a laptop sees, and where it may write

    def visible(self, laptop: str) -> list[str]:
        view = self.books[laptop].view()
        return in_order(record for record in view.records() if view.shows(record))

    def heeded(self, laptop: str) -> bool:
        """Not revoked, as far as its own book knows."""
        book = self.books[laptop]
        return book.view().last_accepted(Stream(book.laptop, "", CONTROL)) == inf

    def may_write(self, laptop: str, scope: str) -> bool:
        book = self.books[laptop]
        allowed = laptop in self.heedless or (self.heeded(laptop) and book.view().may_write(book.laptop, scope))
        return scope in book.reads.scopes and allowed

    def leads(self, laptop: str) -> bool:
        book = self.books[laptop]
        return key_of(book.laptop) in book.anchors

    # --- saves

    def write(self, laptop: str, wish: Save, known: dict[str, list[Held]] | None = None) -> list[Line]:
        written = self.books[laptop].save(wish, self.now + self.clocks[laptop])
        self.truth.note(written, wish.seen, known or wish.seen)
        self.truth.wrote[laptop] |= {line.tag for line in written}
        return written

    def say(self, laptop: str, record: str, fields: dict[str, Scalar], scope: str = "") -> list[Line]:
        """Values instead of all that is current, by one who knows whatever counts."""
        view = self.books[laptop].view()
        seen = {name: view.current(record, name) for name in fields}
        known = {name: view.counted(record, name) for name in fields}
        return self.write(laptop, Save(record, scope, fields, seen), known)

    def change(self, laptop: str, record: str, fields: dict[str, Scalar]) -> None:
        """Fields of a record of which this laptop may write some, where the record lives."""
        scope, reads = self.books[laptop].view().home(record), self.books[laptop].reads
        fields = {name: value for name, value in fields.items() if audience_of(name) in reads.audiences}
        if fields and self.may_write(laptop, scope):
            self.saves[laptop].append(self.say(laptop, record, self.in_words_of(laptop, fields), scope))

    def in_words_of(self, laptop: str, fields: dict[str, Scalar]) -> dict[str, Scalar]:
        old = self.books[laptop].version == 1
        return {("hue" if old and name == "colour" else name): value for name, value in fields.items()}

    def take_back(self, laptop: str, record: str, scope: str = "") -> list[Line]:
        """Withdraw it, saying all that was seen of it."""
        book, view = self.books[laptop], self.books[laptop].view()
        tags = {line.tag for name in view.fields(record) for line in book.topmost(record, name)}
        known = {name: view.counted(record, name) for name in (*view.fields(record), "withdrawn")}
        fields: dict[str, Scalar] = {"withdrawn": ",".join(sorted(tags))}
        return self.write(laptop, Save(record, scope, fields, {"withdrawn": view.current(record, "withdrawn")}), known)

    # --- the steps

    def create(self, *, laptop: str, record: str, scope: str, fields: dict[str, Scalar]) -> None:
        before = len(self.saves[laptop])
        self.change(laptop, commit(record, self.scopes[scope]), fields)
        self.creations |= {line.tag for save in self.saves[laptop][before:] for line in save}

    def edit(self, *, laptop: str, pick: int, field: str, value: Scalar) -> None:
        for record in picked(self.visible(laptop), pick):
            self.change(laptop, record, {field: value})

    def settle(self, *, laptop: str, pick: int, choice: int) -> None:
        view = self.books[laptop].view()
        places = [(record, name) for record in self.visible(laptop) for name in view.fields(record)]
        for record, name in picked([place for place in places if view.shown(*place)["quarrel"]], pick):
            for value in picked(view.shown(record, name)["quarrel"], choice):
                self.change(laptop, record, {name: value})

    def undo(self, *, laptop: str, pick: int) -> None:
        view = self.books[laptop].view()
        saves = [[view.held[line.tag] for line in save if line.tag in view.held] for save in self.saves[laptop]]
        for save in picked([save for save in saves if any(self.standing(view, line) for line in save)], pick):
            record = view.face(save[0].body.record)
            scope = view.home(record)
            if not self.may_write(laptop, scope):
                return
            if save[0].tag in self.creations:
                self.saves[laptop].append(self.take_back(laptop, record, scope))
            else:
                self.saves[laptop].append([line for held in save for line in self.undone(laptop, view, held)])

    def standing(self, view: View, line: Held) -> list[str]:
        """The fields of a save that nobody has replaced since."""
        record = line.body.record
        alive = view.shows(record) or "withdrawn" in line.body.fields
        return [name for name in line.body.fields if alive and line in view.current(record, name)]

    def undone(self, laptop: str, view: View, line: Held) -> list[Line]:
        """What was there before, instead of this line alone; a field of which that is not here stays as it is.

        Each of several values that it replaced is said by a line of its own, and the shown one at the last. It is said
        of the record of which it was said before: records that are of one may be parted again.
        """
        book = self.books[laptop]
        befores = {name: book.before(line, name) for name in self.standing(view, line)}
        known = {name: lines for name, lines in befores.items() if lines is not None}
        written = []
        for turn in reversed(range(max((len(lines) or 1 for lines in known.values()), default=0))):
            stood = {name: lines[turn] if lines else None for name, lines in known.items() if turn < max(len(lines), 1)}
            for record, names in self.whose(book, view, line, stood).items():
                fields = {name: one.body.fields[name] if (one := stood[name]) else None for name in names}
                wish = Save(record, view.home(record), fields, {name: [line] for name in fields}, undoes=line.tag)
                written += (said := self.write(laptop, wish))
                self.truth.repeat(said, [one for name in names if (one := stood[name]) and name == "withdrawn"])
        counting = {held.tag for held in view.lines_of(line.body.record) if not view.objection(held)}
        self.truth.take_back(written, line, counting)
        return written

    def whose(self, book: Book, view: View, line: Held, stood: dict[str, Held | None]) -> dict[str, list[str]]:
        """The fields of which something stood there, by the record of which that was said, if she may write of it."""
        face, apart = view.face(line.body.record), dict[str, list[str]]()
        for name, one in stood.items():
            own = book.first_of(line, name, one).body.record if one else face
            free = own == face or view.may_write(book.laptop, view.home(own))
            apart.setdefault(own if free else face, []).append(name)
        return apart

    def withdraw(self, *, laptop: str, pick: int) -> None:
        for record in picked(self.visible(laptop), pick):
            scope = self.books[laptop].view().home(record)
            if self.may_write(laptop, scope):
                self.saves[laptop].append(self.take_back(laptop, record, scope))

    def reinstate(self, *, laptop: str, pick: int) -> None:
        view = self.books[laptop].view()
        for record in picked(in_order(record for record in view.records() if view.withdrawal(record)), pick):
            self.change(laptop, record, {"withdrawn": None})

    def same(self, *, laptop: str, pick: int, other: int) -> None:
        self.compare(laptop, pick, other, said=True)

    def not_same(self, *, laptop: str, pick: int, other: int) -> None:
        self.compare(laptop, pick, other, said=False)

    def compare(self, laptop: str, pick: int, other: int, *, said: bool) -> None:
        seen = self.visible(laptop)
        for one, two in zip(picked(seen, pick), picked(seen, other), strict=True):
            if one != two and self.may_speak(laptop, one, two):
                self.say_of_two(laptop, one, two, said)

    def may_speak(self, laptop: str, *records: str) -> bool:
        view = self.books[laptop].view()
        leads = self.leads(laptop) and self.heeded(laptop)
        return leads or all(self.may_write(laptop, view.home(record)) for record in records)

    def say_of_two(self, laptop: str, one: str, other: str, said: Scalar) -> None:
        first, second = sorted((one, other), key=age)
        (statement,) = self.say(laptop, f"sameness/{first}", {f"same/{second}": said})
        self.truth.compare(statement, frozenset((one, other)), said)

    def part(self, *, laptop: str, pick: int) -> None:
        view = self.books[laptop].view()
        pairs = {tuple(sorted((one, other), key=age)) for one, others in view.beside.items() for other in others}
        said = sorted((two for two in pairs if view.word(*two) - {None}), key=lambda two: (age(two[0]), age(two[1])))
        for two in picked(said, pick):
            if self.may_speak(laptop, *two):
                self.say_of_two(laptop, *two, None)

    def hand_over(self, *, laptop: str, pick: int, scope: str) -> None:
        book, to = self.books[laptop], self.scopes[scope]
        for face in picked(self.visible(laptop), pick):
            view = book.view()
            if not self.leads(laptop) or not self.may_write(laptop, to) or view.home(face) == to:
                return
            of_one = sorted(view.of_one(face), key=view.precedence)
            moving = [(name, line) for each in of_one for name in view.fields(face) for line in book.moving(each, name)]
            for each in of_one:
                (statement,) = self.say(laptop, f"handover/{each}", {"to": mark(each, to)})
                seen = {line.tag for line in view.lines_of(each) if not view.objection(line)}
                self.truth.hand(statement, each, to, seen)
            for each in of_one[1:]:
                self.say_of_two(laptop, face, each, True)
            for name, line in moving:
                if line.stream.audience in TRAVELLING and line.stream.scope != to:
                    self.restate(laptop, line, name, to)

    def hand_over_team(self, *, laptop: str, whom: str, scope: str) -> None:
        if self.leads(laptop) and self.may_offer(laptop, self.scopes[scope]):
            self.enrol(laptop=laptop, whom=whom, scope=scope)
            to, done = key_of(self.books[whom].laptop), set[str]()
            for label, other in self.books.items():
                key = key_of(other.laptop)
                if key != to and key not in self.anchors | done:
                    self.dismiss(laptop=laptop, whom=label, scope=scope)
                    done.add(key)

    def replace(self, *, laptop: str, whom: str, pick: int, label: str) -> None:
        if self.leads(whom):
            return self.clone(laptop=whom, label=label)
        self.go_on(whom, label, (*picked(self.backups[whom], pick), self.books[whom])[0])
        if not self.leads(laptop):
            return None
        view, old = self.books[laptop].view(), self.books[whom].laptop
        might = [name for name in sorted(self.scopes) if view.may_write(old, self.scopes[name])]
        self.revoke(laptop=laptop, whom=whom, back=0)
        for scope in might:
            self.enrol(laptop=laptop, whom=label, scope=scope)
        return self.heedless.add(whom)

    def go_on(self, whom: str, label: str, before: Book) -> None:
        """With a new key, from an older book of hers."""
        key, book = f"K{label}", before.twin()
        book.version = self.books[whom].version
        self.truth.wrote[label] = set(self.truth.wrote[whom])
        self.books[label], self.clocks[label], self.saves[label] = book, self.clocks[whom], list(self.saves[whom])
        book.begin_anew(f"{label}.0~{key_of(book.laptop)}")
        self.keys.add(key)
        view, held = book.view(), {line.stream.scope for line in book.lines.values()}
        for name in sorted(self.scopes):
            if (scope := self.scopes[name]) in held and view.may_write(book.laptop, scope):
                (statement,) = self.say(label, f"enrolment/{mark(key, scope)}", {"may": True})
                self.truth.enrolled[key, scope].append(statement)
        book.begin_anew(f"{label}.1~{key}")
        self.generations[label] = 1
        for one in self.books.values():
            one.views = {}

    def restate(self, laptop: str, line: Held, name: str, scope: str) -> None:
        origin, fields = line.body.origin or line.tag, {name: line.body.fields[name]}
        self.write(laptop, Save(self.books[laptop].own(line), scope, fields, {name: [line]}, origin=origin))

    def enrol(self, *, laptop: str, whom: str, scope: str) -> None:
        other = self.books[whom].laptop
        if self.may_offer(laptop, self.scopes[scope]):
            enrolment = self.books[laptop].view().enrolment(other, self.scopes[scope])
            (statement,) = self.say(laptop, enrolment, {"may": True})
            self.truth.enrolled[key_of(other), self.scopes[scope]].append(statement)

    def dismiss(self, *, laptop: str, whom: str, scope: str) -> None:
        book, key, place = self.books[laptop], key_of(self.books[whom].laptop), self.scopes[scope]
        view, enrolment = book.view(), book.view().enrolment(self.books[whom].laptop, place)
        said = [line.body.fields["may"] for line in view.current(enrolment, "may")]
        founder = commits(place, key) and not said and self.leads(laptop)
        if self.may_offer(laptop, place) and key != key_of(book.laptop) and (any(said) or founder):
            ends = {stream: line for stream, line in self.tops(book, key).items() if stream.scope in ("", place)}
            further = {s: end for s, end in ends.items() if end.number >= self.said(view, enrolment, s)}
            (statement,) = self.say(laptop, enrolment, {"may": False, **self.named(further)})
            self.truth.dismiss(key, place, statement, {stream: line.number for stream, line in ends.items()})

    def named(self, ends: dict[Stream, Line]) -> dict[str, Any]:
        """How far streams count, and which lines these ends are: another book may write under the same numbers."""
        told: dict[str, Any] = {}
        for stream, line in ends.items():
            told |= {f"last/{mark(*stream)}": line.number} | ({f"at/{mark(*stream)}": line.tag} if line.tag else {})
        return told

    def said(self, view: View, statement: str, stream: Stream) -> int:
        """How far this stream was said to count."""
        name = f"last/{mark(*stream)}"
        return max((int(line.body.fields[name] or 0) for line in view.current(statement, name)), default=0)

    def may_offer(self, laptop: str, scope: str) -> bool:
        return self.heeded(laptop) and (self.leads(laptop) or commits(scope, key_of(self.books[laptop].laptop)))

    def revoke(self, *, laptop: str, whom: str, back: int) -> None:
        book, stream = self.books[laptop], Stream(self.books[whom].laptop, "", CONTROL)
        key = key_of(stream.laptop)
        if self.leads(laptop) and key != key_of(book.laptop):
            held = {line.place for line in book.lines.values() if key_of(line.stream.laptop) == key}
            ends = {stream: self.back(book, line, back) for stream, line in self.heights(book, key).items()}
            (statement,) = self.say(laptop, book.view().revocation(stream), {"out": True, **self.named(ends)})
            self.truth.shut_out(key, statement, held, self.leading_to(book, ends.values()))

    def of_key(self, book: Book, key: str) -> dict[Stream, dict[int, Line]]:
        """What is held of each stream of a key before it forks."""
        found: dict[Stream, dict[int, Line]] = defaultdict(dict)
        for line in book.lines.values():
            if key_of(line.stream.laptop) == key:
                found[line.stream][line.number] = line
        forked = book.look(book.reads).forked
        return {s: {n: each for n, each in lines.items() if n < forked.get(s, inf)} for s, lines in found.items()}

    def tops(self, book: Book, key: str) -> dict[Stream, Line]:
        """The last of these lines."""
        return {
            s: max(lines.values(), key=lambda line: line.number, default=Line(s, 0, "", None))
            for s, lines in self.of_key(book, key).items()
        }

    def heights(self, book: Book, key: str) -> dict[Stream, Line]:
        """The last of them that has come without a gap; none, where the first has not."""
        return {
            s: lines.get(next(n for n in count() if n + 1 not in lines), Line(s, 0, "", None))
            for s, lines in self.of_key(book, key).items()
        }

    def back(self, book: Book, line: Line, steps: int) -> Line:
        """So many lines earlier."""
        for _ in range(min(steps, line.number)):
            line = book.lines.get(line.ahead, Line(line.stream, 0, "", None))
        return line

    def leading_to(self, book: Book, ends: Iterable[Line]) -> set[str]:
        """The tags of lines and of all before them."""
        return {self.back(book, end, steps).tag for end in ends for steps in range(end.number)}

    def lift(self, *, laptop: str, whom: str) -> None:
        book, stream = self.books[laptop], Stream(self.books[whom].laptop, "", CONTROL)
        revocation, key = book.view().revocation(stream), key_of(stream.laptop)
        if self.leads(laptop) and key != key_of(book.laptop) and book.view().stands(revocation):
            self.take_back(laptop, revocation)
            self.truth.let_in.add(key)

    def erase(self, *, laptop: str, pick: int) -> None:
        view = self.books[laptop].view()
        for face in picked(self.visible(laptop), pick):
            for record in sorted(view.of_one(face), key=view.precedence):
                self.say(laptop, f"erasure/{record}", {"ground": "asked for"})

    def set_aside(self, *, laptop: str, pick: int) -> None:
        book = self.books[laptop]
        book.aside.update(picked([n for n, new in enumerate(book.imports) if new and n not in book.aside], pick))
        book.views = {}

    def bring_back(self, *, laptop: str, pick: int) -> None:
        book = self.books[laptop]
        book.aside.difference_update(picked(sorted(book.aside), pick))
        book.views = {}

    # --- what travels

    def exchange(self, *, sender: str, receiver: str, cut: int, copies: int) -> None:
        if sender == receiver:
            return
        reader = self.books[receiver]
        whole = self.books[sender].bundle_for(reader.laptop, reader.reads)
        told = self.truth.told[sender, whole.sender, reader.laptop]
        self.truth.repeated |= told & {line.whole for line in whole.lines}
        bundle = whole._replace(lines=tuple(line for line in whole.lines if not left_out(cut, self.name(line))))
        self.post[receiver].append(bundle)
        for _ in range(copies):
            self.take(receiver, bundle)

    def take(self, label: str, bundle: Bundle) -> None:
        book = self.books[label]
        self.truth.told[label, book.laptop, bundle.sender] |= bundle.received
        if book.take(bundle):
            self.begin_anew(label, book)

    def begin_anew(self, label: str, book: Book) -> None:
        self.generations[label] += 1
        book.begin_anew(f"{label}.{self.generations[label]}~{key_of(book.laptop)}")

    def relay(self, *, first: str, second: str, receiver: str, cut: int) -> None:
        self.exchange(sender=first, receiver=second, cut=cut, copies=1)
        self.exchange(sender=second, receiver=receiver, cut=cut, copies=1)

    def replay(self, *, receiver: str, pick: int) -> None:
        for bundle in picked(self.post[receiver], pick):
            self.take(receiver, bundle)

    def back_up(self, *, laptop: str) -> None:
        self.backups[laptop].append(self.books[laptop].twin())

    def restore(self, *, laptop: str, pick: int) -> None:
        now = self.books[laptop]
        for backup in picked(self.backups[laptop], pick):
            old = backup.twin()
            old.version = now.version
            self.begin_anew(laptop, old)
            self.books[laptop] = old
            self.dropped |= {line.tag for digest, line in now.lines.items() if digest not in old.lines}

    def clone(self, *, laptop: str, label: str) -> None:
        self.copy(laptop=laptop, label=label)
        self.books[label].begin_anew(f"{label}.0~{key_of(self.books[laptop].laptop)}")

    def copy(self, *, laptop: str, label: str) -> None:
        twin = self.books[laptop].twin()
        self.truth.copied.add(twin.laptop)
        self.truth.wrote[label] = set(self.truth.wrote[laptop])
        self.books[label], self.clocks[label], self.saves[label] = twin, self.clocks[laptop], list(self.saves[laptop])
        self.heedless |= {label} if laptop in self.heedless else set()

    def set_clock(self, *, laptop: str, offset: int) -> None:
        self.clocks[laptop] = offset

    def upgrade(self, *, laptop: str) -> None:
        self.books[laptop].version = 2
        self.books[laptop].views = {}

    # --- what is to be compared

    def name(self, line: Line) -> str:
        """Of a line, in labels."""
        (laptop, scope, audience), number = line.place
        return f"{label_of(laptop)}|{label_of(scope)}|{audience}|{number}"

    def held(self, laptop: str) -> list[str]:
        lines = self.books[laptop].lines.values()
        return sorted(self.name(line) + ("" if line.body else " blanked") for line in lines)

    def state(self, laptop: str) -> dict[str, Any]:
        book = self.books[laptop]
        rows = book.look(book.reads).state()
        homes = {record: {"home": label_of(row["home"])} if "home" in row else {} for record, row in rows.items()}
        return {label_of(record): rows[record] | homes[record] for record in in_order(rows)}
