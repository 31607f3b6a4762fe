"""What of a book stands in its owner's calendar: talks, visits together, promises, answers to ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from caregiver_desk.acts.norms import norms_of
from caregiver_desk.practice.due import WAITING
from caregiver_desk.practice.people.names import initials
from caregiver_desk.practice.spans import Span
from caregiver_desk.practice.supervision.promises import CARRIED
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.leaving import may_leave
from caregiver_desk.records.people.people import PERSON
from caregiver_desk.records.supervision.observation import ObservationState
from caregiver_desk.records.supervision.requests import RequestState
from caregiver_desk.records.supervision.supervision import CheckInState, PromiseOwner, PromiseState
from caregiver_desk.records.visits.households import HOUSEHOLD
from caregiver_desk.records.visits.referrals import ReferralState
from caregiver_desk.reports.neighbours.calendar.writing import Entry, Sort, Status
from caregiver_desk.reports.neighbours.identity import uuid_of
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.store.versions import Version, versions
from caregiver_desk.wording import say

NAMES = frozenset({Audience.TEAM})
_CALLED_OFF = frozenset({CheckInState.MOVED, CheckInState.MISSED, CheckInState.CANCELLED})


@dataclass
class Calendar:
    """Whose calendar it is, of which days, and whether names may stand in it."""

    book: Book
    days: Span
    names: bool = False

    def entries(self) -> Iterator[Entry]:
        pairs = {"supervision": self.pairs}
        yield from self._of("check_in.day", pairs, self._talk)
        yield from self._named_next()
        yield from self._of("observation.day", pairs, self._visit_together)
        yield from self._of("promise.due", pairs, self._promise)
        yield from self._of("referral.day", {"household": [*self.homes]}, self._referral, self._waits)
        yield from self._of("request.reply_by", {"asked_by": [self.book.person]}, self._request)

    def _of(
        self,
        field: str,
        where: Mapping[str, Any],
        told: Callable[[Version, Said], Iterator[Entry]],
        after: timedelta = timedelta(0),
    ) -> Iterator[Entry]:
        """What is told of the records of a kind whose day, or what is so long `after` it, is or was asked for."""
        kind, _, day = field.partition(".")
        for version in versions(self.book, kind, where, day):
            if self._asked_for(version, after):
                yield from told(version, said(version))

    def _asked_for(self, version: Version, after: timedelta) -> bool:
        """Whether it has one of the days or ever had: what moved away is taken out of the calendar as well."""
        first, last = self.days
        return any(first <= date.fromisoformat(day) + after <= last for day in version.days)

    @cached_property
    def _links(self) -> list[Leaf]:
        """The supervision of this book's owner: where they listen, and where they are listened to."""
        sides = ({"supervisor": self.book.person}, {"caregiver": self.book.person})
        return [each for side in sides for each in questions.listing(self.book, "supervision", side, limit=EVERY)]

    @cached_property
    def pairs(self) -> list[str]:
        return [each.id for each in self._links]

    @cached_property
    def people(self) -> set[str]:
        """Whose talks stand in it."""
        return {str(each["caregiver"]) for each in self._links}

    @cached_property
    def homes(self) -> dict[str, str]:
        """The homes of the teams in which they work, by their codes."""
        works = questions.facts(self.book, "engagement", ("team",), {"person": self.book.person})
        where = {"team": [team for _, team in works if team]}
        return {home: str(code or "") for home, code in questions.facts(self.book, HOUSEHOLD.name, ("code",), where)}

    @cached_property
    def _waits(self) -> timedelta:
        return timedelta(norms_of(self.book).referral_answer)

    def _who(self, person: Any) -> str:
        """A name, if names were asked for and may leave; else two letters of it."""
        name = questions.names_of(self.book, [str(person)]).get(str(person), "")
        asked = NAMES if self.names else frozenset[Audience]()
        return name if {*PERSON.named} <= {each.name for each in may_leave(PERSON, asked)} else initials(name)

    def _about(self, what: str, person: Any) -> str:
        who = self._who(person)
        return say("{what} · {who}", what=what, who=who) if who else what

    def _talk(self, version: Version, told: Said) -> Iterator[Entry]:
        if day := told.day("day"):
            off = version.leaf.gone or told["state"] in _CALLED_OFF
            status = Status.CANCELLED if off else Status.CONFIRMED
            words = self._about(say("Check-in"), told["caregiver"])
            yield Entry(name_of(version), Sort.EVENT, day, words, status, version.number)

    def _named_next(self) -> Iterator[Entry]:
        """The day that was named at the end of a talk, until a later talk of the two stands in its place."""
        for pair in self.pairs:
            talks = [*versions(self.book, "check_in", {"supervision": pair}, "day")]
            number, here = sum(each.number for each in talks), [each for each in talks if not each.leaf.gone]
            newest = max((str(each.leaf["day"]) for each in here if each.leaf["day"]), default="")
            for each in talks:
                told = said(each)
                day = told.day("next_day")
                if told["state"] == CheckInState.MOVED or not day or not self.days.first <= day <= self.days.last:
                    continue
                stands = not each.leaf.gone and told["day"] == newest
                status = Status.CONFIRMED if stands else Status.CANCELLED
                words = self._about(say("Check-in"), told["caregiver"])
                yield Entry(name_of(each, "next"), Sort.EVENT, day, words, status, number)

    def _visit_together(self, version: Version, told: Said) -> Iterator[Entry]:
        if day := told.day("day"):
            off = version.leaf.gone or told["state"] == ObservationState.NOT_DONE
            status = Status.CANCELLED if off else Status.CONFIRMED
            words = self._about(say("Visit together"), told["caregiver"])
            yield Entry(name_of(version), Sort.EVENT, day, words, status, version.number)

    def _promise(self, version: Version, told: Said) -> Iterator[Entry]:
        yours = told["owner"] == PromiseOwner.SUPERVISOR
        words = say("Keep your promise") if yours else say("Ask after a promise")
        state = PromiseState(told["state"] or PromiseState.OPEN)
        over = Status.COMPLETED if state == PromiseState.DONE else Status.CANCELLED
        status = Status.NEEDS_ACTION if state in CARRIED else over
        yield from self._todo(version, told.day("due"), self._about(words, told["caregiver"]), status)

    def _referral(self, version: Version, told: Said) -> Iterator[Entry]:
        made = told.day("day")
        words = say("Ask what came of a referral · {home}", home=self.homes.get(str(told["household"]), ""))
        waits = ReferralState(told["state"] or ReferralState.MADE) in WAITING
        status = Status.NEEDS_ACTION if waits else Status.COMPLETED
        yield from self._todo(version, made + self._waits if made else None, words, status)

    def _request(self, version: Version, told: Said) -> Iterator[Entry]:
        state = RequestState(told["state"] or RequestState.ASKED)
        over = Status.CANCELLED if state == RequestState.TAKEN_BACK else Status.COMPLETED
        status = Status.NEEDS_ACTION if state in {RequestState.ASKED, RequestState.UNDER_WAY} else over
        yield from self._todo(version, told.day("reply_by"), say("An answer of the organisation is due"), status)

    def _todo(self, version: Version, day: date | None, words: str, status: Status) -> Iterator[Entry]:
        """A thing to do, and a day in the calendar for programs that know only those: gone once it is done."""
        status = Status.CANCELLED if version.leaf.gone else status
        yield Entry(name_of(version), Sort.TODO, day, words, status, version.number)
        if day:
            shows = Status.CONFIRMED if status == Status.NEEDS_ACTION else Status.CANCELLED
            yield Entry(name_of(version, "day"), Sort.EVENT, day, words, shows, version.number, busy=False)


@dataclass(frozen=True)
class Said:
    """What a record says of what may leave; all else is not there."""

    values: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)

    def day(self, name: str) -> date | None:
        return date.fromisoformat(str(self.values[name])) if self.values.get(name) else None


def said(version: Version) -> Said:
    leaf = version.leaf
    return Said({each.name: leaf[each.name] for each in may_leave(KINDS[leaf.kind]) if leaf[each.name] is not None})


def name_of(version: Version, role: str = "") -> str:
    return f"{uuid_of(version.leaf.id, role)}@caregiver-desk"
