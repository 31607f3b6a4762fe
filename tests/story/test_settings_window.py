"""How she likes her desk: chosen once, there at once, and there again when she comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from caregiver_desk import clock, settings
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk import theme
from caregiver_desk.desk.keys import called
from caregiver_desk.desk.parts.lists import PaintedList
from caregiver_desk.errors import NotForYou, NotUnderstood
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.supervision.supervision import PROMISE
from caregiver_desk.reports.refusals import paragraph
from caregiver_desk.settings import Look
from caregiver_desk.store import choices, questions
from caregiver_desk.store.book import Book

Opening = Callable[[Book], Desk]


def front(desk: Desk) -> QDialog:
    return [each for each in desk.window.findChildren(QDialog) if each.isVisible()][-1]


def line(desk: Desk) -> QLineEdit:
    return front(desk).findChild(QLineEdit)


def found(desk: Desk) -> list[Any]:
    """What stands in the list of the help."""
    return list(front(desk).findChild(PaintedList).rows.rows())


@pytest.fixture(autouse=True)
def usual_look(qapp: QApplication) -> object:
    """Whatever a story chose, the next begins as usual."""
    yield
    theme.wear(qapp)


def test_other_colours_are_there_at_once_and_when_she_comes_back(desk: Desk, open_window: Opening) -> None:
    desk.open("settings").press("dark")
    assert theme.tokens() == theme.DARK
    assert desk.page().subject == "settings"

    desk.close()
    theme.wear(QApplication.instance())  # type: ignore[arg-type]
    open_window(desk.book)

    assert theme.tokens() == theme.DARK


def test_larger_letters_leave_what_she_had_begun(desk: Desk) -> None:
    desk.open("visits").fill(note="the gate is")

    desk.open("settings").press("150 %")

    assert theme.percent() == 150
    assert desk.open("visits").message()
    assert desk.typed_words("note") == "the gate is"


def test_what_is_saved_after_other_colours_is_seen_on_every_page(desk: Desk) -> None:
    desk.open("settings").press("dark")

    desk.open("people").press("Add a caregiver").fill(given_names="Grace", surname="Mokoena").press("Save")

    assert "Grace Mokoena" in [person.name for person in desk.people()]


def test_made_up_people_do_not_change_how_the_unlock_window_looks(desk: Desk) -> None:
    desk.open("settings").press("dark")

    assert settings.last_look() == Look()


def test_every_key_of_every_act_stands_in_the_settings(desk: Desk) -> None:
    desk.open("settings")

    shown = desk.key_caps()
    assert [act.name for act in ACTS.values() if act.shortcut and called(act.shortcut) not in shown] == []
    assert {"Ctrl K", "Ctrl L", "F1", "Alt 1"} <= set(shown)


def test_f1_says_why_a_field_is_asked_who_reads_it_and_how_long_it_is_kept(desk: Desk) -> None:
    desk.open("wellbeing").put_keys_in("severity")

    desk.keys(Qt.Key.Key_F1)

    assert "Why we ask" in desk.message()
    assert "The two of you only. It never goes into a bundle for anybody else." in desk.message()
    assert "months after support ended; then nothing stays. This time is only suggested so far." in desk.message()
    front(desk).reject()

    desk.open("supervision").put_keys_in("due-1").keys(Qt.Key.Key_F1)
    assert KINDS["promise"].fields["due"].shown.why in desk.message(), "a line of several is explained as well"


def test_f1_elsewhere_looks_things_up_by_any_word_in_them(desk: Desk) -> None:
    desk.keys(Qt.Key.Key_F1).type_keys("caps lock")
    assert [each.words for each in found(desk)] == [paragraph("wrong-passphrase").title]

    QTest.keyClick(line(desk), Qt.Key.Key_Return)
    assert paragraph("wrong-passphrase").next in desk.message()
    front(desk).reject()

    line(desk).setText("ctrl shift c")
    assert found(desk)[0].words == "Note a concern"
    line(desk).setText("zebra")
    assert "Nothing here has these words." in desk.message()


def test_what_was_refused_says_more_at_the_desk_and_on_a_sheet(programme: Programme, desk: Desk) -> None:
    desk.window.hands.lane.troubled.emit(NotForYou())
    desk.press("More about this")
    assert paragraph("not-for-you").next in desk.message()
    front(desk).reject()

    desk.press("Close").keys(Qt.Key.Key_F1)
    assert front(desk).objectName() == "help", "what was closed is not explained any more"
    front(desk).reject()

    desk.window.go("households", {"household": programme.household})
    desk.rest().press("Assign").fill(caregiver="Sibongile").press("Save").press("More about this")
    assert paragraph("not-cleared").next in desk.message()
    front(desk).reject()
    front(desk).reject()

    promises = desk.open("supervision").page().promises
    promises.complain(NotUnderstood(field=PROMISE.fields["what"].label, reason="too long"))
    desk.rest().press("More about this")
    assert paragraph("not-understood").next in desk.message()
    front(desk).reject()
    promises.empty()
    assert "More about this" not in desk.rest().buttons(), "what is mended leads nowhere"


def test_she_comes_back_to_where_she_was(desk: Desk, open_window: Opening) -> None:
    desk.open("households")
    desk.window.resize(700, 600)
    desk.close()

    again = open_window(desk.book)

    assert again.page().subject == "households"
    assert again.window.width() == 700


def test_a_new_day_begins_on_today(desk: Desk, open_window: Opening) -> None:
    desk.open("households").close()
    clock.shift(timedelta(days=1))

    assert open_window(desk.book).page().subject == "today"


def test_the_history_of_a_record_says_who_wrote_what_and_what_stood_there_before(
    programme: Programme, desk: Desk
) -> None:
    ACTS["change_household"](programme.book, id=programme.household, fields={"nickname": "green gate"})

    desk.do_from_palette("HH-031").press("Change").press("History")

    told = desk.message()
    assert "History of HH-031 green gate" in told
    assert "Landmark or nickname: green gate" in told
    assert "before: Mudau" in told
    assert "Nomvula Shezi" in told


def test_what_an_older_program_kept_of_how_soon_it_locks_still_counts(desk: Desk) -> None:
    with desk.book.writing() as cursor:
        cursor.execute("INSERT INTO about (name, value) VALUES ('idle minutes', '10.0')")

    assert choices.idle_minutes(desk.book) == 10


def test_what_is_saved_while_other_colours_come_is_told_and_saved_once(programme: Programme, desk: Desk) -> None:
    desk.open("visits").fill(caregiver="Sibongile", household="HH-031")
    choices.choose_look(desk.book, Look("dark"))

    desk.window.hands.lane.touched.emit(frozenset({choices.LOOK}))
    desk.page().save()
    desk.rest()

    assert theme.tokens() == theme.DARK
    assert questions.count(programme.book, "visit") == 1
    assert desk.page().drafts[0].begun is False


def test_other_letters_leave_the_keys_where_they_were_and_a_warning_standing(desk: Desk) -> None:
    desk.window.care.failed.emit("No backup today. The disk is full.")
    desk.open("settings").press("115 %")

    desk.window.activateWindow()
    held = desk.rest().window.focusWidget()
    assert held is not None
    assert held.accessibleName().endswith("115 %")
    assert "No backup today. The disk is full." in desk.status()


@pytest.mark.parametrize(
    "odd", ['{"colours": "", "letters": 1e999}', "[]", "\x00", '{"colours": "mauve", "letters": "x"}']
)
def test_an_odd_file_beside_the_books_costs_nobody_her_window(odd: str, qapp: QApplication) -> None:
    settings.state_folder().mkdir(parents=True)
    (settings.state_folder() / "look.json").write_text(odd)

    theme.wear(qapp, settings.last_look())

    assert theme.tokens() in {theme.LIGHT, theme.DARK}


def test_what_a_newer_program_keeps_beside_is_left_alone(desk: Desk) -> None:
    with desk.book.writing() as cursor:
        cursor.execute('INSERT OR REPLACE INTO about VALUES (\'look\', \'["dark", 130, "zu", "round"]\')')
        cursor.execute("INSERT OR REPLACE INTO about VALUES ('left', '[]')")

    assert choices.look(desk.book) == Look("dark", 130, "zu")
    assert choices.left(desk.book) is None


def test_another_language_is_there_at_once_and_a_draft_says_that_it_is_one(desk: Desk, open_window: Opening) -> None:
    desk.open("settings").press("isiZulu")
    assert "akekho okhuluma lolu limi osekufunde" in desk.message(), "a draft, and it says so in its own words"
    assert "Usuku" in desk.open("visits").message()

    desk.close()
    theme.wear(QApplication.instance())  # type: ignore[arg-type]

    assert "Usuku" in open_window(desk.book).open("visits").message()
