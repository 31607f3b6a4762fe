"""A sitting at the fictional programme: its clock, laptops, weeks and names, and the way back to the beginning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import pytest
import waiting
from driver import PATIENCE
from keyboard import Keyboard
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from rehearsed import Learner, another, go_to_monday, homes_left_on_monday, telling
from striped import is_striped, says_so

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk import rehearsing, theme
from caregiver_desk.settings import Look
from caregiver_desk.store import drafts, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.trainer import names
from caregiver_desk.trainer.rehearsal import Rehearsal

SECRET = "Nomathemba"


@pytest.fixture(scope="module")
def first_week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    with telling(tmp_path_factory.mktemp("first-week"), weeks=1, week=1) as told:
        yield told


@pytest.fixture
def early(qtbot: QtBot, qapp: object, tmp_path: Path, first_week: Rehearsal) -> Iterator[Learner]:
    """Somebody in the first week of a programme of their own."""
    theme.wear(qapp)  # type: ignore[arg-type]
    with another(first_week, tmp_path) as rehearsal:
        somebody = Learner(qtbot, rehearsal)
        yield somebody
        somebody.get_up()


def add_somebody(learner: Learner) -> Learner:
    learner.open("people").press("Add a caregiver").fill(given_names=SECRET).press("Save")
    return learner


def wait_for_the_telling(learner: Learner, qtbot: QtBot) -> None:
    """It stands there by itself while weeks are told; then the laptop is back."""
    before = learner.window
    qtbot.waitUntil(lambda: learner.window is not before, timeout=6 * PATIENCE)
    learner.rest()


def choose(learner: Learner, begins: str, words: str) -> None:
    """From a list that opens."""
    button = next(each for each in learner.buttons() if each.startswith(begins))
    learner.press(button)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    next(each for each in menu.actions() if each.text() == words).trigger()
    menu.close()


def test_j16_an_exercise_is_begun_by_keys_and_f8_brings_everything_back_as_it_was_told(
    learner: Learner, record_property: Callable[[str, object], None]
) -> None:
    hands = Keyboard(learner, record_property).press("Alt+R", "Home").to("Begin").press("Space")
    assert learner.far() == "0 of 7"
    hands.counts("From a desk that opened to an exercise", 30, "J16", allowed=60)
    add_somebody(learner)

    learner.keys(Qt.Key.Key_F8)
    assert "Whatever was typed since then goes" in learner.message()
    learner.press("Not now")
    assert questions.find(learner.book, SECRET)

    hands = Keyboard(learner, record_property).press("F8", "F8")
    hands.counts("Everything as it was told again", 2, "J16", allowed=5)
    assert questions.find(learner.book, SECRET) == []
    assert learner.page().subject == "rehearsal"
    assert (learner.ticks(), learner.far()) == ([], "0 of 7")


def half_typed(learner: Learner) -> QDialog:
    """A sheet in which somebody stands that is not saved, over the desk as it is."""
    learner.open("people").press("Add a caregiver").fill(given_names=SECRET)
    return front(learner)


def strike(
    learner: Learner, sheet: QDialog, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key, for the sheet in front."""
    sheet.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(sheet, key, modifier)
    learner.rest()


def front(learner: Learner) -> QDialog:
    return [each for each in learner.window.findChildren(QDialog) if each.isVisible()][-1]


def test_f8_over_an_open_sheet_asks_the_same_and_once_more_resets_and_what_was_begun_is_gone(learner: Learner) -> None:
    sheet = half_typed(learner)
    strike(learner, sheet, Qt.Key.Key_F8)
    assert "Whatever was typed since then goes, also what is not saved yet" in learner.rest().message()
    learner.press("Not now")
    assert learner.typed("given_names") == SECRET

    strike(learner, sheet, Qt.Key.Key_F8)
    strike(learner, front(learner), Qt.Key.Key_F8)
    learner.rest()

    assert not [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
    assert learner.page().subject == "rehearsal"
    learner.open("people").press("Add a caregiver")
    assert learner.typed("given_names") == ""


def test_alt_r_over_an_open_sheet_shows_what_to_do_and_leaves_what_is_typed(learner: Learner) -> None:
    learner.choose("Friday capture").press("Begin")
    sheet = half_typed(learner)
    strike(learner, sheet, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)

    assert {"What to do", "Done when", "not yet"} <= {*learner.rest().message().splitlines(), *learner.tags()}
    assert learner.press("Close").typed("given_names") == SECRET
    learner.rehearsing.leave()
    strike(learner, sheet, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert "No exercise is under way." in learner.rest().message()


@pytest.mark.parametrize(
    ("page", "button"),
    [
        ("people", "Add a caregiver"), ("people", "Show them their record"), ("people", "Hard event"),
        ("people", "Workload"),
        ("week", "Print sheets"), ("sharing", "My card"), ("sharing", "Look for them"), ("rehearsal", "Handouts"),
        ("rehearsal", "Reset"),
    ],
)  # fmt: skip
def test_a_sheet_over_a_fictional_desk_is_framed_as_the_desk_is(learner: Learner, page: str, button: str) -> None:
    assert is_striped(learner.open(page).window)
    sheet = front(learner.press(button))

    assert is_striped(sheet)
    assert says_so(sheet)


def test_what_is_found_and_what_is_explained_is_framed_too(learner: Learner) -> None:
    learner.open("people").keys(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert is_striped(front(learner))
    front(learner).reject()
    sheet = half_typed(learner)
    strike(learner, sheet, Qt.Key.Key_F1)
    assert front(learner.rest()) is not sheet
    assert is_striped(front(learner))
    assert says_so(front(learner))


def test_days_go_by_at_a_press_and_what_falls_due_is_seen(learner: Learner) -> None:
    today = clock.today()
    heard = learner.open("today").message().count("days ago")
    learner.open("rehearsal").press("A week on").press("A week on").press("A day on")

    assert clock.today() == today + timedelta(15)
    assert "15 days on" in learner.message()
    assert learner.open("today").message().count("days ago") > heard
    learner.keys(Qt.Key.Key_F8).press("Reset")
    assert clock.today() == today


def test_somebody_sits_down_at_another_laptop_and_the_strip_is_gone(learner: Learner) -> None:
    learner.begin("Friday capture")
    learner.open("rehearsal")
    choose(learner, "Nomvula", "Fhatuwani’s laptop")
    learner.rest()

    assert learner.book.role == "coordinator"
    assert learner.rehearsing.doing is None
    assert "FICTIONAL" in learner.message()


def test_another_week_is_told_while_one_sees_how_far_and_nothing_of_now_is_left(early: Learner, qtbot: QtBot) -> None:
    learner = add_somebody(early)
    learner.open("rehearsal")
    choose(learner, "Week 1", "Week 2")
    assert "Telling the story up to week 2" in waiting.said()
    assert "week 1 of 2" in waiting.said()
    assert "Whatever was typed goes when all is told. Stop, and it stays." in waiting.said()
    wait_for_the_telling(learner, qtbot)

    assert learner.rehearsing.rehearsal.week == 2
    assert questions.find(learner.book, SECRET) == []
    assert "Week 2 of 26" in learner.message()


def test_a_telling_can_be_stopped_and_the_week_of_before_stands_there_as_it_was_left(
    early: Learner, qtbot: QtBot
) -> None:
    learner = add_somebody(early)
    learner.open("rehearsal")
    choose(learner, "Week 1", "Week 3")
    waiting.telling().close()  # as somebody who does not want to wait
    wait_for_the_telling(learner, qtbot)

    assert learner.rehearsing.rehearsal.week == 1
    assert questions.find(learner.book, SECRET)


def test_the_list_of_weeks_says_which_are_hard_and_what_is_hard_is_asked_before_it_is_told(
    early: Learner, qtbot: QtBot
) -> None:
    early.open("rehearsal")
    choose(early, "Week 1", "Week 9 · a child dies after an illness")
    assert "Before you begin: in week 9 a child dies after an illness." in waiting.said()
    waiting.press("Not now")
    early.rest()
    assert "Week 1 of 26" in early.message()

    choose(early, "Week 1", "Week 9 · a child dies after an illness")
    waiting.press("Tell it")
    assert "a child dies" not in waiting.said()
    wait_for_the_telling(early, qtbot)
    assert "Week 9 of 26" in early.message()


def test_in_the_week_of_the_power_cut_the_sheet_opens_at_the_cell_in_hand_and_what_was_saved_stands_there(
    early: Learner, qtbot: QtBot
) -> None:
    early.open("rehearsal")
    choose(early, "Week 1", "Week 8")
    wait_for_the_telling(early, qtbot)
    grid = early.open("week").page().grid  # type: ignore[attr-defined]
    (kept,) = drafts.find(early.book).values()
    saved = questions.count(early.book, "visit", {"caregiver": kept["caregiver"], "day": kept["day"]})

    assert questions.names_of(early.book, [kept["caregiver"]])[kept["caregiver"]] in grid.accessibleName()
    assert (grid.day, grid.row) == (date.fromisoformat(kept["day"]).weekday(), saved)
    assert grid.typed == kept["typed"]
    QTest.keyClick(grid, Qt.Key.Key_Backspace)
    assert grid.typed == kept["typed"][:-1]


def test_a_week_that_is_chosen_in_the_middle_of_an_exercise_ends_it(early: Learner, qtbot: QtBot) -> None:
    early.rehearsing.begin(replace(early.rehearsing.exercises[1], week=1))
    early.rest().open("rehearsal")
    assert early.rehearsing.doing
    choose(early, "Week 1", "Week 2")
    wait_for_the_telling(early, qtbot)

    assert early.rehearsing.doing is None
    assert "damaged" not in early.message()


def test_escape_says_not_now_to_what_is_hard_and_stops_what_is_told(early: Learner) -> None:
    for week in ("Week 9 · a child dies after an illness", "Week 3"):
        early.open("rehearsal")
        choose(early, "Week 1", week)
        QTest.keyClick(waiting.telling(), Qt.Key.Key_Escape)
        early.until(lambda: "Stopped, as you wished." in early.message()).rest()
        assert "Stopped, as you wished." in early.message()

    assert early.rehearsing.rehearsal.week == 1


def test_who_stops_the_telling_for_an_exercise_sits_where_they_sat_and_it_is_not_begun(early: Learner) -> None:
    (last,) = (each for each in early.rehearsing.exercises if each.title == "When a colleague has died")
    early.rehearsing.begin(last)
    waiting.telling().close()
    early.rest()

    assert (early.rehearsing.rehearsal.week, early.rehearsing.laptop, early.rehearsing.beside) == (1, "north", "")
    assert early.rehearsing.doing is None
    assert "Stopped, as you wished." in early.message()


def test_what_is_done_while_the_book_is_asked_ticks_too(learner: Learner) -> None:
    learner.begin("Friday capture")
    (whose,) = questions.find(learner.book, "Thandeka", kinds={"person"})
    every = questions.listing(learner.book, "assignment", {"caregiver": whose.id})
    homes = [each for each in every if not each["until"]][:4]
    monday = clock.today() - timedelta(clock.today().weekday())
    for each in homes:  # quicker than anybody is answered
        visit = {"caregiver": whose.id, "household": each["household"], "day": monday}
        learner.window.hands.lane.do(partial(ACTS["record_visit"], **visit), owner=learner.window)
        QApplication.processEvents()
    learner.rest()

    assert 1 in learner.ticks()


def test_everybody_is_called_otherwise_at_a_press_also_in_the_exercises(early: Learner, qtbot: QtBot) -> None:
    learner = early
    with names.wearing(0):
        learner.open("rehearsal").press("Rename everyone")
        wait_for_the_telling(learner, qtbot)

        assert questions.find(learner.book, "Thandeka") == []
        assert questions.find(learner.book, names.in_other_names("Thandeka", 1))
        learner.choose("Friday capture")
        assert "Thandeka" not in learner.message()
        assert names.in_other_names("Thandeka", 1) in learner.message()


def fill_monday(learner: Learner) -> int:
    """The whole of Friday capture, by so many keys."""
    keys = go_to_monday(learner)
    one, *others = list(homes_left_on_monday(learner))[:4]
    typed = "".join([one, "n", *others])
    learner.type_keys(typed)
    return keys + len(typed)


def test_time_and_keys_are_said_to_the_learner_when_it_is_done_and_not_before(learner: Learner) -> None:
    learner.begin("Friday capture")
    assert "Only you see this" not in learner.message()
    learner.window.activateWindow()
    keys = fill_monday(learner)

    assert "keys" not in learner.told()
    done = f"Done, in 1 minute and {keys} keys. Only you see this, and it is kept nowhere."
    assert done in learner.open("rehearsal").message()
    assert "Only you see this" not in learner.press("Leave it").message()


def test_time_and_keys_are_kept_nowhere_and_nobody_else_is_told(learner: Learner) -> None:
    books = learner.rehearsing.rehearsal.books
    assert books
    before = [height(book) for book in books.each()]
    learner.begin("Friday capture")
    fill_monday(learner)
    assert learner.is_done()
    learner.press("Leave it")

    new = questions.touched_since(books.north, before[0])
    visits = {each.id for each in questions.listing(books.north, "visit", limit=EVERY)}
    assert len(new) == 4
    assert new <= visits
    assert [height(book) for book in books.each()[1:]] == before[1:]
    assert learner.rehearsing.doing is None


def height(book: Book) -> int:
    with book.reading() as cursor:
        return book.height(cursor)


def test_a_hint_waits_as_many_minutes_as_the_exercise_says(learner: Learner) -> None:
    learner.begin("Friday capture").open("week")
    (hint,) = learner.rehearsing.findChildren(QTimer)

    assert learner.rehearsing.exercises[1].hint_after == 3
    assert (hint.isActive(), hint.interval()) == (True, 3 * 60_000)
    assert learner.told().splitlines()[1].startswith("Next: ")


def test_a_hint_comes_by_itself_and_goes_with_the_next_tick_and_comes_again(
    learner: Learner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rehearsing, "MINUTE", 1)
    learner.begin("Friday capture").open("week").until(lambda: "A hint: Ctrl D" in learner.told())
    assert "A hint: Ctrl D" in learner.told()
    (hint,) = learner.rehearsing.findChildren(QTimer)
    hint.setInterval(60_000)

    go_to_monday(learner)
    learner.type_keys(next(homes_left_on_monday(learner)) + "n")

    assert learner.ticks() == [2]
    assert learner.told().splitlines()[1] == "Next: Four homes of Monday are on her sheet"
    assert hint.isActive()


def test_exercises_bear_the_numbers_they_have_on_paper(learner: Learner) -> None:
    rows = learner.open("rehearsal").page().list.rows  # type: ignore[attr-defined]
    assert [rows.index(row, 0).data() for row in (0, 4)] == [
        "1. Your first quarter of an hour, 12 minutes",
        "5. A hard event, 10 minutes",
    ]


def test_every_place_is_in_sight_at_a_projector_with_large_letters(learner: Learner, qapp: QApplication) -> None:
    theme.wear(qapp, Look(letters=150))
    try:
        learner.window.wearing.put_on(Look(letters=150))
        learner.window.resize(1024, 768)
        places = learner.rest().window.frame.rail.places.values()
        assert [each.text() for each in places if each.visibleRegion().boundingRect() != each.rect()] == []
    finally:
        theme.wear(qapp)


def test_side_notes_are_for_whoever_leads(learner: Learner) -> None:
    learner.choose("Friday capture")
    assert "Nobody needs to be quick." not in learner.message()
    assert "Nobody needs to be quick." in learner.press("Side notes").message()
    assert "Nobody needs to be quick." not in learner.press("Side notes").message()


def test_handouts_are_saved_in_a_folder_with_a_certificate_for_who_is_named(learner: Learner, tmp_path: Path) -> None:
    learner.window.hands.dialogs = learner.answers
    learner.answers.folder = tmp_path
    learner.open("rehearsal").press("Handouts").fill(names="Nokuthula Dube").press("Save in a folder")

    kept = sorted(each.name for each in tmp_path.glob("*.pdf"))
    assert kept == ["certificates.pdf", "guide.pdf", "keys.pdf", "sheets.pdf"]
    assert "4 papers saved." in learner.message()
