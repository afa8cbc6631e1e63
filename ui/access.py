"""Whether a request comes from the person at this very machine, or from anywhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from ipaddress import IPv6Address, ip_address

from core.config import Access

_HOST = re.compile(
    r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[^:\[\]\s@/,]+))(?::\d{1,5})?", re.IGNORECASE
)
_FORWARDING_PREFIXES = ("x-forwarded", "x-original-", "x-envoy-", "x-amzn-", "x-azure-", "cf-")
_FORWARDING = frozenset(
    {
        "cdn-loop",
        "do-connecting-ip",
        "fastly-client-ip",
        "fly-client-ip",
        "forwarded",
        "true-client-ip",
        "via",
        "x-appengine-user-ip",
        "x-client-ip",
        "x-cluster-client-ip",
        "x-host",
        "x-real-ip",
    }
)


def access_of(
    host: str | None,
    peer: str | None,
    header_names: Iterable[str],
    origin: str | None = None,
) -> Access:
    """Local only where nothing hints at another machine.

    `host` and `origin` are the headers of those names, `peer` is the address that connected, or
    None as Streamlit reports its own machine. A forged header can take access away, never give it.
    """
    is_here = (
        _is_loopback_host(host)
        and (peer is None or _is_loopback(peer))
        and (origin is None or _is_loopback_host(origin.partition("://")[2]))
        and not any(_tells_of_a_proxy(name) for name in header_names)
    )
    return Access.LOCAL if is_here else Access.LINK


def _is_loopback_host(host: str | None) -> bool:
    match = _HOST.fullmatch(host or "")
    if match is None:
        return False
    if match["six"]:
        return _is_loopback(match["six"])
    return match["name"].lower() == "localhost" or _is_loopback(match["name"])


def _is_loopback(address: str) -> bool:
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    mapped = parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else None
    return (mapped or parsed).is_loopback


def _tells_of_a_proxy(name: str) -> bool:
    plain = name.strip().lower().replace("_", "-")
    return plain in _FORWARDING or plain.startswith(_FORWARDING_PREFIXES)
