"""A concern about somebody who works with us, and to whom a site sends it.

Context. Whoever is meant may be anybody between the person who noticed something and the coordinator. What such people
see of an ordinary concern (number, kind, clock) is enough to warn the one it is about.

Decision. It is a kind of its own, and every field of it is protected: it has no line that a coordinator's bundle could
hold, so that nothing depends on somebody leaving it out. Its steps are a kind as well, for they name it. It is noted in
the same form and followed by the same acts. Whom a site names as its safeguarding lead is known to every book of the
site, with whoever is there instead where the lead is the one meant.

Consequences. It is in no sum, no list and no search of a coordinator, and it does not move with a team: it stays with
who noted it and with the lead, who both go on with it. Whoever takes the team over may be the one it is about, and a
coordinator who moves a team could not know; so no hand-over reaches it, and where its writer leaves before a lead has
it, the site asks them to give it to the lead first. That a key was let into some scope rides in every bundle, as of any
concern; the scope says nothing.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.concerns.concerns import ConcernDraft, ConcernSort, ConcernState, ConcernStepDraft
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register


class WorkerConcernDraft(ConcernDraft):
    """As any concern, and nothing of it is told to more people than the lead."""

    worker: Annotated[
        str,
        Shown(
            "About somebody who works with us",
            why="Such a concern goes to the safeguarding lead alone.",
            audience=Audience.PROTECTION,
        ),
    ] = Column(max_length=120)
    sort: Annotated[ConcernSort, Shown("Kind", why="It says whom to tell, and how soon.", audience=Audience.PROTECTION)]
    noticed: Annotated[
        date,
        Shown("Noticed on", why="The clock runs from here, not from now.", audience=Audience.PROTECTION, past=True),
    ]
    at: Annotated[
        str | None, Shown("At what time", why="Hours count. Leave it empty if unknown.", audience=Audience.PROTECTION)
    ] = Column(default=None, max_length=5)
    number: Annotated[
        str | None, Shown("Number", why="To speak of it without a name.", audience=Audience.PROTECTION)
    ] = Column(default=None, max_length=16)
    state: Annotated[ConcernState, Shown("State", why="Nothing may be left lying.", audience=Audience.PROTECTION)] = (
        ConcernState.NOTICED
    )


class WorkerConcern(WorkerConcernDraft, Record, table=True):
    """What somebody noticed of a person who works with us."""


class WorkerStepDraft(ConcernStepDraft):
    concern: Annotated[
        str,
        Shown(
            "Concern",
            why="So that it stands with what it belongs to.",
            audience=Audience.PROTECTION,
            refers="worker_concern",
        ),
    ]


class WorkerStep(WorkerStepDraft, Record, table=True):
    """Something that was done about a concern about a worker."""


class SafeguardingLeadDraft(Draft):
    site: Annotated[str, Shown("Site", why="Each organisation names its own.", audience=Audience.OPEN, refers="site")]
    name: Annotated[str, Shown("Name", why="Whom to tell of a concern about a worker.", audience=Audience.TEAM)] = (
        Column(max_length=80)
    )
    phone: Annotated[str, Shown("Phone", why="A bundle takes days; a call does not.", audience=Audience.TEAM)] = Column(
        max_length=40
    )
    outside: Annotated[
        bool,
        Shown(
            "Works elsewhere",
            why="Somebody from outside is freer, and may have no laptop of ours.",
            audience=Audience.OPEN,
        ),
    ] = False
    instead: Annotated[
        str | None,
        Shown(
            "If the lead is the one meant",
            why="There must always be another adult to tell.",
            audience=Audience.TEAM,
        ),
    ] = Column(default=None, max_length=80)
    instead_phone: Annotated[str | None, Shown("Their phone", why="To be reached as soon.", audience=Audience.TEAM)] = (
        Column(default=None, max_length=40)
    )
    day: Annotated[date, Shown("Named on", why="Of two the newer holds.", audience=Audience.OPEN, past=True)]
    untrained: Annotated[
        str | None,
        Shown(
            "Why without the course",
            why="They were named knowingly. Nobody waits with a concern for it.",
            audience=Audience.TEAM,
        ),
    ] = Column(default=None, max_length=140)


class SafeguardingLead(SafeguardingLeadDraft, Record, table=True):
    """To whom a site sends a concern about a worker."""


WORKER_CONCERN = register(
    Kind(
        "worker_concern",
        "concern about a worker",
        "concerns about workers",
        WorkerConcernDraft,
        WorkerConcern,
        home=Kind.OWN,
        named=("number",),
        stays=True,
    )
)
WORKER_STEP = register(
    Kind(
        "worker_step",
        "step of a concern about a worker",
        "steps of concerns about workers",
        WorkerStepDraft,
        WorkerStep,
        home="concern",
        stays=True,
        part=True,
    )
)
SAFEGUARDING_LEAD = register(
    Kind(
        "safeguarding_lead",
        "safeguarding lead",
        "safeguarding leads",
        SafeguardingLeadDraft,
        SafeguardingLead,
        home="site",
        named=("name",),
    )
)
