"""Bringing in what a spreadsheet or the filled-in forms of phones hold: caregivers, households, visits, check-ins.

Context. She has kept a sheet for years, made in Excel, with a heading line, notes between the rows, phone numbers that
lost their zero and two ways of writing a day. Typing 60 households again would cost her a week; taking the sheet in
blindly would give her a book she cannot trust. Where caregivers fill in forms on phones, the same visits lie in the
files of those forms, or in what a server made of them.

Decision. Four small stages. *Read* the cells (`files`: `table` and `workbook`, `instances` and `exports` of phone
forms), *match* the titles with fields (`headings`, `columns`), *plan* what would come of each row (`cells`, `founding`,
`visits`, `check_ins`), and *bring in* what is new, all in one save. What is already here is left as it is; what says
otherwise of it, is perhaps the same, or is not understood, is never guessed: it goes into a mending copy. Only a form
that says which form it corrects changes what was read from that one (`submissions`).

Consequences. A preview is the plan. One undo takes a whole sheet back. Bringing the same sheet, or a mended copy, in
again doubles nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_desk.acts.act import Act, Outcome, add
from caregiver_desk.acts.intake import columns, duplicates, files, headings, phones, planning, progress
from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.acts.intake.check_ins import CheckInFounder, CheckInJudge
from caregiver_desk.acts.intake.columns import AS_FOUND, Matching, Wishes, read_wishes
from caregiver_desk.acts.intake.forms import FORMS, form_for
from caregiver_desk.acts.intake.founding import Founder, FoundingJudge
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.living import MemberFounder, MemberJudge
from caregiver_desk.acts.intake.planning import Judge, Plan
from caregiver_desk.acts.intake.progress import Hears, Stage
from caregiver_desk.acts.intake.visits import VisitFounder, VisitJudge
from caregiver_desk.acts.keeping import tell
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import CannotWrite
from caregiver_desk.records.supervision.supervision import CHECK_IN
from caregiver_desk.records.visits.households import MEMBER
from caregiver_desk.records.visits.visits import VISIT
from caregiver_desk.store import ledger, safely
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, later, say

_LINES = (later("{number} line brought in."), later("{number} lines brought in."))
_BROUGHT = {
    "visit": (later("{number} visit brought in."), later("{number} visits brought in.")),
    "check_in": (later("{number} check-in brought in."), later("{number} check-ins brought in.")),
}


def _bringer(kind: str) -> Callable[..., Outcome]:
    def bring(
        book: Book, *, path: Path, matching: Path | None = None, mending_copy: Path | None = None, team: str = ""
    ) -> Outcome:
        plan = preview(book, kind, path, wishes=read_wishes(matching), team=team)
        return bring_in(book, plan, mending_copy=mending_copy)

    return bring


for kind, form in FORMS.items():
    label = f"Bring in {form.kind.plural} from a spreadsheet" + (" or phones" if form.from_phones else "")
    add(Act(form.act, label, form.subject, _bringer(kind)))


def matched(book: Book, kind: str, path: Path, *, wishes: Wishes = AS_FOUND) -> tuple[Sheet, Matching]:
    """The sheet in this file, and which of its columns says what; it may still lack what is needed."""
    form = form_for(kind)
    knows = columns.knower(form, wishes)
    sheet = headings.headed(files.read(path, knows, sheet=wishes.sheet), knows)
    return sheet, _matching(book, sheet, kind, wishes)


def likeliest(book: Book, path: Path) -> tuple[Sheet, Matching]:
    """The same for the kind of which most columns of this sheet speak; what a kind lacks speaks against it."""
    knowers = {kind: columns.knower(form, AS_FOUND) for kind, form in FORMS.items()}
    found = files.read(path, lambda title: any(knows(title) for knows in knowers.values()))
    kinds = [held] if (held := phones.held_by(found.form)) else list(knowers)
    sheets = {kind: headings.headed(found, knowers[kind]) for kind in kinds}
    offered = [(sheet, _matching(book, sheet, kind)) for kind, sheet in sheets.items()]
    return max(offered, key=lambda each: (each[1].speaks(), not each[1].lacks()))


def _matching(book: Book, sheet: Sheet, kind: str, wishes: Wishes = AS_FOUND) -> Matching:
    return columns.match(book, sheet, form_for(kind), phones.wishes_for(sheet.form, kind, sheet.columns, wishes))


def planned(book: Book, sheet: Sheet, matching: Matching, *, team: str = "", hears: Hears = progress.nobody) -> Plan:
    """What would come of this sheet, row by row, for this team or one's own. Writes nothing.

    Raises OtherSheet, NoColumns or ColumnMissing.
    """
    columns.complete(book, sheet, matching)
    return planning.plan(sheet, matching, _judge(book, sheet, matching, team), hears)


def _judge(book: Book, sheet: Sheet, matching: Matching, team: str) -> Judge:
    """Who judges rows of this kind."""
    judges: dict[str, Callable[..., Judge]] = {
        VISIT.name: VisitJudge, CHECK_IN.name: CheckInJudge, MEMBER.name: MemberJudge,
    }  # fmt: skip
    judge = judges.get(matching.form.kind.name)
    return judge(book, sheet, matching) if judge else FoundingJudge(book, sheet, matching, team or own_team(book))


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
    coming = plan.coming
    columns.remember(book, plan.sheet, plan.matching, plan.orders)
    if not coming:
        return Outcome(_sentence(plan), facts=plan.facts())
    founder = _founder(book, plan)
    changes = [change for planned in coming for change in founder.changes(planned)]
    saved = ledger.append(book, plan.matching.form.act, progress.told(Stage.SAVING, changes, hears))
    return tell(saved, _sentence(plan), "", **plan.facts())


def _founder(book: Book, plan: Plan) -> VisitFounder | CheckInFounder | MemberFounder | Founder:
    """Who makes the changes of what comes in."""
    if plan.matching.form.kind is VISIT:
        return VisitFounder(book)
    if plan.matching.form.kind is CHECK_IN:
        return CheckInFounder(book)
    if plan.matching.form.kind is MEMBER:
        return MemberFounder(book)
    return Founder(book, plan.matching.form, plan.coming)


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
    one, many = _BROUGHT.get(plan.matching.form.kind.name, _LINES)
    told = [count(one, many, coming)]
    if corrected := len(plan.of(Verdict.CORRECTED)):
        told.append(count("{number} was corrected.", "{number} were corrected.", corrected))
    if here:
        told.append(count("{number} was here already.", "{number} were here already.", here))
    if waiting:
        told.append(count("{number} is to be mended.", "{number} are to be mended.", waiting))
    return " ".join(told)
