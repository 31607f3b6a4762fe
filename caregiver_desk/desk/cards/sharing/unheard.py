"""A card of what somebody wrote where she may not write: a coordinator decides, and nothing presses him to."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk.answers.sharing.sharing import SetAside, Shared
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Quiet, pressed
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Card, holding
from caregiver_desk.desk.parts.words import card_title, meta
from caregiver_desk.wording import count, say


def unheard_cards(told: Shared, page: QWidget, hands: Hands) -> Iterator[QWidget]:
    """What others wrote where they may not; and, to whom gave a team up, that she did."""
    yield from (_unheard(each, page, hands) for each in told.unheard)
    yield from map(_given_up, told.given_up)


def _given_up(team: str) -> QWidget:
    title = card_title(say("{team} has another supervisor now", team=team))
    words = say("What you wrote until then counts. What you still write there is shown to nobody until they decide.")
    return Card(title, meta(words, wrap=True))


def _unheard(told: SetAside, page: QWidget, hands: Hands) -> QWidget:
    """Who wrote what where, and the two ways on; to leave it as it is needs nothing."""
    one = "{name} wrote of {number} record in {place}, where another writes now."
    many = "{name} wrote of {number} records in {place}, where another writes now."
    title = card_title(count(one, many, told.records, name=told.name, place=told.place))
    title.setWordWrap(True)
    words = say("It is kept and not shown: written before they knew that a team changed hands, or by mistake.")

    def does(act: str) -> Callable[[], object]:
        where = {"laptop": told.laptop, "scope": told.scope}
        return lambda: hands.lane.do(lambda book: named(act)(book, **where), owner=page)

    ways = (
        pressed(Quiet(say("Let this count")), does("let_count")),
        pressed(Quiet(say("Let them write there")), does("enrol")),
    )
    return Card(title, meta(words, wrap=True), holding(flow(*ways)), edge="amber")
