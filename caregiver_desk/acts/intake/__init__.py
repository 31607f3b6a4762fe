"""Bringing in the caregivers, households and visits of a spreadsheet that a supervisor already has.

Context. She has kept a sheet for years, made in Excel, with a heading line, notes between the rows, phone numbers that
lost their zero and two ways of writing a day. Typing 60 households again would cost her a week; taking the sheet in
blindly would give her a book she cannot trust.

Decision. Four small stages. *Read* the cells (`table`, `workbook`), *match* the titles with fields (`headings`,
`columns`), *plan* what would come of each row (`cells`, `founding`, `visits`), and *bring in* what is new, all in one
save. What is already here is left as it is; what says otherwise of it, is perhaps the same, or is not understood, is
never guessed: it goes into a mending copy.

Consequences. A preview is the plan. One undo takes a whole sheet back. Bringing the same sheet, or a mended copy, in
again doubles nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_desk.acts.act import Act, Outcome, add
from caregiver_desk.acts.intake import columns, duplicates, headings, planning, progress, table
from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.acts.intake.columns import AS_FOUND, Matching, Wishes, read_wishes
from caregiver_desk.acts.intake.forms import FORMS, form_for
from caregiver_desk.acts.intake.founding import Founder, FoundingJudge
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.living import MemberFounder, MemberJudge
from caregiver_desk.acts.intake.planning import Plan
from caregiver_desk.acts.intake.progress import Hears, Stage
from caregiver_desk.acts.intake.visits import VisitFounder, VisitJudge
from caregiver_desk.acts.keeping import tell
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import CannotWrite
from caregiver_desk.records.visits.households import MEMBER
from caregiver_desk.records.visits.visits import VISIT
from caregiver_desk.store import ledger, safely
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, say


def _bringer(kind: str) -> Callable[..., Outcome]:
    def bring(
        book: Book, *, path: Path, matching: Path | None = None, mending_copy: Path | None = None, team: str = ""
    ) -> Outcome:
        plan = preview(book, kind, path, wishes=read_wishes(matching), team=team)
        return bring_in(book, plan, mending_copy=mending_copy)

    return bring


for kind, form in FORMS.items():
    add(Act(form.act, f"Bring in {form.kind.plural} from a spreadsheet", form.subject, _bringer(kind)))


def matched(book: Book, kind: str, path: Path, *, wishes: Wishes = AS_FOUND) -> tuple[Sheet, Matching]:
    """The sheet in this file, and which of its columns says what; it may still lack what is needed."""
    form = form_for(kind)
    knows = columns.knower(form, wishes)
    sheet = headings.headed(table.read(path, knows, sheet=wishes.sheet), knows)
    return sheet, columns.match(book, sheet, form, wishes)


def likeliest(book: Book, path: Path) -> tuple[Sheet, Matching]:
    """The same for the kind of which most columns of this sheet speak; what a kind lacks speaks against it."""
    knowers = {kind: columns.knower(form, AS_FOUND) for kind, form in FORMS.items()}
    found = table.read(path, lambda title: any(knows(title) for knows in knowers.values()))
    sheets = {kind: headings.headed(found, knows) for kind, knows in knowers.items()}
    offered = [(sheet, columns.match(book, sheet, form_for(kind), AS_FOUND)) for kind, sheet in sheets.items()]
    return max(offered, key=lambda each: (each[1].speaks(), not each[1].lacks()))


def planned(book: Book, sheet: Sheet, matching: Matching, *, team: str = "", hears: Hears = progress.nobody) -> Plan:
    """What would come of this sheet, row by row, for this team or one's own. Writes nothing.

    Raises OtherSheet, NoColumns or ColumnMissing.
    """
    columns.complete(book, sheet, matching)
    judge = _judge(book, sheet, matching, team)
    return planning.plan(sheet, matching, judge, judge.reader.orders, hears)


def _judge(book: Book, sheet: Sheet, matching: Matching, team: str) -> VisitJudge | MemberJudge | FoundingJudge:
    """Who judges rows of this kind."""
    if matching.form.kind is VISIT:
        return VisitJudge(book, sheet, matching)
    if matching.form.kind is MEMBER:
        return MemberJudge(book, sheet, matching)
    return FoundingJudge(book, sheet, matching, team or own_team(book))


def _founder(book: Book, plan: Plan) -> VisitFounder | MemberFounder | Founder:
    """Who makes the changes of what is new."""
    if plan.matching.form.kind is VISIT:
        return VisitFounder(book)
    if plan.matching.form.kind is MEMBER:
        return MemberFounder(book)
    return Founder(book, plan.matching.form, plan.of(Verdict.NEW))


def preview(
    book: Book, kind: str, path: Path, *, wishes: Wishes = AS_FOUND, team: str = "", hears: Hears = progress.nobody
) -> Plan:
    """The plan for what a file holds. Writes nothing."""
    sheet, matching = matched(book, kind, path, wishes=wishes)
    return planned(book, sheet, matching, team=team, hears=hears)


def bring_in(book: Book, plan: Plan, *, mending_copy: Path | None = None, hears: Hears = progress.nobody) -> Outcome:
    """Save what is new, in one save that one undo takes back; the rows to be mended first, so that none is lost."""
    if mending_copy is not None and plan.to_mend:
        save_to_mend(book, plan, mending_copy)
    coming = plan.of(Verdict.NEW)
    columns.remember(book, plan.sheet, plan.matching, plan.orders)
    if not coming:
        return Outcome(_sentence(plan), facts=plan.facts())
    founder = _founder(book, plan)
    changes = [change for planned in coming for change in founder.changes(planned)]
    saved = ledger.append(book, plan.matching.form.act, progress.told(Stage.SAVING, changes, hears))
    return tell(saved, _sentence(plan), "", **plan.facts())


def save_to_mend(book: Book, plan: Plan, path: Path) -> None:
    """Write the rows to be mended, never over a file; brought in again, they are matched in the same way."""
    _write_new(path, plan.mending_copy(path))
    columns.remember(book, plan.sheet, plan.matching, plan.orders)


def save_duplicates(plan: Plan, path: Path) -> None:
    """Write who stands twice as a table, never over a file."""
    _write_new(path, duplicates.report(plan, path))


def _write_new(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise CannotWrite(reason=say("this is a folder; name a file in it. Nothing was brought in"))
    if path.exists():
        raise CannotWrite(reason=say("a file of that name is there already. Nothing was brought in"))
    safely.write(path, data)


def _sentence(plan: Plan) -> str:
    coming, here, waiting = len(plan.of(Verdict.NEW)), len(plan.of(Verdict.HERE)), len(plan.to_mend)
    if plan.matching.form.kind is VISIT:
        told = [count("{number} visit brought in.", "{number} visits brought in.", coming)]
    else:
        told = [count("{number} line brought in.", "{number} lines brought in.", coming)]
    if here:
        told.append(count("{number} was here already.", "{number} were here already.", here))
    if waiting:
        told.append(count("{number} is to be mended.", "{number} are to be mended.", waiting))
    return " ".join(told)
