"""Today: what was promised, who is due to be heard, what came in. Names and next steps, never a private word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk import care
from caregiver_desk.desk.buttons import Primary, Small, SmallPrimary, pressed
from caregiver_desk.desk.empty import Empty
from caregiver_desk.desk.layout import Card, Columns, Hairline, clear, column, holding, row
from caregiver_desk.desk.marks import Avatar, Icon, Tag, figure_row
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.sheet import open_record
from caregiver_desk.desk.telling import counted, referred
from caregiver_desk.desk.theme import GAP, MEDIUM
from caregiver_desk.desk.words import PlainLabel, ago, as_day, body, due, heading, long_day, meta, moment
from caregiver_desk.practice.due import WAITING, Work, answer, look_at_plan, talk
from caregiver_desk.records.households import HouseholdState
from caregiver_desk.records.people import EngagementState, Role
from caregiver_desk.records.referrals import ReferralState
from caregiver_desk.store import arrivals, partners, questions, upkeep
from caregiver_desk.store.arrivals import Opened
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import count, later, say

ALL, AHEAD, SHOWN = 2000, 7, 8
TOO_LONG = timedelta(days=7)  # without a backup


@dataclass(frozen=True)
class Owed:
    """A promise that is due."""

    id: str
    what: str
    whose: str
    due: date


@dataclass(frozen=True)
class Waiting:
    """Somebody who is due to be heard."""

    caregiver: str
    name: str
    last: str
    due: date


@dataclass(frozen=True)
class ToAsk:
    """A support plan to look at together, or a service to ask what came of a referral."""

    kind: str
    id: str
    what: str
    whose: str
    due: date


@dataclass(frozen=True)
class Day:
    owed: tuple[Owed, ...]
    after: tuple[ToAsk, ...]
    waiting: tuple[Waiting, ...]
    arrived: tuple[tuple[str, Opened], ...]
    week: tuple[tuple[str, int], ...]
    needs_you: int
    people: int
    backed_up_on: date | None  # where that is too long ago


def day(book: Book) -> Day:
    today = clock.today()
    engaged = questions.listing(book, "engagement", {"role": Role.CAREGIVER.value}, limit=ALL)
    names = questions.names_of(book, [str(each["person"]) for each in engaged])
    held = [each for each in questions.listing(book, "check_in", limit=ALL) if each["state"] == "held"]
    senders = {each.laptop: each.name for each in partners.known(book)}
    came = tuple((senders.get(each.laptop, ""), each) for each in arrivals.opened(book)[:2])
    monday = (today - timedelta(today.weekday())).isoformat()
    return Day(
        _owed(book, names, today),
        (*_plans(book, names, today), *_referrals(book, today)),
        _waiting(engaged, names, held, _with_a_plan(book), today),
        came,
        (
            (say("Check-ins held"), sum(each["day"] >= monday for each in held)),
            (say("Visits"), sum(each["day"] >= monday for each in questions.listing(book, "visit"))),
        ),
        len([each for each in questions.disputed(book) if each.quarrels]),
        len(engaged),
        _backed_up_too_long_ago(book, today),
    )


def _backed_up_too_long_ago(book: Book, today: date) -> date | None:
    last = upkeep.backed_up_on(book, today)
    return last if last and today - last >= TOO_LONG else None


def _owed(book: Book, names: dict[str, str], today: date) -> tuple[Owed, ...]:
    until = (today + timedelta(AHEAD)).isoformat()
    promised = questions.listing(book, "promise", {"state": "open"}, limit=ALL)
    soon = sorted((each for each in promised if each["due"] and each["due"] <= until), key=lambda each: each["due"])
    return tuple(_owing(each, names) for each in soon[:SHOWN])


def _owing(leaf: Leaf, names: dict[str, str]) -> Owed:
    name = names.get(str(leaf["caregiver"]), say("somebody"))
    hers = leaf["owner"] == "caregiver"
    whose = say("{name} promised", name=name) if hers else say("promised to {name}", name=name)
    return Owed(leaf.id, leaf["what"] or say("A promise"), whose, date.fromisoformat(leaf["due"]))


def _with_a_plan(book: Book) -> frozenset[str]:
    plans = questions.listing(book, "support_plan", limit=ALL)
    return frozenset(str(each["caregiver"]) for each in plans if not each["ended"])


def _plans(book: Book, names: dict[str, str], today: date) -> Iterator[ToAsk]:
    """The support plans that the two should look at again."""
    for each in questions.listing(book, "support_plan", limit=ALL):
        look = look_at_plan(as_day(each["opened"]) or today, as_day(each["reviewed"]), as_day(each["ended"]))
        if look and look <= today + timedelta(AHEAD):
            whose = names.get(str(each["caregiver"]), say("somebody"))
            yield ToAsk(each.kind, each.id, say("Look at the support plan together"), whose, look)


def _referrals(book: Book, today: date) -> Iterator[ToAsk]:
    """The services to be asked what came of a referral; nobody asks for a household that is paused."""
    waiting = [each for state in WAITING for each in questions.listing(book, "referral", {"state": state}, limit=SHOWN)]
    names = questions.names_of(book, referred(waiting))
    for each in waiting:
        home = questions.find_one(book, "household", str(each["household"]))
        state = HouseholdState(home["state"] or HouseholdState.ACTIVE) if home else HouseholdState.ACTIVE
        ask = answer(ReferralState(each["state"]), as_day(each["day"]) or today, state)
        if ask and ask <= today + timedelta(AHEAD):
            whose = names.get(str(each["household"]), say("a household"))
            to = names.get(str(each["service"]), say("a service"))
            yield ToAsk(each.kind, each.id, say("Ask {service} what came of it", service=to), whose, ask)


def _waiting(
    engaged: Sequence[Leaf], names: dict[str, str], held: Sequence[Leaf], planned: frozenset[str], today: date
) -> tuple[Waiting, ...]:
    last: dict[str, Leaf] = {}
    for each in held:
        last.setdefault(str(each["caregiver"]), each)
    found = [_to_hear(each, names, last.get(str(each["person"])), planned, today) for each in engaged]
    until = today + timedelta(AHEAD)
    soon = (each for each in found if each and each.due <= until)
    return tuple(sorted(soon, key=lambda each: (each.due, each.name)))[:SHOWN]


def _to_hear(
    engaged: Leaf, names: dict[str, str], last: Leaf | None, planned: frozenset[str], today: date
) -> Waiting | None:
    somebody = str(engaged["person"])
    state = EngagementState(engaged["state"] or EngagementState.ACTIVE)
    heard, agreed = (as_day(last["day"]), as_day(last["next_day"])) if last else (None, None)
    when = talk(Work(state, as_day(engaged["since"]), somebody in planned), heard, agreed, today)
    name = names.get(somebody, say("Name not sent here"))
    words = say("last heard {when}", when=ago(heard, today)) if heard else say("not heard yet")
    return Waiting(somebody, name, words, when) if when else None


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
        _fill(self._promises, [self._promise(each, today) for each in found.owed], say("Nothing is due this week."))
        _fill(
            self._people,
            [self._person(each, today, first=each is found.waiting[0]) for each in found.waiting],
            say("Everyone was heard lately."),
        )
        self._to_ask.setVisible(bool(found.after))
        _fill(self._after, [self._asking(each, today) for each in found.after], "")
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


def _fill(shelf: Any, rows: Sequence[QWidget], empty: str) -> None:
    clear(shelf)
    for number, each in enumerate(rows):
        if number:
            shelf.addWidget(Hairline())
        shelf.addWidget(each)
    if not rows:
        shelf.addWidget(meta(empty, wrap=True))


def _line(words: QWidget, *rest: QWidget, first: QWidget | None = None) -> QWidget:
    laid = row(*([first] if first else []), words, *rest)
    laid.setStretch(1 if first else 0, 1)
    return holding(laid)


def _arrival(sender: str, opened: Opened) -> QWidget:
    title = say("{sender} · {when}", sender=sender or say("another laptop"), when=moment(opened.opened))
    return holding(column(body(title, weight=MEDIUM, wrap=True), meta(counted(opened.summary)), gap=1))
