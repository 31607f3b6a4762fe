"""A survey without names: what lies in the box is nobody's to read, and only what five said becomes a line."""

from __future__ import annotations

import base64

import pytest

from caregiver_desk.acts.act import ACTS, named
from caregiver_desk.errors import (
    BoxIsFull,
    BoxNotHere,
    BoxStaysShut,
    NotFilledIn,
    NotThisSurvey,
    NotUnderstood,
    TooFewSheets,
)
from caregiver_desk.store import boxes, questions
from caregiver_desk.store.book import Book

WORD = "seven red hens"
HAPPY, SAD = {"say": "much", "safe": "mostly"}, {"say": "no", "safe": "no"}


def box(book: Book, sort: str = "how it is here") -> str:
    return named("set_up_box")(book, sort=sort, word=WORD).record


def put(book: Book, where: str, *sheets: dict[str, str]) -> None:
    for each in sheets:
        named("put_in_box")(book, box=where, answers=each)


def everything(book: Book) -> str:
    """Every value of every table, as whoever has the key of the book can read it."""
    with book.reading() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = [name for (name,) in cursor.fetchall()]
        rows = []
        for name in names:
            cursor.execute(f"SELECT * FROM {name}")
            rows += [f"{name}: {row}" for row in cursor.fetchall()]
    return "\n".join(rows)


def inside(sheet: str) -> int:
    """How long a sheet is within its seal; about the seal itself the age format puts a random length."""
    return len(base64.b64decode(sheet).partition(b"\n---")[2])


def test_sys_19_a_survey_runs_at_one_laptop_and_tells_only_totals(book: Book):
    where = box(book)
    put(book, where, *[HAPPY] * 6, SAD)
    made = questions.get(book, "survey", named("open_box")(book, box=where, word=WORD).record)
    assert (made["answered"], made["figures"].splitlines()) == (7, ["say upper 5", "safe upper 5"])
    assert boxes.every(book) == []


def test_sys_11_how_support_feels_is_told_to_its_giver_only_and_only_if_five_answered(book: Book):
    where = box(book, "support we get")
    put(book, where, *[{"listens": "often"}] * 4)
    with pytest.raises(TooFewSheets):
        named("open_box")(book, box=where, word=WORD)
    put(book, where, {"listens": "always"}, {"listens": "never"})
    told = questions.get(book, "felt_support", named("open_box")(book, box=where, word=WORD).record)
    assert told["figures"] == "listens upper 5"
    with book.reading() as cursor:
        cursor.execute(
            "SELECT DISTINCT audience FROM stream JOIN line ON line.stream = stream.s WHERE record = ?", (told.id,)
        )
        assert cursor.fetchall() == [("self",)]


def test_a_dump_of_the_book_shows_no_answer_no_author_no_time_and_no_order(book: Book):
    where = box(book)
    before = everything(book)
    put(book, where, SAD)
    first = boxes.find(book, where)
    assert first is not None
    sad = first.sheets[0]
    put(book, where, *[HAPPY] * 12)
    dumped = everything(book)
    added = set(dumped.splitlines()) - set(before.splitlines())
    assert [line.split(":")[0] for line in added] == ["about"]  # no line, no saving, nobody's access
    assert not any(each in line for line in added for each in ("much", "mostly", WORD))
    held = boxes.find(book, where)
    assert held is not None
    assert {inside(each) for each in held.sheets} == {inside(sad)}
    places = set()
    for _ in range(20):
        put(book, where, HAPPY)
        again = boxes.find(book, where)
        places.add(again.sheets.index(sad) if again else -1)
    assert len(places) > 1


def test_once_opened_no_sheet_and_no_key_stays_and_no_undo_brings_them_back(book: Book):
    where = box(book)
    put(book, where, *[HAPPY] * 6)
    sealed = boxes.find(book, where)
    assert sealed is not None
    named("open_box")(book, box=where, word=WORD)
    left = everything(book)
    assert not any(each in left for each in (*sealed.sheets, sealed.secret, sealed.recipient))
    with pytest.raises(BoxNotHere):
        named("put_in_box")(book, box=where, answers=HAPPY)


def test_only_the_word_of_the_group_opens_the_box(book: Book):
    where = box(book)
    put(book, where, *[HAPPY] * 6)
    with pytest.raises(BoxStaysShut):
        named("open_box")(book, box=where, word="seven red hands")
    assert len(boxes.every(book)[0].sheets) == 6


def test_a_word_that_is_guessed_at_once_is_not_taken(book: Book):
    with pytest.raises((NotUnderstood, NotFilledIn)):
        named("set_up_box")(book, sort="how it is here", word="hen")


def test_a_sheet_takes_no_word_of_anybodys_own(book: Book):
    where = box(book)
    with pytest.raises(NotThisSurvey):
        put(book, where, {"say": "Thandi said it"})
    assert boxes.every(book)[0].sheets == ()


def test_an_empty_sheet_is_not_counted_as_an_answer(book: Book):
    where = box(book)
    with pytest.raises(NotFilledIn):
        put(book, where, {"say": ""})
    assert boxes.every(book)[0].sheets == ()


def test_a_box_that_nobody_can_open_is_burned(book: Book):
    named("burn_box")(book, box=box(book))
    assert boxes.every(book) == []


def test_sys_29_who_we_are_is_told_in_steps_of_five_and_stands_in_nobodys_file(book: Book):
    where = box(book, "who we are")
    put(book, where, *[{"gender": "woman", "age": "middle"}] * 7, {"gender": "man", "age": "young"}, {"caring": "yes"})
    made = questions.get(book, "survey", named("open_box")(book, box=where, word=WORD).record)
    assert made["figures"].splitlines() == ["age middle 5", "gender woman 5"]
    assert "survey" not in {kind for kind in ACTS if kind.startswith(("record_", "change_"))}


def test_a_box_takes_no_more_sheets_than_people_who_sit_together(book: Book, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("caregiver_desk.acts.fairness.surveys.MOST", 6)
    where = box(book)
    put(book, where, *[HAPPY] * 6)
    with pytest.raises(BoxIsFull):
        put(book, where, SAD)
    assert named("open_box")(book, box=where, word=WORD).record
