"""A talk on one paper, for two names: what was spoken of, what was promised, and when the two meet again.

What somebody reads before they sign is what they are shown on the screen: their own words as they are, and names of
others masked. A danger that was spoken of is not on it, for paper lies about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from caregiver_desk.practice.spoken import value, worded_in
from caregiver_desk.practice.supervision.agenda import every_line
from caregiver_desk.records.supervision.supervision import CHECK_IN, PROMISE
from caregiver_desk.reports.document import ROOM, Document, Line, Section
from caregiver_desk.reports.masking import Masks
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

AROUND = ("minutes", "mode", "review_of")
Masked = Callable[[str], str]


def check_in_on_paper(book: Book, record: str) -> Document:
    leaf = questions.get(book, CHECK_IN.name, record)
    link = questions.get(book, "supervision", str(leaf["supervision"]))
    names = questions.names_of(book, [str(link["caregiver"]), str(link["supervisor"])])
    two = [names.get(str(link[side]), say("Name not sent here")) for side in ("caregiver", "supervisor")]
    caregiver = questions.find_one(book, "person", str(link["caregiver"]))
    masks: Masked = Masks(book, caregiver) if caregiver else str
    parts = (
        Section(say("What we spoke of"), tuple(_spoken(leaf, masks))),
        Section(say("What was promised"), tuple(_promised(book, leaf, masks))),
        Section(say("If you see it otherwise, in your own words"), (Line("", ROOM),) * 3),
        Section(say("Name and day"), tuple(Line(each, ROOM) for each in two)),
    )
    return Document(
        say(CHECK_IN.label).capitalize(),
        (
            say("{one} and {other}", one=two[0], other=two[1]),
            say(" · ").join(_head(leaf)),
            say("For the two of you. Whoever finds this paper can read it: keep it where your own papers are."),
        ),
        tuple(each for each in parts if each.lines),
    )


def _head(leaf: Leaf) -> Iterator[str]:
    for name in ("day", "type", *AROUND):
        if leaf[name] is not None:
            yield value(CHECK_IN.fields[name], leaf[name], {}, worded_in(leaf.values))


def _spoken(leaf: Leaf, masks: Masked) -> Iterator[Line]:
    for name in every_line():
        if leaf[name]:
            yield Line(say(CHECK_IN.fields[name].label), masks(str(leaf[name])))


def _promised(book: Book, leaf: Leaf, masks: Masked) -> Iterator[Line]:
    for each in reversed(questions.listing(book, PROMISE.name, {"check_in": leaf.id}, limit=EVERY)):
        due = value(PROMISE.fields["due"], each["due"], {})
        said = (masks(str(each["what"] or "")), say("by {day}", day=due) if due else "")
        yield Line(value(PROMISE.fields["owner"], each["owner"], {}), ", ".join(filter(None, said)))
    if leaf["next_day"]:
        yield Line(say(CHECK_IN.fields["next_day"].label), value(CHECK_IN.fields["next_day"], leaf["next_day"], {}))
