"""A chronology: what may stand in it and what never does, frozen copies, late lines, and one paper for everybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.chronology import chronology, offered
from caregiver_desk.acts.fairness.inside import process_of
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import NotForAChronology, NotUnderstood
from caregiver_desk.practice.fairness.chronology import offers
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.fairness.process import chronology_on_paper, process_on_paper
from caregiver_desk.reports.people.pack import as_document, as_json, pack
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

CANARY = "cannot sleep since the funeral"
NEVER = {  # what was said to help somebody, how they are, and what they think about alone
    "stressor", "follow_up", "wellbeing_check", "support_plan", "support_need", "self_care", "own_care", "to_bring",
    "learning_turn", "asking", "request", "safety_incident", "promise", "concern", "worker_concern",
}  # fmt: skip


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record


@pytest.fixture
def process(book: Book, caregiver: str) -> str:
    told = {"adviser": "Naledi Khoza", "not_met": "x", "found_work": "ten homes in two wards"}
    return ACTS["open_capability"](book, caregiver=caregiver, **told).record


def link(book: Book, process: str, kind: str, record: str, **more: object) -> str:
    return ACTS["link_record"](book, process=process, kind=kind, id=record, **more).record


def talk(book: Book, caregiver: str, sort: str = "one-to-one") -> str:
    told = {"day": clock.today() - timedelta(3), "words": {"how_are_you": CANARY, "type": sort}}
    return ACTS["hold_check_in"](book, caregiver=caregiver, **told).record


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_p18_a_kind_is_linked_only_where_it_is_on_the_list_whatever_the_id(kind: str, book: Book, process: str):
    if kind in offers():
        assert kind not in NEVER
        return
    with pytest.raises(NotForAChronology):
        link(book, process, kind, "0" * 22)
    with pytest.raises(NotForAChronology):
        link(book, process, kind, process)


def test_p08_no_words_that_were_saved_for_two_or_for_their_author_are_among_what_is_copied():
    """Whoever advises reads all that stands in a process, and was in the room for none of it."""
    alone = {Audience.PAIR, Audience.SELF}
    copied = [(kind, KINDS[kind].fields[name]) for kind, offer in offers().items() for name in offer.fields]
    words = [(kind, each.name) for kind, each in copied if each.base is str and not each.choices]

    assert [(kind, name) for kind, name in words if KINDS[kind].fields[name].audience in alone] == []
    assert ("training", "title") in words


def test_p18_private_reflection_support_wellbeing_and_self_care_are_not_offered_and_cannot_be_linked(
    book: Book, caregiver: str, process: str
):
    ACTS["open_plan"](book, caregiver=caregiver, agreed="yes", aims=CANARY, offers=["F14"])
    ACTS["arrange_part"](book, caregiver=caregiver, response="mentoring")
    ACTS["record_burden"](book, caregiver=caregiver, codes=["P7"], severity=3)
    ACTS["ask_how_she_is"](book, caregiver=caregiver, day=clock.today(), load=3)
    ACTS["plan_self_care"](book, caregiver=caregiver, one=CANARY)
    ACTS["decide_support"](book, caregiver=caregiver, state="watch", their_view=CANARY)
    ACTS["ask_to_bring"](book, caregiver=caregiver, what=CANARY)
    ordinary, after = talk(book, caregiver), talk(book, caregiver, "support conversation")
    home = ACTS["record_household"](book, team=questions.listing(book, "team")[0].id, code="HH-1").record
    words = {"household": home, "asked": "said yes beforehand", "reflection": CANARY, "to_try": "sit down first"}
    ACTS["visit_together"](book, caregiver=caregiver, day=clock.today(), words=words)

    found = offered(book, process)
    assert {each.kind for each in found} == {"engagement", "check_in", "observation", "plan_response"}
    assert after not in {each.id for each in found}
    with pytest.raises(NotForAChronology):
        link(book, process, "check_in", after)
    for each in found:
        link(book, process, each.kind, each.id)
    told = as_text(process_on_paper(book, process))
    assert ordinary in {str(each.leaf["source"]) for each in chronology(book, process)}
    for words_of in (CANARY, "sleep", "funeral", "F14", "P7", "sit down first"):
        assert words_of not in told
        assert all(words_of not in str(each.values) for each in questions.listing(book, "chronology_entry"))


def taught(book: Book, caregiver: str) -> str:
    """A course of two days with a workbook, that they completed; the group in which its days are kept."""
    team = own_team(book)
    course = ACTS["record_course"](book, title="Listening well", code="LW", provider="Lesedi Trust").record
    given = {"course": course, "name": "Autumn", "since": clock.today() - timedelta(30), "people": [caregiver]}
    cohort = ACTS["record_cohort"](book, **given, assessor="Zanele Arendse", team=team).record
    ACTS["set_task"](book, cohort=cohort, what="Workbook 1")
    (task,) = questions.listing(book, "practical_task")
    judged = {"handed_in": clock.today(), "result": "competent", "kept_at": CANARY}
    ACTS["mark_course"](book, cohort=cohort, tasks={task.id: judged}, results={caregiver: "competent"})
    return str(questions.get(book, "cohort", cohort)["circle"])


def test_sys_50_training_that_was_given_stands_in_a_chronology_its_days_tasks_and_result(
    book: Book, caregiver: str, process: str
):
    circle, today = taught(book, caregiver), clock.today()
    ACTS["hold_session"](book, circle=circle, day=today - timedelta(9), came=[caregiver])

    found = {each.kind: each for each in offered(book, process)}
    assert found.keys() == {"engagement", "training", "practical_task", "attendance"}
    for kind in ("training", "practical_task", "attendance"):
        link(book, process, kind, found[kind].id)

    told = {str(each.leaf["source_kind"]): str(each.leaf["fact"]) for each in chronology(book, process)}
    assert told == {
        "training": "training: Listening well, Lesedi Trust, competent",
        "practical_task": "practical task: Workbook 1, competent",
        "attendance": "day of a course",
    }
    assert {each.day for each in chronology(book, process) if each.leaf["source_kind"] == "practical_task"} == {today}
    copies = " ".join(str(each["copy_of"]) for each in questions.listing(book, "chronology_entry"))
    for private in (CANARY, "Zanele", "Autumn"):
        assert private not in copies
    ACTS["change_training"](book, id=found["training"].id, fields={"title": "Listening"})
    assert [each.changed for each in chronology(book, process)].count(True) == 1
    assert "Listening well" in as_text(process_on_paper(book, process))


def test_p18_who_came_to_a_group_where_people_carry_each_other_is_not_offered_and_cannot_be_linked(
    book: Book, caregiver: str, process: str
):
    made = {"team": own_team(book), "name": "Tuesday"}
    for sort in ("peer group", "group supervision", "action learning set", "team meeting"):
        circle = ACTS["record_circle"](book, **made, sort=sort).record
        ACTS["hold_session"](book, circle=circle, day=clock.today(), came=[caregiver])

    assert {each.kind for each in offered(book, process)} == {"engagement"}
    ticks = questions.listing(book, "attendance")
    assert len(ticks) == 4
    for each in ticks:
        with pytest.raises(NotForAChronology):
            link(book, process, "attendance", each.id)


def test_p18_an_entry_that_a_bundle_brought_all_the_same_is_not_shown_and_is_a_finding(
    book: Book, caregiver: str, process: str
):
    record = link(book, process, "check_in", talk(book, caregiver))
    scope = process_of(book, process).scope

    by_hand = {"source_kind": "stressor", "fact": CANARY, "copy_of": CANARY}
    ledger.append(book, "by hand", [Change("chronology_entry", record, scope, by_hand)])

    assert chronology(book, process) == []
    assert CANARY not in as_text(process_on_paper(book, process))
    assert [each.code for each in together.found(book)] == ["not-for-a-chronology"]


def test_sys_50_each_entry_has_its_day_fact_record_writer_and_the_day_of_writing(
    book: Book, caregiver: str, process: str
):
    record = link(
        book, process, "check_in", talk(book, caregiver), fact="Was heard for an hour.", matters="first in weeks"
    )

    (entry,) = chronology(book, process)
    told = {name: entry.leaf[name] for name in ("day", "fact", "matters", "source_kind", "recorded_by", "recorded_on")}
    today = clock.today()
    assert told == {
        "day": (today - timedelta(3)).isoformat(), "fact": "Was heard for an hour.", "matters": "first in weeks",
        "source_kind": "check_in", "recorded_by": "Nomvula Shezi", "recorded_on": today.isoformat(),
    }  # fmt: skip
    assert link(book, process, "check_in", str(entry.leaf["source"])) == record
    text = " ".join(as_text(chronology_on_paper(book, process)).split())
    for words in ("Was heard for an hour.", "check-in", "written by Nomvula Shezi"):
        assert words in text


def test_sys_50_entries_are_links_with_a_frozen_copy_and_it_is_said_that_the_record_changed(book: Book, process: str):
    note = ACTS["add_evidence"](book, process=process, words="came late twice").record
    link(book, process, "process_evidence", note)
    before = as_text(process_on_paper(book, process)).split("Chronology")[1]
    assert [each.changed for each in chronology(book, process)] == [False]

    leaf = questions.get(book, "process_evidence", note)
    ledger.append(book, "by hand", [Change("process_evidence", note, leaf.scope, {"words": "never late"})])

    assert [each.changed for each in chronology(book, process)] == [True]
    assert as_text(process_on_paper(book, process)).split("Chronology")[1] == before
    assert "came late twice" in before


def test_sys_50_what_was_written_late_says_so_and_all_stand_in_the_order_of_their_days(book: Book, process: str):
    today = clock.today()
    days = [today - timedelta(each) for each in (2, 40, 20)]
    notes = [ACTS["add_evidence"](book, process=process, words=f"day {each}", day=each).record for each in days]
    for each in notes:
        link(book, process, "process_evidence", each)

    assert [(each.day, each.late) for each in chronology(book, process)] == [
        (days[1], True), (days[2], True), (days[0], False),
    ]  # fmt: skip
    assert as_text(process_on_paper(book, process)).count("written late") == 2


def test_sys_50_nothing_of_somebody_else_and_nothing_by_somebody_else_is_linked(book: Book, process: str):
    other = ACTS["add_caregiver"](book, given_names="Bongani").record

    with pytest.raises(NotUnderstood):
        link(book, process, "check_in", talk(book, other))
    assert {each.kind for each in offered(book, process)} == {"engagement"}


def test_sys_50_the_caregiver_is_given_the_same_print_and_it_stands_in_their_own_pack(
    book: Book,
    make_book: Callable[..., Book],
    introduced: Callable[[Book, Book], None],
    send: Callable[..., object],
):
    boss = make_book("Fhatuwani Netsianda", "coordinator")
    introduced(book, boss)
    send(book, boss)
    ACTS["record_supervision"](boss, caregiver=book.person, supervisor=boss.person, since="2026-01-05")
    told = {"caregiver": book.person, "adviser": "Naledi Khoza", "not_met": "x", "found_work": "two teams"}
    process = ACTS["open_capability"](boss, **told).record
    link(boss, process, "check_in", talk(boss, book.person), fact="Was heard.")
    ACTS["let_into_process"](boss, process=process, partner="Nomvula Shezi")
    send(boss, book)

    for paper in (process_on_paper, chronology_on_paper):
        assert as_text(paper(book, process)) == as_text(paper(boss, process))
    for each in (boss, book):
        hers = pack(each, book.person)
        assert hers.processes == (process_on_paper(boss, process),)
        assert "Was heard." in as_text(as_document(hers))
        assert b"Was heard." in as_json(hers)
    assert "Was heard." not in as_text(as_document(pack(boss, boss.person)))
