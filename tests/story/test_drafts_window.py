"""What was begun and not saved is there again: after another page, after closing, after the power went."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from driver import Desk, Programme
from keyboard import Keyboard
from pytestqt.qtbot import QtBot

from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import checking, drafts, histories, questions, undoing
from caregiver_desk.store.book import Book
from caregiver_desk.store.slots import FLOOR

PASSPHRASE = "four unrelated quiet words"
TYPE_A_VISIT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from caregiver_desk.acts import opening
from caregiver_desk.desk import app
from caregiver_desk.desk.frame import opening as opening_desk
from caregiver_desk.store import drafts
from caregiver_desk.sync.opener import Opener

qt = app.application()
book = opening.open_book(Path(sys.argv[1]), sys.argv[2])
window = opening_desk.window_for(book, Opener())
window.show()
window.go("visits")
QTest.keyClicks(window.page().findChild(QWidget, "minutes"), "40")
QTest.keyClicks(window.page().findChild(QWidget, "note"), "she was tired")
look = QTimer()
look.timeout.connect(lambda: drafts.find(book) and print("kept", flush=True))
look.start(20)
qt.exec()
"""


@pytest.fixture
def lasting(tmp_path: Path) -> Iterator[Book]:
    """A book with a caregiver in it, that can be opened again."""
    told = {"name": "Nomvula Shezi", "role": Role.SUPERVISOR, "site": "Lesedi", "team": "North"}
    book, _ = opening.new_book(tmp_path / "book", PASSPHRASE, cost=FLOOR, **told)  # type: ignore[arg-type]
    ACTS["add_caregiver"](book, given_names="Sibongile")
    yield book
    book.close()


@pytest.fixture
def another(programme: Programme) -> str:
    """A second caregiver."""
    return ACTS["add_caregiver"](programme.book, given_names="Rofhiwa", surname="Munyai").record


@pytest.fixture
def again(programme: Programme, open_window: Callable[[Book], Desk]) -> Callable[[Desk], Desk]:
    """Closes a desk and opens it anew."""

    def open_again(desk: Desk) -> Desk:
        desk.close()
        return open_window(programme.book)

    return open_again


def test_a_killed_desk_has_lost_nothing_that_was_typed(lasting: Book, open_window: Callable[[Book], Desk]) -> None:
    lasting.close()
    command = [sys.executable, "-c", TYPE_A_VISIT, str(lasting.vault.folder), PASSPHRASE]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "kept\n"
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()

    book = opening.open_book(lasting.vault.folder, PASSPHRASE)
    desk = open_window(book)
    assert desk.status() == "Cut off last time. All is kept, and 1 thing you had begun."
    desk.open("visits")
    typed = desk.typed("minutes"), desk.page().form.values()["note"]  # type: ignore[attr-defined]
    desk.close()

    assert (typed, checking.check(book)) == (("40", "she was tired"), [])
    book.close()


def test_a_draft_is_kept_soon_after_typing_stops(desk: Desk, qtbot: QtBot) -> None:
    desk.open("visits").fill(minutes="40")

    qtbot.waitUntil(lambda: bool(drafts.find(desk.book)))

    assert drafts.find(desk.book)["visits/"]["minutes"] == 40


def test_a_draft_is_no_save(desk: Desk, again: Callable[[Desk], Desk]) -> None:
    before = undoing.saved(desk.book)
    with desk.book.reading() as cursor:
        height = desk.book.height(cursor)

    again(desk.open("visits").fill(caregiver="Sibongile", household="031", minutes="40"))

    with desk.book.reading() as cursor:
        assert desk.book.height(cursor) == height
    assert undoing.saved(desk.book) == before
    assert questions.count(desk.book, "visit") == 0


def test_a_half_filled_visit_is_there_again_when_the_desk_is(desk: Desk, again: Callable[[Desk], Desk]) -> None:
    desk.open("visits").fill(caregiver="Sibongile", household="031", day="3/3/2026", minutes="0", purposes="crisis")

    desk = again(desk).open("visits")

    assert desk.typed("caregiver") == "Sibongile Ndaba"
    assert desk.typed("household") == "HH-031 Mudau"
    assert (desk.typed("day"), desk.typed("minutes")) == ("3 Mar 2026", "0")


def test_a_half_filled_check_in_comes_back_with_its_promises(desk: Desk, again: Callable[[Desk], Desk]) -> None:
    desk.open("supervision").fill(caregiver="Sibongile", how_are_you="tired", what__1="ask about the stipend")
    desk.fill(owner__2="Caregiver", what__2="workbook", due__2="+4")

    desk = again(desk).open("supervision")

    assert desk.page().form.values()["how_are_you"] == "tired"  # type: ignore[attr-defined]
    assert (desk.typed("what-1"), desk.typed("what-2"), desk.typed("owner-2")) == (
        "ask about the stipend", "workbook", "Caregiver",
    )  # fmt: skip


def test_what_was_saved_is_no_draft_any_more(desk: Desk, again: Callable[[Desk], Desk]) -> None:
    desk.open("visits").fill(caregiver="Sibongile", household="031", minutes="40").press("Save visit")

    assert again(desk).open("visits").typed("minutes") == ""
    assert drafts.find(desk.book) == {}


def test_what_was_emptied_again_is_no_draft_any_more(desk: Desk) -> None:
    desk.open("visits").fill(minutes="40").open("today")
    assert drafts.find(desk.book)

    desk.open("visits").fill(minutes="").open("today")

    assert drafts.find(desk.book) == {}


@pytest.mark.usefixtures("another")
def test_words_about_one_person_never_stand_under_anothers_name(desk: Desk) -> None:
    desk.open("supervision").fill(caregiver="Sibongile", how_are_you="my mother is ill")

    desk.open("people").choose_person("Rofhiwa Munyai").press("Start check-in")
    words = desk.page().form.values()  # type: ignore[attr-defined]
    assert "how_are_you" not in words

    desk.open("people").choose_person("Sibongile Ndaba").press("Start check-in")
    assert desk.page().form.values()["how_are_you"] == "my mother is ill"  # type: ignore[attr-defined]


@pytest.fixture
def begun(programme: Programme, open_window: Callable[[Book], Desk]) -> Desk:
    """What was begun about Sibongile came back; Stella is another."""
    ACTS["add_caregiver"](programme.book, given_names="Stella", surname="Nkuna")
    words = {"caregiver": programme.caregiver, "how_are_you": "my mother is ill"}
    drafts.keep(programme.book, f"supervision/{programme.caregiver}", words)
    return open_window(programme.book).open("supervision")


def said(desk: Desk) -> str:
    return str(desk.page().form.values().get("how_are_you", ""))  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["Sibongile", "Stella"])
def test_a_name_is_typed_to_its_end_before_anything_comes_or_goes(
    begun: Desk, name: str, record_property: Callable[[str, object], None]
) -> None:
    hands = Keyboard(begun.put_keys_in("caregiver"), record_property)
    hands.press("Ctrl+A")

    for number, letter in enumerate(name, start=1):
        hands.write(letter)
        assert begun.typed("caregiver") == name[:number]
    hands.press("Tab")

    assert said(begun) == ("my mother is ill" if name == "Sibongile" else "")


def test_what_came_back_stays_with_whom_it_is_about(begun: Desk, programme: Programme) -> None:
    assert said(begun) == "my mother is ill"

    begun.fill(caregiver="Stella", went_well="the workbook").open("today")

    kept = drafts.find(begun.book)
    assert kept[f"supervision/{programme.caregiver}"]["how_are_you"] == "my mother is ill"
    assert [each.get("how_are_you", "") for each in kept.values() if each.get("went_well")] == [""]


def test_what_was_typed_just_now_goes_along_when_the_name_is_put_right(desk: Desk, another: str) -> None:
    desk.open("supervision").fill(caregiver="Sibongile", how_are_you="tired but well").fill(caregiver="Rofhiwa")

    assert said(desk) == "tired but well"
    assert list(drafts.find(desk.open("today").book)) == [f"supervision/{another}"]


def test_what_was_written_before_a_name_goes_along_with_the_name(desk: Desk, again: Callable[[Desk], Desk]) -> None:
    desk.open("supervision").fill(how_are_you="tired but well")

    desk = again(desk).open("supervision")
    assert said(desk) == "tired but well"

    assert said(desk.fill(caregiver="Sibongile")) == "tired but well"


def test_a_burden_that_was_closed_meanwhile_changes_nothing_of_whose_words_they_are(
    programme: Programme, another: str, open_window: Callable[[Book], Desk]
) -> None:
    book, her = programme.book, programme.caregiver
    weighs = ACTS["record_burden"](book, caregiver=her, codes=["W1"], severity=2).record
    told = {"caregiver": her, "how_are_you": "hers alone", "weighs": [{"stressor": weighs, "severity": 4}]}
    drafts.keep(book, f"supervision/{her}", told)
    ACTS["change_stressor"](book, id=weighs, fields={"state": "closed"})

    desk = open_window(book).open("supervision")
    assert said(desk) == "hers alone"
    desk.fill(caregiver="Rofhiwa").open("today")

    assert said(desk.open("supervision")) == ""
    assert drafts.find(book)[f"supervision/{her}"]["how_are_you"] == "hers alone"
    assert f"supervision/{another}" not in drafts.find(book)


def test_picking_a_name_in_an_untouched_form_shows_what_was_begun_about_her(
    desk: Desk, another: str, again: Callable[[Desk], Desk]
) -> None:
    drafts.keep(desk.book, f"visits/{another}", {"caregiver": another, "minutes": 25})
    desk.open("visits").fill(caregiver="Sibongile", household="031", minutes="40")
    desk = again(desk).open("visits").press("Save visit")

    assert desk.fill(caregiver="Rofhiwa").typed("minutes") == "25"


def test_a_second_beginning_about_one_person_pushes_nothing_out(
    programme: Programme, another: str, open_window: Callable[[Book], Desk]
) -> None:
    for whom, minutes in ((another, 25), (programme.caregiver, 10)):
        drafts.keep(programme.book, f"visits/{whom}", {"caregiver": whom, "minutes": minutes})

    open_window(programme.book).open("visits").fill(minutes="40", caregiver="Rofhiwa").open("today")

    assert sorted(each["minutes"] for each in drafts.find(programme.book).values()) == [25, 40]


def test_saving_about_one_person_leaves_what_was_begun_about_nobody_yet(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    drafts.keep(programme.book, "supervision/", {"how_are_you": "somebody is tired"})
    drafts.keep(programme.book, f"supervision/{programme.caregiver}", {"caregiver": programme.caregiver, "minutes": 5})

    desk = open_window(programme.book).open("supervision").fill(day="today", next_day="+28", minutes="").press("Held")

    assert "Check-in saved." in desk.status()
    assert list(drafts.find(programme.book)) == ["supervision/"]


def test_beginning_an_act_from_the_palette_leaves_a_half_filled_form_as_it_is(desk: Desk) -> None:
    desk.open("wellbeing").fill(caregiver="Sibongile", severity="3").open("today")

    desk.window.go("wellbeing", {"form": "stressor"})

    assert desk.rest().page().forms["stressor"].values()["severity"] == 3  # type: ignore[attr-defined]


def test_a_sheet_that_was_open_when_the_desk_closed_is_there_again(desk: Desk, again: Callable[[Desk], Desk]) -> None:
    desk.open("people").press("Add a caregiver").fill(given_names="Grace")

    desk = again(desk).open("people").press("Add a caregiver")

    assert desk.typed("given_names") == "Grace"


def test_a_change_that_the_power_cut_short_is_there_again_and_only_that(
    programme: Programme, desk: Desk, again: Callable[[Desk], Desk]
) -> None:
    made = ACTS["record_visit"](
        programme.book, caregiver=programme.caregiver, household=programme.household, day="2026-03-02", minutes=45
    )
    desk = again(desk).open("people").choose_person("Sibongile Ndaba").open_entry("Visit").fill(minutes="30")
    desk.close()
    ACTS["change_visit"](programme.book, id=made.record, fields={"note": "bring soap"})
    desk = again(desk).open("people").choose_person("Sibongile Ndaba").open_entry("Visit")

    assert desk.typed("minutes") == "30"
    desk.press("Save")
    assert questions.get(programme.book, "visit", made.record)["note"] == "bring soap"


def test_a_change_that_comes_back_knows_what_stood_there_when_it_was_begun(
    programme: Programme, open_window: Callable[[Book], Desk], again: Callable[[Desk], Desk]
) -> None:
    hers = {"caregiver": programme.caregiver, "household": programme.household}
    visit = ACTS["record_visit"](programme.book, day="2026-03-02", minutes=45, **hers).record
    desk = open_window(programme.book).open("people").choose_person("Sibongile Ndaba")
    desk.open_entry("Visit").fill(minutes="30")
    desk.close()
    ACTS["change_visit"](programme.book, id=visit, fields={"minutes": 50})

    again(desk).open("people").choose_person("Sibongile Ndaba").open_entry("Visit").press("Save")

    (conflict,) = histories.conflicts(programme.book)
    assert {option.fields["minutes"] for option in conflict.options} == {30, 50}


def test_a_desk_that_locks_keeps_what_is_half_typed_on_pages_and_in_a_record_that_is_open(
    lasting: Book, open_window: Callable[[Book], Desk]
) -> None:
    made = ACTS["add_caregiver"](lasting, given_names="Grace", surname="Ndlovu")
    ACTS["record_burden"](lasting, caregiver=made.record, codes=["W1"], severity=2)
    desk = open_window(lasting).open("visits").fill(minutes="40")
    desk.open("people").choose_person("Grace Ndlovu").open_entry("Too many").fill(severity="3")
    assert desk.window.locking is not None

    desk.window.locking.lock()

    kept = drafts.find(desk.rest().book)
    assert kept["visits/"]["minutes"] == 40
    assert [values["severity"] for place, values in kept.items() if place.startswith("change_stressor/")] == [3]


def test_what_a_site_says_for_itself_is_kept_half_typed_as_well(
    lasting: Book, open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(lasting).open("settings").press("Our words").fill(W1="More homes than hours")
    desk.press("Leave").press("Our words")
    assert (desk.typed("W1"), desk.typed("W2")) == ("More homes than hours", "")
    desk.press("Leave").press("Our numbers").fill(heavy_day="8")
    assert desk.window.locking is not None

    desk.window.locking.lock()

    kept = drafts.find(desk.rest().book)
    assert (kept["words/stressors/"], kept["numbers/"]) == ({"W1": "More homes than hours"}, {"heavy_day": 8})


def test_saving_one_form_of_support_leaves_the_other_begun(desk: Desk) -> None:
    desk.open("wellbeing").fill(caregiver="Sibongile", severity="3").press("Offer support")

    desk.fill(caregiver="Sibongile", code="Buddy", due="+7").press("Save")

    assert desk.press("What weighs on them").page().form().values()["severity"] == 3  # type: ignore[attr-defined]
