"""The address of a hub, as a laptop keeps it: sealed for the keys of the installation, for a password may stand in it.

A folder with an address in it is a book whose records lie elsewhere. What is in the folder opens nothing by itself.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from caregiver_desk import clock
from caregiver_desk.errors import BookDamaged
from caregiver_desk.store import safely
from caregiver_desk.store.slots import Keys

NAME, MARK = "hub.age", "hub.mark"
_PLACE = ("host", "hostaddr", "port", "dbname", "service")  # what of an address says which hub it is
_PORT = "5432"


def without_secret(address: str) -> str:
    """The same without a name and a password, for whoever reads it on a screen."""
    told = urlsplit(address)
    return f"{told.scheme}://{told.netloc.rpartition('@')[2]}{told.path}"


def with_password(address: str, password: str) -> str:
    """The same with the password of its login, where that was typed apart."""
    told = urlsplit(address)
    login, _, host = told.netloc.rpartition("@")
    who = f"{login.partition(':')[0]}:{quote(password, safe='')}"
    return told._replace(netloc=f"{who}@{host}").geturl() if password else address


def is_kept(folder: Path) -> bool:
    return (folder / NAME).exists()


def keep(folder: Path, address: str, keys: Keys) -> None:
    safely.write(folder / NAME, keys.sealed(address.encode()))
    safely.write(folder / MARK, _mark(address).encode())


def is_of(folder: Path, address: str) -> bool:
    """Whether the folder stands for the hub at this address, whoever comes there."""
    try:
        return (folder / MARK).read_text(encoding="ascii") == _mark(address)
    except (OSError, UnicodeDecodeError):
        return False


def _mark(address: str) -> str:
    return clock.mark("hub", "\n".join(f"{name}={value}" for name, value in sorted(_place(address).items())))


def _place(address: str) -> dict[str, str]:
    """Where the hub of this address is, however the address is written."""
    told = urlsplit(address)
    host, colon, port = told.netloc.rpartition("@")[2].rpartition(":")
    if not colon or port.endswith("]"):  # without a port, and perhaps with the colons of IPv6
        host, port = host + colon + port, ""
    said = {"host": unquote(host.strip("[]")), "port": port, "dbname": unquote(told.path.removeprefix("/"))}
    said |= {name: value for name, value in parse_qsl(told.query) if name in _PLACE}
    said["host"] = said["host"].lower() if not said["host"].startswith("/") else said["host"]
    return {name: value for name, value in said.items() if value and (name, value) != ("port", _PORT)}


def kept(folder: Path, keys: Keys) -> str:
    """The address in this folder. Raises BookDamaged where these keys do not open it."""
    with safely.reading():
        sealed = (folder / NAME).read_bytes()
    try:
        return keys.opened(sealed).decode()
    except UnicodeDecodeError:
        raise BookDamaged from None
