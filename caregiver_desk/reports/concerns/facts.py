"""The facts of one concern on a page, to be copied onto the legal form: what was seen or heard, and who was told.

What somebody thinks of it is not on it. Who noticed it and who reported it can be left out, for a copy that the
household may see.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caregiver_desk.acts.concerns.how_it_stands import concern_of, steps_of
from caregiver_desk.practice.spoken import value
from caregiver_desk.records.concerns.concerns import CONCERN, CONCERN_STEP
from caregiver_desk.records.record import Kind
from caregiver_desk.reports.document import Document, Line, Section
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import full_day, say

FACTS = ("sort", "whom", "about", "place", "noticed", "at", "seen", "danger", "at_home", "done")
STEP = ("at", "told_to", "reference", "proof")
WHO = ("noticed_by",)
BY_WHOM = ("done_by",)


def facts_of(book: Book, concern: str, *, with_reporter: bool) -> Document:
    """The page. Without the reporter a person reads it once more: somebody may have written a name among the facts."""
    leaf = concern_of(book, concern)
    names = (*FACTS, *(WHO if with_reporter else ()))
    told = [_step(each, with_reporter=with_reporter) for each in reversed(steps_of(book, concern))]
    sections = [Section(say("What was seen or heard"), tuple(_lines(CONCERN, leaf, names)))]
    if told:
        sections.append(Section(say("Who was told"), tuple(told)))
    under = [say("Facts only, to copy onto the legal form. What anybody thinks of them is not here.")]
    if not with_reporter:
        under.append(say("Who noticed and who reported it is left out. Read it once more before you hand it over."))
    return Document(say("Concern {number}", number=leaf["number"]), tuple(under), tuple(sections))


def _lines(kind: Kind, leaf: Leaf, names: tuple[str, ...]) -> Iterator[Line]:
    for name in names:
        if leaf[name]:
            yield Line(say(kind.fields[name].label), value(kind.fields[name], leaf[name], {}))


def _step(step: Leaf, *, with_reporter: bool) -> Line:
    names = (*STEP, *(BY_WHOM if with_reporter else ()))
    day = full_day(date.fromisoformat(step["day"])) if step["day"] else ""
    said = [value(CONCERN_STEP.fields["sort"], step["sort"], {}), *(str(step[name]) for name in names if step[name])]
    return Line(day, say(" · ").join(said))
