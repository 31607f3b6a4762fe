"""Which streams may go to whom: every audience, in a scope of theirs and in another's, for each role."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing.sharing import standing_of
from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.profiles import profile_for

ORDINARY = {Audience.OPEN, Audience.TEAM, Audience.CONTACT, Audience.WORDS}
LET_IN = ORDINARY | {Audience.PROTECTION, Audience.PROCESS}
HERS = {
    "supervisor": LET_IN,
    "trainer": LET_IN,
    "partner": LET_IN,
    "protection lead": {Audience.OPEN, Audience.PROTECTION},
}
CASES = [(role, audience) for role in sorted(HERS) for audience in Audience]


@pytest.mark.parametrize(("role", "audience"), CASES)
def test_in_a_scope_of_hers_she_is_sent_what_her_role_reads_and_in_anothers_nothing(
    role: str,
    audience: Audience,
    make_book: Callable[..., Book],
    introduced: Callable[[Book, Book], None],
):
    nomvula, mpho = make_book(), make_book("Mpho Lekalakala")
    introduced(nomvula, mpho)
    hers, other = questions.get(nomvula, "team", own_team(nomvula)).scope, clock.new_scope(nomvula.key)
    ACTS["enrol"](nomvula, laptop=mpho.laptop, scope=hers)
    partner, standing = replace(partners.known(nomvula)[0], role=role), standing_of(nomvula)
    admits = profile_for(partner, nomvula.key).admits

    assert admits(Stream(nomvula.laptop, hers, audience), partner, standing) == (
        audience in HERS[role] | {Audience.CONTROL}
    )
    assert admits(Stream(nomvula.laptop, other, audience), partner, standing) == (audience == Audience.CONTROL)


@pytest.mark.parametrize("audience", list(Audience))
def test_a_coordinator_is_sent_facts_of_every_scope_and_nothing_else(audience: Audience, pair: tuple[Book, Book]):
    nomvula, _ = pair
    (partner,) = partners.known(nomvula)
    stream = Stream(nomvula.laptop, clock.new_scope(nomvula.key), audience)

    assert profile_for(partner, nomvula.key).admits(stream, partner, standing_of(nomvula)) == (
        audience in {Audience.OPEN, Audience.TEAM, Audience.CONTROL}
    )


def test_a_supervisor_who_comes_back_is_sent_what_happened_in_her_team_and_nothing_of_anothers(
    make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Callable[..., object]
):
    hers, cover = make_book(), make_book("Mpho Lekalakala")
    introduced(hers, cover)
    team, scope = own_team(hers), questions.get(hers, "team", own_team(hers)).scope
    ACTS["enrol"](hers, laptop=cover.laptop, scope=scope)
    send(hers, cover)
    while_away = ACTS["record_household"](cover, team=team, code="HH-7", nickname="blue gate").record
    ACTS["record_household"](cover, team=own_team(cover), code="HH-9", nickname="red door")

    send(cover, hers)

    (home,) = questions.listing(hers, "household")
    assert (home.id, home["nickname"]) == (while_away, "blue gate")
