"""What the first window costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

UNTIL_IT_IS_PAINTED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from caregiver_desk.desk import app
from caregiver_desk.desk.door.door import Door
from caregiver_desk.settings import Shelved

class Watched(Door):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(*(heavy & set(sys.modules)), type(self.step).__name__)
        QTimer.singleShot(0, self.close)

heavy = {
    "sqlmodel", "sqlalchemy", "pydantic", "cryptography", "pyrage", "PySide6.QtPrintSupport",
    "caregiver_desk.store", "caregiver_desk.records", "caregiver_desk.acts", "caregiver_desk.trainer",
}
first = app.application()
window = Watched([Shelved(Path(sign), sign) for sign in sys.argv[1:]])
window.show()
first.exec()
"""


@pytest.mark.in_turns(3)
@pytest.mark.parametrize(("signs", "step"), [([], "Begin"), (["maize"], "Unlock"), (["maize", "river"], "Unlock")])
def test_nothing_heavy_is_brought_in_before_the_first_window_is_painted(signs: list[str], step: str) -> None:
    command = [sys.executable, "-c", UNTIL_IT_IS_PAINTED, *signs]
    told = subprocess.run(command, capture_output=True, text=True, check=True)

    assert told.stdout.splitlines()[0].split() == [step]
