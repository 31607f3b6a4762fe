"""A rehearsal that begins at the door: told in a folder that nobody sees, and gone when its desk is closed."""

from __future__ import annotations

from contextlib import ExitStack, closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from caregiver_desk.desk.door.door import bring_in
from caregiver_desk.desk.door.telling import Telling
from caregiver_desk.trainer.care import warning

if TYPE_CHECKING:
    from caregiver_desk.trainer.programme import Heard
    from caregiver_desk.trainer.rehearsal import Rehearsal

WEEKS, LAST = 6, 26  # whose visits are told, and up to which week of the story


def telling() -> Telling:
    """The window in which it is told; what it tells is the rehearsal and what must be let go of after it."""
    return Telling(_tell, LAST, warning(LAST))


def _tell(heard: Heard) -> tuple[Rehearsal, ExitStack]:
    """The fictional programme with the visits of its last weeks. Raises Stopped where `heard` does."""
    bring_in()
    from caregiver_desk.sync.opener import Opener
    from caregiver_desk.trainer.rehearsal import Rehearsal

    with ExitStack() as held:
        place = held.enter_context(TemporaryDirectory(prefix="caregiver-desk-"))
        opener = held.enter_context(closing(Opener()))
        rehearsal = held.enter_context(closing(Rehearsal(Path(place), opener, WEEKS)))
        rehearsal.tell(LAST, heard)
        return rehearsal, held.pop_all()
