"""Where things are kept on this machine.

Books and state stand apart on purpose. A book may be copied or brought back from a backup; the state of this machine
must not travel with it, for it is how a copy is noticed. One variable, `CAREGIVER_DESK_HOME`, moves both: to a stick
that carries the whole desk, or to a folder that a test throws away.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

HOME = "CAREGIVER_DESK_HOME"
_APP = "caregiver-desk"


def books_folder() -> Path:
    """Where books are kept, unless a path says otherwise."""
    return (_home() or platformdirs.user_data_path(_APP, appauthor=False)) / "books"


def state_folder() -> Path:
    """Where this machine keeps what it remembers of books, outside all of them."""
    return (_home() or platformdirs.user_state_path(_APP, appauthor=False)) / "state"


def _home() -> Path | None:
    home = os.environ.get(HOME)
    return Path(home) if home else None
