"""What would come of each row of a sheet: new, already here, perhaps the same, or to be mended, with the reason.

Nothing is written here, so a preview is the plan itself. Rows to be mended go into a copy in the hand of the sheet,
with one more column that says what is wrong; that copy can be mended and brought in again, and nothing comes in twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from caregiver_desk.acts.act import understood
from caregiver_desk.acts.intake import table
from caregiver_desk.acts.intake.acquaintance import Acquaintances, Verdict, caregivers, entry, teams
from caregiver_desk.acts.intake.cells import Reader, Told
from caregiver_desk.acts.intake.columns import ANSWER, MEND, Form, Matching, Sheet
from caregiver_desk.acts.intake.table import Row
from caregiver_desk.errors import NotFilledIn, NotUnderstood, Refused
from caregiver_desk.practice import codes, names
from caregiver_desk.records.people import (
    HOUSEHOLD,
    AssignmentDraft,
    EngagementDraft,
    HouseholdDraft,
    PersonDraft,
)
from caregiver_desk.records.record import Draft
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

_FEW = 3  # a sheet with fewer titles than this may well have rows of one cell
_NOT_YET = "-"  # stands for the id of what is not in the book yet, while the rest of its draft is looked at


@dataclass(frozen=True)
class Planned:
    """One row, what is to become of it, and why; `heed` is a warning that stops nothing."""

    row: Row
    verdict: Verdict
    why: str = ""
    heed: str = ""
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Plan:
    """What would come of a whole sheet."""

    sheet: Sheet
    matching: Matching
    rows: tuple[Planned, ...]

    def of(self, *verdicts: Verdict) -> list[Planned]:
        return [planned for planned in self.rows if planned.verdict in verdicts]

    @property
    def to_mend(self) -> list[Planned]:
        return self.of(Verdict.REFUSED, Verdict.PERHAPS)

    def facts(self) -> dict[str, Any]:
        """The plan in plain values: how the sheet was read, counts, and every line that needs a look."""
        titles = zip(self.sheet.columns, self.matching.fields, strict=True)
        return {
            "encoding": self.sheet.hand.encoding,
            "columns": {title: name for title, name in titles if name},
            "left_out": self.matching.left_out(self.sheet),
            **{verdict.name.lower(): len(self.of(verdict)) for verdict in Verdict},
            "to_mend": [{"line": each.row.number, "why": each.why} for each in self.to_mend],
            "heed": [{"line": each.row.number, "why": each.heed} for each in self.rows if each.heed],
        }

    def mending_copy(self) -> bytes:
        """The rows to be mended, as a file in the hand of the sheet, with a last column that says what is wrong."""
        kept = [place for place, name in enumerate(self.matching.fields) if name != ANSWER]
        titles = [self.sheet.columns[place] for place in kept]
        rows = [[*_taken(each.row.cells, kept), each.why] for each in self.to_mend]
        return table.write([[*titles, say(MEND)], *rows], self.sheet.hand)


def _taken(cells: tuple[str, ...], places: list[int]) -> list[str]:
    beyond = cells[max(places) + 1 :] if len(places) and len(cells) > max(places) + 1 else ()
    return [*(cells[place] if place < len(cells) else "" for place in places), *beyond]


def plan(book: Book, sheet: Sheet, matching: Matching, *, team: str) -> Plan:
    """What would come of each row, in this book and for this team."""
    judge = _Judge(book, sheet, matching, team)
    return Plan(sheet, matching, tuple(judge.judge(row) for row in sheet.rows))


class _Judge:
    """Judges row after row, and remembers the new ones for those below."""

    def __init__(self, book: Book, sheet: Sheet, matching: Matching, team: str) -> None:
        self._form: Form = matching.form
        self._fields = matching.fields
        self._team = team
        self._reader = Reader(sheet, matching)
        self._known = Acquaintances(book, self._form)
        self._called = {"team": teams(book), "caregiver": caregivers(book)}
        self._checks = self._form.kind is HOUSEHOLD and _checked(sheet, matching)

    def judge(self, row: Row) -> Planned:
        if wrong := self._misshapen(row):
            return Planned(row, Verdict.REFUSED, wrong)
        try:
            told = self._told(row)
        except Refused as trouble:
            return Planned(row, Verdict.REFUSED, _in_words(trouble))
        another = names.folded(str(told.pop(ANSWER, ""))) == names.folded(say("new"))
        met = entry(self._form, told, row.number)
        verdict, why = self._known.meet(met)
        if verdict is Verdict.PERHAPS and another:
            verdict, why = Verdict.NEW, ""
        if verdict is Verdict.NEW:
            self._known.remember(met)
        return Planned(row, verdict, why, self._heed(told), {"team": self._team, **told})

    def _misshapen(self, row: Row) -> str:
        if len(row.cells) > len(self._fields):
            return say("this line has more cells than the sheet has titles")
        told = [name for name, cell in zip(self._fields, row.cells, strict=False) if cell and name != ANSWER]
        if len(told) == 1 and len(self._fields) >= _FEW:
            return say("only one cell is filled, as in a note; if it is not one, fill in another, else leave it out")
        return ""

    def _told(self, row: Row) -> Told:
        told = self._reader.read(row)
        if self._form.kind is not HOUSEHOLD:
            _name(told)
        for name, called in self._called.items():
            if name in told:
                told[name] = called.find(told[name], say(self._form.targets[name].label))
        for draft in drafts(self._form, {"team": self._team, **told}, _NOT_YET).values():
            understood(*draft)
        return told

    def _heed(self, told: Told) -> str:
        if self._checks and codes.check(told["code"]) is False:
            return say("the check digit of this code does not fit; look at the paper again")
        return ""


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


Drafts = dict[str, tuple[type[Draft], dict[str, Any]]]


def drafts(form: Form, told: Mapping[str, Any], record: str) -> Drafts:
    """What a row founds, by kind: the draft of the record itself and of what comes with it."""
    if form.kind is HOUSEHOLD:
        founded: Drafts = {"household": (HouseholdDraft, _fields(told, HouseholdDraft))}
        if "caregiver" in told:
            founded["assignment"] = (AssignmentDraft, {**_fields(told, AssignmentDraft), "household": record})
        return founded
    return {
        "person": (PersonDraft, _fields(told, PersonDraft)),
        "engagement": (EngagementDraft, {**_fields(told, EngagementDraft), "person": record}),
    }


def _fields(told: Mapping[str, Any], draft: type[Draft]) -> dict[str, Any]:
    return {name: value for name, value in told.items() if name in draft.model_fields}


def _in_words(trouble: Refused) -> str:
    """Why a row was refused, without the sentences that speak of a form."""
    if isinstance(trouble, NotUnderstood):
        return "{field}: {reason}".format(**trouble.facts)
    return say("{fields} is missing", **trouble.facts) if isinstance(trouble, NotFilledIn) else str(trouble)
