"""What the site of a book says for itself: its numbers, its closures, its policy, its words. Questions of a book."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.customs import may_say, policy_called, policy_on
from caregiver_desk.acts.norms import Said, closures_of, said_of
from caregiver_desk.acts.worded import words_of
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.practice.norms import version
from caregiver_desk.practice.site_words import Words
from caregiver_desk.practice.wellbeing.taxonomy import shipped
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day, say


class Closed(NamedTuple):
    """Days on which the site is closed that are not over, in words; `id` by which they are taken back."""

    id: str
    words: str


class Customs(NamedTuple):
    """As much of it as the settings show."""

    ours: int
    numbers: int
    differing: int  # numbers of which two said different things
    called: int  # things that the site calls otherwise
    closed: tuple[Closed, ...]
    policy: str
    may_say: bool


class Numbers(NamedTuple):
    """Every number, who said it otherwise, and whether whose book this is may."""

    said: tuple[Said, ...]
    called: Mapping[str, str]
    may_say: bool
    version: str


class Called(NamedTuple):
    """One list of words: as they are shipped, and as the site says them."""

    catalogue: Catalogue
    shipped: Words
    ours: Words
    may_say: bool


def customs(book: Book) -> Customs:
    told, spoken = said_of(book), words_of(book)
    return Customs(
        sum(each.ours is not None for each in told),
        len(told),
        sum(each.differing for each in told),
        sum(len(spoken.of(each)) for each in Catalogue),
        _closed(book),
        _policy(book),
        may_say(book),
    )


def _closed(book: Book) -> tuple[Closed, ...]:
    today = clock.today().isoformat()
    told = [each for each, _ in closures_of(book) if each["until"] > today]
    return tuple(Closed(each.id, joined(_days(*_named(each)), str(each["why"] or ""))) for each in told)


def _named(closure: questions.Leaf) -> tuple[str, str]:
    since, until = (date.fromisoformat(closure[name]) for name in ("since", "until"))
    return full_day(since), full_day(until)


def _days(since: str, until: str) -> str:
    return say("{since}, open again on {until}", since=since, until=until)


def _policy(book: Book) -> str:
    policy = policy_on(book, clock.today())
    return joined(policy_called(policy), str(policy["kept_at"] or "")) if policy else ""


def numbers(book: Book) -> Numbers:
    told = said_of(book)
    called = questions.names_of(book, [each.by for each in told if each.by])
    return Numbers(tuple(told), called, may_say(book), version())


def called(book: Book, catalogue: Catalogue) -> Called:
    return Called(catalogue, shipped(catalogue), words_of(book).of(catalogue), may_say(book))
