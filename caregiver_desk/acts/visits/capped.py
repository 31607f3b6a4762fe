"""What a support plan arranges for a while, told to whoever gives out homes. It reminds, and refuses nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from caregiver_desk import clock
from caregiver_desk.acts.keeping import Wish
from caregiver_desk.practice.visits.load import Arranged, beyond
from caregiver_desk.store import questions
from caregiver_desk.store.arranged import cap_of, caps, hours_free
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import count


def arranged_with(book: Book, people: Collection[str]) -> dict[str, Arranged]:
    """At most so many homes, and hours kept free, of each of these of whom a plan is known here."""
    homes, hours = (ask(book, people, clock.today()) for ask in (caps, hours_free))
    return {each: Arranged(homes.get(each), hours.get(each) or None) for each in people}


def too_many(name: str, homes: int, plan: Arranged) -> Iterator[str]:
    """That a list is longer than was arranged for now."""
    if beyond(homes, plan):
        one = "{name} then has {homes} homes; at most {number} was arranged for now."
        many = "{name} then has {homes} homes; at most {number} were arranged for now."
        yield count(one, many, plan.homes or 0, name=name, homes=homes)


def fewer_homes_said(wish: Wish) -> str:
    """That with this home they have more than their plan arranges. Nothing where the plan is unknown here."""
    caregiver, day = str(wish["caregiver"]), wish.day("since") or clock.today()
    plan = Arranged(cap_of(wish.book, caregiver, day))
    if plan.homes is None or "caregiver" not in wish.changed:
        return ""
    listed = questions.listing(wish.book, "assignment", {"caregiver": caregiver}, limit=EVERY)
    homes = {str(each["household"]) for each in listed if not each["until"] or str(each["until"]) > day.isoformat()}
    name = questions.names_of(wish.book, [caregiver]).get(caregiver, "")
    return "".join(too_many(name, len(homes | {str(wish["household"])}), plan))
