"""What a bundle would hold, before it is written: how much of what, about how many people, and what stays here.

To a coordinator goes what is counted of a month as well. Where nobody made the return of last month it is offered here,
with what it would say; it never goes by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.acts.sharing.returns import Month, missing
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, Small, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Hairline, Scroll, column, holding
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import body, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.records.people.people import Role
from caregiver_desk.reports.sharing.returns import in_a_line
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import making
from caregiver_desk.sync.contents import Contents, of_a_kind, private, whom
from caregiver_desk.wording import month_and_year, say

WIDE, HIGH, LEAST, LINE, OFFER = 560, 520, 230, 36, 96


class Held(NamedTuple):
    """What a bundle would hold, and the returns of last month that might go with it."""

    contents: Contents
    offered: Sequence[Month]


def offer_bundle(page: QWidget, hands: Hands, partner: Partner, make: Callable[[], object]) -> None:
    """Show what would go to this partner; then go on with making it, or not."""

    def look(book: Book) -> Held:
        return Held(making.look(book, partner), missing(book) if partner.role == Role.COORDINATOR else ())

    def put_in(month: Month) -> None:
        act, given = named("make_monthly_return"), {"month": month.first, "team": month.team.id}
        again = partial(offer_bundle, page, hands, partner, make)
        hands.lane.do(lambda book: act(book, **given), owner=page, then=lambda _: again())

    def show(held: Held) -> None:
        if not any(each.isVisible() for each in page.findChildren(Outgoing)):
            hands.dialogs.show(Outgoing(page, partner, held, make, put_in))

    hands.lane.ask(look, then=show, owner=page)


class Outgoing(QDialog):
    """Looked through, and sent on its way or not."""

    def __init__(
        self,
        parent: QWidget,
        partner: Partner,
        told: Held,
        make: Callable[[], object],
        put_in: Callable[[Month], object],
    ) -> None:
        super().__init__(parent)
        self._make, self._put_in, held = make, put_in, told.contents
        words = say("A bundle for {name}", name=partner.name)
        self.setObjectName("outgoing")
        self.setWindowTitle(words)
        head = title(words)
        head.setWordWrap(True)
        go = pressed(Primary(say("Choose the stick"), hint="Ctrl ↵"), self._go_on)
        foot = Foot(go, others=[pressed(Quiet(say("Not now")), self.reject)])
        parts = [*(part for each in told.offered for part in (self._offered(each), Hairline())), *_parts(held)]
        listed = column(Scroll(holding(column(*parts, 1, gap=theme.SMALL)), beside=theme.GAP), foot, gap=0)
        laid = column(column(head, meta(_about(held), wrap=True), gap=theme.TIGHT), listed, gap=theme.ROOM)
        stand_over(self, laid, WIDE, min(HIGH, LEAST + LINE * len(held.kinds) + OFFER * len(told.offered)))
        on_ctrl_enter(self, self._go_on)
        self.finished.connect(self.deleteLater)
        go.setFocus()

    def _offered(self, month: Month) -> QWidget:
        """A return that is not made, what it would say, and one press that makes it."""
        which = {"month": month_and_year(month.first), "team": month.team["name"]}
        name = say("Put the return of {month} for {team} in", **which)
        add = Small(say("Put it in"), icon="plus")
        add.setAccessibleName(name)
        pressed(add, partial(self._with_it, month))
        words = body(say("Not in it yet: the return of {month}, {team}", **which), wrap=True)
        what = meta(say("Counts only, no names: {told}", told=in_a_line(month)), wrap=True)
        return beside(column(words, what, gap=1), add)

    def _with_it(self, month: Month) -> None:
        self.reject()
        self._put_in(month)

    def _go_on(self) -> None:
        self.accept()
        self._make()


def _about(held: Contents) -> str:
    if not held.lines:
        return say("Nothing is new. It only says what has arrived here.")
    about = whom(held)
    return say("All that has not arrived there, {about}.", about=about) if about else say("All that has not arrived.")


def _parts(held: Contents) -> list[QWidget]:
    """A line a kind; then whether anything in it is private."""
    parts: list[QWidget] = []
    for name, number in held.kinds:
        parts += [body(of_a_kind(held, name, number), wrap=True), Hairline()]
    parts.append(beside(meta(private(held), wrap=True), first=[Icon("lock", "ink-soft", 15)], gap=6))
    return parts
