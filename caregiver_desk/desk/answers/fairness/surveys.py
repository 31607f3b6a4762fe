"""What a group is being asked without names, and what it said: a team against itself, never against another."""

from __future__ import annotations

from typing import NamedTuple

from caregiver_desk.acts.fairness.surveys import asked
from caregiver_desk.desk.answers.days import as_day
from caregiver_desk.practice.fairness.surveys import UPPER, Asked, read, survey
from caregiver_desk.records.fairness.surveys import FELT_SUPPORT, SURVEY, SurveySort
from caregiver_desk.store import boxes, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import known_day, say

SHOWN = 2  # results of one survey and team beside each other: the last, and the one before


class Standing(NamedTuple):
    """A box that is being filled."""

    id: str
    label: str
    team: str
    sheets: int
    asked: Asked


class Line(NamedTuple):
    """What was said of one thing, the newest first."""

    words: str
    said: tuple[str, ...]


class Result(NamedTuple):
    """What a team said in one survey.

    `about` says of which team, and what is counted; `heads` are the days, newest first, with how many answered.
    """

    label: str
    about: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]


class Asking(NamedTuple):
    """All of it; `teams` are those whose voice can be asked here, by name."""

    standing: tuple[Standing, ...]
    results: tuple[Result, ...]
    teams: dict[str, str]


def surveys(book: Book) -> Asking:
    teams = {each.id: str(each["name"] or "") for each in questions.in_order(book, "team", limit=EVERY)}
    standing = tuple(
        Standing(box.id, asked(box).label, teams.get(box.team, ""), len(box.sheets), asked(box))
        for box in boxes.every(book)
    )
    hers = {each: name for each, name in teams.items() if _is_hers(book, each)}
    return Asking(standing, tuple(_results(book, teams)), hers)


def _is_hers(book: Book, team: str) -> bool:
    with book.reading() as cursor:
        standing = book.hearing(cursor).standing
    return standing.may_write(book.laptop, questions.get(book, "team", team).scope)


def _results(book: Book, teams: dict[str, str]) -> list[Result]:
    found: dict[tuple[str, str], list[Leaf]] = {}
    for kind in (SURVEY, FELT_SUPPORT):
        for leaf in questions.listing(book, kind.name, limit=EVERY):
            sort = str(leaf["sort"] or "") if kind is SURVEY else SurveySort.SUPPORT.value
            found.setdefault((sort, str(leaf["team"])), []).append(leaf)
    return [
        _result(SurveySort(sort), teams.get(team, ""), held) if sort else _unread(teams.get(team, ""), held)
        for (sort, team), held in sorted(found.items())
    ]


def _unread(team: str, held: list[Leaf]) -> Result:
    """Of which survey it is did not come with it, so that nobody can say what its figures are of."""
    return Result(say("A survey of which it is not known here what it asked"), team, tuple(map(_head, held)), ())


def _result(sort: SurveySort, team: str, held: list[Leaf]) -> Result:
    """In the words of the last one; what an earlier one did not ask says so."""
    newest = sorted(held, key=lambda leaf: str(leaf["day"]), reverse=True)[:SHOWN]
    now = survey(sort, str(newest[0]["version"]))
    told = [read(survey(sort, str(leaf["version"])), str(leaf["figures"] or "")) for leaf in newest]
    lines = []
    for question in now.questions:
        tellable = now.tellable(question)
        for code, called in tellable.items():
            words = question.words if now.halves else f"{question.words}: {called}"
            lines.append(Line(words, tuple(_said(each.get((question.code, code))) for each in told)))
    counted = say("how many said {what}", what=now.halves[UPPER]) if now.halves else say("how many")
    return Result(now.label, f"{team} · {counted}", tuple(_head(leaf) for leaf in newest), tuple(lines))


def _said(people: int | None) -> str:
    return say("{number} or more", number=people) if people else say("not told")


def _head(leaf: Leaf) -> str:
    day = known_day(as_day(leaf["day"]))
    return say("{day}, {number} answered", day=day, number=leaf["answered"]) if leaf["answered"] else day
