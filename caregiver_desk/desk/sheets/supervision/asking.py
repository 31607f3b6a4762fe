"""The way from what was said to what is asked: one step, with all filled in that is known already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.desk.parts.layout import row
from caregiver_desk.desk.sheets.sheet import act_sheet
from caregiver_desk.practice.supervision.requests import theme_of
from caregiver_desk.practice.wellbeing.taxonomy import asks
from caregiver_desk.records.supervision.requests import LONGEST
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode, MayKnow, StressorCode
from caregiver_desk.wording import say


def ask_organisation(parent: QWidget, hands: Hands, caregiver: str, *, words: str = "", theme: str = "") -> None:
    """What is too long is cut, and shown so: whoever asks reads it once more."""
    told = {"caregiver": caregiver, "words": words.strip()[:LONGEST], "theme": theme}
    given = {name: value for name, value in told.items() if value}
    hands.dialogs.show(act_sheet(parent, hands, "ask_organisation", given))


class WayToAsk(QWidget):
    """Below “For the organisation to fix”, once something stands there: what is asked is that."""

    def __init__(self, page: QWidget, hands: Hands) -> None:
        super().__init__()
        self._page, self._hands = page, hands
        self._whom, self._words = "", ""
        self.setLayout(row(1, pressed(Small(say("Ask the organisation"), icon="sharing"), self._begin)))
        self.hide()

    def follow(self, form: Form) -> None:
        """Know of whom the form is, and what is to be mended."""
        for name in ("caregiver", "organisation"):
            form.rows[name].asks().changed.connect(lambda: self._heed(form))

    def _heed(self, form: Form) -> None:
        self._whom, self._words = (str(form.rows[name].asks().value() or "") for name in ("caregiver", "organisation"))
        self.setVisible(bool(self._whom and self._words))

    def _begin(self) -> None:
        ask_organisation(self._page, self._hands, self._whom, words=self._words)


def theme_in(told: Mapping[str, Any]) -> str:
    """What a burden suggests to ask about; empty where it is none of the organisation's, and theirs to know."""
    codes = [StressorCode(each) for each in told.get("codes", ())]
    theirs = asks(codes) if codes and lets_organisation_know(told) else ""
    return str(theme_of(codes) or theirs)


def lets_organisation_know(told: Mapping[str, Any]) -> bool:
    return told.get("may_know") == MayKnow.ORGANISATION


def is_to_ask(told: Mapping[str, Any]) -> bool:
    """Whether what was just saved leads on to asking: a burden for the organisation, or an offer to ask it."""
    return bool(theme_in(told)) or told.get("code") == FollowUpCode.ORGANISATION
