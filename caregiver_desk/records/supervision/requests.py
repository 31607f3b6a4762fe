"""What is asked of the organisation: a wish that stays between two people, and the request it becomes by going up.

Context. A stipend that comes late is mended by a coordinator, not by listening. So a caregiver's words may have to go
where free text never goes; and they are hers until she says that they may.

Decision. Two records. The *wish* (`asking`) is for the two in the room alone, in each of its fields: what is asked,
whether the caregiver releases it, and whether they agree to be named. The *request* is what goes up: sort, theme, days
and states are open, as counts and outcomes are; the words, the answer, and the name of who agreed to be named are for
the team and its coordinator. It is the one place where words rise by the ordinary bundle, and only because somebody
released just these words for it. A request is written when a bundle for a coordinator is made (`store/rising.py`), not
before: a line that was written once travels with its stream, also where it was taken back later. It lives with the
team, for the scope of a pair would say whose it is where nobody is named.

Consequences. A release that is taken back before the bundle leaves no trace in what travels. Afterwards a request can
only be *taken back*, which goes up like any answer; where both are said at once it is an ordinary conflict. The id of
a request follows from that of its wish, so that two laptops of one person send up one request and not two.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, register
from caregiver_desk.wording import later

LONGEST = 280  # letters of what is asked, and of an answer


class RequestSort(StrEnum):
    MEDIATION = "mediation request"
    IDEA = "improvement idea"


class Theme(StrEnum):
    STIPEND = "stipend"
    TRANSPORT = "transport and airtime"
    SUPPLIES = "supplies"
    ROLE = "role"
    PARTNERS = "partners"
    PLACE = "place"
    WORKLOAD = "workload"
    SAFETY = "safety"
    OTHER = "other"


class RequestState(StrEnum):
    ASKED = "asked"
    UNDER_WAY = "under way"
    YES = "answered yes"
    NO = "answered no"
    TAKEN_BACK = "taken back"


def _team(audience: Audience) -> Shown:
    return Shown("Team", why="It goes to who coordinates this team.", audience=audience, refers="team")


def _sort(audience: Audience) -> Shown:
    return Shown("What it is", why="Something to be mended, or an idea to be tried.", audience=audience)


def _theme(audience: Audience) -> Shown:
    return Shown("About", why="What is asked often can be mended for all.", audience=audience)


UNTIL_RELEASED = later("Read by the two of you only, until they agree that it goes up to the coordinator.")


def _words(audience: Audience, readers: str = "") -> Shown:
    why = "Short, as they would say it themselves."
    return Shown("What is asked", why=why, audience=audience, long=True, readers=readers)


def _day(audience: Audience) -> Shown:
    return Shown("Asked on", why="From here the days to the answer count.", audience=audience, past=True)


def _reply_by(audience: Audience) -> Shown:
    return Shown("Reply by", why="Who asks should know until when to wait.", audience=audience)


class AskingDraft(Draft):
    team: Annotated[str, _team(Audience.PAIR)]
    caregiver: Annotated[
        str | None,
        Shown("From", why="So that the answer stands on their page.", audience=Audience.PAIR, refers="person"),
    ] = None
    sort: Annotated[RequestSort, _sort(Audience.PAIR)] = RequestSort.MEDIATION
    theme: Annotated[Theme, _theme(Audience.PAIR)]
    words: Annotated[str, _words(Audience.PAIR, UNTIL_RELEASED)] = Column(max_length=LONGEST)
    released: Annotated[
        bool, Shown("They agree that it goes up", why="Without their yes it stays here.", audience=Audience.PAIR)
    ] = False
    named: Annotated[
        bool, Shown("With their name", why="Only if they want to be known for it.", audience=Audience.PAIR)
    ] = False
    day: Annotated[date, _day(Audience.PAIR)]
    reply_by: Annotated[date | None, _reply_by(Audience.PAIR)] = None


class Asking(AskingDraft, Record, table=True):
    """A wish for the organisation, between the two."""


class RequestDraft(Draft):
    team: Annotated[str, _team(Audience.OPEN)]
    asked_by: Annotated[
        str,
        Shown("Asked by", why="Who brings the answer back to the team.", audience=Audience.OPEN, refers="person"),
    ]
    named: Annotated[
        str | None,
        Shown("In the name of", why="Only who agreed to be named.", audience=Audience.TEAM, refers="person"),
    ] = None
    sort: Annotated[RequestSort, _sort(Audience.OPEN)] = RequestSort.MEDIATION
    theme: Annotated[Theme, _theme(Audience.OPEN)]
    words: Annotated[str, _words(Audience.TEAM)] = Column(max_length=LONGEST)
    day: Annotated[date, _day(Audience.OPEN)]
    reply_by: Annotated[date | None, _reply_by(Audience.OPEN)] = None
    state: Annotated[
        RequestState, Shown("State", why="A request without an answer stays in sight.", audience=Audience.OPEN)
    ] = RequestState.ASKED
    answer: Annotated[
        str | None, Shown("Answer", why="It is read to who asked, in these words.", audience=Audience.TEAM, long=True)
    ] = Column(default=None, max_length=LONGEST)
    replied_on: Annotated[
        date | None, Shown("Answered on", why="A late answer is seen as one.", audience=Audience.OPEN, past=True)
    ] = None
    replied_by: Annotated[
        str | None,
        Shown("Answered by", why="Whoever answered can be asked for more.", audience=Audience.OPEN, refers="person"),
    ] = None
    told_on: Annotated[
        date | None,
        Shown("Who asked was told on", why="An answer helps once it was heard.", audience=Audience.OPEN, past=True),
    ] = None


class Request(RequestDraft, Record, table=True):
    """What was asked of the organisation, and its answer."""


ASKING = register(
    Kind(
        "asking",
        "wish for the organisation",
        "wishes for the organisation",
        AskingDraft,
        Asking,
        home="team",
        when="day",
        about="caregiver",
    )
)
REQUEST = register(
    Kind("request", "request", "requests", RequestDraft, Request, home="team", when="day", about="named")
)
