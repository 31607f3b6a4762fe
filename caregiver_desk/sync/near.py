"""Addresses of this room: what a cable, a switch or a Wi-Fi gives out, and nothing of the wide network.

Context. The exchange in a room must never reach out of it, also where somebody mistypes. Decision. Only numbers are
taken, so no name is looked up anywhere; and only of the ranges that no router passes on. One address of each adapter is
shown: the short kind, or else what a bare cable gives itself. Consequence. A laptop whose only address is public, as
with some phone sticks, waits nowhere and says so.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final, NamedTuple

from caregiver_desk.errors import NotAnAddress, NotNear

PORT: Final = 27431
_RANGES: Final = tuple(
    map(
        ip_network,
        # the third kind a cable gives itself, where nobody else gives out addresses; the last two are this very laptop
        (
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "169.254.0.0/16",
            "fc00::/7",
            "fe80::/10",
            "127.0.0.0/8",
            "::1",
        ),
    )
)
_TYPED: Final = re.compile(r"\[?([0-9a-fA-F:.]+)(?:%([\w.-]+))?\]?")
_WITH_PORT: Final = re.compile(r"(\[.+\]|[0-9.]+):([0-9]{1,5})")
_LAST_PORT: Final = 65_535


class Place(NamedTuple):
    """An address of an adapter. `scope` is the number of the adapter, where an address means nothing without it."""

    host: str
    scope: int = 0
    adapter: str = ""

    @property
    def family(self) -> socket.AddressFamily:
        return socket.AF_INET6 if ":" in self.host else socket.AF_INET

    def at(self, port: int) -> tuple[str, int] | tuple[str, int, int, int]:
        """As the operating system wants it."""
        return (self.host, port, 0, self.scope) if ":" in self.host else (self.host, port)

    def shown(self, port: int) -> str:
        """As the other types it; the usual port goes without saying."""
        if port == PORT:
            return self.host
        return f"[{self.host}]:{port}" if ":" in self.host else f"{self.host}:{port}"


def is_near(host: str) -> bool:
    """Whether an address is of this room."""
    address = ip_address(host.partition("%")[0])
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return any(address.version == each.version and address in each for each in _RANGES)


def here() -> list[Place]:
    """Where this laptop can be reached from within the room, one address an adapter."""
    from ifaddr import get_adapters

    return [places[0] for adapter in get_adapters() if (places := sorted(_of(adapter), key=_plainest))]


def _of(adapter: object) -> Iterator[Place]:
    for each in adapter.ips:  # type: ignore[attr-defined]
        host, _, scope = (each.ip, 0, 0) if each.is_IPv4 else each.ip
        if is_near(host) and not ip_address(host).is_loopback:
            yield Place(host, scope, adapter.nice_name)  # type: ignore[attr-defined]


def _plainest(place: Place) -> tuple[bool, bool]:
    return ":" in place.host, ip_address(place.host).is_link_local


def typed(text: str) -> tuple[list[Place], int]:
    """Where somebody means, and the port: several places where an adapter must be found.

    Raises NotAnAddress or NotNear.
    """
    words = "".join(text.split())
    split = _WITH_PORT.fullmatch(words)
    host, port = (split[1], int(split[2])) if split else (words, PORT)
    found = _TYPED.fullmatch(host)
    if not found or not 0 < port <= _LAST_PORT:
        raise NotAnAddress(text=text)
    try:
        address = ip_address(found[1])
    except ValueError:
        raise NotAnAddress(text=text) from None
    if not is_near(found[1]):
        raise NotNear(address=found[1])
    return [Place(str(address), scope) for scope in _scopes(address, found[2])], port


def _scopes(address: IPv4Address | IPv6Address, named: str | None) -> list[int]:
    """An address that every cable gives itself is looked for on every adapter."""
    if address.version == 4 or not address.is_link_local:  # noqa: PLR2004 - the short kind
        return [0]
    return [number for number, name in socket.if_nameindex() if named in {None, name, str(number)}]
