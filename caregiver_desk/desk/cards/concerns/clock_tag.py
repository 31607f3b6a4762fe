"""How long ago a concern was noticed: a pill that counts up while somebody sees it, and rests while nobody does."""

from __future__ import annotations

from caregiver_desk.desk.answers.concerns.concerns import Told
from caregiver_desk.desk.parts.marks import Tag
from caregiver_desk.desk.parts.ticking import Minutes


class ClockTag(Tag):
    def __init__(self, told: Told) -> None:
        super().__init__("")
        self._told = told
        self._count()
        self.minutes = Minutes(self)
        self.minutes.passed.connect(self._count)

    def _count(self) -> None:
        self.say(self._told.clock, "brick" if self._told.red else "amber")
