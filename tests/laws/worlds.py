"""Worlds: who is there, and a script of what they do, told in labels so that any player can carry it out.

A step names laptops L1, L2 …, scopes S0, S1 … and records r1, r2 … by label, and whatever else it means by a `pick`:
the pick-th (round and round) of what fits in that laptop's own view, in label order. Where nothing fits, or the laptop
may not, a step does nothing. So two players that mean the same do the same, and any step may be left out, which is how
a failing script is made short. A world ends with everything travelling until all is known.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Any

from player import Player, Scalar

FIRST_SECOND = 1_772_409_600  # 2 March 2026
HOUR, DAY, YEAR = 3607, 86_400, 31_557_600  # an hour of an odd length, so that no two lines have one time
OFFSETS = (0, 0, 0, 0, -600, 900, 3 * DAY, -3 * DAY, 70 * YEAR, -20 * YEAR)
AUDIENCES = ("open", "contact", "words", "pair")
FIELDS = ("colour", "colour", "colour", "colour", "place", "story", "secret", "tags/old")
Verbs = Mapping[str, tuple[int, str]]
LAPTOPS = {"laptop", "whom", "sender", "receiver", "first", "second"}
VERBS = {  # how often, and what must be said: a name, or name:what it is
    "create": (3, "laptop record scope fields"),
    "edit": (48, "laptop pick:number field"),
    "settle": (8, "laptop pick:number choice:number"),
    "undo": (4, "laptop pick:number"),
    "withdraw": (2, "laptop pick:number"),
    "reinstate": (2, "laptop pick:number"),
    "hand_over": (9, "laptop:leader pick:number scope"),
    "enrol": (3, "laptop:leader whom:laptop scope"),
    "dismiss": (1, "laptop:leader whom:laptop scope"),
    "revoke": (4, "laptop:leader whom:laptop back"),
    "lift": (2, "laptop:leader whom:laptop"),
    "erase": (1, "laptop:leader pick:number"),
    "set_aside": (2, "laptop pick:number"),
    "bring_back": (1, "laptop pick:number"),
    "gather": (3, ""),
    "exchange": (28, "sender:laptop receiver:laptop cut copies"),
    "relay": (4, "first:laptop second:laptop receiver:laptop cut"),
    "replay": (5, "receiver:laptop pick:number"),
    "back_up": (3, "laptop"),
    "restore": (2, "laptop pick:number"),
    "clone": (1, "laptop label"),
    "copy": (1, "laptop label"),
    "set_clock": (2, "laptop offset"),
    "upgrade": (2, "laptop"),
}
PEOPLE_MOVE = {  # who was entered twice, who changes teams, who leaves, and whose laptop was stolen
    **VERBS,
    "create": (6, "laptop record scope fields"),
    "edit": (36, "laptop pick:number field"),
    "same": (9, "laptop:leader pick:number other:any"),
    "not_same": (3, "laptop:leader pick:number other:any"),
    "part": (3, "laptop:leader pick:any"),
    "undo": (7, "laptop pick:number"),
    "hand_over_team": (4, "laptop:leader whom:laptop scope"),
    "dismiss": (4, "laptop:leader whom:laptop scope"),
    "enrol": (4, "laptop:leader whom:laptop scope"),
    "revoke": (2, "laptop:leader whom:laptop back"),
    "replace": (2, "laptop:leader whom:laptop pick:number label"),
    "copy": (0, "laptop label"),
}


@dataclass(frozen=True)
class Laptop:
    label: str
    coordinator: bool
    audiences: tuple[str, ...]
    scopes: tuple[str, ...]
    version: int
    offset: int  # of its clock, in seconds
    heedless: bool = False  # writes wherever it reads, with or without the right


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
        return "\n  ".join(map(str, (f"world {self.seed}", *self.laptops, f"founders {self.founders}", *self.steps)))


class Scribe:
    """Writes one world from one seed."""

    def __init__(self, seed: int, verbs: Verbs = VERBS) -> None:
        self.seed, self.verbs, self.dice = seed, verbs, random.Random(seed)  # noqa: S311 -- a world must come again from its seed
        self.time, self.records, self.words, self.last = FIRST_SECOND, 0, 0, 0
        self.scopes = [f"S{n}" for n in range(self.dice.randint(2, 4))]
        self.laptops = [self.laptop(n) for n in range(1, self.dice.randint(2, 6) + 1)]
        self.labels = [laptop.label for laptop in self.laptops]

    def world(self) -> World:
        readers = {scope: [laptop.label for laptop in self.laptops if scope in laptop.scopes] for scope in self.scopes}
        founders = {scope: self.dice.choice(labels) for scope, labels in readers.items()}
        frequent = [often for often, _ in self.verbs.values()]
        verbs = self.dice.choices([*self.verbs], weights=frequent, k=self.dice.randint(10, 90))
        told = (step for verb in verbs for step in (self.gathering() if verb == "gather" else [self.step(verb)]))
        steps, finale = (*self.opening(), *told), tuple(self.finale())
        laptops = tuple(replace(laptop, heedless=self.chance(0.15)) for laptop in self.laptops)
        return World(self.seed, laptops, founders, steps, finale)

    def laptop(self, number: int) -> Laptop:
        leads = number == 1 or (number == 2 and self.chance(0.6))
        audiences = AUDIENCES if self.chance(0.6) else AUDIENCES[: self.dice.randint(3 if leads else 1, 3)]
        every = leads or self.chance(0.3)
        scopes = self.scopes if every else self.dice.sample(self.scopes, self.dice.randint(1, len(self.scopes)))
        version = 2 if self.chance(0.7) else 1
        return Laptop(f"L{number}", leads, audiences, tuple(sorted(scopes)), version, self.dice.choice(OFFSETS))

    def opening(self) -> Iterator[Step]:
        """Most may write where they read, and have heard that they may."""
        for laptop in self.laptops:
            for scope in laptop.scopes:
                if not laptop.coordinator and self.chance(0.85):
                    yield self.at("enrol", laptop="L1", whom=laptop.label, scope=scope)
        for label in self.labels[1:]:
            yield self.at("exchange", sender="L1", receiver=label, cut=0, copies=1)
        for _ in range(self.dice.randint(2, 4)):
            yield self.step("create")
        yield from self.gathering()

    def finale(self) -> Iterator[Step]:
        """All programs are brought up to date, and everything travels."""
        for label in self.labels:
            yield self.at("upgrade", laptop=label)
        yield from (*self.gathering(), *self.gathering(), *self.gathering())

    def gathering(self) -> Iterator[Step]:
        """Each laptop hands each other one a whole bundle."""
        for sender, receiver in permutations(self.labels, 2):
            yield self.at("exchange", sender=sender, receiver=receiver, cut=0, copies=1)

    def at(self, verb: str, **what: Any) -> Step:
        self.time += HOUR
        return Step(self.time, verb, what)

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def step(self, verb: str) -> Step:
        draw: dict[str, Callable[[], Any]] = {
            "laptop": lambda: self.dice.choice(self.labels),
            "leader": self.leader,
            "scope": lambda: self.dice.choice(self.scopes),
            "record": self.record,
            "field": lambda: self.dice.choice(FIELDS),
            "fields": self.fields,
            "offset": lambda: self.dice.choice(OFFSETS),
            "label": self.label,
            "cut": lambda: 0 if self.chance(0.4) else self.dice.randint(0, 999) * 100 + self.dice.randint(15, 80),
            "copies": lambda: self.dice.choice((0, 1, 1, 1, 1, 2)),
            "number": self.number,
            "any": lambda: self.dice.randint(0, 99),
            "back": lambda: self.dice.choice((0, 1, 3, 9)),
        }
        asked = (word.partition(":") for word in self.verbs[verb][1].split())
        what = {name: draw[kind or name]() for name, _, kind in asked}
        if "field" in what:
            what["value"] = self.value(what["field"])
        return self.at(verb, **what)

    def fields(self) -> dict[str, Scalar]:
        return {name: self.value(name) for name in self.dice.sample(FIELDS[3:], self.dice.randint(1, 4))}

    def leader(self) -> str:
        leaders = [laptop.label for laptop in self.laptops if laptop.coordinator]
        return self.dice.choice(leaders if self.chance(0.85) else self.labels)

    def number(self) -> int:
        """Often the same again: several laptops at one record is where quarrels come from."""
        self.last = self.dice.randint(0, 99) if self.chance(0.4) else self.last
        return self.last

    def record(self) -> str:
        self.records += 1
        return f"r{self.records}"

    def label(self) -> str:
        self.labels.append(f"L{len(self.labels) + 1}")
        return self.labels[-1]

    def value(self, name: str) -> Scalar:
        """A word stands nowhere else, so that it can be searched for; colours and tags may agree by chance."""
        self.words += 1
        if name.startswith("tags/"):
            return self.chance(0.6)
        if name == "colour":
            return self.dice.choice(("red", "green", "blue", None))
        return f"{name}{self.words}." if self.chance(0.9) else None


def play(world: World, player: Player) -> Iterator[Step]:
    """Each step, as soon as it is done. A laptop that was never cloned, since that step was left out, does nothing."""
    there = {laptop.label for laptop in world.laptops}
    for step in (*world.steps, *world.finale):
        if there.issuperset(word for name, word in step.what.items() if name in LAPTOPS):
            player.now = step.when
            getattr(player, step.verb)(**step.what)
            there |= {label for name, label in step.what.items() if name == "label"}
            yield step


def left_out(cut: int, line: str) -> bool:
    """Whether a cut loses a line named, in labels, `L1.0|S1|open|7`: as many in a hundred as its last two digits."""
    return int(hashlib.sha256(f"{cut}|{line}".encode()).hexdigest()[:8], 16) % 100 < cut % 100


def shortest(world: World, fails: Callable[[World], bool]) -> World:
    """A world that still fails, in as few steps as can be had: the shortest prefix first, then without each step."""
    low, high = 0, len(world.steps)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fails(replace(world, steps=world.steps[:middle])) else (middle + 1, high)
    world = replace(world, steps=world.steps[:high])
    for index in range(high - 1, -1, -1):
        less = replace(world, steps=world.steps[:index] + world.steps[index + 1 :])
        world = less if fails(less) else world
    return world
