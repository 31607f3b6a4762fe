"""What weighs on a caregiver, and the support she is offered.

Both live in the pair's scope and are read by the two people of that link. A follow-up that was declined is fine and
never overdue. If she does not want a stressor recorded, only that support was offered may be stored. That she herself
was referred somewhere is such a follow-up (F14, F15), with what came of it, so that nobody but the two knows of it.

Who may know of a burden is the caregiver's to say. It passes nothing on: it only tells the supervisor what may be said,
to the team as a number, to the organisation in a request.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.otherwise import SeenOtherwise
from caregiver_desk.records.record import Elements, Kind, Record, Shown, Upcast, register
from caregiver_desk.records.reported import ReportedWithinPair
from caregiver_desk.records.supervision.supervision import WithinPair
from caregiver_desk.records.visits.referrals import ReferralState, Way
from caregiver_desk.records.wellbeing.danger import SaidInDanger
from caregiver_desk.records.worded import Worded


class StressorGroup(StrEnum):
    """The eight groups; a code is a group's letter and a number."""

    WORKLOAD = "W"
    ORGANISATION = "O"
    COMMUNITY = "C"
    PERSONAL = "P"
    SKILLS = "K"
    BOUNDARIES = "B"
    SAFETY = "S"
    GRIEF = "G"


class StressorCode(StrEnum):
    """What weighs on her; the words for each code are in the wording of the desk."""

    W1 = "W1"
    W2 = "W2"
    W3 = "W3"
    W4 = "W4"
    W5 = "W5"
    W6 = "W6"
    W7 = "W7"
    O1 = "O1"
    O2 = "O2"
    O3 = "O3"
    O4 = "O4"
    O5 = "O5"
    O6 = "O6"
    O7 = "O7"
    O8 = "O8"
    O9 = "O9"
    O10 = "O10"
    O11 = "O11"
    C1 = "C1"
    C2 = "C2"
    C3 = "C3"
    C4 = "C4"
    C5 = "C5"
    C6 = "C6"
    C7 = "C7"
    C8 = "C8"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"
    P5 = "P5"
    P6 = "P6"
    P7 = "P7"
    P8 = "P8"
    K1 = "K1"
    K2 = "K2"
    K3 = "K3"
    K4 = "K4"
    K5 = "K5"
    K6 = "K6"
    K7 = "K7"
    K8 = "K8"
    B1 = "B1"
    B2 = "B2"
    B3 = "B3"
    B4 = "B4"
    B5 = "B5"
    B6 = "B6"
    B7 = "B7"
    S1 = "S1"
    S2 = "S2"
    S3 = "S3"
    S4 = "S4"
    S5 = "S5"
    S6 = "S6"
    S7 = "S7"
    S8 = "S8"
    G1 = "G1"
    G2 = "G2"
    G3 = "G3"
    G4 = "G4"
    G5 = "G5"
    G6 = "G6"
    G7 = "G7"
    G8 = "G8"


class SaidBy(StrEnum):
    SELF = "herself"
    SUPERVISOR = "supervisor"
    PEER = "peer"


class StressorState(StrEnum):
    OPEN = "open"
    WORKED_ON = "being worked on"
    EASED = "eased"
    CLOSED = "closed"
    NOT_CHANGED = "could not be changed"


class HardEvent(StrEnum):
    """What happened; what is proposed after it is data (`resources/practice/events.toml`)."""

    CHILD_DIED = "death of a child"
    CLIENT_DIED = "death of a client"
    ROBBERY = "robbery"
    ASSAULT = "assault"
    THREAT = "threat"
    HARASSMENT = "sexual harassment"
    ACCIDENT = "accident"
    SHOOTING = "shooting or unrest"
    DISCLOSURE = "disclosure heard"
    SUICIDE = "suicide of a client"
    TEAM_DEATH = "death in the team"
    FAMILY_DEATH = "death in the family"
    OTHER = "other"


class MayKnow(StrEnum):
    """Who may know of it, as the caregiver says."""

    US = "only us two"
    TEAM = "the team"
    ORGANISATION = "the organisation"


class StressorDraft(WithinPair, SeenOtherwise, SaidInDanger, ReportedWithinPair, Worded):
    codes: Annotated[
        frozenset[StressorCode],
        Shown("What weighs on them", why="The next check-in asks about it.", audience=Audience.PAIR),
    ] = Column(sa_type=Elements, min_length=1, max_length=3)
    severity: Annotated[
        int,
        Shown(
            "How much",
            why="Three and four call for support.",
            audience=Audience.PAIR,
            unit="0 not a problem … 4 I cannot carry on",
        ),
    ] = Column(ge=0, le=4)
    since: Annotated[
        date | None,
        Shown("Since", why="Old burdens need another answer than new ones.", audience=Audience.PAIR, past=True),
    ] = None
    said_by: Annotated[SaidBy, Shown("Said by", why="Their own word weighs most.", audience=Audience.PAIR)] = (
        SaidBy.SELF
    )
    acute: Annotated[
        bool | None,
        Shown("One event started it", why="After an event a talk is offered within a day.", audience=Audience.PAIR),
    ] = None
    happened: Annotated[
        date | None,
        Shown("It happened on", why="They are asked again after two weeks and after six.", audience=Audience.PAIR),
    ] = None
    event: Annotated[
        HardEvent | None,
        Shown("What happened", why="A word is enough; nobody has to tell the story.", audience=Audience.PAIR),
    ] = None
    household: Annotated[
        str | None,
        Shown(
            "In which home",
            why="That home may need another way to be visited.",
            audience=Audience.PAIR,
            refers="household",
        ),
    ] = None
    agreed: Annotated[
        bool,
        Shown(
            "Agrees to this record",
            why="Without their yes only the offer of support is kept.",
            audience=Audience.PAIR,
        ),
    ] = True
    may_know: Annotated[
        MayKnow,
        Shown(
            "Who may know",
            why="Theirs to say, and nothing is sent by it. Team: you may speak of it there without a name."
            " Organisation: you may name it in a request.",
            audience=Audience.PAIR,
        ),
    ] = MayKnow.US
    state: Annotated[
        StressorState, Shown("State", why="Stays on the agenda until it has eased.", audience=Audience.PAIR)
    ] = StressorState.OPEN
    why_not: Annotated[
        str | None,
        Shown(
            "Why it could not be changed", why="So that nobody promises it again.", audience=Audience.PAIR, long=True
        ),
    ] = Column(default=None, max_length=280)


class Stressor(StressorDraft, Record, table=True):
    """Something that weighs on a caregiver, in at most three codes."""


class FollowUpCode(StrEnum):
    MAKE_SAFE = "F1"
    SUPPORT_CONVERSATION = "F2"
    PHONE = "F3"
    REST = "F4"
    LIGHTER_CASELOAD = "F5"
    PRACTICAL_HELP = "F6"
    ACCOMPANY = "F7"
    BUDDY = "F8"
    GROUP = "F9"
    REMEMBRANCE = "F10"
    SELF_CARE = "F11"
    BOUNDARY_TALK = "F12"
    TRAINING = "F13"
    REFERRAL_CARE = "F14"
    REFERRAL_LEGAL = "F15"
    URGENT_CARE = "F16"
    ORGANISATION = "F17"
    CLOSING_TALK = "F18"


class FollowUpState(StrEnum):
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DONE = "done"
    REVIEWED = "reviewed"
    DECLINED = "declined"
    LAPSED = "lapsed"


class AfterEvent(StrEnum):
    """How somebody is asked after once something hard has happened, beside what else is offered."""

    SEEN = "seen in person"
    AGAIN = "asked again"
    LATER = "asked once more"


class Reached(StrEnum):
    """How word came to somebody and back. Where there is no airtime, a neighbour or the clinic carries it."""

    IN_PERSON = "in person"
    PHONE = "by phone"
    NEIGHBOUR = "through a neighbour"
    CLINIC = "through the clinic"


class FollowUpDraft(WithinPair, SeenOtherwise, ReportedWithinPair, Worded):
    code: Annotated[FollowUpCode, Shown("Support", why="So that an offer is kept.", audience=Audience.PAIR)]
    stressor: Annotated[
        str | None,
        Shown("Because of", why="A link is enough; no story is needed.", audience=Audience.PAIR, refers="stressor"),
    ] = None
    plan: Annotated[
        str | None,
        Shown("Part of", why="A plan is looked at as a whole.", audience=Audience.PAIR, refers="support_plan"),
    ] = None
    service: Annotated[
        str | None,
        Shown("With whom", why="Whom to ask whether it helped.", audience=Audience.PAIR, refers="service"),
    ] = None
    way: Annotated[
        Way | None,
        Shown("How they were referred", why="Who was accompanied arrives more often.", audience=Audience.PAIR),
    ] = None
    came_of_it: Annotated[
        ReferralState | None,
        Shown("What came of the referral", why="One that nobody asks after is soon lost.", audience=Audience.PAIR),
    ] = None
    asks: Annotated[
        AfterEvent | None,
        Shown("After a hard event", why="Grief comes later too; they are asked again.", audience=Audience.PAIR),
    ] = None
    helper: Annotated[
        str | None,
        Shown("Who helps, by name", why="“Somebody” rings nobody: a person with a name does.", audience=Audience.PAIR),
    ] = Column(default=None, max_length=80)
    reached: Annotated[
        Reached | None,
        Shown("How they were reached", why="Without airtime a neighbour carries word.", audience=Audience.PAIR),
    ] = None
    due: Annotated[date | None, Shown("By when", why="So that the offer is kept.", audience=Audience.PAIR)] = None
    done_on: Annotated[
        date | None, Shown("Done on", why="Whether the offer was kept.", audience=Audience.PAIR, past=True)
    ] = None
    state: Annotated[
        FollowUpState, Shown("State", why="Declined is fine and never overdue.", audience=Audience.PAIR)
    ] = FollowUpState.OFFERED
    helped: Annotated[
        int | None,
        Shown(
            "Did it help",
            why="Their view decides what to offer next.",
            audience=Audience.PAIR,
            unit="0 no, 1 a little, 2 yes",
        ),
    ] = Column(default=None, ge=0, le=2)
    cost: Annotated[
        int | None,
        Shown("What it cost", why="Airtime and a taxi are part of support.", audience=Audience.PAIR, unit="rand"),
    ] = Column(default=None, ge=0, le=100_000)
    next: Annotated[
        str | None, Shown("What next", why="What they want now that this was tried.", audience=Audience.PAIR)
    ] = Column(default=None, max_length=140)


class FollowUp(FollowUpDraft, Record, table=True):
    """One piece of psychosocial support, offered and followed up."""


STRESSOR = register(
    Kind(
        "stressor",
        "stressor",
        "stressors",
        StressorDraft,
        Stressor,
        home="supervision",
        when="since",
        about="caregiver",
        upcasts=(Upcast(),),
    )
)
FOLLOW_UP = register(
    Kind(
        "follow_up",
        "PSS follow-up",
        "PSS follow-ups",
        FollowUpDraft,
        FollowUp,
        home="supervision",
        when="due",
        about="caregiver",
    )
)
