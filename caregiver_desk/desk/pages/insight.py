"""Insight: a few quiet figures of the work, each with what it cannot tell, and what is tried because of them.

Decision. Six figures stand here unless somebody asks for others: what one sees every day becomes what one works for.
Nobody is named and nothing is put in order by how high it is. The one obvious next thing is to try something.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.insight.figures import Asked, Figures, Opened, figures
from caregiver_desk.desk.cards.insight.figure_card import FigureCard
from caregiver_desk.desk.cards.insight.list_card import FiguresCard
from caregiver_desk.desk.cards.insight.plans_card import PlansCard
from caregiver_desk.desk.cards.insight.waits_card import WaitsCard
from caregiver_desk.desk.page import Hands, Page
from caregiver_desk.desk.parts.buttons import Quiet, pressed
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.layout import Columns, clear, column, holding
from caregiver_desk.desk.sheets.insight.counted_from import show_counted_from
from caregiver_desk.desk.sheets.insight.month_with import show_month_with
from caregiver_desk.desk.sheets.insight.report import show_report
from caregiver_desk.desk.sheets.room import Room
from caregiver_desk.desk.sheets.sheet import act_sheet, open_record
from caregiver_desk.records.insight.planning import PLAN_ITEM
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say


class InsightPage(Page):
    subject, label, icon = "insight", later("Insight"), "insight"
    kinds = frozenset({
        "plan_item", "frozen_report", "site_indicator", "site_set", "check_in", "promise", "visit", "engagement",
        "agreement", "observation", "request", "training", "team", "monthly_return", "region", "site",
    })  # fmt: skip

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands)
        self._asked, self._told, self._wants_keys = Asked(), None, False  # type: tuple[Asked, Figures | None, bool]
        self._choosers = column(gap=theme.SMALL)
        self.list, self.figure, self.plans = FiguresCard(holding(self._choosers)), FigureCard(), PlansCard()
        self.list.opened.connect(self._open)
        self.figure.turns.connect(self._beside)
        self.figure.plans.connect(self._plan)
        self.figure.lists.connect(self._list)
        self.figure.looks_back.connect(lambda days: self._ask_for(before=days))
        self.waits = WaitsCard()
        self.waits.goes.connect(lambda subject: self.goes.emit(subject, {}))
        self.plans.opened.connect(lambda record: open_record(self, hands, PLAN_ITEM.name, record))
        right = holding(column(self.figure, self.plans, 1))
        columns = Columns((holding(column(self.list, self.waits, 1)), 330, 4), (right, 430, 6))
        words = say("Write down visits and talks, and see here what they add up to.")
        self._room = Room(self, columns, say("What your work comes to"), words)
        self._one = pressed(Quiet(say("One caregiver"), icon="person"), partial(show_month_with, self, hands))
        self._report = pressed(Quiet(say("Report"), icon="print"), lambda: show_report(self, hands, self._asked))
        self.setLayout(column(self._room))

    def header_buttons(self) -> list[QWidget]:
        return [self._one, self._report]

    def question(self) -> Callable[[Book], Figures]:
        return partial(figures, asked=self._asked)

    def answer(self, found: Figures) -> None:
        self._told, self._asked = found, found.asked
        self._room.begin(begun=found.begun)
        self.serve(begun=found.begun)
        self.headed.emit(say("Insight"), found.as_of)
        self._show_choosers(found)
        self.list.show_rows(found.rows, found.asked.code)
        self.figure.setVisible(found.opened is not None)
        if found.opened:
            self.figure.show_figure(found.opened, found.periods.get(found.asked.period, found.asked.period))
            self.figure.show_before(found.opened, found.periods, found.asked.before)
        self.waits.setVisible(found.waits is not None)
        self.waits.show_waits(found.waits or ())
        self.plans.show_plans(found.plans)
        if self._wants_keys:
            self._give_keys()

    def _show_choosers(self, found: Figures) -> None:
        clear(self._choosers)
        asked = found.asked
        parts: list[QWidget] = [self._chooser(found.sets, asked.chosen, "chosen", say("Which figures"))]
        parts.append(
            self._chooser(
                {**found.periods, asked.period: found.periods.get(asked.period, asked.period)},
                asked.period,
                "period",
                say("Days"),
            )
        )
        if found.several:
            parts.append(self._chooser(found.places, asked.place, "place", say("Team")))
        if found.areas:
            everywhere = {"": say("All areas"), **found.areas}
            parts.append(self._chooser(everywhere, asked.area, "area", say("Area")))
        self._choosers.addWidget(holding(flow(*parts, gap=6)))

    def _chooser(self, options: Any, chosen: str, name: str, label: str) -> Chooser:
        chooser = Chooser(dict(options), chosen, name=label)
        chooser.chosen.connect(lambda key: self._ask_for(**{name: key}))
        return chooser

    def _ask_for(self, **changed: str) -> None:
        self._asked = replace(self._asked, **changed)
        self.ask()

    def _open(self, code: str) -> None:
        self._ask_for(code=code)

    def _beside(self, code: str) -> None:
        """A figure that is not in this set is looked for among all."""
        seen = self._told is not None and any(each.code == code for each in self._told.rows)
        self._ask_for(code=code, **({} if seen else {"chosen": "all"}))

    def _opened(self) -> Opened | None:
        return self._told.opened if self._told else None

    def _plan(self) -> None:
        """The figure goes along as it is today."""
        if opened := self._opened():
            known = {"code": opened.row.code, "period": self._asked.period, "team": self._asked.place}
            given = {name: value for name, value in known.items() if value}
            why = say("{title}: {words}.", title=opened.row.title, words=opened.row.words)
            self.hands.dialogs.show(act_sheet(self, self.hands, "plan_from_figure", given, why=why))

    def _list(self) -> None:
        if opened := self._opened():
            show_counted_from(self, self.hands, opened.row.code, opened.span, self._asked.place)

    def arrive(self, facts: dict[str, Any]) -> None:
        if facts.get("code"):
            self._beside(str(facts["code"]))

    def take_keys(self) -> None:
        self._wants_keys = True
        if self._told:
            self._give_keys()

    def _give_keys(self) -> None:
        """To the figure that is open, if there is anything to count."""
        self._wants_keys = False
        if (line := self.list.lines.get(self._asked.code)) and line.isVisible():
            line.setFocus()
