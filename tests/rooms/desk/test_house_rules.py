"""Rules of the desk that only its source can show."""

from pathlib import Path

import pytest

from caregiver_desk import desk

SOURCES = sorted(Path(desk.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize(
    ("forbidden", "allowed_in"),
    [
        ("QLabel(", {"words.py"}),
        (".exec(", {"app.py", "tour.py"}),
        ("setToolTip(", {"buttons.py", "rail.py", "words.py"}),
        ("QFileDialog(", {"dialogs.py"}),
        ("QThread", {"work.py"}),
        ("QRunnable", {"work.py"}),
        ("#0", {"theme.py"}),
        ("#F", {"theme.py"}),
    ],
)
def test_what_is_done_in_one_place_is_done_nowhere_else(forbidden: str, allowed_in: set[str]) -> None:
    found = {source.name for source in SOURCES if forbidden in source.read_text(encoding="utf-8")}

    assert found <= allowed_in
