"""Who may be heard where, whatever order the statements came in."""

from __future__ import annotations

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Held, Line, Stream
from caregiver_desk.records.standing import Known, Standing, Statement, control_stream, weigh

BOSS, HER, OTHER = "boss-key", "her-key", "other-key"
BOSS_LAPTOP, HER_LAPTOP, OTHER_LAPTOP = (clock.new_laptop(key) for key in (BOSS, HER, OTHER))
TEAM = clock.new_scope(HER)
KNOWN = Known(frozenset({BOSS}), {BOSS_LAPTOP: BOSS, HER_LAPTOP: HER, OTHER_LAPTOP: OTHER})
STREAM = Stream(HER_LAPTOP, TEAM, "open")


def say(author: str, kind: Statement, subject: str, number: int = 1, **fields: object) -> Held:
    body = Line(
        salt=clock.new_salt(), at=1, by="p", kind=kind, version=1, record=kind.about(subject), fields=dict(fields)
    )
    return Held(journal.tag(journal.write(body)), control_stream(author), number, body, counts=True)


def revoke(author: str, laptop: str, height: int, number: int = 1) -> Held:
    fields = {"out": True, f"last/{clock.mark(*STREAM)}": height}
    return say(author, Statement.REVOCATION, laptop, number, **fields)


def heard(standing: Standing, number: int = 1, stream: Stream = STREAM) -> bool:
    return standing.counts(stream, number, clock.new_record(stream.scope))


def test_a_founder_is_heard_in_her_own_scope_and_a_stranger_is_not():
    standing = weigh([], KNOWN)

    assert heard(standing)
    assert not heard(standing, stream=Stream(OTHER_LAPTOP, TEAM, "open"))
    assert heard(standing, stream=Stream(BOSS_LAPTOP, TEAM, "open"))


def test_a_record_born_elsewhere_is_not_heard_here_until_a_coordinator_hands_it_over():
    elsewhere = clock.new_record(clock.new_scope(OTHER))
    by = {
        name: say(name, Statement.HANDOVER, elsewhere, to=clock.mark(elsewhere, TEAM))
        for name in (OTHER_LAPTOP, BOSS_LAPTOP)
    }

    assert not weigh([by[OTHER_LAPTOP]], KNOWN).counts(STREAM, 1, elsewhere)
    assert weigh([by[BOSS_LAPTOP]], KNOWN).counts(STREAM, 1, elsewhere)


def test_an_enrolment_counts_from_the_founder_or_a_coordinator_only():
    mark = clock.mark(OTHER_LAPTOP, TEAM)
    theirs = Stream(OTHER_LAPTOP, TEAM, "open")

    assert heard(weigh([say(HER_LAPTOP, Statement.ENROLMENT, mark, may=True)], KNOWN), stream=theirs)
    assert heard(weigh([say(BOSS_LAPTOP, Statement.ENROLMENT, mark, may=True)], KNOWN), stream=theirs)
    assert not heard(weigh([say(OTHER_LAPTOP, Statement.ENROLMENT, mark, may=True)], KNOWN), stream=theirs)


def test_a_revocation_hears_up_to_its_number_and_nothing_in_streams_it_does_not_name():
    standing = weigh([revoke(BOSS_LAPTOP, HER_LAPTOP, 5)], KNOWN)

    assert heard(standing, 5)
    assert not heard(standing, 6)
    assert not heard(standing, 1, Stream(HER_LAPTOP, TEAM, "words"))


def test_nobody_but_a_coordinator_locks_out():
    assert heard(weigh([revoke(OTHER_LAPTOP, HER_LAPTOP, 0)], KNOWN))


def test_an_erasure_of_a_coordinator_stands_even_if_she_is_locked_out_later():
    gone = clock.new_record(TEAM)
    erasure = say(BOSS_LAPTOP, Statement.ERASURE, gone, 7, ground="request")
    second_boss = Known(frozenset({BOSS, OTHER}), KNOWN.keys)

    assert weigh([erasure, revoke(OTHER_LAPTOP, BOSS_LAPTOP, 0)], second_boss).erased == {gone}


def test_an_erasure_by_anyone_else_only_hides_and_asks():
    asked = clock.new_record(TEAM)
    standing = weigh([say(HER_LAPTOP, Statement.ERASURE, asked, ground="request")], KNOWN)

    assert not standing.erased
    assert standing.hidden(asked, TEAM)
