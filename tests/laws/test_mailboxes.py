"""A mailbox loses nothing, whatever is cut, and says nothing of anybody: the same on a folder and on a web drive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from webdrive import PASSWORD, USER, Drive, drive

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import MailboxAway, MailboxRefused, MailboxSleeps, NoMailbox, NotAMailbox
from caregiver_desk.store import questions, safely
from caregiver_desk.store.book import Book
from caregiver_desk.sync import seal, stick
from caregiver_desk.sync.mailboxes import post, setting
from caregiver_desk.sync.mailboxes.mailbox import box_of
from caregiver_desk.sync.mailboxes.setting import Setting
from caregiver_desk.sync.opener import Opener

Pair = tuple[Book, Book]
HOMES = 20


@pytest.fixture
def web(home: Path) -> Iterator[Drive]:
    with drive(home / "drive") as begun:
        yield begun


@pytest.fixture(params=["a folder", "a web drive"])
def posted(pair: Pair, home: Path, request: pytest.FixtureRequest) -> Pair:
    """Both books have the same mailbox, and she has written what he lacks."""
    if request.param == "a folder":
        (home / "drive").mkdir()
        told = Setting(str(home / "drive"))
    else:
        told = Setting(request.getfixturevalue("web").address, USER, PASSWORD)
    for book in pair:
        setting.keep(book, told)
    for number in range(HOMES):
        ACTS["record_household"](pair[0], team=own_team(pair[0]), code=f"HH-{number:03}")
    return pair


def go(book: Book, opener: Opener, *, careful: bool = True, now: bool = True) -> post.Round:
    return post.go(book, opener, careful=careful, now=now)


def letters(home: Path) -> list[Path]:
    return sorted(path for path in (home / "drive").rglob("*") if path.is_file())


def test_a_round_here_and_a_round_there_bring_all_and_a_receipt_comes_back(posted: Pair, opener: Opener, home: Path):
    nomvula, fhatuwani = posted

    assert go(nomvula, opener).put == ["Fhatuwani Netsianda"]
    came = go(fhatuwani, opener)
    assert (len(came.opened), came.waits) == (1, [])
    assert questions.count(fhatuwani, "household") == HOMES
    assert len(go(nomvula, opener).opened) == 1
    assert letters(home) == [], "who has a letter takes it away"
    assert post.waiting(fhatuwani) == []
    again = go(nomvula, opener), go(fhatuwani, opener)
    assert [each.put for each in again] == [[], []], "nobody is sent a receipt of a receipt"


def test_nothing_in_it_says_whose_it_is(posted: Pair, opener: Opener, home: Path):
    nomvula, fhatuwani = posted
    go(nomvula, opener)

    (letter,) = letters(home)
    assert letter.parent.name == box_of(seal.reading_recipient(fhatuwani.vault.keys.reading))
    for book in posted:
        said = {book.key, book.laptop, book.person, seal.reading_recipient(book.vault.keys.reading)}
        assert not [word for word in said if word in str(letter)]


def test_what_was_put_is_not_put_again_until_something_changes(posted: Pair, opener: Opener, home: Path):
    nomvula, _ = posted
    go(nomvula, opener)
    assert go(nomvula, opener).put == []

    ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-900")
    assert go(nomvula, opener).put == ["Fhatuwani Netsianda"]
    assert len(letters(home)) == 2


def test_a_letter_that_leaves_something_to_a_person_waits_for_one(posted: Pair, opener: Opener):
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    go(fhatuwani, opener)
    home = questions.listing(fhatuwani, "household")[0].id
    ACTS["change_household"](nomvula, id=home, fields={"level": 2})
    ACTS["change_household"](fhatuwani, id=home, fields={"level": 4})
    go(nomvula, opener)

    came = go(fhatuwani, opener)
    assert (came.opened, len(came.waits)) == ([], 1)
    assert questions.disputed(fhatuwani) == []
    assert len(post.waiting(fhatuwani)) == 1
    assert len(go(fhatuwani, opener).waits) == 1, "it lies there and is named until somebody sees to it"

    list(stick.take_in(fhatuwani, post.waiting(fhatuwani), opener))
    assert go(fhatuwani, opener).waits == []
    assert post.waiting(fhatuwani) == []
    assert len(questions.disputed(fhatuwani)) == 1


def test_all_that_waits_is_opened_when_somebody_says_so(posted: Pair, opener: Opener):
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    go(fhatuwani, opener)
    home_visited = questions.listing(fhatuwani, "household")[0].id
    ACTS["change_household"](nomvula, id=home_visited, fields={"level": 2})
    ACTS["change_household"](fhatuwani, id=home_visited, fields={"level": 4})
    go(nomvula, opener)
    go(fhatuwani, opener)

    assert len(go(fhatuwani, opener, careful=False).opened) == 1
    assert post.waiting(fhatuwani) == []
    assert len(questions.disputed(fhatuwani)) == 1


def test_what_began_to_come_of_a_letter_that_is_gone_is_forgotten(posted: Pair, opener: Opener):
    _, fhatuwani = posted
    safely.folder(post.folder(fhatuwani))
    begun = post.folder(fhatuwani) / "gone.caredesk.part"
    begun.write_bytes(b"the first bytes")

    go(fhatuwani, opener)
    assert not begun.exists()


def test_no_more_passes_than_may_and_the_rest_waits(posted: Pair, opener: Opener):
    nomvula, fhatuwani = posted
    told = setting.kept(nomvula)
    assert told
    setting.keep(nomvula, Setting(told.address, told.user, told.password, most=1))
    walk = post._Walk(nomvula, setting.mailbox(told), opener, 1_000, lambda _: None)
    walk.put()

    assert (walk.told.put, walk.told.left) == ([], 1)
    assert go(nomvula, opener).put == ["Fhatuwani Netsianda"]
    assert len(go(fhatuwani, opener).opened) == 1


def test_foreign_files_in_a_box_are_left_alone(posted: Pair, opener: Opener, home: Path):
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    box = letters(home)[0].parent
    (box / "holiday.jpg").write_bytes(b"no bundle")
    (box / "broken.caredesk").write_bytes(b"no bundle either")

    came = go(fhatuwani, opener)
    assert questions.count(fhatuwani, "household") == HOMES
    assert [one.path.name for one in came.waits] == ["broken.caredesk"]
    assert (box / "holiday.jpg").exists()


def test_a_book_without_one_asks_nothing_of_anybody(book: Book, opener: Opener):
    with pytest.raises(NoMailbox):
        go(book, opener)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.4, 0.8, 0.97])
def test_a_cut_while_a_letter_comes_down_goes_on_from_there(pair: Pair, opener: Opener, web: Drive, share: float):
    nomvula, fhatuwani = pair
    for book in pair:
        setting.keep(book, Setting(web.address, USER, PASSWORD))
    for number in range(HOMES):
        ACTS["record_household"](nomvula, team=own_team(nomvula), code=f"HH-{number:03}")
    go(nomvula, opener)
    size = max(path.stat().st_size for path in web.folder.rglob("*.caredesk"))

    web.left = int(size * share) + 900  # the listing comes first
    with pytest.raises(MailboxAway):
        go(fhatuwani, opener)
    assert questions.count(fhatuwani, "household") == 0
    with pytest.raises(MailboxSleeps):
        go(fhatuwani, opener, now=False)

    web.left, before = 1 << 40, web.passed
    assert len(go(fhatuwani, opener).opened) == 1
    assert questions.count(fhatuwani, "household") == HOMES
    assert web.passed - before < size * (1 - share) + 12_000, "what had come is not asked for again"


def test_a_wrong_password_and_another_kind_of_server_are_sentences(pair: Pair, opener: Opener, web: Drive):
    nomvula, _ = pair
    setting.keep(nomvula, Setting(web.address, USER, "wrong"))
    with pytest.raises(MailboxRefused):
        go(nomvula, opener)
    with pytest.raises(NotAMailbox, match="https only"):
        setting.mailbox(Setting("http://example.org/dav", USER, PASSWORD))


def test_a_password_stands_nowhere_in_the_clear(pair: Pair):
    nomvula, _ = pair
    setting.keep(nomvula, Setting("https://drive.example/dav", USER, PASSWORD))

    with nomvula.reading() as cursor:
        cursor.execute("SELECT value FROM about WHERE name = 'mailbox'")
        (sealed,) = cursor.fetchone() or ("",)
    assert sealed
    assert PASSWORD not in sealed
    assert "drive.example" not in sealed
    assert setting.kept(nomvula) == Setting("https://drive.example/dav", USER, PASSWORD)
