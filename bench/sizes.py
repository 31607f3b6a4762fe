"""What one field change takes: on the disk of the reader, and on the way to her."""

from __future__ import annotations

from collections.abc import Iterator

from bench import shelf
from bench.figures import Figure, Scale
from bench.shelf import BOOK, EMPTY, HELD, UNIFORM

STORED, SENT = 200, 40
"""Set anew from what was measured (195 and 23 to 37): a line for each audience, each with its salt, its writer, its
record and the names of what it replaces, kept as it was signed and findable by record and by number.
"""


def figures(scale: Scale) -> Iterator[Figure]:
    held = max(scale.held)
    stand = shelf.mixed(held, scale.coming)
    full, empty = ((stand.folder / name / "book.db").stat().st_size for name in (BOOK, EMPTY))
    yield Figure(f"stored, book of {held:,}", (full - empty) / held, "B/change", STORED, note="journal, rows, names")
    whole = stand.bundle(HELD).stat().st_size
    yield Figure(f"in transit, bundle of {held:,}", whole / held, "B/change", SENT)
    part = stand.bundle(UNIFORM).stat().st_size
    note = "edits over all streams, a signed tip each"
    what = f"in transit, bundle of {scale.coming:,} after {held:,}"
    yield Figure(what, part / scale.coming, "B/change", SENT, note=note)
