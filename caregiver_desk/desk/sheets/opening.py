"""What is opened where it is worked on: in the sheet built for it, in its form, or begun where it is not there yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.desk.answers.supervision.agreements import agreement_with
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.sheets.fairness.process_sheet import show_process
from caregiver_desk.desk.sheets.fairness.surveys import show_surveys
from caregiver_desk.desk.sheets.growth.course_sheet import show_course
from caregiver_desk.desk.sheets.growth.development import show_goal
from caregiver_desk.desk.sheets.growth.plan import show_plan
from caregiver_desk.desk.sheets.sheet import act_sheet, open_record
from caregiver_desk.desk.sheets.supervision.promise import show_promise
from caregiver_desk.desk.sheets.supervision.request import show_request
from caregiver_desk.desk.sheets.supervision.together import show_together
from caregiver_desk.desk.sheets.wellbeing.answered import show_between_two
from caregiver_desk.records.fairness.surveys import FELT_SUPPORT, SURVEY
from caregiver_desk.records.growth.plans import ROAD_PLAN
from caregiver_desk.records.wellbeing.questionnaires import QUESTIONNAIRE_ANSWERS

SHOWN: Mapping[str, Callable[[QWidget, Hands, str], object]] = {  # in a sheet that was built for it
    "promise": show_promise,
    "cohort": show_course,
    "learning_goal": show_goal,
    "process": show_process,
    "asking": show_request,
    "request": show_request,
    ROAD_PLAN.name: show_plan,
    QUESTIONNAIRE_ANSWERS.name: show_between_two,
    SURVEY.name: lambda parent, hands, _: show_surveys(parent, hands),
    FELT_SUPPORT.name: lambda parent, hands, _: show_surveys(parent, hands),
}
BEGINS = {"observation": "plan_visit_together", "agreement": "write_agreement"}


def open_entry(parent: QWidget, hands: Hands, kind: str, record: str, about: str) -> None:
    """An entry about somebody; one that is not there yet is begun."""
    if not record:
        today = {"day": clock.today()} if kind == "agreement" else {}
        hands.dialogs.show(act_sheet(parent, hands, BEGINS[kind], {"caregiver": about, **today}))
    elif kind == "observation":
        show_together(parent, hands, about, record)
    elif kind in SHOWN:
        SHOWN[kind](parent, hands, record)
    else:
        open_record(parent, hands, kind, record)


def show_agreement(parent: QWidget, hands: Hands, caregiver: str) -> None:
    """The agreement that holds with her, or a new one."""
    hands.lane.ask(
        lambda book: agreement_with(book, caregiver),
        then=lambda found: open_entry(parent, hands, "agreement", found, caregiver),
        owner=parent,
    )


def show_details(parent: QWidget, hands: Hands, caregiver: str) -> None:
    """Their name, how they are reached, and what else is known of them as a person."""
    open_record(parent, hands, "person", caregiver)
