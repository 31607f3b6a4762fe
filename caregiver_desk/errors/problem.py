"""What everything that stops an act has in common."""

from __future__ import annotations

from typing import ClassVar

from caregiver_desk.wording import say


class Problem(Exception):  # noqa: N818 - a refusal is not an error, and people say problem
    """Anything that stops an act. `str()` is the sentence for the person, in her language."""

    code: ClassVar[str] = ""
    exit_status: ClassVar[int] = 1
    sentence: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code)
        self.facts = facts

    def __str__(self) -> str:
        return say(self.sentence, **self.facts)
