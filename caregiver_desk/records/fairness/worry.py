"""A worry about somebody's work, before any process: what was seen, and which causes were looked at first.

Context. Work that goes badly is seldom one person's alone. Who looks at the person first mostly finds the person.

Decision. A worry is kept between the two and never goes further. Its causes stand in three groups, in this order: what
the organisation does, how much work there is and how it is arranged, and what somebody knows and can. Of each group it
is said what was looked at and what was found; at least one of the first two has to be (the act asks). What comes of it
is help that is arranged in a support plan, not here. It stands on no timeline: others may be in the room.

Consequences. It has no line that a coordinator's bundle could hold. A process has a word of its own on causes, for its
readers were never sent this one. A worry about a child is a concern, and is not begun here at all.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Elements, Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import WithinPair

LONGEST = 1000  # letters of what was found in one group


class OfOrganisation(StrEnum):
    STIPEND = "stipend late or short"
    SUPPLIES = "no supplies or airtime"
    RULES = "rules unclear or changed"
    UNHEARD = "not heard for long"
    UNSAFE = "not safe at work"
    CONFLICT = "trouble in the team"


class OfWork(StrEnum):
    HOMES = "too many homes"
    WAYS = "long ways"
    HARD = "hard homes, or many"
    PAPER = "too much paper"
    COVER = "covering for others"
    UNTAUGHT = "never shown how"


class OfPerson(StrEnum):
    KNOWLEDGE = "does not know it yet"
    SKILL = "knows it, not yet sure of hand"
    HABIT = "a habit"
    HEALTH = "health or tiredness"
    HOME = "worries at home"


class AfterWorry(StrEnum):
    LOOKING = "still looking"
    SUPPORT = "support is arranged"
    ORGANISATION = "the organisation has to mend it"
    EASED = "nothing more is needed"
    PROCESS = "a process was opened"


GROUPS = (("organisation", "found_organisation"), ("work", "found_work"), ("personal", "found_personal"))


class PerformanceWorryDraft(WithinPair):
    day: Annotated[
        date, Shown("Day", why="What is looked at early is mended early.", audience=Audience.PAIR, past=True)
    ]
    seen: Annotated[
        str,
        Shown(
            "What was seen", why="What happened, and no word about what they are like.", audience=Audience.PAIR,
            long=True,
        ),
    ] = Column(max_length=LONGEST)  # fmt: skip
    organisation: Annotated[
        frozenset[OfOrganisation],
        Shown("Organisation: looked at", why="What we do comes before what they do.", audience=Audience.PAIR),
    ] = Column(default=frozenset(), sa_type=Elements)
    found_organisation: Annotated[
        str | None,
        Shown(
            "What we checked there",
            why="What was looked at counts, not what somebody guesses.",
            audience=Audience.PAIR,
            long=True,
        ),
    ] = Column(default=None, max_length=LONGEST)
    work: Annotated[
        frozenset[OfWork],
        Shown("Work and its load: looked at", why="Nobody can do two people’s work.", audience=Audience.PAIR),
    ] = Column(default=frozenset(), sa_type=Elements)
    found_work: Annotated[
        str | None,
        Shown("What we checked about it", why="The lists and the ways tell.", audience=Audience.PAIR, long=True),
    ] = Column(default=None, max_length=LONGEST)
    personal: Annotated[
        frozenset[OfPerson],
        Shown("Person and skills: looked at", why="What can be learned is learned with help.", audience=Audience.PAIR),
    ] = Column(default=frozenset(), sa_type=Elements)
    found_personal: Annotated[
        str | None,
        Shown(
            "What we checked together", why="They know best what is hard for them.", audience=Audience.PAIR, long=True
        ),
    ] = Column(default=None, max_length=LONGEST)
    their_view: Annotated[
        str | None,
        Shown(
            "How they see it", why="Also where they disagree: it stands on paper.", audience=Audience.PAIR, long=True
        ),
    ] = Column(default=None, max_length=LONGEST)
    after: Annotated[
        AfterWorry, Shown("What comes of it", why="A worry does not stay open for ever.", audience=Audience.PAIR)
    ] = AfterWorry.LOOKING
    plan: Annotated[
        str | None,
        Shown("Support plan", why="Help has dates, and is looked at.", audience=Audience.PAIR, refers="support_plan"),
    ] = None


class PerformanceWorry(PerformanceWorryDraft, Record, table=True):
    """A worry about somebody's work, and the causes that were looked at."""


PERFORMANCE_WORRY = register(
    Kind(
        "performance_worry",
        "worry about work",
        "worries about work",
        PerformanceWorryDraft,
        PerformanceWorry,
        home="supervision",
        about="caregiver",
    )
)
