"""Consultations: advice on a home or a concern, without the home becoming known to who is asked outside the team."""

from __future__ import annotations

from caregiver_desk.acts.growth.roads import asks_for
from caregiver_desk.acts.keeping import Wish, keep
from caregiver_desk.errors import NamesTheHome
from caregiver_desk.practice.naming import is_dialled, stands_in
from caregiver_desk.records.growth.consulting import CONCERN_ADVICE, CONSULTATION
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.store import called, questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

NAMED = ("code", "nickname", "directions")  # each of which says which home it is


def names_no_home(wish: Wish) -> None:
    """What somebody outside the team hears names neither the home nor anybody in it."""
    if not wish["outside"] or not wish["asked"]:
        return
    if names_home(wish.book, _home_of(wish), str(wish["asked"])):
        raise NamesTheHome(field=say(CONSULTATION.fields["asked"].label))


def _home_of(wish: Wish) -> str:
    if wish["household"]:
        return str(wish["household"])
    concern = questions.find_one(wish.book, "concern", str(wish["concern"]))
    return str(concern["household"] or "") if concern and "household" in concern.values else ""


def names_home(book: Book, household: str, words: str) -> bool:
    """Whether these words tell which home it is, or name somebody in it."""
    home = questions.find_one(book, "household", household)
    if home is None:
        return False
    named = [str(home[name]) for name in NAMED if home[name]]
    named += [each.name for each in called.household_members(book) if each.record == home.id]
    return is_dialled(str(home["phone"] or ""), words) or any(stands_in(each, words) for each in named)


keep(CONSULTATION, "growth", names_no_home, asks_for(Road.CONSULTING), labels={"record": "Record a consultation"})
keep(CONCERN_ADVICE, "growth", names_no_home, asks_for(Road.CONSULTING), verbs=("record",))
