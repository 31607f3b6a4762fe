"""Our numbers: what counts as much, as late, as soon; what the program ships, what we say, and where it comes from.

Whoever speaks for the site types another number and saves all that was changed with one press; an empty field means
the shipped one. Others read it. They stand by subject, one subject at a time; one press saves all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.acts.norms import Said
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.customs import Numbers, numbers
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.fields import Choice, Number, Words
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.heard import label_of
from caregiver_desk.desk.parts.layout import Hairline, Scroll, column, holding
from caregiver_desk.desk.parts.several import Several
from caregiver_desk.desk.parts.words import body, heading, meta, title
from caregiver_desk.desk.sheets.frame import stand_over
from caregiver_desk.errors import Problem
from caregiver_desk.practice.norms import NAMES
from caregiver_desk.records.customs import SITE_NORM
from caregiver_desk.wording import full_day, later, say

WIDE, HIGH = 680, 660
NARROW = 72  # pixels of a number
SUBJECTS = {  # where a number begins a subject of those that follow it: its name, and what it is about
    "heavy_day": (later("Workload"), later("What counts as much")),
    "talk": (later("Check-ins"), later("When somebody is heard")),
    "together": (later("Together"), later("Visits together and groups")),
    "own_supervision": (later("Supervision"), later("Agreements, plans and one’s own supervision")),
    "after_event_offer": (later("Hard events"), later("What is offered after a hard event")),
    "organisation_reply": (later("Answers"), later("When an answer is asked for")),
    "offer_talk": (later("Offers"), later("What is offered, by when")),
    "strain_now": (later("Support now?"), later("When the desk asks. A person decides, with the caregiver’s own view")),
    "goal_looks": (later("Growth"), later("Goals, courses, and somebody beside who is new")),
}


def show_numbers(parent: QWidget, hands: Hands) -> None:
    hands.lane.ask(numbers, then=lambda found: hands.dialogs.show(NumbersSheet(parent, hands, found)), owner=parent)


class NumbersSheet(QDialog):
    """A sentence for each number of the subject that is chosen."""

    def __init__(self, parent: QWidget, hands: Hands, found: Numbers) -> None:
        super().__init__(parent)
        self._hands, self._found = hands, found
        self.setObjectName("numbers")
        self.setWindowTitle(say("Our numbers"))
        self._typed = {each.norm.name: _field(each) for each in found.said} if found.may_say else {}
        self._reason = Words(SITE_NORM.fields["reason"].most)
        self._subjects = Choice([(each, say(words)) for each, (words, _) in SUBJECTS.items()], required=True)
        self._subjects.setAccessibleName(say("Which numbers"))
        self._parts = {each: holding(column(*self._lines(each), gap=theme.GAP)) for each in SUBJECTS}
        self._subjects.changed.connect(lambda: self._show_subject(self._subjects.value()))
        head = column(title(say("Our numbers")), meta(_about(found), wrap=True), self._subjects, gap=theme.SMALL)
        lines = column(*self._parts.values(), *self._ask_why(), 1, gap=theme.GAP)
        inside = Scroll(holding(lines), beside=theme.GAP)
        stand_over(self, column(head, column(inside, self._build_foot(), gap=0), gap=theme.ROOM), WIDE, HIGH)
        self._draft = Draft(self, hands.drafts, "numbers", Several(self, {**self._typed, "reason": self._reason}))
        self._draft.come_back()
        self._draft.ends_with(self)
        self._show_subject(next(iter(SUBJECTS)))
        next(iter(self._typed.values()), self._subjects).setFocus()

    def _build_foot(self) -> Foot:
        leave = pressed(Quiet(say("Leave") if self._typed else say("Close")), self.reject)
        if not self._typed:
            self._foot = Foot(leave)
            return self._foot
        save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self._save)
        on_ctrl_enter(self, self._save)
        self._foot = Foot(save, others=[leave])
        return self._foot

    def _show_subject(self, subject: str) -> None:
        self._subjects.put(subject)
        for each, part in self._parts.items():
            part.setVisible(each == subject)

    def _lines(self, subject: str) -> Iterator[QWidget]:
        yield heading(say(SUBJECTS[subject][1]))
        for each in self._found.said:
            if _subject_of(each.norm.name) == subject:
                yield self._line(each)
                yield Hairline()

    def _line(self, each: Said) -> QWidget:
        about = [meta(words, wrap=True) for words in _told(each, self._found.called)]
        return holding(column(*self._sentence(each), *about, gap=theme.TIGHT))

    def _sentence(self, each: Said) -> list[QWidget]:
        """What is read as one sentence; where a number is typed, it stands below its gap."""
        norm = each.norm
        if norm.name not in self._typed:
            return [body(say("{words}.", words=norm.sentence(each.holds)), weight=theme.MEDIUM, wrap=True)]
        typed = self._typed[norm.name]
        return [label_of(body(norm.asked(), weight=theme.MEDIUM, wrap=True), typed), typed]

    def _ask_why(self) -> list[QWidget]:
        if not self._typed:
            return []
        words = say("Why, if you like")
        self._reason.setAccessibleName(words)
        return [holding(column(label_of(meta(words), self._reason), self._reason, gap=theme.TIGHT))]

    def _save(self) -> None:
        for name, each in self._typed.items():
            if each.fault():
                self._show_subject(_subject_of(name))
                each.setFocus()
                self._foot.complain(each.fault())
                return
        changed, reason, act = self._changed(), self._reason.value() or "", named("set_norms")
        if not changed:
            self.reject()
            return
        self._hands.lane.do(
            lambda book: act(book, values=changed, reason=reason),
            owner=self,
            then=lambda _: self.accept(),
            refused=self._refused,
        )

    def _changed(self) -> dict[str, Any]:
        """What is typed otherwise than the site says now."""
        typed = {each.norm.name: (each, self._typed[each.norm.name].value()) for each in self._found.said}
        return {name: value for name, (each, value) in typed.items() if value != each.ours}

    def _refused(self, problem: Problem) -> None:
        self._foot.complain(problem)


def _subject_of(name: str) -> str:
    return [each for each in NAMES[: NAMES.index(name) + 1] if each in SUBJECTS][-1]


def _field(each: Said) -> Number:
    number = Number(each.norm.least, each.norm.most)
    number.setObjectName(each.norm.name)
    number.put(each.ours)
    number.setPlaceholderText(str(each.norm.value))
    number.setFixedWidth(theme.px(NARROW))
    number.setAccessibleName(each.norm.asked())
    return number


def _told(each: Said, called: Mapping[str, str]) -> Iterator[str]:
    norm = each.norm
    if each.ours is not None:
        yield say("As shipped: {value}.", value=norm.value)
    yield say("Where it comes from: {source}.", source=norm.source)
    if each.differing:
        yield say("Two different numbers were said. Until one is said anew, the shipped one holds.")
    if each.ours is not None and each.day:
        who, day = called.get(each.by, say("somebody")), full_day(each.day)
        words = say("Ours since {day}, by {who}", day=day, who=who)
        yield say("{words}: {reason}", words=words, reason=each.reason) if each.reason else words


def _about(found: Numbers) -> str:
    shipped = say("Hardly one of these is a law. As shipped in {version}.", version=found.version)
    if found.may_say:
        return say("{shipped} Type another where we differ; an empty field keeps the shipped one.", shipped=shipped)
    return say("{shipped} Your coordinator says another for the site.", shipped=shipped)
