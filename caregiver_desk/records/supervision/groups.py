"""Groups and what they hold: team meetings, group supervision, peer groups, action learning sets, wellbeing groups.

Context. A group is where caregivers carry each other, and nobody speaks in it who must fear a file. A coordinator needs
to know that groups meet, and nothing that was said. What somebody brings to an action learning set is for its members.

Decision. No field anywhere holds a note about one person: a session has one line for what the group wants passed on,
and who came is a tick and nothing else. In a wellbeing group, and in one that caregivers began themselves, not even
that: only how many came. That a group met, on which day, how long, how many came and when it meets again is open; names
of groups, members, themes, decisions and expectations are ordinary words, so a successor goes on with them and a
coordinator never hears them.

What is brought to a set (who brought it, the question, the action) is for the *pair* audience: at a hand-over it does
not move, and only a member of the set may write it. A set of one team lives with the team, so that a successor goes on
with its days; what is brought to it is in the book of the member who keeps it, and goes to no other. A set whose
members have laptops of their own founds a scope in which nothing but the set lives. Whoever is let in by name is a
member, receives all of it whatever their role (`sync/profiles.py`), and writes what they bring at their own laptop: it
is one record a turn, so that no two write over each other, and nobody writes a turn of who has a laptop for it.

Consequences. In the book a group is called a circle, for the other word means something to every store. A set of
several laptops belongs to its members and to no team: it stays when a team is handed over. Expectations are written
anew, never overwritten: each has its day, and the one before stays to be read.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, Upcast, register
from caregiver_desk.records.supervision.supervision import PromiseState
from caregiver_desk.wording import later

MEMBERS = later("The members of the set only. It goes into no bundle but one for a member with a laptop in it.")
LONGEST_LINE = 140


class GroupSort(StrEnum):
    TEAM_MEETING = "team meeting"
    SUPERVISION = "group supervision"
    PEER = "peer group"
    WELLBEING = "wellbeing group"
    COURSE = "course"
    LEARNING = "action learning set"


class Theme(StrEnum):
    """What a session was about; never what somebody said."""

    NEWS = "news and plans"
    WORKING = "working together"
    LOAD = "load and time"
    BOUNDARIES = "boundaries"
    SAFETY = "safety on the way"
    STIGMA = "stigma"
    GRIEF = "grief and loss"
    CHILDREN = "noticing harm to children"
    LISTENING = "listening"
    SKILLS = "a skill"
    REST = "looking after ourselves"
    OTHER = "something else"


def _group(audience: Audience) -> Shown:
    return Shown("Group", why="So that the next session goes on from here.", audience=audience, refers="circle")


class CircleDraft(Draft):
    team: Annotated[
        str, Shown("Team", why="Whoever takes over the team goes on with it.", audience=Audience.OPEN, refers="team")
    ]
    sort: Annotated[
        GroupSort, Shown("Kind of group", why="Each kind is held in its own way.", audience=Audience.OPEN)
    ] = GroupSort.TEAM_MEETING
    name: Annotated[str, Shown("What it is called", why="To tell two groups apart.", audience=Audience.WORDS)] = Column(
        max_length=80
    )
    by_caregivers: Annotated[
        bool | None,
        Shown(
            "Started by caregivers",
            why="What they began is theirs: it is only counted how many come.",
            audience=Audience.OPEN,
        ),
    ] = None
    since: Annotated[date | None, Shown("Since", why="When it was to meet first.", audience=Audience.OPEN)] = None
    until: Annotated[
        date | None, Shown("Ended on", why="Nothing is due of a group that has ended.", audience=Audience.OPEN)
    ] = None


class Circle(CircleDraft, Record, table=True):
    """People who meet again and again."""


class CircleMemberDraft(Draft):
    circle: Annotated[str, _group(Audience.WORDS)]
    person: Annotated[
        str, Shown("Who", why="Whom to expect, and whom to miss.", audience=Audience.WORDS, refers="person")
    ]
    since: Annotated[date | None, Shown("Since", why="From when they belong to it.", audience=Audience.WORDS)] = None
    until: Annotated[date | None, Shown("Until", why="Nobody waits for who has left.", audience=Audience.WORDS)] = None


class CircleMember(CircleMemberDraft, Record, table=True):
    """Somebody belongs to a peer group or a set; to a team meeting belongs whoever works in the team."""


class CircleSessionDraft(Draft):
    circle: Annotated[str, _group(Audience.OPEN)]
    day: Annotated[
        date, Shown("Day", why="Groups that meet regularly carry people.", audience=Audience.OPEN, past=True)
    ]
    minutes: Annotated[
        int | None,
        Shown("Time given", why="Time for each other is part of the work.", audience=Audience.OPEN, unit="minutes"),
    ] = Column(default=None, ge=5, le=480)
    number: Annotated[
        int | None, Shown("How many came", why="A group that nobody comes to needs something.", audience=Audience.OPEN)
    ] = Column(default=None, ge=0, le=200)
    next_day: Annotated[date | None, Shown("Next session", why="A date is a promise.", audience=Audience.OPEN)] = None
    facilitator: Annotated[
        str | None,
        Shown("Who led it", why="So that it goes round.", audience=Audience.WORDS, refers="person"),
    ] = None
    theme: Annotated[Theme | None, Shown("Theme", why="What keeps coming up.", audience=Audience.WORDS)] = None
    passed_on: Annotated[
        str | None,
        Shown(
            "What the group wants passed on",
            why="You can say it where they cannot. Nobody is named in it.",
            audience=Audience.WORDS,
            long=True,
        ),
    ] = Column(default=None, max_length=500)


class CircleSession(CircleSessionDraft, Record, table=True):
    """A group met on this day. There is no field for who said what."""


def _session(audience: Audience) -> Shown:
    return Shown("Session", why="On which day it was.", audience=audience, refers="circle_session")


class AttendanceDraft(Draft):
    circle: Annotated[str, _group(Audience.WORDS)]
    session: Annotated[str, _session(Audience.WORDS)]
    person: Annotated[
        str,
        Shown("Who came", why="Who has not been there for long is asked.", audience=Audience.WORDS, refers="person"),
    ]
    day: Annotated[date, Shown("Day", why="So that it is seen when somebody last came.", audience=Audience.WORDS)]


class Attendance(AttendanceDraft, Record, table=True):
    """A tick, and nothing else."""


class CircleDecisionDraft(Draft):
    circle: Annotated[str, _group(Audience.WORDS)]
    session: Annotated[str | None, _session(Audience.WORDS)] = None
    owner: Annotated[
        str | None,
        Shown("Who", why="What all of us do, nobody does. Empty: all of us.", audience=Audience.WORDS, refers="person"),
    ] = None
    what: Annotated[str, Shown("What", why="So that all remember the same thing.", audience=Audience.WORDS)] = Column(
        max_length=LONGEST_LINE
    )
    due: Annotated[date | None, Shown("By when", why="What has no day is easily lost.", audience=Audience.WORDS)] = None
    state: Annotated[
        PromiseState, Shown("State", why="It comes back until done, changed or dropped.", audience=Audience.WORDS)
    ] = PromiseState.OPEN
    why_dropped: Annotated[
        str | None,
        Shown("Why it was dropped", why="What only vanishes is not believed again.", audience=Audience.WORDS),
    ] = Column(default=None, max_length=LONGEST_LINE)


class CircleDecision(CircleDecisionDraft, Record, table=True):
    """Who does what by when, said in a meeting."""


def _of_the_set(label: str, why: str, refers: str = "") -> Shown:
    return Shown(label, why=why, audience=Audience.PAIR, refers=refers, readers=MEMBERS)


class LearningTurnDraft(Draft):
    circle: Annotated[str, _of_the_set("Group", "Only its members read it.", "circle")]
    session: Annotated[str, _of_the_set("Session", "On which day it was.", "circle_session")]
    presenter: Annotated[
        str, _of_the_set("Who brought something", "Each has a turn, and nobody is left out.", "person")
    ]
    called: Annotated[
        str | None, _of_the_set("Who brought it, as called then", "Members elsewhere may know nobody here by an id.")
    ] = Column(default=None, max_length=120)
    day: Annotated[date, _of_the_set("Day", "The next session begins with it.")]
    question: Annotated[str | None, _of_the_set("The question brought", "In their own words.")] = Column(
        default=None, max_length=280
    )
    action: Annotated[
        str | None, _of_the_set("What they will do themselves", "Theirs alone; the next session asks after it.")
    ] = Column(default=None, max_length=LONGEST_LINE)
    state: Annotated[
        PromiseState, _of_the_set("What became of it", "Done, changed or dropped: all three are fine.")
    ] = PromiseState.OPEN


class LearningTurn(LearningTurnDraft, Record, table=True):
    """What somebody brought to an action learning set, and what they took away from it."""


class ExpectationsDraft(Draft):
    team: Annotated[
        str,
        Shown("Team", why="So that each team reads what is expected of it.", audience=Audience.WORDS, refers="team"),
    ]
    day: Annotated[date, Shown("From", why="What was expected on a given day.", audience=Audience.WORDS)]
    relate: Annotated[
        str,
        Shown(
            "How we relate",
            why="Good work is how we are with people first. One a line.",
            audience=Audience.WORDS,
            long=True,
        ),
    ] = Column(max_length=1000)
    complete: Annotated[
        str,
        Shown(
            "What we complete",
            why="Nobody should have to guess what is expected. One a line.",
            audience=Audience.WORDS,
            long=True,
        ),
    ] = Column(max_length=1000)


class Expectations(ExpectationsDraft, Record, table=True):
    """What is expected of everybody in a team, in two groups, as it was said from a day on."""


CIRCLE = register(
    Kind(
        "circle", "group", "groups", CircleDraft, Circle,
        home="team", named=("name",), upcasts=(Upcast(),),  # there is one more kind of group
    )
)  # fmt: skip
CIRCLE_MEMBER = register(
    Kind(
        "circle_member", "group joined", "groups joined", CircleMemberDraft, CircleMember,
        home="circle", when="since", about="person",
    )
)  # fmt: skip
CIRCLE_SESSION = register(
    Kind(
        "circle_session", "group session", "group sessions", CircleSessionDraft, CircleSession,
        home="circle", when="day", about="circle",
    )
)  # fmt: skip
ATTENDANCE = register(
    Kind(
        "attendance", "group session attended", "group sessions attended", AttendanceDraft, Attendance,
        home="circle", when="day", about="person",
    )
)  # fmt: skip
CIRCLE_DECISION = register(
    Kind(
        "circle_decision", "decision of a group", "decisions of groups", CircleDecisionDraft, CircleDecision,
        home="circle", when="due", about="circle",
    )
)  # fmt: skip
LEARNING_TURN = register(
    Kind(
        "learning_turn", "turn in a set", "turns in sets", LearningTurnDraft, LearningTurn,
        home="circle", when="day", about="presenter",
    )
)  # fmt: skip
EXPECTATIONS = register(
    Kind(
        "expectations", "expectations", "expectations", ExpectationsDraft, Expectations,
        home="team", when="day", about="team",
    )
)  # fmt: skip
