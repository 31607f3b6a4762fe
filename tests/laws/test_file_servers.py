"""A server for files is believed by its key alone, and whoever comes there by hers."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sshserver
from carriers import Carrier
from msgspec.structs import replace
from paramiko import AUTH_SUCCESSFUL, Ed25519Key, ServerInterface, Transport

from caregiver_desk.errors import MailboxHost, MailboxKey, MailboxRefused, NotAMailbox, OtherMailboxHost
from caregiver_desk.sync.mailboxes import setting
from caregiver_desk.sync.mailboxes.setting import Setting

pytestmark = pytest.mark.parametrize("carrier", ["a file server"], indirect=True)


def letters(told: Setting) -> None:
    with closing(setting.mailbox(told)) as box:
        box.letters("box")


def test_the_key_of_a_server_is_shown_as_its_keeper_knows_it(carrier: Carrier, ssh_keys: Path):
    shown = setting.shown_host_key(carrier.setting.address)

    assert shown == sshserver.fingerprint(ssh_keys)
    with pytest.raises(MailboxHost, match=re.escape(shown)):
        letters(replace(carrier.setting, host_key=""))


def test_a_server_that_shows_another_key_hears_nothing(carrier: Carrier):
    sent = carrier.cable.went
    with pytest.raises(OtherMailboxHost, match="another key than before"):
        letters(replace(carrier.setting, host_key="SHA256:the one of last year"))
    carrier.cable.wait()
    greeting = carrier.cable.went - sent

    letters(carrier.setting)
    carrier.cable.wait()
    assert greeting < carrier.cable.went - sent - greeting, "it hangs up before it says who comes"


def test_who_has_another_key_is_not_let_in(carrier: Carrier, ssh_keys: Path):
    sealed = (ssh_keys / "sealed").read_text()
    with pytest.raises(MailboxRefused):
        letters(replace(carrier.setting, key=sealed, password="only for the tests"))


@pytest.mark.parametrize(("password", "reason"), [("", "asks for its password"), ("another", "is another one")])
def test_a_key_that_cannot_be_read_is_a_sentence(carrier: Carrier, ssh_keys: Path, password: str, reason: str):
    with pytest.raises(MailboxKey, match=reason):
        letters(replace(carrier.setting, key=(ssh_keys / "sealed").read_text(), password=password))


def test_a_folder_that_is_not_there_is_none_of_a_mailbox(carrier: Carrier):
    told = replace(carrier.setting, address=f"{carrier.setting.address}/gone")
    with closing(setting.mailbox(told)) as box, pytest.raises(NotAMailbox, match="folder is not there"):
        box.put("box", "letter.caredesk", b"sealed", lambda _: None)


def test_a_password_reaches_the_server_that_asks_for_it_and_what_speaks_no_sftp_is_no_mailbox(
    carrier: Carrier, ssh_keys: Path
):
    """`sshd` asks the machine's own list for passwords, where tests have no place: so another server, with its key."""
    with _asking(ssh_keys) as (port, heard):
        told = Setting(f"sftp://127.0.0.1:{port}/~", "post", "the word", host_key=carrier.setting.host_key)
        with pytest.raises(NotAMailbox, match="no SFTP"):
            letters(told)
    assert heard == ["post", "the word"]


class _Desk(ServerInterface):
    def __init__(self, heard: list[str]) -> None:
        self._heard = heard

    def check_auth_password(self, username: str, password: str) -> int:
        self._heard += [username, password]
        return int(AUTH_SUCCESSFUL)

    def get_allowed_auths(self, username: str) -> str:
        return "password" if username else ""

    def check_channel_request(self, kind: str, chanid: int) -> int:
        return 0 if kind and chanid >= 0 else 1


@contextmanager
def _asking(keys: Path) -> Iterator[tuple[int, list[str]]]:
    heard: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            with closing(Transport(door.accept()[0])) as transport:
                transport.add_server_key(Ed25519Key.from_private_key_file(str(keys / "host")))
                transport.start_server(event=threading.Event(), server=_Desk(heard))
                transport.join()

        serving = threading.Thread(target=serve)
        serving.start()
        yield door.getsockname()[1], heard
        serving.join()
