"""F1: why the field in hand is asked, who reads what is written there, and what it takes.

Decision. Everything said here stands in the declaration of the field, so no help text can go stale. Who reads a field
is said of its audience; which audiences travel to whom is said by the profiles and shown before a bundle is made.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QApplication, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.layout import Hairline, column, holding
from caregiver_desk.desk.parts.rows import Row
from caregiver_desk.desk.parts.words import body, heading
from caregiver_desk.desk.sheets.reading import Reading
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Field
from caregiver_desk.records.wanted import is_long, wanted
from caregiver_desk.wording import later, say

READ_BY: Mapping[Audience, str] = {
    Audience.OPEN: later("You, and whoever you share bundles with: it names nobody."),
    Audience.TEAM: later("You, your coordinator, and whoever takes over the team."),
    Audience.CONTACT: later("You, and whoever you share names and places with."),
    Audience.WORDS: later("You, and whoever you choose to share ordinary notes with."),
    Audience.PROTECTION: later("You, and the protection lead you seal the concern to."),
    Audience.PAIR: later("The two of you only. It never goes into a bundle for anybody else."),
    Audience.SELF: later("Only you. It goes into no bundle but one for your own other laptop."),
    Audience.PROCESS: later("Those who take part in this process."),
    Audience.CONTROL: later("Every laptop in the programme: it holds codes and no words."),
}

A_NUMBER = later("You. Whoever you share bundles with sees a number, and the name only if you share names.")


def field_in_hand() -> Row | None:
    """The row of a form that has the keys."""
    held = QApplication.focusWidget()
    while held is not None and not isinstance(held, Row):
        held = held.parentWidget()
    return held


def explain_field(parent: QWidget, hands: Hands) -> bool:
    """Explain the field that has the keys; false where none has."""
    asked = field_in_hand()
    if asked:
        hands.dialogs.show(Reading(parent, asked.words, "", _explained(asked.field)))
    return asked is not None


def _read_by(field: Field) -> str:
    """Of its audience; what refers to somebody travels as a number."""
    names = field.audience is Audience.OPEN and field.shown.refers == "person"
    return A_NUMBER if names else READ_BY[field.audience]


def _takes(field: Field) -> str:
    if field.shown.refers:
        return say("a name that is in this book")
    return say("words of its list") if is_long(field) else wanted(field)


def _explained(field: Field) -> QWidget:
    needed = say("This is needed.") if field.required else say("You may leave it empty.")
    parts = {
        say("Why we ask"): say(field.shown.why),
        say("Who reads it"): say(_read_by(field)),
        say("What to write"): say("{needed} It takes {wanted}.", needed=needed, wanted=_takes(field)),
    }
    laid = column(gap=theme.GAP)
    for number, (words, told) in enumerate(parts.items()):
        if number:
            laid.addWidget(Hairline())
        laid.addLayout(column(heading(words), body(told, wrap=True), gap=theme.TIGHT))
    laid.addStretch(1)
    return holding(laid)
