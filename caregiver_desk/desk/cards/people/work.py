"""How somebody's work stands now: a few numbers, and when the next talk is. No score, and no light."""

from __future__ import annotations

from datetime import date

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.days import due
from caregiver_desk.desk.answers.people.known import Known
from caregiver_desk.desk.parts.buttons import Small
from caregiver_desk.desk.parts.layout import Card, Hairline, holding, row
from caregiver_desk.desk.parts.marks import Tag, figure_row
from caregiver_desk.desk.parts.veiled import seen_on_asking
from caregiver_desk.desk.parts.words import body, heading
from caregiver_desk.practice.people.vetting import Status
from caregiver_desk.wording import digits, say


class WorkCard(Card):
    """Of whoever is chosen."""

    def __init__(self) -> None:
        self._households, self._visits, self._promises, self._support = (body(weight=theme.SEMIBOLD) for _ in range(4))
        self._due, self._vetted = Tag(""), Tag("")
        ring, self._phone = Small(say("Show"), icon="eye"), body()
        self.cover = seen_on_asking(ring, self._phone, say("Phone"))
        self._ringing = figure_row(say("Phone"), holding(row(self._phone, ring)))
        super().__init__(
            heading(say("Work now")),
            figure_row(say("Households"), self._households),
            figure_row(say("Visits recorded"), self._visits),
            figure_row(say("Open promises"), self._promises),
            figure_row(say("Support under way"), self._support),
            figure_row(say("Vetting"), self._vetted),
            self._ringing,
            Hairline(),
            figure_row(say("Next check-in"), self._due),
        )

    def show_next(self, day: date | None, *, another: bool) -> None:
        """Of `another` than before, what was asked for is hidden again."""
        if another:
            self.cover()
            self._ringing.hide()
        today = clock.today()
        late = day is not None and day < today
        self._due.say(due(day, today) if day else say("not planned"), "amber" if late else "plain")

    def show_known(self, known: Known) -> None:
        self._phone.setText(known.phone)
        self._ringing.setVisible(bool(known.phone))
        self._households.setText(digits(known.households))
        self._visits.setText(digits(known.visits))
        self._promises.setText(digits(known.open_promises))
        self._support.setText(digits(known.open_support))
        self._vetted.say(say(known.vetted), "plain" if known.vetted is Status.CURRENT else "amber")
