"""An organisation's own word for who its coordinators are: a numbered list, of which the newest holds.

Context. A supervisor compares eight words with one coordinator. An organisation has more of them, they change, and two
may lock each other out. Somebody has to say who coordinates, also to those who never met.

Decision. A key that is made once and kept offline, the *root*, signs a list and nothing else. It names every
coordinator there ever was: those who are, and those who ended, with how far what they wrote counts. A list has a
number; the highest number of one root holds, whatever came first, and a lower one changes nothing. So the list that a
book knows is the most of all it has heard, and two books that heard the same know the same.

Consequences. Only the list makes a coordinator of somebody whose words were never compared, and only it can end one so
that nothing she says from then on holds: no lock-out and no erasure either. Coordinators with whom somebody compared
words herself she goes on believing; the list ends them as well. The list carries what a contact card carries and no
more, so that a bundle can be made for a coordinator nobody here has met.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from caregiver_desk import clock

LIST_VERSION = 1
MOST = 1_000  # coordinators of one organisation, those who ended among them
ENDS = 10_000  # streams of one coordinator

Name = Annotated[str, msgspec.Meta(max_length=200)]


class Coordinator(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What her contact card says: `key` signs, `reader` is the age recipient she reads with."""

    key: Name
    laptop: Name
    reader: Name
    person: Name
    name: Name


class End(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far a stream of hers counts: its mark, its last number, the name of the running digest there."""

    mark: Name
    last: Annotated[int, msgspec.Meta(ge=0, le=2**53)]
    at: Name


class Ended(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who coordinates no longer. Of a stream that is not named here nothing counts."""

    key: Name
    name: Name
    ends: Annotated[tuple[End, ...], msgspec.Meta(max_length=ENDS)]


class TrustList(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who coordinates, by the word of the root. `version` grows by one each time; `made` in seconds, 0 if uncertain."""

    list: int
    organisation: Name
    root: Name
    version: Annotated[int, msgspec.Meta(ge=1, le=2**53)]
    made: Annotated[int, msgspec.Meta(ge=0, le=clock.LATEST)]
    fictional: bool
    coordinators: Annotated[tuple[Coordinator, ...], msgspec.Meta(max_length=MOST)]
    ended: Annotated[tuple[Ended, ...], msgspec.Meta(max_length=MOST)]

    def coordinator(self, key: str) -> Coordinator | None:
        return next((each for each in self.coordinators if each.key == key), None)

    @property
    def keys(self) -> frozenset[str]:
        """Of all who coordinate or did: what they said in their time holds."""
        return frozenset(each.key for each in self.coordinators) | {each.key for each in self.ended}
