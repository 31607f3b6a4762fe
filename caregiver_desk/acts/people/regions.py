"""Areas, and which sites and teams lie in them: founded, placed, renamed and given up by coordinators.

Context. Every laptop of a supervisor founds a site of its own, often of the same name: what people call one site are
several records. A team says in which site it is only where somebody placed it elsewhere.

Decision. A team lies in the site of whoever founded it, unless a coordinator says otherwise; who founded it can be told
from its scope. A site that is placed takes those of the same name along that lie where it lay. What lies in an area
that was given up, or goes round in a circle, came so by a merge: it is a finding, and lies in nothing until it is
mended.
"""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import Wish, edit, keep, withdrawn
from caregiver_desk.acts.people.people import placed_by_coordinators
from caregiver_desk.errors import LiesInItself, NotUnderstood, SomethingLiesInIt
from caregiver_desk.practice.people.regions import Lying
from caregiver_desk.records.people.people import SITE, TEAM, Role
from caregiver_desk.records.people.regions import REGION
from caregiver_desk.store import authors, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, fold, say

PLACED = (REGION.name, SITE.name)  # the kinds of which it is said in which area they lie


def lying(book: Book) -> Lying:
    """What lies in which area of those that are here."""
    here = {each for (each,) in questions.facts(book, REGION.name, ())}
    return Lying({place: wider for place, wider in _said(book).items() if wider in here})


def _said(book: Book) -> dict[str, str]:
    told = (each for kind in PLACED for each in questions.facts(book, kind, ["lies_in"]))
    return {place: book.shown(wider) for place, wider in told if wider}


def sites_of_teams(book: Book) -> dict[str, str]:
    """The site in which each team lies, by its id. Who came into a hub founds teams in the site that is there."""
    began = {key: site for site, key in authors.founders(book, SITE.name).items()}
    keys, own = authors.founders(book, TEAM.name), questions.own_site(book) if book.shared else None
    usual = own.id if own else ""
    told = ((team, site or began.get(keys.get(team, ""), usual)) for team, site in _teams(book))
    return {team: book.shown(site) for team, site in told if site}


def _teams(book: Book) -> list[tuple[str, str]]:
    return [(team, str(site or "")) for team, site in questions.facts(book, TEAM.name, ["site"])]


# --- what is said of them


def lies_soundly(wish: Wish) -> None:
    """In an area that is here still, and not within what lies in it."""
    if not (wish["lies_in"] and "lies_in" in wish.changed):
        return
    wider = _area(wish.book, str(wish["lies_in"]))
    if wish.record and wish.record in {wider.id, *lying(wish.book).above(wider.id)}:
        raise LiesInItself


def _area(book: Book, area: str) -> Leaf:
    """Raises NotUnderstood for one that was given up."""
    leaf = questions.get(book, REGION.name, area)
    if leaf.gone:
        raise NotUnderstood(field=say(SITE.fields["lies_in"].label), reason=say("this area was given up"))
    return leaf


def _those_of_its_name(wish: Wish) -> Iterator[Change]:
    """The other sites of one that is placed go along with it."""
    if "lies_in" in wish.changed:
        site = questions.get(wish.book, SITE.name, wish.record)
        others = (each for each in of_one_name(wish.book, site) if each.id != site.id)
        yield from (edit(wish.book, each, {"lies_in": wish["lies_in"]}) for each in others)


keep(
    SITE,
    "people",
    placed_by_coordinators("lies_in"),
    lies_soundly,
    follows=_those_of_its_name,
    verbs=("change",),
)
keep(
    REGION,
    "people",
    lies_soundly,
    verbs=("record", "change"),
    labels={"record": "Found an area", "change": "Change an area"},
    role=Role.COORDINATOR,
)


@act("Give an area up", subject="people", role=Role.COORDINATOR)
def withdraw_region(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """An area that nothing lies in is no more. Raises SomethingLiesInIt."""
    area = questions.get(book, REGION.name, id)
    within = [place for place, wider in _said(book).items() if wider == area.id]
    if within:
        one, many = "{number} area or site lies", "{number} areas and sites lie"
        raise SomethingLiesInIt(what=count(one, many, len(within)))
    return withdrawn(book, REGION, area.id)


def of_one_name(book: Book, site: Leaf) -> list[Leaf]:
    """A site, and the others of its name that lie where it lies."""
    return [each for each in questions.listing(book, SITE.name, limit=EVERY) if alike_of(each) == alike_of(site)]


def alike_of(site: Leaf) -> tuple[str, str]:
    """What sites have in common that people call one."""
    return fold(str(site["name"])), str(site["lies_in"] or "")


# --- what a merge brought


def in_circles(book: Book) -> Iterator[tuple[str, str]]:
    """The areas that would lie in themselves, with their kind."""
    yield from ((REGION.name, each) for each in sorted(lying(book).circles))


def in_none(book: Book) -> Iterator[tuple[str, str]]:
    """What lies in an area that was given up, with its kind."""
    gone = {each for each in set(_said(book).values()) if (leaf := _found(book, each)) and leaf.gone}
    for kind in PLACED if gone else ():
        yield from ((kind, each.id) for each in questions.pointing_at(book, kind, "lies_in", sorted(gone)))


def _found(book: Book, area: str) -> Leaf | None:
    return questions.find_one(book, REGION.name, area)
