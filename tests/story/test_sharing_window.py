"""Two people at two windows exchange bundles and settle what they disagree about."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from acquainted import introduce
from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from tabbing import stops

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.desk.parts.words import PlainLabel
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.people.people import Role
from caregiver_desk.reports.refusals import paragraph
from caregiver_desk.store import agreement, histories, questions, sending, vault
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book
from caregiver_desk.sync import limits

BOTH_READ = frozenset({Audience.OPEN, Audience.TEAM})


@pytest.fixture
def pair_of_desks(desk: Desk, coordinator: Book, open_window: Callable[[Book], Desk]) -> tuple[Desk, Desk]:
    """The supervisor and the coordinator, each at a window."""
    return desk, open_window(coordinator)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def carry(giver: Desk, taker: Desk, stick: Path) -> None:
    """One makes a bundle at her window, the other looks at it and applies it at hers."""
    before = set(stick.iterdir())
    giver.answers.folder = stick
    giver.open("sharing").press("Make a bundle").press("Choose the stick")
    (taker.answers.file,) = set(stick.iterdir()) - before
    taker.open("sharing").press("Open a bundle").press("Apply")


def quarrel(supervisor: Desk, coordinator: Desk, programme: Programme, stick: Path) -> None:
    """Both change the length of one visit without having seen each other's."""
    visit = ACTS["record_visit"](
        programme.book, caregiver=programme.caregiver, household=programme.household, day="2026-03-02"
    ).record
    carry(supervisor, coordinator, stick)
    ACTS["change_visit"](supervisor.book, id=visit, fields={"minutes": 45})
    ACTS["change_visit"](coordinator.book, id=visit, fields={"minutes": 30})
    carry(coordinator, supervisor, stick)


def test_a_preview_says_who_and_how_much_and_changes_nothing(pair_of_desks: tuple[Desk, Desk], stick: Path) -> None:
    giver, taker = pair_of_desks
    giver.answers.folder = stick
    assert giver.open("sharing").greens() == ["Make a bundle"]
    assert "changes to deliver" in giver.message()
    giver.press("Make a bundle").press("Choose the stick")
    (taker.answers.file,) = stick.iterdir()

    taker.open("sharing").press("Open a bundle")

    assert taker.greens() == ["Apply"]
    assert "From Nomvula Shezi, the laptop you paired with" in taker.message()
    assert questions.count(taker.book, "household") == 0


def test_an_applied_bundle_shows_its_caregivers_and_can_be_set_aside_and_brought_back(
    pair_of_desks: tuple[Desk, Desk], stick: Path
) -> None:
    giver, taker = pair_of_desks
    carry(giver, taker, stick)
    assert questions.count(taker.book, "household") == 2

    taker.press("Set aside")
    assert questions.count(taker.book, "household") == 0

    taker.press("Bring back")
    assert questions.count(taker.book, "household") == 2


def test_before_a_bundle_is_written_it_says_what_goes_and_what_stays(
    desk: Desk, coordinator: Book, stick: Path, programme: Programme
) -> None:
    ACTS["hold_check_in"](desk.book, caregiver=programme.caregiver, day="2026-03-02", words={"how_are_you": "tired"})
    desk.answers.folder = stick

    told = desk.open("sharing").press("Make a bundle").message()

    assert coordinator.role == Role.COORDINATOR
    assert "A bundle for Fhatuwani Mudau" in told
    assert "1 check-in without words" in told
    assert "2 households without words, names or places" in told
    assert "Nothing that was said in confidence is in it." in told
    desk.press("Not now")
    assert list(stick.iterdir()) == []


def test_a_conflict_is_settled_at_the_window_and_both_books_agree(
    pair_of_desks: tuple[Desk, Desk], programme: Programme, stick: Path
) -> None:
    supervisor, coordinator = pair_of_desks
    quarrel(supervisor, coordinator, programme, stick)

    supervisor.open("sharing").press("Keep left")
    carry(supervisor, coordinator, stick)
    carry(coordinator, supervisor, stick)

    assert histories.conflicts(supervisor.book) == []
    assert said_by(supervisor) <= said_by(coordinator)


def test_a_conflict_that_is_settled_elsewhere_waits_no_more(
    pair_of_desks: tuple[Desk, Desk], programme: Programme, stick: Path
) -> None:
    supervisor, coordinator = pair_of_desks
    quarrel(supervisor, coordinator, programme, stick)
    supervisor.open("today")
    assert supervisor.window.frame.rail.places["sharing"].accessibleName() == "Sharing, 1 waiting"

    (conflict,) = histories.conflicts(supervisor.book)
    supervisor.window.hands.lane.do(
        lambda book: ACTS["settle"](book, kind=conflict.kind, id=conflict.record, field="minutes", value=45),
        owner=supervisor.window,
    )

    assert supervisor.rest().window.frame.rail.places["sharing"].accessibleName() == "Sharing"


def said_by(desk: Desk) -> set[str]:
    """What a book says to both; the coordinator's has, besides, what is her own."""
    return set(agreement.state(desk.book, BOTH_READ))


def test_many_conflicts_that_are_alike_are_settled_by_one_word_and_one_undo_brings_all_back(
    pair_of_desks: tuple[Desk, Desk], programme: Programme, stick: Path
) -> None:
    supervisor, coordinator = pair_of_desks
    given = {"caregiver": programme.caregiver, "household": programme.household}
    visits = [ACTS["record_visit"](programme.book, **given, day=f"2026-03-0{day}").record for day in range(2, 5)]
    carry(supervisor, coordinator, stick)
    for number, visit in enumerate(visits):
        ACTS["change_visit"](supervisor.book, id=visit, fields={"minutes": 45 + number})
        ACTS["change_visit"](coordinator.book, id=visit, fields={"minutes": 30})
    carry(coordinator, supervisor, stick)
    assert "2 others are like this one." in supervisor.open("sharing").message()

    supervisor.press("Keep all 3 as Nomvula Shezi wrote them")

    assert histories.conflicts(supervisor.book) == []
    kept = {each.id: each["minutes"] for each in questions.listing(supervisor.book, "visit")}
    assert [kept[visit] for visit in visits] == [45, 46, 47]
    supervisor.keys(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(histories.conflicts(supervisor.book)) == 3


def test_a_conflict_shows_both_versions_and_may_wait(
    pair_of_desks: tuple[Desk, Desk], programme: Programme, stick: Path
) -> None:
    supervisor, coordinator = pair_of_desks
    quarrel(supervisor, coordinator, programme, stick)
    assert "Changed on two laptops" in supervisor.open("sharing").message()

    supervisor.press("Decide later")

    assert "Keep left" not in supervisor.buttons()
    assert len(histories.conflicts(supervisor.book)) == 1


@pytest.mark.usefixtures("coordinator")
def test_a_bundle_in_several_files_says_how_many_there_are(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.answers.folder = stick
    monkeypatch.setattr(limits, "COUNT", 3)

    desk.open("sharing").press("Make a bundle").press("Choose the stick")

    made = len(list(stick.iterdir()))
    assert made > 1
    assert f"{made} bundles for Fhatuwani Mudau" in desk.status()


def test_what_is_missing_of_a_partner_is_said_until_it_comes(
    pair_of_desks: tuple[Desk, Desk], programme: Programme, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    supervisor, coordinator = pair_of_desks
    given = {"caregiver": programme.caregiver, "household": programme.household}
    for day in range(2, 8):
        ACTS["record_visit"](programme.book, **given, day=f"2026-03-0{day}")
    monkeypatch.setattr(limits, "COUNT", 6)
    supervisor.answers.folder = stick
    supervisor.open("sharing").press("Make a bundle").press("Choose the stick")
    monkeypatch.undo()
    missing = []
    for each in sorted(stick.iterdir(), key=lambda each: each.stat().st_mtime_ns, reverse=True):  # the last part first
        coordinator.answers.file = each
        coordinator.open("sharing").press("Open a bundle").press("Apply")
        missing.append("Another bundle of theirs is missing." in coordinator.message())

    assert any(missing[:-1])
    assert missing[-1] is False
    assert sorted(sending.holes(coordinator.book)) == []


def test_a_file_that_is_no_bundle_is_refused_in_words(desk: Desk, tmp_path: Path) -> None:
    desk.answers.file = tmp_path / "holiday.caredesk"
    desk.answers.file.write_bytes(b"not a bundle")

    desk.open("sharing").press("Open a bundle")

    assert "not a Caregiver Desk bundle" in desk.status()


def test_two_people_become_partners_by_the_words_they_read_aloud(
    desk: Desk, books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk], stick: Path
) -> None:
    other = open_window(books("Mpho Lekalakala", Role.SUPERVISOR))
    other.answers.folder = stick
    aloud = other.open("sharing").press("My card").said_after("My eight words")
    other.press("Save my card")
    (desk.answers.file,) = stick.iterdir()

    desk.open("sharing").press("Open a card").fill(words="eight wrong words").press("Pair")
    assert "The eight words are not the same" in desk.message()
    pairing = desk._front()
    by_tab = [getattr(each.held, "text", str)() for each in stops(pairing)]
    assert by_tab == ["eight wrong words", "More about this", "Not now", "Pair"]
    QTest.keyClick(pairing, Qt.Key.Key_F1)
    assert paragraph("words-differ").next in desk.rest().message()
    desk.press("Close").fill(words=aloud).press("Pair")

    assert "Paired with Mpho Lekalakala." in desk.status()
    assert "Mpho Lekalakala · supervisor" in desk.message()


def test_a_picture_of_a_card_is_opened_like_the_card_itself(
    desk: Desk, books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk], stick: Path
) -> None:
    other = open_window(books("Mpho Lekalakala", Role.SUPERVISOR))
    other.answers.folder = stick
    aloud = other.open("sharing").press("My card").said_after("My eight words")
    other.press("Save the picture")
    (desk.answers.file,) = stick.iterdir()

    desk.open("sharing").press("Open a card").fill(words=aloud).press("Pair")

    assert "Paired with Mpho Lekalakala." in desk.status()


def test_a_file_that_is_gone_when_it_is_opened_is_said_in_words(desk: Desk, stick: Path) -> None:
    desk.drop(stick / "gone.card")

    assert "There is no file “gone.card”." in desk.status()


def test_a_card_is_printed_to_be_handed_over(desk: Desk, stick: Path) -> None:
    desk.answers.file = stick / "printed.pdf"

    desk.open("sharing").press("My card").press("Print")

    assert desk.answers.file.read_bytes().startswith(b"%PDF")
    assert "Sent to the printer." in desk.status()


def test_a_card_of_a_newer_program_says_so_at_the_window(desk: Desk, tmp_path: Path) -> None:
    desk.answers.file = tmp_path / "newer.card"
    desk.answers.file.write_bytes(b'{"version":2,"photo":""}\n')

    desk.open("sharing").press("Open a card")

    assert "newer Caregiver Desk" in desk.message()


def test_a_receipt_put_beside_the_bundle_tells_its_sender_what_arrived(
    pair_of_desks: tuple[Desk, Desk], stick: Path
) -> None:
    supervisor, coordinator = pair_of_desks
    carry(supervisor, coordinator, stick)
    bundle = set(stick.iterdir())
    coordinator.press("Put a receipt beside it")
    (supervisor.answers.file,) = set(stick.iterdir()) - bundle
    supervisor.open("sharing").press("Open a bundle").press("Apply").open("sharing")
    assert "Nothing to share" in supervisor.message()


def test_a_receipt_says_that_it_is_one_and_asks_for_no_answer(pair_of_desks: tuple[Desk, Desk], stick: Path) -> None:
    supervisor, coordinator = pair_of_desks
    carry(supervisor, coordinator, stick)
    bundle = set(stick.iterdir())
    coordinator.press("Put a receipt beside it")
    (supervisor.answers.file,) = set(stick.iterdir()) - bundle

    supervisor.open("sharing").press("Open a bundle")
    assert "Receipt from Fhatuwani Mudau" in supervisor.message()
    assert "set aside" not in supervisor.message().splitlines()

    supervisor.press("Apply")
    assert "Receipt: all that you sent has arrived at Fhatuwani Mudau." in supervisor.status()
    assert "Put a receipt beside it" not in supervisor.buttons()


def test_a_preview_says_what_is_in_it_and_from_when_to_when(
    pair_of_desks: tuple[Desk, Desk], programme: Programme, stick: Path
) -> None:
    giver, taker = pair_of_desks
    for day in ("2026-03-02", "2026-03-05"):
        told = {"caregiver": programme.caregiver, "household": programme.household, "day": day}
        ACTS["record_visit"](programme.book, **told)
    giver.answers.folder = stick
    giver.open("sharing").press("Make a bundle").press("Choose the stick")
    (taker.answers.file,) = stick.iterdir()

    taker.open("sharing").press("Open a bundle")

    assert "2 visits, 2 Mar – 5 Mar" in taker.message()
    assert "1 supervision link" in taker.message()


def test_a_card_is_known_by_what_is_in_it(
    desk: Desk, books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk], stick: Path
) -> None:
    other = open_window(books("Mpho Lekalakala", Role.SUPERVISOR))
    other.answers.folder = stick
    other.open("sharing").press("My card").press("Save my card")
    (card,) = stick.iterdir()

    desk.drop(card.rename(stick / "from Mpho.caredesk"))

    assert "Pair with Mpho Lekalakala" in desk.message()


def test_what_went_wrong_can_be_read_to_its_end(
    desk: Desk, books: Callable[[str, Role], Book], open_window: Callable[[Book], Desk], stick: Path
) -> None:
    stranger = books("Mpho Lekalakala", Role.SUPERVISOR)
    introduce(stranger, desk.book, "Nomvula Shezi")
    other = open_window(stranger)
    other.answers.folder = stick
    other.open("sharing").press("Make a bundle").press("Choose the stick")
    (desk.answers.file,) = stick.iterdir()

    desk.open("sharing").press("Open a bundle")

    words = desk.window.frame.trouble.findChild(PlainLabel)
    assert words is not None
    assert words.text().endswith("it may be urgent.")
    assert words.height() >= words.heightForWidth(words.width())
    desk.press("Close")
    assert not desk.window.frame.trouble.isVisible()


def test_two_line_supervisors_at_once_are_shown_all_of_them_if_one_asks_until_one_is_ended(
    pair_of_desks: tuple[Desk, Desk], stick: Path
) -> None:
    supervisor, coordinator = pair_of_desks
    people = [ACTS["record_person"](supervisor.book, given_names=name).record for name in ("Mpho", *"ABCD")]
    carry(supervisor, coordinator, stick)
    link, told = ACTS["record_supervision"], {"since": "2026-03-02"}
    links = [
        link(each.book, **told, caregiver=person, supervisor=each.book.person).record
        for each in pair_of_desks
        for person in people
    ]
    carry(supervisor, coordinator, stick)
    assert coordinator.open("sharing").said_after("These do not fit together") == "10 in all"
    assert coordinator.press("Not now").greens() == ["Open"]
    assert coordinator.press("Show all 10").buttons().count("Open") == 10
    ways = [each for each in coordinator.page().findChildren(QAbstractButton) if each.text() == "Open"]
    assert coordinator.window.focusWidget() is ways[8], "whoever asked for the rest goes on in it"

    for each in links[len(people) + 1 :]:
        ACTS["change_supervision"](coordinator.book, id=each, fields={"until": "2026-03-02"})
    ACTS["record_person"](coordinator.book, given_names="Bongani")
    carry(supervisor, coordinator, stick)
    assert coordinator.said_after("These do not fit together") == "2 in all"

    ACTS["change_supervision"](coordinator.book, id=links[len(people)], fields={"until": "2026-03-02"})
    carry(supervisor, coordinator, stick)

    assert "These do not fit together" not in coordinator.open("sharing").message()


@pytest.fixture
def twins(
    pair_of_desks: tuple[Desk, Desk], open_window: Callable[[Book], Desk], tmp_path: Path, stick: Path
) -> Iterator[tuple[Desk, Desk]]:
    """The supervisor and the coordinator, after a copy of her book was written in as well, and both found out."""
    supervisor, coordinator = pair_of_desks
    carry(supervisor, coordinator, stick)
    supervisor.book.seal()
    shutil.copytree(supervisor.book.vault.folder, tmp_path / "copy")
    copy = books.resume(vault.reopen(tmp_path / "copy", supervisor.book.vault.keys))
    team = people.own_team(copy)
    for desk, code in ((supervisor, "HH-HERE"), (open_window(copy), "HH-THERE")):
        ACTS["record_household"](desk.book, code=code, team=team)
        carry(desk, coordinator, stick)
    for giver, taker in ((coordinator, supervisor), (supervisor, coordinator), (coordinator, supervisor)):
        carry(giver, taker, stick)
    yield supervisor, coordinator
    copy.close()


def test_the_owner_of_a_copied_book_is_asked_which_copy_goes_on_and_may_keep_both(
    twins: tuple[Desk, Desk], stick: Path
) -> None:
    supervisor, coordinator = twins
    assert "Your book was copied" in supervisor.open("sharing").message()
    assert questions.count(supervisor.book, "household") == 2

    supervisor.press("Keep the later")

    assert "Your book was copied" not in supervisor.open("sharing").message()
    carry(supervisor, coordinator, stick)
    for desk in twins:
        assert {leaf["code"] for leaf in questions.listing(desk.book, "household")} == {"HH-031", "HH-017", "HH-THERE"}


def test_a_colleague_is_told_that_what_a_copied_book_wrote_waits_for_its_owner(twins: tuple[Desk, Desk]) -> None:
    _, coordinator = twins
    assert "The book of Nomvula Shezi was copied" in coordinator.open("sharing").message()
    assert "Keep the later" not in coordinator.buttons()
