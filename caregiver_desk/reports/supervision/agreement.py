"""An agreement about supervision on one paper: what each wants, what is kept between the two, and what cannot be.

Both read the same words. Below stand two lines for two names, for those who agree on paper.
"""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk.practice.spoken import value
from caregiver_desk.records.supervision.agreement import AGREEMENT, Limit
from caregiver_desk.reports.document import ROOM, Document, Line, Section
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say

BETWEEN = ("supervision", "caregiver", "limits", "day", "state")


def agreement_on_paper(book: Book, record: str) -> Document:
    leaf = questions.get(book, "agreement", record)
    link = questions.get(book, "supervision", str(leaf["supervision"]))
    names = questions.names_of(book, [str(link["caregiver"]), str(link["supervisor"])])
    two = tuple(names.get(str(link[side]), say("Name not sent here")) for side in ("caregiver", "supervisor"))
    return Document(
        say("Supervision agreement"),
        (say("{one} and {other}", one=two[0], other=two[1]), value(AGREEMENT.fields["state"], leaf["state"], {})),
        (
            Section(say("What we agreed"), tuple(_terms(leaf))),
            Section(say(AGREEMENT.fields["limits"].label), tuple(_limits(leaf))),
            Section(say("Name and day"), tuple(Line(name, ROOM) for name in two)),
        ),
    )


def _terms(leaf: Leaf) -> Iterator[Line]:
    for name, field in AGREEMENT.fields.items():
        if name not in BETWEEN and leaf[name] is not None:
            yield Line(say(field.label), value(field, leaf[name], {}))


def _limits(leaf: Leaf) -> Iterator[Line]:
    """All four, whether they were said yet or not: nobody should first read of one afterwards."""
    for each in Limit:
        yield Line(say(str(each)), say("acknowledged") if each in (leaf["limits"] or ()) else say("not said yet"))
