"""Supportive supervision: the link between two people, the check-ins they hold, the promises they make.

A supervision link founds a scope of its own, the *pair*: what is said in the room stays there, while dates, types,
lengths and counts are open. A promise has an owner; the supervisor's own come first.

Each kind of check-in asks its own things (`resources/practice/check_ins.toml`); the fields are shared between them, so
that a record reads alike whatever it was. One situation in depth has four parts; what was written of it in one field
before is read on. A list of kinds belongs to a version, so check-ins are written in their second; those of the first
say what they said.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.otherwise import SeenOtherwise
from caregiver_desk.records.record import Draft, Kind, Record, Shown, Upcast, register
from caregiver_desk.records.reported import Reported
from caregiver_desk.records.submitted import Submitted
from caregiver_desk.records.wellbeing.danger import SaidInDanger
from caregiver_desk.records.worded import Worded


class LinkPurpose(StrEnum):
    LINE = "line"
    PRACTICE = "practice"
    CONSULTANT = "consultant"
    MENTOR = "mentor"
    PEER = "peer"


class SupervisionDraft(Draft):
    caregiver: Annotated[
        str, Shown("Caregiver", why="Nobody should work without support.", audience=Audience.OPEN, refers="person")
    ]
    supervisor: Annotated[
        str, Shown("Supervisor", why="One person makes time to listen.", audience=Audience.OPEN, refers="person")
    ]
    purpose: Annotated[
        LinkPurpose, Shown("Purpose", why="Exactly one supervisor is the line supervisor.", audience=Audience.OPEN)
    ] = LinkPurpose.LINE
    since: Annotated[date | None, Shown("From", why="Who was to listen on a given day.", audience=Audience.OPEN)] = None
    until: Annotated[date | None, Shown("Until", why="Who was to listen on a given day.", audience=Audience.OPEN)] = (
        None
    )


class Supervision(SupervisionDraft, Record, table=True):
    """Who supervises whom, for what, from when to when."""


def _link(audience: Audience) -> Shown:
    return Shown(
        "Supervision", why="Says which two people may read its words.", audience=audience, refers="supervision"
    )


def _caregiver(audience: Audience) -> Shown:
    return Shown("Caregiver", why="To keep it on the right person’s page.", audience=audience, refers="person")


class OfPair(Draft):
    """What two people have to do with each other; that it is there is open, its words are not."""

    supervision: Annotated[str, _link(Audience.OPEN)]
    caregiver: Annotated[str, _caregiver(Audience.OPEN)]


class WithinPair(Draft):
    """What nobody but the two people of a link knows of."""

    supervision: Annotated[str, _link(Audience.PAIR)]
    caregiver: Annotated[str, _caregiver(Audience.PAIR)]


class CheckInType(StrEnum):
    ONE_TO_ONE = "one-to-one"
    BRIEF = "short call"
    AFTER_INCIDENT = "support conversation"
    REVIEW = "review"
    OWN = "own supervision"


class ReviewOf(StrEnum):
    AGREEMENT = "the agreement"
    PROBATION = "probation"
    FIRST_YEAR = "the first year"
    YEAR = "the year"


class HowAgreed(StrEnum):
    """Never called a signature: two people said yes beside one laptop, or signed a paper that somebody keeps."""

    HERE = "at this laptop"
    PAPER = "signed on paper"


class CheckInState(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    MOVED = "moved"
    MISSED = "missed"
    CANCELLED = "cancelled"


class NotHeld(StrEnum):
    """What came between; it counts against the way supervision is arranged, never against her."""

    CAREGIVER = "caregiver absent"
    SUPERVISOR = "supervisor absent"
    CRISIS = "crisis work"
    TRANSPORT = "transport"
    WEATHER = "weather or unrest"
    PLACE = "no private place"
    POWER = "power or phone"
    OTHER = "other"


class Mode(StrEnum):
    IN_PERSON = "in person"
    PHONE = "by phone"
    GROUP = "in a group"


LONGEST = 2000  # letters of each of these parts


def _long(label: str, why: str) -> Shown:
    return Shown(label, why=why, audience=Audience.PAIR, long=True)


class CheckInDraft(OfPair, SeenOtherwise, SaidInDanger, Reported, Submitted, Worded):
    type: Annotated[
        CheckInType, Shown("Kind of check-in", why="A short call is not a one-to-one.", audience=Audience.OPEN)
    ] = CheckInType.ONE_TO_ONE
    state: Annotated[
        CheckInState, Shown("State", why="Unkept check-ins stay visible until held.", audience=Audience.OPEN)
    ] = CheckInState.HELD
    day: Annotated[date, Shown("Day", why="Nobody should wait too long to be heard.", audience=Audience.OPEN)]
    minutes: Annotated[
        int | None,
        Shown("Time given", why="Time to listen is what supervision gives.", audience=Audience.OPEN, unit="minutes"),
    ] = Column(default=None, ge=5, le=240)
    next_day: Annotated[
        date | None, Shown("Next check-in", why="A date is a promise to listen again.", audience=Audience.OPEN)
    ] = None
    not_held: Annotated[
        NotHeld | None,
        Shown("Why it was not held", why="What comes between can be arranged otherwise.", audience=Audience.PAIR),
    ] = None
    mode: Annotated[Mode | None, Shown("How you met", why="A face says more than a voice.", audience=Audience.PAIR)] = (
        None
    )
    private: Annotated[
        bool | None, Shown("In a private place", why="Who is overheard does not speak.", audience=Audience.PAIR)
    ] = None
    review_of: Annotated[
        ReviewOf | None,
        Shown("What is reviewed", why="A look at probation is not one at the year.", audience=Audience.PAIR),
    ] = None
    safe_now: Annotated[str | None, _long("Safe now", why="Who is not safe cannot rest or talk.")] = Column(
        default=None, max_length=LONGEST
    )
    needs: Annotated[str | None, _long("What is needed first", why="Food, sleep and a lift home come first.")] = Column(
        default=None, max_length=LONGEST
    )
    how_are_you: Annotated[
        str | None,
        Shown(
            "How are you", why="Support comes first. Read by the two of you only.", audience=Audience.PAIR, long=True
        ),
    ] = None
    urgent: Annotated[
        str | None,
        Shown("Anything urgent", why="What cannot wait for the next talk.", audience=Audience.PAIR, long=True),
    ] = None
    the_work: Annotated[
        str | None,
        Shown(
            "The work", why="Households, load and risk. Read by the two of you only.", audience=Audience.PAIR, long=True
        ),
    ] = None
    situation: Annotated[
        str | None,
        Shown(
            "One situation in depth",
            why="What happened, felt, and might be tried: one thing looked at well. For the two of you only.",
            audience=Audience.PAIR,
            long=True,
        ),
    ] = None
    happened: Annotated[str | None, _long("What happened", why="One thing looked at well teaches most.")] = Column(
        default=None, max_length=LONGEST
    )
    was_like: Annotated[str | None, _long("What it was like", why="What is felt goes along to the next home.")] = (
        Column(default=None, max_length=LONGEST)
    )
    made_of_it: Annotated[str | None, _long("What we make of it", why="Two see more in it than one.")] = Column(
        default=None, max_length=LONGEST
    )
    what_next: Annotated[str | None, _long("What next", why="So that it does not end with words.")] = Column(
        default=None, max_length=LONGEST
    )
    helps: Annotated[str | None, _long("What helps", why="Most people know what has carried them before.")] = Column(
        default=None, max_length=LONGEST
    )
    links: Annotated[str | None, _long("Whom to link to", why="Nobody should carry it with one other person only.")] = (
        Column(default=None, max_length=LONGEST)
    )
    evidence: Annotated[
        str | None, _long("What we looked at", why="A review rests on what was seen, not on what is heard.")
    ] = Column(default=None, max_length=LONGEST)
    decision: Annotated[str | None, _long("What was decided", why="So that both leave with the same answer.")] = Column(
        default=None, max_length=LONGEST
    )
    carried: Annotated[str | None, _long("Worries carried", why="Who holds others’ fears needs a place for them.")] = (
        Column(default=None, max_length=LONGEST)
    )
    power: Annotated[str | None, _long("Power and difference", why="Who may say what to whom shapes every talk.")] = (
        Column(default=None, max_length=LONGEST)
    )
    team_picture: Annotated[str | None, _long("The team as a whole", why="Who is quiet is easily not seen.")] = Column(
        default=None, max_length=LONGEST
    )
    learning: Annotated[
        str | None,
        Shown("Learning", why="Skill grows where somebody asks about it.", audience=Audience.PAIR, long=True),
    ] = None
    organisation: Annotated[
        str | None,
        Shown(
            "For the organisation to fix",
            why="You can ask where they cannot.",
            audience=Audience.PAIR,
            long=True,
        ),
    ] = None
    boundaries: Annotated[
        str | None,
        Shown(
            "Boundaries and safety", why="Care for others needs limits that hold.", audience=Audience.PAIR, long=True
        ),
    ] = None
    went_well: Annotated[
        str | None, Shown("What went well", why="Good work is seldom said aloud.", audience=Audience.PAIR, long=True)
    ] = None
    her_words: Annotated[
        str | None,
        Shown("In their own words", why="Also where they see it otherwise.", audience=Audience.PAIR, long=True),
    ] = None
    plan: Annotated[str | None, _long("The plan", why="A decision without a next step changes little.")] = Column(
        default=None, max_length=LONGEST
    )
    agreed_on: Annotated[
        date | None,
        Shown(
            "Read and agreed by both on",
            why="They read what is kept of it before it stands.",
            audience=Audience.PAIR,
            past=True,
        ),
    ] = None
    how_agreed: Annotated[
        HowAgreed | None, Shown("How it was agreed", why="Both said yes to the same words.", audience=Audience.PAIR)
    ] = None


class CheckIn(CheckInDraft, Record, table=True):
    """Time set aside to listen, planned or held."""


class PromiseOwner(StrEnum):
    SUPERVISOR = "supervisor"
    CAREGIVER = "caregiver"
    COORDINATOR = "coordinator"
    ORGANISATION = "organisation"


class PromiseState(StrEnum):
    OPEN = "open"
    DONE = "done"
    CHANGED = "changed"
    DROPPED = "dropped"


class PromiseDraft(OfPair, SeenOtherwise):
    check_in: Annotated[
        str | None, Shown("Made at", why="The next check-in asks after it.", audience=Audience.OPEN, refers="check_in")
    ] = None
    observation: Annotated[
        str | None,
        Shown("Made after", why="At most three come of one visit.", audience=Audience.PAIR, refers="observation"),
    ] = None
    owner: Annotated[
        PromiseOwner, Shown("Who", why="A supervisor’s own promises are listed first.", audience=Audience.OPEN)
    ]
    what: Annotated[str, Shown("What", why="So that both remember the same thing.", audience=Audience.PAIR)] = Column(
        max_length=140
    )
    due: Annotated[
        date | None, Shown("By when", why="A promise without a day is easily lost.", audience=Audience.OPEN)
    ] = None
    state: Annotated[
        PromiseState, Shown("State", why="Carried forward until done, changed or dropped.", audience=Audience.OPEN)
    ] = PromiseState.OPEN
    why_dropped: Annotated[
        str | None,
        Shown("Why it was dropped", why="A promise that only vanishes is a broken one.", audience=Audience.PAIR),
    ] = Column(default=None, max_length=140)
    reviewed: Annotated[
        date | None, Shown("Looked at on", why="When you last spoke of it.", audience=Audience.OPEN)
    ] = None


class Promise(PromiseDraft, Record, table=True):
    """Who does what by when, said at a check-in."""


class HandingOnDraft(Draft):
    caregiver: Annotated[
        str, Shown("Caregiver", why="So that who comes next can begin.", audience=Audience.OPEN, refers="person")
    ]
    team: Annotated[
        str, Shown("Team", why="Who supervises it next may read this.", audience=Audience.OPEN, refers="team")
    ]
    day: Annotated[date, Shown("Written on", why="What is passed on grows old.", audience=Audience.OPEN, past=True)]
    agreed: Annotated[
        bool, Shown("The caregiver agreed", why="Only what they want passed on is.", audience=Audience.OPEN)
    ] = False
    words: Annotated[
        str | None,
        Shown("To pass on", why="What they agreed that the next supervisor knows.", audience=Audience.WORDS, long=True),
    ] = Column(default=None, max_length=1000)
    next_day: Annotated[
        date | None, Shown("Next check-in", why="Nobody should fall between two supervisors.", audience=Audience.OPEN)
    ] = None


class HandingOn(HandingOnDraft, Record, table=True):
    """What a supervisor passes on of a caregiver, with her word: all else that the two said stays with them."""


SUPERVISION = register(
    Kind(
        "supervision",
        "supervision link",
        "supervision links",
        SupervisionDraft,
        Supervision,
        home=Kind.OWN,
        when="since",
        about="caregiver",
    )
)
CHECK_IN = register(
    Kind(
        "check_in",
        "check-in",
        "check-ins",
        CheckInDraft,
        CheckIn,
        home="supervision",
        when="day",
        about="caregiver",
        upcasts=(Upcast(),),
    )
)
PROMISE = register(
    Kind("promise", "promise", "promises", PromiseDraft, Promise, home="supervision", when="due", about="caregiver")
)
HANDING_ON = register(
    Kind(
        "handing_on",
        "hand-over note",
        "hand-over notes",
        HandingOnDraft,
        HandingOn,
        home="team",
        when="day",
        about="caregiver",
    )
)
