"""What the settings show: whose book this is, how it is kept, and with whom it is shared. Questions of a book."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from caregiver_desk import clock, settings
from caregiver_desk.acts.concerns.how_it_stands import named_lead
from caregiver_desk.acts.retention import due
from caregiver_desk.acts.times import times_of
from caregiver_desk.acts.trial import is_due as due_trial
from caregiver_desk.desk.answers.customs import Customs, customs
from caregiver_desk.desk.answers.growth.roads import Roads, roads
from caregiver_desk.desk.answers.people.areas import Tree, tree
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.answers.time_given import Month, time_given
from caregiver_desk.records.people.people import Role
from caregiver_desk.settings import Look
from caregiver_desk.store import access, choices, partners, questions, trial, upkeep
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.wording import say

LATELY = 30  # days


@dataclass(frozen=True)
class Own:
    """A book, as its owner sees it; `person` is her own record."""

    person: str
    name: str
    role: str
    sign: str
    fictional: bool
    look: Look
    idle_minutes: float
    backed_up_on: date | None
    tried_on: date | None  # when a backup was last tried
    trial_due: bool
    partners: tuple[Partner, ...]
    log: Mapping[str, int]  # what the access log counts of the last days
    due: int  # records that were kept long enough
    suggested: int  # times of keeping that nobody has confirmed
    months: tuple[Month, ...]  # time with people beside time at the desk, newest first
    customs: Customs
    roads: Roads
    areas: Tree | None  # for a coordinator
    site: str  # where a safeguarding lead is named
    lead: tuple[str, str]  # who that is, and who instead where the lead is the one meant


def own(book: Book) -> Own:
    site = questions.own_site(book)
    return Own(
        person=book.person,
        name=questions.names_of(book, [book.person]).get(book.person, ""),
        role=say(str(book.role)),
        sign=settings.shelved(book.vault.folder).sign,
        fictional=book.fictional,
        look=choices.look(book) or Look(),
        idle_minutes=choices.idle_minutes(book),
        backed_up_on=upkeep.backed_up_on(book, clock.today()),
        tried_on=trial.tried_on(book, clock.today()),
        trial_due=due_trial(book, clock.today()),
        partners=tuple(each for each in partners.known(book) if not each.parted),
        log=access.lately(book, clock.now() - LATELY * 24 * 3600),
        due=sum(len(each.ids) for each in due(book, clock.today())),
        suggested=sum(each.day is None for each in times_of(book)),
        months=time_given(book),
        customs=customs(book),
        roads=roads(book),
        areas=tree(book) if book.role == Role.COORDINATOR else None,
        site=site.id if site else "",
        lead=_lead(book),
    )


def _lead(book: Book) -> tuple[str, str]:
    named = named_lead(book)
    fields = (("name", "phone"), ("instead", "instead_phone"))
    told = [joined(*(str(named[each]) for each in pair if named[each])) if named else "" for pair in fields]
    return told[0], told[1]
