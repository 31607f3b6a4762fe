"""Which editor a declared field asks for."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.parts.days import Looks
from caregiver_desk.desk.parts.fields import Choice, Day, Number, Several, Words
from caregiver_desk.desk.parts.finding import Pick, PickSeveral
from caregiver_desk.desk.parts.long_words import LongWords
from caregiver_desk.practice import spoken
from caregiver_desk.records.record import Field
from caregiver_desk.wording import say

MANY = 12  # more codes than this are found by typing
SCALE = 6  # a number with no more steps than this is pressed, not typed


def editor_for(field: Field, *, looks: Looks = Looks.BACK) -> QWidget:
    """The editor that a field's declaration asks for."""
    if field.shown.refers:
        return Pick(hint=say("code or landmark") if field.shown.refers == "household" else say("type a name"))
    if field.choices:
        return _codes_editor(field)
    if field.base is bool:
        return Choice([(True, say("Yes")), (False, say("No"))], required=False)
    if field.base is date:
        return Day(looks)
    if field.base is int:
        return _number_editor(field)
    return LongWords(field.most) if field.shown.long else Words(field.most)


def _codes_editor(field: Field) -> QWidget:
    options = {str(code): spoken.words(code) for code in field.choices or ()}
    if len(options) <= MANY:
        return Several(list(options.items())) if field.many else Choice(list(options.items()), required=field.required)
    if field.many:
        return PickSeveral(options, most=field.most, hint=say("type a word: travel, grief, stipend …"))
    return Pick(options, hint=say("type a word"))


def _number_editor(field: Field) -> QWidget:
    least, most = field.least, field.most
    if least is not None and most is not None and most - least < SCALE:
        return Choice([(step, str(step)) for step in range(least, most + 1)], required=field.required)
    return Number(least, most)
