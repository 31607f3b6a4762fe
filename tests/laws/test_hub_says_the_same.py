"""One truth: the same histories in encrypted files and on PostgreSQL, and every book says what the model says.

Coordinators open a hub each, everybody else a book of her own; bundles go between them as ever. `LAWS_HUB_WORLDS=100`
plays more of them. What only a file can do (to be copied, or brought back from a backup) is left out for a hub.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from line import PRIVATE
from postgres import Server
from test_real_books import trouble
from worlds import Laptop, Scribe, World

from caregiver_desk.sync.opener import Opener

WORLDS = int(os.environ.get("LAWS_HUB_WORLDS", "3"))
FIRST = int(os.environ.get("LAWS_FIRST_WORLD", "1"))
OF_A_FILE = {"back_up", "restore", "clone", "copy"}


def with_hubs(world: World) -> World:
    """Nothing private is for a coordinator, and nobody copies a hub."""
    leaders = {each.label for each in world.laptops if each.coordinator}
    steps = (
        step
        for step in world.steps
        if not (step.verb in OF_A_FILE and step.what["laptop"] in leaders)
        and not (step.verb == "replace" and step.what["whom"] in leaders)
    )
    return replace(world, laptops=tuple(map(_nothing_private, world.laptops)), steps=tuple(steps))


def _nothing_private(laptop: Laptop) -> Laptop:
    if not laptop.coordinator:
        return laptop
    return replace(laptop, audiences=tuple(each for each in laptop.audiences if each not in PRIVATE))


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("seed", range(FIRST, FIRST + WORLDS))
def test_a_hub_says_what_the_model_says(seed: int, home: Path, opener: Opener, server: Server):
    world = with_hubs(Scribe(seed).world())
    hubs = {each.label: server.database() for each in world.laptops if each.coordinator}

    found = next(trouble(world, home, opener, hubs), None)

    assert found is None, f"world {seed}: {found}"
