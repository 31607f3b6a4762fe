"""The written-down workload, first half: what a caregiver programme writes.

Teams of twelve caregivers with twenty households each, scaled by adding teams. Of a hundred new records seventy are
visits, and the rest stand in the proportions of a year's work. Fields are filled as often as people fill them, so that
a save falls into one to three audiences. An edit writes two fields of a record that is already known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.records.journal import Scalar
from caregiver_desk.records.people import people  # noqa: F401 - register kinds
from caregiver_desk.records.supervision import supervision  # noqa: F401 - register kinds
from caregiver_desk.records.visits import (
    households,  # noqa: F401 - register kinds
    visits,  # noqa: F401 - register kinds
)
from caregiver_desk.records.wellbeing import wellbeing  # noqa: F401 - register kinds

TEAM = 12
PROPORTIONS = {
    "visit": 70,
    "household": 5,
    "assignment": 6,
    "person": 1,
    "check_in": 5,
    "promise": 6,
    "stressor": 3,
    "follow_up": 4,
}
Fields = dict[str, Scalar]


class Birth(NamedTuple):
    """A new record, before it is written down."""

    kind: str
    record: str
    scope: str
    fields: Fields


@dataclass
class Caregiver:
    """Who is written about: her team's scope, the pair's, and what later records point at."""

    id: str
    team: str
    team_id: str
    pair: str
    link: str
    households: list[str] = field(default_factory=list)
    check_ins: list[str] = field(default_factory=list)
    stressors: list[str] = field(default_factory=list)


class Programme:
    """People, places and their work, made up from a seed by the holder of `key`; at `most` so many caregivers."""

    def __init__(self, key: str, seed: int, *, most: int = 1_000_000) -> None:
        self.key, self.most = key, most
        self.random = Random(seed)  # noqa: S311 - a workload, not a secret
        self.site = clock.new_scope(key)
        self.team = self.team_id = ""
        self.caregivers: list[Caregiver] = []
        self._words = _vocabulary(Random(1))  # noqa: S311
        self._weights = [1 / (place + 3) for place in range(len(self._words))]

    def births(self) -> list[Birth]:
        """The next new record, with the ones that must come with it."""
        kind = self.random.choices(list(PROPORTIONS), list(PROPORTIONS.values()))[0] if self.caregivers else "person"
        if kind == "person" and len(self.caregivers) < self.most:
            return self._hire()
        somebody = self.random.choice(self.caregivers)
        if kind == "household" or not somebody.households:
            return [self._household(somebody)]
        return [_MAKERS.get(kind, _visit)(self, somebody)]

    def _hire(self) -> list[Birth]:
        made = []
        if len(self.caregivers) % TEAM == 0:
            self.team = clock.new_scope(self.key)
            self.team_id = clock.new_record(self.team)
            made.append(Birth("team", self.team_id, self.team, {"name": f"Team {self.words(1)}"}))
        pair = clock.new_scope(self.key)
        new = Caregiver(clock.new_record(self.site), self.team, self.team_id, pair, clock.new_record(pair))
        self.caregivers.append(new)
        engaged: Fields = {"person": new.id, "team": self.team_id, "role": "caregiver", "state": "active"}
        linked: Fields = {"caregiver": new.id, "supervisor": self.caregivers[0].id, "purpose": "line"}
        return [
            *made,
            Birth("person", new.id, self.site, self._identity()),
            Birth("engagement", clock.new_record(self.team), self.team, engaged | {"since": self.day()}),
            Birth("supervision", new.link, pair, linked | {"since": self.day()}),
        ]

    def _identity(self) -> Fields:
        fields: Fields = {"given_names": self.name(), "surname": self.name(), "birth_year": self.upto(1960, 2003)}
        return fields | self.perhaps(
            phone=(0.9, self.phone), language=(0.8, lambda: self.one("isiZulu", "Sesotho")), known_as=(0.3, self.name)
        )

    def _household(self, somebody: Caregiver) -> Birth:
        record = clock.new_record(somebody.team)
        somebody.households.append(record)
        fields: Fields = {"team": somebody.team_id, "code": f"HH-{self.upto(1, 9999):04}", "state": "active"}
        return Birth(
            "household",
            record,
            somebody.team,
            fields
            | {"level": self.upto(1, 4), "ward": f"Ward {self.upto(1, 30)}", "enrolled": self.day()}
            | self.perhaps(
                nickname=(0.6, lambda: self.words(2)),
                village=(0.8, self.name),
                phone=(0.5, self.phone),
                safety=(0.15, lambda: self.words(9)),
            ),
        )

    def words(self, count: int) -> str:
        return " ".join(self.random.choices(self._words, self._weights, k=count))

    def name(self) -> str:
        return self.words(1).title()

    def upto(self, low: int, high: int) -> int:
        return self.random.randint(low, high)

    def one(self, *choices: str) -> str:
        return self.random.choice(choices)

    def day(self) -> str:
        return f"2026-{self.upto(1, 12):02}-{self.upto(1, 28):02}"

    def phone(self) -> str:
        return f"07{self.upto(0, 99_999_999):08}"

    def perhaps(self, **chances: tuple[float, Callable[[], Scalar]]) -> Fields:
        """Each field as often as its chance says."""
        return {name: make() for name, (chance, make) in chances.items() if self.random.random() < chance}


def _visit(all_: Programme, who: Caregiver) -> Birth:
    fields: Fields = {"household": all_.random.choice(who.households), "caregiver": who.id, "day": all_.day()}
    fields |= {"outcome": all_.one("done", "done", "done", "nobody home", "phone only"), "purposes/routine": True}
    chosen = all_.perhaps(
        minutes=(0.6, lambda: all_.upto(10, 120)),
        children_seen=(0.5, lambda: True),
        upset_afterwards=(0.04, lambda: True),
        note=(0.25, lambda: all_.words(12)),
    )
    return Birth("visit", clock.new_record(who.team), who.team, fields | chosen)


def _assignment(all_: Programme, who: Caregiver) -> Birth:
    fields: Fields = {"household": all_.random.choice(who.households), "caregiver": who.id}
    fields |= {"since": all_.day(), "short_number": all_.upto(1, 999)}
    return Birth("assignment", clock.new_record(who.team), who.team, fields)


def _check_in(all_: Programme, who: Caregiver) -> Birth:
    record = clock.new_record(who.pair)
    who.check_ins.append(record)
    fields: Fields = {"supervision": who.link, "caregiver": who.id, "type": all_.one("one-to-one", "short call")}
    fields |= {"state": "held", "day": all_.day(), "minutes": all_.upto(10, 60), "how_are_you": all_.words(15)}
    chosen = all_.perhaps(
        next_day=(0.7, all_.day),
        the_work=(0.6, lambda: all_.words(20)),
        learning=(0.3, lambda: all_.words(10)),
        went_well=(0.4, lambda: all_.words(10)),
    )
    return Birth("check_in", record, who.pair, fields | chosen)


def _promise(all_: Programme, who: Caregiver) -> Birth:
    fields: Fields = {"supervision": who.link, "caregiver": who.id, "owner": all_.one("supervisor", "caregiver")}
    fields |= {"what": all_.words(8), "due": all_.day(), "state": "open"}
    if who.check_ins:
        fields["check_in"] = all_.random.choice(who.check_ins)
    return Birth("promise", clock.new_record(who.pair), who.pair, fields)


def _stressor(all_: Programme, who: Caregiver) -> Birth:
    record = clock.new_record(who.pair)
    who.stressors.append(record)
    fields: Fields = {"supervision": who.link, "caregiver": who.id, f"codes/{all_.one('W1', 'W2', 'O3', 'G1')}": True}
    fields |= {"severity": all_.upto(0, 4), "since": all_.day(), "said_by": "herself", "agreed": True, "state": "open"}
    return Birth("stressor", record, who.pair, fields | all_.perhaps(**{"codes/P4": (0.4, lambda: True)}))


def _follow_up(all_: Programme, who: Caregiver) -> Birth:
    fields: Fields = {"supervision": who.link, "caregiver": who.id, "code": f"F{all_.upto(1, 18)}"}
    fields |= {"due": all_.day(), "state": "offered"}
    if who.stressors:
        fields["stressor"] = all_.random.choice(who.stressors)
    return Birth("follow_up", clock.new_record(who.pair), who.pair, fields)


_MAKERS = {
    "visit": _visit,
    "assignment": _assignment,
    "check_in": _check_in,
    "promise": _promise,
    "stressor": _stressor,
    "follow_up": _follow_up,
}

EDITED: Mapping[str, Mapping[str, Callable[[Programme], Scalar]]] = {
    "visit": {
        "minutes": lambda all_: all_.upto(10, 120),
        "outcome": lambda all_: all_.one("done", "refused"),
        "day": Programme.day,
        "note": lambda all_: all_.words(12),
    },
    "household": {
        "level": lambda all_: all_.upto(1, 4),
        "state": lambda all_: all_.one("active", "paused"),
        "phone": Programme.phone,
    },
    "assignment": {"until": Programme.day, "short_number": lambda all_: all_.upto(1, 999)},
    "person": {"phone": Programme.phone, "known_as": Programme.name},
    "check_in": {"state": lambda all_: all_.one("held", "missed"), "the_work": lambda all_: all_.words(20)},
    "promise": {"state": lambda all_: all_.one("done", "changed"), "due": Programme.day},
    "stressor": {"state": lambda all_: all_.one("eased", "closed"), "severity": lambda all_: all_.upto(0, 4)},
    "follow_up": {"state": lambda all_: all_.one("accepted", "done"), "done_on": Programme.day},
}


def _vocabulary(random: Random) -> list[str]:
    """Three thousand words that nobody says."""
    syllables = [first + vowel for first in (*"bdfghklmnstvwz", "nd", "ng", "sh", "th") for vowel in "aeiou"]
    return ["".join(random.choices(syllables, k=random.randint(1, 4))) for _ in range(3000)]
