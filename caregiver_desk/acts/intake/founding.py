"""Rows that found somebody or some household: what each would found, and the changes that found it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from caregiver_desk.acts.act import understood
from caregiver_desk.acts.intake.acquaintance import Acquaintances, Verdict, caregivers, entry, teams
from caregiver_desk.acts.intake.cells import Reader, Told
from caregiver_desk.acts.intake.columns import Matching
from caregiver_desk.acts.intake.forms import ANSWER, Form
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.planning import Planned
from caregiver_desk.acts.intake.table import Row
from caregiver_desk.acts.keeping import Wish, new_in, scope_to_write, wished
from caregiver_desk.acts.people.people import engaged, vettings
from caregiver_desk.acts.visits.households import cleared, free_number
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice.people import names
from caregiver_desk.practice.visits import codes
from caregiver_desk.records.people.people import EngagementDraft, PersonDraft
from caregiver_desk.records.record import Draft
from caregiver_desk.records.visits.households import ASSIGNMENT, HOUSEHOLD, AssignmentDraft, HouseholdDraft
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import say

_NOT_YET = "-"  # stands for the id of what is not in the book yet, while the rest of its draft is looked at

Drafts = dict[str, tuple[type[Draft], dict[str, Any]]]


class FoundingJudge:
    """Judges row after row, and remembers the new ones for those below."""

    def __init__(self, book: Book, sheet: Sheet, matching: Matching, team: str) -> None:
        self._book, self._form = book, matching.form
        self._team = team
        self.reader = Reader(sheet, matching)
        self._known = Acquaintances(book, self._form.kind)
        self._called = {"team": teams(book), "caregiver": caregivers(book)}
        self._looked_at: set[tuple[str, date | None]] = set()
        self._numbers: set[tuple[str, int]] = set()
        self._checks = self._form.kind is HOUSEHOLD and _checked(sheet, matching)

    def judge(self, row: Row) -> list[Planned]:
        told = self._told(row)
        another = names.folded(str(told.pop(ANSWER, ""))) == names.folded(say("new"))
        new = entry(self._form.kind, told, row.number)
        verdict, why, beside = self._known.meet(new)
        if verdict is Verdict.PERHAPS and another:
            verdict, why, beside = Verdict.NEW, "", None
        heed = self._heed(told)
        if verdict is Verdict.NEW:
            heed = heed or self._may_be_assigned(told)
            self._known.remember(new)
        return [Planned(row, verdict, why, heed, {"team": self._team, **told}, beside)]

    def afterwards(self) -> Iterable[Planned]:
        return ()

    def _told(self, row: Row) -> Told:
        told = self.reader.read(row)
        if self._form.kind is not HOUSEHOLD:
            _name(told)
        for name, called in self._called.items():
            if name in told:
                told[name] = called.find(told[name], say(self._form.targets[name].label))
        for draft in drafts(self._form, {"team": self._team, **told}).values():
            understood(*draft)
        return told

    def _may_be_assigned(self, told: Told) -> str:
        """What is to be heeded. Raises what the act of assigning would: she is not cleared, or the number is taken.

        Where no check of hers is on record, the sheet tells what is so already: it is taken in, and that is said.
        """
        founded = drafts(self._form, {"team": self._team, **told})
        if "assignment" not in founded:
            return ""
        wish = wished(self._book, understood(*founded["assignment"]))
        heed = self._clearance(wish)
        who, number = str(wish["caregiver"]), wish["short_number"]
        if number and (who, number) in self._numbers:
            raise NotUnderstood(field=_label("short_number"), reason=say("a line above has this number"))
        if number:
            free_number(wish)
            self._numbers.add((who, number))
        return heed

    def _clearance(self, wish: Wish) -> str:
        """Said at the first of her homes. Raises NotCleared."""
        who = str(wish["caregiver"]), wish.day("since")
        if who in self._looked_at:
            return ""
        on_record = bool(vettings(self._book, who[0]))
        if on_record:
            cleared(wish)
        self._looked_at.add(who)
        return "" if on_record else say("no check is on record: record it before another home is given")

    def _heed(self, told: Told) -> str:
        if self._checks and codes.check(told["code"]) is False:
            return say("the check digit of this code does not fit; look at the paper again")
        return ""


def _label(name: str) -> str:
    return say(ASSIGNMENT.fields[name].label)


def _checked(sheet: Sheet, matching: Matching) -> bool:
    """Whether the codes of this sheet have check digits like ours: most that look so are right."""
    place = matching.fields.index("code")
    checks = [codes.check(row.cells[place]) for row in sheet.rows if place < len(row.cells)]
    return checks.count(True) > checks.count(False)


def _name(told: Told) -> None:
    """Put the parts of a name that stands in one cell where they belong."""
    for column in ("name", "surname_first"):
        if column in told:
            parts = names.split(told.pop(column), surname_first=column == "surname_first")
            for part, text in zip(("given_names", "surname", "known_as"), parts, strict=True):
                if text:
                    told.setdefault(part, text)


def drafts(form: Form, told: Mapping[str, Any]) -> Drafts:
    """What a row founds, by kind: the draft of the record itself, and of what comes with it and will point at it."""
    if form.kind is HOUSEHOLD:
        founded: Drafts = {"household": (HouseholdDraft, _fields(told, HouseholdDraft))}
        if "caregiver" in told:
            founded["assignment"] = (AssignmentDraft, {**_fields(told, AssignmentDraft), "household": _NOT_YET})
        return founded
    return {
        "person": (PersonDraft, _fields(told, PersonDraft)),
        "engagement": (EngagementDraft, {**_fields(told, EngagementDraft), "person": _NOT_YET}),
    }


def _fields(told: Mapping[str, Any], draft: type[Draft]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name in draft.model_fields}


class Founder:
    """Makes the changes that found what a row tells of, and gives each caregiver's households their short numbers."""

    def __init__(self, book: Book, form: Form, coming: Iterable[Planned]) -> None:
        self._book, self._form = book, form
        self._scopes: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        given = [leaf.values for leaf in questions.listing(book, "assignment", limit=EVERY)]
        for told in (*given, *(planned.told for planned in coming)):
            self._take(str(told.get("caregiver")), told.get("short_number") or 0)

    def changes(self, planned: Planned) -> Iterator[Change]:
        """The record itself first; what comes with it lives in the team."""
        founded = drafts(self._form, planned.told)
        scope = self._scope(planned.told["team"])
        if self._form.kind is HOUSEHOLD:
            yield from self._household(scope, founded)
        else:
            (_, who), (_, work) = founded["person"], founded["engagement"]
            yield from engaged(self._book, scope, understood(PersonDraft, who), work)

    def _household(self, scope: str, founded: Drafts) -> Iterator[Change]:
        household = new_in(scope, HOUSEHOLD, understood(*founded["household"]))
        yield household
        if "assignment" in founded:
            draft, told = founded["assignment"]
            fields = {**self._numbered(told), "household": household.record}
            yield new_in(scope, ASSIGNMENT, understood(draft, fields))

    def _scope(self, team: str) -> str:
        if team not in self._scopes:
            self._scopes[team] = scope_to_write(self._book, questions.get(self._book, "team", team))
        return self._scopes[team]

    def _numbered(self, fields: dict[str, Any]) -> dict[str, Any]:
        caregiver = fields["caregiver"]
        number = fields.get("short_number") or self._numbers.get(caregiver, 0) + 1
        self._take(caregiver, number)
        return {**fields, "short_number": number}

    def _take(self, caregiver: str, number: int) -> None:
        """Numbers that are given by themselves come after the highest on her list, in the book or in the sheet."""
        self._numbers[caregiver] = max(self._numbers.get(caregiver, 0), number)
