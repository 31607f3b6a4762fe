"""A form made from declared fields. It shows, collects and complains; it never holds a stored row.

Labels, units, choices, limits and the reason why we ask come from the declaration. A form gives plain values by field.
What is wrong stands beside its field, in words, and what was typed stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QPlainTextEdit, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.parts.days import Looks
from caregiver_desk.desk.parts.editors import editor_for
from caregiver_desk.desk.parts.fields import Boxed, Choice, Editor, LongWords
from caregiver_desk.desk.parts.finding import Pick
from caregiver_desk.desk.parts.folding import beside
from caregiver_desk.desk.parts.layout import column, holding, row
from caregiver_desk.desk.parts.marks import Icon
from caregiver_desk.desk.parts.words import PlainLabel, meta
from caregiver_desk.errors import NotFilledIn, NotUnderstood, Problem
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.wording import say

LARGE = 160  # per cent, from which fields stand below each other
AHEAD = frozenset({"due", "next_day", "until"})
PRIVATE = frozenset({Audience.PAIR, Audience.SELF, Audience.PROTECTION, Audience.PROCESS})


class Row(QWidget):
    """One field: its label, its editor, and what is wrong with it."""

    def __init__(self, field: Field, label: str = "", *, ahead: bool = False) -> None:
        super().__init__()
        self.field = field
        self.words = label or say(field.label)
        self.editor = editor_for(field, looks=Looks.AHEAD if ahead or field.name in AHEAD else Looks.BACK)
        self.editor.setObjectName(field.name)
        self._trouble = PlainLabel(size=theme.META, tint="brick", wrap=True)
        shown = Boxed(self.editor) if isinstance(self.editor, QPlainTextEdit) else self.editor
        self._trouble_line = holding(row(Icon("alert", "brick", 16), self._trouble, gap=theme.TIGHT))
        self._trouble_line.hide()
        self.setLayout(column(self._label_line(), shown, self._trouble_line, 1, gap=theme.TIGHT))
        name_for_everyone(self.editor, self.words, say(field.shown.why))
        self.asks().changed.connect(lambda: self.complain(""))

    def asks(self) -> Editor:
        return cast("Editor", self.editor)

    def complain(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble_line.setVisible(bool(words))
        if words:
            self.editor.setAccessibleDescription(words)

    @property
    def trouble(self) -> str:
        return self._trouble.text()

    def _label_line(self) -> QWidget:
        large = theme.percent() >= LARGE
        label = PlainLabel(self.words, size=theme.META, weight=theme.MEDIUM, tint="ink-soft", wrap=large)
        unit = meta(say(self.field.shown.unit), wrap=True) if self.field.shown.unit else 1
        lock = [Icon("lock", "ink-soft", 14)] if self.field.audience in PRIVATE else []
        return holding(row(label, *lock, unit, gap=6))


def name_for_everyone(editor: QWidget, label: str, why: str) -> None:
    """Give the editor, and whatever in it takes the keys, a name that is read aloud."""
    for part in [editor, *editor.findChildren(QWidget)]:
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus and not part.accessibleName():
            part.setAccessibleName(label)
            part.setAccessibleDescription(why)
    if not editor.accessibleName():
        editor.setAccessibleName(label)


class Form(QWidget):
    """Rows for some fields of a kind, in two columns where they are short; `below` stands under the line of a field."""

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
    ) -> None:
        """`ahead` names days that lie ahead here, though such a field mostly looks back."""
        super().__init__()
        self.kind = kind
        self.rows = {name: Row(kind.fields[name], (labels or {}).get(name, ""), ahead=name in ahead) for name in names}
        self._lay(columns if theme.percent() < LARGE else 1, below or {})
        for each in self.rows.values():
            each.asks().changed.connect(self.filled)
        cast("QApplication", QApplication.instance()).focusChanged.connect(self._explain)

    def _lay(self, columns: int, below: Mapping[str, QWidget]) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(theme.ROOM))
        self._grid.setVerticalSpacing(theme.px(theme.GAP))
        line = place = 0
        for each in self.rows.values():
            wide = not isinstance(each.editor, Pick) and (_is_wide(each) or columns == 1)
            if wide and place:
                line, place = line + 1, 0
            self._grid.addWidget(each, line, place, 1, columns if wide else 1, Qt.AlignmentFlag.AlignTop)
            place = 0 if wide or place + 1 == columns else place + 1
            if each.field.name in below:
                line, place = line + 1, 0
                self._grid.addWidget(below[each.field.name], line, 0, 1, columns)
            line += place == 0
        self._grid.setRowStretch(line + 1, 1)
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)

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
                each.asks().put(default_of(each.field, self.kind))
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
        """Whether every field is well filled in; what is not says so, and the first of them has the keys."""
        faults = {name: self._fault(each) for name, each in self.rows.items()}
        for name, words in faults.items():
            self.rows[name].complain(words)
        first = next((name for name, words in faults.items() if words), None)
        if first:
            self.rows[first].editor.setFocus()
        return first is None

    def _fault(self, each: Row) -> str:
        fault = each.asks().fault()
        missing = each.field.required and each.asks().value() in (None, "", frozenset())
        return fault or (say("This is still needed.") if missing else "")

    def complain(self, problem: Problem) -> bool:
        """Say what an act refused beside the field it is about; false if it is about none of these."""
        told = str(problem.facts.get("field" if isinstance(problem, NotUnderstood) else "fields", ""))
        for each in self.rows.values():
            if {each.field.name, say(each.field.label)} & set(told.split(", ")):
                wrong = isinstance(problem, NotFilledIn)
                each.complain(say("This is still needed.") if wrong else str(problem))
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
        self._trouble = PlainLabel(size=theme.META, tint="brick", wrap=True)
        self._trouble.setObjectName("trouble")
        self._trouble.hide()
        told = column(self._trouble, self._why, gap=theme.TIGHT)
        self.setLayout(column(beside(told, *others, save)))
        self.setMinimumHeight(theme.px(theme.FIELD + 4))
        for form in forms:
            form.explains.connect(self._why.setText)

    def complain(self, words: str) -> None:
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))


def _is_wide(each: Row) -> bool:
    return isinstance(each.editor, LongWords | Choice) or each.field.choices is not None


def default_of(field: Field, kind: Kind) -> Any:
    info = kind.draft.model_fields[field.name]
    return None if info.is_required() else info.default
