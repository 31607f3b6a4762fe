"""A draft never travels: whatever stands in it, no bundle holds a word of it."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store import drafts, partners
from caregiver_desk.store.book import Book
from caregiver_desk.sync import carriers, making
from caregiver_desk.sync.opener import Opener

CANARY = "kwaMashu-canary"
PLACES = some.sampled_from(["visits/", "supervision/", "wellbeing/stressor/", "change_household/1"])
WORDS = some.text(max_size=40).map(lambda words: f"{words} {CANARY} {words}")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=10)
@given(kept=some.dictionaries(PLACES, some.dictionaries(some.sampled_from(["note", "caregiver"]), WORDS, min_size=1)))
def test_no_bundle_holds_a_word_of_a_draft(
    pair: tuple[Book, Book], home: Path, opener: Opener, kept: dict[str, dict[str, str]]
):
    nomvula, fhatuwani = pair
    for place, values in kept.items():
        drafts.keep(nomvula, place, values)
    ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-1")
    (made,) = making.make(nomvula, partners.known(nomvula)[0])
    path = carriers.drop(home, made.bundle, made.sealed)

    with opener.open(path, fhatuwani.vault.keys.reading) as opened:
        bodies = [sent.body or b"" for run in opened.runs() for sent in run.sent]

    assert bodies
    assert not [body for body in bodies if CANARY.encode() in body]
