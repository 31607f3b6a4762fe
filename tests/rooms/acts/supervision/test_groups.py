"""Groups: nothing about one person, decisions that come back, and a set whose words stay with its members."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from homes import asked

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS, Outcome
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.supervision.groups import belonging, open_of
from caregiver_desk.errors import NotFilledIn, NotOfTheSet, NotUnderstood, OnlyCounted, Problem
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.exchange import Looked

DAY = "2026-03-02"
QUESTION, ACTION = "I used to be their friend", "say it to one of them"
OF_GROUPS = {"circle", "circle_member", "circle_session", "attendance", "circle_decision", "learning_turn", "cohort"}
WORDS = {  # all the free words there are; what names a person beside them is decided by all, or brought by herself
    "circle": {"name"},
    "circle_session": {"passed_on"},
    "circle_decision": {"what", "why_dropped"},
    "learning_turn": {"question", "action", "called"},  # what who brings it is called, for members elsewhere
    "cohort": {"name"} | {f"{who}{n}" for who in ("facilitator", "assessor", "moderator") for n in ("", "_number")},
}


def begin(book: Book, sort: str = "team meeting", **fields: Any) -> str:
    return ACTS["record_circle"](book, team=own_team(book), name="Ours", sort=sort, **fields).record


def meet(book: Book, circle: str, **given: Any) -> Outcome:
    return ACTS["hold_session"](book, circle=circle, day=given.pop("day", DAY), **given)


def a_set(book: Book, *others: str) -> str:
    circle = begin(book, "action learning set")
    ACTS["set_members"](book, circle=circle, people=[book.person, *others])
    return circle


@pytest.mark.parametrize("kind", sorted(OF_GROUPS))
def test_no_record_of_a_group_has_room_for_a_note_about_one_person(kind: str):
    """Every kind that belongs to a group is here; whoever adds a field for words changes this table, and says why."""
    fields = KINDS[kind].fields
    words = {name for name, each in fields.items() if each.base is str and not each.choices and not each.shown.refers}

    assert words == WORDS.get(kind, set())


def test_every_kind_that_belongs_to_a_group_is_in_that_table():
    told = {name for name, kind in KINDS.items() if any(f.shown.refers == "circle" for f in kind.fields.values())}

    assert told | {"circle"} == OF_GROUPS


def test_one_save_holds_who_came_what_was_decided_and_what_became_of_the_rest_and_one_undo_takes_it_back(
    book: Book, caregiver: str
):
    other, circle = asked(book, "Thandeka"), begin(book)
    made = [{"what": "bring the register", "owner": caregiver, "due": DAY}, {"what": "greet the nurse"}]
    meet(book, circle, came=[caregiver, other], decisions=made, words={"minutes": 40})
    first, second = open_of(book, "circle_decision", circle)

    save = meet(book, circle, day="2026-04-06", came=[other], settled={first.id: {"state": "done"}, second.id: {}}).undo
    assert [each.id for each in open_of(book, "circle_decision", circle)] == [second.id]
    assert [each["number"] for each in questions.listing(book, "circle_session")] == [1, 2]
    assert questions.count(book, "attendance") == 3

    ACTS["undo"](book, save=save)
    assert len(open_of(book, "circle_decision", circle)) == 2
    assert questions.count(book, "attendance") == 2


@pytest.mark.parametrize("fields", [{"sort": "wellbeing group"}, {"sort": "peer group", "by_caregivers": True}])
def test_sys_60_where_heads_are_counted_no_name_is_taken_by_any_way(book: Book, caregiver: str, fields: dict[str, Any]):
    circle = begin(book, **fields)
    ways: list[Callable[[], object]] = [
        lambda: meet(book, circle, came=[caregiver]),
        lambda: meet(book, circle, words={"facilitator": caregiver}),
        lambda: meet(book, circle, decisions=[{"what": "sing", "owner": caregiver}]),
        lambda: ACTS["set_members"](book, circle=circle, people=[caregiver]),
        lambda: ACTS["record_circle_member"](book, circle=circle, person=caregiver),
    ]
    for way in ways:
        with pytest.raises(OnlyCounted):
            way()

    meet(book, circle, words={"number": 7, "theme": "looking after ourselves"})
    assert [each["number"] for each in questions.listing(book, "circle_session")] == [7]
    assert questions.count(book, "attendance") == 0


@pytest.mark.parametrize(
    ("settled", "refused"), [({"state": "dropped"}, NotFilledIn), ({"state": "dropped", "why_dropped": "No."}, None)]
)
def test_what_is_dropped_says_why(book: Book, settled: dict[str, str], refused: type[Problem] | None):
    circle = begin(book)
    meet(book, circle, decisions=[{"what": "sweep"}])
    (leaf,) = open_of(book, "circle_decision", circle)
    if refused:
        with pytest.raises(refused):
            meet(book, circle, settled={leaf.id: settled})
        assert questions.count(book, "circle_session") == 1
    else:
        meet(book, circle, settled={leaf.id: settled})
        assert open_of(book, "circle_decision", circle) == []


def test_what_is_open_in_another_group_is_not_settled_here(book: Book):
    here, there = begin(book), begin(book, "peer group")
    meet(book, there, decisions=[{"what": "sweep"}])
    (leaf,) = open_of(book, "circle_decision", there)

    with pytest.raises(NotUnderstood):
        meet(book, here, settled={leaf.id: {"state": "done"}})


def test_a_set_takes_what_its_members_bring_and_opens_with_it(book: Book, caregiver: str):
    circle, brought = a_set(book, caregiver), {"presenter": caregiver, "question": QUESTION, "action": ACTION}
    stranger = asked(book, "Johanna")
    with pytest.raises(NotOfTheSet):
        meet(book, circle, brought={**brought, "presenter": stranger})
    with pytest.raises(NotUnderstood):
        meet(book, begin(book, "peer group"), brought=brought)

    meet(book, circle, brought=brought)

    assert [each["action"] for each in open_of(book, "learning_turn", circle)] == [ACTION]
    ACTS["set_members"](book, circle=circle, people=[caregiver])
    with pytest.raises(NotOfTheSet):  # who keeps the book is no member any more
        meet(book, circle, brought=brought)


def test_a_coordinator_hears_on_which_days_groups_meet_and_how_many_come_and_not_a_word(
    pair: tuple[Book, Book], send: Callable[..., Looked | None]
):
    hers, office = pair
    caregiver = ACTS["add_caregiver"](hers, given_names="Sibongile").record
    circle = a_set(hers, caregiver)
    brought = {"presenter": caregiver, "question": QUESTION, "action": ACTION}
    meet(hers, circle, came=[caregiver, hers.person], brought=brought, decisions=[{"what": "sweep"}])
    send(hers, office)

    (session,) = questions.listing(office, "circle_session")
    assert (session["day"], session["number"]) == (DAY, 2)
    assert {kind: questions.count(office, kind) for kind in OF_GROUPS} == {
        **dict.fromkeys(OF_GROUPS, 0), "circle": 1, "circle_session": 1,
    }  # fmt: skip
    assert questions.get(office, "circle", circle)["name"] is None


def test_what_a_coordinator_expects_of_a_team_reaches_its_supervisor(
    pair: tuple[Book, Book], send: Callable[..., Looked | None]
):
    hers, office = pair
    send(hers, office)
    team = own_team(hers)
    ACTS["record_expectations"](office, team=team, day=DAY, relate="We greet first.", complete="The sheet by Friday.")
    send(office, hers)

    assert [each["relate"] for each in questions.listing(hers, "expectations")] == ["We greet first."]


@pytest.mark.parametrize("sort", ["team meeting", "peer group"])
def test_whoever_leaves_falls_out_of_every_group_and_an_undo_brings_them_back(book: Book, caregiver: str, sort: str):
    other, circle = asked(book, "Thandeka"), begin(book, sort)
    if sort == "peer group":
        ACTS["set_members"](book, circle=circle, people=[caregiver, other])
    group = questions.get(book, "circle", circle)

    save = ACTS["caregiver_leaves"](book, caregiver=caregiver, day=clock.today()).undo
    assert belonging(book, group) == [other]

    ACTS["undo"](book, save=save)
    assert set(belonging(book, group)) == {caregiver, other}


def test_members_come_and_go_and_the_same_ones_again_change_nothing(book: Book, caregiver: str):
    other, circle = asked(book, "Thandeka"), begin(book, "peer group")
    ACTS["set_members"](book, circle=circle, people=[caregiver])
    ACTS["set_members"](book, circle=circle, people=[other])

    assert belonging(book, questions.get(book, "circle", circle)) == [other]
    assert ACTS["set_members"](book, circle=circle, people=[other]).undo == 0
    assert questions.count(book, "circle_member") == 2


def test_no_name_comes_into_a_counted_group_by_a_session_of_another_one(book: Book, caregiver: str):
    named, counted = begin(book, "peer group"), begin(book, "wellbeing group")
    session = meet(book, counted, words={"number": 3}).record
    for act, told in (
        ("record_attendance", {"person": caregiver, "day": DAY}),
        ("record_circle_decision", {"owner": caregiver, "what": "bring tea"}),
    ):
        with pytest.raises(NotUnderstood, match="another group"):
            ACTS[act](book, circle=named, session=session, **told)
    with pytest.raises(NotUnderstood, match="another group"):
        ACTS["change_circle_session"](book, id=meet(book, named, came=[caregiver]).record, fields={"circle": counted})


def test_a_group_with_names_becomes_a_counted_one_only_once_they_are_taken_out(book: Book, caregiver: str):
    circle = begin(book, "peer group")
    tick = ACTS["record_attendance"](
        book, circle=circle, session=meet(book, circle).record, person=caregiver, day=DAY
    ).record
    for fields in ({"sort": "wellbeing group"}, {"by_caregivers": True}):
        with pytest.raises(OnlyCounted):
            ACTS["change_circle"](book, id=circle, fields=fields)

    ACTS["withdraw_attendance"](book, id=tick)
    ACTS["change_circle"](book, id=circle, fields={"sort": "wellbeing group"})
    assert questions.get(book, "circle", circle)["sort"] == "wellbeing group"
