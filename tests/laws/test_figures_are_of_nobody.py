"""Whatever is in a book, no figure stands beside a name, none is put in order by how high it is (P40, P41), and what
two people keep between them changes nothing that leaves them (P18 to P20).

Books are filled by chance, from a seed that a failure names.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from six_caregivers import TODAY, Six, days, go_to, six

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.insight.figures import exact, told
from caregiver_desk.acts.insight.own import chosen, known, sets
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk.answers.insight.figures import Asked, Figures, figures
from caregiver_desk.records.insight.own import SITE_INDICATOR, SITE_SET
from caregiver_desk.records.insight.planning import PLAN_ITEM
from caregiver_desk.records.insight.reports import FROZEN_REPORT
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.insight.report import Report, as_csv, as_document, report
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

SEEDS = range(3)
QUARTER = "2026-Q1"
PRIVATE = ("I09", "I10", "I11", "I12", "I13", "I14", "I30", "V08")
Send = Callable[..., Any]


@pytest.fixture
def programme(make_book: Callable[..., Book]) -> Six:
    go_to(TODAY)
    return six(make_book())


def by_chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - a book is filled with it, nothing is kept secret


def filled(programme: Six, chance: Random) -> None:
    """Homes, visits, talks and promises of the quarter, by chance."""
    people = list(programme.people)
    homes = [programme.home(f"HH-{number:03}", level=chance.choice([None, 1, 2, 3])) for number in range(6)]
    for _ in range(25):
        more = {"outcome": chance.choice(["done", "done", "nobody home"]), "minutes": chance.randint(10, 90)}
        programme.visit(chance.choice(people), chance.choice(homes), day(chance), **more)
    for _ in range(8):
        promises = [
            {"owner": chance.choice(["supervisor", "caregiver", "organisation"]), "what": "ask", "due": day(chance)}
        ]
        who = programme[chance.choice(people)]
        programme.does("hold_check_in", caregiver=who, day=day(chance), promises=promises)
    for each in questions.listing(programme.book, "promise")[::2]:
        programme.does("keep_promise", id=each.id)


def confided(programme: Six, chance: Random) -> None:
    """What people say to one another and to nobody else, by chance."""
    for who in chance.sample(list(programme.people), 4):
        her = programme[who]
        given = {"caregiver": her, "codes": [chance.choice(["O1", "W1", "G2", "S1"])], "severity": chance.randint(1, 3)}
        programme.does("record_burden", **given, since=day(chance))
        hard = {"caregiver": her, "codes": ["S1"], "severity": 3, "since": "2026-03-02", "happened": "2026-03-02"}
        programme.does("record_burden", **hard, acute=True)
        given = {"caregiver": her, "their_view": "I would like some days.", "day": day(chance)}
        programme.does("decide_support", **given, state="needs support now")
        programme.does("ask_how_she_is", caregiver=her, day=day(chance), load=chance.randint(0, 4))
        told_of = {"supervision": programme.link(who), "caregiver": her, "day": day(chance), "sort": "dog"}
        programme.does("record_safety_incident", **told_of)
    plan = programme.does("open_plan", caregiver=her, agreed="yes", opened=day(chance)).record
    programme.does("change_support_plan", id=plan, fields={"ended": "2026-03-30", "ending": "eased"})


def day(chance: Random) -> str:
    return (date(2026, 1, 5) + timedelta(chance.randint(0, 80))).isoformat()


def papers(programme: Six) -> list[Report]:
    """Of the site, and of either team."""
    return [report(programme.book, days(QUARTER), "all", team) for team in ("", programme.north, programme.south)]


def looks(book: Book, place: str = "") -> list[Figures]:
    """The page of figures, each of them opened."""
    return [figures(book, Asked(QUARTER, place, "all", code)) for code in known(book)]


def names(book: Book) -> set[str]:
    """Whatever could say who somebody is."""
    people = questions.listing(book, "person", limit=99)
    homes = questions.listing(book, "household", limit=99)
    return {str(each["given_names"]) for each in people} | {each.id for each in (*people, *homes)} | {
        str(each["code"]) for each in homes
    }  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_no_list_chart_or_paper_puts_a_figure_beside_somebody(programme: Six, seed: int) -> None:
    filled(programme, by_chance(seed))
    confided(programme, by_chance(seed))
    shown = [repr(each) for place in ("", programme.north) for each in looks(programme.book, place)]
    shown += [written for each in papers(programme) for written in (as_text(as_document(each)), as_csv(each))]
    shown += [repr(each) for each in exact(programme.book, known(programme.book), days(QUARTER))]

    whose = names(programme.book)
    assert [name for name in whose if any(name in each for each in shown)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_figures_stand_in_the_order_of_their_set_whatever_their_numbers_are(programme: Six, seed: int) -> None:
    filled(programme, by_chance(seed))

    for name, each in sets(programme.book).items():
        seen = exact(programme.book, chosen(programme.book, name), days(QUARTER))
        assert tuple(dict.fromkeys(one.code for one in seen)) == each.codes
        page = figures(programme.book, Asked(QUARTER, "", name))
        assert tuple(row.code for row in page.rows) == each.codes
        for code in each.codes:
            groups = [one.split for one in seen if one.code == code and one.split]
            assert groups == sorted(groups), "by their words, not by how many"


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_confided_changes_nothing_that_leaves_the_two(programme: Six, seed: int) -> None:
    """The same book, without and with it: the same papers, figures as told, frozen reports and plans."""
    filled(programme, by_chance(seed))
    before = leaving(programme)

    confided(programme, by_chance(seed))

    assert leaving(programme) == before
    seen = exact(programme.book, chosen(programme.book, "I10 I11 I13"), days(QUARTER))
    assert all(each.of for each in seen if not each.split), "the control: those two see it"


def leaving(programme: Six) -> list[object]:
    """Everything of figures that goes anywhere; plans and frozen reports are taken back again."""
    book, found = programme.book, [as_csv(each) for each in papers(programme)]
    out: list[object] = [*found, told(book, known(book), days(QUARTER))]
    for code in PRIVATE:
        given = {"what": "we ask each other", "due": "2026-05-15", "code": code, "period": QUARTER}
        plan = programme.does("plan_from_figure", **given).record
        out.append(questions.get(book, "plan_item", plan)["figure"])
        programme.does("withdraw_plan_item", id=plan)
    for team in (programme.north, ""):
        frozen = programme.does("freeze_report", period=QUARTER, chosen="all", team=team).record
        out.append(questions.get(book, "frozen_report", frozen)["figures"])
        programme.does("withdraw_frozen_report", id=frozen)
    return out


def test_a_bundle_to_a_coordinator_holds_no_number_of_what_stays_between_two(
    pair: tuple[Book, Book], send: Send
) -> None:
    nomvula, fhatuwani = pair
    her = ACTS["add_caregiver"](nomvula, given_names="Grace", since="2026-01-05").record
    ACTS["decide_support"](nomvula, caregiver=her, their_view="I would like some days.", state="needs support now")
    for code in PRIVATE:
        given = {"what": "we ask each other", "due": "2061-05-15", "code": code, "period": QUARTER}
        ACTS["plan_from_figure"](nomvula, **given)
    ACTS["freeze_report"](nomvula, period=QUARTER, chosen="all")
    send(nomvula, fhatuwani)

    plans = questions.listing(fhatuwani, "plan_item", {"team": own_team(nomvula)})
    assert len(plans) == len(PRIVATE)
    assert all(str(each["figure"]).endswith("not told: it stays between two people") for each in plans)
    (frozen,) = questions.listing(fhatuwani, "frozen_report")
    lines = [line.split("|") for line in str(frozen["figures"]).splitlines()]
    assert {line[0]: line[5:8] for line in lines if line[0] in PRIVATE} == {
        each: ["", "", "PRIVATE"] for each in PRIVATE
    }


def test_no_kind_that_holds_a_figure_points_at_a_person_or_a_home() -> None:
    """P41: there is no column in which a number could stand beside somebody."""
    for kind in (FROZEN_REPORT, PLAN_ITEM, SITE_INDICATOR, SITE_SET, KINDS["monthly_return"], KINDS["removed_count"]):
        pointed = {each.shown.refers for name, each in kind.fields.items() if name != "said_by"}
        assert pointed <= {"", "team", "site", "region"}, kind.name


def test_a_coordinator_looks_at_the_whole_and_can_choose_no_team(pair: tuple[Book, Book], send: Send) -> None:
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)

    page = figures(fhatuwani, Asked())
    assert set(page.places) == {""}
    assert page.opened is None or not page.opened.may_list
    assert figures(fhatuwani, Asked(place=own_team(nomvula))).rows == page.rows
