"""An organisation says who its coordinators are, also to people who never met them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from organised import PASSPHRASE, Organisation, Send, card, send_to_a_stranger, standing, whom, words

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import organisation
from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.errors import (
    RevokedSender,
    UnknownSender,
)
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.sharing.standing import Ground, Statement
from caregiver_desk.store import checking, ledger, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.organisation import Adopted
from caregiver_desk.sync import certificates, making, trust
from caregiver_desk.sync import organisation as roots
from caregiver_desk.sync.certificates import Vouched


def test_the_list_reaches_a_supervisor_with_her_coordinators_next_bundle(care: Organisation, send: Send):
    looked = send(care.first, care.nomvula)

    told = organisation.newest_list(care.nomvula)
    assert looked
    assert looked.list is Adopted.NEW
    assert told
    assert [each.name for each in told.coordinators] == ["Fhatuwani Netsianda", "Dineo Mokoena"]


def test_looking_at_a_bundle_takes_no_list_over(care: Organisation, send: Send):
    send(care.first, care.nomvula, keep=False)

    assert organisation.newest_list(care.nomvula) is None


def test_a_coordinator_nobody_here_has_met_is_heard_because_the_list_names_her(care: Organisation, send: Send):
    send(care.first, care.nomvula)
    care.given_to(care.second)
    send_to_a_stranger(care.second, care.nomvula)

    send(care.second, care.nomvula)

    assert whom(care.nomvula)["Dineo Mokoena"] == ("coordinator", "list")
    team = questions.get(care.nomvula, "team", own_team(care.nomvula)).scope
    with care.nomvula.reading() as cursor:
        assert care.nomvula.hearing(cursor).standing.may_write(care.second.laptop, team)


def test_without_a_list_a_coordinator_nobody_here_has_met_stays_a_stranger(care: Organisation, send: Send):
    send_to_a_stranger(care.second, care.nomvula)

    with pytest.raises(UnknownSender):
        send(care.second, care.nomvula)


def test_a_supervisor_is_known_to_another_coordinator_by_the_word_of_her_own(care: Organisation, send: Send):
    care.given_to(care.second)
    send(care.first, care.nomvula)  # her certificate, and the list, on which he stands
    ACTS["meet_coordinator"](care.nomvula, name="Dineo Mokoena")

    send(care.nomvula, care.second)

    assert whom(care.second) == {"Nomvula Shezi": ("supervisor", "certificate")}
    send(care.second, care.nomvula)
    assert questions.listing(care.second, "team") != []


def test_a_certificate_of_a_coordinator_who_is_not_on_the_list_introduces_nobody(
    care: Organisation, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    stranger = make_book("Somebody Else", "coordinator")
    introduced(care.nomvula, stranger)
    send(stranger, care.nomvula)
    send_to_a_stranger(care.nomvula, care.second)

    with pytest.raises(UnknownSender):
        send(care.nomvula, care.second)


def test_nobody_is_introduced_by_a_coordinator_who_ended(
    care: Organisation, send: Send, make_book: Callable[..., Book]
):
    third = make_book("Third Coordinator", "coordinator")
    send(care.first, care.nomvula)
    ACTS["meet_coordinator"](care.nomvula, name="Dineo Mokoena")
    data = card(third)
    organisation.name_coordinator(care.first, care.root, PASSPHRASE, card=data, heard=words(data))
    send_to_a_stranger(care.first, third)
    care.given_to(third)
    organisation.end_coordinator(third, care.root, PASSPHRASE, name="Fhatuwani Netsianda")
    send_to_a_stranger(third, care.second)
    told = organisation.newest_list(third)
    assert told
    organisation.accept_organisation(care.second, organisation.list_file(third), heard=" ".join(roots.root_words(told)))

    with pytest.raises(UnknownSender):
        send(care.nomvula, care.second)


def test_a_card_that_claims_to_be_a_coordinators_makes_none_where_the_list_does_not_name_it(
    care: Organisation, make_book: Callable[..., Book]
):
    care.given_to(care.nomvula)
    data = card(make_book("Somebody Else", "coordinator"))

    accepted = accept_card(care.nomvula, data, heard=words(data))

    assert whom(care.nomvula)["Somebody Else"] == ("partner", "aloud")
    assert "does not name them" in accepted.sentence


def test_the_card_of_a_listed_coordinator_needs_no_words(care: Organisation):
    care.given_to(care.nomvula)

    trust.pair(care.nomvula, card(care.second))

    assert whom(care.nomvula)["Dineo Mokoena"] == ("coordinator", "list")


def test_a_coordinator_who_ended_is_not_heard_and_no_lock_out_or_erasure_of_hers_holds(care: Organisation, send: Send):
    home = ACTS["record_household"](care.nomvula, team=own_team(care.nomvula), code="HH-1", level=1).record
    send(care.first, care.nomvula)
    send(care.nomvula, care.first)
    care.given_to(care.second)
    ACTS["meet_coordinator"](care.nomvula, name="Dineo Mokoena")
    send(care.nomvula, care.second)
    care.end("Dineo Mokoena")
    ACTS["erase"](care.second, id=home, ground=Ground.MISTAKE)
    ACTS["meet_coordinator"](care.second, name="Fhatuwani Netsianda")
    ACTS["lock_out"](care.second, laptop=care.first.laptop)

    send(care.second, care.nomvula)  # she has not heard yet that it ended
    assert standing(care.nomvula).is_out(care.first.key)
    assert not questions.listing(care.nomvula, "household")
    send(care.first, care.nomvula)  # and now she has: the very bundle of whom it locked out says so

    assert standing(care.nomvula).is_out(care.second.key)
    assert not standing(care.nomvula).is_out(care.first.key)
    send(care.nomvula, care.first)  # what was taken from her is asked for
    send(care.first, care.nomvula)
    assert [each["code"] for each in questions.listing(care.nomvula, "household")] == ["HH-1"]
    assert checking.check(care.nomvula) == []
    with pytest.raises(RevokedSender):
        send(care.second, care.nomvula)


def test_what_was_signed_later_under_an_old_number_does_not_hold_once_its_author_ended(
    care: Organisation, send: Send, twin_of: Callable[[Book], Book]
):
    home = ACTS["record_household"](care.nomvula, team=own_team(care.nomvula), code="HH-1", level=1).record
    send(care.first, care.nomvula)
    send(care.nomvula, care.first)
    care.given_to(care.second)
    for one, other in ((care.nomvula, "Dineo Mokoena"), (care.first, "Dineo Mokoena")):
        ACTS["meet_coordinator"](one, name=other)
    send(care.nomvula, care.second)
    ACTS["meet_coordinator"](care.second, name="Fhatuwani Netsianda")
    twin = twin_of(care.second)
    ACTS["lock_out"](care.second, laptop=care.nomvula.laptop)
    ACTS["let_in"](care.second, laptop=care.nomvula.laptop)
    send(care.second, care.first)
    ACTS["erase"](twin, id=home, ground=Ground.MISTAKE)  # under the number that the lock-out has at the other's
    send(twin, care.nomvula)
    care.end("Dineo Mokoena")

    send(care.first, care.nomvula)
    send(care.nomvula, care.first)
    send(care.first, care.nomvula)

    for book in (care.nomvula, care.first):
        assert [each["code"] for each in questions.listing(book, "household")] == ["HH-1"]
        assert checking.check(book) == []


def test_an_end_brings_nothing_back_that_a_lock_out_had_set_aside(care: Organisation, send: Send):
    care.given_to(care.second)
    ACTS["meet_coordinator"](care.second, name="Fhatuwani Netsianda")
    ACTS["meet_coordinator"](care.first, name="Dineo Mokoena")
    ACTS["record_household"](care.second, team=own_team(care.second), code="HH-1", level=1)
    send(care.second, care.first)
    ACTS["record_household"](care.second, team=own_team(care.second), code="STOLEN", level=1)
    ACTS["lock_out"](care.first, laptop=care.second.laptop)
    said = standing(care.first).last[clock.mark(care.second.key)]

    care.end("Dineo Mokoena")

    told = organisation.newest_list(care.first)
    assert told
    assert {end.mark: end.last for end in told.ended[0].ends} == {mark: last for mark, last in said.items() if last}
    assert standing(care.first).last[clock.mark(care.second.key)] == {end.mark: end.last for end in told.ended[0].ends}


def test_the_end_of_a_coordinator_names_also_her_words_which_nobody_above_receives(care: Organisation, send: Send):
    care.given_to(care.second)
    ACTS["meet_coordinator"](care.second, name="Fhatuwani Netsianda")
    ACTS["meet_coordinator"](care.first, name="Dineo Mokoena")
    team = questions.get(care.second, "team", own_team(care.second))
    ACTS["record_household"](care.second, team=team.id, code="HH-1", level=1, nickname="blue gate")
    send(care.second, care.first)

    care.end("Dineo Mokoena")

    told = organisation.newest_list(care.first)
    assert told
    assert clock.mark(care.second.laptop, team.scope, Audience.CONTACT) in {end.mark for end in told.ended[0].ends}


def test_an_erasure_that_begins_to_hold_by_a_list_is_told_before_it_is_done(
    care: Organisation, introduced: Callable[[Book, Book], None], send: Send, make_book: Callable[..., Book]
):
    hers = make_book("Rofhiwa Munyai")
    home = ACTS["record_household"](hers, team=own_team(hers), code="HH-1", level=1).record
    for one, other in ((hers, care.second), (care.second, hers)):
        trust.pair(one, card(other))  # nobody compared words: she is no coordinator here
    erased = Change(Statement.ERASURE, Statement.ERASURE.about(home), "", {"ground": Ground.MISTAKE})
    ledger.append(care.second, "erase", [erased])
    send(care.second, hers)
    assert questions.listing(hers, "household")
    introduced(hers, care.first)

    looked, done = send(care.first, hers, keep=False), send(care.first, hers)

    assert looked
    assert done
    assert (looked.received.posted.erased, done.received.posted.erased) == (1, 1)
    assert not questions.listing(hers, "household")
    assert checking.check(hers) == []


def test_a_coordinator_who_was_believed_before_the_list_stays_one_when_her_card_is_accepted_again(
    care: Organisation, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None]
):
    other = make_book("Somebody Else", "coordinator")
    introduced(care.nomvula, other)
    care.given_to(care.nomvula)

    introduced(care.nomvula, other)

    assert whom(care.nomvula)["Somebody Else"] == ("coordinator", "aloud")


def test_a_partner_who_is_no_coordinator_brings_a_first_list_to_nobody(
    care: Organisation, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    care.given_to(care.nomvula)
    colleague = make_book("Sister Supervisor")
    introduced(care.nomvula, colleague)

    send(care.nomvula, colleague)

    assert organisation.newest_list(colleague) is None


def test_a_certificate_makes_no_coordinator_whatever_role_it_says(
    care: Organisation, send: Send, monkeypatch: pytest.MonkeyPatch
):
    """A coordinator gives one that says so; with the roles that may be given widened, the same test fails."""
    care.given_to(care.second)
    monkeypatch.setattr(making, "_vouch", _vouch_too_much)
    send(care.first, care.nomvula)
    ACTS["meet_coordinator"](care.nomvula, name="Dineo Mokoena")

    send(care.nomvula, care.second)

    assert whom(care.second) == {"Nomvula Shezi": ("partner", "certificate")}
    assert care.nomvula.key not in standing(care.second).known.coordinators


def _vouch_too_much(book: Book, _cursor: object, partner: partners.Partner) -> str:
    who = (partner.key, book.key, 1, partner.person, partner.name, "coordinator", partner.reader)
    return certificates.give(Vouched(*who, (), ""), seed=book.vault.keys.signing)


def test_a_certificate_gives_no_right_to_write_anywhere(care: Organisation, send: Send):
    care.given_to(care.second)
    send(care.first, care.nomvula)
    ACTS["meet_coordinator"](care.nomvula, name="Dineo Mokoena")
    send(care.nomvula, care.second)
    office = questions.get(care.second, "team", own_team(care.second)).scope

    assert not standing(care.second).may_write(care.nomvula.laptop, office)
