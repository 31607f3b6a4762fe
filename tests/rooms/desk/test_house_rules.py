"""Rules of the desk that only its source can show."""

from pathlib import Path

import pytest

from caregiver_desk import desk

HOUSE = Path(desk.__file__).parents[1]
PAGE, QT_SHARE = 300, 0.4  # lines; of all lines those of files that know Qt
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


def test_no_page_is_longer_than_can_be_read_at_once_and_qt_stays_in_its_rooms() -> None:
    lines = {path: path.read_text(encoding="utf-8").splitlines() for path in HOUSE.rglob("*.py")}
    about_qt = sum(len(each) for each in lines.values() if any("PySide6" in line for line in each))

    assert [path.name for path, each in lines.items() if path.parent.name == "pages" and len(each) > PAGE] == []
    assert about_qt / sum(map(len, lines.values())) < QT_SHARE
