"""The program is killed in the middle of a Reset: nothing of the rehearsal can be read, and the next one begins."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from caregiver_desk import settings
from caregiver_desk.acts import opening
from caregiver_desk.errors import Problem
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer.rehearsal import Rehearsal
from caregiver_desk.trainer.story import LAPTOPS

SECRET = "Nomathemba-who-is-real"
DIES = """
import os, signal, sys
from pathlib import Path
from caregiver_desk.acts.act import ACTS
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer.rehearsal import Rehearsal

place, share, secret = Path(sys.argv[1]), float(sys.argv[2]), sys.argv[3]
steps, last = 0, None

def hear(event, facts):
    global steps
    if event in {"open", "shutil.copytree", "shutil.copyfile", "shutil.rmtree", "os.remove", "os.mkdir", "os.rmdir"}:
        steps += 1
        if last is not None and steps > last:
            os.kill(os.getpid(), signal.SIGKILL)

rehearsal = Rehearsal(place, Opener(), weeks=1)
rehearsal.tell(1)
ACTS["add_caregiver"](rehearsal.laptop("north"), given_names=secret)
sys.addaudithook(hear)
rehearsal.reset()
whole, steps = steps, 0
ACTS["add_caregiver"](rehearsal.laptop("north"), given_names=secret)
steps, last = 0, int(whole * share)
rehearsal.reset()
print("it was never killed")
"""


def files_under(folder: Path) -> list[Path]:
    return [each for each in folder.rglob("*") if each.is_file()]


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("share", [0.3, 0.8])
def test_whatever_step_it_died_in_nobody_can_read_what_is_left_and_the_next_rehearsal_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: float
):
    monkeypatch.setenv(settings.HOME, str(tmp_path / "home"))
    (place := tmp_path / "place").mkdir()
    words = [sys.executable, "-c", DIES, str(place), str(share), SECRET]
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=os.environ)
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGKILL, "", "")

    left = files_under(tmp_path)
    told = [each.read_bytes() for each in left]
    assert any(path.name == "book.db" for path in left), left
    for words_of_it in (SECRET, "Nomvula", "Thandeka", "Lesedi", "SQLite format 3"):
        assert [path for path, data in zip(left, told, strict=True) if words_of_it.encode() in data] == []
    for folder in {each.parent for each in left if each.parent.name in LAPTOPS}:
        with pytest.raises(Problem):
            opening.open_book(folder, "")

    with closing(Opener()) as opener, closing(Rehearsal(tmp_path / "next", opener, weeks=1)) as next_one:
        next_one.place.mkdir()
        next_one.tell(1)
        next_one.reset()
        assert all(next_one.laptop(name).fictional for name in LAPTOPS)
