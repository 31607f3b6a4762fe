"""Monthly returns: counts go up, once, and nothing that anybody said goes with them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing.returns import Month, missing, told
from caregiver_desk.errors import NotUnderstood, NoWritePath, UndoStays
from caregiver_desk.practice.sharing.returns import field_of
from caregiver_desk.practice.sharing.returns import told as step_told
from caregiver_desk.practice.wellbeing.taxonomy import group_of
from caregiver_desk.records import journal
from caregiver_desk.records.wellbeing.wellbeing import StressorCode
from caregiver_desk.reports.sharing.returns import blocks, in_a_line
from caregiver_desk.store import book as books
from caregiver_desk.store import ledger, partners, questions, vault
from caregiver_desk.store.book import Book
from caregiver_desk.sync import making
from caregiver_desk.sync.contents import in_a_line as contents_in_a_line
from caregiver_desk.sync.exchange import Looked
from caregiver_desk.trainer.calendar import standing_on

acts.load()
MAY, JUNE = date(2026, 5, 20), date(2026, 6, 3)
Send = Callable[..., Looked | None]
Burdens = list[tuple[int, str]]  # which caregiver, and a code


def team_heard(book: Book, number: int, burdens: Burdens, day: date = MAY) -> list[str]:
    """So many caregivers, each heard on a day, and what weighed on some of them."""
    with standing_on(day):
        since = day.replace(day=1)
        who = [ACTS["add_caregiver"](book, given_names=f"Name{n}", since=since).record for n in range(number)]
        for caregiver in who:
            ACTS["hold_check_in"](book, caregiver=caregiver, day=day)
        for n, code in burdens:
            ACTS["record_burden"](book, caregiver=who[n], codes=[code], severity=2)
    return who


def late(number: int) -> Burdens:
    """So many to whom a stipend came late."""
    return [(n, "O1") for n in range(number)]


def made(book: Book, month: date = MAY) -> str:
    with standing_on(JUNE):
        return ACTS["make_monthly_return"](book, month=month).sentence


def of_her_team(book: Book) -> list[Month]:
    return told(book)[questions.listing(book, "monthly_return")[0]["team"]]


def test_what_five_of_six_said_goes_up_and_what_four_said_does_not(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    team_heard(nomvula, 6, [*late(5), (0, "W1"), (1, "W1"), (2, "W2"), (3, "W7")])

    assert made(nomvula) == "Return made: May 2026, North. It goes with the next bundle."
    send(nomvula, fhatuwani)

    (month,) = of_her_team(fhatuwani)
    assert (month.heard, month.figures) == (6, {"weighs_organisation": 5})
    assert of_her_team(nomvula) == [month]
    assert questions.listing(fhatuwani, "stressor") == []
    assert "Organisation 5 or more; all other groups fewer than 5" in in_a_line(month)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)
@given(data=st.data(), number=st.integers(1, 12))
def test_whatever_is_said_no_more_rises_than_the_rule_allows(
    make_book: Callable[..., Book], data: st.DataObject, number: int
):
    book = make_book()
    said = st.lists(st.tuples(st.integers(0, number - 1), st.sampled_from(["O1", "O4", "W1", "P2", "S1"])), max_size=30)
    burdens = data.draw(said)
    team_heard(book, number, burdens)

    made(book)

    (month,) = of_her_team(book)
    people: dict[str, set[int]] = {}
    for n, code in burdens:
        people.setdefault(field_of("weighs", group_of(StressorCode(code))), set()).add(n)
    expected = {name: step for name, those in people.items() if (step := step_told(len(those), number))}
    assert month.figures == expected
    assert lines_of(book) == {"team", "month", "made", "height", "heard", *expected}


def lines_of(book: Book) -> set[str]:
    """The fields that stand in the journal of monthly returns, whatever is shown of them."""
    with book.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE json_extract(body, '$.kind') = 'monthly_return'")
        read = [journal.read(body.encode()) for (body,) in cursor.fetchall()]
    return {name for line in read if line for name in line.fields}


def test_a_month_that_is_not_over_is_refused_in_words(book: Book):
    team_heard(book, 6, late(6))

    with standing_on(MAY), pytest.raises(NotUnderstood, match="not over yet"):
        ACTS["make_monthly_return"](book, month=MAY)
    assert questions.listing(book, "monthly_return") == []


def test_a_month_in_which_nobody_was_heard_has_no_return(book: Book):
    team_heard(book, 6, late(6))

    with standing_on(JUNE), pytest.raises(NotUnderstood, match="heard nobody"):
        ACTS["make_monthly_return"](book, month=date(2026, 4, 1))


def test_the_first_return_of_a_month_stands_whatever_comes_later(book: Book):
    who = team_heard(book, 6, late(4))
    made(book)
    (before,) = of_her_team(book)
    with standing_on(MAY):  # as when another laptop's lines arrive late
        ACTS["record_burden"](book, caregiver=who[4], codes=["O1"], severity=2)

    assert made(book) == "The return of May 2026 for North is made already. It stays as it is."
    assert of_her_team(book) == [before]
    assert before.figures == {}


def test_it_cannot_be_taken_back_and_made_again(book: Book):
    team_heard(book, 6, late(5))
    made(book)

    with pytest.raises(UndoStays, match="Make a monthly return"):
        ACTS["undo"](book)

    assert len(questions.listing(book, "monthly_return")) == 1


def test_two_laptops_that_did_not_know_of_each_other_say_together_what_the_greater_says(
    book: Book, introduced: Callable[[Book, Book], None], home: Path, send: Send
):
    who = team_heard(book, 6, late(4))
    introduced(book, book)
    book.seal()
    shutil.copytree(book.vault.folder, home / "other")
    made(book)
    book.seal()
    other = books.resume(vault.reopen(home / "other", book.vault.keys))
    with standing_on(MAY):
        ACTS["record_burden"](other, caregiver=who[4], codes=["O1"], severity=2)
    made(other)

    send(other, book)

    (month,) = of_her_team(book)
    assert len(questions.listing(book, "monthly_return")) == 2
    assert (month.heard, month.figures) == (6, {"weighs_organisation": 5})
    other.vault.close()


def test_a_laptop_that_knows_of_a_return_makes_none_of_its_own(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    team_heard(nomvula, 6, late(5))
    with standing_on(JUNE):
        assert [each.figures for each in missing(nomvula)] == [{"weighs_organisation": 5}]
    made(nomvula)

    with standing_on(JUNE):
        assert missing(nomvula) == []
        send(nomvula, fhatuwani)
        assert missing(fhatuwani) == []


def test_an_office_that_heard_nobody_of_a_team_makes_no_return_of_it(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    team_heard(nomvula, 6, late(5))
    send(nomvula, fhatuwani)

    with standing_on(JUNE), pytest.raises(NotUnderstood, match="heard nobody"):
        ACTS["make_monthly_return"](fhatuwani, month=MAY, team=own_team(nomvula))

    made(nomvula)
    send(nomvula, fhatuwani)
    with standing_on(JUNE):
        said = ACTS["make_monthly_return"](fhatuwani, month=MAY, team=own_team(nomvula)).sentence
    assert "is made already" in said


def test_a_team_that_somebody_else_has_now_is_refused(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], send: Send
):
    nomvula, fhatuwani = pair
    team_heard(nomvula, 6, late(5))
    mpho = make_book("Mpho Lekalakala")
    introduced(mpho, fhatuwani)
    send(mpho, fhatuwani)
    send(nomvula, fhatuwani)
    ACTS["hand_over_team"](fhatuwani, team=own_team(nomvula), to=mpho.laptop, leaves=True)
    send(fhatuwani, nomvula)

    with pytest.raises(NoWritePath):
        made(nomvula)


def test_who_works_in_another_team_on_the_day_is_not_counted_here(book: Book):
    who = team_heard(book, 6, late(6))
    (engaged,) = questions.listing(book, "engagement", {"person": who[0]})
    ACTS["change_engagement"](book, id=engaged.id, fields={"until": "2026-05-10"})

    made(book)

    (month,) = of_her_team(book)
    assert (month.heard, month.figures) == (5, {})
    assert "5 or fewer were heard, so nothing is counted" in in_a_line(month)


def test_it_is_said_before_what_the_bundle_holds_of_it(pair: tuple[Book, Book]):
    nomvula, _ = pair
    team_heard(nomvula, 6, late(5))
    made(nomvula)
    (partner,) = partners.known(nomvula)

    assert "1 monthly return (May 2026): counts of what weighs, no names" in contents_in_a_line(
        making.look(nomvula, partner)
    )


def test_months_without_a_return_are_shown_as_such_and_teams_by_their_names(book: Book):
    team_heard(book, 6, late(5))
    made(book)

    (block,) = blocks(book, JUNE)

    assert block.name == "North"
    assert [(row.first.month, row.month is not None) for row in block.rows] == [
        (5, True),
        (4, False),
        (3, False),
        (2, False),
        (1, False),
        (12, False),
    ]


def test_what_eased_soon_is_told_when_it_did(book: Book):
    who = team_heard(book, 6, late(5), date(2026, 4, 20))
    with standing_on(MAY):
        for caregiver in who:
            ACTS["hold_check_in"](book, caregiver=caregiver, day=MAY)
        for each in questions.listing(book, "stressor"):
            ACTS["change_stressor"](book, id=each.id, fields={"state": "eased"})

    made(book)

    (month,) = of_her_team(book)
    assert month.figures == {"eased_organisation": 5}


def test_no_return_is_made_while_nobody_knows_what_day_it_is(book: Book):
    team_heard(book, 6, late(5))
    clock.doubt(MAY)

    with pytest.raises(NotUnderstood, match="not over yet"):
        ACTS["make_monthly_return"](book, month=MAY)


def test_a_rebuilt_book_says_the_same(book: Book):
    team_heard(book, 6, late(5))
    made(book)
    (before,) = of_her_team(book)

    ledger.rebuild(book)

    (after,) = of_her_team(book)
    assert after._replace(team=before.team) == before


def test_what_weighs_on_who_was_not_heard_is_in_no_return_of_those_who_were(pair: tuple[Book, Book]):
    """Six were heard and said nothing of it; of five others it was written down without a talk."""
    nomvula, _ = pair
    team_heard(nomvula, 6, [])
    with standing_on(MAY):
        since = MAY.replace(day=1)
        others = [ACTS["add_caregiver"](nomvula, given_names=f"Other{n}", since=since).record for n in range(5)]
        for caregiver in others:
            ACTS["record_burden"](nomvula, caregiver=caregiver, codes=["O1"], severity=2)

    made(nomvula)

    (month,) = of_her_team(nomvula)
    assert (month.heard, dict(month.figures)) == (6, {})
