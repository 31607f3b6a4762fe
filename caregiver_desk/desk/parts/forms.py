"""A form made from declared fields. It shows, collects and complains; it never holds a stored row.

Labels, units, choices, limits and the reason why we ask come from the declaration. A form gives plain values by field.
What is wrong stands beside its field, in words, and what was typed stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.declared import asks_for
from caregiver_desk.desk.parts.fields import Choice
from caregiver_desk.desk.parts.finding import Finder, Pick
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import Hairline, column, holding, is_low
from caregiver_desk.desk.parts.long_words import LongWords
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.more import Told
from caregiver_desk.desk.parts.parting import as_part
from caregiver_desk.desk.parts.rows import LARGE, Row
from caregiver_desk.desk.parts.trouble import Trouble
from caregiver_desk.desk.parts.words import meta
from caregiver_desk.errors import NotFilledIn, NotUnderstood, Problem
from caregiver_desk.records.journal import PRIVATE, Audience
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.wording import say

FEW_LETTERS = 20  # of all the choices of a field together: so many stand in half the width


class Form(QWidget):
    """Rows for some fields of a kind, in columns where they are short; `below` stands under the line of a field.

    Fields with a prompt stand as lines below each other, after each other in the order they are named.
    """

    filled = Signal()
    explains = Signal(str)

    def __init__(
        self,
        kind: Kind,
        names: Iterable[str],
        *,
        labels: Mapping[str, str] | None = None,
        columns: int = 2,
        below: Mapping[str, QWidget] | None = None,
        ahead: Collection[str] = (),
        prompts: Mapping[str, str] | None = None,
        needs: Collection[str] = (),
    ) -> None:
        """`ahead` names days that lie ahead here, though such a field mostly looks back.

        `needs` must be answered here, also where the record could do without.
        """
        super().__init__()
        self.kind, self._needs = kind, frozenset(needs)
        labels, prompts = labels or {}, prompts or {}
        fields = {name: kind.fields[name] for name in names}
        self._private = all(each.audience in PRIVATE for each in fields.values())
        self._read_by = _read_by(fields.values())
        self.rows = {
            name: Row(
                field,
                labels.get(name, ""),
                ahead=name in ahead,
                prompt=prompts.get(name, ""),
                lock=not self._private,
                unit=name not in (below or {}),
            )
            for name, field in fields.items()
        }
        self._lay(columns if theme.percent() < LARGE else 1, below or {})
        for name, each in self.rows.items():
            asks_for(each, kind.name, name, each.words)
            each.asks().changed.connect(self.filled)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._explain)

    def _lay(self, columns: int, below: Mapping[str, QWidget]) -> None:
        """Bands below each other: fields in columns, and lines where words are prompted for."""
        self._whom = [_for_whom(self._read_by)] if self._private else []
        laid = column(*self._whom, gap=theme.GAP)
        for prompted, found in groupby(self.rows.values(), key=lambda each: bool(each.prompt)):
            rows = list(found)
            band = _in_lines(rows, below) if prompted else _in_columns(rows, columns, below)
            laid.addWidget(as_part(holding(band)))
        laid.addStretch(1)
        self.setLayout(laid)

    def below_another(self) -> Form:
        """The same, where the form above it says already who reads it."""
        for each in self._whom:
            each.hide()
        return self

    def values(self) -> dict[str, Any]:
        """What was filled in, by field; what was left empty is not there."""
        told = {name: each.asks().value() for name, each in self.rows.items()}
        return {name: value for name, value in told.items() if value not in (None, "", frozenset())}

    def put(self, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            if name in self.rows:
                self.rows[name].asks().put(value)

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show exactly these values, and nothing where there is none."""
        self.put({name: values.get(name) for name in self.rows})

    def empty(self, *, keep: Iterable[str] = ()) -> None:
        """Ready for the next one, with the fields that mostly stay the same kept."""
        kept = set(keep)
        for name, each in self.rows.items():
            if name not in kept:
                each.asks().put(_preset(each.field, self.kind))
            each.complain("")

    def go_on(self) -> None:
        """The keys to the first field that is still empty."""
        first = next((each for each in self.rows.values() if each.asks().value() in (None, "", frozenset())), None)
        if first:
            first.editor.setFocus()

    def offer(self, name: str, options: Mapping[str, str]) -> None:
        """The records that a field may refer to, by id."""
        cast("Pick", self.rows[name].editor).offer(options)

    def fits(self) -> bool:
        """Whether every field is well filled in; what is not says so, and the first of them has the keys.

        Whoever saves has gone on from wherever she searched.
        """
        for each in self.findChildren(Finder):
            each.settle()
        faults = {name: self._fault(each) for name, each in self.rows.items()}
        for name, words in faults.items():
            self.rows[name].complain(words)
        first = next((name for name, words in faults.items() if words), None)
        if first:
            self.rows[first].editor.setFocus()
        return first is None

    def _fault(self, each: Row) -> str:
        fault = each.asks().fault()
        needed = each.field.required or each.field.name in self._needs
        missing = needed and each.asks().value() in (None, "", frozenset())
        return fault or (say("This is still needed.") if missing else "")

    def complain(self, problem: Problem) -> bool:
        """Say what an act refused beside the field it is about; false if it is about none of these."""
        told = str(problem.facts.get("field" if isinstance(problem, NotUnderstood) else "fields", ""))
        for each in self.rows.values():
            if {each.field.name, say(each.field.label)} & set(told.split(", ")):
                wrong = isinstance(problem, NotFilledIn)
                each.complain(say("This is still needed.") if wrong else problem)
                each.editor.setFocus()
                return True
        return False

    def message(self) -> str:
        return " ".join(each.trouble for each in self.rows.values() if each.trouble)

    def _explain(self, _old: QObject | None, now: QObject | None) -> None:
        """While a field has the keys, say why it is asked."""
        held = next((each for each in self.rows.values() if isinstance(now, QWidget) and each.isAncestorOf(now)), None)
        if held:
            self.explains.emit(say("Why we ask: {why}", why=say(held.field.shown.why)))


class Foot(QWidget):
    """What stands under a form: why the field in hand is asked, what was refused, and the way to save."""

    def __init__(self, save: QWidget, *forms: Form, others: Sequence[QWidget] = ()) -> None:
        """`others` are other ways on, before the one that saves."""
        super().__init__()
        self._why = meta(wrap=True)
        self._trouble = Trouble()
        told = column(self._trouble, self._why, gap=theme.TIGHT)
        self.setLayout(column(Hairline(), beside(told, *others, save, at_end=True), gap=theme.SMALL))
        self.setMinimumHeight(theme.px(theme.FIELD + theme.GAP))
        for form in forms:
            form.explains.connect(self._explain)

    def _explain(self, why: str) -> None:
        """In a low window the room is for the form; F1 says it there."""
        self._why.setText(why)
        self._why.setVisible(not is_low(self))

    def complain(self, told: Told) -> None:
        self._trouble.say(told)


def _read_by(fields: Iterable[Field]) -> str:
    """Who reads them, where all of them are private."""
    own = {each.shown.readers for each in fields} - {""}
    if own:
        return say(min(own))
    audiences = {each.audience for each in fields}
    if audiences == {Audience.SELF}:
        return say("Read by you alone.")
    if audiences == {Audience.PROTECTION}:
        return say("Read by you, and by the protection lead you give it to.")
    if audiences == {Audience.PROCESS}:
        return say("Read by you, and by those who take part once you give it to them.")
    return say("Read by the two of you only.")


def _for_whom(words: str) -> QWidget:
    """Where every field is private, that is said once, above all of them."""
    return beside(meta(words, wrap=True), first=[Icon("lock", "ink-soft", 15)], gap=6)


def _in_columns(rows: Iterable[Row], columns: int, below: Mapping[str, QWidget]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.px(theme.ROOM))
    grid.setVerticalSpacing(theme.px(theme.GAP))
    line = place = 0
    for each in rows:
        wide = not isinstance(each.editor, Pick) and (_is_wide(each) or columns == 1)
        if wide and place:
            line, place = line + 1, 0
        grid.addWidget(each, line, place, 1, columns if wide else 1, Qt.AlignmentFlag.AlignTop)
        place = 0 if wide or place + 1 == columns else place + 1
        if each.field.name in below:
            line, place = line + 1, 0
            grid.addWidget(below[each.field.name], line, 0, 1, columns)
        line += place == 0
    for number in range(columns):
        grid.setColumnStretch(number, 1)
    return grid


def _in_lines(rows: Iterable[Row], below: Mapping[str, QWidget]) -> QLayout:
    lines = column(gap=theme.TIGHT)
    for each in rows:
        lines.addWidget(each)
        if each.field.name in below:
            lines.addWidget(below[each.field.name])
    return lines


def _is_wide(each: Row) -> bool:
    if isinstance(each.editor, Choice):
        return sum(len(chip.text()) for chip in each.editor.chips) > FEW_LETTERS
    return isinstance(each.editor, LongWords) or each.field.choices is not None


def _preset(field: Field, kind: Kind) -> Any:
    """What stands in an empty form. Nobody is asked yes or no with the answer given already."""
    return None if field.base is bool else default_of(field, kind)


def default_of(field: Field, kind: Kind) -> Any:
    info = kind.draft.model_fields[field.name]
    return None if info.is_required() else info.default
