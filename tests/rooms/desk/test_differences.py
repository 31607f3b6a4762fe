"""What differs between two versions of some words."""

from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.desk.parts.differences import differing

WORDS = st.text(alphabet="ab .\n", max_size=40)


def marked(words: str, others: str) -> list[str]:
    return [words[start : start + length] for start, length in differing(words, others)]


def test_only_the_words_that_differ_are_marked() -> None:
    assert marked("Dog at the gate. Call first.", "Dog at the gate. Go round.") == ["Call first."]


def test_words_that_are_only_on_one_side_are_marked_there_and_nowhere_else() -> None:
    assert marked("Dog tied up", "Dog") == [" tied up"]
    assert marked("Dog", "Dog tied up") == []


@given(WORDS)
def test_the_same_words_differ_nowhere(words: str) -> None:
    assert differing(words, words) == []


@given(WORDS, WORDS)
def test_marks_lie_inside_the_words_and_apart_from_each_other(words: str, others: str) -> None:
    end = 0
    for start, length in differing(words, others):
        assert end <= start < start + length <= len(words)
        end = start + length
