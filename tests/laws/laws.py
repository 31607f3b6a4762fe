"""The laws, each a question to a world that is played; the answers are complaints, and a good world has none.

They ask the books what they show, and the truth who knew what. None of them works anything out the way a book does.
Some are asked whenever a bundle has been made or opened, the rest when everything has travelled.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, product
from math import inf
from typing import NamedTuple

from books import Book, Bundle
from line import PRIVATE, TRAVELLING, Held, Line, Reads, commits, key_of, renamed
from oracle import View
from oracle_player import OraclePlayer
from truth import OfTwo, Truth
from worlds import Step, World, play

LAWS = (
    "same",
    "agreed",
    "reachable",
    "replaced",
    "quarrel",
    "foreign",
    "erased",
    "heard",
    "again",
    "undone",
    "joined",
    "own",
)


LATE = "written after hand-over"


class Complaint(NamedTuple):
    law: str
    what: str


Complaints = Iterator[Complaint]


def places(view: View) -> Iterator[tuple[str, str]]:
    """Every field of every record of which anything counts."""
    return ((record, name) for record in view.records() for name in (*view.fields(record), "withdrawn"))


def everything(book: Book) -> View:
    """With nothing set aside."""
    return book.look(book.reads)


# --- whenever a bundle has been made


def no_foreign_id(bundle: Bundle, reads: Reads, player: OraclePlayer) -> Complaints:
    text, streams = bundle.text(), {line.stream for line in player.truth.lines.values()}
    foreign = [scope for scope in player.scopes.values() if scope not in reads.scopes]
    foreign += ["|".join(stream) for stream in streams if not reads.may(stream)]
    yield from (Complaint("foreign", f"{name} is in a bundle") for name in foreign if name in text)


def no_erased_word(lines: Iterable[Line], heard: set[str], truth: Truth) -> Complaints:
    """Among lines that are kept or sent by a book which has heard of these erasures.

    But for a word that somebody chose for another record while the two stood together: it is said of that one now.
    """
    text = "".join(line.text() for line in lines)
    words = {word for line in truth.lines.values() if about(line) in heard for word in words_of(line)}
    words -= {word for line in truth.lines.values() if about(line) not in heard for word in words_of(line)}
    yield from (Complaint("erased", f"{word} is still there") for word in words if word in text)


def about(line: Line) -> str:
    return line.body.record if line.body else ""


def words_of(line: Line) -> list[str]:
    """Words end with a stop; colours and tags are not words."""
    values = line.body.fields.values() if line.body and line.stream.scope else ()
    return [value for value in values if isinstance(value, str) and value.endswith(".")]


def erased_by(lines: Iterable[Line], anchors: frozenset[str]) -> set[str]:
    """The records that some statements erase."""
    statements = (line for line in lines if about(line).startswith("erasure/"))
    return {about(line).partition("/")[2] for line in statements if key_of(line.stream.laptop) in anchors}


def heard(book: Book) -> set[str]:
    return erased_by(book.lines.values(), book.anchors)


def heard_by_maker(bundle: Bundle, player: OraclePlayer) -> set[str]:
    """A bundle says what its maker had, statements always among it."""
    had = (line for line in player.truth.lines.values() if line.whole in bundle.received)
    return erased_by(had, player.anchors)


# --- whenever a bundle has been opened


def what_was_replaced_stays_past(view: View, truth: Truth) -> Complaints:
    for record, name in places(view):
        current = {line.tag for line in view.current(record, name)}
        for later in view.counted(record, name):
            for tag in current & truth.saw[later.tag, renamed(name)]:
                yield Complaint("replaced", f"{record} {name}: {tag} was replaced by {later.tag}")


def no_quarrel_is_made_up(view: View, truth: Truth) -> Complaints:
    for record, name in places(view):
        for one, other in combinations(view.current(record, name), 2):
            related = truth.knew(one, other, name, view.held) or truth.knew(other, one, name, view.held)
            if related and view.quarrel(one, other, name):
                yield Complaint("quarrel", f"{record} {name}: {one.tag} does not quarrel with {other.tag}")


# --- when everything has travelled


def in_any_order_the_same(book: Book, truth: Truth, dice: random.Random) -> Complaints:
    """From nothing, in pieces, with repeats, and with bodies that old bundles still have, a book says what it said."""
    lines = [*book.lines.values(), *(truth.lines[line.tag] for line in book.lines.values())]
    dice.shuffle(lines)
    again = type(book)(book.laptop, book.anchors, book.reads, book.version, book.keys)
    while lines:
        some = dice.randint(1, 30)
        again.take(Bundle("", "", frozenset(), tuple(lines[:some])))
        lines = lines[some:]
    if everything(again).state() != everything(book).state():
        yield Complaint("same", "something else is said by the same lines")


def all_agree(one: Book, other: Book) -> Complaints:
    reads = Reads(one.reads.audiences & other.reads.audiences, one.reads.scopes & other.reads.scopes)
    held = [{digest for digest, line in book.lines.items() if reads.may(line.stream)} for book in (one, other)]
    if held[0] != held[1]:
        yield Complaint("agreed", "they do not hold the same lines")
    if one.look(reads).state() != other.look(reads).state():
        yield Complaint("agreed", "they disagree")


def all_is_kept(player: OraclePlayer) -> Complaints:
    """But what was only in a book when its owner went back to an older backup: that is lost for good."""
    missing = player.truth.lines.keys() - {line.tag for book in player.books.values() for line in book.lines.values()}
    player.truth.lost = missing & player.dropped
    yield from (Complaint("reachable", f"{tag} is in no book") for tag in missing - player.dropped)


def all_is_reachable(view: View, truth: Truth) -> Complaints:
    for record, name in places(view):
        for line in view.counted(record, name):
            if not reachable(view, truth, line, name):
                yield Complaint("reachable", f"{record} {name}: {line.tag} is out of sight")


def reachable(view: View, truth: Truth, line: Held, name: str) -> bool:
    """A line that counts is shown, or was before the eyes of who replaced it or withdrew its record."""
    record = line.body.record
    if line not in view.current(record, name):
        return any(truth.follows(later, line, name) for later in view.counted(record, name))
    if view.hidden(record) or line.body.fields.get("withdrawn") or not view.fields(record):
        return True
    if view.shows(record):
        shown = view.shown(record, name)
        return line.value(name) in [shown["value"], *shown["quarrel"], *shown["waiting"]]
    return any(truth.follows(wish, line, name) for wish in view.current(record, "withdrawn"))


def nothing_returns(view: View, truth: Truth) -> Complaints:
    """As whenever a bundle has been opened, but also what was replaced step by step."""
    for record, name in places(view):
        for later, line in product(view.counted(record, name), view.current(record, name)):
            if truth.knew(later, line, name, view.held):
                yield Complaint("replaced", f"{record} {name}: {line.tag} is back")


def nothing_withdrawn_returns(view: View, truth: Truth) -> Complaints:
    for record in view.records():
        wishes = view.current(record, "withdrawn")
        kept = [(name, line) for name in view.fields(record) for line in view.current(record, name)]
        seen = all(any(line.tag in truth.had[wish.tag, renamed(name)] for wish in wishes) for name, line in kept)
        meant = bool(wishes) and all(wish.value("withdrawn") for wish in wishes)
        if meant and seen and view.shows(record):
            yield Complaint("replaced", f"{record} was withdrawn and is back")


def seen_at_hand_over(view: View, truth: Truth, record: str) -> set[str]:
    moves = view.current(f"handover/{record}", "to")
    return truth.handed[view.displayed(moves).tag] if moves else set()


def no_finding_is_made_up(view: View, truth: Truth) -> Complaints:
    for record in view.records():
        for name in view.fields(record):
            late = [line for line in view.current(record, name) if view.late(line, name)]
            made_up = any(line.tag in seen_at_hand_over(view, truth, line.body.record) for line in late)
            if made_up and not truth.lost:
                yield Complaint("quarrel", f"{record} {name} was not written after the hand-over")
            if view.shown(record, name)["waiting"] and not truth.lost:
                yield Complaint("quarrel", f"{record} {name}: nothing is on its way any more")


def what_came_late_is_told(view: View, truth: Truth) -> Complaints:
    """Written elsewhere, and never before the eyes of anybody who wrote where the record lives."""
    for record in view.records():
        there = [line for line in view.lines_of(record) if line.stream.scope == view.home(line.body.record)]
        moved = {line.body.record: view.current(f"handover/{line.body.record}", "to") for line in there}
        for name in view.fields(record):
            known = set[str]().union(*(truth.before(line.tag, name) | {line.tag} for line in there))
            for line in view.current(record, name):
                moves, travels = moved.get(line.body.record, []), line.stream.audience in TRAVELLING
                away = travels and line.stream.scope != view.home(line.body.record) and not line.body.origin
                late = len(moves) == 1 and away and line.tag not in known | truth.handed[moves[0].tag]
                if late and LATE not in view.row(record)["findings"]:
                    yield Complaint("reachable", f"{record} {name}: nobody is told that {line.tag} came late")


# --- who is of one


def all_is_told_under_some_face(view: View) -> Complaints:
    """Whatever counts is weighed where its record is shown, with whatever that stands together."""
    for line in view.held.values():
        if line.stream.scope and not view.objection(line):
            face = view.face(line.body.record)
            untold = [name for name in line.body.fields if line not in view.counted(face, name)]
            if untold or (face not in view.records() and set(line.body.fields) != {"withdrawn"}):
                yield Complaint("joined", f"{line.tag} of {line.body.record} is not told under {face}")


def who_is_doubted_stands_alone(view: View, truth: Truth) -> Complaints:
    """What a coordinator says, whom nobody locked out and nobody who knew it contradicted, parts two."""
    for each in truth.unanswered(view.held):
        key, (one, other) = key_of(each.statement.stream.laptop), each.two
        sure = key in view.anchors and key not in truth.shut and each.said is not True
        if sure and other in view.of_one(one) and other != one:
            yield Complaint(
                "joined", f"{one} and {other} are shown as one, of whom {each.statement.tag} says otherwise"
            )


def who_is_of_one_stands_together(view: View, truth: Truth) -> Complaints:
    """Where nobody ever said anything else, and all that was said was said by coordinators whom nobody locked out."""
    told = [each for each in truth.of_two if each.statement.tag in view.held]
    for each in told:
        group = reached(each.two, [other.two for other in told])
        about_them = [other for other in told if other.two <= group]
        keys = {key_of(other.statement.stream.laptop) for other in about_them}
        sure = all(other.said is True for other in about_them) and keys <= view.anchors - truth.shut.keys()
        one, other = each.two
        if sure and not view.erased() & group and other not in view.of_one(one):
            yield Complaint("joined", f"{one} and {other} are of one, and are not shown so")


def reached(start: frozenset[str], pairs: list[frozenset[str]]) -> frozenset[str]:
    """Whatever hangs together with these by any of the pairs."""
    found, more = start, [two for two in pairs if two & start]
    while not all(two <= found for two in more):
        found = found.union(*more)
        more = [two for two in pairs if two & found]
    return found


def nobody_is_joined_by_a_stranger(view: View, truth: Truth) -> Complaints:
    """Each of those that stand together is bound to another by the word of somebody who once might write of both."""
    words = [each for each in truth.of_two if each.statement.tag in view.held and each.said is True]
    bound = [each.two for each in words if all(once_hers(view, truth, each, record) for record in each.two)]
    for face in view.records():
        group = view.of_one(face)
        if len(group) > 1 and not group <= reached(frozenset({face}), bound):
            yield Complaint("joined", f"nobody who may has said that {sorted(group)} are of one")


def once_hers(view: View, truth: Truth, each: OfTwo, record: str) -> bool:
    key = key_of(each.statement.stream.laptop)
    places = [scope for scope in view.scopes if commits(record, scope) or truth.homes.get((record, scope))]
    offers = [offer for scope in places for offer in truth.enrolled.get((key, scope), ())]
    founded = any(commits(scope, key) for scope in places)
    return key in view.anchors or founded or any(key_of(offer.stream.laptop) != key for offer in offers)


def each_keeps_its_own(truth: Truth, anchors: frozenset[str]) -> Complaints:
    """What moves is said again of the record of which it was said; so is what an undo brings back, where she may."""
    for line in truth.lines.values():
        if line.body and (origin := truth.lines.get(line.body.origin)) and about(origin) != about(line):
            yield Complaint("own", f"{line.tag} says of {about(line)} what was said of {about(origin)}")
        if line.body and line.body.undoes and line.stream.scope and key_of(line.stream.laptop) in anchors:
            yield from (Complaint("own", f"{line.tag} says of {about(line)} {what}") for what in borrowed(line, truth))


def borrowed(line: Line, truth: Truth) -> Iterator[str]:
    """The values of an undo that were said of another record only, before what it takes back."""
    for name, value in line.body.upcast(2).fields.items() if line.body else ():
        stood = [truth.lines[tag] for tag in truth.before(line.body.undoes, name)] if line.body else []
        said = {about(one) for one in stood if one.body and one.body.upcast(2).fields.get(name) == value}
        if value is not None and said and about(line) not in said:
            yield f"{name}={value}"


# --- who is heard


def nobody_locked_out_is_heard(view: View, truth: Truth) -> Complaints:
    """Under whatever laptop id, but for what was known of that key when it was locked out; her last wishes stand."""
    for key in truth.shut.keys() - truth.let_in:
        if not any(statement.tag in view.held for statement in truth.shut[key]):
            continue
        for line in view.held.values():
            late = key_of(line.stream.laptop) == key and (line.stream, line.number) not in truth.accepted[key]
            spared = line.stream.audience in PRIVATE or line.body.kind in {"revocation", "erasure"}
            if late and not spared and not view.objection(line):
                yield Complaint("heard", f"{line.tag} of {key}, who was locked out, is heard")


def known_at_dismissal(line: Held, truth: Truth) -> float:
    """How far a stream surely counts, whoever ended its author's enrolment, and if nobody did for ever."""
    ends = truth.dismissed[key_of(line.stream.laptop), line.stream.scope]
    return min((end.heights.get(line.stream, 0) for end in ends), default=inf)


def nobody_dismissed_is_heard(view: View, truth: Truth) -> Complaints:
    """Beyond what anybody knew of her who ended her enrolment knowing that she was enrolled; but for private notes."""
    for line in view.held.values():
        key, scope = key_of(line.stream.laptop), line.stream.scope
        ends, offers = truth.dismissed[key, scope], {offer.tag for offer in truth.enrolled[key, scope]}
        sure = any(
            end.statement.tag in view.held
            and key_of(end.statement.stream.laptop) not in truth.shut
            and offers <= truth.before(end.statement.tag, "may")
            for end in ends
        )
        late = line.number > max((end.heights.get(line.stream, 0) for end in ends), default=inf)
        owns = key in view.anchors
        if sure and late and not owns and line.stream.audience not in PRIVATE and not view.objection(line):
            yield Complaint("heard", f"{line.tag} of {key}, whose enrolment had ended, is heard")


def only_who_may_is_heard(view: View, truth: Truth) -> Complaints:
    """Where nothing was taken back, that is also everybody who may; and private notes that no other laptop held.

    But for what two books wrote under one id: nobody can say which of them is meant.
    """
    forks = truth.forks()
    for line in view.held.values():
        (laptop, scope, _), key = line.stream, key_of(line.stream.laptop)
        offers = [each for each in truth.enrolled[key, scope] if key_of(each.stream.laptop) != key]
        offered = any(
            each.tag in view.held
            and key_of(each.stream.laptop) not in truth.shut
            and not truth.dismissed[key_of(each.stream.laptop), scope]
            for each in offers
        )
        founded = commits(scope, key)
        owns = not scope or (founded and not truth.dismissed[key, scope]) or key in view.anchors
        if not owns and not founded and not offers and not view.objection(line):
            yield Complaint("heard", f"{line.tag} of {laptop}, who may not write there, is heard")
        spared = line.stream.audience in PRIVATE and line.stream not in {stream for stream, _ in truth.accepted[key]}
        alone = line.number < forks.get(line.stream, inf)
        certain = (
            scope
            and alone
            and (key not in truth.shut or spared)
            and (owns or line.number <= known_at_dismissal(line, truth))
        )
        moves = truth.homes.get((line.body.record, scope), ())
        moved = any(each.tag in view.held and key_of(each.stream.laptop) not in truth.shut for each in moves)
        lives = commits(line.body.record, scope) or moved
        if certain and (owns or founded or offered) and lives and view.objection(line):
            yield Complaint("heard", f"{line.tag} of {laptop} is not heard")


def what_was_named_goes_on(view: View, truth: Truth) -> Complaints:
    """Where somebody was locked out once, what was named then goes on counting, whatever her key signs later."""
    for line in view.held.values():
        key, scope = key_of(line.stream.laptop), line.stream.scope
        shut = truth.shut.get(key, [])
        founder = commits(scope, key) and not truth.dismissed[key, scope]
        owns = scope and (founder or key in view.anchors) and commits(line.body.record, scope)
        named = len(shut) == 1 and shut[0].tag in view.held and line.tag in truth.named[shut[0].tag]
        if named and owns and view.objection(line):
            yield Complaint("heard", f"{line.tag} was named at the lock-out of {key} and is not heard")


def nobody_goes_on_as_her_twin(label: str, book: Book, truth: Truth) -> Complaints:
    """Who has heard of a line under her laptop's id that she never wrote goes on under another."""
    for line in book.lines.values():
        if line.stream.laptop == book.laptop and line.tag not in truth.wrote[label]:
            yield Complaint("heard", f"{label} writes under the id under which {line.tag} was written elsewhere")


def nothing_else_is_blank(book: Book, truth: Truth) -> Complaints:
    """One without the right to erase has erased nothing."""
    for line in book.lines.values():
        if not line.body and about(truth.lines[line.tag]) not in heard(book):
            yield Complaint("erased", f"{line.tag} is blank")


# --- a world on trial


class Trial:
    """One world, played before the laws."""

    def __init__(self, world: World, make: type[Book] = Book) -> None:
        self.player = OraclePlayer(world, make)
        self.dice = random.Random(world.seed)  # noqa: S311 -- a trial must come again from its seed
        self.looked_at: dict[str, int] = defaultdict(int)
        self.complaints: list[Complaint] = []
        for step in play(world, self.player):
            self.complaints += self.on_the_way(step)
        self.complaints += self.in_the_end()

    def on_the_way(self, step: Step) -> Complaints:
        truth = self.player.truth
        for label, bundles in self.player.post.items():
            for bundle in bundles[self.looked_at[label] :]:
                yield from no_foreign_id(bundle, self.player.books[label].reads, self.player)
                yield from no_erased_word(bundle.lines, heard_by_maker(bundle, self.player), truth)
            self.looked_at[label] = len(bundles)
        for role in step.what.keys() & {"second", "receiver"}:
            book = self.player.books[step.what[role]]
            yield from no_erased_word(book.lines.values(), heard(book), truth)
            yield from what_was_replaced_stays_past(everything(book), truth)
            yield from no_quarrel_is_made_up(everything(book), truth)

    def in_the_end(self) -> Complaints:
        truth, books = self.player.truth, self.player.books
        yield from all_is_kept(self.player)
        yield from (Complaint("again", f"{place} was sent again") for place in truth.repeated)
        for tag, said, meant in truth.undone:
            if said != meant:
                yield Complaint("undone", f"who takes {tag} back brings back {said}, not {meant}")
        yield from each_keeps_its_own(truth, self.player.anchors)
        for label, book in books.items():
            yield from nobody_goes_on_as_her_twin(label, book, truth)
        ids = Counter(book.laptop for book in books.values())
        known = [
            book for book in books.values() if ids[book.laptop] == 1
        ]  # others took from each what the twin was owed
        for one, other in combinations(known, 2):
            yield from all_agree(one, other)
        for book in known:
            view = everything(book)
            yield from in_any_order_the_same(book, truth, self.dice)
            yield from all_is_reachable(view, truth)
            yield from nothing_returns(view, truth)
            yield from nothing_withdrawn_returns(view, truth)
            yield from no_finding_is_made_up(view, truth)
            yield from what_came_late_is_told(view, truth)
            yield from all_is_told_under_some_face(view)
            yield from who_is_doubted_stands_alone(view, truth)
            yield from who_is_of_one_stands_together(view, truth)
            yield from nobody_is_joined_by_a_stranger(view, truth)
            yield from nobody_locked_out_is_heard(view, truth)
            yield from nobody_dismissed_is_heard(view, truth)
            yield from what_was_named_goes_on(view, truth)
            yield from only_who_may_is_heard(view, truth)
            yield from nothing_else_is_blank(book, truth)
        for backup in (backup for backups in self.player.backups.values() for backup in backups):
            yield from no_erased_word(backup.lines.values(), heard(backup), truth)
