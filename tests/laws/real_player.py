"""Carries a script out on real encrypted books, with real sealed bundles, and tells their state in labels."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import real_copies
import real_moves
import real_post
from line import audience_of
from oracle_player import picked
from pebble import program
from real_rows import RealRows
from worlds import World

from caregiver_desk import clock, settings
from caregiver_desk.acts import undoing
from caregiver_desk.acts.sharing import sharing
from caregiver_desk.records import folding, journal
from caregiver_desk.records.folding import Folded, Withdrawal
from caregiver_desk.records.journal import TAG_LENGTH, WITHDRAWN, Held, Scalar, Stream
from caregiver_desk.records.sharing.sameness import Joined
from caregiver_desk.records.sharing.standing import Ground, Standing, Statement, control_stream
from caregiver_desk.records.undone import side_by_side
from caregiver_desk.store import (
    arrivals,
    histories,
    ledger,
    naming,
    partners,
    questions,
    receipts,
    sending,
    signing,
    streams,
    tips,
    vault,
)
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book
from caregiver_desk.store.hearing import Hearing, hear
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.sending import End
from caregiver_desk.sync import carriers, seal
from caregiver_desk.sync.opener import Opener

NO_HUB: Mapping[str, str] = {}


class RealPlayer:
    def __init__(self, world: World, folder: Path, opener: Opener, hubs: Mapping[str, str] = NO_HUB) -> None:
        """`hubs` are the addresses of those whose book stands in a hub."""
        self.now, self.folder, self.opener, self.hubs = 0, folder, opener, hubs
        self.clocks = {laptop.label: laptop.offset for laptop in world.laptops}
        self.versions = {laptop.label: laptop.version for laptop in world.laptops}
        self.audiences = {laptop.label: set(laptop.audiences) for laptop in world.laptops}
        self.leaders = {laptop.label for laptop in world.laptops if laptop.coordinator}
        self.heedless = {laptop.label for laptop in world.laptops if laptop.heedless}
        self.machines = {laptop.label: f"machine {laptop.label}" for laptop in world.laptops}
        self.names: dict[str, str] = {}  # id: label
        self.ids: dict[str, str] = {}  # label: id
        self.books: dict[str, Book] = {}
        self.generations: dict[str, int] = defaultdict(int)
        self.saves: dict[str, list[list[tuple[str, str]]]] = defaultdict(list)  # (record, tag)
        self.creations: set[str] = set()
        self.backups: dict[str, list[tuple[Path, set[str]]]] = defaultdict(list)
        self.post: dict[str, list[Path]] = defaultdict(list)
        self.files = count()
        self.tips: dict[str, str] = {}  # signatures, by the running digest that is signed for
        self.signed: dict[tuple[str, Stream], int] = defaultdict(int)  # by who signed
        for laptop in world.laptops:
            self.found(laptop.label)
        for scope, founder in world.founders.items():
            self.label(scope, clock.new_scope(self.books[founder].key))
        self.reads = {laptop.label: {self.ids[scope] for scope in laptop.scopes} for laptop in world.laptops}
        for one in self.books.values():
            for label in self.books:
                partners.keep(one, self.partner(label))

    def found(self, label: str) -> None:
        with self.program(label):
            opened = vault.fleeting(self.folder / f"{label}-0", self.hubs.get(label, ""))
            role = "coordinator" if label in self.leaders else "supervisor"
            self.books[label] = books.begin(
                opened, key=signing.public_key(opened.keys.signing), role=role, fictional=True
            )
        self.label(f"{label}.0", self.books[label].laptop)

    def label(self, label: str, name: str) -> None:
        self.names[name], self.ids[label] = label, name

    @contextmanager
    def program(self, label: str) -> Iterator[None]:
        """The program of this laptop's version, under its own clock, on its own machine."""
        home = {settings.HOME: str(self.folder / self.machines[label])}
        right = patch.object(clock, "now", lambda: self.now + self.clocks[label])
        with program(self.versions[label]), right, patch.dict(os.environ, home):
            yield

    def partner(self, label: str) -> Partner:
        book = self.books[label]
        reader = seal.reading_recipient(book.vault.keys.reading)
        role = "coordinator" if label in self.leaders else "supervisor"
        return Partner(book.key, book.laptop, reader, book.person, label, role, "aloud", 0)

    # --- what a laptop sees, and where it may write

    def standing(self, label: str) -> Standing:
        with self.books[label].reading() as cursor:
            return self.books[label].hearing(cursor).standing

    def heard(self, label: str) -> list[Any]:
        """Who is heard in its book, as that is remembered from step to step."""
        with self.books[label].reading() as cursor:
            return told_of(self.books[label].hearing(cursor))

    def heard_afresh(self, label: str) -> list[Any]:
        """The same, read from the store as if nothing were remembered."""
        book = self.books[label]
        with book.reading() as cursor:
            return told_of(hear(cursor, book.own_coordinators(cursor)))

    def lines(self, label: str, record: str, kind: str = "pebble") -> list[Held]:
        with self.books[label].reading() as cursor:
            return naming.lines_of(self.books[label], cursor, record, kind)

    def fold(self, label: str, record: str) -> Folded:
        book = self.books[label]
        with book.reading() as cursor:
            scopes = book.hearing(cursor).scopes()
        homes = {each: self.home(label, each) for each in self.joined(label).all_of(record)}
        return folding.fold(self.lines(label, record), homes=homes, scopes=scopes)

    def joined(self, label: str) -> Joined:
        with self.books[label].reading() as cursor:
            return self.books[label].hearing(cursor).joined

    def home(self, label: str, record: str) -> str:
        standing = self.standing(label)
        return next((scope for scope in sorted(self.reads[label]) if standing.lives_in(record, scope)), "")

    def rows(self, label: str, where: str = "1 = 1") -> list[str]:
        """Records of the book's own rows, by label."""
        with self.books[label].reading() as cursor:
            cursor.execute(f"SELECT id FROM pebble WHERE {where}")
            found = [row[0] for row in cursor.fetchall()]
        return self.in_order(found)

    def in_order(self, records: Iterable[str]) -> list[str]:
        return sorted(records, key=lambda record: int(self.names[record][1:]))

    def visible(self, label: str) -> list[str]:
        return self.rows(label, "gone = 0")

    def heeded(self, label: str) -> bool:
        return self.standing(label).limit(control_stream(self.books[label].laptop)) == float("inf")

    def may_write(self, label: str, scope: str) -> bool:
        standing = self.standing(label)
        allowed = self.heeded(label) and standing.may_write(self.books[label].laptop, scope)
        return scope in self.reads[label] and (label in self.heedless or allowed)

    # --- saves

    def append(self, label: str, *changes: Change) -> list[str]:
        """The tags of what was written; every one of them is signed for."""
        book = self.books[label]
        before = self.mine(label)
        ledger.append(book, "law", list(changes))
        self.sign(label)
        return [tag for tag in self.mine(label) if tag not in before]

    def mine(self, label: str) -> list[str]:
        return [tag for stream, _, tag, _ in self.journal(label) if stream.laptop == self.books[label].laptop]

    def journal(self, label: str) -> list[tuple[Stream, int, str, bool]]:
        """Every line held: its place, its tag, and whether it has its body."""
        with self.books[label].reading() as cursor:
            cursor.execute(
                "SELECT laptop, scope, audience, number, body, digest FROM line JOIN stream ON s = stream ORDER BY n"
            )
            return [
                (Stream(*row[:3]), row[3], (row[5] or journal.digest(row[4].encode()))[:TAG_LENGTH], row[4] is not None)
                for row in cursor.fetchall()
            ]

    def sign(self, label: str) -> None:
        """An author signs for every line of hers."""
        book = self.books[label]
        with book.reading() as cursor:
            for s, stream, (span, *_) in sending.held(cursor):
                if stream.laptop == book.laptop:
                    for number in range(self.signed[label, stream] + 1, span.high + 1):
                        running = streams.running_at(cursor, s, number)
                        self.tips[running] = tips.sign(stream, number, running, book.vault.keys.signing)
                    self.signed[label, stream] = span.high

    def save(self, label: str, record: str, *changes: Change) -> list[str]:
        tags = self.append(label, *changes)
        self.saves[label].append([(record, tag) for tag in tags])
        return tags

    def change(self, label: str, record: str, scope: str, fields: dict[str, Scalar]) -> list[str]:
        fields = {name: value for name, value in fields.items() if audience_of(name) in self.audiences[label]}
        if not fields or not self.may_write(label, scope):
            return []
        old = self.versions[label] == 1
        fields = {("hue" if old and name == "colour" else name): value for name, value in fields.items()}
        return self.save(label, record, Change("pebble", record, scope, fields))

    # --- the steps

    def create(self, *, laptop: str, record: str, scope: str, fields: dict[str, Scalar]) -> None:
        with self.program(laptop):
            whole = clock.new_record(self.ids[scope])
            self.label(record, whole)
            self.creations |= set(self.change(laptop, whole, self.ids[scope], fields))

    def edit(self, *, laptop: str, pick: int, field: str, value: Scalar) -> None:
        with self.program(laptop):
            for record in picked(self.visible(laptop), pick):
                self.change(laptop, record, self.home(laptop, record), {field: value})

    def settle(self, *, laptop: str, pick: int, choice: int) -> None:
        with self.program(laptop):
            odds = [
                (record, name, sorted({held.value(name) for held in heads}, key=str))
                for record in self.visible(laptop)
                for name, heads in sorted(self.fold(laptop, record).conflicts.items())
                if name != WITHDRAWN
            ]
            for record, name, values in picked(odds, pick):
                self.change(laptop, record, self.home(laptop, record), {_common(name): values[choice % len(values)]})

    def undo(self, *, laptop: str, pick: int) -> None:
        with self.program(laptop):
            alive = [save for save in self.saves[laptop] if any(self.still(laptop, *each) for each in save)]
            for save in picked(alive, pick):
                first = save[0][1]
                record = self.joined(laptop).shown(save[0][0])
                scope = self.home(laptop, record)
                if not self.may_write(laptop, scope):
                    return
                if first in self.creations:
                    self.save(laptop, record, Change("pebble", record, scope, {WITHDRAWN: True}))
                else:
                    self.saves[laptop].append([said for each in save for said in self.undone(laptop, *each, scope)])

    def still(self, label: str, record: str, tag: str) -> list[str]:
        """The fields of a line that nobody has replaced since, where anybody can see it."""
        current = self.fold(label, record).current
        held = next((each for each in self.lines(label, record) if each.tag == tag), None)
        if held is None or not (
            self.joined(label).shown(record) in self.visible(label) or WITHDRAWN in held.line.fields
        ):
            return []
        return [name for name in held.line.fields if tag in [head.tag for head in current.get(name, ())]]

    def undone(self, label: str, record: str, tag: str, scope: str) -> list[tuple[str, str]]:
        book, leaf = self.books[label], questions.get(self.books[label], "pebble", record)
        earlier = histories.before(book, "pebble", record, tag)
        said_of = histories.said_of(book, "pebble", record, tag)
        values = {name: earlier[name] for name in self.still(label, record, tag) if name in earlier}
        changes = [
            change
            for fields in side_by_side(values)
            for change in undoing._each_its_own(book, leaf, {leaf.id: scope}, fields, said_of, tag)
        ]
        return [(leaf.id, said) for said in (self.append(label, *changes) if changes else [])]

    def withdraw(self, *, laptop: str, pick: int) -> None:
        with self.program(laptop):
            for record in picked(self.visible(laptop), pick):
                scope = self.home(laptop, record)
                if self.may_write(laptop, scope):
                    self.save(laptop, record, Change("pebble", record, scope, {WITHDRAWN: True}))

    def reinstate(self, *, laptop: str, pick: int) -> None:
        with self.program(laptop):
            known = self.in_order({self.joined(laptop).shown(each) for each in self.everything(laptop)})
            withdrawn = [record for record in known if self.fold(laptop, record).withdrawal != Withdrawal.NONE]
            for record in picked(withdrawn, pick):
                self.change(laptop, record, self.home(laptop, record), {WITHDRAWN: None})

    def everything(self, label: str) -> set[str]:
        """Every record of which a line can be read."""
        with self.books[label].reading() as cursor:
            cursor.execute("SELECT DISTINCT record FROM line WHERE body IS NOT NULL AND record NOT LIKE '%/%'")
            return {row[0] for row in cursor.fetchall()}

    def hand_over(self, *, laptop: str, pick: int, scope: str) -> None:
        real_moves.hand_over(self, laptop, pick, self.ids[scope])

    def hand_over_team(self, *, laptop: str, whom: str, scope: str) -> None:
        real_moves.hand_over_team(self, laptop, whom, scope)

    def same(self, *, laptop: str, pick: int, other: int) -> None:
        real_moves.compare(self, laptop, pick, other, said=True)

    def not_same(self, *, laptop: str, pick: int, other: int) -> None:
        real_moves.compare(self, laptop, pick, other, said=False)

    def part(self, *, laptop: str, pick: int) -> None:
        real_moves.part(self, laptop, pick)

    def replace(self, *, laptop: str, whom: str, pick: int, label: str) -> None:
        real_moves.replace(self, laptop, whom, pick, label)

    def say(self, label: str, kind: Statement, subject: str, fields: dict[str, Scalar]) -> None:
        self.append(label, Change(kind, kind.about(subject), "", fields))

    def may_offer(self, label: str, scope: str) -> bool:
        return self.heeded(label) and (label in self.leaders_by_key() or clock.founded(self.books[label].key, scope))

    def leaders_by_key(self) -> set[str]:
        keys = {self.books[label].key for label in self.leaders}
        return {label for label, book in self.books.items() if book.key in keys}

    def enrol(self, *, laptop: str, whom: str, scope: str) -> None:
        with self.program(laptop):
            if self.may_offer(laptop, self.ids[scope]):
                subject = clock.mark(self.books[whom].key, self.ids[scope])
                self.say(laptop, Statement.ENROLMENT, subject, {"may": True})

    def dismiss(self, *, laptop: str, whom: str, scope: str) -> None:
        with self.program(laptop):
            subject = clock.mark(self.books[whom].key, self.ids[scope])
            standing, other = self.standing(laptop), self.books[whom].key
            right, hers = standing._enrolled(other, self.ids[scope]), other == self.books[laptop].key
            founder = clock.founded(other, self.ids[scope]) and not right.ever and laptop in self.leaders_by_key()
            if self.may_offer(laptop, self.ids[scope]) and not hers and (right.now or founder):
                said = right.last
                ends = sending.ends(self.books[laptop], other, over_holes=True).items()
                known = {clock.mark(*stream): end for stream, end in ends if stream.scope in {"", self.ids[scope]}}
                named = sharing._named({mark: end for mark, end in known.items() if end.number >= said.get(mark, 0)})
                self.say(laptop, Statement.ENROLMENT, subject, {"may": False, **named})

    def revoke(self, *, laptop: str, whom: str, back: int) -> None:
        with self.program(laptop):
            if laptop in self.leaders_by_key() and self.books[whom].key != self.books[laptop].key:
                ends = sending.ends(self.books[laptop], self.books[whom].key).items()
                named = sharing._named(
                    {clock.mark(*stream): self.back(laptop, stream, end, back) for stream, end in ends}
                )
                self.say(laptop, Statement.REVOCATION, clock.mark(self.books[whom].key), {"out": True, **named})

    def back(self, label: str, stream: Stream, end: End, steps: int) -> End:
        """So many lines earlier."""
        number = max(0, end.number - steps)
        with self.books[label].reading() as cursor:
            running = streams.running_at(cursor, streams.rows(cursor, stream)[0], number) if number else ""
        return End(number, receipts.name(running))

    def lift(self, *, laptop: str, whom: str) -> None:
        with self.program(laptop):
            other = self.books[whom]
            if (
                laptop in self.leaders_by_key()
                and other.key != self.books[laptop].key
                and self.standing(laptop).is_out(other.key)
            ):
                self.say(laptop, Statement.REVOCATION, clock.mark(other.key), {WITHDRAWN: True})

    def erase(self, *, laptop: str, pick: int) -> None:
        with self.program(laptop):
            for face in picked(self.visible(laptop), pick):
                for record in self.joined(laptop).all_of(face):
                    self.say(laptop, Statement.ERASURE, record, {"ground": Ground.ASKED})

    def set_aside(self, *, laptop: str, pick: int) -> None:
        self.turn(laptop, pick, aside=True)

    def bring_back(self, *, laptop: str, pick: int) -> None:
        self.turn(laptop, pick, aside=False)

    def turn(self, label: str, pick: int, *, aside: bool) -> None:
        with self.program(label):
            known = sorted(arrivals.opened(self.books[label]), key=lambda each: each.number)
            found = [each.number for each in known if each.aside != aside and each.summary["lines"]]
            for arrival in picked(found, pick):
                ledger.set_aside(self.books[label], arrival, aside=aside)

    # --- what travels

    def exchange(self, *, sender: str, receiver: str, cut: int, copies: int) -> None:
        if sender == receiver:
            return
        with self.program(sender):
            path = self.make(sender, receiver, cut)
        self.post[receiver].append(path)
        for _ in range(copies):
            self.take(receiver, path)

    def make(self, sender: str, receiver: str, cut: int) -> Path:
        sealed = real_post.make(self, sender, receiver, cut)
        return carriers.drop(self.folder, str(next(self.files)), sealed)

    def may_read(self, label: str, stream: Stream) -> bool:
        return not stream.scope or (stream.scope in self.reads[label] and stream.audience in self.audiences[label])

    def name(self, stream: Stream, number: int) -> str:
        return f"{self.names[stream.laptop]}|{self.names.get(stream.scope, '')}|{stream.audience}|{number}"

    def take(self, label: str, path: Path) -> None:
        book, laptop = self.books[label], self.books[label].laptop
        with self.program(label):
            real_post.take(book, self.opener, path)
        if book.laptop != laptop:
            self.name_anew(label)

    def relay(self, *, first: str, second: str, receiver: str, cut: int) -> None:
        self.exchange(sender=first, receiver=second, cut=cut, copies=1)
        self.exchange(sender=second, receiver=receiver, cut=cut, copies=1)

    def replay(self, *, receiver: str, pick: int) -> None:
        for path in picked(self.post[receiver], pick):
            self.take(receiver, path)

    def back_up(self, *, laptop: str) -> None:
        self.backups[laptop].append((real_copies.files_of(self, laptop), set()))

    def restore(self, *, laptop: str, pick: int) -> None:
        real_copies.restore(self, laptop, pick)

    def name_anew(self, label: str) -> None:
        self.generations[label] += 1
        self.label(f"{label}.{self.generations[label]}", self.books[label].laptop)

    def clone(self, *, laptop: str, label: str) -> None:
        real_copies.twin(self, laptop, label, renew=True)
        self.label(f"{label}.0", self.books[label].laptop)

    def copy(self, *, laptop: str, label: str) -> None:
        real_copies.twin(self, laptop, label, renew=False)

    def set_clock(self, *, laptop: str, offset: int) -> None:
        self.clocks[laptop] = offset

    def upgrade(self, *, laptop: str) -> None:
        self.versions[laptop] = 2
        self.catch_up(laptop)

    def catch_up(self, label: str) -> None:
        """What the program does when it finds rows of other declarations."""
        with self.program(label):
            if not books.follows_declarations(self.books[label]):
                ledger.rebuild(self.books[label])

    # --- what is to be compared

    def held(self, laptop: str) -> list[str]:
        found = {(stream, number, tag): whole for stream, number, tag, whole in self.journal(laptop)}
        return sorted(self.name(*line[:2]) + ("" if whole else " blanked") for line, whole in found.items())

    def state(self, laptop: str) -> dict[str, Any]:
        with self.program(laptop):
            rows = {self.names[record]: record for record in self.rows(laptop)}
            told = RealRows(self.books[laptop], self.names, lambda record: self.fold(laptop, record))
            return {label: told.row(record) for label, record in rows.items() if told.is_told(record)}


def _common(name: str) -> str:
    return "colour" if name == "hue" else name


def told_of(hearing: Hearing) -> list[Any]:
    """What a hearing says, in whatever order it was said."""
    standing = hearing.standing
    said = [standing.enrolments, standing.asked, standing.sameness]
    apart = [{about: sorted(lines, key=lambda held: held.tag) for about, lines in each.items()} for each in said]
    weighed = [standing.known, standing.last, standing.ends, standing.homes, standing.disputed, standing.erased]
    return [*apart, *weighed, *hearing[1:6], hearing.scopes(), {each: len(of) for each, of in hearing.said.items()}]
