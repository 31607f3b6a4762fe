"""Times of keeping that a site has confirmed, and the counts that stay of what was removed.

Context. How long a kind of record is kept is shipped as a suggestion; the organisation that answers for the records
says what holds. When a time has ended and records go, sums of work that were told before must not change.

Decision. Two small kinds. A *keeping time* is a coordinator's word for one kind of record: so many months, why, on
which day, by whom. He says it once in each site that he knows, so that it reaches every book of the site with the
next bundle. Of two for one kind the longer holds: what was removed too early does not come back. A *removed count* is
made in the save that removes (see practice/remaining): how many records of a kind a team had in a month or a year,
where enough people had a share in it, or at no told time. It names nobody, no home and none of the records.

Consequences. Neither is about anybody, so no erasure and no time of keeping touches them. A book is led by what was
said in its own site only: there nobody but a coordinator and its owner can write.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, Upcast, register


class Kept(StrEnum):
    """What is kept for a time: a kind of record each."""

    VISIT = "visit"
    ASSIGNMENT = "assignment"
    CHECK_IN = "check_in"
    PROMISE = "promise"
    WELLBEING_CHECK = "wellbeing_check"
    STRESSOR = "stressor"
    FOLLOW_UP = "follow_up"
    SUPPORT_PLAN = "support_plan"
    SUPPORT_NEED = "support_need"
    PLAN_RESPONSE = "plan_response"
    SELF_CARE = "self_care"
    QUESTIONNAIRE_ANSWERS = "questionnaire_answers"
    VETTING = "vetting"
    NOTICE = "notice"
    CONCERN = "concern"
    OBSERVATION = "observation"
    DEVELOPMENT_ITEM = "development_item"
    LEARNING_GOAL = "learning_goal"
    GOAL_REVIEW = "goal_review"
    SPECIALISM = "specialism"
    APPRAISAL = "appraisal"
    SUPERVISING_INTEREST = "supervising_interest"
    CAPABILITY_VIEW = "capability_view"
    AGREEMENT = "agreement"
    TO_BRING = "to_bring"
    HANDING_ON = "handing_on"
    SAFETY_INCIDENT = "safety_incident"
    LONE_VISIT_PLAN = "lone_visit_plan"
    ASKING = "asking"
    CIRCLE_MEMBER = "circle_member"
    ATTENDANCE = "attendance"
    LEARNING_TURN = "learning_turn"
    WORKER_CONCERN = "worker_concern"
    THANKS = "thanks"
    PARTNERSHIP_ITEM = "partnership_item"
    REQUEST = "request"
    EXIT_TALK = "exit_talk"
    ROAD_PLAN = "road_plan"
    ROAD_STEP = "road_step"
    MENTORING = "mentoring"
    MENTOR_SESSION = "mentor_session"
    MOVE_INTEREST = "move_interest"
    KNOWN_MOVE = "known_move"
    SHADOW_DAY = "shadow_day"
    RESEARCH_PROJECT = "research_project"
    ROLE_SPLIT = "role_split"
    TRAINING = "training"
    PRACTICAL_TASK = "practical_task"
    STEPPING_IN = "stepping_in"
    ASPIRING = "aspiring"
    CONSULTATION = "consultation"
    PERFORMANCE_WORRY = "performance_worry"
    PROCESS = "process"
    PROBATION = "probation"
    CAPABILITY = "capability"
    CONDUCT = "conduct"
    GRIEVANCE = "grievance"
    PROCESS_STAGE = "process_stage"
    PROCESS_EVIDENCE = "process_evidence"
    CHRONOLOGY_ENTRY = "chronology_entry"


class KeepingTimeDraft(Draft):
    site: Annotated[
        str, Shown("Site", why="Each organisation says it for itself.", audience=Audience.OPEN, refers="site")
    ]
    what: Annotated[Kept, Shown("What is kept", why="Each kind has a time of its own.", audience=Audience.OPEN)]
    months: Annotated[
        int, Shown("Kept for", why="When it is over, somebody is asked.", audience=Audience.OPEN, unit="months")
    ] = Column(ge=1, le=1200)
    reason: Annotated[
        str | None,
        Shown("Why so long", why="Whoever asks is told why, and not only how long.", audience=Audience.OPEN, long=True),
    ] = Column(default=None, max_length=280)
    day: Annotated[
        date, Shown("Confirmed on", why="A time that was set long ago is looked at again.", audience=Audience.OPEN)
    ]
    confirmed_by: Annotated[
        str | None,
        Shown("Confirmed by", why="Whom to ask about it.", audience=Audience.OPEN, refers="person"),
    ] = None


class KeepingTime(KeepingTimeDraft, Record, table=True):
    """How long one kind of record is kept, as an organisation confirmed it."""


class RemovedCountDraft(Draft):
    what: Annotated[Kept, Shown("What was removed", why="Visits and talks are counted apart.", audience=Audience.OPEN)]
    team: Annotated[
        str | None,
        Shown("Team", why="Its sums stay what they were.", audience=Audience.OPEN, refers="team"),
    ] = None
    period: Annotated[
        str | None,
        Shown("Month or year", why="Only where enough people had a share in it.", audience=Audience.OPEN),
    ] = Column(default=None, max_length=7)
    number: Annotated[int, Shown("How many", why="The number is all that stays.", audience=Audience.OPEN)] = Column(
        ge=1, le=1_000_000
    )


class RemovedCount(RemovedCountDraft, Record, table=True):
    """How many records were removed: a number, about nobody."""


KEEPING_TIME = register(
    Kind(
        "keeping_time",
        "time of keeping",
        "times of keeping",
        KeepingTimeDraft,
        KeepingTime,
        home="site",
        upcasts=(Upcast(), Upcast(), Upcast(), Upcast()),
    )
)
REMOVED_COUNT = register(
    Kind(
        "removed_count",
        "count of what was removed",
        "counts of what was removed",
        RemovedCountDraft,
        RemovedCount,
        home=Kind.SITE,
        upcasts=(Upcast(), Upcast(), Upcast(), Upcast()),
    )
)
