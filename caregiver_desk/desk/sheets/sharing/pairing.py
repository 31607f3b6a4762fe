"""Getting to know a partner: her card, and the eight words that she reads aloud."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.acts.sharing.organisation import is_listed
from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.box import Line
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.desk.parts.parting import order_as_read
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.frame import ask_over, grow
from caregiver_desk.desk.sheets.sharing.root import AskedOnce, believe
from caregiver_desk.errors import Problem
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import partners
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import PARTNERS
from caregiver_desk.sync import trust
from caregiver_desk.sync.dots import PATTERNS
from caregiver_desk.sync.organisation import LIST_SUFFIX, is_list, list_in
from caregiver_desk.wording import say

WIDE = 520


def pick_card(parent: QWidget, hands: Hands) -> None:
    """Ask for a card, as a file or as a picture."""
    words = "Cards and pictures (*{suffix} *{list} {pictures})"
    pattern = say(words, suffix=trust.CARD_SUFFIX, list=LIST_SUFFIX, pictures=PATTERNS)
    hands.dialogs.pick_file(parent, say("Whose card?"), pattern, partial(meet, parent, hands))


def meet(parent: QWidget, hands: Hands, path: Path) -> None:
    """A card or the list of an organisation, each believed in the same way: by eight words."""
    try:
        if is_list(path):
            hands.dialogs.show(AskedOnce(parent, hands, believe(list_in(path))))
            return
    except Problem as problem:
        hands.lane.troubled.emit(problem)
        return

    def read(book: Book) -> bytes:
        data = trust.card_given(path, hands.opener)
        trust.refuse_own(book, data)
        return data

    hands.lane.ask(read, then=lambda data: hands.dialogs.show(Pair(parent, hands, data)), owner=parent)


def known_before(book: Book, card: trust.Card) -> list[tuple[str, str]]:
    """To a coordinator: the same person's other laptops by which he knows her, told apart, also those locked out."""
    if book.role != Role.COORDINATOR:
        return []
    same = (each for each in partners.known(book) if each.person == card.person and each.key != card.key)
    return [(each.laptop, trust.told_apart(book, each)) for each in same if not each.parted]


class Pair(QDialog):
    """Somebody's card: who it says she is, the words that prove it, and what became of the laptop she had before."""

    def __init__(self, parent: QWidget, hands: Hands, data: bytes) -> None:
        super().__init__(parent)
        self._hands, self._data = hands, data
        card, _ = trust.read_card(data)
        self.setObjectName("pair")
        self.setWindowTitle(say("Pair"))
        self.line = Line(hint=say("eight words"))
        self.line.setObjectName("words")
        self.line.setAccessibleName(say("The eight words"))
        self._name = card.name
        self._earlier: Choice | None = None
        self._known = holding(column())
        self._known.hide()
        asked = say("Phone {name}. Ask for the eight words of the card, and type what you hear.", name=card.name)
        self._listed, self._asked = False, meta(asked, wrap=True)
        head = title(say("Pair with {name}", name=card.name))
        head.setWordWrap(True)
        upper = column(head, meta(say("{role}, by this card", role=say(card.role)), wrap=True), gap=theme.TIGHT)
        leave = pressed(Quiet(say("Not now")), self.reject)
        self._foot = Foot(pressed(Primary(say("Pair")), self.pair), others=[leave])
        ask_over(self, upper, [self._asked, self.line, self._known], self._foot, WIDE)
        self.line.returnPressed.connect(self.pair)
        on_ctrl_enter(self, self.pair)
        hands.lane.ask(lambda book: (known_before(book, card), is_listed(book, card.key)), then=self._know, owner=self)

    def _know(self, found: tuple[list[tuple[str, str]], bool]) -> None:
        before, self._listed = found
        if self._listed:
            self._asked.setText(say("Your organisation’s list names them. No words need comparing."))
            self.line.hide()
        if before:
            self._ask_after(before)
            order_as_read(self)
        grow(self)

    def _ask_after(self, before: list[tuple[str, str]]) -> None:
        """What became of the laptop she had before; of several, which one is lost."""
        one = len(before) == 1
        told = [] if one else [meta(f"{n}) {words}", wrap=True) for n, (_, words) in enumerate(before, 1)]
        self._earlier = Choice(_fates([laptop for laptop, _ in before]), required=True)
        self._earlier.setObjectName("earlier")
        for part in (body(_known_by(self._name, one=one), wrap=True), *told, self._earlier):
            self._known.layout().addWidget(part)  # type: ignore[union-attr]
        self._known.show()

    def pair(self) -> None:
        heard, earlier = " ".join(self.line.text().split()), self._earlier
        if not heard and not self._listed:
            self._say(say("Type the eight words first. Without them nobody knows whose card this is."))
            return
        if earlier and earlier.value() is None:
            self._say(say("Say first what became of the other laptop."))
            return
        data, lost = self._data, earlier.value() if earlier else ""

        def accept(book: Book) -> Outcome:
            paired = accept_card(book, data, heard=heard)
            told = say("{said} Your card has to be opened there as well.", said=paired.sentence)
            if lost:
                told = named("replace_laptop")(book, lost=lost, by=str(paired.facts["laptop"])).sentence
            return replace(paired, sentence=told, touched=paired.touched | {PARTNERS})

        self._hands.lane.do(accept, owner=self, then=lambda _: self.accept(), refused=self._say)

    def _say(self, told: Told) -> None:
        self._foot.complain(told)
        grow(self)


def _known_by(name: str, *, one: bool) -> str:
    if one:
        return say("You know {name} by another laptop.", name=name)
    return say("You know {name} by other laptops. Say which one is lost.", name=name)


def _fates(laptops: list[str]) -> list[tuple[str, str]]:
    """What can have become of the laptops she had before: the one that is lost, or none of them."""
    if len(laptops) == 1:
        return [(laptops[0], say("It is lost: lock it out")), ("", say("It is still in use"))]
    lost = [(laptop, say("Number {number} is lost: lock it out", number=n)) for n, laptop in enumerate(laptops, 1)]
    return [*lost, ("", say("All are still in use"))]
