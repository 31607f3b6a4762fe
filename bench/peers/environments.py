"""An environment of its own for each peer, made when it is first needed.

Exact versions stand beside each peer's program and are brought from the public registries by their ordinary clients,
into a folder beside the shelf and never into the program's own environment. Nothing that a package would run while it
is installed is run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bench import shelf

PROGRAMS = Path(__file__).parent
PATIENCE = 600  # seconds for one installation


class LeftOut(Exception):  # noqa: N818 - no error of ours
    """A peer cannot be measured here; its words are the sentence that says so."""


def python(peer: str) -> Path:
    """The interpreter of a peer's own environment."""
    pins = PROGRAMS / peer / "pins.txt"

    def make(place: Path) -> None:
        _run(peer, [sys.executable, "-m", "venv", str(place)])
        asked = ["install", "--quiet", "--no-deps", "--only-binary", ":all:", "--requirement", str(pins)]
        _run(peer, [str(place / "bin" / "python"), "-m", "pip", *asked])

    return _kept(peer, pins.read_bytes(), make) / "bin" / "python"


def node(peer: str) -> Path:
    """The folder with the modules of a peer."""
    told = [PROGRAMS / peer / name for name in ("package.json", "package-lock.json")]

    def make(place: Path) -> None:
        place.mkdir()
        for file in told:
            shutil.copy(file, place)
        _run(peer, ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(place)])

    return _kept(peer, b"".join(file.read_bytes() for file in told), make)


def _kept(peer: str, told: bytes, make: Callable[[Path], None]) -> Path:
    """Made once for these versions, and whole or not at all."""
    place = shelf.SHELF / "peers" / f"{peer}-{hashlib.sha256(told).hexdigest()[:12]}"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        building = shelf.scratch() / os.urandom(4).hex()
        try:
            make(building)
            building.rename(place)
        finally:
            shutil.rmtree(building, ignore_errors=True)
    return place


def _run(peer: str, command: list[str]) -> None:
    try:
        ended = subprocess.run(command, capture_output=True, check=False, timeout=PATIENCE)
    except (OSError, subprocess.TimeoutExpired):
        ended = None
    if ended is None or ended.returncode:
        raise LeftOut(
            f"{peer} is left out: it could not be installed here. Try again when the registry can be reached."
        )
