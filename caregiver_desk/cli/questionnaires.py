"""An organisation's own questionnaires: brought, listed, shown with licence and caution, and answered line by line."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from caregiver_desk import acts
from caregiver_desk.acts.act import named
from caregiver_desk.acts.wellbeing.answers import ring_first
from caregiver_desk.acts.wellbeing.questionnaires import Brought, brought, called, to_ask
from caregiver_desk.cli.meant import meant
from caregiver_desk.cli.records import tell_outcome
from caregiver_desk.cli.session import at_terminal, open_book, progress, read_json, tell, tell_none, typed
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.practice.wellbeing import answering
from caregiver_desk.practice.wellbeing.questionnaire import CHOSEN, Question, Questionnaire, Sort
from caregiver_desk.records.people.people import PERSON
from caregiver_desk.records.visits.referrals import SERVICE
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.wellbeing.answered import answered, on_paper
from caregiver_desk.reports.wellbeing.questionnaire import empty_form
from caregiver_desk.store import looks, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

acts.load()


def questionnaire(arguments: argparse.Namespace) -> int:
    """What is to be done with one of them, or with all."""
    if not arguments.which and arguments.what != "list":
        raise NotFilledIn(fields=say("which questionnaire"))
    with open_book(arguments) as book:
        DOES[arguments.what](arguments, book)
    return 0


def _bring(arguments: argparse.Namespace, book: Book) -> None:
    """From a workbook; with --trained and --first it can be asked at once, also where it asks about danger."""
    given = {"path": arguments.which, "trained": arguments.trained, "route": _service(arguments, book)}
    tell_outcome(arguments, named("bring_questionnaire")(book, **given))


def _list(arguments: argparse.Namespace, book: Book) -> None:
    found = brought(book)
    for each in found:
        told = each.told
        facts = {"id": each.id, "title": told.title, "version": told.version, "owner": told.owner}
        facts |= {"licence": told.licence, "caution": told.caution, "not_yet": each.not_yet}
        words = say("{title}, version {version}", title=told.title, version=told.version or "–")
        state = say("not yet: {reason}", reason=each.not_yet) if each.not_yet else say("can be asked")
        tell(arguments, facts, f"{words}  {state}  {told.licence}")
    tell_none(arguments, say("None was brought yet; none is shipped."), told=len(found))


def _show(arguments: argparse.Namespace, book: Book) -> None:
    found = called(book, arguments.which).told
    language = found.language(arguments.language)
    asked = [_facts(found, each, language) for each in found.questions]
    facts = {"title": found.title, "digest": found.digest, "languages": found.languages, "questions": asked}
    tell(arguments, facts, as_text(empty_form(found, language)))


def _facts(told: Questionnaire, question: Question, language: str) -> dict[str, Any]:
    choices = {each.name: told.said(each.label, language) for each in told.offered(question)}
    asked = {"name": question.name, "type": question.sort, "label": told.said(question.label, language)}
    return {**asked, "choices": choices} if choices else asked


def _read(arguments: argparse.Namespace, book: Book) -> None:
    """What somebody answered, by the id of its record, and what the form says of it: a look at whoever it was."""
    found = answered(book, questions.kind_of(book, arguments.which).name, arguments.which)
    if found.caregiver:
        looks.looked(book, What.OPENED, [found.caregiver])
    language = found.told.language(arguments.language) if found.told else ""
    facts = {"title": found.title, "answers": found.answers, "not_here": found.told is None}
    tell(arguments, facts, as_text(on_paper(found, language)))


def _ready(arguments: argparse.Namespace, book: Book) -> None:
    route = _service(arguments, book)
    given = {"questionnaire": arguments.which, "trained": arguments.trained, "route": route}
    tell_outcome(arguments, named("ready_questionnaire")(book, **given))


def _stop(arguments: argparse.Namespace, book: Book) -> None:
    tell_outcome(arguments, named("stop_questionnaire")(book, questionnaire=arguments.which))


def _answer(arguments: argparse.Namespace, book: Book) -> None:
    """Of a caregiver, or of the book's owner. Licence and caution are said first, whom to ring before it is saved."""
    asked = to_ask(book, arguments.which)
    progress(say("{title}. {caution} Licence: {licence}", **_head(asked.told)))
    answers = _given(arguments) if arguments.answers else dict(_typed(asked, book, arguments.language))
    if arguments.answers:
        _warn(asked, book, answering.dangers(asked.told, answers))
    elif not _says_yes(say("Save it? yes or no: ")):
        progress(say("Nothing was kept."))
        return
    given: dict[str, Any] = {"questionnaire": asked.id, "answers": answers}
    if not arguments.caregiver:
        tell_outcome(arguments, named("answer_for_myself")(book, **given))
        return
    whose = {"caregiver": meant(book, PERSON, arguments.caregiver), "only_told": arguments.only_told or None}
    tell_outcome(arguments, named("ask_questionnaire")(book, **given, **whose))


def _head(told: Questionnaire) -> dict[str, str]:
    return {"title": told.title, "caution": told.caution, "licence": told.licence}


def _given(arguments: argparse.Namespace) -> dict[str, str]:
    found = read_json(arguments.answers)
    if not isinstance(found, Mapping):
        raise NotUnderstood(field="--answers", reason=say("a JSON object, please: names of questions and answers"))
    return {str(name): str(answer) for name, answer in found.items()}


def _typed(asked: Brought, book: Book, language: str) -> Iterator[tuple[str, str]]:
    """Each question at the terminal; an empty line leaves it out. Raises NotFilledIn where nobody sits there."""
    told, answers = asked.told, dict[str, str]()
    spoken, place, warned = told.language(language), 0, frozenset[str]()
    if not at_terminal():
        raise NotFilledIn(fields="--answers")
    while place < len(found := answering.asked(told, answers)):
        question = found[place]
        answer = _ask(told, question, spoken)
        answers |= answering.tidy(told, {question.name: answer})
        if wrong := answering.fault(told, question, answers, spoken):
            progress(wrong)
            continue
        dangers = answering.dangers(told, answers)
        _warn(asked, book, dangers - warned)
        place, warned = place + 1, dangers
    yield from answering.kept(told, answers).items()


def _ask(told: Questionnaire, question: Question, language: str) -> str:
    words = told.said(question.label, language)
    if question.sort is Sort.NOTE:
        progress(words)
        return ""
    offered = (f"{each.name} {told.said(each.label, language)}" for each in told.offered(question))
    codes = f" ({'; '.join(offered)})" if question.sort in CHOSEN else ""
    return typed(f"{words}{codes}: ")


def _warn(asked: Brought, book: Book, dangers: frozenset[str]) -> None:
    """Whom to ring, before anything is saved."""
    if said := ring_first(asked, book, dangers):
        progress(said)


def _says_yes(prompt: str) -> bool:
    return typed(prompt).casefold() in {"yes", "y"}


def _service(arguments: argparse.Namespace, book: Book) -> str:
    return meant(book, SERVICE, arguments.first) if arguments.first else ""


DOES: Mapping[str, Callable[[argparse.Namespace, Book], None]] = {
    "bring": _bring, "list": _list, "show": _show, "read": _read, "ready": _ready, "answer": _answer, "stop": _stop,
}  # fmt: skip
