"""Beginning a book, and the people and places in it."""

from __future__ import annotations

from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import keep, new, tell
from caregiver_desk.records.people import (
    ASSIGNMENT,
    ENGAGEMENT,
    HOUSEHOLD,
    MEMBER,
    PERSON,
    TEAM,
    AssignmentDraft,
    EngagementDraft,
    PersonDraft,
    Role,
    SiteDraft,
    TeamDraft,
)
from caregiver_desk.records.record import spread
from caregiver_desk.records.supervision import SUPERVISION, SupervisionDraft
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.wording import say

for kind in (TEAM, PERSON, ENGAGEMENT, HOUSEHOLD, MEMBER, ASSIGNMENT):
    keep(kind, "people")


def introduce(book: Book, *, name: str, site: str, team: str) -> None:
    """Write the first page of a new book: the site, its team, and the person whose book it is."""
    given, _, surname = name.strip().rpartition(" ")
    owner = PersonDraft(given_names=given or surname, surname=surname if given else None)
    first_team = new(book, TEAM, TeamDraft(name=team))
    engagement = EngagementDraft(person=book.person, team=first_team.record, role=Role(book.role), since=clock.today())
    scope = first_team.scope
    ledger.append(
        book,
        "introduce",
        [
            Change("site", clock.new_record(book.site), book.site, spread(SiteDraft(name=site))),
            Change("person", book.person, book.site, spread(owner)),
            first_team,
            Change("engagement", clock.new_record(scope), scope, spread(engagement)),
        ],
        undoable=False,
    )


def own_team(book: Book) -> str:
    """The team of the person whose book it is."""
    mine = questions.listing(book, "engagement", {"person": book.person})
    return str(mine[-1]["team"])


@act("Add a caregiver", subject="people")
def add_caregiver(book: Book, *, person: PersonDraft, team: str = "", since: date | None = None) -> Outcome:
    """A new caregiver of this team: the person, her engagement, and the link by which she is supported."""
    somebody = new(book, PERSON, person)
    team_scope = questions.get(book, "team", team or own_team(book))
    engaged = EngagementDraft(person=somebody.record, team=team_scope.id, since=since)
    link = new(book, SUPERVISION, SupervisionDraft(caregiver=somebody.record, supervisor=book.person, since=since))
    engagement = Change("engagement", clock.new_record(team_scope.scope), team_scope.scope, spread(engaged))
    saved = ledger.append(book, "add_caregiver", [somebody, engagement, link])
    return tell(saved, say("Added: {name}.", name=questions.call(PERSON, person.model_dump())), somebody.record)


@act("Assign a household", subject="people")
def assign_household(book: Book, *, assignment: AssignmentDraft) -> Outcome:
    """From this day on this caregiver visits this household; an earlier assignment ends on it."""
    started = assignment.since or clock.today()
    earlier = [
        Change("assignment", leaf.id, leaf.scope, {"until": started.isoformat()})
        for leaf in questions.listing(book, "assignment", {"household": assignment.household})
        if leaf["until"] is None
    ]
    change = new(book, ASSIGNMENT, assignment)
    return tell(ledger.append(book, "assign_household", [*earlier, change]), say("Assigned."), change.record)
