"""Today: what was promised, who is due to be heard, what came in. Names and next steps, never a private word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk import care
from caregiver_desk.desk.duties import Day, Owed, ToAsk, Waiting, day
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Primary, Small, SmallPrimary, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.layout import Card, Columns, Hairline, clear, column, holding, row
from caregiver_desk.desk.parts.marks import Avatar, Icon, Tag, figure_row
from caregiver_desk.desk.parts.words import PlainLabel, ago, body, due, heading, long_day, meta, moment
from caregiver_desk.desk.sheets.sheet import open_record
from caregiver_desk.desk.telling import counted
from caregiver_desk.desk.theme import GAP, MEDIUM
from caregiver_desk.store.arrivals import Opened
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count, later, say

SHOWN = 8  # of each; the rest is counted


class AskBackup(Card):
    """Seen only where the last backup is too long ago."""

    def __init__(self, back_up: Callable[[], object]) -> None:
        self._when = PlainLabel(weight=MEDIUM, tint="amber", wrap=True)
        why = meta(say("If this laptop is lost, what was written since is lost with it."), wrap=True)
        line = row(Icon("alert", "amber"), self._when)
        line.setStretch(1, 1)
        super().__init__(line, why, pressed(Small(say("Back up now")), back_up), edge="amber")
        self.hide()

    def show_last(self, last: date | None, today: date) -> None:
        self.setVisible(last is not None)
        self._when.setText(say("Last backup {when}", when=ago(last, today)) if last else "")


class TodayPage(Page):
    subject, label, icon = "today", later("Today"), "today"
    kinds = frozenset(
        {"promise", "check_in", "person", "engagement", "visit", "household", "support_plan", "referral", "service"}
    ) | {"(imports)", care.BACKUPS}

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._promises, self._people, self._after = column(gap=6), column(gap=6), column(gap=6)
        self._to_ask = Card(heading(say("To ask after")), self._after, gap=GAP)
        self._week, self._came = column(gap=6), column(gap=6)
        self._number = meta()
        left = holding(
            column(
                Card(row(heading(say("Promises due")), 1, self._number), self._promises, gap=GAP),
                Card(heading(say("Due to be heard")), self._people, gap=GAP),
                self._to_ask,
                1,
            )
        )
        self._backup = AskBackup(self._back_up)
        right = holding(
            column(
                self._backup,
                Card(heading(say("This week")), self._week, gap=GAP),
                Card(heading(say("Came in")), self._came, gap=GAP),
                1,
            )
        )
        self._columns = Columns((left, 480, 1), (right, 320, 0))
        first = pressed(Primary(say("Go to caregivers"), icon="people"), lambda: self.goes.emit("people", {}))
        words = say("Promises, check-ins and what came in stand here. Begin with the people you support.")
        self._empty = Empty("today", say("Nothing to show yet"), words, first)
        self._empty.hide()
        self.setLayout(column(self._columns, self._empty))

    def question(self) -> Callable[[Book], Any]:
        return day

    def answer(self, found: Day) -> None:
        today = clock.today()
        self._columns.setVisible(found.people > 0)
        self._empty.setVisible(found.people == 0)
        self.headed.emit(say("Today"), say("Date uncertain") if clock.in_doubt() else long_day(today))
        self._backup.show_last(found.backed_up_on, today)
        self.counted.emit(
            sum(day <= today for day in [*(each.due for each in found.owed), *(each.due for each in found.waiting)])
        )
        self._number.setText(count("{number} promise", "{number} promises", len(found.owed)) if found.owed else "")
        promised = [self._promise(each, today) for each in found.owed[:SHOWN]]
        _fill(self._promises, promised, say("Nothing is due this week."), more=len(found.owed) - SHOWN)
        people = [self._person(each, today, first=each is found.waiting[0]) for each in found.waiting[:SHOWN]]
        _fill(self._people, people, say("Everyone was heard lately."), more=len(found.waiting) - SHOWN)
        self._to_ask.setVisible(bool(found.after))
        asking = [self._asking(each, today) for each in found.after[:SHOWN]]
        _fill(self._after, asking, "", more=len(found.after) - SHOWN)
        clear(self._week)
        for words, number in found.week:
            self._week.addWidget(figure_row(words, str(number)))
        self._show_came(found)

    def _promise(self, owed: Owed, today: date) -> QWidget:
        done = pressed(Small(say("Done")), lambda: self._keep(owed))
        done.setAccessibleName(say("Done: {what}", what=owed.what))
        words = column(body(owed.what, weight=MEDIUM, wrap=True), meta(owed.whose, wrap=True), gap=1)
        return _line(holding(words), Tag(due(owed.due, today), "amber" if owed.due <= today else "plain"), done)

    def _asking(self, after: ToAsk, today: date) -> QWidget:
        look = pressed(Small(say("Open")), lambda: open_record(self, self.hands, after.kind, after.id))
        look.setAccessibleName(say("Open: {what}, {whose}", what=after.what, whose=after.whose))
        words = column(body(after.what, weight=MEDIUM, wrap=True), meta(after.whose, wrap=True), gap=1)
        return _line(holding(words), Tag(due(after.due, today), "amber" if after.due <= today else "plain"), look)

    def _person(self, waiting: Waiting, today: date, *, first: bool) -> QWidget:
        late = waiting.due <= today
        start = pressed((SmallPrimary if first else Small)(say("Start")), lambda: self._start(waiting))
        start.setAccessibleName(say("Start a check-in with {name}", name=waiting.name))
        words = holding(column(body(waiting.name, weight=MEDIUM, wrap=True), meta(waiting.last, wrap=True), gap=1))
        tag = Tag(due(waiting.due, today), "amber" if late else "plain")
        return _line(words, tag, start, first=Avatar(waiting.name))

    def _show_came(self, found: Day) -> None:
        rows = [_arrival(sender, opened) for sender, opened in found.arrived]
        if found.needs_you:
            words = count("{number} thing needs you", "{number} things need you", found.needs_you)
            look = pressed(Small(say("Open")), lambda: self.goes.emit("sharing", {}))
            look.setAccessibleName(say("Open what needs you"))
            rows.append(_line(Tag(words, "sky"), holding(row(1)), look))
        _fill(self._came, rows, say("Nothing was opened here yet."))

    def _back_up(self) -> None:
        self.hands.lane.do(care.back_up, owner=self)

    def _start(self, waiting: Waiting) -> None:
        self.goes.emit("supervision", {"caregiver": waiting.caregiver})

    def _keep(self, owed: Owed) -> None:
        keep = named("keep_promise")
        self.hands.lane.do(lambda book: keep(book, id=owed.id), owner=self)


def _fill(shelf: Any, rows: Sequence[QWidget], empty: str, *, more: int = 0) -> None:
    clear(shelf)
    for number, each in enumerate(rows):
        if number:
            shelf.addWidget(Hairline())
        shelf.addWidget(each)
    if more > 0:
        shelf.addWidget(meta(count("and {number} more", "and {number} more", more)))
    if not rows:
        shelf.addWidget(meta(empty, wrap=True))


def _line(words: QWidget, *rest: QWidget, first: QWidget | None = None) -> QWidget:
    laid = row(*([first] if first else []), words, *rest)
    laid.setStretch(1 if first else 0, 1)
    return holding(laid)


def _arrival(sender: str, opened: Opened) -> QWidget:
    title = say("{sender} · {when}", sender=sender or say("another laptop"), when=moment(opened.opened))
    return holding(column(body(title, weight=MEDIUM, wrap=True), meta(counted(opened.summary)), gap=1))
