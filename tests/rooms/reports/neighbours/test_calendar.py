"""A calendar that other programs take in: read by two readers that are not ours, and put right when it comes again."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar as Read
from icalendar import Component

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NothingPlanned
from caregiver_desk.practice.spans import Span
from caregiver_desk.reports.neighbours.calendar.entries import Calendar
from caregiver_desk.reports.neighbours.calendar.file import look_over, usual_days, write
from caregiver_desk.reports.neighbours.calendar.writing import Entry, Sort, Status, calendar, escaped
from caregiver_desk.store.book import Book
from caregiver_desk.store.versions import versions
from caregiver_desk.trainer.calendar import standing_on

MONDAY = date(2026, 3, 2)
DAY = timedelta(1)


@pytest.fixture
def her(book: Book) -> str:
    with standing_on(MONDAY):
        return ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record


def text(book: Book, path: Path, *, names: bool = False, days: Span | None = None) -> str:
    path.unlink(missing_ok=True)
    with standing_on(MONDAY):
        write(Calendar(book, days or usual_days(clock.today()), names), path)
    return path.read_bytes().decode()


def read(book: Book, path: Path, **wishes: bool) -> list[Component]:
    return list(Read.from_ical(text(book, path, **wishes)).subcomponents)


def events(entries: list[Component]) -> dict[date, str]:
    return {each.decoded("DTSTART"): str(each["STATUS"]) for each in entries if each.name == "VEVENT"}


class Program:
    """A calendar program: of two entries of one name the one with the higher number stands, and none that is off."""

    def __init__(self) -> None:
        self.known: dict[str, Component] = {}

    def take_in(self, entries: list[Component]) -> None:
        for each in entries:
            before = self.known.get(each["UID"])
            if before is None or each["SEQUENCE"] > before["SEQUENCE"]:
                self.known[each["UID"]] = each

    def shown(self) -> list[date]:
        on = [each for each in self.known.values() if each["STATUS"] == "CONFIRMED"]
        return sorted(each.decoded("DTSTART") for each in on)


def plan(book: Book, her: str, day: date) -> str:
    with standing_on(MONDAY):
        return ACTS["plan_check_in"](book, caregiver=her, day=day.isoformat()).record


def test_a_planned_check_in_is_a_private_day_with_initials_and_without_its_kind(book: Book, her: str, tmp_path: Path):
    plan(book, her, MONDAY + 3 * DAY)

    told = text(book, tmp_path / "a.ics")

    (entry,) = Read.from_ical(told).events
    assert entry["SUMMARY"] == "Check-in · SN"
    assert (entry.decoded("DTSTART"), entry.decoded("DTEND")) == (MONDAY + 3 * DAY, MONDAY + 4 * DAY)
    assert entry["CLASS"] == "PRIVATE"
    assert entry["DTSTAMP"].dt.utcoffset() == timedelta(0)
    assert "Sibongile" not in told
    assert "one-to-one" not in told


def test_names_stand_in_it_only_where_they_are_asked_for(book: Book, her: str, tmp_path: Path):
    plan(book, her, MONDAY + DAY)

    (entry,) = read(book, tmp_path / "a.ics", names=True)

    assert entry["SUMMARY"] == "Check-in · Sibongile Ndaba"


def test_a_program_that_takes_it_in_again_moves_and_cancels_what_it_has(book: Book, her: str, tmp_path: Path):
    program, him = Program(), ACTS["add_caregiver"](book, given_names="Themba").record
    plan(book, her, MONDAY + 3 * DAY)
    plan(book, him, MONDAY + 4 * DAY)
    program.take_in(read(book, tmp_path / "a.ics"))
    assert program.shown() == [MONDAY + 3 * DAY, MONDAY + 4 * DAY]

    plan(book, her, MONDAY + 10 * DAY)  # the same talk, on another day
    program.take_in(read(book, tmp_path / "a.ics"))
    assert program.shown() == [MONDAY + 4 * DAY, MONDAY + 10 * DAY]

    with standing_on(MONDAY):
        later = {"not_held": "transport", "next_day": (MONDAY + 11 * DAY).isoformat()}
        ACTS["move_check_in"](book, caregiver=him, **later)
    program.take_in(read(book, tmp_path / "a.ics"))
    assert program.shown() == [MONDAY + 10 * DAY, MONDAY + 11 * DAY]


def test_what_was_taken_out_of_the_book_is_called_off_in_the_calendar(book: Book, her: str, tmp_path: Path):
    program, planned = Program(), plan(book, her, MONDAY + 3 * DAY)
    program.take_in(read(book, tmp_path / "a.ics"))

    ACTS["withdraw_check_in"](book, id=planned)
    program.take_in(read(book, tmp_path / "a.ics"))

    assert program.shown() == []


def test_what_moved_beyond_the_days_that_are_asked_for_leaves_the_day_it_had(book: Book, her: str, tmp_path: Path):
    program, march = Program(), Span(MONDAY, date(2026, 3, 31))
    plan(book, her, MONDAY + 3 * DAY)
    program.take_in(list(Read.from_ical(text(book, tmp_path / "a.ics", days=march)).subcomponents))

    plan(book, her, date(2026, 4, 20))
    program.take_in(list(Read.from_ical(text(book, tmp_path / "a.ics", days=march)).subcomponents))

    assert program.shown() == [date(2026, 4, 20)]


def test_a_day_that_was_named_at_the_end_of_a_talk_stands_until_it_is_planned(book: Book, her: str, tmp_path: Path):
    program, named = Program(), MONDAY + 14 * DAY
    with standing_on(MONDAY):
        words = {"next_day": named.isoformat()}
        ACTS["hold_check_in"](book, caregiver=her, day=MONDAY.isoformat(), words=words)
    program.take_in(read(book, tmp_path / "a.ics"))
    assert program.shown() == [MONDAY, named]

    plan(book, her, named + DAY)
    program.take_in(read(book, tmp_path / "a.ics"))
    assert program.shown() == [MONDAY, named + DAY]


def test_a_promise_is_something_to_do_and_a_day_and_is_done_in_both_once_it_is_kept(
    book: Book, her: str, tmp_path: Path
):
    program, due = Program(), MONDAY + 7 * DAY
    promise = {"owner": "supervisor", "what": "ask about her boots", "due": due.isoformat()}
    with standing_on(MONDAY):
        ACTS["hold_check_in"](book, caregiver=her, day=MONDAY.isoformat(), promises=[promise])
    program.take_in(read(book, tmp_path / "a.ics"))
    assert program.shown() == [MONDAY, due]
    assert "boots" not in (tmp_path / "a.ics").read_text()
    (to_do,) = [each for each in program.known.values() if each.name == "VTODO"]
    assert (to_do.decoded("DUE"), to_do["STATUS"], to_do["PERCENT-COMPLETE"]) == (due, "NEEDS-ACTION", 0)

    with standing_on(MONDAY):
        (kept,) = [each.leaf.id for each in versions(book, "promise", {}, "due")]
        ACTS["keep_promise"](book, id=kept)
    program.take_in(read(book, tmp_path / "a.ics"))
    (to_do,) = [each for each in program.known.values() if each.name == "VTODO"]
    assert (to_do["STATUS"], to_do["PERCENT-COMPLETE"]) == ("COMPLETED", 100)
    assert program.shown() == [MONDAY]


def test_a_referral_whose_answer_is_due_names_the_home_by_its_code(book: Book, tmp_path: Path):
    with standing_on(MONDAY):
        home = ACTS["record_household"](book, team=own_team(book), code="H-012").record
        clinic = ACTS["record_service"](book, name="Clinic", sort="clinic").record
        ACTS["record_referral"](book, household=home, service=clinic, day=MONDAY.isoformat())

    told = read(book, tmp_path / "a.ics")

    assert {str(each["SUMMARY"]) for each in told} == {"Ask what came of a referral · H-012"}
    assert {each.name for each in told} == {"VTODO", "VEVENT"}


def test_a_private_word_raises_no_number(book: Book, her: str, tmp_path: Path):
    planned = plan(book, her, MONDAY + DAY)
    (before,) = read(book, tmp_path / "a.ics")
    ACTS["change_check_in"](book, id=planned, fields={"how_are_you": "tired"})
    (after,) = read(book, tmp_path / "a.ics")

    assert after["SEQUENCE"] == before["SEQUENCE"]


def test_pairs_of_others_stand_in_nobodys_calendar(pair: tuple[Book, Book]):
    nomvula, _ = pair
    somebody = ACTS["add_caregiver"](nomvula, given_names="Themba").record
    told = Calendar(nomvula, usual_days(MONDAY))
    ACTS["plan_check_in"](nomvula, caregiver=somebody, day=(MONDAY + DAY).isoformat())
    assert told.people == {somebody}
    assert not Calendar(pair[1], usual_days(MONDAY)).people


def test_where_nothing_is_planned_no_calendar_is_written(book: Book, tmp_path: Path):
    """RFC 5545 knows no calendar without an entry, and some programs refuse one."""
    with pytest.raises(NothingPlanned):
        write(Calendar(book, usual_days(clock.today())), tmp_path / "a.ics")

    assert list(tmp_path.glob("*.ics")) == []


def test_what_goes_is_counted_before_it_is_written(book: Book, her: str, tmp_path: Path):
    plan(book, her, MONDAY + DAY)
    told = Calendar(book, usual_days(MONDAY))
    with standing_on(MONDAY):
        assert look_over(told) == write(told, tmp_path / "a.ics") == (1, 0, 0, 1)


def test_a_second_reader_finds_the_same(book: Book, her: str, tmp_path: Path):
    plan(book, her, MONDAY + 3 * DAY)
    told = text(book, tmp_path / "a.ics")

    (read_by_another,) = vobject.readOne(told).vevent_list
    assert read_by_another.dtstart.value == MONDAY + 3 * DAY
    assert read_by_another.summary.value == "Check-in · SN"


def test_signs_that_no_letter_is_are_left_out():
    assert escaped("a\x00b\x08c\x7f\r\nd\te") == "abc\\nd\te"


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.just("\n"), max_size=300))
def test_any_words_come_back_as_they_were_in_lines_of_75_octets_of_whole_letters(words: str):
    entry = Entry("one", Sort.EVENT, MONDAY, words, Status.CONFIRMED, 1)
    raw = b"".join(calendar([entry], words, datetime(2026, 3, 2, 8, tzinfo=UTC)))

    lines = raw.split(b"\r\n")
    assert all(len(line) <= 75 and line.decode() is not None for line in lines)
    assert not re.search(rb"(?<!\r)\n", raw)
    (event,) = Read.from_ical(raw).events
    assert str(event["SUMMARY"]) == words
