"""Concerns: what is kept of one, who may hear of it, how it closes, and that nobody takes it out of sight."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts import retention
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.concerns import how_it_stands
from caregiver_desk.errors import (
    AlreadyOver,
    LeadOnly,
    NotFilledIn,
    NotMadeLess,
    NotReportedYet,
    NotUnderstood,
    StaysInSight,
    TwoPeople,
    UndoStays,
)
from caregiver_desk.records.concerns.concerns import CONCERN, CONCERN_STEP
from caregiver_desk.records.journal import WITHDRAWN, Audience
from caregiver_desk.records.sharing.standing import Ground, Statement
from caregiver_desk.store import arrivals, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import Leaf

SECRETS = {
    "seen": "“he locks the kitchen at night”",
    "worry": "perhaps she goes hungry",
    "about": "Lerato Qwabe",
    "place": "behind the blue tank",
    "noticed_by": "Sibongile Ndaba",
    "others": "the aunt next door",
    "done": "gave her bread",
    "late": "no airtime on Friday",
}
STEPPED = {
    "told_to": "Sergeant Mokoena",
    "reference": "CAS 114/3/2026",
    "proof": "the grey cupboard",
    "done_by": "Nomvula herself",
}


def noted(book: Book, **fields: Any) -> str:
    told = {"danger": "no", "sort": "deliberate neglect", "whom": "a child", "noticed": clock.today(), "at": "0930"}
    return ACTS["note_concern"](book, **{**told, "seen": SECRETS["seen"], **fields}).record


def step(book: Book, concern: str, sort: str, **fields: Any) -> None:
    ACTS["add_concern_step"](book, **{"concern": concern, "sort": sort, "day": clock.today(), **fields})


def concern(book: Book, record: str) -> Leaf:
    return questions.get(book, "concern", record)


def everything_in(book: Book) -> str:
    """Every line that this book holds, as it was written."""
    with book.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE body IS NOT NULL")
        return "\n".join(body for (body,) in cursor.fetchall())


@pytest.fixture
def lead(book: Book, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None]) -> Book:
    other = make_book("Sister Boitumelo Kekana", "protection lead")
    introduced(book, other)
    return other


def test_the_shortest_record_is_danger_kind_whom_when_and_what_was_seen(book: Book):
    leaf = concern(book, noted(book))

    assert (leaf["state"], leaf["at"]) == ("noticed", "09:30")
    assert str(leaf["number"]).startswith(f"{clock.today().year}-001-")
    with pytest.raises(NotFilledIn):
        noted(book, seen="")


@pytest.mark.parametrize("at", ["25:00", "9:61", "soon"])
def test_a_time_that_is_none_is_refused(book: Book, at: str):
    with pytest.raises(NotUnderstood):
        noted(book, at=at)


def test_each_concern_has_a_number_and_a_scope_of_its_own(book: Book):
    first, second = (concern(book, noted(book)) for _ in range(2))

    assert first.scope != second.scope
    assert [str(each["number"])[5:8] for each in (first, second)] == ["001", "002"]


def test_no_field_asks_whether_it_is_proven_or_invites_anybody_to_find_out():
    labels = " ".join(
        f"{name} {each.label} {each.shown.why}".casefold()
        for kind in (CONCERN, CONCERN_STEP)
        for name, each in kind.fields.items()
    )

    for never in (
        "proven",
        "proof of",
        "is it true",
        "guilty",
        "confess",
        "interview",
        "statement",
        "photo",
        "evidence",
    ):
        assert never not in labels


def test_facts_stand_apart_from_what_somebody_thinks():
    assert {"seen", "worry"} <= set(CONCERN.fields)
    assert CONCERN.fields["seen"].required
    assert not CONCERN.fields["worry"].required


def test_number_kind_and_clock_are_all_that_is_not_protected():
    open_to_more = {name for name, each in CONCERN.fields.items() if each.audience != Audience.PROTECTION}

    assert open_to_more == {"number", "sort", "noticed", "at", "state"}
    assert {each.audience for each in CONCERN_STEP.fields.values()} == {Audience.PROTECTION}


def test_who_raised_it_is_offered_support_in_the_same_save(book: Book, caregiver: str):
    record = noted(book, caregiver=caregiver)

    (offer,) = questions.listing(book, "follow_up", {"caregiver": caregiver})
    assert (offer["code"], offer["state"]) == ("F2", "offered")
    assert concern(book, record)["noticed_by"]


def test_a_caregiver_who_is_named_in_words_is_offered_support_too_and_a_stranger_is_not(book: Book):
    her = ACTS["add_caregiver"](book, given_names="Naledi", surname="Khoza").record

    noted(book, noticed_by="a neighbour")
    assert questions.listing(book, "follow_up") == []
    noted(book, noticed_by="Naledi Khoza")

    (offer,) = questions.listing(book, "follow_up")
    assert offer["caregiver"] == her


def test_a_report_can_be_noted_at_once_and_nobody_has_to_agree(book: Book):
    record = noted(book, sort="sexual")

    step(book, record, "told the police", **STEPPED)

    assert concern(book, record)["state"] == "reported"
    assert how_it_stands.next_chase(book, record, how_it_stands.rules_of(book)) is not None


def test_the_state_follows_from_what_is_done_and_is_not_typed(book: Book):
    record = noted(book)

    with pytest.raises(NotUnderstood):
        ACTS["change_concern"](book, id=record, fields={"state": "closed"})
    with pytest.raises(NotUnderstood):
        step(book, record, "closed")


@pytest.mark.parametrize(
    ("sort", "reports", "given"),
    [
        ("deliberate neglect", [], {"done_by": "Nomvula Shezi"}),
        ("deliberate neglect", [], {"done_by": "Nomvula Shezi", "second": "Naledi"}),
        ("deliberate neglect", [], {"done_by": "Nomvula Shezi", "second": "Nomvula shezi", "reason": "moved away"}),
        ("sexual", [], {"done_by": "Nomvula Shezi", "second": "Naledi", "reason": "moved away"}),
        ("sexual", ["told a social worker"], {"done_by": "Nomvula Shezi"}),
    ],
)
def test_what_was_not_reported_is_closed_by_two_with_a_reason_and_a_sexual_offence_not_at_all(
    book: Book, sort: str, reports: list[str], given: dict[str, str]
):
    record = noted(book, sort=sort)
    for each in reports:
        step(book, record, each)

    with pytest.raises(NotReportedYet):
        ACTS["close_concern"](book, concern=record, **given)
    assert concern(book, record)["state"] != "closed"


@pytest.mark.parametrize(
    ("sort", "reports", "given"),
    [
        ("deliberate neglect", [], {"second": "Naledi", "reason": "the aunt has them now"}),
        ("deliberate neglect", ["handed in Form 22"], {}),
        ("sexual", ["told the police"], {}),
        ("sexual", ["told a social worker"], {"believed": True}),
    ],
)
def test_what_was_reported_or_decided_by_two_is_closed(
    book: Book, sort: str, reports: list[str], given: dict[str, Any]
):
    record = noted(book, sort=sort)
    for each in reports:
        step(book, record, each)

    ACTS["close_concern"](book, concern=record, done_by="Nomvula Shezi", **given)

    assert concern(book, record)["state"] == "closed"
    with pytest.raises(AlreadyOver):
        step(book, record, "asked again")


def test_a_sexual_offence_is_not_renamed_so_that_it_can_be_closed(book: Book):
    record = noted(book, sort="sexual")

    for fields in ({"sort": "other"}, {"whom": "another adult"}):
        with pytest.raises(NotMadeLess):
            ACTS["change_concern"](book, id=record, fields=fields)
    ACTS["change_concern"](book, id=noted(book), fields={"sort": "sexual"})


def test_what_was_a_mistake_is_marked_by_two_people_and_stays(book: Book):
    record = noted(book, sort="sexual")
    told = {"concern": record, "done_by": "Nomvula Shezi", "reason": "noted twice"}

    with pytest.raises(TwoPeople):
        ACTS["record_concern_in_error"](book, **told, second="Nomvula Shezi")
    ACTS["record_concern_in_error"](book, **told, second="Naledi")

    assert concern(book, record)["state"] == "recorded in error"
    assert [each.id for each in questions.listing(book, "concern")] == [record]


def test_undo_does_not_take_a_concern_back_and_no_older_save_instead_of_it(book: Book, caregiver: str):
    record = noted(book)

    with pytest.raises(UndoStays):
        ACTS["undo"](book)
    assert not concern(book, record).gone
    assert not questions.get(book, "person", caregiver).gone


def test_nobody_but_a_coordinator_erases_a_concern_or_a_step(book: Book):
    record = noted(book)
    step(book, record, "told the police")
    (done,) = how_it_stands.steps_of(book, record)

    for each in (record, done.id):
        with pytest.raises(StaysInSight):
            ACTS["erase"](book, id=each, ground=next(iter(Ground)))
    assert "withdraw_concern" not in ACTS


def test_a_line_that_hides_it_in_another_program_hides_nothing_here(book: Book):
    """What the acts refuse, other hands may write: the merge keeps it in sight all the same."""
    record = noted(book)
    scope = concern(book, record).scope

    ledger.append(book, "by hand", [Change("concern", record, scope, {WITHDRAWN: True})])
    about = Statement.ERASURE.about(record)
    ledger.append(book, "by hand", [Change(Statement.ERASURE, about, "", {"ground": str(next(iter(Ground)))})])

    assert [each.id for each in questions.listing(book, "concern")] == [record]


def test_the_same_lines_hide_what_may_be_hidden(book: Book, house: str):
    """The control: of a home the same line is heeded."""
    scope = questions.get(book, "household", house).scope

    ledger.append(book, "by hand", [Change("household", house, scope, {WITHDRAWN: True})])

    assert questions.listing(book, "household") == []


def test_a_coordinator_hears_number_kind_and_clock_and_not_one_word(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    nomvula, fhatuwani = pair
    record = noted(nomvula, **SECRETS, sort="sexual", peers=True, at_home="yes", family="not safe to tell them")
    step(nomvula, record, "told the police", **STEPPED)

    send(nomvula, fhatuwani)

    there = concern(fhatuwani, record)
    told = {name for name in CONCERN.fields if there[name] not in (None, False)}
    assert told == {"number", "sort", "noticed", "at", "state"}
    assert questions.listing(fhatuwani, "concern_step") == []
    arrived = everything_in(fhatuwani)
    for words in (*SECRETS.values(), *STEPPED.values(), "not safe to tell", "told the police"):
        assert words not in arrived
        assert words in everything_in(nomvula)


def test_the_lead_is_sent_exactly_the_concern_that_was_given_to_her(
    book: Book, lead: Book, send: Callable[..., object], caregiver: str, house: str
):
    given, kept = noted(book, **SECRETS), noted(book, about="Kagiso Phiri", caregiver=caregiver)
    step(book, given, "told the police", **STEPPED)

    ACTS["seal_to_lead"](book, concern=given, lead="Sister Boitumelo Kekana")
    send(book, lead)

    assert [each.id for each in questions.listing(lead, "concern")] == [given]
    assert {name: concern(lead, given)[name] for name in SECRETS} == SECRETS
    assert {each["sort"] for each in how_it_stands.steps_of(lead, given)} == {
        "told the police",
        "given to the protection lead",
    }
    arrived = everything_in(lead)
    hers = [line for line in arrived.splitlines() if "Kagiso" in line or kept in line or house in line]
    assert hers == []
    assert caregiver not in arrived


def test_nothing_goes_to_the_lead_before_it_is_given(book: Book, lead: Book, send: Callable[..., object]):
    noted(book, **SECRETS)

    send(book, lead)

    assert questions.listing(lead, "concern") == []
    assert SECRETS["about"] not in everything_in(lead)


def test_a_concern_is_given_to_a_protection_lead_and_to_nobody_else(
    book: Book, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None]
):
    mpho = make_book("Mpho Lekalakala")
    introduced(book, mpho)
    record = noted(book)

    with pytest.raises(LeadOnly):
        ACTS["seal_to_lead"](book, concern=record, lead="Mpho Lekalakala")
    with pytest.raises(LeadOnly):
        ACTS["enrol"](book, laptop="Mpho Lekalakala", scope=concern(book, record).scope)


def test_what_came_with_a_concern_is_not_set_aside(book: Book, lead: Book, send: Callable[..., object]):
    record = noted(book)
    ACTS["seal_to_lead"](book, concern=record, lead="Sister Boitumelo Kekana")
    send(book, lead)
    (opened,) = arrivals.opened(lead)

    with pytest.raises(StaysInSight):
        ACTS["set_aside"](lead, arrival=opened.number)
    assert [each.id for each in questions.listing(lead, "concern")] == [record]


def test_it_stands_on_no_timeline_and_is_found_by_its_number_alone(book: Book, caregiver: str):
    record = noted(book, **SECRETS, caregiver=caregiver)

    assert [each.kind for each in questions.timeline(book, caregiver) if each.kind.startswith("concern")] == []
    assert [each.id for each in questions.find(book, str(concern(book, record)["number"]))] == [record]
    for words in ("Lerato", "Qwabe", "Sergeant", "kitchen"):
        assert [each.id for each in questions.find(book, words) if each.kind == "concern"] == []


def test_concerns_are_reviewed_after_a_year_and_never_removed(book: Book):
    record = noted(book, noticed=clock.today() - timedelta(days=500))

    (found,) = [each for each in retention.due(book, clock.today()) if each.kind == "concern"]
    assert (found.ids, str(found.action)) == ((record,), "review")


def test_a_site_says_who_has_read_a_rule_and_asks_sooner(book: Book):
    site = questions.own_site(book)
    assert site is not None

    told = {"site": site.id, "code": "CP9B", "reviewed_by": "Adv. Mabena", "within": 3, "day": clock.today()}
    ACTS["record_duty_review"](book, **told)

    rule = how_it_stands.rules_of(book)["CP9B"]
    assert (rule.reviewed_by, rule.within) == ("Adv. Mabena", 3)
