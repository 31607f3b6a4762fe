"""The desk of an open book."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication

from caregiver_desk import acts
from caregiver_desk.acts.worded import words_of
from caregiver_desk.desk import theme
from caregiver_desk.desk.dialogs import Dialogs
from caregiver_desk.desk.frame.window import Window
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.pages import all_pages
from caregiver_desk.desk.work import Lane
from caregiver_desk.practice import site_words
from caregiver_desk.store import choices
from caregiver_desk.store.book import Book
from caregiver_desk.sync.opener import Opener

if TYPE_CHECKING:
    from caregiver_desk.desk.rehearsing import Rehearsing


def window_for(book: Book, opener: Opener, rehearsing: Rehearsing | None = None) -> Window:
    """Its window, in the colours its owner chose, at the page where she left it today."""
    acts.load()
    chosen = choices.look(book)
    if chosen or not book.fictional:
        theme.wear(cast("QApplication", QApplication.instance()), chosen or theme.USUAL)
    site_words.speak(words_of(book))
    hands = Hands(Lane(book), _dialogs(book, rehearsing), opener, rehearsing)
    window = Window(hands, all_pages(rehearsing=rehearsing is not None), fictional=book.fictional)
    if left := choices.left(book):
        window.whereabouts.come_back(left)
    return window


def _dialogs(book: Book, rehearsing: Rehearsing | None) -> Dialogs:
    """Of a real book nothing of a rehearsal is brought in."""
    if not book.fictional:
        return Dialogs()
    from caregiver_desk.desk.sheets.rehearsal.made_up import MadeUpDialogs

    return MadeUpDialogs(rehearsing)
