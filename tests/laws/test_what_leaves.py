"""No file that another program reads holds a word that may not be in it: asked of every field of every kind.

Each field of a real book is filled with a mark of its own. Every format writes the fullest file that anybody can ask
for, and whatever is in that folder is read, also what is packed. A format joins by one line in `FORMATS`.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.insight.own import known
from caregiver_desk.acts.intake import phones
from caregiver_desk.acts.keeping import scope_to_write
from caregiver_desk.acts.kept_back import KEPT_BACK
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.practice import spans
from caregiver_desk.practice.spans import Span
from caregiver_desk.records import leaving
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.insight import report
from caregiver_desk.reports.neighbours import xlsform
from caregiver_desk.reports.neighbours.calendar import file as calendars
from caregiver_desk.reports.neighbours.calendar.entries import Calendar
from caregiver_desk.reports.neighbours.dhis2 import new_map
from caregiver_desk.reports.neighbours.dhis2.file import write_homes
from caregiver_desk.reports.neighbours.dhis2.mapping import SITE, Mapped, Scheme, Told, Tracking
from caregiver_desk.reports.neighbours.dhis2.periods import Period
from caregiver_desk.reports.neighbours.dhis2.tracker import Followed
from caregiver_desk.reports.neighbours.fhir import bundle as fhir
from caregiver_desk.reports.neighbours.fhir.bundle import Extract
from caregiver_desk.reports.tables.asked import Asked, Words
from caregiver_desk.reports.tables.extract import extract, extracted, kinds_of_extract
from caregiver_desk.reports.tables.taking_out import Into, take_out
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

Write = Callable[[Book, Path], object]
NEVER = frozenset(Audience) - leaving.BY_DEFAULT - leaving.BY_ASKING.keys()
ASKED = frozenset(leaving.BY_ASKING)
FIRST_DAY = date(1931, 1, 1)
EVER = Span(date(1900, 1, 1), date(2999, 12, 31))


def tables(name: str, wanted: frozenset[Audience]) -> Write:
    """Every kind of record that may be asked for, with all that may be asked for."""

    def write(book: Book, folder: Path) -> None:
        kinds = tuple(leaving.leaving(wanted).values())
        take_out(book, Asked(kinds, wanted=wanted, words=Words.BOTH, hxl=True), folder / name)

    return write


def phone_forms_of_all(wanted: frozenset[Audience]) -> Write:
    """Our forms for phones, with every list that may be asked for."""

    def write(book: Book, folder: Path) -> None:
        lists = xlsform.lists_of(book, wanted)
        for form in phones.phone_forms().values():
            (folder / f"{form.form}.xlsx").write_bytes(xlsform.workbook(form, lists))

    return write


def calendar_of_all(*, names: bool) -> Write:
    """As if every pair and every home were this owner’s."""

    def write(book: Book, folder: Path) -> None:
        told = Calendar(book, EVER, names)
        homes = {each.id: str(each["code"]) for each in questions.listing(book, "household")}
        vars(told).update(_links=questions.listing(book, "supervision"), homes=homes)
        calendars.write(told, folder / "all.ics")

    return write


def health_records(*, names: bool) -> Write:
    return lambda book, folder: fhir.write(Extract(book, EVER, names), folder / "all.json")


def homes_for_dhis2(book: Book, folder: Path) -> None:
    """By a mapping of every field that a mapping may name."""
    homes, visits = (
        tuple(Told(field.name, "a" * 11, {}) for field in leaving.may_leave(KINDS[kind]) if not field.shown.refers)
        for kind in ("household", "visit")
    )
    names = Mapped(Scheme.UID, "", "", "", {SITE: "a" * 11}, tracker=Tracking(*["a" * 11] * 3, homes, visits))
    write_homes(Followed(book, EVER, names), Period("ever", "", EVER), folder / "all.json")


def mapping_for_dhis2(book: Book, folder: Path) -> None:
    new_map.write(book, known(book), folder / "new.toml")


def report_of_all(book: Book, folder: Path) -> None:
    """Every figure, the site's own too, in all its forms."""
    made = report.report(book, spans.before(spans.Grain.YEAR, clock.today()), "all")
    facts = json.dumps(list(report.as_facts(made)))
    for name, words in (("csv", report.as_csv(made)), ("txt", as_text(report.as_document(made))), ("json", facts)):
        (folder / f"all.{name}").write_text(words)


FIGURES = {"report"}  # numbers alone, and no field of any record
# By format: how it writes into a folder, first all that it can be brought to write, then what it writes unasked
FORMATS: dict[str, tuple[Write, Write]] = {
    **{name: (tables(name, ASKED), tables(name, leaving.NOTHING_MORE)) for name in ("all.xlsx", "all.zip", "all")},
    "calendar": (calendar_of_all(names=True), calendar_of_all(names=False)),
    "fhir": (health_records(names=True), health_records(names=False)),
    "dhis2 homes": (homes_for_dhis2, homes_for_dhis2),
    "dhis2 mapping": (mapping_for_dhis2, mapping_for_dhis2),
    "report": (report_of_all, report_of_all),
    "xlsform": (phone_forms_of_all(ASKED), phone_forms_of_all(leaving.NOTHING_MORE)),
}


def declared() -> Iterator[tuple[Kind, Field]]:
    return ((kind, field) for kind in KINDS.values() for field in kind.fields.values())


PLACES = {(kind.name, field.name): place for place, (kind, field) in enumerate(declared())}


def mark(kind: Kind, field: Field) -> str | None:
    """What stands in this field and nowhere else; None where a field cannot hold what is found again."""
    place = PLACES[kind.name, field.name]
    if field.base is date:
        return (FIRST_DAY + timedelta(days=place)).isoformat()
    words = f"kq{place:04d}x"
    holds = field.base is str and not field.shown.refers and (field.most or len(words)) >= len(words)
    return words if holds else None


def any_value(field: Field) -> Mapping[str, Any]:
    """Something for a field that cannot be marked."""
    if field.base is str and not field.choices:
        return {field.name: "-"}
    if field.choices and field.many:
        return {f"{field.name}/{next(iter(field.choices))}": True}
    if field.choices:
        return {field.name: str(next(iter(field.choices)))}
    return {field.name: True if field.base is bool else field.least or 1}


def filled(kind: Kind) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for field in kind.fields.values():
        if not field.shown.refers:
            told |= {field.name: mark(kind, field)} if mark(kind, field) else any_value(field)
    return told


@pytest.fixture
def marked(book: Book) -> Book:
    """A book in which every field of every kind says something, and every record points at the others."""
    home = scope_to_write(book, questions.get(book, "team", own_team(book)))
    scopes = {name: book.site if kind.home == Kind.SITE else home for name, kind in KINDS.items()}
    ids = {name: clock.new_record(scopes[name]) for name in KINDS}
    first = [Change(name, ids[name], scopes[name], filled(kind)) for name, kind in KINDS.items()]
    pointing = {
        name: {each.name: ids[each.shown.refers] for each in kind.fields.values() if each.shown.refers}
        for name, kind in KINDS.items()
    }
    ledger.append(book, "fill", first)
    ledger.append(
        book, "fill", [Change(name, ids[name], scopes[name], told) for name, told in pointing.items() if told]
    )
    return book


def everything_in(folder: Path) -> bytes:
    """All that the files of a folder hold, their names too; of what is packed, what is in it."""
    told = b""
    for path in sorted(folder.rglob("*")):
        told += path.name.encode() + b"\n"
        if path.is_file() and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                told += b"\n".join(name.encode() + b"\n" + archive.read(name) for name in archive.namelist())
        elif path.is_file():
            told += path.read_bytes()
    return told


def found(told: bytes, audiences: frozenset[Audience]) -> list[str]:
    """The fields of these audiences whose marks stand in a file, days also as calendars write them."""
    marks = {
        f"{kind.name}.{field.name}": mark(kind, field) for kind, field in declared() if field.audience in audiences
    }
    return [name for name, each in marks.items() if each and (each.encode() in told or _plain(each) in told)]


def _plain(mark: str) -> bytes:
    return mark.replace("-", "").encode()


def test_every_audience_leaves_by_default_by_asking_or_never():
    assert Audience.OPEN in leaving.BY_DEFAULT
    assert {Audience.PAIR, Audience.SELF, Audience.PROTECTION, Audience.PROCESS, Audience.CONTROL} == NEVER


def test_no_wish_makes_a_field_leave_that_never_does():
    asked = {field.audience for kind in KINDS.values() for field in leaving.may_leave(kind, frozenset(Audience))}
    unasked = {field.audience for kind in KINDS.values() for field in leaving.may_leave(kind)}

    assert asked == leaving.BY_DEFAULT | ASKED
    assert unasked == leaving.BY_DEFAULT


def test_of_a_record_that_is_not_known_to_a_reader_nothing_leaves():
    assert [kind.name for kind in KINDS.values() if leaving.may_leave(kind, ASKED) and kind.widest in NEVER] == []
    assert leaving.may_leave(KINDS["person"], frozenset({Audience.CONTACT})) == ()


def test_what_is_shown_to_nobody_leaves_in_no_file():
    assert not KEPT_BACK.keys() & leaving.leaving(ASKED).keys()


def test_every_field_that_holds_words_or_a_day_is_marked_in_the_book(marked: Book):
    told = "\n".join(repr(questions.listing(marked, name, limit=questions.EVERY)) for name in KINDS).encode()
    held = [f"{kind.name}.{field.name}" for kind, field in declared() if mark(kind, field)]

    assert set(found(told, frozenset(Audience))) == set(held)


def written(name: str, book: Book, folder: Path, *, asked: bool) -> bytes:
    """All that a format writes, with everything that may be asked for or unasked; never nothing."""
    out = folder / "out"
    out.mkdir()
    FORMATS[name][0 if asked else 1](book, out)
    told = everything_in(out)
    assert found(told, frozenset({Audience.OPEN})) or (name in FIGURES and len(told) > 1_000), "nothing was written"
    return told


@pytest.mark.parametrize("name", FORMATS)
def test_no_format_lets_out_what_two_people_keep_what_is_ones_own_a_concern_or_a_process(
    name: str, marked: Book, tmp_path: Path
):
    assert found(written(name, marked, tmp_path, asked=True), NEVER) == []


@pytest.mark.parametrize("name", FORMATS)
def test_that_there_is_a_concern_or_what_was_counted_of_a_team_stands_in_no_file(
    name: str, marked: Book, tmp_path: Path
):
    """Their open fields too: with a day and a kind a single concern is found again by whoever was there."""
    every = found(written(name, marked, tmp_path, asked=True), frozenset(Audience))

    assert [each for each in every if each.partition(".")[0] in {"concern", *leaving.COUNTED}] == []
    assert "type" not in {field.name for field in leaving.may_leave(KINDS["check_in"], ASKED)}


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_but_what_is_open_leaves_without_asking(name: str, marked: Book, tmp_path: Path):
    assert found(written(name, marked, tmp_path, asked=False), NEVER | ASKED) == []


def test_an_extract_holds_no_words_of_anybody_no_day_and_no_id(
    marked: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("caregiver_desk.reports.tables.extract.LEAST", 1)  # the book has one of each
    kinds = [name for name, kind in leaving.leaving().items() if extracted(kind)]
    asked = Asked(kinds_of_extract(kinds))
    (tmp_path / "out").mkdir()
    extract(marked, asked, "What a law looks for", Into(tmp_path / "out" / "all.zip"))

    told = everything_in(tmp_path / "out")
    ids = [leaf.id for name in KINDS for leaf in questions.listing(marked, name, limit=questions.EVERY)]
    marks = [each for kind, field in declared() if (each := mark(kind, field)) and not each.endswith("-01")]
    assert len(told) > 1_000, "nothing was written"
    assert [each for each in (*ids, *marks) if each.encode() in told] == []
