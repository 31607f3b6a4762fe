"""`report`: any paper by its name, on the screen, or written into a folder as a PDF or as text; with no screen."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TypeAlias

from caregiver_desk import acts, clock
from caregiver_desk.cli import insight
from caregiver_desk.cli.meant import meant
from caregiver_desk.cli.rights import need_folder
from caregiver_desk.cli.session import open_book, progress, tell
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice import spans
from caregiver_desk.practice.spans import Span
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import PERSON
from caregiver_desk.records.record import Kind
from caregiver_desk.reports.imprint import Imprint, imprint
from caregiver_desk.reports.papers import PAPERS, Asked, Paper, Told, about_words, in_words, made
from caregiver_desk.store import access, looks, questions, safely
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import fold, say

acts.load()

Paints: TypeAlias = Callable[[Told, Imprint], bytes]  # given by whoever knows how to paint
FIGURES = "figures"  # a report of figures is a table as well, over days and of a set that somebody chooses


def report(arguments: argparse.Namespace, as_pdf: Paints) -> int:
    """A paper by its name. Raises NotUnderstood for one that there is not."""
    if arguments.paper == FIGURES:
        return insight.report_on(arguments, as_pdf)
    paper = _named(arguments)
    if arguments.out:
        need_folder(arguments.out)
    if doubt := about_words(arguments.language or ""):
        progress(doubt)
    span = _span(arguments.period) if arguments.period else None
    with open_book(arguments) as book:
        about = _about(book, paper, arguments.about)
        _note(book, paper, about, written=arguments.out is not None)
        without = bool(arguments.without_reporter)
        asked = Asked(about, span, arguments.week, with_reporter=not without, language=arguments.language)
        told, below = made(book, arguments.paper, asked), imprint(book)
        words = in_words(told, below)
        data = as_pdf(told, below) if arguments.out and arguments.format == "pdf" else words.encode()
    if arguments.out is None:
        tell(arguments, {"paper": arguments.paper, "text": words}, words.rstrip())
        return 0
    days = arguments.period or (arguments.week or clock.today()).isoformat()
    file = safely.free(arguments.out, say(paper.title).lower(), f" {days}", f".{arguments.format}")
    safely.write(file, data)
    tell(arguments, {"file": str(file)}, say("{file}. It is not encrypted.", file=file.name))
    return 0


def _named(arguments: argparse.Namespace) -> Paper:
    if arguments.paper not in PAPERS:
        reason = say("one of {names}", names=", ".join(PAPERS))
        raise NotUnderstood(field=say("Paper"), reason=reason)
    if arguments.format == "csv":
        raise NotUnderstood(field=say("Format"), reason=say("only figures are a table; this is pdf or txt"))
    return PAPERS[arguments.paper]


def _span(period: str) -> Span:
    span = spans.named(period)
    if span is None:
        reason = say("2026-02, 2026-Q1, 2026 or 2026-02-01..2026-03-15, please")
        raise NotUnderstood(field=say("period"), reason=reason)
    return span


def _about(book: Book, paper: Paper, words: str) -> str:
    """The record that it is about: by its id or number, or the last one of the person who is named."""
    if not paper.of or (paper.blank and not words):
        return ""
    kind = KINDS[paper.of]
    if not words:
        raise NotUnderstood(field=say(kind.label).capitalize(), reason=say("say which, by a name or an id"))
    if kind.named:
        return meant(book, kind, words)
    return words if questions.knows(book, kind.name, words) else _last(book, kind, words)


def _last(book: Book, kind: Kind, words: str) -> str:
    """The newest with this number, or about this person."""
    numbered = [each.id for each in questions.listing(book, kind.name, limit=EVERY) if _is_number(kind, each, words)]
    if numbered:
        return numbered[0]
    about = {kind.about: meant(book, PERSON, words)} if kind.about in kind.fields else {}
    found = questions.listing(book, kind.name, about, limit=1) if about else []
    if not found:
        raise NotUnderstood(field=say(kind.label).capitalize(), reason=say("none here is known by that"))
    return found[0].id


def _is_number(kind: Kind, leaf: questions.Leaf, words: str) -> bool:
    return "number" in kind.fields and fold(str(leaf["number"] or "")) == fold(words)


def _note(book: Book, paper: Paper, about: str, *, written: bool) -> None:
    """Who had it on paper or on the screen stands in the access log, as from the desk."""
    people = looks.whom_of(book, paper.of, about) if about else set()
    if written:
        access.note(book, What.EXPORTED, about=next(iter(people), about))
    elif people:
        looks.looked(book, What.OPENED, people)
    else:
        access.note(book, What.LISTED)
