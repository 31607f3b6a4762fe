"""What is told to others, where two figures lie side by side, where nothing could be known, and of a part of a site."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from six_caregivers import Six, days, go_to

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.insight.figures import Figure, exact, told
from caregiver_desk.acts.insight.own import chosen
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.practice.insight.telling import Why
from caregiver_desk.practice.spans import Grain, Span, before
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

OWN = """
[I23]
title = "At once"
means = "As ours counts it."
of_words = "a"
per_words = "b"
cannot_tell = "much"
sort = "process"
harm = "may be aimed at"
of = { asked = "concerns reported at once" }
per = { asked = "concerns to be reported" }
source = "a funder"
[X24]
title = "Raised"
means = "As ours counts it."
of_words = "a"
cannot_tell = "much"
sort = "process"
harm = "may be aimed at"
of = { asked = "concerns" }
source = "a funder"
"""


def concerned(programme: Six, *noticed: str, reported: bool = True) -> list[str]:
    """Concerns that were noticed on these days, and reported on the same."""
    given: dict[str, Any] = {"danger": "no", "sort": "deliberate neglect", "whom": "a child", "seen": "not fed"}
    found = [programme.does("note_concern", **given, noticed=day, late="told late").record for day in noticed]
    for concern, day in zip(found, noticed, strict=True):
        step: dict[str, Any] = {"sort": "told the police", "told_to": "Constable Dube", "reference": "CAS 12/3"}
        _ = reported and programme.does("add_concern_step", concern=concern, day=day, **step)
    return found


def homes(programme: Six, number: int) -> None:
    for each in range(number):
        programme.home(f"HH-{each:03}", level=1, enrolled="2026-01-05")


def by_code(found: list[Figure]) -> dict[str, tuple[int | None, Why | None]]:
    return {each.code: (each.of, each.why) for each in found if not each.split}


def seen(programme: Six, codes: str, period: str) -> dict[str, tuple[int | None, Why | None]]:
    return by_code(told(programme.book, chosen(programme.book, codes), days(period)))


def test_one_concern_beside_the_reported_ones_is_found_by_nobody(programme: Six):
    """Five reported in the first quarter, one later: neither the year nor its quarters say that it was one."""
    go_to(date(2027, 1, 15))
    homes(programme, 20)
    concerned(programme, *(f"2026-02-0{day}" for day in range(2, 7)))
    concerned(programme, "2026-11-03", reported=False)

    assert seen(programme, "I24", "2026-Q1") == {"I24": (5, None)}
    assert seen(programme, "I24", "2026") == seen(programme, "I24", "2026-Q4") == {"I24": (None, Why.FEW)}
    assert seen(programme, "I23", "2026-Q4")["I23"][1] is Why.BESIDE


def test_what_nobody_had_to_report_is_not_told_as_none_beside_those_that_were_raised(programme: Six):
    homes(programme, 20)
    (one,) = concerned(programme, "2026-02-03", reported=False)
    by = {"done_by": "Nomvula Shezi", "second": "Fhatuwani Netsianda", "reason": "a goat"}
    programme.does("decide_not_to_report", concern=one, **by)

    assert seen(programme, "I23", "2026-Q1") == {"I23": (None, Why.BESIDE)}


def test_a_figure_of_a_sites_own_is_told_of_no_shorter_days_than_ours_and_keeps_as_far_apart(programme: Six):
    homes(programme, 6)
    concerned(programme, *(f"2026-02-0{day}" for day in range(2, 8)))
    programme.does("bring_indicators", told=OWN)

    own = chosen(programme.book, "I23 X24")
    assert {each.grain for each in own.values()} == {Grain.QUARTER}
    assert [each.asked for each in own["I23"].apart] == ["concerns"]
    assert seen(programme, "X24", "2026-02")["X24"][0] != 6


def test_talks_are_not_counted_where_that_would_tell_how_many_were_missed(programme: Six):
    """Eight of nine that were due: *some, not all* beside *eight talks* would be one that nobody held."""
    go_to(date(2026, 4, 20))
    people = [*programme.people, *(f"P{each}" for each in range(3))]
    for name in people[6:]:
        programme.people[name] = programme.does("add_caregiver", given_names=name, since="2025-06-02").record
    programme.does("set_norm", name="talk", value=120)
    programme.does("set_norm", name="new_for", value=0)
    for who in people[:8]:
        for day in ("2025-12-20", "2026-03-10"):
            programme.does("hold_check_in", caregiver=programme[who], day=day)
    programme.does("hold_check_in", caregiver=programme[people[8]], day="2025-11-01")

    assert programme.counts("I01", "2026-Q1") == (8, 9)
    found = seen(programme, "I01 V01", "2026-Q1")
    assert (found["I01"][0], found["V01"]) == (None, (None, Why.BESIDE))


def test_minutes_are_not_people(programme: Six):
    """One meeting of an hour and a half is one meeting, however long it was."""
    group = programme.does("record_circle", sort="peer group", name="Peers", team=programme.north).record
    programme.does("hold_session", circle=group, day="2026-03-10", words={"minutes": 90, "number": 6})

    assert seen(programme, "V04", "2026-03") == {"V04": (None, Why.FEW_PEOPLE)}


def test_concerns_are_of_no_team_and_a_team_is_not_told_that_it_had_none(programme: Six):
    homes(programme, 5)
    concerned(programme, "2026-02-03", "2026-02-04")

    indicators = chosen(programme.book, "I24")
    assert by_code(exact(programme.book, indicators, days("2026-Q1"), programme.north))["I24"] == (None, Why.NO_TEAM)
    assert by_code(exact(programme.book, indicators, days("2026-Q1")))["I24"] == (2, None)


def test_before_anything_of_a_kind_was_noted_it_is_not_known_and_not_none(programme: Six):
    """Visits came from old sheets; the first talk was noted in March."""
    programme.does("hold_check_in", caregiver=programme["Thandeka"], day="2026-03-10")

    for seen_by in (told, exact):
        found = by_code(seen_by(programme.book, chosen(programme.book, "V02"), days("2025-Q4")))
        assert found == {"V02": (None, Why.UNKNOWN)}
    assert programme.why("V02", "2026-02") is Why.UNKNOWN
    assert programme.why("V02", "2026-03") is None


def test_a_promise_kept_on_its_day_is_kept_for_the_coordinator_too(pair: tuple[Book, Book], send: Callable[..., Any]):
    """Marked weeks later with the day on which it was kept: both books count it alike."""
    nomvula, fhatuwani = pair
    today, span = clock.today(), before(Grain.QUARTER, clock.today())
    due = span.days[0]
    people = [ACTS["add_caregiver"](nomvula, given_names=name, since="2025-01-05").record for name in "ABCDEF"]
    home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-001").record
    ACTS["record_visit"](nomvula, caregiver=people[0], household=home, day=due)
    go_to(span.first)
    promise = {"owner": "supervisor", "what": "ask", "due": due}
    for each in people:
        ACTS["hold_check_in"](nomvula, caregiver=each, day=due, promises=[promise, promise])
    go_to(today)
    for one in questions.listing(nomvula, "promise", limit=99):
        ACTS["change_promise"](nomvula, id=one.id, fields={"state": "done", "reviewed": due})

    send(nomvula, fhatuwani)

    assert _kept(nomvula, span) == _kept(fhatuwani, span) == (12, None)


def _kept(book: Book, span: Span) -> tuple[int | None, Why | None]:
    seen_by = told if book.role == Role.COORDINATOR else exact
    return by_code(seen_by(book, chosen(book, "I05"), span))["I05"]
