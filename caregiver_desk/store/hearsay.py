"""What a partner says of this book's own laptop without a line that proves it, and how often she is believed.

Context. A book that was copied, or went back to a backup, may hear of it from a receipt alone: somebody holds lines
under its laptop's id that it never wrote. It must go on under another id before it writes. But a receipt proves
nothing, and a new id is not free: what was acknowledged is owed to it again, and every bundle tells of all earlier ids.

Decision. A partner's bare word is believed so many times in the life of a book; after that only lines are, which carry
their author's signature. It is counted by her key, for she can give herself as many laptop ids as she likes.

Consequences. An honest partner never comes near the limit. Who lies costs a book a few ids and no line. Beyond the
limit a book may go on under an id that its copy uses as well; then both branches are kept, as ever (see branches).
"""

from __future__ import annotations

from caregiver_desk import clock
from caregiver_desk.store import notes
from caregiver_desk.store.book import Cursor

MOST = 16


def believe(cursor: Cursor, laptop: str) -> bool:
    """Whether the partner with this laptop was believed less often than the limit; if so, she is once more."""
    cursor.execute("SELECT key FROM partner")
    name = f"believed {next((key for (key,) in cursor.fetchall() if clock.speaks_for(laptop, key)), '')}"
    times = int(notes.OF_THE_JOURNAL.read(cursor, name) or 0)
    if times >= MOST:
        return False
    notes.OF_THE_JOURNAL.write(cursor, name, str(times + 1))
    return True
