"""Rows that tell of visits: who went where and when, what came of it, and whether the book knows already.

One caregiver, one household and one day are one visit. A visit that is here stays as it is; a row that says otherwise
of it waits, with the difference, however often it is brought.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import understood
from caregiver_desk.acts.intake import again
from caregiver_desk.acts.intake.acquaintance import Verdict, caregivers
from caregiver_desk.acts.intake.cells import Reader, Told
from caregiver_desk.acts.intake.columns import Matching
from caregiver_desk.acts.intake.doors import Doors
from caregiver_desk.acts.intake.forms import SUBMISSION, vocabulary
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.knocks import Knock, is_tally, knocks
from caregiver_desk.acts.intake.planning import Planned, in_words
from caregiver_desk.acts.intake.submissions import Met, Submissions, founded, mended
from caregiver_desk.acts.intake.table import Row
from caregiver_desk.acts.keeping import scope_to_write, wished
from caregiver_desk.acts.visits.visits import agreed_to_records
from caregiver_desk.errors import NotAgreedTo, NotFilledIn, NotUnderstood, Refused
from caregiver_desk.practice.visits.consent import LEAST_OF_A_VISIT
from caregiver_desk.records.reported import Source
from caregiver_desk.records.visits.visits import VISIT, Outcome, VisitDraft
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import say

_OF_ONE_VISIT = ("minutes", "purposes", "children_seen", "with_whom", "safety_worry", "note")
_OF_THE_VISIT = ("outcome", *_OF_ONE_VISIT)  # in a tally all but what came of it would be said of every visit

Said = Mapping[str, Any]


class VisitJudge:
    """Judges row after row, and remembers the visits above."""

    def __init__(self, book: Book, sheet: Sheet, matching: Matching) -> None:
        self.reader = Reader(sheet, matching)
        self._book = book
        self._who = caregivers(book, also_gone=True)
        self._doors = Doors(book)
        self._forms = Submissions(book, VISIT, "household", sheet, matching)
        self._asked = frozenset(matching.fields)
        self._known: dict[str, dict[tuple[str, str], tuple[int, Said]]] = {}
        self._scopes: dict[str, str] = {}
        self._answered = {leaf["household"] for leaf in questions.listing(book, "consent", limit=EVERY)}

    def judge(self, row: Row) -> list[Planned]:
        told = self.reader.read(row)
        if "caregiver" not in told:
            raise NotFilledIn(fields=_label("caregiver"))
        for name in told.keys() & {"caregiver", "with_whom"}:
            told[name] = self._who.find(told[name], _label(name))
        found = knocks(told)
        if not found:
            raise NotFilledIn(fields=_label("household"))
        return [self._judged(row, told, knock) for knock in found]

    def _judged(self, row: Row, told: Told, knock: Knock) -> Planned:
        try:
            said = self._said(told, knock)
        except Refused as trouble:
            why = in_words(trouble)
            return Planned(row, Verdict.REFUSED, f"{knock.household} – {why}" if is_tally(told) else why)
        least = self._agreed(said)
        form = self._form(told, row, said)
        if form.verdict is Verdict.CORRECTED:
            return self._corrected(row, least, form)
        verdict, why = self._met(row, least) if form.verdict is Verdict.NEW else (form.verdict, form.why)
        heed = _heed(told, said, least) if verdict is Verdict.NEW else ""
        return Planned(row, verdict, why, heed, least, record=form.record, forms=form.forms)

    def afterwards(self) -> Iterator[Planned]:
        """The visits that a corrected form names no more."""
        for row, leaf in self._forms.no_longer_told():
            home = str(self._doors.homes[leaf["household"]]["code"]) if leaf["household"] in self._doors.homes else ""
            heed = say("{household} stands no more in the corrected form: the visit is taken out", household=home)
            yield Planned(row, Verdict.CORRECTED, heed=heed, record=leaf.id, gone=True)

    def _form(self, told: Told, row: Row, said: Said) -> Met:
        """What the form is to this book from which the row comes, if it comes from one."""
        if SUBMISSION not in told:
            return Met(Verdict.NEW)
        return self._forms.meet(told[SUBMISSION], row, self._scope(said["household"]), said["household"])

    def _corrected(self, row: Row, said: Said, form: Met) -> Planned:
        """The visit as the corrected form tells it: what it leaves empty is emptied too."""
        empty = {name: VisitDraft.model_fields[name].default for name in _OF_THE_VISIT if name in self._asked}
        told = {**empty, **said}
        heed = again.corrected(VISIT, told, form.leaf)
        return Planned(row, Verdict.CORRECTED, heed=heed, told=told, record=form.record, forms=form.forms)

    def _agreed(self, said: Told) -> Told:
        """What may be kept of a visit by what its household answered."""
        if said["household"] not in self._answered:
            return said
        try:
            agreed_to_records(wished(self._book, understood(VisitDraft, said)))
        except NotAgreedTo:
            return {name: value for name, value in said.items() if name in LEAST_OF_A_VISIT}
        return said

    def _said(self, told: Told, knock: Knock) -> Told:
        """The fields of one visit. Raises Refused."""
        if knock.day is None:
            raise NotFilledIn(fields=_label("day"))
        if not clock.has_come(knock.day):
            raise NotUnderstood(field=_label("day"), reason=say("this day has not come yet"))
        try:
            household = self._doors.find(knock.household, told["caregiver"], knock.day)
        except ValueError as trouble:
            raise NotUnderstood(field=_label("household"), reason=str(trouble)) from None
        self._scope(household)
        kept = {"outcome": Outcome.DONE} | {name: told[name] for name in _OF_THE_VISIT if name in told}
        if is_tally(told):
            kept = {name: value for name, value in kept.items() if name not in _OF_ONE_VISIT}
        if knock.letter:
            kept["outcome"] = vocabulary(VISIT.name)["outcome"][knock.letter]
        said = {"caregiver": told["caregiver"], "household": household, "day": knock.day, **kept}
        said |= {name: told[name] for name in told.keys() & {SUBMISSION}}
        draft = understood(VisitDraft, said)
        return {name: getattr(draft, name) for name in said} | {"source": Source.IMPORTED}

    def _met(self, row: Row, said: Told) -> tuple[Verdict, str]:
        known = self._of(said["caregiver"])
        key = said["household"], said["day"].isoformat()
        if key not in known:
            known[key] = row.number, said
            return Verdict.NEW, ""
        line, before = known[key]
        differing = [
            again.difference(VISIT.fields[name].label, VISIT.fields[name], said[name], before.get(name))
            for name in _OF_THE_VISIT
            if name in said and again.differ(VISIT, name, said[name], before.get(name))
        ]
        return Verdict.REFUSED if differing else Verdict.HERE, again.words(line, differing)

    def _of(self, caregiver: str) -> dict[tuple[str, str], tuple[int, Said]]:
        """Her visits by household and day: those in the book (line 0), then those of the lines above."""
        if caregiver not in self._known:
            leaves = questions.listing(self._book, "visit", {"caregiver": caregiver}, limit=EVERY)
            self._known[caregiver] = {(leaf["household"], leaf["day"]): (0, leaf.values) for leaf in leaves}
        return self._known[caregiver]

    def _scope(self, household: str) -> str:
        """Where visits of this household are written. Raises NoWritePath."""
        if household not in self._scopes:
            self._scopes[household] = scope_to_write(self._book, self._doors.homes[household])
        return self._scopes[household]


class VisitFounder:
    """Makes the changes that record the visits of a plan."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._scopes: dict[str, str] = {}

    def changes(self, planned: Planned) -> Iterator[Change]:
        if planned.verdict is Verdict.CORRECTED:
            yield from mended(self._book, VISIT, planned)
            return
        draft = understood(VisitDraft, planned.told)
        yield from founded(self._book, VISIT, planned, self._scope(draft.household), draft)

    def _scope(self, household: str) -> str:
        if household not in self._scopes:
            self._scopes[household] = scope_to_write(self._book, questions.get(self._book, "household", household))
        return self._scopes[household]


def _heed(told: Told, said: Told, least: Told) -> str:
    """What did not come in with a visit, and why."""
    if beyond := _labels(said, least):
        return say("the household did not agree to more, so this was left out: {fields}", fields=beyond)
    if beyond := _labels(told, said):
        return say("the row tells of several visits, so this was left out: {fields}", fields=beyond)
    return ""


def _labels(before: Told, after: Told) -> str:
    """The fields that one has and the other has not."""
    return ", ".join(_label(name) for name in _OF_THE_VISIT if name in before and name not in after)


def _label(name: str) -> str:
    return say(VISIT.fields[name].label)
