"""A mailbox on a server for files: SFTP over SSH, as every OpenSSH server and many hosters have it.

Decision. A letter goes up under a name that is none, alike each time, and is given its own by the plain renaming of
SFTP 3, which fails where something stands. It comes down from the byte where a cut left off, and one question waits for
the answer to the one before: so no thread of the library is left behind by a cut. The address is `sftp://HOST/FOLDER`,
or `sftp://HOST/~/FOLDER` for a folder at home there.

Consequences. What comes down waits for the line once for each 32 KB.
"""

from __future__ import annotations

import io
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from urllib.parse import unquote, urlsplit

from paramiko import SFTPClient

from caregiver_desk.errors import NotAMailbox
from caregiver_desk.sync.mailboxes import ssh
from caregiver_desk.sync.mailboxes.mailbox import Heard, Letter, going, is_letter
from caregiver_desk.wording import say

_AT_ONCE = 1 << 15  # bytes
_LISTED = 1 << 16  # names in one box


class Sftp:
    """Boxes are folders in the one at its address."""

    def __init__(self, address: str, user: str, password: str, key: str, host_key: str, sender: str) -> None:
        self._who = ssh.Who(user, password, ssh.private_key(key, password) if key else None)
        self._address, self._host_key, self._sender = address, host_key, sender
        self._root = _root(unquote(urlsplit(address).path).rstrip("/"))
        self._client: SFTPClient | None = None

    def letters(self, box: str) -> list[Letter]:
        with self._there() as there:
            try:
                found = list(islice(there.listdir_iter(self._place(box)), _LISTED))
            except FileNotFoundError:
                if not _stands(there, self._root):
                    raise NotAMailbox(reason=say("the folder is not there")) from None
                return []
        files = [each for each in found if is_letter(each.filename) and stat.S_ISREG(each.st_mode or 0)]
        return sorted(Letter(each.filename, each.st_size or 0) for each in files)

    def take(self, box: str, letter: Letter, into: Path, heard: Heard) -> None:
        with self._there() as there, into.open("ab") as part, there.open(self._place(box, letter.name)) as source:
            source.seek(part.tell())
            while part.tell() < letter.size and (some := source.read(min(_AT_ONCE, letter.size - part.tell()))):
                part.write(some)
                heard(len(some))

    def put(self, box: str, name: str, sealed: bytes, heard: Heard) -> bool:
        here, whole = self._place(box, going(self._sender, box)), self._place(box, name)
        with self._there() as there:
            _begin(there, self._place(box))
            there.putfo(io.BytesIO(sealed), here, len(sealed), callback=_in_steps(heard))
            try:
                there.rename(here, whole)
            except OSError:
                if not _stands(there, whole):
                    raise
                return False
        return True

    def remove(self, box: str, name: str) -> None:
        with self._there() as there, suppress(FileNotFoundError):
            there.remove(self._place(box, name))

    def close(self) -> None:
        if self._client:
            ssh.let_go(self._client.get_channel().get_transport())
        self._client = None

    def _place(self, *parts: str) -> str:
        return "/".join([self._root, *parts])

    @contextmanager
    def _there(self) -> Iterator[SFTPClient]:
        """The server, which is let go of where something goes wrong."""
        try:
            with ssh.meaning():
                self._client = self._client or ssh.come_in(self._address, self._host_key, self._who)
                yield self._client
        except BaseException:
            self.close()
            raise


def _root(path: str) -> str:
    """A folder from the top of the server, or from where whoever comes there is at home."""
    return path.removeprefix("/~").lstrip("/") or "." if path.startswith("/~") else path


def _begin(there: SFTPClient, place: str) -> None:
    """A folder for a box. Two may begin the same one: whoever comes second finds it."""
    if _stands(there, place):
        return
    try:
        there.mkdir(place)
    except OSError:
        if not _stands(there, place):
            raise


def _stands(there: SFTPClient, place: str) -> bool:
    try:
        there.lstat(place)
    except FileNotFoundError:
        return False
    return True


def _in_steps(heard: Heard) -> Callable[[int, int], None]:
    """For who is told how far it is, and not how far it came."""
    before = 0

    def hear(far: int, _of: int) -> None:
        nonlocal before
        heard(far - before)
        before = far

    return hear
