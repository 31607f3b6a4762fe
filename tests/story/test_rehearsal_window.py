"""A sitting at the fictional programme: its clock, laptops, weeks and names, and the way back to the beginning."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from driver import PATIENCE
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rehearsed import Learner, go_to_monday, homes_left_on_monday

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk import rehearsing, theme
from caregiver_desk.desk.door.telling import Telling
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer import names
from caregiver_desk.trainer.rehearsal import Rehearsal

SECRET = "Nomathemba"


@pytest.fixture
def early(qtbot: QtBot, qapp: object, tmp_path: Path, opener: Opener) -> Iterator[Learner]:
    """Somebody in the first week of a programme of their own: what they tell anew is nobody else's."""
    theme.wear(qapp)  # type: ignore[arg-type]
    with closing(Rehearsal(tmp_path, opener, weeks=1)) as rehearsal:
        rehearsal.tell(1)
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


def test_f8_brings_everything_back_as_it_was_told_and_an_exercise_begins_anew(learner: Learner) -> None:
    learner.begin("Friday capture")
    add_somebody(learner)
    assert questions.find(learner.book, SECRET)

    learner.keys(Qt.Key.Key_F8)

    assert questions.find(learner.book, SECRET) == []
    assert learner.page().subject == "rehearsal"
    assert (learner.ticks(), learner.far()) == ([], "0 of 2")


def test_days_go_by_at_a_press_and_what_falls_due_is_seen(learner: Learner) -> None:
    today = clock.today()
    heard = learner.open("today").message().count("days ago")
    learner.open("rehearsal").press("A week on").press("A week on").press("A day on")

    assert clock.today() == today + timedelta(15)
    assert "15 days on" in learner.message()
    assert learner.open("today").message().count("days ago") > heard
    learner.keys(Qt.Key.Key_F8)
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
    (telling,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, Telling) and each.isVisible())
    assert "week 2" in telling.windowTitle() + " ".join(
        each.text() for each in telling.findChildren(type(telling._says))
    )
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
    (telling,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, Telling) and each.isVisible())
    telling.close()  # as somebody who does not want to wait
    wait_for_the_telling(learner, qtbot)

    assert learner.rehearsing.rehearsal.week == 1
    assert questions.find(learner.book, SECRET)


def test_a_week_that_is_chosen_in_the_middle_of_an_exercise_ends_it(early: Learner, qtbot: QtBot) -> None:
    early.rehearsing.begin(replace(early.rehearsing.exercises[1], week=1))
    early.rest().open("rehearsal")
    assert early.rehearsing.doing
    choose(early, "Week 1", "Week 2")
    wait_for_the_telling(early, qtbot)

    assert early.rehearsing.doing is None
    assert "damaged" not in early.message()


def test_who_stops_the_telling_for_an_exercise_sits_where_they_sat_and_it_is_not_begun(
    early: Learner, qtbot: QtBot
) -> None:
    (last,) = (each for each in early.rehearsing.exercises if each.title == "When a colleague has died")
    early.rehearsing.begin(last)
    (telling,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, Telling) and each.isVisible())
    telling.close()
    wait_for_the_telling(early, qtbot)

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


def test_side_notes_are_for_whoever_leads(learner: Learner) -> None:
    learner.choose("Friday capture")
    assert "Nobody needs to be quick." not in learner.message()
    assert "Nobody needs to be quick." in learner.press("Side notes").message()
    assert "Nobody needs to be quick." not in learner.press("Side notes").message()


def test_handouts_are_saved_in_a_folder_with_a_certificate_for_who_is_named(learner: Learner, tmp_path: Path) -> None:
    learner.window.hands.dialogs = learner.answers  # type: ignore[assignment]
    learner.answers.folder = tmp_path
    learner.open("rehearsal").press("Handouts").fill(names="Nokuthula Dube").press("Save in a folder")

    kept = sorted(each.name for each in tmp_path.glob("*.pdf"))
    assert kept == ["certificates.pdf", "guide.pdf", "keys.pdf", "sheets.pdf"]
    assert "4 papers saved." in learner.message()
