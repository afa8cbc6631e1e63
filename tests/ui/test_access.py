from __future__ import annotations

import pytest

from core.config import Access
from ui.access import access_of

PLAIN = ["Host", "Connection", "Upgrade", "User-Agent", "Sec-WebSocket-Key"]


@pytest.mark.parametrize(
    ("host", "peer"),
    [
        ("localhost", None),
        ("localhost:8501", None),
        ("LOCALHOST:8501", "127.0.0.1"),
        ("127.0.0.1:8501", None),
        ("127.0.0.2", "127.0.0.2"),
        ("[::1]:8501", "::1"),
        ("[::1]", None),
        ("localhost", "::ffff:127.0.0.1"),
        ("[::ffff:127.0.0.1]:8501", None),
    ],
)
def test_a_request_from_this_machine_to_this_machine_is_local(host, peer):
    assert access_of(host, peer, PLAIN) is Access.LOCAL


@pytest.mark.parametrize(
    ("host", "peer"),
    [
        (None, None),
        ("", None),
        ("localhost", "203.0.113.7"),
        ("127.0.0.1:8501", "10.0.0.4"),
        ("[::1]:8501", "2001:db8::1"),
        ("localhost", "::ffff:203.0.113.7"),
        ("localhost", "not an address"),
        ("localhost", ""),
        ("interview.example.com", None),
        ("localhost.example.com", None),
        ("127.0.0.1.nip.io", None),
        ("example.com:127", None),
        ("localhost@example.com", None),
        ("localhost, example.com", None),
        ("localhost:8501:80", None),
        ("localhost:port", None),
        ("192.168.1.5:8501", None),
        ("0.0.0.0:8501", None),
        ("[::]:8501", None),
        ("[fe80::1%lo]:8501", None),
        ("2130706433", None),
        ("my-laptop.local", None),
    ],
)
def test_anything_else_is_a_link(host, peer):
    assert access_of(host, peer, PLAIN) is Access.LINK


@pytest.mark.parametrize(
    "header",
    [
        "X-Forwarded-For",
        "x-forwarded-host",
        "X-Forwarded-Proto",
        "Forwarded",
        "X-Real-IP",
        "Via",
        "CF-Connecting-IP",
        "CF-Ray",
        "True-Client-IP",
        "X-Client-IP",
        "X_Forwarded_For",
        "Fly-Client-IP",
        "X-Original-Host",
    ],
)
def test_a_forwarding_header_alone_means_a_link(header):
    assert access_of("localhost:8501", None, [*PLAIN, header]) is Access.LINK


@pytest.mark.parametrize(
    "origin", ["https://interview.example.com", "null", "http://localhost.evil.example"]
)
def test_a_page_of_another_site_does_not_reach_the_local_person(origin):
    assert access_of("localhost:8501", None, PLAIN, origin) is Access.LINK


def test_a_page_of_this_machine_does():
    assert access_of("localhost", None, PLAIN, "http://localhost:8501") is Access.LOCAL
