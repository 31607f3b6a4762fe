"""The script in the README, run as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_readme_script_takes_a_spreadsheet_to_two_books_that_agree(tmp_path: Path) -> None:
    script = re.search(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert script
    environment = {
        "DESK": f"{sys.executable} -m caregiver_desk",
        "SAMPLES": str(ROOT / "tests" / "samples"),
        "CAREGIVER_DESK_HOME": str(tmp_path / "home"),
        "PATH": "/usr/bin:/bin",
    }

    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script[1]],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert "visit.minutes" in done.stdout
    assert done.stdout.count("All is well.") == 2
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "stick").iterdir())
