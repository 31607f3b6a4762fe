"""An extract for a project: a purpose that is kept, no free text, no day, and no id that leads back."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from homes import household, visited

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import DiskFull, NoPurpose, NothingLeaves, NotWhole, TooFewForAnExtract, UndoStays
from caregiver_desk.practice.spans import Span
from caregiver_desk.records import leaving
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.sharing.extracts import EXTRACT
from caregiver_desk.reports.tables import taking_out, texts
from caregiver_desk.reports.tables.asked import Asked, Words, kinds_asked
from caregiver_desk.reports.tables.extract import LEADS_BACK, Coarse, extract, extracted, is_free_text, kinds_of_extract
from caregiver_desk.reports.tables.taking_out import Into
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

PURPOSE = "How visits changed after the road was mended"
ASKED = frozenset(leaving.BY_ASKING)


def people(book: Book, number: int) -> list[str]:
    names = ("Sibongile", "Grace", "Thandi", "Rofhiwa", "Nokuthula", "Amina")
    return [ACTS["add_caregiver"](book, given_names=each, surname="Ndaba").record for each in names[:number]]


@pytest.fixture
def visits(book: Book) -> Book:
    """A visit of each of six caregivers to a home of her own, in March."""
    for number, caregiver in enumerate(people(book, 6)):
        house = household(book, f"HH-00{number}")
        visited(book, caregiver, house, day=f"2026-03-0{number + 2}")
    return book


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def asked(*names: str, span: Span | None = None) -> Asked:
    return Asked(kinds_asked(names, ASKED), span, ASKED, Words.BOTH)


def kept(book: Book) -> list[tuple[str, str, int]]:
    return [(each["purpose"], each["what"], each["records"]) for each in questions.listing(book, EXTRACT.name)]


def test_days_become_months_and_ids_become_keys_that_join_the_tables(visits: Book, tmp_path: Path):
    extract(visits, asked("visit", "household"), PURPOSE, Into(tmp_path / "out"))

    told, homes = (rows(tmp_path / "out" / f"{name}.csv") for name in ("visit", "household"))
    assert {row["day"] for row in told} == {"2026-03"}
    assert {row["household"] for row in told} == {row["id"] for row in homes}
    written = (tmp_path / "out" / "visit.csv").read_text() + (tmp_path / "out" / "household.csv").read_text()
    ids = [leaf.id for kind in ("visit", "household", "person") for leaf in questions.listing(visits, kind)]
    assert [each for each in (*ids, "HH-00", "Sibongile", "Ndaba") if each in written] == []


def test_a_week_is_told_by_its_number(visits: Book, tmp_path: Path):
    extract(visits, asked("visit"), PURPOSE, Into(tmp_path / "v.csv"), Coarse.WEEKS)

    assert {row["day"] for row in rows(tmp_path / "v.csv")} == {"2026-W10"}
    assert Coarse.WEEKS("2026-03-01") == "2026-W09"


def test_two_extracts_cannot_be_joined_and_rows_are_in_no_order_of_time(visits: Book, tmp_path: Path):
    for name in ("one.csv", "two.csv"):
        extract(visits, asked("visit"), PURPOSE, Into(tmp_path / name))
    one, two = ([row["id"] for row in rows(tmp_path / name)] for name in ("one.csv", "two.csv"))

    assert len({*one} | {*two}) == 12
    assert one == sorted(one)
    assert two == sorted(two)


def test_what_it_is_for_is_kept_with_the_day_and_stays(visits: Book, tmp_path: Path):
    extract(visits, asked("visit", "household"), f"  {PURPOSE} ", Into(tmp_path / "x.xlsx"))

    assert kept(visits) == [(PURPOSE, "visit, household", 12)]
    (leaf,) = questions.listing(visits, EXTRACT.name)
    assert (leaf["made_by"], leaf["team"]) == (visits.person, own_team(visits))
    with pytest.raises(UndoStays, match="Make an extract"):
        ACTS["undo"](visits)


@pytest.mark.parametrize(
    ("first", "last", "coarse"),
    [(2, 31, Coarse.MONTHS), (1, 30, Coarse.MONTHS), (1, 31, Coarse.WEEKS), (2, 7, Coarse.WEEKS)],
)
def test_days_that_are_no_whole_months_or_weeks_make_none(
    first: int, last: int, coarse: Coarse, visits: Book, tmp_path: Path
):
    span = Span(date(2026, 3, first), date(2026, 3, last))
    with pytest.raises(NotWhole, match="no single day can be known"):
        extract(visits, asked("visit", span=span), PURPOSE, Into(tmp_path / "v.csv"), coarse)

    whole = (
        Span(date(2026, 3, 1), date(2026, 3, 31))
        if coarse is Coarse.MONTHS
        else Span(date(2026, 3, 2), date(2026, 3, 8))
    )
    assert coarse.is_whole(whole)
    assert (kept(visits), list(tmp_path.glob("*.csv"))) == ([], [])


@pytest.mark.parametrize("purpose", ["", "  ", "research", "x " * 200])
def test_without_a_purpose_in_words_nothing_is_made(purpose: str, visits: Book, tmp_path: Path):
    with pytest.raises(NoPurpose, match="Nothing was written"):
        extract(visits, asked("visit"), purpose, Into(tmp_path / "v.csv"))

    assert (kept(visits), list(tmp_path.glob("*.csv"))) == ([], [])


def test_of_fewer_than_five_nothing_is_made(visits: Book, tmp_path: Path):
    for visit in questions.listing(visits, "visit")[:4]:
        visited(visits, visit["caregiver"], visit["household"], day="2026-02-02")
    few = Span(date(2026, 2, 1), date(2026, 2, 28))
    with pytest.raises(TooFewForAnExtract, match="this one would tell of 4"):
        extract(visits, asked("visit", span=few), PURPOSE, Into(tmp_path / "v.csv"))

    assert (kept(visits), list(tmp_path.glob("*.csv"))) == ([], [])


def test_where_the_file_fails_nothing_is_kept(visits: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object, **__: object) -> None:
        raise DiskFull

    monkeypatch.setattr(taking_out.texts, "into_file", full)
    with pytest.raises(DiskFull):
        extract(visits, asked("visit"), PURPOSE, Into(tmp_path / "v.csv"))

    assert (kept(visits), list(tmp_path.glob("*.csv"))) == ([], [])
    assert texts.into_file is full


def test_no_free_text_and_no_number_that_names_a_home_is_in_any_extract():
    for kind in leaving.leaving(ASKED).values():
        fields = extracted(kind)
        assert [each.name for each in fields if is_free_text(each) or each.audience != Audience.OPEN] == []
        assert not {each.name for each in fields} & LEADS_BACK.get(kind.name, set())
    assert "short_number" in {each.name for each in leaving.may_leave(kinds_asked(["assignment"])[0])}


@pytest.mark.parametrize("name", ["wellbeing_check", "person"])
def test_of_what_never_leaves_or_is_a_name_there_is_no_extract(name: str):
    with pytest.raises(NothingLeaves):
        kinds_of_extract([name])
