"""One record, one resource. Values are those that may leave; only what is in the file is referred to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from caregiver_desk.practice.due import GONE
from caregiver_desk.records.supervision.supervision import CheckInState, PromiseOwner, PromiseState
from caregiver_desk.records.visits.households import Answer, HouseholdState
from caregiver_desk.records.visits.referrals import ReferralState
from caregiver_desk.records.visits.visits import Outcome
from caregiver_desk.reports.neighbours.fhir import codes
from caregiver_desk.reports.neighbours.identity import uuid_of

Resource = dict[str, Any]
Values = Mapping[str, Any]
PLACE = "place"  # of a household: its Location, beside its Group


@dataclass(frozen=True)
class Known:
    """What is in the file, by id; `links` are the two of each supervision, the caregiver first."""

    site: str
    teams: frozenset[str]
    people: frozenset[str]
    homes: frozenset[str]
    services: frozenset[str]
    links: Mapping[str, tuple[str, str]]
    shown: Callable[[str], str]

    def team(self, record: Any) -> Resource | None:
        return self._to("Organization", record, self.teams)

    def person(self, record: Any) -> Resource | None:
        return self._to("Practitioner", record, self.people)

    def home(self, record: Any) -> Resource | None:
        return self._to("Group", record, self.homes)

    def place(self, record: Any) -> Resource | None:
        return self._to("Location", record, self.homes, PLACE)

    def service(self, record: Any) -> Resource | None:
        return self._to("HealthcareService", record, self.services)

    def organisation(self) -> Resource:
        return _reference("Organization", uuid_of(self.site))

    def two_of(self, link: Any) -> tuple[str, str]:
        """The caregiver and the supervisor of a supervision; nobody where it is not here."""
        return self.links.get(self.shown(str(link or "")), ("", ""))

    def _to(self, sort: str, record: Any, here: frozenset[str], role: str = "") -> Resource | None:
        shown = self.shown(str(record or ""))
        return _reference(sort, uuid_of(shown, role)) if shown in here else None


def _reference(sort: str, uuid: str) -> Resource:
    return {"reference": f"urn:uuid:{uuid}", "type": sort}


def _resource(sort: str, record: str, said: Resource, role: str = "") -> Resource:
    """What is empty is left out, as FHIR asks."""
    name = uuid_of(record, role)
    told = {"resourceType": sort, "id": name, "identifier": [_identifier(name)], **said}
    return {key: value for key, value in told.items() if value not in (None, "", [], {})}


def _identifier(name: str) -> Resource:
    return {"system": codes.IDS, "value": name}


def _period(first: Any, last: Any) -> Resource:
    return {key: str(day) for key, day in (("start", first), ("end", last)) if day}


def site(record: str, values: Values) -> Iterator[Resource]:
    name = values.get("organisation") or values.get("name")
    yield _resource("Organization", record, {"active": True, "name": name})


def team(record: str, values: Values, known: Known) -> Iterator[Resource]:
    sort, above = [codes.theirs(codes.TEAM)], known.organisation()
    yield _resource("Organization", record, {"active": True, "type": sort, "name": values.get("name"), "partOf": above})


def person(record: str, values: Values) -> Iterator[Resource]:
    """Nameless, unless names were asked for."""
    given = [values["given_names"]] if values.get("given_names") else []
    name = {key: said for key, said in (("family", values.get("surname")), ("given", given)) if said}
    yield _resource("Practitioner", record, {"name": [name] if name else []})


def engagement(record: str, values: Values, known: Known) -> Iterator[Resource]:
    said = {
        "active": values.get("state") not in GONE,
        "period": _period(values.get("since"), values.get("until")),
        "practitioner": known.person(values.get("person")),
        "organization": known.team(values.get("team")),
        "code": [codes.ours("role", values["role"])] if values.get("role") else [],
    }
    yield _resource("PractitionerRole", record, said)


def household(record: str, values: Values, known: Known) -> Iterator[Resource]:
    """People who live together, and where: a code, and the ward."""
    team, code, ward = known.team(values.get("team")), values.get("code"), values.get("ward")
    active = values.get("state") in {None, HouseholdState.ACTIVE}
    group = {"active": active, "type": "person", "actual": True, "name": code, "managingEntity": team}
    yield _resource("Group", record, group)
    where = {
        "status": "active" if active else "inactive",
        "mode": "instance",
        "name": code,
        "address": {"district": ward} if ward else {},
        "physicalType": codes.theirs(codes.HOUSE),
        "managingOrganization": team,
    }
    yield _resource("Location", record, where, PLACE)


def service(record: str, values: Values, _: Known) -> Iterator[Resource]:
    category = [codes.ours("service", values["sort"])] if values.get("sort") else []
    yield _resource("HealthcareService", record, {"category": category, "name": values.get("name")})


def visit(record: str, values: Values, known: Known) -> Iterator[Resource]:
    outcome, minutes = str(values.get("outcome") or Outcome.DONE), values.get("minutes")
    place, day = known.place(values.get("household")), values.get("day")
    said = {
        "status": codes.visit_status(outcome),
        "class": codes.visit_class(outcome),
        "type": [codes.ours("outcome", outcome)],
        "subject": known.home(values.get("household")),
        "participant": list(_took_part(values, known)),
        "period": _period(day, day),
        "length": {"value": minutes, "unit": "min", "system": codes.UCUM, "code": "min"} if minutes else {},
        "reasonCode": [codes.ours("purpose", each) for each in _codes(values.get("purposes"))],
        "location": [{"location": place}] if place else [],
    }
    yield _resource("Encounter", record, said)


def _took_part(values: Values, known: Known) -> Iterator[Resource]:
    for part, field in ((codes.FIRST, "caregiver"), (codes.SECOND, "with_whom")):
        if who := known.person(values.get(field)):
            yield {"type": [codes.theirs(part)], "individual": who}


def check_in(record: str, values: Values, known: Known) -> Iterator[Resource]:
    """That two people met, or will: who, when, how long; of what was said nothing."""
    _, supervisor = known.two_of(values.get("supervision"))
    caregiver, listens = known.person(values.get("caregiver")), known.person(supervisor)
    state = str(values.get("state") or CheckInState.HELD)
    if state == CheckInState.HELD:
        yield _held(record, values, caregiver, listens)
    else:
        yield _asked_for(record, values, state, [each for each in (caregiver, listens) if each])


def _held(record: str, values: Values, caregiver: Resource | None, listens: Resource | None) -> Resource:
    said = {
        "identifier": _identifier(uuid_of(record)),  # here FHIR has room for one
        "status": "completed",
        "subject": caregiver,
        "authored": values.get("day"),
        "author": listens,
        "item": list(_items(values)),
    }
    return _resource("QuestionnaireResponse", record, said)


def _asked_for(record: str, values: Values, state: str, sides: list[Resource]) -> Resource:
    status = "accepted" if state == CheckInState.PLANNED else "declined"
    said = {
        "status": codes.TALKS[state],
        "description": "Supportive supervision",
        "participant": [{"actor": each, "status": status} for each in sides] or [{"status": status}],
        "requestedPeriod": [_period(values["day"], values["day"])] if values.get("day") else [],
    }
    return _resource("Appointment", record, said)


def _items(values: Values) -> Iterator[Resource]:
    """Not what kind of talk it was: that one followed an incident would be told with it."""
    if values.get("minutes"):
        yield {"linkId": "minutes", "text": "Minutes", "answer": [{"valueInteger": values["minutes"]}]}
    if values.get("next_day"):
        yield {"linkId": "next", "text": "Next check-in", "answer": [{"valueDate": str(values["next_day"])}]}


def promise(record: str, values: Values, known: Known) -> Iterator[Resource]:
    """Who owes something to whom until when; what it is stays between the two."""
    caregiver, supervisor = known.two_of(values.get("supervision"))
    whose = {PromiseOwner.CAREGIVER.value: caregiver, PromiseOwner.SUPERVISOR.value: supervisor}
    owner = str(values.get("owner"))
    said = {
        "status": codes.PROMISES[str(values.get("state") or PromiseState.OPEN)],
        "intent": "order",
        "code": codes.ours("task", "promise"),
        "for": known.person(values.get("caregiver")),
        "owner": known.person(whose[owner]) if owner in whose else known.organisation(),
        "restriction": {"period": _period(None, values["due"])} if values.get("due") else {},
    }
    yield _resource("Task", record, said)


def referral(record: str, values: Values, known: Known) -> Iterator[Resource]:
    said = {
        "status": codes.REFERRALS[str(values.get("state") or ReferralState.MADE)],
        "intent": "order",
        "code": codes.ours("task", "referral"),
        "for": known.home(values.get("household")),
        "authoredOn": values.get("day"),
        "owner": known.service(values.get("service")),
        "executionPeriod": _period(values.get("day"), values.get("feedback")),
    }
    yield _resource("Task", record, said)


def consent(record: str, values: Values, known: Known) -> Iterator[Resource]:
    """FHIR has consent of patients only: whose it is stands in what it is about."""
    purposes = [codes.coding("consent", each) for each in _codes(values.get("purposes"))]
    about = [{"meaning": "related", "reference": known.home(values.get("household"))}]
    said = {
        "status": codes.CONSENTS[str(values.get("answer") or Answer.AGREED)],
        "scope": codes.theirs(codes.PRIVACY),
        "category": [codes.theirs(codes.DISCLOSED)],
        "dateTime": values.get("day"),
        "organization": [known.organisation()],
        "policyRule": {"text": "The household’s own answer, given to its caregiver"},
        "provision": {**({"purpose": purposes} if purposes else {}), "data": about},
    }
    yield _resource("Consent", record, said)


def _codes(stored: Any) -> list[str]:
    """The elements of a set, as the store holds them."""
    return sorted(str(stored).split(",")) if stored else []
