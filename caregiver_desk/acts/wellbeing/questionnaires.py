"""Questionnaires of an organisation: brought from a file, made ready, and no longer asked.

Decision. Whoever brings one answers for the licence that it names. One that asks about a risk is asked only while a
number that answers at once and somebody who is trained to act on it are named: both are looked for each time, so that
a service that was taken out of the directory stops it too.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.intake import xlsform
from caregiver_desk.acts.keeping import edit, new, tell
from caregiver_desk.errors import NotToBeAsked, NotUnderstood
from caregiver_desk.practice.visits.services import Number, to_check
from caregiver_desk.practice.wellbeing.questionnaire import Questionnaire, read
from caregiver_desk.records.wellbeing.questionnaires import QUESTIONNAIRE
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import fold, say

Trained = Annotated[str, Field(max_length=140)]


class Brought(NamedTuple):
    """A questionnaire of this book: what it asks, who is trained to act on it, whom to ring first, and why not now."""

    leaf: Leaf
    told: Questionnaire
    trained: str
    first: Number | None
    not_yet: str  # why it cannot be asked, in words; nothing where it can

    @property
    def id(self) -> str:
        return self.leaf.id


@act("Bring a questionnaire", subject="wellbeing")
def bring_questionnaire(book: Book, *, path: Path, trained: Trained = "", route: str = "") -> Outcome:
    """Your organisation's own, from an XLSForm workbook. Whoever brings it says that its licence allows that.

    `route` is a service of the directory. Raises NotAQuestionnaire, NotASheet or NotUnderstood.
    """
    return keep_questionnaire(book, xlsform.read(path), trained=trained, route=route)


def keep_questionnaire(book: Book, told: Questionnaire, *, trained: str = "", route: str = "") -> Outcome:
    """Keep what was read; the same is never kept twice."""
    if here := next((each for each in brought(book) if each.told.digest == told.digest), None):
        return Outcome(say("This is here already. Nothing was changed."), record=here.id)
    fields = {name: getattr(told, name) for name in ("title", "version", "digest", "licence", "caution")}
    fields |= {
        "words": told.text,
        "brought_by": book.person,
        "day": clock.today(),
        **_answering_for(book, trained, route),
    }
    change = new(book, QUESTIONNAIRE, understood(QUESTIONNAIRE.draft, fields))
    saved = ledger.append(book, "bring_questionnaire", [change])
    why = _not_yet(told, trained, _number(book, fields["route"]))
    said = say("Brought: {title}.", title=told.title)
    return tell(saved, f"{said} {say('Before it can be asked: {reason}.', reason=why)}" if why else said, change.record)


@act("Name who answers for a questionnaire", subject="wellbeing")
def ready_questionnaire(book: Book, *, questionnaire: str, trained: Trained, route: str) -> Outcome:
    """Who is trained to act on its answers, and the service of the directory that is rung first.

    Raises NotUnderstood for a service without a number.
    """
    leaf = called(book, questionnaire).leaf
    told = _answering_for(book, trained, route)
    if told["route"] and _number(book, told["route"]) is None:
        label = say(QUESTIONNAIRE.fields["route"].label)
        raise NotUnderstood(field=label, reason=say("the directory has no number of it"))
    change = edit(book, leaf, told)
    if not change.fields:
        return Outcome(say("Nothing was different, so nothing was saved."), record=leaf.id)
    return tell(ledger.append(book, "ready_questionnaire", [change]), say("Saved."), leaf.id)


@act("Stop asking a questionnaire", subject="wellbeing")
def stop_questionnaire(book: Book, *, questionnaire: str) -> Outcome:
    """It is asked no more, on none of your laptops. What was answered can still be read in its words."""
    found = called(book, questionnaire)
    asked = (each for each in _alike(book, found.told.digest) if each["stopped"] is None)
    changes = [edit(book, each, {"stopped": clock.today()}) for each in asked]
    saved = ledger.append(book, "stop_questionnaire", changes)
    return tell(saved, say("“{title}” is asked no more.", title=found.told.title), found.id)


def brought(book: Book) -> list[Brought]:
    """What can be asked here, or could be once it is ready: each once, by title."""
    found: dict[str, Brought] = {}
    for leaf in sorted(_all(book), key=lambda each: each.id):
        if leaf["stopped"] is None and (told := _told(leaf)):
            found.setdefault(told.digest, _brought(book, leaf, told))
    return sorted(found.values(), key=lambda each: (fold(each.told.title), each.id))


def of_digest(book: Book, digest: str) -> Questionnaire | None:
    """In whose words something was answered, also if it is asked no more; None where it was never brought here."""
    return next((told for leaf in _alike(book, digest) if (told := _told(leaf))), None)


def called(book: Book, words: str) -> Brought:
    """By its id or its title. Raises NotUnderstood."""
    found = [each for each in brought(book) if words == each.id or fold(words) == fold(each.told.title)]
    if len(found) == 1:
        return found[0]
    several = say("several are called so; name its id")
    nobody = say("none that is asked here is called so")
    raise NotUnderstood(field=say(QUESTIONNAIRE.label).capitalize(), reason=several if found else nobody)


def to_ask(book: Book, words: str) -> Brought:
    """The same, if it can be asked now. Raises NotToBeAsked."""
    found = called(book, words)
    if found.not_yet:
        raise NotToBeAsked(title=found.told.title, reason=found.not_yet)
    return found


def _all(book: Book) -> list[Leaf]:
    return questions.listing(book, QUESTIONNAIRE.name, limit=EVERY)


def _alike(book: Book, digest: str) -> list[Leaf]:
    return [each for each in _all(book) if each["digest"] == digest]


def _told(leaf: Leaf) -> Questionnaire | None:
    """What a record keeps, where it is what its digest says."""
    told = read(str(leaf["words"] or ""))
    return told if told and told.digest == leaf["digest"] else None


def _brought(book: Book, leaf: Leaf, told: Questionnaire) -> Brought:
    trained, first = str(leaf["trained"] or ""), _number(book, leaf["route"])
    return Brought(leaf, told, trained, first, _not_yet(told, trained, first))


def _answering_for(book: Book, trained: str, route: str) -> dict[str, str | None]:
    service = questions.get(book, "service", route).id if route else None
    return {"trained": trained.strip() or None, "route": service}


def _number(book: Book, service: object) -> Number | None:
    """The number of a service that stands in the directory."""
    leaf = questions.find_one(book, "service", str(service)) if service else None
    if leaf is None or leaf.gone or not leaf["phone"]:
        return None
    verified = date.fromisoformat(str(leaf["verified"])) if leaf["verified"] else None
    return Number(str(leaf["name"] or ""), str(leaf["phone"]), to_check(verified, clock.today()))


def _not_yet(told: Questionnaire, trained: str, first: Number | None) -> str:
    """What must be named before a questionnaire that asks about a risk is asked."""
    if not told.has_risk or (trained.strip() and first):
        return ""
    if not trained.strip():
        return say("it asks about danger, so name who is trained to act on it, and whom to ring first")
    return say("it asks about danger, so name a service with a number that is rung first")
