"""Processes: who opens one, who reads it, what stands in it, how it ends, and that nobody else learns of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.inside import about_of, process_of
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import (
    AboutThem,
    AlreadyDecided,
    LineManagerOnly,
    LookFurther,
    NotAReader,
    NotFilledIn,
    NotHelpedYet,
    NotUnderstood,
    NotYourProcess,
    UndoStays,
)
from caregiver_desk.records.fairness.processes import IN_PROCESS
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import checking, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import Leaf
from caregiver_desk.sync.profiles import Profile

ADVISER = "Naledi Khoza"
NOT_MET = "she comes to the talks unprepared"
LOOKED = {"organisation": ["stipend late or short"], "found_organisation": "the stipend was paid late in May"}
Meet = Callable[[Book, Book], None]
Make = Callable[..., Book]
Send = Callable[..., object]


@pytest.fixture
def caregiver(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record


def capability(book: Book, caregiver: str, **more: Any) -> str:
    told = {"adviser": ADVISER, "not_met": NOT_MET, **LOOKED, **more}
    return ACTS["open_capability"](book, caregiver=caregiver, **told).record


def conduct(book: Book, caregiver: str, **more: Any) -> str:
    return ACTS["open_conduct"](book, caregiver=caregiver, said="airtime was sold on", **more).record


def probation(book: Book, caregiver: str, until: date | None = None, **more: Any) -> str:
    until = until or clock.today() + timedelta(30)
    since = clock.today() - timedelta(60)
    return ACTS["open_probation"](book, caregiver=caregiver, since=since, until=until, **more).record


def grievance(book: Book, caregiver: str, **more: Any) -> str:
    told = {"said": "my walk was laughed at", "against": "Mpho Lekalakala", "goes_to": ADVISER, **more}
    return ACTS["raise_grievance"](book, caregiver=caregiver, **told).record


OPENS: dict[str, Callable[..., str]] = {
    "capability": capability, "conduct": conduct, "probation": probation, "grievance": grievance,
}  # fmt: skip


def about(book: Book, process: str) -> Leaf:
    found = about_of(book, process)
    assert found is not None
    return found


def arrange(book: Book, caregiver: str, response: str = "mentoring", since: date | None = None) -> None:
    if not questions.count(book, "support_plan"):
        ACTS["open_plan"](book, caregiver=caregiver, agreed="yes", aims="I want to sleep again", offers=["F14"])
    ACTS["arrange_part"](book, caregiver=caregiver, response=response, since=since)


def everything_in(book: Book) -> str:
    with book.reading() as cursor:
        cursor.execute("SELECT record || ' ' || body FROM line WHERE body IS NOT NULL")
        return "\n".join(body for (body,) in cursor.fetchall())


# --- who opens one


@pytest.mark.parametrize("sort", ["capability", "conduct", "probation"])
def test_sys_53_only_the_line_manager_opens_a_process(book: Book, caregiver: str, sort: str):
    (link,) = questions.listing(book, "supervision")
    ACTS["change_supervision"](book, id=link.id, fields={"purpose": "practice"})
    manager = ACTS["record_person"](book, given_names="Fhatuwani", surname="Netsianda").record
    with pytest.raises(LineManagerOnly):
        OPENS[sort](book, caregiver)
    told = {"caregiver": caregiver, "supervisor": manager, "since": clock.today() - timedelta(1)}
    ACTS["record_supervision"](book, **told)

    with pytest.raises(LineManagerOnly, match="Fhatuwani Netsianda"):
        OPENS[sort](book, caregiver)
    assert questions.count(book, "process") == 0


def test_sys_53_one_that_somebody_else_opened_on_her_own_laptop_is_a_finding_for_its_readers(
    book: Book, caregiver: str
):
    process = capability(book, caregiver)
    assert [each.code for each in together.found(book)] == []
    (link,) = questions.listing(book, "supervision")

    ledger.append(book, "by hand", [Change("supervision", link.id, link.scope, {"purpose": "practice"})])
    scope, whom = process_of(book, process).scope, book.shown(caregiver)
    against = {"process": process, "caregiver": whom, "said": "x", "against": ADVISER, "goes_to": ADVISER}
    ledger.append(book, "by hand", [Change("capability", about(book, process).id, scope, {"found_organisation": None})])
    ledger.append(book, "by hand", [Change("capability", about(book, process).id, scope, {"adviser": None})])

    codes = {each.code for each in together.found(book)}
    assert codes == {"not-the-line-manager", "nobody-leads", "nobody-advises", "looked-at-no-cause"}
    other = grievance(book, caregiver)
    ledger.append(
        book,
        "by hand",
        [Change("grievance", about(book, other).id, process_of(book, other).scope, against | {"process": other})],
    )
    assert "goes-to-whom-it-is-about" in {each.code for each in together.found(book)}
    assert together.told(book, together.found(book))


def test_sys_33_a_capability_process_names_who_advises_and_it_is_neither_of_the_two(book: Book, caregiver: str):
    for nobody in ("", "  "):
        with pytest.raises(NotFilledIn):
            capability(book, caregiver, adviser=nobody)
    for one_of_them in ("Grace Mokoena", "Nomvula Shezi"):
        with pytest.raises(NotUnderstood):
            capability(book, caregiver, adviser=one_of_them)

    assert about(book, capability(book, caregiver))["adviser"] == ADVISER


def test_sys_44_a_capability_process_looks_at_the_organisation_or_the_work_first(book: Book, caregiver: str):
    with pytest.raises(LookFurther):
        capability(book, caregiver, found_organisation="", organisation=[], found_personal="always")

    kept = about(book, capability(book, caregiver))
    assert (kept["organisation"], kept["found_organisation"]) == (
        frozenset(LOOKED["organisation"]),
        LOOKED["found_organisation"],
    )


# --- who reads it


def test_p10_every_field_of_a_process_is_for_those_who_take_part_and_none_stands_on_a_timeline_or_in_a_search(
    book: Book, caregiver: str
):
    assert {field.audience for kind in IN_PROCESS for field in kind.fields.values()} == {Audience.PROCESS}
    made = [opens(book, caregiver) for opens in OPENS.values()]

    assert [each for each in questions.timeline(book, caregiver) if "process" in each.kind or each.kind in OPENS] == []
    for words in ("unprepared", "airtime", "Naledi", "Khoza", "laughed", *made):
        assert questions.find(book, words) == []
    assert checking.check(book) == []


@pytest.mark.parametrize("sort", sorted(OPENS))
def test_p10_no_word_of_a_process_reaches_a_coordinator_another_supervisor_or_a_protection_lead(
    book: Book, caregiver: str, sort: str, make_book: Make, introduced: Meet, send: Send
):
    others = [
        make_book("Fhatuwani Netsianda", "coordinator"),
        make_book("Mpho Lekalakala"),
        make_book("Boitumelo Kekana", "protection lead"),
    ]
    for each in others:
        introduced(book, each)
    process = OPENS[sort](book, caregiver)
    step = ACTS["plan_step"](book, process=process, called="a first talk in the hall").record
    ACTS["hold_step"](book, step=step, content="what the hall heard", response="not true at all")
    ACTS["add_evidence"](book, process=process, words="a note on the blue gate")
    ACTS["link_record"](book, process=process, kind="process_stage", id=step, fact="the hall again")

    for each in others:
        with pytest.raises((NotAReader, AboutThem)):
            ACTS["let_into_process"](
                book,
                process=process,
                partner=str(questions.call(KINDS["person"], questions.get(each, "person", each.person).values)),
            )
        with pytest.raises(NotAReader):
            ACTS["enrol"](book, laptop=each.laptop, scope=process_of(book, process).scope)
        send(book, each)
        there = everything_in(each)
        private = (
            process,
            step,
            NOT_MET,
            "airtime was sold",
            "laughed",
            "hall",
            "blue gate",
            "not true",
            ADVISER,
            *(kind.name for kind in IN_PROCESS),
        )
        assert [words for words in private if f'"{words}"' in there or (" " in words and words in there)] == []
        assert all(questions.count(each, kind.name) == 0 for kind in IN_PROCESS)


def test_p10_without_the_rule_of_being_let_in_it_would_have_arrived(
    book: Book, caregiver: str, make_book: Make, introduced: Meet, send: Send, monkeypatch: pytest.MonkeyPatch
):
    """The control: were the words of a process for coordinators, the same search would find them."""
    boss = make_book("Fhatuwani Netsianda", "coordinator")
    introduced(book, boss)
    process = capability(book, caregiver)
    monkeypatch.setattr(Profile, "admits", lambda *_: True)

    send(book, boss)

    assert NOT_MET in everything_in(boss)
    assert process in everything_in(boss)


def test_p10_the_named_adviser_and_the_caregivers_own_laptop_are_let_in_and_what_they_write_comes_back(
    book: Book, make_book: Make, introduced: Meet, send: Send
):
    boss, adviser = make_book("Fhatuwani Netsianda", "coordinator"), make_book(ADVISER)
    for each in (book, adviser):
        introduced(boss, each)
    send(book, boss)
    ACTS["record_supervision"](boss, caregiver=book.person, supervisor=boss.person, since="2026-01-05")
    process, kept = capability(boss, book.person), conduct(boss, book.person)
    step = ACTS["plan_step"](boss, process=process, called="First talk").record

    for each in (ADVISER, "Nomvula Shezi"):
        ACTS["let_into_process"](boss, process=process, partner=each)
    for each in (adviser, book):
        send(boss, each)
        assert [leaf.id for leaf in questions.listing(each, "process")] == [process]
        assert kept not in everything_in(each)
    for act, given in (
        ("end_process", {"process": process, "outcome": "expectations are met", "why": "so I say"}),
        ("change_process_stage", {"id": step, "fields": {"content": "other words"}}),
        ("plan_step", {"process": process, "called": "another"}),
    ):
        for each in (adviser, book):
            with pytest.raises(NotYourProcess):
                ACTS[act](each, **given)
    with pytest.raises(NotYourProcess):
        ACTS["hand_over"](boss, kind="process", id=process, scope=boss.site)
    ACTS["change_process_stage"](book, id=step, fields={"response": "I was ill", "agrees": False})
    ACTS["add_evidence"](book, process=process, words="I was there each Monday")
    send(book, boss)

    kept_step = questions.get(boss, "process_stage", step)
    assert (kept_step["response"], kept_step["agrees"]) == ("I was ill", False)
    assert [each["words"] for each in questions.listing(boss, "process_evidence")] == ["I was there each Monday"]


def test_p10_a_grievance_goes_to_whom_the_caregiver_chose_and_never_to_whom_it_is_about(
    book: Book, caregiver: str, make_book: Make, introduced: Meet, send: Send
):
    for wrong in ({"goes_to": "Mpho Lekalakala"}, {"against": "Nomvula Shezi"}, {"adviser": "Mr Mpho Lekalakala"}):
        with pytest.raises(AboutThem):
            grievance(book, caregiver, **wrong)
    with pytest.raises(NotFilledIn):
        grievance(book, caregiver, goes_to=" ")
    naledi, mpho = make_book(ADVISER, "coordinator"), make_book("Mpho Lekalakala")
    for each in (naledi, mpho):
        introduced(book, each)
    process = grievance(book, caregiver)

    with pytest.raises(AboutThem):
        ACTS["let_into_process"](book, process=process, partner="Mpho Lekalakala")
    ACTS["let_into_process"](book, process=process, partner=ADVISER)
    send(book, naledi)
    ACTS["end_process"](naledi, process=process, outcome="put right", why="he said sorry", heard="it is well")
    send(naledi, book)

    assert about(book, process)["outcome"] == "put right"


# --- probation


def test_sys_46_a_probation_has_a_start_an_end_agreed_reviews_notes_and_an_outcome(book: Book, caregiver: str):
    (engagement,) = questions.listing(book, "engagement", {"person": caregiver})
    ACTS["change_engagement"](book, id=engagement.id, fields={"state": "probation"})
    days = [clock.today() - timedelta(10), clock.today() + timedelta(10)]
    process = probation(book, caregiver, reviews=days)
    first, second = sorted(questions.listing(book, "process_stage"), key=lambda each: each["target"])
    told = [
        ACTS["add_evidence"](book, process=process, words="kept every visit", stage=each.id).sentence
        for each in (first, second)
    ]

    assert [each["target"] for each in (first, second)] == [day.isoformat() for day in days]
    assert ["added after the review" in each for each in told] == [True, False]
    ACTS["decide_probation"](book, process=process, outcome="confirmed")
    assert about(book, process)["outcome"] == "confirmed"
    assert questions.get(book, "engagement", engagement.id)["state"] == "active"
    with pytest.raises(AlreadyDecided):
        ACTS["decide_probation"](book, process=process, outcome="ended", heard="x", helped="y")


def test_sys_46_each_agreed_review_is_a_step_with_a_name_and_none_lies_outside_the_probation(
    book: Book, caregiver: str
):
    today = clock.today()
    days = [today + timedelta(each) for each in (28, 7, 14, 7)]
    process = probation(book, caregiver, reviews=days)

    steps = questions.listing(book, "process_stage", {"process": process})
    assert sorted((each["target"], each["called"]) for each in steps) == [
        (days[1].isoformat(), "First review"),
        (days[2].isoformat(), "Second review"),
        (days[0].isoformat(), "Last review"),
    ]
    for outside in (today - timedelta(61), today + timedelta(31)):
        with pytest.raises(NotUnderstood):
            probation(book, caregiver, reviews=[today, outside])
    assert questions.count(book, "probation") == 1


def test_sys_46_a_probation_is_extended_with_a_reason_to_a_later_day(book: Book, caregiver: str):
    process, later = probation(book, caregiver), clock.today() + timedelta(60)

    for lacking in ({"why": "ill in May"}, {"extended": later}, {"why": " ", "extended": later}):
        with pytest.raises(NotFilledIn):
            ACTS["decide_probation"](book, process=process, outcome="extended", **lacking)
    with pytest.raises(NotUnderstood):
        ACTS["decide_probation"](book, process=process, outcome="extended", why="ill", extended=clock.today())
    ACTS["decide_probation"](book, process=process, outcome="extended", why="ill in May", extended=later)
    ACTS["decide_probation"](book, process=process, outcome="confirmed")

    kept = about(book, process)
    assert (kept["extended"], kept["outcome"], kept["why"]) == (later.isoformat(), "confirmed", None)


def test_sys_46_a_probation_ends_in_parting_only_with_how_they_were_helped_and_what_they_say(
    book: Book, caregiver: str
):
    process = probation(book, caregiver)
    for lacking in ({}, {"heard": "I tried"}, {"helped": "shown twice"}):
        with pytest.raises(NotHelpedYet):
            ACTS["decide_probation"](book, process=process, outcome="ended", why="x", **lacking)
    arrange(book, caregiver)
    ACTS["decide_probation"](book, process=process, outcome="ended", why="x", heard="I tried")

    assert "mentoring" in about(book, process)["arranged"]
    assert "sleep" not in about(book, process)["arranged"]


# --- struggle and misconduct


def test_sys_49_capability_and_conduct_are_kinds_with_readers_of_their_own_and_one_goes_on_as_the_other_with_a_reason(
    book: Book, caregiver: str, make_book: Make, introduced: Meet, send: Send
):
    naledi = make_book(ADVISER)
    introduced(book, naledi)
    first = capability(book, caregiver)
    ACTS["let_into_process"](book, process=first, partner=ADVISER)
    with pytest.raises(NotFilledIn):
        ACTS["convert_to_conduct"](book, process=first, reason=" ", said="airtime was sold")
    told = {"reason": "receipts came", "adviser": "Zanele Arendse", "said": "airtime was sold"}
    second = ACTS["convert_to_conduct"](book, process=first, **told).record

    assert KINDS["capability"] is not KINDS["conduct"]
    before, after = process_of(book, first), process_of(book, second)
    assert before.scope != after.scope
    assert (about(book, first)["not_met"], about(book, first)["outcome"]) == (NOT_MET, "went on as conduct")
    named = about(book, second)
    assert (named.kind, named["before"], named["reason"]) == ("conduct", first, "receipts came")
    send(book, naledi)
    assert [each.id for each in questions.listing(naledi, "process")] == [first]
    with pytest.raises(AlreadyDecided):
        ACTS["convert_to_conduct"](book, process=first, **told)
    back = {"reason": "he was never shown", "adviser": ADVISER, "not_met": NOT_MET}
    with pytest.raises(LookFurther):
        ACTS["convert_to_capability"](book, process=second, **back)
    third = ACTS["convert_to_capability"](book, process=second, **back, **LOOKED).record
    assert about(book, third).kind == "capability"
    for other in (probation(book, caregiver), third):
        with pytest.raises(NotUnderstood):
            ACTS["convert_to_capability"](book, process=other, **back, **LOOKED)


# --- the formal process


def test_sys_50_steps_have_target_dates_words_an_answer_and_who_came_along(book: Book, caregiver: str):
    process = capability(book, caregiver, called="Getting better together")
    target = clock.today() + timedelta(14)
    step = ACTS["plan_step"](book, process=process, called="The talk under the tree", target=target).record
    ACTS["hold_step"](
        book, step=step, content="what is expected", response="I see it otherwise", agrees=False, companion="her aunt"
    )

    kept = questions.get(book, "process_stage", step).values
    told = {"called": "The talk under the tree", "target": target.isoformat(), "day": clock.today().isoformat()}
    told |= {"content": "what is expected", "response": "I see it otherwise", "agrees": False, "companion": "her aunt"}
    assert {name: kept[name] for name in told} == told
    assert about(book, process)["called"] == "Getting better together"


def test_sys_50_the_support_that_was_given_before_stands_in_it_with_its_dates_and_nothing_of_why(
    book: Book, caregiver: str
):
    today = clock.today()
    arrange(book, caregiver, "mentoring", since=today - timedelta(20))
    arrange(book, caregiver, "visit together, told in detail", since=today + timedelta(5))
    ACTS["record_burden"](book, caregiver=caregiver, codes=["P7"], severity=3)

    support = str(process_of(book, capability(book, caregiver))["support"])

    assert "mentoring" in support
    assert str((today - timedelta(20)).year) in support
    for words in ("visit together", "sleep", "F14", "P7"):
        assert words not in support


def test_sys_50_nobody_is_parted_from_before_a_step_was_held_with_their_answer_and_support_was_given(
    book: Book, caregiver: str
):
    bare = capability(book, caregiver)
    parting = {"outcome": "parted", "why": "x", "heard": "I disagree"}
    with pytest.raises(NotHelpedYet):
        ACTS["end_process"](book, process=bare, **parting)
    arrange(book, caregiver)
    process = capability(book, caregiver)
    step = ACTS["plan_step"](book, process=process, called="First talk").record
    with pytest.raises(NotHelpedYet):
        ACTS["end_process"](book, process=process, **parting)
    ACTS["hold_step"](book, step=step, content="x", response="I was never shown")
    with pytest.raises(NotUnderstood):
        ACTS["end_process"](book, process=process, outcome="not upheld", why="x")
    ACTS["end_process"](book, process=process, **parting)

    assert about(book, process)["heard"] == "I disagree"


def test_p31_a_process_is_not_undone_and_what_was_opened_in_error_says_so(book: Book, caregiver: str):
    process = conduct(book, caregiver)

    with pytest.raises(UndoStays):
        ACTS["undo"](book)
    assert questions.get(book, "process", process).gone is False
    assert f"withdraw_{process}" not in ACTS
    assert not {f"withdraw_{kind}" for kind in (*OPENS, "process", "process_stage", "process_evidence")} & ACTS.keys()
    assert "change_process" not in ACTS
    with pytest.raises(NotUnderstood):
        ACTS["change_conduct"](book, id=about(book, process).id, fields={"outcome": "parted"})
    ACTS["end_process"](book, process=process, outcome="opened in error", why="it was another Grace")
    assert about(book, process)["outcome"] == "opened in error"
    with pytest.raises(AlreadyDecided):
        ACTS["change_conduct"](book, id=about(book, process).id, fields={"outcome": "parted"})
