"""Whatever is saved about somebody stands on the timeline in front at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS, Outcome
from caregiver_desk.acts.keeping import recorded
from caregiver_desk.acts.wellbeing.questionnaires import keep_questionnaire
from caregiver_desk.practice.wellbeing.questionnaire import Question, Questionnaire, Sort
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions, rising
from caregiver_desk.store.book import Book

ABOUT_SOMEBODY: dict[str, dict[str, Any]] = {
    "engagement": {"role": "caregiver"},
    "notice": {"day": "today", "language": "isiZulu"},
    "vetting": {"sort": "references", "submitted": "today"},
    "visit": {"household": "HH-031", "day": "today"},
    "assignment": {"household": "HH-017", "since": "today"},
    "supervision": {"supervisor": "me", "purpose": "consultant", "since": "today"},
    "check_in": {"day": "today"},
    "to_bring": {"what": "the long way home", "day": "today"},
    "promise": {"owner": "supervisor", "what": "ring her", "due": "today"},
    "stressor": {"codes": ["W1"], "severity": 1, "since": "today"},
    "follow_up": {"code": "F8", "due": "today"},
    "wellbeing_check": {"day": "today", "load": 1},
    "support_plan": {"opened": "today", "agreed": "yes"},
    "observation": {"day": "today", "household": "HH-031"},
    "agreement": {"day": "today"},
    "safety_incident": {"sort": "dog", "day": "today"},
    "lone_visit_plan": {"day": "today", "back_by": "16:00"},
    "support_need": {"day": "today", "state": "watch", "their_view": "it is heavy"},
    "self_care": {"one": "choir", "review_on": "today"},
    "plan_response": {"response": "mentoring", "since": "today", "until": "today"},
    "handing_on": {"day": "today", "agreed": True, "words": "Ring first."},
    "circle_member": {"since": "today"},
    "attendance": {"day": "today"},
    "learning_turn": {"day": "today", "question": "When do I say no?"},
    "development_item": {"sort": "research", "what": "Who waits longest", "since": "today"},
    "learning_goal": {"goal": "Say no kindly", "area": "reasoning", "day": "today"},
    "goal_review": {"day": "today", "course": "moved on"},
    "specialism": {"topic": "disability", "since": "today"},
    "appraisal": {"day": "today"},
    "asking": {"day": "today", "theme": "stipend", "words": "When is it paid?"},
    "thanks": {"what_for": "staying the night", "day": "today"},
    "exit_talk": {"words": "The bus stopped."},
    "road_plan": {"sort": "induction"},
    "partnership_item": {"body": "Ward 7 health forum", "since": "today"},
    "mentoring": {"sort": "coaching"},
    "known_move": {},
    "mentor_session": {"day": "today", "topic": "saying no"},
    "move_interest": {"day": "today", "to_role": "supervisor"},
    "shadow_day": {"day": "today"},
    "research_project": {"question": "Who waits longest?", "since": "today"},
    "role_split": {"practice": 50, "supervising": 25, "learning": 25, "since": "today"},
    "training": {"since": "today", "title": "First aid"},
    "practical_task": {"what": "Workbook 1", "due": "today"},
    "request": {"theme": "stipend", "words": "When is it paid?", "released": True, "named": True},
    "stepping_in": {"since": "today", "until": "today"},
    "aspiring": {"since": "today"},
    "questionnaire_answers": {},
}
OF_A_SET = {"circle": "circle", "session": "circle_session"}


def told(book: Book, kind: str, caregiver: str) -> dict[str, Any]:
    """What is saved, with the ids of this book in place of words, and the team and link it is part of."""
    fields, homes = KINDS[kind].fields, questions.listing(book, "household")
    ids = {each["code"]: each.id for each in homes} | {"today": clock.today().isoformat(), "me": book.person}
    part_of = {name: questions.listing(book, name)[0].id for name in ("team", "supervision") if name in fields}
    part_of |= {name: questions.listing(book, of)[0].id for name, of in OF_A_SET.items() if name in fields}
    said = {name: ids.get(str(value), value) for name, value in ABOUT_SOMEBODY[kind].items()}
    if kind == "goal_review":
        part_of["goal"] = ACTS["set_goal"](
            book, caregiver=caregiver, goal="Rest", area="reasoning", day=clock.today()
        ).record
    if kind == "plan_response":
        part_of["plan"] = ACTS["open_plan"](book, caregiver=caregiver, agreed="yes").record
    if kind == "mentor_session":
        part_of["mentoring"] = ACTS["begin_mentoring"](book, caregiver=caregiver, mentor=book.person).record
    if kind == "shadow_day":  # of somebody who is of no team here
        part_of["team"] = ACTS["record_team"](book, name="South").record
    if kind == "practical_task":
        taken = {"person": caregiver, "title": "First aid", "since": clock.today()}
        part_of["training"] = ACTS["record_training"](book, **taken).record
    return {KINDS[kind].about: caregiver, **part_of, **said}


def begin_a_set(programme: Programme) -> None:
    """A set with both of them, that has met."""
    book, team = programme.book, questions.listing(programme.book, "team")[0].id
    circle = ACTS["record_circle"](book, team=team, name="Stepping up", sort="action learning set").record
    ACTS["set_members"](book, circle=circle, people=[book.person, programme.caregiver])
    ACTS["hold_session"](book, circle=circle, day=clock.today())


def goes_up(book: Book, caregiver: str) -> Outcome:
    """A request is never recorded: it is what a wish becomes."""
    made = ACTS["ask_organisation"](book, caregiver=caregiver, **ABOUT_SOMEBODY["request"])
    rising.rise(book)
    return made


def sets_out(book: Book, caregiver: str) -> Outcome:
    """A plan begins with all its steps, and is never recorded alone."""
    return ACTS["begin_plan"](book, person=caregiver, **ABOUT_SOMEBODY["road_plan"])


def stands_in(book: Book, caregiver: str) -> Outcome:
    """Begun by a coordinator, with the right that goes with it; here only what is seen of it."""
    kind = KINDS["stepping_in"]
    return recorded(book, kind, kind.draft.model_validate(told(book, kind.name, caregiver)))


def leaves_with_a_word(book: Book, caregiver: str) -> Outcome:
    return ACTS["hold_exit_talk"](book, person=caregiver, **ABOUT_SOMEBODY["exit_talk"])


def is_coached(book: Book, caregiver: str) -> Outcome:
    """By who mentors them already."""
    return ACTS["begin_mentoring"](book, caregiver=caregiver, mentor=book.person, **ABOUT_SOMEBODY["mentoring"])


def lets_know(book: Book, caregiver: str) -> Outcome:
    """What their team hears is no record of its own making."""
    return ACTS["tell_their_team"](book, person=caregiver)


def is_asked(book: Book, caregiver: str) -> Outcome:
    """What nobody brought is asked of nobody."""
    form = Questionnaire(
        "The road", "", "", "ours", "none", ("",), (Question("dark", Sort.TEXT, {"": "Was it dark?"}),), {}
    )
    keep_questionnaire(book, form)
    return ACTS["ask_questionnaire"](book, questionnaire=form.title, caregiver=caregiver, answers={"dark": "no"})


IN_ITS_OWN_WAY = {
    "questionnaire_answers": is_asked,
    "request": goes_up,
    "road_plan": sets_out,
    "stepping_in": stands_in,
    "exit_talk": leaves_with_a_word,
    "mentoring": is_coached,
    "known_move": lets_know,
}


def test_every_kind_about_somebody_is_here() -> None:
    about = {kind.name for kind in KINDS.values() if kind.when and kind.about}
    somebody = {name for name in about if KINDS[name].fields[KINDS[name].about].shown.refers == "person"}

    assert ABOUT_SOMEBODY.keys() == somebody


GROUPS = 6  # windows; many kinds are saved in each


@pytest.mark.parametrize("group", range(GROUPS))
def test_what_is_saved_is_seen_at_once(group: int, cleared: Programme, open_window: Callable[[Book], Desk]) -> None:
    begin_a_set(cleared)
    for road in Road:
        ACTS["open_road"](cleared.book, road=road)
    kinds = list(ABOUT_SOMEBODY)[group::GROUPS]
    saved = {kind: told(cleared.book, kind, cleared.caregiver) for kind in kinds if kind not in IN_ITS_OWN_WAY}
    if "known_move" in kinds:
        wish = {**ABOUT_SOMEBODY["move_interest"], "day": clock.today()}
        ACTS["record_move_interest"](cleared.book, person=cleared.caregiver, **wish)
    if "mentoring" in kinds:
        ACTS["begin_mentoring"](cleared.book, caregiver=cleared.caregiver, mentor=cleared.book.person)
    desk = open_window(cleared.book).open("people")
    for kind in kinds:
        before = len(desk.rest().timeline())

        if kind in IN_ITS_OWN_WAY:
            does = partial(IN_ITS_OWN_WAY[kind], caregiver=cleared.caregiver)
        else:
            does = partial(ACTS[f"record_{kind}"], **saved[kind])
        desk.window.hands.lane.do(does, owner=desk.window)

        assert len(desk.rest().timeline()) == before + 1, kind
