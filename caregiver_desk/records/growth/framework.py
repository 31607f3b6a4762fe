"""What good work needs, as a list of statements with levels that a site loads; and what two people say of each.

Context. Published frameworks belong to others, and change. What is expected of somebody who goes from home to home in
one place is best said there.

Decision. A framework is data. Two of the project's own are shipped in `resources/practice`; a site loads others from a
file. A framework is about nobody, lives in the site's scope and is open. It is never changed: what is loaded anew is a
new version with a name made of its words, and what was said stays in the words it was said in.

What somebody says of their own work, and what the other says of it, is a *view*: one statement, one level, one day,
one side. Views stay between the two. A level is a word, no number stands anywhere in it, and nothing is added up.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.customs import OfSite, SaidBy, SaidOn
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register
from caregiver_desk.records.supervision.supervision import WithinPair

LONGEST_CODE = 40


class ForWhom(StrEnum):
    CAREGIVER = "caregiver"
    SUPERVISOR = "supervisor"


class Side(StrEnum):
    OWN = "own"
    SEEN = "seen"


class FrameworkDraft(Draft):
    site: OfSite
    whom: Annotated[ForWhom, Shown("For whom", why="Supervising needs other things.", audience=Audience.OPEN)]
    name: Annotated[str, Shown("Name", why="What it is called here.", audience=Audience.OPEN)] = Column(max_length=80)
    version: Annotated[
        str, Shown("Version", why="What was said is read in the words of its day.", audience=Audience.OPEN)
    ] = Column(max_length=LONGEST_CODE)
    words: Annotated[
        str,
        Shown("Statements and levels", why="What good work needs, in plain words.", audience=Audience.OPEN, long=True),
    ] = Column(max_length=20_000)
    day: SaidOn
    said_by: SaidBy = None


class Framework(FrameworkDraft, Record, table=True):
    """What good work needs, as a site says it."""


class CapabilityViewDraft(WithinPair):
    framework: Annotated[
        str, Shown("Version of the framework", why="In whose words it was said.", audience=Audience.PAIR)
    ] = Column(max_length=LONGEST_CODE)
    statement: Annotated[str, Shown("Statement", why="Each is spoken of by itself.", audience=Audience.PAIR)] = Column(
        max_length=LONGEST_CODE
    )
    side: Annotated[Side, Shown("Whose view", why="Both views stand beside each other.", audience=Audience.PAIR)]
    level: Annotated[str, Shown("Level", why="A word, which is never added up.", audience=Audience.PAIR)] = Column(
        max_length=LONGEST_CODE
    )
    day: Annotated[
        date, Shown("Day", why="People grow: what was said before stays.", audience=Audience.PAIR, past=True)
    ]


class CapabilityView(CapabilityViewDraft, Record, table=True):
    """What one of the two says of one statement."""


FRAMEWORK = register(
    Kind("framework", "capability framework", "capability frameworks", FrameworkDraft, Framework, home="site")
)
CAPABILITY_VIEW = register(
    Kind(
        "capability_view", "view of a capability", "views of capabilities", CapabilityViewDraft, CapabilityView,
        home="supervision", about="caregiver",
    )
)  # fmt: skip
