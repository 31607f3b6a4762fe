"""What of the project's needs goes into the program, and what builds it.

There is no `pip` beside a built program, so what a hub or a server of files asks for is in it from the beginning.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BROUGHT = ("hub", "sftp")  # extras that a pip would fetch when somebody wants them


def project() -> dict[str, Any]:
    told: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return told


def asked() -> list[str]:
    """What the program needs when it runs."""
    told = project()["project"]
    return [*told["dependencies"], *(need for extra in BROUGHT for need in told["optional-dependencies"][extra])]


def to_build() -> list[str]:
    return [*asked(), *project()["project"]["optional-dependencies"]["package"]]


def to_develop() -> list[str]:
    told = project()
    return [
        *told["project"]["dependencies"],
        *told["project"]["optional-dependencies"]["dev"],
        *told["build-system"]["requires"],
    ]
