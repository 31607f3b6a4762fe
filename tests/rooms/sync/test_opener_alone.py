"""Nothing that somebody put into the folder at hand is run: a stick may bring what it likes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from caregiver_desk.desk.safe import locking
from caregiver_desk.sync import opener


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder at hand is a stick with a program on it that is called like ours."""
    for folder in ("caregiver_desk", "caregiver_desk/sync"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "__init__.py").touch()
    ran = f"open({str(tmp_path / 'ran')!r}, 'w').close()"
    (tmp_path / "caregiver_desk/sync/worker.py").write_text(ran)
    (tmp_path / "json.py").write_text(ran)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_worker_is_our_own_wherever_one_works(stick: Path, tmp_path: Path):
    (tmp_path / "x.caredesk").write_bytes(b"no bundle")
    worker = opener.Opener()

    with pytest.raises(opener.NotABundle), worker.open(tmp_path / "x.caredesk", "no key"):
        pass

    worker.close()
    assert not (stick / "ran").exists()


@pytest.mark.parametrize("command", [opener.COMMAND, locking.COMMAND])
def test_whatever_is_started_anew_looks_only_where_it_is_installed(command: tuple[str, ...]):
    assert "-P" in command


def test_the_process_that_opens_foreign_files_has_no_database_and_no_screen_in_it():
    heavy = "{'sqlalchemy', 'sqlmodel', 'sqlcipher3', 'PySide6'}"
    told = f"import sys, caregiver_desk.sync.worker; sys.exit(' '.join({heavy} & set(sys.modules)) or 0)"

    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
