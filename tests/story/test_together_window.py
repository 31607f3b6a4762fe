"""A visit that two people make together, at the desk by keys: her view, then the other's, a word, and promises."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.sheets.supervision.together import TogetherSheet
from caregiver_desk.records.supervision.observation import Item
from caregiver_desk.store import drafts, questions
from caregiver_desk.store.book import Book

YES = "said yes beforehand"


def sheet(desk: Desk) -> TogetherSheet:
    return next(each for each in desk.window.findChildren(TogetherSheet) if each.isVisible())


def begin(desk: Desk) -> Desk:
    return desk.open("people").choose_person("Sibongile Ndaba").press("Visit together")


def kept(book: Book) -> questions.Leaf:
    (leaf,) = questions.listing(book, "observation")
    return leaf


def test_twenty_digits_are_ten_items_as_she_sees_them_and_as_you_saw_them(desk: Desk) -> None:
    begin(desk).fill(asked=YES)
    sheet(desk).activateWindow()
    sheet(desk).levels.take_keys()

    desk.type_keys("4343434340" + "4333434341")
    desk.fill(strength="Let her finish.", to_try="Ask before giving advice.", spoken_on="today")
    desk.fill(what__1="bring the new card", due__1="+7").press("Save")

    leaf = kept(desk.book)
    assert (leaf["state"], leaf["own_prepared"], leaf["own_closing"]) == ("feedback given", "strongly", "not seen")
    assert (leaf["seen_arrival"], leaf["seen_closing"]) == ("mostly", "not yet")
    (promise,) = questions.listing(desk.book, "promise")
    assert (promise["observation"], promise["what"]) == (leaf.id, "bring the new card")
    assert any("Visit together" in each for each in desk.timeline())


def test_what_you_saw_waits_for_her_own_word(desk: Desk) -> None:
    cells = sheet(begin(desk)).levels.cells

    assert not any(cells[line, 1].isEnabled() for line in range(len(Item)))
    cells[0, 0].setFocus()
    desk.type_keys("2")
    assert [cells[line, 1].isEnabled() for line in range(3)] == [True, False, False]


def test_where_the_family_was_not_asked_it_is_said_beside_the_question_and_nothing_is_kept(desk: Desk) -> None:
    begin(desk).press("Save")
    assert "This is still needed." in desk.message()

    desk.fill(asked="not asked").press("Save")
    assert "the family says yes first" in desk.message()
    assert questions.count(desk.book, "observation") == 0


def test_where_the_two_views_lie_far_apart_words_say_how_and_no_figure_does(desk: Desk) -> None:
    levels = sheet(begin(desk)).levels
    assert "How to say it" not in desk.message()

    levels.fill({"own_boundaries": "strongly"})
    levels.cells[7, 1].setFocus()
    desk.type_keys("1")

    assert "You saw it otherwise than they do in: Boundaries." in desk.message()
    assert desk.said_after("How to say it").endswith("Then say one thing you saw.")


def test_a_visit_left_for_safety_is_saved_with_that_word_alone_and_leads_to_what_happened(desk: Desk) -> None:
    begin(desk).fill(why_not="it was not safe").press("Save")

    assert kept(desk.book)["state"] == "not done"
    assert "To leave was right" in desk.status()

    desk.fill(sort="dog").press("Save")
    (incident,) = questions.listing(desk.book, "safety_incident")
    assert (incident["caregiver"], incident["day"]) == (kept(desk.book)["caregiver"], kept(desk.book)["day"])


def test_the_family_speaks_in_its_own_words_as_far_as_it_likes(desk: Desk) -> None:
    begin(desk).fill(asked=YES, family_listened="She sat down with us.", family_rather_not="Yes").press("Save")

    leaf = kept(desk.book)
    assert (leaf["family_listened"], leaf["family_useful"], leaf["family_rather_not"]) == (
        "She sat down with us.",
        None,
        True,
    )


def test_the_word_that_was_not_said_stands_on_today_and_opens_where_it_is_written(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    yesterday = clock.today() - timedelta(1)
    words = {"asked": YES, "own_listening": "mostly", "seen_listening": "strongly"}
    ACTS["visit_together"](programme.book, caregiver=programme.caregiver, day=yesterday, words=words)
    desk = open_window(programme.book).open("today")
    assert "Say what you saw on the visit together" in desk.message()

    named = next(each for each in desk.window.findChildren(QWidget) if "Say what you saw" in each.accessibleName())
    QTest.mouseClick(named, Qt.MouseButton.LeftButton)
    desk.rest().fill(spoken_on="today", answer="I did not know it was seen.").press("Save")

    assert kept(desk.book)["state"] == "responded"
    assert "Say what you saw" not in desk.open("today").message()


def test_what_is_under_way_opens_again_and_what_was_taken_out_is_gone(desk: Desk) -> None:
    begin(desk).fill(asked=YES, strength="Let her finish.").press("Save")

    begin(desk)
    assert desk.typed("strength") == "Let her finish."
    desk.fill(strength="", to_try="Ask first.").press("Save")

    assert (kept(desk.book)["strength"], kept(desk.book)["to_try"]) == (None, "Ask first.")


def test_what_was_begun_and_left_is_there_again(desk: Desk) -> None:
    begin(desk).fill(strength="Let her finish.").press("Leave")
    assert drafts.find(desk.book)

    assert begin(desk).typed("strength") == "Let her finish."
    assert questions.count(desk.book, "observation") == 0


@pytest.mark.parametrize("from_menu", [True, False])
def test_it_is_begun_from_anywhere_with_her_name(desk: Desk, from_menu: bool) -> None:
    if from_menu:
        desk.window.begin("visit_together")
        desk.rest()
    else:
        desk.do_from_palette("Record a visit together")

    desk.fill(caregiver="Sibo")

    assert "Visit together with Sibongile Ndaba" in desk.message()


def test_she_reads_what_changed_item_by_item_and_today_shows_none_of_it(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    for ago, level in ((90, "not yet"), (1, "mostly")):
        words = {"asked": YES, "own_linking": level, "seen_linking": level, "spoken_on": clock.today()}
        ACTS["visit_together"](
            programme.book, caregiver=programme.caregiver, day=clock.today() - timedelta(ago), words=words
        )
    desk = open_window(programme.book)
    assert "mostly" not in desk.open("today").message()

    told = desk.open("people").choose_person("Sibongile Ndaba").press("Show them their record").message()

    assert "What was seen on visits together, over time" in told
    assert "not yet → " in told
