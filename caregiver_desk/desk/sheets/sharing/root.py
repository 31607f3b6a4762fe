"""What the root of an organisation is opened for, each in a small window, and how its list is first believed.

The root is a file on a stick, with a passphrase of its own that is asked for each time and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import Outcome
from caregiver_desk.acts.sharing import organisation as doing
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.asked import Secret, words
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.parts.words import body, heading, meta, title
from caregiver_desk.desk.sheets.frame import ask_over, grow
from caregiver_desk.desk.sheets.sharing.my_card import my_card
from caregiver_desk.errors import Problem
from caregiver_desk.store.book import Book
from caregiver_desk.sync.organisation import ROOT_SUFFIX, read_list
from caregiver_desk.sync.words import propose_passphrase, same_words
from caregiver_desk.wording import count, say

WIDE = 520
WORDS = 6  # of the root's passphrase: 66 bits
Doing = Callable[[Book], Outcome]


class Question(NamedTuple):
    """What is asked: its title and what is told of it, the word that goes on, and what that does, once all is said."""

    named: str
    told: str
    way_on: str
    asked: tuple[QWidget, ...]
    does: Callable[[], Doing | None]


class AskedOnce(QDialog):
    """A question in a window of its own; what is wrong with the answer stands in it, and nothing typed is lost."""

    def __init__(self, parent: QWidget, hands: Hands, question: Question) -> None:
        super().__init__(parent)
        self._hands, self._question = hands, question
        self.setObjectName("root")
        self.setWindowTitle(question.named)
        head = title(question.named)
        head.setWordWrap(True)
        leave = pressed(Quiet(say("Not now")), self.reject)
        self._foot = Foot(pressed(Primary(question.way_on, hint="Ctrl ↵"), self.go), others=[leave])
        ask_over(self, head, [meta(question.told, wrap=True), *question.asked], self._foot, WIDE)
        on_ctrl_enter(self, self.go)
        question.asked[0].setFocus()

    def go(self) -> None:
        self._foot.complain("")
        if does := self._question.does():
            self._hands.lane.do(does, owner=self, then=lambda _: self.accept(), refused=self._refused)
        grow(self)

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)
        grow(self)


def begin(folder: Path) -> Question:
    """A new root in this folder."""
    called, line = words(say("What the organisation is called"), "organisation-name")
    passphrase = propose_passphrase(WORDS)
    shown = Card(heading(say("Its passphrase")), body(passphrase, weight=theme.SEMIBOLD, wrap=True))
    proved = Secret(say("Write it on paper, and type it from there"), "root-passphrase")
    path = folder / f"organisation{ROOT_SUFFIX}"

    def does() -> Doing | None:
        name, same = line.text().strip(), same_words(proved.line.text(), passphrase.split())
        called.complain("" if name else say("Write its name first."))
        proved.complain("" if same else say("These are not the words above."))
        if not (name and same):
            return None
        return lambda book: doing.begin_organisation(book, path, passphrase, name=name, card=my_card(book).data)

    told = say(
        "The root is saved as {file} on the stick, and you stand on its first list. Keep the stick in a safe and the "
        "paper elsewhere: whoever has both says who coordinates.",
        file=path.name,
    )
    return Question(say("Begin an organisation"), told, say("Begin"), (called, shown, proved), does)


def add(root: Path, card: bytes, name: str) -> Question:
    """One coordinator more."""
    heard, line = words(say("The eight words"), "words", hint=say("eight words"))
    secret = Secret(say("Passphrase of the root"), "root-passphrase")

    def does() -> Doing | None:
        said, passphrase = line.text(), secret.line.text()
        return lambda book: doing.name_coordinator(book, root, passphrase, card=card, heard=said)

    told = say("Phone {name}. Ask for the eight words of the card, and type what you hear.", name=name)
    return Question(say("Name {name} a coordinator", name=name), told, say("Name them"), (heard, secret), does)


def end(root: Path, name: str, laptop: str) -> Question:
    """A coordinator's end."""
    secret = Secret(say("Passphrase of the root"), "root-passphrase")

    def does() -> Doing | None:
        passphrase = secret.line.text()
        return lambda book: doing.end_coordinator(book, root, passphrase, name=laptop)

    told = say(
        "What {name} wrote counts as far as it is here. Nothing from then on is heard, no lock-out and no erasure, "
        "on every laptop that the list reaches.",
        name=name,
    )
    return Question(say("{name} coordinates no more", name=name), told, say("Sign it"), (secret,), does)


def believe(data: bytes) -> Question:
    """An organisation's list, by the words on its sheet. Raises NotAList or ListNewer."""
    list_ = read_list(data)
    heard, line = words(say("The eight words on its sheet"), "words", hint=say("eight words"))

    def does() -> Doing | None:
        said = line.text()
        return lambda book: doing.accept_organisation(book, data, heard=said)

    who = count("{number} coordinator", "{number} coordinators", len(list_.coordinators))
    told = say("A list of {who}. Type the eight words that your organisation printed, not words from a file.", who=who)
    return Question(
        say("Is {name} your organisation?", name=list_.organisation), told, say("It is ours"), (heard,), does
    )
