"""What somebody asks to take out as tables: which records, of which days, in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from caregiver_desk.errors import NeedsAsking, NothingLeaves
from caregiver_desk.practice.spans import Span
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.leaving import BY_ASKING, NOTHING_MORE, leaving, may_leave
from caregiver_desk.records.record import Field, Kind
from caregiver_desk.store.questions import Days, kind_named
from caregiver_desk.wording import say


class Words(StrEnum):
    """How what is kept as a code is told."""

    CODES = "codes"
    LABELS = "labels"
    BOTH = "both"


@dataclass(frozen=True)
class Asked:
    """One wish for tables. `span` is None for all days; `wanted` are audiences beyond what is open."""

    kinds: tuple[Kind, ...]
    span: Span | None = None
    wanted: frozenset[Audience] = NOTHING_MORE
    words: Words = Words.CODES
    hxl: bool = False

    @property
    def days(self) -> Days | None:
        return (self.span.first.isoformat(), self.span.last.isoformat()) if self.span else None

    def fields(self, kind: Kind) -> tuple[Field, ...]:
        return may_leave(kind, self.wanted)


def kinds_asked(names: Sequence[str], wanted: frozenset[Audience] = NOTHING_MORE) -> tuple[Kind, ...]:
    """The kinds of these names, each once. Raises NoSuchKind, NeedsAsking or NothingLeaves."""
    return tuple(_leaves(kind_named(name), wanted) for name in dict.fromkeys(names))


def _leaves(kind: Kind, wanted: frozenset[Audience]) -> Kind:
    if may_leave(kind, wanted):
        return kind
    if kind.widest in BY_ASKING:
        raise NeedsAsking(kind=say(kind.plural), what=say(BY_ASKING[kind.widest]), audience=str(kind.widest))
    raise NothingLeaves(kind=say(kind.plural))


def offered(wanted: frozenset[Audience] = frozenset(BY_ASKING)) -> list[Kind]:
    """The kinds that may be asked for, those that people write most first: as they are registered."""
    return [kind for name, kind in KINDS.items() if name in leaving(wanted)]
