"""A caregiver's word against what is written of their work where it is about a family too: visits, and homes on a list.

Context. A caregiver may see what is written about them, and say that they see it otherwise. A check-in, an agreement
and a visit together belong to two people and have a field for it. A visit and an assignment belong to a home.

Decision. The same field, under the same name, on these two kinds as well, and one act writes all of them. It is an
ordinary word: it goes wherever the note of the visit goes, and to no coordinator. It is kept also where the family
agreed to no more than the least, for it is the caregiver's and says nothing of the family.

Consequences. It is shown by what shows the entry: its line in a timeline, its history, the record turned round, a print
of it and the caregiver's own pack. Names of others in it are masked where it is handed out.
"""

from __future__ import annotations

from caregiver_desk.records.journal import Audience
from caregiver_desk.records.record import Shown

FIELD = "sees_otherwise"
LONGEST = 280
THEIR_WORD = Shown(
    "They see it otherwise",
    why="Their word stands beside it wherever it is read.",
    audience=Audience.WORDS,
    long=True,
)
