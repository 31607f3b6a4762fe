"""What to look at on a visit together, for paper: a half page for whoever does the work, and one for who comes along.

Both have the same ten items, so that own words come first and the two can be laid side by side. Nothing is added up.
"""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_desk.practice.supervision.observing import FAMILY, Worded, items
from caregiver_desk.records.supervision.observation import OBSERVATION, Level
from caregiver_desk.reports.document import ROOM, Document, Line, Section
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

DIGITS = {Level.NOT_YET: "1", Level.SOMETIMES: "2", Level.MOSTLY: "3", Level.STRONGLY: "4", Level.NOT_SEEN: "0"}
AFTER = ("strength", "strength_too", "to_try")


@dataclass(frozen=True)
class Prompt:
    """The items as they are worded here, and whose visit it is; without a name, anybody's."""

    name: str
    items: tuple[Worded, ...]

    def in_words(self) -> Document:
        asked = tuple(Line(each.words, say("{best}: ____", best=each.strongly)) for each in self.items)
        return Document(
            say("Visit together"),
            (say("With {name}", name=self.name or ROOM), scale()),
            (
                Section(say("Own view first, then what was seen"), asked),
                Section(say("Afterwards"), tuple(Line(each, ROOM) for each in afterwards())),
                Section(say("The family, if they like"), tuple(Line(each, ROOM) for each in of_the_family())),
            ),
        )


def prompt(book: Book, caregiver: str = "") -> Prompt:
    return Prompt(questions.names_of(book, [caregiver])[caregiver] if caregiver else "", items())


def scale() -> str:
    """The five words by the digits they are typed by."""
    return say(" · ").join(f"{digit} {say(str(level))}" for level, digit in DIGITS.items())


def afterwards() -> tuple[str, ...]:
    return tuple(say(OBSERVATION.fields[name].label) for name in AFTER)


def of_the_family() -> tuple[str, ...]:
    return tuple(say(OBSERVATION.fields[name].label) for name in FAMILY)
