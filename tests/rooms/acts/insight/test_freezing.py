"""A report that is frozen stays as it was handed over; what came later is told apart; and a plan keeps its figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from six_caregivers import MARCH, QUARTER, Six, days

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.insight import kept
from caregiver_desk.acts.insight.freezing import came_later, changed_since, frozen, over
from caregiver_desk.acts.insight.own import known
from caregiver_desk.acts.insight.planning import plans_of
from caregiver_desk.acts.insight.saying import in_words
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.practice.spans import Grain, before
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf

Send = Callable[..., Any]
PRIVATE = ("I09", "I10", "I11", "I12", "I13", "I14", "I30")


def freeze(programme: Six, **given: Any) -> Leaf:
    made = programme.does("freeze_report", **{"period": MARCH, "team": programme.north, **given}).record
    return questions.get(programme.book, "frozen_report", made)


def changes(programme: Six, leaf: Leaf) -> list[str]:
    held, found = known(programme.book), changed_since(programme.book, leaf)
    return [f"{then.code}: {in_words(held[then.code], then)}, {in_words(held[now.code], now)}" for then, now in found]


def test_a_late_sheet_changes_no_paper_and_is_told_apart(programme: Six):
    """Three caregivers of the North and five weeks: no sheet of fifteen. Then one comes."""
    home = programme.home("HH-001")
    leaf = freeze(programme, chosen="I31")
    programme.visit("Thandeka", home, "2026-03-02")

    assert [(each.of, each.per) for each in kept.from_text(leaf["figures"])] == [(0, 15)]
    assert changes(programme, leaf) == ["I31: 0 of 15, 1 of 15"]
    assert came_later(programme.book, leaf) == {"visit": 1}


def test_what_came_for_another_team_or_another_month_is_no_change_of_it(programme: Six):
    south = programme.home("HH-001", programme.south)
    north = programme.home("HH-002")
    leaf = freeze(programme, chosen="I31 I18")
    programme.visit("Grace", south, "2026-03-02")
    programme.visit("Thandeka", north, "2026-04-06")

    assert changed_since(programme.book, leaf) == []
    assert came_later(programme.book, leaf) == {}


def test_a_set_that_is_swapped_afterwards_changes_nothing_that_was_frozen(programme: Six):
    home = programme.home("HH-001")
    leaf = freeze(programme)
    programme.visit("Thandeka", home, "2026-03-02")
    programme.does("choose_indicators", codes=["I26"])

    assert "I31: 0 of 15, 1 of 15" in changes(programme, leaf)


def test_frozen_again_it_is_another_and_the_newest_of_the_same_figures_stands_beside_the_report(programme: Six):
    first, other = freeze(programme, chosen="I31"), freeze(programme, chosen="I18")
    second = freeze(programme, chosen="I31", explained="Sheets came late.")

    newest = frozen(programme.book, days(MARCH), programme.north, "I31")
    assert {each.id for each in newest} == {first.id, second.id}
    assert other.id not in {each.id for each in newest}


@pytest.mark.parametrize("period", ["2026-04", "2026-Q2", "2026", "2027", "last month", "2026-03-01..2026-03-15"])
def test_days_that_are_not_over_or_are_no_month_quarter_or_year_are_not_frozen(programme: Six, period: str):
    with pytest.raises(NotUnderstood):
        programme.does("freeze_report", period=period)


def test_all_figures_with_all_their_groups_fit_into_one_report(programme: Six):
    leaf = freeze(programme, chosen="all", period=QUARTER)

    assert {each.code for each in kept.from_text(leaf["figures"])} == known(programme.book).keys()


def test_figures_as_a_text_are_read_again_as_they_were(programme: Six):
    seen = programme.figures("all", QUARTER, programme.north)

    assert kept.from_text(kept.as_text(seen)) == seen
    assert kept.from_text("no figure\nI01|a|b\nI01||2026-13-01|2026-01-31||1|2||") == []


def test_the_figures_of_a_team_go_to_its_coordinator_and_to_no_other_team(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Callable[..., None], send: Send
):
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala")
    for other in (nomvula, fhatuwani):
        introduced(mpho, other)
    ACTS["freeze_report"](nomvula, period=_last_quarter())
    for _ in range(2):
        for one, other in ((nomvula, fhatuwani), (nomvula, mpho), (fhatuwani, mpho)):
            send(one, other)

    assert [each["team"] for each in questions.listing(nomvula, "frozen_report")] == [own_team(nomvula)]
    assert len(questions.listing(fhatuwani, "frozen_report")) == 1
    assert questions.listing(mpho, "frozen_report") == []


def test_who_does_not_speak_for_the_site_freezes_no_report_of_the_site(pair: tuple[Book, Book]):
    nomvula, fhatuwani = pair
    for book, team in ((nomvula, own_team(nomvula)), (fhatuwani, None)):
        made = ACTS["freeze_report"](book, period=_last_quarter()).record
        assert questions.get(book, "frozen_report", made)["team"] == team


def test_nothing_is_said_of_what_came_to_a_report_that_another_laptop_froze(pair: tuple[Book, Book], send: Send):
    """What is late there may have been here before: only who froze it knows."""
    nomvula, fhatuwani = pair
    ACTS["freeze_report"](nomvula, period=_last_quarter())
    send(nomvula, fhatuwani)
    (leaf,) = questions.listing(fhatuwani, "frozen_report")

    assert came_later(fhatuwani, leaf) == {}


@pytest.mark.parametrize("code", PRIVATE)
def test_no_frozen_report_holds_a_number_of_what_stays_between_two(programme: Six, code: str):
    leaf = freeze(programme, chosen="all", period=QUARTER)

    (seen,) = [each for each in kept.from_text(leaf["figures"]) if each.code == code]
    assert (seen.of, seen.per, seen.why) == (None, None, Why.PRIVATE)


# --- a plan because of a figure


def test_a_plan_keeps_the_figure_as_it_was_on_that_day(programme: Six):
    home = programme.home("HH-001")
    given = {"what": "sheets are handed in at the clinic", "due": "2026-05-15", "code": "I31", "period": MARCH}
    programme.does("plan_from_figure", **given)
    programme.visit("Thandeka", home, "2026-03-02")

    (plan,) = plans_of(programme.book)
    assert plan["figure"] == "Sheets that came, Mar 2026: 0 of 15"
    assert (plan["code"], plan["period"], plan["day"]) == ("I31", MARCH, "2026-04-15")


@pytest.mark.parametrize("code", PRIVATE)
def test_a_plan_because_of_what_stays_between_two_goes_to_the_coordinator_without_its_number(programme: Six, code: str):
    given = {"caregiver": programme["Thandeka"], "their_view": "I would like some days.", "day": "2026-03-03"}
    programme.does("decide_support", **given, state="needs support now")
    programme.does("plan_from_figure", what="we ask each other", due="2026-05-15", code=code, period=MARCH)

    (plan,) = plans_of(programme.book)
    assert plan["figure"].endswith(", Mar 2026: not told: it stays between two people")
    assert not any(letter.isdigit() for letter in plan["figure"].partition(", Mar 2026: ")[2])


def test_the_plans_that_are_open_stand_by_the_day_on_which_they_are_looked_at(programme: Six):
    later, sooner, done = (
        programme.does("plan_from_figure", what=what, due=due).record
        for what, due in (("later", "2026-06-15"), ("sooner", "2026-05-15"), ("done", "2026-05-01"))
    )
    programme.does("change_plan_item", id=done, fields={"state": "done", "came": "it helped"})

    assert [each.id for each in plans_of(programme.book)] == [sooner, later]


def test_a_plan_because_of_a_figure_that_there_is_not_is_refused(programme: Six):
    for given in ({"code": "I99", "period": MARCH}, {"code": "I31", "period": "some time"}):
        with pytest.raises(NotUnderstood):
            programme.does("plan_from_figure", what="try", due="2026-05-15", **given)
    assert plans_of(programme.book) == []


def _last_quarter() -> str:
    span = before(Grain.QUARTER, clock.today())
    assert over(f"{span.first.year}-Q{(span.first.month + 2) // 3}") == span
    return f"{span.first.year}-Q{(span.first.month + 2) // 3}"


def test_a_coordinator_plans_because_of_a_figure_as_it_may_be_told(pair: tuple[Book, Book], send: Send):
    """One supervises, as the coordinator has heard: of so few nothing is told, and the plan holds the words."""
    nomvula, fhatuwani = pair
    (own,) = questions.listing(nomvula, "engagement", {"person": nomvula.person})
    ACTS["change_engagement"](nomvula, id=own.id, fields={"since": "2026-01-05"})
    send(nomvula, fhatuwani)
    given = {"what": "we hear each other", "due": "2061-05-15", "code": "I02", "period": _last_quarter()}
    ACTS["plan_from_figure"](fhatuwani, **given)

    (plan,) = plans_of(fhatuwani)
    assert plan["team"] == own_team(fhatuwani)
    assert plan["figure"].endswith(": not told: fewer than 5 people stand behind it")
