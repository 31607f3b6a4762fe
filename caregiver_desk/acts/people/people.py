"""Beginning a book, and the people in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.fairness.exit_talks import known_by_their_yes
from caregiver_desk.acts.growth.span import span_with
from caregiver_desk.acts.growth.training import trained_for_the_role
from caregiver_desk.acts.keeping import Rule, Wish, in_order, keep, new, new_in, scope_to_write, tell
from caregiver_desk.acts.supervision.pairs import founded_link
from caregiver_desk.errors import NotYours
from caregiver_desk.practice.people.vetting import Status, Vetted, status
from caregiver_desk.records.people.people import (
    ENGAGEMENT,
    NOTICE,
    PERSON,
    SITE,
    TEAM,
    VETTING,
    Check,
    EngagementDraft,
    PersonDraft,
    Result,
    Role,
    SiteDraft,
    TeamDraft,
)
from caregiver_desk.records.record import spread
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


def _nobody_reads_it_yet(wish: Wish) -> str:
    """A team goes to whoever has it: until a coordinator gives it to somebody, it stands in their own book alone."""
    if wish.record or wish.book.role != Role.COORDINATOR:
        return ""
    return say("Only you read of it until you give it to its supervisor, by “Hand a team over”.")


def placed_by_coordinators(name: str) -> Rule:
    """The rule that coordinators alone say in what a team or a site lies. Raises NotYours."""

    def rule(wish: Wish) -> None:
        if name in wish.changed and wish.book.role != Role.COORDINATOR:
            raise NotYours(role=Role.COORDINATOR)

    return rule


keep(TEAM, "people", placed_by_coordinators("site"), heed=_nobody_reads_it_yet)
for kind in (PERSON, NOTICE, VETTING):
    keep(kind, "people")
keep(ENGAGEMENT, "people", in_order(), trained_for_the_role, known_by_their_yes)


def introduce(
    book: Book, *, name: str, site: str, team: str, organisation: str = "", officer: str = "", purposes: str = ""
) -> None:
    """Write the first page of a new book: the site and who answers for it, its team, and the person whose book it is.

    Who answers is named where a coordinator begins; a supervisor's book takes it over from her coordinator's card. Who
    comes into a hub finds a site there, and joins its first team.
    """
    if there := questions.own_site(book):
        _join(book, there, name)
        return
    answers = {"organisation": organisation, "officer": officer, "purposes": purposes}
    place = understood(SiteDraft, {"name": site, **{field: words for field, words in answers.items() if words}})
    first_team = new(book, TEAM, understood(TeamDraft, {"name": team}))
    engagement = EngagementDraft(person=book.person, team=first_team.record, role=Role(book.role), since=clock.today())
    ledger.append(
        book,
        "introduce",
        [
            new_in(book.site, SITE, place),
            _owner(book, name),
            first_team,
            new_in(first_team.scope, ENGAGEMENT, engagement),
        ],
        undoable=False,
    )


def _join(book: Book, site: Leaf, name: str) -> None:
    team = next(each for each in questions.in_order(book, TEAM.name, limit=EVERY) if each["site"] in (None, site.id))
    engagement = EngagementDraft(person=book.person, team=team.id, role=Role(book.role), since=clock.today())
    changes = [_owner(book, name), new_in(team.scope, ENGAGEMENT, engagement)]
    ledger.append(book, "introduce", changes, undoable=False)


def _owner(book: Book, name: str) -> Change:
    given, _, surname = name.strip().rpartition(" ")
    owner = understood(PersonDraft, {"given_names": given or surname, "surname": surname if given else None})
    return Change("person", book.author, book.site, spread(owner))


def vetted(book: Book, person: str, day: date) -> Status:
    """How somebody's vetting stands on this day."""
    return status(checks(vettings(book, person)), day)


def vettings(book: Book, person: str) -> list[Leaf]:
    """What is on record of who was asked about her."""
    return questions.listing(book, "vetting", {"person": person}, limit=EVERY)


def checks(leaves: Iterable[Leaf]) -> list[Vetted]:
    """What these records say of who was vetted; one without its sort or its day says nothing."""
    return [_check(each) for each in leaves if each["sort"] and each["submitted"]]


def _check(leaf: Leaf) -> Vetted:
    submitted, due = (date.fromisoformat(leaf[name]) if leaf[name] else None for name in ("submitted", "next_due"))
    return Vetted(Check(leaf["sort"]), submitted or date.min, Result(leaf["result"] or Result.UNKNOWN), due)


def own_team(book: Book) -> str:
    """The team of the person whose book it is."""
    mine = questions.listing(book, "engagement", {"person": book.person})
    return str(mine[-1]["team"])


@act("Add a caregiver", subject="people")
def add_caregiver(book: Book, *, person: PersonDraft, team: str = "", since: date | None = None) -> Outcome:
    """A new caregiver of this team: the person, her engagement, and the link by which she is supported."""
    hers = questions.get(book, "team", team or own_team(book))
    changes = engaged(book, scope_to_write(book, hers), person, {"team": hers.id, "since": since})
    many = span_with(book, book.person, changes[0].record) if book.role == Role.SUPERVISOR else ""
    saved = ledger.append(book, "add_caregiver", changes)
    said = say("Added: {name}.", name=questions.call(PERSON, person.model_dump()))
    return tell(saved, f"{said} {many}".strip(), changes[0].record)


def engaged(book: Book, scope: str, person: PersonDraft, work: Mapping[str, Any]) -> list[Change]:
    """Somebody new, first; her work in the team of this scope; the link by which a supervisor supports her own."""
    somebody = new(book, PERSON, person)
    engagement = understood(EngagementDraft, {**work, "person": somebody.record})
    changes = [somebody, new_in(scope, ENGAGEMENT, engagement)]
    if book.role == Role.SUPERVISOR and engagement.role == Role.CAREGIVER:
        changes.append(founded_link(book, somebody.record, engagement.since))
    return changes
