"""Our organisation: who coordinates in it, and, for who keeps its root, the ways to say otherwise."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.acts.sharing.organisation import list_file
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing.organisation import Coordinates, Organisation, in_words, organisation
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, Small, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, Hairline, Scroll, clear, column, holding, put
from caregiver_desk.desk.parts.marks import Avatar
from caregiver_desk.desk.parts.words import body, heading, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.sharing.root import AskedOnce, Question, add, begin, end
from caregiver_desk.store import safely
from caregiver_desk.store.book import Book
from caregiver_desk.sync import trust
from caregiver_desk.sync.dots import PATTERNS
from caregiver_desk.sync.organisation import LIST_SUFFIX, ROOT_SUFFIX
from caregiver_desk.wording import say

WIDE, HIGH = 620, 600


class OrganisationSheet(QDialog):
    """The list that holds here, asked for again after each change."""

    def __init__(self, parent: QWidget, hands: Hands) -> None:
        super().__init__(parent)
        self._hands = hands
        self.setObjectName("organisation")
        self.setWindowTitle(say("Our organisation"))
        self._title, self._about = title(say("Our organisation")), meta(wrap=True)
        self._title.setWordWrap(True)
        self._inside = column(gap=theme.GAP)
        self._save = pressed(Quiet(say("Save the list")), self._pick_folder)
        self._begin = pressed(Primary(say("Begin an organisation")), self._pick_place)
        self._add = pressed(Primary(say("Name a coordinator"), icon="plus"), self._pick_card)
        leave = pressed(Quiet(say("Close")), self.reject)
        for each in (self._save, self._begin, self._add):
            each.hide()
        foot = Foot(self._add, others=[leave, self._save, self._begin])
        head = column(self._title, self._about, gap=theme.TIGHT)
        laid = column(head, Scroll(holding(self._inside), beside=theme.GAP), foot, gap=theme.ROOM)
        stand_over(self, laid, WIDE, HIGH)
        self.finished.connect(self.deleteLater)
        leave.setFocus()
        self.ask()

    def ask(self) -> None:
        self._hands.lane.ask(organisation, then=self._show, owner=self)

    def _show(self, told: Organisation) -> None:
        clear(self._inside)
        listed = bool(told.name)
        self._title.setText(told.name or say("Our organisation"))
        self._about.setText(in_words(told) if listed else "")
        self._save.setVisible(listed)
        self._begin.setVisible(told.keeps and not listed)
        self._add.setVisible(told.keeps and listed)
        for part in self._listed(told) if listed else [_nothing(keeps=told.keeps)]:
            put(self._inside, part)
        put(self._inside, 1)

    def _listed(self, told: Organisation) -> list[QWidget]:
        rows = [part for each in told.who for part in (Hairline(), self._row(each, keeps=told.keeps))][1:]
        ended = [meta(say("Coordinated before: {names}", names=", ".join(told.ended)), wrap=True)] * bool(told.ended)
        words = say("They prove the list to somebody who knows nobody yet. Print them on your organisation’s sheet.")
        proof = Card(heading(say("Its eight words")), body(told.words, wrap=True), meta(words, wrap=True))
        return [Card(*rows, *ended), proof]

    def _row(self, each: Coordinates, *, keeps: bool) -> QWidget:
        name = column(body(each.name, weight=theme.MEDIUM, wrap=True), *([meta(each.told)] if each.told else []), gap=1)
        ways: list[QWidget] = []
        if each.stranger:
            ways.append(_named(Small(say("Share with them")), each, partial(self._meet, each)))
        if keeps and each.ends:
            ways.append(_named(Plain(say("Coordinates no more")), each, partial(self._end, each)))
        return beside(name, *ways, first=[Avatar(each.name)])

    def _meet(self, each: Coordinates) -> None:
        act, name = named("meet_coordinator"), each.laptop
        self._hands.lane.do(lambda book: act(book, name=name), owner=self, then=lambda _: self.ask())

    def _pick_place(self) -> None:
        words = say("On which stick shall the root be kept?")
        self._hands.dialogs.pick_folder(self, words, lambda folder: self._open(begin(folder)))

    def _pick_card(self) -> None:
        pattern = say("Cards and pictures (*{suffix} {pictures})", suffix=trust.CARD_SUFFIX, pictures=PATTERNS)
        self._hands.dialogs.pick_file(self, say("Whose card?"), pattern, self._look_at)

    def _look_at(self, path: Path) -> None:
        def look(_: Book) -> tuple[bytes, str]:
            data = trust.card_given(path, self._hands.opener)
            return data, trust.read_card(data)[0].name

        self._hands.lane.ask(look, then=lambda found: self._with_root(lambda root: add(root, *found)), owner=self)

    def _end(self, each: Coordinates) -> None:
        self._with_root(lambda root: end(root, each.name, each.laptop))

    def _with_root(self, question: Callable[[Path], Question]) -> None:
        pattern = say("Roots (*{suffix})", suffix=ROOT_SUFFIX)
        then = partial(self._ask_of, question)
        self._hands.dialogs.pick_file(self, say("Where is the root?"), pattern, then)

    def _ask_of(self, question: Callable[[Path], Question], root: Path) -> None:
        self._open(question(root))

    def _open(self, question: Question) -> None:
        dialog = AskedOnce(self, self._hands, question)
        dialog.accepted.connect(self.ask)
        self._hands.dialogs.show(dialog)

    def _pick_folder(self) -> None:
        self._hands.dialogs.pick_folder(self, say("Where shall the list go?"), self._save_in)

    def _save_in(self, folder: Path) -> None:
        path = folder / f"organisation{LIST_SUFFIX}"

        def save(book: Book) -> Outcome:
            safely.write(path, list_file(book))
            return Outcome(say("{file}: anybody may have it. Its eight words prove it.", file=path.name))

        self._hands.lane.do(save, owner=self)


def _named(button: Small | Plain, each: Coordinates, does: Callable[[], object]) -> QWidget:
    button.setAccessibleName(say("{act}: {name}", act=button.text(), name=each.name))
    return pressed(button, does)


def _nothing(*, keeps: bool) -> QWidget:
    """What somebody has to do about it: most of them nothing."""
    words = say(
        "You need do nothing here. If your programme has several coordinators, one of them lists them. "
        "The list then comes to you with a bundle."
    )
    if keeps:
        words = say(
            "Are you the only coordinator? Then you need do nothing. If you are several, begin an organisation: "
            "its root goes onto a stick, which you keep in a safe. With that stick you name the others."
        )
    return Empty("people", say("No list yet"), words)
