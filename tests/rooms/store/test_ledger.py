"""The one door: what is saved is whole, can be taken back, and is what a replay of the journal says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import Broken, NoSuchRecord, UnknownField
from caregiver_desk.records.journal import WITHDRAWN
from caregiver_desk.store import checking, histories, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change


def household(book: Book, code: str = "HH-001", **fields: object) -> str:
    return ACTS["record_household"](book, team=own_team(book), code=code, **fields).record


def lines(book: Book) -> list[tuple[str, ...]]:
    with book.reading() as cursor:
        cursor.execute("SELECT stream.audience, line.body FROM line JOIN stream ON stream.s = line.stream ORDER BY n")
        return cursor.fetchall()


def test_a_save_writes_one_line_for_each_audience_that_it_touches(book: Book):
    before = len(lines(book))

    household(book, level=2, nickname="blue gate", safety="a dog")

    fresh = dict(lines(book)[before:])
    assert fresh.keys() == {"open", "contact", "words"}
    assert "blue gate" in fresh["contact"]
    assert "blue gate" not in fresh["open"] + fresh["words"]


def test_a_changed_field_names_the_line_that_it_replaces_and_only_that_field_is_written(book: Book):
    record = household(book, level=2, nickname="blue gate")

    ACTS["change_household"](book, id=record, fields={"level": 3})

    *earlier, last = histories.history(book, "household", record)
    (first,) = [entry for entry in earlier if entry.audience == "open"]
    assert last.fields == {"level": 3}
    assert last.replaces == (first.tag,)


def test_nothing_different_writes_nothing(book: Book):
    record = household(book, level=2)
    before = lines(book)

    assert ACTS["change_household"](book, id=record, fields={"level": 2}).undo == 0
    assert lines(book) == before


@pytest.mark.parametrize(
    "statement", ["DELETE FROM line", "UPDATE line SET body = '{}'", "UPDATE line SET number = 99"]
)
def test_the_journal_cannot_be_changed_or_shortened(book: Book, statement: str):
    household(book)
    before = lines(book)

    with pytest.raises(Broken), book.writing() as cursor:
        cursor.execute(statement)
    assert lines(book) == before


def test_a_save_that_fails_half_way_leaves_nothing(book: Book):
    before, kept = lines(book), checking.rows(book)
    good, bad = clock.new_record(book.site), clock.new_record(book.site)
    change = Change("household", good, book.site, {"code": "HH-009"})

    with pytest.raises(UnknownField):
        ledger.append(book, "broken", [change, Change("household", bad, book.site, {"nonsense": 1, WITHDRAWN: True})])
    assert lines(book) == before
    assert checking.rows(book) == kept


def test_undo_gives_each_field_what_it_had_before_and_names_what_it_undoes(book: Book):
    record = household(book, level=2, nickname="blue gate")
    ACTS["change_household"](book, id=record, fields={"level": 3, "nickname": "green gate"})

    ACTS["undo"](book)

    leaf = questions.get(book, "household", record)
    assert (leaf["level"], leaf["nickname"]) == (2, "blue gate")
    assert all(entry.undoes for entry in histories.history(book, "household", record)[-2:])


def test_undo_of_a_new_record_withdraws_it_and_its_history_stays(book: Book):
    record = household(book, nickname="blue gate")

    ACTS["undo"](book)

    assert questions.get(book, "household", record).gone
    assert record not in [leaf.id for leaf in questions.listing(book, "household")]
    assert len(histories.history(book, "household", record)) == 3


def test_a_withdrawn_record_is_not_found_by_name_any_more(book: Book):
    record = household(book, nickname="blue gate")
    assert [leaf.id for leaf in questions.find(book, "blu")] == [record]

    ACTS["withdraw_household"](book, id=record)

    assert questions.find(book, "blu") == []


def test_names_are_found_without_accents_capitals_or_the_end_of_the_word(book: Book):
    record = household(book, nickname="Ṱhohoyanḓou")

    assert [leaf.id for leaf in questions.find(book, "thoho")] == [record]
    assert [leaf.id for leaf in questions.find(book, "HH-0")] == [record]


def test_a_link_to_a_record_that_is_not_there_is_refused(book: Book):
    with pytest.raises(NoSuchRecord):
        ACTS["record_household"](book, team="nobody", code="HH-001")


def test_rows_are_what_a_replay_of_the_journal_says(book: Book):
    record = household(book, level=2, nickname="blue gate")
    ACTS["change_household"](book, id=record, fields={"level": None, "nickname": "green gate", "ward": "7"})
    household(book, "HH-002")
    ACTS["undo"](book)

    assert checking.check(book) == []


def test_check_notices_a_row_that_the_journal_did_not_make(book: Book):
    record = household(book)
    with book.writing() as cursor:
        cursor.execute("UPDATE household SET code = 'HH-666' WHERE id = ?", (record,))

    assert checking.check(book) == ["rows"]
    ledger.rebuild(book)
    assert checking.check(book) == []


def test_two_books_of_one_machine_never_share_an_id(make_book: Callable[..., Book]):
    one, other = make_book(), make_book()

    assert len({one.laptop, other.laptop, one.site, other.site, one.person, other.person}) == 6
    assert sqlcipher.sqlite_version_info >= (3, 43)


def test_a_history_tells_day_by_day_what_was_written_whichever_field_it_was(book: Book):
    record = household(book, level=1)
    for days, fields in enumerate(({"level": 2}, {"nickname": "blue gate"}, {"level": 3}, {"village": "Tshikuwi"}), 1):
        clock.shift(timedelta(days))
        ACTS["change_household"](book, id=record, fields=fields)

    told = [name for entry in histories.history(book, "household", record) for name in entry.fields]
    assert told[-4:] == ["level", "nickname", "level", "village"]
