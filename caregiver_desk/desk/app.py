"""Opening the desk. What is heavy is brought in where it is used, so that the first window is there at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from caregiver_desk import faults, settings
from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.caret import Caret
from caregiver_desk.settings import Shelved
from caregiver_desk.wording import RESOURCES, in_words, say

if TYPE_CHECKING:
    from caregiver_desk.store.book import Book
    from caregiver_desk.sync.opener import Opener
    from caregiver_desk.trainer.rehearsal import Rehearsal


def application() -> QApplication:
    """The one application of this process, dressed."""
    app = cast("QApplication", QApplication.instance() or QApplication([*sys.argv[:1], *theme.STYLE]))
    app.setApplicationName("caregiver-desk")
    app.setApplicationDisplayName(settings.NAME)
    app.setDesktopFileName("caregiver-desk")
    app.setWindowIcon(QIcon(str(RESOURCES / "caregiver-desk.svg")))
    theme.wear(app, settings.last_look())
    if app.findChild(Caret) is None:
        Caret(app)
    return app


def rehearse(rehearsal: Rehearsal, laptop: str, own: Path | None = None) -> int:
    """Show a rehearsal at this laptop until its desk is closed. Whoever told it closes it.

    `own` is a folder with exercises of the site.
    """
    from caregiver_desk.desk.door.seat import Seat
    from caregiver_desk.desk.rehearsing import Rehearsing
    from caregiver_desk.trainer.exercises.shelf import brought, shipped

    app = application()
    seat = Seat(Rehearsing(rehearsal, shipped(), laptop))
    if own:
        seat.rehearsing.bring(own, brought(own))
    seat.left.connect(app.quit)
    seat.sit_down()
    return app.exec()


def handouts(certificates: Sequence[str], course: str, folder: Path) -> list[Path]:
    """The papers of a rehearsal in the language that is heard, as files in a folder; no window is opened.

    Without a course it is called as a rehearsal is. Raises DiskFull or CannotWrite.
    """
    from caregiver_desk.desk.pages import all_pages
    from caregiver_desk.desk.sheets.rehearsal import handouts as papers
    from caregiver_desk.trainer import languages
    from caregiver_desk.trainer.exercises.shelf import forms, shipped
    from caregiver_desk.trainer.story import owner

    application()
    with in_words(forms()[languages.heard()].sentences):
        labels = [say(page.label) for page in all_pages()]
        named = papers.certificates(certificates, course or say("Supervision, rehearsed"))
        files = papers.as_files([*papers.every_handout(shipped(), owner, labels), *named])
    return papers.write(files, folder)


def come_in(chosen: Path | None, handed: Sequence[Path] = ()) -> int:
    """Stand at the door: unlock a book that is here, or begin one; then show its desk, and what was handed over.

    Where a desk of this account is open already, that one comes forward and takes what was handed over. If it ends
    meanwhile, this one shows what is left.
    """
    from caregiver_desk.desk.door.door import Door
    from caregiver_desk.desk.door.one_desk import OneDesk

    app = application()
    one = OneDesk()
    if chosen is None:
        left = one.left_of(handed or (None,))
        if not left:
            return 0
        handed = [file for file in left if file]
    one.claim()
    here = settings.books()
    known = chosen is None or chosen.absolute() in {book.folder.absolute() for book in here}
    door = Door(here if known else [Shelved(cast("Path", chosen))], chosen, handed)
    faults.listen(door.tell_fault)
    faults.watch_for_crashes()
    one.came.connect(door.take_up)
    door.leaves.connect(one.close)
    door.stands.connect(one.listen)  # the window need not wait for what listens
    door.show()
    return app.exec()


def tour(book: Book, opener: Opener, folder: Path) -> list[Path]:
    """Pictures of every page, light and dark, on a small and on a smaller screen."""
    from caregiver_desk.desk.tour import take

    return take(application(), book, opener, folder)
