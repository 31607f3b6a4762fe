"""Before the laptop sleeps: what logind says on the bus of the system is heard."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from caregiver_desk.desk.safe.sleeping import MANAGER, PLACE, SAYS, SERVICE, Sleep

Says = Callable[[bool], None]


@pytest.fixture
def logind(monkeypatch: pytest.MonkeyPatch) -> Iterator[Says]:
    """Stands in for logind on a bus of its own."""
    if not (daemon := shutil.which("dbus-daemon")):
        pytest.skip("there is no dbus-daemon here")
    command = [daemon, "--session", "--print-address", "--nofork"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        assert bus.stdout
        address = bus.stdout.readline().strip()
        speaks = QDBusConnection.connectToBus(address, "logind")
        assert speaks.registerService(SERVICE)
        monkeypatch.setattr(QDBusConnection, "systemBus", lambda: QDBusConnection.connectToBus(address, "desk"))

        def say(going: bool) -> None:
            told = QDBusMessage.createSignal(PLACE, MANAGER, SAYS)
            told.setArguments([going])
            assert speaks.send(told)

        yield say
        for name in ("logind", "desk"):
            QDBusConnection.disconnectFromBus(name)
        bus.terminate()


def test_that_the_laptop_goes_to_sleep_is_heard_once(logind: Says, qapp: QObject, qtbot: QtBot) -> None:
    sleep, heard = Sleep(qapp), []
    sleep.begins.connect(lambda: heard.append("sleeps"))

    for going in (False, True, False):
        logind(going)
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == ["sleeps"]
    sleep.deleteLater()


def test_where_there_is_no_bus_of_the_system_nothing_is_heard(qapp: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDBusConnection, "systemBus", lambda: QDBusConnection("none"))

    Sleep(qapp).deleteLater()
