"""Who may be heard where, whatever order the statements came in."""

from __future__ import annotations

from caregiver_desk import clock
from caregiver_desk.records import journal
from caregiver_desk.records.journal import Held, Line, Stream
from caregiver_desk.records.sharing.standing import Ground, Known, Standing, Statement, control_stream
from caregiver_desk.records.sharing.weighing import weigh

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


def revoke(author: str, key: str, height: int, number: int = 1) -> Held:
    fields = {"out": True, f"last/{clock.mark(*STREAM)}": height}
    return say(author, Statement.REVOCATION, clock.mark(key), number, **fields)


def heard(standing: Standing, number: int = 1, stream: Stream = STREAM) -> bool:
    return number <= min(standing.limit(stream), standing.heard_to(stream, stream.scope))


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

    assert not weigh([by[OTHER_LAPTOP]], KNOWN).lived_in(elsewhere, TEAM)
    assert weigh([by[BOSS_LAPTOP]], KNOWN).lived_in(elsewhere, TEAM)


def test_where_two_end_an_enrolment_what_either_of_them_knew_goes_on_counting():
    mark, theirs = clock.mark(OTHER, TEAM), Stream(OTHER_LAPTOP, TEAM, "open")
    ends = [
        say(author, Statement.ENROLMENT, mark, 2, may=False, **{f"last/{clock.mark(*theirs)}": height})
        for author, height in ((HER_LAPTOP, 3), (BOSS_LAPTOP, 5))
    ]
    standing = weigh(ends, KNOWN)

    assert [heard(standing, number, theirs) for number in (1, 5, 6)] == [True, True, False]
    assert not heard(standing, stream=theirs._replace(audience="team"))


def test_an_enrolment_counts_from_the_founder_or_a_coordinator_only():
    mark = clock.mark(OTHER, TEAM)
    theirs = Stream(OTHER_LAPTOP, TEAM, "open")

    assert heard(weigh([say(HER_LAPTOP, Statement.ENROLMENT, mark, may=True)], KNOWN), stream=theirs)
    assert heard(weigh([say(BOSS_LAPTOP, Statement.ENROLMENT, mark, may=True)], KNOWN), stream=theirs)
    assert not heard(weigh([say(OTHER_LAPTOP, Statement.ENROLMENT, mark, may=True)], KNOWN), stream=theirs)


def test_who_is_enrolled_is_heard_under_another_laptop_id_of_her_key_too():
    again = clock.new_laptop(OTHER)
    known = Known(KNOWN.coordinators, {**KNOWN.keys, again: OTHER})
    standing = weigh([say(BOSS_LAPTOP, Statement.ENROLMENT, clock.mark(OTHER, TEAM), may=True)], known)

    assert standing.may_write(again, TEAM)
    assert not standing.may_write(clock.new_laptop(OTHER), TEAM)  # of whose key nobody has heard


def test_a_revocation_hears_up_to_its_number_and_nothing_in_streams_it_does_not_name():
    standing = weigh([revoke(BOSS_LAPTOP, HER, 5)], KNOWN)

    assert heard(standing, 5)
    assert not heard(standing, 6)
    assert not heard(standing, 1, Stream(HER_LAPTOP, TEAM, "words"))


def test_a_locked_out_key_is_not_heard_under_another_laptop_id_either():
    again = clock.new_laptop(HER)
    known = Known(KNOWN.coordinators, {**KNOWN.keys, again: HER})

    assert heard(weigh([], known), stream=Stream(again, TEAM, "open"))
    assert not heard(weigh([revoke(BOSS_LAPTOP, HER, 5)], known), stream=Stream(again, TEAM, "open"))


def test_a_lock_out_spares_private_notes_that_nobody_else_could_have_held():
    notes = [Stream(HER_LAPTOP, TEAM, audience) for audience in ("pair", "self")]
    listed = {"out": True, f"last/{clock.mark(*notes[0])}": 3}
    standing = weigh([say(BOSS_LAPTOP, Statement.REVOCATION, clock.mark(HER), **listed)], KNOWN)

    assert all(heard(weigh([revoke(BOSS_LAPTOP, HER, 0)], KNOWN), 9, note) for note in notes)
    assert not heard(standing, 9, notes[0])
    assert heard(standing, 3, notes[0])


def test_nobody_but_a_coordinator_locks_out():
    assert heard(weigh([revoke(OTHER_LAPTOP, HER, 0)], KNOWN))


def test_nobody_is_heard_on_her_own_key_whatever_laptop_she_says_it_on():
    second = clock.new_laptop(BOSS)
    known = Known(frozenset({BOSS, OTHER}), {**KNOWN.keys, second: BOSS})
    out = revoke(OTHER_LAPTOP, BOSS, 0)
    back = say(second, Statement.REVOCATION, clock.mark(BOSS), withdrawn=out.tag)

    assert weigh([out, back], known).is_out(BOSS)
    assert not weigh([out, back._replace(stream=control_stream(OTHER_LAPTOP))], known).is_out(BOSS)


def test_an_erasure_of_a_coordinator_stands_even_if_she_is_locked_out_later():
    gone = clock.new_record(TEAM)
    erasure = say(BOSS_LAPTOP, Statement.ERASURE, gone, 7, ground="asked_by_the_person")
    second_boss = Known(frozenset({BOSS, OTHER}), KNOWN.keys)

    assert weigh([erasure, revoke(OTHER_LAPTOP, BOSS, 0)], second_boss).erased == {gone}


def test_an_erasure_by_anyone_else_only_hides_and_asks():
    asked = clock.new_record(TEAM)
    standing = weigh([say(HER_LAPTOP, Statement.ERASURE, asked, ground="asked_by_the_person")], KNOWN)

    assert not standing.erased
    assert standing.hidden(asked, TEAM)


def test_a_request_to_erase_and_what_takes_it_back_count_from_who_may_write_there_only():
    asked = clock.new_record(TEAM)
    request = say(HER_LAPTOP, Statement.ERASURE, asked, ground=Ground.ASKED)
    back = {name: say(name, Statement.ERASURE, asked, 2, withdrawn=request.tag) for name in (OTHER_LAPTOP, BOSS_LAPTOP)}

    assert weigh([request, back[OTHER_LAPTOP]], KNOWN).hidden(asked, TEAM)
    assert not weigh([request, back[BOSS_LAPTOP]], KNOWN).hidden(asked, TEAM)
    assert not weigh([request, back[BOSS_LAPTOP]], KNOWN).erased
    assert not weigh([say(OTHER_LAPTOP, Statement.ERASURE, asked, ground=Ground.ASKED)], KNOWN).hidden(asked, TEAM)
