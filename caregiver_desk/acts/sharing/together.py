"""What is wrong together although each part is right: seen after a merge, and shown until somebody mends it.

An act refuses these at the door. A merge cannot, since both sides were right when they wrote; so they are findings, a
pure function of what the book holds. They hold nothing up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from caregiver_desk.acts.fairness.exit_talks import unagreed
from caregiver_desk.acts.fairness.findings import unfair
from caregiver_desk.acts.growth.beside import half_ended
from caregiver_desk.acts.growth.span import line_of_aspiring, over_limit
from caregiver_desk.acts.growth.training import untrained_leads
from caregiver_desk.acts.people import regions
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.supervision import lines
from caregiver_desk.practice.supervision.lines import Linked
from caregiver_desk.practice.visits import codes, numbers
from caregiver_desk.practice.visits.numbers import Listed
from caregiver_desk.records.supervision.supervision import LinkPurpose
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.lapsed import written_after
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import later, say

WORDS = {
    "number-twice": later("one number stands for two homes on one list"),
    "two-lines": later("there are two line supervisors at once"),
    "linked-twice": later("these two are linked twice for one thing at once: end one of the two links"),
    "half-ended": later("what it stands with has ended, and this goes on: end it too"),
    "code-twice": later("another home has the same code"),
    "before-link": later("it lies before the day on which the two began"),
    "ends-first": later("it ends before it begins"),
    "untrained": later("the course that this role asks for is not completed, and nobody said why"),
    "after-its-end": later(
        "something was written there after it had ended: make the end final, or give a new day for it"
    ),
    "over-limit": later("supervises more people than was agreed on the way to manage a team"),
    "line-of-aspiring": later(
        "somebody on the way to manage a team is named as a line manager: let another be it, or say that they are there"
    ),
    "reason-without-yes": later("why they left stands here, and they said that it was not to be known as theirs"),
    "not-the-line-manager": later("somebody who is not the line manager opened it"),
    "nobody-leads": later(
        "nobody leads it, for whoever has it in hand is not the line manager now: they hand it over, and can do no more"
    ),
    "handed-to-another": later("it was handed over to somebody who was not the line manager"),
    "nobody-advises": later("nobody is named who advises"),
    "looked-at-no-cause": later("no cause in the organisation or the work was looked at"),
    "goes-to-whom-it-is-about": later("it goes to the one it is about"),
    "advised-by-whom-it-is-about": later("whoever advises may be the one it is about: name another"),
    "not-theirs-to-write": later(
        "somebody wrote into it whose it was not to write; it counts for nothing and is not shown: ask them, or say it "
        "anew"
    ),
    "written-from-outside": later(
        "it says that it belongs to a process, and was written outside it; it is not shown there"
    ),
    "two-subjects": later("it says twice what it is about; what was written first counts"),
    "parted-unheard": later(
        "it says that somebody was parted from who was not heard, or not helped before: this does not stand as its end"
    ),
    "longer-without-reason": later("it was made longer, and nobody said why"),
    "reads-unnamed": later("somebody reads it who takes no part in it: end that, or name them in it"),
    "lies-in-itself": later("this area would lie in itself: say anew in which wider one it lies"),
    "lies-in-none": later("the area in which it lies was given up: place it in another"),
    "not-for-a-chronology": later("a record that was to help somebody was put into a chronology; it is not shown"),
}
PERIOD = ("since", "until")
# kinds that hold from one day to another
LASTING = ("assignment", "engagement", "supervision", "stepping_in", "aspiring")


class Finding(NamedTuple):
    """One record that does not go with another."""

    code: str
    kind: str
    record: str


def found(book: Book) -> list[Finding]:
    """All findings, by record."""
    return sorted(_found(book), key=lambda each: (each.kind, each.record))


def told(book: Book, findings: Sequence[Finding]) -> list[str]:
    """Each of them in words; who has two line supervisors, and who they are, by their names."""
    linked = {each.record for each in findings if each.code == "two-lines"}
    lines = _lines_of_each(book) if linked else {}
    caregivers = {link: her for her, links in lines.items() for link, _ in links}
    people = {*lines, *(supervisor for links in lines.values() for _, supervisor in links)}
    names = questions.names_of(book, sorted(people))
    return [
        _two_lines(caregivers[each.record], lines[caregivers[each.record]], names)
        if each.record in caregivers
        else say(WORDS[each.code])
        for each in findings
    ]


def _lines_of_each(book: Book) -> dict[str, list[tuple[str, str]]]:
    """Of each caregiver with two line supervisors at once, the links that clash and who supervises in them."""
    clashing = {each.record for each in found(book) if each.code == "two-lines"}
    hers: dict[str, list[tuple[str, str]]] = {}
    for link, caregiver, supervisor in questions.facts(book, "supervision", ["caregiver", "supervisor"]):
        if link in clashing:
            hers.setdefault(str(caregiver), []).append((link, str(supervisor)))
    return hers


def _two_lines(caregiver: str, links: Sequence[tuple[str, str]], names: Mapping[str, str]) -> str:
    unknown = say("somebody whose name is not here")
    called = dict.fromkeys(names.get(supervisor, unknown) for _, supervisor in links)
    return say(
        "{caregiver} has two line supervisors at once: {supervisors}",
        caregiver=names.get(caregiver, unknown),
        supervisors=say(" and ").join(called),
    )


def _found(book: Book) -> Iterator[Finding]:
    given = questions.facts(book, "assignment", ["household", "caregiver", "short_number", *PERIOD])
    on_lists = [Listed(n, str(h), str(c), number, _period(*days)) for n, h, c, number, *days in given if number]
    yield from (Finding("number-twice", "assignment", each) for each in numbers.doubled(on_lists))
    links = _links(book)
    yield from (Finding("two-lines", "supervision", each) for each in lines.doubled(links))
    yield from (Finding("linked-twice", "supervision", each) for each in lines.repeated(links))
    yield from (Finding("half-ended", *each) for each in half_ended(book))
    coded = [(home, str(code)) for home, code in questions.facts(book, "household", ["code"]) if code]
    yield from (Finding("code-twice", "household", each) for each in codes.doubled(coded))
    yield from (Finding("before-link", "check_in", each) for each in questions.talks_before_their_link(book))
    yield from (Finding("untrained", "engagement", each) for each in untrained_leads(book))
    yield from (Finding("after-its-end", "stepping_in", each) for each in _outstayed(book))
    yield from (Finding("over-limit", "aspiring", each) for each in over_limit(book))
    yield from (Finding("line-of-aspiring", "aspiring", each) for each in line_of_aspiring(book))
    yield from (Finding("reason-without-yes", "engagement", each) for each in unagreed(book))
    yield from (Finding(*each) for each in unfair(book))
    yield from (Finding("lies-in-itself", *each) for each in regions.in_circles(book))
    yield from (Finding("lies-in-none", *each) for each in regions.in_none(book))
    for kind in LASTING:
        ended = ((each, _period(*days)) for each, *days in questions.facts(book, kind, PERIOD))
        yield from (Finding("ends-first", kind, each) for each, held in ended if held.is_inverted)


def _links(book: Book) -> list[Linked]:
    told = questions.facts(book, "supervision", ["caregiver", "purpose", "supervisor", *PERIOD])
    return [
        Linked(link, str(her), LinkPurpose(why or LinkPurpose.PRACTICE), _period(*days), str(by or ""))
        for link, her, why, by, *days in told
    ]


def _outstayed(book: Book) -> set[str]:
    """The times in another's place after whose end was written there."""
    late = written_after(book)
    if not late:
        return set()
    told = [(leaf.id, leaf.scope, str(leaf["until"])) for leaf in questions.listing(book, "stepping_in", limit=EVERY)]
    of_the_team = {(each.scope, each.until.isoformat()) for each in late}
    days = {each.until.isoformat() for each in late} - {day for _, scope, day in told if (scope, day) in of_the_team}
    return {record for record, scope, day in told if (scope, day) in of_the_team or day in days}


def _period(since: str | None, until: str | None) -> Period:
    return Period(*(date.fromisoformat(day) if day else None for day in (since, until)))
