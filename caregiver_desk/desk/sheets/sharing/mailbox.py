"""Setting a mailbox up, changing it, forgetting it.

Decision. What was typed is tried once before it is kept. One that does not answer now may be kept all the same, for a
share is not always joined; one that refuses, or is none, may not. Nothing brings a forgotten password back, so the
button that forgets asks a second time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing import mailboxes
from caregiver_desk.desk.answers.sharing.mailboxes import Mailbox
from caregiver_desk.desk.cards.sharing.mailbox_form import MailboxForm
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, Hairline, Scroll, column, holding
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import heading, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.work import Lane
from caregiver_desk.errors import MailboxAway, MailboxHost, Problem
from caregiver_desk.sync.mailboxes import post, setting
from caregiver_desk.sync.mailboxes.setting import Setting
from caregiver_desk.wording import later, say

WIDE, HIGH = 640, 740
SEEN = (
    ("lock", later("Nobody can read a letter there: each is sealed for the one it is for.")),
    ("eye", later("Whoever runs the mailbox sees how many letters each box gets, how large, and when. No names.")),
    ("people", later("Your partners need the same mailbox in their books.")),
)


def show_mailbox(parent: QWidget, hands: Hands) -> None:
    """As it stands now."""

    def show(told: Mailbox | None) -> None:
        hands.dialogs.show(MailboxSheet(parent, hands, told))

    hands.lane.ask(mailboxes.mailbox, then=show, owner=parent)


class MailboxSheet(QDialog):
    """One page to fill in; what is wrong stands in it, and nothing typed is lost."""

    def __init__(self, parent: QWidget, hands: Hands, told: Mailbox | None) -> None:
        super().__init__(parent)
        self._hands, self._told, self._wire = hands, told, Lane()
        self._tried: Setting | None = None
        self._shown = ""  # the key of a server that nobody knows yet
        self.setObjectName("mailbox")
        self._form = MailboxForm(told, self._pick_folder, self._pick_file)
        self._trouble = Trouble()
        self._way_on = say("Keep the changes") if told else say("Set it up")
        self._go = pressed(Primary(self._way_on, hint="Ctrl ↵"), self.save)
        self._all_the_same = pressed(Quiet(say("Keep it all the same")), self._keep_untried)
        self._forget = pressed(Plain(say("Forget this mailbox")), self._forget_it)
        self._known = pressed(Quiet(say("It is its key")), self._know)
        for each in (self._all_the_same, self._known):
            each.hide()
        self._forget.setVisible(told is not None)
        self._lay(say("Your mailbox") if told else say("Set up a mailbox"))
        self.finished.connect(self.deleteLater)
        on_ctrl_enter(self, self.save)
        self._form.begin()

    def _lay(self, words: str) -> None:
        self.setWindowTitle(words)
        about = say("Bundles travel through it to your partners, and theirs to you. Nothing goes before you say so.")
        seen = [beside(meta(say(told), wrap=True), first=[Icon(icon, "ink-soft", 16)]) for icon, told in SEEN]
        who = Card(heading(say("Who sees what")), *seen, gap=theme.SMALL)
        inside = Scroll(holding(column(self._form, who, 1, gap=theme.GAP)), beside=theme.GAP)
        leave = pressed(Quiet(say("Not now")), self.reject)
        ways = beside(flow(self._forget), leave, self._all_the_same, self._known, self._go)
        head = column(title(words), meta(about, wrap=True), gap=theme.TIGHT)
        laid = column(head, inside, Hairline(), column(self._trouble, ways), gap=theme.GAP)
        stand_over(self, laid, WIDE, HIGH)

    def _pick_folder(self, then: Callable[[Path], object]) -> None:
        self._hands.dialogs.pick_folder(self, say("Which folder?"), then)

    def _pick_file(self, then: Callable[[Path], object]) -> None:
        self._hands.dialogs.pick_file(self, say("Which private key?"), "*", then)

    def save(self) -> None:
        """Try what was typed, and keep it."""
        self._trouble.say("")
        for each in (self._all_the_same, self._known):
            each.hide()
        if self._go.isEnabled() and (typed := self._form.typed()):
            self._work(say("Looking whether it answers …"))
            self._hands.lane.ask(
                lambda book: (typed.instead_of(setting.kept(book)), post.own_box(book)),
                then=lambda found: self._try(*found),
                owner=self,
                refused=self._refused,
            )

    def _try(self, asked: Setting, box: str) -> None:
        self._tried, keep = asked, partial(self._keep, asked)
        self._wire.run(lambda: setting.try_out(asked, box), then=lambda _: keep(), owner=self, refused=self._refused)

    def _keep_untried(self) -> None:
        if self._tried:
            self._keep(self._tried)

    def _keep(self, asked: Setting) -> None:
        self._hands.lane.do(
            lambda book: mailboxes.keep(book, asked), owner=self, then=lambda _: self.accept(), refused=self._refused
        )

    def _refused(self, problem: Problem) -> None:
        self._work("")
        self._shown = str(problem.facts["host_key"]) if isinstance(problem, MailboxHost) else ""
        asks = say(
            "The server shows the key {host_key}. Ask whoever runs it whether that is its key.", host_key=self._shown
        )
        self._trouble.say(asks if self._shown else problem)
        self._known.setVisible(bool(self._shown))
        self._all_the_same.setVisible(isinstance(problem, MailboxAway))
        (self._known.setFocus if self._shown else self._form.begin)()

    def _know(self) -> None:
        """Whoever runs the server said so."""
        self._form.know(self._shown)
        self.save()

    def _work(self, words: str) -> None:
        """It is tried, or may be pressed again."""
        self._form.setEnabled(not words)
        self._go.setEnabled(not words)
        self._go.setText(words or self._way_on)
        self._go.spare_hint(spares=bool(words))

    def _forget_it(self) -> None:
        again = say("Yes, forget it and its password")
        if self._forget.text() != again:
            self._forget.setText(again)
            self._forget.updateGeometry()
            return
        self._hands.lane.do(mailboxes.forget, owner=self, then=lambda _: self.accept(), refused=self._refused)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Also when the desk locks: nobody waits for an answer any more."""
        if not event.spontaneous() and not self._wire.closed:
            self._wire.leave()
        super().hideEvent(event)
