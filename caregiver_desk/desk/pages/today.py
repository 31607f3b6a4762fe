"""Today: what was promised, who is due to be heard, what came in. Names and next steps, never a private word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QApplication, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk import care
from caregiver_desk.desk.answers.concerns.concerns import Told
from caregiver_desk.desk.answers.days import due, long_day, since
from caregiver_desk.desk.answers.duties import Day, Owed, ToAsk, Waiting, day
from caregiver_desk.desk.answers.next_step import Step
from caregiver_desk.desk.answers.wellbeing.offered import Offered
from caregiver_desk.desk.cards.ask_backup import AskBackup
from caregiver_desk.desk.cards.concerns.clock_tag import ClockTag
from caregiver_desk.desk.cards.nearly_full import NearlyFull
from caregiver_desk.desk.cards.next_step import NextStep
from caregiver_desk.desk.cards.one_press import OF_ITSELF, presses
from caregiver_desk.desk.cards.people.to_place import KINDS as TO_PLACE
from caregiver_desk.desk.cards.people.to_place import ToPlaceCard
from caregiver_desk.desk.cards.sharing.came_in import CameInCard
from caregiver_desk.desk.cards.supervision.asked_of_us import AskedCard, InOurNameCard
from caregiver_desk.desk.cards.visits.safety import KINDS as SAFETY
from caregiver_desk.desk.cards.visits.safety import SafetyCards
from caregiver_desk.desk.cards.wellbeing.needing import NeedingCard
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Primary, Small, SmallPrimary, pressed
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Card, Columns, clear, column, desk_of, holding, row
from caregiver_desk.desk.parts.marks import Avatar, Icon, Tag, figure_row
from caregiver_desk.desk.parts.parting import order_as_read
from caregiver_desk.desk.parts.shelf import FEW, Rows, Shelf
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.safe import safekeeping
from caregiver_desk.desk.sheets.opening import open_entry
from caregiver_desk.desk.sheets.people.placing import show_placing
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.desk.sheets.supervision.promise import show_promise
from caregiver_desk.desk.sheets.supervision.request import show_request
from caregiver_desk.desk.sheets.visits.load import show_load
from caregiver_desk.desk.sheets.wellbeing.need import show_need
from caregiver_desk.desk.theme import GAP, MEDIUM, SMALL
from caregiver_desk.store.access import What
from caregiver_desk.store.arrivals import IMPORTS
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import PARTNERS
from caregiver_desk.wording import count, digits, later, say

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window


class TodayPage(Page):
    subject, label, icon = "today", later("Today"), "today"
    kinds = frozenset(
        {
            "promise", "check_in", "person", "engagement", "supervision", "visit", "household", "stressor",
            "follow_up", "support_plan", "observation", "agreement", "referral", "service", "assignment", "concern",
            "concern_step", "worker_concern", "worker_step", "duty_review", "site_norm", "closure", *SAFETY, *TO_PLACE,
            "wellbeing_check", "support_need", "asking", "request", "stepping_in", "process", "probation",
            "process_stage", "site", "site_road", "vetting", IMPORTS, PARTNERS, care.BACKUPS,
        }
    )  # fmt: skip

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._promises = Shelf(say("Promises due"), say("Nothing is due this week."))
        self._now, self._offered = Shelf(say("Must not wait")), Shelf(say("Support due"))
        self._after = Shelf(say("To ask after"))
        self._people, self._stands_in = Shelf(say("Due to be heard")), meta(wrap=True)
        self._week = column(gap=6)
        self._came = CameInCard(lambda: self.goes.emit("sharing", {}))
        self._number, self._good = meta(), Shelf(say("Good news"))
        self._to_praise = Card(heading(say("Good news")), self._good, gap=GAP)
        self._how_many = meta()
        self._must = Card(row(heading(say("Must not wait")), 1, self._how_many), self._now, gap=GAP)
        self._to_support = Card(heading(say("Support due")), self._offered, gap=GAP)
        self._to_ask = Card(heading(say("To ask after")), self._after, gap=GAP)
        self._to_think = NeedingCard(self._think)
        opens = partial(show_request, self, hands)
        self._asked = AskedCard(say("Asked of the organisation"), opens)
        self._to_answer = AskedCard(say("Waits for your answer"), opens)
        self._in_our_name = InOurNameCard()
        self._backup, self._next = AskBackup(self._safekeep), NextStep(self._take)
        self._room = NearlyFull(self.ask)
        self._safety = SafetyCards(
            hands, self.goes.emit, lambda plan: open_entry(self, hands, "lone_visit_plan", plan, "")
        )
        place = partial(show_load, self, hands, self.goes.emit)
        self._to_place = ToPlaceCard(hands, partial(show_placing, self, hands, self.goes.emit, place))
        self._wants_keys = True
        self._columns = Columns((self._build_left(), 480, 1), (self._build_right(), 320, 0))
        self._first = pressed(Primary(say("Go to caregivers"), icon="people"), lambda: self.goes.emit("people", {}))
        words = say("Your promises and check-ins will show here. Start with the people you support.")
        self._empty = Empty("today", say("Nothing to show yet"), words, self._first)
        self._empty.hide()
        self.setLayout(column(self._columns, self._empty))

    def _build_left(self) -> QWidget:
        promises = Card(row(heading(say("Promises due")), 1, self._number), self._promises, gap=GAP)
        heard = Card(heading(say("Due to be heard")), self._stands_in, self._people, gap=GAP)
        return holding(
            column(
                self._must,
                self._to_answer,
                self._safety,
                self._next,
                promises,
                heard,
                self._to_place,
                self._to_think,
                self._in_our_name,
                self._to_support,
                self._to_ask,
                1,
            )
        )

    def _build_right(self) -> QWidget:
        week = Card(heading(say("This week")), self._week, gap=GAP)
        return holding(column(self._room, self._backup, self._asked, week, self._came, self._to_praise, 1))

    def question(self) -> Callable[[Book], Any]:
        return day

    def answer(self, found: Day) -> None:
        today = clock.today()
        self._columns.setVisible(found.begun)
        self._empty.setVisible(not found.begun)
        self.headed.emit(say("Today"), say("Date uncertain") if clock.in_doubt() else long_day(today))
        self._next.show_step(found.next, first=not _must_not_wait(found))
        self._backup.show_asked(found.backed_up_on, today, trial=found.trial_due)
        self._room.show_left(found.room)
        self.counted.emit(found.due_by(today))
        self._safety.ask()
        self._to_place.ask()
        self._show_promises(found, today)
        self._show_people(found, today)
        now, later_on = [each for each in found.offered if each.now], [each for each in found.offered if not each.now]
        self._show_must(found, now, today)
        rows = [partial(self._offering, each, today, first=False) for each in later_on]
        _show(self._to_support, self._offered, rows)
        self._to_think.show_needing(found.needing)
        _show(self._to_ask, self._after, [partial(self._asking, each, today) for each in found.after])
        self._asked.show_asked(found.asked, today)
        self._to_answer.show_asked(found.to_answer, today)
        self._in_our_name.show_promised(found.in_our_name, today)
        clear(self._week)
        for words, figure in found.week:
            self._week.addWidget(figure_row(words, figure))
        if found.between:
            self._week.addWidget(meta(found.between, wrap=True))
        if found.on_their_way:
            one, many = "{number} sheet is on its way", "{number} sheets are on their way"
            self._week.addWidget(meta(count(one, many, found.on_their_way), wrap=True))
        _show(self._to_praise, self._good, [partial(body, each, wrap=True) for each in found.good])
        self._came.show_arrived(found.arrived, found.needs_you)
        order_as_read(self._columns)
        self._give_keys()
        self.hands.looked(What.LISTED, found.told_of)

    def _show_must(self, found: Day, now: Sequence[Offered], today: date) -> None:
        """How many there are is said where not all are seen; the first has the one filled button of the page."""
        rows: list[Callable[[], QWidget]] = [
            partial(self._concern, each, first=not place) for place, each in enumerate(found.concerns)
        ]
        rows += [
            partial(self._offering, each, today, first=not place) for place, each in enumerate(now, len(found.concerns))
        ]
        self._how_many.setText(say("{number} in all", number=digits(len(rows))) if len(rows) > FEW else "")
        _show(self._must, self._now, rows)

    def take_keys(self) -> None:
        """To the next step of somebody who has only begun, now or once it is known."""
        self._wants_keys = True
        if not self.hands.lane.busy:
            self._give_keys()

    def _give_keys(self) -> None:
        """Not where somebody went on meanwhile."""
        held = QApplication.focusWidget()
        ways = (each for each in (self._first, self._next) if each.isVisible())
        if self._wants_keys and (way := next(ways, None)) and (held is None or held.isAncestorOf(self)):
            self._wants_keys = False
            way.setFocus()

    def _show_promises(self, found: Day, today: date) -> None:
        """Her own that are due today are seen, however many there are."""
        self._number.setText(count("{number} promise", "{number} promises", len(found.owed)) if found.owed else "")
        own_today = sum(each.own and each.due == today for each in found.owed)
        others = next((each for each in found.owed if not each.own), None)
        rows = [partial(self._promise, each, today, first=each is others) for each in found.owed]
        self._promises.show_rows(rows, least=own_today)

    def _show_people(self, found: Day, today: date) -> None:
        self._stands_in.setText("\n".join(found.stands_in))
        self._stands_in.setVisible(bool(found.stands_in))
        self._people.say_empty(say("Everyone was heard lately.") if found.hers else say("Nobody is yours to hear yet."))
        hers = (each for each in found.waiting if not each.own)
        first = None if found.next or _must_not_wait(found) else next(hers, None)
        self._people.show_rows([partial(self._person, each, today, first=each is first) for each in found.waiting])

    def _promise(self, owed: Owed, today: date, *, first: bool) -> QWidget:
        """One promise; above the `first` of those that others made it is said that they begin here."""
        done = pressed(Small(say("Done")), lambda: self._keep(owed))
        done.setAccessibleName(say("Done: {what}", what=owed.what))
        change = pressed(Small(say("Change")), lambda: show_promise(self, self.hands, owed.id))
        change.setAccessibleName(say("Change: {what}", what=owed.what))
        words = column(body(owed.what, weight=MEDIUM, wrap=True), meta(owed.whose, wrap=True), gap=1)
        told = beside(words, _due_tag(owed.due, today), change, done)
        return holding(column(heading(say("Promised by others")), told, gap=SMALL)) if first else told

    def _concern(self, told: Told, *, first: bool) -> QWidget:
        """Number and clock; what it is about stands where it is opened."""
        look = pressed(
            (SmallPrimary if first else Small)(say("Open")), lambda: self.goes.emit("concerns", {"concern": told.id})
        )
        look.setAccessibleName(say("Open: {name}", name=told.number))
        called = body(say("Concern {number}", number=told.number), weight=MEDIUM, wrap=True)
        words = column(called, meta(told.next or told.state, wrap=True), gap=1)
        return beside(words, ClockTag(told), look, first=[Icon("alert", "brick")])

    def _offering(self, offered: Offered, today: date, *, first: bool) -> QWidget:
        """Whose it is and by when; what it is about stands where it is opened."""
        tag = Tag(say("now"), "brick") if offered.now else _due_tag(offered.due, today)
        words = say("support was offered") if offered.asked else say("ask what is needed")
        look = (SmallPrimary if first else Small)(say("Open") if offered.asked else say("Offer support"))
        facts = {} if offered.asked else {"caregiver": offered.caregiver, "form": "follow_up"}
        look.setAccessibleName(say("{act}: {name}", act=look.text(), name=offered.name))
        pressed(look, lambda: self.goes.emit("wellbeing", facts))
        told = column(body(offered.name, weight=MEDIUM, wrap=True), meta(words, wrap=True), gap=1)
        return beside(told, tag, look, first=[Avatar(offered.name)])

    def _asking(self, after: ToAsk, today: date) -> QWidget:
        look = pressed(Small(say("Open")), lambda: open_entry(self, self.hands, after.kind, after.id, after.caregiver))
        look.setAccessibleName(say("Open: {what}, {whose}", what=after.what, whose=after.whose))
        words = column(body(after.what, weight=MEDIUM, wrap=True), meta(after.whose, wrap=True), gap=1)
        pressing = presses(after, partial(self.hands.lane.do, owner=self))
        looking = [] if after.kind in OF_ITSELF else [look]
        return beside(words, _due_tag(after.due, today), *pressing, *looking)

    def _think(self, caregiver: str, *, not_now: bool) -> None:
        show_need(self, self.hands, caregiver, self.goes.emit, not_now=not_now)

    def _person(self, waiting: Waiting, today: date, *, first: bool) -> QWidget:
        words = column(body(waiting.name, weight=MEDIUM, wrap=True), meta(waiting.last, wrap=True), gap=1)
        if waiting.own:
            return beside(words, _due_tag(waiting.due, today), first=[Avatar(say("You"))])
        begin = partial(self.goes.emit, "supervision", {"caregiver": waiting.caregiver})
        start = pressed((SmallPrimary if first else Small)(say("Start")), begin)
        start.setAccessibleName(say("Start a check-in with {name}", name=waiting.name))
        plan = pressed(Small(say("Plan")), lambda: self._plan(waiting))
        plan.setAccessibleName(say("Plan a check-in with {name}", name=waiting.name))
        return beside(words, _talk_tag(waiting, today), plan, start, first=[Avatar(waiting.name)])

    def _safekeep(self, name: str) -> None:
        safekeeping.DOINGS[name].does(cast("Window", desk_of(self)))

    def _plan(self, waiting: Waiting) -> None:
        self.hands.dialogs.show(act_sheet(self, self.hands, "plan_check_in", {"caregiver": waiting.caregiver}))

    def _take(self, step: Step) -> None:
        if step.act:
            self.hands.dialogs.show(act_sheet(self, self.hands, step.act, {}))
        else:
            self.goes.emit(step.subject, {})

    def _keep(self, owed: Owed) -> None:
        keep = named("keep_promise")
        self.hands.lane.do(lambda book: keep(book, id=owed.id), owner=self)


def _show(card: Card, shelf: Shelf, rows: Rows) -> None:
    """A card that is seen only where there is something in it."""
    card.setVisible(bool(rows))
    shelf.show_rows(rows)


def _must_not_wait(found: Day) -> bool:
    """Whether something comes before all else; it has its own button."""
    return bool(found.concerns) or any(each.now for each in found.offered)


def _due_tag(day: date, today: date) -> Tag:
    return Tag(due(day, today), "amber" if day <= today else "plain")


def _talk_tag(waiting: Waiting, today: date) -> Tag:
    """Over its day it is amber only once it is late; until then there is still room."""
    if waiting.due < today and not waiting.late:
        return Tag(since(waiting.due, today), "plain")
    return _due_tag(waiting.due, today)
