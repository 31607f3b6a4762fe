"""A first book: whose it is, its passphrase, and then its recovery sheet, shown once, before the desk opens.

Decision. Only a name and a passphrase are needed; the rest has an answer that can stay. What else she may have come
for, a recovery sheet in her hand or a rehearsal with made-up people, is offered below and never in between. That a book
may stand on a server is asked of a coordinator alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.door.door import bring_in
from caregiver_desk.desk.door.server import ServerCard
from caregiver_desk.desk.parts.asked import Asked, foot, page, words
from caregiver_desk.desk.parts.buttons import Plain, Primary, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.layout import Card, Columns, bring_in_sight, column, holding
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.desk.safe.passphrase import NewPassphrase
from caregiver_desk.errors import HubAway, HubRefused, NotAnswered, NotUnderstood, Problem, WeakPassphrase
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
    hub: str = ""  # the address of the server on which it stands


def make(first: First) -> tuple[Book, str, str]:
    """The book, the identity for its recovery sheet, and its sign."""
    bring_in()
    from caregiver_desk import clock, settings
    from caregiver_desk.acts import opening
    from caregiver_desk.records.people.people import Role

    folder = settings.books_folder() / clock.new_salt()
    answers = {"organisation": first.organisation, "officer": first.officer, "purposes": first.purposes}
    page = opening.FirstPage(first.name, Role(first.role), first.site, first.team, answers)
    book, identity = opening.begin(folder, first.passphrase, page, hub=first.hub, sign=first.sign)
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
        self._server = ServerCard(door.lane, door.books)
        self._server.hide()
        self._server.changed.connect(self._ask_who_answers)
        self._told = meta(wrap=True)
        self._trouble = Trouble()
        self._button = pressed(Primary(say("Begin my book"), hint="Ctrl ↵"), self.begin)
        on_ctrl_enter(self, self.begin)
        self._lay()
        self._tell_whose()

    def _lay(self) -> None:
        role = Asked(say("You are a"), self._role)
        whose = Card(
            heading(say("You")), self._name_asked, role, self._site_asked, self._team_asked, self._sign_asked, 1,
            gap=theme.GAP,
        )  # fmt: skip
        hers = holding(column(whose, self._server, 1, gap=theme.GAP))
        secret = Card(heading(say("Your passphrase")), self._passphrase, 1, gap=theme.GAP)
        self.foot = foot(self._trouble, *self._others(), last=self._button)
        right = holding(column(self._who_answers(), secret, gap=theme.GAP))
        self.setLayout(page(say("Begin your book"), "leaf", self._told, Columns((hers, 320, 1), (right, 340, 1))))

    def _who_answers(self) -> Card:
        """What a coordinator names before anything is kept."""
        self._answers = {name: words(say(label), name) for name, label in ANSWERS}
        self._answering_told = meta(wrap=True)
        self._answering = Card(
            heading(say("Who answers for the records")),
            self._answering_told,
            *(each for each, _ in self._answers.values()),
        )
        self._answering.hide()
        return self._answering

    def _ask_who_answers(self) -> None:
        """A coordinator's page is longer; the window grows with it, as far as the screen goes."""
        self._server.setVisible(self._asks_who_answers)
        self._answering.setVisible(self._asks_who_answers)
        self._tell_whose()
        if self._asks_who_answers:
            self._door.make_room((self.ROOM[0], TALL))

    def _tell_whose(self) -> None:
        """A book is one's own, or shared by those who coordinate."""
        told = say("A book is yours alone. It is encrypted on this laptop, and only you can open it.")
        answering = say("These stand on every notice. Supervisors take them over with your card.")
        if self._server.wanted:
            told = say("A shared book stands on a server. What opens it for you is encrypted on this laptop.")
            answering = say("Only who comes to the server first has to say this.")
        self._told.setText(told)
        self._answering_told.setText(answering)

    @property
    def _asks_who_answers(self) -> bool:
        return bool(self._role.value() == "coordinator")

    def _others(self) -> list[QAbstractButton]:
        back = [pressed(Plain(say("Back")), self._door.first_step)] if self._door.books else []
        recover = pressed(Plain(say("I have a recovery sheet")), self._recover)
        look_round = pressed(Plain(say("Look round in fifteen minutes")), self._door.look_round)
        rehearse = pressed(Plain(say("Rehearse on a fictional team")), self._door.rehearse)
        return [*back, recover, look_round, rehearse]

    def arrive(self) -> None:
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Make the book, if a name and a passphrase are there."""
        name, passphrase = self._name.text().strip(), self._passphrase.value()
        if not name:
            self._name_asked.complain(say("This is still needed."))
        answers = {each: line.text().strip() for each, (_, line) in self._answers.items() if self._asks_who_answers}
        missing = [] if self._server.wanted else [each for each, words in answers.items() if not words]
        self._need(missing)
        hub = self._server.address() if self._server.wanted else ""
        if missing or not (name and passphrase) or (self._server.wanted and not hub):
            return
        told = (self._role.value(), self._site.text(), self._team.text(), self._sign.text())
        first = First(name, *told, passphrase, hub=hub, **answers)
        self._under_way(say("Making your book …"))
        self._door.lane.run(lambda: make(first), then=self._made, owner=self, refused=self.complain)

    def _need(self, missing: Sequence[str]) -> None:
        for each in reversed(missing):
            self._answers[each][0].complain(say("This is still needed."))
            bring_in_sight(self._answers[each][0])

    def _made(self, made: tuple[Book, str, str]) -> None:
        from caregiver_desk.desk.door.sheet_once import SheetOnce

        book, identity, sign = made
        self._passphrase.forget()
        self._server.forget()
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
            self._passphrase.complain(problem)
        elif isinstance(problem, NotUnderstood) and problem.facts["field"] == say("Sign"):
            self._sign_asked.complain(problem)
        elif isinstance(problem, NotAnswered):
            self._trouble.say(problem)
            self._need([each for each, (_, line) in self._answers.items() if not line.text().strip()])
        elif isinstance(problem, HubAway | HubRefused):
            self._trouble.say(problem)
            self._server.complain("")
        else:
            self._trouble.say(problem)

    def _recover(self) -> None:
        from caregiver_desk.desk.door.recover import Recover

        self._door.show_step(Recover(self._door))
