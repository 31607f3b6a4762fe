"""Refused in fair process and voice."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class BoxNotHere(Refused):
    code = "box-not-here"
    sentence = later("This box is not here: it was opened or burned, or stands in another book. Nothing was changed.")


class NotThisSurvey(Refused):
    code = "not-this-survey"
    sentence = later("This sheet answers what is not asked. It was not put into the box.")


class BoxStaysShut(Refused):
    code = "box-stays-shut"
    sentence = later(
        "This is not the word of the box. It stays shut, and nothing is lost. If nobody knows it, burn the box and "
        "ask again."
    )


class BoxIsFull(Refused):
    code = "box-is-full"
    sentence = later(
        "{most} sheets lie in this box, and no more go in. Nothing was put in. Open it before all, or burn it."
    )


class TooFewSheets(Refused):
    code = "too-few-sheets"
    sentence = later(
        "Fewer than five have answered, so one could guess who said what. The box stays shut. Let it stand, or burn it."
    )
