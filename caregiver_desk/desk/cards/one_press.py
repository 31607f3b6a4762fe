"""What stands on Today and is done by one press, where it changes nothing that would have to be asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk.answers.duties import ToAsk
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.records.growth.roads import SITE_ROAD
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

PRESSES = {  # by kind: what the button says, what it says in full, the act, and by which name it takes the record
    "support_plan": (later("Looked at"), later("Looked at the plan of {name}"), "look_at_plan", "plan"),
    "stepping_in": (later("Make it final"), later("Make the end final: {name}"), "end_stepping_in", "id"),
    SITE_ROAD.name: (later("Open them there"), later("Open our roads there: {name}"), "open_roads_at", "site"),
}
OF_ITSELF = {SITE_ROAD.name}  # the press says all of it, and nothing is opened first


def presses(after: ToAsk, does: Callable[[Callable[[Book], Any]], object]) -> list[QWidget]:
    """The button of one thing to ask after, if one press does it."""
    if after.kind not in PRESSES:
        return []
    label, whole, name, taken = PRESSES[after.kind]
    act = named(name)
    done = pressed(Small(say(label)), lambda: does(lambda book: act(book, **{taken: after.id})))
    done.setAccessibleName(say(whole, name=after.whose))
    return [done]
