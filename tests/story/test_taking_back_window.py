"""What was just done can be taken back by name, without a question before it."""

from __future__ import annotations

from driver import Desk
from PySide6.QtWidgets import QLineEdit
from reach import lies_over, seen

from caregiver_desk.acts.act import ACTS


def names(desk: Desk) -> list[str]:
    return [person.name for person in desk.open("people").people()]


def test_what_was_done_says_so_and_offers_to_take_back_just_that(desk: Desk) -> None:
    desk.open("people").press("Add a caregiver").fill(given_names="Grace", surname="Mokoena").press("Save")
    assert "Added: Grace Mokoena." in desk.offered()
    ACTS["add_caregiver"](desk.book, given_names="Lindiwe", surname="Khambule")

    desk.press("Undo")

    assert sorted(names(desk)) == ["Lindiwe Khambule", "Sibongile Ndaba"]


def test_what_was_taken_back_can_be_done_again(desk: Desk) -> None:
    desk.open("people").press("Add a caregiver").fill(given_names="Grace", surname="Mokoena").press("Save")

    desk.press("Undo").press("Undo")

    assert "Grace Mokoena" in names(desk)


def test_what_was_done_is_read_whole_also_after_something_shorter(desk: Desk) -> None:
    desk.window.resize(700, 600)
    toast = desk.rest().window.frame.toast
    toast.offer("Saved.", lambda: None)
    desk.rest()
    short = toast.height()

    toast.offer("The visit was recorded for that day. What was typed before is kept beside it. " * 3, lambda: None)

    assert toast.height() > short
    assert toast.height() >= toast.heightForWidth(toast.width())


def test_what_was_done_makes_way_for_what_saves_and_for_the_field_to_which_somebody_goes(desk: Desk) -> None:
    toast, field = desk.open("visits").window.frame.toast, desk.page().findChildren(QLineEdit)[1]
    toast.offer("Saved: visit.", list)
    for wide, high in ((1024, 768), (1920, 1080)):
        desk.window.resize(wide, high)
        assert lies_over(desk.rest().window) == []

    desk.window.activateWindow()
    toast.move(seen(field).topLeft())
    field.setFocus()

    assert lies_over(desk.rest().window) == []
