"""Whose process was opened at the desk reads so in who has looked."""

from __future__ import annotations

from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caregiver_desk.acts.act import ACTS
from caregiver_desk.reports.looked import who_looked
from caregiver_desk.store import access
from caregiver_desk.store.access import What


def test_p11_that_their_process_was_opened_stands_in_who_has_looked_at_their_record(
    desk: Desk, programme: Programme
) -> None:
    told = {"adviser": "Naledi Khoza", "not_met": "comes unprepared", "found_work": "ten homes"}
    opens = lambda book: ACTS["open_capability"](book, caregiver=programme.caregiver, **told)  # noqa: E731
    desk.window.hands.lane.do(opens, owner=desk.window)
    desk.rest()
    before = [each.what for each in access.entries(programme.book, programme.caregiver)]
    desk.window.go("growth", {"shelf": "processes"})
    desk.rest().press("Processes I take part in")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)
    desk.rest()

    assert [each.what for each in access.entries(programme.book)][-1:] == [What.OPENED]
    after = [each.what for each in access.entries(programme.book, programme.caregiver)]
    assert after[len(before) :] == [What.OPENED]
    assert str(What.OPENED) in {each.what for each in who_looked(programme.book, programme.caregiver)}
