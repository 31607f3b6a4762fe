"""The learning record: all that another employer asks for, and nothing else of anybody."""

from __future__ import annotations

from typing import Any

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.growth.courses import courses_of
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.growth.learning_record import learning_record
from caregiver_desk.store.book import Book

DAY = "2026-03-02"


def does(book: Book, act: str, **given: Any) -> str:
    return ACTS[act](book, **given).record


def test_sys_06_it_lists_courses_unit_standards_credits_and_certificates_with_provider_and_accreditation(book: Book):
    does(book, "take_up_courses")
    of = courses_of(book)["supportive-supervision"].id
    taught = {"provider": "Ridge College", "accreditation": "HW/123", "credits": 8}
    does(book, "change_course", id=of, fields=taught)
    does(book, "record_unit_standard", number="244584", title="Supervise and support")
    who = does(book, "add_caregiver", given_names="Thandeka", surname="Mabuza", since=DAY)
    judges = {"facilitator": "P. Radebe", "facilitator_number": "FAC-2201", "assessor": "K. Dube"}
    cohort = does(book, "record_cohort", course=of, name="Learners", since=DAY, people=[who], **judges)
    ACTS["complete_cohort"](
        book, cohort=cohort, results={who: "competent"}, certificates={who: "SS-0031"}, day="2026-05-04"
    )

    (training, *_), told = (paper := learning_record(book, who)).sections, as_text(learning_record(book, who))
    assert training.title == "Supportive supervision for supervisors"
    lines = dict(training.lines)
    wanted = {
        "Provider": "Ridge College",
        "Accreditation number": "HW/123",
        "Result": "competent",
        "NQF level": "4",
        "Credits": "8",
        "Unit standards": "244584 Supervise and support",
        "Certificate number": "SS-0031",
        "Facilitator": "P. Radebe, FAC-2201",
        "Assessor": "K. Dube",
    }
    assert wanted.items() <= lines.items()
    assert paper.under[0] == "Thandeka Mabuza"
    assert "nothing to do with" in told.replace("\n    ", " ")


def test_what_somebody_withdrew_from_is_not_on_it_and_what_is_not_there_yet_stands_apart(book: Book):
    who = does(book, "add_caregiver", given_names="Grace")
    for title, result in (("First aid", "attended"), ("Driving", "withdrew"), ("Grief", "not yet competent")):
        does(book, "record_training", person=who, title=title, since=DAY, result=result)

    first, rest, *_ = learning_record(book, who).sections
    assert first.title == "First aid"
    assert rest.lines == (("Grief", "not yet competent, begun on 2 Mar 2026"),)
    assert "Driving" not in as_text(learning_record(book, who))


def test_a_supervisor_reads_on_it_that_they_were_a_caregiver(book: Book):
    who = does(book, "add_caregiver", given_names="Thandeka", since="2020-01-06")
    does(book, "record_engagement", person=who, team=own_team(book), role="supervisor", since=DAY)

    work = next(each for each in learning_record(book, who).sections if each.title == "Work with us")
    assert work.lines == (("Caregiver", "since 6 Jan 2020"), ("Supervisor", "since 2 Mar 2026"))
