"""A person's own pack: all about her, nobody else in it, and files whose names say nothing."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_desk import clock, settings
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.desk import theme
from caregiver_desk.desk.sheets import document_paper
from caregiver_desk.errors import CannotWrite, NoSuchRecord
from caregiver_desk.reports import handing, masking
from caregiver_desk.reports.document import as_text
from caregiver_desk.reports.imprint import Imprint
from caregiver_desk.reports.people.pack import as_document, as_json, handed, pack
from caregiver_desk.store import called, looks, partners, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer import programme
from caregiver_desk.wording import fold

Limit = Callable[[int], AbstractContextManager[None]]


@pytest.fixture(scope="module")
def north(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The supervisor's book of the fictional programme, as twelve weeks left it."""
    place = tmp_path_factory.mktemp("programme")
    with pytest.MonkeyPatch.context() as patch, closing(Opener()) as opener:
        patch.setenv(settings.HOME, str(place / "home"))
        with closing(programme.demo(place / "books", opener, weeks=12)) as books:
            yield books.north


@pytest.fixture
def her(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba", phone="082 555 0101").record


def third_names(book: Book, her: str) -> set[str]:
    """Every word of a name of anybody but her, whoever opens the book, and those it was sent to."""
    known = {book.person, her, *(each.person for each in partners.known(book))}
    people = {word for each in called.people(book) if each.record not in known for word in each.name.split()}
    known_words = {word for each in called.people(book) if each.record in known for word in each.name.split()}
    members = {word for each in called.household_members(book) for word in each.name.split()}
    return {word for word in people | members if len(word) > 1} - known_words


def caregivers(book: Book) -> list[str]:
    return [str(each) for _, each in questions.facts(book, "engagement", ("person",), {"role": "caregiver"})]


def words_in(text: str) -> set[str]:
    return set(fold("".join(letter if letter.isalnum() else " " for letter in text)).split())


def test_no_name_of_a_third_person_is_in_either_file(north: Book, qapp: QApplication, tmp_path: Path):
    theme.wear(qapp)
    for number, her in enumerate(caregivers(north)):
        told = pack(north, her)
        names = {fold(name) for name in third_names(north, her)}
        assert len(names) > 20
        said = [words_in(as_json(told).decode()), words_in(as_text(as_document(told)))]
        if not number:
            said.append(words_in(_paper(told, tmp_path)))
        fields = words_in(
            json.dumps([[asked.label, asked.why, asked.readers] for s in told.sorts for asked in s.fields])
        )
        assert [sorted(names & each - fields) for each in said] == [[] for _ in said]


def _paper(told: object, folder: Path) -> str:
    """What a tool that is not ours reads in the PDF."""
    pdf = folder / "paper.pdf"
    pdf.write_bytes(document_paper.as_pdf(as_document(told), Imprint("", clock.today(), fictional=True)))  # type: ignore[arg-type]
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def test_without_its_masks_the_search_finds_names(north: Book, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(masking.Masks, "person", lambda _, record: questions.names_of(north, [record]).get(record, ""))
    her = caregivers(north)[0]
    names = {fold(name) for each in caregivers(north) for name in third_names(north, each)}
    supervisor = words_in(questions.names_of(north, [north.person])[north.person])

    assert (names | supervisor) & words_in(as_json(pack(north, her)).decode())


def test_names_in_what_was_said_are_masked_whatever_their_letters(book: Book, her: str):
    ACTS["add_caregiver"](book, given_names="Grace Thandi", surname="Mokoena", known_as="Gugu")
    home = ACTS["record_household"](book, team=own_team(book), code="HH-031", nickname="Mudau").record
    ACTS["record_household"](book, team=own_team(book), code="HH-017", nickname="blue gate")
    ACTS["record_member"](book, household=home, first_name="Tshilidzi")
    words = "GRACE mokoena and gugu came to the blue gate; Tshilidzi Mudaú rang 083 444 0000, I gave 0825550101."
    ACTS["hold_check_in"](book, caregiver=her, day=clock.today(), words={"how_are_you": words})

    (talk,) = next(each for each in pack(book, her).sorts if each.kind == "check_in").records
    assert {said.field: said.words for said in talk.said}["how_are_you"] == (
        "another caregiver and another caregiver came to the HH-017; household member HH-031 rang a phone number,"
        " I gave 0825550101."
    )


def test_her_own_name_and_number_stay(book: Book, her: str):
    ACTS["add_caregiver"](book, given_names="Thandi", surname="Ndaba")

    assert "Sibongile Ndaba" in as_text(as_document(pack(book, her)))
    assert "082 555 0101" in as_text(as_document(pack(book, her)))


def test_what_is_said_about_a_family_is_not_in_it(book: Book, her: str):
    home = ACTS["record_household"](book, team=own_team(book), code="HH-031").record
    ACTS["record_visit"](
        book, caregiver=her, household=home, day=clock.today(), outcome="done", note="the uncle shouted"
    )

    told = as_json(pack(book, her)).decode()
    assert "HH-031" in told
    assert "uncle" not in told


def test_every_field_says_why_it_is_asked_and_who_reads_it(north: Book):
    for sort in pack(north, caregivers(north)[0]).sorts:
        assert {said.field for each in sort.records for said in each.said} == {asked.field for asked in sort.fields}
        assert all(asked.label and asked.why and asked.readers for asked in sort.fields)


def test_it_says_who_has_looked_and_that_it_was_itself_written_out(book: Book, her: str):
    looks.looked(book, What.OPENED, {her})
    looks.looked(book, What.LISTED, {str(number) for number in range(500)})

    told = handed(book, her)

    assert told.opened_by == "Nomvula Shezi"
    assert [(each.what, each.days) for each in told.looks] == [
        (What.OPENED, (clock.today(),)),
        (What.EXPORTED, (clock.today(),)),
        (What.LISTED, (clock.today(),)),
    ]


def test_it_says_who_received_what_only_once_they_said_so(pair: tuple[Book, Book], send: Callable[..., object]):
    nomvula, fhatuwani = pair
    her = ACTS["add_caregiver"](nomvula, given_names="Sibongile", surname="Ndaba").record
    ACTS["hold_check_in"](nomvula, caregiver=her, day=clock.today(), words={"how_are_you": "tired"})
    send(nomvula, fhatuwani)
    assert pack(nomvula, her).received == ()

    send(fhatuwani, nomvula)

    (received,) = pack(nomvula, her).received
    assert (received.name, received.role) == ("Fhatuwani Netsianda", "coordinator")
    assert received.parts["codes, dates and counts"] >= 2
    assert "what two people said to each other" not in received.parts


def test_the_names_of_the_files_say_nothing_and_nothing_is_left_of_half_a_pack(
    book: Book, her: str, tmp_path: Path, no_file_beyond: Limit
):
    folder = tmp_path / "out"
    folder.mkdir()
    with no_file_beyond(1_000), pytest.raises(CannotWrite):
        handing.put(folder, b"small", b"x" * 5_000)
    assert list(folder.iterdir()) == []

    paper, data = handing.put(folder, b"%PDF", as_json(pack(book, her)))
    assert paper.stem == data.stem
    assert not words_in(paper.stem) & {"sibongile", "ndaba", her.lower()}
    assert json.loads(data.read_bytes())["name"] == "Sibongile Ndaba"


def test_of_somebody_unknown_there_is_no_pack(book: Book):
    with pytest.raises(NoSuchRecord):
        pack(book, "nobody")
