"""Where a link may lead: to what anybody on the internet can reach, and nowhere else."""

from __future__ import annotations

import socket
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

# IPv6 addresses that stand for the IPv4 address in their last four bytes: as the system writes
# them, and as a network without IPv4 does.
_CARRIERS = (ip_network("::ffff:0:0/96"), ip_network("64:ff9b::/96"))
_INTERNET = ip_network("2000::/3")
# What older tables of Python call global although nobody's website is there: assignments for
# protocols, tunnels that hide where they end, addresses for books.
_NOT_PUBLIC = tuple(
    map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23", "2002::/16", "3fff::/20"))
)
_IPV6 = 6
_WEB_PORTS = frozenset({80, 443})


def is_public(address: str) -> bool:
    """Whether this IP address belongs to a machine on the internet; False for what is no address.

    Not public: loopback, private, link-local, multicast, reserved, shared and unspecified ones, and
    whatever stands for such a one.
    """
    try:
        return _is_public(ip_address(address))
    except ValueError:
        return False


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    if any(address in network for network in _CARRIERS):
        return _is_public(IPv4Address(address.packed[-4:]))
    if address.version == _IPV6 and address not in _INTERNET:
        return False
    return (
        address.is_global
        and not address.is_multicast
        and not address.is_reserved
        and not any(address in network for network in _NOT_PUBLIC)
    )


def resolved(host: str, port: int) -> Sequence[str]:
    """Every address that this name has; an address is its own. Raises `OSError`."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    allows: Callable[[str], bool] = is_public
    ports: Container[int] = _WEB_PORTS
    resolve: Callable[[str, int], Sequence[str]] = resolved
