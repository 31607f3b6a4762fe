"""About this program: what it is made of, and a new version that comes by stick. Nothing of either asks a network."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from driver import Desk
from PySide6.QtWidgets import QPlainTextEdit

from caregiver_desk import __version__
from caregiver_desk.store import signing
from caregiver_desk.sync import releases

PROGRAM = b"the next program"
Stick = Callable[[str], Path]


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stick:
    """`stick("9.0")`: a list of that version with the seal of the makers, whom this program knows from then on."""
    seed = signing.new_signing_seed()

    def make(version: str) -> Path:
        believed = tmp_path / "release.keys"
        believed.write_text(f"release {signing.public_key(seed)}\n")
        monkeypatch.setattr(releases, "KEYS", believed)
        name = releases.names(version)[-1]
        (tmp_path / name).write_bytes(PROGRAM)
        listed = tmp_path / f"caregiver-desk-{version}.sums"
        told = f"# caregiver-desk {version}\n{hashlib.sha256(PROGRAM).hexdigest()}  {name}\n"
        listed.write_text(told)
        seal = signing.sign(told.encode(), seed=seed, namespace=releases.NAMESPACE)
        listed.with_name(f"{listed.name}.sig").write_text(seal)
        return listed

    return make


def test_the_settings_say_what_the_program_is_made_of_and_bring_a_newer_version_by_stick(
    desk: Desk, stick: Stick, home: Path
) -> None:
    assert f"Version {__version__}" in desk.open("settings").message()

    desk.press("What it is made of").fill(find="zlib gerhard")
    licence = desk.window.findChild(QPlainTextEdit, "licence")
    assert "1 part, by name." in desk.message()
    assert "Gerhard Häring" in licence.toPlainText()
    assert "Try one of them alone." in desk.fill(find="xyzzy").message()
    desk.press("Close")

    desk.press("A new version …")
    assert "has no key of its makers" in desk.message()
    assert "Choose the list …" not in desk.buttons()
    desk.press("Close")

    desk.answers.file = stick("0.0.9")
    desk.press("A new version …").press("Choose the list …")
    desk.until(lambda: "only a newer one may take its place" in desk.message())
    assert "More about this" in desk.buttons()
    assert "Copy it to this laptop" not in desk.buttons()

    desk.answers.file = stick("9.0")
    desk.answers.file.write_text(desk.answers.file.read_text().replace("9.0", "9.1"))
    desk.press("Choose the list …").until(lambda: "did not seal this" in desk.message())
    assert "did not seal this" in desk.message()

    desk.answers.file = stick("9.0")
    desk.press("Choose the list …").until(lambda: "Copy it to this laptop" in desk.buttons())
    assert "Version 9.0 is from the makers of this program." in desk.message()
    assert not list(home.rglob("update"))

    desk.press("Copy it to this laptop").until(lambda: "Show the file" in desk.buttons())
    assert "Close the desk, then" in desk.message()
    desk.press("Show the file")
    assert desk.answers.shown.read_bytes() == PROGRAM
    assert desk.answers.shown.is_relative_to(home)
