"""Which list of coordinators holds, whose root is believed, and what is refused of either."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from organised import PASSPHRASE, Organisation, Send, card, send_to_a_stranger, standing, words

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import organisation
from caregiver_desk.errors import (
    FictionalMixed,
    FileInTheWay,
    NoSuchCoordinator,
    NotACoordinator,
    NotARoot,
    NotYours,
    OlderRoot,
    OrganisationBegun,
    RootStaysShut,
    WordsDiffer,
)
from caregiver_desk.store.book import Book
from caregiver_desk.store.organisation import Adopted
from caregiver_desk.sync import organisation as roots


def test_of_two_lists_the_later_one_holds_whichever_came_first(care: Organisation, make_book: Callable[..., Book]):
    earlier = organisation.list_file(care.first)
    data = card(make_book("Third Coordinator", "coordinator"))
    organisation.name_coordinator(care.first, care.root, PASSPHRASE, card=data, heard=words(data))
    later, told = organisation.list_file(care.first), organisation.newest_list(care.first)
    assert told
    heard = " ".join(roots.root_words(told))

    for one, other in ((earlier, later), (later, earlier)):
        book = make_book()
        organisation.accept_organisation(book, one, heard=heard)
        organisation.accept_organisation(book, other, heard=heard)
        assert organisation.newest_list(book) == told


def test_a_root_that_was_kept_from_an_older_day_signs_no_number_twice(care: Organisation):
    kept = care.root.read_bytes()
    care.end("Dineo Mokoena")
    care.root.write_bytes(kept)

    with pytest.raises(OlderRoot):
        care.end("Dineo Mokoena")


def test_two_lists_of_one_number_are_told_and_the_one_that_is_here_stays(care: Organisation):
    root = roots.open_root(care.root, PASSPHRASE)
    before = organisation.newest_list(care.first)
    assert before
    clock.shift(timedelta(days=1))
    other = roots.sign_anew(root, before)
    care.end("Dineo Mokoena")

    outcome = organisation.accept_organisation(
        care.first, other.told.encode(), heard=" ".join(roots.root_words(before))
    )

    assert "used twice" in outcome.sentence
    assert organisation.newest_list(care.first) != other.list


def test_another_root_is_believed_only_where_a_person_read_its_words(
    care: Organisation, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], home: Path, send: Send
):
    care.given_to(care.nomvula)
    rival = make_book("Rival Coordinator", "coordinator")
    introduced(care.nomvula, rival)
    organisation.begin_organisation(rival, home / "rival.root", PASSPHRASE, name="Rival", card=card(rival))

    looked = send(rival, care.nomvula)

    told = organisation.newest_list(care.nomvula)
    assert looked
    assert looked.list is Adopted.ANOTHER_ROOT
    assert told
    assert told.organisation == "Lesedi Ridge Care"


def test_a_coordinator_who_is_believed_puts_no_root_of_her_own_in_the_place_of_another(
    care: Organisation, send: Send, home: Path
):
    send(care.first, care.nomvula)
    care.given_to(care.second)
    ACTS["meet_coordinator"](care.nomvula, name="Dineo Mokoena")
    organisation.begin_organisation(
        care.second, home / "rogue.root", PASSPHRASE, name="Lesedi Ridge Care", card=card(care.second), anew=True
    )
    data = card(care.first)
    organisation.name_coordinator(care.second, home / "rogue.root", PASSPHRASE, card=data, heard=words(data))
    organisation.end_coordinator(care.second, home / "rogue.root", PASSPHRASE, name="Fhatuwani Netsianda")
    send_to_a_stranger(care.second, care.nomvula)

    looked = send(care.second, care.nomvula)

    assert looked
    assert looked.list is Adopted.ANOTHER_ROOT
    assert not standing(care.nomvula).is_out(care.first.key)
    assert organisation.newest_list(care.nomvula) == organisation.newest_list(care.first)


def test_the_same_list_with_other_line_ends_is_the_same(care: Organisation):
    told = organisation.newest_list(care.first)
    assert told
    heard = " ".join(roots.root_words(told))

    outcome = organisation.accept_organisation(
        care.first, organisation.list_file(care.first).replace(b"\n", b"\r\n"), heard=heard
    )

    assert outcome.sentence == "You have this list already. Nothing was changed."


def test_a_list_of_another_root_is_not_taken_for_ours_by_its_number(
    care: Organisation, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], home: Path, send: Send
):
    other = make_book("Somebody Else", "coordinator")
    introduced(care.first, other)
    organisation.begin_organisation(other, home / "other.root", PASSPHRASE, name="Other Care", card=card(other))
    for _ in range(2):
        data = card(make_book("X Y", "coordinator"))
        organisation.name_coordinator(other, home / "other.root", PASSPHRASE, card=data, heard=words(data))
    send(other, care.first)

    looked = send(care.first, other)

    assert looked
    assert looked.manifest.trust.startswith("{")


def test_the_list_travels_until_its_reader_says_that_she_has_it(care: Organisation, send: Send):
    first = send(care.first, care.nomvula)
    assert first
    assert first.manifest.trust.startswith("{")
    send(care.nomvula, care.first)
    ACTS["change_team"](care.first, id=own_team(care.first), fields={"name": "Office"})
    again = send(care.first, care.nomvula)

    assert again
    assert again.manifest.trust.startswith("2@")


def test_what_is_refused_of_a_root_says_why(care: Organisation, make_book: Callable[..., Book], home: Path):
    (home / "no.root").write_bytes(b"age-encryption.org/v1\nrubbish")
    with pytest.raises(RootStaysShut):
        roots.open_root(care.root, "other words")
    with pytest.raises(NotARoot):
        roots.open_root(home / "no.root", PASSPHRASE)
    with pytest.raises(FileInTheWay):
        organisation.begin_organisation(
            care.first, care.root, PASSPHRASE, name="Again", card=card(care.first), anew=True
        )
    with pytest.raises(OrganisationBegun):
        organisation.begin_organisation(care.first, home / "new.root", PASSPHRASE, name="X", card=card(care.first))
    data = card(care.nomvula)
    with pytest.raises(NotACoordinator):
        organisation.name_coordinator(care.first, care.root, PASSPHRASE, card=data, heard=words(data))
    with pytest.raises(NotYours):
        organisation.end_coordinator(care.nomvula, care.root, PASSPHRASE, name="Dineo Mokoena")
    with pytest.raises(NoSuchCoordinator):
        care.end("Nobody")
    with pytest.raises(WordsDiffer):
        organisation.name_coordinator(
            care.first, care.root, PASSPHRASE, card=card(make_book("X Y", "coordinator")), heard="one two three"
        )


def test_a_fictional_list_is_nothing_for_a_real_book(care: Organisation):
    told = organisation.newest_list(care.first)
    assert told
    with pytest.raises(FictionalMixed):
        roots.refuse_mixed(told, fictional=False)
