"""How somebody grows at work: what was planned and provided, what they want to learn, and where they go deep.

Decision. That there was such support, of which of seven kinds, when, and which barrier was taken out of the way, is
open: who oversees a programme sees what people were given and what not yet. What somebody wants to learn, in their own
words, what was seen of it, and what two people say about it stays between the two. A goal is looked at again and again;
each look is a record of its own, so nothing of it is written over, and two looks without a change ask whether the goal
or the way should change. That is a rule and a question: nothing here is counted as if it were a mark.

Consequence. Nothing here refers to what weighs on somebody, to support that was offered for it, or to how they are (a
test holds it): a plan to learn is no place from which that could be read.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.otherwise import SeenOtherwise
from caregiver_desk.records.record import Draft, Elements, Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import OfPair

LONGEST = 280  # letters of what is said in one line


class Support(StrEnum):
    """The seven kinds of support from which people grow."""

    TRAINING = "training"
    DEVELOPMENT = "development"
    RESEARCH = "research"
    OBSERVATION = "observation"
    CONSULTATION = "consultation"
    SUPERVISION = "supervision"
    BACKING = "emotional, professional or managerial support"


class Track(StrEnum):
    PRACTICE = "practice"
    LEADERSHIP = "leadership"
    BOTH = "both"


class Barrier(StrEnum):
    """What stood in the way and was taken out of it."""

    TRANSPORT = "transport"
    LANGUAGE = "language"
    DISABILITY = "disability"
    CHILDCARE = "childcare"
    DATA = "data"


class ItemState(StrEnum):
    PLANNED = "planned"
    UNDER_WAY = "under way"
    DONE = "done"
    DROPPED = "dropped"


class Area(StrEnum):
    REASONING = "reasoning"
    RELATING = "relationship skills"
    EMOTIONAL = "emotional wisdom"
    KNOWLEDGE = "knowledge"
    BOUNDARIES = "boundaries and safety"
    SUPERVISING = "supervision skill"


class GoalState(StrEnum):
    ACTIVE = "active"
    MET = "met"
    CHANGED = "changed"
    DROPPED = "dropped"


class Course(StrEnum):
    """What came of a goal between two looks at it."""

    MOVED = "moved on"
    NO_CHANGE = "no change yet"
    MET = "met"
    CHANGED = "changed"
    DROPPED = "dropped"


class Topic(StrEnum):
    CHILDREN = "young children"
    YOUTH = "young people"
    OLDER = "older people"
    DISABILITY = "disability"
    ILLNESS = "long illness and treatment"
    GRIEF = "grief and loss"
    MINDS = "minds under strain"
    PROTECTION = "child protection"
    FOOD = "food and gardens"
    PAPERS = "grants and papers"
    GROUPS = "groups"
    OTHER = "something else"


class Depth(StrEnum):
    LEARNING = "learning"
    PRACTISING = "practising"
    LEADS = "leads"


def _person(audience: Audience = Audience.OPEN) -> Shown:
    return Shown("For whom", why="So that it stands on their own page.", audience=audience, refers="person")


def _expectations() -> Shown:
    why = "Nobody should have to guess what good work is: it is written down, and this serves it."
    return Shown("Expectations it serves", why=why, audience=Audience.PAIR, refers="expectations")


def _expected() -> Shown:
    return Shown("Which line of them", why="The line itself, as it was said then.", audience=Audience.PAIR)


Expectations = Annotated[str | None, _expectations()]
Expected = Annotated[str | None, _expected()]


class DevelopmentItemTold(Draft):
    """What is said of it; whose pair it belongs to follows."""

    caregiver: Annotated[str, _person()]
    what: Annotated[str, Shown("What", why="So that both mean the same thing.", audience=Audience.WORDS)] = Column(
        max_length=140
    )
    sort: Annotated[
        Support,
        Shown("Kind of support", why="People grow from seven kinds, not from courses alone.", audience=Audience.OPEN),
    ]
    since: Annotated[date, Shown("From", why="What was had in the last twelve months.", audience=Audience.OPEN)]
    until: Annotated[date | None, Shown("Until", why="When it is over, or was.", audience=Audience.OPEN)] = None
    state: Annotated[
        ItemState, Shown("State", why="What is only planned has helped nobody yet.", audience=Audience.OPEN)
    ] = ItemState.PLANNED
    track: Annotated[
        Track | None,
        Shown("Track", why="Going deeper and leading are two ways, and both count.", audience=Audience.OPEN),
    ] = None
    place: Annotated[
        str | None, Shown("With whom, or where", why="Whom to ask, and how to get there.", audience=Audience.WORDS)
    ] = Column(default=None, max_length=140)
    barriers: Annotated[
        frozenset[Barrier],
        Shown("Barriers removed", why="What was provided so that they could take part.", audience=Audience.OPEN),
    ] = Column(default=frozenset(), sa_type=Elements)
    expectations: Expectations = None
    expected: Expected = Column(default=None, max_length=LONGEST)


class DevelopmentItemDraft(DevelopmentItemTold, OfPair, SeenOtherwise):
    pass


class DevelopmentItem(DevelopmentItemDraft, Record, table=True):
    """Something from which somebody grows: planned, under way, or done."""


class LearningGoalTold(Draft):
    caregiver: Annotated[str, _person()]
    goal: Annotated[
        str, Shown("What they want to learn", why="In their own words, so that it is theirs.", audience=Audience.PAIR)
    ] = Column(max_length=LONGEST)
    area: Annotated[
        Area, Shown("Area", why="Skill is more than knowledge: each area has its turn.", audience=Audience.OPEN)
    ]
    sort: Annotated[
        Support | None, Shown("Kind of support", why="What would help them to get there.", audience=Audience.OPEN)
    ] = None
    sought: Annotated[
        str | None, Shown("How we will know", why="Both know what they look for.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=LONGEST)
    evidence: Annotated[
        str | None,
        Shown("What was seen so far", why="What is seen is said, also when it is small.", audience=Audience.PAIR),
    ] = Column(default=None, max_length=LONGEST)
    day: Annotated[date, Shown("Set on", why="From when it was tried.", audience=Audience.OPEN)]
    review_on: Annotated[
        date | None, Shown("Look at it again on", why="What is never asked after is forgotten.", audience=Audience.OPEN)
    ] = None
    target: Annotated[
        date | None, Shown("Until when", why="A day makes it small enough to begin.", audience=Audience.OPEN)
    ] = None
    state: Annotated[
        GoalState, Shown("State", why="Met, changed and dropped are all good ends.", audience=Audience.OPEN)
    ] = GoalState.ACTIVE
    why_dropped: Annotated[
        str | None,
        Shown("Why it was dropped", why="What only vanishes is not believed again.", audience=Audience.PAIR),
    ] = Column(default=None, max_length=LONGEST)
    expectations: Expectations = None
    expected: Expected = Column(default=None, max_length=LONGEST)


class LearningGoalDraft(LearningGoalTold, OfPair, SeenOtherwise):
    pass


class LearningGoal(LearningGoalDraft, Record, table=True):
    """What somebody wants to learn."""


class GoalReviewDraft(OfPair, SeenOtherwise):
    goal: Annotated[str, Shown("Goal", why="Which one was looked at.", audience=Audience.OPEN, refers="learning_goal")]
    day: Annotated[date, Shown("Day", why="Each look is kept, beside those before.", audience=Audience.OPEN, past=True)]
    course: Annotated[
        Course,
        Shown(
            "What came of it",
            why="Twice no change, and somebody asks whether to change it or drop it.",
            audience=Audience.OPEN,
        ),
    ]
    evidence: Annotated[
        str | None, Shown("What was seen", why="Something that happened, and not a mark.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=LONGEST)
    words: Annotated[
        str | None, Shown("What they say", why="Whose goal it is speaks first.", audience=Audience.PAIR, long=True)
    ] = Column(default=None, max_length=LONGEST)
    review_on: Annotated[
        date | None, Shown("Look at it again on", why="What is never asked after is forgotten.", audience=Audience.OPEN)
    ] = None


class GoalReview(GoalReviewDraft, Record, table=True):
    """Two people looked at a goal on this day."""


class SpecialismTold(Draft):
    caregiver: Annotated[str, _person()]
    topic: Annotated[
        Topic, Shown("Topic", why="Whoever needs advice on it finds who can give it.", audience=Audience.OPEN)
    ]
    called: Annotated[
        str | None, Shown("In our words", why="What exactly they know about.", audience=Audience.WORDS)
    ] = Column(default=None, max_length=80)
    depth: Annotated[
        Depth, Shown("How deep", why="To go deep is a way up that does not end in an office.", audience=Audience.OPEN)
    ] = Depth.LEARNING
    since: Annotated[date, Shown("Since", why="From when they may be asked.", audience=Audience.OPEN)]
    until: Annotated[date | None, Shown("Until", why="Nobody is asked for what they left.", audience=Audience.OPEN)] = (
        None
    )
    evidence: Annotated[
        str | None,
        Shown("What it rests on", why="Work that was seen, courses, years.", audience=Audience.PAIR, long=True),
    ] = Column(default=None, max_length=LONGEST)


class SpecialismDraft(SpecialismTold, OfPair, SeenOtherwise):
    pass


class Specialism(SpecialismDraft, Record, table=True):
    """What somebody goes deep in."""


DEVELOPMENT_ITEM = register(
    Kind(
        "development_item", "development item", "development items", DevelopmentItemDraft, DevelopmentItem,
        home="supervision", when="since", about="caregiver", over={"state": (ItemState.DONE, ItemState.DROPPED)},
    )
)  # fmt: skip
LEARNING_GOAL = register(
    Kind(
        "learning_goal", "learning goal", "learning goals", LearningGoalDraft, LearningGoal,
        home="supervision", when="day", about="caregiver",
        over={"state": (GoalState.MET, GoalState.CHANGED, GoalState.DROPPED)},
    )
)  # fmt: skip
GOAL_REVIEW = register(
    Kind(
        "goal_review", "look at a goal", "looks at goals", GoalReviewDraft, GoalReview,
        home="supervision", when="day", about="caregiver",
    )
)  # fmt: skip
SPECIALISM = register(
    Kind(
        "specialism", "specialism", "specialisms", SpecialismDraft, Specialism,
        home="supervision", when="since", about="caregiver",
    )
)  # fmt: skip
