"""A support plan as it is agreed on: its fields, and under what they want, what is offered with it in the same save."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.finding import PickSeveral
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.records.wellbeing.support_plans import SUPPORT_PLAN
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode
from caregiver_desk.wording import say

MOST = 4  # nobody keeps more at once
OFFERS = "offers"


class PlanForm(Form):
    """Each that is offered is due when such an offer usually is."""

    def __init__(self, fields: Iterable[str], needs: Collection[str]) -> None:
        words = {str(code): taxonomy.words(code) for code in FollowUpCode}
        self._offers = PickSeveral(words, most=MOST, hint=say("type a word: phone, rest, buddy …"))
        self._offers.setObjectName(OFFERS)
        label = say("What is offered with it")
        self._offers.line.setAccessibleName(label)
        shown = holding(column(meta(label), self._offers, gap=theme.TIGHT))
        super().__init__(SUPPORT_PLAN, fields, below={"aims": shown}, needs=needs)
        self._offers.changed.connect(self.filled)

    def values(self) -> dict[str, Any]:
        offers = sorted(self._offers.value())
        return super().values() | ({OFFERS: offers} if offers else {})

    def fill(self, values: Mapping[str, Any]) -> None:
        super().fill(values)
        self._offers.put(values.get(OFFERS))

    def empty(self, *, keep: Iterable[str] = ()) -> None:
        super().empty(keep=keep)
        self._offers.put(())
