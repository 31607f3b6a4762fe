"""What people said of the support they get: for the eyes of who gives it. And what no figure is made of."""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk.acts.insight.asking import Asking, Found, asked
from caregiver_desk.practice.fairness.surveys import UPPER
from caregiver_desk.store.questions import Leaf

_ITEM = 3  # words of a line: question, answer, how many


@asked("answers on support")
def answers(asking: Asking) -> Iterator[Found]:
    """How many answers there were, question by question."""
    for each in asking.leaves("felt_support", day="day"):
        number = int(each["answered"] or 0) * len(_questions(each))
        yield asking.found(each)._replace(number=number)


@asked("answers that support is there")
def good(asking: Asking) -> Iterator[Found]:
    """Of these, in steps of five, those in the upper half."""
    for each in asking.leaves("felt_support", day="day"):
        yield asking.found(each)._replace(number=sum(number for _, number in _questions(each)))


@asked("nothing")
def nothing(_: Asking) -> Iterator[Found]:
    """What is asked of nobody: minutes at a desk are measured for their owner's eyes and feed no figure."""
    return iter(())


def _questions(survey: Leaf) -> list[tuple[str, int]]:
    lines = (line.split() for line in str(survey["figures"] or "").splitlines())
    return [(line[0], int(line[2])) for line in lines if len(line) == _ITEM and line[1] == UPPER and line[2].isdigit()]
