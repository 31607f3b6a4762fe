"""Opening and closing the roads of a site; and the rule that asks whether one is open."""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.customs import sites_of
from caregiver_desk.acts.keeping import Rule, Wish, new_in, scope_to_write, tell
from caregiver_desk.errors import RoadClosed
from caregiver_desk.records.growth.roads import SITE_ROAD, Road
from caregiver_desk.records.journal import Scalar
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


def open_roads(book: Book) -> frozenset[Road]:
    """The roads that this book's own site has opened; one of which two say different things is closed."""
    told: dict[str, set[bool]] = {}
    for leaf in questions.listing(book, SITE_ROAD.name, limit=EVERY, scope=book.site):
        told.setdefault(str(leaf["road"]), set()).add(bool(leaf["open"]) and "open" not in leaf.quarrels)
    return frozenset(road for road in Road if told.get(road) == {True})


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


def _say(book: Book, name: str, road: Road, *, opened: bool) -> Outcome:
    changes = [change for site in sites_of(book) for change in _said(book, site, road, opened=opened)]
    if not changes:
        return Outcome(say("This is what holds already. Nothing was changed."))
    sentence = "Open from now on: {road}." if opened else "Closed: {road}. What was begun stays."
    return tell(ledger.append(book, name, changes), say(sentence, road=say(road.value)), "")


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
