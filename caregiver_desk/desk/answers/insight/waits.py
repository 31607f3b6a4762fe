"""What waits for a coordinator beside the figures: numbers, and the page on which each is at hand. It names nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.acts.insight.asking import asking_of, find, people_behind
from caregiver_desk.desk.answers.supervision.requests import to_answer
from caregiver_desk.practice.insight.indicators import Question
from caregiver_desk.practice.spans import Grain, Span, before
from caregiver_desk.reports.insight.report import laptops
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count


@dataclass(frozen=True)
class Waits:
    """So much of something, in words, and the page where it is at hand."""

    words: str
    subject: str


def waits(book: Book, span: Span) -> tuple[Waits, ...]:
    """Requests without an answer, supervisors whom nobody heard in time, what has not come of last month or since."""
    return tuple(_waits(book, span))


def _waits(book: Book, span: Span) -> Iterator[Waits]:
    if requests := len(to_answer(book)):
        yield Waits(
            count("{number} request waits for an answer", "{number} requests wait for an answer", requests), "today"
        )
    if unheard := _unheard(book):
        one, many = "{number} supervisor was not heard in time", "{number} supervisors were not heard in time"
        yield Waits(count(one, many, unheard), "supervision")
    if missing := _without_a_return(book):
        one, many = "{number} team sent no return of last month", "{number} teams sent no return of last month"
        yield Waits(count(one, many, missing), "sharing")
    others, beyond = laptops(book, span)
    if silent := others - beyond:
        one, many = "{number} laptop sent nothing since these days", "{number} laptops sent nothing since these days"
        yield Waits(count(one, many, silent), "sharing")


def _unheard(book: Book) -> int:
    asking = asking_of(book, Span(clock.today(), clock.today()))
    there, heard = (
        people_behind(find(asking, Question(asked=rule))) for rule in ("supervisors", "supervisors who were heard")
    )
    return len(set(there) - set(heard) - {book.person})


def _without_a_return(book: Book) -> int:
    month = before(Grain.MONTH, clock.today()).days[0]
    sent = {str(each["team"]) for each in questions.listing(book, "monthly_return", {"month": month})}
    at_work = {
        str(each.team)
        for each in find(asking_of(book, Span(clock.today(), clock.today())), Question(asked="caregivers"))
    }
    return len(at_work - sent)
