"""Coming to a server over SSH, without a word to any but the one that was set up.

Decision. The key of the server is said when the mailbox is set up, and no other is believed: before it is shown, nobody
is named to it. Neither an agent nor the keys and settings in the home folder are looked at. `paramiko` speaks it (an
extra: who has no such mailbox need not install it).
"""

from __future__ import annotations

import io
import logging
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from typing import NamedTuple
from urllib.parse import urlsplit

from paramiko import (
    AuthenticationException,
    ECDSAKey,
    Ed25519Key,
    PasswordRequiredException,
    PKey,
    RSAKey,
    SFTPClient,
    SSHException,
    Transport,
)

from caregiver_desk.errors import MailboxAway, MailboxHost, MailboxKey, MailboxRefused, NotAMailbox, OtherMailboxHost
from caregiver_desk.sync.mailboxes.mailbox import PATIENCE
from caregiver_desk.wording import say

_PORT = 22
_KINDS = (Ed25519Key, ECDSAKey, RSAKey)

logging.getLogger("paramiko").setLevel(logging.CRITICAL + 1)  # it would name the server and whoever comes there


class Who(NamedTuple):
    """Who comes there: with a password, or with a private key."""

    user: str
    password: str
    key: PKey | None


def shown(address: str) -> str:
    """The fingerprint of the key that a server shows. Raises MailboxAway."""
    with meaning(), closing(_met(address)) as transport:
        return _fingerprint(transport)


def come_in(address: str, host_key: str, who: Who) -> SFTPClient:
    """The server, which has proved that it has this key. Raises MailboxHost, OtherMailboxHost or as `meaning` does."""
    with meaning():
        transport = _met(address)
        try:
            _believe(_fingerprint(transport), host_key)
            _be_let_in(transport, who)
            client = _speaking(transport)
        except BaseException:
            let_go(transport)
            raise
    return client


def let_go(transport: Transport) -> None:
    """Of a server, and of the thread that heard it, however far they came.

    The thread ends when it hears that the line has ended; closed under its ear, it might wait there for good.
    """
    with suppress(OSError):
        transport.sock.shutdown(socket.SHUT_RDWR)
    transport.join(PATIENCE)
    transport.packetizer.complete_handshake()  # else the clock of one that was cut runs on
    transport.close()
    transport.sock.close()


def private_key(text: str, password: str) -> PKey:
    """A private key as `ssh-keygen` writes it. Raises MailboxKey."""
    for kind in _KINDS:
        try:
            return kind.from_private_key(io.StringIO(text), password or None)
        except PasswordRequiredException:
            raise MailboxKey(reason=say("it asks for its password")) from None
        except (SSHException, ValueError):
            continue
    raise MailboxKey(reason=say("it is no such key, or its password is another one"))


@contextmanager
def meaning() -> Iterator[None]:
    """Say in our words what the library says."""
    try:
        yield
    except (AuthenticationException, PermissionError):
        raise MailboxRefused from None
    except FileNotFoundError:
        raise NotAMailbox(reason=say("the folder is not there")) from None
    except (OSError, EOFError, SSHException) as error:
        raise MailboxAway(reason=getattr(error, "strerror", None) or say("it was cut")) from None


def _met(address: str) -> Transport:
    """A server that has shown its key, and was told nothing yet."""
    told = urlsplit(address)
    transport = Transport(socket.create_connection((told.hostname or "", told.port or _PORT), PATIENCE))
    transport.banner_timeout = transport.auth_timeout = transport.channel_timeout = PATIENCE
    try:
        transport.start_client(timeout=PATIENCE)
    except BaseException:
        let_go(transport)
        raise
    return transport


def _fingerprint(transport: Transport) -> str:
    """As `ssh-keygen -l` says it."""
    return str(transport.get_remote_server_key().fingerprint)


def _believe(fingerprint: str, host_key: str) -> None:
    if not host_key:
        raise MailboxHost(host_key=fingerprint)
    if fingerprint != host_key:
        raise OtherMailboxHost(host_key=fingerprint)


def _be_let_in(transport: Transport, who: Who) -> None:
    user, password, key = who
    more = transport.auth_publickey(user, key) if key else transport.auth_password(user, password)
    if more:  # a key and a password as well, or a number from a phone
        raise MailboxRefused


def _speaking(transport: Transport) -> SFTPClient:
    """Raises NotAMailbox where the server goes on, and only does not speak SFTP."""
    try:
        client = SFTPClient.from_transport(transport)
    except SSHException:
        if transport.is_active():
            raise NotAMailbox(reason=say("it speaks no SFTP")) from None
        raise
    client.get_channel().settimeout(PATIENCE)
    return client
