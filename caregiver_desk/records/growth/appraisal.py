"""The yearly look at somebody's work and way: strengths, where they may be best placed, and what they wish.

Context. Who is good with families is often made a supervisor, and both sides lose. Most who want to go on do not want
to manage others. A wish that is written down may follow somebody for years.

Decision. Interest in supervising and readiness for it are two questions, and “no, thank you” is an answer like any
other; so is every career wish. All of it stays between the two, but for one fact that is open: that there was such a
talk, on which day. Who plans for later needs to know who would like to supervise. So the interest may rise, only with
the person's yes, as a record of its own that is written when a bundle for a coordinator is made (`store/rising.py`) and
not before: a line once written travels. It says nothing but that they are interested; never how ready somebody finds
them, and a “no” never rises. Once up it can be taken back, which goes up like anything else.

Consequences. The id of what rises follows from that of the appraisal, so two laptops of one person send one of it up.
Where one of them took it back, or wrote a “no”, before it knew that the other had sent it, it is taken back with the
next bundle: of what two laptops say apart, the “no” is heard.
Where the two see it differently both say so in words, and that is an end like agreeing.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.growth.development import LONGEST, Expectations, Expected
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import OfPair


class Interest(StrEnum):
    """In supervising others, as the person says it."""

    YES = "yes"
    PERHAPS = "perhaps later"
    NO = "no, thank you"
    NOT_ASKED = "not asked"


class Readiness(StrEnum):
    """For supervising others, as the two see it; somebody may be ready and not want to, and the other way round."""

    NOW = "ready now"
    WITH_HELP = "ready with support"
    LATER = "not yet"
    OPEN = "too early to say"


class Wish(StrEnum):
    """Each is a normal outcome."""

    DEEPEN = "stay and deepen"
    PRACTITIONER = "grow as practitioner, not manager"
    SPECIALISE = "specialise"
    SUPERVISE = "supervise"
    STUDY = "formal study"
    OTHER = "something else"
    NOT_NOW = "not now"


class SeenAlike(StrEnum):
    BOTH = "both agree"
    OTHERWISE = "they see it otherwise"


class InterestState(StrEnum):
    STANDS = "stands"
    TAKEN_BACK = "taken back"


def _words(label: str, why: str) -> Shown:
    return Shown(label, why=why, audience=Audience.PAIR, long=True)


class AppraisalTold(Draft):
    caregiver: Annotated[
        str, Shown("With whom", why="So that it stands on their own page.", audience=Audience.OPEN, refers="person")
    ]
    day: Annotated[
        date, Shown("Day", why="Once a year there is time for the whole way.", audience=Audience.OPEN, past=True)
    ]
    strengths: Annotated[str | None, _words("Strengths", "What goes well is said first, and aloud.")] = Column(
        default=None, max_length=1000
    )
    best_placed: Annotated[
        str | None,
        _words("Where they may be best placed", "A fine practitioner is not assumed to be a fine supervisor."),
    ] = Column(default=None, max_length=500)
    wish: Annotated[
        Wish | None, Shown("What they wish for", why="Each of these is a good answer.", audience=Audience.PAIR)
    ] = None
    interest: Annotated[
        Interest | None,
        Shown(
            "Would they like to supervise", why="“No, thank you” is an answer like any other.", audience=Audience.PAIR
        ),
    ] = None
    readiness: Annotated[
        Readiness | None,
        Shown("Are they ready for it", why="Another question: who is ready may not want to.", audience=Audience.PAIR),
    ] = None
    their_words: Annotated[str | None, _words("In their words", "Whose way it is has the first word.")] = Column(
        default=None, max_length=1000
    )
    our_words: Annotated[str | None, _words("In your words", "What you see, and what you will do for it.")] = Column(
        default=None, max_length=1000
    )
    alike: Annotated[
        SeenAlike | None,
        Shown("Do both see it so", why="To see it otherwise is a good end too.", audience=Audience.PAIR),
    ] = None
    expectations: Expectations = None
    expected: Expected = Column(default=None, max_length=LONGEST)


class AppraisalDraft(AppraisalTold, OfPair):
    released: Annotated[
        bool,
        Shown(
            "Their interest may be known",
            why="Without their yes nobody else hears who would like to supervise.",
            audience=Audience.PAIR,
        ),
    ] = False


class Appraisal(AppraisalDraft, Record, table=True):
    """A yearly appraisal."""


class SupervisingInterestDraft(OfPair):
    appraisal: Annotated[
        str,
        Shown("Said at", why="It holds as long as what they said there.", audience=Audience.OPEN, refers="appraisal"),
    ]
    interest: Annotated[
        Interest, Shown("Would like to supervise", why="Who plans for later knows whom to ask.", audience=Audience.OPEN)
    ]
    day: Annotated[date, Shown("Said on", why="A wish of long ago is asked for again.", audience=Audience.OPEN)]
    state: Annotated[
        InterestState, Shown("State", why="Who thinks otherwise takes it back at any time.", audience=Audience.OPEN)
    ] = InterestState.STANDS


class SupervisingInterest(SupervisingInterestDraft, Record, table=True):
    """Somebody would like to supervise, and lets it be known."""


APPRAISAL = register(
    Kind(
        "appraisal", "yearly appraisal", "yearly appraisals", AppraisalDraft, Appraisal,
        home="supervision", when="day", about="caregiver",
    )
)  # fmt: skip
SUPERVISING_INTEREST = register(
    Kind(
        "supervising_interest", "interest in supervising", "interests in supervising",
        SupervisingInterestDraft, SupervisingInterest, home="supervision", about="caregiver",
    )
)  # fmt: skip
