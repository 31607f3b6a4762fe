"""What a caregiver's own four answers say, and what they do not.

Whoever prefers not to say has answered. That is not low, and neither is a question that nobody asked. What she would
not say counts also where two laptops brought an answer and a silence together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from caregiver_desk.records.wellbeing.checks import Item

FIELD_OF = {Item.LOAD: "load", Item.ENERGY: "energy", Item.SOMEBODY: "somebody", Item.GOOD: "good"}
_HEAVY, _TIRED = 3, 1


def answers(check: Mapping[str, Any], unsaid: Collection[str]) -> dict[Item, Any]:
    """What she said, by question."""
    kept = {item: check.get(name) for item, name in FIELD_OF.items() if item not in unsaid}
    return {item: value for item, value in kept.items() if value is not None}


def is_low(said: Mapping[Item, Any]) -> bool:
    """Whether something of what she said calls for a question: too much to carry, worn out, or nobody to talk to."""
    heavy, tired = said.get(Item.LOAD, 0) >= _HEAVY, said.get(Item.ENERGY, 4) <= _TIRED
    return heavy or tired or said.get(Item.SOMEBODY) is False
