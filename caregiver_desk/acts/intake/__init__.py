"""Bringing in the caregivers and households of a spreadsheet that a supervisor already has.

Context. She has kept a sheet for years, made in Excel, with a heading line, notes between the rows, phone numbers that
lost their zero and two ways of writing a day. Typing 60 households again would cost her a week; taking the sheet in
blindly would give her a book she cannot trust.

Decision. Four small stages. *Read* the cells (`table`, `workbook`), *match* the titles with fields (`columns`), *plan*
what would come of each row (`cells`, `acquaintance`, `planning`), and *bring in* what is new, all in one save. What is
already here is left as it is; what is perhaps the same or not understood is never guessed: it goes into a mending copy.

Consequences. A preview is the plan. One undo takes a whole sheet back. Bringing the same sheet, or a mended copy, in
again doubles nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.intake import columns, planning, table
from caregiver_desk.acts.intake.acquaintance import EVERY, Verdict
from caregiver_desk.acts.intake.columns import AS_FOUND, Wishes, read_wishes
from caregiver_desk.acts.intake.planning import Plan, Planned
from caregiver_desk.acts.keeping import new, scope_to_write, tell
from caregiver_desk.acts.people import own_team
from caregiver_desk.errors import CannotWrite
from caregiver_desk.records.people import HOUSEHOLD, Role
from caregiver_desk.records.record import spread
from caregiver_desk.records.supervision import SUPERVISION, SupervisionDraft
from caregiver_desk.store import ledger, questions, safely
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.wording import count, say


@act("Bring in caregivers from a spreadsheet", subject="people")
def bring_in_people(
    book: Book, *, path: Path, matching: Path | None = None, mending_copy: Path | None = None, team: str = ""
) -> Outcome:
    """The people of a sheet, with their engagement; rows to be mended are written to `mending_copy`, if it is named."""
    return bring_in(
        book, preview(book, "person", path, wishes=read_wishes(matching), team=team), mending_copy=mending_copy
    )


@act("Bring in households from a spreadsheet", subject="people")
def bring_in_households(
    book: Book, *, path: Path, matching: Path | None = None, mending_copy: Path | None = None, team: str = ""
) -> Outcome:
    """The households of a sheet, and who visits them; rows to be mended go to `mending_copy`, if it is named."""
    return bring_in(
        book, preview(book, "household", path, wishes=read_wishes(matching), team=team), mending_copy=mending_copy
    )


def preview(book: Book, kind: str, path: Path, *, wishes: Wishes = AS_FOUND, team: str = "") -> Plan:
    """What would come of this file, row by row, for this team or one's own. Writes nothing."""
    form = columns.form_for(kind)
    knows = columns.knower(form, wishes)
    sheet = columns.headed(table.read(path, knows), form, knows)
    return planning.plan(book, sheet, columns.match(sheet, form, wishes), team=team or own_team(book))


def bring_in(book: Book, plan: Plan, *, mending_copy: Path | None = None) -> Outcome:
    """Save what is new, in one save that one undo takes back; the rows to be mended first, so that none is lost."""
    if mending_copy is not None and plan.to_mend:
        _put(mending_copy, plan)
    coming = plan.of(Verdict.NEW)
    if not coming:
        return Outcome(_sentence(plan), facts=plan.facts())
    founder = _Founder(book)
    changes = [change for planned in coming for change in founder.found(plan, planned)]
    saved = ledger.append(book, plan.matching.form.act, changes)
    return tell(saved, _sentence(plan), "", **plan.facts())


def _put(path: Path, plan: Plan) -> None:
    if path.exists():
        raise CannotWrite(reason=say("a file of that name is there already"))
    safely.write(path, plan.mending_copy())


def _sentence(plan: Plan) -> str:
    here, waiting = len(plan.of(Verdict.HERE)), len(plan.to_mend)
    told = [count("{number} line brought in.", "{number} lines brought in.", len(plan.of(Verdict.NEW)))]
    if here:
        told.append(count("{number} was here already.", "{number} were here already.", here))
    if waiting:
        told.append(count("{number} is to be mended.", "{number} are to be mended.", waiting))
    return " ".join(told)


class _Founder:
    """Makes the changes that found what a row tells of, and gives each caregiver's households their short numbers."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._scopes: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        for leaf in questions.listing(book, "assignment", limit=EVERY):
            self._numbers[leaf["caregiver"]] = max(self._numbers.get(leaf["caregiver"], 0), leaf["short_number"] or 0)

    def found(self, plan: Plan, planned: Planned) -> list[Change]:
        """The record itself first; what comes with it lives in the team."""
        form, team = plan.matching.form, self._scope(planned.told["team"])
        own = team if form.kind is HOUSEHOLD else self._book.site
        record = clock.new_record(own)
        changes = []
        for kind, (draft, fields) in planning.drafts(form, planned.told, record).items():
            scope = own if kind == form.kind.name else team
            named = record if kind == form.kind.name else clock.new_record(scope)
            told = self._numbered(fields) if kind == "assignment" else fields
            changes.append(Change(kind, named, scope, spread(understood(draft, told))))
        return [*changes, *self._supported(record, planned)]

    def _scope(self, team: str) -> str:
        if team not in self._scopes:
            self._scopes[team] = scope_to_write(self._book, questions.get(self._book, "team", team))
        return self._scopes[team]

    def _numbered(self, fields: dict[str, Any]) -> dict[str, Any]:
        caregiver = fields["caregiver"]
        number = fields.get("short_number") or self._numbers.get(caregiver, 0) + 1
        self._numbers[caregiver] = max(self._numbers.get(caregiver, 0), number)
        return {**fields, "short_number": number}

    def _supported(self, record: str, planned: Planned) -> list[Change]:
        """The link by which a supervisor's own caregivers are supported."""
        if "given_names" not in planned.told or self._book.role != Role.SUPERVISOR:
            return []
        if planned.told.get("role", Role.CAREGIVER) != Role.CAREGIVER:
            return []
        draft = SupervisionDraft(caregiver=record, supervisor=self._book.person, since=planned.told.get("since"))
        return [new(self._book, SUPERVISION, draft)]
