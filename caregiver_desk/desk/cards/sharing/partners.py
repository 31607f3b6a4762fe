"""Cards of the sharing page: one a partner, one for what came in, and the ways to what is looked at now and then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import moment
from caregiver_desk.desk.answers.sharing.sharing import CameIn, Exchanged, Shared
from caregiver_desk.desk.answers.telling import counted
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, Small, SmallPrimary, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, Hairline, column, holding, row
from caregiver_desk.desk.parts.marks import Icon, Tag, figure_row
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.store.arrivals import Opened
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync.exchange import log_broken
from caregiver_desk.wording import count, later, say

FIRST_STEPS = (
    later("Nobody to share with yet."),
    later("1  Save your card, and give it to your coordinator."),
    later("2  Open the card that comes back."),
    later("3  Phone, and type the eight words you hear. The other side does the same."),
)
KNOWN_BY = {
    "list": (later("on your organisation’s list"), "leaf"),
    "certificate": (later("a coordinator vouches for them"), "leaf"),
    "not": (later("words not compared"), "amber"),
}


def partner_card(
    told: Exchanged,
    make: Callable[[], object],
    meet: Callable[[], object],
    lost: Callable[[], object],
    *,
    first: bool,
) -> QWidget:
    """How things stand with one partner. To make a bundle is the `first` thing to do for at most one of them."""
    partner = told.partner
    gone = Plain(say("Lost or stolen?"))
    gone.setAccessibleName(say("The laptop of {name} is lost or stolen", name=partner.name))
    pressed(gone, lost)
    if partner.parted:
        return _parted_card(partner, gone)
    title = row(Icon("sharing", size=18), heading(say("{name} · {role}", name=partner.name, role=say(partner.role))), 1)
    changes = count("{number} change", "{number} changes", told.waiting)
    waiting = Tag(changes, "amber") if told.waiting else Tag(say("✓ nothing"), "leaf")
    name = say("Make a bundle for {name}", name=partner.name)
    button = (Primary if first else Quiet)(say("Make a bundle"), icon="bundle")
    button.setAccessibleName(name)
    here = Quiet(say("Exchange in this room"), icon="sharing")
    here.setAccessibleName(say("Exchange with {name} in this room", name=partner.name))
    other_side = say("Until {name} has opened your card, your bundles are refused there.", name=partner.name)
    one_sided = [] if told.came is not None else [meta(other_side, wrap=True)]
    unheard = (
        [Tag(say(words), tone) for words, tone in [KNOWN_BY[partner.compared]]] if partner.compared in KNOWN_BY else []
    )
    return Card(
        title,
        *unheard,
        *one_sided,
        figure_row(say("Sent up to"), _when(told.sent)),
        Hairline(),
        figure_row(say("Came in up to"), _when(told.came)),
        Hairline(),
        *_missing(told.missing),
        *_log(told),
        figure_row(say("Still to deliver"), waiting),
        pressed(button, make),
        pressed(here, meet),
        gone,
    )


def meeting_card(
    told: Shared,
    mine: Callable[[], object],
    hers: Callable[[], object],
    ours: Callable[[], object],
    *,
    first: bool,
) -> QWidget:
    """How partners are made: cards are exchanged, words compared aloud; and who coordinates in the organisation."""
    alone = not told.exchanged
    steps = [meta(say(each), wrap=True) for each in FIRST_STEPS] if alone else []
    card = pressed((SmallPrimary if first else Small)(say("My card")), mine)
    opened = pressed(Small(say("Open a card")), hers)
    ways = [card, opened, *([pressed(Small(say("Our organisation")), ours)] if told.organised else [])]
    return Card(heading(say("Partners")), *steps, holding(flow(*ways)), gap=theme.GAP)


def _missing(number: int) -> list[QWidget]:
    """What has not come although later things have; the next bundle of hers brings it."""
    if not number:
        return []
    tag = Tag(count("{number} change", "{number} changes", number), "amber")
    words = meta(say("Another bundle of theirs is missing. The next one brings it too."), wrap=True)
    return [figure_row(say("Missing"), tag), words, Hairline()]


def _log(told: Exchanged) -> list[QWidget]:
    """That entries of the partner's access log are gone or changed, since it was noticed."""
    if told.log_broken is None:
        return []
    tag = Tag(say("noticed {when}", when=_when(told.log_broken)), "amber")
    words = meta(log_broken(told.partner.name), wrap=True)
    return [figure_row(say("Access log"), tag), words, Hairline()]


def _parted_card(partner: Partner, gone: QWidget) -> QWidget:
    words = say("You do not share with {name} any more. Open the card again to begin anew.", name=partner.name)
    return Card(row(Icon("sharing", size=18), heading(partner.name), 1), meta(words, wrap=True), gone)


def receipt_card(name: str, put: Callable[[], object], leave: Callable[[], object]) -> QWidget:
    """After a bundle was opened: the sender learns what arrived only from us."""
    words = say("A receipt on the same stick or by mail tells {name} what arrived. It carries nothing else.", name=name)
    buttons = row(
        1, pressed(Quiet(say("Not now")), leave), pressed(Primary(say("Put a receipt beside it"), icon="check"), put)
    )
    return Card(heading(say("Tell {name} that it arrived?", name=name)), meta(words, wrap=True), buttons, gap=theme.GAP)


def _when(told: int | None) -> str:
    return say("never") if told is None else moment(told)


def came_in_card(arrived: Sequence[CameIn], turn: Callable[[Opened], object]) -> QWidget:
    """What was opened, and the way to set it aside and bring it back."""
    card = Card(heading(say("Came in")))
    for number, each in enumerate(arrived):
        if number:
            card.add(Hairline())
        card.add(_came_in_row(each, turn))
    if not arrived:
        card.add(meta(say("Nothing yet. What you open stands here, and can be set aside again."), wrap=True))
    return card


def _came_in_row(each: CameIn, turn: Callable[[Opened], object]) -> QWidget:
    opened = each.opened
    words = column(
        body(each.sender),
        meta(say("{when} · {told}", when=moment(opened.opened), told=counted(opened.summary)), wrap=True),
        gap=1,
    )
    button = Small(say("Bring back") if opened.aside else say("Set aside"))
    button.setAccessibleName(say("{act}: bundle of {when}", act=button.text(), when=moment(opened.opened)))
    changed = opened.aside or any(opened.summary.get(name) for name in ("new", "changed"))
    return beside(words, *([pressed(button, lambda: turn(opened))] if changed else []))


class Way(NamedTuple):
    """Something to look into: what it is, what one finds there, the word that opens it, and how."""

    named: str
    told: str
    word: str
    look: Callable[[], object]


def looking_card(*ways: Way) -> QWidget:
    """What is looked into now and then: one line each; what one finds there is told to the ear."""
    card = Card(heading(say("Look into")), gap=theme.SMALL)
    for number, way in enumerate(ways):
        if number:
            card.add(Hairline())
        button = Small(way.word)
        button.setAccessibleName(say("{act}: {what}", act=way.word, what=way.named))
        button.setAccessibleDescription(way.told)
        card.add(beside(body(way.named), pressed(button, way.look)))
    return card
