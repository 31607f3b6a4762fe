"""The list of numbers of one caregiver: to be seen, printed, and completed where a home has none.

In the order in which the week sheet is typed. Codes and landmarks stand on it, never who lives there.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.visits.homes import marks
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Plain, Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.tables import Heading, RecordTable, Table
from caregiver_desk.desk.parts.words import meta, title
from caregiver_desk.desk.sheets.frame import TITLE_ROOM, stand_over
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out, save_as_pdf
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.desk.sheets.visits.list_paper import paint
from caregiver_desk.reports.visits.number_lists import NumberList, NumberLists, every_list, number_list
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

HEADINGS = (
    Heading(later("Number"), lambda each: each.number or say("none")),
    Heading(later("Code"), lambda each: each.code, quiet=True),
    Heading(later("Known as"), lambda each: each.nickname, wide=True),
    Heading(later("Village or section"), lambda each: each.village, quiet=True, wide=True),
    Heading(later("To know"), lambda each: each.mark, quiet=True),
)
TO_KNOW = len(HEADINGS) - 1


class NumberSheet(QDialog):
    """Her list, and the ways to bring it onto paper."""

    def __init__(self, parent: QWidget, hands: Hands, caregiver: str) -> None:
        super().__init__(parent)
        self._hands, self._caregiver = hands, caregiver
        self.setObjectName("numbers")
        self._name, self._told = title(), meta(wrap=True)
        headings = [Heading(say(each.title), each.says, each.quiet, each.wide) for each in HEADINGS]
        self.rows = RecordTable(headings)
        self.table = Table(self.rows, headings, say("The list of numbers"), whole=True)
        laid = column(self._head(), column(self.table, self._foot(), gap=0), gap=theme.ROOM)
        stand_over(self, laid, 720, 640)
        self._onto.setFocus()
        self.finished.connect(self.deleteLater)
        hands.lane.touched.connect(lambda _: self._ask())
        self._ask()

    def _head(self) -> QWidget:
        """Whose list it is, and what can be done to it."""
        self._number = pressed(Plain(say("Give the others numbers")), self._give_numbers)
        assign = pressed(Plain(say("Assign a household"), icon="home"), self._assign)
        self._name.setWordWrap(True)
        named = beside(self._name, self._number, assign, least=TITLE_ROOM)
        return holding(column(named, self._told, gap=theme.TIGHT))

    def _foot(self) -> Foot:
        everybodys = Printed(say("Lists of numbers"), lambda book: NumberLists(tuple(every_list(book))), paint)
        self._onto = pressed(Primary(say("Print"), icon="print"), lambda: print_out(self, self._hands, self._hers()))
        others = [
            pressed(Quiet(say("Close")), self.reject),
            pressed(Quiet(say("Save as PDF")), partial(save_as_pdf, self, self._hands, everybodys)),
            pressed(Quiet(say("Print all lists")), partial(print_out, self, self._hands, everybodys)),
        ]
        return Foot(self._onto, others=others)

    def _ask(self) -> None:
        self._hands.lane.ask(lambda book: number_list(book, self._caregiver, marks(book)), then=self._show, owner=self)

    def _show(self, told: NumberList) -> None:
        self.setWindowTitle(told.name)
        self._name.setText(say("Numbers of {name}", name=told.name))
        words = say("Write all the digits on the paper sheet. The last one catches a slip.")
        none = say("No home is on this list yet. Assign one, and it has its number.")
        self._told.setText(words if told.homes else none)
        self.rows.set_rows(told.homes)
        self.table.setColumnHidden(TO_KNOW, not any(each.mark for each in told.homes))
        self._number.setVisible(bool(told.without))
        self._hands.looked(What.LISTED, {self._caregiver})

    def _give_numbers(self) -> None:
        act = named("number_homes")
        self._hands.lane.do(lambda book: act(book, caregiver=self._caregiver), owner=self)

    def _assign(self) -> None:
        given = {"caregiver": self._caregiver, "since": clock.today()}
        self._hands.dialogs.show(act_sheet(self, self._hands, "assign_household", given))

    def _hers(self) -> Printed[NumberLists]:
        def ask(book: Book) -> NumberLists:
            return NumberLists((number_list(book, self._caregiver),))

        return Printed(say("List of numbers"), ask, paint, self._caregiver)
