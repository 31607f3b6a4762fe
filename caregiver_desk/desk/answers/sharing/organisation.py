"""The organisation as a person sees it: who coordinates, and the words that prove its list. No widget."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_desk.acts.sharing.organisation import newest_list
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import partners
from caregiver_desk.store.book import Book
from caregiver_desk.sync.organisation import root_words
from caregiver_desk.wording import count, say


@dataclass(frozen=True)
class Coordinates:
    """Somebody on the list: what stands beside her name, and whether one can begin to exchange with her."""

    name: str
    laptop: str
    told: str
    stranger: bool
    ends: bool  # whether the root could end her time: she is another than the reader


@dataclass(frozen=True)
class Organisation:
    """The list that holds here; `name` is empty where there is none. `keeps`: whether the reader could change it."""

    name: str = ""
    version: int = 0
    words: str = ""
    who: tuple[Coordinates, ...] = ()
    ended: tuple[str, ...] = ()
    keeps: bool = False


def organisation(book: Book) -> Organisation:
    told, keeps = newest_list(book), book.role == Role.COORDINATOR
    if told is None:
        return Organisation(keeps=keeps)
    known = {each.key for each in partners.known(book) if not each.parted}
    who = tuple(
        Coordinates(
            each.name,
            each.laptop,
            say("you") if each.key == book.key else say("you share with them") if each.key in known else "",
            stranger=each.key not in known and each.key != book.key,
            ends=each.key != book.key,
        )
        for each in told.coordinators
    )
    ended = tuple(each.name for each in told.ended)
    return Organisation(told.organisation, told.version, " ".join(root_words(told)), who, ended, keeps)


def in_words(told: Organisation) -> str:
    """List 3: 4 coordinators."""
    who = count("{number} coordinator", "{number} coordinators", len(told.who))
    return say("List {version}: {who}", version=told.version, who=who)
