"""Records go and their number stays: in every book that may read of the team, and with nobody's name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from kept import confirm
from pages import pages

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.remaining import Sum, sums
from caregiver_desk.acts.retention import due
from caregiver_desk.errors import NotDue
from caregiver_desk.practice.retention import REMOVES
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.store import agreement, checking, questions
from caregiver_desk.store.book import Book

Send = Callable[..., object]
CANARIES = ("xylophonia", "quaggabert", "zeppelinka")
MONTH = 7


def team_of(book: Book, number: int) -> list[str]:
    """So many caregivers, each with a visit to a home of her own, a talk and a promise in one month, who then left."""
    people = []
    day = clock.today().replace(day=1) - timedelta(days=20)
    for each in range(number):
        her = ACTS["add_caregiver"](book, given_names=f"Zeppelinka {each}").record
        home = ACTS["record_household"](book, team=own_team(book), code=f"HH-{each:03}", nickname="xylophonia").record
        ACTS["record_visit"](book, caregiver=her, household=home, day=day, note="quaggabert at the gate")
        promises = [{"owner": "supervisor", "what": "quaggabert again", "due": day}]
        ACTS["hold_check_in"](book, caregiver=her, day=day, promises=promises, words={"how_are_you": "quaggabert"})
        (work,) = questions.listing(book, "engagement", {"person": her})
        ACTS["change_engagement"](book, id=work.id, fields={"state": "left", "until": clock.today().isoformat()})
        people.append(her)
    return people


def remove(book: Book, kinds: set[str]) -> list[str]:
    offered = [each for each in due(book, clock.today()) if each.action in REMOVES and each.kind in kinds]
    ids = [record for each in offered for record in each.ids]
    ACTS["remove_expired"](book, ids=ids)
    return ids


def totals(book: Book, letters: int = 0) -> dict[tuple[str, str], int]:
    return {(each.what, each.period): each.here + each.removed for each in sums(book, letters) if each.team}


@pytest.fixture
def three_years_on(pair: tuple[Book, Book], send: Send) -> tuple[Book, Book]:
    """A team of six, all of whom left long ago; times are confirmed."""
    nomvula, fhatuwani = pair
    team_of(nomvula, 6)
    send(nomvula, fhatuwani)
    clock.shift(timedelta(days=1300))
    confirm(fhatuwani)
    send(fhatuwani, nomvula)
    return pair


@pytest.mark.parametrize("letters", [0, 4, MONTH])
def test_the_sums_of_a_month_are_after_a_removal_what_they_were_before(
    three_years_on: tuple[Book, Book], send: Send, letters: int
):
    nomvula, fhatuwani = three_years_on
    before = {book.id: totals(book, letters) for book in three_years_on}
    assert sum(before[fhatuwani.id].values()) == 18

    remove(fhatuwani, {"visit", "check_in", "promise"})
    send(fhatuwani, nomvula)

    for book in three_years_on:
        assert questions.count(book, "visit") == questions.count(book, "promise") == 0
        assert totals(book, letters) == before[book.id]
        assert sum(each.removed for each in sums(book, letters)) == 18
        assert checking.check(book) in ([], ["backup"])


def test_of_one_who_left_no_month_is_told_only_how_many_there_were(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    team_of(nomvula, 1)
    send(nomvula, fhatuwani)
    clock.shift(timedelta(days=1300))
    confirm(fhatuwani)
    team = questions.listing(nomvula, "team")[0].id

    remove(fhatuwani, {"visit"})

    assert [each for each in sums(fhatuwani, MONTH) if each.what == "visit"] == [Sum("visit", team, "", 0, 1)]


def test_counts_stay_with_the_team_and_never_with_two_people(three_years_on: tuple[Book, Book]):
    _, fhatuwani = three_years_on
    remove(fhatuwani, {"visit", "check_in", "promise"})
    teams = {leaf.scope for leaf in questions.listing(fhatuwani, "team")}

    counts = questions.listing(fhatuwani, "removed_count")

    assert len(counts) == 3
    assert {leaf.scope for leaf in counts} <= teams


def test_what_was_said_in_confidence_leaves_no_number(book: Book):
    her = ACTS["add_caregiver"](book, given_names="Grace").record
    ACTS["record_burden"](book, caregiver=her, codes=["W1"], severity=3, since=clock.today())
    (burden,) = questions.listing(book, "stressor")
    assert {each.what for each in sums(book, 0)} & {"stressor", "wellbeing_check", "support_plan"} == set()

    ACTS["erase"](book, id=burden.id, ground=Ground.ASKED)

    assert questions.count(book, "removed_count") == 0


def test_a_request_that_is_granted_is_counted_and_one_on_another_ground_is_not(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    team_of(nomvula, 2)
    visits = [leaf.id for leaf in questions.listing(nomvula, "visit")]
    send(nomvula, fhatuwani)
    clock.shift(timedelta(days=1300))
    confirm(nomvula)
    ids = remove(nomvula, {"visit"})
    send(nomvula, fhatuwani)
    assert set(ids) == set(visits)
    assert questions.count(fhatuwani, "visit") == 0

    ACTS["erase"](fhatuwani, id=visits[0], ground=Ground.RETENTION)
    ACTS["erase"](fhatuwani, id=visits[1], ground=Ground.MISTAKE)

    assert [each.removed for each in sums(fhatuwani, 0) if each.what == "visit"] == [1]


def words_in(book: Book, folder: Path) -> set[str]:
    """Which of the canary words stand on a page of the book, free or used, in its log, or in what it exports."""
    plain = b"\n".join(pages(folder, book.vault.keys.store)).lower()
    assert b"append-only" in plain
    told = "\n".join(agreement.state(book)).lower()
    return {word for word in CANARIES if word.encode() in plain or word in told}


def test_words_are_gone_from_pages_exports_and_bundles_and_the_numbers_travel(
    three_years_on: tuple[Book, Book], send: Send
):
    """Names and homes are erased as well, each by a word of its own; then nothing of anybody is left but numbers."""
    nomvula, fhatuwani = three_years_on
    assert words_in(nomvula, nomvula.vault.folder) == set(CANARIES)

    remove(fhatuwani, {"visit", "check_in", "promise", "assignment"})
    keep = {nomvula.person, fhatuwani.person}
    for kind in ("household", "person"):
        for leaf in questions.listing(fhatuwani, kind):
            if leaf.id not in keep:
                ACTS["erase"](fhatuwani, id=leaf.id, ground=Ground.ASKED)
    send(fhatuwani, nomvula)

    for book in (nomvula, fhatuwani):
        book.vault.bring_home()
        assert words_in(book, book.vault.folder) == set()
        assert sum(each.removed for each in sums(book, MONTH)) == 18


def test_a_bundle_made_afterwards_holds_no_id_of_a_person_in_a_count(three_years_on: tuple[Book, Book]):
    _, fhatuwani = three_years_on
    people = {leaf.id for leaf in questions.listing(fhatuwani, "person")} - {fhatuwani.person}  # who wrote it
    homes = {leaf.id for leaf in questions.listing(fhatuwani, "household")}
    visits = set(remove(fhatuwani, {"visit", "check_in"}))

    with fhatuwani.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE instr(body, 'removed_count')")
        texts = [body for (body,) in cursor.fetchall()]

    assert texts
    assert not [
        each for each in people | homes | visits for text in texts if each in text.replace(fhatuwani.person, "")
    ]


def test_that_its_time_has_ended_is_no_ground_where_it_has_not(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    her = ACTS["add_caregiver"](nomvula, given_names="Zeppelinka").record
    home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-1").record
    visit = ACTS["record_visit"](nomvula, household=home, caregiver=her, day=clock.today()).record
    send(nomvula, fhatuwani)
    confirm(fhatuwani)

    for book in pair:
        with pytest.raises(NotDue):
            ACTS["erase"](book, id=visit, ground=Ground.RETENTION)
    assert [each.id for each in questions.listing(fhatuwani, "visit")] == [visit]


def test_sums_of_months_that_are_over_stay_when_somebody_changes_teams(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala")
    introduced(mpho, fhatuwani)
    her = ACTS["add_caregiver"](nomvula, given_names="Zeppelinka").record
    ACTS["hold_check_in"](nomvula, caregiver=her, day=clock.today(), words={"how_are_you": "well"})
    send(nomvula, fhatuwani)
    send(mpho, fhatuwani)
    before = sums(fhatuwani, MONTH)

    move = {"caregiver": her, "team": own_team(mpho), "day": clock.today() + timedelta(days=1)}
    ACTS["move_caregiver"](fhatuwani, **move)

    assert [each for each in sums(fhatuwani, MONTH) if each.what == "check_in"] == [
        each for each in before if each.what == "check_in"
    ]
