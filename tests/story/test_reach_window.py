"""Everybody reaches everything: by ear, by the keys, with large letters, in the sun, in another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from reach import Longer, contrasts, cut_short, laid_over, outside, spoken

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk import theme
from caregiver_desk.desk.pages import all_pages
from caregiver_desk.settings import Look
from caregiver_desk.store.book import Book

SUBJECTS = [page.subject for page in all_pages()]
Wear = Callable[[Look], None]
ENOUGH = 4.5  # WCAG 2, level AA, for ordinary letters


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


@pytest.mark.parametrize("subject", SUBJECTS)
def test_whatever_is_read_aloud_says_what_it_is(full: Book, open_window: Callable[[Book], Desk], subject: str) -> None:
    desk = open_window(full).open(subject)

    met = spoken(desk.window)

    assert len(met) > 20
    assert [each for each in met if not each.says_what_it_is] == []


@pytest.mark.parametrize("look", ["light", "dark", "sunlight"])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_word_stands_out_from_its_ground(
    full: Book, open_window: Callable[[Book], Desk], wear: Wear, subject: str, look: str
) -> None:
    desk = open_window(full)
    wear(Look(look))
    desk.window._build_anew(Look(look))
    desk.rest().open(subject)

    measured = list(contrasts(desk.window))

    assert len(measured) > 5
    assert [(words, round(seen, 1)) for words, seen in measured if seen < ENOUGH] == []


LARGE = 150  # per cent; beyond, the longest words of a button are cut, and read whole by ear and as a tip
SCREENS = [(1366, 768, 100), (1024, 768, 150), (1024, 768, 200)]


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_longer_words_of_another_language_have_room(
    full: Book,
    open_window: Callable[[Book], Desk],
    wear: Wear,
    longer: Longer,
    subject: str,
    screen: tuple[int, int, int],
) -> None:
    wide, high, letters = screen
    wear(Look(letters=letters))
    desk = open_window(full)
    desk.window.resize(wide, high)
    desk.open(subject).until(lambda: not laid_over(desk.window))

    assert (desk.window.width(), desk.window.height()) == (wide, high)
    assert (outside(desk.window), laid_over(desk.window)) == ([], [])
    assert cut_short(desk.window) == [] or letters > LARGE
    assert longer.unheard == set()


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_language_read_from_the_right_turns_the_page_round(
    full: Book, open_window: Callable[[Book], Desk], qapp: QApplication, subject: str
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        desk = open_window(full).open(subject)
        desk.until(lambda: not laid_over(desk.window))

        assert desk.window.rail.x() > desk.window.width() / 2
        assert (outside(desk.window), laid_over(desk.window)) == ([], [])
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_every_place_stands_in_sight_on_a_small_screen_with_large_letters(
    programme: Programme, open_window: Callable[[Book], Desk], wear: Wear
) -> None:
    wear(Look(letters=150))
    desk = open_window(programme.book)
    desk.window.resize(1024, 768)
    places = desk.rest().window.rail.places.values()

    assert [place.text() for place in places if place.visibleRegion().boundingRect() != place.rect()] == []


@pytest.mark.parametrize("letters", [150, 200])
def test_whose_book_it_is_stands_in_full_beside_a_long_message_on_a_small_screen_with_large_letters(
    programme: Programme, open_window: Callable[[Book], Desk], wear: Wear, letters: int
) -> None:
    wear(Look(letters=letters))
    desk = open_window(programme.book)
    desk.window.resize(1024, 768)
    status = desk.rest().window.status
    status.say("Sibongile works in another team from now on. 1 home needs somebody. Nobody else reads their words.")
    desk.rest()

    assert status.owner.text() == "Nomvula Shezi"
    assert status.owner.width() >= status.owner.fontMetrics().horizontalAdvance(status.owner.text())
