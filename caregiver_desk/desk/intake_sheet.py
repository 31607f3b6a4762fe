"""What a spreadsheet would bring: how many, which column says what, and every line to mend with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from caregiver_desk.acts.act import named
from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.acts.intake.planning import Plan
from caregiver_desk.desk import theme
from caregiver_desk.desk.buttons import Primary, Quiet, Small, pressed
from caregiver_desk.desk.forms import Foot
from caregiver_desk.desk.intake import KIND_OF, SUFFIXES, Previewed, bring_in, free_name, previewed
from caregiver_desk.desk.layout import Scroll, column, holding, row
from caregiver_desk.desk.marks import figure
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.words import PlainLabel, body, heading, meta, title
from caregiver_desk.errors import Problem
from caregiver_desk.wording import count, say

SHOWN = 40  # lines told one by one; the mending copy holds them all
LABEL = 190


def pick_sheet(parent: QWidget, hands: Hands, act: str = "") -> None:
    """Ask which file, and look at it."""
    pattern = say("Spreadsheets ({suffixes})", suffixes=" ".join(f"*{suffix}" for suffix in sorted(SUFFIXES)))
    hands.dialogs.pick_file(parent, say("Which spreadsheet?"), pattern, partial(look_at_sheet, parent, hands, act))


def look_at_sheet(parent: QWidget, hands: Hands, act: str, path: Path) -> None:
    """Show what would come of a file, before anything does."""
    hands.lane.ask(
        lambda book: previewed(book, KIND_OF.get(act, ""), path),
        then=lambda seen: hands.dialogs.show(IntakeSheet(parent, hands, seen)),
        owner=parent,
    )


class IntakeSheet(QDialog):
    """A spreadsheet before it counts, and the two ways out: bring it in, or not now."""

    def __init__(self, parent: QWidget, hands: Hands, seen: Previewed) -> None:
        super().__init__(parent)
        self._hands, self._seen = hands, seen
        self.setObjectName("intake")
        self.setWindowTitle(say("Bring in a spreadsheet"))
        self._copy = meta(wrap=True)
        told = holding(column(*self._told(seen.plan), 1, gap=theme.ROOM))
        self._go = pressed(Primary(_what_to_do(seen.plan), icon="check"), self.bring_in)
        self._go.setVisible(bool(seen.plan.of(Verdict.NEW) or seen.plan.to_mend))
        self._foot = Foot(self._go, beside=pressed(Quiet(say("Not now")), self.reject))
        head = column(title(say(named(seen.plan.matching.form.act).label)), self._about(), gap=theme.TIGHT)
        laid = column(head, _figures(seen.plan), Scroll(told, beside=theme.GAP), self._foot, gap=theme.ROOM)
        room = theme.px(theme.WIDE)
        laid.setContentsMargins(room, room, room, room)
        self.setLayout(laid)
        self.resize(min(theme.px(720), parent.window().width()), min(theme.px(640), parent.window().height()))
        self._show_copy(seen.copy)
        self._go.setFocus()
        self.finished.connect(self.deleteLater)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.bring_in)

    def _about(self) -> QWidget:
        words = say("{file}. Nothing is changed before you say so.", file=self._seen.path.name)
        return meta(words, wrap=True)

    def _told(self, plan: Plan) -> list[QWidget]:
        facts = plan.facts()
        parts = []
        if facts["to_mend"]:
            parts.append(_section(say("To be mended"), [*_lines(facts["to_mend"]), self._where()]))
        if facts["heed"]:
            parts.append(_section(say("Comes in, but look again"), _lines(facts["heed"])))
        parts.append(_section(say("What each column says"), _columns(plan)))
        if facts["left_out"]:
            parts.append(_section(say("Left out"), [body(", ".join(facts["left_out"]), wrap=True)]))
        return parts

    def _where(self) -> QWidget:
        """Where the lines to mend will be written; another folder may be picked."""
        other = pressed(Small(say("Another folder")), self._pick_folder)
        laid = row(self._copy, other, gap=theme.GAP)
        laid.setStretch(0, 1)
        return holding(laid)

    def _pick_folder(self) -> None:
        self._hands.dialogs.pick_folder(self, say("Where shall the lines to mend go?"), self._ask_name)

    def _ask_name(self, folder: Path) -> None:
        sheet = self._seen.path
        self._hands.lane.ask(lambda _: free_name(folder, sheet), then=self._show_copy, owner=self)

    def _show_copy(self, copy: Path) -> None:
        self._seen = Previewed(self._seen.path, self._seen.plan, copy)
        place = say("beside the sheet") if copy.parent == self._seen.path.parent else copy.parent.name
        words = count(
            "It is written to “{file}”, {place}. Mend it there, and bring that file in.",
            "They are written to “{file}”, {place}. Mend them there, and bring that file in.",
            len(self._seen.plan.to_mend),
            file=copy.name,
            place=place,
        )
        self._copy.setText(words)

    def bring_in(self) -> None:
        """Do what was shown."""
        if not self._go.isEnabled() or self._go.isHidden():
            return
        self._go.setEnabled(False)
        seen = self._seen
        self._hands.lane.do(
            lambda book: bring_in(book, seen), owner=self, then=lambda _: self.accept(), refused=self._refused
        )

    def _refused(self, problem: Problem) -> None:
        self._go.setEnabled(True)
        self._foot.complain(str(problem))


def _what_to_do(plan: Plan) -> str:
    coming = len(plan.of(Verdict.NEW))
    return say("Bring in {number}", number=coming) if coming else say("Write the lines to mend")


def _figures(plan: Plan) -> QWidget:
    here, coming = len(plan.of(Verdict.HERE)), len(plan.of(Verdict.NEW))
    figures = ((coming, say("new")), (here, say("already here")), (len(plan.to_mend), say("to be mended")))
    return holding(row(*(figure(number, words) for number, words in figures), 1, gap=theme.WIDE))


def _section(words: str, parts: Sequence[QWidget]) -> QWidget:
    return holding(column(heading(words), *parts, gap=theme.SMALL))


def _columns(plan: Plan) -> list[QWidget]:
    """Each title that was understood, and the field it goes into."""
    targets = plan.matching.form.targets
    pairs = zip(plan.sheet.columns, plan.matching.fields, strict=True)
    return [_pair(title, say(targets[name].label)) for title, name in pairs if name]


def _lines(told: Sequence[dict[str, object]]) -> list[QWidget]:
    """Lines of the sheet, each with what is to be said of it."""
    shown = [_pair(say("Line {number}", number=each["line"]), str(each["why"])) for each in told[:SHOWN]]
    more = len(told) - len(shown)
    return [*shown, meta(count("and {number} more line", "and {number} more lines", more))] if more else shown


def _pair(left: str, right: str) -> QWidget:
    label = PlainLabel(left, tint="ink-soft", wrap=True)
    label.setFixedWidth(theme.px(LABEL))
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    laid = row(label, body(right[:1].upper() + right[1:], wrap=True), gap=theme.GAP)
    laid.setStretch(1, 1)
    return holding(laid)
