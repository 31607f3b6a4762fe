"""Saves are taken back one after another, and what cannot be taken back is in nobody's way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import sharing
from caregiver_desk.errors import ChangedSince, UndoStays
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.store import checking, histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.sync import trust
from caregiver_desk.sync.exchange import Looked

Send = Callable[..., Looked | None]
Pair = tuple[Book, Book]


def household(book: Book, code: str = "HH-001", **fields: object) -> str:
    return ACTS["record_household"](book, team=own_team(book), code=code, **fields).record


def change(book: Book, record: str, **fields: object) -> int:
    return ACTS["change_household"](book, id=record, fields=fields).undo


def look(book: Book, record: str) -> Leaf:
    assert checking.check(book) == []
    return questions.get(book, "household", record)


def test_undo_takes_back_one_save_after_another_until_the_record_is_gone(book: Book):
    record = household(book, level=1)
    for level in (2, 3, None):
        change(book, record, level=level, nickname=f"gate {level}")

    seen = []
    while not look(book, record).gone:
        ACTS["undo"](book)
        seen.append((look(book, record)["level"], look(book, record)["nickname"], look(book, record).quarrels))

    assert seen == [(3, "gate 3", ()), (2, "gate 2", ()), (1, None, ()), (1, None, ())]


def test_a_new_record_that_was_withdrawn_and_brought_back_can_still_be_taken_back(book: Book):
    record = household(book)
    ACTS["withdraw_household"](book, id=record)

    ACTS["undo"](book)
    assert not look(book, record).gone
    ACTS["undo"](book)

    assert look(book, record).gone


def test_it_is_said_which_act_was_taken_back_and_what_it_was_about(book: Book):
    her = ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record
    homes = [household(book, "HH-001", nickname="blue gate"), household(book, "HH-002")]
    ACTS["record_round"](book, caregiver=her, day="2026-03-02", households=homes)
    ACTS["record_visit"](book, caregiver=her, day="2026-03-03", household=homes[0])
    change(book, homes[0], level=2)
    ACTS["hold_check_in"](
        book, caregiver=her, day="2026-03-04", promises=[{"owner": "supervisor", "what": "ask about the stipend"}]
    )

    said = [ACTS["undo"](book) for _ in range(7)]

    assert [each.sentence for each in said] == [
        "Undone: Record a check-in – Sibongile Ndaba, 4 Mar 2026.",
        "Undone: Change household – HH-001 blue gate.",
        "Undone: Record a visit – Sibongile Ndaba, HH-001 blue gate, 3 Mar 2026.",
        "Undone: Fill in a week sheet – Sibongile Ndaba, HH-001 blue gate, 2 Mar 2026 and 1 more.",
        "Undone: Add a household – HH-002.",
        "Undone: Add a household – HH-001 blue gate.",
        "Undone: Add a caregiver – Sibongile Ndaba.",
    ]
    again = ACTS["undo"](book, save=said[-1].undo)
    assert again.sentence == "Done again: Add a caregiver – Sibongile Ndaba."
    assert ACTS["undo"](book, save=again.undo).sentence == "Undone: Add a caregiver – Sibongile Ndaba."


def test_an_undo_can_be_undone_as_often_as_she_likes(book: Book):
    record = household(book, level=1)
    again = change(book, record, level=2)

    for level in (1, 2, 1, 2):
        again = ACTS["undo"](book, save=again).undo
        assert (look(book, record)["level"], look(book, record).quarrels) == (level, ())


def test_undo_steps_past_a_save_that_was_changed_since_and_says_so(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    older, newer = household(nomvula, "HH-001", level=1), household(nomvula, "HH-002", level=1)
    changed = change(nomvula, newer, level=2)
    send(nomvula, fhatuwani)
    change(fhatuwani, newer, level=3)
    send(fhatuwani, nomvula)

    with pytest.raises(ChangedSince):
        ACTS["undo"](nomvula, save=changed)
    said = ACTS["undo"](nomvula).sentence

    assert said == (
        "Undone: Add a household – HH-001. "
        "“Change household – HH-002” and 1 more save cannot be taken back any more and stay."
    )
    assert look(nomvula, older).gone
    assert look(nomvula, newer)["level"] == 3


def test_undo_steps_past_what_a_colleague_erased_and_names_it_by_its_act_alone(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    older, newer = household(nomvula, "HH-001"), household(nomvula, "HH-002")
    send(nomvula, fhatuwani)
    ACTS["erase"](fhatuwani, id=newer, ground=Ground.MISTAKE)
    send(fhatuwani, nomvula)

    said = ACTS["undo"](nomvula).sentence

    assert said == "Undone: Add a household – HH-001. “Add a household” cannot be taken back any more and stays."
    assert look(nomvula, older).gone


def test_who_takes_back_her_side_of_a_conflict_leaves_the_other_and_no_quarrel(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    record = household(nomvula, level=1)
    send(nomvula, fhatuwani)
    mine = change(nomvula, record, level=2)
    change(fhatuwani, record, level=3)
    send(fhatuwani, nomvula)

    ACTS["undo"](nomvula, save=mine)
    send(nomvula, fhatuwani)

    for book in pair:
        assert (look(book, record)["level"], look(book, record).quarrels) == (3, ())


@pytest.fixture
def settled(pair: Pair, send: Send) -> tuple[str, list[histories.Conflict], int]:
    """A conflict, how it stood, and how the save is numbered by which Nomvula settled it for both."""
    nomvula, fhatuwani = pair
    record = household(nomvula, level=1)
    send(nomvula, fhatuwani)
    change(nomvula, record, level=2)
    change(fhatuwani, record, level=3)
    send(fhatuwani, nomvula)
    stood = histories.conflicts(nomvula)
    save = ACTS["settle"](nomvula, kind="household", id=record, field="level", value=3).undo
    send(nomvula, fhatuwani)
    return record, stood, save


def test_who_takes_back_a_settlement_has_the_conflict_again_as_it_stood_and_so_has_everybody(
    pair: Pair, send: Send, settled: tuple[str, list[histories.Conflict], int]
):
    nomvula, fhatuwani = pair
    record, stood, _ = settled
    shown = [each.fields["level"] for each in stood[0].options]

    said = ACTS["undo"](nomvula).sentence
    send(nomvula, fhatuwani)

    assert said == "Undone: Settle a conflict – HH-001. The conflict stands again."
    for book in pair:
        assert histories.conflicts(book) == stood
        assert look(book, record)["level"] == shown[0]


def test_a_settlement_that_was_taken_back_can_be_made_again_and_taken_back_again(
    pair: Pair, send: Send, settled: tuple[str, list[histories.Conflict], int]
):
    nomvula, fhatuwani = pair
    record, stood, again = settled

    for conflicts, level in ((1, None), (0, 3), (1, None), (0, 3)):
        again = ACTS["undo"](nomvula, save=again).undo
        send(nomvula, fhatuwani)
        for book in pair:
            assert histories.conflicts(book) == stood * conflicts
            assert look(book, record)["level"] == (level or stood[0].options[0].fields["level"])


def test_who_takes_back_a_settlement_and_then_her_side_leaves_the_other_and_no_quarrel(
    pair: Pair, send: Send, settled: tuple[str, list[histories.Conflict], int]
):
    nomvula, fhatuwani = pair
    record, _, _ = settled

    ACTS["undo"](nomvula)
    ACTS["undo"](nomvula)
    send(nomvula, fhatuwani)

    for book in pair:
        assert (look(book, record)["level"], look(book, record).quarrels) == (3, ())


def test_a_side_that_was_changed_before_its_settlement_was_heard_of_does_not_cost_the_other_side(
    pair: Pair, send: Send
):
    nomvula, fhatuwani = pair
    record = household(nomvula, level=1)
    send(nomvula, fhatuwani)
    change(nomvula, record, level=2)
    change(fhatuwani, record, level=3)
    send(fhatuwani, nomvula)
    change(fhatuwani, record, level=4)
    settlement = ACTS["settle"](nomvula, kind="household", id=record, field="level", value=3).undo
    send(fhatuwani, nomvula)

    ACTS["undo"](nomvula, save=settlement)
    send(nomvula, fhatuwani)

    for book in pair:
        (conflict,) = histories.conflicts(book)
        assert sorted(each.fields["level"] for each in conflict.options) == [2, 4]


@pytest.mark.parametrize("last", ["set_aside", "part_from", "lock_out", "erase"])
def test_what_undo_does_not_take_back_is_said_and_nothing_older_is_undone_instead(pair: Pair, send: Send, last: str):
    nomvula, fhatuwani = pair
    home = household(nomvula, "HH-001")
    send(nomvula, fhatuwani)
    older = household(fhatuwani, "HH-002")
    given = {
        "set_aside": {"arrival": 1},
        "part_from": {"partner": "Nomvula"},
        "lock_out": {"laptop": nomvula.laptop},
        "erase": {"id": home, "ground": "recorded_by_mistake"},
    }
    ACTS[last](fhatuwani, **given[last])

    with pytest.raises(UndoStays) as refused:
        ACTS["undo"](fhatuwani)

    assert f"“{ACTS[last].label}”" in str(refused.value)
    assert not look(fhatuwani, older).gone


def test_who_pairs_and_then_undoes_is_told_that_the_partner_stays(pair: Pair, make_book: Callable[..., Book]):
    nomvula, _ = pair
    older = household(nomvula)
    sharing.accept_card(nomvula, trust.my_card(make_book("Mpho Lekalakala"), "Mpho Lekalakala"))

    with pytest.raises(UndoStays, match="“Pair”"):
        ACTS["undo"](nomvula)

    assert not look(nomvula, older).gone


def test_an_undo_does_not_bring_back_what_somebody_took_out_since(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    record = household(nomvula, level=1)
    changed = change(nomvula, record, level=2)
    send(nomvula, fhatuwani)
    ACTS["withdraw_household"](fhatuwani, id=record)
    send(fhatuwani, nomvula)

    with pytest.raises(ChangedSince):
        ACTS["undo"](nomvula, save=changed)

    assert look(nomvula, record).gone


def test_who_takes_back_who_answers_for_the_records_is_told_so(make_book: Callable[..., Book]):
    hers, his = make_book(), make_book("Fhatuwani Netsianda", "coordinator")
    site = questions.own_site(his)
    assert site is not None
    ACTS["change_site"](his, id=site.id, fields={"organisation": "Lesedi Care"})
    card = trust.my_card(his, "Fhatuwani Netsianda")
    sharing.accept_card(hers, card, heard=" ".join(trust.read_card(card)[1]))

    assert ACTS["undo"](hers).sentence.startswith("Undone: Take over who answers for the records")
