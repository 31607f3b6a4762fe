"""An organisation says who its coordinators are, also to people who never met them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import organisation
from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.errors import (
    FictionalMixed,
    FileInTheWay,
    NoSuchCoordinator,
    NotACoordinator,
    NotARoot,
    NotYours,
    OlderRoot,
    OrganisationBegun,
    RevokedSender,
    RootStaysShut,
    UnknownSender,
    WordsDiffer,
)
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.sharing.standing import Ground, Standing, Statement
from caregiver_desk.settings import state_folder
from caregiver_desk.store import book as books
from caregiver_desk.store import checking, ledger, partners, questions, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.organisation import Adopted
from caregiver_desk.store.slots import Keys
from caregiver_desk.sync import certificates, making, trust
from caregiver_desk.sync import organisation as roots
from caregiver_desk.sync.certificates import Vouched
from caregiver_desk.sync.exchange import Looked

Send = Callable[..., Looked | None]
PASSPHRASE = "river candle basket"


def card(book: Book) -> bytes:
    person = questions.get(book, "person", book.person)
    return trust.my_card(book, f"{person['given_names']} {person['surname']}")


def words(data: bytes) -> str:
    return " ".join(trust.read_card(data)[1])


class Organisation:
    """Two coordinators on one list, and a supervisor who knows the first of them only."""

    def __init__(self, root: Path, nomvula: Book, first: Book, second: Book) -> None:
        self.root, self.nomvula, self.first, self.second = root, nomvula, first, second

    def found(self) -> None:
        organisation.begin_organisation(
            self.first, self.root, PASSPHRASE, name="Lesedi Ridge Care", card=card(self.first)
        )
        data = card(self.second)
        organisation.name_coordinator(self.first, self.root, PASSPHRASE, card=data, heard=words(data))

    def given_to(self, book: Book) -> None:
        """The list as a file, and the words of its root from the organisation's sheet."""
        told = organisation.newest_list(self.first)
        assert told
        organisation.accept_organisation(
            book, organisation.list_file(self.first), heard=" ".join(roots.root_words(told))
        )

    def end(self, name: str) -> None:
        organisation.end_coordinator(self.first, self.root, PASSPHRASE, name=name)


class Stood:
    """An organisation as it stood once it was founded: its secrets are stretched once, and each test has a copy."""

    def __init__(self, place: Path) -> None:
        self._place, self._keys = place, list[Keys]()

    def keep(self, care: Organisation) -> None:
        for number, book in enumerate((care.nomvula, care.first, care.second)):
            book.seal()
            shutil.copytree(book.vault.folder, self._place / f"stood-{number}")
            self._keys.append(book.vault.keys)
        shutil.copytree(state_folder(), self._place / "state")
        shutil.copy(care.root, self._place / "safe.root")

    def again(self, home: Path) -> Organisation | None:
        if not self._keys:
            return None
        shutil.copytree(self._place / "state", state_folder(), dirs_exist_ok=True)
        shutil.copy(self._place / "safe.root", home)
        return Organisation(home / "safe.root", *(self._book(home, *each) for each in enumerate(self._keys)))

    def _book(self, home: Path, number: int, keys: Keys) -> Book:
        shutil.copytree(self._place / f"stood-{number}", home / f"stood-{number}")
        return books.resume(vault.reopen(home / f"stood-{number}", keys))


@pytest.fixture(scope="module")
def stood(tmp_path_factory: pytest.TempPathFactory) -> Stood:
    return Stood(tmp_path_factory.mktemp("stood"))


@pytest.fixture
def care(
    make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], home: Path, stood: Stood
) -> Iterator[Organisation]:
    if again := stood.again(home):
        yield again
        for book in (again.nomvula, again.first, again.second):
            book.close()
        return
    coordinators = (make_book(each, "coordinator") for each in ("Fhatuwani Netsianda", "Dineo Mokoena"))
    care = Organisation(home / "safe.root", make_book(), *coordinators)
    introduced(care.nomvula, care.first)
    care.found()
    stood.keep(care)
    yield care


def whom(book: Book) -> dict[str, tuple[str, str]]:
    return {each.name: (each.role, each.compared) for each in partners.known(book)}


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


def send_to_a_stranger(sender: Book, receiver: Book) -> None:
    """The sender opens a card that was handed to her; the receiver never saw hers."""
    data = card(receiver)
    trust.pair(sender, data, heard=words(data))


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


def standing(book: Book) -> Standing:
    with book.reading() as cursor:
        return book.hearing(cursor).standing


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


def test_the_same_list_with_other_line_ends_is_the_same(care: Organisation):
    told = organisation.newest_list(care.first)
    assert told
    heard = " ".join(roots.root_words(told))

    outcome = organisation.accept_organisation(
        care.first, organisation.list_file(care.first).replace(b"\n", b"\r\n"), heard=heard
    )

    assert outcome.sentence == "You have this list already. Nothing was changed."


def test_a_coordinator_who_was_believed_before_the_list_stays_one_when_her_card_is_accepted_again(
    care: Organisation, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None]
):
    other = make_book("Somebody Else", "coordinator")
    introduced(care.nomvula, other)
    care.given_to(care.nomvula)

    introduced(care.nomvula, other)

    assert whom(care.nomvula)["Somebody Else"] == ("coordinator", "aloud")


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


def test_a_partner_who_is_no_coordinator_brings_a_first_list_to_nobody(
    care: Organisation, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    care.given_to(care.nomvula)
    colleague = make_book("Sister Supervisor")
    introduced(care.nomvula, colleague)

    send(care.nomvula, colleague)

    assert organisation.newest_list(colleague) is None


def test_the_list_travels_until_its_reader_says_that_she_has_it(care: Organisation, send: Send):
    first = send(care.first, care.nomvula)
    assert first
    assert first.manifest.trust.startswith("{")
    send(care.nomvula, care.first)
    ACTS["change_team"](care.first, id=own_team(care.first), fields={"name": "Office"})
    again = send(care.first, care.nomvula)

    assert again
    assert again.manifest.trust.startswith("2@")


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
