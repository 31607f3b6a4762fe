"""Who answers for the records, from the command line: named by a coordinator, taken over when two have paired."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk.cli.commands import run
from caregiver_desk.store import slots

Desk = Callable[..., list[dict[str, object]]]


@pytest.fixture
def desk(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    """`desk("nomvula", "show", "site")` tells what was printed as JSON."""
    monkeypatch.chdir(home)
    monkeypatch.setattr(slots, "fitting_cost", lambda: slots.FLOOR)
    (home / "passphrase").write_text("river candle basket mountain seven\n")

    def carry_out(book: str, *given: str) -> list[dict[str, object]]:
        capsys.readouterr()
        assert run(["--book", book, "--passphrase-file", "passphrase", "--json", *given], {}) == 0
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    answers = ("--organisation", "Lesedi Care", "--officer", "Ms Mudau", "--purposes", "to support families")
    carry_out("office", "new", "--name", "Fhatuwani", "--role", "coordinator", *answers)
    carry_out("nomvula", "new", "--name", "Nomvula Shezi")
    return carry_out


def test_a_supervisor_who_pairs_with_her_coordinator_need_not_type_who_answers(desk: Desk):
    (card,) = desk("office", "card", "--out", "office.card")
    assert "organisation" not in desk("nomvula", "show", "site")[0]

    (paired,) = desk("nomvula", "pair", "office.card", "--words", str(card["words"]))

    (site,) = desk("nomvula", "show", "site")
    told = (site["organisation"], site["officer"], site["purposes"])
    assert told == ("Lesedi Care", "Ms Mudau", "to support families")
    assert (paired["role"], paired["compared"]) == ("coordinator", "aloud")
