"""Files for neighbours: what a mapping names that is not there, and periods that do not fit."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class MappingFaults(Refused):
    code = "mapping-faults"
    sentence = later("{file} cannot be used as it is. Nothing was written. Mend this, then try again:\n{faults}")


class OtherPeriod(Refused):
    code = "other-period"
    sentence = later(
        "This mapping is for periods of the sort {wanted}, and {period} is of the sort {given}. Nothing was written."
    )


class NothingToTell(Refused):
    code = "nothing-to-tell"
    sentence = later("Nothing that is mapped may be told of these days. Nothing was written. This is why:\n{reasons}")


class NothingPlanned(Refused):
    code = "nothing-planned"
    sentence = later("Nothing is planned and nothing is due, so there is no calendar. Nothing was written.")


class OtherEnding(Refused):
    code = "other-ending"
    sentence = later("“{file}” does not say what to write. Nothing was written. Name a file that ends in {endings}.")
