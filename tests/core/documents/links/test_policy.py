from __future__ import annotations

import pytest

from core.documents.links.policy import Policy, is_public, resolved

PUBLIC = """
1.1.1.1 8.8.8.8 100.63.255.255 100.128.0.1 172.15.255.255 172.32.0.1 192.167.255.255 198.20.0.1
223.255.255.255
2606:4700:4700::1111 2001:4860:4860::8888 2a00:1450:4001:80f::200e
::ffff:8.8.8.8 64:ff9b::8.8.8.8
"""
NOT_PUBLIC = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255
127.0.0.1 127.255.255.254 169.254.0.1 169.254.169.254 172.16.0.1 172.31.255.255
192.0.0.1 192.0.0.8 192.0.0.170 192.0.2.1 192.88.99.1 192.168.0.1 192.168.255.255
198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1
224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255
:: ::1 ::127.0.0.1 ::8.8.8.8
::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:169.254.169.254 ::ffff:0.0.0.0 ::ffff:7f00:1
::ffff:0:127.0.0.1 64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::808:808
100::1 2001::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: 3fff::1 4000::1
5f00::1 fc00::1 fd00:ec2::254 fe80::1 fe80::1%eth0 febf::1 fec0::1 ff02::1 ff0e::1
"""


@pytest.mark.parametrize("address", PUBLIC.split())
def test_what_everybody_can_reach_may_be_opened(address):
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC.split())
def test_what_is_near_the_server_or_nobodys_is_not_opened(address):
    assert not is_public(address)


@pytest.mark.parametrize("text", ["", "localhost", "127.1", "0x7f.1", "2130706433", "1.1.1.1/24"])
def test_what_is_no_address_is_not_public(text):
    assert not is_public(text)


@pytest.mark.parametrize(
    "host", ["localhost", "127.1", "127.0.1", "2130706433", "0x7f000001", "0177.0.0.1", "::1"]
)
def test_however_this_machine_is_called_its_address_is_known(host):
    addresses = resolved(host, 80)

    assert addresses
    assert not any(map(is_public, addresses))


@pytest.mark.parametrize("port", [80, 443])
def test_only_the_ports_of_the_web_are_open(port):
    assert port in Policy().ports


@pytest.mark.parametrize("port", [0, 21, 22, 25, 6379, 8080, 8501, 65535])
def test_other_ports_are_not(port):
    assert port not in Policy().ports
