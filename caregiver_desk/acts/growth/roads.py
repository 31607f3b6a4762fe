"""Opening and closing the roads of a site; and the rule that asks whether one is open.

Decision. A coordinator opens a road at every site that is known to them; each book of a supervisor has a site of its
own, often of the same name. Of one that comes in later it is asked, and nothing is opened there by itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.customs import sites_of
from caregiver_desk.acts.keeping import Rule, Wish, new_in, scope_to_write, tell
from caregiver_desk.errors import RoadClosed
from caregiver_desk.records.growth.roads import SITE_ROAD, Road
from caregiver_desk.records.journal import Scalar
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import ledger, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, later, say

FEW = 3  # sites that a sentence names


def open_roads(book: Book) -> frozenset[Road]:
    """The roads that this book's own site has opened; one of which two say different things is closed."""
    return _open_in(book, book.site)


def _open_in(book: Book, site: str) -> frozenset[Road]:
    told: dict[str, set[bool]] = {}
    for leaf in questions.listing(book, SITE_ROAD.name, limit=EVERY, scope=site):
        told.setdefault(str(leaf["road"]), set()).add(bool(leaf["open"]) and "open" not in leaf.quarrels)
    return frozenset(road for road in Road if told.get(road) == {True})


class NotYet(NamedTuple):
    """A site where roads are not open that its coordinator has opened elsewhere: it came in later."""

    site: str
    name: str
    roads: tuple[Road, ...]


def not_yet(book: Book) -> list[NotYet]:
    """Every site of a coordinator in which something of their own site is not open yet; of nobody else any."""
    own = open_roads(book)
    if book.role != Role.COORDINATOR or not own:
        return []
    lacking = [(site, roads) for site in sites_of(book) if (roads := own - _open_in(book, site.scope))]
    names = called(book, [site for site, _ in lacking])
    return [NotYet(site.id, names[site.id], _in_order(roads)) for site, roads in lacking]


def _in_order(roads: Collection[Road]) -> tuple[Road, ...]:
    return tuple(road for road in Road if road in roads)


def called(book: Book, sites: Iterable[Leaf]) -> dict[str, str]:
    """Sites by their names, and by whose book began them: several of one name stand for one place."""
    keys = {each.key: each.name for each in partners.known(book)}
    told: dict[str, str] = {}
    for site in sites:
        name = questions.call(KINDS["site"], site.values)
        whose = next((each for key, each in keys.items() if clock.founded(key, site.scope)), "")
        told[site.id] = say("{site} ({whose})", site=name, whose=whose) if whose else name
    return told


def need_road(book: Book, road: Road) -> None:
    """Raises RoadClosed where this book's own site has not opened a road."""
    if road not in open_roads(book):
        raise RoadClosed(road=say(road.value))


def asks_for(road: Road) -> Rule:
    """The rule that something new is begun only on an open road. What is there already may always be changed."""

    def rule(wish: Wish) -> None:
        if not wish.record:
            need_road(wish.book, road)

    return rule


@act("Open a road", subject="growth")
def open_road(book: Book, *, road: Road) -> Outcome:
    """Your site goes this way from now on. Raises NotYours."""
    return _say(book, "open_road", road, opened=True)


@act("Close a road", subject="growth")
def close_road(book: Book, *, road: Road) -> Outcome:
    """Nothing new is begun on it; what was begun stays and may be changed. Raises NotYours."""
    return _say(book, "close_road", road, opened=False)


@act("Open our roads at a new site", subject="growth", role=Role.COORDINATOR)
def open_roads_at(book: Book, *, site: str) -> Outcome:
    """What is open at your own site is opened at this one, which came in later."""
    there = questions.get(book, "site", site)
    lacking = _in_order(open_roads(book) - _open_in(book, there.scope))
    changes = [change for road in lacking for change in _said(book, there, road, opened=True)]
    if not changes:
        return Outcome(say("This is what holds already. Nothing was changed."))
    words = say("Open from now on at {sites}: {roads}.", sites=called(book, [there])[there.id], roads=_listed(lacking))
    return tell(ledger.append(book, "open_roads_at", changes), words, site)


def _listed(roads: Iterable[Road]) -> str:
    return ", ".join(say(each.value) for each in roads)


def _say(book: Book, name: str, road: Road, *, opened: bool) -> Outcome:
    sites = sites_of(book)
    changes = [change for site in sites for change in _said(book, site, road, opened=opened)]
    if not changes:
        return Outcome(say("This is what holds already. Nothing was changed."))
    going, over = (
        later("Open from now on at {sites}: {road}."),
        later("Closed at {sites}: {road}. What was begun stays."),
    )
    told = say(going if opened else over, road=say(road.value), sites=_where(book, sites))
    alone = _alone(sites) if opened and book.role == Role.COORDINATOR else ""
    return tell(ledger.append(book, name, changes), f"{told} {alone}".strip(), "")


def _where(book: Book, sites: Sequence[Leaf]) -> str:
    """The first few by name, one's own first."""
    first = sorted(sites, key=lambda site: site.scope != book.site)[:FEW]
    rest = len(sites) - len(first)
    more = [count("{number} more", "{number} more", rest)] if rest else []
    return ", ".join([*called(book, first).values(), *more])


def _alone(sites: Sequence[Leaf]) -> str:
    """A supervisor's site is one's own to say for only once it is known."""
    words = later("No supervisor’s site is known here yet. Once one comes in, Today asks whether to open it there too.")
    return "" if len(sites) > 1 else say(words)


def _said(book: Book, site: Leaf, road: Road, *, opened: bool) -> Iterator[Change]:
    """What has to be written in one site so that all records of this road say the same."""
    found = questions.listing(book, SITE_ROAD.name, {"road": road}, limit=EVERY, scope=site.scope)
    today = clock.today()
    if not found and opened:
        told = {"site": site.id, "road": road, "open": True, "day": today, "said_by": book.person}
        yield new_in(site.scope, SITE_ROAD, understood(SITE_ROAD.draft, told))
    for leaf in found:
        if bool(leaf["open"]) != opened or "open" in leaf.quarrels:
            fields: dict[str, Scalar] = {"open": opened, "day": today.isoformat(), "said_by": book.person}
            yield Change(leaf.kind, leaf.id, scope_to_write(book, leaf), fields)
