"""What a site says for itself: its own numbers, when it is closed, its policy, and its words.

Context. Numbers, words and intervals are shipped with the program; hardly one is a law, and sites differ.

Decision. Four small kinds that live in the site's scope and are about nobody. All of it is open: numbers, dates, and
words for things, so that each laptop of the site counts and speaks alike. A number is said by one record, which is
changed when another is said, so that two who say it apart are an ordinary conflict; until that is settled the shipped
number holds, for nobody has agreed on another. A policy and a catalogue of words are never changed: what is said anew
is a new version, and an old record goes on naming the one it was written in.

Consequences. Which names there are is known to `practice/norms.py` alone: a number that this program does not know,
or that lies beyond its bounds, came from a newer one and leads nobody here.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from sqlmodel import Field as Column

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Draft, Kind, Record, Shown, Upcast, register

OfSite = Annotated[
    str, Shown("Site", why="Each organisation says it for itself.", audience=Audience.OPEN, refers="site")
]
SaidOn = Annotated[date, Shown("Said on", why="What was said long ago is looked at again.", audience=Audience.OPEN)]
SaidBy = Annotated[str | None, Shown("Said by", why="Whom to ask about it.", audience=Audience.OPEN, refers="person")]


class SiteNormDraft(Draft):
    site: OfSite
    name: Annotated[str, Shown("Which number", why="Each is said by itself.", audience=Audience.OPEN)] = Column(
        max_length=40
    )
    value: Annotated[
        int, Shown("Our number", why="What counts as much, as late, as soon here.", audience=Audience.OPEN)
    ] = Column(ge=0, le=10_000)
    reason: Annotated[
        str | None,
        Shown("Why", why="Whoever comes later knows what it was for.", audience=Audience.OPEN, long=True),
    ] = Column(default=None, max_length=280)
    day: SaidOn
    said_by: SaidBy = None


class SiteNorm(SiteNormDraft, Record, table=True):
    """One number of the practice, as a site says it."""


class ClosureDraft(Draft):
    site: OfSite
    since: Annotated[date, Shown("Closed from", why="Nothing is due meanwhile.", audience=Audience.OPEN)]
    until: Annotated[date, Shown("Open again on", why="From this day on it counts again.", audience=Audience.OPEN)]
    why: Annotated[
        str | None, Shown("What for", why="So that each laptop shows the same reason.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=80)


class Closure(ClosureDraft, Record, table=True):
    """Days on which a site is closed."""


class PolicyDraft(Draft):
    site: OfSite
    name: Annotated[str, Shown("Name of the policy", why="Both know which paper is meant.", audience=Audience.OPEN)] = (
        Column(max_length=48)
    )
    version: Annotated[str, Shown("Version", why="Which rules held that day.", audience=Audience.OPEN)] = Column(
        max_length=20
    )
    since: Annotated[date, Shown("In force from", why="An older one holds until then.", audience=Audience.OPEN)]
    kept_at: Annotated[
        str | None, Shown("Where the paper is kept", why="So that anybody can read it.", audience=Audience.OPEN)
    ] = Column(default=None, max_length=140)
    digest: Annotated[
        str | None,
        Shown("SHA-256 of the file", why="Shows that a file is the one that was agreed to.", audience=Audience.OPEN),
    ] = Column(default=None, max_length=64)
    said_by: SaidBy = None


class Policy(PolicyDraft, Record, table=True):
    """A version of the site's policy on supervision."""


class Catalogue(StrEnum):
    """Lists of words that a site may say otherwise."""

    STRESSORS = "stressors"
    FOLLOW_UPS = "follow-ups"
    OBSERVATION = "visits together"
    CHECK_INS = "check-ins"
    RESPONSES = "usual responses"
    AIDS = "job aids"


class WordingDraft(Draft):
    site: OfSite
    catalogue: Annotated[Catalogue, Shown("Which words", why="Each list is said by itself.", audience=Audience.OPEN)]
    version: Annotated[
        str, Shown("Version", why="A record names the words it was written in.", audience=Audience.OPEN)
    ] = Column(max_length=40)
    words: Annotated[
        str,
        Shown("Our words", why="People speak of things in their own way.", audience=Audience.OPEN, long=True),
    ] = Column(max_length=12_000)
    day: SaidOn
    said_by: SaidBy = None


class Wording(WordingDraft, Record, table=True):
    """What a site says otherwise in one list of words: a line each, its code and its words."""


SITE_NORM = register(
    Kind("site_norm", "number of the site", "numbers of the site", SiteNormDraft, SiteNorm, home="site")
)
CLOSURE = register(Kind("closure", "closure", "closures", ClosureDraft, Closure, home="site"))
POLICY = register(Kind("policy", "policy", "policies", PolicyDraft, Policy, home="site"))
WORDING = register(
    Kind(
        "wording",
        "words of the site",
        "words of the site",
        WordingDraft,
        Wording,
        home="site",
        upcasts=(Upcast(), Upcast()),  # there are more lists of words
    )
)
