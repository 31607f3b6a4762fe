"""What the rooms of the desk share: an application that is dressed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_desk.desk import theme


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The screen that needs no screen says that it has no window manager; that is no fault of ours."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    theme.wear(qapp)
    return qapp
