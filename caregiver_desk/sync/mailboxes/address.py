"""What an address says of a mailbox: read in one place, before anything is kept or asked."""

from __future__ import annotations

from urllib.parse import urlsplit

from caregiver_desk.errors import NotUnderstood
from caregiver_desk.wording import say

_SCHEMES = frozenset({"https", "http", "s3+https", "s3+http", "sftp"})


def has_password(address: str) -> bool:
    """Whether a password stands in it, where it would be read whenever the address is shown."""
    return "://" in address and "@" in address.partition("://")[2].partition("/")[0]


def scheme(address: str) -> str:
    """How that is spoken to which stands there; nothing for a folder. Raises NotUnderstood."""
    spoken, far, _ = address.partition("://")
    if not far:
        return ""
    if reason := _fault_of(address, spoken):
        raise NotUnderstood(field=say("Address"), reason=reason)
    return spoken


def _fault_of(address: str, spoken: str) -> str:
    if spoken not in _SCHEMES:
        return say("it begins like none of a mailbox")
    if has_password(address):
        return say("name and password do not stand in it, where everybody would read them")
    return "" if _is_readable(address) else say("it cannot be read")


def _is_readable(address: str) -> bool:
    """Whether it names a host as hosts are called, and a port that is one."""
    try:
        told = urlsplit(address)
        host, port = (told.hostname or "").encode("idna"), told.port
    except ValueError:
        return False
    return bool(host) and port != 0
