"""A process is handed over to who manages somebody now: by name, in sight of all in it, in whatever order it comes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.fairness.handing import may_be_handed
from caregiver_desk.acts.fairness.taking_part import about_of, leads, process_of
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import (
    AlreadyDecided,
    NotTheLineManager,
    NotUnderstood,
    NotYourProcess,
    OpenerGives,
)
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.fairness.process import process_on_paper
from caregiver_desk.store import book as books
from caregiver_desk.store import ledger, partners, questions, vault
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import Leaf
from caregiver_desk.sync import carriers, exchange, making
from caregiver_desk.sync.opener import Opener

ADVISER, NEXT, OTHER, OFFICE = "Naledi Khoza", "Mpho Lekalakala", "Zanele Arendse", "Fhatuwani Netsianda"
CAPABILITY: dict[str, Any] = {"adviser": ADVISER, "not_met": "the sheet is late", "found_work": "ten homes"}
Make = Callable[..., Book]
Meet = Callable[[Book, Book], None]
Send = Callable[..., object]


class World(NamedTuple):
    """Who held it, who manages now, who advises, somebody who takes no part, and the office; whose it is, and it."""

    before: Book
    now: Book
    adviser: Book
    other: Book
    office: Book
    caregiver: str
    process: str


@pytest.fixture
def world(book: Book, make_book: Make, introduced: Meet, send: Send) -> World:
    now, adviser, other = make_book(NEXT), make_book(ADVISER), make_book(OTHER, "protection lead")
    office = make_book(OFFICE, "coordinator")
    for one, another in ((book, now), (book, adviser), (book, other), (book, office), (now, adviser), (now, office)):
        introduced(one, another)
    introduced(office, adviser)
    caregiver = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record
    process = ACTS["open_capability"](book, caregiver=caregiver, **CAPABILITY).record
    ACTS["let_into_process"](book, process=process, partner=ADVISER)
    for each in (book, now):
        send(each, office)
    return World(book, now, adviser, other, office, caregiver, process)


def managed_by(world: World, book: Book, send: Send, after: int = 40) -> None:
    """So many days later the office says that another is the line manager from that day on.

    The link of the one is in a scope of its own, which does not go to the other.
    """
    clock.shift(timedelta(after))
    for each in _lines(world):
        ACTS["change_supervision"](world.office, id=each.id, fields={"until": clock.today()})
    told = {"caregiver": world.caregiver, "supervisor": book.person, "since": clock.today()}
    ACTS["record_supervision"](world.office, **told)
    send(world.office, world.before)
    send(world.office, world.now)


def _lines(world: World) -> list[Leaf]:
    found = questions.listing(world.office, "supervision", {"caregiver": world.caregiver})
    return [each for each in found if not each["until"]]


def known_as_manager(world: World, send: Send) -> None:
    """From today the office manages them, and the one who did noted it by name."""
    managed_by(world, world.office, send)
    manager = ACTS["record_person"](world.before, given_names="Fhatuwani", surname="Netsianda").record
    link = {"caregiver": world.caregiver, "supervisor": manager, "since": clock.today()}
    ACTS["record_supervision"](world.before, **link)


def handed(world: World, to: str = NEXT) -> None:
    ACTS["hand_process_over"](world.before, process=world.process, partner=to)


def codes(book: Book) -> set[str]:
    return {each.code for each in together.found(book) if each.kind == "process"}


def leading(book: Book, process: str) -> bool:
    return leads(book, process_of(book, process), about_of(book, process))


def test_sys_53_whoever_manages_hands_it_to_nobody_until_another_is_the_line_manager(world: World, send: Send):
    leaf = process_of(world.before, world.process)
    for each in (NEXT, ADVISER, OFFICE, OTHER):
        with pytest.raises(NotTheLineManager):
            handed(world, each)
    assert may_be_handed(world.before, leaf) == []

    managed_by(world, world.now, send)
    with pytest.raises(NotTheLineManager):
        handed(world, OTHER)
    assert set(may_be_handed(world.before, leaf)) == {NEXT, ADVISER, OFFICE}  # none is known as such in this book
    handed(world)

    leaf = process_of(world.before, world.process)
    assert (leaf["handed_to"], leaf["handed_on"]) == (NEXT, clock.today().isoformat())


def test_sys_53_where_the_line_manager_is_known_it_goes_to_them_and_to_nobody_else(world: World, send: Send):
    known_as_manager(world, send)

    assert may_be_handed(world.before, process_of(world.before, world.process)) == [OFFICE]
    for nobody in (NEXT, ADVISER):
        with pytest.raises(NotTheLineManager):
            handed(world, nobody)
    handed(world, OFFICE)
    assert process_of(world.before, world.process)["handed_to"] == OFFICE


def test_sys_53_who_is_handed_it_leads_it_and_who_held_it_reads_on_and_writes_no_more(world: World, send: Send):
    managed_by(world, world.now, send)
    handed(world)
    send(world.before, world.now)

    step = ACTS["plan_step"](world.now, process=world.process, called="A talk in the hall").record
    send(world.now, world.before)

    assert (leading(world.now, world.process), leading(world.before, world.process)) == (True, False)
    assert questions.get(world.before, "process_stage", step)["called"] == "A talk in the hall"
    for act, given in (
        ("plan_step", {"process": world.process, "called": "another"}),
        ("end_process", {"process": world.process, "outcome": "expectations are met", "why": "x"}),
    ):
        with pytest.raises(NotYourProcess):
            ACTS[act](world.before, **given)
    ACTS["end_process"](world.now, process=world.process, outcome="expectations are met", why="steady for weeks")
    send(world.now, world.before)
    with pytest.raises(AlreadyDecided):
        handed(world)


def test_p10_to_whom_and_when_it_was_handed_over_stands_in_it_and_on_paper_for_everybody_in_it(
    world: World, send: Send
):
    managed_by(world, world.now, send)
    handed(world)
    for each in (world.now, world.adviser, world.other):
        send(world.before, each)

    for each in (world.before, world.now, world.adviser):
        paper = " ".join(as_text(process_on_paper(each, world.process)).split())
        assert "handed over" in paper
        assert NEXT in paper
    assert questions.count(world.other, "process") == 0


def test_p10_while_nobody_who_is_the_line_manager_reads_it_that_is_a_finding_and_it_ends_with_the_handing_over(
    world: World, send: Send
):
    assert codes(world.before) == set()
    managed_by(world, world.now, send)
    assert codes(world.before) == {"no-line-manager-reads"}
    assert together.told(world.before, together.found(world.before))

    handed(world)

    for each in (world.now, world.adviser):
        send(world.before, each)
    assert [codes(each) for each in (world.before, world.now, world.adviser)] == [set(), set(), set()]


def test_p10_a_line_manager_who_was_only_let_in_to_read_it_is_enough_for_no_finding(world: World, send: Send):
    known_as_manager(world, send)
    assert codes(world.before) == {"no-line-manager-reads"}

    ACTS["let_into_process"](world.before, process=world.process, partner=OFFICE)

    assert codes(world.before) == set()


def test_p10_a_process_that_has_ended_is_handed_over_no_more_and_is_no_finding(world: World, send: Send):
    ACTS["end_process"](world.before, process=world.process, outcome="opened in error", why="another Grace")
    managed_by(world, world.now, send)

    assert codes(world.before) == set()
    with pytest.raises(AlreadyDecided):
        handed(world)


def test_sys_53_one_that_was_handed_to_somebody_else_is_a_finding_where_the_line_manager_is_known(
    world: World, send: Send
):
    known_as_manager(world, send)
    leaf = process_of(world.before, world.process)
    wrongly = {"handed_to": ADVISER, "handed_on": clock.today().isoformat()}

    ledger.append(world.before, "by hand", [Change("process", leaf.id, leaf.scope, wrongly)])

    assert codes(world.before) == {"handed-to-another", "no-line-manager-reads"}


def test_p10_who_was_handed_it_and_manages_no_more_is_a_finding_in_their_own_book(world: World, send: Send):
    managed_by(world, world.office, send)
    handed(world, OFFICE)
    send(world.before, world.office)
    assert codes(world.office) == set()

    managed_by(world, world.now, send, after=80)

    assert codes(world.office) == {"no-line-manager-reads"}


def test_p10_a_grievance_stays_with_whom_the_caregiver_chose(world: World, send: Send):
    told = {"said": "my walk was laughed at", "against": "Mr Dube", "goes_to": ADVISER}
    grievance = ACTS["raise_grievance"](world.before, caregiver=world.caregiver, **told).record
    managed_by(world, world.now, send)

    with pytest.raises(NotUnderstood):
        ACTS["hand_process_over"](world.before, process=grievance, partner=NEXT)


def test_p10_who_neither_opened_it_nor_coordinates_lets_nobody_in_and_is_told_who_can(world: World, send: Send):
    """Nobody would hear it: so it is not said that they may read it."""
    managed_by(world, world.now, send)
    handed(world)
    send(world.before, world.now)

    with pytest.raises(OpenerGives, match="Nomvula"):
        ACTS["let_into_process"](world.now, process=world.process, partner=ADVISER)
    ACTS["let_into_process"](world.before, process=world.process, partner=ADVISER)


def test_p10_a_coordinator_who_is_handed_one_may_let_in_who_takes_part(world: World, send: Send):
    managed_by(world, world.office, send)
    handed(world, OFFICE)
    send(world.before, world.office)
    about = about_of(world.office, world.process)
    assert about is not None
    ACTS["change_capability"](world.office, id=about.id, fields={"adviser": NEXT})

    ACTS["let_into_process"](world.office, process=world.process, partner=NEXT)
    send(world.office, world.now)

    assert questions.count(world.now, "process") == 1


def test_sys_53_it_is_handed_back_to_who_manages_again(world: World, send: Send):
    managed_by(world, world.now, send)
    handed(world)
    send(world.before, world.now)
    managed_by(world, world.before, send, after=80)

    ACTS["hand_process_over"](world.now, process=world.process, partner="Nomvula Shezi")
    send(world.now, world.before)

    assert (leading(world.before, world.process), leading(world.now, world.process)) == (True, False)
    assert [codes(each) for each in (world.before, world.now)] == [set(), set()]


# --- bundles, in any order


def test_sys_53_in_whatever_order_bundles_come_all_books_name_the_same_holder_and_hold_the_same_steps(
    world: World, opener: Opener, tmp_path: Path, send: Send
):
    """What was opened, that it was handed over, and what was planned since, from two laptops to a third."""

    def made(sender: Book, receiver: Book, name: str) -> Path:
        partner = next(each for each in partners.known(sender) if each.key == receiver.key)
        place = tmp_path / name
        place.mkdir()
        (bundle,) = making.make(sender, partner)
        return carriers.drop(place, bundle.bundle, bundle.sealed)

    bundles = [made(world.before, world.adviser, "opened")]
    managed_by(world, world.now, send)
    handed(world)
    bundles.append(made(world.before, world.adviser, "handed"))
    send(world.before, world.now)
    ACTS["plan_step"](world.now, process=world.process, called="First talk", target=clock.today() + timedelta(7))
    bundles.append(made(world.now, world.adviser, "planned"))

    seen = set()
    for number, order in enumerate(permutations(bundles)):
        twin = _copy(world.adviser, tmp_path / f"adviser-{number}")
        try:
            for bundle in order:
                exchange.open_bundle(twin, bundle, opener, keep=True)
            leaf = process_of(twin, world.process)
            steps = [str(each["called"]) for each in questions.listing(twin, "process_stage")]
            seen.add((str(leaf["handed_to"]), str(leaf["handed_on"]), tuple(steps), leading(twin, world.process)))
            assert codes(twin) == set()
        finally:
            twin.vault.close()
    assert seen == {(NEXT, clock.today().isoformat(), ("First talk",), False)}


def _copy(book: Book, place: Path) -> Book:
    """The same book on a copied disk."""
    book.seal()
    shutil.copytree(book.vault.folder, place)
    return books.resume(vault.reopen(place, book.vault.keys))
