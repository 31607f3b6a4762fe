"""What many tests of a file begin alike with is begun once; each of them finds a copy of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots

Once = Callable[[Callable[[], object]], None]


@pytest.fixture(scope="session")
def _begun() -> dict[str, Path]:
    return {}


@pytest.fixture
def once(
    home: Path, _begun: dict[str, Path], tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Once:
    """Do this on a fresh machine for the first test of a file; for the others, put there what stood then."""

    def begin(first: Callable[[], object]) -> None:
        file = request.module.__name__
        if file in _begun:
            shutil.copytree(_begun[file], home, dirs_exist_ok=True)
            return
        first()
        _begun[file] = tmp_path_factory.mktemp("begun") / "home"
        shutil.copytree(home, _begun[file])

    return begin


@pytest.fixture
def at_a_prompt(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """`at_a_prompt(book, "show", …)`: the exit status, standard output and what was said beside it."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def carry_out(book: str, *given: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run(["--book", book, "--passphrase-file", "passphrase", *given], {})
        clock.trust()
        said = capsys.readouterr()
        return status, said.out, said.err

    return carry_out
