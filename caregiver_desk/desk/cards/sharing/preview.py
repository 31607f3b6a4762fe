"""What a bundle would do, before it does anything: who made it, what is in it, from when to when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import moment, short_day
from caregiver_desk.desk.answers.sharing.sharing import Shared, what_next
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Card, holding, row
from caregiver_desk.desk.parts.marks import figure
from caregiver_desk.desk.parts.words import PlainLabel, body, card_title, meta
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store.posting import Came
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.sync.receipts import is_receipt
from caregiver_desk.wording import later, say

COUNTS = (
    ("new", later("new")), ("changed", later("changed")), ("same", later("the same")),
    ("needs_you", later("needs you")), ("aside", later("set aside")),
)  # fmt: skip
WHEN = "day"  # the field of whatever happened on one day


def preview_card(looked: Looked, leave: Callable[[], object], apply: Callable[[], object]) -> QWidget:
    told = _receipt(looked) if is_receipt(looked) else _bundle(looked)
    if looked.old:
        told.append(PlainLabel(say("This is an old file. A newer one may be on its way."), tint="amber", wrap=True))
    foot = row(1, pressed(Quiet(say("Not now")), leave), pressed(Primary(say("Apply"), icon="check"), apply))
    return Card(*told, foot, gap=theme.GAP, edge="leaf")


def nothing_card(told: Shared) -> QWidget:
    """In its place, where there is nothing to look at: what is next."""
    return Card(Empty("bundle", *what_next(told)), gap=theme.ROOM)


def _receipt(looked: Looked) -> list[QWidget]:
    when = moment(looked.manifest.made)
    words = say("It says what had arrived there by {when}. It carries nothing else and changes no record.", when=when)
    return [_title(say("Receipt from {name}", name=looked.sender.name)), meta(words, wrap=True)]


def _bundle(looked: Looked) -> list[QWidget]:
    summary = looked.received.summary()
    figures = holding(flow(*[figure(summary.get(name, 0), say(words)) for name, words in COUNTS], gap=theme.WIDE))
    who = say("From {name}, {laptop}", name=looked.sender.name, laptop=_known_laptop(looked))
    made = say("Made {when}. Nothing is changed before you say so.", when=moment(looked.manifest.made))
    inside = say(" · ").join(map(told_kind, sorted(looked.received.posted.by_kind(), key=lambda each: -each.number)))
    return [_title(who), meta(made, wrap=True), figures, *([body(inside, wrap=True)] if inside else [])]


def _title(words: str) -> QWidget:
    named = card_title(words)
    named.setWordWrap(True)
    return named


def told_kind(came: Came) -> str:
    """How many of a kind, and of which days: 38 visits, 2 Nov – 27 Nov."""
    kind = KINDS[came.kind]
    number = say("{number} {what}", number=came.number, what=say(kind.label if came.number == 1 else kind.plural))
    if kind.when != WHEN or not came.first:
        return number
    days = dict.fromkeys(short_day(date.fromisoformat(each)) for each in (came.first, came.last))
    return say("{number}, {days}", number=number, days=say(" – ").join(days))


def _known_laptop(looked: Looked) -> str:
    same = looked.manifest.laptop == looked.sender.laptop
    return say("the laptop you paired with") if same else say("another laptop with the same key")
