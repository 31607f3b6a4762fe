"""A first book: whose it is, its passphrase, and then its recovery sheet, shown once, before the desk opens.

Decision. Only a name and a passphrase are needed; the rest has an answer that can stay. What else she may have come
for, a recovery sheet in her hand or a rehearsal with made-up people, is offered below and never in between.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.door import bring_in
from caregiver_desk.desk.parts.asked import Asked, Trouble, foot, page, words
from caregiver_desk.desk.parts.buttons import Plain, Primary, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.layout import Card, Columns, bring_in_sight, column, holding
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.desk.safe.passphrase import NewPassphrase
from caregiver_desk.errors import NotUnderstood, Problem, WeakPassphrase
from caregiver_desk.sync.words import propose_sign
from caregiver_desk.wording import later, say

if TYPE_CHECKING:
    from caregiver_desk.desk.door.door import Door
    from caregiver_desk.store.book import Book

TALL = 860
ANSWERS = (
    ("organisation", later("Responsible organisation")),
    ("officer", later("Information officer")),
    ("purposes", later("What records are kept for")),
)
ROLES = (("supervisor", later("Supervisor")), ("coordinator", later("Coordinator")))


@dataclass(frozen=True)
class First:
    """What a new book begins with."""

    name: str
    role: str
    site: str
    team: str
    sign: str
    passphrase: str
    organisation: str = ""
    officer: str = ""
    purposes: str = ""


def make(first: First) -> tuple[Book, str, str]:
    """The book, the identity for its recovery sheet, and its sign."""
    bring_in()
    from caregiver_desk import clock, settings
    from caregiver_desk.acts.opening import new_book
    from caregiver_desk.records.people.people import Role

    folder = settings.books_folder() / clock.new_salt()
    book, identity = new_book(
        folder,
        first.passphrase,
        name=first.name,
        role=Role(first.role),
        site=first.site,
        team=first.team,
        sign=first.sign,
        organisation=first.organisation,
        officer=first.officer,
        purposes=first.purposes,
    )
    return book, identity, settings.shelved(folder).sign


class Begin(QWidget):
    """One page to fill in."""

    ROOM = (900, 640)

    def __init__(self, door: Door) -> None:
        super().__init__()
        self._door = door
        self._name_asked, self._name = words(say("Your name"), "name", hint=say("Name and surname"))
        self._role = Choice([(role, say(label)) for role, label in ROLES], required=True)
        self._role.put("supervisor")
        self._site_asked, self._site = words(say("Organisation or office"), "site", hint=say("My site"))
        self._team_asked, self._team = words(say("Your team"), "team", hint=say("My team"))
        self._sign_asked, self._sign = words(
            say("Sign of this book"),
            "sign",
            why=say("A word to find your book by. Everybody sees it, so not your name."),
        )
        self._sign.setText(propose_sign({book.sign.casefold() for book in door.books}))
        self._role.changed.connect(self._ask_who_answers)
        self._passphrase = NewPassphrase(door.lane, say("Passphrase"))
        self._passphrase.entered.connect(self.begin)
        self._trouble = Trouble()
        self._button = pressed(Primary(say("Begin my book"), hint="Ctrl ↵"), self.begin)
        on_ctrl_enter(self, self.begin)
        self._lay()

    def _lay(self) -> None:
        role = Asked(say("You are a"), self._role)
        hers = Card(
            heading(say("You")), self._name_asked, role, self._site_asked, self._team_asked, self._sign_asked, 1,
            gap=theme.GAP,
        )  # fmt: skip
        secret = Card(heading(say("Your passphrase")), self._passphrase, 1, gap=theme.GAP)
        told = say("A book is yours alone. It is encrypted on this laptop, and only you can open it.")
        self.foot = foot(self._trouble, *self._others(), last=self._button)
        right = holding(column(self._who_answers(), secret, gap=theme.GAP))
        self.setLayout(page(say("Begin your book"), "leaf", told, Columns((hers, 320, 1), (right, 340, 1))))

    def _who_answers(self) -> Card:
        """What a coordinator names before anything is kept."""
        self._answers = {name: words(say(label), name) for name, label in ANSWERS}
        told = meta(say("These stand on every notice. Supervisors take them over with your card."), wrap=True)
        self._answering = Card(
            heading(say("Who answers for the records")), told, *(each for each, _ in self._answers.values())
        )
        self._answering.hide()
        return self._answering

    def _ask_who_answers(self) -> None:
        """A coordinator's page is longer; the window grows with it, as far as the screen goes."""
        self._answering.setVisible(self._asks_who_answers)
        if self._asks_who_answers:
            self._door.make_room((self.ROOM[0], TALL))

    @property
    def _asks_who_answers(self) -> bool:
        return bool(self._role.value() == "coordinator")

    def _others(self) -> list[QAbstractButton]:
        back = [pressed(Plain(say("Back")), self._door.first_step)] if self._door.books else []
        recover = pressed(Plain(say("I have a recovery sheet")), self._recover)
        return [*back, recover, pressed(Plain(say("Rehearse on a fictional team")), self._door.rehearse)]

    def arrive(self) -> None:
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Make the book, if a name and a passphrase are there."""
        name, passphrase = self._name.text().strip(), self._passphrase.value()
        if not name:
            self._name_asked.complain(say("This is still needed."))
        answers = {each: line.text().strip() for each, (_, line) in self._answers.items() if self._asks_who_answers}
        missing = [self._answers[each][0] for each, words in answers.items() if not words]
        for each in reversed(missing):
            each.complain(say("This is still needed."))
            bring_in_sight(each)
        if missing or not (name and passphrase):
            return
        told = (self._role.value(), self._site.text(), self._team.text(), self._sign.text())
        first = First(name, *told, passphrase, **answers)
        self._under_way(say("Making your book …"))
        self._door.lane.run(lambda: make(first), then=self._made, owner=self, refused=self.complain)

    def _made(self, made: tuple[Book, str, str]) -> None:
        from caregiver_desk.desk.door.sheet_once import SheetOnce

        book, identity, sign = made
        self._passphrase.forget()
        self._door.hold(book)
        self._door.show_step(SheetOnce(self._door, partial(self._door.enter, book), identity, sign))

    def _under_way(self, words: str) -> None:
        self.setEnabled(False)
        self._button.setText(words)

    def complain(self, problem: Problem) -> None:
        self.setEnabled(True)
        self._button.setText(say("Begin my book"))
        self._trouble.say("")
        if isinstance(problem, WeakPassphrase):
            self._passphrase.complain(str(problem))
        elif isinstance(problem, NotUnderstood) and problem.facts["field"] == say("Sign"):
            self._sign_asked.complain(str(problem))
        else:
            self._trouble.say(str(problem))

    def _recover(self) -> None:
        from caregiver_desk.desk.door.recover import Recover

        self._door.show_step(Recover(self._door))
