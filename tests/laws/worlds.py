"""Worlds: who is there, and a script of what they do, told in labels so that any player can carry it out.

A step names laptops L1, L2 …, scopes S1, S2 … and records r1, r2 … by label, and whatever else it means by a `pick`:
the pick-th (round and round) of the things that fit in that laptop's own view, in label order. Where nothing fits, or
the laptop may not, a step does nothing. So two players that mean the same do the same, and any step may be left out,
which is how a failing script is made short. A world ends with everything travelling until all is known.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol

Scalar = str | int | bool | None
FIRST_SECOND = 1_772_409_600  # 2 March 2026, early
HOUR, DAY, YEAR = 3607, 86_400, 31_557_600  # an hour of an odd length: no two lines have one time


@dataclass(frozen=True)
class Laptop:
    label: str
    coordinator: bool
    audiences: tuple[str, ...]
    scopes: tuple[str, ...]
    version: int
    offset: int  # of its clock, in seconds


@dataclass(frozen=True)
class Step:
    when: int
    verb: str
    what: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.verb}({', '.join(f'{name}={value!r}' for name, value in self.what.items())})"


@dataclass(frozen=True)
class World:
    seed: int
    laptops: tuple[Laptop, ...]
    founders: dict[str, str]  # of each scope
    steps: tuple[Step, ...]
    finale: tuple[Step, ...]

    def __str__(self) -> str:
        return "\n".join(map(str, (f"world {self.seed}", *self.laptops, self.founders, *self.steps)))


class Player(Protocol):
    """Carries a script out on books of some make: one method for each verb.

    `now` is the time of the step by a right clock; a laptop's own is off by its offset. What a laptop sees is what its
    own book shows, with the imports hidden that it has set aside; it writes only where its own book says it may.
    """

    now: int

    def create(self, *, laptop: str, record: str, scope: str, fields: dict[str, Scalar]) -> None:
        """Fields of audiences that the laptop does not read are left out; with none left nothing is created."""

    def edit(self, *, laptop: str, pick: int, field: str, value: Scalar) -> None:
        """Of a record that is seen. A book of version 1 knows `colour` as `hue`."""

    def settle(self, *, laptop: str, pick: int, choice: int) -> None:
        """Of the quarrels seen, by record and field; the choice is among the values at odds, in order of their text."""

    def undo(self, *, laptop: str, pick: int) -> None:
        """Of the saves made on this laptop (create, edit, settle, undo, withdraw, reinstate) that still show."""

    def withdraw(self, *, laptop: str, pick: int) -> None: ...

    def reinstate(self, *, laptop: str, pick: int) -> None:
        """Of the records that somebody has withdrawn, gone or not."""

    def hand_over(self, *, laptop: str, pick: int, scope: str) -> None:
        """By a coordinator. One line for each field that travels, by name, and for each current line of it, by time."""

    def enrol(self, *, laptop: str, whom: str, scope: str) -> None: ...

    def dismiss(self, *, laptop: str, whom: str, scope: str) -> None: ...

    def revoke(self, *, laptop: str, whom: str, back: int) -> None:
        """Last accepted is what has come of each stream without a gap, less so many lines."""

    def lift(self, *, laptop: str, whom: str) -> None:
        """Takes a revocation back."""

    def erase(self, *, laptop: str, pick: int) -> None:
        """Of a record that is seen; from who is not a coordinator it only hides and asks."""

    def set_aside(self, *, laptop: str, pick: int) -> None:
        """Of the imports that are not aside and brought something new."""

    def bring_back(self, *, laptop: str, pick: int) -> None: ...

    def exchange(self, *, sender: str, receiver: str, cut: int, copies: int) -> None:
        """A bundle is made, lines are lost from it as `left_out` says, and it arrives so many times (or never)."""

    def relay(self, *, first: str, second: str, receiver: str, cut: int) -> None:
        """A courier joins two bundles for one reader into a single delivery, and loses some of it."""

    def replay(self, *, receiver: str, pick: int) -> None:
        """Of all bundles ever made for that laptop, as it was made."""

    def back_up(self, *, laptop: str) -> None: ...

    def restore(self, *, laptop: str, pick: int) -> None:
        """Of its backups. The book goes on under the same key with a new laptop id."""

    def clone(self, *, laptop: str, label: str) -> None:
        """A second book on a copied disk, under the same key with a new laptop id."""

    def set_clock(self, *, laptop: str, offset: int) -> None: ...

    def upgrade(self, *, laptop: str) -> None: ...

    def state(self, laptop: str) -> dict[str, Any]:
        """What the book says, in labels, nothing set aside."""

    def held(self, laptop: str) -> list[str]:
        """The lines of the book, in labels, and whether they are blanked."""


def play(world: World, player: Player) -> Iterator[Step]:
    """Each step as soon as it is done."""
    for step in (*world.steps, *world.finale):
        player.now = step.when
        getattr(player, step.verb)(**step.what)
        yield step


def left_out(cut: int, line: str) -> bool:
    """Whether a cut loses a line, named in labels as `L1.0|S1|open|7`. The last two digits say how many in a hundred."""
    return int(hashlib.sha256(f"{cut}|{line}".encode()).hexdigest()[:8], 16) % 100 < cut % 100


def shortest(world: World, fails: Callable[[World], bool]) -> World:
    """A world that still fails, with as few steps as can be had: first the shortest prefix, then without each step."""
    low, high = 0, len(world.steps)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fails(replace(world, steps=world.steps[:middle])) else (middle + 1, high)
    world = replace(world, steps=world.steps[:high])
    for index in range(high - 1, -1, -1):
        less = replace(world, steps=world.steps[:index] + world.steps[index + 1 :])
        world = less if fails(less) else world
    return world


AUDIENCES = ("open", "contact", "words", "pair")
OFFSETS = (0, 0, 0, 0, -600, 900, 3 * DAY, -3 * DAY, 70 * YEAR, -20 * YEAR)
VERBS = {
    "create": 9, "edit": 26, "settle": 6, "undo": 5, "withdraw": 4, "reinstate": 2, "hand_over": 7, "enrol": 3,
    "dismiss": 1, "revoke": 2, "lift": 1, "erase": 2, "set_aside": 2, "bring_back": 1, "exchange": 34, "relay": 4,
    "replay": 4, "back_up": 3, "restore": 2, "clone": 1, "set_clock": 2, "upgrade": 2,
}  # fmt: skip


class Scribe:
    """Writes one world from one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 -- a world must come again from its seed
        self.count = {"r": 0, "L": 0, "word": 0}
        self.scopes = ["S0", *(f"S{n}" for n in range(1, self.dice.randint(1, 3) + 1))]
        self.laptops = [self.laptop() for _ in range(self.dice.randint(2, 6))]
        self.labels = [laptop.label for laptop in self.laptops]
        self.steps: list[Step] = []

    def world(self, seed: int) -> World: ...

    def laptop(self) -> Laptop:
        label = self.next("L")
        coordinator = label == "L1" or (label == "L2" and self.dice.random() < 0.4)
        pair = AUDIENCES if self.dice.random() < 0.5 else AUDIENCES[:3]
        if coordinator: ...
