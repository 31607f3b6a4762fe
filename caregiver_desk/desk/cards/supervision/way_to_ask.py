"""One press from what was said to asking the organisation: below a field, once it tells something to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from caregiver_desk.desk.parts.buttons import Small, pressed
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.desk.parts.layout import row
from caregiver_desk.practice.wellbeing.letting_know import lets_organisation_know, theme_in
from caregiver_desk.wording import say

Given = dict[str, str]  # the fields of a wish that are known already; empty where there is nothing to ask


class WayToAsk(QWidget):
    """Not seen while `finds` finds nothing to ask in the form; `begins` is given what it finds."""

    def __init__(self, finds: Callable[[Mapping[str, Any]], Given], begins: Callable[[Given], object]) -> None:
        super().__init__()
        self._finds, self._given = finds, Given()
        ask = pressed(Small(say("Ask the organisation"), icon="sharing"), lambda: begins(self._given))
        self.setLayout(row(1, ask))
        self.hide()

    def follow(self, form: Form, names: Iterable[str]) -> None:
        """Heed these fields of the form."""
        asked = {name: form.rows[name].asks() for name in names}
        for each in asked.values():
            each.changed.connect(partial(self._heed, asked))
        self._heed(asked)

    def _heed(self, asked: Mapping[str, Any]) -> None:
        self._given = self._finds({name: each.value() for name, each in asked.items()})
        self.setVisible(bool(self._given))


def to_mend(told: Mapping[str, Any]) -> Given:
    """What a talk left for the organisation to fix is what is asked."""
    whom, words = (str(told[name] or "") for name in ("caregiver", "organisation"))
    return {"caregiver": whom, "words": words} if whom and words else {}


def to_let_know(told: Mapping[str, Any]) -> Given:
    """Of what weighs only the theme, and only where they let the organisation know of it."""
    theme, whom = theme_in(told), str(told["caregiver"] or "")
    return {"caregiver": whom, "theme": theme} if theme and whom and lets_organisation_know(told) else {}
