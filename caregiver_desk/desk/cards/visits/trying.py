"""What is tried with the homes of a team: whose they would be, and the lists before and after. No record has it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from caregiver_desk.acts.visits.capped import too_many
from caregiver_desk.desk.answers.visits.load import Block, OnList, TeamLoad
from caregiver_desk.desk.answers.visits.load_words import by_need
from caregiver_desk.desk.parts.forms import Form
from caregiver_desk.practice.visits import load
from caregiver_desk.wording import count, say


@dataclass
class Trying:
    """Which homes are ticked on the list in hand, and to whom homes would go."""

    ticked: set[str] = field(default_factory=set)
    moves: dict[str, str] = field(default_factory=dict)

    def tick(self, home: str) -> None:
        """Tick a home, or take back what was said of it."""
        if home in self.moves:
            del self.moves[home]
        else:
            self.ticked ^= {home}

    def give(self, to: str) -> None:
        """What is ticked would go to her."""
        self.moves |= dict.fromkeys(self.ticked, to)
        self.ticked.clear()

    def within(self, told: TeamLoad) -> dict[str, str]:
        """The moves of homes that this team has."""
        return {home: to for home, to in self.moves.items() if home in told.homes and to in told.to}


class Said(QObject):
    """What is tried, and what is to be handed on with it."""

    filled = Signal()

    def __init__(self, form: Form, trying: Trying) -> None:
        super().__init__(form)
        self._form, self.trying = form, trying
        form.filled.connect(self.filled)

    def values(self) -> dict[str, Any]:
        moves = {"moves": dict(self.trying.moves)} if self.trying.moves else {}
        return self._form.values() | moves

    def fill(self, values: Mapping[str, Any]) -> None:
        self._form.fill(values)
        self.trying.moves = dict(values.get("moves", {}))


def before_and_after(told: TeamLoad, moves: Mapping[str, str]) -> Iterator[tuple[str, Collection[str]]]:
    """Each list that would be another: what it has now and would have, and what would be too much then."""
    after = load.what_if(told.lists, moves)
    others = load.changed(told.lists, after)
    for block in (each for each in told.blocks if each.caregiver in others):
        homes = [told.homes[each] for each in after[block.caregiver]]
        now = count("{number} home now", "{number} homes now", len(block.homes))
        yield (
            say("{name}: {now}. Then {then}.", name=block.name, now=now, then=by_need([each.level for each in homes])),
            _too_much(told, block, homes),
        )


def _too_much(told: TeamLoad, block: Block, homes: Collection[OnList]) -> list[str]:
    if not block.caregiver or len(homes) <= len(block.homes):
        return []
    often = sum(each.level == load.OFTEN for each in homes)
    one = "{name} then has {number} home that is seen several times a week."
    many = "{name} then has {number} homes that are seen several times a week."
    heavy = [count(one, many, often, name=block.name)] if often >= told.often else []
    return [*heavy, *too_many(block.name, len(homes), block.plan)]
