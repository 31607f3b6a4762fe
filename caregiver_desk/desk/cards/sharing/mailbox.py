"""The mailbox on the sharing page: how it stands and how far a round is; then what the round did, and what waits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import moment
from caregiver_desk.desk.answers.sharing.mailboxes import Mailbox, kind_of
from caregiver_desk.desk.answers.sharing.post import Waits, Went
from caregiver_desk.desk.cards.sharing.brought import brought_figures, brought_parts
from caregiver_desk.desk.parts.bar import Bar
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, Small, pressed
from caregiver_desk.desk.parts.folding import beside, flow
from caregiver_desk.desk.parts.layout import Card, Hairline, column, holding, row
from caregiver_desk.desk.parts.marks import Icon, figure_row
from caregiver_desk.desk.parts.words import PlainLabel, ShortLabel, body, card_title, heading, meta
from caregiver_desk.desk.rounds import Far, Rounds
from caregiver_desk.wording import say

KB, MB = 1_000, 1_000_000


class MailboxCard(Card):
    """Where the post goes, and the one thing to do: a round, or to stop it."""

    def __init__(self, told: Mailbox, rounds: Rounds, change: Callable[[], object], *, first: bool) -> None:
        """`first` where nothing comes before it."""
        title = row(Icon("bundle", size=18), heading(say("Mailbox")), 1, pressed(Plain(say("Change")), change))
        super().__init__(title, *_stands(told), gap=theme.GAP)
        self._rounds = rounds
        self._bar, self._how_far = Bar(say("Fetch and send the post")), meta(wrap=True)
        self._stop = pressed(Quiet(say("Stop")), rounds.stop)
        self._far = holding(column(self._bar, self._how_far, self._stop, gap=theme.SMALL))
        self._go = pressed(Primary(say("Fetch and send"), icon="sharing"), rounds.go)
        self._go.step_back(back=not first)
        self._go.setAccessibleName(say("Fetch and send the post"))
        self.add(self._far)
        self.add(self._go)
        rounds.changed.connect(self.show_far)
        self.show_far()

    def show_far(self) -> None:
        """How far the round is that goes on now, if one does."""
        far = self._rounds.far
        self._far.setVisible(far is not None)
        self._go.setVisible(far is None)
        self._stop.setEnabled(not self._rounds.stopping)
        if far:
            self._bar.setVisible(bool(far.coming) and not far.to)
            self._bar.show_share(min(1.0, far.passed / far.coming) if far.coming else 0)
            self._how_far.setText(say("Stopping …") if self._rounds.stopping else _in_words(far))


def _stands(told: Mailbox) -> list[QWidget]:
    kind = kind_of(told.address)
    place = ShortLabel(told.address, size=theme.META, tint="ink-soft")
    where = holding(column(body(say(kind.label), weight=theme.MEDIUM), place, gap=1))
    last = figure_row(say("Last round"), moment(told.went) if told.went else say("none yet"))
    away = say(
        "It let nobody in, or did not answer. It is left alone until {time}; the button tries it at once.",
        time=told.again,
    )
    sleeps = [PlainLabel(away, size=theme.META, tint="amber", wrap=True)] if told.again else []
    itself = [meta(say("It also goes by itself when a link appears."), wrap=True)] if told.by_itself else []
    return [where, last, *(sleeps or itself)]


def _in_words(far: Far) -> str:
    if far.to:
        return say("Sending to {name}", name=far.to)
    if far.coming:
        return say("Fetched {done} of {of}", done=size(far.passed), of=size(far.coming))
    return say("Asking what waits there …")


def size(many: int) -> str:
    """So many bytes, as one says it."""
    return say("{number} MB", number=f"{many / MB:.1f}") if many >= MB else say("{number} KB", number=-(-many // KB))


def post_cards(rounds: Rounds, letters: Sequence[Path], look: Callable[[Path], object]) -> list[QWidget]:
    """What the last round did, until somebody has seen it, and the letters that wait for her."""
    went = rounds.went
    cards: list[QWidget] = [PostCard(went, rounds.forget)] if went else []
    return [*cards, LettersCard(letters, went.waits if went else {}, look)] if letters else cards


class PostCard(Card):
    """What the last round did; it stands there until somebody has seen it."""

    def __init__(self, told: Went, done: Callable[[], object]) -> None:
        super().__init__(_title(told), *_came(told), *_sent(told), gap=theme.GAP)
        self.add(row(1, pressed(Quiet(say("Done")), done)))


def _title(told: Went) -> QWidget:
    named = card_title(say("The round broke off") if told.trouble else say("The post was fetched and sent"))
    named.setWordWrap(True)
    return named


def _came(told: Went) -> list[QWidget]:
    trouble = [beside(body(told.trouble, wrap=True), first=[Icon("alert", "amber")])] if told.trouble else []
    if not told.brought.files:
        return trouble or [meta(say("No new letter was there."), wrap=True)]
    bundles = bool(told.brought.to_answer)  # a receipt brings nothing that is counted
    figures = [holding(flow(*brought_figures(told.brought), gap=theme.WIDE))] if bundles else []
    return [*trouble, *figures, *brought_parts(told.brought)]


def _sent(told: Went) -> list[QWidget]:
    """For whom something was put there, and what was left; of a round that broke off nobody knows who lacks what."""
    words = [say("Put there for {names}.", names=say(" and ").join(told.put))] if told.put else []
    if told.whole and not (told.put or told.trouble):
        words.append(say("Nobody lacks anything from here."))
    return [meta(each, wrap=True) for each in (*words, *told.remains)]


class LettersCard(Card):
    """Letters that wait for her: whose they are and why they were not opened, and the way to look at each."""

    def __init__(self, letters: Sequence[Path], known: Mapping[Path, Waits], look: Callable[[Path], object]) -> None:
        words = say("Nothing of them is changed before you say so.")
        super().__init__(heading(say("Letters that wait for you")), meta(words, wrap=True), gap=theme.GAP)
        earlier = Waits(say("A letter"), say("It came in an earlier round."))
        for path in letters:
            self.add(Hairline())
            self.add(self._row(known.get(path, earlier), partial(look, path)))

    def _row(self, told: Waits, look: Callable[[], object]) -> QWidget:
        words = column(body(told.sender, weight=theme.MEDIUM, wrap=True), meta(told.why, wrap=True), gap=1)
        button = pressed(Small(say("Look at it")), look)
        button.setAccessibleName(say("{act}: {what}", act=button.text(), what=told.sender))
        return beside(words, button, first=[Icon("bundle", "amber")])
