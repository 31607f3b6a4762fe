"""Third people are masked in what one person gets of her own record.

Context. What two people say to each other names others: a colleague who helped, a family behind a gate. She may have
her own record; theirs is not hers.

Decision. Every word that is part of a name this book knows, of anybody but her, is said as what that person is:
another caregiver, your supervisor, a household member; a landmark of a home becomes the code of the household. Capitals
and accents do not matter. Rather too much is masked than too little: where a name is a common word, that word goes too.
A phone number that is not hers goes.

Consequences. A nickname or a name that this book does not know stays. So whoever hands the pack over is told to read it
first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_desk.practice.naming import PHONE, WORD, digits, however_written, words_of
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import called, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import fold, say

PHONES = ("phone", "second_phone", "next_of_kin_phone")


class Masks:
    """Says words about one person without the names of others."""

    def __init__(self, book: Book, her: Leaf) -> None:
        self._own = set(words_of(*(str(her[name] or "") for name in ("given_names", "surname", "known_as"))))
        self._phones = {digits(str(her[name])) for name in PHONES if her[name]}
        self.codes = {home: str(code) for home, code in questions.facts(book, "household", ("code",)) if code}
        self._caregivers = {
            str(person) for _, person in questions.facts(book, "engagement", ("person",), {"role": Role.CAREGIVER})
        }
        linked = questions.facts(book, "supervision", ("supervisor",), {"caregiver": her.id})
        self._supervisors = {str(supervisor) for _, supervisor in linked}
        self._her = her.id
        self._said = dict(self._every_word(book))
        self._places = self._every_place(book)

    def person(self, record: str) -> str:
        """What somebody else is to her."""
        if record == self._her:
            return say("you")
        if record in self._supervisors:
            return say("your supervisor")
        return say("another caregiver") if record in self._caregivers else say("another person")

    def home(self, household: str) -> str:
        return self.codes.get(household, say("a household"))

    def __call__(self, words: str) -> str:
        """The same without the names and numbers of others."""
        for place, household in self._places:
            words = place.sub(self.home(household), words)
        words = PHONE.sub(lambda found: self._phone(found[0]), words)
        masked = WORD.sub(lambda found: self._said.get(fold(found[0]), found[0]), words)
        return _once(masked, {*self._said.values()}) if masked != words else words

    def _phone(self, number: str) -> str:
        return number if digits(number) in self._phones else say("a phone number")

    def _every_word(self, book: Book) -> Iterator[tuple[str, str]]:
        """The last one counts: what a worker is called is said of the worker."""
        others = [(each.name, say("another person")) for each in called.others(book) if each.record != self._her]
        homes = [(_as_names(each.name), self.home(each.record)) for each in called.homes(book)]
        members = [(each.name, say("household member")) for each in called.household_members(book)]
        people = [(each.name, self.person(each.record)) for each in called.people(book) if each.record != self._her]
        for name, label in (*others, *homes, *members, *people):
            yield from ((word, label) for word in words_of(name) if word not in self._own)

    def _every_place(self, book: Book) -> list[tuple[re.Pattern[str], str]]:
        """Landmarks of several words, the longest first."""
        named = sorted((each for each in called.homes(book) if " " in each.name), key=lambda each: -len(each.name))
        return [(however_written(each.name), each.record) for each in named]


def _as_names(landmark: str) -> str:
    """Of a landmark of several words those that are written like names: the Mudaus, but no gate."""
    words = landmark.split()
    return landmark if len(words) == 1 else " ".join(word for word in words if word[:1].isupper())


def _once(words: str, labels: set[str]) -> str:
    """Given name and surname are one person."""
    for label in labels:
        words = re.sub(rf"\b{re.escape(label)}(?:[\s-]+{re.escape(label)}\b)+", label, words)
    return words
