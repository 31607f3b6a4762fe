"""Everybody reaches what stands over the desk as well: by ear, in the dark, with large letters, in another language.

Each sheet of the practice is opened once a window, and looked at in the same way as a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from itertools import islice
from pathlib import Path

import own_form
import pytest
import shiboken6
from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from reach import Longer, contrasts, cut_short, laid_over, outside, said_twice, spoken, unexplained
from tabbing import against_the_eye, never_reached, stops, unseen

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.acts.wellbeing.questionnaires import brought
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.insight.figures import Asked
from caregiver_desk.desk.cards.wellbeing.question import QuestionCard
from caregiver_desk.desk.sheets import aid_sheet, numbers_sheet, opening, words_sheet
from caregiver_desk.desk.sheets.concerns.concern import show_concern
from caregiver_desk.desk.sheets.concerns.erase import show_erase
from caregiver_desk.desk.sheets.concerns.information import InformationSheet
from caregiver_desk.desk.sheets.decided_sheet import DecidedSheet
from caregiver_desk.desk.sheets.due_sheet import show_due
from caregiver_desk.desk.sheets.fairness.apart import show_processes, show_worries
from caregiver_desk.desk.sheets.fairness.handing import HandingSheet
from caregiver_desk.desk.sheets.fairness.surveys import show_surveys
from caregiver_desk.desk.sheets.growth.certificates_sheet import show_certificates
from caregiver_desk.desk.sheets.growth.course_sheet import show_course
from caregiver_desk.desk.sheets.growth.development import show_support
from caregiver_desk.desk.sheets.growth.framework import show_capabilities
from caregiver_desk.desk.sheets.growth.joining_sheet import show_joining
from caregiver_desk.desk.sheets.growth.lacking_sheet import show_all_lacking
from caregiver_desk.desk.sheets.growth.learning_sheet import show_learning
from caregiver_desk.desk.sheets.growth.oversight import show_oversight
from caregiver_desk.desk.sheets.growth.plan import show_plan
from caregiver_desk.desk.sheets.growth.prevention import show_prevention
from caregiver_desk.desk.sheets.growth.split import show_own_month
from caregiver_desk.desk.sheets.growth.standing_in import show_standing_in
from caregiver_desk.desk.sheets.growth.task_sheet import show_task
from caregiver_desk.desk.sheets.history_sheet import show_history
from caregiver_desk.desk.sheets.insight.month_with import show_month_with
from caregiver_desk.desk.sheets.insight.report import show_report
from caregiver_desk.desk.sheets.intake.sheet import look_at_sheet
from caregiver_desk.desk.sheets.people import turned_round
from caregiver_desk.desk.sheets.people.areas import show_areas
from caregiver_desk.desk.sheets.people.moving import MovingSheet
from caregiver_desk.desk.sheets.people.pack import show_pack
from caregiver_desk.desk.sheets.sharing import mailbox, spreadsheet
from caregiver_desk.desk.sheets.sharing.my_card import MyCard
from caregiver_desk.desk.sheets.sharing.organisation import OrganisationSheet
from caregiver_desk.desk.sheets.sharing.returns import ReturnsSheet
from caregiver_desk.desk.sheets.sharing.twice import TwiceSheet
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.desk.sheets.supervision import asking as asking_sheet
from caregiver_desk.desk.sheets.supervision import members as members_sheet
from caregiver_desk.desk.sheets.supervision import promise as promise_sheet
from caregiver_desk.desk.sheets.supervision import request as request_sheet
from caregiver_desk.desk.sheets.supervision import session as session_sheet
from caregiver_desk.desk.sheets.supervision import together as together_sheet
from caregiver_desk.desk.sheets.times_sheet import show_times
from caregiver_desk.desk.sheets.visits import load as load_sheet
from caregiver_desk.desk.sheets.visits import lone as lone_sheet
from caregiver_desk.desk.sheets.visits.number_list import NumberSheet
from caregiver_desk.desk.sheets.visits.print_week import PrintWeek
from caregiver_desk.desk.sheets.wellbeing import answered, asking, questionnaires
from caregiver_desk.desk.sheets.wellbeing import event as event_sheet
from caregiver_desk.desk.sheets.wellbeing import need as need_sheet
from caregiver_desk.desk.sheets.wellbeing.asked_here import AskedHere
from caregiver_desk.desk.sheets.wellbeing.looked_at import LookedAt
from caregiver_desk.practice.visits.weeks import week_of
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.settings import Look
from caregiver_desk.store import backups, questions
from caregiver_desk.store.book import Book

ENOUGH = 4.5  # WCAG 2, level AA, for ordinary letters
NAME = "Sibongile Ndaba"
HERS = {"turned round", "a questionnaire asked"}  # turned to somebody else, who does not come past them by a key
PALETTE = "the palette"  # a line and what it finds: no sheet with parts
PARTS = 3
SPREADSHEET = Path(__file__).parents[1] / "samples" / "north-caregivers.csv"
Shows = Callable[[Desk], object]


def first(book: Book, kind: str) -> str:
    return questions.listing(book, kind)[0].id


def her(desk: Desk) -> str:
    return questions.find(desk.book, NAME)[0].id


def of_act(name: str) -> Shows:
    return lambda desk: desk.window.hands.dialogs.show(act_sheet(desk.window, desk.window.hands, name))


def about_her(show: Callable[..., object], *more: object) -> Shows:
    return lambda desk: show(desk.window, desk.window.hands, her(desk), *more)


def of_record(show: Callable[..., object], kind: str) -> Shows:
    return lambda desk: show(desk.window, desk.window.hands, first(desk.book, kind))


def of_desk(show: Callable[..., object]) -> Shows:
    return lambda desk: show(desk.window, desk.window.hands)


def of_class(sheet: Callable[..., QDialog]) -> Shows:
    return lambda desk: desk.window.hands.dialogs.show(sheet(desk.window, desk.window.hands))


def begun(name: str) -> Shows:
    return lambda desk: desk.window.begin(name)


def leaving(desk: Desk) -> None:
    """Of the ways on, the one that asks for a day."""
    desk.window.hands.dialogs.show(MovingSheet(desk.window, desk.window.hands, her(desk), NAME))
    (leave,) = [each for each in desk.rest().buttons() if each.startswith("They leave")]
    desk.press(leave)


def a_probation(desk: Desk) -> None:
    """With the reviews that it offers."""
    days = {"since": clock.today(), "until": clock.today() + timedelta(180)}
    desk.window.hands.dialogs.show(act_sheet(desk.window, desk.window.hands, "open_probation", days))


def a_process_handed_over(desk: Desk) -> None:
    names = ["Mpho Lekalakala", "Naledi Khoza"]
    desk.window.hands.dialogs.show(HandingSheet(desk.window, desk.window.hands, "", names, lambda: None))


def information_only(desk: Desk) -> None:
    desk.window.hands.dialogs.show(InformationSheet(desk.window, desk.window.hands, "", ""))


def erasing(desk: Desk) -> None:
    """With the two names that a concern asks for."""
    show_erase(desk.window, desk.window.hands, "", "2026-001-AB")


def asked_here(desk: Desk) -> None:
    """At the question that says danger, with whom to ring."""
    asking.show_asking(desk.window, desk.window.hands, her(desk))
    cover = desk.rest().window.findChild(AskedHere)
    assert cover is not None
    for _ in range(4):
        cover.go_on()
        desk.rest()
    cover.findChild(QuestionCard).put("yes")
    cover.go_on()


def answered_here(desk: Desk) -> None:
    answered.show_between_two(desk.window, desk.window.hands, first(desk.book, "questionnaire_answers"))


def taking_out(desk: Desk) -> None:
    """With all that it says when everything is asked for."""
    spreadsheet.show_spreadsheet(desk.window, desk.window.hands)
    for words in ("visits", "people", "Names of workers", "Notes", "More records"):
        desk.press(next(each for each in desk.rest().buttons() if each.startswith(words)))


def a_mailbox(desk: Desk) -> None:
    """With all that a web drive asks for."""
    mailbox.show_mailbox(desk.window, desk.window.hands)
    for words in ("A web drive", "Set it up"):
        desk.press(next(each for each in desk.rest().buttons() if each.startswith(words)))


BEGUN = (
    "help", "own_year", "placing", "neighbours", "problem", "phone_form", "made_of", "new_version", "try_backup",
    "change_passphrase", "renew_sheet", "renew_keys", "change_key", "note_worry", "visit_together",
)  # fmt: skip
OF_DESK: tuple[Callable[..., object], ...] = (
    show_due, show_oversight, show_own_month, show_prevention, show_learning, show_all_lacking, show_standing_in,
    show_times, show_month_with, show_surveys, show_processes, show_worries, show_areas,
)  # fmt: skip
MADE: tuple[Callable[..., QDialog], ...] = (DecidedSheet, ReturnsSheet, MyCard, TwiceSheet, OrganisationSheet)
SHEETS: dict[str, Shows] = {
    "information only": information_only,
    "erasing a concern": erasing,
    "taking out": taking_out,
    "load": lambda desk: load_sheet.show_load(desk.window, desk.window.hands, desk.window.go),
    "hard event": about_her(event_sheet.show_event),
    "lone visits": about_her(lone_sheet.show_lone_plan),
    "needs support": about_her(need_sheet.show_need, lambda *_: None),
    "asking": about_her(asking_sheet.ask_organisation),
    "request": of_record(request_sheet.show_request, "asking"),
    "promise": of_record(promise_sheet.show_promise, "promise"),
    "our numbers": lambda desk: numbers_sheet.show_numbers(desk.window, desk.window.hands),
    "our words": lambda desk: words_sheet.show_words(desk.window, desk.window.hands),
    "our words of a visit": lambda desk: words_sheet.show_words(desk.window, desk.window.hands, Catalogue.OBSERVATION),
    "session of a meeting": of_record(session_sheet.show_session, "circle"),
    "members": of_record(members_sheet.show_members, "circle"),
    "page to read": lambda desk: aid_sheet.show_aid(desk.window, desk.window.hands, "grief"),
    "visit together": about_her(together_sheet.show_together),
    "agreement": about_her(opening.show_agreement),
    "turned round": about_her(turned_round.turn_round, NAME),
    "moves or leaves": leaving,
    "a closure": of_act("close_site"),
    "a policy": of_act("name_policy"),
    "expectations": of_act("record_expectations"),
    "a probation": a_probation,
    "handing over": a_process_handed_over,
    "an incident": of_act("note_incident"),
    "questionnaires": lambda desk: questionnaires.show_questionnaires(desk.window, desk.window.hands),
    "a questionnaire looked at": lambda desk: desk.window.hands.dialogs.show(
        LookedAt(desk.window, desk.window.hands, brought(desk.book)[0].told)
    ),
    "who answers for a questionnaire": lambda desk: desk.window.hands.dialogs.show(
        questionnaires.AnsweringFor(desk.window, desk.window.hands, brought(desk.book)[0], {})
    ),
    "a questionnaire asked": asked_here,
    "a questionnaire answered": answered_here,
    "a mailbox": a_mailbox,
    "a concern": of_record(show_concern, "concern"),
    "a plan": of_record(show_plan, "road_plan"),
    "a course": of_record(show_course, "cohort"),
    "certificates": of_record(show_certificates, "cohort"),
    "a task of a course": of_record(partial(show_task, then=lambda: None), "cohort"),
    "who joins a course": of_record(partial(show_joining, then=lambda: None), "cohort"),
    "a report": of_desk(partial(show_report, asked=Asked(period="2026-Q1"))),
    "a spreadsheet": lambda desk: look_at_sheet(desk.window, desk.window.hands, "", SPREADSHEET),
    PALETTE: lambda desk: desk.window.open_palette(),
    "a refusal explained": lambda desk: desk.window.explain(desk.window, "disk-full"),
    "support of the caregiver": about_her(show_support),
    "what they know": about_her(show_capabilities),
    "their own pack": about_her(show_pack),
    "whole history": about_her(lambda over, hands, whose: show_history(over, hands, "person", whose, NAME)),
    "printing a week": about_her(
        lambda over, hands, whose: hands.dialogs.show(PrintWeek(over, hands, whose, NAME, week_of(clock.today())))
    ),
    "list of numbers": about_her(lambda over, hands, whose: hands.dialogs.show(NumberSheet(over, hands, whose))),
    **{name: begun(name) for name in BEGUN},
    **{show.__name__: of_desk(show) for show in OF_DESK},
    **{sheet.__name__: of_class(sheet) for sheet in MADE},
}


@pytest.fixture
def full(programme: Programme, tmp_path: Path) -> Book:
    """Something stands on each sheet."""
    book, told = programme.book, {"caregiver": programme.caregiver}
    promises = [{"owner": "supervisor", "what": "ring the bank", "due": clock.today() - timedelta(2)}]
    ACTS["hold_check_in"](book, **told, day=clock.today() - timedelta(9), promises=promises, words={"helps": "tea"})
    ACTS["record_burden"](book, **told, codes=["W1"], severity=3, since=clock.today())
    ACTS["ask_organisation"](book, **told, theme="stipend", words="It is five weeks late.")
    ACTS["ask_how_she_is"](book, **told, day=clock.today() - timedelta(1), load=4)
    ACTS["record_circle"](book, team=people.own_team(book), sort="team meeting", name="Monday")
    ACTS["hold_session"](book, circle=first(book, "circle"), day=clock.today(), decisions=[{"what": "sweep the hall"}])
    clinic = ACTS["record_service"](book, name="Lesedi clinic", sort="clinic", phone="013 555 0101").record
    form = own_form.write(tmp_path / "form.xlsx")
    asked = ACTS["bring_questionnaire"](book, path=form, trained="Sister Dlamini", route=clinic).record
    ACTS["ask_questionnaire"](book, **told, questionnaire=asked, answers={"dark": "2", "alone": "1"})
    noted = {"danger": "no", "sort": "deliberate neglect", "whom": "a child", "seen": "he locks the kitchen at night"}
    ACTS["note_concern"](book, **noted, noticed=clock.today(), about="Lerato Qwabe")
    ACTS["begin_plan"](book, person=programme.caregiver, sort="induction", since=clock.today())
    course = ACTS["record_course"](book, title="Listening well", code="LW", provider="Lesedi Trust").record
    taught = {"course": course, "name": "Autumn", "since": clock.today(), "people": [programme.caregiver]}
    group = ACTS["record_cohort"](book, **taught, team=people.own_team(book)).record
    ACTS["set_task"](book, cohort=group, what="Workbook 1")
    backups.back_up(book.vault, clock.today())
    return book


@pytest.fixture
def wear(qapp: QApplication) -> Iterator[Callable[[Look], None]]:
    yield lambda look: theme.wear(qapp, look)
    theme.wear(qapp)


def in_parts(test: Callable[..., object]) -> Callable[..., object]:
    """A part of the sheets in each run, each part in a window of its own."""
    return pytest.mark.in_turns(PARTS)(pytest.mark.parametrize("part", range(PARTS))(test))


def opened(desk: Desk, show: Shows) -> QWidget:
    show(desk)
    front = desk.rest()._front()
    assert front is not desk.window
    return front


@in_parts
def test_every_sheet_is_heard_reached_by_tab_seen_in_the_dark_and_left_by_escape(
    part: int, full: Book, open_window: Callable[[Book], Desk], wear: Callable[[Look], None]
) -> None:
    wear(Look("dark"))
    desk, heard, reached = open_window(full), {}, {}

    for name, show in islice(SHEETS.items(), part, None, PARTS):
        front = opened(desk, show)
        met = spoken(front)
        dumb = [each for each in met if not each.says_what_it_is]
        dim = [(words, round(seen, 1)) for words, seen in contrasts(front) if seen < ENOUGH]
        heard[name] = (len(met) > 3, dumb, said_twice(front), unexplained(front), dim)
        found = stops(front)
        reached[name] = (
            without_keys(front) if name not in {*HERS, PALETTE} else [],
            never_reached(front, found),
            against_the_eye(front, found),
            unseen(found),
            left_by_escape(front),
        )

    assert {name: each for name, each in heard.items() if each != (True, [], [], [], [])} == {}
    wrong = {name: each for name, each in reached.items() if each != ([], [], [], [], name not in HERS)}
    assert wrong == {}


def without_keys(front: QWidget) -> list[str]:
    """What every sheet knows beside Tab, and this one does not: from part to part, and why something is asked."""
    known = {each.key().toString() for each in front.findChildren(QShortcut)}
    return [keys for keys in ("F1", "F6", "Shift+F6") if keys not in known]


def left_by_escape(front: QWidget) -> bool:
    QTest.keyClick(front, Qt.Key.Key_Escape)
    QApplication.processEvents()
    gone = not shiboken6.isValid(front) or not front.isVisible()
    if not gone:
        front.hide()
        front.deleteLater()
    return gone


@in_parts
def test_longer_words_of_another_language_have_room_on_a_sheet_with_large_letters(
    part: int, full: Book, open_window: Callable[[Book], Desk], wear: Callable[[Look], None], longer: Longer
) -> None:
    wear(Look(letters=150))
    desk, found = open_window(full), {}
    desk.window.resize(1024, 768)

    for name, show in islice(SHEETS.items(), part, None, PARTS):
        front = opened(desk, show)
        desk.until(lambda here=front: not laid_over(here))
        found[name] = (outside(front), laid_over(front), cut_short(front), front.width() > 1024 or front.height() > 768)
        front.hide()
        front.deleteLater()

    assert {name: each for name, each in found.items() if each != ([], [], [], False)} == {}
    assert longer.unheard == set()
