"""A support plan on one paper: what each of those who carry it thinks, also where they disagree, and what is arranged.

The caregiver keeps it, so it holds nothing that they could not read: no reason for which somebody was asked, no figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk.practice.spoken import value, worded_in
from caregiver_desk.records import otherwise
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.wellbeing.support_plans import SUPPORT_PLAN
from caregiver_desk.records.wellbeing.wellbeing import FollowUpState
from caregiver_desk.reports.document import ROOM, Document, Line, Section
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import later, say

VIEWS = ("agreed", "their_view", "you_agree", "your_view", "senior", "senior_agrees", "senior_view")
CALLED = {  # two people read it, and each of them is *you*
    "your_view": later("How the supervisor sees it"),
    "you_agree": later("Agreed by the supervisor"),
}
DETAILS = ("since", "until", "homes", "hours", "due", "state")


def plan_on_paper(book: Book, record: str) -> Document:
    leaf = questions.get(book, "support_plan", record)
    names = questions.names_of(book, [str(leaf["caregiver"]), book.person])
    name = names.get(str(leaf["caregiver"]), say("Name not sent here"))
    two = [each for each in (name, names.get(book.person, "")) if each]
    return Document(
        say("Support plan"),
        (name, value(SUPPORT_PLAN.fields["opened"], leaf["opened"], {})),
        (
            Section(say("What they want"), tuple(_told(leaf, ("aims",)))),
            Section(say("How each of them sees it"), tuple(_told(leaf, VIEWS))),
            Section(say("What is arranged"), tuple(_parts(book, record))),
            Section(say("Name and day"), tuple(Line(each, ROOM) for each in two)),
        ),
    )


def _told(leaf: Leaf, names: tuple[str, ...]) -> Iterator[Line]:
    for name in names:
        if leaf[name] is not None:
            field = SUPPORT_PLAN.fields[name]
            yield Line(say(CALLED.get(name, field.label)), value(field, leaf[name], {}))


def _parts(book: Book, plan: str) -> Iterator[Line]:
    """What is arranged for a while, and the support that was offered and not declined."""
    for each in reversed(questions.listing(book, "plan_response", {"plan": plan}, limit=EVERY)):
        yield _arranged(each, "response")
    for each in reversed(questions.listing(book, "follow_up", {"plan": plan}, limit=EVERY)):
        if each["state"] != FollowUpState.DECLINED:
            yield _arranged(each, "code")


def _arranged(leaf: Leaf, called: str) -> Line:
    fields = KINDS[leaf.kind].fields
    told = [name for name in DETAILS if name in fields and leaf[name] is not None]
    said = (f"{say(fields[name].label)} {value(fields[name], leaf[name], {})}" for name in told)
    theirs = [say("They see it otherwise: {words}", words=leaf[otherwise.FIELD])] if leaf[otherwise.FIELD] else []
    return Line(value(fields[called], leaf[called], {}, worded_in(leaf.values)), ", ".join([*said, *theirs]))
