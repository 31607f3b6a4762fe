"""Before the laptop sleeps: what logind says on the bus of the system is heard, and it waits for the lock."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from caregiver_desk.desk.safe.sleeping import MANAGER, PLACE, SAYS, SERVICE, WAIT, Sleep

Says = Callable[[bool], None]
LOGIND = Path("/lib/systemd/systemd-logind")


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bus of its own stands for the bus of the system."""
    if not (daemon := shutil.which("dbus-daemon")):
        pytest.skip("there is no dbus-daemon here")
    command = [daemon, "--session", "--print-address", "--nofork"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        assert bus.stdout
        address = bus.stdout.readline().strip()
        monkeypatch.setattr(QDBusConnection, "systemBus", lambda: QDBusConnection.connectToBus(address, "desk"))
        yield address
        QDBusConnection.disconnectFromBus("desk")
        bus.terminate()


@pytest.fixture
def says(address: str) -> Iterator[Says]:
    """Stands in for logind, which says so only where a laptop really sleeps."""
    speaks = QDBusConnection.connectToBus(address, "logind")
    assert speaks.registerService(SERVICE)

    def say(going: bool) -> None:
        told = QDBusMessage.createSignal(PLACE, MANAGER, SAYS)
        told.setArguments([going])
        assert speaks.send(told)

    yield say
    QDBusConnection.disconnectFromBus("logind")


@pytest.fixture
def waiting(address: str) -> Iterator[Callable[[], str]]:
    """Logind itself, and for whom it waits. One that looks after a machine is left alone."""
    if os.geteuid() or not LOGIND.exists() or Path("/run/systemd/system").exists():
        pytest.skip("logind can be started by root alone, where none is at work")
    asked = ["busctl", f"--address={address}", "call", SERVICE, PLACE, MANAGER, "ListInhibitors"]
    with subprocess.Popen([LOGIND], env={"DBUS_SYSTEM_BUS_ADDRESS": address}, stderr=subprocess.DEVNULL) as logind:
        yield lambda: subprocess.run(asked, capture_output=True, text=True, check=False).stdout
        logind.terminate()


def test_that_the_laptop_goes_to_sleep_is_heard_once(says: Says, qapp: QObject, qtbot: QtBot) -> None:
    sleep, heard = Sleep(qapp), []
    sleep.begins.connect(lambda: heard.append("sleeps"))

    for going in (False, True, False):
        says(going)
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == ["sleeps"]
    sleep.deleteLater()


def test_the_laptop_waits_with_sleep_as_long_as_the_book_is_open(
    waiting: Callable[[], str], qapp: QObject, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: waiting().startswith("a(ssssuu) 0"))

    sleep = Sleep(qapp)
    qtbot.waitUntil(lambda: " ".join(f'"{word}"' for word in WAIT) in waiting())
    sleep.let_go()
    qtbot.waitUntil(lambda: waiting().startswith("a(ssssuu) 0"))

    sleep.deleteLater()


def test_where_there_is_no_bus_of_the_system_nothing_is_heard(qapp: QObject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDBusConnection, "systemBus", lambda: QDBusConnection("none"))

    Sleep(qapp).deleteLater()
