"""Certificates of attendance for a course group: who came, and two ways onto paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.growth.training import Certified, certified
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.chooser import Chooser
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import Card, holding
from caregiver_desk.desk.parts.words import body, heading, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.desk.sheets.growth.certificate_paper import paint_certificates
from caregiver_desk.desk.sheets.onto_paper import Printed, print_out, save_as_pdf
from caregiver_desk.reports.growth.attendance import Certificate, of_a_group
from caregiver_desk.store.access import What
from caregiver_desk.wording import count, say

SIZE = (600, 560)
Onto = Callable[[QWidget, Hands, Printed[list[Certificate]]], None]


def show_certificates(parent: QWidget, hands: Hands, cohort: str = "") -> None:
    """Of the group that is asked for, else the one that goes on, or was over last."""

    def show(told: Certified) -> None:
        if not told.cohort:
            hands.lane.said.emit(say("There is no course group yet, so nobody came to one."))
            return
        hands.dialogs.show(CertificatesSheet(parent, hands, told))
        hands.looked(What.LISTED, told.people)

    hands.lane.ask(lambda book: certified(book, cohort), then=show, owner=parent)


class CertificatesSheet(QDialog):
    """Who gets one, before it is printed."""

    def __init__(self, parent: QWidget, hands: Hands, told: Certified) -> None:
        super().__init__(parent)
        self._hands, self._over, self._told = hands, parent, told
        self.setObjectName("certificates")
        names = [body(each.name, wrap=True) for each in told.papers]
        nobody = say("Nobody yet: “Who came” ticks them on each day, or a result says it.")
        many = count("{number} person came", "{number} people came", len(names))
        who = Card(heading(many if names else say("Who came")), *(names or [meta(nobody, wrap=True)]), gap=theme.TIGHT)
        only = say(
            "For everybody who came, competent or not; it says that they were there and no more. What somebody has "
            "learned stands on their learning record."
        )
        parts = [*self._groups(), meta(told.course, wrap=True), who]
        lay_out(self, say("Certificates of attendance"), only, parts, self._foot(), SIZE)

    def _groups(self) -> list[QWidget]:
        if len(self._told.groups) == 1:
            return [heading(self._told.groups[self._told.cohort])]
        chooser = Chooser(self._told.groups, self._told.cohort, name=say("Course group"))
        chooser.chosen.connect(self._turn_to)
        return [holding(flow(chooser))]

    def _foot(self) -> Foot:
        leave = pressed(Quiet(say("Leave")), self.reject)
        if not self._told.papers:
            return Foot(leave)
        save = pressed(Quiet(say("Save as PDF")), partial(self._paper, save_as_pdf))
        onto = pressed(Primary(say("Print"), icon="print"), partial(self._paper, print_out))
        return Foot(onto, others=[leave, save])

    def _turn_to(self, cohort: str) -> None:
        self.reject()
        show_certificates(self._over, self._hands, cohort)

    def _paper(self, onto: Onto) -> None:
        cohort = self._told.cohort
        told = partial(of_a_group, cohort=cohort)
        papers = Printed(say("Certificates"), told, paint_certificates, people=self._told.people)
        onto(self._over, self._hands, papers)
