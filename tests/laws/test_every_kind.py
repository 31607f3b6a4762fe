"""The laws of the journal over every kind there is: what is recorded, changed, withdrawn and undone here is so there.

A new kind is held to them as soon as it is declared.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from caregiver_desk import acts
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Leaving
from caregiver_desk.records.record import Field
from caregiver_desk.store import agreement, checking, questions, vault
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book
from caregiver_desk.sync.exchange import Looked

acts.load()
Send = Callable[..., Looked | None]
SHARED = frozenset({Audience.OPEN, Audience.TEAM})
# what only a coordinator may fill in; what goes with no answer; where it is yes, nobody is named
IN_ITS_OWN_WAY = {  # what is begun by an act that does more than record it
    "concern": (
        "note_concern",
        {"seen": "bruises", "sort": "other", "noticed": "2026-03-02", "danger": "no", "whom": "a child"},
    ),
    "road_plan": ("begin_plan", {"sort": "induction"}),
}
DONE = ("record", "change", "withdraw")
every_kind = pytest.mark.parametrize(
    "kind",
    [name for name in KINDS if {f"{each}_{name}" for each in DONE} <= {*ACTS} and not ACTS[f"record_{name}"].role],
)
OF_ANOTHER = {"shadow_day", "aspiring"}  # in a team that is not theirs; said of nobody by themselves
NOT_FILLED = {"reason", "unsaid", "by_caregivers", "told_team"}
FOR_COORDINATORS = {"team": {"site"}}  # fields that nobody else fills in
WHOLE = {"practice": 50, "supervising": 25, "learning": 25}


class World(NamedTuple):
    """A supervisor's book, her other laptop, her coordinator's book, and that of a supervisor of another team."""

    hers: Book
    other_laptop: Book
    office: Book
    neighbour: Book


@pytest.fixture
def world(make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], home: Path) -> Iterator[World]:
    hers, office = make_book(), make_book("Fhatuwani Netsianda", "coordinator")
    neighbour = make_book("Mpho Lekalakala")
    for road in Road:
        ACTS["open_road"](hers, road=road)
    for partner in (office, neighbour, hers):
        introduced(hers, partner)
    hers.seal()
    shutil.copytree(hers.vault.folder, home / "other")
    ACTS["record_team"](hers, name="written after the copy")
    hers.seal()
    other = books.resume(vault.reopen(home / "other", hers.vault.keys))
    assert other.laptop != hers.laptop
    yield World(hers, other, office, neighbour)
    other.vault.close()


def filled(book: Book, kind: str) -> dict[str, Any]:
    """Every field of a kind filled in, and whatever it refers to recorded first."""
    known = {"caregiver": colleague(book), "person": book.person, "team": own_team(book)}
    if kind in OF_ANOTHER:
        known["person"] = colleague(book)
    not_filled = NOT_FILLED | FOR_COORDINATORS.get(kind, set())
    fields = {name: each for name, each in KINDS[kind].fields.items() if name not in not_filled}
    if kind == "role_split":
        return {**{name: known.get(name) or value(book, each) for name, each in fields.items()}, **WHOLE}
    return {name: known.get(name) or known.get(each.shown.refers) or value(book, each) for name, each in fields.items()}


def colleague(book: Book) -> str:
    others = [each.id for each in questions.listing(book, "person") if each.id != book.person]
    return others[0] if others else ACTS["record_person"](book, given_names="Grace").record


def value(book: Book, field: Field) -> Any:
    if field.shown.refers:
        found = questions.listing(book, field.shown.refers)
        return found[0].id if found else record(book, field.shown.refers)
    if field.choices:
        last = list(field.choices)[-1]
        return [last] if field.many else last
    return {bool: True, int: field.least or 1, date: "2026-03-02"}.get(field.base, f"words for {field.name}")


def record(book: Book, kind: str) -> str:
    if kind == "assignment":  # homes are given to who was cleared
        told = {"sort": "references", "submitted": "2026-03-02", "result": "cleared", "next_due": "2099-03-02"}
        ACTS["record_vetting"](book, person=colleague(book), **told)
    if kind == "engagement":  # why they left is known by their yes
        first, *_, last = Leaving
        ACTS["hold_exit_talk"](book, person=book.person, reasons=[last, first], known=True, day="2026-03-02")
    if kind == "mentoring":  # begun together with its link
        return str(ACTS["begin_mentoring"](book, caregiver=colleague(book), mentor=book.person).record)
    if kind == "learning_turn":  # a set is for its members
        ACTS["set_members"](book, circle=filled(book, kind)["circle"], people=[book.person])
    if kind in IN_ITS_OWN_WAY:
        name, told = IN_ITS_OWN_WAY[kind]
        whose = {"person": colleague(book)} if kind == "road_plan" else {}
        return ACTS[name](book, **told, **whose).record
    return ACTS[f"record_{kind}"](book, **filled(book, kind)).record


def change(book: Book, kind: str, record: str) -> None:
    """Give every field that is words or a day another value, the last first: nothing ends before it begins."""
    for name, field in reversed(KINDS[kind].fields.items()):
        other = {str: "other words", date: "2026-04-06"}.get(field.base)
        if other and not field.shown.refers and name not in NOT_FILLED:
            ACTS[f"change_{kind}"](book, id=record, fields={name: other})


def told(book: Book, audiences: frozenset[Audience]) -> list[str]:
    return list(agreement.state(book, audiences))


def read_by(book: Book, kind: str, record: str) -> set[str]:
    found = questions.find_one(book, kind, record)
    return set(found.values) if found else set()


@pytest.mark.in_turns(3)
@every_kind
def test_what_was_done_with_a_record_of_any_kind_is_so_wherever_it_may_be_read_and_nowhere_else(
    kind: str, world: World, send: Send
):
    here = world.hers
    untouched, kept, changed, withdrawn, brought_back = (record(here, kind) for _ in range(5))
    for each in (kept, changed):
        change(here, kind, each)
    ACTS["undo"](here)
    for each in (withdrawn, brought_back):
        ACTS[f"withdraw_{kind}"](here, id=each)
    ACTS["undo"](here)
    for reader in (world.office, world.other_laptop, world.neighbour):
        send(here, reader)

    assert {kept, changed, brought_back} <= {leaf.id for leaf in questions.listing(here, kind)}
    assert questions.get(here, kind, withdrawn).gone
    assert told(here, agreement.EVERYONE) == told(world.other_laptop, agreement.EVERYONE)
    assert set(told(here, SHARED)) <= set(told(world.office, SHARED))
    assert [trouble for book in world for trouble in checking.check(book)] == []

    own = read_by(here, kind, untouched)
    assert own == filled(here, kind).keys()
    assert read_by(world.other_laptop, kind, untouched) == own
    shared = {name for name in own if KINDS[kind].fields[name].audience in SHARED}
    assert read_by(world.office, kind, untouched) == shared
    assert read_by(world.neighbour, kind, untouched) == set()
