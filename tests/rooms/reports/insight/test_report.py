"""The report of a month: what went well first, process and outcome apart, each with what it cannot tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.insight.own import chosen
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice.spans import Span
from caregiver_desk.reports.document import Document, as_text
from caregiver_desk.reports.insight.before_after import before_and_after
from caregiver_desk.reports.insight.month_with import month_with
from caregiver_desk.reports.insight.report import HOW_TOLD, Report, as_csv, as_document, as_facts, report
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.trainer.calendar import standing_on

MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))
APRIL = date(2026, 4, 15)
NAMES = ("Sibongile", "Grace", "Lindiwe", "Thandeka", "Maria", "Bongani")
PRIVATE = ("I08", "I09", "I10", "I11", "I12", "I13", "I14", "I30")


@pytest.fixture
def there(make_book: Callable[..., Book]) -> Iterator[Book]:
    """Six caregivers, each with a sheet of every week of March at a home of their own."""
    with standing_on(APRIL):
        book = make_book()
        for number, name in enumerate(NAMES):
            who = ACTS["add_caregiver"](book, given_names=name, since="2026-01-05").record
            home = ACTS["record_household"](book, team=own_team(book), code=f"HH-00{number}", level=2).record
            for week in range(5):
                day = date(2026, 3, 2) + timedelta(7 * week)
                ACTS["record_visit"](book, caregiver=who, household=home, day=day)
        yield book


def titles(document: Document) -> list[str]:
    return [each.title for each in document.sections]


def made(book: Book, figures: str = "usual", **given: Any) -> Report:
    return report(book, MARCH, figures, **given)


def test_what_went_well_stands_first_and_process_and_outcome_apart(there: Book):
    paper = as_document(made(there, "all"))

    assert titles(paper)[0] == "What went well"
    assert titles(paper).index("What was done") < titles(paper).index("What came of it")
    assert "Sheets that came: all 30." in as_text(paper)


def test_a_paper_of_many_figures_says_that_no_course_is_drawn_on_it(there: Book):
    few, many = (as_text(as_document(made(there, figures))) for figures in ("usual", "all"))

    assert "Of up to 8 figures each has its course over time drawn" not in few
    assert "Of up to 8 figures each has its course over time drawn" in " ".join(many.split())


def test_every_figure_that_stands_on_it_says_what_it_cannot_tell(there: Book):
    found = made(there, "all")
    text = " ".join(as_text(as_document(found)).split())

    for each in found.wholes:
        if each.why is None:
            assert found.indicators[each.code].cannot_tell in text


@pytest.mark.parametrize("code", PRIVATE)
def test_what_stays_between_two_has_no_number_on_any_paper(there: Book, code: str):
    for each in (made(there, "all"), made(there, "all", team=own_team(there))):
        (line,) = [fact for fact in as_facts(each) if fact["code"] == code]
        assert (line["of"], line["per"], line["not_told"]) == (None, None, "private")


def test_nobody_is_named_on_it_in_any_form(there: Book):
    for each in (made(there, "all"), made(there, "all", team=own_team(there))):
        for written in (as_text(as_document(each)), as_csv(each)):
            assert not any(name in written for name in (*NAMES, "Nomvula"))


def test_that_of_a_team_says_that_it_is_not_to_be_handed_on_and_that_of_the_site_how_it_is_told(there: Book):
    team = made(there, team=own_team(there))

    assert "Do not hand it on" in as_text(as_document(team)).replace("\n", " ")
    assert say_once(HOW_TOLD) in as_text(as_document(made(there))).replace("\n", " ")
    assert {each["for"] for each in as_facts(team)} == {"the team and its coordinator"}
    assert {each["for"] for each in as_facts(made(there))} == {"anybody"}


def say_once(words: str) -> str:
    return words.split(". ", maxsplit=1)[0]


def test_what_would_make_figures_wrong_is_said_before_it_is_handed_over(there: Book):
    """J9: weeks without a sheet, visits under days to come, homes of which nobody noted the need."""
    assert made(there).look == ()
    who, home = (questions.listing(there, kind)[0] for kind in ("visit", "household"))
    ACTS["record_household"](there, team=own_team(there), code="HH-017")
    told = {"household": home.id, "caregiver": who["caregiver"], "day": "2061-03-02"}
    ledger.append(there, "record_visit", [Change("visit", clock.new_record(home.scope), home.scope, told)])
    for each in [each for each in questions.listing(there, "visit") if each["day"] == "2026-03-09"]:
        ACTS["withdraw_visit"](there, id=each.id)

    look = " ".join(made(there).look)
    assert look not in as_text(as_document(made(there)))
    assert "nobody noted the need" not in as_text(as_document(made(there, "all"))), "two homes would be a few"
    assert "1 visit stands under a day to come. A clock was wrong: put the day right." in look
    assert "Of 1 home nobody noted the need: here they count as seen once visited once." in look
    assert "6 weeks have no sheet. No sheet is not no visits" in look


def test_what_changed_since_it_was_frozen_stands_on_it_of_the_same_figures_only(there: Book):
    for chosen_set in ("I31", "I19"):
        ACTS["freeze_report"](there, period="2026-03", chosen=chosen_set, explained=f"of {chosen_set}")
    for each in [each for each in questions.listing(there, "visit") if each["day"] == "2026-03-09"]:
        ACTS["withdraw_visit"](there, id=each.id)

    found = made(there, "I31")
    assert found.explained == "of I31"
    assert "Sheets that came: 30 of 30 then, 24 of 30 now" in found.changed
    assert made(there, "I32").changed == ()


def test_what_came_later_is_told_also_where_it_moved_no_figure(there: Book):
    ACTS["freeze_report"](there, period="2026-03", chosen="I19")
    (visit, *_) = questions.listing(there, "visit")
    ACTS["change_visit"](there, id=visit.id, fields={"minutes": 20})

    assert "Written or changed since: visits" in made(there, "I19").changed
    ACTS["freeze_report"](there, period="2026-03", chosen="I31", team=own_team(there))
    ACTS["change_visit"](there, id=visit.id, fields={"minutes": 30})
    assert "Written or changed since: 1 visit" in made(there, "I31", team=own_team(there)).changed


def test_a_paper_for_anybody_says_that_a_few_came_later_and_not_how_many(there: Book):
    """25 of 30 then and 24 of 30 now would tell of one; with the 24 alone, nobody knows how many it was."""
    for each in questions.listing(there, "visit")[:5]:
        ACTS["withdraw_visit"](there, id=each.id)
    ACTS["freeze_report"](there, period="2026-03", chosen="I31")
    ACTS["withdraw_visit"](there, id=questions.listing(there, "visit")[0].id)

    changed = made(there, "I31").changed
    assert "Sheets that came: told otherwise now" in changed
    assert not [words for words in changed if "25" in words]


def test_a_supervisor_with_a_coordinator_makes_the_paper_of_their_own_team(pair: tuple[Book, Book]):
    nomvula, fhatuwani = pair

    assert (made(nomvula).place, made(nomvula).told) == ("North", False)
    assert made(fhatuwani).told


# --- one caregiver at a time, and two times


def test_a_coordinator_makes_no_paper_of_one_team(pair: tuple[Book, Book]):
    nomvula, fhatuwani = pair

    with pytest.raises(NotUnderstood, match="of the whole site"):
        made(fhatuwani, team=own_team(nomvula))
    with pytest.raises(NotUnderstood, match="of the whole site"):
        ACTS["freeze_report"](fhatuwani, period="2026-03", team=own_team(nomvula))


def test_a_month_with_one_caregiver_is_in_words_and_of_nobody_else(there: Book):
    person = next(each.id for each in questions.listing(there, "person") if each["given_names"] == "Grace")
    ACTS["ask_how_she_is"](there, caregiver=person, day="2026-03-04", load=4)
    text = as_text(month_with(there, person, MARCH))

    assert titles(month_with(there, person, MARCH))[0] == "What went well"
    assert "1 visit on 1 day." in text
    assert "They said:" in text
    assert not any(name in text for name in NAMES if name != "Grace")
    assert " of " not in text.replace("Week of", "").replace("How full it was", "").split("Talks")[-1]


def test_two_times_of_one_figure_stand_with_what_they_cannot_tell(there: Book):
    february = Span(date(2026, 2, 1), date(2026, 2, 28))
    (two,) = before_and_after(there, chosen(there, "I31"), february, MARCH)

    assert two.words == "Feb 2026: not known in this book; Mar 2026: 30 of 30"
    assert two.cannot_tell.endswith("nor what else changed between the two.")


@pytest.mark.parametrize("title", ["=1+1", " =1+1", "\N{NO-BREAK SPACE}=1+1", "@SUM(A1)", "\N{FULLWIDTH EQUALS SIGN}1"])
def test_a_title_that_a_site_gave_is_no_formula_in_a_spreadsheet(there: Book, title: str):
    told = f'[X1]\ntitle = "{title}"\nmeans = "M."\nof_words = "o"\ncannot_tell = "c"\nsort = "process"\n'
    told += 'harm = "may be aimed at"\nsource = "s"\nof = { records = "visit" }\n'
    ACTS["bring_indicators"](there, told=told)

    assert f",{title}," not in as_csv(made(there, "X1"))
    assert f",'{title}," in as_csv(made(there, "X1"))


def test_it_says_how_many_laptops_have_sent_what_reaches_beyond_these_days_and_not_whose_they_are(
    pair: tuple[Book, Book], send: Callable[..., Any]
):
    nomvula, fhatuwani = pair
    assert "Of 1 laptop that it exchanges with, 0 sent a bundle after these days." in made(fhatuwani).as_of
    ACTS["add_caregiver"](nomvula, given_names="Grace")
    send(nomvula, fhatuwani)

    assert "Of 1 laptop that it exchanges with, 1 sent a bundle after these days." in made(fhatuwani).as_of
    assert not any("Nomvula" in each for each in made(fhatuwani).as_of)
