"""What was kept long enough is listed, asked for, and removed by nothing but a person's word."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from kept import WORDS, confirm, leave, worker

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.retention import due
from caregiver_desk.errors import NotDue
from caregiver_desk.practice import retention
from caregiver_desk.practice.days import months_after
from caregiver_desk.practice.retention import REMOVES, Action, Rule, Starts
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import access, agreement, checking, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book


@pytest.fixture
def her(book: Book) -> str:
    return worker(book)


def kinds(book: Book, today: date, actions: frozenset[Action] = REMOVES) -> set[str]:
    return {each.kind for each in due(book, today) if each.action in actions}


def test_work_and_talks_are_due_three_years_after_somebody_left_and_not_a_day_before(book: Book, her: str):
    today = clock.today()
    leave(book, her, today)
    end = months_after(today, 36)

    assert {"visit", "check_in"} & kinds(book, end - timedelta(1)) == set()
    assert {"visit", "check_in"} <= kinds(book, end)


def test_of_who_is_here_or_left_without_a_day_nothing_is_due(book: Book, her: str):
    later = clock.today() + timedelta(days=20 * 365)
    assert due(book, later) == []

    leave(book, her, None)
    assert due(book, later) == []


def test_of_who_works_in_another_team_still_nothing_is_due(book: Book, her: str):
    leave(book, her, clock.today())
    other = ACTS["record_team"](book, name="South").record
    ACTS["record_engagement"](book, person=her, team=other, role="caregiver", state="active", since=clock.today())

    assert due(book, clock.today() + timedelta(days=20 * 365)) == []


def test_support_is_due_a_year_after_its_plan_ended_also_of_who_is_still_here(book: Book, her: str):
    ACTS["record_burden"](book, caregiver=her, codes=["W1"], severity=3, since=clock.today())
    plan = ACTS["open_plan"](book, caregiver=her, opened=clock.today(), agreed="yes").record
    later = clock.today() + timedelta(days=400)
    assert kinds(book, later) == set()

    ACTS["change_support_plan"](book, id=plan, fields={"ended": clock.today().isoformat(), "ending": "eased"})

    assert {"stressor", "support_plan"} <= kinds(book, later)
    assert "check_in" not in kinds(book, later)


def test_what_weighs_since_a_plan_ended_is_none_of_what_it_covered(book: Book, her: str):
    plan = ACTS["open_plan"](book, caregiver=her, opened=clock.today(), agreed="yes").record
    ACTS["change_support_plan"](book, id=plan, fields={"ended": clock.today().isoformat(), "ending": "eased"})
    clock.shift(timedelta(days=500))
    ACTS["record_burden"](book, caregiver=her, codes=["W1"], severity=3, since=clock.today())

    assert kinds(book, clock.today()) == {"support_plan"}


def test_what_is_not_due_or_only_reviewed_is_not_removed(book: Book, her: str):
    ACTS["record_vetting"](book, person=her, sort="police clearance", submitted=clock.today())
    leave(book, her, clock.today())
    (visit,) = questions.listing(book, "visit")
    with pytest.raises(NotDue):
        ACTS["remove_expired"](book, ids=[visit.id])

    clock.shift(timedelta(days=1200))
    (vetting,) = questions.listing(book, "vetting")
    assert "vetting" in kinds(book, clock.today(), frozenset({Action.REVIEW}))
    with pytest.raises(NotDue):
        ACTS["remove_expired"](book, ids=[visit.id, vetting.id])
    assert questions.count(book, "visit") == 1


def test_a_supervisor_hides_what_is_due_and_asks_a_coordinator(book: Book, her: str):
    leave(book, her, clock.today())
    clock.shift(timedelta(days=1200))
    confirm(book)
    ids = [record for each in due(book, clock.today()) for record in each.ids if each.kind == "visit"]

    told = ACTS["remove_expired"](book, ids=ids)

    assert "A coordinator was asked" in told.sentence
    assert questions.count(book, "visit") == 0
    assert "visit" not in kinds(book, clock.today())
    ACTS["do_not_erase"](book, id=ids[0])
    assert questions.count(book, "visit") == 1


def test_what_a_coordinator_removes_is_in_no_answer_and_on_no_disk_and_goes_from_the_other_book_too(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    nomvula, fhatuwani = pair
    her = worker(nomvula)
    leave(nomvula, her, clock.today())
    send(nomvula, fhatuwani)
    clock.shift(timedelta(days=1200))
    confirm(fhatuwani)
    ids = [record for each in due(fhatuwani, clock.today()) if each.action in REMOVES for record in each.ids]

    told = ACTS["remove_expired"](fhatuwani, ids=ids)
    assert told.sentence == f"Erased for good: {len(ids)} records."
    assert any(WORDS in line for line in agreement.state(nomvula))
    send(fhatuwani, nomvula)

    for book in pair:
        assert due(book, clock.today()) == []
        assert not any(WORDS in line for line in agreement.state(book))
        assert checking.check(book) in ([], ["backup"])
        assert {each.about for each in access.entries(book) if each.what == What.ERASED} == set(ids)
    with nomvula.reading() as cursor:
        cursor.execute("SELECT count(*) FROM line WHERE instr(body, ?)", (WORDS,))
        assert cursor.fetchone() == (0,)


def test_while_nobody_knows_the_day_nothing_is_due(book: Book, her: str):
    leave(book, her, clock.today())
    clock.shift(timedelta(days=1200))
    assert due(book, clock.today())

    clock.doubt(clock.today())
    assert due(book, clock.today()) == []


def test_nothing_goes_by_itself_however_long_it_stands(book: Book, her: str):
    leave(book, her, clock.today())
    before = list(agreement.state(book))
    clock.shift(timedelta(days=20 * 365))
    due(book, clock.today())

    assert list(agreement.state(book)) == before


def test_a_wish_and_what_became_of_it_are_due_three_years_after_they_were_asked(pair: tuple[Book, Book], send: Any):
    """Also of who is still here, and one's own, which is about nobody; never while somebody waits for an answer."""
    nomvula, fhatuwani = pair
    her = worker(nomvula)
    asked = {"words": "Gloves, please.", "theme": "supplies"}
    ACTS["ask_organisation"](nomvula, caregiver=her, **asked)
    for _ in range(3):
        ACTS["ask_organisation"](nomvula, **asked)
    send(nomvula, fhatuwani)
    yes, under_way, _ = (each.id for each in questions.listing(fhatuwani, "request"))
    ACTS["answer_request"](fhatuwani, id=yes, state="answered yes")
    ACTS["answer_request"](fhatuwani, id=under_way, state="under way")
    end = months_after(clock.today(), 36)

    for book in pair:
        assert not {"asking", "request"} & kinds(book, end - timedelta(1))
    assert [len(each.ids) for each in due(nomvula, end) if each.kind == "asking"] == [3, 1]
    assert [each.ids for each in due(fhatuwani, end) if each.kind == "request"] == [(yes,)]


def test_concerns_are_only_ever_reviewed_whatever_stands_in_the_file():
    told = {"kind": "concern", "starts": "own day", "months": "12", "action": "delete"}

    assert retention._rule(told) == Rule("concern", Starts.OWN_DAY, 12, Action.REVIEW)
    assert [rule.action for rule in retention.rules() if rule.kind == "concern"] == [Action.REVIEW]


def test_a_rule_names_only_states_that_its_kind_has_and_leaves_one_in_which_it_waits():
    named = {rule.kind: rule.once for rule in retention.rules() if rule.once}

    assert set(named) == {"request"}
    for kind, states in named.items():
        assert set(states) < {str(each) for each in KINDS[kind].fields["state"].base}


def test_rules_are_about_kinds_that_are_about_somebody_and_about_concerns():
    known = [rule for rule in retention.rules() if rule.kind in KINDS]

    assert len(known) > 6
    assert [rule.kind for rule in known if not KINDS[rule.kind].about] == ["concern", "worker_concern"]
