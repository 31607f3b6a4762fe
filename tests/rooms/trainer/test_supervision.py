"""Who was heard, what was promised, what weighed on whom."""

from __future__ import annotations

from collections import Counter

from caregiver_desk.store import histories
from caregiver_desk.store.questions import Leaf
from caregiver_desk.trainer.calendar import Calendar
from caregiver_desk.trainer.story import Books, listed


def burdens(books: Books, name: str) -> list[Leaf]:
    somebody = listed(books.coordinator, "person", given_names=name)[0].id
    return [each for book in (books.south, books.north) for each in listed(book, "stressor", caregiver=somebody)]


def test_everyone_was_heard_about_every_fortnight(books: Books):
    heard = Counter(each["caregiver"] for each in listed(books.coordinator, "check_in", state="held"))
    caregivers = {each["person"] for each in listed(books.coordinator, "engagement", role="caregiver")}
    (marie,) = listed(books.coordinator, "person", given_names="Marie")

    assert all(heard[each] >= 9 for each in caregivers - {marie.id})


def test_the_supervisors_are_heard_too(books: Books):
    heard = {each["caregiver"] for each in listed(books.coordinator, "check_in", state="held")}

    assert {books.north.person, books.south.person} < heard


def test_a_tired_supervisor_misses_talks(books: Books, calendar: Calendar):
    missed = [each["day"] for each in listed(books.south, "check_in", state="missed")]

    assert missed
    assert min(missed) >= calendar.day([13, 0]).isoformat()


def test_promises_are_kept_changed_dropped_or_still_open(books: Books):
    promises = listed(books.north, "promise")
    states = Counter(each["state"] for each in promises)
    moved = [
        each
        for each in promises
        if any(told.fields.get("state") == "changed" for told in histories.history(books.north, "promise", each.id))
    ]

    assert states.keys() - {"changed"} == {"done", "dropped", "open"}
    assert {each["state"] for each in moved} >= {"done"}
    assert states["done"] > states.total() / 2


def test_what_was_promised_ahead_of_today_is_open(books: Books, calendar: Calendar):
    ahead = [each for each in listed(books.north, "promise") if (each["due"] or "") > calendar.today.isoformat()]

    assert ahead
    assert {"open"} <= {each["state"] for each in ahead} <= {"open", "changed"}


def test_nothing_has_happened_that_lies_ahead(books: Books, calendar: Calendar):
    today = calendar.today.isoformat()
    happened = {"visit": "day", "stressor": "since", "follow_up": "done_on", "engagement": "until"}
    for book in books.each():
        assert all((each[day] or "") <= today for kind, day in happened.items() for each in listed(book, kind))
        assert all(each["day"] <= today for each in listed(book, "check_in") if each["state"] != "planned")


def test_a_loss_is_followed_by_support_and_eases(books: Books):
    (loss,) = burdens(books, "Sibongile")
    offers = listed(books.north, "follow_up", stressor=loss.id)
    offered = {each["code"]: each["state"] for each in offers if not each["asks"]}
    asked = {each["asks"]: each["state"] for each in offers if each["asks"]}

    assert (loss["codes"], loss["acute"], loss["state"]) == ({"G1", "P2"}, True, "eased")
    assert offered == {"F2": "done", "F4": "done", "F9": "done", "F10": "done", "F14": "declined", "F18": "done"}
    assert asked == {"asked again": "done", "asked once more": "declined"}


def test_a_robbery_a_death_in_the_team_and_rounds_alone_are_told(books: Books):
    incidents = [each for book in (books.north, books.south) for each in listed(book, "safety_incident")]
    plans = {each.id: each for book in (books.north, books.south) for each in listed(book, "lone_visit_plan")}
    moments = [each for each in listed(books.north, "follow_up", code="F10") if each["stressor"] is None]
    gone = {each["person"] for each in listed(books.north, "engagement") if each["state"] == "deceased"}

    assert {each["sort"] for each in incidents} == {"robbery", "dog", "near miss"}
    assert [each["police"] for each in incidents if each["sort"] == "robbery"] == ["CAS 118/06"]
    assert len(plans) == 3
    assert all(each["back"] for each in plans.values())
    assert {each["state"] for each in moments} == {"done"}
    assert not gone & {each["caregiver"] for each in moments}
    assert listed(books.coordinator, "safety_incident") == listed(books.coordinator, "lone_visit_plan") == []


def test_what_weighs_on_each_is_what_the_story_says(books: Books):
    codes = {
        "Lindiwe": {"B2", "B4", "S2", "P7"}, "Rofhiwa": {"W1", "W3"}, "Johanna": {"W4"}, "Kgomotso": {"K4"},
        "Tshilidzi": {"G3", "G7", "O1", "P2"}, "Bongani": {"S1", "O1"}, "Maria": {"C1", "C3", "O1", "P2"},
        "Grace": {"O1", "P4", "W1"}, "Nkateko": {"O1"}, "Elizabeth": {"O1", "P1"}, "Thandeka": set(),
    }  # fmt: skip

    for name, expected in codes.items():
        assert {code for each in burdens(books, name) for code in each["codes"]} == expected


def test_somebody_came_along_with_nearly_everyone_and_what_was_seen_is_in_no_office(books: Books):
    made = [each for book in (books.north, books.south) for each in listed(book, "observation")]
    (not_done,) = {each.id for each in made if each["state"] == "not done"}
    office = [each for each in listed(books.coordinator, "observation") if each.id != not_done]

    assert len({each["caregiver"] for each in made}) >= 10
    assert {each["state"] for each in made} == {"done", "responded", "not done"}
    assert office
    assert all(each["asked"] and each["seen_listening"] is None and each["strength"] is None for each in office)
