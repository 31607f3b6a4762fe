"""What may leave in a file that another program reads: one allow-list for every format.

Context. Departments, funders and researchers ask for files; a file goes on without the book, to readers whom nobody
here knows. A format that chooses its own fields will one day choose one field too many.

Decision. A field leaves by who may read it. What is *open* leaves by default. What the team knows of its workers, how a
household is reached, and ordinary words leave only where somebody asked for them and was told what that means. What two
people keep, what is one's own, a concern, formal process and statements about laptops leave in no format and by no
wish. A kind of record leaves only to whoever may know that there is such a record at all; not at all where a part of it
is a concern or formal process, for that there is one is told by figures, where it may be told. What was counted leaves
as a figure, and never as the record that keeps it, for that may be of a team. That two talked leaves; that it was to
support one of them does not; that somebody works here leaves, and not that it is on trial or in lighter duties.

Consequences. A new field of a kind leaves everywhere or nowhere by its declaration, and a law test fills every field
there is and looks for it in every file. What is here says nothing of bundles: they have their profiles.
"""

from __future__ import annotations

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.wording import later

FEW = 5  # people at the least stand behind a number that is told to others
BY_DEFAULT = frozenset({Audience.OPEN})
BY_ASKING = {
    Audience.TEAM: later("names of those who work here, and what their team knows of them"),
    Audience.CONTACT: later("names, phones and places of households, and phones of those who work here"),
    Audience.WORDS: later("notes in people’s own words"),
}
NEVER = frozenset({Audience.PROTECTION, Audience.PROCESS})
COUNTED = frozenset({"monthly_return", "survey", "frozen_report", "plan_item"})
HELD_BACK = {"check_in": frozenset({"type"}), "engagement": frozenset({"state"})}
NOTHING_MORE: frozenset[Audience] = frozenset()


def may_leave(kind: Kind, wanted: frozenset[Audience] = NOTHING_MORE) -> tuple[Field, ...]:
    """The fields of a kind that may stand in a file, in the order in which they are declared.

    `wanted` are audiences that somebody asked for; those that never leave are not heeded. None where nothing may leave.
    """
    held_back = HELD_BACK.get(kind.name, frozenset())
    return tuple(field for field in may_be_asked(kind, wanted) if field.name not in held_back)


def may_be_asked(kind: Kind, wanted: frozenset[Audience] = NOTHING_MORE) -> tuple[Field, ...]:
    """The fields of a kind that may stand in a form that somebody fills in elsewhere: what they say comes in here."""
    readable = BY_DEFAULT | (wanted & BY_ASKING.keys())
    fields = kind.fields.values()
    if kind.widest not in readable or kind.name in COUNTED or NEVER & {field.audience for field in fields}:
        return ()
    return tuple(field for field in fields if field.audience in readable)


def leaving(wanted: frozenset[Audience] = NOTHING_MORE) -> dict[str, Kind]:
    """The kinds of which something may leave, by name."""
    return {name: kind for name, kind in KINDS.items() if may_leave(kind, wanted)}
