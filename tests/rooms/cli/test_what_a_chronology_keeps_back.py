"""What may not stand in a chronology is shown by no command either."""

from __future__ import annotations

from pathlib import Path

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts import opening
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.inside import process_of
from caregiver_desk.cli.commands import run
from caregiver_desk.store import ledger, slots
from caregiver_desk.store.ledger import Change

CANARY = "cannot sleep since the funeral"
PASSPHRASE = "river candle basket mountain seven"


def test_p18_an_entry_that_is_kept_back_is_printed_by_no_command(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text(PASSPHRASE + "\n")
    given = ["--book", "nomvula", "--passphrase-file", "passphrase"]
    assert run([*given, "new", "--name", "Nomvula Shezi", "--team", "North", "--sheet", "sheet.txt"], {}) == 0
    acts.load()
    book = opening.open_book(home / "nomvula", PASSPHRASE)
    caregiver = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record
    told = {"adviser": "Naledi Khoza", "not_met": "x", "found_work": "ten homes in two wards"}
    process = ACTS["open_capability"](book, caregiver=caregiver, **told).record
    scope, today = process_of(book, process).scope, clock.today().isoformat()
    entry = {
        "process": process, "caregiver": caregiver, "day": today, "fact": CANARY, "source_kind": "stressor",
        "source": "x", "copy_of": CANARY, "added": today,
    }  # fmt: skip
    record = clock.new_record(scope)
    ledger.append(book, "by hand", [Change("chronology_entry", record, scope, entry)])
    book.close()
    capsys.readouterr()

    for command in (["show", "chronology_entry"], ["show", "chronology_entry", record], ["history", record]):
        run([*given, *command], {})
        told = capsys.readouterr()
        assert CANARY not in told.out + told.err
