"""A report of a month, a quarter or a year: told, for whoever asks for one; as it is, for the team itself.

Decision. Whoever speaks for the site makes a paper on which nobody can be found. What a supervisor makes of a team has
its figures as they are, as far as the coordinator holds the same, and says that it is not to be handed on. What went
well stands first, and is read from the same figures, so that it tells nothing that they hold back. Process and outcome
stand apart, each with what it cannot tell. What changed since it was frozen and what there is to say with it stand
below; a paper for anybody says of a figure that it changed, and by how much only where that is no few. What to look at
before it is handed over is for whoever makes it, and on no paper. Of laptops it is said how many have sent bundles that
reach beyond these days, never whose they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.insight.areas import areas_of
from caregiver_desk.acts.insight.figures import Figure, handed
from caregiver_desk.acts.insight.freezing import (
    Changed,
    came_later,
    changed_since,
    frozen,
    is_of_team,
    may_stand_together,
    place_of,
)
from caregiver_desk.acts.insight.own import USUAL, chosen, sets
from caregiver_desk.acts.insight.saying import in_words, split_words
from caregiver_desk.acts.intake.table import guarded
from caregiver_desk.practice import spans
from caregiver_desk.practice.insight.indicators import Indicator, Sort
from caregiver_desk.practice.insight.telling import FEW, Why
from caregiver_desk.practice.spans import DAY, Span
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.visits.households import HouseholdState
from caregiver_desk.reports.document import Document, Line, Point, Section
from caregiver_desk.reports.insight.over_time import points_of
from caregiver_desk.store import arrivals, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import capital, count, full_day, later, say

DRAWN = 8  # figures, of which each has its course over time drawn; of more it would be a book
WELL = 0.75  # the share from which it is said to have gone well
HOW_TOLD = later(
    "Numbers of one to four, and what one could find them out by, are not told. A share always stands with its whole. "
    "Nobody is compared with anybody."
)
BY_AREA = later("A figure stands by area only where each area that lies beside another may be told by itself.")
FOR_THE_TEAM = later(
    "For the team and its coordinator. Do not hand it on: where there are few people, a number can be about one."
)
NOT_YET = later("Nothing in these figures says so. That is no verdict: some of them are not told, and much is in none.")
SHEETS = "I31"
_LEFT_OUT = (Why.PRIVATE, Why.UNKNOWN, Why.SHORT, Why.ELSEWHERE)
_HEADS = {Sort.PROCESS: later("What was done"), Sort.OUTCOME: later("What came of it")}


@dataclass(frozen=True)
class Report:
    """What is told of some days in a place, and what there is to say with it."""

    span: Span
    place: str
    title: str
    indicators: Mapping[str, Indicator]
    figures: tuple[Figure, ...]
    apart: tuple[Figure, ...]  # of each area or site one step down
    called: Mapping[str, str]  # these, by id
    as_of: tuple[str, ...]
    look: tuple[str, ...]  # at before it is handed over: it holds numbers of a few, and is on no paper
    changed: tuple[str, ...]
    explained: str
    told: bool  # as it may be told to anybody, and not for the team's own eyes
    over_time: Mapping[str, tuple[Point, ...]]  # by code, of what has a course; nothing where there are many figures

    @property
    def wholes(self) -> list[Figure]:
        return [each for each in self.figures if not each.split]


def report(book: Book, span: Span, figures: str = USUAL, team: str = "", region: str = "") -> Report:
    """Everything that stands on it; of their own team for who does not speak for the site.

    Raises NotUnderstood for a set or a code that there is not, and for a team that a coordinator names; NotYours for an
    area that somebody else names.
    """
    there = place_of(book, team, region)
    place, told = there.id if there else "", there is None or not is_of_team(there)
    indicators, held = chosen(book, figures), sets(book)
    called = {each.id: each.name for each in areas_of(book).within(place)} if told else {}
    all_found = handed(book, indicators, span, place, [*called])
    found = tuple(each for each in all_found if each.place == place)
    kept = next(iter(frozen(book, span, place, figures)), None)
    return Report(
        span,
        str(there["name"]) if there else _site(book),
        say(held[figures].title) if figures in held else say("Figures"),
        indicators,
        found,
        tuple(each for each in all_found if each.place != place and each.tells),
        called,
        tuple(_as_of(book, span)),
        tuple(_to_look_at(book, found)),
        tuple(_changed(book, kept, indicators, told=told)) if kept else (),
        str(kept["explained"] or "") if kept else "",
        told=told,
        over_time=_over_time(book, indicators, found, place, told=told) if len(indicators) <= DRAWN else {},
    )


def as_document(report: Report) -> Document:
    """The paper."""
    days = spans.said(report.span)
    sections = [Section(say("What went well"), tuple(Line("", each) for each in went_well(report)) or _none())]
    sections += [_of_sort(report, sort) for sort in Sort if any(_is(report, each, sort) for each in report.wholes)]
    more = {
        say("What there is to say with them"): [report.explained] if report.explained else [],
        say("Not in this report"): _left_out(report),
        say("Changed since this report was frozen"): report.changed,
        say("How it is told"): [*report.as_of, *_how_told(report), *_not_drawn(report)],
    }
    sections += [Section(title, tuple(Line("", each) for each in lines)) for title, lines in more.items() if lines]
    sections += [
        Section(say("{title}, over time", title=say(report.indicators[code].title)), (), points)
        for code, points in report.over_time.items()
    ]
    whose = () if report.told else (say(FOR_THE_TEAM),)
    return Document(say("Report: {days}", days=days), (report.place, report.title, *whose), tuple(sections))


def as_facts(report: Report) -> Iterator[dict[str, Any]]:
    """One object a figure, for programs."""
    for each in (*report.figures, *report.apart):
        indicator = report.indicators[each.code]
        yield {
            "code": each.code,
            "title": say(indicator.title),
            "sort": indicator.sort.name.lower(),
            "first": each.first.isoformat(),
            "last": each.last.isoformat(),
            "place": report.called.get(each.place, report.place),
            "split": each.split,
            "of": each.of,
            "per": each.per,
            "least": each.least,
            "not_told": each.why.name.lower() if each.why else None,
            "for": "anybody" if report.told else "the team and its coordinator",
            "cannot_tell": say(indicator.cannot_tell),
        }


def as_csv(made: Report) -> str:
    """A line a figure (RFC 4180): codes, days, how many of how many, and why one is not told."""
    rows = list(as_facts(made))
    written = io.StringIO(newline="")
    table = csv.DictWriter(written, list(rows[0]) if rows else [], lineterminator="\r\n")
    table.writeheader()
    for row in rows:  # a site words its own figures; a spreadsheet must not work out what somebody wrote
        table.writerow({name: guarded(value) if isinstance(value, str) else value for name, value in row.items()})
    return written.getvalue()


def went_well(report: Report) -> list[str]:
    """What most of was as it should be, of what is told and does no harm to aim at."""
    found = [each for each in report.wholes if each.of and each.per and _went_well(report.indicators[each.code], each)]
    return [_well(report.indicators[each.code], each) for each in found]


def what_it_is(indicator: Indicator) -> str:
    """What it counts, and what it cannot tell: the two lines without which no figure is shown."""
    return say(
        "{means} It cannot tell {cannot}.", means=say(indicator.means), cannot=say(indicator.cannot_tell).rstrip(".")
    )


def _went_well(indicator: Indicator, figure: Figure) -> bool:
    return not indicator.rate and not indicator.fewer and (figure.of or 0) >= WELL * (figure.per or 0)


def _well(indicator: Indicator, figure: Figure) -> str:
    if figure.of == figure.per:
        return say("{title}: all {per}.", title=say(indicator.title), per=figure.per)
    return say("{title}: {of} of {per}.", title=say(indicator.title), of=figure.of, per=figure.per)


def _over_time(
    book: Book, indicators: Mapping[str, Indicator], found: Iterable[Figure], place: str, *, told: bool
) -> dict[str, tuple[Point, ...]]:
    """Of what is told at all; a single number has no course."""
    wholes = [each for each in found if not each.split and each.why not in _LEFT_OUT]
    courses = {each.code: points_of(book, indicators[each.code], each.span, place, told=told) for each in wholes}
    return {code: points for code, points in courses.items() if sum(each.height is not None for each in points) > 1}


def _how_told(report: Report) -> list[str]:
    by_area = [say(BY_AREA)] if report.called else []
    return [say(HOW_TOLD), *by_area] if report.told else []


def _not_drawn(report: Report) -> list[str]:
    few = say("Of up to {most} figures each has its course over time drawn here.", most=DRAWN)
    return [few] if len(report.indicators) > DRAWN else []


def _none() -> tuple[Line, ...]:
    return (Line("", say(NOT_YET)),)


def _is(report: Report, figure: Figure, sort: Sort) -> bool:
    return figure.why not in _LEFT_OUT and report.indicators[figure.code].sort is sort


def _left_out(report: Report) -> list[str]:
    """What is never told, and what this book knows nothing of: its title and why."""
    left_out = [each for each in report.wholes if each.why in _LEFT_OUT]
    titles = {
        why: [say(report.indicators[each.code].title) for each in left_out if each.why is why] for why in _LEFT_OUT
    }
    return [f"{', '.join(those)}: {say(why.value)}." for why, those in titles.items() if those]


def _of_sort(report: Report, sort: Sort) -> Section:
    lines = [line for each in report.wholes if _is(report, each, sort) for line in _lines(report, each)]
    return Section(say(_HEADS[sort]), tuple(lines))


def _lines(report: Report, figure: Figure) -> Iterator[Line]:
    indicator = report.indicators[figure.code]
    days = "" if figure.span == report.span else say(" ({days})", days=spans.said(figure.span))
    yield Line(f"{say(indicator.title)}{days}", f"{capital(in_words(indicator, figure))}. {what_it_is(indicator)}")
    parts = [each for each in report.figures if each.code == figure.code and each.split]
    if parts:
        said = "; ".join(f"{split_words(each)}: {in_words(indicator, each)}" for each in parts)
        yield Line(f"{say(indicator.title)}, {say(indicator.split)}", f"{said}.")
    apart = [each for each in report.apart if each.code == figure.code]
    if apart:
        said = "; ".join(f"{report.called[each.place]}: {in_words(indicator, each)}" for each in apart)
        yield Line(say("{title}, by area", title=say(indicator.title)), f"{said}.")


def _as_of(book: Book, span: Span) -> Iterator[str]:
    yield say("As this book knew it on {day}.", day=full_day(clock.today()))
    others, beyond = laptops(book, span)
    if others:
        one, many = "Of {number} laptop that it exchanges with", "Of {number} laptops that it exchanges with"
        yield say("{laptops}, {some} sent a bundle after these days.", laptops=count(one, many, others), some=beyond)


def laptops(book: Book, span: Span) -> tuple[int, int]:
    """With how many this book exchanges, and how many of them sent a bundle after these days."""
    others = [each for each in partners.known(book) if not each.parted]
    return len(others), sum(_reaches(book, each.key, span) for each in others)


def _reaches(book: Book, key: str, span: Span) -> bool:
    came = arrivals.came(book, key)
    return came is not None and clock.day_of(came) > span.last


def _to_look_at(book: Book, figures: Iterable[Figure]) -> Iterator[str]:
    """What somebody looks at before it is handed over."""
    disputed = len([each for each in questions.disputed(book) if each.quarrels])
    if disputed:
        one, many = (
            "{number} record says two things: settle it first.",
            "{number} records say two things: settle them first.",
        )
        yield count(one, many, disputed)
    yield from _odd(book)
    for each in figures:
        if each.code == SHEETS and not each.split:
            yield from _sheets(each)


def _odd(book: Book) -> Iterator[str]:
    """What makes figures wrong and can be mended by a look: days to come, homes of which nobody noted the need."""
    ahead = questions.count(book, "visit", since=(clock.today() + DAY).isoformat())
    if ahead:
        one, many = "{number} visit stands under a day to come.", "{number} visits stand under days to come."
        yield f"{count(one, many, ahead)} {say('A clock was wrong: put the day right.')}"
    homes = questions.facts(book, "household", ["level", "state"])
    unsaid = sum(
        level is None and (state or HouseholdState.ACTIVE) == HouseholdState.ACTIVE for _, level, state in homes
    )
    if unsaid:
        one, many = "Of {number} home nobody noted the need", "Of {number} homes nobody noted the need"
        yield say("{homes}: here they count as seen once visited once.", homes=count(one, many, unsaid))


def _sheets(figure: Figure) -> Iterator[str]:
    missing = (figure.per or 0) - (figure.of or 0)
    if figure.why is None and missing >= FEW:
        yield say("{number} weeks have no sheet. No sheet is not no visits: ask how sheets travel.", number=missing)
    elif figure.why:
        yield say("Some weeks may have no sheet. No sheet is not no visits: ask how sheets travel.")


def _changed(book: Book, kept: Leaf, indicators: Mapping[str, Indicator], *, told: bool) -> Iterator[str]:
    known, later_on = changed_since(book, kept), came_later(book, kept)
    if not (known or later_on):
        return
    yield say("It was frozen on {day}.", day=full_day(date.fromisoformat(kept["made"])))
    for each in known:
        yield _differs(each, indicators.get(each.then.code), told=told)
    for kind, number in later_on.items():
        yield say("Written or changed since: {what}", what=_came(kind, number, told=told))


def _came(kind: str, number: int, *, told: bool) -> str:
    """How many of a kind; of which kind alone, where a few could be found out by it."""
    if told:
        return say(KINDS[kind].plural)
    return say("{number} {kind}", number=number, kind=say(KINDS[kind].label if number == 1 else KINDS[kind].plural))


def _differs(changed: Changed, indicator: Indicator | None, *, told: bool) -> str:
    """Then and now; that it is told otherwise, where what lies between the two would be a few."""
    title = say(indicator.title) if indicator else changed.then.code
    if changed.then.split:
        title = say("{title}, {group}", title=title, group=split_words(changed.then))
    if told and not may_stand_together(*changed):
        return say("{title}: told otherwise now", title=title)
    then, now = (in_words(indicator, each) if indicator else str(each.of) for each in changed)
    return say("{title}: {then} then, {now} now", title=title, then=then, now=now)


def _site(book: Book) -> str:
    site = questions.own_site(book)
    return str(site["organisation"] or site["name"]) if site else say("All teams")
