"""In which language the desk speaks, and whether anybody who speaks it has read it through."""

from __future__ import annotations

from PySide6.QtCore import Signal

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.layout import Card
from caregiver_desk.desk.parts.words import heading, meta
from caregiver_desk.wording import ENGLISH, is_reviewed, languages, name_of, say


class LanguageCard(Card):
    """Each by its own name, as who speaks it looks for it. `changed` when somebody chose one."""

    changed = Signal()

    def __init__(self) -> None:
        self._choice = Choice([("" if tag == ENGLISH else tag, name_of(tag)) for tag in languages()], required=True)
        self._told = meta(wrap=True)
        super().__init__(heading(say("Language")), self._choice, self._told, gap=theme.GAP)
        self._choice.changed.connect(self.changed)
        for chip in self._choice.chips:
            chip.setAccessibleName(say("{asked}: {chosen}", asked=say("Language"), chosen=chip.text()))

    def chosen(self) -> str:
        """Its tag; nothing is English."""
        return str(self._choice.value())

    def show_language(self, tag: str) -> None:
        """That a language is a draft is said as long as it is one."""
        self._choice.put("" if tag == ENGLISH else tag)
        draft = say("A draft: nobody who speaks it has read it through yet. What is not in it stands in English.")
        self._told.setText(say("Other languages come as files of words.") if is_reviewed(tag or ENGLISH) else draft)
