"""Two coordinators at their desks, one hub: what one writes, the other sees without asking."""

from __future__ import annotations

from collections.abc import Callable

from driver import Desk
from pytestqt.qtbot import QtBot

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book

Come, Open = Callable[..., Book], Callable[[Book], Desk]


def record(book: Book, code: str) -> str:
    return ACTS["record_household"](book, team=questions.in_order(book, "team")[0].id, code=code).record


def test_what_a_colleague_writes_comes_onto_the_page_that_shows_it(
    come_into_hub: Come, open_window: Open, qtbot: QtBot
) -> None:
    fhatuwani, zanele = come_into_hub(), come_into_hub("Zanele Khoza")
    desk = open_window(fhatuwani).open("households").rest()
    assert "HH-117" not in desk.message()

    with qtbot.waitSignal(desk.window.hands.lane.touched) as heard:
        record(zanele, "HH-117")

    assert "household" in heard.args[0]
    assert "HH-117" in desk.rest().message()


def test_the_status_line_says_that_the_book_is_in_a_hub_and_asks_for_no_backup(
    come_into_hub: Come, open_window: Open
) -> None:
    desk = open_window(come_into_hub()).rest()

    assert desk.window.frame.status.backed_up.text() == "In a hub"


def test_a_word_that_a_colleague_changed_while_a_form_stood_open_is_not_written_over(
    come_into_hub: Come, open_window: Open
) -> None:
    fhatuwani, zanele = come_into_hub(), come_into_hub("Zanele Khoza")
    home = record(fhatuwani, "HH-117")
    desk = open_window(fhatuwani).open("households").rest()
    open_record(desk.window, desk.window.hands, "household", home)
    desk.rest().fill(ward="7")
    ACTS["change_household"](zanele, id=home, fields={"ward": "9", "language": "isiZulu"})

    desk.rest().press("Save")

    assert "Somebody else changed this meanwhile: Ward. Both stand; settle it under Sharing." in desk.status()
    (conflict,) = histories.conflicts(zanele)
    assert {option.fields["ward"] for option in conflict.options} == {"7", "9"}
    assert questions.get(zanele, "household", home)["language"] == "isiZulu"
