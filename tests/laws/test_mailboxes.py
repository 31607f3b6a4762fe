"""The post loses nothing, whatever is cut, and says nothing of anybody: the same by each carrier."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from carriers import CARRIERS, FAR, Carrier
from msgspec.structs import replace

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import MailboxAway, MailboxRefused, MailboxSleeps, NoMailbox, NotAMailbox, NotUnderstood
from caregiver_desk.store import questions, safely
from caregiver_desk.store.book import Book
from caregiver_desk.sync import seal, stick
from caregiver_desk.sync.mailboxes import post, setting
from caregiver_desk.sync.mailboxes.mailbox import box_of
from caregiver_desk.sync.mailboxes.setting import Setting
from caregiver_desk.sync.opener import Opener

Pair = tuple[Book, Book]
HOMES = 20
MORE = 12_000  # bytes that meeting again and asking may take

everywhere = pytest.mark.parametrize("carrier", CARRIERS, indirect=True)
where_it_can_be_cut = pytest.mark.parametrize("carrier", FAR, indirect=True)


@pytest.fixture
def posted(pair: Pair, carrier: Carrier) -> Pair:
    """Both books have the same mailbox, and she has written what he lacks."""
    for book in pair:
        setting.keep(book, carrier.setting)
    write(pair[0])
    return pair


def write(book: Book, homes: int = HOMES) -> None:
    for number in range(homes):
        ACTS["record_household"](book, team=own_team(book), code=f"HH-{number:03}")


def needed(book: Book) -> Setting:
    return setting.needed(book, now=True)


def go(book: Book, opener: Opener, *, careful: bool = True, now: bool = True) -> post.Round:
    return post.go(book, opener, careful=careful, now=now)


@everywhere
def test_a_round_here_and_a_round_there_bring_all_and_a_receipt_comes_back(
    posted: Pair, opener: Opener, carrier: Carrier
):
    nomvula, fhatuwani = posted

    assert go(nomvula, opener).put == ["Fhatuwani Netsianda"]
    came = go(fhatuwani, opener)
    assert (len(came.opened), came.waits) == (1, [])
    assert questions.count(fhatuwani, "household") == HOMES
    assert len(go(nomvula, opener).opened) == 1
    assert carrier.names() == [], "who has a letter takes it away"
    assert post.waiting(fhatuwani) == []
    again = go(nomvula, opener), go(fhatuwani, opener)
    assert [each.put for each in again] == [[], []], "nobody is sent a receipt of a receipt"


@everywhere
def test_nothing_in_it_says_whose_it_is(posted: Pair, opener: Opener, carrier: Carrier):
    nomvula, fhatuwani = posted
    go(nomvula, opener)

    (letter,) = carrier.names()
    assert letter.startswith(f"{box_of(seal.reading_recipient(fhatuwani.vault.keys.reading))}/")
    for book in posted:
        said = {book.key, book.laptop, book.person, seal.reading_recipient(book.vault.keys.reading)}
        assert not [word for word in said if word in letter]


def test_what_was_put_is_not_put_again_until_something_changes(posted: Pair, opener: Opener, carrier: Carrier):
    nomvula, _ = posted
    go(nomvula, opener)
    assert go(nomvula, opener).put == []

    ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-900")
    assert go(nomvula, opener).put == ["Fhatuwani Netsianda"]
    assert len(carrier.names()) == 2


def two_levels_for_one_home(posted: Pair, opener: Opener) -> None:
    """Both know of it, disagree on its level, and one has sent hers."""
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    go(fhatuwani, opener)
    home = questions.listing(fhatuwani, "household")[0].id
    ACTS["change_household"](nomvula, id=home, fields={"level": 2})
    ACTS["change_household"](fhatuwani, id=home, fields={"level": 4})
    go(nomvula, opener)


def test_a_letter_that_leaves_something_to_a_person_waits_for_one(posted: Pair, opener: Opener):
    _, fhatuwani = posted
    two_levels_for_one_home(posted, opener)

    came = go(fhatuwani, opener)
    assert (came.opened, len(came.waits)) == ([], 1)
    assert questions.disputed(fhatuwani) == []
    assert len(post.waiting(fhatuwani)) == 1
    assert len(go(fhatuwani, opener).waits) == 1, "it lies there and is named until somebody sees to it"

    list(stick.take_in(fhatuwani, post.waiting(fhatuwani), opener))
    after = go(fhatuwani, opener)
    assert (after.waits, after.put) == ([], ["Nomvula Shezi"]), "what was opened by hand is answered too"
    assert go(fhatuwani, opener).put == []
    assert post.waiting(fhatuwani) == []
    assert len(questions.disputed(fhatuwani)) == 1


def test_all_that_waits_is_opened_when_somebody_says_so(posted: Pair, opener: Opener):
    _, fhatuwani = posted
    two_levels_for_one_home(posted, opener)
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


def test_no_more_passes_than_may_and_the_next_round_goes_on_with_the_rest(
    posted: Pair, opener: Opener, monkeypatch: pytest.MonkeyPatch
):
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    go(fhatuwani, opener)
    go(nomvula, opener)
    monkeypatch.setattr(post, "MB", 10_000)
    for book in posted:
        setting.keep(book, replace(needed(book), most=1))
    write(nomvula, 120)

    rounds = [go(nomvula, opener)]
    while rounds[-1].left:
        rounds.append(go(nomvula, opener))
    assert len(rounds) > 1
    assert [each.put for each in rounds] == [["Fhatuwani Netsianda"]] * len(rounds)
    assert all(each.bytes <= 10_000 for each in rounds)
    assert go(nomvula, opener).put == []
    for _ in rounds:
        go(fhatuwani, opener)
    assert questions.count(fhatuwani, "household") == HOMES + 120


def test_a_letter_that_can_never_pass_is_told_with_what_would_let_it(
    posted: Pair, opener: Opener, carrier: Carrier, monkeypatch: pytest.MonkeyPatch
):
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    monkeypatch.setattr(post, "MB", 1_000)
    for book in posted:
        setting.keep(book, replace(needed(book), most=1))

    came = go(fhatuwani, opener)
    assert (came.opened, came.left, came.stuck) == ([], 0, 1)
    ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-900")
    made = go(nomvula, opener)
    assert (made.put, made.left, made.stuck) == ([], 0, 1), "not even a part of it would pass"

    setting.keep(fhatuwani, replace(needed(fhatuwani), most=came.needs))
    assert len(go(fhatuwani, opener).opened) == 1
    assert len(carrier.names()) == 0


def test_a_letter_that_was_refused_before_is_known_from_one_that_comes(posted: Pair, opener: Opener, home: Path):
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    (box,) = (home / "drive").iterdir()
    (box / "broken.caredesk").write_bytes(b"no bundle")

    came, again = go(fhatuwani, opener), go(fhatuwani, opener)
    assert [one.path in came.earlier for one in came.waits] == [False]
    assert [one.path in again.earlier for one in again.waits] == [True]


def test_a_letter_that_came_damaged_is_taken_again_while_the_box_has_it(posted: Pair, opener: Opener, home: Path):
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    (letter,) = (home / "drive").glob("*/*.caredesk")
    whole = letter.read_bytes()
    letter.write_bytes(whole[:-1] + bytes(1))
    rounds = [go(fhatuwani, opener) for _ in range(2)]
    assert [(len(each.opened), len(each.waits)) for each in rounds] == [(0, 1), (0, 1)]
    letter.write_bytes(whole)

    came = go(fhatuwani, opener)
    assert (len(came.opened), came.waits) == (1, [])
    assert questions.count(fhatuwani, "household") == HOMES
    assert not letter.exists()


def test_what_nobody_here_can_open_stays_no_longer_than_in_the_box(posted: Pair, opener: Opener, home: Path):
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    (whole,) = (home / "drive").glob("*/*.caredesk")
    rubbish = whole.with_name("rubbish.caredesk")
    rubbish.write_bytes(b"no bundle")
    assert len(go(fhatuwani, opener).waits) == 1
    rubbish.unlink()

    assert (go(fhatuwani, opener).dropped, post.waiting(fhatuwani)) == (1, [])
    assert go(fhatuwani, opener).dropped == 0


def test_what_came_damaged_never_keeps_another_letter_away(
    posted: Pair, opener: Opener, home: Path, monkeypatch: pytest.MonkeyPatch
):
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    (letter,) = (home / "drive").glob("*/*.caredesk")
    monkeypatch.setattr(post, "MB", letter.stat().st_size)
    setting.keep(fhatuwani, replace(needed(fhatuwani), most=1))
    whole = letter.rename(home / "whole")
    (letter.parent / "0.caredesk").write_bytes(b"no bundle")
    go(fhatuwani, opener)
    whole.rename(letter)

    came = go(fhatuwani, opener)
    assert len(came.opened) == 1
    assert len(came.waits) == 1, "it is named as long as it lies there"


def test_a_clock_that_was_wrong_keeps_no_mailbox_asleep(posted: Pair, opener: Opener, home: Path):
    nomvula, _ = posted
    (home / "drive").rename(home / "away")
    clock.shift(timedelta(days=1))
    with pytest.raises(MailboxAway):
        go(nomvula, opener)
    with pytest.raises(MailboxSleeps):
        go(nomvula, opener, now=False)

    clock.shift(timedelta(0))
    with pytest.raises(MailboxAway):
        go(nomvula, opener, now=False)


def test_foreign_files_in_a_box_are_left_alone(posted: Pair, opener: Opener, home: Path):
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    (box,) = (home / "drive").iterdir()
    (box / "holiday.jpg").write_bytes(b"no bundle")
    (box / "broken.caredesk").write_bytes(b"no bundle either")

    came = go(fhatuwani, opener)
    assert questions.count(fhatuwani, "household") == HOMES
    assert [one.path.name for one in came.waits] == ["broken.caredesk"]
    assert (box / "holiday.jpg").exists()


def test_a_book_without_one_asks_nothing_of_anybody(book: Book, opener: Opener):
    with pytest.raises(NoMailbox):
        go(book, opener)


@where_it_can_be_cut
@pytest.mark.parametrize("share", [0.1, 0.6])
def test_a_cut_while_a_letter_comes_down_goes_on_from_there(
    posted: Pair, opener: Opener, carrier: Carrier, share: float
):
    nomvula, fhatuwani = posted
    go(nomvula, opener)
    cable = carrier.cable
    cable.wait()
    mailbox, before = setting.mailbox(carrier.setting), cable.came
    (letter,) = mailbox.letters(box_of(seal.reading_recipient(fhatuwani.vault.keys.reading)))
    mailbox.close()
    cable.wait()

    cable.down = cable.came - before + int(letter.size * share)  # the listing comes first
    with pytest.raises(MailboxAway):
        go(fhatuwani, opener)
    assert questions.count(fhatuwani, "household") == 0
    with pytest.raises(MailboxSleeps):
        go(fhatuwani, opener, now=False)

    cable.wait()
    cable.mend()
    came, begun = cable.came, sum(part.stat().st_size for part in post.folder(fhatuwani).glob("*"))
    assert len(go(fhatuwani, opener).opened) == 1
    assert questions.count(fhatuwani, "household") == HOMES
    assert cable.came - came < letter.size - begun + MORE, "what had come is not asked for again"


@pytest.mark.parametrize("carrier", ["a web drive", "a bucket"], indirect=True)
def test_a_wrong_password_is_a_sentence(pair: Pair, opener: Opener, carrier: Carrier):
    nomvula, _ = pair
    setting.keep(nomvula, replace(carrier.setting, password="wrong"))
    with pytest.raises(MailboxRefused):
        go(nomvula, opener)
    with pytest.raises(MailboxSleeps):
        go(nomvula, opener, now=False)  # an account that is knocked at too often may be locked


@pytest.mark.parametrize("address", ["http://example.org/dav", "s3+http://example.org/bucket"])
def test_over_a_wide_network_nothing_goes_in_the_clear(address: str):
    with pytest.raises(NotAMailbox, match="https only"):
        setting.mailbox(Setting(address, "post", "word"))


@pytest.mark.parametrize(
    "address",
    [
        "https://post:secret@drive.example/dav",
        "sftp://post@files.example/letters",
        "https://drive.example:abc/dav",
        "https://[bad/dav",
        "sftp://files.example:abc/letters",
        "https:///dav",
        f"https://{'x' * 64}.example/dav",
        "ftp://files.example/letters",
    ],
)
def test_an_address_that_nobody_can_read_or_everybody_could_too_much_is_not_kept(book: Book, address: str):
    for refuses in (lambda told: setting.keep(book, told), setting.mailbox):
        with pytest.raises(NotUnderstood, match="Address"):
            refuses(Setting(address))
    assert setting.kept(book) is None


@pytest.mark.parametrize("other", [{"address": "sftp://other.example"}, {"user": "n"}, {"host_key": "SHA256:b"}])
def test_secrets_go_to_no_other_place_name_or_server(other: dict[str, str]):
    before = Setting("sftp://files.example", "post", "only for the tests", key="only mine", host_key="SHA256:a")
    asked = replace(before, password="", key="")

    assert asked.instead_of(before) == before
    assert replace(asked, **other).instead_of(before) == replace(asked, **other)


def test_a_password_stands_nowhere_in_the_clear(pair: Pair):
    nomvula, _ = pair
    told = Setting("https://drive.example/dav", "post", "only for the tests", key="only mine")
    setting.keep(nomvula, told)

    with nomvula.reading() as cursor:
        cursor.execute("SELECT value FROM about WHERE name = 'mailbox'")
        (sealed,) = cursor.fetchone() or ("",)
    assert sealed
    assert [word for word in ("only", "drive.example") if word in sealed] == []
    assert setting.kept(nomvula) == told
