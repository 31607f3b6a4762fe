"""What the first window costs."""

from __future__ import annotations

import subprocess
import sys

UNTIL_IT_IS_PAINTED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from caregiver_desk.desk import app
from caregiver_desk.desk.unlock import Unlock

class Watched(Unlock):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(*(heavy & set(sys.modules)), "painted")
        QTimer.singleShot(0, self.close)

heavy = {"sqlmodel", "sqlalchemy", "pydantic", "caregiver_desk.store", "caregiver_desk.records", "caregiver_desk.acts"}
first = app.application()
window = Watched(Path("nowhere"))
window.show()
first.exec()
"""


def test_nothing_heavy_is_brought_in_before_the_first_window_is_painted() -> None:
    told = subprocess.run([sys.executable, "-c", UNTIL_IT_IS_PAINTED], capture_output=True, text=True, check=True)

    assert told.stdout.splitlines()[0].split() == ["painted"]
