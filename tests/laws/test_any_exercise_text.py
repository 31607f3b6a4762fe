"""Whatever somebody writes as an exercise is one, and can be asked of a book, or is refused once, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_desk.acts import load
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.exercises.asking import Laptops
from caregiver_desk.trainer.exercises.doing import begin
from caregiver_desk.trainer.exercises.form import SHIPPED
from caregiver_desk.trainer.exercises.text import Exercise, read

load()

PATHS = sorted(SHIPPED.glob("*.txt"))
LINES = [line for path in PATHS for line in path.read_text(encoding="utf-8").splitlines()]
MANY = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

anything = st.text(alphabet=st.characters(), max_size=60)
scrambled = st.lists(st.one_of(st.sampled_from(LINES), anything), max_size=30).map("\n".join)
fields = [(kind, field) for kind in KINDS.values() for field in kind.fields.values()]
values = st.one_of(
    st.sampled_from(["something", "nothing", "today", "monday", "yes", "no", "4", "1999-02-30", "Sibongile", "“”"]),
    anything,
)


@st.composite
def questions(draw: st.DrawFn) -> str:
    """Well formed by and large: of any kind, with any of its fields and any value."""
    kind, field = draw(st.sampled_from(fields))
    begins = draw(st.sampled_from(["a", "a new", "no", "no new", "at least 2", "0", "99999", "a different"]))
    how = draw(st.sampled_from(["is", "is not", "since", "by", "was"]))
    ends = draw(st.sampled_from(["", ", or visit", ", or a done “Undo”", ", or begun concern", ", day is today", "."]))
    return f"{begins} {kind.label}, {field.label} {how} {draw(values)}{ends}"


@st.composite
def torn(draw: st.DrawFn) -> str:
    """One of ours with a line that is lost, doubled, put elsewhere or written anew."""
    lines = draw(st.sampled_from(PATHS)).read_text(encoding="utf-8").splitlines()
    at, to = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    taken = lines.pop(at)
    put = draw(st.sampled_from([[], [taken, taken], [taken], [taken[1:]], [taken[::-1]], [draw(anything)]]))
    return "\n".join([*lines[:to], *put, *lines[to:]])


def outcome(words: str) -> Exercise | ExerciseNotUnderstood:
    try:
        return read(Path("own.txt"), words)
    except ExerciseNotUnderstood as refused:
        return refused


def holds(words: str) -> Exercise | None:
    """It is an exercise that lasts, hints and ends, or the refusal names a line of it and says why."""
    told = outcome(words)
    if isinstance(told, Exercise):
        assert told.done
        assert told.hint
        assert 1 <= told.hint_after <= told.minutes
        return told
    assert 1 <= int(str(told.facts["line"])) <= max(2, len(words.splitlines()))
    assert told.facts["reason"]
    return None


@pytest.fixture
def laptops(book: Book) -> Laptops:
    """Where somebody is known, and something was written down."""
    her = ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record
    ACTS["ask_to_bring"](book, caregiver=her, what="the stipend")
    return Laptops(book)


@MANY
@given(st.one_of(anything, scrambled))
def test_any_text_is_an_exercise_or_one_refusal_with_a_line(words: str):
    holds(words)


@MANY
@given(torn())
def test_an_exercise_that_was_torn_is_still_one_or_names_where(words: str):
    holds(words)


@MANY
@given(questions())
def test_whatever_is_understood_can_be_asked_of_a_book(laptops: Laptops, asked: str):
    words = (
        f"A title\n9 minutes, at the laptop of the north\nDone when\n- It is so: {asked}\nHint after 1 minute\nLook."
    )
    if exercise := holds(words):
        assert len(begin(exercise, laptops).look().ticks) == len(exercise.done)
