"""Who works here: their vetting, and who leads their team."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class NotCleared(Refused):
    code = "not-cleared"
    sentence = later(
        "Their vetting is {status}. Nothing was saved. Record the check that was made; or a coordinator assigns the "
        "home, with a reason."
    )


class NobodyLeadsIt(Refused):
    code = "nobody-leads-it"
    sentence = later(
        "Nobody supervises that team, so nobody could read of them. Nothing moved. Hand the team over first."
    )


class LiesInItself(Refused):
    code = "lies-in-itself"
    sentence = later("An area cannot lie in itself. Nothing was changed. Choose one that does not lie within it.")


class SomethingLiesInIt(Refused):
    code = "something-lies-in-it"
    sentence = later("{what} in this area. Nothing was changed. Place them elsewhere first.")
