"""What the two say of each statement of a framework, for the sheet on which it is said."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_desk.acts.growth.framework import Said, capabilities_of, versions_spoken_in
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day, say


@dataclass(frozen=True)
class Capabilities:
    """Whose they are, what both said in the version in force, and in which older versions something was said."""

    caregiver: str
    name: str
    said: Said
    older: tuple[str, ...] = ()

    @property
    def days(self) -> str:
        """When each side spoke last."""
        own, seen = self.said.own_on, self.said.seen_on
        parts = [say("They spoke last on {day}.", day=full_day(own)) if own else ""]
        parts.append(say("You spoke last on {day}.", day=full_day(seen)) if seen else "")
        return " ".join(filter(None, parts))


def capabilities(book: Book, caregiver: str, version: str = "") -> Capabilities:
    said = capabilities_of(book, caregiver, version)
    name = questions.names_of(book, [caregiver]).get(caregiver, say("Name not sent here"))
    others = tuple(each for each in versions_spoken_in(book, caregiver) if each != said.framework.version)
    return Capabilities(caregiver, name, said, others)
