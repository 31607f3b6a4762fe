"""Parts of an erased record: nothing of them is left in a book, whatever came there first."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Audience, Line, Scalar, Stream
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.records.sharing.standing import Ground, Statement
from caregiver_desk.store import checking, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.runs import Run, Sent
from caregiver_desk.store.streams import Span
from caregiver_desk.store.taking import Arrival

PARTS = [kind for kind in KINDS.values() if kind.part]
in_any_order = some.permutations(["whole", "part", "later", "erasure"])
Books = tuple[Book, Book]


class Told(NamedTuple):
    """A record that is erased, a part of it, and in what scope of the author's they live."""

    kind: Kind
    author: Book
    scope: str
    whole: str
    part: str

    def come(self, book: Book, what: str) -> None:
        """What comes to the book, each line in a stream of its own."""
        match what:
            case "whole":
                whole = KINDS[self.kind.fields[self.kind.home].shown.refers]
                self.take(book, whole.name, self.whole, whole.widest, {})
            case "part":
                self.take(book, self.kind.name, self.part, self.kind.widest, {self.kind.home: self.whole})
            case "later":
                name = next(name for name in self.kind.fields if name != self.kind.home)
                self.take(book, self.kind.name, self.part, self.kind.fields[name].audience, {name: None})
            case "erasure":
                erase(book, self.whole)

    def take(self, book: Book, kind: str, record: str, audience: Audience, fields: dict[str, Scalar]) -> None:
        laptop = clock.new_laptop(self.author.key)
        receive(book, self.author, Stream(laptop, self.scope, audience), kind, record, fields)


def erase(book: Book, record: str) -> None:
    ledger.append(book, "law", [Change("erasure", Statement.ERASURE.about(record), "", {"ground": Ground.ORDERED})])


def receive(book: Book, author: Book, stream: Stream, kind: str, record: str, fields: dict[str, Scalar]) -> None:
    body = journal.write(Line(salt=clock.new_salt(), at=1, by="", kind=kind, record=record, fields=fields))
    digest = journal.digest(body)
    begun = journal.beginning(stream)
    run = Run(stream, author.key, Span(1, 1, begun, journal.running(begun, digest)), "", [Sent(body, digest)])
    arrival = Arrival(clock.new_salt(), clock.new_salt(), stream.laptop, clock.now())
    ledger.receive(book, arrival, [run])


def told(kind: Kind, author: Book) -> Told:
    scope = clock.new_scope(author.key)
    return Told(kind, author, scope, clock.new_record(scope), clock.new_record(scope))


def texts(book: Book, record: str) -> int:
    """How many lines that can be read are kept of a record."""
    with book.reading() as cursor:
        cursor.execute("SELECT count(*) FROM line WHERE record = ? AND body IS NOT NULL", (record,))
        return int(cursor.fetchone()[0])  # type: ignore[index]


def test_a_part_names_its_whole_to_everybody_who_reads_any_of_it():
    """So that no book holds words of a part without what says of what it is one."""
    for kind in PARTS:
        home = kind.fields[kind.home]
        assert (home.required, home.audience) == (True, kind.widest), kind.name
        assert home.shown.refers in KINDS


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(kind=some.sampled_from(PARTS), order=in_any_order)
def test_nothing_is_left_of_a_part_whatever_came_first(pair: Books, kind: Kind, order: list[str]):
    author, office = pair
    record = told(kind, author)

    for what in order:
        record.come(office, what)

    assert [texts(office, each) for each in (record.whole, record.part)] == [0, 0]
    assert questions.find_one(office, kind.name, record.part) is None


@pytest.mark.parametrize("kind", PARTS, ids=lambda kind: kind.name)
def test_a_part_stays_as_long_as_nobody_erases_what_it_is_a_part_of(pair: Books, kind: Kind):
    author, office = pair
    record, other = told(kind, author), told(kind, author)
    for what in ("whole", "part", "later"):
        record.come(office, what)
        other.come(office, what)

    erase(office, record.whole)
    record.come(office, "later")

    assert [texts(office, record.part), texts(office, other.part)] == [0, 2]
    assert questions.get(office, kind.name, other.part)[kind.home] == other.whole
    assert checking.check(office) == []


COPYING = [kind for kind in KINDS.values() if kind.copies]
in_either_order = some.permutations(["whole", "said", "copy", "erasure"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(kind=some.sampled_from(COPYING), order=in_either_order, several=some.booleans())
def test_nothing_is_left_of_a_copy_whatever_came_first_and_what_was_said_beside_it_stays(
    pair: Books, kind: Kind, order: list[str], several: bool
):
    author, office = pair
    scope = clock.new_scope(author.key)
    whole, record, source, other = (clock.new_record(scope) for _ in range(4))
    lone = kind.fields[kind.copies].shown.refers or kind.name == "chronology_entry"
    named = f"{other},{source}" if several and not lone else source
    words = next(name for name, each in kind.fields.items() if name in {*kind.copied, "fact"} and each.base is str)
    stays = {kind.home: whole} if kind.part else {"caregiver": other}
    audience = kind.fields[kind.copies].audience

    def come(what: str) -> None:
        stream = Stream(clock.new_laptop(author.key), scope, audience)
        if what == "whole" and kind.part:
            receive(office, author, stream, KINDS[kind.fields[kind.home].shown.refers].name, whole, {})
        elif what == "said":
            receive(office, author, stream, kind.name, record, stays)
        elif what == "copy":
            receive(office, author, stream, kind.name, record, {kind.copies: named, words: "a word that was copied"})
        elif what == "erasure":
            erase(office, source)

    for what in order:
        come(what)

    assert texts(office, record) == 1
    assert questions.get(office, kind.name, record)[words] is None


def test_a_line_that_says_more_than_it_copied_is_no_copy(pair: Books):
    """So that no process of before loses what it is about with a list that was named in it."""
    author, office = pair
    scope = clock.new_scope(author.key)
    process, record, source = (clock.new_record(scope) for _ in range(3))
    stream = Stream(clock.new_laptop(author.key), scope, Audience.PROCESS)
    told: dict[str, Scalar] = {
        "process": process,
        "expectations": source,
        "expected": "x",
        "not_met": "the sheet is late",
    }
    receive(office, author, stream, "capability", record, told)

    erase(office, source)

    assert questions.get(office, "capability", record)["not_met"] == "the sheet is late"


def test_the_whole_stays_when_a_part_is_erased(pair: Books):
    author, office = pair
    record = told(KINDS["concern_step"], author)
    for what in ("whole", "part"):
        record.come(office, what)

    erase(office, record.part)

    assert [texts(office, record.whole), texts(office, record.part)] == [1, 0]


@pytest.mark.parametrize("erased_first", [False, True])
def test_nobody_who_may_not_write_there_makes_a_record_a_part_and_her_line_goes_alone(
    pair: Books, make_book: Callable[..., Book], erased_first: bool
):
    author, office = pair
    stranger, member = make_book("Mpho Lekalakala"), told(KINDS["member"], author)
    erased = told(KINDS["member"], author)
    for each, what in ((erased, "whole"), (member, "whole"), (member, "part")):
        each.come(office, what)
    stream = Stream(stranger.laptop, member.scope, Audience.OPEN)
    doings = [
        lambda: receive(office, stranger, stream, "member", member.part, {"household": erased.whole}),
        lambda: erase(office, erased.whole),
    ]
    for do in reversed(doings) if erased_first else doings:
        do()

    assert questions.get(office, "member", member.part)["household"] == member.whole
    assert texts(office, member.part) == 1
    assert checking.check(office) == []


def test_a_word_that_goes_with_a_record_by_its_id_is_no_part_of_it(pair: Books):
    author, office = pair
    record = told(KINDS["concern_step"], author)
    said = record._replace(part=clock.kin(record.whole, record.scope))
    for each, what in ((record, "whole"), (record, "part"), (said, "part"), (record, "erasure")):
        each.come(office, what)

    assert [texts(office, each.part) for each in (record, said)] == [0, 1]


def test_what_is_no_part_outlives_what_it_names(pair: Books):
    """A visit is somebody's work, a training somebody's own."""
    author, office = pair
    scope = clock.new_scope(author.key)
    for kind, field, refers in (("visit", "household", "household"), ("training", "cohort", "cohort")):
        named, record = clock.new_record(scope), clock.new_record(scope)
        stream = Stream(clock.new_laptop(author.key), scope, KINDS[kind].fields[field].audience)
        receive(office, author, stream, kind, record, {field: named})

        erase(office, named)

        assert questions.get(office, kind, record)[field] == named, refers
