"""The keys of the desk, whatever in it has them: those of the frame, of its pages, of a rehearsal, and of acts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.frame.beginning import begin, explain
from caregiver_desk.desk.frame.looking import open_stick
from caregiver_desk.desk.keys import FRAME, REHEARSAL, RESET, page_key
from caregiver_desk.desk.parts.buttons import on_ctrl_enter
from caregiver_desk.desk.parts.parting import go_to_part
from caregiver_desk.desk.sheets.rehearsal.reset import ask_reset

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window

Does = Callable[[], object]


def listen_to_keys(window: Window) -> None:
    """From now on."""
    for keys, does in (*_of_frame(window), *_of_pages(window), *_of_acts(window), *_of_rehearsal(window)):
        QShortcut(QKeySequence(keys), window).activated.connect(does)
    on_ctrl_enter(window, lambda: window.page().save())


def listen_only_within(window: Window) -> None:
    """Another desk stands in the same window: keys are for the one that has them."""
    for key in window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _of_frame(window: Window) -> Iterator[tuple[str, Does]]:
    does: dict[str, Does] = {
        "find": window.open_palette,
        "filter": lambda: window.page().filter_list(),
        "leave": window.leave,
        "stick": partial(open_stick, window),
        "part": lambda: go_to_part(window.focusWidget()),
        "part_before": lambda: go_to_part(window.focusWidget(), back=True),
        "why": partial(explain, window, window),
    }
    return ((key.keys, does[key.name]) for key in FRAME if key.name in does)


def _of_pages(window: Window) -> Iterator[tuple[str, Does]]:
    return ((page_key(number), partial(window.go, subject)) for number, subject in enumerate(window.pages, 1))


def _of_acts(window: Window) -> Iterator[tuple[str, Does]]:
    return ((act.shortcut, partial(begin, window, act.name)) for act in ACTS.values() if act.shortcut)


def _of_rehearsal(window: Window) -> Iterator[tuple[str, Does]]:
    if window.hands.rehearsing:
        yield RESET.keys, partial(ask_reset, window, window.hands)
        yield REHEARSAL.keys, partial(window.go, "rehearsal")
