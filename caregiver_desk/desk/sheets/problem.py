"""The report on what went wrong, read through here before it goes anywhere: into a file, and nowhere else by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk import clock, settings
from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk import theme
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.parts.buttons import Primary, Quiet, pressed
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.forms import Foot
from caregiver_desk.desk.parts.layout import column, holding
from caregiver_desk.desk.parts.words import PlainLabel, body, card_title, meta
from caregiver_desk.desk.sheets.frame import lay_out
from caregiver_desk.reports.document import Document, Line, Section, as_text
from caregiver_desk.reports.problem import problem
from caregiver_desk.store import choices, safely
from caregiver_desk.store.book import Book
from caregiver_desk.wording import say

WIDE, HIGH, LABEL = 640, 660, 170


def show_problem(parent: QWidget, hands: Hands) -> None:
    """Once the book has said how large it is."""
    screen = QGuiApplication.primaryScreen()
    size, kind = screen.size(), QGuiApplication.platformName()

    def ask(book: Book) -> Document:
        look = choices.look(book) or settings.Look()
        told = f"{look.colours or '-'}, {look.letters} %, {look.language or 'en'}"
        seen = f"{size.width()}×{size.height()}, {screen.devicePixelRatio():g}, Qt {qVersion()}, {kind}"
        return problem(book, [Line(say("Screen"), seen), Line(say("How it looks"), told)])

    hands.lane.ask(ask, then=lambda told: hands.dialogs.show(ProblemSheet(parent, hands, told)), owner=parent)


class ProblemSheet(QDialog):
    """Every line of it, and two ways out."""

    def __init__(self, parent: QWidget, hands: Hands, document: Document) -> None:
        super().__init__(parent)
        self.setObjectName("problem")
        self._hands, self._document = hands, document
        close, save = pressed(Quiet(say("Close")), self.reject), pressed(Primary(say("Save as a file")), self._pick)
        day, told = document.under
        parts = [_apart(meta(told, wrap=True)), *map(_part, document.sections)]
        lay_out(self, document.title, day, parts, Foot(save, others=[close]), (WIDE, HIGH))
        save.setFocus()

    def _pick(self) -> None:
        self._hands.dialogs.pick_folder(self, say("Where shall the report go?"), self._save)

    def _save(self, folder: Path) -> None:
        text = as_text(self._document).encode()

        def write(_: Book) -> Outcome:
            place = safely.free(folder, self._document.title, f" {clock.today().isoformat()}", ".txt")
            safely.write(place, text)
            return Outcome(say("Saved as {file}. Nothing was sent.", file=place.name))

        self._hands.lane.do(write, owner=self, then=lambda _: self.accept())


def _part(section: Section) -> QWidget:
    return _apart(card_title(section.title), *map(_line, section.lines))


def _apart(*lines: QWidget) -> QWidget:
    laid = column(*lines, gap=theme.TIGHT)
    laid.setContentsMargins(0, 0, 0, theme.px(theme.SMALL))
    return holding(laid)


def _line(line: Line) -> QWidget:
    words: PlainLabel = body(line.words, wrap=True)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not line.label:
        return words
    label = meta(line.label, wrap=True)
    label.setFixedWidth(theme.px(LABEL))
    return beside(words, first=[label])
