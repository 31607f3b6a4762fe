"""About this program, among the settings: which version it is, what it is made of, and how another one comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from caregiver_desk import __version__
from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Card, holding
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.wording import say


def about_card(begin: Callable[[str], object]) -> Card:
    """`begin` shows what the desk has under a name."""
    version = body(say("Version {version}", version=__version__), weight=theme.MEDIUM)
    free = meta(say("Free to use, to change and to pass on. It tells nobody that you use it."), wrap=True)
    made_of = pressed(Small(say("What it is made of"), icon="eye"), partial(begin, "made_of"))
    new = pressed(Small(say("A new version …"), icon="bundle"), partial(begin, "new_version"))
    return Card(heading(say("About this program")), version, free, holding(flow(made_of, new)), gap=theme.GAP)
