"""Every paper by its name: what it is called, what it is about, and what stands on it.

Decision. One table for the command line, for the desk and for the tests. What a paper says is asked of the book here,
where nothing can paint; lines are a document, and what is painted otherwise (a week, a list, a card, a prompt) can also
say itself in words, so that each of them can be had as text.

Consequences. A paper that is added here can be had from the command line and is held to be A4, whole and legible by
the same tests as the others. Whatever one is about is a record of this book; what is not in it cannot be printed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.practice import spans
from caregiver_desk.practice.growth.own_year import Days, last_twelve_months
from caregiver_desk.practice.spans import Grain, Span
from caregiver_desk.practice.visits.weeks import week_of
from caregiver_desk.reports.concerns.facts import facts_of
from caregiver_desk.reports.concerns.ringing import NumberCard, number_card
from caregiver_desk.reports.document import Document, as_text
from caregiver_desk.reports.growth import oversight, year_page
from caregiver_desk.reports.growth.learning_record import learning_record
from caregiver_desk.reports.growth.own_year import own_year
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.reports.insight import report
from caregiver_desk.reports.insight.month_with import month_with
from caregiver_desk.reports.people import pack as packs
from caregiver_desk.reports.people.notice import notice_on_paper
from caregiver_desk.reports.supervision.agreement import agreement_on_paper
from caregiver_desk.reports.supervision.check_in import check_in_on_paper
from caregiver_desk.reports.supervision.observation_prompt import Prompt, prompt
from caregiver_desk.reports.visits.consent import consent_on_paper
from caregiver_desk.reports.visits.number_lists import NumberLists, every_list, number_list
from caregiver_desk.reports.visits.rounds import round_on_paper
from caregiver_desk.reports.visits.week_sheets import WeekSheets
from caregiver_desk.reports.wellbeing.support_plan import plan_on_paper
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import has_words, is_reviewed, later, say, spoken

Told = Document | WeekSheets | NumberLists | NumberCard | Prompt


class Asked(NamedTuple):
    """Of whom or what (the id of a record), and over which days. Without `span` each paper has days of its own."""

    about: str = ""
    span: Span | None = None
    week: date | None = None
    with_reporter: bool = True
    language: str = ""


@dataclass(frozen=True)
class Paper:
    """`of` is the kind of record that it is about, if it is about one; a `blank` one can be had without.

    One that is `theirs` is in the language that is asked for, or else in the home language of whom it is about.
    """

    title: str
    make: Callable[[Book, Asked], Told]
    of: str = ""
    blank: bool = False
    theirs: bool = False


def made(book: Book, name: str, asked: Asked) -> Told:
    """What stands on the paper of this name. Raises NoSuchRecord."""
    paper = PAPERS[name]
    language = _language(book, paper, asked)
    with spoken(language):
        told = paper.make(book, asked)
    said = about_words(language)
    if not isinstance(told, Document):
        return told
    return replace(told, under=(*told.under, *filter(None, [said])), leaf=paper.theirs)


def about_words(language: str) -> str:
    """What one should know of words in this language before they are used; nothing once a speaker has read them."""
    if not language or is_reviewed(language):
        return ""
    if has_words(language):
        return say("Nobody who speaks {language} has checked these words yet. Ask one to, first.", language=language)
    return say("There are no words in “{language}” yet: this is in English.", language=language)


def _language(book: Book, paper: Paper, asked: Asked) -> str:
    if asked.language or not (paper.theirs and asked.about):
        return asked.language
    return str(questions.get(book, paper.of, asked.about)["language"] or "")


def in_words(told: Told, imprint: Imprint) -> str:
    """All of it as text, with the line that stands at the foot of a page."""
    document = told if isinstance(told, Document) else told.in_words()
    return f"{as_text(document)}\n{imprint.below(document.title)}\n"


def _week(book: Book, asked: Asked) -> WeekSheets:
    days = week_of(asked.week or clock.today())
    return WeekSheets(days, (number_list(book, asked.about),) if asked.about else ())


def _lists(book: Book, asked: Asked) -> NumberLists:
    return NumberLists((number_list(book, asked.about),) if asked.about else tuple(every_list(book)))


def _days(asked: Asked) -> Days:
    return Days(*asked.span) if asked.span else last_twelve_months(clock.today())


def _month(asked: Asked) -> Span:
    return asked.span or spans.before(Grain.MONTH, clock.today())


PAPERS: Mapping[str, Paper] = {
    "figures": Paper(later("Report"), lambda book, asked: report.as_document(report.report(book, _month(asked)))),
    "week": Paper(later("Week sheet"), _week, "person", blank=True),
    "households": Paper(later("Household list"), _lists, "person", blank=True),
    "check-in": Paper(later("Check-in"), lambda book, asked: check_in_on_paper(book, asked.about), "check_in"),
    "observation": Paper(later("Visit together"), lambda book, asked: prompt(book, asked.about), "person", blank=True),
    "agreement": Paper(later("Agreement"), lambda book, asked: agreement_on_paper(book, asked.about), "agreement"),
    "learning": Paper(later("Learning record"), lambda book, asked: learning_record(book, asked.about), "person"),
    "year": Paper(
        later("Own year"),
        lambda book, asked: year_page.as_document(own_year(book, asked.about, _days(asked))),
        "person",
    ),
    "month": Paper(later("A month"), lambda book, asked: month_with(book, asked.about, _month(asked)), "person"),
    "support-plan": Paper(later("Support plan"), lambda book, asked: plan_on_paper(book, asked.about), "support_plan"),
    "alone": Paper(
        later("Plan for going alone"), lambda book, asked: round_on_paper(book, asked.about), "lone_visit_plan"
    ),
    "concern": Paper(
        later("Concern"),
        lambda book, asked: facts_of(book, asked.about, with_reporter=asked.with_reporter),
        "concern",
    ),
    "numbers": Paper(later("Numbers to ring"), lambda book, _: number_card(book)),
    "pack": Paper(later("Record"), lambda book, asked: packs.as_document(packs.pack(book, asked.about)), "person"),
    "oversight": Paper(
        later("Oversight"), lambda book, asked: oversight.as_document(oversight.oversight(book, _days(asked)))
    ),
    "notice": Paper(
        later("Notice"), lambda book, asked: notice_on_paper(book, asked.about), "person", blank=True, theirs=True
    ),
    "consent": Paper(
        later("May we visit you"),
        lambda book, asked: consent_on_paper(book, asked.about),
        "household",
        blank=True,
        theirs=True,
    ),
}
