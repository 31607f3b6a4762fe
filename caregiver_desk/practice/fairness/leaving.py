"""Why people left, as it may be told: of five or more, in steps of five, never of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from caregiver_desk.practice.sharing.returns import told
from caregiver_desk.records.people.people import Leaving

MISSING = frozenset({Leaving.NOT_SAID})


def reasons(left: Iterable[Iterable[Leaving]]) -> Mapping[Leaving, int]:
    """Of those who left, each with the reasons that are known: how many said each. What is left out is not told.

    Somebody may have several reasons, so from no figure does another follow; and nobody is counted who said nothing.
    """
    said = [each - MISSING for each in map(frozenset, left) if each - MISSING]
    steps = {
        reason: told(sum(reason in each for each in said), len(said)) for reason in Leaving if reason not in MISSING
    }
    return {reason: step for reason, step in steps.items() if step is not None}
