"""The homes: sixty that are described, a hundred and eighty that only have a code, a ward and a level, and who visits.

A home belongs to a caregiver by its number, as `households.toml` says. Where it later changes hands, the first who
gives it away is the one whose it was at the beginning, and it lies where she walks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from caregiver_desk.acts.act import named, understood
from caregiver_desk.acts.keeping import new_in
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.practice.visits import codes
from caregiver_desk.records.visits.households import (
    ASSIGNMENT,
    CONSENT,
    HOUSEHOLD,
    MEMBER,
    AssignmentDraft,
    ConsentDraft,
    Ended,
    HouseholdDraft,
    How,
    MemberDraft,
)
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.people import since
from caregiver_desk.trainer.story import TEAMS, Telling, Told, caregivers, listed, told

CARER = "carer"


def begin(telling: Telling) -> None:
    """Every home in the book of its team, with its members, and assigned."""
    first = first_visitors()
    for team in TEAMS:
        book = telling.desk(team, 1)
        theirs = [code for code, each in owners().items() if each["team"] == team]
        _record(telling, book, {code: first[code] for code in theirs})


def owners() -> dict[str, Told]:
    """Whose each home is by its number."""
    story, everyone = told("households"), caregivers()
    described, light = story["described"], story["light"]
    owned = {_code(place * described + n): each for place, each in enumerate(everyone) for n in range(described)}
    start = described * len(everyone)
    return owned | {_code(start + place * light + n): each for place, each in enumerate(everyone) for n in range(light)}


def first_visitors() -> dict[str, Told]:
    """Who visits each home at the beginning."""
    by_name = {each["given_names"]: each for each in caregivers()}
    earliest: dict[str, Told] = {}
    for move in told("households")["moves"]:
        for code in move["homes"]:
            earliest.setdefault(code, by_name.get(move["from"], {}))
    return owners() | {code: each for code, each in earliest.items() if each}


def _code(place: int) -> str:
    return f"{told('households')['prefix']}-{place + 1:03}"


def number(code: str) -> int:
    return int(code.split("-")[1])


def written(code: str) -> str:
    """The code as it stands on paper and in the books, with its check digit."""
    return codes.household_code(told("households")["prefix"], number(code))


def short(code: str) -> str:
    """The code as the story says it."""
    return _code(number(code) - 1)


def _record(telling: Telling, book: Book, visited_by: dict[str, Told]) -> None:
    team = questions.get(book, "team", own_team(book))
    homes = [new_in(team.scope, HOUSEHOLD, _home(telling, code, team.id, by)) for code, by in visited_by.items()]
    ledger.append(book, "record_household", homes)
    telling.homes.update(zip(visited_by, (home.record for home in homes), strict=True))
    members = [new_in(team.scope, MEMBER, each) for code in visited_by for each in _members(telling, code)]
    ledger.append(book, "record_member", members)
    assigned = [new_in(team.scope, ASSIGNMENT, each) for each in _assigned(telling, visited_by)]
    ledger.append(book, "assign_household", assigned)
    answers = [new_in(team.scope, CONSENT, each) for code in visited_by for each in _agreed(telling, code)]
    ledger.append(book, "record_consent", answers)


def _home(telling: Telling, code: str, team: str, by: Told) -> HouseholdDraft:
    story = told("households")
    described = story["homes"].get(code)
    if described is None:
        level = story["light_levels"][(number(code) - 1) % story["light"]]
        return HouseholdDraft(team=team, code=written(code), level=level, ward=by["ward"])
    fields = {name: described[name] for name in ("level", "safety", "phone") if name in described}
    return understood(
        HouseholdDraft,
        {
            **fields,
            "team": team,
            "code": written(code),
            "ward": by["ward"],
            "village": by["section"],
            "nickname": described["landmark"],
            "enrolled": _enrolled(telling, code),
        },
    )


def _enrolled(telling: Telling, code: str) -> date:
    return telling.calendar.day([1, 0]) - timedelta(days=40 + 15 * number(code))


def _members(telling: Telling, code: str) -> Iterator[MemberDraft]:
    for name, age, *known in told("households")["homes"].get(code, {}).get("members", ()):
        fields = {
            "household": telling.homes[code],
            "first_name": name,
            "birth_year": telling.calendar.today.year - age,
            "primary_carer": CARER in known,
            "vulnerable": [each for each in known if each != CARER],
        }
        yield understood(MemberDraft, fields)


def _agreed(telling: Telling, code: str) -> Iterator[ConsentDraft]:
    """On the day on which it was enrolled, a home that is described agreed; one in three signed with a thumb."""
    described = told("households")["homes"].get(code)
    if described:
        carer = next(name for name, _, *known in described["members"] if CARER in known)
        how = tuple(How)[number(code) % len(How)]
        yield ConsentDraft(household=telling.homes[code], day=_enrolled(telling, code), who=carer, how=how)


def _assigned(telling: Telling, visited_by: dict[str, Told]) -> Iterator[AssignmentDraft]:
    given: dict[str, int] = {}
    for code, each in visited_by.items():
        name = each["given_names"]
        given[name] = given.get(name, 0) + 1
        day = max(_enrolled(telling, code), since(telling, name)) if code in told("households")["homes"] else None
        yield AssignmentDraft(
            household=telling.homes[code],
            caregiver=telling.people[name],
            since=day or since(telling, name),
            short_number=given[name],
        )


def tell_monday(telling: Telling, week: int) -> None:
    """Homes that change hands this week, and homes whose state changes."""
    moves = list(telling.of_week(told("households")["moves"], week))
    _share_out(telling, [each for each in moves if "joint_visit" in each], week)
    for move in (each for each in moves if "joint_visit" not in each):
        for code in move["homes"]:
            _assign(telling, _desk(telling, code, week), code, move)
    for change in telling.of_week(told("households")["changes"], week):
        _change(telling, _desk(telling, change["home"], week), change)
    for answer in telling.of_week(told("households")["answers"], week):
        _answer(telling, _desk(telling, answer["home"], week), answer)


def _desk(telling: Telling, code: str, week: int) -> Book:
    return telling.desk(owners()[code]["team"], week)


def _share_out(telling: Telling, moves: Sequence[Told], week: int) -> None:
    """Homes that were shared out by load, with what is to be handed on and a first visit together."""
    if not moves:
        return
    given = [
        {
            "household": telling.homes[code],
            "caregiver": telling.people[each["to"]],
            "handover": each["handover"],
            "joint_visit": telling.calendar.day(each["joint_visit"]),
        }
        for each in moves
        for code in each["homes"]
    ]
    since = telling.calendar.day(moves[0]["day"])
    named("share_out_anew")(_desk(telling, moves[0]["homes"][0], week), moves=given, since=since)


def _assign(telling: Telling, book: Book, code: str, move: Told) -> None:
    caregiver = telling.people[move["to"]]
    highest = max((each["short_number"] for each in listed(book, "assignment", caregiver=caregiver)), default=0)
    fields: dict[str, Any] = {"since": telling.calendar.day(move["day"]), "short_number": highest + 1}
    named("assign_household")(book, household=telling.homes[code], caregiver=caregiver, **fields)


def _change(telling: Telling, book: Book, change: Told) -> None:
    home, day = telling.homes[change["home"]], telling.calendar.day(change["day"])
    named("change_household")(book, id=home, fields={"state": change["state"]})
    if change["state"] != "paused":
        for each in listed(book, "assignment", household=home):
            if each["until"] is None:
                named("change_assignment")(book, id=each.id, fields={"until": day, "ended": Ended.CLOSED})


def _answer(telling: Telling, book: Book, answer: Told) -> None:
    said = {name: answer[name] for name in ("answer", "who", "how")}
    home, day = telling.homes[answer["home"]], telling.calendar.day(answer["day"])
    named("record_consent")(book, household=home, day=day, **said)
