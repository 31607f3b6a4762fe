"""An agreement about supervision at the desk: refused until each limit is said, kept, and on Today for its review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from driver import Desk, Programme

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.records.supervision.agreement import Limit
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.supervision.agreement import agreement_on_paper
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

LIMITS = ", ".join(str(each) for each in Limit)


def begin(desk: Desk) -> Desk:
    return desk.open("people").choose_person("Sibongile Ndaba").press("Agreement")


def test_it_is_agreed_once_every_limit_was_acknowledged(desk: Desk) -> None:
    begin(desk).fill(they_want="An hour in peace.", state="agreed", agreed_on="today", how_agreed="at this laptop")
    desk.press("Save")
    assert "Some limits of what can stay between you were not acknowledged yet" in desk.message()
    assert questions.count(desk.book, "agreement") == 0

    desk.fill(limits=LIMITS).press("Save")

    (leaf,) = questions.listing(desk.book, "agreement")
    assert (leaf["state"], leaf["they_want"]) == ("agreed", "An hour in peace.")
    assert any("Supervision agreement · agreed" in each for each in desk.timeline())
    assert "An hour in peace." in desk.press("Show them their record").message()


def test_the_one_that_holds_opens_again(desk: Desk) -> None:
    begin(desk).fill(place="under the tree").press("Save")

    assert begin(desk).typed("place") == "under the tree"


def test_it_is_put_on_paper_with_all_four_limits_and_room_for_two_names(desk: Desk, tmp_path: Path) -> None:
    begin(desk).fill(place="under the tree", limits=str(Limit.SELF)).press("Save")
    (leaf,) = questions.listing(desk.book, "agreement")
    desk.answers.file = tmp_path / "paper.pdf"

    begin(desk).press("Print")

    assert desk.answers.file.read_bytes().startswith(b"%PDF")
    told = as_text(agreement_on_paper(desk.book, leaf.id))
    assert "Sibongile Ndaba and Nomvula Shezi" in told
    assert "Where, and how private: under the tree" in told
    assert (told.count("acknowledged"), told.count("not said yet")) == (1, len(Limit) - 1)


def test_its_review_stands_on_today_without_a_word_of_it(
    programme: Programme, open_window: Callable[[Book], Desk]
) -> None:
    today = clock.today()
    terms = {"state": "agreed", "agreed_on": today, "how_agreed": "at this laptop", "limits": list(Limit)}
    ACTS["write_agreement"](
        programme.book, caregiver=programme.caregiver, day=today, review_on=today, place="under the tree", **terms
    )
    ours = questions.listing(programme.book, "supervision", {"caregiver": programme.caregiver})

    told = open_window(programme.book).open("today").message()

    assert [each["purpose"] for each in ours] == ["line"]
    assert "Look at the agreement together" in told
    assert "under the tree" not in told
