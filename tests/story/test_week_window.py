"""A supervisor types the paper sheets of a week, her eyes on the paper and her hands on the keys."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from acquainted import clear
from driver import Desk, Programme
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from caregiver_desk import clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import short_day
from caregiver_desk.desk.cards.visits.week_head import StayingDays
from caregiver_desk.desk.parts.tables import RECORD
from caregiver_desk.practice.visits.codes import list_number
from caregiver_desk.practice.visits.weeks import week_of
from caregiver_desk.records.people.people import Role
from caregiver_desk.settings import Look
from caregiver_desk.store import checking, drafts, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR

PASSPHRASE = "four unrelated quiet words"
KEYS = {"\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return, "<": Qt.Key.Key_Backspace, "^": Qt.Key.Key_Up}
CONTROL = Qt.KeyboardModifier.ControlModifier
HOMES = 20
TYPE_A_NUMBER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from caregiver_desk.acts import opening
from caregiver_desk.desk import app, tour
from caregiver_desk.desk.frame import opening as opening_desk
from caregiver_desk.store import drafts, questions
from caregiver_desk.sync.opener import Opener

qt = app.application()
book = opening.open_book(Path(sys.argv[1]), sys.argv[2])
window = opening_desk.window_for(book, Opener())
window.show()
window.go("week")
tour.rest(window)
QTest.keyClicks(window.page().grid, sys.argv[3])

def look():
    if questions.count(book, "visit") == 1 and len(drafts.find(book)) == 2:
        print("kept", flush=True)

looking = QTimer()
looking.timeout.connect(look)
looking.start(20)
QTimer.singleShot(1000, lambda: print("too late", flush=True))
qt.exec()
"""


def typed(number: int) -> str:
    """A number with its check digit, as it is typed from paper."""
    return list_number(number).replace("-", "").rjust(3, "0")


def give_homes(book: Book, caregiver: str) -> list[str]:
    """Homes 1 to 20 on her list, long before this week."""
    team, since = people.own_team(book), clock.today() - timedelta(100)
    made = [
        ACTS["record_household"](book, code=f"HH-{number:03}", team=team, nickname=f"door {number}").record
        for number in range(1, HOMES + 1)
    ]
    for home in made:
        ACTS["assign_household"](book, household=home, caregiver=caregiver, since=since)
    return made


@pytest.fixture(autouse=True)
def friday() -> date:
    """Today is the Friday of this week, or of the last one."""
    today = clock.today()
    clock.shift(-timedelta((today.weekday() - 4) % 7))
    return clock.today()


@pytest.fixture
def homes(cleared: Programme) -> list[str]:
    return give_homes(cleared.book, cleared.caregiver)


@pytest.fixture
def sheet(homes: list[str], desk: Desk) -> Desk:  # noqa: ARG001 - they are there
    """The supervisor, with the empty sheet of this week before her."""
    return desk.keys(Qt.Key.Key_D, CONTROL)


def keys(desk: Desk, words: str) -> Desk:
    """Press one key after another, without waiting for anything."""
    for each in words:
        if each in KEYS:
            QTest.keyClick(_has_keys(desk), KEYS[each])
        else:
            QTest.keyClicks(_has_keys(desk), each)
    return desk


def _has_keys(desk: Desk) -> QWidget:
    found = desk.window.focusWidget()
    assert found is not None
    return found


def column(desk: Desk, day: int) -> list[str]:
    """What stands under a day, as it is read aloud."""
    model = desk.rest().page().grid.model()  # type: ignore[attr-defined]
    found = [model.index(row, day) for row in range(model.rowCount() - 1)]
    return [index.data() for index in found if index.data(RECORD)]


def total(desk: Desk, day: int) -> str:
    model = desk.rest().page().grid.model()  # type: ignore[attr-defined]
    return str(model.index(model.rowCount() - 1, day).data())


def visits(book: Book) -> list[tuple[str, str, str]]:
    """(day, home, what came of it) in the order of typing."""
    leaves = sorted(questions.listing(book, "visit"), key=lambda each: each.id)
    return [(each["day"], each["household"], each["outcome"]) for each in leaves]


class Presses(QObject):
    """Counts every key that really goes down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.number = 0
        desk.page().grid.installEventFilter(self)  # type: ignore[attr-defined]

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.number += event.type() == QEvent.Type.KeyPress
        return False


def test_24_visits_cost_at_most_72_keys(sheet: Desk, homes: list[str], friday: date) -> None:
    week, presses = week_of(friday), Presses(sheet)
    rounds = [[10 + (6 * day + place) % 11 for place in range(5 if day < 4 else 4)] for day in range(5)]

    for *most, last in rounds[:4]:
        keys(sheet, "".join(map(typed, most)) + f"{last}\t")
    keys(sheet, "".join(map(typed, rounds[4]))).rest()

    said = [(week[day].isoformat(), homes[number - 1], "done") for day, each in enumerate(rounds) for number in each]
    assert (presses.number, visits(sheet.book)) == (72, said)


def test_a_complete_number_moves_on_by_itself_and_the_total_follows_at_once(sheet: Desk) -> None:
    grid = keys(sheet, typed(14)).page().grid  # type: ignore[attr-defined]
    model = grid.model()

    assert (grid.day, grid.row, model.index(model.rowCount() - 1, 0).data()) == (0, 1, "1 visit")
    assert column(sheet, 0) == ["14-9, door 14"]


def test_the_name_of_the_home_appears_while_one_types(sheet: Desk) -> None:
    assert "14-9  HH-014 · door 14" in keys(sheet, "14").message()

    assert "01-3  HH-001 · door 1\n10-" in keys(sheet, "<").message()


@pytest.mark.parametrize("way", ["14n", f"{typed(14)}n", f"{typed(14)}^n"])
def test_a_letter_says_what_came_of_a_visit(sheet: Desk, homes: list[str], way: str) -> None:
    keys(sheet, way).rest()

    assert [each[1:] for each in visits(sheet.book)] == [(homes[13], "nobody home")]
    assert (column(sheet, 0), total(sheet, 0)) == (["14-9, door 14, nobody home"], "0 visits, 1 not done")


@pytest.mark.parametrize(
    ("words", "why"),
    [("771", "not on this list"), ("147", "another check digit fits"), ("13\n", "may mean two homes")],
)
def test_what_names_no_home_is_kept_in_its_place_and_holds_nothing_up(sheet: Desk, words: str, why: str) -> None:
    keys(sheet, typed(2) + words + typed(3)).rest()

    assert [each.partition(",")[0] for each in column(sheet, 0)] == ["02-1", words.strip(), "03-7"]
    assert f"{words.strip()} on Monday: {why}." in sheet.message()
    assert total(sheet, 0) == "2 visits, 1 to sort"


def test_what_waits_is_there_again_and_typed_over_when_somebody_knows(
    sheet: Desk, homes: list[str], open_window: Callable[[Book], Desk]
) -> None:
    keys(sheet, "771").close()
    desk = open_window(sheet.book).open("week")
    assert column(desk, 0) == ["771, sort later"]

    keys(desk, "^" + typed(7)).rest()

    assert [each[1] for each in visits(desk.book)] == [homes[6]]
    assert not any(place.startswith("sort later") for place in drafts.find(desk.book))


def test_a_letter_belongs_to_the_number_before_it_wherever_that_now_stands(sheet: Desk) -> None:
    keys(sheet, typed(1) + "771" + typed(2) + "^^" + typed(14) + "n")

    assert column(sheet, 0) == ["01-3, door 1", "02-1, door 2", "14-9, door 14, nobody home"]


def test_a_cell_typed_over_changes_its_visit_and_undo_brings_the_former_back(sheet: Desk, homes: list[str]) -> None:
    keys(sheet, typed(14)).rest()
    (made,) = questions.listing(sheet.book, "visit")

    keys(sheet, "^" + typed(15)).rest()
    changed = questions.listing(sheet.book, "visit")
    sheet.keys(Qt.Key.Key_Z, CONTROL)

    assert [(each.id, each["household"]) for each in changed] == [(made.id, homes[14])]
    assert column(sheet, 0) == ["14-9, door 14"]


def test_a_cell_that_stood_open_writes_nothing_over_but_what_was_typed(sheet: Desk, homes: list[str]) -> None:
    """Somebody else said otherwise of which home it was, after the sheet was shown."""
    keys(sheet, typed(14)).rest()
    (made,) = questions.listing(sheet.book, "visit")
    ACTS["change_visit"](sheet.book, id=made.id, fields={"household": homes[15], "note": "the gate was shut"})

    keys(sheet, "^n").rest()

    (now,) = questions.listing(sheet.book, "visit")
    assert (now["household"], now["outcome"], now["note"]) == (homes[15], "nobody home", "the gate was shut")


def test_a_cell_that_is_saved_covers_nothing(sheet: Desk) -> None:
    keys(sheet, typed(14)).rest()

    assert len(visits(sheet.book)) == 1
    assert sheet.offered() == ""


def test_a_cell_that_is_emptied_takes_its_visit_out_and_one_undo_takes_back_one_cell(sheet: Desk) -> None:
    keys(sheet, typed(1) + typed(2) + "^<").rest()
    assert column(sheet, 0) == ["01-3, door 1"]

    sheet.keys(Qt.Key.Key_Z, CONTROL)

    assert column(sheet, 0) == ["01-3, door 1", "02-1, door 2"]


def test_cells_typed_faster_than_they_are_saved_can_be_corrected(sheet: Desk, homes: list[str]) -> None:
    keys(sheet, typed(1) + "^" + typed(2) + "^n" + typed(3)).rest()

    assert column(sheet, 0) == ["03-7, door 3"]
    assert [each[1:] for each in visits(sheet.book)] == [(homes[2], "done")]


def test_one_home_twice_on_a_day_is_counted_once_and_said(sheet: Desk) -> None:
    keys(sheet, typed(5) + typed(5)).rest()

    assert column(sheet, 0) == ["05-9, door 5", "059, twice"]
    assert "059 on Monday: stands there already." in sheet.message()
    assert questions.count(sheet.book, "visit") == 1


@pytest.mark.parametrize(
    ("number", "says"), [(0, "not yet"), (3, "3 visits"), (6, "6 visits"), (7, "7 visits, heavy day")]
)
def test_a_day_of_seven_visits_is_heavy_and_no_day_is_light(sheet: Desk, number: int, says: str) -> None:
    keys(sheet, "".join(typed(each) for each in range(1, number + 1)))

    assert total(sheet, 0) == says


def test_visits_that_the_book_has_stand_on_the_sheet_by_their_numbers(
    programme: Programme, homes: list[str], friday: date, open_window: Callable[[Book], Desk]
) -> None:
    hers = {"caregiver": programme.caregiver, "day": friday}
    ACTS["record_visit"](programme.book, household=homes[3], outcome="refused", **hers)
    ACTS["record_visit"](programme.book, household=programme.household, minutes=40, **hers)
    nameless = ACTS["record_household"](programme.book, code="HH-900", team=people.own_team(programme.book)).record
    ACTS["record_visit"](programme.book, household=nameless, **hers)

    desk = open_window(programme.book).open("week")

    assert column(desk, 4) == ["04-5, door 4, refused", "HH-031, Mudau", "HH-900"]


def test_what_the_book_refuses_is_said_and_kept_and_the_visit_stays_as_it_was(
    programme: Programme, homes: list[str], friday: date, open_window: Callable[[Book], Desk]
) -> None:
    monday = week_of(friday)[0]
    hers = {"caregiver": programme.caregiver, "household": homes[3], "day": monday, "minutes": 40}
    ACTS["record_visit"](programme.book, **hers)
    ACTS["record_consent"](programme.book, household=homes[4], day=monday, answer="refused")
    desk = open_window(programme.book).open("week")

    desk.page().grid.go(0, 0)  # type: ignore[attr-defined]
    keys(desk, typed(5)).rest()

    assert "did not agree" in desk.status()
    assert sorted(column(desk, 0)) == ["04-5, door 4", "059, known now"]
    assert [each[1] for each in visits(desk.book)] == [homes[3]]


def test_a_number_means_what_it_meant_on_its_day(programme: Programme, homes: list[str], sheet: Desk) -> None:
    (given,) = questions.listing(programme.book, "assignment", {"household": homes[13]})
    wednesday = week_of(clock.today())[2]
    ACTS["change_assignment"](programme.book, id=given.id, fields={"until": wednesday})
    sheet.open("today").open("week").window.hands.lane.touched.emit(frozenset({"assignment"}))

    keys(sheet.rest(), f"{typed(14)}\t\t{typed(14)}")

    assert (column(sheet, 0), column(sheet, 2)) == (["14-9, door 14"], ["149, sort later"])


def test_a_day_that_has_not_come_is_closed(homes: list[str], desk: Desk) -> None:  # noqa: ARG001 - they are there
    grid = keys(desk.open("week"), "\t\t\t\t").page().grid  # type: ignore[attr-defined]
    assert grid.day == 4

    for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown):
        QTest.keyClick(grid, key)
    keys(desk, typed(1)).rest()

    assert [each[0] for each in visits(desk.book)] == [clock.today().isoformat()]


def test_the_weekend_of_a_week_that_is_over_is_there_for_who_goes_past_friday(
    sheet: Desk, homes: list[str], friday: date
) -> None:
    grid = sheet.page().grid  # type: ignore[attr-defined]
    QTest.keyClick(grid, Qt.Key.Key_PageUp)
    keys(sheet.rest(), "\t\t\t\t")
    assert (grid.day, grid.isColumnHidden(5), "Nothing typed yet." in sheet.message()) == (4, True, True)
    assert grid.accessibleDescription().endswith(short_day(friday - timedelta(7)))

    QTest.keyClick(grid, Qt.Key.Key_Right)
    keys(sheet, typed(14)).rest()

    assert not grid.isColumnHidden(5)
    assert grid.accessibleDescription() in sheet.message()
    assert grid.accessibleDescription().endswith(short_day(friday - timedelta(6)))
    assert visits(sheet.book) == [((friday - timedelta(6)).isoformat(), homes[13], "done")]


def test_with_large_letters_the_days_stay_over_the_cell_in_hand_and_a_closed_day_is_hatched(
    cleared: Programme, homes: list[str], friday: date, open_window: Callable[[Book], Desk], qapp: QApplication
) -> None:
    assert len(homes) == HOMES
    clock.shift(timedelta(0))
    clock.shift(friday - timedelta(2) - clock.today())
    theme.wear(qapp, Look("night", letters=200))
    try:
        desk = open_window(cleared.book)
        desk.window.resize(1366, 768)
        desk.open("week").rest()
        page, grid = desk.page(), desk.page().grid  # type: ignore[attr-defined]
        for number in range(1, 9):
            keys(desk, typed(number)).rest()
            days, cell = grid.findChildren(StayingDays)[0], grid.in_hand()
            seen = grid.visibleRegion().boundingRect()
            head = days.geometry() if days.isVisible() else grid.horizontalHeader().geometry()
            assert seen.contains(head)
            assert seen.contains(cell)
            assert (cell.top() - head.bottom()) % cell.height() == 1, "whole rows stand below the days"

        assert days.isVisible()
        assert "Sibongile" in desk.window.frame.head.line.text()
        closed = page.grab(QRect(grid.mapTo(page, grid.visualRect(grid.cells.index(6, 3)).topLeft()), cell.size()))
        inside = closed.toImage().copy(8, 8, 40, 40)
        assert len({inside.pixel(x, y) for x in range(40) for y in range(40)}) > 1
    finally:
        theme.wear(qapp)


def test_once_some_sheets_of_a_week_are_in_the_others_are_on_their_way(sheet: Desk) -> None:
    ACTS["add_caregiver"](sheet.book, given_names="Thandeka", surname="Zulu")
    QTest.keyClick(_has_keys(sheet), Qt.Key.Key_PageUp)
    assert "Thandeka" in sheet.rest().buttons()

    keys(sheet, typed(14)).rest()

    assert {"Sibongile", "Thandeka · waiting"} <= set(sheet.buttons())


def test_on_a_monday_it_is_said_that_sheets_of_last_week_are_not_in_and_one_press_leads_there(
    sheet: Desk, friday: date, open_window: Callable[[Book], Desk]
) -> None:
    assert "not in yet" not in sheet.message()
    keys(sheet, typed(14)).rest()
    clock.shift(timedelta(0))
    clock.shift(friday + timedelta(10) - clock.today())

    monday = open_window(sheet.book).open("week")
    assert "1 sheet of last week is not in yet." in monday.message()
    keys(monday.press("Last week"), typed(14)).rest()

    assert visits(monday.book)[-1][0] == (clock.today() - timedelta(7)).isoformat()
    assert "not in yet" not in monday.press("›").message()


def test_next_caregiver_goes_on_and_what_was_typed_stays_with_its_sheet(sheet: Desk) -> None:
    other = ACTS["add_caregiver"](sheet.book, given_names="Thandeka", surname="Zulu").record
    sheet.window.hands.lane.touched.emit(frozenset({"person"}))
    keys(sheet.rest(), "14").keys(Qt.Key.Key_Return, CONTROL)

    assert sheet.page()._whose == other  # type: ignore[attr-defined]
    assert [each["caregiver"] for each in questions.listing(sheet.book, "visit")] != [other]
    assert column(sheet, 0) == []
    assert "That was the last sheet of this week." in sheet.keys(Qt.Key.Key_Return, CONTROL).status()


def test_esc_takes_back_what_is_half_typed_and_then_leaves_the_page(sheet: Desk) -> None:
    QTest.keyClick(_has_keys(keys(sheet, "14")), Qt.Key.Key_Escape)
    assert (sheet.page().subject, sheet.page().grid.typed) == ("week", "")  # type: ignore[attr-defined]

    QTest.keyClick(_has_keys(sheet), Qt.Key.Key_Escape)

    assert sheet.rest().page().subject == "today"
    assert questions.count(sheet.book, "visit") == 0


def test_every_part_of_the_sheet_is_reached_without_a_mouse(sheet: Desk) -> None:
    reached = set()
    for _ in range(40):
        QTest.keyClick(_has_keys(sheet), Qt.Key.Key_Tab)
        reached.add(_has_keys(sheet).accessibleName())

    assert {"The week before", "Sibongile", "Week sheet of Sibongile Ndaba", "Next caregiver"} <= reached


@pytest.fixture
def lasting(tmp_path: Path) -> Iterator[Book]:
    """A book with a caregiver and her homes that can be opened again."""
    clock.shift(timedelta(0))
    told = {"name": "Nomvula Shezi", "role": Role.SUPERVISOR, "site": "Lesedi", "team": "North"}
    book, _ = opening.new_book(tmp_path / "book", PASSPHRASE, cost=FLOOR, **told)  # type: ignore[arg-type]
    her = ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record
    clear(book, her)
    give_homes(book, her)
    yield book
    book.close()


def test_a_power_cut_takes_nothing_that_was_typed_a_second_ago(
    lasting: Book, open_window: Callable[[Book], Desk]
) -> None:
    lasting.close()
    command = [sys.executable, "-c", TYPE_A_NUMBER, str(lasting.vault.folder), PASSPHRASE, f"{typed(14)}77115"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "kept\n"
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()

    book = opening.open_book(lasting.vault.folder, PASSPHRASE)
    desk = open_window(book)
    found = column(desk, 0), desk.page().grid.typed, checking.check(book)  # type: ignore[attr-defined]
    desk.close()

    assert found == (["14-9, door 14", "771, sort later"], "15", [])
    book.close()


def test_of_more_sheets_than_a_team_has_any_is_found_by_a_few_letters(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    for number in range(30):
        ACTS["add_caregiver"](programme.book, given_names=f"Name{chr(97 + number)}", surname=f"Family{number}")
    desk = open_window(programme.book).open("week")
    assert sum(words.startswith("Name") for words in desk.buttons()) == 6

    desk.find_sheet("Namez")

    assert desk.page().grid.accessibleName() == "Week sheet of Namez Family25"  # type: ignore[attr-defined]
    assert "Namez" in desk.buttons()
