"""Profiles: which audiences of which scopes go to whom. An allow-list in `resources/profiles`; nothing else travels.

A supervisor is also told when she herself was heard and is due to be: the open part, and no more, of the pair in which
somebody supervises her. And a set among several laptops goes to whoever was let into it by name, and to nobody else.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.sharing.standing import Standing
from caregiver_desk.store.partners import Partner
from caregiver_desk.wording import RESOURCES

BY_ROLE: Mapping[str, str] = {Role.COORDINATOR: "coordinator", Role.PROTECTION_LEAD: "protection-lead"}


@dataclass(frozen=True)
class Profile:
    """What a partner may receive."""

    name: str
    label: str
    audiences: frozenset[Audience]
    scopes: Literal["all", "hers"]
    let_in: frozenset[Audience] = frozenset()  # only of what she founded, or was let into by name

    def admits(
        self,
        stream: Stream,
        partner: Partner,
        standing: Standing,
        about_her: Collection[str] = frozenset(),
        on: date | None = None,
        sets: Collection[str] = frozenset(),
    ) -> bool:
        """Whether this stream may go to this partner. Control streams go to everybody.

        `about_her` are the scopes of the pairs in which somebody supervises her now, `sets` those of which every member
        who was let in receives all. Without a day it is asked whether it ever might: a team that was hers for a time
        goes to her no more once that time is over.
        """
        if stream.audience == Audience.CONTROL:
            return True
        if (
            stream.scope in sets
            and stream.audience != Audience.SELF
            and standing.is_let_in(partner.key, stream.scope, on)
        ):
            return True
        if stream.audience in self.let_in:
            return standing.is_let_in(partner.key, stream.scope, on)
        if stream.audience == Audience.OPEN and stream.scope in about_her:
            return True
        return stream.audience in self.audiences and (
            self.scopes == "all" or standing.may_be_written_by(partner.key, stream.scope, on)
        )


def profile(name: str) -> Profile:
    told = tomllib.loads((RESOURCES / "profiles" / f"{name}.toml").read_text(encoding="utf-8"))
    admitted, let_in = (frozenset(map(Audience, told.get(each, ()))) for each in ("audiences", "let_in"))
    return Profile(name, told["label"], admitted, told["scopes"], let_in)


def profile_for(partner: Partner, own_key: str) -> Profile:
    """The profile that a partner's role calls for."""
    if partner.key == own_key:
        return profile("own-laptop")
    return profile(BY_ROLE.get(partner.role, str(Role.SUPERVISOR)))
