"""F1: why the field in hand is asked, who reads what is written there, how long it is kept, and what it takes.

Decision. Everything said here stands in the declaration of the field and in the rules of keeping, so no help text can
go stale. Who reads a field is said of its audience; which audiences travel to whom is said by the profiles and shown
before a bundle is made. How long is what holds in this book: the organisation's own time, or the suggested one.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.times import Time, times_of
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.declared import Held, in_hand
from caregiver_desk.desk.sheets.reading import Reading, in_parts
from caregiver_desk.practice.needed import NeedSort, need_of_field
from caregiver_desk.practice.readers import read_by
from caregiver_desk.records.record import Field
from caregiver_desk.records.wanted import is_long, wanted
from caregiver_desk.reports.kept import as_long_as
from caregiver_desk.wording import capital, later, say

_NEEDED_BY = {
    NeedSort.RULE: later("The rule that needs it"),
    NeedSort.REPORT: later("The report that needs it"),
    NeedSort.DUTY: later("The duty that needs it"),
}


def explain_field(parent: QWidget, hands: Hands) -> bool:
    """Explain the field that has the keys; false where none has."""
    asked = in_hand()
    if asked is None:
        return False

    def show(times: list[Time]) -> None:
        parts = in_parts(_explained(asked, times))
        hands.dialogs.show(Reading(parent, asked.words or say(asked.field.label), "", parts))

    hands.lane.ask(times_of, then=show, owner=parent)
    return True


def _takes(field: Field) -> str:
    if field.shown.refers:
        return say("a name that is in this book")
    return say("words of its list") if is_long(field) else wanted(field)


def _explained(asked: Held, times: list[Time]) -> dict[str, str]:
    field = asked.field
    need = need_of_field(field) if field.required else None
    needed = say("This is needed.") if field.required else say("You may leave it empty.")
    parts = {
        say("Why we ask"): say(field.shown.why),
        say("Who reads it"): read_by(field),
        say("How long it is kept"): as_long_as(asked.kind.name, times),
        say("What to write"): say("{needed} It takes {wanted}.", needed=needed, wanted=_takes(field)),
    }
    if need:
        parts[say(_NEEDED_BY[need.sort])] = say("{need}.", need=capital(need.words))
    return parts
