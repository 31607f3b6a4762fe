"""Import: people, households, visits or check-ins from a spreadsheet that somebody has kept, or from phone forms."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace

from caregiver_desk import acts
from caregiver_desk.acts import intake
from caregiver_desk.acts.growth.framework import load_framework, read_file
from caregiver_desk.acts.intake.acquaintance import Beside, Verdict
from caregiver_desk.acts.intake.columns import Matching, Wishes, ordered, read_wishes
from caregiver_desk.acts.intake.duplicates import duplicates, in_the_sheet
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.planning import Plan, Planned
from caregiver_desk.acts.intake.progress import Hears, Stage
from caregiver_desk.cli.records import tell_outcome
from caregiver_desk.cli.session import heed_room, open_book, progress, tell
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.growth.framework import ForWhom
from caregiver_desk.wording import count, later, say

KINDS = {
    "people": "person", "households": "household", "members": "member", "visits": "visit", "check-ins": "check_in",
}  # fmt: skip
SAID_OF = {Stage.LOOKING: later("Looked at {done} of {of}."), Stage.SAVING: later("Saved {done} of {of}.")}
LONG, STEPS = 1_000, 10

acts.load()


def bring_in(arguments: argparse.Namespace) -> int:
    """What a sheet holds; rows that need mending are said, and written to --rest."""
    if arguments.kind == "framework":
        return _bring_framework(arguments)
    with open_book(arguments) as book:
        sheet, matching = intake.matched(book, KINDS[arguments.kind], arguments.file, wishes=_wishes(arguments))
        _say_columns(sheet, matching)
        plan = intake.planned(book, sheet, matching, hears=_hears())
        _say_lines(plan)
        _say_duplicates(plan)
        if arguments.duplicates:
            intake.save_duplicates(plan, arguments.duplicates)
        if arguments.dry_run:
            tell(arguments, plan.facts(), _told(plan))
        else:
            tell_outcome(arguments, intake.bring_in(book, plan, mending_copy=arguments.rest, hears=_hears()))
            heed_room(book)
    return 0


def _bring_framework(arguments: argparse.Namespace) -> int:
    """What good work needs, as the site says it; with --dry-run it is only read."""
    told = read_file(arguments.file)
    one, many = "{name}: {number} statement.", "{name}: {number} statements."
    with open_book(arguments) as book:
        if arguments.dry_run:
            words = count(one, many, len(told.statements), name=told.name)
            tell(arguments, {"version": told.version, "statements": len(told.statements)}, words)
        else:
            tell_outcome(arguments, load_framework(book, path=arguments.file, whom=ForWhom(arguments.whom)))
    return 0


def _told(plan: Plan) -> str:
    """What would come, in one line; the columns and the lines to mend were said before it."""
    counted = {
        Verdict.NEW: say("new"),
        Verdict.CORRECTED: say("corrected"),
        Verdict.HERE: say("here already"),
        Verdict.PERHAPS: say("perhaps the same"),
        Verdict.REFUSED: say("to be mended"),
    }
    parts = [
        say("{number} {what}", number=len(plan.of(verdict)), what=words)
        for verdict, words in counted.items()
        if verdict is not Verdict.CORRECTED or plan.of(verdict)
    ]
    return say("Nothing was brought in yet. It would be: {parts}.", parts=", ".join(parts))


def _wishes(arguments: argparse.Namespace) -> Wishes:
    """What was said of the sheet, in a file and on the command line; the latter counts."""
    told = read_wishes(arguments.map)
    columns = dict(_pair(each) for each in arguments.column)
    return replace(
        told,
        columns={**_besides(told.columns, columns), **columns},
        order=ordered(arguments.dates) or told.order,
        sheet=arguments.sheet or told.sheet,
    )


def _besides(told: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, str]:
    """What the file says of fields that are not named on the command line."""
    return {title: name for title, name in told.items() if not name or name not in columns.values()}


def _pair(text: str) -> tuple[str, str]:
    title, sign, field = text.rpartition("=")
    if not sign:
        raise NotUnderstood(field="--column", reason=say("write TITLE=FIELD"))
    return title.strip(), field.strip()


def _hears() -> Hears:
    """Says each tenth of what takes long."""
    said = 0

    def hear(stage: Stage, done: int, of: int) -> None:
        nonlocal said
        tenth = done * STEPS // of if of > LONG else 0
        if tenth > said:
            progress(say(SAID_OF[stage], done=done, of=of))
        said = tenth

    return hear


def _say_columns(sheet: Sheet, matching: Matching) -> None:
    targets = matching.form.targets
    for title, name in zip(sheet.columns, matching.fields, strict=True):
        progress(f"{title} → {say(targets[name].label) if name else say('left out')}")
    if sheet.others:
        names = ", ".join(sheet.others)
        progress(say("Read from the sheet “{sheet}”; not read: {others}", sheet=sheet.name, others=names))


def _say_lines(plan: Plan) -> None:
    for planned in plan.to_mend:
        _say_line(planned)
    for planned in plan.rows:
        if planned.heed:
            heed = planned.row.told(planned.heed)
            progress(say("Line {number} comes in: {heed}", number=planned.row.number, heed=heed))


def _say_duplicates(plan: Plan) -> None:
    """Who stands twice in the sheet; who may be in the book already was said line by line."""
    found = in_the_sheet(duplicates(plan))
    if found:
        progress(
            count("{number} line stands twice in this sheet.", "{number} lines stand twice in this sheet.", len(found))
        )
    for each in found:
        progress(each.words())


def _say_line(planned: Planned) -> None:
    progress(say("Line {number}: {reason}", number=planned.row.number, reason=planned.row.told(planned.why)))
    if planned.beside:
        _say_beside(planned.beside)


def _say_beside(beside: Beside) -> None:
    """Both versions in columns, the sheet's on the left."""
    rows = [("", say("this line"), beside.where), *beside.fields]
    wide = [max(len(row[place]) for row in rows) for place in (0, 1)]
    for label, ours, theirs in rows:
        progress(f"    {label:{wide[0]}}  {ours:{wide[1]}}  {theirs}".rstrip())
