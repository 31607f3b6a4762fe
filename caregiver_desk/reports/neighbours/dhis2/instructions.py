"""The text beside a file for DHIS2: what is in it, what is not and why, how to try it, and how to take it in."""

from __future__ import annotations

from collections.abc import Sequence

from caregiver_desk.reports.document import Document, Line, Section, as_text
from caregiver_desk.reports.neighbours.dhis2.mapping import Mapped, Scheme
from caregiver_desk.reports.neighbours.dhis2.periods import Period
from caregiver_desk.reports.neighbours.dhis2.values import Chosen, LeftOut, named
from caregiver_desk.wording import count, full_day, say

VALUES = "/api/dataValueSets?importStrategy=CREATE_AND_UPDATE"
TRACKER = "/api/tracker?async=false&importStrategy=CREATE_AND_UPDATE&atomicMode=ALL"


def of_values(file: str, mapped: Mapped, period: Period, chosen: Chosen, *, fictional: bool) -> str:
    held = count("{number} number", "{number} numbers", len(chosen.values))
    scheme = say("codes") if mapped.scheme is Scheme.CODE else say("UIDs")
    told = say("{held}, called by their {scheme}.", held=held, scheme=scheme)
    left_out = [_left_out(chosen.left_out)] if chosen.left_out else []
    hand = _by_hand(say("Data import"), say("Strategy: new and updates. Id scheme: as in the file."))
    document = _document(file, period, told, (*left_out, hand), fictional=fictional)
    address = _with_scheme(file, mapped)
    return as_text(document) + _by_line(file, f"{address}&dryRun=true", address)


def of_homes(file: str, period: Period, homes: int, visits: int, *, fictional: bool) -> str:
    told = say(
        "{homes}, {visits}. No names, no words, and no home that said no.",
        homes=count("{number} home", "{number} homes", homes),
        visits=count("{number} visit", "{number} visits", visits),
    )
    hand = _by_hand(say("Tracked entities import"), say("Identifiers: UID."))
    document = _document(file, period, told, (hand,), fictional=fictional)
    return as_text(document) + _by_line(file, f"{TRACKER}&importMode=VALIDATE", f"{TRACKER}&importMode=COMMIT")


def _document(file: str, period: Period, told: str, more: tuple[Section, ...], *, fictional: bool) -> Document:
    sections = (Section(say("What is in it"), (Line("", told),)), *more)
    return Document(say("For DHIS2: {file}", file=file), _under(period, fictional=fictional), sections)


def _under(period: Period, *, fictional: bool) -> tuple[str, ...]:
    days = say("{first} to {last}", first=full_day(period.days.first), last=full_day(period.days.last))
    return (
        say("Period {code}: {days}", code=period.code, days=days),
        *([say("Made-up people: for training only.")] if fictional else []),
    )


def _left_out(left_out: Sequence[LeftOut]) -> Section:
    told = (Line(named(each), each.why) for each in left_out)
    first = Line("", say("Nothing stands for these: it is not zero. Leave their cells empty."))
    return Section(say("What is left out, and why"), (first, *told))


def _by_hand(page: str, choices: str) -> Section:
    steps = (
        say("In DHIS2 open Import/Export, then {page}. Choose this file.", page=page),
        choices,
        say("Press “Dry run” first. It changes nothing, and lists conflicts: names that are not there, wrong periods."),
        say("Where there are conflicts, mend the mapping and write the file again. Else press “Import”."),
    )
    return Section(say("By hand"), tuple(Line(str(number), step) for number, step in enumerate(steps, 1)))


def _by_line(file: str, trial: str, earnest: str) -> str:
    """Lines to be copied: they are as long as they are."""
    kind = "application/csv" if file.endswith(".csv") else "application/json"
    lines = [
        f'curl -u NAME -H "Content-Type: {kind}" --data-binary "@{file}" "https://SERVER{address}"'
        for address in (trial, earnest)
    ]
    title = say("From a command line")
    told = ["", title, "-" * len(title), say("To try it:"), lines[0], say("To take it in:"), lines[1]]
    return "\n".join(told) + "\n"


def _with_scheme(file: str, mapped: Mapped) -> str:
    """A table cannot say how things are called in it; an object does."""
    return f"{VALUES}&idScheme={mapped.scheme.upper()}" if file.endswith(".csv") else VALUES
