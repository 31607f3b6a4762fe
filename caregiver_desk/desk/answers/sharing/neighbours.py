"""Which files other programs of the field read, what would go into one, and the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome
from caregiver_desk.acts.insight.own import known
from caregiver_desk.practice.spans import Grain, said, whole
from caregiver_desk.reports.neighbours import said as words
from caregiver_desk.reports.neighbours.calendar import file as calendars
from caregiver_desk.reports.neighbours.calendar.entries import Calendar
from caregiver_desk.reports.neighbours.dhis2 import file as dhis2
from caregiver_desk.reports.neighbours.dhis2 import new_map
from caregiver_desk.reports.neighbours.dhis2.mapping import Mapped, mapped
from caregiver_desk.reports.neighbours.dhis2.periods import Period
from caregiver_desk.reports.neighbours.dhis2.tracker import Followed
from caregiver_desk.reports.neighbours.fhir import bundle
from caregiver_desk.reports.neighbours.fhir.bundle import Extract
from caregiver_desk.reports.neighbours.putting import Hears
from caregiver_desk.store import safely
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

SHOWN = 4  # numbers that are left out and named at once; the rest stand in the text beside the file


class File(StrEnum):
    """For whom it is."""

    CALENDAR = "calendar"
    HEALTH = "health records"
    FIGURES = "figures"
    HOMES = "homes"


FILES: Mapping[File, str] = {
    File.CALENDAR: later("My calendar"),
    File.HEALTH: later("Health records (FHIR)"),
    File.FIGURES: later("Figures for DHIS2"),
    File.HOMES: later("Homes and visits for DHIS2"),
}
MEANS: Mapping[File, tuple[str, ...]] = {
    File.CALENDAR: (
        later("Your own check-ins, visits together, promises and answers that are due, from a month ago to in a year."),
        later("Initials, and no word of what a talk is about. A calendar is often read by others, and by a company."),
        later("Take it in again after changes: the same program moves what moved, and takes out what is over."),
    ),
    File.HEALTH: (
        later("Visits to homes by their codes, that people met and when, promises by their day, answers of homes."),
        later(
            "No words, no places, no phones, and nothing of what weighs on anybody. Homes that said no are left out."
        ),
    ),
    File.FIGURES: (
        later("Numbers only, by your mapping. What could tell of a few people is left out, and never sent as zero."),
        later("Beside the file a text says what is left out and why, and how to try it in DHIS2 before it counts."),
    ),
    File.HOMES: (
        later("Homes that were visited, and their visits: only the fields that your mapping names, and nobody’s name."),
        later("Homes that said no are left out. Beside the file a text says how to try it in DHIS2 before it counts."),
    ),
}
NAMED = later("Names of workers stand in it. Whoever gets the file knows who they are.")
BY_MAPPING = frozenset({File.FIGURES, File.HOMES})
WITH_NAMES = frozenset({File.CALENDAR, File.HEALTH})


@dataclass(frozen=True)
class Wanted:
    """One file as somebody chose it. The calendar has days of its own."""

    file: File
    period: Period
    names: bool = False
    mapping: Path | None = None


@dataclass(frozen=True)
class Told:
    """What would go, the most important first; whether anything does."""

    wanted: Wanted
    sentences: tuple[str, ...]
    goes: bool


def periods_offered(today: date) -> list[tuple[str, str]]:
    """The last month, this one, the last quarter and this one, this year and the last: names there, and words."""
    spans = {}
    for grain, code in ((Grain.MONTH, "%Y%m"), (Grain.QUARTER, ""), (Grain.YEAR, "%Y")):
        now = whole(grain, today)
        for span in (whole(grain, now.first - timedelta(days=1)), now):
            spans[span.first.strftime(code) or f"{span.first.year}Q{(span.first.month + 2) // 3}"] = said(span)
    return list(spans.items())


def look_over(book: Book, wanted: Wanted) -> Told:
    """Raises MappingFaults, OtherPeriod, NothingToTell or CannotRead."""
    match wanted.file:
        case File.CALENDAR:
            counted = calendars.look_over(_calendar(book, wanted))
            return _told(wanted, [words.calendar_said(counted)], goes=any(counted[:-1]))
        case File.HEALTH:
            held = bundle.look_over(_extract(book, wanted))
            return _told(wanted, [words.fhir_said(held)], goes=held.visits + held.talks + held.tasks > 0)
        case File.FIGURES:
            chosen = dhis2.chosen(book, _mapped(book, wanted), wanted.period, known(book))
            return _told(wanted, [words.figures_said(chosen), *words.left_out_said(chosen, SHOWN)], goes=True)
        case _:
            many = dhis2.homes_of(_followed(book, wanted))
            return _told(wanted, [words.homes_said(many)], goes=many.homes > 0)


def _told(wanted: Wanted, sentences: list[str], *, goes: bool) -> Told:
    return Told(wanted, (*sentences, *_means(wanted)), goes)


def _means(wanted: Wanted) -> Iterator[str]:
    named = wanted.names and wanted.file in WITH_NAMES
    for sentence in MEANS[wanted.file]:
        if not (named and wanted.file is File.CALENDAR and sentence == MEANS[File.CALENDAR][1]):
            yield say(sentence)
    if named:
        yield say(NAMED)


def write(book: Book, wanted: Wanted, folder: Path, hears: Hears) -> Outcome:
    """Put it into a folder under a name that says what it is and the day; nothing is written over."""
    if wanted.file is File.CALENDAR:
        out = _place(folder, say("calendar"), ".ics")
        calendars.write(_calendar(book, wanted), out)
    elif wanted.file is File.HEALTH:
        out = _place(folder, say("health records"), ".json")
        bundle.write(_extract(book, wanted), out, hears)
    elif wanted.file is File.FIGURES:
        out = _place(folder, say("figures for dhis2"), ".json")
        dhis2.write_values(book, _mapped(book, wanted), wanted.period, known(book), out)
    else:
        out = _place(folder, say("homes for dhis2"), ".json")
        dhis2.write_homes(_followed(book, wanted), wanted.period, out, hears)
    return Outcome(say("Saved as {file}. It is not encrypted.", file=out.name))


def new_mapping(book: Book, folder: Path) -> Outcome:
    """A mapping to fill in."""
    out = _place(folder, say("mapping for dhis2"), ".toml")
    new_map.write(book, known(book), out)
    return Outcome(say("Saved as {file}. Fill it in with whoever runs DHIS2, then choose it here.", file=out.name))


def _place(folder: Path, name: str, suffix: str) -> Path:
    return safely.free(folder, name, f" {clock.today().isoformat()}", suffix)


def _calendar(book: Book, wanted: Wanted) -> Calendar:
    return Calendar(book, calendars.usual_days(clock.today()), wanted.names)


def _extract(book: Book, wanted: Wanted) -> Extract:
    return Extract(book, wanted.period.days, wanted.names)


def _followed(book: Book, wanted: Wanted) -> Followed:
    return Followed(book, wanted.period.days, _mapped(book, wanted))


def _mapped(book: Book, wanted: Wanted) -> Mapped:
    return mapped(book, wanted.mapping or Path(), known(book), tracker=wanted.file is File.HOMES)
