"""Team meetings, a peer group, a set, a group that caregivers began; and what is expected, written in a meeting."""

from __future__ import annotations

from typing import Any

from caregiver_desk.acts.act import named
from caregiver_desk.acts.supervision.groups import belonging, open_of
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import Telling, Told, listed, told

_WORDS = ("minutes", "number", "theme", "passed_on")


def tell_week(telling: Telling, week: int) -> None:
    """What was written, and who met."""
    for each in telling.of_week(told("groups")["expectations"], week):
        _expect(telling, telling.desk(each["team"], week), each)
    for each in told("groups")["groups"]:
        for session in telling.of_week(each["sessions"], week):
            _meet(telling, telling.desk(each["team"], week), each, session)


def _expect(telling: Telling, book: Book, each: Told) -> None:
    words = {name: "\n".join(each[name]) for name in ("relate", "complete")}
    team = _team(book, each["team"])
    named("record_expectations")(book, team=team, day=telling.calendar.day(each["day"]), **words)


def _team(book: Book, name: str) -> str:
    return next(each.id for each in listed(book, "team") if str(each["name"]).lower() == name)


def _meet(telling: Telling, book: Book, each: Told, session: Told) -> None:
    day, circle = telling.calendar.day(session["day"]), _begun(telling, book, each)
    missing = {telling.people[name] for name in session.get("missing", ())}
    here = [who for who in belonging(book, questions.get(book, "circle", circle)) if who not in missing]
    words: dict[str, Any] = {name: session[name] for name in _WORDS if name in session}
    if "facilitator" in session:
        words["facilitator"] = telling.people[session["facilitator"]]
    brought = _named(telling, session.get("brought", {}), "presenter")
    named("hold_session")(
        book,
        circle=circle,
        day=day,
        came=here,
        words=words,
        decisions=[_decided(telling, decided) for decided in session.get("decisions", ())],
        settled=_settled(book, each, circle),
        brought=brought or None,
    )


def _begun(telling: Telling, book: Book, each: Told) -> str:
    """The group, which begins with the first of its sessions that is told."""
    if each["name"] not in telling.circles:
        said = {name: each[name] for name in ("name", "sort", "by_caregivers") if name in each}
        since = telling.calendar.day(each["since"])
        made = named("record_circle")(book, team=_team(book, each["team"]), since=since, **said).record
        telling.circles[each["name"]] = made
        if members := [telling.people[name] for name in each.get("members", ())]:
            named("set_members")(book, circle=made, people=members, day=since)
    return telling.circles[each["name"]]


def _named(telling: Telling, told_of: Told, who: str) -> dict[str, Any]:
    return {**told_of, **({who: telling.people[told_of[who]]} if who in told_of else {})}


def _decided(telling: Telling, each: Told) -> dict[str, Any]:
    said = {name: value for name, value in each.items() if name != "kept"}
    return {**_named(telling, said, "owner"), "due": telling.calendar.day(each["due"])}


def _settled(book: Book, each: Told, circle: str) -> dict[str, dict[str, Any]]:
    """What was decided or taken away before is done, but for what the story says is not."""
    all_of_it = [decided for session in each["sessions"] for decided in session.get("decisions", ())]
    open_still = {decided["what"] for decided in all_of_it if not decided.get("kept", True)}
    found = [leaf for kind in ("circle_decision", "learning_turn") for leaf in open_of(book, kind, circle)]
    return {leaf.id: {"state": "done"} for leaf in found if leaf["what"] not in open_still}
