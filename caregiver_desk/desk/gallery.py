"""Every part of the desk in every state, on one page: for whoever changes a part, and for the pictures.

It is in no rail and no palette; the tour takes it. States that come from the mouse and the keys are held here by parts
that say they are in them, so one picture shows them side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, cast

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_desk.desk import theme
from caregiver_desk.desk.answers.sharing.quarrels import Quarrel, Version
from caregiver_desk.desk.answers.supervision.to_bring import Standing
from caregiver_desk.desk.answers.telling import Told
from caregiver_desk.desk.cards.sharing.conflicts import ConflictPanel
from caregiver_desk.desk.cards.wellbeing.burdens import Burdens
from caregiver_desk.desk.frame.trouble import TroubleTold
from caregiver_desk.desk.parts.bar import Bar
from caregiver_desk.desk.parts.buttons import Chip, Plain, Pressable, Primary, Quiet, Search, Small, SmallPrimary
from caregiver_desk.desk.parts.days import Looks
from caregiver_desk.desk.parts.differences import Compared
from caregiver_desk.desk.parts.empty import Empty
from caregiver_desk.desk.parts.fields import Choice, Day, Several
from caregiver_desk.desk.parts.folding import flow
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.desk.parts.layout import Card, Columns, Hairline, column, holding, row
from caregiver_desk.desk.parts.marks import TONES, Avatar, Icon, KeyCap, Tag, figure, figure_row
from caregiver_desk.desk.parts.tables import Heading, RecordTable, Table
from caregiver_desk.desk.parts.timeline import Timeline
from caregiver_desk.desk.parts.words import body, card_title, heading, meta, title
from caregiver_desk.records.supervision.supervision import CHECK_IN
from caregiver_desk.records.visits.visits import VISIT
from caregiver_desk.wording import RESOURCES, say

WORDS_OF_ONE = "Dog at the gate. Call from the road first."
WORDS_OF_OTHER = "Dog at the gate, tied up since the 24th."


def gallery() -> QWidget:
    """The whole of it, in two columns."""
    left = column(_type(), _buttons(), _fields(), _form(), _talk(), _marks(), 1)
    right = column(_cards(), _lists(), _conflict(), _empty(), _icons(), 1)
    page = Columns((holding(left), 440, 1), (holding(right), 440, 1))
    laid = column(title(say("Gallery")), page, gap=theme.ROOM)
    room = theme.px(theme.WIDE)
    laid.setContentsMargins(room, room, room, room)
    return holding(laid)


def _shown(words: str, *parts: QWidget) -> Card:
    return Card(heading(words), *parts, gap=theme.GAP)


def _type() -> Card:
    return _shown(
        say("Type"),
        title("Whom did I promise something? 22"),
        card_title("A card says one thing 16"),
        body("Text is 14, and this is what it looks like. ṱ ḓ ḽ ṋ ṅ š ê ô → ✓ ≥"),
        meta("What stands beside it is 12.5 and softer."),
    )


def _in_state(kind: type[Pressable], state: str, *given: object, **named: object) -> Pressable:
    """A button that says it has the keys, is under the mouse, or is held down."""
    held: Callable[[QWidget], bool] = lambda _: True  # noqa: E731 - becomes a method below
    return cast("Pressable", type(kind.__name__, (kind,), {state: held})(*given, **named))


def _buttons() -> Card:
    return _shown(say("What can be pressed"), *map(holding, _button_lines()))


def _button_lines() -> Iterator[QHBoxLayout]:
    for kind in (Primary, Quiet, SmallPrimary, Small, Plain):
        off = kind("Not now")
        off.setEnabled(False)
        states = [_in_state(kind, state, words) for state, words in STATES.items()]
        yield row(kind("Save", icon="check"), *states, off, 1)
    chosen, plain = Chip("done"), Chip("refused")
    chosen.setChecked(True)
    yield row(plain, chosen, _in_state(Chip, "hasFocus", "phone"), 1)
    yield row(Primary("Held", hint="Ctrl ↵"), Search("Find anything", icon="search", hint="Ctrl K"), 1)


STATES = {"underMouse": "Mouse", "hasFocus": "Keys", "isDown": "Down"}


def _fields() -> Card:
    day, unclear = Day(Looks.BACK), Day(Looks.BACK)
    day.put(date(2026, 3, 2))
    unclear.line.setText("3/4")
    choice, several = Choice([(n, str(n)) for n in range(5)], required=True), Several([("a", "grief"), ("b", "travel")])
    choice.put(2)
    several.put({"b"})
    return _shown(say("Fields on their own"), day, unclear, choice, several)


def _form() -> Card:
    form = Form(VISIT, ("day", "minutes", "outcome", "note"))
    form.rows["minutes"].complain(say("A whole number, please."))
    return _shown(say("A form from its declaration"), form)


def _talk() -> Card:
    """Lines of a talk: one that is written, one that is asked for, and what weighs."""
    burdens = Burdens()
    burdens.stand([Standing("1", "Long ways, travel", 1, "W3")])
    burdens.fill([{"code": "G1", "severity": 3}, {"code": "G8"}])
    prompts = {"how_are_you": "Sleep, home, what is heavy", "the_work": "Homes, load, what is hard"}
    form = Form(CHECK_IN, prompts, prompts=prompts, below={"how_are_you": burdens})
    form.put({"how_are_you": "Tired after the funeral; sleeps again."})
    bar = Bar(say("Looking at the stick"))
    bar.show_share(0.4)
    return _shown(say("Lines of a talk, and how far something long has come"), form, bar)


def _marks() -> Card:
    tags = flow(*(Tag(words, tone) for words, tone in zip(TAGS, TONES, strict=True)))
    marks = flow(Avatar("Sibongile Ndaba"), Avatar("Grace"), KeyCap("Ctrl K"), KeyCap("Esc"))
    figures = flow(figure(42, "new"), figure(3, "changed"), figure(118, "the same"), gap=theme.WIDE)
    return _shown(say("Marks"), holding(tags), holding(marks), holding(figures), figure_row("Households", "19"))


TAGS = ("Thu", "kept", "3 days over", "now", "needs you")


def _cards() -> QWidget:
    edges = [Card(body(words), edge=edge) for words, edge in EDGES.items()]
    trouble = TroubleTold()
    trouble.tell("The stick is full. Nothing was lost. Take another stick, and make the bundle again.")
    return holding(column(heading(say("Cards and banners")), *edges, trouble))


EDGES = {
    "A card": "line",
    "What comes next": "leaf",
    "Please look": "amber",
    "What must not wait": "brick",
}


def _lists() -> Card:
    timeline = Timeline()
    timeline.rows.set_rows(
        [
            Told(
                "check_in",
                "1",
                date(2026, 3, 1),
                "Check-in · 45 min",
                "We spoke about HH-017.",
                (("agreed", "leaf"),),
                "leaf",
            ),
            Told("visit", "2", date(2026, 2, 27), "Visit · HH-031", "row 5, first door", (("two versions", "amber"),)),
            Told("stressor", "3", None, "Something weighs on them", tone="brick"),
        ]
    )
    timeline.setFixedHeight(theme.px(170))
    headings = [Heading("Household", lambda told: told[0], wide=True), Heading("Min", lambda told: told[1], right=True)]
    rows = RecordTable(headings)
    rows.set_rows([("HH-031 Mudau", "45"), ("HH-017 blue gate", "30")])
    table = Table(rows, headings, "Visits")
    table.selectRow(0)
    table.setFixedHeight(theme.px(120))
    return _shown(say("Timeline and table"), timeline, Hairline(), table)


class _NothingIsSettled:
    """Nobody decides anything in a gallery."""

    def settle(self, quarrel: Quarrel, chosen: Any) -> None: ...

    def settle_alike(self, quarrel: Quarrel, version: Version) -> None: ...

    def put_off(self, quarrel: Quarrel) -> None: ...


def _conflict() -> QWidget:
    one = Version(
        "Nomvula Shezi", "this laptop", 1_770_000_000, WORDS_OF_ONE, WORDS_OF_ONE, "had seen the note of 2 Feb"
    )
    other = Version("Mpho Lekalakala", "Mpho’s laptop", 1_770_100_000, WORDS_OF_OTHER, WORDS_OF_OTHER, one.had_seen)
    quarrel = Quarrel("household", "1", "note", "HH-031", "Safety note", (one, other), WORDS_OF_ONE)
    return Card(
        ConflictPanel(quarrel, _NothingIsSettled(), others=11, first=True), Compared("The same words", "The same words")
    )


def _empty() -> Card:
    first = Primary("Add a caregiver", icon="plus")
    return Card(Empty("people", "Nobody here yet", "Begin with the people you support.", first))


def _icons() -> Card:
    names = sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg"))
    return _shown(say("Icons"), holding(flow(*(_named_icon(name) for name in names), gap=theme.GAP)))


def _named_icon(name: str) -> QWidget:
    return holding(row(Icon(name, "ink"), meta(name), gap=theme.TIGHT))
