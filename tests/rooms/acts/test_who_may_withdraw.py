"""Whoever may not change a record may not withdraw it either; what says what it may not can always be withdrawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.taking_part import by_who_leads
from caregiver_desk.acts.growth.mentoring import more_by_the_two
from caregiver_desk.acts.growth.plans import said_for_the_site
from caregiver_desk.acts.growth.span import said_by_another
from caregiver_desk.acts.keeping import GUARDS, WHOSE
from caregiver_desk.acts.supervision.groups import at_their_own_laptop, by_a_member, by_who_began
from caregiver_desk.acts.supervision.pairs import in_the_pair
from caregiver_desk.errors import NotYourPair, Problem
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

acts.load()
OF_TWO = sorted(kind for kind, rules in GUARDS.items() if in_the_pair in rules)
WHAT_IT_SAYS = {
    "after_they_began", "agreed_by_both", "agreed_says_how", "agreed_to_be_kept", "agreed_to_be_known",
    "agreed_to_members", "agreed_to_records", "agreed_to_referrals", "among_members", "at_work",
    "changed_says_what_is_new", "cleared", "dismissed_as_such", "dropped_with_its_reason", "elsewhere",
    "every_limit_said", "family_asked_first", "free_number", "held_by_now", "her_view_first", "hours_in_order",
    "how_much_said", "instead_of_a_step", "known_by_their_yes", "lead_is_trained", "lies_soundly", "made_by_now",
    "makes_a_whole", "more_with_both", "named_with_their_yes", "names_no_home", "nobody_named_before",
    "not_done_with_its_reason", "not_gone_up", "not_held_with_its_reason", "of_its_group", "of_these_two", "one_line",
    "one_may_be_known", "one_plan", "own_of_who_supervises", "rule", "said_by_its_act", "said_or_unsaid", "says_what",
    "says_where", "stays_with_its_group", "trained_for_the_role", "two_people", "unchanged_with_its_reason",
    "with_her_word",
}  # fmt: skip


def test_every_rule_of_a_kind_that_is_withdrawn_is_one_of_whose_it_is_or_of_what_it_says():
    withdrawn = {kind for kind in GUARDS if f"withdraw_{kind}" in ACTS}
    rules = {rule for kind in withdrawn for rule in GUARDS[kind]}

    assert {rule.__name__ for rule in rules - WHOSE} == WHAT_IT_SAYS
    assert {
        in_the_pair,
        by_who_leads,
        by_a_member,
        by_who_began,
        at_their_own_laptop,
        more_by_the_two,
        said_by_another,
        said_for_the_site,
    } == rules & WHOSE


def a_pair_elsewhere(pair: tuple[Book, Book], send: Callable[..., Any]) -> tuple[Book, str, questions.Leaf]:
    """The coordinator's book, a caregiver, and the link between that one and somebody else."""
    nomvula, fhatuwani = pair
    who = ACTS["add_caregiver"](nomvula, given_names="Grace", surname="Mokoena", since="2026-01-05").record
    ACTS["hold_check_in"](nomvula, caregiver=who, day=clock.today())
    send(nomvula, fhatuwani)
    (link,) = questions.listing(fhatuwani, "supervision", {"caregiver": who})
    return fhatuwani, who, link


@pytest.mark.parametrize("kind", [each for each in OF_TWO if f"withdraw_{each}" in ACTS])
def test_what_two_have_between_them_is_withdrawn_by_nobody_else(
    pair: tuple[Book, Book], send: Callable[..., Any], kind: str
):
    fhatuwani, who, link = a_pair_elsewhere(pair, send)
    record = clock.new_record(link.scope)
    told = {"supervision": link.id, **({"caregiver": who} if "caregiver" in KINDS[kind].fields else {})}
    ledger.append(fhatuwani, "by hand", [Change(kind, record, link.scope, told)])

    with pytest.raises(NotYourPair):
        ACTS[f"withdraw_{kind}"](fhatuwani, id=record)


def test_what_a_bundle_brought_against_what_a_record_may_say_can_be_withdrawn(book: Book, house: str):
    scope = questions.get(book, "household", house).scope
    record = clock.new_record(scope)
    told = {"household": house, "outside": True, "asked": "HH-001 asks", "day": "2026-03-02", "adviser": "x"}
    ledger.append(book, "by hand", [Change("consultation", record, scope, told)])
    with pytest.raises(Problem):
        ACTS["change_consultation"](book, id=record, fields={"adviser": "y"})

    ACTS["withdraw_consultation"](book, id=record)
    assert questions.listing(book, "consultation") == []


@pytest.mark.parametrize("act", ["release_interest", "take_back_interest"])
def test_what_two_spoke_of_is_let_known_or_taken_back_by_one_of_them(
    pair: tuple[Book, Book], send: Callable[..., Any], act: str
):
    fhatuwani, who, link = a_pair_elsewhere(pair, send)
    record = clock.new_record(link.scope)
    told = {"supervision": link.id, "caregiver": who, "day": "2026-03-02", "interest": "yes", "released": True}
    ledger.append(fhatuwani, "by hand", [Change("appraisal", record, link.scope, told)])

    with pytest.raises(NotYourPair):
        ACTS[act](fhatuwani, id=record)
