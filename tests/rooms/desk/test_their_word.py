"""A caregiver's word against what is written of them stands with it wherever that is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk.answers.people.her_record import her_record, on_paper
from caregiver_desk.desk.answers.supervision.to_bring import agenda
from caregiver_desk.desk.answers.telling import tell
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.people import pack as packs
from caregiver_desk.reports.wellbeing.support_plan import plan_on_paper
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book

acts.load()
WORDS = "They had asked me to come another day."
NOTE = "the grandmother is ill"


@pytest.fixture
def her(book: Book) -> str:
    """A caregiver with a home on her list and a visit of late."""
    person = ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record
    told = {"sort": "police clearance", "submitted": clock.today(), "result": "cleared"}
    ACTS["record_vetting"](book, person=person, **told)
    home = ACTS["record_household"](book, team=own_team(book), code="HH-031", nickname="blue gate").record
    ACTS["assign_household"](book, household=home, caregiver=person, since=clock.today())
    day = clock.today() - timedelta(3)
    ACTS["record_visit"](book, caregiver=person, household=home, day=day, outcome="refused", note=NOTE)
    return person


@pytest.mark.parametrize("kind", ["visit", "assignment"])
def test_it_stands_in_the_timeline_the_history_the_record_turned_round_and_what_she_takes_home(
    book: Book, her: str, kind: str
):
    (entry,) = questions.listing(book, kind, {"caregiver": her})

    def turned() -> str:
        return as_text(on_paper(("Your record", ""), her_record(book, her)))

    assert WORDS not in turned()
    ACTS["see_otherwise"](book, id=entry.id, sees_otherwise=WORDS)

    told = tell(questions.get(book, kind, entry.id), {})
    said = [value for each in histories.history(book, kind, entry.id) for value in each.fields.values()]
    pack = " ".join(as_text(packs.as_document(packs.pack(book, her))).split())
    assert told.detail.startswith(f"They see it otherwise: {WORDS}")
    assert WORDS in said
    assert WORDS in turned()
    assert "HH-031" in turned()
    assert WORDS in pack
    for paper in (turned(), pack):
        assert NOTE not in paper
        assert "blue gate" not in paper


@pytest.fixture
def between(book: Book, her: str) -> dict[str, str]:
    """What the two keep of her, one of each sort that a day brings, by kind."""
    hers, today = {"caregiver": her}, clock.today()
    seen = {"asked": "said yes at the door", "own_listening": "strongly", "seen_listening": "sometimes"}
    ACTS["visit_together"](book, **hers, day=today, words=seen)
    promises = [{"owner": "caregiver", "what": "bring the forms"}]
    ACTS["hold_check_in"](book, **hers, day=today, promises=promises)
    ACTS["record_burden"](book, **hers, codes=["W1"], severity=2, since=today)
    plan = ACTS["open_plan"](book, **hers, aims="to sleep", agreed="yes").record
    ACTS["offer_support"](book, **hers, code="F1", plan=plan, due=today)
    ACTS["note_incident"](book, **hers, sort="dog", day=today)
    kinds = ("observation", "check_in", "promise", "stressor", "follow_up", "safety_incident")
    return {kind: questions.listing(book, kind, hers)[0].id for kind in kinds}


def test_to_all_that_the_two_keep_of_her_her_word_is_said_the_same_way_and_stands_with_it(
    book: Book, her: str, between: dict[str, str]
):
    for kind, record in between.items():
        ACTS["see_otherwise"](book, id=record, sees_otherwise=f"{WORDS} ({kind})")

    turned = as_text(on_paper(("Your record", ""), her_record(book, her)))
    pack = " ".join(as_text(packs.as_document(packs.pack(book, her))).split())
    for kind, record in between.items():
        words = f"{WORDS} ({kind})"
        assert tell(questions.get(book, kind, record), {}).detail.startswith(f"They see it otherwise: {words}")
        assert words in turned
        assert words in pack
    on_the_agenda = " ".join(each.why for each in agenda(book, her).items)
    assert all(f"({kind})" in on_the_agenda for kind in ("promise", "stressor", "follow_up"))


def test_a_support_plan_on_paper_says_what_they_say_to_its_parts(book: Book, between: dict[str, str]):
    ACTS["see_otherwise"](book, id=between["follow_up"], sees_otherwise=WORDS)
    (plan,) = questions.listing(book, "support_plan")

    assert WORDS in " ".join(as_text(plan_on_paper(book, plan.id)).split())


def test_what_lies_ahead_is_not_disputed_yet(book: Book, her: str):
    ACTS["plan_visit_together"](book, caregiver=her, day=clock.today() + timedelta(2))
    ACTS["plan_check_in"](book, caregiver=her, day=clock.today() + timedelta(2))

    planned = [each for each in her_record(book, her) if each.title.startswith(("Visit together", "Check-in"))]
    assert [each.says for each in planned] == [None, None]


def test_it_is_kept_for_good_also_of_an_old_visit_and_where_the_family_agreed_to_the_least(book: Book, her: str):
    (visit,) = questions.listing(book, "visit")
    ACTS["record_consent"](book, household=visit["household"], day=visit["day"], answer="refused")
    ACTS["see_otherwise"](book, id=visit.id, sees_otherwise=WORDS)
    assert WORDS in str(her_record(book, her))

    clock.shift(timedelta(90))

    assert WORDS in str(her_record(book, her))


def test_a_visit_of_long_ago_to_which_nothing_was_said_is_not_shown(book: Book, her: str):
    clock.shift(timedelta(90))

    assert not any(each.title.startswith("Visit") for each in her_record(book, her))


def test_no_empty_word_is_kept_and_none_to_what_has_no_place_for_it(book: Book, her: str):
    (visit,) = questions.listing(book, "visit")
    with pytest.raises(NotFilledIn):
        ACTS["see_otherwise"](book, id=visit.id, sees_otherwise=" ")
    with pytest.raises(NotUnderstood, match="no place for it"):
        ACTS["see_otherwise"](book, id=her, sees_otherwise=WORDS)


def test_it_reaches_no_coordinator(pair: tuple[Book, Book], send: Callable[[Book, Book], object]):
    nomvula, fhatuwani = pair
    person = ACTS["add_caregiver"](nomvula, given_names="Sibongile").record
    home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-031").record
    visit = ACTS["record_visit"](nomvula, caregiver=person, household=home, day=clock.today()).record
    ACTS["see_otherwise"](nomvula, id=visit, sees_otherwise=WORDS)

    send(nomvula, fhatuwani)

    there = questions.get(fhatuwani, "visit", visit)  # the visit itself does
    assert there["sees_otherwise"] is None
