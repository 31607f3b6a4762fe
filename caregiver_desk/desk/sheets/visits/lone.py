"""A plan for a round alone, on the sheet that follows from its declaration: today's, or a new one like the last."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.answers.visits.safety import usual_plan
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.sheets.sheet import act_sheet, change_sheet
from caregiver_desk.store.access import What
from caregiver_desk.store.questions import Leaf


def show_lone_plan(parent: QWidget, hands: Hands, caregiver: str) -> None:
    def show(found: tuple[Leaf | None, dict[str, Any]]) -> None:
        here, usual = found
        new = here is None
        hands.dialogs.show(
            act_sheet(parent, hands, "plan_lone_visits", usual) if here is None else change_sheet(parent, hands, here)
        )
        hands.looked(What.OPENED, set() if new else {caregiver})

    hands.lane.ask(lambda book: usual_plan(book, caregiver), then=show, owner=parent)


def note_incident(parent: QWidget, hands: Hands, given: dict[str, Any]) -> None:
    """What happened, with what is known of it already."""
    hands.dialogs.show(act_sheet(parent, hands, "note_incident", given))
