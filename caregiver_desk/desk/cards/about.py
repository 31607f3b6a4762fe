"""About this program, among the settings: which version it is, what it is made of, and how another one comes."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_desk import __version__
from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Card, holding
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.wording import say


def about_card(show_made_of: Callable[[], object], show_new_version: Callable[[], object]) -> Card:
    version = body(say("Version {version}", version=__version__), weight=theme.MEDIUM)
    free = meta(say("Free to use, to change and to pass on. It tells nobody that you use it."), wrap=True)
    made_of = pressed(Small(say("What it is made of"), icon="eye"), show_made_of)
    new = pressed(Small(say("A new version …"), icon="bundle"), show_new_version)
    return Card(heading(say("About this program")), version, free, holding(flow(made_of, new)), gap=theme.GAP)
