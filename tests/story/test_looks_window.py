"""Pages with something on them look as they did when somebody last looked at them: Today, a check-in, a week."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from driver import Desk, Programme
from pictured import KEPT, differing, on_the_day
from PySide6.QtGui import QImage

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.store.book import Book

FEW = 0.0005  # of all pixels: the caret comes and goes


@pytest.fixture(autouse=True)
def on_a_day_of_march(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with on_the_day(monkeypatch):
        yield


@pytest.fixture
def desk(on_a_day_of_march: None, cleared: Programme, open_window: Callable[[Book], Desk]) -> Desk:  # noqa: ARG001
    """A small book with something due of every sort."""
    book, her, day = cleared.book, {"caregiver": cleared.caregiver}, clock.today()
    promises = [
        {"owner": "supervisor", "what": "ask about the stipend", "due": day},
        {"owner": "caregiver", "what": "pair up in ward 9", "due": day + timedelta(3)},
    ]
    ACTS["assign_household"](book, **her, household=cleared.household, since=date(2026, 1, 5))
    ACTS["hold_check_in"](book, **her, day=date(2026, 2, 16), promises=promises, words={"minutes": 45})
    ACTS["record_burden"](book, **her, codes=["W3"], severity=2, since=date(2026, 2, 16))
    ACTS["offer_support"](book, **her, code="F3", due=day)
    ACTS["record_visit"](book, **her, household=cleared.household, day=day, outcome="nobody home")
    return open_window(book)


@pytest.mark.parametrize("subject", ["today", "supervision", "week"])
def test_a_page_looks_as_it_did(desk: Desk, programme: Programme, tmp_path: Path, subject: str) -> None:
    desk.window.resize(1366, 768)
    if subject == "supervision":
        desk.window.go(subject, {"caregiver": programme.caregiver})
    else:
        desk.open(subject)
    taken = desk.rest().rest().window.grab().toImage()

    new = tmp_path / f"page-{subject}.png"
    taken.save(str(new))

    assert differing(taken, QImage(str(KEPT / new.name))) < FEW, f"look at {new}"
