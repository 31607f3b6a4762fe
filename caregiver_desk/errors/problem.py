"""What everything that stops an act has in common."""

from __future__ import annotations

from typing import ClassVar

from caregiver_desk.wording import later, say

KEPT = later("Nothing was saved and what you typed is kept.")
NOT_SAVED = later("Nothing was saved.")


class Problem(Exception):  # noqa: N818 - a refusal is not an error, and people say problem
    """Anything that stops an act. `str()` is the sentence for the person, in her language.

    `{kept}` in it says that what she typed is still there; where nothing is kept, at a prompt, `at_a_prompt` leaves
    that out.
    """

    code: ClassVar[str] = ""
    exit_status: ClassVar[int] = 1
    sentence: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code)
        self.facts = facts

    def __str__(self) -> str:
        return say(self.sentence, kept=say(KEPT), **self.facts)

    def at_a_prompt(self) -> str:
        """The sentence where words are given once, and nothing remembers them."""
        return say(self.sentence, kept=say(NOT_SAVED), **self.facts)
