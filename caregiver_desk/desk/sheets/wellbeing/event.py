"""Something hard happened: who, what, when, and what is offered; beside it how to speak of it.

The call comes while the phone is still warm, so it takes a minute and a dozen keys: a few letters of a name, a few of
what happened, *now* stands there already, one figure for each thing that is offered. More may be said and need not be.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import HEARD
from caregiver_desk.desk.answers.visits.safety import Event, event
from caregiver_desk.desk.cards.numbers import number_row
from caregiver_desk.desk.cards.wellbeing.proposals import Proposals
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.forms import Foot, Form
from caregiver_desk.desk.parts.heard import label_of
from caregiver_desk.desk.parts.layout import Card, Columns, Scroll, column, holding
from caregiver_desk.desk.parts.moments import When
from caregiver_desk.desk.parts.parting import as_part
from caregiver_desk.desk.parts.words import PlainLabel, body, heading, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.desk.sheets.offering import offer
from caregiver_desk.errors import OpenedByAnother, Problem
from caregiver_desk.practice.visits import rounds
from caregiver_desk.practice.wellbeing import events
from caregiver_desk.practice.wellbeing.events import Moment, Proposal
from caregiver_desk.records.visits.safety import SAFETY_INCIDENT
from caregiver_desk.records.wellbeing.wellbeing import FOLLOW_UP, STRESSOR, HardEvent
from caregiver_desk.store.access import What
from caregiver_desk.wording import later, say

WIDE, HIGH = 900, 720
WHO = ("caregiver", "event")
CALLED = {"caregiver": later("Whom it happened to")}
MORE = ("helper", "reached")
UNSAFE = ("injured", "police")


def show_event(parent: QWidget, hands: Hands, caregiver: str = "") -> None:
    """The sheet, with a name if one knows whose it is."""
    hands.lane.ask(
        lambda book: event(book, caregiver),
        then=lambda found: hands.dialogs.show(EventSheet(parent, hands, found)),
        owner=parent,
    )


class Said(QObject):
    """All that stands on the sheet."""

    filled = Signal()

    def __init__(self, forms: tuple[Form, ...], when: When, proposals: Proposals) -> None:
        super().__init__(proposals)
        self._forms, self._when, self._proposals = forms, when, proposals
        for form in forms:
            form.filled.connect(self.filled)
        proposals.filled.connect(self.filled)
        when.changed.connect(self.filled)

    def values(self) -> dict[str, Any]:
        told = {name: value for form in self._forms for name, value in form.values().items()}
        offers = self._proposals.values()
        moment = self._when.value()
        return told | ({"offers": offers} if offers else {}) | ({"when": moment} if moment != say("now") else {})

    def fill(self, values: Mapping[str, Any]) -> None:
        for form in self._forms:
            form.fill(values)
        self._when.put(values.get("when"))
        self._proposals.fill(values.get("offers", ()))


class EventSheet(QDialog):
    """One event, of one person."""

    def __init__(self, parent: QWidget, hands: Hands, told: Event) -> None:
        super().__init__(parent)
        self._hands, self._told = hands, told
        self.setObjectName("event")
        self.setWindowTitle(say("Something hard happened"))
        self.form = Form(STRESSOR, WHO, labels={name: say(words) for name, words in CALLED.items()}, needs=("event",))
        self.codes = Form(STRESSOR, ("codes",)).below_another()
        self.more, self.unsafe = Form(FOLLOW_UP, MORE).below_another(), Form(SAFETY_INCIDENT, UNSAFE).below_another()
        self.wish = Form(STRESSOR, ("agreed",), labels={"agreed": say("May it be written down")}).below_another()
        self.when, self.proposals = When(), Proposals()
        self.when.line.setObjectName("when")
        self.when.line.setAccessibleName(say("When"))
        self._offer_people()
        self._forms = (self.form, self.codes, self.more, self.unsafe, self.wish)
        self._save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(self._save, *self._forms, others=[pressed(Quiet(say("Leave")), self.reject)])
        self._lay()
        self._said = Said(self._forms, self.when, self.proposals)
        for form in self._forms:
            form.empty()
        self.form.put({"caregiver": told.caregiver})
        self._draft = Draft(self, hands.drafts, f"event/{told.caregiver}", self._said)
        self._draft.come_back()
        self._said.filled.connect(self._heed)
        self._heed()
        on_ctrl_enter(self, self.save)
        self._draft.ends_with(self)
        self.form.go_on()

    def _offer_people(self) -> None:
        """Whoever is here, and oneself: then it says who opens it."""
        people = self._told.people
        me = {self._told.me: say("Me")}
        offer(self.form, "caregiver", None if people is None else {**people, **me}, self._hands.lane, HEARD)

    def _lay(self) -> None:
        words = title(say("Something hard happened"))
        words.setWordWrap(True)
        head = holding(
            column(
                words, meta(say("Ring first. This takes a minute, and can wait that long."), wrap=True), gap=theme.TIGHT
            )
        )
        called = PlainLabel(say("When"), size=theme.META, weight=theme.MEDIUM, tint="ink-soft")
        when = holding(column(label_of(called, self.when), self.when, gap=theme.TIGHT))
        self._own = Card(body(str(OpenedByAnother()), wrap=True), edge="amber")
        self._call = self._urgent()
        self._rest = holding(
            column(
                self.codes, when, as_part(self.proposals), self._call, self.more, self.unsafe, self.wish, gap=theme.GAP
            )
        )
        left = holding(column(self.form, self._own, self._rest, 1, gap=theme.GAP))
        both = Columns((left, 460, 1), (self._guide(), 250, 0))
        self._inside = Scroll(both, beside=theme.GAP)
        below = column(self._inside, self._foot, gap=0)
        stand_over(self, column(head, below, gap=theme.ROOM), WIDE, HIGH)

    def _guide(self) -> QWidget:
        """Three words and what they mean; nothing of it has to be read."""
        parts = [part for word, told in events.guide() for part in (heading(word), body(told, wrap=True))]
        return holding(column(as_part(Card(*parts, gap=theme.SMALL, edge="leaf")), 1))

    def _urgent(self) -> Card:
        """Whom to ring before anything is saved, where somebody may harm themselves."""
        call = PlainLabel(
            say("Ring before you save. Stay with them, or find somebody who does."),
            size=theme.META,
            weight=theme.SEMIBOLD,
            tint="brick",
            wrap=True,
        )
        return Card(call, *map(number_row, self._told.urgent), gap=theme.SMALL, edge="brick")

    def _heed(self) -> None:
        """What is shown follows from who was hit, what happened and what is ticked."""
        told = self._said.values()
        own = told.get("caregiver") == self._told.me
        happened = HardEvent(told["event"]) if told.get("event") else None
        self._own.setVisible(own)
        self._rest.setVisible(not own)
        self._save.setEnabled(not own)
        self.codes.setVisible(_only_they_can_say(happened))
        self.unsafe.setVisible(happened is not None and events.incident(happened) is not None)
        self._show_call(urgent=str(Proposal.URGENT) in told.get("offers", ()))
        self._propose(happened)

    def _show_call(self, *, urgent: bool) -> None:
        """Numbers that nobody sees help nobody: they are brought in sight once they have their place."""
        came = urgent and self._call.isHidden()
        self._call.setVisible(urgent)
        if came:
            QTimer.singleShot(0, self._call, lambda: self._inside.ensureWidgetVisible(self._call))

    def _propose(self, happened: HardEvent | None) -> None:
        day, hour = self.when.meant()
        moment = Moment(day or clock.today(), rounds.hour(hour) if hour else None, clock.today())
        norms, closed = self._told.norms, self._told.closed
        days = {each: next(events.steps([each], moment, norms, closed)).due for each in Proposal}
        self.proposals.propose(events.proposed(happened) if happened else events.USUAL, days)

    def save(self) -> None:
        self._foot.complain(self.when.fault())
        asked = [form for form in self._forms if form is not self.codes or self.codes.isVisible()]
        if not self._save.isEnabled() or not all(form.fits() for form in asked) or self.when.fault():
            return
        values, act = self._said.values(), named("hard_event")
        day, hour = self.when.meant()
        values.pop("when", None)
        given = {"offers": [], **values, "day": day, **({"at": hour} if hour else {})}
        self._hands.lane.do(
            lambda book: act(book, **given), owner=self, then=lambda _: self._saved(given), refused=self._refused
        )

    def _saved(self, given: Mapping[str, Any]) -> None:
        self._hands.looked(What.OPENED, {str(given["caregiver"])})
        self.accept()

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)


def _only_they_can_say(happened: HardEvent | None) -> bool:
    """Whether what weighs does not follow from what happened."""
    return happened is not None and events.weighs(happened) is None
