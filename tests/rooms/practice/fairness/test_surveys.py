"""What of a group's answers may be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

import pytest

from caregiver_desk.practice.fairness.surveys import LOWER, UPPER, Asked, as_text, figures, is_sound, read, survey
from caregiver_desk.practice.sharing.returns import told
from caregiver_desk.records.fairness.surveys import SurveySort

Tell = Callable[[Asked, Iterable[Mapping[str, str]]], list[tuple[str, str, int]]]
CLIMATE = survey(SurveySort.CLIMATE)
QUESTION = CLIMATE.questions[0].code


def sheets(much: int, little: int, unsaid: int = 0) -> list[dict[str, str]]:
    return [{QUESTION: "much"}] * much + [{QUESTION: "little"}] * little + [{}] * unsaid


@pytest.mark.parametrize(
    ("much", "little", "unsaid", "known"),
    [
        (4, 0, 0, {}),  # fewer than five
        (5, 0, 0, {}),  # it would be known of everybody
        (5, 1, 0, {UPPER: 5}),
        (6, 0, 0, {UPPER: 5}),  # reads as the one before
        (4, 8, 0, {}),
        (7, 6, 0, {UPPER: 5}),  # the lower half is never told
        (8, 4, 0, {UPPER: 5}),
        (6, 7, 0, {UPPER: 5}),
        (12, 1, 9, {UPPER: 10}),
        (5, 0, 4, {}),  # who did not say spares nobody
    ],
)
def test_sys_19_a_survey_tells_the_greater_half_in_steps_of_five_and_never_all(
    much: int, little: int, unsaid: int, known: dict[str, int]
):
    assert figures(CLIMATE, sheets(much, little, unsaid)) == [(QUESTION, half, step) for half, step in known.items()]


def sharings(people: int, among: int) -> Iterator[tuple[int, ...]]:
    """Every way in which so many people can answer."""
    if among == 1:
        yield (people,)
        return
    for first in range(people + 1):
        yield from ((first, *rest) for rest in sharings(people - first, among - 1))


def hidden(sort: SurveySort, question: str, codes: Sequence[str], people: int, tell: Tell) -> list[set[int]]:
    """Of each answer that is not told, and of all those together, which numbers are possible for all that is told."""
    as_told = [survey(sort).told_as(code) for code in codes]
    possible: dict[tuple[tuple[str, str, int], ...], list[tuple[int, ...]]] = {}
    for counts in sharings(people, len(codes)):
        given = [{question: code} for code, many in zip(codes, counts, strict=True) for _ in range(many)]
        possible.setdefault(tuple(tell(survey(sort), given)), []).append(counts)
    found = []
    for told_so, worlds in possible.items():
        told_of = {figure[1] for figure in told_so}
        untold = [place for place, code in enumerate(as_told) if code not in told_of]
        found += [{world[place] for world in worlds} for place in untold]
        found.append({sum(world[place] for place in untold) for world in worlds})
    return found


def gives_away(numbers: Iterable[set[int]]) -> bool:
    """Whether somebody knows that it was one to four people."""
    return any(each <= {1, 2, 3, 4} for each in numbers)


SCALE, BANDS = ("little", "much"), ("young", "younger", "middle", "older")


@pytest.mark.parametrize("people", range(5, 31))
def test_of_no_half_it_can_be_worked_out_that_one_to_four_said_it(people: int):
    assert not gives_away(hidden(SurveySort.CLIMATE, QUESTION, SCALE, people, figures))


@pytest.mark.parametrize("people", [5, 8, 9, 13, 16])
def test_of_no_answer_it_can_be_worked_out_that_one_to_four_gave_it(people: int):
    assert not gives_away(hidden(SurveySort.WHO_WE_ARE, "age", BANDS, people, figures))


def test_telling_every_half_that_five_said_would_give_the_rest_away():
    """The negative control: the rule without its last clause."""

    def every(asked: Asked, given: Iterable[Mapping[str, str]]) -> list[tuple[str, str, int]]:
        held = [asked.told_as(sheet[QUESTION]) for sheet in given]
        return [(QUESTION, half, step) for half in (UPPER, LOWER) if (step := told(held.count(half), len(held)))]

    assert gives_away(hidden(SurveySort.CLIMATE, QUESTION, SCALE, 12, every))


def test_who_chose_what_among_the_answers_of_a_scale_is_told_only_by_halves():
    mixed = [{QUESTION: answer} for answer in ("no", "little", "mostly", "much") for _ in range(5)]
    assert figures(CLIMATE, mixed) == [(QUESTION, UPPER, 10)]


@pytest.mark.parametrize("sort", list(SurveySort))
def test_each_survey_has_its_words_and_takes_only_its_answers(sort: SurveySort):
    asked = survey(sort)
    first = asked.questions[0]
    assert len(asked.questions) <= 8
    assert is_sound(asked, {first.code: next(iter(first.answers))})
    assert is_sound(asked, {first.code: ""})
    assert not is_sound(asked, {first.code: "purple"})
    assert not is_sound(asked, {"name": "yes"})


@pytest.mark.parametrize(
    "forged", [f"{QUESTION} upper 3", f"{QUESTION} name 9", "who upper 9", f"{QUESTION} upper x", "x"]
)
def test_a_result_from_elsewhere_never_shows_fewer_than_five_or_what_is_not_asked(forged: str):
    assert read(CLIMATE, forged) == {}


def test_a_result_is_read_as_it_was_written():
    assert read(CLIMATE, as_text([(QUESTION, UPPER, 5)])) == {(QUESTION, UPPER): 5}


def test_nothing_is_asked_that_the_law_holds_apart():
    """Religion, race, union, politics, HIV: not even in the survey of who we are."""
    words = " ".join(
        each.words + " ".join(each.answers.values()) for sort in SurveySort for each in survey(sort).questions
    )
    assert not any(each in words.casefold() for each in ("religio", "race", "union", "politic", "hiv", "church"))
