"""The owner of a copied book says which branch goes on: it is said again under her new laptop id."""

from __future__ import annotations

import pytest
from twins import Copy, Send, household, introduce

from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NoFork, NotUnderstood, NotYourBranch
from caregiver_desk.store import branches, checking, histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.branches import Branch
from caregiver_desk.store.decisions import Holds, What, decisions


@pytest.fixture
def met(pair: tuple[Book, Book], twin_of: Copy, send: Send) -> tuple[Book, Book, str]:
    """Her book after it heard of its copy, her coordinator's, and the laptop id that both copies wrote under."""
    nomvula, fhatuwani = pair
    introduce(nomvula, nomvula)
    ACTS["change_household"](nomvula, id=household(nomvula, "HH-BEFORE"), fields={"level": 1})
    laptop, twin = nomvula.laptop, twin_of(nomvula)
    for book, here, level in ((nomvula, "HERE", 2), (twin, "THERE", 3)):
        ACTS["change_household"](book, id=household(book, f"HH-{here}"), fields={"level": level})
        ACTS["change_household"](book, id=before(book), fields={"level": level})
        send(book, fhatuwani)
    send(twin, nomvula)
    return nomvula, fhatuwani, laptop


def before(book: Book) -> str:
    """The household of before the fork."""
    (leaf,) = questions.listing(book, "household", {"code": "HH-BEFORE"})
    return leaf.id


def shown(book: Book) -> dict[str, int]:
    return {leaf["code"]: leaf["level"] for leaf in questions.listing(book, "household")}


def test_a_book_that_hears_of_its_copy_goes_on_under_a_new_laptop_id_at_once(met: tuple[Book, Book, str]):
    nomvula, _, laptop = met

    assert nomvula.laptop != laptop
    household(nomvula, "HH-LATER")
    assert shown(nomvula) == {"HH-BEFORE": 1, "HH-LATER": None}
    assert checking.check(nomvula) == []


def test_a_copy_that_is_only_looked_at_changes_no_laptop_id(pair: tuple[Book, Book], twin_of: Copy, send: Send):
    nomvula, _ = pair
    introduce(nomvula, nomvula)
    laptop, twin = nomvula.laptop, twin_of(nomvula)
    household(nomvula, "HH-HERE")
    household(twin, "HH-THERE")

    looked = send(twin, nomvula, keep=False)

    assert looked is not None
    assert looked.received.forks
    assert nomvula.laptop == laptop
    assert shown(nomvula) == {"HH-HERE": None}


@pytest.mark.parametrize(
    ("branch", "kept"),
    [("journal", {"HH-BEFORE": 2, "HH-HERE": 2}), ("other", {"HH-BEFORE": 3, "HH-THERE": 3})],
)
def test_the_branch_that_its_owner_keeps_is_shown_wherever_the_fork_is_known(
    met: tuple[Book, Book, str], send: Send, branch: str, kept: dict[str, int]
):
    nomvula, fhatuwani, laptop = met

    ACTS["keep_branch"](nomvula, laptop=laptop, branch=branch)
    send(nomvula, fhatuwani)

    for book in (nomvula, fhatuwani):
        assert shown(book) == kept
        assert checking.check(book) == []


def test_what_is_kept_says_which_line_it_comes_from_and_who_wrote_it(met: tuple[Book, Book, str]):
    nomvula, _, laptop = met
    ACTS["keep_branch"](nomvula, laptop=laptop, branch="other")

    *lines, last = histories.history(nomvula, "household", before(nomvula))

    assert last.origin is not None
    (first,) = [entry for entry in lines if entry.tag == last.origin.line]
    assert (first.laptop, first.counts, dict(first.fields)) == (laptop, False, {"level": 3})
    assert (last.laptop, last.counts, dict(last.fields)) == (nomvula.laptop, True, {"level": 3})


def test_both_branches_can_be_kept_and_where_they_disagree_there_is_a_conflict_to_settle(
    met: tuple[Book, Book, str], send: Send
):
    nomvula, fhatuwani, laptop = met
    for branch in Branch:
        ACTS["keep_branch"](nomvula, laptop=laptop, branch=branch)
    send(nomvula, fhatuwani)

    for book in (nomvula, fhatuwani):
        assert shown(book).keys() == {"HH-BEFORE", "HH-HERE", "HH-THERE"}
        (conflict,) = histories.conflicts(book)
        assert {option.fields["level"] for option in conflict.options} == {2, 3}


def test_that_a_branch_was_kept_is_told_as_a_decision_in_every_book_that_knows_of_the_fork(
    met: tuple[Book, Book, str], send: Send
):
    nomvula, fhatuwani, laptop = met
    assert [each for each in decisions(nomvula) if each.what is What.BRANCH] == []
    ACTS["keep_branch"](nomvula, laptop=laptop, branch="other")
    send(nomvula, fhatuwani)

    for book in (nomvula, fhatuwani):
        (told,) = [each for each in decisions(book) if each.what is What.BRANCH]
        assert (told.subject, len(told.records), told.holds) == (laptop, 2, Holds.YES)


def test_kept_twice_is_kept_once_and_what_she_changed_since_is_not_overwritten(met: tuple[Book, Book, str]):
    nomvula, _, laptop = met
    ACTS["keep_branch"](nomvula, laptop=laptop, branch="other")
    ACTS["change_household"](nomvula, id=before(nomvula), fields={"level": 4})

    assert ACTS["keep_branch"](nomvula, laptop=laptop, branch="other").undo == 0
    assert shown(nomvula) == {"HH-BEFORE": 4, "HH-THERE": 3}


def test_what_a_colleague_changed_on_a_branch_before_the_fork_was_known_stands(
    pair: tuple[Book, Book], twin_of: Copy, send: Send
):
    nomvula, fhatuwani = pair
    introduce(nomvula, nomvula)
    laptop, twin = nomvula.laptop, twin_of(nomvula)
    record = household(nomvula, "HH-HERE")
    send(nomvula, fhatuwani)
    ACTS["change_household"](fhatuwani, id=record, fields={"code": "HH-BETTER"})
    household(twin, "HH-THERE")
    for sender, receiver in ((twin, nomvula), (fhatuwani, nomvula)):
        send(sender, receiver)

    ACTS["keep_branch"](nomvula, laptop=laptop, branch="journal")

    assert shown(nomvula).keys() == {"HH-BETTER"}


def test_a_withdrawal_on_the_branch_that_is_kept_withdraws(pair: tuple[Book, Book], twin_of: Copy, send: Send):
    nomvula, _ = pair
    introduce(nomvula, nomvula)
    record = household(nomvula, "HH-BEFORE")
    laptop, twin = nomvula.laptop, twin_of(nomvula)
    household(nomvula, "HH-HERE")
    ACTS["change_household"](twin, id=record, fields={"level": 2})
    ACTS["withdraw_household"](twin, id=record)
    send(twin, nomvula)
    assert shown(nomvula) == {"HH-BEFORE": None}

    ACTS["keep_branch"](nomvula, laptop=laptop, branch="other")

    assert shown(nomvula) == {}
    assert checking.check(nomvula) == []


def test_only_the_owner_of_a_laptop_keeps_a_branch_and_only_of_a_fork(met: tuple[Book, Book, str]):
    nomvula, fhatuwani, laptop = met

    with pytest.raises(NotYourBranch):
        ACTS["keep_branch"](fhatuwani, laptop=laptop, branch="other")
    with pytest.raises(NoFork):
        ACTS["keep_branch"](nomvula, laptop=nomvula.laptop, branch="other")
    with pytest.raises(NotUnderstood):
        ACTS["keep_branch"](nomvula, laptop=laptop, branch="both")


def test_a_fork_whose_owner_kept_a_branch_is_told_no_more(met: tuple[Book, Book, str], send: Send):
    nomvula, fhatuwani, laptop = met
    assert [(fork.laptop, fork.mine) for book in met[:2] for fork in branches.forks(book)] == [
        (laptop, True),
        (laptop, False),
    ]

    ACTS["keep_branch"](nomvula, laptop=laptop, branch="other")
    send(nomvula, fhatuwani)

    assert branches.forks(nomvula) == branches.forks(fhatuwani) == []
