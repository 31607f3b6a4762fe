"""Consultations: advice on a home or a concern, without the home becoming known to who is asked outside the team."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caregiver_desk.acts.growth.roads import asks_for
from caregiver_desk.acts.keeping import Wish, keep
from caregiver_desk.errors import NamesTheHome
from caregiver_desk.records.growth.consulting import CONCERN_ADVICE, CONSULTATION
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import fold, say

NAMED = ("code", "nickname", "phone", "directions")  # each of which says which home it is
SHORTEST = 2  # letters of a first name: an initial stands in many words


def names_no_home(wish: Wish) -> None:
    """What somebody outside the team hears names neither the home nor anybody in it."""
    if not wish["outside"] or not wish["asked"]:
        return
    said = f" {_words(str(wish['asked']))} "
    if any(f" {each} " in said for each in _telling(wish.book, _home_of(wish))):
        raise NamesTheHome(field=say(CONSULTATION.fields["asked"].label))


def _home_of(wish: Wish) -> str:
    if wish["household"]:
        return str(wish["household"])
    concern = questions.find_one(wish.book, "concern", str(wish["concern"]))
    return str(concern["household"] or "") if concern and "household" in concern.values else ""


def _telling(book: Book, household: str) -> Iterator[str]:
    """What would tell which home it is, as words are compared."""
    home = questions.find_one(book, "household", household)
    told = [str(home[name]) for name in NAMED if home[name]] if home else []
    people = questions.listing(book, "member", {"household": household}, limit=EVERY) if household else []
    told += [str(each["first_name"]) for each in people if len(str(each["first_name"] or "")) >= SHORTEST]
    yield from filter(None, map(_words, told))


def _words(text: str) -> str:
    """Words alone, whatever stands between them."""
    return " ".join(re.findall(r"\w+", fold(text)))


keep(CONSULTATION, "growth", names_no_home, asks_for(Road.CONSULTING), labels={"record": "Record a consultation"})
keep(CONCERN_ADVICE, "growth", names_no_home, asks_for(Road.CONSULTING), verbs=("record",))
