"""A lost laptop: what was on it as far as this book knows, and no more than that."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NoSuchPartner
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.sharing import lost
from caregiver_desk.reports.sharing.lost import Lost
from caregiver_desk.store import partners
from caregiver_desk.store.book import Book
from caregiver_desk.sync import making

Send = Callable[..., object]


def of(book: Book) -> Lost:
    return lost.lost(book, partners.known(book)[0])


def kinds(told: Lost, *, may: bool = False) -> dict[str, int]:
    parts = told.may_hold if may else told.held
    return {f"{kind}, {part.what}": number for part in parts for kind, number in part.kinds}


@pytest.fixture
def working(pair: tuple[Book, Book]) -> tuple[Book, Book]:
    """Nomvula has a caregiver, a household with a member in it, and a talk; her coordinator knows of nothing yet."""
    nomvula, _ = pair
    her = ACTS["add_caregiver"](nomvula, given_names="Sibongile", surname="Ndaba").record
    home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-031", nickname="blue gate").record
    ACTS["record_member"](nomvula, household=home, first_name="Tshilidzi")
    ACTS["hold_check_in"](nomvula, caregiver=her, day=clock.today(), words={"how_are_you": "tired"})
    return pair


def test_a_laptop_to_which_nothing_went_held_nothing(working: tuple[Book, Book]):
    nomvula, _ = working

    told = of(nomvula)
    assert (told.held, told.may_hold, told.bundles, told.people.number, told.sent, told.came) == (
        (),
        (),
        0,
        0,
        None,
        None,
    )
    assert "Nothing that this book knows of." in as_text(lost.as_document(told))


def test_a_bundle_that_nobody_acknowledged_may_be_on_it(working: tuple[Book, Book]):
    nomvula, _ = working
    making.make(nomvula, partners.known(nomvula)[0])

    told = of(nomvula)
    assert (told.held, told.bundles) == ((), 1)
    assert kinds(told, may=True)["household, codes, dates and counts"] == 1
    assert "1 bundle was made for it" in as_text(lost.as_document(told))


def test_what_came_from_it_after_a_bundle_was_made_does_not_mean_that_the_bundle_came(
    working: tuple[Book, Book], send: Send
):
    nomvula, fhatuwani = working
    making.make(nomvula, partners.known(nomvula)[0])
    send(fhatuwani, nomvula)  # he had not seen it

    assert kinds(of(nomvula), may=True)["household, codes, dates and counts"] == 1


def test_what_was_written_since_the_last_bundle_is_not_on_it(working: tuple[Book, Book]):
    nomvula, _ = working
    making.make(nomvula, partners.known(nomvula)[0])
    ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-099")

    assert kinds(of(nomvula), may=True)["household, codes, dates and counts"] == 1
    assert "HH-099" not in as_text(lost.as_document(of(nomvula)))


def test_what_was_acknowledged_is_on_it_and_what_never_goes_up_is_not(working: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = working
    send(nomvula, fhatuwani)
    send(fhatuwani, nomvula)

    told = of(nomvula)
    assert (told.bundles, told.may_hold, told.names_on_it) == (0, (), True)
    assert kinds(told)["check_in, codes, dates and counts"] == 1
    assert not any("names, phones and places" in each or "said to each other" in each for each in kinds(told))
    assert told.people.names == ("Nomvula Shezi", "Sibongile Ndaba")
    assert (told.homes.names, told.members.number) == (("HH-031 blue gate",), 1)


def test_a_coordinator_lists_what_a_supervisors_laptop_wrote_and_says_whom_he_cannot_name(
    working: tuple[Book, Book], send: Send
):
    nomvula, fhatuwani = working
    send(nomvula, fhatuwani)

    told = of(fhatuwani)
    assert kinds(told)["household, codes, dates and counts"] == 1
    assert (told.members.names, told.members.unnamed) == ((), 1)  # names of families never came here
    assert "Members of households: 1 that this book cannot name" in as_text(lost.as_document(told))
    assert "HH-031" in as_text(lost.as_document(told))


def test_the_first_thing_to_do_is_to_lock_it_out_until_that_is_done(working: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = working
    send(nomvula, fhatuwani)
    before = as_text(lost.as_document(of(fhatuwani)))

    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)

    after = as_text(lost.as_document(of(fhatuwani)))
    assert ("Lock the laptop out." in before, "Lock the laptop out." in after) == (True, False)
    assert "It is locked out" in after
    assert "Ask a coordinator to lock" in as_text(lost.as_document(of(nomvula)))


def test_of_ones_own_laptop_all_that_this_book_holds_is_told(working: tuple[Book, Book]):
    nomvula, _ = working

    told = lost.lost(nomvula, lost.whose(nomvula, lost.ME))
    assert told.own
    assert kinds(told)["check_in, what two people said to each other"] == 1
    assert told.members.names == ("Tshilidzi",)


def test_a_program_gets_the_same_facts(working: tuple[Book, Book]):
    nomvula, _ = working
    facts = msgspec.json.decode(msgspec.json.encode(lost.facts(lost.lost(nomvula, None))))

    assert facts["homes"] == {"names": ["HH-031 blue gate"], "unnamed": 0}
    assert facts["held"]["what two people said to each other"]["check_in"] == 1


def test_a_laptop_that_nobody_knows_is_not_looked_for(book: Book):
    with pytest.raises(NoSuchPartner):
        lost.whose(book, "Somebody")
