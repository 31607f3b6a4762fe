"""Where the organisation's own questionnaires are found among the settings."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.layout import Card, row
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.wording import say


def questionnaires_card(opens: Callable[[], object]) -> Card:
    told = say("Your organisation’s own, brought as files. Only you have them; what is answered stays between two.")
    look = pressed(Small(say("Questionnaires"), icon="wellbeing"), opens)
    return Card(heading(say("Questionnaires")), meta(told, wrap=True), row(look, 1), gap=theme.GAP)
