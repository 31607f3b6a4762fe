"""The scripts in the README, run as they stand there, one after the other."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import warm

ROOT = Path(__file__).parents[2]


def test_a_spreadsheet_becomes_two_books_that_agree_through_a_conflict_a_lost_stick_and_a_stolen_laptop(
    tmp_path: Path,
) -> None:
    main_job, journey = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    (passphrase,) = re.findall(r'echo "(.*)" > passphrase', main_job)
    place = tmp_path / "folder"
    place.mkdir()
    environment = {
        "SAMPLES": str(ROOT / "tests" / "samples"),
        "CAREGIVER_DESK_HOME": str(tmp_path / "home"),
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": str(ROOT),
    }

    with warm.program(environment, passphrase) as program:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", main_job + journey],
            cwd=place,
            env=environment | {"DESK": program},
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "visit.minutes" in done.stdout
    assert done.stdout.count("household.level") == 2
    assert "weekly" in done.stdout
    assert "The lost one is locked out." in done.stdout
    assert "This laptop was locked out. Nothing was changed." in done.stdout + done.stderr
    assert done.stdout.count("All is well.") == 4
    assert "Traceback" not in done.stderr
    assert not list((place / "stick").iterdir())
