"""A book that holds less than it did on this laptop says so when its desk opens."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from doorway import PASSPHRASE, Doorway

from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.settings import BOOK


def test_what_was_saved_and_is_not_there_any_more_is_said_at_the_desk(
    shelve: Callable[..., Path], at_the_door: Callable[..., Doorway], tmp_path: Path
) -> None:
    folder = shelve("maize")
    shutil.copy(folder / BOOK, tmp_path / "earlier")
    book = opening.open_book(folder, PASSPHRASE)
    ACTS["record_team"](book, name="South")
    book.close()
    shutil.copy(tmp_path / "earlier", folder / BOOK)

    desk = at_the_door().fill(passphrase=PASSPHRASE).press("Unlock").desk()

    assert "in this book" in desk.message()
    assert "record it again" in desk.message()
