"""The days on which a probation is looked at: offered as they usually lie, to be changed, removed or added by keys.

Decision. They follow from the first day and the last while nobody has touched them; from the first change on they are
the reader's own and stay as they are. They are asked in one form with the rest, come back with its draft, and are saved
as steps by the act that opens the probation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_desk import clock
from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.days import Looks
from caregiver_desk.desk.parts.fields import Day
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.desk.parts.heard import label_of, name_for_everyone
from caregiver_desk.desk.parts.layout import clear, column, holding, row
from caregiver_desk.desk.parts.parting import order_as_read
from caregiver_desk.desk.parts.words import PlainLabel, body, meta
from caregiver_desk.practice.fairness.processes import review_called, usual_reviews
from caregiver_desk.wording import say

ASKED = "reviews"
BELOW = "until"  # the field under which they stand
ROOM = 170  # pixels that three of them take, at 100 per cent
CALLED = 120  # pixels for what one is called


def reviews_of(act: str) -> ReviewDays | None:
    """Where this act agrees on reviews: their days, to be asked on its sheet."""
    return ReviewDays() if act == "open_probation" else None


class ReviewDays(QWidget):
    """One line each, in words and with its day."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName(ASKED)
        self._days: list[Day] = []
        self._from_to: tuple[date, date] | None = None
        self._own = False  # whether somebody changed what was offered
        self._lines = column(gap=theme.SMALL)
        self._says = meta(wrap=True)
        self._add = pressed(Small(say("Add a review"), icon="plus"), self._one_more)
        head = PlainLabel(say("Reviews"), size=theme.META, weight=theme.MEDIUM, tint="ink-soft")
        told = column(head, self._says, gap=theme.TIGHT)
        self.setLayout(column(told, self._lines, row(self._add, 1), gap=theme.SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show([])

    def heed(self, since: Any, until: Any) -> None:
        """From when to when it is; as long as nobody changed them, its usual reviews stand here."""
        from_to = (since, until) if isinstance(since, date) and isinstance(until, date) else None
        if from_to == self._from_to:
            return
        self._from_to = from_to
        if not self._own:
            self._show(self._usual())
        self._tell()

    def value(self) -> list[Any]:
        """The days, or what was typed for one, where neither is empty."""
        return [told for each in self._days if (told := each.value())]

    def put(self, days: Sequence[Any]) -> None:
        """These days and no others, as somebody left them."""
        told = [date.fromisoformat(str(each)) if _is_day(each) else each for each in days]
        self._own = told != self._usual()
        self._show(told)

    def fits(self) -> bool:
        """Whether each is a day; the first that is none has the keys, and says so."""
        wrong = next((each for each in self._days if each.fault()), None)
        if wrong is not None:
            self._says.setText(wrong.fault())
            wrong.line.setFocus()
        return wrong is None

    def _usual(self) -> list[date]:
        return usual_reviews(*self._from_to, clock.today()) if self._from_to else []

    def _tell(self) -> None:
        if self._from_to is None and not self._days:
            self._says.setText(say("Say from when until when; the usual days then stand here, for you to change."))
        elif not self._days:
            self._says.setText(say("None is planned. Steps can be planned later as well."))
        else:
            self._says.setText(say("Agree on them together. They are kept as steps; each may be moved later."))

    def _show(self, days: Sequence[Any]) -> None:
        clear(self._lines)
        self._days = [Day(Looks.AHEAD, hands_on=False) for _ in days]
        for number, (line, day) in enumerate(zip(self._days, days, strict=True)):
            line.put(day)
            line.changed.connect(self._touched)
            self._lines.addWidget(self._line(number, line))
        order_as_read(self.window())
        self._tell()

    def _line(self, number: int, day: Day) -> QWidget:
        called = review_called(number, len(self._days))
        name_for_everyone(day, called, say("Both know when it is looked at, and can get ready."))
        day.setObjectName(f"review-{number + 1}")
        away = pressed(Small(say("Remove")), partial(self._remove, number))
        away.setAccessibleName(say("Remove: {what}", what=called))
        words = label_of(body(called, wrap=True), day)
        words.setFixedWidth(theme.px(CALLED))
        return holding(row(words, day, 1, away))

    def _touched(self) -> None:
        self._own = True
        self._tell()
        self.changed.emit()

    def _remove(self, number: int) -> None:
        """The keys go to the one that comes after it."""
        self._show([each.value() or "" for place, each in enumerate(self._days) if place != number])
        (self._days[min(number, len(self._days) - 1)].line if self._days else self._add).setFocus()
        self._touched()

    def _one_more(self) -> None:
        self._show([*(each.value() or "" for each in self._days), ""])
        self._days[-1].line.setFocus()
        self._touched()


class Reviewed(QObject):
    """A form and the reviews that stand in it, as one thing that is filled in."""

    filled = Signal()

    def __init__(self, form: Form, reviews: ReviewDays) -> None:
        super().__init__(form)
        self._form, self._reviews = form, reviews
        form.filled.connect(self._heed)
        form.filled.connect(self.filled)
        reviews.changed.connect(self.filled)
        self._heed()

    def values(self) -> dict[str, Any]:
        days = self._reviews.value()
        return {**self._form.values(), **({ASKED: days} if days else {})}

    def fill(self, values: Mapping[str, Any]) -> None:
        self._form.fill(values)
        self._heed()
        self._reviews.put(values.get(ASKED, ()))

    def fits(self) -> bool:
        return self._form.fits() and self._reviews.fits()

    def _heed(self) -> None:
        told = self._form.values()
        self._reviews.heed(told.get("since"), told.get("until"))


def _is_day(told: Any) -> bool:
    try:
        date.fromisoformat(str(told))
    except ValueError:
        return False
    return True
