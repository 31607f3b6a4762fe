"""Lindiwe’s probation, Rofhiwa’s grievance, Grace, who was helped instead; and P18 on the books of the story."""

from __future__ import annotations

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.chronology import offered
from caregiver_desk.practice.fairness.chronology import offers
from caregiver_desk.records.fairness.processes import IN_PROCESS
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.fairness.process import process_on_paper
from caregiver_desk.store import questions
from caregiver_desk.trainer.calendar import Calendar
from caregiver_desk.trainer.story import Books, listed

PRIVATE = ("stressor", "follow_up", "wellbeing_check", "support_need", "self_care", "own_care")


def test_sys_46_lindiwes_probation_is_confirmed_in_week_20_after_three_reviews(books: Books, calendar: Calendar):
    (probation,) = listed(books.north, "probation")
    reviews = listed(books.north, "process_stage", process=probation["process"])

    assert (probation["outcome"], probation["outcome_on"]) == ("confirmed", calendar.day([20, 4]).isoformat())
    assert [bool(each["day"] and each["response"]) for each in reviews] == [True, True, True]
    paper = as_text(process_on_paper(books.north, str(probation["process"])))
    assert "Lindiwe Khambule" in paper
    assert "confirmed" in paper


def test_sys_44_and_48_grace_has_a_plan_with_three_views_instead_of_a_process(books: Books):
    (worry,) = listed(books.north, "performance_worry")
    plan = questions.get(books.north, "support_plan", worry["plan"])

    assert listed(books.north, "capability") == []
    assert worry["organisation"] == {"stipend late or short", "not heard for long"}
    assert (plan["agreed"], plan["you_agree"], plan["senior_agrees"]) == ("with reservations", "yes", "yes")


def test_no_line_of_a_process_or_a_worry_ever_reached_the_coordinator_or_the_other_supervisor(books: Books):
    """Nor is one found: by name, on a timeline, or on any pages of theirs."""
    kinds = (*(kind.name for kind in IN_PROCESS), "performance_worry")
    for book in (books.coordinator, books.south):
        with book.reading() as cursor:
            cursor.execute("SELECT body FROM line WHERE body IS NOT NULL")
            text = "\n".join(body for (body,) in cursor.fetchall())
        assert [kind for kind in kinds if f'"kind":"{kind}"' in text] == []
        assert all(questions.count(book, kind) == 0 for kind in kinds)
    with books.north.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE body IS NOT NULL")
        assert any('"kind":"probation"' in body for (body,) in cursor.fetchall())


def test_p18_nothing_private_in_the_story_is_offered_to_a_chronology(books: Books):
    book = books.north
    assert all(listed(book, kind) for kind in PRIVATE)
    for process in listed(book, "process"):
        assert {each.kind for each in offered(book, process.id)} <= offers().keys() - set(PRIVATE)
    words = [
        str(each[name])
        for kind in PRIVATE
        for each in listed(book, kind)
        for name in ("their_view", "one")
        if each[name]
    ]
    papers = "\n".join(as_text(process_on_paper(book, each.id)) for each in listed(book, "process"))
    assert len(words) > 3
    assert [each for each in words if each in papers] == []
    assert "record_process" not in ACTS
