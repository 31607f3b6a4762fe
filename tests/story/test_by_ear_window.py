"""A day at the desk of somebody who listens: over AT-SPI, as a reader of the screen has it, on a screen of Xvfb.

The first use of a built program, from the first opening on, is heard in the same way (`packaging/first_use.py`).
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from acquainted import clear, introduce

from caregiver_desk import settings
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions, slots
from caregiver_desk.store.book import Book

FIRST_USE = Path(__file__).parents[2] / "packaging" / "first_use.py"
PASSPHRASE = "river candle basket mountain seven"
PYTHON = "/usr/bin/python3"  # the system's: it has the bindings of AT-SPI
SINCE = "2026-01-05"


ANSWERS = {"organisation": "Lesedi Care", "officer": "Ms Mudau", "purposes": "to support families"}


def real(folder: Path, name: str, role: Role, **told: str) -> closing[Book]:
    made, _ = opening.new_book(folder, PASSPHRASE, name=name, role=role, site="Lesedi", cost=slots.FLOOR, **told)
    return closing(made)


@pytest.fixture
def hers(tmp_path: Path) -> Path:
    """Her book on this laptop's shelf: one caregiver who visits two homes, and a coordinator to share with."""
    folder = settings.books_folder() / "hers"
    with (
        real(tmp_path / "his", "Fhatuwani Mudau", Role.COORDINATOR, team="", **ANSWERS) as coordinator,
        real(folder, "Nomvula Shezi", Role.SUPERVISOR, team="North", sign="maize") as book,
    ):
        her = ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba", since=SINCE).record
        clear(book, her)
        for number in (1, 2):
            home = ACTS["record_household"](book, code=f"HH-00{number}", team=people.own_team(book)).record
            ACTS["assign_household"](book, household=home, caregiver=her, since=SINCE)
        introduce(book, coordinator, "Fhatuwani Mudau")
    return folder


@pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is how Linux is heard")
def test_who_listens_unlocks_types_a_week_hears_somebody_notes_a_concern_and_makes_a_bundle(
    hers: Path, tmp_path: Path
) -> None:
    program = [sys.executable, "-m", "caregiver_desk"]

    used = subprocess.run(
        [PYTHON, FIRST_USE, "--again", tmp_path, *program],
        env={**os.environ, "PYTHONPATH": str(FIRST_USE.parents[1])},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert used.returncode == 0, used.stdout + used.stderr
    assert len(list(tmp_path.glob("*.caredesk"))) == 1
    with closing(opening.open_book(hers, PASSPHRASE)) as book:
        kept = [questions.count(book, kind) for kind in ("visit", "check_in", "promise", "concern")]
    assert kept == [8, 1, 1, 1]
