"""What was decided is told in words, from what the journal and the statements say already."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.reports.decided import STANDS, TITLES, Told, as_document, decided
from caregiver_desk.reports.document import as_text
from caregiver_desk.store import arrivals, questions, vault
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book
from caregiver_desk.store.decisions import Holds, What

Send = Callable[..., object]


def of(book: Book, *whats: What) -> list[Told]:
    return [each for each in decided(book) if each.decision.what in whats]


def one(book: Book, what: What) -> Told:
    (told,) = of(book, what)
    return told


def quarrel(nomvula: Book, fhatuwani: Book, send: Send, *languages: str) -> str:
    """Two who say otherwise of somebody's language."""
    her = ACTS["add_caregiver"](nomvula, given_names="Grace", surname="Modise").record
    send(nomvula, fhatuwani)
    for book, language in zip((nomvula, fhatuwani), languages, strict=True):
        ACTS["change_person"](book, id=her, fields={"language": language})
    send(fhatuwani, nomvula)
    return her


@pytest.fixture
def settled(pair: tuple[Book, Book], send: Send) -> str:
    """A conflict that Nomvula settled, and both know of it."""
    nomvula, fhatuwani = pair
    her = quarrel(nomvula, fhatuwani, send, "isiZulu", "Sesotho")
    ACTS["settle"](nomvula, kind="person", id=her, field="language", value="isiZulu")
    send(nomvula, fhatuwani)
    return her


def test_a_settled_conflict_says_both_sides_and_what_was_chosen_in_both_books(pair: tuple[Book, Book], settled: str):
    for book in pair:
        told = one(book, What.SETTLED)
        sides = {"Home language: isiZulu | Sesotho → isiZulu", "Home language: Sesotho | isiZulu → isiZulu"}
        assert told.sides in sides
        assert (told.about, told.who, told.holds) == ("Grace Modise", "Nomvula Shezi", "holds")
        assert (told.kind, told.record, told.people) == ("person", settled, {settled})
        assert told.when.endswith(str(clock.today().year))


def test_words_that_hold_both_are_told_as_what_was_chosen(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    her = quarrel(nomvula, fhatuwani, send, "isiZulu", "Sesotho")
    ACTS["settle"](nomvula, kind="person", id=her, field="language", value="isiZulu and Sesotho")

    assert one(nomvula, What.SETTLED).sides.endswith("→ isiZulu and Sesotho")


def test_a_settlement_that_was_undone_is_taken_back_and_one_that_was_changed_is_changed(
    pair: tuple[Book, Book], settled: str
):
    nomvula, fhatuwani = pair
    ACTS["change_person"](fhatuwani, id=settled, fields={"language": "Tshivenda"})
    assert one(fhatuwani, What.SETTLED).holds == "changed since"

    ACTS["undo"](nomvula)
    assert one(nomvula, What.SETTLED).holds == "taken back since"
    ACTS["settle"](nomvula, kind="person", id=settled, field="language", value="Sesotho")
    assert {each.holds for each in of(nomvula, What.SETTLED)} == {"taken back since", "holds"}


def test_an_ordinary_change_of_two_fields_is_no_decision(book: Book):
    her = ACTS["add_caregiver"](book, given_names="Grace").record
    for fields in ({"language": "isiZulu"}, {"surname": "Modise"}, {"language": "Sesotho", "surname": "Baloi"}):
        ACTS["change_person"](book, id=her, fields=fields)

    assert decided(book) == []


def test_many_that_are_alike_are_one_decision(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    homes = [ACTS["record_household"](nomvula, team=own_team(nomvula), code=f"HH-{n:03}").record for n in range(4)]
    send(nomvula, fhatuwani)
    for book, level in ((nomvula, 1), (fhatuwani, 2)):
        for home in homes:
            ACTS["change_household"](book, id=home, fields={"level": level})
    send(fhatuwani, nomvula)
    told = [{"kind": "household", "id": home, "field": "level", "value": 2} for home in homes]
    ACTS["settle_alike"](nomvula, conflicts=told)

    alike = one(nomvula, What.ALIKE)
    assert (alike.about, alike.sides, len(alike.decision.records)) == ("4 records", "Visit need", 4)


def test_the_same_and_not_the_same_name_both_and_say_whether_it_holds(book: Book):
    people = [ACTS["add_caregiver"](book, given_names=name).record for name in ("Maria", "Marie", "Grace")]
    ACTS["not_same"](book, one=people[0], other=people[2])
    ACTS["same"](book, one=people[0], other=people[1])
    assert {(each.title, each.holds) for each in decided(book)} == {
        ("They are the same", "holds"),
        ("They are not the same", "holds"),
    }
    ACTS["undo"](book)

    told = one(book, What.SAME)
    assert (told.about, told.holds) == ("Maria / Marie", "taken back since")
    assert one(book, What.NOT_SAME).holds == "holds"


def test_an_import_that_was_set_aside_and_brought_back_is_told_with_its_number(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    send(fhatuwani, nomvula)
    (arrived,) = arrivals.opened(nomvula)
    ACTS["set_aside"](nomvula, arrival=arrived.number)
    assert (one(nomvula, What.ASIDE).about, one(nomvula, What.ASIDE).holds) == ("Import 1", "holds")

    ACTS["bring_back"](nomvula, arrival=arrived.number)
    assert [each.holds for each in of(nomvula, What.ASIDE, What.BACK)].count("holds") == 1
    assert one(nomvula, What.BACK).holds == "holds"
    assert of(fhatuwani, What.ASIDE) == []


def test_rights_name_the_laptop_and_the_place_and_their_end(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    team = questions.get(nomvula, "team", own_team(nomvula))
    send(nomvula, fhatuwani)
    ACTS["enrol"](fhatuwani, laptop=nomvula.laptop, scope=team.scope)
    ACTS["dismiss"](fhatuwani, laptop=nomvula.laptop, scope=team.scope)
    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)
    ACTS["let_in"](fhatuwani, laptop=nomvula.laptop)

    told = {each.decision.what: each for each in decided(fhatuwani)}
    assert (told[What.LET_WRITE].about, told[What.LET_WRITE].holds) == ("Nomvula Shezi: North", "changed since")
    assert (told[What.ENDED].about, told[What.ENDED].holds) == ("Nomvula Shezi: North", "holds")
    assert (told[What.LOCKED_OUT].about, told[What.LOCKED_OUT].holds) == ("Nomvula Shezi", "taken back since")
    assert told[What.LET_IN].holds == "holds"


def test_an_erasure_that_was_asked_for_granted_or_declined_is_told_without_a_name(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    visits, home = [], ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-031").record
    her = ACTS["add_caregiver"](nomvula, given_names="Grace").record
    for _ in range(2):
        given = {"caregiver": her, "household": home, "day": clock.today()}
        visits.append(ACTS["record_visit"](nomvula, **given).record)
    for each in visits:
        ACTS["erase"](nomvula, id=each, ground=Ground.MISTAKE)
    send(nomvula, fhatuwani)
    ACTS["erase"](fhatuwani, id=visits[0], ground=Ground.MISTAKE)
    ACTS["do_not_erase"](fhatuwani, id=visits[1])
    send(fhatuwani, nomvula)

    for book in pair:
        assert one(book, What.ERASED).about == "1 record: it was recorded by mistake"
        assert one(book, What.ERASED).holds == "holds"
        assert one(book, What.NOT_ERASED).who == "Fhatuwani Netsianda"
        asked = of(book, What.ASKED)
        assert {record for each in asked for record in each.decision.records} == set(visits)
        assert [each.holds for each in asked if visits[1] in each.decision.records] == ["taken back since"]


def test_a_record_that_was_handed_over_is_told_with_its_new_place(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-031").record
    send(nomvula, fhatuwani)
    south = ACTS["record_team"](fhatuwani, name="South").record
    ACTS["hand_over"](fhatuwani, kind="household", id=home, scope=questions.get(fhatuwani, "team", south).scope)

    told = one(fhatuwani, What.MOVED)
    assert told.about.endswith(": to South")
    assert (told.kind, told.record) == ("household", home)


def test_they_are_found_by_person_by_writer_and_by_words(pair: tuple[Book, Book], settled: str):
    nomvula, _ = pair
    other = ACTS["add_caregiver"](nomvula, given_names="Maria").record
    ACTS["not_same"](nomvula, one=settled, other=other)

    assert [each.decision.what for each in decided(nomvula, about=other)] == [What.NOT_SAME]
    assert len(decided(nomvula, about=settled)) == 2
    assert len(decided(nomvula, by="nomvula")) == 2
    assert decided(nomvula, by="Fhatuwani") == []
    assert [each.decision.what for each in decided(nomvula, words="sesotho grace")] == [What.SETTLED]


def test_a_coordinator_reads_no_decision_about_words_that_never_came_to_him(
    pair: tuple[Book, Book], send: Send, introduced: Callable[[Book, Book], None], home: Path
):
    """Two laptops of hers say otherwise of what was said in a room; she settles it, and only she reads of it."""
    nomvula, fhatuwani = pair
    her = ACTS["add_caregiver"](nomvula, given_names="Grace").record
    talk = ACTS["hold_check_in"](nomvula, caregiver=her, day=clock.today()).record
    introduced(nomvula, nomvula)
    nomvula.seal()
    shutil.copytree(nomvula.vault.folder, home / "other")
    ACTS["record_team"](nomvula, name="written after the copy")
    nomvula.seal()
    other = books.resume(vault.reopen(home / "other", nomvula.vault.keys))
    for book, words in ((nomvula, "tired"), (other, "sleepless")):
        ACTS["change_check_in"](book, id=talk, fields={"how_are_you": words})
    send(other, nomvula)
    ACTS["settle"](nomvula, kind="check_in", id=talk, field="how_are_you", value="tired")
    send(nomvula, fhatuwani)

    assert "sleepless" in one(nomvula, What.SETTLED).sides
    assert of(fhatuwani, What.SETTLED) == []
    other.vault.close()


def test_it_can_be_put_on_paper(pair: tuple[Book, Book], settled: str):
    nomvula, _ = pair
    text = as_text(as_document(decided(nomvula), "Nomvula Shezi"))

    assert "What was decided" in text
    assert "1 decision" in text
    assert "A conflict was settled · Grace Modise · Home language:" in " ".join(text.split())
    assert settled not in text


def test_every_decision_has_a_title_and_every_state_its_word():
    assert set(TITLES) == set(What)
    assert set(STANDS) == set(Holds)


def test_of_many_that_were_settled_alike_each_finds_what_was_decided_about_her(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    people = [ACTS["add_caregiver"](nomvula, given_names=f"Grace {letter}").record for letter in "ABCDE"]
    send(nomvula, fhatuwani)
    for book, language in zip(pair, ("isiZulu", "Sesotho"), strict=True):
        for her in people:
            ACTS["change_person"](book, id=her, fields={"language": language})
    send(fhatuwani, nomvula)
    alike = [{"kind": "person", "id": her, "field": "language", "value": "isiZulu"} for her in people]
    ACTS["settle_alike"](nomvula, conflicts=alike)

    assert [len(decided(nomvula, about=her)) for her in people] == [1] * 5
