"""A mentor's link and what it is for end together: whichever of the two is ended, the other is in the same save.

Context. Mentoring stands in a record of its own, within the link of the two. Each of them has a day on which it ends,
and each can be ended from several sides: by the act, on its entry, when somebody moves, leaves or has no support here.

Decision. To end a link ends all mentoring in it; the link of a mentor lasts as long as the mentoring in it does, the
longest of it. Every act that writes one of the two days writes the other.

Consequences. A merge can still bring one without the other: that is a finding, at the one that goes on, until it is
ended too. A link of another purpose in which mentoring was once kept goes on without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from caregiver_desk.acts.keeping import Wish, edit
from caregiver_desk.records.growth.mentoring import MENTORING
from caregiver_desk.records.supervision.supervision import SUPERVISION, LinkPurpose
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf

OPEN = "9999-12-31"  # later than every day that is named


def listens(link: Leaf) -> bool:
    """Whether it is a link to be heard in: whoever only mentors keeps day and topic, and holds no check-in."""
    return str(link["purpose"]) != LinkPurpose.MENTOR


def ended(book: Book, links: Iterable[Leaf], day: date) -> Iterator[Change]:
    """These links end on this day, and all mentoring in them."""
    for link in links:
        yield edit(book, link, {"until": day})
        yield from _mentoring_ended(book, link.id, day)


def ends_with_it(wish: Wish) -> Iterator[Change]:
    """The mentoring that ends with a link."""
    last = wish.day("until")
    if "until" in wish.changed and last:
        yield from _mentoring_ended(wish.book, wish.record, last)


def _mentoring_ended(book: Book, link: str, day: date) -> Iterator[Change]:
    for each in questions.listing(book, MENTORING.name, {"supervision": link}, limit=EVERY):
        if str(each["until"] or OPEN) > day.isoformat():
            yield edit(book, each, {"until": max(day, date.fromisoformat(str(each["since"])))})


def lasts_until(book: Book, link: str, ends: Mapping[str, date | None]) -> date | None:
    """Until when the mentoring in a link lasts if some of it ends on these days; None where some of it has no end."""
    found = questions.listing(book, MENTORING.name, {"supervision": link}, limit=EVERY)
    days = {each.id: date.fromisoformat(each["until"]) if each["until"] else None for each in found} | dict(ends)
    return None if None in days.values() else max(filter(None, days.values()), default=None)


def half_ended(book: Book) -> Iterator[tuple[str, str]]:
    """What goes on although what it stands with has ended, by kind and id."""
    links = {
        link: (purpose, str(until or OPEN))
        for link, purpose, until in questions.facts(book, SUPERVISION.name, ["purpose", "until"])
    }
    last: dict[str, str] = {}
    for record, link, *days in questions.facts(book, MENTORING.name, ["supervision", "since", "until"]):
        purpose, ends = links.get(str(link), ("", OPEN))
        until = str(days[1] or OPEN)
        if until > max(ends, str(days[0])):  # one that ends as it begins goes on for no day
            yield MENTORING.name, record
        if purpose == LinkPurpose.MENTOR:
            last[str(link)] = max(last.get(str(link), ""), until)
    yield from ((SUPERVISION.name, link) for link, until in last.items() if until < links[link][1])
