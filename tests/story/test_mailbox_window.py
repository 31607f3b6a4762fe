"""Bundles that travel by a mailbox, at the desk: set up on a sheet, fetched and sent beside the work, looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
import sshserver
from cable import Cable
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtNetwork import QNetworkInformation
from PySide6.QtWidgets import QLineEdit
from webdrive import PASSWORD, USER, drive

from caregiver_desk.acts.act import ACTS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.mailboxes import post, setting
from caregiver_desk.sync.mailboxes.setting import Setting
from caregiver_desk.sync.opener import Opener

Open = Callable[[Book], Desk]
FETCH, SET_UP = "Fetch and send", "Set up a mailbox"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A folder of the office."""
    place = tmp_path / "share"
    place.mkdir()
    return place


def address_of(web: Cable) -> str:
    return f"http://127.0.0.1:{web.port}"


@pytest.fixture
def web(tmp_path: Path) -> Iterator[Cable]:
    with drive(tmp_path / "drive") as begun:
        yield begun


@pytest.fixture
def posted(desk: Desk, coordinator: Book, share: Path) -> Desk:
    """Both have the folder of the office as their mailbox, and she sits at her desk."""
    for book in (desk.book, coordinator):
        setting.keep(book, Setting(str(share)))
    return desk.open("sharing")


def letters(place: Path) -> list[Path]:
    return [each for each in place.rglob("*") if each.is_file()]


def over(desk: Desk) -> Desk:
    """Until the round is over and the page says what it did."""
    rounds = desk.window.hands.rounds
    return desk.until(lambda: rounds.far is None and rounds.went is not None).rest()


def disagree(nomvula: Book, fhatuwani: Book, household: str, opener: Opener) -> None:
    """Both write otherwise of one home, after both have it; his word lies in the mailbox."""
    for book in (nomvula, fhatuwani):
        post.go(book, opener, careful=True)
    for book, words in ((nomvula, "blue gate"), (fhatuwani, "green gate")):
        ACTS["change_household"](book, id=household, fields={"nickname": words})
    post.go(fhatuwani, opener, careful=True)


@pytest.mark.usefixtures("coordinator")
def test_nothing_of_a_mailbox_stands_on_the_page_until_somebody_sets_one_up(desk: Desk) -> None:
    assert FETCH not in desk.open("sharing").buttons()
    assert "Mailbox" not in desk.message()
    assert desk.window.links._heard is None


@pytest.mark.usefixtures("coordinator")
def test_a_folder_is_chosen_and_nothing_is_sent_before_she_says_so(desk: Desk, share: Path) -> None:
    desk.answers.folder = share

    told = desk.open("settings").press(SET_UP).message()
    assert "Nobody can read a letter there" in told
    assert "how many letters each box gets, how large, and when" in told
    desk.press("Choose").fill(most="5").press("Set it up")

    desk.until(lambda: FETCH in desk.open("sharing").buttons())
    assert setting.kept(desk.book) == Setting(str(share), most=5)
    assert "Last round\nnone yet" in desk.message()
    assert letters(share) == []


def test_a_round_puts_what_he_lacks_and_opens_what_he_wrote(posted: Desk, coordinator: Book, opener: Opener) -> None:
    assert posted.greens() == [FETCH]
    assert ("Fetch and send the post." in posted.message(), "Make a bundle for" in posted.message()) == (True, False)
    assert "Put there for Fhatuwani Mudau." in over(posted.press(FETCH)).message()

    assert len(post.go(coordinator, opener, careful=True).opened) == 1
    ACTS["record_household"](coordinator, code="HH-404", team=questions.in_order(coordinator, "team")[0].id)
    post.go(coordinator, opener, careful=True)

    told = over(posted.press(FETCH)).message()
    assert "The post was fetched and sent" in told
    assert "Fhatuwani Mudau" in told
    assert "HH-404" in [each["code"] for each in questions.listing(posted.book, "household")]
    assert "The post was fetched and sent" not in posted.press("Done").message()


def test_what_would_need_her_waits_and_opens_in_the_preview(
    posted: Desk, coordinator: Book, programme: Programme, opener: Opener, share: Path
) -> None:
    disagree(posted.book, coordinator, programme.household, opener)

    told = over(posted.press(FETCH)).message()
    assert "Letters that wait for you" in told
    assert "1 thing would need you" in told
    assert questions.get(posted.book, "household", programme.household)["nickname"] == "blue gate"
    assert questions.disputed(posted.book) == []

    told = posted.press("Look at it").message()
    assert "Nothing is changed before you say so." in told
    posted.press("Apply").until(lambda: "Letters that wait for you" not in posted.message())
    assert "Letters that wait for you" not in posted.message()
    assert "Put a receipt beside it" not in posted.buttons(), "the next round answers it"

    over(posted.press("Done").press(FETCH))
    assert post.waiting(posted.book) == []
    assert len(post.go(coordinator, opener, careful=False).opened) == 1
    assert letters(share) == []


def test_letters_wait_for_her_still_when_the_desk_is_opened_again(
    posted: Desk, coordinator: Book, programme: Programme, opener: Opener, open_window: Open
) -> None:
    disagree(posted.book, coordinator, programme.household, opener)
    over(posted.press(FETCH)).close()

    told = open_window(posted.book).open("sharing").message()
    assert "Letters that wait for you" in told
    assert "It came in an earlier round." in told


def test_a_password_that_is_wrong_is_said_in_the_sheet_and_nothing_typed_is_lost(desk: Desk, web: Cable) -> None:
    desk.open("settings").press(SET_UP).press("A web drive")
    desk.fill(address=address_of(web), user=USER, password="wrong").press("Set it up")

    desk.until(lambda: "lets nobody in" in desk.message())
    assert "The mailbox lets nobody in with this name and password" in desk.message()
    assert (desk.typed("address"), desk.typed("user")) == (address_of(web), USER)
    assert setting.kept(desk.book) is None

    desk.fill(password=PASSWORD).press("Set it up").until(lambda: setting.kept(desk.book))
    assert setting.kept(desk.book) == Setting(address_of(web), USER, PASSWORD)


def test_a_file_server_is_known_by_the_key_that_whoever_runs_it_names(desk: Desk, tmp_path: Path) -> None:
    keys, place = tmp_path / "keys", tmp_path / "files"
    sshserver.keys(keys)
    place.mkdir()
    with sshserver.server(keys) as server:
        desk.open("settings").press(SET_UP).press("A file server")
        address = f"sftp://127.0.0.1:{server.port}{place}"
        desk.fill(address=address, user=sshserver.USER, key=str(keys / "own")).press("Set it up")
        shown = f"The server shows the key {sshserver.fingerprint(keys)}."
        assert shown in desk.until(lambda: "It is its key" in desk.buttons()).message()
        assert setting.kept(desk.book) is None

        desk.press("It is its key").until(lambda: setting.kept(desk.book))

    told = {"key": (keys / "own").read_text(), "host_key": sshserver.fingerprint(keys)}
    assert setting.kept(desk.book) == Setting(address, sshserver.USER, **told)


def test_a_password_is_never_shown_again_and_stays_unless_the_place_changes(desk: Desk, web: Cable) -> None:
    setting.keep(desk.book, Setting(address_of(web), USER, PASSWORD))
    desk.open("sharing").press("Change")
    assert desk.typed("password") == ""
    assert PASSWORD not in "".join(each.text() for each in desk.window.findChildren(QLineEdit))

    desk.fill(most="7").press("Keep the changes").until(lambda: getattr(setting.kept(desk.book), "most", 0) == 7)
    assert setting.kept(desk.book) == Setting(address_of(web), USER, PASSWORD, 7)

    desk.rest().press("Change").fill(address="https://elsewhere.example/dav").press("Keep the changes")
    assert "A name goes with a password." in desk.message(), "it goes to nobody but whom it was given for"


def test_a_server_of_another_key_is_given_no_secret_that_another_one_was(desk: Desk) -> None:
    told = Setting("sftp://files.example/letters", USER, PASSWORD, host_key="SHA256:the one that was set up")
    setting.keep(desk.book, told)
    desk.open("sharing").press("Change").fill(host_key="SHA256:another").press("Keep the changes")

    assert "A name goes with a password." in desk.message()
    assert setting.kept(desk.book) == told


def test_a_password_in_the_address_is_asked_for_where_nobody_sees_it(desk: Desk) -> None:
    desk.open("settings").press(SET_UP).press("A web drive")
    desk.fill(address=f"https://{USER}:{PASSWORD}@drive.example/dav").press("Set it up")

    assert "Write name and password below, and not in the address." in desk.message()
    assert setting.kept(desk.book) is None


def test_over_the_wide_network_no_password_goes_in_the_clear(desk: Desk) -> None:
    desk.open("settings").press(SET_UP).press("A web drive")
    desk.fill(address="http://drive.example/dav", user=USER, password=PASSWORD).press("Set it up")

    desk.until(lambda: "https only" in desk.message())
    assert "https only" in desk.message()
    assert "Keep it all the same" not in desk.buttons()


@pytest.mark.usefixtures("coordinator")
def test_a_share_that_is_not_joined_now_may_be_kept_all_the_same(desk: Desk, tmp_path: Path) -> None:
    desk.open("settings").press(SET_UP).press("Set it up")
    assert "This is still needed." in desk.message()
    desk.fill(folder=str(tmp_path / "gone")).press("Set it up").until(lambda: "does not answer" in desk.message())

    desk.press("Keep it all the same").until(lambda: setting.kept(desk.book))
    told = over(desk.open("sharing").press(FETCH)).message()

    assert "The round broke off" in told
    assert "the folder is not there" in told
    assert "It is left alone until" in told


def test_a_mailbox_is_forgotten_when_it_was_said_twice(posted: Desk) -> None:
    posted.press("Change").press("Forget this mailbox")
    assert setting.kept(posted.book)

    posted.press("Yes, forget it and its password").until(lambda: FETCH not in posted.buttons())
    assert setting.kept(posted.book) is None
    assert FETCH not in posted.buttons()


def test_a_round_is_stopped_and_the_desk_goes_on_meanwhile(posted: Desk, share: Path) -> None:
    """The book is held, as it is by anything long: the round waits, and the window does not."""
    go_on, lane = Event(), posted.window.hands.lane
    lane.run(go_on.wait, then=lambda _: None, owner=posted.window)
    rounds = posted.window.hands.rounds
    try:
        posted._click(posted._button(FETCH, posted.page()))
        posted.window.go("households")
        assert rounds.far is not None
        posted.window.go("sharing")
        posted._click(posted._button("Stop", posted.page()))
    finally:
        go_on.set()

    told = over(posted).message()
    assert "Stopped, as you wished. What was opened stays" in told
    assert letters(share) == []
    over(posted.press("Done").press(FETCH))
    assert len(letters(share)) == 1


def test_a_cable_that_is_cut_is_said_and_the_next_round_goes_on_from_there(
    desk: Desk, coordinator: Book, web: Cable, opener: Opener
) -> None:
    for book in (desk.book, coordinator):
        setting.keep(book, Setting(address_of(web), USER, PASSWORD))
        post.go(book, opener, careful=True)
    ACTS["record_household"](coordinator, code="HH-404", team=questions.in_order(coordinator, "team")[0].id)
    post.go(coordinator, opener, careful=True)

    web.down = 4_000  # some of the letter
    told = over(desk.open("sharing").press(FETCH)).message()
    assert "The round broke off" in told
    assert "nothing is lost" in told

    web.mend()
    told = over(desk.press("Done").press(FETCH)).message()
    assert "The post was fetched and sent" in told
    assert questions.count(desk.book, "household") == 3


def test_a_desk_that_is_closed_in_the_middle_of_a_round_loses_nothing(
    posted: Desk, opener: Opener, coordinator: Book
) -> None:
    posted._click(posted._button(FETCH, posted.page()))
    posted.close()

    for book in (posted.book, coordinator):
        post.go(book, opener, careful=True)
    assert questions.count(coordinator, "household") == questions.count(posted.book, "household")


@pytest.mark.usefixtures("coordinator")
def test_what_is_larger_than_may_ever_pass_is_said_with_what_would_let_it(
    posted: Desk, share: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(post, "MB", 1_000)
    setting.keep(posted.book, Setting(str(share), most=1))

    told = over(posted.press(FETCH)).message()
    assert "1 is larger than may pass in one round. Change the mailbox to let" in told
    assert "Nobody lacks anything" not in told
    assert "Nothing to send" not in told


def test_what_nobody_can_open_and_is_gone_from_the_mailbox_is_thrown_away_and_said(posted: Desk) -> None:
    rubbish = post.folder(posted.book) / "rubbish.caredesk"
    rubbish.parent.mkdir()
    rubbish.write_bytes(b"no bundle")

    assert "1 letter that could not be opened was thrown away" in over(posted.press(FETCH)).message()
    assert not rubbish.exists()


@pytest.mark.usefixtures("coordinator")
def test_by_itself_it_goes_when_the_desk_is_opened_and_when_a_link_appears(
    programme: Programme, share: Path, open_window: Open
) -> None:
    setting.keep(programme.book, Setting(str(share), by_itself=True))
    desk = over(open_window(programme.book))
    assert len(letters(share)) == 1
    assert "It also goes by itself when a link appears." in desk.open("sharing").message()

    ACTS["add_caregiver"](programme.book, given_names="Grace")
    desk.window.hands.rounds.forget()
    heard = QNetworkInformation.instance()
    assert heard is desk.window.links._heard
    heard.reachabilityChanged.emit(QNetworkInformation.Reachability.Disconnected)
    assert desk.window.hands.rounds.far is None
    heard.reachabilityChanged.emit(QNetworkInformation.Reachability.Online)

    over(desk)
    assert len(letters(share)) == 2


def test_it_is_asked_for_on_the_sheet_and_taken_back_there(posted: Desk) -> None:
    posted.press("Change").press("Also by itself, when a link appears").press("Keep the changes")
    posted.until(lambda: posted.window.links._heard is not None)
    assert posted.window.links._heard is not None

    posted.rest().press("Change").press("When I press the button").press("Keep the changes")
    posted.until(lambda: posted.window.links._heard is None)
    assert posted.window.links._heard is None


@pytest.mark.usefixtures("coordinator")
def test_keys_alone_set_one_up_and_fetch_the_post(
    desk: Desk, share: Path, record_property: Callable[[str, object], None]
) -> None:
    hands = Keyboard(desk, record_property)
    hands.press("Ctrl+K").write("A mailbox for bundles").press("Return").write(str(share)).press("Ctrl+Return")
    desk.until(lambda: setting.kept(desk.book)).rest()

    desk.open("sharing")
    hands.press("Ctrl+Return")

    over(desk)
    assert len(letters(share)) == 1
    hands.counts("a mailbox set up and the post fetched, beside its address", 5)
