"""The first quarter of an hour, and the later exercises, as a learner plays them: each point after its step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import waiting
from driver import PATIENCE, Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from rehearsed import Learner, telling

from caregiver_desk.desk import theme
from caregiver_desk.desk.sheets.visits.load import LoadSheet
from caregiver_desk.trainer.rehearsal import Rehearsal

DIED = "When a colleague has died"
MISLEADS, LOST, MINE = (
    "The number that misleads",
    "A laptop is lost, and the stick with it",
    "My record, and I see it otherwise",
)
DIED_IN = 22  # the week in which that exercise is played
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="module")
def early(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rehearsal]:
    """The programme in its second week, until somebody opens another."""
    with telling(tmp_path_factory.mktemp("early"), weeks=1, week=2) as told:
        yield told


@pytest.fixture
def before_she_died(qtbot: QtBot, qapp: object, early: Rehearsal) -> Iterator[Learner]:
    """Somebody began that exercise, whichever week stood there, and its week was told."""
    theme.wear(qapp)  # type: ignore[arg-type]
    early.reset()
    told, somebody = early.week, Learner(qtbot, early).begin(DIED)
    if somebody.rehearsing.doing is None and told != DIED_IN:
        waiting.press("Tell it")
    qtbot.waitUntil(lambda: somebody.rehearsing.doing is not None, timeout=6 * PATIENCE)
    somebody.rest()
    yield somebody
    somebody.get_up()
    early.get_up()


def test_the_first_quarter_of_an_hour(learner: Learner, tmp_path: Path) -> None:
    learner.begin("Your first quarter of an hour")
    assert (learner.ticks(), learner.far()) == ([], "0 of 7")

    assert learner.open("people").page().subject == "people"
    assert learner.ticks() == []
    learner.do_from_palette("Rofhiwa")
    assert learner.ticks() == [1]
    learner.press("Record a visit").fill(household="HH-016", outcome="nobody home").press("Save visit")
    assert learner.ticks() == [1, 2]
    learner.keys(Qt.Key.Key_Z, CTRL)
    assert learner.ticks() == [1, 2, 3]
    learner.open("today").press("Done")
    assert learner.ticks() == [1, 2, 3, 4]
    learner.open("supervision").fill(caregiver="Johanna", how_are_you="Well.").press("Held")
    assert learner.ticks() == [1, 2, 3, 4, 5]
    learner.keys(Qt.Key.Key_C, CTRL | SHIFT).press("not sure")
    learner.until(lambda: 6 in learner.ticks())
    assert learner.ticks() == [1, 2, 3, 4, 5, 6]
    learner.answers.folder = tmp_path
    learner.open("sharing").press("Make a bundle").press("Choose the stick")

    assert learner.ticks() == [1, 2, 3, 4, 5, 6, 7]
    assert learner.is_done()


def test_it_is_offered_first_and_whoever_opens_somebody_a_second_time_sees_it_tick_again(learner: Learner) -> None:
    learner.begin("Your first quarter of an hour")
    assert learner.rehearsing.exercises[0].title == "Your first quarter of an hour"
    learner.do_from_palette("Rofhiwa")
    learner.open("rehearsal").press("Leave it").press("Begin")
    assert learner.ticks() == []

    learner.do_from_palette("Rofhiwa")

    assert learner.ticks() == [1]


def ends_the_work(learner: Learner, how: str) -> Desk:
    learner.open("people").choose_person("Elizabeth Modise").press("Moves or leaves").press("They leave")
    return learner.press(how).press("Save")


def take(learner: Learner, *homes: str) -> Desk:
    """Give these homes of whoever is gone to Tshilidzi."""
    learner.open("people").press("Workload").press("South")
    (load,) = (each for each in learner.window.findChildren(LoadSheet) if each.isVisible())
    learner.click_row(load.lists, [each.name for each in load.lists.rows.rows()].index("To be placed"))
    for row, each in enumerate(load.homes.rows.rows()):
        if each.home.name.startswith(homes):
            learner.click_row(load.homes, row)
    return learner.fill(to="Tshilidzi").press("Share them out").press("Leave")


def test_when_a_colleague_has_died(before_she_died: Learner) -> None:
    learner = before_she_died
    assert learner.rehearsing.rehearsal.week == DIED_IN
    assert learner.ticks() in ([], [2]), "of the talks before only those of this week are told here"
    assert "Leave it" in learner.buttons()

    ends_the_work(learner, "They died")
    assert learner.ticks() == [1, 2]
    learner.press("Save")
    assert learner.ticks() == [1, 2, 3]
    take(learner, "HH-057")
    assert learner.ticks() == [1, 2, 3, 4]
    take(learner, "HH-058")

    assert learner.ticks() == [1, 2, 3, 4, 5]
    assert "Elizabeth" not in learner.open("today").message()
    assert learner.is_done()


def test_who_says_that_she_left_or_gives_all_to_one_is_told_kindly(before_she_died: Learner) -> None:
    learner = before_she_died
    ends_the_work(learner, "They left")
    assert 1 not in learner.ticks()
    assert "say what happened" in learner.told()

    learner.press("Undo")
    ends_the_work(learner, "They died").press("Leave")
    take(learner, "HH-2")

    assert not {4, 5} & set(learner.ticks())
    assert "lost a friend" in learner.told()


def test_the_number_that_misleads(learner: Learner) -> None:
    learner.begin(MISLEADS)
    assert learner.ticks() == []

    learner.open("team").press("Start a group").fill(team="North", name="North on Monday").press("Save").press("Record")
    learner.fill(what__1="Beside visits a day we say how long they were").press("Save")
    assert learner.ticks() == [1]
    learner.open("supervision").fill(caregiver="Thandeka", the_work="Two families asked her to stay.").press("Held")

    assert learner.ticks() == [1, 2]
    assert learner.is_done()


def test_what_a_list_leaves_out_may_also_be_brought_to_the_next_check_in(learner: Learner) -> None:
    learner.begin(MISLEADS).open("people").choose_person("Thandeka Mabuza")

    learner.press("They asked to bring").fill(what="The list of the office").press("Save")

    assert learner.ticks() == [1]


def test_who_opens_a_worry_or_a_process_because_of_a_number_sees_no_tick_and_a_kind_word(learner: Learner) -> None:
    learner.begin(MISLEADS).do_from_palette("Note a worry about work")
    learner.fill(caregiver="Thandeka Mabuza", seen="Too few visits.", work="long ways", found_work="On foot.")
    learner.press("Save")
    assert learner.ticks() == []
    assert "nobody has asked yet" in learner.told()

    learner.keys(Qt.Key.Key_Z, CTRL)
    assert "nobody has asked yet" not in learner.told()
    learner.do_from_palette("Open a capability")
    learner.fill(caregiver="Thandeka Mabuza", adviser="Naledi Khoza", not_met="Too few visits.")
    learner.fill(found_work="Far homes.").press("Save")
    assert learner.ticks() == []
    assert "no reason for a process" in learner.told()


def test_a_laptop_is_lost(learner: Learner, tmp_path: Path) -> None:
    learner.begin(LOST)
    assert learner.rehearsing.laptop == "coordinator"
    assert learner.ticks() == []

    learner.open("sharing")
    _, hers, _ = (
        each
        for each in learner.page().findChildren(QAbstractButton)
        if each.text() == "Lost or stolen?" and each.isVisible() and each.isEnabled()
    )
    QTest.mouseClick(hers, Qt.MouseButton.LeftButton)
    learner.rest().press("Lock it out")
    assert learner.ticks() == [1]
    learner.answers.folder = tmp_path
    learner.press("Save as PDF").press("Leave")
    assert learner.ticks() == [1, 2]
    learner.open("supervision").fill(caregiver="Nomvula", how_are_you="Shaken, and at home.").press("Held")

    assert learner.ticks() == [1, 2, 3]
    assert learner.is_done()


def test_who_locks_out_the_laptop_of_somebody_else_is_told_which_one(learner: Learner) -> None:
    learner.begin(LOST).open("sharing").press("Lost or stolen?").press("Lock it out")

    assert learner.ticks() == []
    assert "handed back long ago" in learner.told()


def test_my_record_and_i_see_it_otherwise(learner: Learner, tmp_path: Path) -> None:
    learner.begin(MINE).open("people").choose_person("Kgomotso Phasha")
    assert learner.ticks() == []

    learner.press("Show them their record")
    assert learner.ticks() == [1]
    learner.press("I see it otherwise").fill(sees_otherwise="They had asked me to come another day.")
    learner.press("Keep my words")
    assert learner.ticks() == [1, 2]
    learner.answers.file = tmp_path / "record.pdf"
    learner.press("Print").press("Turn back")

    assert learner.ticks() == [1, 2, 3]
    assert learner.is_done()


def test_who_turns_the_wrong_record_round_is_told_at_once(learner: Learner) -> None:
    learner.begin(MINE).open("people").choose_person("Johanna Titus").press("Show them their record").press("Turn back")

    assert learner.ticks() == []
    assert "somebody else" in learner.told()
