"""The bundle: what is in it is known before its first byte, and then told one resource after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from caregiver_desk.practice.spans import Span
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.leaving import may_leave
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.reports.neighbours.fhir import codes, resources
from caregiver_desk.reports.neighbours.fhir.resources import Known, Resource, Values
from caregiver_desk.reports.neighbours.homes import said_no
from caregiver_desk.reports.neighbours.identity import uuid_of
from caregiver_desk.reports.neighbours.putting import Hears, nobody, put, stamp
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.pages import named_in, pages

NAMES = frozenset({Audience.TEAM})
Maps = Callable[[str, Values, Known], Iterator[Resource]]
ALWAYS: tuple[tuple[str, Maps], ...] = (
    ("team", resources.team),
    ("engagement", resources.engagement),
    ("household", resources.household),
    ("service", resources.service),
    ("consent", resources.consent),
)
OF_THE_DAYS: tuple[tuple[str, Maps], ...] = (
    ("visit", resources.visit),
    ("check_in", resources.check_in),
    ("promise", resources.promise),
    ("referral", resources.referral),
)


@dataclass
class Extract:
    """What of a book goes: some days, and whether workers are named."""

    book: Book
    days: Span
    names: bool = False

    @property
    def _stored(self) -> tuple[str, str]:
        return self.days.first.isoformat(), self.days.last.isoformat()

    @cached_property
    def known(self) -> Known:
        people, homes = self._people(), self._homes()
        links = questions.facts(self.book, "supervision", ("caregiver", "supervisor"))
        teams = frozenset(each.id for each in questions.listing(self.book, "team", limit=questions.EVERY))
        services = frozenset(self._named(("referral.service",)) & self._here("service"))
        site = questions.own_site(self.book)
        two = {link: (str(caregiver or ""), str(supervisor or "")) for link, caregiver, supervisor in links}
        return Known(site.id if site else self.book.site, teams, people, homes, services, two, self.book.shown)

    def _named(self, fields: tuple[str, ...]) -> set[str]:
        """Whatever the records of these days name in these fields."""
        found: set[str] = set()
        for kind, field in (each.split(".") for each in fields):
            found |= named_in(self.book, KINDS[kind], KINDS[kind].fields[field], self._stored)
        return {self.book.shown(each) for each in found}

    def _here(self, kind: str) -> set[str]:
        return {record for (record,) in questions.facts(self.book, kind, ())}

    def _people(self) -> frozenset[str]:
        named = self._named(("visit.caregiver", "visit.with_whom", "check_in.caregiver", "promise.caregiver"))
        links = self._named(("check_in.supervision", "promise.supervision"))
        sides = questions.facts(self.book, "supervision", ("caregiver", "supervisor"), {"id": sorted(links)})
        works = questions.facts(self.book, "engagement", ("person", "since", "until"))
        here = {person for _, person, since, until in works if self._met(since, until)}
        two = {side for _, *both in sides for side in both}
        return frozenset(self.book.shown(str(each)) for each in named | two | here if each)

    def _met(self, since: Any, until: Any) -> bool:
        """Whether a time of work and these days have one in common."""
        first, last = self._stored
        return (since or "") <= last and (until or last) >= first

    def _homes(self) -> frozenset[str]:
        named = self._named(("visit.household", "referral.household")) & self._here("household")
        return frozenset(named - said_no(self.book))

    def resources(self) -> Iterator[Resource]:
        yield from self._site()
        yield from self._practitioners()
        for name, maps in ALWAYS:
            yield from self._each(KINDS[name], maps, None)
        for name, maps in OF_THE_DAYS:
            yield from self._each(KINDS[name], maps, self._stored)

    def _site(self) -> Iterator[Resource]:
        site = questions.own_site(self.book)
        values = {each.name: site[each.name] for each in may_leave(KINDS["site"])} if site else {}
        yield from resources.site(self.known.site, values)

    def _practitioners(self) -> Iterator[Resource]:
        """Everybody who is referred to, whether or not this book was sent their name."""
        fields = self._fields(KINDS["person"])
        rows = (told for page in pages(self.book, KINDS["person"], fields) for told in page) if fields else ()
        named = {told.id: dict(zip((each.name for each in fields), told.values, strict=True)) for told in rows}
        for each in sorted(self.known.people):
            yield from resources.person(each, named.get(each, {}))

    def _each(self, kind: Kind, maps: Maps, days: tuple[str, str] | None) -> Iterator[Resource]:
        fields, goes = self._fields(kind), partial(self._goes, kind.name)
        for page in pages(self.book, kind, fields, days):
            for told in page:
                values = dict(zip((each.name for each in fields), told.values, strict=True))
                if goes(told.id, values):
                    yield from maps(told.id, values, self.known)

    def _fields(self, kind: Kind) -> tuple[Field, ...]:
        return may_leave(kind, NAMES if self.names else frozenset())

    def _goes(self, kind: str, record: str, values: Values) -> bool:
        """Whether this one belongs to the days, and nobody said no to it."""
        here = {"household": self.known.homes, "service": self.known.services}
        if kind in here:
            return record in here[kind]
        if kind == "engagement":
            return self._met(values.get("since"), values.get("until"))
        if "household" not in KINDS[kind].fields:
            return True
        return self.book.shown(str(values.get("household") or "")) in self.known.homes

    def many(self, kind: Kind) -> int:
        """How many records of the days go."""
        fields = [kind.fields["household"]] if "household" in kind.fields else []
        rows = (told for page in pages(self.book, kind, fields, self._stored) for told in page)
        return sum(self._goes(kind.name, told.id, {"household": told.values[0]} if fields else {}) for told in rows)


class Held(NamedTuple):
    """What a file tells of, as it is called here."""

    visits: int
    homes: int
    talks: int
    tasks: int
    people: int


def look_over(told: Extract) -> Held:
    """What a file would hold; nothing is written, and no more is read than has to be counted."""
    visits, talks, promises, referrals = (told.many(KINDS[name]) for name, _ in OF_THE_DAYS)
    return Held(visits, len(told.known.homes), talks, promises + referrals, len(told.known.people))


def write(told: Extract, path: Path, hears: Hears = nobody) -> Held:
    """Put the bundle there, and say what is in it. Raises FileInTheWay, Stopped, DiskFull or CannotWrite."""
    tally = Counter[str]()
    put(told.book, path, bundle(told, tally), told.known.people, hears=hears)
    talks = tally["QuestionnaireResponse"] + tally["Appointment"]
    return Held(tally["Encounter"], tally["Group"], talks, tally["Task"], tally["Practitioner"])


def bundle(told: Extract, tally: Counter[str]) -> Iterator[bytes]:
    """JSON, a line a resource: one is written before the next is read."""
    name = uuid_of(told.book.id, f"{told.days.first}..{told.days.last}")
    head: Resource = {
        "resourceType": "Bundle",
        "id": name,
        **({"meta": {"tag": [codes.MADE_UP]}} if told.book.fictional else {}),
        "identifier": {"system": codes.IDS, "value": name},
        "type": "collection",
        "timestamp": stamp().isoformat(),
    }
    yield msgspec.json.encode(head)[:-1] + b',"entry":['
    between = b"\n"
    for each in told.resources():
        tally[each["resourceType"]] += 1
        yield between + msgspec.json.encode({"fullUrl": f"urn:uuid:{each['id']}", "resource": each})
        between = b",\n"
    yield b"\n]}\n"
