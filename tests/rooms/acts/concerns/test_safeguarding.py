"""Concerns about a worker, what the lead does, decisions of two, and laptops that disagree."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from safeguarded import LEAD, TWO, WORDS, Send, about_a_worker, ends, everything_in, name_lead, noted, state, step

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.concerns import how_it_stands
from caregiver_desk.errors import (
    LeadIsMeant,
    NotReportedYet,
    NotTheNamedLead,
    NotToBeLeft,
    NotUnderstood,
    TwoToErase,
)
from caregiver_desk.records.concerns.concerns import ConcernState
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.reports.decided import decided
from caregiver_desk.store import checking, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.sync.profiles import Profile


def test_of_a_concern_about_a_worker_no_field_is_for_anybody_but_the_lead():
    audiences = {field.audience for name in ("worker_concern", "worker_step") for field in KINDS[name].fields.values()}

    assert audiences == {Audience.PROTECTION}


def test_nothing_of_a_concern_about_a_worker_reaches_a_coordinator_before_or_after_the_lead_has_it(
    book: Book, lead: Book, boss: Book, introduced: Callable[[Book, Book], None], send: Send
):
    introduced(lead, boss)
    record, ordinary = about_a_worker(book), noted(book)
    number = str(how_it_stands.concern_of(book, record)["number"])
    ACTS["seal_to_lead"](book, concern=record, lead=LEAD)
    send(book, lead)
    step(lead, record, "told the police", reference="CAS 114")

    send(book, boss)
    send(lead, boss)

    there = everything_in(boss)
    for words in (*WORDS.values(), record, number, "worker_concern", "worker_step", "exploitation", "CAS 114"):
        assert words not in there, words
    assert questions.listing(boss, "worker_concern") == []
    assert questions.find(boss, number) == []
    assert [each.id for each in questions.listing(boss, "concern")] == [ordinary]
    assert WORDS["seen"] in everything_in(lead)


def test_without_a_kind_of_its_own_it_would_have_arrived(
    book: Book, boss: Book, send: Send, monkeypatch: pytest.MonkeyPatch
):
    """The control: were protected words for coordinators, the same search would find them."""
    record = about_a_worker(book)
    monkeypatch.setattr(Profile, "admits", lambda *_: True)

    send(book, boss)

    assert WORDS["seen"] in everything_in(boss)
    assert record in everything_in(boss)


def test_numbers_of_ordinary_concerns_have_no_gap_that_tells_of_another(book: Book):
    noted(book)
    about_a_worker(book)
    noted(book)

    numbers = sorted(str(each["number"])[5:8] for each in how_it_stands.concerns_in(book))
    assert numbers == ["001", "002", "501"]


def test_it_stands_on_nobodys_timeline_and_in_no_search_by_a_name(book: Book, caregiver: str):
    about_a_worker(book, caregiver=caregiver)

    assert [each for each in questions.timeline(book, caregiver) if "concern" in each.kind] == []
    for words in ("Vusi", "driver", "Lerato", "shed"):
        assert questions.find(book, words) == []


def test_an_ordinary_concern_is_not_made_one_about_a_worker_once_others_may_know_of_it(book: Book):
    with pytest.raises(NotUnderstood):
        ACTS["change_concern"](book, id=noted(book), fields={"worker": "Vusi"})


def test_it_goes_to_whom_the_site_names_and_never_to_the_one_it_is_about(
    book: Book, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    introduced(book, make_book(LEAD, "protection lead"))
    other = make_book("Thabo Mabena", "protection lead")
    introduced(book, other)
    name_lead(book)

    with pytest.raises(NotTheNamedLead):
        ACTS["seal_to_lead"](book, concern=about_a_worker(book), lead="Thabo Mabena")
    for worker in ("Boitumelo", "sister Kekana"):  # however the name is written
        with pytest.raises(LeadIsMeant):
            ACTS["seal_to_lead"](book, concern=about_a_worker(book, worker=worker), lead=LEAD)
    with pytest.raises(LeadIsMeant) as refused:
        ACTS["seal_to_lead"](book, concern=about_a_worker(book, worker="the lead, Boitumelo Kekana"), lead=LEAD)
    assert "10111" in str(refused.value)
    assert "nobody has to agree first" in str(refused.value)

    name_lead(book, instead="Thabo Mabena")
    meant = about_a_worker(book, worker="Sister Boitumelo Kekana")
    ACTS["seal_to_lead"](book, concern=meant, lead="Thabo Mabena")
    send(book, other)
    assert [each.id for each in how_it_stands.concerns_in(other)] == [meant]


def test_a_coordinator_names_the_lead_and_the_supervisors_book_hears_of_it(book: Book, boss: Book, send: Send):
    send(book, boss)
    site = questions.own_site(book)
    assert site is not None
    told = {"site": site.id, "name": LEAD, "phone": "000 555 0140", "day": clock.today()}
    ACTS["record_safeguarding_lead"](boss, **told)
    send(boss, book)

    named = how_it_stands.named_lead(book)
    assert named is not None
    assert (named["name"], named["phone"]) == (LEAD, "000 555 0140")


@pytest.mark.parametrize("note", [noted, about_a_worker])
def test_what_the_lead_does_comes_back_to_who_noted_it_and_to_nobody_else(
    note: Callable[[Book], str],
    book: Book,
    lead: Book,
    make_book: Callable[..., Book],
    introduced: Callable[[Book, Book], None],
    send: Send,
):
    mpho = make_book("Mpho Lekalakala")
    introduced(lead, mpho)
    given, kept = note(book), note(book)
    ACTS["seal_to_lead"](book, concern=given, lead=LEAD)
    send(book, lead)
    step(lead, given, "told the police", reference="CAS 114", done_by="Boitumelo")
    step(lead, given, "they confirmed that they have it")

    send(lead, book)
    send(lead, mpho)

    sorts = {str(each["sort"]) for each in how_it_stands.steps_of(book, given)}
    assert {"told the police", "they confirmed that they have it"} <= sorts
    assert state(book, given) == ConcernState.ACKNOWLEDGED
    assert state(book, kept) == ConcernState.NOTICED
    assert "CAS 114" not in everything_in(mpho)
    assert how_it_stands.concerns_in(mpho) == []


def test_a_coordinator_who_noted_it_is_sent_what_the_lead_did_and_of_others_nothing_protected(
    book: Book, lead: Book, boss: Book, introduced: Callable[[Book, Book], None], send: Send
):
    introduced(lead, boss)
    hers, nomvulas = noted(boss, seen="what the coordinator saw"), noted(book, seen="what Nomvula saw")
    for writer, record in ((boss, hers), (book, nomvulas)):
        ACTS["seal_to_lead"](writer, concern=record, lead=LEAD)
        send(writer, lead)
        step(lead, record, "told the police", reference=f"CAS {record}")

    send(lead, boss)

    assert f"CAS {hers}" in everything_in(boss)
    assert f"CAS {nomvulas}" not in everything_in(boss)
    assert "what Nomvula saw" not in everything_in(boss)


@pytest.mark.parametrize(
    "fields",
    [{"danger": "yes"}, {"danger": "not sure"}, {"sort": "sexual"}, {"sort": "sexual", "whom": "another adult"}],
)
@pytest.mark.parametrize("act", ["decide_not_to_report", "keep_as_information"])
def test_danger_and_a_sexual_offence_are_not_left_unreported(book: Book, act: str, fields: Mapping[str, str]):
    record = noted(book, **fields)

    with pytest.raises(NotToBeLeft):
        ACTS[act](book, concern=record, **TWO)
    assert state(book, record) == ConcernState.NOTICED


@pytest.mark.parametrize(
    ("act", "wanted"),
    [("decide_not_to_report", ConcernState.NOT_REPORTED), ("keep_as_information", ConcernState.INFORMATION)],
)
def test_two_decide_with_a_reason_and_a_report_takes_it_on_all_the_same(book: Book, act: str, wanted: ConcernState):
    record = noted(book)

    for alone in ({"second": ""}, {"second": "nomvula  shezi"}, {"reason": " "}):
        with pytest.raises(NotToBeLeft):
            ACTS[act](book, **{"concern": record, **TWO, **alone})
    ACTS[act](book, concern=record, **TWO)
    assert state(book, record) == wanted

    step(book, record, "told a social worker")
    assert state(book, record) == ConcernState.REPORTED


def test_a_concern_needs_no_home_and_can_be_matched_with_one_later(book: Book, house: str):
    first, second = noted(book), noted(book)

    ACTS["change_concern"](book, id=first, fields={"household": house})
    ACTS["keep_as_information"](book, concern=second, household=house, **TWO)

    assert [how_it_stands.concern_of(book, each)["household"] for each in (first, second)] == [house, house]


def test_the_supervisor_is_told_at_a_time_and_it_is_screened_before_it_is_reported(book: Book):
    record = noted(book, behalf="Sibongile Ndaba")

    for sort, wanted in (
        ("told the supervisor", ConcernState.WITH_SUPERVISOR),
        ("screened: it is to be reported", ConcernState.SCREENED),
        ("handed in Form 22", ConcernState.REPORTED),
    ):
        step(book, record, sort, at="9.05")
        assert state(book, record) == wanted
    assert {each["at"] for each in how_it_stands.steps_of(book, record)} == {"09:05"}
    for own_way in ("screened: not reported", "information only"):
        with pytest.raises(NotUnderstood):
            step(book, record, own_way)


@pytest.mark.parametrize("second", ["in error", "acknowledged"])
def test_two_laptops_that_say_differently_how_it_stands_leave_it_open_until_somebody_settles_it(
    book: Book, lead: Book, send: Send, second: str
):
    record = noted(book)
    step(book, record, "told a social worker")
    ACTS["seal_to_lead"](book, concern=record, lead=LEAD)
    send(book, lead)
    ends(book, record, "closed")
    if second == "in error":
        ends(lead, record, "in error")
    else:
        step(lead, record, "they confirmed that they have it")
    send(lead, book)
    send(book, lead)

    wanted = ConcernState.FOLLOWING_UP if second == "in error" else ConcernState.ACKNOWLEDGED
    for each in (book, lead):
        assert state(each, record) == wanted
        assert how_it_stands.concern_of(each, record).quarrels == ("state",)
    step(book, record, "asked again")
    assert how_it_stands.concern_of(book, record).quarrels == ("state",)
    ACTS["settle"](book, kind="concern", id=record, field="state", value="closed")
    assert state(book, record) == ConcernState.CLOSED


def test_what_was_closed_by_other_hands_without_a_report_counts_as_open(book: Book):
    record = noted(book, sort="sexual")
    scope = how_it_stands.concern_of(book, record).scope

    ledger.append(book, "by hand", [Change("concern", record, scope, {"state": "closed"})])

    assert state(book, record) == ConcernState.NOTICED
    with pytest.raises(NotReportedYet):
        ACTS["close_concern"](book, concern=record, **TWO)


def test_a_coordinator_alone_erases_no_concern_for_good(book: Book, boss: Book, send: Send):
    record = noted(book)
    send(book, boss)
    told = {"id": record, "ground": Ground.ORDERED}

    for alone in ({}, {"done_by": "Fhatuwani"}, {"done_by": "Fhatuwani", "second": "fhatuwani"}):
        with pytest.raises(TwoToErase):
            ACTS["erase"](boss, **told, **alone)
    assert [each.id for each in questions.listing(boss, "concern")] == [record]
    ACTS["erase"](boss, **told, done_by="Fhatuwani Netsianda", second="Adv. Mabena")
    assert questions.listing(boss, "concern") == []


def test_who_erased_a_concern_and_why_stays_for_who_could_read_it_and_none_of_its_words(
    book: Book, boss: Book, lead: Book, introduced: Callable[[Book, Book], None], send: Send
):
    introduced(lead, boss)
    record, other = noted(book, seen="no food on two visits"), noted(book)
    for each in (record, other):
        ACTS["seal_to_lead"](book, concern=each, lead=LEAD)
    for reader in (boss, lead):
        send(book, reader)
    assert "no food on two visits" in everything_in(lead)

    ACTS["erase"](boss, id=record, ground=Ground.MISTAKE, done_by="Fhatuwani Netsianda", second="Adv. Mabena")
    for reader in (book, lead):
        send(boss, reader)
    send(book, lead)

    for reader in (book, lead):
        assert [each.id for each in how_it_stands.concerns_in(reader)] == [other]
        assert "no food on two visits" not in everything_in(reader)
        (step,) = [each for each in how_it_stands.steps_of(reader, record) if each["second"]]
        told = (step["sort"], step["done_by"], step["second"], step["reason"])
        assert told == (
            "recorded in error", "Fhatuwani Netsianda", "Adv. Mabena", "erased for good: it was recorded by mistake"
        )  # fmt: skip
    (said,) = [each for each in decided(boss) if each.title == "Erased for good"]
    assert "decided by Fhatuwani Netsianda and Adv. Mabena" in said.about


@pytest.mark.parametrize("heard_first", [False, True])
def test_what_was_done_about_a_concern_goes_with_it_from_every_book_that_holds_it(
    book: Book, boss: Book, lead: Book, introduced: Callable[[Book, Book], None], send: Send, heard_first: bool
):
    introduced(lead, boss)
    record = noted(book)
    ACTS["seal_to_lead"](book, concern=record, lead=LEAD)
    for reader in (boss, lead):
        send(book, reader)
    step(lead, record, "told the police", told_to="Sergeant Maluleke, who knows the family")
    send(lead, book)
    step(book, record, "made safer", reason="the aunt took them in")
    ACTS["erase"](boss, id=record, ground=Ground.ORDERED, done_by="Fhatuwani Netsianda", second="Adv. Mabena")

    bundles = [(boss, lead), (book, lead)]
    for sender, receiver in bundles if heard_first else reversed(bundles):
        send(sender, receiver)
    send(boss, book)

    for reader in (book, boss, lead):
        for words in ("Sergeant Maluleke", "the aunt took them in"):
            assert words not in everything_in(reader)
        assert {each["second"] for each in how_it_stands.steps_of(reader, record)} <= {"Adv. Mabena"}
        ledger.rebuild(reader)
        assert checking.check(reader) == []
