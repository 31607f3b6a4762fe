"""A partner's laptop is lost: what was on it, about how many people, its paper, and the one thing to do first."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, on_ctrl_enter, pressed
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, column, holding
from caregiver_desk.desk.parts.marks import figure_row
from caregiver_desk.desk.parts.shelf import Shelf
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out, save_as_pdf
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.reports.sharing.lost import (
    Figure,
    Lost,
    Part,
    as_document,
    how_many,
    lost,
    next_steps,
    protects,
    what,
    when,
)
from caregiver_desk.store.partners import Partner
from caregiver_desk.wording import count, say

WIDE, HIGH = 640, 680
LARGEST = 6  # kinds of record that are told of without being asked for


def show_lost(parent: QWidget, hands: Hands, partner: Partner) -> None:
    """Ask what was on this partner's laptop, and show it."""
    hands.lane.ask(
        lambda book: lost(book, partner),
        then=lambda told: hands.dialogs.show(LostSheet(parent, hands, partner, told)),
        owner=parent,
    )


class LostSheet(QDialog):
    """Read, locked out, printed."""

    def __init__(self, parent: QWidget, hands: Hands, partner: Partner, told: Lost) -> None:
        super().__init__(parent)
        self._page, self._hands, self._partner = parent, hands, partner
        words = say("The laptop of {name} is lost", name=told.whose)
        self.setObjectName("lost")
        about = say("What this book knows of it. What it took in from others since is not in it.")
        leave = pressed(Quiet(say("Leave")), self.reject)
        save = pressed(Quiet(say("Save as PDF")), lambda: save_as_pdf(parent, hands, self._paper()))
        out = self._lock_out(told)
        onto = pressed(_print_button(first=out is None), self._print)
        foot = Foot(out, others=[leave, save, onto]) if out else Foot(onto, others=[leave, save])
        lay_out(self, words, about, _cards(told), foot, (WIDE, HIGH))
        if out:
            leave.setFocus()  # a stray Enter locks nobody out
            return
        on_ctrl_enter(self, self._print)
        onto.setFocus()

    def _lock_out(self, told: Lost) -> QAbstractButton | None:
        """What comes first, for who may do it and where it is not done yet."""
        if told.locked_out or not told.may_lock_out:
            return None
        return pressed(Primary(say("Lock it out"), icon="lock"), self._do_lock_out)

    def _do_lock_out(self) -> None:
        act, laptop = named("lock_out"), self._partner.laptop
        self._hands.lane.do(lambda book: act(book, laptop=laptop), owner=self, then=lambda _: self._show_again())

    def _show_again(self) -> None:
        """With what is so now."""
        self.accept()
        show_lost(self._page, self._hands, self._partner)

    def _print(self) -> None:
        print_out(self._page, self._hands, self._paper())

    def _paper(self) -> Printed[Lost]:
        return Printed(say("Lost laptop"), lambda book: lost(book, self._partner), _paint)


def _print_button(*, first: bool) -> QAbstractButton:
    return Primary(say("Print"), icon="print", hint="Ctrl ↵") if first else Quiet(say("Print"), icon="print")


def _paint(device: QPagedPaintDevice, told: Lost, imprint: Imprint) -> None:
    document_paper.paint(device, as_document(told), imprint)


def _cards(told: Lost) -> list[QWidget]:
    one, many = "{number} bundle that nobody acknowledged", "{number} bundles that nobody acknowledged"
    on_the_way = say("May be on it: {bundles}", bundles=count(one, many, told.bundles))
    return [
        Card(heading(say("What to do now")), *(body(each, wrap=True) for each in next_steps(told))),
        _figures(say("About how many people"), how_many(told)),
        Card(heading(say("On it")), *_kinds(told.held), gap=theme.GAP),
        *([Card(heading(on_the_way), *_kinds(told.may_hold), gap=theme.GAP)] if told.bundles else []),
        _figures(say("When"), when(told)),
        Card(heading(say("What protects it")), *(body(each, wrap=True) for each in protects(told))),
    ]


def _figures(words: str, told: Iterable[tuple[str, str]]) -> Card:
    return Card(heading(words), *(figure_row(*each) for each in told))


def _kinds(parts: Iterable[Part]) -> list[QWidget]:
    return [_shelf(title, figures) if figures else body(title, wrap=True) for title, figures in what(parts)]


def _shelf(title: str, figures: list[Figure]) -> QWidget:
    """The largest kinds; the others once they are asked for."""
    shelf = Shelf(title)
    shelf.show_few(LARGEST)
    shelf.show_rows([partial(figure_row, each.kind, each.number) for each in figures])
    return holding(column(meta(title), shelf, gap=theme.TIGHT))
