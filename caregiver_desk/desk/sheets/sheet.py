"""A sheet over the window for whatever has a form that follows from its declaration: an act begun, a record changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import ACTS, Act, Outcome, named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.choices import Choices, choices
from caregiver_desk.desk.cards.supervision.kinds_of_talk import heed_kinds
from caregiver_desk.desk.cards.supervision.way_to_ask import Given, WayToAsk, to_let_know
from caregiver_desk.desk.cards.wellbeing.urgent import heed_danger, urgent_below
from caregiver_desk.desk.drafts import Draft
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot, Form, default_of
from caregiver_desk.desk.parts.layout import Scroll, column, desk_of, holding
from caregiver_desk.desk.parts.words import meta, title
from caregiver_desk.desk.sheets.erasing import Erasing, show_erasing
from caregiver_desk.desk.sheets.fairness.reviews import BELOW as AGREED_BELOW
from caregiver_desk.desk.sheets.fairness.reviews import ROOM, Reviewed, reviews_of
from caregiver_desk.desk.sheets.frame import TITLE_ROOM, stand_over
from caregiver_desk.desk.sheets.history_sheet import show_history
from caregiver_desk.desk.sheets.offering import offer
from caregiver_desk.desk.sheets.onto_paper import print_out
from caregiver_desk.desk.sheets.papers import printed
from caregiver_desk.desk.sheets.sharing.lookalikes import BELOW, Lookalikes
from caregiver_desk.desk.sheets.ways import FIRST_OF_ALL, Asking, asking
from caregiver_desk.errors import Problem
from caregiver_desk.practice.spoken import worded_in
from caregiver_desk.practice.supervision.agenda import every_line, prompts, structure
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import Kind
from caregiver_desk.records.supervision.agreement import AgreementState
from caregiver_desk.records.supervision.supervision import CheckInType
from caregiver_desk.reports.papers import Asked
from caregiver_desk.store import looks, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say

RENEWED = "agreement", AgreementState.AGREED.value  # what is begun anew from its own words
ON_PAPER = {
    "agreement": "agreement",
    "check_in": "check-in",
    "lone_visit_plan": "alone",
    "support_plan": "support-plan",
}
BEFORE = {"record_notice": ("notice", "person"), "record_consent": ("consent", "household")}  # what is read before it
ROUND_IT = 200  # pixels that head, foot and edges take
SHOWN = "*shown"  # beside the fields of a change that was begun: the lines that were current when it was
MANY = 5  # fields, of which it is said which are needed


def act_sheet(
    parent: QWidget,
    hands: Hands,
    name: str,
    given: Mapping[str, Any] | None = None,
    *,
    begun: Mapping[str, Any] | None = None,
    why: str = "",
) -> Sheet:
    """The sheet of an act, filled in as far as one knows already; with `begun` somebody goes on from these words.

    `why` says what this has to do with what was pressed, where that is not plain.
    """
    asked = asking(named(name))
    if asked is None:
        raise ValueError(name)
    return Sheet(parent, hands, named(name), asked, given=given, begun=begun, why=why)


def open_record(parent: QWidget, hands: Hands, kind: str, record: str) -> None:
    """Show a record in its form, if records of its kind can be changed."""

    def show(leaf: Leaf) -> None:
        hands.dialogs.show(change_sheet(parent, hands, leaf))
        hands.looked(What.OPENED, looks.whom([leaf]))

    if f"change_{kind}" in ACTS:
        hands.lane.ask(lambda book: questions.get(book, kind, record), then=show, owner=parent)


class Goes(Protocol):
    """What brings a page to the front."""

    def go(self, subject: str, facts: dict[str, object] | None = None) -> None: ...


def open_known(window: QWidget, hands: Hands, kind: str, record: str) -> None:
    """Show somebody or something by its name: a caregiver on her page, a concern on its own, all else in its form."""
    if KINDS[kind].stays:
        cast("Goes", window).go("concerns", {"concern": record})
        return

    def show(caregiver: bool) -> None:
        if caregiver:
            cast("Goes", window).go("people", {"caregiver": record})
        else:
            open_record(window, hands, kind, record)

    works = {"person": record, "role": Role.CAREGIVER}
    hands.lane.ask(lambda book: bool(questions.count(book, "engagement", works)), then=show, owner=window)


def change_sheet(parent: QWidget, hands: Hands, leaf: Leaf) -> Sheet:
    """A record that is here, in the form that follows from its declaration."""
    kind = KINDS[leaf.kind]
    fields = [name for name in told_in_words(kind) if leaf.kind != "check_in" or _is_told(leaf, name)]
    return Sheet(parent, hands, named(f"change_{leaf.kind}"), Asking(kind, tuple(fields)), leaf)


def _is_told(leaf: Leaf, name: str) -> bool:
    """Of a check-in what its kind asks, and what holds something; not what only other kinds would ask."""
    told = structure(CheckInType(leaf["type"] or CheckInType.ONE_TO_ONE))
    asked = {*(each.field for each in told.asks), *told.also}
    return name in asked or leaf[name] is not None or name not in {*every_line(), "review_of"}


def _prompts(leaf: Leaf | None) -> Mapping[str, str]:
    """What a check-in asked when it was written."""
    if leaf is None or leaf.kind != "check_in":
        return {}
    return prompts(CheckInType(leaf["type"] or CheckInType.ONE_TO_ONE), worded_in(leaf.values))


def told_in_words(kind: Kind) -> list[str]:
    """The fields that somebody fills in, without those that point at what has no name, such as a check-in."""
    fields = kind.fields.items()
    asked = {name: field.shown.refers for name, field in fields if field.shown.typed}
    return [name for name, refers in asked.items() if not refers or KINDS[refers].named]


def referred_options(book: Book, kinds: frozenset[str]) -> dict[str, Choices | None]:
    """What the fields of a form may refer to, by kind of record; None where that is too much to be at hand."""
    return {kind: choices(book, kind) for kind in kinds}


class Changes(QObject):
    """Only what she changed in a form: a field that was never sent to this book is not written over.

    What was begun keeps which record she was shown, as it stood then: a colleague may change it before she comes back.
    """

    filled = Signal()

    def __init__(self, form: Form, leaf: Leaf) -> None:
        super().__init__(form)
        self._form, self._before, self.shown = form, form.values(), leaf
        form.filled.connect(self.filled)

    def fields(self) -> dict[str, Any]:
        now, kind = self._form.values(), self._form.kind
        told = {name: now.get(name, default_of(each.field, kind)) for name, each in self._form.rows.items()}
        return {name: value for name, value in told.items() if now.get(name) != self._before.get(name)}

    def values(self) -> dict[str, Any]:
        fields = self.fields()
        return {**fields, SHOWN: dict(self.shown.heads)} if fields else {}

    def fill(self, values: Mapping[str, Any]) -> None:
        self.shown = replace(self.shown, heads=values.get(SHOWN, self.shown.heads))
        self._form.put(values)


class Sheet(QDialog):
    """One act, its form, and the two ways out: save, or leave."""

    def __init__(
        self,
        parent: QWidget,
        hands: Hands,
        act: Act,
        asked: Asking,
        leaf: Leaf | None = None,
        *,
        given: Mapping[str, Any] | None = None,
        begun: Mapping[str, Any] | None = None,
        why: str = "",
    ) -> None:
        super().__init__(parent)
        self._hands, self._act, self._leaf, self._window = hands, act, leaf, desk_of(parent)
        self._why = why or say(FIRST_OF_ALL.get(act.name, ""))
        self.setWindowTitle(say(act.label))
        self.setObjectName("sheet")
        named_alike = asked.kind.name in BELOW and not leaf
        self._lookalikes = Lookalikes(hands.lane, asked.kind) if named_alike else None
        self._reviews = reviews_of(act.name)
        allows = leaf is not None and "may_know" in asked.fields
        self._lets_know = WayToAsk(to_let_know, self._ask_organisation) if allows else None
        self._fill_in(asked, leaf.values if leaf else {**(given or {}), **(begun or {})})
        self._come_back(map(str, (given or {}).values()))
        self._lay()
        self._offer()
        if given:
            self.form.go_on()
        else:
            next(iter(self.form.rows.values())).editor.setFocus()
        if self._lookalikes:
            self._lookalikes.opened.connect(self._open_instead)
            self._lookalikes.heed(self.form)

    def _fill_in(self, asked: Asking, values: Mapping[str, Any]) -> None:
        """The form as it stands before anybody types, and what heeds what is typed."""
        below = self._below(asked)
        labels = {name: say(words) for name, words in asked.labels.items()}
        self.form = Form(
            asked.kind, asked.fields, labels=labels, below=below, ahead=asked.ahead, prompts=_prompts(self._leaf)
        )
        self.form.empty()
        self.form.put(values)
        heed_danger(below, self.form)
        heed_kinds(self.form, self._hands.lane)
        if self._lets_know:
            self._lets_know.follow(self.form, ("caregiver", "codes", "may_know"))

    def _below(self, asked: Asking) -> dict[str, QWidget]:
        """What stands below a field, by its name."""
        below: dict[str, QWidget] = {BELOW[asked.kind.name]: self._lookalikes} if self._lookalikes else {}
        below |= urgent_below(asked.kind, asked.fields, self._hands.lane)
        below |= {"may_know": self._lets_know} if self._lets_know else {}
        return below | ({AGREED_BELOW: self._reviews} if self._reviews else {})

    def _come_back(self, about: Iterable[str]) -> None:
        """What was begun here, of this record or about these, stands here again."""
        self._changes = Changes(self.form, self._leaf) if self._leaf else None
        self._told = Reviewed(self.form, self._reviews) if self._reviews else self.form
        place = "/".join([self._act.name, *([self._leaf.id] if self._leaf else about)])
        self._draft = Draft(self, self._hands.drafts, place, self._changes or self._told)
        self._draft.come_back()

    def _lay(self) -> None:
        self._save = pressed(Primary(say("Save"), hint="Ctrl ↵"), self.save)
        self._foot = Foot(self._save, self.form, others=[pressed(Quiet(say("Leave")), self.reject)])
        filled = column(Scroll(self.form, beside=theme.GAP), self._foot, gap=0)
        laid = column(self._head(), filled, gap=theme.ROOM)
        stand_over(self, laid, 640, min(700, self._needed() + (ROOM if self._reviews else 0)))
        self.finished.connect(self._finish)
        on_ctrl_enter(self, self.save)

    def _needed(self) -> int:
        """How high it would be with all its fields seen, in pixels at 100 per cent."""
        return round(self.form.sizeHint().height() * 100 / theme.percent()) + ROUND_IT

    def _head(self) -> QWidget:
        history = pressed(Plain(say("History"), icon="clock"), self._show_history)
        takes_out = f"withdraw_{self.form.kind.name}" in ACTS
        out = [pressed(Plain(say("Take out"), icon="undo"), self._take_out)] if takes_out else []
        prints = self.form.kind.name in ON_PAPER
        out += [pressed(Plain(say("Print"), icon="print"), self._print)] if prints else []
        renews = self._leaf is not None and (self._leaf.kind, self._leaf["state"]) == RENEWED
        out += [pressed(Plain(say("Renew"), icon="plus"), self._renew)] if renews else []
        out += [pressed(Plain(say("Erase"), icon="alert"), self._erase)] if not self.form.kind.stays else []
        words = title(say(self._act.label))
        words.setWordWrap(True)
        first = [pressed(Plain(say("Print it"), icon="print"), self._print_before)] if self._act.name in BEFORE else []
        head = beside(words, *([*out, history] if self._leaf else first), least=TITLE_ROOM)
        return holding(column(head, *self._needed_words(), gap=theme.TIGHT))

    def _needed_words(self) -> list[QWidget]:
        """What is to be known first; and of many fields, which must not be left empty."""
        first = [self._why] if self._why and not self._leaf else []
        return [meta(words, wrap=True) for words in (*first, *self._not_empty())]

    def _not_empty(self) -> list[str]:
        needed = [each.words for each in self.form.rows.values() if each.field.required]
        if self._leaf or len(self.form.rows) < MANY or not needed:
            return []
        return [say("Needed: {fields}. The rest may wait.", fields=", ".join(needed))]

    def _take_out(self) -> None:
        """What was entered wrongly; one undo brings it back."""
        takes_out = partial(named(f"withdraw_{self.form.kind.name}").upon, shown=cast("Leaf", self._leaf))
        self._hands.lane.do(takes_out, owner=self, then=lambda _: self.accept(), refused=self._refused)

    def _erase(self) -> None:
        """What somebody has a right to see gone, also from the history."""
        leaf = cast("Leaf", self._leaf)
        name = questions.call(self.form.kind, leaf.values) or say(self.form.kind.label)
        self.reject()
        about = say("Somebody may ask for it. Who only typed it wrongly takes it out instead.")
        show_erasing(self._window, self._hands, Erasing(leaf.id, say("Erase: {what}", what=name), about))

    def _renew(self) -> None:
        """A draft with the same words; this one holds until the two agree on the next."""
        act, caregiver = named("renew_agreement"), str(cast("Leaf", self._leaf)["caregiver"])
        self._hands.lane.do(
            lambda book: act(book, caregiver=caregiver),
            owner=self,
            then=lambda made: self._open_instead(made.record),
            refused=self._refused,
        )

    def _ask_organisation(self, given: Given) -> None:
        self._hands.dialogs.show(act_sheet(self, self._hands, "ask_organisation", given))

    def _print(self) -> None:
        """As it is kept; what was only typed here is not on it."""
        leaf = cast("Leaf", self._leaf)
        about = next(iter(looks.whom([leaf])), "")
        print_out(self, self._hands, printed(ON_PAPER[leaf.kind], Asked(leaf.id), about))

    def _print_before(self) -> None:
        """What is read out and signed before this is written down: for whom it is about, or for anybody."""
        name, whose = BEFORE[self._act.name]
        told = self.form.values()
        about, language = str(told.get(whose) or ""), str(told.get("language") or "")
        asked = Asked(about, language=language)
        print_out(self, self._hands, printed(name, asked, about if whose == "person" else ""))

    def _show_history(self) -> None:
        leaf = cast("Leaf", self._leaf)
        name = questions.call(self.form.kind, leaf.values) or say(self.form.kind.label)
        show_history(self, self._hands, leaf.kind, leaf.id, name)

    def _open_instead(self, record: str) -> None:
        """What was begun here waits, as whenever one leaves."""
        self.reject()
        open_known(self._window, self._hands, self.form.kind.name, record)

    def _finish(self, how: int) -> None:
        """What was begun and left is there again next time; a record that she herself leaves is as it was."""
        locking = not self._window.isEnabled()
        if how == QDialog.DialogCode.Accepted or (self._leaf and not locking):
            self._draft.forget()
        else:
            self._draft.keep()
        self.deleteLater()

    def _offer(self) -> None:
        fields = {name: each.field for name, each in self.form.rows.items()}
        referring = {name: field.shown.refers for name, field in fields.items() if field.shown.refers}
        if referring:
            kinds = frozenset(referring.values())
            self._hands.lane.ask(lambda book: referred_options(book, kinds), then=self._offered(referring), owner=self)

    def _offered(self, referring: dict[str, str]) -> Callable[[dict[str, Choices | None]], None]:
        return lambda found: self._draft.unasked(lambda: self._offer_all(referring, found))

    def _offer_all(self, referring: dict[str, str], found: dict[str, Choices | None]) -> None:
        """Where there is only one that a field can mean, it stands there already."""
        for name, kind in referring.items():
            some = found[kind]
            offer(self.form, name, some, self._hands.lane, kind)
            if some and len(some) == 1 and self.form.rows[name].field.required:
                self.form.put({name: next(iter(some))})

    def save(self) -> None:
        if self._told.fits():
            self._hands.lane.do(self._saving(), owner=self, then=lambda _: self.accept(), refused=self._refused)

    def _saving(self) -> Callable[[Book], Outcome]:
        if self._changes:
            return partial(self._act.upon, shown=self._changes.shown, fields=self._changes.fields())
        return partial(self._act, **self._told.values())

    def _refused(self, problem: Problem) -> None:
        if not self.form.complain(problem):
            self._foot.complain(problem)
