"""Everybody reaches everything: by ear, by the keys, with large letters, in the sun, in another language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication
from reach import (
    Longer,
    contrasts,
    cut_below,
    cut_short,
    keys_in_sight,
    laid_over,
    lies_over,
    outside,
    said_twice,
    spoken,
    unexplained,
)
from tabbing import against_the_eye, never_reached, stops, unseen

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk import theme
from caregiver_desk.desk.frame.rail import _count_font
from caregiver_desk.desk.frame.status import Standing
from caregiver_desk.desk.pages import all_pages
from caregiver_desk.desk.parts import heard
from caregiver_desk.desk.parts.buttons import Pressable
from caregiver_desk.desk.parts.words import ShortLabel
from caregiver_desk.settings import Look
from caregiver_desk.store.book import Book

SUBJECTS = [page.subject for page in all_pages()]
Wear = Callable[[Look], None]
ENOUGH = 4.5  # WCAG 2, level AA, for ordinary letters
LOOKS = ["light", "dark", "sunlight", "night"]
WISHES = [
    (False, False, theme.LIGHT),
    (True, False, theme.DARK),
    (False, True, theme.SUNLIGHT),
    (True, True, theme.NIGHT),
]


@pytest.fixture
def wear(qapp: QApplication) -> Iterator[Wear]:
    """Dress the program; it is dressed as usual again afterwards."""
    yield lambda look: theme.wear(qapp, look)
    theme.wear(qapp)


@pytest.fixture
def full(programme: Programme) -> Book:
    """A book with something on every page."""
    told = {"caregiver": programme.caregiver}
    ACTS["record_visit"](programme.book, **told, household=programme.household, day="2026-01-05", outcome="done")
    ACTS["record_burden"](programme.book, **told, codes=["W1"], severity=3, since="2026-01-05")
    return programme.book


def walk(desk: Desk) -> Iterator[str]:
    """Every page in turn, by its name."""
    for subject in SUBJECTS:
        desk.open(subject).until(lambda: not laid_over(desk.window))
        yield subject


def wrong(found: dict[str, object], right: object) -> dict[str, object]:
    return {subject: each for subject, each in found.items() if each != right}


def test_every_page_is_heard_reached_by_tab_in_the_order_of_the_eye_and_left_by_escape(
    full: Book, open_window: Callable[[Book], Desk]
) -> None:
    desk, heard, reached = open_window(full), {}, {}

    for subject in walk(desk):
        met = spoken(desk.window)
        dumb = [each for each in met if not each.says_what_it_is]
        heard[subject] = (len(met) > 20, dumb, said_twice(desk.window), unexplained(desk.window))
        found = stops(desk.window)
        reached[subject] = (never_reached(desk.window, found), against_the_eye(desk.window, found), unseen(found))

    assert wrong(heard, (True, [], [], [])) == {}
    assert wrong(reached, ([], [], [])) == {}
    desk.keys(Qt.Key.Key_Escape)
    assert desk.page().subject == SUBJECTS[-2]


def test_whoever_goes_to_a_page_hears_its_name_and_what_is_gone_leaves_the_keys_there(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(programme.book).open("growth").open("sharing")
    pages = desk.window.pages
    assert pages.accessibleName() == "Sharing"

    (held,) = [each for each in desk.window.findChildren(QAbstractButton) if each.text() == "Open a card"]
    desk.window.activateWindow()
    held.setFocus()
    held.hide()

    assert QApplication.focusWidget() is pages


def test_what_was_done_what_is_wrong_and_what_a_field_lacks_is_said_aloud_once(
    programme: Programme, open_window: Callable[[Book], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(heard, "_utter", lambda event: said.append(event.message()))
    desk = open_window(programme.book)
    visit = partial(ACTS["record_visit"], caregiver=programme.caregiver, household=programme.household)

    desk.window.hands.lane.do(lambda book: visit(book, day="2026-01-05"), owner=desk.window)
    desk.rest()
    assert said == ["Saved: visit."]

    desk.window.hands.lane.troubled.emit("The stick is full.")
    assert said[1:] == ["The stick is full."]

    desk.open("visits").press("Save visit")
    held = QApplication.focusWidget()
    assert held is not None
    assert held.accessibleDescription().startswith("This is still needed. ")
    assert said[2:] == []
    desk.keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said[2:] == ["This is still needed."]


@pytest.mark.parametrize("look", LOOKS)
def test_every_word_and_what_has_the_keys_stand_out_from_their_ground(
    full: Book, open_window: Callable[[Book], Desk], wear: Wear, look: str
) -> None:
    wear(Look(look))
    desk, found = open_window(full), {}

    for subject in walk(desk):
        measured = list(contrasts(desk.window))
        found[subject] = (len(measured) > 5, [(words, round(seen, 1)) for words, seen in measured if seen < ENOUGH])

    assert wrong(found, (True, [])) == {}
    assert unseen(stops(desk.open("supervision").window)) == []


@pytest.mark.parametrize(("dark", "strong", "worn"), WISHES)
def test_how_the_laptop_wishes_to_be_seen_is_how_the_desk_looks(
    qapp: QApplication, wear: Wear, monkeypatch: pytest.MonkeyPatch, dark: bool, strong: bool, worn: theme.Tokens
) -> None:
    monkeypatch.setattr(theme, "_wishes", lambda _app: (dark, strong))

    wear(Look())

    assert theme.tokens() == worn
    assert [each for each in theme.MOVES if qapp.isEffectEnabled(each)] == []


LARGE = 150  # per cent; beyond, the longest words of a button are cut, and read whole by ear and as a tip
SCREENS = [(1366, 768, 100), (1024, 768, 150), (1024, 768, 200)]


@pytest.mark.parametrize("screen", SCREENS)
def test_longer_words_of_another_language_have_room_and_what_was_done_lies_over_nothing_that_saves(
    full: Book, open_window: Callable[[Book], Desk], wear: Wear, longer: Longer, screen: tuple[int, int, int]
) -> None:
    wide, high, letters = screen
    wear(Look(letters=letters))
    desk, found = open_window(full), {}
    desk.window.resize(wide, high)

    for subject in walk(desk):
        desk.until(lambda: letters > LARGE or not cut_short(desk.window))
        cut = cut_short(desk.window) if letters <= LARGE else []
        size = (desk.window.width(), desk.window.height())
        found[subject] = (size, outside(desk.window), laid_over(desk.window), cut, under_a_toast(desk))

    assert wrong(found, ((wide, high), [], [], [], [])) == {}
    assert longer.unheard == set()


def under_a_toast(desk: Desk) -> list[str]:
    """What saves and cannot be pressed for some seconds after something was done."""
    desk.window.frame.toast.offer("The phone of Sibongile Ndaba is another one now.", list)
    covered = lies_over(desk.window)
    desk.window.frame.toast.hide()
    return covered


def test_letters_of_twice_their_size_cut_no_word_hide_no_keys_and_the_page_may_be_read_from_the_right(
    full: Book, open_window: Callable[[Book], Desk], wear: Wear, qapp: QApplication
) -> None:
    wear(Look(letters=200))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        desk, found = open_window(full), {}
        desk.window.resize(1024, 768)
        for subject in walk(desk):
            desk.until(lambda: keys_in_sight(desk.window) and not cut_below(desk.window))
            cut = [*cut_short(desk.window), *cut_below(desk.window)]
            over = [*outside(desk.window), *laid_over(desk.window)]
            found[subject] = (keys_in_sight(desk.window), cut, over, alike(desk))

        assert desk.window.frame.rail.x() > desk.window.width() / 2
        assert wrong(found, (True, [], [], set())) == {}
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def alike(desk: Desk) -> set[str]:
    """Icons that stand alone at the head more than once."""
    heads = (each for each in desk.window.frame.head.buttons() if isinstance(each, Pressable))
    alone = Counter(each._icon for each in heads if each._bare)
    return {icon for icon, times in alone.items() if times > 1}


def test_every_place_stands_in_sight_on_a_small_screen_with_large_letters(
    programme: Programme, open_window: Callable[[Book], Desk], wear: Wear
) -> None:
    wear(Look(letters=150))
    desk = open_window(programme.book)
    desk.window.resize(1024, 768)
    places = desk.rest().window.frame.rail.places.values()

    assert [place.text() for place in places if place.visibleRegion().boundingRect() != place.rect()] == []
    for place in places:
        place.waits(140)
        assert place._count_width(1) > QFontMetricsF(_count_font()).horizontalAdvance("99+")


@pytest.mark.parametrize("letters", [150, 200])
def test_whose_book_it_is_what_was_kept_and_a_long_message_stand_in_full_on_a_small_screen_with_large_letters(
    programme: Programme, open_window: Callable[[Book], Desk], wear: Wear, letters: int
) -> None:
    wear(Look(letters=letters))
    desk = open_window(programme.book)
    desk.window.resize(1024, 768)
    status = desk.rest().window.frame.status
    status.say("Sibongile works in another team from now on. 1 home needs somebody. Nobody else reads their words.")
    desk.rest()

    shown = [each for each in status.findChildren(ShortLabel) if each.isVisible()]
    assert status.owner.text() == "Nomvula Shezi"
    assert status.owner in shown
    assert [each.text() for each in shown if each.width() < each.fontMetrics().horizontalAdvance(each.text())] == []
    assert desk.status().endswith("Nobody else reads their words.")

    status.show_standing(Standing("Fhatuwani Netsianda", "Office", "No backup yet", 45, fictional=True))
    status.say("All saved")
    desk.rest()
    beside = [each.text() for each in status.findChildren(ShortLabel) if each.isVisible()]
    shared = {150: "45 changes to share", 200: "45 to share"}[letters]
    assert beside == ["Fhatuwani Netsianda", "All saved", "No backup yet", shared]
