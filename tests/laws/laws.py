"""The laws, each a question to a world that is played; the answers are complaints, and a good world has none.

They ask the books what they show, and the truth who knew what. None of them works anything out the way a book does.
Some are asked whenever a bundle has been opened, some of every bundle made, the rest when everything has travelled.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import combinations

from books import Book, Bundle
from line import Held, Reads
from oracle import View
from oracle_player import OraclePlayer
from truth import Truth
from worlds import World, play

Complaints = Iterator[str]


def places(view: View) -> Iterator[tuple[str, str]]:
    """Every field of every record of which anything is shown or was."""
    return ((record, name) for record in view.records() for name in (*view.fields(record), "withdrawn"))


def counted(view: View, record: str, name: str) -> list[Held]:
    return [line for line in view.about[record] if name in line.body.fields and not view.objection(line)]


def everything(book: Book) -> View:
    """With nothing set aside."""
    return book.look(book.reads)


# --- asked whenever a bundle has been opened


def what_was_replaced_stays_past(view: View, truth: Truth) -> Complaints:
    for record, name in places(view):
        current = {truth.root(line.tag) for line in view.current(record, name)}
        for later in counted(view, record, name):
            returned = {truth.root(tag) for tag in truth.saw[later.tag, name]} - {truth.root(later.tag)}
            yield from (f"{record} {name}: {tag} was replaced by {later.tag}" for tag in current & returned)


def no_quarrel_is_made_up(view: View, truth: Truth) -> Complaints:
    for record, name in places(view):
        for one, other in combinations(view.current(record, name), 2):
            related = truth.knew(one.tag, other.tag, name) or truth.knew(other.tag, one.tag, name)
            if related and view.quarrel(one, other, name):
                yield f"{record} {name}: {one.tag} does not quarrel with {other.tag}"


# --- asked of every bundle


def no_foreign_id(bundle: Bundle, reads: Reads, player: OraclePlayer) -> Complaints:
    text, streams = bundle.text(), {line.stream for line in player.truth.lines.values()}
    foreign = [scope for scope in player.scopes.values() if scope not in reads.scopes]
    foreign += ["|".join(stream) for stream in streams if not reads.may(stream)]
    yield from (f"{name} in a bundle" for name in foreign if name in text)


# --- asked at the end


def in_any_order_the_same(player: OraclePlayer, dice: random.Random) -> Complaints:
    """From nothing, in pieces, with repeats, and with bodies that old bundles still have, a book says what it said."""
    for label, book in player.books.items():
        lines = [*book.lines.values(), *(player.truth.lines[line.tag] for line in book.lines.values())]
        dice.shuffle(lines)
        again = type(book)(book.laptop, book.anchors, book.reads, book.version)
        while lines:
            some = dice.randint(1, 9)
            again.take(Bundle("", frozenset(), tuple(lines[:some])))
            lines = lines[some:]
        if everything(again).state() != everything(book).state():
            yield f"{label} says something else from the same lines"


def all_agree(player: OraclePlayer) -> Complaints:
    for (name, one), (other_name, other) in combinations(player.books.items(), 2):
        reads = Reads(one.reads.audiences & other.reads.audiences, one.reads.scopes & other.reads.scopes)
        held = [{digest for digest, line in book.lines.items() if reads.may(line.stream)} for book in (one, other)]
        if held[0] != held[1]:
            yield f"{name} and {other_name} do not hold the same lines"
        if one.look(reads).state() != other.look(reads).state():
            yield f"{name} and {other_name} disagree"


def all_is_reachable(player: OraclePlayer) -> Complaints:
    held = {line.tag for book in player.books.values() for line in book.lines.values()}
    yield from (f"{tag} is in no book" for tag in player.truth.lines.keys() - held - player.truth.lost)
    for label, book in player.books.items():
        view = everything(book)
        for record, name in places(view):
            lost = (line.tag for line in counted(view, record, name) if not reachable(view, player.truth, line, name))
            yield from (f"{label}: {record} {name}: {tag} is out of sight" for tag in lost)


def reachable(view: View, truth: Truth, line: Held, name: str) -> bool:
    """A line that counts is shown, or was before the eyes of who replaced it or withdrew its record."""
    record = line.body.record
    if line not in view.current(record, name):
        return any(truth.follows(later.tag, line.tag, name) for later in counted(view, record, name))
    if view.hidden(record) or line.body.fields.get("withdrawn"):
        return True
    if view.shows(record):
        shown = view.shown(record, name)
        return line.value(name) in [shown["value"], *shown["quarrel"], *shown["waiting"]]
    return any(truth.knew(wish.tag, line.tag, name) for wish in view.current(record, "withdrawn"))


def nothing_returns(player: OraclePlayer) -> Complaints:
    """As whenever a bundle has been opened, but whatever was known step by step; and no record that was withdrawn."""
    truth = player.truth
    for label, book in player.books.items():
        view = everything(book)
        for record, name in places(view):
            pairs = product(counted(view, record, name), view.current(record, name))
            returned = (line.tag for later, line in pairs if truth.knew(later.tag, line.tag, name))
            yield from (f"{label}: {record} {name}: {tag} is back" for tag in returned)
        for record in view.records():
            kept = [(name, line) for name in view.fields(record) for line in view.current(record, name)]
            wishes = view.current(record, "withdrawn")
            meant = wishes and all(wish.value("withdrawn") for wish in wishes)
            seen = all(any(truth.knew(wish.tag, line.tag, name) for wish in wishes) for name, line in kept)
            if meant and seen and view.withdrawal(record) != "gone":
                yield f"{label}: {record} is back"


def no_finding_is_made_up(player: OraclePlayer) -> Complaints:
    truth = player.truth
    for label, book in player.books.items():
        view = everything(book)
        yield from (f"{label}: {what}" for what in no_quarrel_is_made_up(view, truth))
        for record, name in places(view):
            moved = view.current(f"handover/{record}", "to")
            seen = truth.handed[view.displayed(moved).tag] if moved else set[str]()
            late = (line for line in view.current(record, name) if name != "withdrawn" and view.late(line, name))
            yield from (f"{label}: {record} {name}: {line.tag} is not late" for line in late if truth.root(line.tag) in seen)
            unsure = name != "withdrawn" and view.shown(record, name)["waiting"]
            if unsure and not truth.lost:
                yield f"{label}: {record} {name}: nothing is on its way any more"


def no_word_is_left(player: OraclePlayer) -> Complaints:
    for label, book in player.books.items():
        yield from (f"{label}: {what}" for what in no_erased_word(book.lines.values(), player))
        kept = {player.truth.lines[line.tag].body for ...}


def no_erased_word(lines: Iterable[Line], player: OraclePlayer) -> Complaints:
    """Among lines that came with, or were kept by who had, the statement that erases."""
    lines = list(lines)
    text = "".join(line.text() for line in lines)
    ...
