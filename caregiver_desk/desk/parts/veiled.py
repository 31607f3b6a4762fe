"""Words that are seen on asking: whoever comes to the desk may not be alone."""

from __future__ import annotations

from collections.abc import Callable

from caregiver_desk.desk.parts.buttons import Pressable, pressed
from caregiver_desk.desk.parts.heard import tell
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.wording import say


def seen_on_asking(way: Pressable, words: PlainLabel, what: str = "") -> Callable[[], None]:
    """A press shows the words and says them to the ear, the next one hides them, as does what is returned.

    `what` they are, where the button itself does not say so: it says what a press does.
    """
    named = what or way.text()

    def show(*, shown: bool) -> None:
        words.setVisible(shown)
        act = say("Hide") if shown else say("Show")
        if what:
            way.setText(act)
        way.setAccessibleName(say("{act}: {what}", act=act, what=named))

    def turn() -> None:
        show(shown=words.isHidden())
        if not words.isHidden():
            tell(way, words.text())

    pressed(way, turn)
    show(shown=False)
    return lambda: show(shown=False)
