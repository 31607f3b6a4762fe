"""Tables that are brought in: their file and their columns."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class NoColumns(Refused):
    code = "no-columns"
    sentence = later(
        "No column of this sheet could be matched with {kind}. Nothing was brought in. "
        "Columns found: {columns}. Fields known: {known}."
    )


class NoSuchColumn(Refused):
    code = "no-such-column"
    sentence = later("This sheet has no column “{title}”. Nothing was brought in. Its columns are: {columns}.")


class OtherSheet(Refused):
    code = "other-sheet"
    sentence = later(
        "The columns of this sheet are those of {other}, not of {kind}. Nothing was brought in. Bring it in as "
        "{other} instead."
    )


class ColumnMissing(Refused):
    code = "column-missing"
    sentence = later(
        "To bring in {kind}, one column has to say this: {fields}. Nothing was brought in. Say which it is (`--column"
        " TITLE={field}`)."
    )


class NotASheet(Blocked):
    code = "not-a-sheet"
    sentence = later("This file could not be read as a table ({reason}). Nothing was brought in.")
