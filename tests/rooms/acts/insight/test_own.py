"""Figures of a site's own: a file is understood as a whole or refused by code and place, and widens nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from six_caregivers import MARCH, QUARTER, Six, days

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.insight.asking import RULES
from caregiver_desk.acts.insight.figures import exact, handed, told
from caregiver_desk.acts.insight.own import chosen, known, sets
from caregiver_desk.errors import NotUnderstood, NotYours
from caregiver_desk.practice.insight import indicators
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.records.journal import Audience
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

WORDS = """
title = "Visits with somebody along"
means = "Of the visits done, at how many somebody came along."
of_words = "visits with somebody along"
per_words = "visits done"
cannot_tell = "what it was good for"
sort = "process"
harm = "aim at it with care"
source = "our own funder"
"""
OURS = f"""
[LR1]{WORDS}
of = {{ records = "visit", where = {{ outcome = "done" }}, filled = ["with_whom"] }}
per = {{ records = "visit", where = {{ outcome = "done" }} }}

[sets.ours]
title = "Ours"
codes = ["LR1", "I19"]
"""


def figure(of: str, per: str = 'per = { asked = "caregivers" }', code: str = "X1", more: str = "") -> str:
    return f"[{code}]{WORDS}\nof = {of}\n{per}\n{more}"


def refused(book: Book, text: str) -> str:
    with pytest.raises(NotUnderstood) as met:
        ACTS["bring_indicators"](book, told=text)
    assert not questions.listing(book, "site_indicator"), "nothing is half taken"
    return str(met.value)


def test_a_site_brings_a_figure_and_a_set_of_its_own_and_they_are_counted(programme: Six):
    """Grace made three visits in March, at one of them Maria came along."""
    home = programme.home("HH-001")
    programme.visit("Grace", home, "2026-03-02", with_whom=programme["Maria"])
    programme.visit("Grace", home, "2026-03-09", "2026-03-16")
    programme.does("bring_indicators", told=OURS)

    assert programme.counts("LR1") == (1, 3)
    assert list(chosen(programme.book, "ours")) == ["LR1", "I19"]
    assert programme.does("bring_indicators", told=OURS).sentence == "This is what holds already. Nothing was changed."


def test_a_figure_with_the_code_of_a_shipped_one_takes_its_place_until_it_is_dropped(programme: Six):
    shipped = known(programme.book)["I18"]
    programme.does("bring_indicators", told=figure('{ records = "visit" }', code="I18"))
    assert known(programme.book)["I18"].title == "Visits with somebody along"

    programme.does("drop_indicator", code="I18")

    assert known(programme.book)["I18"] == shipped


def test_the_usual_ones_are_swapped_for_a_whole_other_set(programme: Six):
    programme.does("choose_indicators", codes=["I26", "I29", "I19"])

    assert list(chosen(programme.book)) == ["I26", "I29", "I19"]
    assert sets(programme.book)["usual"].title == "The six usual ones"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[X1", "the text"),
        ("x = 3", "x"),
        ("sets = 3", "sets"),
        ("[sets.ours]\ntitle = 'Ours'\ncodes = ['I99']", "I99"),
        ("[sets.ours]\ntitle = 'Ours'\ncodes = 'I01'", "ours"),
        (figure('{ records = "visit" }').replace("what it was good for", " "), "X1"),
        (figure('{ records = "visit" }').replace("process", "progress"), "X1"),
        (figure('{ records = "visits" }'), "X1, records"),
        (figure('{ asked = "who is best" }'), "X1, asked"),
        (figure('{ records = "visit", where = { result = "done" } }'), "X1, result"),
        (figure('{ records = "visit", where = { outcome = "Done" } }'), "X1, outcome"),
        (figure('{ records = "visit", day = "minutes" }'), "X1, minutes"),
        (figure('{ records = "household" }'), "X1, day"),
        (figure('{ records = "visit" }', more='needs = ["visits"]'), "X1, needs"),
        (figure('{ records = "visit" }', code='"X 1|2"'), "X 1|2"),
        (figure('{ records = "visit" }', more="colour = 'red'"), "X1"),
    ],
)
def test_what_is_not_understood_is_refused_by_code_and_place_and_nothing_of_the_file_is_kept(
    programme: Six, text: str, place: str
):
    assert place in refused(programme.book, OURS + text if text.startswith("[X1]") else text)


@pytest.mark.parametrize(
    "of",
    [
        '{ records = "visit", group = "caregiver" }',
        '{ records = "visit", group = "household" }',
        '{ records = "visit", group = "note" }',
        '{ records = "visit", where = { caregiver = "0123456789012345678901" } }',
        '{ records = "person", day = "", stands = true, where = { given_names = "Grace" } }',
    ],
)
def test_no_figure_tells_people_apart_or_is_about_one_of_them_by_name(programme: Six, of: str):
    """P40 and P41: what a file may split or choose by is a list of codes, never a person, a home or words."""
    assert "never by who or where" in refused(programme.book, figure(of))


@pytest.mark.parametrize("where", ['children_seen = "yes"', 'minutes = "many"', 'outcome = "nobody"'])
def test_a_condition_that_nothing_can_fulfil_is_refused_and_not_told_as_none(programme: Six, where: str):
    assert "in its list" in refused(programme.book, figure(f'{{ records = "visit", where = {{ {where} }} }}'))


@pytest.mark.parametrize(
    "of",
    [
        '{ asked = "caregivers who need support now" }',
        '{ asked = "support plans eased" }',
        '{ asked = "what weighs" }',
        '{ asked = "what was ours to change and eased" }',
        '{ asked = "answers that support is there" }',
        '{ records = "support_need" }',
        '{ records = "safety_incident", group = "sort" }',
        '{ records = "wellbeing_check" }',
        '{ records = "visit", where = { upset_afterwards = "1" } }',
        '{ records = "check_in", filled = ["urgent"] }',
    ],
)
def test_what_stays_between_two_stays_there_whatever_a_file_calls_it(programme: Six, of: str):
    """P18 to P20: the file says that the figure may go anywhere, and it goes nowhere."""
    programme.does("bring_indicators", told=figure(of, more='leaves = "site"'))
    found = chosen(programme.book, "X1")

    for seen in (told(programme.book, found, days(MARCH)), handed(programme.book, found, days(MARCH), programme.north)):
        assert [(each.of, each.per, each.why) for each in seen] == [(None, None, Why.PRIVATE)]
    assert exact(programme.book, found, days(MARCH))[0].why is not Why.PRIVATE


def test_a_redefinition_of_a_figure_that_stays_between_two_stays_there_too(programme: Six):
    programme.does("bring_indicators", told=figure('{ asked = "caregivers who need support now" }', code="I10"))

    assert told(programme.book, chosen(programme.book, "I10"), days(MARCH))[0].why is Why.PRIVATE


def test_hard_events_that_a_file_asks_for_are_on_no_paper_of_a_team(programme: Six):
    given = {"caregiver": programme["Grace"], "event": "robbery", "day": "2026-03-02"}
    programme.does("hard_event", **given, offers=["asked again"])
    programme.does("bring_indicators", told=figure('{ asked = "hard events" }'))

    assert handed(programme.book, chosen(programme.book, "X1"), days(QUARTER), programme.south)[0].why is Why.PRIVATE


def test_only_who_speaks_for_the_site_brings_figures(pair: tuple[Book, Book]):
    nomvula, fhatuwani = pair

    with pytest.raises(NotYours):
        ACTS["bring_indicators"](nomvula, told=OURS)
    assert "counted now" in ACTS["bring_indicators"](fhatuwani, told=OURS).sentence


def test_what_a_newer_program_brought_is_left_out_here_and_no_page_fails(programme: Six):
    """Its words are not known, or a field, a kind, a code in a list of a set: everything else is counted as ever."""
    programme.does("bring_indicators", told=OURS)
    newer = '{"title": "T", "means": "M", "of_words": "O", "cannot_tell": "C", "sort": "process", "source": "S"'
    unknown = {
        "N1": newer + ', "harm": "may be aimed at", "of": {"records": "visit", "weighed": true}}',
        "N2": newer + ', "harm": "may be aimed at", "of": {"records": "drone"}}',
        "N3": newer + ', "harm": "may be aimed at", "of": {"records": "visit", "filled": ["mood"]}}',
        "N4": newer + ', "harm": "may be aimed at", "needs": ["drone"], "of": {"records": "visit"}}',
        "N5": "no JSON",
    }
    (site,) = questions.listing(programme.book, "site")
    for code, words in unknown.items():
        _brought(programme.book, site.scope, "site_indicator", {"site": site.id, "code": code, "told": words})
    codes = "LR1 N1 N2 N3 N4 N5 I19"
    _brought(programme.book, site.scope, "site_set", {"site": site.id, "name": "newer", "title": "New", "codes": codes})

    assert not known(programme.book).keys() & unknown.keys()
    assert list(chosen(programme.book, "newer")) == ["LR1", "I19"]


def _brought(book: Book, scope: str, kind: str, fields: dict[str, Any]) -> None:
    told_on = {"day": clock.today().isoformat(), **fields}
    ledger.append(book, "bring_indicators", [Change(kind, clock.new_record(scope), scope, told_on)])


def test_a_figure_counts_alike_on_every_laptop_of_a_site(pair: tuple[Book, Book], send: Callable[..., Any]):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    ACTS["bring_indicators"](fhatuwani, told=OURS)

    send(fhatuwani, nomvula)

    assert known(nomvula)["LR1"] == known(fhatuwani)["LR1"]
    assert sets(nomvula)["ours"].codes == ("LR1", "I19")


def test_every_rule_is_asked_for_by_a_shipped_figure_so_that_its_reach_is_known():
    asked = {
        question.asked
        for each in indicators.shipped().values()
        for question in (each.of, each.per)
        if question and question.asked
    }
    assert asked == set(RULES)


def test_the_different_ones_of_a_figure_that_does_not_add_up_are_counted_once_over_all_its_days(programme: Six):
    """Grace was out in January, February and March: one caregiver, in the quarter as in each month."""
    home = programme.home("HH-001")
    programme.visit("Grace", home, "2026-01-12", "2026-02-09", "2026-03-09")
    programme.does("bring_indicators", told=figure('{ records = "visit", once = ["caregiver"] }', more="adds = false"))

    assert programme.counts("X1", QUARTER)[0] == 2, "Grace, and Thandeka in January"
    assert programme.counts("X1", MARCH)[0] == 1


def test_nothing_of_it_is_more_than_open(programme: Six):
    programme.does("bring_indicators", told=OURS)
    for kind in ("site_indicator", "site_set"):
        fields = questions.kind_named(kind).fields.values()
        assert {each.audience for each in fields} == {Audience.OPEN}
