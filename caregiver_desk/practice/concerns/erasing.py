"""Why something was erased, in words; and what two people who erase a concern leave behind: that they decided it."""

from __future__ import annotations

from caregiver_desk.records.concerns.concerns import StepSort
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.wording import later

GROUNDS = {
    Ground.ASKED: later("the person asked for it"),
    Ground.CONSENT: later("consent was withdrawn"),
    Ground.RETENTION: later("it was kept long enough"),
    Ground.MISTAKE: later("it was recorded by mistake"),
    Ground.ORDERED: later("the law orders it"),
}


def ends_as(ground: Ground) -> StepSort:
    """As what the decision stands among the steps of a concern whose words are gone."""
    return StepSort.IN_ERROR if ground is Ground.MISTAKE else StepSort.CLOSED
